"""What is kept of a computer on the network."""

from __future__ import annotations

import peewee as pw


class Computer(pw.Model):
    """A computer on the network and who answers for it."""

    id = pw.AutoField()
    number = pw.TextField(unique=True)
    staff_id = pw.IntegerField()
    filed_on = pw.DateField()
    address = pw.TextField(default="")
    place = pw.TextField(default="")
    purpose = pw.TextField(default="")
    remark = pw.TextField(default="")
    state = pw.TextField(default="active")
    retired_on = pw.DateField(null=True)

    class Meta:
        table_name = "computer"

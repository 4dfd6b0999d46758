"""What is kept of the people who sell by telephone."""

from __future__ import annotations

import peewee as pw


class Salesperson(pw.Model):
    """Somebody whose calls and faxes are counted."""

    id = pw.AutoField()
    staff_id = pw.IntegerField()
    since = pw.DateField()
    joined_on = pw.DateField()
    earlier_months = pw.IntegerField(default=0)
    ended_on = pw.DateField(null=True)
    state = pw.TextField(default="active")
    remark = pw.TextField(default="")

    class Meta:
        table_name = "salesperson"

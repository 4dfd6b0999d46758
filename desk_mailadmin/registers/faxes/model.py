"""What is kept of a fax."""

from __future__ import annotations

import peewee as pw


class Fax(pw.Model):
    """One fax that somebody of the sales department sent."""

    id = pw.AutoField()
    staff_id = pw.IntegerField()
    name = pw.TextField()
    name_key = pw.TextField()
    dept = pw.TextField()
    sent_on = pw.DateField()
    sent_at = pw.TextField(default="")
    contact = pw.TextField(default="")
    post = pw.TextField(default="")
    company = pw.TextField(default="")
    phone = pw.TextField(default="")
    fax = pw.TextField(default="")
    called = pw.BooleanField(default=False)
    state = pw.TextField()
    checked_on = pw.DateField(null=True)
    checked_by = pw.TextField(default="")
    finding = pw.TextField(default="")
    penalty = pw.TextField(default="")

    class Meta:
        table_name = "fax"

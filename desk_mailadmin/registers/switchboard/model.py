"""What is kept of the switchboard's deeds."""

from __future__ import annotations

import peewee as pw


class SwitchboardDeed(pw.Model):
    """One extension that the switchboard closed or opened, and at whose word."""

    id = pw.AutoField()
    branch_id = pw.IntegerField()
    extension = pw.TextField()
    dept = pw.TextField(default="")
    deed = pw.TextField()
    what = pw.TextField()
    area = pw.TextField()
    asked_by = pw.TextField()
    asked_dept = pw.TextField(default="")
    asked_rank = pw.TextField()
    cause = pw.TextField(default="")
    reason = pw.TextField(default="")
    taken_by = pw.TextField(default="")
    operator = pw.TextField()
    done_on = pw.DateField()
    done_at = pw.TextField()
    application = pw.TextField(default="")
    state = pw.TextField(default="standing")
    reversed_on = pw.DateField(null=True)
    reversed_at = pw.TextField(default="")
    reversed_by = pw.TextField(default="")
    remark = pw.TextField(default="")

    class Meta:
        table_name = "switchboard"

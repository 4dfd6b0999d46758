"""What is kept of a mobile that was stopped."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.staff.model import Staff


class MobileStop(pw.Model):
    """A mobile that was stopped: when its owner was told, until when and when it was open again (local time)."""

    id = pw.AutoField()
    staff = pw.ForeignKeyField(Staff)
    staff_id: int
    state = pw.TextField(default="open")
    mobile = pw.TextField()
    told_at = pw.TextField()
    due_at = pw.TextField()
    done_at = pw.TextField(null=True)
    remark = pw.TextField(default="")

    class Meta:
        table_name = "mobile_stop"

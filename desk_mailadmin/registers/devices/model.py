"""What is kept of devices that are handed out."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.staff.model import Staff


class Device(pw.Model):
    """A mobile, a radio, a set: its value in fen, and who has it (``staff`` stays the last one who had it)."""

    id = pw.AutoField()
    kind = pw.TextField()
    model = pw.TextField()
    serial = pw.TextField(default="")
    number = pw.TextField(default="")
    value_fen = pw.IntegerField(default=0)
    bought_on = pw.DateField(null=True)
    staff = pw.ForeignKeyField(Staff, null=True)
    staff_id: int | None
    dept = pw.TextField(default="")
    branch = pw.TextField(default="")
    holder_key = pw.TextField(default="")
    state = pw.TextField(default="store")
    issued_on = pw.DateField(null=True)
    back_by = pw.DateField(null=True)
    returned_on = pw.DateField(null=True)
    ended_on = pw.DateField(null=True)
    reason = pw.TextField(default="")
    sheet = pw.ForeignKeyField(Receipt, null=True, column_name="receipt_id")
    receipt_id: int | None
    receipt = pw.TextField(default="")
    penalty = pw.TextField(default="")
    remark = pw.TextField(default="")

    class Meta:
        table_name = "device"


class DeviceIssue(pw.Model):
    """Once a device was handed out: to whom, from when until when, in which condition it came back."""

    id = pw.AutoField()
    device = pw.ForeignKeyField(Device, backref="issues")
    device_id: int
    staff = pw.ForeignKeyField(Staff)
    staff_id: int
    name = pw.TextField()
    emp_no = pw.TextField(default="")
    dept = pw.TextField(default="")
    receipt = pw.TextField(default="")
    issued_on = pw.DateField()
    returned_on = pw.DateField(null=True)
    condition = pw.TextField(default="")

    class Meta:
        table_name = "device_issue"

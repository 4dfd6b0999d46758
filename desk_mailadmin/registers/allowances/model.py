"""What is kept of allowances and of the mobile bills held against them."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.staff.model import Staff


class Allowance(pw.Model):
    """What somebody gets for their mobile each month, in fen."""

    id = pw.AutoField()
    staff = pw.ForeignKeyField(Staff)
    staff_id: int
    state = pw.TextField(default="active")
    rank = pw.TextField()
    mobile = pw.TextField(default="")
    monthly_fen = pw.IntegerField()
    from_on = pw.DateField()
    until_on = pw.DateField(null=True)
    application = pw.TextField(default="")
    remark = pw.TextField(default="")
    ended_on = pw.DateField(null=True)
    end_reason = pw.TextField(default="")

    class Meta:
        table_name = "allowance"


class AllowanceBill(pw.Model):
    """A month's mobile bill of somebody with an allowance, in fen; ``penalty`` is the case for the excess."""

    id = pw.AutoField()
    allowance = pw.ForeignKeyField(Allowance, backref="bills")
    allowance_id: int
    month = pw.TextField()
    fee_fen = pw.IntegerField()
    allowed_fen = pw.IntegerField()
    over_fen = pw.IntegerField()
    penalty = pw.TextField(default="")
    entered_on = pw.DateField()

    class Meta:
        table_name = "allowance_bill"

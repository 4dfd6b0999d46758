"""What is kept of a line's month, of its notice, and of a year's settlement."""

from __future__ import annotations

import peewee as pw


class Charge(pw.Model):
    """What a line cost in a month and who bears it; money in fen.

    ``kind`` is a line, what is left of a trunk, or a billed number that is no line of the register. ``state`` is what
    was done here; what became of the penalty case is read from it. ``notice`` is the number of its notice (KF-…).
    """

    id = pw.AutoField()
    month = pw.TextField()
    kind = pw.TextField()
    state = pw.TextField(default="computed")
    line_id = pw.BigIntegerField(null=True)
    branch_id = pw.BigIntegerField(null=True)
    department_id = pw.BigIntegerField(null=True)
    staff_id = pw.BigIntegerField(null=True)
    dept = pw.TextField(default="")
    dept_key = pw.TextField(default="")
    holder = pw.TextField(default="")
    holder_key = pw.TextField(default="")
    number = pw.TextField(default="")
    extension = pw.TextField(default="")
    quota_fen = pw.BigIntegerField(null=True)
    saved_fen = pw.BigIntegerField(default=0)
    lump_fen = pw.BigIntegerField(null=True)
    calls = pw.BigIntegerField(default=0)
    seconds = pw.BigIntegerField(default=0)
    rent_fen = pw.BigIntegerField(default=0)
    fixed_fen = pw.BigIntegerField(default=0)
    local_fen = pw.BigIntegerField(default=0)
    long_fen = pw.BigIntegerField(default=0)
    other_fen = pw.BigIntegerField(default=0)
    info_fen = pw.BigIntegerField(default=0)
    private_fen = pw.BigIntegerField(default=0)
    total_fen = pw.BigIntegerField(default=0)
    used_fen = pw.BigIntegerField(default=0)
    over_fen = pw.BigIntegerField(default=0)
    self_fen = pw.BigIntegerField(default=0)
    company_fen = pw.BigIntegerField(default=0)
    elsewhere_fen = pw.BigIntegerField(default=0)
    remark = pw.TextField(default="")
    notice = pw.TextField(null=True, unique=True)
    notice_on = pw.DateField(null=True)
    penalty = pw.TextField(default="")
    reason = pw.TextField(default="")
    computed_on = pw.DateField()

    class Meta:
        table_name = "charge"


class ChargeSignature(pw.Model):
    """Who had a notice in hand and signed it, and when."""

    id = pw.AutoField()
    charge_id = pw.BigIntegerField()
    role = pw.TextField()
    signer = pw.TextField()
    signed_on = pw.DateField()

    class Meta:
        table_name = "charge_signature"


class ChargeVoid(pw.Model):
    """A notice that was taken back; its number stays."""

    id = pw.AutoField()
    number = pw.TextField(unique=True)
    charge_id = pw.BigIntegerField()
    month = pw.TextField()
    void_on = pw.DateField()
    reason = pw.TextField()

    class Meta:
        table_name = "charge_void"


class ChargeTable(pw.Model):
    """A month's table: what the bills came to when it was computed, and when the general manager's office got it."""

    id = pw.AutoField()
    month = pw.TextField(unique=True)
    bills_fen = pw.BigIntegerField()
    computed_on = pw.DateField()
    sent_on = pw.DateField(null=True)
    received_by = pw.TextField(default="")

    class Meta:
        table_name = "charge_table"


class Settlement(pw.Model):
    """What a line's year came to against its quota; money in fen."""

    id = pw.AutoField()
    year = pw.BigIntegerField()
    line_id = pw.BigIntegerField()
    branch_id = pw.BigIntegerField(null=True)
    staff_id = pw.BigIntegerField(null=True)
    dept = pw.TextField(default="")
    holder = pw.TextField(default="")
    number = pw.TextField(default="")
    extension = pw.TextField(default="")
    quota_fen = pw.BigIntegerField(null=True)
    brought_fen = pw.BigIntegerField(default=0)
    actual_fen = pw.BigIntegerField()
    over_fen = pw.BigIntegerField()
    left_fen = pw.BigIntegerField()
    asked_fen = pw.BigIntegerField()
    carried_fen = pw.BigIntegerField()
    penalty = pw.TextField(default="")
    settled_on = pw.DateField()

    class Meta:
        table_name = "settlement"

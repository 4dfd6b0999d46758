"""What is kept of bills; calls are kept by the register of calls."""

from __future__ import annotations

import peewee as pw


class Bill(pw.Model):
    """An operator's bill of a month, or a file of the exchange's records; sums are of what was taken over.

    ``footer_…`` are the totals the bill names itself, None where it names none; ``calls_fen`` what the calls cost,
    the monthly charges stand apart.
    """

    id = pw.AutoField()
    operator = pw.TextField()
    operator_key = pw.TextField(default="")
    source = pw.TextField()
    state = pw.TextField(default="in")
    file_name = pw.TextField()
    sha256 = pw.TextField()
    month = pw.TextField(default="")
    account = pw.TextField(default="")
    period_from = pw.DateField(null=True)
    period_to = pw.DateField(null=True)
    numbers = pw.IntegerField(default=0)
    calls = pw.IntegerField()
    seconds = pw.IntegerField()
    base_fen = pw.IntegerField(default=0)
    info_fen = pw.IntegerField(default=0)
    discount_fen = pw.IntegerField(default=0)
    calls_fen = pw.IntegerField(default=0)
    rent_fen = pw.IntegerField(default=0)
    caller_id_fen = pw.IntegerField(default=0)
    other_fen = pw.IntegerField(default=0)
    footer_calls = pw.IntegerField(null=True)
    footer_seconds = pw.IntegerField(null=True)
    footer_fen = pw.IntegerField(null=True)
    footer_due_fen = pw.IntegerField(null=True)
    damaged = pw.IntegerField(default=0)
    repeated = pw.IntegerField(default=0)
    imported_on = pw.DateField()
    void_on = pw.DateField(null=True)
    remark = pw.TextField(default="")

    class Meta:
        table_name = "bill"


class BillNumber(pw.Model):
    """A billed number on a bill: its calls and its monthly charges."""

    id = pw.AutoField()
    bill_id = pw.IntegerField()
    number = pw.TextField()
    calls = pw.IntegerField(default=0)
    seconds = pw.IntegerField(default=0)
    calls_fen = pw.IntegerField(default=0)
    rent_fen = pw.IntegerField(default=0)
    caller_id_fen = pw.IntegerField(default=0)
    other_fen = pw.IntegerField(default=0)

    class Meta:
        table_name = "bill_number"


class BillFault(pw.Model):
    """A line of a bill that was not taken over, or that should be looked at, and why."""

    id = pw.AutoField()
    bill_id = pw.IntegerField()
    sheet = pw.TextField(default="")
    line_no = pw.IntegerField()
    kind = pw.TextField()
    message = pw.TextField()

    class Meta:
        table_name = "bill_fault"


class BillSkip(pw.Model):
    """What an import left out because another bill counts it: so many ``calls``, charges of so many ``numbers``."""

    id = pw.AutoField()
    bill_id = pw.IntegerField()
    held_by = pw.IntegerField()
    calls = pw.IntegerField()
    numbers = pw.IntegerField()

    class Meta:
        table_name = "bill_skip"


class BillMapping(pw.Model):
    """Which column of an operator's bill means what, remembered by the bill's headings, and whose bill it was."""

    id = pw.AutoField()
    headings = pw.TextField(unique=True)
    operator = pw.TextField(default="")
    mapping = pw.TextField()
    used_on = pw.DateField()

    class Meta:
        table_name = "bill_mapping"

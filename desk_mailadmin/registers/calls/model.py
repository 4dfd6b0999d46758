"""What is kept of calls beside the rows a bill brought: by what the calls of a month were last assigned."""

from __future__ import annotations

import peewee as pw


class Call(pw.Model):
    """A call on a bill; ids of people, departments, units and lines are plain numbers, a million of them are read."""

    id = pw.AutoField()
    bill_id = pw.IntegerField()
    line_no = pw.IntegerField()
    started_at = pw.TextField()
    number = pw.TextField()
    called = pw.TextField()
    place = pw.TextField(default="")
    kind = pw.TextField()
    seconds = pw.IntegerField()
    base_fen = pw.IntegerField(default=0)
    info_fen = pw.IntegerField(default=0)
    discount_fen = pw.IntegerField(default=0)
    fee_fen = pw.IntegerField()
    line_id = pw.IntegerField(null=True)
    extension = pw.TextField(default="")
    staff_id = pw.IntegerField(null=True)
    department_id = pw.IntegerField(null=True)
    branch_id = pw.IntegerField(null=True)
    pbx = pw.IntegerField(default=0)
    how = pw.TextField(default="")
    private_by = pw.IntegerField(null=True)
    remark = pw.TextField(default="")

    class Meta:
        table_name = "call"


class CallMonth(pw.Model):
    """A month whose calls were assigned; ``basis`` tells bills, lines and settings as they were then."""

    id = pw.AutoField()
    month = pw.TextField(unique=True)
    basis = pw.TextField()
    calls = pw.IntegerField()
    open_calls = pw.IntegerField()
    clock_seconds = pw.IntegerField(null=True)
    assigned_on = pw.TextField()
    purged = pw.BooleanField(default=False)

    class Meta:
        table_name = "call_month"

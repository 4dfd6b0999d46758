"""What is kept of findings."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.staff.model import Staff


class Finding(pw.Model):
    """Something found in a call or an entry of the log; ``mark`` is by what it is known again when it is found anew.

    ``penalty_id`` is the case it became; it may have been dropped since, so nothing holds it. ``gone``
    says that a later check no longer finds what was decided.
    """

    id = pw.AutoField()
    kind = pw.TextField()
    mark = pw.TextField(unique=True)
    month = pw.TextField()
    call_id = pw.IntegerField(null=True)
    log_id = pw.IntegerField(null=True)
    line_id = pw.IntegerField(null=True)
    staff = pw.ForeignKeyField(Staff, null=True)
    staff_id: int | None
    department = pw.ForeignKeyField(Department, null=True)
    department_id: int | None
    branch = pw.ForeignKeyField(Branch, null=True)
    branch_id: int | None
    extension = pw.TextField(default="")
    number = pw.TextField(default="")
    called = pw.TextField(default="")
    occurred_at = pw.TextField()
    seconds = pw.IntegerField(default=0)
    fee_fen = pw.IntegerField(default=0)
    detail = pw.TextField(default="")
    clause = pw.TextField(default="")
    act = pw.TextField(default="")
    proposed_fen = pw.IntegerField(default=0)
    state = pw.TextField(default="open")
    state_order = pw.IntegerField(default=0)
    gone = pw.BooleanField(default=False)
    penalty_id = pw.IntegerField(null=True)
    reason = pw.TextField(default="")
    decided_on = pw.DateField(null=True)
    decided_by = pw.TextField(default="")

    class Meta:
        table_name = "finding"


class FindingRun(pw.Model):
    """When a month was checked last, how many calls it had, and what calls and log rested on then."""

    id = pw.AutoField()
    month = pw.TextField(unique=True)
    run_on = pw.DateField()
    calls = pw.IntegerField()
    basis = pw.TextField()

    class Meta:
        table_name = "finding_run"

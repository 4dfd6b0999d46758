"""What is kept of the long-distance log."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.lines.model import Line
from desk_mailadmin.registers.staff.model import Staff


class LongDistance(pw.Model):
    """A call as the log tells it, or (source ``call``) the place of a billed call that nobody logged.

    Name and department are those of that day; ``call_id``, ``seconds`` and ``fee_fen`` are of the billed call that the
    entry is; ``detail`` are the keys of what makes it false; ``standing`` says by what it was allowed.
    """

    id = pw.AutoField()
    month = pw.TextField()
    on_day = pw.DateField()
    staff = pw.ForeignKeyField(Staff, null=True)
    staff_id: int | None
    user_name = pw.TextField(default="")
    user_key = pw.TextField(default="")
    department = pw.ForeignKeyField(Department, null=True)
    department_id: int | None
    dept = pw.TextField(default="")
    branch = pw.ForeignKeyField(Branch, null=True)
    branch_id: int | None
    line = pw.ForeignKeyField(Line, null=True)
    line_id: int | None
    phone = pw.TextField(default="")
    extension = pw.TextField(default="")
    callee = pw.TextField(default="")
    called = pw.TextField(default="")
    from_at = pw.TextField(default="")
    to_at = pw.TextField(default="")
    purpose = pw.TextField(default="")
    result = pw.TextField(default="")
    approver = pw.TextField(default="")
    approval = pw.TextField(default="")
    standing = pw.TextField(default="")
    private = pw.BooleanField(default=False)
    state = pw.TextField()
    state_order = pw.IntegerField()
    detail = pw.TextField(default="")
    call_id = pw.IntegerField(null=True)
    seconds = pw.IntegerField(null=True)
    fee_fen = pw.IntegerField(null=True)
    source = pw.TextField()
    source_file = pw.TextField(default="")
    source_row = pw.IntegerField(null=True)
    remark = pw.TextField(default="")
    entered_on = pw.DateField()

    class Meta:
        table_name = "longdistance"


class LongDistanceReview(pw.Model):
    """The sheet of a unit's month: handed in to the department in charge, reviewed by the general manager."""

    id = pw.AutoField()
    month = pw.TextField()
    branch = pw.ForeignKeyField(Branch)
    branch_id: int
    handed_on = pw.DateField()
    handed_by = pw.TextField(default="")
    reviewed_on = pw.DateField(null=True)
    reviewed_by = pw.TextField(default="")
    remark = pw.TextField(default="")

    class Meta:
        table_name = "longdistance_review"


class LongDistanceMapping(pw.Model):
    """Which column of a hand-kept log means what, remembered by the log's headings."""

    id = pw.AutoField()
    headings = pw.TextField(unique=True)
    mapping = pw.TextField()
    used_on = pw.DateField()

    class Meta:
        table_name = "longdistance_mapping"

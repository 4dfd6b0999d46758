"""What is kept of telephone lines."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.staff.model import Staff


class Line(pw.Model):
    """A line, for ever: calls of years ago lead to it. Numbers are canonical, ``holder_key`` is what lists sort by."""

    id = pw.AutoField()
    branch = pw.ForeignKeyField(Branch)
    branch_id: int
    number = pw.TextField(default="")
    extension = pw.TextField(default="")
    short_number = pw.TextField(default="")
    kind = pw.TextField()
    label = pw.TextField(default="")
    holder_key = pw.TextField(default="")
    place = pw.TextField(default="")
    set_model = pw.TextField(default="")
    set_serial = pw.TextField(default="")
    staff = pw.ForeignKeyField(Staff, null=True)
    staff_id: int | None
    department = pw.ForeignKeyField(Department, null=True)
    department_id: int | None
    rank = pw.TextField(default="")
    quota_fen = pw.IntegerField(null=True)
    quota_by = pw.TextField(default="line")
    quota_per = pw.TextField(default="month")
    tolerance_fen = pw.IntegerField(default=0)
    carry_over = pw.BooleanField(default=False)
    payer = pw.TextField(default="company")
    operator = pw.TextField(default="")
    contract = pw.TextField(default="")
    contract_until = pw.DateField(null=True)
    network = pw.TextField(default="")
    ring_tone = pw.TextField(default="")
    reach = pw.TextField(default="")
    locked = pw.BooleanField(default=False)
    state = pw.TextField(default="active")
    installed_on = pw.DateField(null=True)
    stopped_on = pw.DateField(null=True)
    stop_reason = pw.TextField(default="")
    stop_paper = pw.TextField(default="")
    keep_until = pw.DateField(null=True)
    reopen_on = pw.DateField(null=True)
    removed_on = pw.DateField(null=True)
    remark = pw.TextField(default="")

    class Meta:
        table_name = "line"


class LineRight(pw.Model):
    """A right of a line, from when until when (inclusive); ``ended_by`` is the paper that ended it before its time."""

    id = pw.AutoField()
    line = pw.ForeignKeyField(Line, backref="rights")
    line_id: int
    right_key = pw.TextField()
    from_on = pw.DateField(null=True)
    until_on = pw.DateField(null=True)
    application = pw.TextField(default="")
    ended_by = pw.TextField(default="")
    until_before = pw.DateField(null=True)

    class Meta:
        table_name = "line_right"


class LineAssignment(pw.Model):
    """Whose a line was and under which number, from when until when (inclusive); one of a line's rows is open."""

    id = pw.AutoField()
    line = pw.ForeignKeyField(Line, backref="assignments")
    line_id: int
    branch = pw.ForeignKeyField(Branch)
    branch_id: int
    number = pw.TextField(default="")
    extension = pw.TextField(default="")
    staff = pw.ForeignKeyField(Staff, null=True)
    staff_id: int | None
    department = pw.ForeignKeyField(Department, null=True)
    department_id: int | None
    label = pw.TextField(default="")
    from_on = pw.DateField()
    until_on = pw.DateField(null=True)

    class Meta:
        table_name = "line_assignment"


class LinePaper(pw.Model):
    """What a paper changed of a line: the columns before and after as JSON, so that voiding it can put them back."""

    id = pw.AutoField()
    line = pw.ForeignKeyField(Line, backref="papers")
    line_id: int
    paper = pw.TextField()
    on_day = pw.DateField()
    before = pw.TextField()
    after = pw.TextField()
    state = pw.TextField(default="done")

    class Meta:
        table_name = "line_paper"


class LineNote(pw.Model):
    """A note of upkeep, supervision, or why somebody could not be reached."""

    id = pw.AutoField()
    line = pw.ForeignKeyField(Line, backref="notes")
    line_id: int
    on_day = pw.DateField()
    kind = pw.TextField()
    text = pw.TextField()
    by_whom = pw.TextField(default="")

    class Meta:
        table_name = "line_note"

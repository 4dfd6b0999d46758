"""What is kept of editions, their confirmations and the numbered copies."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.receipts.model import Receipt
from desk_mailadmin.registers.staff.model import Staff


class Edition(pw.Model):
    """An edition; ``snapshot`` is the directory as it was issued, as JSON (DirectoryService.snapshot)."""

    id = pw.AutoField()
    number = pw.IntegerField(unique=True)
    title = pw.TextField()
    state = pw.TextField(default="editing")
    opened_on = pw.DateField()
    due_on = pw.DateField()
    issued_on = pw.DateField(null=True)
    entries = pw.IntegerField(default=0)
    snapshot = pw.TextField(default="")

    class Meta:
        table_name = "edition"


class EditionConfirmation(pw.Model):
    """What a department's head said of an edition; ``place`` is the department's place among the others."""

    id = pw.AutoField()
    number = pw.TextField(unique=True)
    edition = pw.ForeignKeyField(Edition)
    edition_id: int
    department = pw.ForeignKeyField(Department)
    department_id: int
    place = pw.IntegerField()
    state = pw.TextField(default="pending")
    state_order = pw.IntegerField(default=0)
    confirmed_on = pw.DateField(null=True)
    confirmed_by = pw.TextField(default="")
    note = pw.TextField(default="")
    reminded = pw.IntegerField(default=0)
    reminded_on = pw.DateField(null=True)

    class Meta:
        table_name = "edition_confirmation"


class EditionCopy(pw.Model):
    """A numbered copy of the full tier, and the hand-over receipt of whoever has it (002/4.五.4)."""

    id = pw.AutoField()
    edition = pw.ForeignKeyField(Edition)
    edition_id: int
    copy_no = pw.IntegerField()
    staff = pw.ForeignKeyField(Staff)
    staff_id: int
    name = pw.TextField()
    dept = pw.TextField(default="")
    receipt_ref = pw.ForeignKeyField(Receipt, null=True, column_name="receipt_id")
    receipt = pw.TextField(default="")
    issued_on = pw.DateField()

    class Meta:
        table_name = "edition_copy"

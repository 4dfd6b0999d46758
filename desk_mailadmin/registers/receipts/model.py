"""What is kept of a receipt."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.mailboxes.model import Mailbox
from desk_mailadmin.registers.staff.model import Staff


class Receipt(pw.Model):
    """A paper handed over for signature; ``application_id`` points at the application it answers."""

    id = pw.AutoField()
    number = pw.TextField(unique=True)
    kind = pw.TextField()
    application_id = pw.IntegerField(null=True)
    application_number = pw.TextField(default="")
    mailbox = pw.ForeignKeyField(Mailbox, null=True)
    staff = pw.ForeignKeyField(Staff)
    branch = pw.ForeignKeyField(Branch)
    mailbox_id: int
    staff_id: int
    branch_id: int
    name = pw.TextField()
    name_key = pw.TextField()
    dept = pw.TextField()
    dept_key = pw.TextField()
    sheet = pw.TextField()
    state = pw.TextField(default="out")
    state_order = pw.IntegerField()
    issued_on = pw.DateField()
    handed_on = pw.DateField(null=True)
    handed_how = pw.TextField(default="")
    due_on = pw.DateField(null=True)
    signed_on = pw.DateField(null=True)
    signed_by = pw.TextField(default="")
    slip_issued_at = pw.TextField(null=True)
    slip_issued_by = pw.TextField(default="")
    ended_on = pw.DateField(null=True)
    reason = pw.TextField(default="")

    class Meta:
        table_name = "receipt"

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
    what = pw.TextField(default="account")
    kind = pw.TextField(default="")
    subject = pw.TextField(default="")
    copies = pw.IntegerField(default=1)
    note = pw.TextField(default="")
    application_id = pw.IntegerField(null=True)
    application_number = pw.TextField(default="")
    mailbox = pw.ForeignKeyField(Mailbox, null=True)
    staff = pw.ForeignKeyField(Staff)
    branch = pw.ForeignKeyField(Branch)
    mailbox_id: int | None
    staff_id: int
    branch_id: int
    name = pw.TextField()
    name_key = pw.TextField()
    emp_no = pw.TextField(default="")
    dept = pw.TextField()
    dept_key = pw.TextField()
    sheet = pw.TextField()
    state = pw.TextField(default="out")
    state_order = pw.IntegerField()
    issued_on = pw.DateField()
    handed_on = pw.DateField(null=True)
    handed_how = pw.TextField(default="")
    return_days = pw.IntegerField(null=True)
    due_on = pw.DateField(null=True)
    signed_on = pw.DateField(null=True)
    signed_by = pw.TextField(default="")
    recorded_on = pw.DateField(null=True)
    witness = pw.TextField(default="")
    lost_times = pw.IntegerField(default=0)
    lost_on = pw.DateField(null=True)
    reminded = pw.IntegerField(default=0)
    reminded_on = pw.DateField(null=True)
    back_by = pw.DateField(null=True)
    returned_on = pw.DateField(null=True)
    slip_issued_at = pw.TextField(null=True)
    slip_issued_by = pw.TextField(default="")
    ended_on = pw.DateField(null=True)
    reason = pw.TextField(default="")

    class Meta:
        table_name = "receipt"

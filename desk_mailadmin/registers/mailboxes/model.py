"""What is kept of a mailbox."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.staff.model import Staff


class Mailbox(pw.Model):
    """A mailbox, for ever: an address that once belonged to somebody stays known (M15-4)."""

    id = pw.AutoField()
    address = pw.TextField(unique=True)
    local_part = pw.TextField()
    branch = pw.ForeignKeyField(Branch)
    staff = pw.ForeignKeyField(Staff, null=True)
    branch_id: int
    staff_id: int | None
    owner = pw.TextField()
    owner_key = pw.TextField()
    kind = pw.TextField(default="personal")
    state = pw.TextField(default="active")
    quota_mb = pw.IntegerField()
    opened_on = pw.DateField(null=True)
    retained_until = pw.DateField(null=True)
    closed_on = pw.DateField(null=True)
    remark = pw.TextField(default="")

    class Meta:
        table_name = "mailbox"


class MailboxAlias(pw.Model):
    """A further address of a mailbox."""

    id = pw.AutoField()
    mailbox = pw.ForeignKeyField(Mailbox, backref="aliases")
    mailbox_id: int
    address = pw.TextField(unique=True)

    class Meta:
        table_name = "mailbox_alias"

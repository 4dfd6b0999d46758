"""What is kept of an application and its signatures."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.mailboxes.model import Mailbox
from desk_mailadmin.registers.staff.model import Staff


class Application(pw.Model):
    """An application as it was filled in: name, department and post are those of that day (``fields`` is JSON).

    ``same_key`` is empty where another application for the same thing does no harm; ``done_on`` is the day of the work,
    ``from_on`` to ``until_on`` (None: without end) the term of what was granted.
    """

    id = pw.AutoField()
    kind = pw.TextField()
    number = pw.TextField(null=True, unique=True)
    state = pw.TextField()
    state_order = pw.IntegerField()
    route = pw.TextField()
    staff = pw.ForeignKeyField(Staff)
    branch = pw.ForeignKeyField(Branch)
    staff_id: int
    branch_id: int
    name = pw.TextField()
    name_key = pw.TextField()
    emp_no = pw.TextField(default="")
    dept = pw.TextField()
    dept_key = pw.TextField()
    post = pw.TextField(default="")
    phone = pw.TextField(default="")
    mobile = pw.TextField(default="")
    fields = pw.TextField()
    address = pw.TextField(default="")
    subject = pw.TextField(default="")
    same_key = pw.TextField(default="")
    entered_on = pw.DateField()
    due_on = pw.DateField(null=True)
    form_rev = pw.TextField(default="")
    mailbox = pw.ForeignKeyField(Mailbox, null=True)
    mailbox_id: int | None
    opened_on = pw.DateField(null=True)
    done_on = pw.DateField(null=True)
    from_on = pw.DateField(null=True)
    until_on = pw.DateField(null=True)
    ended_on = pw.DateField(null=True)
    reason = pw.TextField(default="")

    class Meta:
        table_name = "application"


class SignOff(pw.Model):
    """One signature asked for; ``agreed`` is None until it is recorded."""

    id = pw.AutoField()
    application = pw.ForeignKeyField(Application, backref="sign_offs")
    position = pw.IntegerField()
    role = pw.TextField()
    title = pw.TextField()
    signer = pw.TextField(default="")
    agreed = pw.BooleanField(null=True)
    opinion = pw.TextField(default="")
    signed_on = pw.DateField(null=True)
    recorded_at = pw.TextField(null=True)
    recorded_by = pw.TextField(default="")

    class Meta:
        table_name = "sign_off"

"""What is kept of a department."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.branches.model import Branch


class Department(pw.Model):
    """A department of one branch."""

    id = pw.AutoField()
    branch = pw.ForeignKeyField(Branch, backref="departments")
    branch_id: int
    name = pw.TextField()
    name_key = pw.TextField()
    sort_order = pw.IntegerField(default=0)
    manager = pw.TextField(default="")
    mail_person = pw.TextField(default="")
    secret_keeper = pw.TextField(default="")
    closed_on = pw.DateField(null=True)

    class Meta:
        table_name = "department"

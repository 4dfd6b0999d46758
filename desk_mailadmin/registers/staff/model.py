"""What is kept of a person."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.departments.model import Department


class Staff(pw.Model):
    """A person of the company, in office or left; nobody is ever deleted."""

    id = pw.AutoField()
    emp_no = pw.TextField(null=True)
    name = pw.TextField()
    name_key = pw.TextField()
    pinyin = pw.TextField()
    initials = pw.TextField()
    department = pw.ForeignKeyField(Department, backref="people")
    department_id: int
    post = pw.TextField(default="")
    rank = pw.TextField(default="")
    gender = pw.TextField(default="")
    mobile = pw.TextField(default="")
    extension = pw.TextField(default="")
    email = pw.TextField(default="")
    hired_on = pw.DateField(null=True)
    left_on = pw.DateField(null=True)
    state = pw.TextField(default="active")
    remark = pw.TextField(default="")

    class Meta:
        table_name = "staff"

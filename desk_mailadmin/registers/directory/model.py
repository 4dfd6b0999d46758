"""What is kept of the directory."""

from __future__ import annotations

import peewee as pw

from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.staff.model import Staff


class DirectoryItem(pw.Model):
    """A person's or a shared set's entry; ``name_key`` is reckoned from the name, never entered."""

    id = pw.AutoField()
    department = pw.ForeignKeyField(Department)
    department_id: int
    staff = pw.ForeignKeyField(Staff, null=True)
    staff_id: int | None
    title = pw.TextField(default="")
    name_key = pw.TextField(default="")
    post = pw.TextField(default="")
    email = pw.TextField(default="")
    room = pw.TextField(default="")
    remark = pw.TextField(default="")
    leader = pw.BooleanField(default=False)
    sort_order = pw.IntegerField(default=0)
    state = pw.TextField(default="active")
    removed_on = pw.DateField(null=True)
    changed_on = pw.DateField(null=True)

    class Meta:
        table_name = "directory_entry"


class DirectoryNumber(pw.Model):
    """One number of an entry."""

    id = pw.AutoField()
    entry = pw.ForeignKeyField(DirectoryItem, backref="numbers")
    entry_id: int
    kind = pw.TextField()
    number = pw.TextField()
    sort_order = pw.IntegerField(default=0)

    class Meta:
        table_name = "directory_number"


class DirectoryChange(pw.Model):
    """A change slip: numbers of an entry, old and new as JSON, and who was told of it when (002/4.五.1)."""

    id = pw.AutoField()
    number = pw.TextField(unique=True)
    entry = pw.ForeignKeyField(DirectoryItem)
    entry_id: int
    changes = pw.TextField()
    reason = pw.TextField(default="")
    changed_at = pw.TextField()
    due_at = pw.TextField()
    head_told_at = pw.TextField(null=True)
    centre_told_at = pw.TextField(null=True)
    contacts_told_at = pw.TextField(null=True)
    entered_on = pw.DateField()
    state = pw.TextField(default="open")
    void_reason = pw.TextField(default="")

    class Meta:
        table_name = "directory_change"

"""What is kept of a telephone message."""

from __future__ import annotations

import peewee as pw


class Message(pw.Model):
    """A message that was taken for somebody who could not be reached."""

    id = pw.AutoField()
    number = pw.TextField(unique=True)
    staff_id = pw.IntegerField()
    name = pw.TextField()
    name_key = pw.TextField()
    dept = pw.TextField()
    caller = pw.TextField()
    company = pw.TextField(default="")
    phone = pw.TextField(default="")
    taken_on = pw.DateField()
    taken_at = pw.TextField()
    taken_by = pw.TextField(default="")
    wish = pw.TextField()
    text = pw.TextField(default="")
    state = pw.TextField(default="waiting")
    passed_on = pw.DateField(null=True)
    passed_at = pw.TextField(default="")
    passed_how = pw.TextField(default="")
    reason = pw.TextField(default="")

    class Meta:
        table_name = "message"

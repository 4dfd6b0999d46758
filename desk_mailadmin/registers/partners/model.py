"""What is kept of a partner's contact."""

from __future__ import annotations

import peewee as pw


class Partner(pw.Model):
    """Somebody to talk to at another company."""

    id = pw.AutoField()
    company = pw.TextField()
    company_key = pw.TextField()
    contact = pw.TextField(default="")
    contact_key = pw.TextField(default="")
    post = pw.TextField(default="")
    matter = pw.TextField(default="")
    phone = pw.TextField(default="")
    mobile = pw.TextField(default="")
    fax = pw.TextField(default="")
    email = pw.TextField(default="")
    staff_id = pw.IntegerField(null=True)
    remark = pw.TextField(default="")
    state = pw.TextField(default="active")
    ended_on = pw.DateField(null=True)

    class Meta:
        table_name = "partner"

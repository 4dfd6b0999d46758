"""What is kept of a branch."""

from __future__ import annotations

import peewee as pw


class Branch(pw.Model):
    """A unit with mail of its own: headquarters, a region, a branch, an office."""

    id = pw.AutoField()
    name = pw.TextField(unique=True)
    name_key = pw.TextField()
    kind = pw.TextField()
    sort_order = pw.IntegerField(default=0)
    head = pw.TextField(default="")
    personnel = pw.TextField(default="")
    mail_person = pw.TextField(default="")
    domain = pw.TextField(default="")
    webmail = pw.TextField(default="")
    imap_host = pw.TextField(default="")
    imap_port = pw.IntegerField(default=993)
    imap_security = pw.TextField(default="ssl")
    pop_host = pw.TextField(default="")
    pop_port = pw.IntegerField(default=995)
    pop_security = pw.TextField(default="ssl")
    smtp_host = pw.TextField(default="")
    smtp_port = pw.IntegerField(default=465)
    smtp_security = pw.TextField(default="ssl")
    closed_on = pw.DateField(null=True)

    class Meta:
        table_name = "branch"

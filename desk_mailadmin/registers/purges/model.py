"""What is kept of a destruction."""

from __future__ import annotations

import peewee as pw


class Purge(pw.Model):
    """A proposal to destroy what is past its term, and what came of it; ``plan`` and ``result`` are JSON."""

    id = pw.AutoField()
    number = pw.TextField(unique=True)
    state = pw.TextField(default="proposed")
    as_of = pw.DateField()
    proposed_on = pw.DateField()
    reason = pw.TextField()
    plan = pw.TextField()
    records = pw.IntegerField()
    files = pw.IntegerField()
    approved_by = pw.TextField(default="")
    approved_on = pw.DateField(null=True)
    done_on = pw.DateField(null=True)
    backup = pw.TextField(default="")
    emptied = pw.TextField(default="")
    result = pw.TextField(default="")
    journal_seq = pw.IntegerField(default=0)
    journal_head = pw.TextField(default="")
    cleaned = pw.BooleanField(default=False)
    void_on = pw.DateField(null=True)
    void_reason = pw.TextField(default="")

    class Meta:
        table_name = "purge"

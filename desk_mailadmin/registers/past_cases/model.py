"""What is remembered of the ledgers taken over."""

from __future__ import annotations

import peewee as pw


class PastCaseMapping(pw.Model):
    """Which column of a hand-kept ledger means what, remembered by the ledger's headings."""

    id = pw.AutoField()
    headings = pw.TextField(unique=True)
    mapping = pw.TextField()
    used_on = pw.DateField()

    class Meta:
        table_name = "past_case_mapping"

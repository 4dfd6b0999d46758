"""What is kept of a closed month."""

from __future__ import annotations

import peewee as pw


class ClosedMonth(pw.Model):
    """One closing of a month; opened again it stays, with the reason, and the next closing is another row."""

    id = pw.AutoField()
    month = pw.TextField()
    state = pw.TextField(default="closed")
    closed_on = pw.DateField()
    closed_by = pw.TextField(default="")
    reviewed_by = pw.TextField(default="")
    approved_by = pw.TextField(default="")
    carried_in_fen = pw.BigIntegerField()
    new_fen = pw.BigIntegerField()
    deducted_fen = pw.BigIntegerField()
    waived_fen = pw.BigIntegerField()
    carried_out_fen = pw.BigIntegerField()
    notes = pw.TextField(default="")
    file_name = pw.TextField()
    file_sha256 = pw.TextField()
    rows_sha256 = pw.TextField()
    journal_seq = pw.BigIntegerField()
    journal_head = pw.TextField()
    reopened_on = pw.DateField(null=True)
    reopened_by = pw.TextField(default="")
    reopen_reason = pw.TextField(default="")

    class Meta:
        table_name = "closed_month"

"""What is remembered of the rosters taken over."""

from __future__ import annotations

import peewee as pw


class RosterMapping(pw.Model):
    """Which column of a roster means what, remembered by the roster's headings."""

    id = pw.AutoField()
    headings = pw.TextField(unique=True)
    mapping = pw.TextField()
    used_on = pw.DateField()

    class Meta:
        table_name = "roster_mapping"

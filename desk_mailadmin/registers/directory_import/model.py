"""What is remembered of the directories taken over."""

from __future__ import annotations

import peewee as pw


class DirectoryMapping(pw.Model):
    """Which column of a hand-kept directory means what, remembered by its headings."""

    id = pw.AutoField()
    headings = pw.TextField(unique=True)
    mapping = pw.TextField()
    used_on = pw.DateField()

    class Meta:
        table_name = "directory_mapping"

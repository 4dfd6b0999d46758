"""What is kept of a mail with a paper."""

from __future__ import annotations

import peewee as pw


class Delivery(pw.Model):
    """A paper on its way by mail: whose, to whom, under which Message-ID, and what the server said.

    ``kind`` is the table of the paper's record; ``sha256`` finds the kept sheet; ``answer`` holds the server's own
    words, ``said`` the sentence the clerk read; times are instants with their zone.
    """

    id = pw.AutoField()
    kind = pw.TextField()
    record = pw.IntegerField()
    form = pw.TextField()
    title = pw.TextField()
    number = pw.TextField()
    name = pw.TextField()
    name_key = pw.TextField()
    address = pw.TextField()
    subject = pw.TextField()
    text = pw.TextField()
    file_name = pw.TextField()
    sha256 = pw.TextField()
    message_id = pw.TextField(unique=True)
    state = pw.TextField(default="waiting")
    state_order = pw.IntegerField()
    attempts = pw.IntegerField(default=0)
    answer = pw.TextField(default="")
    said = pw.TextField(default="")
    made_at = pw.TextField()
    tried_at = pw.TextField(null=True)
    sent_at = pw.TextField(null=True)

    class Meta:
        table_name = "delivery"

"""What is kept of the rulebook: the office's own versions; the articles themselves are shipped."""

from __future__ import annotations

import peewee as pw


class ArticleVersion(pw.Model):
    """One decision of the office about an article.

    ``version`` counts from 1 in each clause, ``figures`` is the text of ``entries.figures_text``, ``at`` and ``who``
    say when and by whom it was entered.
    """

    id = pw.AutoField()
    clause = pw.TextField()
    version = pw.BigIntegerField()
    in_force_on = pw.DateField()
    figures = pw.TextField()
    active = pw.BooleanField()
    reason = pw.TextField()
    at = pw.TextField()
    who = pw.TextField()

    class Meta:
        table_name = "article_version"

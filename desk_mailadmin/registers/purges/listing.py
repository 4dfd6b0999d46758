"""Destructions as lists show them."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from desk_mailadmin.store.listing import ListingSource

SOURCE = ListingSource(
    kind="purge",
    table="purge",
    orders={"number": "purge.number", "state": "purge.state DESC, purge.id DESC", "done": "purge.done_on"},
    default_order="purge.id DESC",
    segments={"open": "purge.state = 'proposed'", "done": "purge.state = 'done'", "all": "1 = 1"},
)
SELECT = """
    SELECT purge.id, purge.state, purge.number, purge.as_of, purge.proposed_on, purge.reason, purge.plan,
           purge.records, purge.files, purge.approved_by, purge.approved_on, purge.done_on, purge.backup,
           purge.result, purge.journal_seq, purge.journal_head, purge.cleaned, purge.void_reason
    FROM purge
"""


class PurgeRow(Struct, frozen=True):
    """A destruction as lists show it; ``plan`` and ``result`` are JSON, ``cleaned`` says that nothing is left to do."""

    id: int
    state: str
    number: str
    as_of: date
    proposed_on: date
    reason: str
    plan: str
    records: int
    files: int
    approved_by: str
    approved_on: date | None
    done_on: date | None
    backup: str
    result: str
    journal_seq: int
    journal_head: str
    cleaned: bool
    void_reason: str

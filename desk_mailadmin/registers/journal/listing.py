"""What the list of the journal shows, and how a row of many is found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from desk_mailadmin.registers.journal.rules import ACTS, title_of
from desk_mailadmin.store.gate import WHO_WITH_ROLE
from desk_mailadmin.store.listing import ListingSource
from desk_mailadmin.store.search import CAP
from desk_mailadmin.store.values import decoded, filled


class JournalSource(ListingSource, frozen=True):
    """A source whose id is the journal's own number."""

    @property
    def id(self) -> str:
        """The number's column."""
        return "journal.seq"


DAY = "[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"

SOURCE = JournalSource(
    kind="journal",
    table="journal",
    joins="JOIN history_entry AS entry ON entry.seq = journal.seq",
    orders={"seq": "journal.seq", "who": "journal.who, journal.seq", "kind": "entry.kind, journal.seq"},
    default_order="journal.seq DESC",
    segments={
        "all": "1 = 1",
        "today": "journal.at >= {today}",
        "wrote": "entry.act <> 'looked'",
        "looked": "entry.act = 'looked'",
    },
    filters={
        "span": f"{{value}} GLOB '{DAY}/{DAY}' AND "
        "substr(journal.at, 1, 10) BETWEEN substr({value}, 1, 10) AND substr({value}, -10)",
        "who": "journal.who",
        "act": "entry.act",
        "kind": "entry.kind",
    },
)

SELECT = f"""
    SELECT journal.seq, journal.at, {WHO_WITH_ROLE}, journal.action, entry.act, entry.kind, entry.record,
           entry.sentence, entry.details, journal.hash, journal.prev
    FROM journal JOIN history_entry AS entry ON entry.seq = journal.seq
"""  # noqa: S608  (our own SQL)

DESTROYED = "（内容已到期销毁）"
"""What stands where a destruction emptied what was changed; that something was, by whom and when stays."""

_LOOKED_IN = ("entry.sentence", "entry.details", "journal.who", "journal.at", "journal.action")


class JournalRow(Struct, frozen=True):
    """A row of the journal as its list shows it; ``id`` is its number, ``register`` shows its record (empty: none)."""

    id: int
    at: datetime
    who: str
    action: str
    act: str
    kind: str
    record: int
    sentence: str
    details: str
    hash: str
    prev: str
    wrong: bool = False
    register: str = ""

    @property
    def text(self) -> str:
        """What happened, in a sentence."""
        if not self.sentence:
            return DESTROYED
        return filled(self.sentence, decoded(self.details))

    @property
    def act_title(self) -> str:
        """What was done with the record, in a word."""
        return ACTS.get(self.act, self.act)

    @property
    def kind_title(self) -> str:
        """What people call the record's kind."""
        return title_of(self.kind)

    @property
    def moment(self) -> datetime:
        """When it was, on this machine's clock, as a list and a workbook hold it."""
        return self.at.astimezone().replace(tzinfo=None)


def found(text: str) -> tuple[str, Sequence[Any]] | None:
    """Return a SELECT of the rows in which every word of a search text stands, with its values; None for no text.

    The journal has no search table: it would double what every deed writes, and is searched seldom.
    """
    words = text[:CAP].replace("\0", "").encode("utf-8", "replace").decode("utf-8").split()
    if not text.strip():
        return None
    if not any(map(str.isalnum, "".join(words))):
        return "SELECT seq FROM journal WHERE 0", ()  # signs alone would find how the values are written down
    one = " OR ".join(f"instr(lower({column}), lower(?)) > 0" for column in _LOOKED_IN)
    where = " AND ".join(f"({one})" for _word in words)
    sql = f"SELECT journal.seq FROM journal {SOURCE.joins} WHERE {where}"  # noqa: S608  (our own SQL)
    return sql, [word for word in words for _column in _LOOKED_IN]

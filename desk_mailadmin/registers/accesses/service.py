"""The access log: who saw or took away which personal data, when and why (SAFETY 5.9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.privacy import MASK_LISTS, Leaving, checked_reason, needs_reason, offered_reasons
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.table import Choice, Column
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.accesses.rules import STATES
from desk_mailadmin.store.access_log import KIND, Access
from desk_mailadmin.store.attachments import Use
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import ListingSource, SqlListing

_SOURCE = ListingSource(
    kind=KIND,
    table=KIND,
    orders={
        "at": "access_log.at, access_log.id",
        "what": "access_log.what, access_log.at DESC",
        "who": "access_log.who, access_log.at DESC",
        "rows": "access_log.row_count",
    },
    default_order="access_log.id DESC",
    segments={
        "all": "1 = 1",
        "out": "access_log.what IN ('printed', 'exported', 'copied')",
        "shown": "access_log.what IN ('shown', 'opened')",
        "bare": "access_log.what NOT IN ('shown', 'opened') AND access_log.reason = ''",
    },
    filters={"who": "access_log.who", "register": "access_log.register", "year": "substr(access_log.at, 1, 4)"},
)

_GROUPS = regex(".{1,16}")
"""A check sum is read, and broken into lines, in groups of sixteen."""

_SELECT = """
    SELECT access_log.id, access_log.what, access_log.at, access_log.who, access_log.register, access_log.title,
           access_log.record, access_log.filtered_by, access_log.row_count, access_log.columns, access_log.reason,
           access_log.file, access_log.sha256
    FROM access_log
"""
_CHOICES = {
    "who": "SELECT DISTINCT who, who FROM access_log WHERE who <> '' ORDER BY who",
    "register": "SELECT register, max(title) FROM access_log WHERE record = 0 GROUP BY register ORDER BY register",
    "year": "SELECT DISTINCT substr(at, 1, 4), substr(at, 1, 4) FROM access_log ORDER BY 1 DESC",
}


class AccessRow(Struct, frozen=True):
    """One access as lists show it; ``record`` is 0 for a list, ``at`` an instant with its zone."""

    id: int
    what: str
    at: datetime
    who: str
    register: str
    title: str
    record: int
    filtered_by: str
    row_count: int
    columns: str
    reason: str
    file: str
    sha256: str

    @property
    def moment(self) -> datetime:
        """When it was, by this machine's clock."""
        return self.at.astimezone().replace(tzinfo=None)


class AccessesService(SqlListing[AccessRow]):
    """The access log: written silently where something is looked at or leaves, read in the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk

    def note(self, access: Access) -> None:
        """Note that personal data was looked at or left; a desk that is only viewed cannot keep it."""
        if self._desk.view_only:
            return
        if access.what in ("shown", "opened"):
            with self._desk.work("look") as work:
                self._desk.accesses.note(work, access)
        else:
            with self._desk.work("list.out") as work:
                self._desk.accesses.note(work, access)

    def note_opened(self, register: str, title: str, use: Use, records: int) -> None:
        """Note under 多人使用 that a kept file was opened; ``records`` is how many records it is of (a batch scan).

        Who works alone opens scans all day: for one pair of eyes a row for each would tell nothing.
        """
        if self._desk.members.is_on():
            access = Access("opened", register, title, use.name, records, use.record, use.kind, sha256=use.sha256)
            self.note(access)

    def is_asked(self, columns: Sequence[Column[Any]], rows: int) -> bool:
        """Say whether a list that leaves with these columns needs a reason."""
        return needs_reason(self._leaving(columns, rows), self._desk.settings.value)

    def checked(self, reason: str, columns: Sequence[Column[Any]], rows: int) -> str:
        """Return the reason; raise UserError where the office wants one and none is given."""
        return checked_reason(reason, self._leaving(columns, rows), self._desk.settings.value)

    def _leaving(self, columns: Sequence[Column[Any]], rows: int) -> Leaving:
        return Leaving(columns, rows, several=self._desk.members.is_on())

    def reasons(self) -> tuple[str, ...]:
        """Return the reasons to choose from, the latest first."""
        with self._desk.reading():
            return offered_reasons(self._desk.accesses.reasons())

    def masks(self) -> bool:
        """Say whether lists hide the middle of private numbers."""
        return self._desk.settings.value(MASK_LISTS)

    def rows(self, ids: Sequence[int]) -> Sequence[AccessRow]:
        """Return the rows of these accesses, in this order."""
        return self.ordered(ids, AccessRow, _SELECT)

    def row(self, record: int) -> AccessRow:
        """Return one access."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return people, registers or years that the log holds."""
        with self._desk.reading():
            found = list(execute(self._desk.database, _CHOICES[filter_key]))
        return [Choice(key, title) for key, title in found]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of an access."""
        row = self.row(record)
        facts = (
            Fact(QT_TRANSLATE_NOOP("desk", "经办人"), row.who),
            Fact(QT_TRANSLATE_NOOP("desk", "时间"), f"{row.moment:%Y-%m-%d %H:%M:%S}"),
            Fact(QT_TRANSLATE_NOOP("desk", "人数"), str(row.row_count)),
            Fact(QT_TRANSLATE_NOOP("desk", "原因"), row.reason),
            Fact(QT_TRANSLATE_NOOP("desk", "筛选条件"), row.filtered_by),
            Fact(QT_TRANSLATE_NOOP("desk", "内容"), row.columns),
            Fact(QT_TRANSLATE_NOOP("desk", "文件"), row.file),
            Fact(QT_TRANSLATE_NOOP("desk", "文件校验码"), " ".join(_GROUPS.findall(row.sha256))),
        )
        state = next(state for state in STATES if state.key == row.what)
        return Detail(row.title, state=state, facts=tuple(fact for fact in facts if fact.value))

"""The check of a whole desk as people get it: what was looked at, what was found, and the report that is signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from desk_mailadmin import __version__
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.settings import COMPANY
from desk_mailadmin.month_checks import drifted_sums
from desk_mailadmin.office import APP_NAME, Office
from desk_mailadmin.papers import Drawing, Paper, chinese_date
from desk_mailadmin.registers.journal.service import JournalService
from desk_mailadmin.store.desk_check import pieces_of
from desk_mailadmin.store.journal import Head
from desk_mailadmin.store.journal_check import PIECE, Finding, finding

FORM = "check_report"
Report = Callable[[int, int], None]
_GROUP = 4  # digits that are read together


class Result(Struct, frozen=True):
    """What one check found, and the journal's head when it ended."""

    at: datetime
    by: str
    head: Head
    backups: int
    findings: tuple[Finding, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """The journal rows at which something was found."""
        return tuple(sorted({one.seq for one in self.findings if one.seq}))


def check_file(office: Office, report: Report | None = None, *, beside: bool = False) -> tuple[Finding, ...]:
    """Check file, journal and kept heads in pieces, between which the desk is free; may run in a thread.

    ``beside`` takes the file table by table, for a window that goes on working.
    ``report`` is told after each piece and may stop the check. Damage that stops it is its last finding.
    """
    return tuple(_found(office, report or (lambda _done, _total: None), beside=beside))


def result_of(office: Office, of_file: Sequence[Finding]) -> Result:
    """Return the result of a check whose file part is done; adds the sums, so it runs where the desk is used."""
    desk = office.desk
    return Result(
        desk.clock.now(), desk.who, _journal(office).head(), len(desk.backups.heads()),
        (*of_file, *drifted_sums(office)),
    )  # fmt: skip


def spaced(digits: str) -> str:
    """Return digits in groups of four, as people compare them."""
    return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))


def report_drawing(office: Office, result: Result) -> Drawing:
    """Return the report of a check, ready to be drawn."""
    count = len(result.findings)
    data: dict[str, Any] = {
        "place": f"台账：{office.desk.settings.value(COMPANY) or office.desk.folder.name}",
        "at": f"{chinese_date(result.at.date())} {result.at:%H:%M}",
        "verdict": f"查出 {count} 处问题，见下表。" if count else "没有查出问题。",
        "by": result.by,
        "program": f"{APP_NAME} {__version__}",
        "file": "整个文件的结构",
        "journal": f"第 1 条到第 {result.head.seq:,} 条，逐条核对",
        "head": f"第 {result.head.seq} 条　{spaced(result.head.short)}",
        "backups": f"{result.backups} 份备份记下的校验码" if result.backups else "还没有备份",
        "sums": "每件处罚的合计与明细",
        "findings": [
            {"place": str(place), "row": str(one.seq) if one.seq else "—", "said": said(office, one), "text": one.text}
            for place, one in enumerate(result.findings, 1)
        ],
    }
    return office.papers.drawing(Paper("desk", 0, FORM, "", data))


def said(office: Office, found: Finding) -> str:
    """Return what the row of a finding says: when, who, what; empty where there is no such row."""
    rows = _journal(office).rows([found.seq]) if found.seq else ()
    return "".join(f"{row.moment:%Y-%m-%d %H:%M}　{row.who}　{row.text}" for row in rows)


def _found(office: Office, report: Report, *, beside: bool) -> Iterator[Finding]:
    rows = _journal(office).head().seq
    try:
        for place, piece in enumerate(pieces_of(office.desk, None, by_table=beside)):
            yield from piece
            report(min(place * PIECE, rows), rows)
    except EnvironmentFault as fault:
        yield finding(0, fault.template, **fault.values)


def _journal(office: Office) -> JournalService:
    service: JournalService = office.services["journal"]
    return service

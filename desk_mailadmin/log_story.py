"""The long-distance log of the sample company, and what the checks of its calls found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.findings import Place
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.findings.rules import INFO, LONG, UNLOGGED
from desk_mailadmin.registers.longdistance.entries import LogEntry
from desk_mailadmin.registers.longdistance.proposals import Comparison
from desk_mailadmin.registers.longdistance.service import UNALLOWED
from desk_mailadmin.telephone_month import reckon_month

if TYPE_CHECKING:
    from desk_mailadmin.office import Office
    from desk_mailadmin.registers.findings.listing import FindingRow
    from desk_mailadmin.registers.longdistance.rules import CallFact
    from desk_mailadmin.registers.longdistance.service import LongDistanceService

_TALKS = (
    ("上海 王经理", "催交十一月的纸样", "答应三天内寄到"),
    ("上海 赵工", "询价，比较两种克重", "报价已经收到"),
    ("广州 陈主任", "对账，核对到货数量", "数目一致"),
    ("上海 刘小姐", "商量展会摊位", "定下位置，等合同"),
    ("广州 何经理", "处理退货", "同意换货，运费对方出"),
)
_REVIEWER = "总经理"
_TYPED = 5
"""How many of the last entries the clerk typed in himself; the others were taken over from the paper's sheet."""
_LEFT_OUT = 24
"""Every how many calls one is not in the log."""
_LEFT_OPEN = 12
"""How many calls of more than three minutes nobody looked at yet."""
_REVIEWED_AFTER = 6  # days


class _Sheet(Struct, frozen=True):
    """A month's log: what the paper's sheet held, and what the clerk typed."""

    month: str
    entries: Sequence[LogEntry]

    @property
    def file_name(self) -> str:
        return f"长途电话记录表_{self.month.replace('-', '')}.xlsx"


def play_log(office: Office) -> None:
    """Log the calls of the months that have bills, check them, and decide some of what was found.

    Earlier months are done with: everything logged, found, answered for, reviewed. Of the last one some calls stand in
    no log, one entry is false, one lacks the result; its sheets are handed in and wait for the review.
    """
    months = sorted(office.services["charges"].months_with_bills())
    for month in months[:-1]:
        _log(office, _Sheet(month, _entries(office, month)))
        reckon_month(office, month)
        _finish(office, month)
        _hand_in(office, month, reviewed=True)
    for month in months[-1:]:
        _log(office, _Sheet(month, _with_faults(_entries(office, month))))
        reckon_month(office, month)
        _decide(office, month)
        _hand_in(office, month, reviewed=False)


def _entries(office: Office, month: str) -> list[LogEntry]:
    """Return what a careful user would have written of each long-distance call of somebody."""
    calls = office.services["longdistance"].call_facts(month, long_distance=True)
    return [_entry(call, place) for place, call in enumerate(calls) if call.line is not None and call.staff is not None]


def _entry(call: CallFact, place: int) -> LogEntry:
    callee, purpose, result = _TALKS[place % len(_TALKS)]
    until = call.started_at + timedelta(minutes=-(-call.seconds // 60))
    return LogEntry(
        on_day=call.started_at.date(), staff=call.staff, line=call.line, called=call.called, callee=callee,
        from_at=f"{call.started_at:%H:%M}", to_at=f"{until:%H:%M}", purpose=purpose, result=result,
    )  # fmt: skip


def _with_faults(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """Return a log with calls left out, the longest made shorter than it was, and one without its result."""
    kept = [one for place, one in enumerate(entries) if place % _LEFT_OUT != _LEFT_OUT // 2]
    longest = max(range(len(kept) - _TYPED), key=lambda place: _minutes(kept[place]))
    kept[longest] = replace(kept[longest], to_at=kept[longest].from_at)
    bare = 0 if longest else 1
    kept[bare] = replace(kept[bare], result="")
    return kept


def _minutes(entry: LogEntry) -> int:
    start, end = (int(text[:2]) * 60 + int(text[3:]) for text in (entry.from_at, entry.to_at))
    return end - start


def _log(office: Office, sheet: _Sheet) -> None:
    """Take the paper's sheet over and type in the last few calls."""
    log: LongDistanceService = office.services["longdistance"]
    written, typed = sheet.entries[:-_TYPED], sheet.entries[-_TYPED:]
    rows = [Comparison(row, Place("长途登记", row + 2), entry, known=False) for row, entry in enumerate(written)]
    log.take_over(sheet.file_name, rows)
    for entry in typed:
        log.enter(entry, {UNALLOWED})


def _hand_in(office: Office, month: str, *, reviewed: bool) -> None:
    """Hand the units' sheets in on the first of the next month; the general manager reviews them within the week."""
    log: LongDistanceService = office.services["longdistance"]
    handed = date.fromisoformat(f"{month_after(month)}-01")
    for branch, _name in log.branches_of(month):
        log.hand_in(month, branch, handed, office.desk.who)
        if reviewed:
            log.review(month, branch, handed + timedelta(days=_REVIEWED_AFTER), _REVIEWER)


def _found(office: Office, month: str) -> list[FindingRow]:
    findings = office.services["findings"]
    rows: Sequence[FindingRow] = findings.rows(findings.keys(Query(segment="all", filters={"month": month})))
    return sorted((row for row in rows if row.state == "open"), key=lambda row: (row.occurred_at, row.id))


def _finish(office: Office, month: str) -> None:
    findings, rows = office.services["findings"], _found(office, month)
    findings.dismiss([row.id for row in rows if row.kind == INFO], "已在处罚台账登记，不重复处理")
    findings.dismiss([row.id for row in rows if row.kind != INFO], "月底和各部门核对过，都是工作通话")


def _decide(office: Office, month: str) -> None:
    """Draft a case for one call nobody logged, excuse another, and note most of the long calls as business."""
    findings, rows = office.services["findings"], _found(office, month)
    unlogged = [row for row in rows if row.kind == UNLOGGED and row.staff is not None]
    if unlogged:
        findings.draft([unlogged[0].id])
    if len(unlogged) > 1:
        findings.dismiss([unlogged[-1].id], "当天停电，电话登记本上有，已经补写")
    long = [row.id for row in rows if row.kind == LONG]
    if long[:-_LEFT_OPEN]:
        findings.dismiss(long[:-_LEFT_OPEN], "部门负责人确认是工作通话，已提醒长话短说")

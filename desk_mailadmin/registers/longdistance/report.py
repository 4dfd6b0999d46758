"""The long-distance log in the monthly workbook: what was logged, then the billed calls that nobody logged."""

from __future__ import annotations

from collections.abc import Sequence

from desk_mailadmin.documents.book import Agreement, LedgerColumn, LedgerSheet, PlaceSums
from desk_mailadmin.kernel.table import Kind, Value
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.rules import LONGEST
from desk_mailadmin.registers.longdistance.service import LongDistanceService
from desk_mailadmin.registers.longdistance.table import summary
from desk_mailadmin.registers.months.rules import title_of

LOG = "长途通话登记"
MISSED = "清单有而登记无"
MONEY_IN_YUAN = "金额单位：元"
_SIGNERS = ("制表", "管理部", "总经理核阅", "核阅日期")
_CHECKS = {"ok": "相符", "incomplete": "不完整", "open": "待核对", "unlogged": "登记无"}
_COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 3),
    LedgerColumn("日期", Kind.DATE, 5.5),
    LedgerColumn("使用人", Kind.TEXT, 5),
    LedgerColumn("部门", Kind.TEXT, 7),
    LedgerColumn("使用电话", Kind.CODE, 6),
    LedgerColumn("受话人", Kind.TEXT, 8),
    LedgerColumn("对方号码", Kind.CODE, 9),
    LedgerColumn("起", Kind.CODE, 3.5),
    LedgerColumn("止", Kind.CODE, 3.5),
    LedgerColumn("分钟", Kind.COUNT, 3.5, total=True),
    LedgerColumn("联络事项", Kind.TEXT, 7),
    LedgerColumn("交涉结果", Kind.TEXT, 8),
    LedgerColumn("批准人/单号", Kind.TEXT, 7),
    LedgerColumn("话费", Kind.MONEY, 5, total=True),
    LedgerColumn("核对", Kind.TEXT, 8),
)
_MINUTES, _FEE = 9, 13
_SUMMED = (
    LedgerColumn("长途次数", Kind.COUNT, 3, total=True),
    LedgerColumn("长途分钟", Kind.COUNT, 3, total=True),
    LedgerColumn("长途话费", Kind.MONEY, 4.8, total=True),
    LedgerColumn("未归还钥匙", Kind.COUNT, 3.5, total=True),
)
"""What the summary by department tells of long distance."""
NOWHERE = "没有归到部门"


def log_sheet(service: LongDistanceService, month: str, facts: tuple[str, ...]) -> LedgerSheet:
    """Return a month's log of all units: what was logged, then under a heading of its own what was not (002/5.四)."""
    rows = service.of_month(month)
    logged, missed = [row for row in rows if row.is_logged], [row for row in rows if not row.is_logged]
    body: list[tuple[Value, ...]] = [_line(number, row) for number, row in enumerate(logged, 1)]
    bold = set()
    if missed:
        bold = {len(body), len(body) + 1}
        body += [_sum("登记小计", body), _heading(f"{MISSED}（{len(missed)} 次）")]
        body += [_line(number, row) for number, row in enumerate(missed, 1)]
    return LedgerSheet(
        LOG, f"{title_of(month)}长途通话登记", _COLUMNS, body, (*facts, MONEY_IN_YUAN), signatures=_SIGNERS,
        notes=_notes(logged, missed), emphasised=frozenset(bold), frozen=3,
    )  # fmt: skip


def figures(service: LongDistanceService, month: str) -> tuple[int, int, int, int]:
    """Return what a month's log comes to with the calls nobody logged: calls, minutes, fen, over three minutes."""
    rows = service.of_month(month)
    minutes = sum(_minutes(row) or 0 for row in rows)
    return len(rows), minutes, sum(row.fee_fen or 0 for row in rows), sum((row.seconds or 0) > LONGEST for row in rows)


def department_sums(service: LongDistanceService, month: str) -> PlaceSums:
    """Return a month's long-distance calls, minutes and fees by department, and the keys that are out (002/1.五)."""
    found: dict[tuple[str, str], list[int]] = {}
    for row in service.of_month(month):
        sums = found.setdefault((row.branch, row.dept or NOWHERE), [0] * len(_SUMMED))
        for place, figure in enumerate((1, _minutes(row) or 0, row.fee_fen or 0)):
            sums[place] += figure
    for slip in service.keys_out():
        person = service.staff.row(slip.staff)
        found.setdefault((person.branch, person.dept), [0] * len(_SUMMED))[-1] += 1
    return PlaceSums(
        _SUMMED,
        {place: tuple(sums) for place, sums in found.items()},
        (Agreement("长途次数", LOG), Agreement("长途分钟", LOG, "分钟"), Agreement("长途话费", LOG, "话费")),
    )


def _notes(logged: Sequence[LongDistanceRow], missed: Sequence[LongDistanceRow]) -> tuple[str, ...]:
    return (
        summary(logged, missed),
        "核对：相符；登记不实的写明哪里不符；“登记无”是话费清单里有而登记表里没有。分钟按清单进位，清单里没有的按登记。",
    )


def _line(number: int, row: LongDistanceRow) -> tuple[Value, ...]:
    return (
        number,
        row.on_day,
        row.user,
        row.dept,
        row.set_title,
        row.callee,
        row.called,
        row.from_at,
        row.to_at,
        _minutes(row),
        row.purpose,
        row.result,
        row.approval or row.approver,
        row.fee_fen,
        "、".join(row.details) or _CHECKS[row.state],
    )


def _minutes(row: LongDistanceRow) -> int | None:
    return row.minutes if row.seconds is None else -(-row.seconds // 60)


def _sum(title: str, body: Sequence[tuple[Value, ...]]) -> tuple[Value, ...]:
    values: list[Value] = [None] * len(_COLUMNS)
    values[2] = title
    for place in (_MINUTES, _FEE):
        values[place] = sum(value for row in body if isinstance(value := row[place], int))
    return tuple(values)


def _heading(title: str) -> tuple[Value, ...]:
    return (None, None, title, *[None] * (len(_COLUMNS) - 3))

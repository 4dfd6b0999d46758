"""The penalty ledger in the monthly workbook (LEDGER 5.2): its cases, the sums by department, clause and month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from desk_mailadmin.documents.book import (
    MOST_BARS,
    Agreement,
    Balance,
    Bars,
    ChartSeries,
    ChartSheet,
    LedgerChart,
    LedgerColumn,
    LedgerSheet,
    PlaceSums,
    Term,
)
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.table import Kind, Value
from desk_mailadmin.registers.penalties import money
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.rules import LIFECYCLE
from desk_mailadmin.registers.penalties.service import PenaltiesService

Key = TypeVar("Key")

LEDGER = "处罚台账"
CLAUSES = "处罚按条款"
YEAR = "处罚近 12 个月"
CHARTS = "处罚统计图"
RECOVERY, DUE, PAID, COUNT = "追缴或赔偿", "应扣", "已扣", "件数"
CARRIED_IN, NEW, TAKEN, WAIVED, CARRIED_OUT = "上月结转", "本月新增", "本月扣回", "本月减免", "期末结转"
CASES = "违规件数"
MONTHS = 12
NO_CLAUSE = "没有条款"

MONEY_IN_YUAN = "金额单位：元"
SIGNERS = ("制表", "复核", "财务签收", "经理")
_SHOWN_VOIDS = 5
_SO_FAR = "“已扣”是各件到制表日为止的累计。"
_NOT_COUNTED = ("void", "reversed", "offset")
_NUMERALS = "零一二三四五六七八九十"
_PARTS = re.compile(r"[0-9]+|[一二三四五六七八九十]")
_NUMBER = re.compile(r"(.*-)(\d+)")


class MonthSums(Struct, frozen=True):
    """What a month came to: its cases (old ledgers' too), what they demanded in fen, and its balance."""

    month: str
    cases: int
    fine_fen: int
    recovery_fen: int
    balance: money.Balance


def counts(row: PenaltyRow) -> int:
    """Return 1 for a case that stands, 0 for a void or reversed one and for what reverses it."""
    return int(row.state not in _NOT_COUNTED)


def demanded(row: PenaltyRow) -> tuple[int, int]:
    """Return fine and recovery in fen; nothing of a void."""
    return (0, 0) if row.state == "void" else (row.fine_fen, row.recovery_fen)


def ledger_sheet(service: PenaltiesService, month: str, facts: tuple[str, ...]) -> LedgerSheet:
    """Return the month's ledger: each case booked in it, voids struck through with 0, the balance below."""
    rows = service.of_month(month)
    word = service.money_word()
    balance = service.balance(month)
    deducted = sum(line.deducted_fen for line in service.deduction_list(month))
    return LedgerSheet(
        LEDGER,
        LEDGER,
        _ledger_columns(word),
        [_case(number, row) for number, row in enumerate(rows, 1)],
        (*facts, MONEY_IN_YUAN),
        signatures=SIGNERS,
        notes=(*numbers_notes(rows, service.numbered), _taken_note(balance, deducted)),
        struck=frozenset(place for place, row in enumerate(rows) if row.state == "void"),
        frozen=5,
        balance=_balance(balance),
    )


def _ledger_columns(word: str) -> tuple[LedgerColumn, ...]:
    return (
        LedgerColumn("序号", Kind.COUNT, 2.5),
        LedgerColumn("单号", Kind.CODE, 7),
        LedgerColumn("发生日期", Kind.DATE, 5),
        LedgerColumn("部门", Kind.TEXT, 6),
        LedgerColumn("姓名", Kind.TEXT, 4.5),
        LedgerColumn("违规事实", Kind.TEXT, 18),
        LedgerColumn("依据条款", Kind.TEXT, 8.5),
        LedgerColumn("第几次", Kind.COUNT, 2.5),
        LedgerColumn("处理", Kind.TEXT, 5),
        LedgerColumn(word, Kind.MONEY, 5, total=True),
        LedgerColumn(RECOVERY, Kind.MONEY, 5, total=True),
        LedgerColumn(DUE, Kind.MONEY, 5, total=True),
        LedgerColumn(PAID, Kind.MONEY, 5, total=True),
        LedgerColumn("状态", Kind.STATE, 4, choices=tuple(state.title for state in LIFECYCLE.states)),
        LedgerColumn(COUNT, Kind.COUNT, 4, total=True, hidden=True),
        LedgerColumn("单位", Kind.TEXT, 8, hidden=True),
        LedgerColumn("工号", Kind.CODE, 6, hidden=True),
        LedgerColumn("计算式", Kind.TEXT, 12, hidden=True),
        LedgerColumn("改动理由", Kind.TEXT, 12, hidden=True),
        LedgerColumn("见证人", Kind.TEXT, 6, hidden=True),
        LedgerColumn("审批人", Kind.TEXT, 6, hidden=True),
        LedgerColumn("扣款月份", Kind.CODE, 6, hidden=True),
        LedgerColumn("减免", Kind.MONEY, 6, hidden=True),
        LedgerColumn("原因", Kind.TEXT, 12, hidden=True),
        LedgerColumn("证据份数", Kind.COUNT, 5, hidden=True),
        LedgerColumn("记录号", Kind.COUNT, 5, hidden=True),
    )


def _case(number: int, row: PenaltyRow) -> tuple[Value, ...]:
    fine, recovery = demanded(row)
    return (
        number,
        row.number,
        row.occurred_on,
        row.dept,
        row.name,
        row.facts or row.act_title,
        row.cited,
        None if row.state == "offset" else row.offence_no,
        row.sanction,
        fine,
        recovery,
        fine + recovery,
        row.deducted_fen - row.refunded_fen,
        LIFECYCLE.state(row.state).title,
        counts(row),
        row.branch,
        row.emp_no,
        row.formula,
        row.change_reason,
        row.witness,
        row.approver,
        _when_deducted(row),
        row.waived_fen,
        row.reason,
        row.evidence,
        row.id,
    )


def _when_deducted(row: PenaltyRow) -> str:
    return f"{row.deduct_month} 起 {row.instalments} 期" if row.instalments > 1 else row.deduct_month


def _balance(balance: money.Balance) -> Balance:
    return Balance(
        (
            Term(CARRIED_IN, balance.carried_in_fen),
            Term(NEW, balance.new_fen, column=DUE),
            Term(TAKEN, balance.deducted_fen, taken=True),
            Term(WAIVED, balance.waived_fen, taken=True),
        ),
        Term(CARRIED_OUT, balance.carried_out_fen),
    )


def _taken_note(balance: money.Balance, deducted: int) -> str:
    other = balance.deducted_fen - deducted
    if not balance.deducted_fen and not deducted:
        return f"本月没有扣回。{_SO_FAR}"
    said = f"，现金缴款（减退款）{fen_to_text(other)} 元" if other else ""
    return f"本月扣回 {fen_to_text(balance.deducted_fen)} 元：工资扣款 {fen_to_text(deducted)} 元{said}。{_SO_FAR}"


def numbers_notes(rows: Sequence[PenaltyRow], numbered: Callable[[str], int | None]) -> tuple[str, ...]:
    """Return which numbers of each year's series the month took, which are void and why, which are missing (M4-20).

    ``numbered`` finds a case by its number: a number between them may stand in another month.
    """
    if not rows:
        return ("本月没有新的处罚单号。",)
    series = groupby(sorted(rows, key=_series), key=lambda row: _series(row)[0])
    return tuple(_series_note(list(found), numbered) for _prefix, found in series)


def _series(row: PenaltyRow) -> tuple[str, int]:
    found = _NUMBER.fullmatch(row.number)
    return (found[1], int(found[2])) if found else (row.number, 0)


def _series_note(rows: Sequence[PenaltyRow], numbered: Callable[[str], int | None]) -> str:
    prefix, taken = _series(rows[0])[0], {_series(row)[1] for row in rows}
    between = [f"{prefix}{number:04d}" for number in range(min(taken), max(taken)) if number not in taken]
    missing = [number for number in between if numbered(number) is None]
    voids = [f"{row.number} {row.reason}".rstrip() for row in rows if row.state == "void"]
    span = f"{rows[0].number}～{rows[-1].number}" if len(rows) > 1 else rows[0].number
    elsewhere = f"记入其他月份 {len(between) - len(missing)} 份，" if len(between) > len(missing) else ""
    return (
        f"本月单号 {span}，共 {len(rows)} 份，{elsewhere}作废 {len(voids)} 份{_listed(voids)}，"
        f"缺号 {len(missing)} 个{_listed(missing)}。"
    )


def _listed(found: Sequence[str]) -> str:
    more = f"；另 {len(found) - _SHOWN_VOIDS} 份" if len(found) > _SHOWN_VOIDS else ""
    return f"（{'；'.join(found[:_SHOWN_VOIDS])}{more}）" if found else ""


def clauses_sheet(service: PenaltiesService, month: str, facts: tuple[str, ...]) -> LedgerSheet:
    """Return the month's cases by clause; its totals must be those of the ledger."""
    word = service.money_word()
    found = by_group(service.of_month(month), lambda row: row.clause)
    cited = {row.clause: row.cited for row in service.of_month(month)}
    body = [
        (number, cited[clause] or NO_CLAUSE, *sums, sums[1] + sums[2])
        for number, (clause, sums) in enumerate(sorted(found.items(), key=lambda one: clause_order(one[0])), 1)
    ]
    agreed = ((COUNT, COUNT), (word, word), (RECOVERY, RECOVERY), (DUE, NEW))
    return LedgerSheet(
        CLAUSES,
        CLAUSES,
        (
            LedgerColumn("序号", Kind.COUNT, 4),
            LedgerColumn("依据条款", Kind.TEXT, 16),
            LedgerColumn(COUNT, Kind.COUNT, 5, total=True),
            LedgerColumn(word, Kind.MONEY, 7, total=True),
            LedgerColumn(RECOVERY, Kind.MONEY, 7, total=True),
            LedgerColumn(DUE, Kind.MONEY, 7, total=True),
        ),
        body,
        (*facts, MONEY_IN_YUAN),
        signatures=SIGNERS,
        notes=("件数不含作废、被冲销的和冲销单；金额已减去冲销。",),
        landscape=False,
        agreements=tuple(Agreement(column, LEDGER, of) for column, of in agreed),
    )


def clause_order(clause: str) -> tuple[int, ...]:
    """Return what clauses are put in their order by: 2.五 comes before 12.八, 15.一.3 before 15.一.5."""
    return tuple(int(part) if part.isdigit() else _NUMERALS.index(part) for part in _PARTS.findall(clause))


def by_group(rows: Iterable[PenaltyRow], group: Callable[[PenaltyRow], Key]) -> dict[Key, tuple[int, int, int]]:
    """Return cases that stand, fine and recovery (fen) by group; what reverses one lowers its group's sums."""
    found: dict[Key, tuple[int, int, int]] = {}
    for row in rows:
        fine, recovery = demanded(row)
        cases, fines, recoveries = found.get(group(row), (0, 0, 0))
        found[group(row)] = (cases + counts(row), fines + fine, recoveries + recovery)
    return found


def months_until(service: PenaltiesService, month: str) -> tuple[MonthSums, ...]:
    """Return the twelve months that end with ``month``."""
    months = [month_after(month, place - MONTHS + 1) for place in range(MONTHS)]
    found = by_group(service.of_months(months[0], month), lambda row: row.month)
    return tuple(MonthSums(one, *found.get(one, (0, 0, 0)), service.balance(one)) for one in months)


def year_sheet(service: PenaltiesService, month: str, facts: tuple[str, ...]) -> LedgerSheet:
    """Return the last twelve months, each with its balance."""
    body = [
        (
            number, one.month, one.cases, one.fine_fen, one.recovery_fen, one.balance.new_fen,
            one.balance.deducted_fen, one.balance.waived_fen, one.balance.carried_out_fen,
        )
        for number, one in enumerate(months_until(service, month), 1)
    ]  # fmt: skip
    return LedgerSheet(
        YEAR,
        YEAR,
        (
            LedgerColumn("序号", Kind.COUNT, 3),
            LedgerColumn("月份", Kind.CODE, 5),
            LedgerColumn(COUNT, Kind.COUNT, 4, total=True),
            LedgerColumn(service.money_word(), Kind.MONEY, 6, total=True),
            LedgerColumn(RECOVERY, Kind.MONEY, 6, total=True),
            LedgerColumn("新增", Kind.MONEY, 6, total=True),
            LedgerColumn("扣回", Kind.MONEY, 6, total=True),
            LedgerColumn("减免", Kind.MONEY, 6, total=True),
            LedgerColumn(CARRIED_OUT, Kind.MONEY, 6),
        ),
        body,
        (*facts, MONEY_IN_YUAN),
        signatures=SIGNERS,
        notes=("罚款和追缴按记入的月份，含转入的旧台账；新增、扣回、减免和结转只算本台账记过的账。",),
        landscape=False,
    )


def department_sums(service: PenaltiesService, month: str) -> PlaceSums:
    """Return a month's cases and money by department, and what they must agree with in the ledger."""
    sums = (service.money_word(), RECOVERY, TAKEN, CARRIED_OUT)
    found = by_group(service.of_month(month), lambda row: (row.branch, row.dept))
    moved = service.money_by_department(month)
    return PlaceSums(
        (
            LedgerColumn(CASES, Kind.COUNT, 3, total=True),
            *(LedgerColumn(title, Kind.MONEY, 4.8, total=True) for title in sums),
        ),
        {place: (*found.get(place, (0, 0, 0)), *moved.get(place, (0, 0))) for place in {*found, *moved}},
        (
            Agreement(CASES, LEDGER, COUNT),
            *(Agreement(one, LEDGER, one) for one in sums),
        ),
    )


def charts(service: PenaltiesService, month: str, facts: tuple[str, ...]) -> ChartSheet:
    """Return the month by department and by clause, and the twelve months that end with it."""
    rows, months = service.of_month(month), months_until(service, month)
    cited = {row.clause: row.cited for row in rows}
    several = len({row.branch for row in rows}) > 1
    places = by_group(rows, lambda row: f"{row.branch} {row.dept}" if several else row.dept)
    departments = _largest(places, lambda sums: sums[1] + sums[2])
    standing = by_group((row for row in rows if counts(row)), lambda row: row.clause)
    clauses = _largest(standing, lambda sums: sums[0])
    names, word = tuple(cited.get(key, key) or NO_CLAUSE for key, _sums in clauses), service.money_word()
    return ChartSheet(
        CHARTS,
        CHARTS,
        (
            LedgerChart(
                "各部门", "部门", "金额（元）", tuple(name for name, _sums in departments),
                _sums(word, [sums[1:] for _name, sums in departments]), Bars.LYING, stacked=True,
            ),
            LedgerChart(
                "各条款", "依据条款", COUNT, names,
                (ChartSeries(COUNT, tuple(sums[0] for _clause, sums in clauses)),), Bars.LYING, money=False,
            ),
            LedgerChart(
                f"近 {MONTHS} 个月", "月份", "金额（元）", tuple(one.month for one in months),
                _sums(word, [(one.fine_fen, one.recovery_fen) for one in months]), stacked=True,
            ),
        ),
        facts,
    )  # fmt: skip


def _sums(word: str, sums: Sequence[tuple[int, int]]) -> tuple[ChartSeries, ...]:
    return tuple(ChartSeries(title, tuple(one[place] for one in sums)) for place, title in enumerate((word, RECOVERY)))


def _largest(
    found: Mapping[str, tuple[int, int, int]], size: Callable[[tuple[int, int, int]], int]
) -> list[tuple[str, tuple[int, int, int]]]:
    """Return the largest groups first; what is too many for a chart is added up as 其他."""
    ordered = sorted(found.items(), key=lambda one: (-size(one[1]), one[0]))
    shown, rest = ordered[: MOST_BARS - 1], ordered[MOST_BARS - 1 :]
    if len(rest) > 1:
        cases, fines, recoveries = (sum(column) for column in zip(*(sums for _name, sums in rest), strict=True))
        rest = [(f"其他 {len(rest)} 个", (cases, fines, recoveries))]
    return [*shown, *rest]

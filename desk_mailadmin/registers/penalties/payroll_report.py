"""What payroll deducts in a month, in the monthly workbook: by department and person, with capitals and signatures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from desk_mailadmin.documents.book import Balance, LedgerColumn, LedgerSheet, Term
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Kind, Value
from desk_mailadmin.language.capitals import in_capitals
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.payroll import Deduction
from desk_mailadmin.registers.penalties.report import MONEY_IN_YUAN, SIGNERS
from desk_mailadmin.registers.penalties.service import PenaltiesService

PAYROLL = "工资扣款清单"

_COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 2.5),
    LedgerColumn("单位", Kind.TEXT, 7),
    LedgerColumn("部门", Kind.TEXT, 8),
    LedgerColumn("工号", Kind.CODE, 5),
    LedgerColumn("姓名", Kind.TEXT, 5),
    LedgerColumn("单号", Kind.CODE, 7),
    LedgerColumn("事由", Kind.TEXT, 14),
    LedgerColumn("依据条款", Kind.TEXT, 9),
    LedgerColumn("未结清", Kind.MONEY, 6, total=True),
    LedgerColumn("本月扣款", Kind.MONEY, 6, total=True),
    LedgerColumn("其中已登记", Kind.MONEY, 6, total=True),
    LedgerColumn("扣后结转", Kind.MONEY, 6, total=True),
    LedgerColumn("说明", Kind.TEXT, 8),
)
_SUMMED = range(8, 12)


def payroll_sheet(service: PenaltiesService, month: str, facts: tuple[str, ...]) -> LedgerSheet:
    """Return what payroll deducts in a month, person by person with a subtotal for each department."""
    lines = service.deduction_list(month)
    body: list[tuple[Value, ...]] = []
    subtotals: set[int] = set()
    numbered = [(number, line) for number, line in enumerate(lines, 1)]
    for place, found in groupby(numbered, key=lambda one: (one[1].case.branch, one[1].case.dept)):
        rows = [_deduction(number, line) for number, line in found]
        subtotals.add(len(body) + len(rows))
        body += [*rows, _subtotal(place, rows)]
    totals = [sum(_fen(row[place]) for row in body if row[0] is not None) for place in _SUMMED]
    people = len({line.case.staff for line in lines})
    return LedgerSheet(
        PAYROLL,
        f"{title_of(month)}工资扣款清单",
        _COLUMNS,
        body,
        (*facts, MONEY_IN_YUAN),
        signatures=SIGNERS,
        notes=_payroll_notes(people, len(lines), totals[1]),
        emphasised=frozenset(subtotals),
        frozen=5,
        balance=Balance(
            (Term("未结清", totals[0], column="未结清"), Term("本月扣款", totals[1], taken=True, column="本月扣款")),
            Term("扣后结转", totals[3], column="扣后结转"),
        ),
    )


def _deduction(number: int, line: Deduction) -> tuple[Value, ...]:
    case, taken = line.case, line.fen + line.deducted_fen
    owed = max(case.rest_fen, 0) + line.deducted_fen
    return (
        number, case.branch, case.dept, case.emp_no, case.name, case.number, case.act_title, case.cited,
        owed, taken, line.deducted_fen, owed - taken, line.note,
    )  # fmt: skip


def _subtotal(place: tuple[str, str], rows: Sequence[Sequence[Value]]) -> tuple[Value, ...]:
    sums = [sum(_fen(row[column]) for row in rows) for column in _SUMMED]
    return (None, *place, "", "", "", f"小计（{len(rows)} 笔）", "", *sums, "")


def _fen(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _payroll_notes(people: int, count: int, fen: int) -> tuple[str, ...]:
    if not count:
        return ("本月没有从工资扣的款。",)
    return (
        f"共 {people} 人 {count} 笔，本月扣款合计人民币（大写）{in_capitals(fen)}　（小写）{fen_to_text(fen)} 元。",
        "未扣完的结转下月，从以后的工资中扣。",
    )

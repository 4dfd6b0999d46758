"""What lists and panels show of bills."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.registers.bills.model import Bill, BillFault
from desk_mailadmin.registers.bills.rules import LIFECYCLE, PBX, SOURCES
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import ListingSource, SqlListing, within

_FIXED = "bill.rent_fen + bill.caller_id_fen + bill.other_fen"
_DIFFERS = (
    "bill.source = 'operator' AND (coalesce(bill.footer_fen, bill.calls_fen) <> bill.calls_fen "
    f"OR coalesce(bill.footer_calls, bill.calls) <> bill.calls "
    f"OR coalesce(bill.footer_due_fen, bill.calls_fen + {_FIXED}) <> bill.calls_fen + {_FIXED})"
)
SOURCE = ListingSource(
    kind="bill",
    table="bill",
    orders={
        "state": "bill.state",
        "month": "bill.month",
        "operator": "bill.operator_key",
        "calls": "bill.calls",
        "total": f"bill.calls_fen + {_FIXED}",
        "imported_on": "bill.imported_on",
    },
    default_order="bill.month DESC, bill.source DESC, bill.operator_key",
    segments={
        "in": "bill.state = 'in'",
        "operator": "bill.state = 'in' AND bill.source = 'operator'",
        "pbx": "bill.state = 'in' AND bill.source = 'pbx'",
        "differs": f"bill.state = 'in' AND {_DIFFERS}",
        "void": "bill.state = 'void'",
        "all": "1 = 1",
    },
    filters={"month": within("bill.month"), "operator": "bill.operator"},
)

_SELECT = """
    SELECT bill.id, bill.state, bill.month, bill.operator, bill.source, bill.account, bill.numbers, bill.calls,
           bill.seconds, bill.info_fen, bill.calls_fen, bill.rent_fen, bill.caller_id_fen, bill.other_fen,
           bill.footer_calls, bill.footer_fen, bill.footer_due_fen, bill.damaged, bill.repeated, bill.period_from,
           bill.period_to, bill.imported_on, bill.file_name, bill.sha256, bill.remark
    FROM bill
"""


class BillRow(Struct, frozen=True):
    """A bill as lists show it; the fields are the columns of ``rows`` in their order."""

    id: int
    state: str
    month: str
    operator: str
    source: str
    account: str
    numbers: int
    calls: int
    seconds: int
    info_fen: int
    calls_fen: int
    rent_fen: int
    caller_id_fen: int
    other_fen: int
    footer_calls: int | None
    footer_fen: int | None
    footer_due_fen: int | None
    damaged: int
    repeated: int
    period_from: date | None
    period_to: date | None
    imported_on: date
    file_name: str
    sha256: str
    remark: str

    @property
    def is_pbx(self) -> bool:
        """Say whether it is a record of the company's own exchange, which costs nothing."""
        return self.source == PBX

    @property
    def source_title(self) -> str:
        """What kind of file it is."""
        return SOURCES[self.source]

    @property
    def fixed_fen(self) -> int:
        """What is charged every month, called or not."""
        return self.rent_fen + self.caller_id_fen + self.other_fen

    @property
    def total_fen(self) -> int:
        """What the bill comes to."""
        return self.calls_fen + self.fixed_fen

    @property
    def difference_fen(self) -> int | None:
        """By how much the bill's own total is higher than what was read; None where it names none."""
        if self.footer_due_fen is not None:
            return self.footer_due_fen - self.total_fen
        return None if self.footer_fen is None else self.footer_fen - self.calls_fen

    @property
    def differs(self) -> bool:
        """Say whether sums or counts are not those the bill names."""
        sums = (self.difference_fen or 0) or (self.footer_fen or self.calls_fen) - self.calls_fen
        return bool(sums) or (self.footer_calls if self.footer_calls is not None else self.calls) != self.calls

    @property
    def agreement(self) -> str:
        """What is said of the bill's own totals beside what was read."""
        if self.is_pbx:
            return f"{self.damaged} 行读不出来" if self.damaged else ""
        if self.footer_fen is None and self.footer_calls is None and self.footer_due_fen is None:
            return "账单没有合计"
        if not self.differs:
            return "相符"
        fen, calls = self.difference_fen or 0, (self.footer_calls or self.calls) - self.calls
        parts = [f"差 {fen_to_text(fen)} 元"] if fen else []
        return "，".join([*parts, *([f"差 {calls} 次"] if calls else [])])


class BillsListing(SqlListing[BillRow]):
    """Bills as rows, and what the panel shows of one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, SOURCE)
        self._desk = desk

    def row(self, record: int) -> BillRow:
        """Return one bill."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[BillRow]:
        """Return the rows of these bills, in this order."""
        return self.ordered(ids, BillRow, _SELECT)

    def in_force(self) -> Sequence[BillRow]:
        """Return all bills that count, the newest month first."""
        return self.rows(self.keys(Query(segment="in")))

    def of_month(self, month: str) -> Sequence[BillRow]:
        """Return the bills of a month that count."""
        return [row for row in self.in_force() if row.month == month]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the months, the newest first, or the operators."""
        column = Bill.month if filter_key == "month" else Bill.operator
        found = [getattr(bill, column.name) for bill in Bill.select(column).distinct().order_by(column)]
        return [Choice(key, key) for key in (reversed(found) if filter_key == "month" else found) if key]

    def faults_of(self, record: int) -> Sequence[tuple[str, int, str]]:
        """Return the lines of a bill that were not taken over or should be looked at: sheet, line, why."""
        found = BillFault.select().where(BillFault.bill_id == record).order_by(BillFault.line_no)
        return [(one.sheet, one.line_no, one.message) for one in found]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a bill."""
        row = self.row(record)
        return Detail(
            title=f"{row.operator} {row.month}",
            subtitle=row.source_title,
            state=LIFECYCLE.state(row.state),
            facts=tuple(fact for fact in (*_facts(row), *self._fault_facts(record)) if fact.value),
            history=self.history("bill", record),
        )

    def _fault_facts(self, record: int) -> list[Fact]:
        faults = self.faults_of(record)
        facts = [Fact(f"第 {line} 行", message) for _sheet, line, message in faults[:_MOST_FAULTS]]
        more = len(faults) - _MOST_FAULTS
        return [*facts, Fact("其余", f"还有 {more} 行有问题")] if more > 0 else facts


_MOST_FAULTS = 8


def _facts(row: BillRow) -> list[Fact]:
    span = f"{row.period_from} 至 {row.period_to}" if row.period_from and row.period_to else ""
    shared = [
        Fact("文件", row.file_name),
        Fact("期间", span),
        Fact("通话", f"{row.calls} 次，{_hours(row.seconds)}"),
    ]
    if row.is_pbx:
        return [*shared, Fact("读不出来", f"{row.damaged} 行" if row.damaged else ""), Fact("说明", row.remark)]
    return [
        *shared,
        Fact("客户编号", row.account),
        Fact("号码", f"{row.numbers} 个"),
        Fact("通话费", f"{fen_to_text(row.calls_fen)} 元，其中信息费 {fen_to_text(row.info_fen)} 元"),
        Fact("月租和来显", f"{fen_to_text(row.fixed_fen)} 元" if row.fixed_fen else ""),
        Fact("合计", f"{fen_to_text(row.total_fen)} 元"),
        Fact("账单自己的合计", _said(row)),
        Fact("核对", row.agreement),
        Fact("读不出来", f"{row.damaged} 行，没有计入" if row.damaged else ""),
        Fact("印了两遍", f"{row.repeated} 行，只计一次" if row.repeated else ""),
        Fact("说明", row.remark),
    ]


def _said(row: BillRow) -> str:
    said = (
        (row.footer_calls, f"{row.footer_calls} 次"),
        (row.footer_fen, f"通话费 {fen_to_text(row.footer_fen or 0)} 元"),
        (row.footer_due_fen, f"应缴 {fen_to_text(row.footer_due_fen or 0)} 元"),
    )
    return "，".join(text for value, text in said if value is not None)


def _hours(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours} 小时 {rest // 60} 分" if hours else f"{rest // 60} 分 {rest % 60} 秒"

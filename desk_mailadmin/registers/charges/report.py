"""The month's charges in the monthly workbook (LEDGER 5.2): the table, the year line by line, sums by department."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from desk_mailadmin.documents.book import Agreement, Balance, LedgerColumn, LedgerSheet, PlaceSums, Term
from desk_mailadmin.kernel.months import MONTHS
from desk_mailadmin.kernel.table import Kind, Value
from desk_mailadmin.registers.charges.listing import ChargeRow
from desk_mailadmin.registers.charges.overviews import LineYear
from desk_mailadmin.registers.charges.rules import LIFECYCLE
from desk_mailadmin.registers.charges.service import ChargesService

TABLE, YEAR = "话费台账", "话费年结"
QUOTA, ACTUAL, OVER, SELF, COMPANY = "额度", "实际话费", "超额", "个人承担", "单位承担"
BILLED = "运营商账单合计"
NOBODYS = "没有归到部门"

_IN_YUAN = "金额单位：元"
_SIGNERS = ("制表", "财务审核", "总经理办公室", "签收日期")
_FORMULA = (
    "实际话费 = 月租 + 市话 + 长途 + 信息费 + 其他（特服、来电显示、固定费用）；"
    "个人承担 = 信息费 + 私话费 + 超额；单位承担 = 实际话费 − 个人承担（电话制度 6.四、9.3、15.一.5）。"
)


def charges_sheet(service: ChargesService, month: str, facts: tuple[str, ...]) -> LedgerSheet:
    """Return the month's table: a line for each telephone, subtotals by department; it must be what the bills are."""
    rows = service.table(month)
    body, bold = _with_subtotals(rows)
    total, billed, due = sum(row.total_fen for row in rows), service.bills(month).fen, service.due(month)
    return LedgerSheet(
        TABLE,
        "话 费 台 账",
        _columns(),
        body,
        (*facts, _IN_YUAN, f"{due.month} 月 {due.day} 日前送总经理办公室"),
        signatures=_SIGNERS,
        notes=(_FORMULA, *_notices_note(service, month)),
        emphasised=bold,
        frozen=5,
        balance=Balance((Term("各线路合计", total, column=ACTUAL),), Term(BILLED, billed)),
    )


def _columns() -> tuple[LedgerColumn, ...]:
    return (
        LedgerColumn("序号", Kind.COUNT, 2.5),
        LedgerColumn("部门", Kind.TEXT, 6.5),
        LedgerColumn("号码", Kind.CODE, 7),
        LedgerColumn("分机", Kind.CODE, 3.5),
        LedgerColumn("责任人", Kind.TEXT, 5),
        LedgerColumn(QUOTA, Kind.MONEY, 5, total=True),
        LedgerColumn("月租", Kind.MONEY, 4.5, total=True),
        LedgerColumn("市话", Kind.MONEY, 4.5, total=True),
        LedgerColumn("长途", Kind.MONEY, 4.5, total=True),
        LedgerColumn("信息费", Kind.MONEY, 4.5, total=True),
        LedgerColumn("其他", Kind.MONEY, 4.5, total=True),
        LedgerColumn(ACTUAL, Kind.MONEY, 5.5, total=True),
        LedgerColumn(OVER, Kind.MONEY, 4.5, total=True),
        LedgerColumn(SELF, Kind.MONEY, 4.5, total=True),
        LedgerColumn(COMPANY, Kind.MONEY, 5.5, total=True),
        LedgerColumn("说明", Kind.TEXT, 7.5),
        LedgerColumn("单位", Kind.TEXT, 8, hidden=True),
        LedgerColumn("年额度", Kind.MONEY, 6, hidden=True),
        LedgerColumn("计入额度", Kind.MONEY, 6, hidden=True),
        LedgerColumn("私话费", Kind.MONEY, 6, hidden=True),
        LedgerColumn("另案追缴", Kind.MONEY, 6, hidden=True),
        LedgerColumn("扣款", Kind.MONEY, 6, total=True, hidden=True),
        LedgerColumn("通知编号", Kind.CODE, 8, hidden=True),
        LedgerColumn("处罚单号", Kind.CODE, 8, hidden=True),
        LedgerColumn("状态", Kind.TEXT, 6, hidden=True),
        LedgerColumn("次数", Kind.COUNT, 5, hidden=True),
        LedgerColumn("秒数", Kind.COUNT, 6, hidden=True),
        LedgerColumn("记录号", Kind.COUNT, 5, hidden=True),
    )


def _with_subtotals(rows: Sequence[ChargeRow]) -> tuple[list[tuple[Value, ...]], frozenset[int]]:
    """Return the rows of the sheet, each department followed by its subtotal, and which of them are subtotals."""
    body: list[tuple[Value, ...]] = []
    bold = set()
    number = 0
    for (_branch, dept), found in groupby(rows, key=lambda row: (row.branch, row.dept)):
        of_dept = list(found)
        for row in of_dept:
            number += 1
            body.append(_line(number, row))
        bold.add(len(body))
        body.append(_subtotal(dept or NOBODYS, of_dept))
    return body, frozenset(bold)


def _line(number: int, row: ChargeRow) -> tuple[Value, ...]:
    words = "，".join(part for part in (row.remark, row.notice) if part)
    return (
        number, row.dept, row.phone, row.extension, row.who, *_figures(row), words,
        row.branch, row.lump_fen, row.used_fen, row.private_fen, row.elsewhere_fen, row.asked_fen, row.notice,
        row.penalty, LIFECYCLE.state(row.state).title, row.calls, row.seconds, row.id,
    )  # fmt: skip


def _figures(row: ChargeRow) -> tuple[int | None, ...]:
    return (
        row.allowed_fen, row.rent_fen, row.local_fen, row.long_fen, row.info_fen, row.others_fen, row.total_fen,
        row.over_fen, row.self_fen, row.company_fen,
    )  # fmt: skip


def _subtotal(title: str, rows: Sequence[ChargeRow]) -> tuple[Value, ...]:
    sums = [sum(fen or 0 for fen in column) for column in zip(*map(_figures, rows), strict=True)]
    asked = sum(row.asked_fen for row in rows)
    hidden = (rows[0].branch, None, None, None, None, asked, "", "", "", None, None, None)
    return (None, title, "小计", "", f"{len(rows)} 条", *sums, "", *hidden)


def _notices_note(service: ChargesService, month: str) -> Iterator[str]:
    """Yield which numbers the month's notices took, and which are void and why (strict numbers, M4-20)."""
    numbers, voids = list(service.notices_of(month)), service.voids_of(month)
    if not numbers:
        yield "本月没有开扣罚通知。"
        return
    span = numbers[0] if len(numbers) == 1 else f"{numbers[0]}～{numbers[-1]}"
    why = f"（{'；'.join(f'{one.number} {one.reason}' for one in voids)}）" if voids else ""
    yield f"扣罚通知 {span}，共 {len(numbers)} 份，作废 {len(voids)} 份{why}。"


def year_sheet(service: ChargesService, month: str, facts: tuple[str, ...]) -> LedgerSheet:
    """Return the year of a month line by line: what counted against the quota, over and saved (002/6.一, M5-2)."""
    lines = service.year_table(int(month[:4]))
    settled = any(one.settled for one in lines)
    so_far = "已年结" if settled else f"到 {int(month[5:])} 月，还没有年结"
    return LedgerSheet(
        YEAR,
        "话 费 年 结",
        (
            LedgerColumn("序号", Kind.COUNT, 2.5),
            LedgerColumn("部门", Kind.TEXT, 5.5),
            LedgerColumn("线路", Kind.CODE, 6.5),
            LedgerColumn("责任人", Kind.TEXT, 4),
            *(LedgerColumn(f"{place} 月", Kind.MONEY, 3.6, total=True) for place in range(1, MONTHS + 1)),
            LedgerColumn("年额度", Kind.MONEY, 4.5, total=True),
            LedgerColumn("年实际", Kind.MONEY, 4.5, total=True),
            LedgerColumn("超支", Kind.MONEY, 4, total=True),
            LedgerColumn("结余", Kind.MONEY, 4.5, total=True),
            LedgerColumn("上年结转", Kind.MONEY, 5, total=True, hidden=True),
            LedgerColumn("还应扣", Kind.MONEY, 5, total=True, hidden=True),
            LedgerColumn("结转下年", Kind.MONEY, 5, total=True, hidden=True),
            LedgerColumn("处罚单号", Kind.CODE, 8, hidden=True),
            LedgerColumn("单位", Kind.TEXT, 8, hidden=True),
        ),
        [_year_line(number, one, month) for number, one in enumerate(lines, 1)],
        (*facts, _IN_YUAN),
        signatures=_SIGNERS,
        notes=(f"各月是计入额度的话费；年终汇总，超支自负，各月扣过的不再扣（电话制度 6.一）。{so_far}。",),
        frozen=4,
    )


def _year_line(number: int, one: LineYear, month: str) -> tuple[Value, ...]:
    row, came = one.row, one.year
    passed = int(month[5:])
    months = [fen if place <= passed else None for place, fen in enumerate(one.months, 1)]  # no figure: no bill
    return (
        number, row.dept, row.title, row.holder, *months, came.quota_fen, came.actual_fen, came.over_fen, came.left_fen,
        one.brought_fen, came.asked_fen, came.carried_fen, one.settled.penalty if one.settled else "", row.branch,
    )  # fmt: skip


def department_sums(service: ChargesService, month: str) -> PlaceSums:
    """Return a month's quota, cost, overage and own part by department, and the columns of the table they must be."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for row in service.table(month):
        figures = (row.allowed_fen or 0, row.total_fen, row.over_fen, row.self_fen)
        place = (row.branch, row.dept or NOBODYS)
        found[place] = tuple(map(sum, zip(found.get(place, (0,) * len(figures)), figures, strict=True)))
    return place_sums(found)


def place_sums(found: Mapping[tuple[str, str], tuple[int, ...]]) -> PlaceSums:
    """Return the columns of the summary by department with these figures."""
    titles = ((f"话费{QUOTA}", QUOTA), ("实际", ACTUAL), (OVER, OVER), (SELF, SELF))
    return PlaceSums(
        tuple(LedgerColumn(title, Kind.MONEY, 4.8, total=True) for title, _of in titles),
        found,
        tuple(Agreement(title, TABLE, of) for title, of in titles),
    )

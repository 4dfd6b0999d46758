"""The papers of the monthly charges as data: notice, month's table, year's table (FORMS 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.capitals import in_capitals
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.charges.listing import NOTICE, ChargeRow
from desk_mailadmin.registers.charges.overviews import LineYear
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.months.rules import title_of

KIND = "charge"
TABLE, TABLES = "charge_table", "charge_table"
YEAR, YEARS = "charge_year", "settlement"
"""Forms, and under which table their prints are kept: the record is the month or the year as a number."""

_FIGURES = ("quota", "rent", "local", "long", "info", "other", "total", "over", "self", "company_part")
_YEAR_FIGURES = ("brought", "quota", "actual", "over", "charged", "asked", "left", "carried")
_FORMULA = (
    "个人承担 = 信息费 + 私话费 + 超额部分；其他是特服、来电显示和固定费用，"
    "月租和固定费用由单位承担（电话制度 6.四、9.3、15.一.5）。"
)


def notice_paper(service: ChargesService, record: int) -> Paper:
    """Return the notice of one charge: what the line cost, who bears what, the sum in capitals (002/9.3, M3-1)."""
    row = service.row(record)
    if not row.notice or row.notice_on is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{line} 还没有开扣罚通知。"), line=row.title)
    payer = service.payer_of(row)
    data = {
        "number": row.notice,
        "month": title_of(row.month),
        "date": chinese_date(row.notice_on),
        "holder": row.holder,
        "emp_no": service.staff.row(payer).emp_no if payer is not None else "",
        "dept": f"{row.branch}　{row.dept}".strip(),
        "extension": row.extension,
        "phone": row.phone,
        "quota": _quota(row),
        **{key: f"{fen_to_text(fen)} 元" for key, fen in _parts(row).items()},
        "used": f"{fen_to_text(row.used_fen)} 元",
        "private": f"{fen_to_text(row.private_fen)} 元",
        "recovered": "yes" if row.elsewhere_fen else "no",
        "elsewhere": f"{fen_to_text(row.elsewhere_fen)} 元（由处罚单追缴，或由其他人承担，不重复扣）",
        "amount": fen_to_text(row.asked_fen),
        "amount_capitals": in_capitals(row.asked_fen),
        "remark": row.remark,
        "basis": "、".join(_basis(row)),
    }
    return Paper(KIND, record, NOTICE, row.notice, data)


def table_paper(service: ChargesService, month: str) -> Paper:
    """Return a month's table for the general manager's office, department by department with subtotals (M5-6)."""
    rows = service.table(month)
    if not rows:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{month}的话费还没有计算。"), month=title_of(month))
    off = service.difference(month)
    agreed = "与运营商账单合计相符。" if not off else f"与运营商账单相差 {fen_to_text(off)} 元，重新计算后再报。"
    data = {
        "month": title_of(month),
        "count": str(sum(row.kind == "line" for row in rows)),
        "over_count": str(sum(row.over_fen > 0 for row in rows)),
        "due": chinese_date(service.due(month)),
        "rows": list(_table_rows(rows)),
        "totals": ["合计", "", "", "", *_sums(rows)],
        "remark": f"{agreed}{_FORMULA}",
    }
    return Paper(TABLES, int(month.replace("-", "")), TABLE, "", data)


def year_paper(service: ChargesService, year: int, today: date) -> Paper:
    """Return a year's table: quota, use, what was charged and is still to be paid, what is carried over (M5-2)."""
    lines = service.year_table(year)
    if not lines:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{year} 年没有话费。"), year=year)
    rows: list[dict[str, str]] = []
    place = 0
    for title, of_dept in groupby(lines, key=lambda one: _place(one.row)):
        rows.append({"group": title})
        for one in of_dept:
            place += 1
            rows.append(_year_row(place, one))
    settled = "" if any(one.settled for one in lines) else "（还没有年结，是到制表日为止的数）"
    data = {
        "year": str(year),
        "count": str(len(lines)),
        "over_count": str(sum(one.year.over_fen > 0 for one in lines)),
        "date": chinese_date(today),
        "rows": rows,
        "totals": ["合计", "", "", "", *(_dash(sum(column)) for column in zip(*map(year_figures, lines), strict=True))],
        "remark": f"年实际是计入额度的话费；各月已扣的超额不再重复扣（电话制度 6.一、9.3）。{settled}",
    }
    return Paper(YEARS, year, YEAR, "", data)


def year_figures(one: LineYear) -> tuple[int, ...]:
    """Return what a year's table shows of a line, in fen, in the order of its columns."""
    came = one.year
    charged = came.over_fen - came.asked_fen
    quota = came.quota_fen or 0
    return (
        one.brought_fen,
        quota,
        came.actual_fen,
        came.over_fen,
        charged,
        came.asked_fen,
        came.left_fen,
        came.carried_fen,
    )


def _table_rows(rows: Sequence[ChargeRow]) -> Iterator[dict[str, str]]:
    place = 0
    for title, found in groupby(rows, key=_place):
        of_dept = list(found)
        yield {"group": title}
        for row in of_dept:
            place += 1
            figures = (_dash(fen) for fen in _columns(row))
            yield {
                "place": str(place),
                "phone": row.phone,
                "extension": row.extension,
                "holder": row.called,
                **dict(zip(_FIGURES, figures, strict=True)),
            }
        if len(of_dept) > 1:
            words = {"subtotal": "yes", "place": "", "phone": "小计", "extension": "", "holder": f"{len(of_dept)} 条"}
            yield {**words, **dict(zip(_FIGURES, _sums(of_dept), strict=True))}


def _place(row: ChargeRow) -> str:
    return f"{row.branch}　{row.dept}" if row.dept else "没有归到部门"


def _columns(row: ChargeRow) -> tuple[int, ...]:
    parts = _parts(row)
    return (row.allowed_fen or 0, *parts.values())


def _parts(row: ChargeRow) -> dict[str, int]:
    return {
        "rent": row.rent_fen,
        "local": row.local_fen,
        "long": row.long_fen,
        "info": row.info_fen,
        "other": row.others_fen,
        "total": row.total_fen,
        "over": row.over_fen,
        "self": row.self_fen,
        "company_part": row.company_fen,
    }


def _sums(rows: Sequence[ChargeRow]) -> list[str]:
    return [fen_to_text(sum(column)) for column in zip(*map(_columns, rows), strict=True)]


def _dash(fen: int) -> str:
    return fen_to_text(fen) if fen else "—"


def _quota(row: ChargeRow) -> str:
    if row.lump_fen is not None:
        return f"全年 {fen_to_text(row.lump_fen)} 元"
    return "没有定额度" if row.allowed_fen is None else f"{fen_to_text(row.allowed_fen)} 元"


def _basis(row: ChargeRow) -> Iterator[str]:
    clauses = ((row.over_fen, "002/9.3"), (row.info_fen, "002/6.四"), (row.private_fen, "002/15.一.5"))
    first = True
    for fen, clause in clauses:
        if fen:
            yield cite(clause) if first else cite(clause).split(" ", 1)[-1]
            first = False


def _year_row(place: int, one: LineYear) -> dict[str, str]:
    row = one.row
    figures = dict(zip(_YEAR_FIGURES, map(_dash, year_figures(one)), strict=True))
    if one.year.quota_fen is None:
        figures["quota"] = "不限"
    return {
        "place": str(place),
        "phone": phone_shown(row.number),
        "extension": row.extension,
        "holder": row.holder,
        **figures,
    }

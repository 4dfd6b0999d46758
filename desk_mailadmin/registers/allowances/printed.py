"""The month's list of allowances as data, for finance (002/15.二.3, M5-14)."""

from __future__ import annotations

from datetime import date

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.capitals import in_capitals
from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.allowances.listing import AllowanceRow
from desk_mailadmin.registers.allowances.service import AllowancesService
from desk_mailadmin.registers.months.rules import last_day, title_of

LIST = "allowance_list"


def list_paper(service: AllowancesService, month: str, today: date) -> Paper:
    """Return who gets which allowance with the wages of a month; its record is the month as a number.

    Raises UserError where nobody gets one.
    """
    rows = service.paid_in(month)
    if not rows:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{month}没有要发的手机补贴。"), month=title_of(month))
    total = sum(row.monthly_fen for row in rows)
    ranks = "，".join(f"{rank}每月 {fen_to_text(fen)} 元" for rank, fen in service.standards(last_day(month)).items())
    data = {
        "month": title_of(month),
        "people": str(len({row.staff for row in rows})),
        "date": chinese_date(today),
        "rows": [_row(place, row) for place, row in enumerate(rows, 1)],
        "totals": ["合计", "", "", "", "", "", fen_to_text(total), ""],
        "amount": fen_to_text(total),
        "amount_capitals": in_capitals(total),
        "remark": f"补贴按职级发放（{ranks}），超出部分自己负责（电话制度 15.二.2、15.二.3）。",
    }
    return Paper(LIST, int(month.replace("-", "")), LIST, "", data)


def _row(place: int, row: AllowanceRow) -> dict[str, str]:
    return {
        "place": str(place),
        "emp_no": row.emp_no,
        "name": row.name,
        "dept": row.dept,
        "rank": row.rank,
        "mobile": row.mobile,
        "monthly": fen_to_text(row.monthly_fen),
        "application": row.application,
    }

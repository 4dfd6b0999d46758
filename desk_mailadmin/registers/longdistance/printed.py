"""The month's long-distance sheet as paper, for the department in charge and the general manager (002/5.四(一))."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.service import LongDistanceService
from desk_mailadmin.registers.longdistance.table import length_text, summary
from desk_mailadmin.registers.months.rules import title_of

SHEET = "long_distance_log"
_RESULTS = {"ok": "相符", "incomplete": "不完整", "false": "不实", "open": "待核对", "unlogged": "未登记"}


def month_paper(service: LongDistanceService, desk: Any, row: LongDistanceRow) -> Paper:
    """Return the sheet of an entry's unit and month: what was logged, then the billed calls that nobody logged."""
    rows = service.of_month(row.month, row.branch_id)
    logged, missed = [one for one in rows if one.is_logged], [one for one in rows if not one.is_logged]
    data = {
        "unit": row.branch or "—",
        "month": title_of(row.month),
        "date": chinese_date(desk.clock.today()),
        "rows": [_line(number, one) for number, one in enumerate(logged, 1)],
        "totals": _totals(logged, 13, 11),
        "has_missed": "1" if missed else "",
        "missed": [_missed(number, one) for number, one in enumerate(missed, 1)],
        "missed_totals": _totals(missed, 9, 7),
        "summary": summary(logged, missed),
    }
    number = int(row.month.replace("-", "")) * 1000 + (row.branch_id or 0)
    return Paper("longdistance_sheet", number, SHEET, "", data)


def _line(number: int, row: LongDistanceRow) -> dict[str, str]:
    return {
        "place": str(number),
        "on": f"{row.on_day:%m-%d}",
        "user": row.user,
        "set": row.set_title,
        "callee": row.callee,
        "called": row.called,
        "from": row.from_at,
        "to": row.to_at,
        "purpose": row.purpose,
        "result": row.result,
        "approval": row.approval or row.approver,
        "fee": fen_to_text(row.fee_fen) if row.fee_fen is not None else "",
        "check": "、".join(row.details) or _RESULTS[row.state],
    }


def _missed(number: int, row: LongDistanceRow) -> dict[str, str]:
    return {
        "place": str(number),
        "on": f"{row.on_day:%m-%d}",
        "user": row.user,
        "set": row.set_title,
        "called": row.called,
        "from": row.from_at,
        "length": length_text(row.seconds),
        "fee": fen_to_text(row.fee_fen or 0),
        "remark": row.remark,
    }


def _totals(rows: Sequence[LongDistanceRow], columns: int, place: int) -> list[str]:
    """Return the line below a list: the fees added up, in their place."""
    texts = ["合计", *[""] * (columns - 1)]
    texts[place] = fen_to_text(sum(row.fee_fen or 0 for row in rows))
    return texts

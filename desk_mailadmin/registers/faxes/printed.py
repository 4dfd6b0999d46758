"""The fax log of a day on paper (002/2.五)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.faxes.rules import COUNTED, LIFECYCLE
from desk_mailadmin.registers.faxes.service import FaxRow

LOG = "fax_log"
"""The form, and the kind under which its prints are kept."""


def log_paper(day: date, rows: Sequence[FaxRow]) -> Paper:
    """Return the faxes of a day; the print is kept under the day's figures (20261203)."""
    counted = sum(row.state in COUNTED for row in rows)
    data = {
        "date": chinese_date(day),
        "count": f"共 {len(rows)} 份，计入 {counted} 份",
        "rows": [_line(place, row) for place, row in enumerate(rows, 1)],
    }
    return Paper(LOG, int(day.strftime("%Y%m%d")), LOG, "", data)


def _line(place: int, row: FaxRow) -> dict[str, str]:
    checked = "" if row.checked_on is None else f"{row.checked_by}　{LIFECYCLE.state(row.state).title[2:]}"
    return {
        "place": str(place),
        "name": row.name,
        "time": row.sent_at,
        "contact": row.contact,
        "post": row.post,
        "company": row.company,
        "phone": row.phone,
        "fax": row.fax,
        "called": "√" if row.called else "",
        "counts": "计" if row.state in COUNTED else "不计",
        "remark": checked or row.lacks,
    }

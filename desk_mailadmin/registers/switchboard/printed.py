"""The switchboard's log of a month on paper (002/9.1)."""

from __future__ import annotations

from collections.abc import Sequence

from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.switchboard.rules import AREAS, CAUSES, RANKS, TAKERS
from desk_mailadmin.registers.switchboard.service import SwitchboardRow

LOG = "switchboard_log"
"""The form, and the kind under which its prints are kept."""


def log_paper(month: str, rows: Sequence[SwitchboardRow]) -> Paper:
    """Return the log of a month (``2026-12``); its print is kept under the month's figures (202612)."""
    outside = sum(row.area == "outside" for row in rows)
    data = {
        "month": f"{int(month[:4])} 年 {int(month[5:])} 月",
        "count": f"共 {len(rows)} 次，其中范围以外 {outside} 次",
        "rows": [_line(place, row) for place, row in enumerate(rows, 1)],
    }
    return Paper(LOG, int(month.replace("-", "")), LOG, "", data)


def _line(place: int, row: SwitchboardRow) -> dict[str, str]:
    asked = "\n".join(part for part in (row.asked_by, dict(RANKS)[row.asked_rank]) if part)
    cause = dict(CAUSES).get(row.cause, "")
    return {
        "place": str(place),
        "when": f"{row.done_on:%m-%d} {row.done_at}",
        "extension": row.extension,
        "dept": row.dept,
        "matter": row.matter,
        "area": "以内" if row.area == AREAS[0][0] else "以外",
        "asked": asked,
        "reason": "；".join(part for part in (cause, row.reason) if part),
        "taken_by": dict(TAKERS).get(row.taken_by, ""),
        "operator": row.operator,
        "application": row.application,
        "back": f"{row.reversed_on:%m-%d} {row.reversed_at}" if row.reversed_on else "",
    }

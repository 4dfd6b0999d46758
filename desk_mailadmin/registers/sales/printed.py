"""Daily figures on paper: the day's sheet, the Sunday list, the best of a month (002/2.三, 2.四, 2.六, 2.七)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.sales.listing import SalesRow
from desk_mailadmin.registers.sales.rules import BEST_LIST, DAY_SHEET, LIFECYCLE, SUNDAY_LIST, MonthOf, number_of

_WEEKDAYS = "一二三四五六日"


def month_number(month: str) -> int:
    """Return the number under which a month's prints are kept."""
    return int(month.replace("-", ""))


def day_paper(day: date, rows: Sequence[SalesRow]) -> Paper:
    """Return a day's figures for the department's manager and the meeting before closing."""
    there = [row for row in rows if not row.absence]
    done = sum(not row.lacking for row in there)
    data = {
        "date": f"{chinese_date(day)}　星期{_WEEKDAYS[day.weekday()]}",
        "count": f"到岗 {len(there)} 人，按时完成 {done} 人",
        "rows": [_day_line(place, row) for place, row in enumerate(rows, 1)],
        "totals": [
            "合计", "", "", "", str(sum(row.minutes for row in there)), "", str(sum(row.faxes for row in there)), "",
            "", "",
        ],
    }  # fmt: skip
    return Paper(DAY_SHEET, number_of(day), DAY_SHEET, "", data)


def _day_line(place: int, row: SalesRow) -> dict[str, str]:
    gone = bool(row.absence)
    void = f"（自报 {row.faxes_told}）" if row.faxes_void else ""
    return {
        "place": str(place),
        "name": row.name,
        "dept": row.dept,
        "kind": row.group,
        "minutes": "" if gone else str(row.minutes),
        "minutes_wanted": str(row.minutes_wanted),
        "faxes": "" if gone else f"{row.faxes}{void}",
        "faxes_wanted": str(row.faxes_wanted),
        "lacking": row.absence or row.lacking.text,
        "late": row.late,
        "outcome": LIFECYCLE.state(row.state).title,
    }


def sunday_paper(sunday: date, rows: Sequence[SalesRow]) -> Paper:
    """Return who works on a Sunday, and what is owed, for the duty manager."""
    people = len({row.staff for row in rows})
    data = {
        "date": f"{chinese_date(sunday)}　星期日",
        "count": f"共 {people} 人",
        "rows": [_sunday_line(place, row) for place, row in enumerate(rows, 1)],
    }
    return Paper(SUNDAY_LIST, number_of(sunday), SUNDAY_LIST, "", data)


def _sunday_line(place: int, row: SalesRow) -> dict[str, str]:
    owed = row.still_lacking
    return {
        "place": str(place),
        "name": row.name,
        "dept": row.dept,
        "day": f"{row.on_day:%m-%d}",
        "minutes": f"{owed.minutes} 分钟" if owed.minutes else "",
        "faxes": f"{owed.faxes} 份" if owed.faxes else "",
        "outcome": LIFECYCLE.state(row.state).title if row.sunday_done is not None else "",
    }


def best_paper(month: str, people: Sequence[MonthOf], counted: int) -> Paper:
    """Return who did best in a month (``2026-12``), of so many people counted."""
    data = {
        "month": f"{int(month[:4])} 年 {int(month[5:])} 月",
        "count": f"考核 {counted} 人，入选 {len(people)} 人",
        "rows": [_best_line(place, one) for place, one in enumerate(people, 1)],
    }
    return Paper(BEST_LIST, month_number(month), BEST_LIST, "", data)


def _best_line(place: int, one: MonthOf) -> dict[str, str]:
    return {
        "place": str(place),
        "name": one.name,
        "dept": one.dept,
        "days": str(one.days),
        "met": str(one.met),
        "minutes": f"{one.minutes}／{one.minutes_wanted}",
        "faxes": f"{one.faxes}／{one.faxes_wanted}",
        "share": f"{one.per_mille / 10:.1f}%",
        "reward": "",
    }

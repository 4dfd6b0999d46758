"""Papers of lines: the card with all that is known of one, and the notice that one is stopped (002/12.九)."""

from __future__ import annotations

from datetime import date
from typing import Any

from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.lines.listing import LineRow, holder_text, quota_text
from desk_mailadmin.registers.lines.model import Line
from desk_mailadmin.registers.lines.panel import numbers_of, span_text
from desk_mailadmin.registers.lines.rules import KINDS, LIFECYCLE, NOTE_KINDS, RIGHT_TITLES
from desk_mailadmin.registers.lines.service import LinesService

KIND = "line"
CARD = "line_card"
LINE_STOP = "line_stop_notice"


def card_paper(service: LinesService, today: date, record: int) -> Paper:
    """Return the card of a line: its facts, its rights with their days, and whose it was when."""
    row = service.row(record)
    data = {
        **_facts(service, row),
        "date": chinese_date(today),
        "rights": [_right_row(right.key, right.from_on, right.until_on, right.application) for right in row.rights],
        "assignments": _assignment_rows(service, record),
        "notes": [
            {"on": str(note.on_day), "kind": NOTE_KINDS[note.kind], "text": note.text, "by": note.by_whom}
            for note in service.notes(record)
        ],
    }
    return Paper(KIND, record, CARD, "", data)


def _facts(service: LinesService, row: LineRow) -> dict[str, Any]:
    kept = dict(service.kept(row.id))
    return {
        "title": row.title,
        "state": LIFECYCLE.state(row.state).title,
        "kind": KINDS[row.kind],
        "number": phone_shown(row.number),
        "extension": row.extension,
        "short_number": row.short_number,
        "holder": holder_text(row),
        "emp_no": row.emp_no,
        "unit": row.branch,
        "dept": row.dept,
        "label": row.label,
        "place": row.place,
        "quota": quota_text(row),
        "rank": row.rank,
        "set": kept["话机"],
        "operator": kept["运营商"],
        "contract": kept["合约"],
        "network": kept["集团网"],
        "ring_tone": kept["彩铃"],
        "reach": kept["保持畅通"],
        "installed_on": kept["安装"],
        "remark": kept["备注"],
        "stop": _stop_text(row),
    }


def _stop_text(row: LineRow) -> str:
    days = (("停机", row.stopped_on), ("复机", row.reopen_on), ("保号到", row.keep_until), ("拆机", row.removed_on))
    return "　".join(f"{word} {day}" for word, day in days if day)


def _right_row(key: str, first: date | None, last: date | None, paper: str) -> dict[str, str]:
    return {"right": RIGHT_TITLES[key], "from": str(first or "—"), "until": str(last or "长期"), "paper": paper}


def _assignment_rows(service: LinesService, record: int) -> list[dict[str, str]]:
    found = service.assignments_of(record)
    return [
        {"whose": whose, "numbers": numbers_of(one), "span": span_text(one.from_on, one.until_on)}
        for whose, one in zip(service.names_of(found), found, strict=True)
    ]


def stop_paper(service: LinesService, today: date, record: int) -> Paper:
    """Return the notice that a line is stopped and until when; its number is kept."""
    row, kept = service.row(record), Line.get_by_id(record)
    days = {"stop_on": row.stopped_on, "reopen_on": row.reopen_on}
    data = {
        "number": kept.stop_paper,
        "date": chinese_date(today),
        "line": " / ".join(filter(None, (row.extension, phone_shown(row.number)))),
        "place": row.place,
        "dept": row.dept or row.branch,
        "name": row.holder,
        "emp_no": row.emp_no,
        "reason": kept.stop_reason,
        "basis": "电话制度 12.九",
        "term": _term(row),
        **{key: chinese_date(day) if day else "" for key, day in days.items()},
    }
    return Paper(KIND, record, LINE_STOP, "", data)


def _term(row: LineRow) -> str:
    if row.keep_until is not None:
        return f"号码保留到 {chinese_date(row.keep_until)}"
    return "到复机日期为止" if row.reopen_on else "另行通知"

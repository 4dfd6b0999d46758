"""An entry of the log as it is entered: by hand, from plain data, by an import (002/5.四)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.spelled_times import spelled_time
from desk_mailadmin.registers.longdistance.rules import FIELDS, missing_of

TITLES: Mapping[str, str] = {
    "on": QT_TRANSLATE_NOOP("desk", "日期"),
    "emp_no": QT_TRANSLATE_NOOP("desk", "工号"),
    "extension": QT_TRANSLATE_NOOP("desk", "使用电话"),
    "number": QT_TRANSLATE_NOOP("desk", "对方号码"),
    "from": QT_TRANSLATE_NOOP("desk", "起"),
    "to": QT_TRANSLATE_NOOP("desk", "止"),
    "reason": QT_TRANSLATE_NOOP("desk", "联络事项"),
    "approver": QT_TRANSLATE_NOOP("desk", "批准人"),
    "approval": QT_TRANSLATE_NOOP("desk", "批准单号"),
    "branch": QT_TRANSLATE_NOOP("desk", "单位"),
    "private": QT_TRANSLATE_NOOP("desk", "私人"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
    **{key: title for key, title in FIELDS.items() if key in ("user", "callee", "result")},
}
"""What people call the fields of plain data."""
_DIGITS = regex(r"\d{2,32}", re.ASCII)
_FILLERS = regex(r"[\s()（）\-‐-―]")
LONGEST_NAME, LONGEST_TEXT = 60, 200
_LINES = {
    "user": (FIELDS["user"], LONGEST_NAME),
    "dept": (QT_TRANSLATE_NOOP("desk", "部门"), LONGEST_NAME),
    "callee": (FIELDS["callee"], LONGEST_NAME),
    "purpose": (FIELDS["purpose"], LONGEST_TEXT),
    "result": (FIELDS["result"], LONGEST_TEXT),
    "approver": (QT_TRANSLATE_NOOP("desk", "批准人"), LONGEST_NAME),
    "approval": (QT_TRANSLATE_NOOP("desk", "批准单号"), 40),
    "remark": (QT_TRANSLATE_NOOP("desk", "备注"), LONGEST_TEXT),
}


class LogEntry(Struct, frozen=True, kw_only=True):
    """One call: who rang whom from which set, from when until when, what for and with what result.

    ``staff`` is None for a user the desk does not know, or for a shared set; ``line`` None where nobody can tell which
    set ``phone`` is. Times are ``09:15``; ``called`` digits as dialled. ``private`` says that it was no business call.
    """

    on_day: date
    staff: int | None = None
    user: str = ""
    dept: str = ""
    branch: int | None = None
    line: int | None = None
    phone: str = ""
    callee: str = ""
    called: str = ""
    from_at: str = ""
    to_at: str = ""
    purpose: str = ""
    result: str = ""
    approver: str = ""
    approval: str = ""
    private: bool = False
    remark: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Which mandatory fields are empty."""
        texts = {"user": self.user or str(self.staff or ""), "callee": self.callee, "from_at": self.from_at}
        return missing_of({**texts, "to_at": self.to_at, "purpose": self.purpose, "result": self.result})


def checked(entry: LogEntry, today: date, *, complete: bool = True) -> LogEntry:
    """Return the entry with its texts cleaned; raise UserError naming the field that cannot stand.

    ``complete`` asks for the five of the regulation, set and number too (002/5.四(一)); an import takes what there is.
    """
    if entry.on_day > today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "通话日期 {on} 还没有到。"), field="on_day", on=entry.on_day)
    texts: dict[str, Any] = {
        key: checked_line(getattr(entry, key), title, key, most) for key, (title, most) in _LINES.items()
    }
    called, phone = (_number(getattr(entry, key), key) for key in ("called", "phone"))
    times: dict[str, Any] = {key: checked_time(getattr(entry, key), key) for key in ("from_at", "to_at")}
    entry = replace(entry, **texts, **times, called=called, phone=phone)
    if complete:
        _check_complete(entry)
    return entry


def _check_complete(entry: LogEntry) -> None:
    for key in entry.missing:
        field = "staff" if key == "user" else key
        template = QT_TRANSLATE_NOOP("desk", "{title}必须填写，长途电话五项都要登记。")
        raise UserError(template, field=field, title=FIELDS[key])
    if entry.line is None and not entry.phone:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写是哪部电话打的。"), field="line")
    if not entry.called:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写对方号码。"), field="called")


def checked_time(text: str, field: str) -> str:
    """Return a time of day as ``09:15``; raise UserError for what is none."""
    found = spelled_time(text.strip())
    if found.fault is not None:
        raise UserError(found.fault.template, field=field, **found.fault.values)
    return found.value or ""


def _number(text: str, field: str) -> str:
    digits = _FILLERS.sub("", text).replace("+", "00")
    if digits and not _DIGITS.fullmatch(digits):
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是电话号码。"), field=field, text=text[:40])
    return digits


def texts_from(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of plain data (``record longdistance``) by their keys; UserError for a key nobody knows."""
    for key in data:
        if key not in TITLES:
            raise UserError(QT_TRANSLATE_NOOP("desk", "不认识的栏目。"), field=str(key))
    return {key: plain(data.get(key), title, key) for key, title in TITLES.items() if key != "private"}

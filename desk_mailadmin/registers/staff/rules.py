"""Who a person is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from msgspec import Struct

from desk_mailadmin.kernel.entered import LONGEST_LINE, checked_line, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

ACTIVE = State("active", QT_TRANSLATE_NOOP("desk", "在职"), Tone.GREEN, "circle-check")
LEFT = State("left", QT_TRANSLATE_NOOP("desk", "离职"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle((ACTIVE, LEFT), {"active": frozenset({"left"}), "left": frozenset({"active"})})

MOBILE_DIGITS = 11
LONGEST_NAME = 60
LONGEST_NUMBER = 40


class StaffEntry(Struct, frozen=True):
    """A person as entered by hand or read from a roster; empty texts are unknown."""

    name: str
    dept: str
    branch: str = ""
    emp_no: str = ""
    post: str = ""
    rank: str = ""
    gender: str = ""
    mobile: str = ""
    extension: str = ""
    email: str = ""
    hired_on: date | None = None
    left_on: date | None = None
    state: str = "active"
    remark: str = ""


TITLES: Mapping[str, str] = {
    "emp_no": QT_TRANSLATE_NOOP("desk", "工号"),
    "name": QT_TRANSLATE_NOOP("desk", "姓名"),
    "branch": QT_TRANSLATE_NOOP("desk", "单位"),
    "dept": QT_TRANSLATE_NOOP("desk", "部门"),
    "post": QT_TRANSLATE_NOOP("desk", "职务"),
    "rank": QT_TRANSLATE_NOOP("desk", "职级"),
    "gender": QT_TRANSLATE_NOOP("desk", "性别"),
    "mobile": QT_TRANSLATE_NOOP("desk", "手机"),
    "extension": QT_TRANSLATE_NOOP("desk", "分机"),
    "email": QT_TRANSLATE_NOOP("desk", "邮箱"),
    "hired_on": QT_TRANSLATE_NOOP("desk", "入职日期"),
    "left_on": QT_TRANSLATE_NOOP("desk", "离职日期"),
    "state": QT_TRANSLATE_NOOP("desk", "状态"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What people call each field of an entry."""


def checked(entry: StaffEntry, today: date) -> StaffEntry:
    """Return the entry with its texts cleaned; raise UserError naming the first field that cannot stand."""
    entry = _cleaned(entry)
    if not entry.name:
        raise UserError(QT_TRANSLATE_NOOP("desk", "姓名是空的。"), field="name")
    if len(entry.name) > LONGEST_NAME:
        raise UserError(QT_TRANSLATE_NOOP("desk", "姓名太长，最多 {most} 个字。"), field="name", most=LONGEST_NAME)
    if not entry.dept:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填部门。"), field="dept")
    check_mobile(entry.mobile)
    _check_state(entry.state)
    check_dates(entry, today)
    return entry


def _cleaned(entry: StaffEntry) -> StaffEntry:
    values: dict[str, Any] = {name: getattr(entry, name) for name in entry.__struct_fields__}
    cleaned: dict[str, Any] = {k: _line(k, v) if isinstance(v, str) else v for k, v in values.items()}
    return StaffEntry(**cleaned)


def _line(key: str, text: str) -> str:
    return checked_line(text, TITLES[key], key, LONGEST_NUMBER if key == "emp_no" else LONGEST_LINE)


def check_mobile(mobile: str) -> None:
    """Raise UserError unless the mobile number is empty or has 11 digits."""
    if not mobile:
        return
    if not (mobile.isascii() and mobile.isdecimal()):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "手机只写数字，应为 {right} 位。"), field="mobile", right=MOBILE_DIGITS
        )
    gap = MOBILE_DIGITS - len(mobile)
    if gap:
        template = (
            QT_TRANSLATE_NOOP("desk", "还差 {gap} 位（应为 {right} 位）")
            if gap > 0
            else QT_TRANSLATE_NOOP("desk", "多了 {gap} 位（应为 {right} 位）")
        )
        raise UserError(template, field="mobile", gap=abs(gap), right=MOBILE_DIGITS)


def _check_state(state: str) -> None:
    if state not in LIFECYCLE.moves:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "没有“{state}”这种状态，只有 active 和 left。"), field="state", state=state
        )


def check_dates(entry: StaffEntry, today: date) -> None:
    """Raise UserError unless the days of hiring and leaving can stand together today."""
    if entry.hired_on and entry.hired_on > today and entry.state == "left":
        raise UserError(QT_TRANSLATE_NOOP("desk", "入职日期在今天以后，不能同时离职。"), field="hired_on")
    if entry.hired_on and entry.left_on and entry.left_on < entry.hired_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "离职日期早于入职日期。"), field="left_on")


def entry_from(data: Mapping[str, Any]) -> StaffEntry:
    """Return the person that plain data describe (``record staff``); dates are ISO texts.

    Raises UserError for a name the desk does not know or a date that is none.
    """
    for key in data:
        if key not in TITLES:
            raise UserError(QT_TRANSLATE_NOOP("desk", "人员没有“{key}”这一项。"), field=key, key=key)
    values = {key: plain(value, TITLES[key], key) for key, value in data.items() if value is not None}
    days: dict[str, Any] = {key: _day(key, values.pop(key)) for key in ("hired_on", "left_on") if key in values}
    return StaffEntry(**{"name": "", "dept": "", **values, **days})


def _day(key: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{title}“{text}”不是日期，应写成 2026-12-03。"),
            field=key,
            title=TITLES[key],
            text=text,
        ) from None


class People(Protocol):
    """What finds the person of plain data."""

    def numbered(self, emp_no: str) -> int | None:
        """Return the person with that staff number."""
        ...

    def named(self, name: str) -> Sequence[int]:
        """Return the people in office of that name."""
        ...


def person_of(emp_no: str, name: str, people: People) -> int:
    """Return who is meant by a staff number, else by a name; UserError where nobody, or more than one, is."""
    if emp_no:
        found = people.numbered(emp_no)
        if found is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有工号 {emp_no} 这个人。"), field="emp_no", emp_no=emp_no)
        return found
    namesakes = people.named(name)
    if len(namesakes) != 1:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "在职人员里叫“{name}”的有 {count} 个，写工号 emp_no 指明是谁。"),
            field="name",
            name=name,
            count=len(namesakes),
        )
    return namesakes[0]

"""What is handed over for signature as the clerk enters it, and as plain data say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_text, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.receipts.rules import (
    GIVEN_BACK,
    LONGEST_NOTE,
    MOST_RECIPIENTS,
    RETURN_DAYS,
    check_handed_thing,
)

_KEYS = ("what", "subject", "emp_no", "name", "dept", "copies", "note", "return_days", "back_by")
_TITLES = {
    "what": QT_TRANSLATE_NOOP("desk", "类别"),
    "subject": QT_TRANSLATE_NOOP("desk", "事项"),
    "emp_no": QT_TRANSLATE_NOOP("desk", "工号"),
    "name": QT_TRANSLATE_NOOP("desk", "姓名"),
    "dept": QT_TRANSLATE_NOOP("desk", "部门"),
    "note": QT_TRANSLATE_NOOP("desk", "附言"),
    "back_by": QT_TRANSLATE_NOOP("desk", "归还期限"),
}


class HandOver(Struct, frozen=True):
    """One thing for one or many: each of ``people`` (ids of staff) gets a receipt of their own.

    ``return_days`` are the working days within which the signed sheets must be back (the setting, if None),
    ``back_by`` is the day by which a device or a directory copy is given back.
    """

    what: str
    subject: str
    people: tuple[int, ...]
    copies: int = 1
    note: str = ""
    return_days: int | None = None
    back_by: date | None = None


def checked(entry: HandOver, today: date) -> HandOver:
    """Return the entry with its texts cleaned and nobody named twice; raise UserError naming the field at fault."""
    subject = check_handed_thing(entry.what, entry.subject, entry.copies)
    people = tuple(dict.fromkeys(entry.people))
    if not people:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选领取人。"), field="people")
    if len(people) > MOST_RECIPIENTS:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "一次最多 {most} 人，分几次登记。"), field="people", most=MOST_RECIPIENTS
        )
    if entry.return_days is not None:
        _check_days(entry.return_days)
    _check_back_by(entry, today)
    note = checked_text(entry.note, QT_TRANSLATE_NOOP("desk", "附言"), "note", LONGEST_NOTE)
    return replace(entry, subject=subject, people=people, note=note)


def _check_days(days: int) -> None:
    try:
        RETURN_DAYS.check(days)
    except UserError as error:
        raise UserError(error.template, field="return_days", **error.values) from None


def _check_back_by(entry: HandOver, today: date) -> None:
    if entry.back_by is None:
        return
    if entry.what not in GIVEN_BACK:
        raise UserError(QT_TRANSLATE_NOOP("desk", "只有设备和通讯录才有归还期限。"), field="back_by")
    if entry.back_by < today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "归还期限已经过了。"), field="back_by")


class People(Protocol):
    """What finds the recipients of plain data."""

    def numbered(self, emp_no: str) -> int | None:
        """Return the person of that staff number, or None."""
        ...

    def named(self, name: str) -> Sequence[int]:
        """Return the people in office of that name."""
        ...

    def keys(self, query: Query) -> Sequence[int]:
        """Return the people of a query."""
        ...

    def choices(self, filter_key: str) -> Sequence[Any]:
        """Return the departments by their keys."""
        ...


def entry_from(data: Mapping[str, Any], people: People) -> HandOver:
    """Return what plain data hand over: ``what``, ``subject``, to whom, and ``copies note return_days back_by``.

    Whom: ``emp_no`` or ``name`` (one, or a list), or ``dept`` (everybody in office there).
    Raises UserError for a key it does not know, a person it cannot find, a figure or date it cannot read.
    """
    for key in data:
        if key not in _KEYS:
            raise UserError(QT_TRANSLATE_NOOP("desk", "不认识的栏目。"), field=str(key))
    return HandOver(
        what=plain(data.get("what", "notice"), _TITLES["what"], "what"),
        subject=plain(data.get("subject"), _TITLES["subject"], "subject"),
        people=tuple(_people(data, people)),
        copies=_whole(data.get("copies", 1), "copies"),
        note=plain(data.get("note"), _TITLES["note"], "note"),
        return_days=None if data.get("return_days") is None else _whole(data["return_days"], "return_days"),
        back_by=_day(data.get("back_by")),
    )


def _people(data: Mapping[str, Any], people: People) -> list[int]:
    found = [_numbered(number, people) for number in _listed(data, "emp_no")]
    found += [_named(name, people) for name in _listed(data, "name")]
    for dept in _listed(data, "dept"):
        found += _of_department(dept, people)
    return found


def _listed(data: Mapping[str, Any], key: str) -> list[str]:
    given = data.get(key)
    values = given if isinstance(given, list) else [] if given is None else [given]
    return [plain(value, _TITLES[key], key) for value in values]


def _numbered(number: str, people: People) -> int:
    found = people.numbered(number)
    if found is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有工号 {emp_no} 这个人。"), field="emp_no", emp_no=number)
    return found


def _named(name: str, people: People) -> int:
    found = people.named(name)
    if len(found) != 1:
        said = QT_TRANSLATE_NOOP("desk", "在职人员里叫“{name}”的有 {count} 个，改用工号。")
        raise UserError(said, field="name", name=name, count=len(found))
    return found[0]


def _of_department(dept: str, people: People) -> Sequence[int]:
    meant = [one for one in people.choices("dept") if dept in (one.title, one.title.partition(" / ")[2])]
    if len(meant) > 1:
        said = QT_TRANSLATE_NOOP("desk", "叫“{dept}”的部门有 {count} 个，写成“{example}”这样。")
        raise UserError(said, field="dept", dept=dept, count=len(meant), example=meant[0].title)
    found = [person for one in meant for person in people.keys(Query(segment="active", filters={"dept": one.key}))]
    if not found:
        raise UserError(QT_TRANSLATE_NOOP("desk", "部门“{dept}”里没有在职人员。"), field="dept", dept=dept)
    return found


def _whole(value: Any, key: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UserError(QT_TRANSLATE_NOOP("desk", "应当是整数。"), field=key)
    return value


def _day(value: Any) -> date | None:
    text = plain(value, _TITLES["back_by"], "back_by")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "归还期限“{text}”应写成 2026-12-31 这样。"), field="back_by", text=text
        ) from None

"""A filled-in form, checked field by field as its kind declares them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from desk_mailadmin.documents.application_kind import ApplicationKind, EntryField, FieldKind
from desk_mailadmin.kernel.dates import date_from_entry
from desk_mailadmin.kernel.entered import plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.applications.rules import check_entry_choices, check_entry_number, check_entry_text
from desk_mailadmin.registers.staff.rules import TITLES, check_mobile

FieldValue = str | int | list[str]
Checked = TypeVar("Checked")
AddressCheck = Callable[[str], str]

QUOTA = "quota_mb"
"""The field of any form that asks for a mailbox's size."""


@dataclass(frozen=True, slots=True)
class ApplicationEntry:
    """An application as it is filled in: whose it is, and the values of the kind's own fields by key."""

    staff: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    kind: str = "account_application"
    entered_on: date | None = None


def start_values(kind: ApplicationKind) -> dict[str, FieldValue]:
    """Return the fields of an empty form with their declared defaults."""
    return {entry.key: _default(entry) for entry in kind.fields if entry.kind is not FieldKind.PERSON}


def with_quota(kind: ApplicationKind, most_mb: int) -> ApplicationKind:
    """Return the kind with its quota field, if it has one, bounded by ``most_mb`` (MB of 2^20 bytes, 000/4.1)."""
    return replace(kind, fields=tuple(_bounded(entry, most_mb) for entry in kind.fields))


def _bounded(entry: EntryField, most_mb: int) -> EntryField:
    if entry.key != QUOTA:
        return entry
    return replace(entry, most=most_mb, default=str(min(int(entry.default or most_mb), most_mb)))


def checked_fields(
    kind: ApplicationKind, values: Mapping[str, Any], *, address: AddressCheck, today: date
) -> dict[str, FieldValue]:
    """Return the values trimmed and of their declared type; raise UserError naming the first field that cannot stand.

    ``address`` returns a mail address folded, or raises UserError where it may not be given out (004/第八条).
    """
    known = {entry.key: entry for entry in kind.fields if entry.kind is not FieldKind.PERSON}
    for key in values:
        if key not in known:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这张表没有“{key}”这一栏。"), field=key, key=key)
    return {
        key: _checked(entry, values.get(key, _default(entry)), address=address, today=today)
        for key, entry in known.items()
    }


def _default(entry: EntryField) -> FieldValue:
    match entry.kind:
        case FieldKind.CHOICES:
            return [entry.default] if entry.default else []
        case FieldKind.NUMBER:
            return int(entry.default or entry.least)
        case _:
            return entry.default


def _checked(entry: EntryField, value: Any, *, address: AddressCheck, today: date) -> FieldValue:
    match entry.kind:
        case FieldKind.CHOICES:
            return list(_chosen(entry, _listed(entry, value)))
        case FieldKind.NUMBER:
            return check_entry_number(entry.key, entry.label, _whole(entry, value), least=entry.least, most=entry.most)
        case _:
            return _checked_text(entry, plain(value, entry.label, entry.key), address=address, today=today)


def _checked_text(entry: EntryField, value: str, *, address: AddressCheck, today: date) -> str:
    text = check_entry_text(entry.key, entry.label, value, required=entry.required, most=entry.most)
    if not text:
        return ""
    match entry.kind:
        case FieldKind.ADDRESS:
            return _named(entry.key, lambda: address(text))
        case FieldKind.MOBILE:
            from desk_mailadmin.language.numbers import mobile

            number = mobile(text).value or text
            _named(entry.key, lambda: check_mobile(number))
            return number
        case FieldKind.DATE:
            return _named(entry.key, lambda: date_from_entry(text, today).isoformat())
        case FieldKind.CHOICE:
            _chosen(entry, [text])
            return text
        case _:
            return text


def _chosen(entry: EntryField, chosen: list[str]) -> tuple[str, ...]:
    return check_entry_choices(entry.key, entry.label, chosen, options=entry.options, required=entry.required)


def _listed(entry: EntryField, value: Any) -> list[str]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{label}应当是一列选项。"), field=entry.key, label=entry.label)
    return list(value)


def _whole(entry: EntryField, value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.strip().isdecimal():
        return int(value)
    if type(value) is int:
        return value
    raise UserError(QT_TRANSLATE_NOOP("desk", "{label}应当是整数。"), field=entry.key, label=entry.label)


def _named(key: str, check: Callable[[], Checked]) -> Checked:
    """Return what ``check`` returns; its UserError is raised anew as one of the field ``key``."""
    try:
        return check()
    except UserError as fault:
        raise UserError(fault.template, field=key, **fault.values) from None


class People(Protocol):
    """What finds the applicant of plain data."""

    def numbered(self, emp_no: str) -> int | None:
        """Return the person with that staff number."""
        ...

    def named(self, name: str) -> Sequence[int]:
        """Return the people in office of that name."""
        ...


def entry_from(data: Mapping[str, Any], people: People) -> ApplicationEntry:
    """Return the application that plain data describe: ``emp_no`` or ``name``, the form's fields, ``entered_on``.

    Raises UserError where nobody, or more than one, is meant, and for a date that is none.
    """
    fields = dict(data)
    emp_no, name = (plain(fields.pop(key, ""), TITLES[key], key) for key in ("emp_no", "name"))
    kind = plain(fields.pop("kind", "account_application"), QT_TRANSLATE_NOOP("desk", "申请种类"), "kind")
    entered = fields.pop("entered_on", None)
    return ApplicationEntry(_person(emp_no, name, people), fields, kind, _entered_on(entered))


def _entered_on(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "填表日期“{text}”不是日期，应写成 2026-12-03。"), field="entered_on", text=text
        ) from None


def _person(emp_no: str, name: str, people: People) -> int:
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

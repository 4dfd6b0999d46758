"""A filled-in form, checked field by field as its kind declares them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import ApplicationKind, EntryField, FieldKind
from desk_mailadmin.kernel.dates import date_from_entry
from desk_mailadmin.kernel.entered import plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_from_text
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.applications.rules import (
    check_entry_choices,
    check_entry_number,
    check_entry_text,
    check_extension,
    check_likely,
    check_not_after,
    check_not_before,
)
from desk_mailadmin.registers.staff.rules import TITLES, People, check_mobile, person_of

FieldValue = str | int | list[str]
Checked = TypeVar("Checked")
AddressCheck = Callable[[str], str]

QUOTA = "quota_mb"
"""The field of any form that asks for a mailbox's size."""

USED, LEFT = "used_mb", "left_mb"
"""The fields that say how full a mailbox is, and how full once it was cleared (000/4.1)."""

_NUMBERED = regex(r"(?P<name>[^（(]*)[（(](?P<emp_no>[^）)]+)[）)]")


class ApplicationEntry(Struct, frozen=True):
    """An application as it is filled in: whose it is, and the values of the kind's own fields by key."""

    staff: int
    fields: Mapping[str, Any] = field(default_factory=dict)
    kind: str = "account_application"
    entered_on: date | None = None


class EntryChecks(Struct, frozen=True):
    """What a field is checked against beyond itself.

    ``address`` returns a mail address folded, or raises UserError where it may not be given out (004/第八条);
    ``mailbox`` does the same for a mailbox that must exist, ``colleague`` for a person: 陈磊（A10233）, name, number.
    ``old_mail`` is the day up to which mail may be cleared away (000/4.1), None for none.
    """

    address: AddressCheck
    mailbox: AddressCheck
    colleague: Callable[[str], str]
    entered_on: date
    today: date
    old_mail: date | None = None


def start_values(fields: Sequence[EntryField]) -> dict[str, FieldValue]:
    """Return the fields of an empty form with their declared defaults."""
    return {entry.key: _default(entry) for entry in fields}


def with_quota(kind: ApplicationKind, most_mb: int) -> ApplicationKind:
    """Return the kind with its quota field, if it has one, bounded by ``most_mb`` (MB of 2^20 bytes, 000/4.1)."""
    return replace(kind, fields=tuple(_bounded(entry, most_mb) for entry in kind.fields))


def with_titles(kind: ApplicationKind, words: Callable[[str], Sequence[str]]) -> ApplicationKind:
    """Return the kind with the office's own words for the options that a setting renames (000/4.5)."""

    def renamed(entry: EntryField) -> EntryField:
        return replace(entry, titles=tuple(words(entry.renamed_by))) if entry.renamed_by else entry

    return replace(kind, fields=tuple(map(renamed, kind.fields)), completion=tuple(map(renamed, kind.completion)))


def _bounded(entry: EntryField, most_mb: int) -> EntryField:
    if entry.key != QUOTA:
        return entry
    return replace(entry, most=most_mb, default=str(min(int(entry.default or most_mb), most_mb)))


def checked_fields(
    fields: Sequence[EntryField], values: Mapping[str, Any], checks: EntryChecks
) -> dict[str, FieldValue]:
    """Return the values trimmed and of their declared type; raise UserError naming the first field that cannot stand.

    A field that is not asked under the other entries is kept empty, whatever it holds.
    """
    known = {entry.key: entry for entry in fields}
    for key in values:
        if key not in known:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这张表没有“{key}”这一栏。"), field=key, key=key)
    kept: dict[str, FieldValue] = {}
    for key, entry in known.items():
        asked = entry.is_asked({**values, **kept})
        kept[key] = _checked(entry, values.get(key, _default(entry)), checks) if asked else _nothing(entry)
    for entry in fields:
        _check_order(entry, kept, checks)
    return kept


def asked_values(
    fields: Sequence[EntryField], values: Mapping[str, Any], known: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the values with those emptied that do not apply (any more); one entry may hang on one that hangs itself.

    ``known`` holds entries beyond ``fields`` on which they may hang.
    """
    kept = dict(values)
    for entry in fields:
        if entry.key in kept and not entry.is_asked({**(known or {}), **kept}):
            kept[entry.key] = _nothing(entry)
    return kept


def kept_day(value: Any) -> date | None:
    """Return the day of a kept value; None for nothing, and for what was no date when its form was another."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def kept_whole(value: Any) -> int:
    """Return a kept number or sum; 0 for nothing, and for what was no number when its form was another."""
    text = str(value or 0)
    return int(text) if text.isascii() and text.isdigit() else 0


def _nothing(entry: EntryField) -> FieldValue:
    if entry.kind in (FieldKind.NUMBER, FieldKind.MONEY):
        return 0
    return [] if entry.kind is FieldKind.CHOICES else ""


def _default(entry: EntryField) -> FieldValue:
    match entry.kind:
        case FieldKind.CHOICES:
            return [entry.default] if entry.default else []
        case FieldKind.NUMBER | FieldKind.MONEY:
            return int(entry.default or entry.least)
        case _:
            return entry.default


def _checked(entry: EntryField, value: Any, checks: EntryChecks) -> FieldValue:
    match entry.kind:
        case FieldKind.CHOICES:
            return list(_chosen(entry, _listed(entry, value)))
        case FieldKind.NUMBER:
            return check_entry_number(entry.key, entry.label, _whole(entry, value), least=entry.least, most=entry.most)
        case FieldKind.MONEY:
            return _sum(entry, value)
        case _:
            return _checked_text(entry, plain(value, entry.label, entry.key), checks)


def _sum(entry: EntryField, value: Any) -> int:
    fen = value if type(value) is int else _named(entry.key, lambda: fen_from_text(plain(value, entry.label)))
    if entry.required and not fen:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填{label}。"), field=entry.key, label=entry.label)
    most = entry.most if entry.most > _TEXT_MOST else _MONEY_MOST
    return check_entry_number(entry.key, entry.label, fen, least=entry.least, most=most, fen=True)


_TEXT_MOST = 200  # what a field has where its form says nothing
_MONEY_MOST = 10_000_000  # fen: a hundred thousand yuan is no slip of an office


def _checked_text(entry: EntryField, value: str, checks: EntryChecks) -> str:
    text = check_entry_text(entry.key, entry.label, value, required=entry.required, most=entry.most)
    return _named(entry.key, lambda: _of_kind(entry, text, checks)) if text else ""


def _of_kind(entry: EntryField, text: str, checks: EntryChecks) -> str:
    match entry.kind:
        case FieldKind.ADDRESS:
            return checks.address(text)
        case FieldKind.MAILBOX:
            return checks.mailbox(text)
        case FieldKind.COLLEAGUE:
            return checks.colleague(text)
        case FieldKind.EMAIL:
            return _email(text)
        case FieldKind.MOBILE:
            return _mobile(text)
        case FieldKind.EXTENSION:
            return check_extension(text)
        case FieldKind.TIME:
            return check_time(text)
        case FieldKind.DATE:
            return check_likely(date_from_entry(text, checks.today)).isoformat()
        case FieldKind.CHOICE:
            _chosen(entry, [text])
    return text


def _email(text: str) -> str:
    from desk_mailadmin.language.numbers import email

    found = email(text)
    if not found.value:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是邮箱地址。"), text=text)
    return found.value


def _mobile(text: str) -> str:
    from desk_mailadmin.language.numbers import mobile

    number = mobile(text).value or text
    check_mobile(number)
    return number


def _check_order(entry: EntryField, kept: Mapping[str, FieldValue], checks: EntryChecks) -> None:
    if entry.kind is not FieldKind.DATE or not kept[entry.key]:
        return
    named = {"today": checks.today, "entered_on": checks.entered_on, "old_mail": checks.old_mail}
    day = date.fromisoformat(str(kept[entry.key]))
    first, last = (named.get(key) or kept_day(kept.get(key)) for key in (entry.not_before, entry.not_after))
    if first is not None:
        check_not_before(entry.key, entry.label, day, first)
    if last is not None:
        check_not_after(entry.key, entry.label, day, last)


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


def entry_from(data: Mapping[str, Any], people: People) -> ApplicationEntry:
    """Return the application that plain data describe: ``emp_no`` or ``name``, the form's fields, ``entered_on``.

    Raises UserError where nobody, or more than one, is meant, and for a date that is none.
    """
    fields = dict(data)
    emp_no, name = (plain(fields.pop(key, ""), TITLES[key], key) for key in ("emp_no", "name"))
    kind = plain(fields.pop("kind", "account_application"), QT_TRANSLATE_NOOP("desk", "申请种类"), "kind")
    entered = fields.pop("entered_on", None)
    return ApplicationEntry(person_of(emp_no, name, people), fields, kind, _entered_on(entered))


def _entered_on(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "填表日期“{text}”不是日期，应写成 2026-12-03。"), field="entered_on", text=text
        ) from None


def colleague_of(text: str, people: People) -> int:
    """Return who is meant by 陈磊（A10233）, by a staff number, or by a name that only one bears."""
    if written := _NUMBERED.fullmatch(text.strip()):
        return person_of(written["emp_no"].strip(), "", people)
    return people.numbered(text.strip()) or person_of("", text.strip(), people)


def colleague_text(name: str, emp_no: str) -> str:
    """Return a person as forms write another one: 陈磊（A10233）, the name alone where there is no number."""
    return f"{name}（{emp_no}）" if emp_no else name

"""The fields of a dialog made from what a form declares, each with its widget and its check (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.documents.application_kind import EntryField, FieldKind
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import email, mobile
from desk_mailadmin.registers.applications.entries import colleague_of, colleague_text
from desk_mailadmin.registers.applications.rules import check_extension
from desk_mailadmin.registers.staff.form import hits, new_person
from desk_mailadmin.registers.staff.rules import check_mobile
from desk_mailadmin.ui.dialogs.choice_fields import ChecksField, ChoiceField, RadioField, SpinField
from desk_mailadmin.ui.dialogs.field import Check, Field, FieldRow
from desk_mailadmin.ui.dialogs.message import hint
from desk_mailadmin.ui.dialogs.money_field import MoneyField
from desk_mailadmin.ui.dialogs.person_picker import Hit, PersonField
from desk_mailadmin.ui.dialogs.text_fields import DateField, LongTextField, TextField
from desk_mailadmin.ui.shown import shown

_SHORT, _NARROW, _WIDE = 40, 14, 24  # up to so many characters a text gets a narrow line
_FEW = 3  # ticks that stand side by side


class EntryFields:
    """Makes fields for entries; people and mailboxes are found in the desk's services."""

    def __init__(self, bench: Any) -> None:
        self._bench = bench
        self._staff = bench.services["staff"]
        self._mailboxes = bench.services["mailboxes"]

    def field(self, entry: EntryField) -> Field:
        """Return the field of an entry, with the hint that its form gives."""
        made = self._made(entry)
        if said := entry.hint or self._bound(entry):
            made.tell(hint(said))
        return made

    def people(self, text: str) -> Sequence[Hit]:
        """Return the people a clerk may mean."""
        return hits(self._staff.find(text))

    def anybody(self, text: str) -> Sequence[Hit]:
        """Return the people a clerk may mean, those who left too."""
        return hits(self._staff.find(text), active_only=False)

    def add_missing(self, typed: str) -> Hit | None:
        """Enter a person who is not on the roster yet, and return how he is listed."""
        added = new_person(self._bench, typed)
        return hits([self._staff.row(added)])[0] if added is not None else None

    def colleague(self, text: str) -> Hit | None:
        """Return how a person written 陈磊（A10233） is listed, None where nobody is meant."""
        try:
            return hits([self._staff.row(colleague_of(text, self._staff))])[0] if text else None
        except UserError:
            return None

    def _bound(self, entry: EntryField) -> str:
        if entry.kind is not FieldKind.NUMBER or not entry.clause:
            return ""
        most = f"{entry.most} {entry.unit}".strip()
        return shown(QT_TRANSLATE_NOOP("desk", "上限 {most}，{clause}"), most=most, clause=cite(entry.clause))

    def _made(self, entry: EntryField) -> Field:
        key, title, required = entry.key, entry.label, entry.required
        match entry.kind:
            case FieldKind.COLLEAGUE:
                return ColleagueField(key, title, self.people, self.colleague, required=required)
            case FieldKind.ADDRESS if required:
                waiting = shown(QT_TRANSLATE_NOOP("desk", "选中申请人后按命名规则给出"))
                return RadioField(key, title, (), required=True, verdicts=True, waiting=waiting)
            case FieldKind.LONG_TEXT:
                return LongTextField(key, title, required=required, limit=entry.most)
            case FieldKind.CHOICE:
                return ChoiceField(key, title, _choices(entry, optional=not required), required=required)
            case FieldKind.CHOICES:
                return ChecksField(key, title, _choices(entry), required=required, below=len(entry.options) > _FEW)
            case FieldKind.NUMBER:
                return SpinField(key, title, low=entry.least, high=entry.most, unit=entry.unit)
            case FieldKind.MONEY:
                return MoneyField(key, title, required=required)
            case FieldKind.DATE:
                return DateField(key, title, required=required, today=self._today)
            case _:
                return self._line(entry)

    def _line(self, entry: EntryField) -> TextField:
        key, title, required = entry.key, entry.label, entry.required
        match entry.kind:
            case FieldKind.ADDRESS:
                return TextField(key, title, width=18, limit=entry.most, checks=(self._good_address,))
            case FieldKind.MAILBOX:
                return TextField(
                    key, title, required=required, width=18, limit=254, checks=(self._known_mailbox,),
                    suggest=self._mailboxes.beginning_with,
                )  # fmt: skip
            case FieldKind.EMAIL:
                return TextField(key, title, required=required, width=18, limit=254, checks=(_good_email,))
            case FieldKind.MOBILE:
                return TextField(key, title, required=required, width=10, checks=(_good_mobile,))
            case FieldKind.EXTENSION:
                return TextField(key, title, required=required, width=10, limit=20, checks=(_passing(check_extension),))
            case FieldKind.TIME:
                return TextField(key, title, required=required, width=6, limit=10, checks=(_passing(check_time),))
            case _:
                width = _NARROW if entry.most <= _SHORT else _WIDE
                return TextField(key, title, required=required, limit=entry.most, width=width)

    def _today(self) -> date:
        today: date = self._bench.desk.clock.today()
        return today

    def _good_address(self, text: str) -> None:
        self._mailboxes.checked_address(text)

    def _known_mailbox(self, text: str) -> None:
        self._mailboxes.known_address(text)


class ColleagueField(PersonField):
    """Asks for another person; the value is 陈磊（A10233）, which ``recall`` makes a find of again."""

    def __init__(
        self,
        key: str,
        title: str,
        find: Callable[[str], Sequence[Hit]],
        recall: Callable[[str], Hit | None],
        *,
        required: bool,
    ) -> None:
        super().__init__(key, title, find, required=required)
        self._recall = recall

    def set_value(self, value: Any) -> None:
        """Show a find, or the person that a kept text means."""
        super().set_value(self._recall(value) if isinstance(value, str) else value)

    def value(self) -> Any:
        """Return the person as forms write him; UserError where something was typed but nobody chosen."""
        super().value()
        return colleague_text(self.hit.title, self.hit.code) if self.hit else ""

    def entry(self) -> Any:
        """Return what a draft keeps: the person as forms write him."""
        return colleague_text(self.hit.title, self.hit.code) if self.hit else ""


def kept_values(entries: Sequence[EntryField], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of these entries as an application keeps them: lists in order, dates as text."""
    return {entry.key: _kept(entry, values.get(entry.key)) for entry in entries}


def _kept(entry: EntryField, value: Any) -> Any:
    match entry.kind:
        case FieldKind.CHOICES:
            return [option for option in entry.options if option in (value or ())]
        case FieldKind.DATE:
            return value.isoformat() if value else ""
        case FieldKind.NUMBER | FieldKind.MONEY:
            return value or 0
        case _:
            return value if value is not None else ""


def show_asked(
    rows: Mapping[str, Sequence[FieldRow]], entries: Sequence[EntryField], values: Mapping[str, Any]
) -> None:
    """Show the rows of the entries that apply, given what is entered, and hide the others."""
    for entry in entries:
        asked = entry.is_asked(values)
        for row in rows.get(entry.key, ()):
            for field in row.fields:
                if field.name == entry.key:
                    field.set_asked(on=asked)
            row.setVisible(any(field.is_asked for field in row.fields))


def _choices(entry: EntryField, *, optional: bool = False) -> list[Choice]:
    nothing = [Choice("", "—")] if optional else []
    return [*nothing, *(Choice(option, entry.title_of(option)) for option in entry.options)]


def _passing(check: Callable[[str], str]) -> Check:
    """Return a check that says nothing where ``check`` returns the text folded."""

    def run(text: str) -> None:
        check(text)

    return run


def _good_mobile(text: str) -> None:
    check_mobile(mobile(text).value or text)


def _good_email(text: str) -> None:
    if not email(text).value:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是邮箱地址。"), text=text)

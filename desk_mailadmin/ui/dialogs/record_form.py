"""Entry dialogs made from descriptions: simple registers need no widget code of their own.

Titles, notes and headings are texts marked for translation; they are translated here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.choice_fields import ChecksField, ChoiceField, FlagField, SpinField
from desk_mailadmin.ui.dialogs.field import Check, Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.money_field import MoneyField
from desk_mailadmin.ui.dialogs.people_field import PeopleField
from desk_mailadmin.ui.dialogs.person_picker import Hit, PersonField
from desk_mailadmin.ui.dialogs.pieces import label
from desk_mailadmin.ui.dialogs.suggestions import Suggest
from desk_mailadmin.ui.dialogs.text_fields import DateField, LongTextField, TextField
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import shown

_NOTHING = Choice("", "—")


class Asks(StrEnum):
    """What kind of answer is wanted; the value's type is in brackets."""

    TEXT = "text"  # str
    LONG = "long"  # str with line ends
    DATE = "date"  # date | None
    CHOICE = "choice"  # the key, empty for none
    CHECKS = "checks"  # frozenset of keys
    FLAG = "flag"  # bool
    NUMBER = "number"  # int
    MONEY = "money"  # fen, 0 for none
    PERSON = "person"  # id | None; the start is a Hit
    PEOPLE = "people"  # tuple of ids; the start is a sequence of Hits


class Asked(Struct, frozen=True, kw_only=True):
    """One thing to ask; ``start`` is what the field shows at first, ``group`` the heading it stands under.

    ``width`` in Chinese characters, ``limit`` in characters, ``lines`` shown of a long text, ``low`` and ``high`` bound
    numbers; ``beside`` puts the field on the line of the one before; ``suggest`` gives what a beginning of a text may
    be completed to. For people: ``find`` gives who is meant by a few letters, ``add_missing`` what F3 does;
    ``choices`` are the departments that may be taken as a whole, ``members`` who belongs to one.
    """

    name: str
    title: str
    kind: Asks = Asks.TEXT
    required: bool = False
    start: Any = None
    choices: Sequence[Choice] = ()
    checks: Sequence[Check] = ()
    hint: str = ""
    note: str = ""
    unit: str = ""
    width: float = 16
    limit: int = 60
    lines: int = 3
    low: int = 0
    high: int = 99_999
    group: str = ""
    beside: bool = False
    fixed: bool = False
    suggest: Suggest | None = None
    find: Callable[[str], Sequence[Hit]] = lambda _text: ()
    add_missing: Callable[[str], Hit | None] | None = None
    members: Callable[[str], Sequence[Hit]] | None = None


class RecordForm(FormDialog):
    """Asks for what is described; ``explanation`` stands above the fields."""

    def __init__(
        self,
        title: str,
        asked: Sequence[Asked],
        job: FormJob,
        prompter: Prompter,
        *,
        today: Callable[[], date],
        explanation: str = "",
        size: tuple[int, int] = (620, 480),
        memory: Memory | None = None,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        groups = _groups(asked, today)
        if explanation:
            groups.insert(0, FieldGroup("", label(explanation, "muted", wrap=True)))
        super().__init__(title, groups, job, prompter, size=size, memory=memory, key=key or title, parent=parent)
        for one in self.fields:
            if isinstance(one, PersonField):
                one.picked.connect(partial(self._go_on, one))

    def _go_on(self, after: Field, _hit: Hit) -> None:
        """Put the cursor into the next open field, once whatever follows from who was picked is filled in."""
        QTimer.singleShot(0, self, partial(self.focus_next_open, after))


def all_ticked(choices: Sequence[Choice]) -> Check:
    """Return the rule that every tick must be set, saying which are missing."""

    def check(ticked: frozenset[str]) -> None:
        missing = [choice.title for choice in choices if choice.key not in ticked]
        if missing:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有做：{missing}"), missing="、".join(missing))

    return check


def field_for(asked: Asked, today: Callable[[], date]) -> Field:
    """Return the field of a description, showing its start value."""
    field = _made(asked, today)
    if asked.start is not None:
        field.set_value(asked.start)
    if asked.fixed:
        field.set_filled_in(on=True)
    return field


def _made(asked: Asked, today: Callable[[], date]) -> Field:
    name, title, required, checks = asked.name, shown(asked.title), asked.required, asked.checks
    match asked.kind:
        case Asks.LONG:
            return LongTextField(name, title, required=required, checks=checks, limit=asked.limit, lines=asked.lines)
        case Asks.DATE:
            return DateField(name, title, required=required, checks=checks, today=today, hint=asked.hint)
        case Asks.CHOICE:
            choices = asked.choices if required else (_NOTHING, *asked.choices)
            return ChoiceField(
                name, title, choices, required=required, checks=checks, hint=asked.hint, width=asked.width
            )
        case Asks.CHECKS:
            return ChecksField(name, title, asked.choices, required=required, checks=checks, below=True)
        case Asks.FLAG:
            return FlagField(name, title, shown(asked.note) or title)
        case Asks.NUMBER:
            return SpinField(
                name, title, low=asked.low, high=asked.high, unit=asked.unit, checks=checks, hint=asked.hint
            )
        case Asks.MONEY:
            return MoneyField(name, title, required=required, checks=checks)
        case Asks.PERSON | Asks.PEOPLE:
            return _of_people(asked, name, title)
        case Asks.TEXT:
            return TextField(name, title, required=required, checks=checks, hint=asked.hint, width=asked.width,
                             limit=asked.limit, suggest=asked.suggest)  # fmt: skip


def _of_people(asked: Asked, name: str, title: str) -> Field:
    if asked.kind is Asks.PERSON:
        return PersonField(name, title, asked.find, add_missing=asked.add_missing, required=asked.required,
                               checks=asked.checks, hint=asked.hint, width=asked.width)  # fmt: skip
    return PeopleField(name, title, asked.find, groups=asked.choices, members=asked.members,
                               required=asked.required, hint=asked.hint)  # fmt: skip


def _groups(asked: Sequence[Asked], today: Callable[[], date]) -> list[FieldGroup]:
    rows: dict[str, list[list[tuple[Asked, Field]]]] = {}
    for one in asked:
        of_group = rows.setdefault(one.group, [])
        if one.beside and of_group:
            of_group[-1].append((one, field_for(one, today)))
        else:
            of_group.append([(one, field_for(one, today))])
    return [FieldGroup(shown(title), *(_row(line) for line in lines)) for title, lines in rows.items()]


def _row(line: Sequence[tuple[Asked, Field]]) -> FieldRow:
    note = "" if line[-1][0].kind is Asks.FLAG else line[-1][0].note
    is_long = line[0][0].kind in (Asks.LONG, Asks.PEOPLE)
    return FieldRow(*(field for _, field in line), below=is_long, note=shown(note))

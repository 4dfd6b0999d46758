"""A part of a form as entries: what stands in its table is shown, what is entered becomes the table again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.fields import (
    ChoiceField,
    Field,
    FieldGroup,
    FieldRow,
    FlagField,
    LongTextField,
    SpinField,
    TextField,
)
from desk_mailadmin.ui.dialogs.forms.entry_kinds import Block, Entry, Items, Prop, Props, Texts
from desk_mailadmin.ui.dialogs.message import MessageLine
from desk_mailadmin.ui.dialogs.pieces import column
from desk_mailadmin.ui.shown import shown

Path = Sequence[str | int]
BETWEEN = "、"
FILLED = "filled"
"""The Qt property of text fields that may name data."""


class Surroundings(Struct, frozen=True):
    """What all entries of a form need: the data it may name with their titles, and whether it may be changed."""

    data: Mapping[str, str]
    locked: bool = False

    def data_choices(self, present: str) -> list[Choice]:
        """Return the data to choose from; what is there but not known stays choosable."""
        known = {**self.data, **({present: present} if present and present not in self.data else {})}
        return [Choice("", "—"), *(Choice(key, f"{title}　{key}") for key, title in known.items())]


class PartForm(QWidget):
    """Base of what edits a value of a form: ``value`` is what stands there now."""

    changed = Signal()

    def value(self) -> Any:
        """Return the value as entered."""
        raise NotImplementedError

    def show_fault(self, path: Path, sentence: str, *, go: bool) -> bool:
        """Say a sentence beside the entry at ``path``, and with ``go`` put the cursor there.

        False where there is no entry for it, or (without ``go``) where it is not shown at present.
        """
        raise NotImplementedError

    def forget_fault(self) -> None:
        """Take back what ``show_fault`` said."""
        raise NotImplementedError


class PropsForm(PartForm):
    """The single entries of a table."""

    def __init__(self, block: Props, body: Mapping[str, Any], around: Surroundings) -> None:
        super().__init__()
        self._block, self._body = block, dict(body)
        self.fields = {(prop.inside, prop.key): self._field(prop, around) for prop in block.props}
        rows = [self._row(prop) for prop in block.props]
        self.setLayout(column(FieldGroup(shown(block.title) if block.title else "", *rows), spacing=4))
        for prop in block.props:
            field = self.fields[prop.inside, prop.key]
            if around.locked or (prop.fixed and body.get(prop.key)):
                field.set_filled_in(on=True)
            field.changed.connect(self.changed)

    def value(self) -> dict[str, Any]:
        body = dict(self._body)
        for prop in self._block.props:
            inside = dict(body.get(prop.inside, {})) if prop.inside else body
            _put(inside, prop, self.fields[prop.inside, prop.key].value(), self._body)
            if prop.inside and inside:
                body[prop.inside] = inside
            elif prop.inside:
                body.pop(prop.inside, None)
        return body

    def show_fault(self, path: Path, sentence: str, *, go: bool) -> bool:
        for (inside, key), field in self.fields.items():
            way = [inside, key] if inside else [key]
            if list(path[: len(way)]) == way or [inside] == list(path):
                field.refuse(UserError("{sentence}", sentence=sentence))
                if go:
                    field.take_focus()
                return True
        return False

    def forget_fault(self) -> None:
        for field in self.fields.values():
            field.tell(None)

    def _row(self, prop: Prop) -> FieldRow:
        note = "" if prop.entry is Entry.FLAG else prop.note
        field = self.fields[prop.inside, prop.key]
        is_wide = prop.entry is Entry.LONG or (prop.entry in (Entry.LINE, Entry.WORDS) and not _width(prop))
        made = FieldRow(field, below=is_wide, note=shown(note) if note else "")
        if is_wide:
            quieten(made.line, field)
        return made

    def _field(self, prop: Prop, around: Surroundings) -> Field:
        table = self._body.get(prop.inside, {}) if prop.inside else self._body
        start = table.get(prop.key)
        made = _made(prop, start, around)
        made.setProperty(FILLED, prop.filled)
        made.set_value(_shown_value(prop, start))
        return made


def _made(prop: Prop, start: Any, around: Surroundings) -> Field:
    title, name = shown(prop.title), prop.key
    match prop.entry:
        case Entry.LONG:
            return LongTextField(name, title, limit=prop.limit, lines=prop.lines)
        case Entry.DATA:
            return ChoiceField(name, title, around.data_choices(str(start or "")), width=17)
        case Entry.CHOICE:
            choices = [Choice(key, shown(words)) for key, words in prop.choices.items()]
            return ChoiceField(name, title, choices, width=9)
        case Entry.NUMBER:
            return SpinField(name, title, low=prop.low, high=prop.high)
        case Entry.FLAG:
            return FlagField(name, title, shown(prop.note or prop.title))
        case Entry.WORDS | Entry.LINE:
            return TextField(name, title, width=_width(prop), limit=max(prop.limit, len(str(start or ""))))


_SHORT, _SHORT_WIDTH, _KEY_WIDTH = 24, 10, 12


def _width(prop: Prop) -> float:
    if prop.note and prop.limit > _SHORT:
        return _KEY_WIDTH
    return _SHORT_WIDTH if prop.limit <= _SHORT else 0


def quieten(line: MessageLine, field: Field) -> None:
    """Let a message take room below its field only while there is one, and show no counter: parts are many."""
    line.setMinimumHeight(0)
    line.hide()
    field.told.connect(lambda: line.setVisible(field.message is not None))
    if isinstance(field, LongTextField):
        field.counter.hide()


def _shown_value(prop: Prop, start: Any) -> Any:
    if prop.entry is Entry.WORDS:
        return start if isinstance(start, str) else BETWEEN.join(str(one) for one in start or ())
    return prop.default if start is None and prop.entry in (Entry.NUMBER, Entry.FLAG) else start


def _put(table: dict[str, Any], prop: Prop, value: Any, before: Mapping[str, Any]) -> None:
    """Put an entered value into its table, or take it away where it says nothing."""
    was = (before.get(prop.inside, {}) if prop.inside else before).get(prop.key)
    if prop.entry is Entry.WORDS:
        words = [word.strip() for word in str(value).replace("，", BETWEEN).split(BETWEEN) if word.strip()]
        value = words[0] if prop.inside and isinstance(was, str | None) and len(words) == 1 else words
    says_nothing = value == prop.default if prop.entry in (Entry.NUMBER, Entry.FLAG) else not value
    if says_nothing and not prop.needed and not (was == value and was is not None):
        table.pop(prop.key, None)
    else:
        table[prop.key] = value


class BlocksForm(PartForm):
    """A table with all that may be entered in it, one block below the other."""

    def __init__(self, blocks: Sequence[Block], body: Mapping[str, Any], around: Surroundings) -> None:
        super().__init__()
        self._body = dict(body)
        self.parts: list[tuple[Block, PartForm]] = [(block, form_of(block, body, around)) for block in blocks]
        self.setLayout(column(*(part for _, part in self.parts), spacing=10))
        for _, part in self.parts:
            part.changed.connect(self.changed)

    def value(self) -> dict[str, Any]:
        body = dict(self._body)
        for block, part in self.parts:
            given = part.value()
            if isinstance(block, Props):
                for key in {key for prop in block.props if (key := prop.inside or prop.key)}:
                    _keep(body, key, given.get(key), is_there=key in given)
            else:
                _keep(body, block.key, given, is_there=bool(given) or block.needed)
        return body

    def show_fault(self, path: Path, sentence: str, *, go: bool) -> bool:
        for block, part in self.parts:
            inner = path if isinstance(block, Props) else path[1:] if list(path[:1]) == [block.key] else None
            if inner is not None and part.show_fault(inner, sentence, go=go):
                return True
        return False

    def forget_fault(self) -> None:
        for _, part in self.parts:
            part.forget_fault()


def _keep(body: dict[str, Any], key: str, value: Any, *, is_there: bool) -> None:
    if is_there:
        body[key] = value
    else:
        body.pop(key, None)


def form_of(block: Block, body: Mapping[str, Any], around: Surroundings) -> PartForm:
    """Return what edits a block of a table."""
    from desk_mailadmin.ui.dialogs.forms.item_forms import ItemsForm, TextsForm

    match block:
        case Props():
            return PropsForm(block, body, around)
        case Texts():
            return TextsForm(block, body.get(block.key, ()), around)
        case Items():
            return ItemsForm(block, body.get(block.key, ()), around)

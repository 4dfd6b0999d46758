"""One thing a dialog asks: its editor, its rules, and the message that stands beside it (UI.md 6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSpinBox, QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, MessageLine
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, column, holding, label, repolish, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import said

Check = Callable[[Any], Message | None]
"""A field's rule: gets the value, raises UserError if it cannot be saved, may return a warning, news or a hint."""


class Field(QWidget):
    """Base of all fields.

    ``name`` is the key of its value, ``title`` what people read. A field is checked when it is left, and from then on
    with every change, so that an error goes away while it is being corrected. Subclasses give ``value``, ``set_value``.
    """

    changed = Signal()
    left = Signal()
    told = Signal()

    def __init__(
        self, name: str, title: str, *, required: bool = False, checks: Sequence[Check] = (), hint: str = ""
    ) -> None:
        super().__init__()
        self.name, self.title, self.required = name, title, required
        self._checks = tuple(checks)
        self._hint = Message(MessageKind.HINT, hint) if hint else None
        self.message = self._hint
        self._news: Message | None = None
        self._refusal: Message | None = None
        self._was_left = False
        self._asked = True
        self._editors: list[QWidget] = []
        self._filled_in = False
        self.changed.connect(self._on_changed)

    def value(self) -> Any:
        """Return what was entered; UserError where it cannot be understood."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show ``value``; it counts as a change."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Say whether nothing was entered."""
        return self.value() in (None, "", (), frozenset())

    def entry(self) -> Any:
        """Return what a draft keeps: the value, or the text as typed where it cannot be understood yet."""
        return self.value()

    def take_focus(self) -> None:
        """Put the cursor into the field as Tab does: what stands in a line is marked, and typing replaces it."""
        if not self._editors:
            return
        first = self._editors[0]
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(first, QLineEdit | QAbstractSpinBox):  # it may have had the cursor before
            first.selectAll()

    def has_focus(self) -> bool:
        """Say whether the cursor is in the field."""
        return any(editor.hasFocus() for editor in self._editors)

    def fill_in(self, value: Any) -> None:
        """Show a value that the directory knows: grey, reachable, copyable, not to be typed over."""
        self.set_value(value)
        self.set_filled_in(on=True)

    def set_filled_in(self, *, on: bool) -> None:
        """Mark the field as filled in by the directory, or make it an ordinary one again."""
        self._filled_in = on
        for editor in self._editors:
            if hasattr(editor, "setReadOnly"):
                editor.setReadOnly(on)
            else:
                editor.setEnabled(not on)

    @property
    def is_filled_in(self) -> bool:
        """Whether the value came from the directory."""
        return self._filled_in

    def set_asked(self, *, on: bool) -> None:
        """Say whether the field applies at all, given the others; one that does not is hidden and never faulty."""
        if on != self._asked:
            self._asked = on
            self._was_left = False
            self._show(None)

    @property
    def is_asked(self) -> bool:
        """Whether the field applies."""
        return self._asked

    def check(self) -> bool:
        """Apply all rules, show what they say, and return whether the value can be saved."""
        if not self._asked:
            return True
        self._was_left = True
        judged = self._judged()
        wrong = judged is not None and judged.kind is MessageKind.ERROR
        self._show((self._refusal or judged) if wrong else judged or self._news)
        return not wrong

    def tell(self, message: Message | None) -> None:
        """Show a message from outside: news stays until the value changes, a hint from now on; None takes it back."""
        if message and message.kind is MessageKind.HINT:
            self._hint = message
        self._news = message if message and message.kind in (MessageKind.OK, MessageKind.WARNING) else None
        self._show(message)

    def refuse(self, error: UserError) -> None:
        """Show a refusal that came from the rules below (a number already taken).

        It does not prevent saving again, which asks those rules anew; until the value changes it stands for any other
        error of the field, because it says more.
        """
        self._was_left = True
        self._refusal = Message(MessageKind.ERROR, said(error))
        self._show(self._refusal)

    def set_checks(self, checks: Sequence[Check]) -> None:
        """Replace the rules (they may depend on another field)."""
        self._checks = tuple(checks)
        if self._was_left:
            self.check()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._on_focus_out(event)
        return super().eventFilter(watched, event)

    def _adopt(self, editor: QWidget) -> None:
        """Make ``editor`` (one of) the widgets that take the cursor."""
        self._editors.append(editor)
        editor.installEventFilter(self)
        editor.setAccessibleName(self.title)
        self.setFocusProxy(self._editors[0])
        self._show_state()

    def _on_focus_out(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._commit()
            self.check()
            self.left.emit()

    def _commit(self) -> None:
        """Bring the entry into its final spelling before it is checked."""

    def _on_changed(self) -> None:
        told, self._news, self._refusal = self._news, None, None
        if self._was_left:
            self.check()
        elif told:
            self._show(None)

    def _show(self, message: Message | None) -> None:
        self.message = message or self._hint
        self._show_state()
        self.told.emit()

    def _judged(self) -> Message | None:
        try:
            value = self.value()
            if self.is_empty():
                return self._missing()
            spoken = [message for message in (check(value) for check in self._checks) if message]
        except UserError as error:
            return Message(MessageKind.ERROR, said(error))
        return _gravest(spoken)

    def _missing(self) -> Message | None:
        return Message(MessageKind.ERROR, self.tr("还没有填")) if self.required else None

    def _show_state(self) -> None:
        kind = self.message.kind if self.message else None
        state = {MessageKind.ERROR: "error", MessageKind.WARNING: "warn"}.get(kind, "") if kind else ""
        words = self.message.text if self.message else ""
        for editor in self._editors:
            parts = (self.tr("必填") if self.required else "", editor.property("verdict"), words)
            editor.setAccessibleDescription("，".join(part for part in parts if part))
            if editor.property("state") != state:
                editor.setProperty("state", state)
                repolish(editor)


def _gravest(messages: Sequence[Message]) -> Message | None:
    order = (MessageKind.ERROR, MessageKind.WARNING, MessageKind.OK, MessageKind.HINT)
    return min(messages, key=lambda message: order.index(message.kind), default=None)


class FieldRow(QWidget):
    """One line of a form: label, field or fields, and the gravest of their messages beside (or below) them."""

    def __init__(self, *fields: Field, below: bool = False, note: str = "", after: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.fields = fields
        self.line = MessageLine()
        self._caption = self._caption_of(fields[0])
        across = row(*self._across(), spacing=8)
        if note:
            across.addWidget(label(note, "small"))
        for widget in after:
            across.addWidget(widget)
        self._place(across, below=below)
        for field in fields:
            field.told.connect(self._show_message)
        self._show_message()

    def set_label_width(self, count: float) -> None:
        """Make the label column ``count`` characters wide, or as wide as the label needs."""
        self._caption_chars = count
        self._caption.setFixedWidth(max(chars(self, count), self.needed_label_width))

    @property
    def needed_label_width(self) -> int:
        """The width of the label itself in px."""
        return self._caption.sizeHint().width()

    def show_field(self, field: Field, *, on: bool) -> None:
        """Show one of the fields behind the first with its caption, or hide both."""
        for part in (*self._captions.get(field, ()), field):
            part.setVisible(on)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_caption_chars"):
            self.set_label_width(self._caption_chars)

    def _across(self) -> list[QWidget]:
        widgets: list[QWidget] = [self.fields[0]]
        self._captions: dict[Field, list[QWidget]] = {}
        for field in self.fields[1:]:
            caption = label(field.title, "muted")
            caption.setBuddy(field)
            self._captions[field] = [label("*", "err"), caption] if field.required else [caption]
            widgets += [*self._captions[field], field]
        return widgets

    def _caption_of(self, field: Field) -> QWidget:
        star, title = label("*" if field.required else "", "err"), label(field.title)
        title.setBuddy(field)
        return holding(row(None, star, title, spacing=3, margins=(0, 5, 0, 0)))

    def _place(self, across: QHBoxLayout, *, below: bool) -> None:
        body: QBoxLayout = across
        if below:
            body = column(across, self.line, spacing=1)
            self.line.setMinimumHeight(self.fontMetrics().height())
        else:
            self.line.setMinimumHeight(FIELD_HEIGHT)
            across.addWidget(self.line, 1, Qt.AlignmentFlag.AlignTop)
        whole = row(spacing=8)
        whole.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(body, 1)
        self.setLayout(whole)

    def _show_message(self) -> None:
        self.line.show_message(_gravest([field.message for field in self.fields if field.message]))


class FieldGroup(QWidget):
    """Rows under a heading."""

    def __init__(self, title: str, *rows: QWidget, note: str = "", label_width: float = 6) -> None:
        super().__init__()
        self.fields = tuple(field for line in rows if isinstance(line, FieldRow) for field in line.fields)
        box: QVBoxLayout = column(spacing=7)
        if title:
            box.addLayout(row(label(title, "h2"), label(note, "small"), None, spacing=10))
        lines = [line for line in rows if isinstance(line, FieldRow)]
        widest = max((line.needed_label_width / chars(self, 1) for line in lines), default=0)
        for line in lines:
            line.set_label_width(max(label_width, widest))
        for part in rows:
            box.addWidget(part)
        self.setLayout(box)

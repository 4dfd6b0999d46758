"""The frame of every entry dialog: fields at the left, the sheet at the right, what is wrong in the footer."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QSplitter, QWidget

from desk_mailadmin.kernel.errors import EnvironmentFault, NeedsConfirmation, UserError
from desk_mailadmin.ui.dialogs.field import Field, FieldGroup
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.live_preview import LivePreview, Render
from desk_mailadmin.ui.dialogs.message import MessageKind
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, IconLabel, column, holding, label, on_click, scrolled
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import goes_on, remedy_of, said

Entries = Mapping[str, Any]
Save = Callable[[Entries, frozenset[str]], object]
DRAFT_EVERY = 10_000
"""Milliseconds between two looks whether a draft should be kept (UI.md 6, Memory)."""


class FormJob(Struct, frozen=True, kw_only=True):
    """What a form dialog does with its entries.

    ``save`` gets the values by field name and the keys of the questions already answered with yes; it may raise
    UserError (shown beside its field), NeedsConfirmation (asked) or EnvironmentFault (told; the entries stay).
    ``render`` makes the sheet's PDF from the values, in a thread; a value that is still faulty is None.
    ``keep_draft`` gets entries that JSON can hold, now and then, against a crash; ``drop_draft`` is called once they
    are saved or thrown away. ``save_draft`` keeps the values as a record to go on with later (保存草稿).
    ``last_saved`` holds the values Ctrl+D copies. ``first`` names the field with which the clerk begins, where that is
    not the first one required and empty.
    """

    save: Save
    title: str
    icon: str = "save"
    render: Render | None = None
    keep_draft: Callable[[Entries], None] | None = None
    save_draft: Callable[[Entries], object] | None = None
    drop_draft: Callable[[], None] | None = None
    last_saved: Entries = field(default_factory=dict)
    first: str = ""


class FormDialog(DialogFrame):
    """Asks for one record. ``result_value`` is what ``save`` returned; ``beside`` stands where else the sheet does."""

    def __init__(
        self,
        title: str,
        groups: Sequence[FieldGroup],
        job: FormJob,
        prompter: Prompter,
        *,
        size: tuple[int, int] = (1240, 800),
        memory: Memory | None = None,
        key: str = "",
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, size, memory=memory, key=key, parent=parent)
        self._beside = beside
        self.fields: tuple[Field, ...] = tuple(one for group in groups for one in group.fields)
        self.result_value: object = None
        self._job, self._prompter = job, prompter
        self._saving = False
        self._build(groups)
        self._connect()
        self._untouched = self._kept = self.entries()
        self._autosave = QTimer(self)
        self._autosave.timeout.connect(self.keep_draft)
        if job.keep_draft:
            self._autosave.start(DRAFT_EVERY)
        self._show_faults()
        self._ask_for_sheet()

    def field(self, name: str) -> Field:
        """Return the field of that name; KeyError where there is none."""
        for one in self.fields:
            if one.name == name:
                return one
        raise KeyError(name)

    def values(self) -> dict[str, Any]:
        """Return every value by its name; None where the entry cannot be understood yet."""
        return {one.name: _value_or_none(one) for one in self.fields}

    def entries(self) -> dict[str, Any]:
        """Return what a draft keeps."""
        return {one.name: one.entry() for one in self.fields}

    def restore(self, entries: Entries) -> None:
        """Show the entries of a draft; names and values the form does not know (of another version) are passed over."""
        for one in self.fields:
            if one.name in entries:
                with contextlib.suppress(TypeError, ValueError, AttributeError, KeyError, OverflowError):
                    one.set_value(entries[one.name])

    def start_from_here(self) -> None:
        """Take the present entries as untouched (after the form was filled for an edit)."""
        self._untouched = self._kept = self.entries()

    def is_changed(self) -> bool:
        """Say whether anything was entered since the dialog opened."""
        return self.entries() != self._untouched

    def keep_draft(self) -> None:
        """Keep a draft, if there is anything new to keep."""
        entries = self.entries()
        if self._job.keep_draft is None or entries == self._kept:
            return
        try:
            self._job.keep_draft(entries)
        except EnvironmentFault as fault:
            self._tell(fault)
        else:
            self._kept = entries

    def save(self) -> None:
        """Check everything and save; the first faulty field gets the cursor, entries stay where they are."""
        if self._saving or self.result() == QDialog.DialogCode.Accepted:
            return
        self._saving = True
        try:
            if self._all_right():
                self._save_checked(frozenset())
        finally:
            self._saving = False

    def focus_next_open(self, after: Field) -> None:
        """Put the cursor into the first field behind ``after`` that is still empty and open."""
        behind = self.fields[self.fields.index(after) + 1 :]
        for one in behind:
            if one.is_asked and not one.is_filled_in and one.isEnabled() and _is_empty(one):
                one.take_focus()
                return
        self._primary.setFocus()

    def reject(self) -> None:
        """Close; asks only if something was entered."""
        if self.is_changed() and not self._may_be_lost():
            return
        super().reject()
        self._drop_draft()

    def done(self, result: int) -> None:
        self._autosave.stop()
        if self._preview:
            self._preview.stop()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        open_ones = (one for one in self.fields if one.required and _is_empty(one))
        first = self.field(self._job.first) if self._job.first else next(open_ones, None)
        QTimer.singleShot(0, self, (first or self.fields[0]).take_focus)

    def _build(self, groups: Sequence[FieldGroup]) -> None:
        self._banner = Banner("red", "")
        self._banner.hide()
        content = holding(column(self._banner, *groups, None, spacing=14, margins=(18, 14, 14, 10)))
        self._preview = LivePreview(self._job.render) if self._job.render else None
        self.lay_out(self._body(scrolled(content)), *self._footer())

    def _body(self, left: QWidget) -> QWidget:
        right = self._preview or self._beside
        if right is None:
            return left
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([self._wanted.width() * 54 // 100, self._wanted.width() * 46 // 100])
        both.setChildrenCollapsible(False)
        both.setHandleWidth(4)
        return both

    def _footer(self) -> list[QWidget | None]:
        self._fault_icon = IconLabel(16, "circle-alert", "red")
        self._fault_count = label(role="err")
        self._fault_link = Button("", kind="link")
        self._required_note = label(self.tr("带 * 的必填"), "small")
        cancel, draft = Button(self.tr("取消")), Button(self.tr("保存草稿"), "save")
        self._primary = Button(self._job.title, self._job.icon, "primary")
        on_click(cancel, self.reject)
        on_click(draft, self._close_as_draft)
        on_click(self._primary, self.save)
        self.on_keys("Ctrl+S", draft)
        self.make_primary(self._primary)
        draft.setVisible(self._job.save_draft is not None)
        left = [self._fault_icon, self._fault_count, self._fault_link, self._required_note]
        return [*left, None, cancel, draft, self._primary]

    def _connect(self) -> None:
        for one in self.fields:
            one.changed.connect(self._ask_for_sheet)
            one.told.connect(self._show_faults)
        on_click(self._fault_link, self._go_to_first_fault)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and self._job.keep_draft:
            app.commitDataRequest.connect(self.keep_draft)  # the computer is being shut down
        QShortcut(QKeySequence("Ctrl+D"), self, self._copy_last_saved)

    def _ask_for_sheet(self) -> None:
        if self._preview:
            self._preview.ask(self.values())

    def _faulty(self) -> list[Field]:
        return [one for one in self.fields if one.message and one.message.kind is MessageKind.ERROR]

    def _show_faults(self) -> None:
        faulty = self._faulty()
        for part in (self._fault_icon, self._fault_count, self._fault_link):
            part.setVisible(bool(faulty))
        self._required_note.setVisible(not faulty and any(one.required for one in self.fields))
        if faulty and faulty[0].message:
            self._fault_count.setText(self.tr("{count} 处须改").format(count=len(faulty)))
            self._fault_link.say(f"{faulty[0].title}：{faulty[0].message.text}")

    def _go_to_first_fault(self) -> None:
        faulty = self._faulty()
        if faulty:
            faulty[0].take_focus()

    def _all_right(self) -> bool:
        right = [one.check() for one in self.fields]
        self._go_to_first_fault()
        return all(right)

    def _save_checked(self, confirmed: frozenset[str]) -> None:
        try:
            self.result_value = self._job.save(self.values(), confirmed)
        except NeedsConfirmation as question:
            if goes_on(self._prompter, question, self.tr("仍然保存")):
                self._save_checked(confirmed | {question.key})
        except (UserError, EnvironmentFault) as error:
            self._tell(error)
        else:
            self.accept()
            self._drop_draft()

    def _tell(self, error: UserError | EnvironmentFault) -> None:
        named = error.field if isinstance(error, UserError) else None
        concerned = next((one for one in self.fields if one.name == named), None)
        if isinstance(error, UserError) and concerned:
            concerned.refuse(error)
            concerned.take_focus()
            return
        remedy = remedy_of(error) if isinstance(error, EnvironmentFault) else ""
        self._banner.say("red", f"{said(error)}{remedy}")
        self._banner.show()

    def _copy_last_saved(self) -> None:
        for one in self.fields:
            if one.has_focus() and not one.is_filled_in and one.name in self._job.last_saved:
                one.set_value(self._job.last_saved[one.name])

    def _close_as_draft(self) -> None:
        """Keep the values as a draft record and close; what hinders is shown and the entries stay."""
        if self._job.save_draft is None:
            return
        try:
            self.result_value = self._job.save_draft(self.values())
        except (UserError, EnvironmentFault) as error:
            self._tell(error)
        else:
            self.accept()
            self._drop_draft()

    def _drop_draft(self) -> None:
        """Forget the draft once the dialog is closed: one that stays on the disk must not have it saved again."""
        if self._job.drop_draft:
            self._job.drop_draft()

    def _may_be_lost(self) -> bool:
        return self._prompter.confirm(
            self.tr("填写的内容还没有保存。"), self.tr("放弃"), detail=self.tr("放弃后不能找回。"), danger=True
        )


def _value_or_none(one: Field) -> Any:
    try:
        return one.value()
    except UserError:
        return None


def _is_empty(one: Field) -> bool:
    try:
        return one.is_empty()
    except UserError:
        return False

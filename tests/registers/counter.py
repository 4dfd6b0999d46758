"""A window's counter without a window: actions run, dialogs are answered by the test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog

from desk_mailadmin.app.bench import AppBench
from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import Office
from desk_mailadmin.ui.dialogs.chooser import Chooser
from desk_mailadmin.ui.memory import Memory
from tests.answering import AnsweringPrompter


class Leaving(AnsweringPrompter):
    """A clerk who withdraws from every question that was not answered before."""

    def _answer(self, kind: str, text: str) -> Any:
        self.asked.append((kind, text))
        return self.answers.popleft() if self.answers else None


@dataclass
class Window:
    """What was shown and told in the window."""

    shown: list[tuple[str, int]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    watched: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    query: Query = field(default_factory=Query)

    def refresh(self) -> None: ...

    def show_record(self, register: str, record: int) -> None:
        self.shown.append((register, record))

    def listed(self, _register: str) -> list[int]:
        return self.rows

    def asked(self, _register: str) -> Query:
        return self.query

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def watch(self, title: str, _work: Any) -> None:
        self.watched.append(title)


class Counter:
    """An office with its actions; ``answer`` is what happens to each dialog, ``titles`` those that opened, ``kind`` the one chosen."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.titles: list[str] = []
        self.kind = ""
        self.answer: Callable[[QDialog], bool] = leave
        self.prompter, self.window = Leaving(), Window()
        memory = Memory(QSettings(str(folder / "memory.ini"), QSettings.Format.IniFormat))
        self.bench: Any = AppBench(office, self.prompter, memory, self._show)
        self.bench.show_record, self.bench.tell = self.window.show_record, self.window.tell
        self.bench.refresh, self.bench.watch = self.window.refresh, self.window.watch
        self.bench.refresh, self.bench.listed = self.window.refresh, self.window.listed
        self.bench.asked = self.window.asked

    def do(self, register: str, action: str, *records: int) -> None:
        """Run an action as the list does."""
        (found,) = [one for one in register_of(register).actions if one.key == action]
        found.run(self.bench, records)

    def _show(self, dialog: QDialog) -> bool:
        if isinstance(dialog, Chooser) and self.answer is not leave:
            return self._choose(dialog)
        self.titles.append(dialog.windowTitle())
        dialog.show()
        return self.answer(dialog)

    def _choose(self, dialog: Chooser) -> bool:
        """Take the kind that ``kind`` names by its letters, the first where it names none."""
        dialog.edit.setText(self.kind)
        dialog.edit.textEdited.emit(self.kind)
        dialog.take()
        return dialog.chosen is not None


def leave(dialog: QDialog) -> bool:
    """Close an untouched dialog, which asks nothing."""
    dialog.reject()
    assert not dialog.isVisible(), "an untouched dialog closes without a question"
    return False


def fill_in(**values: Any) -> Callable[[Any], bool]:
    """Fill in an entry dialog and save; False, and the dialog closed, where it would not be saved."""

    def answer(dialog: Any) -> bool:
        for name, value in values.items():
            dialog.field(name).set_value(value)
        dialog.save()
        saved = dialog.result() == QDialog.DialogCode.Accepted
        dialog.done(dialog.result())
        return saved

    return answer


def sign_with(**values: Any) -> Callable[[Any], bool]:
    """Fill in the signature dialog (name, agreed, day, opinion) and record it."""

    def answer(dialog: Any) -> bool:
        for name, value in values.items():
            getattr(dialog.signers, name).set_value(value)
        recorded: bool = dialog.record()
        dialog.done(dialog.result())
        return recorded

    return answer

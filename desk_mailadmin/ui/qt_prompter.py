"""The prompter of the window: small dialogs above the window that asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.file_names import file_name
from desk_mailadmin.kernel.pins import LONGEST
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.ask_dialog import (
    ChoiceDialog,
    EntryDialog,
    MessageDialog,
    date_entry,
    read_date,
    read_text,
    text_entry,
)


class QtPrompter(QObject):
    """Asks the clerk with dialogs; ``parent`` may be set once the window stands."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__()
        self._clock = clock
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents) if Path(documents).is_dir() else Path.home()
        self.parent_widget = parent

    def inform(self, text: str, detail: str = "") -> None:
        MessageDialog(self._above(), text, self.tr("知道了"), detail=detail).exec()

    def warn(self, text: str, remedy: str = "") -> None:
        MessageDialog(self._above(), text, self.tr("知道了"), detail=self._what_to_do(remedy), tone="warn").exec()

    def retry(self, text: str, remedy: str = "") -> bool:
        detail = self._what_to_do(remedy)
        asked = MessageDialog(
            self._above(), text, self.tr("重试"), detail=detail, tone="warn", refusal=self.tr("取消")
        )  # fmt: skip
        return _accepted(asked)

    def confirm(self, question: str, verb: str, *, detail: str = "", danger: bool = False) -> bool:
        tone = "danger" if danger else "warn"
        asked = MessageDialog(self._above(), question, verb, detail=detail, tone=tone, refusal=self.tr("取消"))
        return _accepted(asked)

    def choose(self, question: str, choices: Sequence[Choice], *, verb: str = "") -> str | None:
        asked = ChoiceDialog(self._above(), question, choices, verb or self.tr("确定"))
        return asked.chosen() if _accepted(asked) else None

    def ask_text(self, question: str, *, label: str = "", start: str = "", required: bool = True) -> str | None:
        asked = EntryDialog(self._above(), question, self.tr("确定"))
        read = self._add_text(asked, label, start, required=required)
        return read() if _accepted(asked) else None

    def ask_pin(self, question: str, check: Callable[[Secret], None]) -> bool:
        asked = EntryDialog(self._above(), question, self.tr("继续"))
        entry = QLineEdit()
        entry.setEchoMode(QLineEdit.EchoMode.Password)
        entry.setMaxLength(LONGEST)
        asked.add(self.tr("PIN"), entry, lambda: _checked(entry, check))
        return _accepted(asked)

    def ask_date(self, question: str, *, label: str = "", start: date | None = None) -> date | None:
        asked = EntryDialog(self._above(), question, self.tr("确定"))
        read = self._add_date(asked, label, start)
        return read() if _accepted(asked) else None

    def ask_date_and_reason(self, question: str, *, start: date | None = None) -> tuple[date, str] | None:
        asked = EntryDialog(self._above(), question, self.tr("确定"))
        day = self._add_date(asked, self.tr("日期"), start)
        reason = self._add_text(asked, self.tr("原因"), "", required=True)
        return (day(), reason()) if _accepted(asked) else None

    def open_path(self, title: str, *, filters: str = "", start: Path | None = None) -> Path | None:
        asked = self._asked_file(title, start or self._folder, filters)
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._remembered(_chosen(asked))

    def open_folder(self, title: str, *, start: Path | None = None) -> Path | None:
        asked = self._asked_file(title, start or self._folder, "")
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        name = _chosen(asked)
        return Path(name) if name else None

    def save_path(self, title: str, *, suggested: str, filters: str = "", start: Path | None = None) -> Path | None:
        asked = self._asked_file(title, start or self._folder, filters)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setFileMode(QFileDialog.FileMode.AnyFile)
        asked.selectFile(file_name(suggested))
        return self._remembered(_chosen(asked))

    def _asked_file(self, title: str, folder: Path, filters: str) -> QFileDialog:
        """Return the dialog for files; two of its words Qt's own Chinese catalogue lacks (Qt 6.11)."""
        asked = QFileDialog(self._above(), title, str(folder), filters)
        asked.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("查找范围："))
        asked.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("文件类型："))
        return asked

    def _remembered(self, name: str) -> Path | None:
        """Return the file chosen; the next question begins in its folder."""
        if not name:
            return None
        self._folder = Path(name).parent
        return Path(name)

    def _add_text(self, asked: EntryDialog, title: str, start: str, *, required: bool) -> Callable[[], str]:
        entry = text_entry(start)
        fault = self.tr("这里要写上内容。")

        def read() -> str:
            return read_text(entry, required=required, fault=fault)

        asked.add(title, entry, read)
        return read

    def _add_date(self, asked: EntryDialog, title: str, start: date | None) -> Callable[[], date]:
        entry = date_entry(start)

        def read() -> date:
            return read_date(entry, self._clock.today())

        asked.add(title, entry, read)
        return read

    def _above(self) -> QWidget | None:
        return QApplication.activeModalWidget() or self.parent_widget

    def _what_to_do(self, remedy: str) -> str:
        return QCoreApplication.translate("QtPrompter", "怎么办：{remedy}").format(remedy=remedy) if remedy else ""


def _checked(entry: QLineEdit, check: Callable[[Secret], None]) -> None:
    """Have a PIN checked; one that is wrong is not kept on the screen."""
    pin = Secret(entry.text())
    entry.clear()
    check(pin)


def _chosen(asked: QFileDialog) -> str:
    """Show the dialog and return the path chosen, empty for none; the dialog goes with its answer."""
    name = asked.selectedFiles()[0] if _accepted(asked) else ""
    asked.deleteLater()
    return name


def _accepted(asked: QDialog) -> bool:
    return asked.exec() == QDialog.DialogCode.Accepted

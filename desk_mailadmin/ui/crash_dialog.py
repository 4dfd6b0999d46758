"""What the clerk sees of a bug: one calm sentence, and a report to copy; the traceback only on demand."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from desk_mailadmin import __version__
from desk_mailadmin.kernel.redaction import redacted
from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, column, holding, label, row
from desk_mailadmin.ui.fonts import chars


def report_of(fault: BaseException, at: datetime) -> str:
    """Return what a developer needs: versions, system and traceback without values of variables.

    What an exception's own words may hold of people or passwords is hidden (kernel.redaction).
    """
    lines = (
        f"desk_mailadmin {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        at.isoformat(timespec="seconds"),
        "",
        redacted("".join(traceback.TracebackException.from_exception(fault, capture_locals=False).format())),
    )
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Says that the program made a mistake, that saved records are safe, and offers the report.

    ``ended`` says that it was the start, so that there is nothing to go on with.
    """

    def __init__(self, parent: QWidget | None, report: str, log: Path | None, *, ended: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("邮件管理台账"))
        what = self.tr("程序出了差错，台账没有打开。") if ended else self.tr("程序出了差错，刚才的操作没有做完。")
        said = label(what, "b", wrap=True)
        safe = (
            self.tr("已保存的记录都在。再打开一次；还是打不开，把下面的报告交给维护的人。")
            if ended
            else self.tr("已保存的记录都在。可以接着用；再次出现时，把下面的报告交给维护的人。")
        )
        kept = self.tr("报告也写在 {path}").format(path=log) if log is not None else ""
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("报告"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.hide()
        words = column(said, label(safe, wrap=True), label(kept, "small", wrap=True), spacing=6)
        sign = column(IconLabel(26, "circle-alert", "red"), None)
        self.setLayout(column(row(sign, words, spacing=14), self.report, self._buttons(ended=ended), spacing=14,
                              margins=(20, 18, 20, 16)))  # fmt: skip
        self.setMinimumWidth(chars(self, 34))
        self._done.setFocus()  # once it has its place, else the first button takes it

    def _buttons(self, *, ended: bool) -> QWidget:
        look, take, done = (
            Button(self.tr("看报告")),
            Button(self.tr("复制报告"), "copy"),
            Button(self.tr("关闭") if ended else self.tr("接着用"), kind="primary"),
        )
        look.clicked.connect(lambda *_: self.report.setVisible(not self.report.isVisible()))
        take.clicked.connect(lambda *_: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        done.clicked.connect(self.accept)
        done.setDefault(True)
        self._done = done
        return holding(row(look, take, None, done))

"""Asks who is at the desk, and their PIN: at the start, and after nobody touched it for some minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.pins import LONGEST
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, Button, IconLabel, column, label, on_click, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import said


class Known(Struct, frozen=True):
    """Somebody who may be at the desk: id, name, role in words, and whether a recovery code can help them."""

    id: int
    name: str
    role: str
    recoverable: bool = False


class WhoJob(Struct, frozen=True, kw_only=True):
    """Who may be there, and how they are known.

    ``check`` takes id and PIN and returns who is there or raises UserError; ``recover`` lets in an administrator who
    lost the PIN, None where the clerk withdrew; ``first`` is the id marked at first.
    """

    known: Sequence[Known]
    check: Callable[[int, Secret], Any]
    recover: Callable[[Known, QWidget], Any | None]
    first: int = 0
    company: str = ""


class WhoDialog(QDialog):
    """Stays until the PIN is right or the program is left; :attr:`person` is who is there, None where it is left."""

    def __init__(self, job: WhoJob, *, locked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self.person: Any | None = None
        self.setWindowTitle(self.tr("邮件管理台账"))
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        self._names = self._make_names()
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setMaxLength(LONGEST)
        self._pin.setMinimumHeight(FIELD_HEIGHT)
        self._pin.setAccessibleName(self.tr("PIN"))
        self._fault = label("", "err", wrap=True)
        self._fault.setMinimumHeight(2 * self._fault.fontMetrics().lineSpacing())
        self._fault.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out(self.tr("已锁定") if locked else self.tr("是谁在用？"))
        self._names.currentIndexChanged.connect(self._on_name)
        self._on_name()

    def _make_names(self) -> QComboBox:
        names = QComboBox()
        names.setMinimumHeight(FIELD_HEIGHT)
        names.setAccessibleName(self.tr("姓名"))
        for known in self._job.known:
            names.addItem(f"{known.name}（{known.role}）", known.id)
        names.setCurrentIndex(max(0, names.findData(self._job.first)))
        return names

    def _lay_out(self, title: str) -> None:
        head = column(label(title, "h1"), label(self._job.company, "muted"), spacing=1)
        go, leave = Button(self.tr("进入"), "lock-open", "primary"), Button(self.tr("退出程序"))
        self._lost = Button(self.tr("管理忘了 PIN…"), kind="link")
        on_click(go, self.try_pin)
        on_click(leave, self.leave)
        on_click(self._lost, self._recover)
        go.setDefault(True)
        leave.setAutoDefault(False)
        self._lost.setAutoDefault(False)
        asked = column(
            label(self.tr("姓名"), "muted"), self._names, label(self.tr("PIN"), "muted"), self._pin, self._fault,
            spacing=5,
        )  # fmt: skip
        self.setLayout(
            column(
                row(IconLabel(26, "lock", "blue"), head, None, spacing=12), asked,
                row(self._lost, None, leave, go), spacing=14, margins=(22, 18, 22, 16),
            )
        )  # fmt: skip
        self.setMinimumWidth(chars(self, 30))
        self._pin.setFocus()

    def chosen(self) -> Known:
        """Return who is marked."""
        return self._job.known[self._names.currentIndex()]

    def try_pin(self) -> None:
        """Let the marked person in, if the PIN is right; a wrong one is not kept on the screen."""
        pin = Secret(self._pin.text())
        self._pin.clear()
        self._pin.setFocus()
        try:
            self.person = self._job.check(self.chosen().id, pin)
        except UserError as refused:
            self._fault.setText(said(refused))
        else:
            self.accept()

    def leave(self) -> None:
        """End the program instead."""
        super().reject()

    def reject(self) -> None:
        """Do nothing: Esc opens no lock."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def _recover(self) -> None:
        self.person = self._job.recover(self.chosen(), self)
        if self.person is not None:
            self.accept()

    def _on_name(self) -> None:
        self._lost.setVisible(self.chosen().recoverable)
        self._fault.setText("")
        self._pin.clear()
        self._pin.setFocus()

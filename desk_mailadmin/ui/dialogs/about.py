"""About the program: version, system, licences; all of it can be copied for whoever looks after the computer."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import QSize, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTabWidget, QTextBrowser, QWidget

from desk_mailadmin import __version__
from desk_mailadmin.kernel.paths import document
from desk_mailadmin.ui.app_icon import app_icon
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Button, column, holding, label, on_click, row
from desk_mailadmin.ui.memory import Memory

_SIDE = 64


def facts_of_this_program(desk: Path) -> str:
    """Return version, Python, Qt, system and the desk's place, one a line."""
    return "\n".join(
        (
            f"desk_mailadmin {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            platform.platform(),
            str(desk),
        )
    )


class AboutDialog(DialogFrame):
    """What the program is, its version, and the licences of all its parts."""

    def __init__(self, desk: Path, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("关于邮件管理台账"), (720, 560), memory=memory, key="about", parent=parent)
        self.facts = facts_of_this_program(desk)
        self.copy_facts = Button(self.tr("复制版本信息"), "copy")
        on_click(self.copy_facts, lambda: QGuiApplication.clipboard().setText(self.facts))
        done = Button(self.tr("关闭"), kind="primary")
        on_click(done, self.accept)
        self.make_primary(done)
        body = column(self._head(), self._licences(), spacing=12, margins=(20, 18, 20, 12))
        body.setStretch(1, 1)  # the licences take the room
        self.lay_out(holding(body), self.copy_facts, None, done)

    def _head(self) -> QWidget:
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(_SIDE, _SIDE)))
        picture.setFixedSize(_SIDE, _SIDE)
        words = column(
            label(self.tr("邮件管理台账"), "h1"),
            label(self.tr("版本 {version}").format(version=__version__)),
            label(
                self.tr("邮箱、电话和处罚台账全部存在本机的台账文件夹里，程序不联网，发邮件除外。"), "small", wrap=True
            ),
            spacing=4,
        )
        return holding(row(column(picture, None), words, spacing=16))

    def _licences(self) -> QTabWidget:
        self.pages = QTabWidget()
        for title, name in (
            (self.tr("许可"), "LICENSE"),
            (self.tr("所用部件及许可"), "THIRD_PARTY_NOTICES.md"),
        ):
            found = document(name)
            if found is None:
                continue
            page = QTextBrowser()
            page.setAccessibleName(title)
            page.setOpenExternalLinks(False)
            page.setOpenLinks(False)
            text = found.read_text(encoding="utf-8")
            if name.endswith(".md"):
                page.setMarkdown(text)
            else:
                page.setPlainText(text)
            self.pages.addTab(page, title)
        return self.pages

"""What the program says of itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser

from desk_mailadmin import __version__
from desk_mailadmin.ui.app_icon import app_icon
from desk_mailadmin.ui.dialogs.about import AboutDialog


def test_version_and_every_licence_can_be_read_and_copied(qtbot):
    dialog = AboutDialog(Path("/desks/office"))
    qtbot.addWidget(dialog)
    titles = [dialog.pages.tabText(place) for place in range(dialog.pages.count())]
    assert titles == ["许可", "所用部件及许可"]
    notices = dialog.pages.widget(1)
    assert isinstance(notices, QTextBrowser)
    assert "PySide6_Essentials" in notices.toPlainText()
    dialog.copy_facts.click()
    copied = QGuiApplication.clipboard().text()
    assert f"desk_mailadmin {__version__}" in copied
    assert "/desks/office" in copied


def test_what_is_said_stands_close_together_and_the_licences_take_the_room(qtbot):
    dialog = AboutDialog(Path("/desks/office"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.pages.height() > dialog.height() / 2


def test_the_icon_is_drawn(qtbot):
    assert not app_icon().pixmap(32, 32).isNull()

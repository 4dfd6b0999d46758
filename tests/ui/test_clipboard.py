from __future__ import annotations

from typing import Any

from PySide6.QtGui import QGuiApplication

from desk_mailadmin.ui.clipboard import copy_for_a_while


def test_personal_data_leave_the_clipboard_by_themselves(qtbot: Any):
    clipboard = QGuiApplication.clipboard()
    copy_for_a_while("周文博\t13912345678", pause=30)
    assert clipboard.text() == "周文博\t13912345678"
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_was_copied_meanwhile_stays(qtbot: Any):
    clipboard = QGuiApplication.clipboard()
    copy_for_a_while("周文博\t13912345678", pause=30)
    clipboard.setText("别的")
    qtbot.wait(60)
    assert clipboard.text() == "别的"

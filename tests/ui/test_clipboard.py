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


def test_histories_of_the_clipboard_are_asked_not_to_keep_personal_data(qtbot: Any):
    copy_for_a_while("周文博\t13912345678", pause=30)
    asked = QGuiApplication.clipboard().mimeData()
    assert bytes(asked.data("x-kde-passwordManagerHint").data()) == b"secret"
    windows = [format_ for format_ in asked.formats() if "ExcludeClipboardContentFromMonitorProcessing" in format_]
    assert windows == ['application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"']
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().mimeData())

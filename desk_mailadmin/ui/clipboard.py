"""The clipboard for what must not stay on it: personal data are taken off again after half a minute."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

FORGOTTEN_AFTER = 30_000
"""Milliseconds for which personal data stay on the clipboard."""

_NOT_REMEMBERED = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\0\0\0\0"),
)
"""By which KDE and Windows are asked to keep a text out of their clipboard's history and off other machines:
a history would hold it long after it was taken off the clipboard itself."""


def copy_for_a_while(text: str, pause: int = FORGOTTEN_AFTER) -> None:
    """Put a text on the clipboard and take it off after ``pause`` ms, or as the program ends.

    What was copied meanwhile stays.
    """
    kept = QMimeData()
    kept.setText(text)
    for format_, word in _NOT_REMEMBERED:
        kept.setData(format_, word)
    QGuiApplication.clipboard().setMimeData(kept)
    _Forgetting(text, pause).start()


class _Forgetting(QTimer):
    """Waits with one text, and goes once it is off the clipboard."""

    def __init__(self, text: str, pause: int) -> None:
        super().__init__(QGuiApplication.clipboard(), interval=pause, singleShot=True)
        self._text = text
        self.timeout.connect(self._forget)
        app = QCoreApplication.instance()
        assert app is not None, "there is no clipboard without an application"
        app.aboutToQuit.connect(self._forget)

    def _forget(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._text:
            clipboard.clear()
        self.deleteLater()

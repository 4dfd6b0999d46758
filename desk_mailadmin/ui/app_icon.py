"""The program's own icon, and its own place in the taskbar."""

from __future__ import annotations

import sys

from PySide6.QtGui import QIcon

from desk_mailadmin.kernel.paths import asset_dir


def app_icon() -> QIcon:
    """Return the program's icon, drawn sharp in every size once it is shown."""
    return QIcon(str(asset_dir("resources") / "app/desk_mailadmin.svg"))


def stand_alone_in_the_taskbar(name: str) -> None:
    """Tell Windows that this is a program of its own, not one of Python's windows."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(name)

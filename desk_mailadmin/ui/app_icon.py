"""The program's own icon."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from desk_mailadmin.kernel.paths import asset_dir


def app_icon() -> QIcon:
    """Return the program's icon, drawn sharp in every size once it is shown."""
    return QIcon(str(asset_dir("resources") / "app/desk_mailadmin.svg"))

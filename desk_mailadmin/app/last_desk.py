"""What the window remembers of this computer, and which desk it showed last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from desk_mailadmin.office import APP_NAME

LAST_DESK = "desk/last"


def window_settings() -> QSettings:
    """Return the settings of the window of this user: one INI file on every system."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APP_NAME, APP_NAME)


def last_desk(settings: QSettings) -> Path | None:
    """Return the folder of the desk the window showed last; None before the first one."""
    kept = settings.value(LAST_DESK)
    return Path(kept) if isinstance(kept, str) and kept else None

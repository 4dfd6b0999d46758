"""The window's settings file: one that was damaged is kept aside, the window opens as on its first day, and says so."""

from __future__ import annotations

import contextlib
from itertools import count
from pathlib import Path

from PySide6.QtCore import QSettings

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_LARGEST = 2 * 2**20
"""Bytes; a settings file of years has some dozens of KB."""


def settings_of(file: Path) -> tuple[QSettings, EnvironmentFault | None]:
    """Return the settings kept in ``file``, and what to tell the clerk where they could not be read.

    A mark at the beginning (BOM) and unknown keys do no harm and stay; what is no settings file (empty, half written,
    JSON, zero bytes) is renamed to ``….bad-1``, never deleted.
    """
    fault = None if is_readable(file) else _set_aside(file)
    return QSettings(str(file), QSettings.Format.IniFormat), fault


def is_readable(file: Path) -> bool:
    """Say whether a file holds settings as the window writes them; one that is not there does no harm."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(_LARGEST + 1)
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        return True
    except (OSError, UnicodeDecodeError):
        return False
    lines = [line.strip() for line in text.splitlines()]
    sound = all(not line or line[0] in ";#[" or "=" in line[1:] for line in lines)
    return 0 < len(raw) <= _LARGEST and "\0" not in text and sound and any(line.startswith("[") for line in lines)


def _set_aside(file: Path) -> EnvironmentFault | None:
    kept = next(place for number in count(1) if not (place := file.with_name(f"{file.name}.bad-{number}")).exists())
    with contextlib.suppress(OSError):
        file.rename(kept)
        return EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "窗口的设置文件读不出来，已改用默认的布局和外观；台账里的记录没有受影响。"),
            remedy=QT_TRANSLATE_NOOP("desk", "原来的文件留作“{kept}”。打开的若不是上次的台账，在菜单里另选一个。"),
            kept=str(kept),
        )
    return None

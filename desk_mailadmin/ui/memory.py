"""What the window remembers from day to day: a typed door to the settings it is given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from desk_mailadmin.kernel.json_text import parsed_json


class Memory:
    """Reads and writes under one group of the settings; a value that cannot be read counts as never written."""

    def __init__(self, settings: QSettings, group: str = "") -> None:
        self._settings, self._group = settings, group

    def under(self, group: str) -> Memory:
        """Return the memory of one part of this one."""
        return Memory(self._settings, f"{self._group}{group}/")

    def text(self, key: str, usual: str = "") -> str:
        """Return a text."""
        value = self._settings.value(self._group + key)
        return value if isinstance(value, str) else usual

    def number(self, key: str, usual: int = 0) -> int:
        """Return a whole number."""
        try:
            return int(self.text(key))
        except ValueError:
            return usual

    def flag(self, key: str, *, usual: bool) -> bool:
        """Return a yes or no."""
        return {"1": True, "0": False}.get(self.text(key), usual)

    def state(self, key: str) -> QByteArray:
        """Return what a Qt widget saved of itself; empty for nothing."""
        value = self._settings.value(self._group + key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def mapping(self, key: str) -> dict[str, Any]:
        """Return a small mapping."""
        try:
            value = parsed_json(self.text(key, "{}"))
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def keep(self, key: str, value: str | int | bool | QByteArray | Mapping[str, Any]) -> None:
        """Remember a value."""
        if isinstance(value, bool):
            kept: object = "1" if value else "0"
        elif isinstance(value, Mapping):
            kept = json.dumps(value, ensure_ascii=False)
        else:
            kept = value if isinstance(value, QByteArray) else str(value)
        self._settings.setValue(self._group + key, kept)

    def forget(self) -> None:
        """Forget everything under this group (恢复默认布局)."""
        self._settings.remove(self._group.rstrip("/"))

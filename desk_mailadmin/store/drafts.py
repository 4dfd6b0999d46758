"""Unsaved dialogs, kept outside the database and its journal; no secret may stand in one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.files import temporary_file, write_durably

_KEY = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")


class Drafts:
    """One small JSON file (0600) per dialog, named by its key (``applications.new``)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep what a dialog holds; raises EnvironmentFault where the disk refuses."""
        with faults_named():
            write_durably(self._file(key), json.dumps(values, ensure_ascii=False).encode())

    def get(self, key: str) -> dict[str, Any] | None:
        """Return what was kept, None where nothing was or it cannot be read any more."""
        try:
            found = json.loads(self._file(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def drop(self, key: str) -> None:
        """Forget a draft, saved or given up."""
        self._file(key).unlink(missing_ok=True)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all drafts, to offer them after a crash."""
        return tuple(sorted(file.stem for file in self._folder.glob("*.json")))

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """Give an empty file (0600) on the desk's disk that is gone afterwards; after a crash, when the desk opens."""
        with faults_named():
            file = temporary_file(self._folder)
        try:
            yield file
        finally:
            file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        if _KEY.fullmatch(key) is None:
            raise ValueError(key)
        return self._folder / f"{key}.json"

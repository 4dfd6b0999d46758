"""What the tests of restores share: a desk with notes and backups, closed, and what became of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.restoring import Restored, restore
from tests.store.notes import STEPS, TODAY


def put_back(folder: Path, backup: Backup, **options: Any) -> Restored:
    """Restore as the program does, with the store's own small register."""
    chosen = {"clock": StillClock.on(TODAY, 15), "steps": STEPS, "who": "王办公", "reason": "登记错了", **options}
    return restore(folder, backup, **chosen)


def titles(folder: Path) -> list[str]:
    """Return the notes of a closed desk."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return [title for (title,) in connection.execute("SELECT title FROM note ORDER BY id")]

"""What stands beside each backup: enough to choose one, to check it, and to refuse a wrong one before a restore."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_copy import Facts
from desk_mailadmin.store.journal import Head
from desk_mailadmin.store.key_file import WrappedKey, wrapped_of

FORMAT = 1
SUFFIX = ".maildesk"
FORMS_SUFFIX = ".forms.zip"
_LONGEST = 256 * 1024
"""Bytes of a manifest: a few hundred tables with their counts are 10 KB."""


class Reason(StrEnum):
    """Why a backup was made: at a moment of the day, or before what cannot simply be taken back."""

    CLOSE = "close"
    START = "start"
    TIMER = "timer"
    HAND = "hand"
    UPGRADE = "upgrade"
    IMPORT = "import"
    MONTH = "month"
    REOPEN = "reopen"
    PURGE = "purge"
    RESTORE = "restore"
    DRILL = "drill"
    ENCRYPTION = "encryption"


REASON_TITLES: Mapping[str, str] = {
    Reason.CLOSE: QT_TRANSLATE_NOOP("desk", "退出时"),
    Reason.START: QT_TRANSLATE_NOOP("desk", "打开时"),
    Reason.TIMER: QT_TRANSLATE_NOOP("desk", "每 4 小时"),
    Reason.HAND: QT_TRANSLATE_NOOP("desk", "手动"),
    Reason.UPGRADE: QT_TRANSLATE_NOOP("desk", "升级前"),
    Reason.IMPORT: QT_TRANSLATE_NOOP("desk", "导入前"),
    Reason.MONTH: QT_TRANSLATE_NOOP("desk", "月结前"),
    Reason.REOPEN: QT_TRANSLATE_NOOP("desk", "重开月份前"),
    Reason.PURGE: QT_TRANSLATE_NOOP("desk", "清理前"),
    Reason.RESTORE: QT_TRANSLATE_NOOP("desk", "恢复前"),
    Reason.DRILL: QT_TRANSLATE_NOOP("desk", "演练前"),
    Reason.ENCRYPTION: QT_TRANSLATE_NOOP("desk", "切换加密前"),
}

_ABOUT_RECORDS = frozenset(
    {"meta", "journal", "work_unit", "history_entry", "history", "sequence", "setting", "postponed", "workday"}
    | {"attachment", "call_sum", "call_total"}
)

WHOLE = "ok"
"""What ``integrity`` says of a backup whose every page and index was looked at and found whole."""


class Backup(Struct, frozen=True):
    """One backup; ``number`` orders them, ``at`` is what the clock said.

    ``forms_sha256`` is the hash of the zip with the office's own forms beside it, empty where there were none.
    ``integrity`` is what the thorough check said that follows in the background: empty before it, WHOLE or its finding.
    ``key`` is the desk's key as the recovery code wraps it, None for a backup that is not encrypted.
    """

    number: int
    file: Path
    reason: str
    at: str
    uuid: str
    program: str
    facts: Facts
    forms_sha256: str = ""
    integrity: str = ""
    key: WrappedKey | None = None

    @property
    def moment(self) -> datetime:
        """When the clock said it was made."""
        return datetime.fromisoformat(self.at)

    @property
    def records(self) -> int:
        """How many rows its registers hold, without those that tell of rows (journal, history, settings)."""
        return sum(rows for table, rows in self.facts.counts.items() if table not in _ABOUT_RECORDS)

    @property
    def manifest(self) -> Path:
        """Where its manifest stands."""
        return self.file.with_suffix(".json")

    @property
    def forms(self) -> Path:
        """Where the office's own forms stand, if there were any."""
        return self.file.with_suffix(FORMS_SUFFIX)


def manifest_text(backup: Backup) -> str:
    """Return the manifest of a backup."""
    facts = backup.facts
    return json.dumps(
        {
            "format": FORMAT,
            "number": backup.number,
            "reason": backup.reason,
            "at": backup.at,
            "uuid": backup.uuid,
            "program": backup.program,
            "schema": facts.schema,
            "head": {"seq": facts.head.seq, "hash": facts.head.hash},
            "counts": facts.counts,
            "sha256": facts.sha256,
            "size": facts.size,
            "forms_sha256": backup.forms_sha256,
            "integrity": backup.integrity,
            "key": asdict(backup.key) if backup.key else None,
        },
        ensure_ascii=False,
        indent=1,
    )


def read_backup(manifest: Path) -> Backup | None:
    """Return the backup a manifest describes; None where the manifest or the file beside it is not whole."""
    try:
        backup = described_backup(manifest)
        whole = backup.file.is_file() and backup.file.stat().st_size == backup.facts.size
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return backup if whole else None


def described_backup(manifest: Path) -> Backup:
    """Return the backup a manifest describes, whatever became of the file beside it.

    Raises OSError, ValueError, KeyError, TypeError or RecursionError where it is no manifest.
    """
    if not manifest.is_file() or manifest.stat().st_size > _LONGEST:  # what is no plain file may never end
        raise ValueError(manifest.name)
    backup = _from_manifest(manifest, json.loads(manifest.read_text(encoding="utf-8")))
    backup.moment  # noqa: B018  (raises where the date cannot be read)
    return backup


def _from_manifest(manifest: Path, found: Mapping[str, Any]) -> Backup:
    head = Head(int(found["head"]["seq"]), str(found["head"]["hash"]))
    counts = {str(table): int(rows) for table, rows in found["counts"].items()}
    facts = Facts(int(found["schema"]), head, counts, str(found["sha256"]), int(found["size"]))
    return Backup(
        int(found["number"]),
        manifest.with_suffix(SUFFIX),
        str(found["reason"]),
        found["at"],
        str(found["uuid"]),
        str(found["program"]),
        facts,
        str(found.get("forms_sha256", "")),
        str(found.get("integrity", "")),
        wrapped_of(found.get("key")),
    )

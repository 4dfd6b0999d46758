"""What stands beside each backup: enough to choose one, to check it, and to refuse a wrong one before a restore."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from desk_mailadmin.store.backup_copy import Facts
from desk_mailadmin.store.backup_forms import SUFFIX as FORMS_SUFFIX
from desk_mailadmin.store.journal import Head

FORMAT = 1
SUFFIX = ".maildesk"


class Reason(StrEnum):
    """Why a backup was made."""

    CLOSE = "close"
    START = "start"
    UPGRADE = "upgrade"
    IMPORT = "import"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; ``number`` orders them, ``at`` is what the clock said.

    ``forms_sha256`` is the hash of the zip with the office's own forms beside it, empty where there were none.
    """

    number: int
    file: Path
    reason: str
    at: str
    uuid: str
    program: str
    facts: Facts
    forms_sha256: str = ""

    @property
    def moment(self) -> datetime:
        """When the clock said it was made."""
        return datetime.fromisoformat(self.at)

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
        },
        ensure_ascii=False,
        indent=1,
    )


def read_backup(manifest: Path) -> Backup | None:
    """Return the backup a manifest describes; None where the manifest or the file beside it is not whole."""
    try:
        found = json.loads(manifest.read_text(encoding="utf-8"))
        backup = _from_manifest(manifest, found)
        backup.moment  # noqa: B018  (raises where the date cannot be read)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    whole = backup.file.is_file() and backup.file.stat().st_size == backup.facts.size
    return backup if whole else None


def _from_manifest(manifest: Path, found: Mapping[str, Any]) -> Backup:
    head = Head(found["head"]["seq"], found["head"]["hash"])
    facts = Facts(found["schema"], head, found["counts"], found["sha256"], found["size"])
    return Backup(
        int(found["number"]),
        manifest.with_suffix(SUFFIX),
        found["reason"],
        found["at"],
        found["uuid"],
        found["program"],
        facts,
        str(found.get("forms_sha256", "")),
    )

"""A second copy of the newest backup, on another disk: a USB stick or a share (SAFETY 5.3)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_forms import SUFFIX as FORMS_SUFFIX
from desk_mailadmin.store.backup_manifest import Backup, manifest_text, read_backup
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.files import sha256_of, write_durably


def copy_to(folder: Path, backup: Backup) -> Path:
    """Copy a backup and its manifest into ``folder`` and return where it stands; the same one is not copied again.

    Raises EnvironmentFault where the folder is not there (the stick is out, the share is off), is full or read-only,
    or where the copy is not what was made.
    """
    if not folder.is_dir():
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "另存备份的文件夹 {folder} 找不到；本机的备份已经做好。"),
            remedy=QT_TRANSLATE_NOOP("desk", "插上移动硬盘或连上共享盘，再点“立即备份”。"),
            folder=folder,
        )
    place = folder / f"{backup.uuid[:8]}-{backup.file.name}"
    with faults_named():
        content = backup.file.read_bytes()
        if not (place.is_file() and place.stat().st_size == len(content)):
            if backup.forms.is_file():
                write_durably(place.with_suffix(FORMS_SUFFIX), backup.forms.read_bytes())
            write_durably(place, content)
            write_durably(place.with_suffix(".json"), manifest_text(backup).encode())
        if sha256_of(place.read_bytes()) != backup.facts.sha256:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "另存到 {folder} 的备份和原来的不一样，那个盘可能有问题。"),
                remedy=QT_TRANSLATE_NOOP("desk", "换一个盘，在设置里改另存的文件夹。"),
                folder=folder,
            )
    return place


def newest_in(folder: Path, uuid: str) -> datetime | None:
    """Return when the newest whole copy of this desk's backups in ``folder`` was made, None where there is none."""
    found = [read_backup(manifest) for manifest in folder.glob(f"{uuid[:8]}-*.json")]
    return max((backup.moment for backup in found if backup is not None and backup.uuid == uuid), default=None)

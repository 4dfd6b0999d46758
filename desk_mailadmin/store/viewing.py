"""Looking at a desk that another program holds: its newest whole backup, opened only to be read (F9)."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_manifest import Backup, read_backup
from desk_mailadmin.store.backups import BACKUPS
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.files import private_folder, sha256_of
from desk_mailadmin.store.key_file import write_keys

_KEPT_FILES = ("attachments", "printed", "forms")


def newest_backup(folder: Path) -> Backup | None:
    """Return the newest backup of the desk in ``folder`` whose bytes are what its manifest says; None where none is."""
    found = [read_backup(manifest) for manifest in (folder / BACKUPS).glob("*.json")]
    for backup in sorted((one for one in found if one), key=lambda one: one.number, reverse=True):
        if sha256_of(backup.file.read_bytes()) == backup.facts.sha256:
            return backup
    return None


def copy_to_view(folder: Path, into: Path) -> Backup:
    """Put the newest whole backup into ``into`` as a desk to be looked at, and return which one it is.

    The desk itself is not touched. Raises EnvironmentFault where there is no backup or the disk refuses.
    """
    backup = newest_backup(folder)
    if backup is None:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "{folder} 里还没有备份可看。"),
            remedy=QT_TRANSLATE_NOOP("desk", "在另一台电脑上关掉台账，再打开。"),
            folder=folder,
        )
    with faults_named():
        private_folder(into)
        shutil.copyfile(backup.file, into / FILE_NAME)
        write_keys(into, [backup.key] if backup.key else [])
    for name in _KEPT_FILES:
        # Scans, prints and own forms are read where they are; where links are not allowed they are simply not shown.
        with contextlib.suppress(OSError):
            (into / name).symlink_to((folder / name).resolve(), target_is_directory=True)
    return backup

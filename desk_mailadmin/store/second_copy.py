"""A second copy of the newest backup and of all kept files, on another disk: a USB stick or a share (SAFETY 5.3).

The other disk may be slow, full, or gone in the middle of it. So it is only ever spoken to in a thread of its own, and
what the window tells of it stands in a note beside the backups here.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_keeping import to_drop
from desk_mailadmin.store.backup_manifest import FORMS_SUFFIX, Backup, manifest_text, read_backup
from desk_mailadmin.store.backups import drop
from desk_mailadmin.store.erasing import erase
from desk_mailadmin.store.faults import fault_of, store_errors
from desk_mailadmin.store.files import TEMPORARY, sha256_of_file, write_durably
from desk_mailadmin.store.kept_files import copy_durably, is_whole, kept_names, place_of


class Copying(Struct, frozen=True):
    """What goes to the second place: a backup, and all kept files.

    ``thin`` drops older copies by the rule of the backups here; ``destroyed`` are the kept files that went with a
    yearly destruction, and go there too.
    """

    folder: Path
    backup: Backup
    thin: bool = False
    destroyed: Sequence[str] = ()


def copy_to(what: Copying, desk: Path) -> Path:
    """Copy a backup with its manifest and forms, and the kept files of ``desk``, to the second place; return where.

    What is there already is not copied again. Raises
    EnvironmentFault where the folder is not there (the stick is out, the share is off), is full or read-only, or where
    a copy is not what was made.
    """
    folder, backup = what.folder, what.backup
    with _named(folder):
        if not folder.is_dir():
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "另存备份的文件夹 {folder} 找不到；本机的备份已经做好。"),
                remedy=QT_TRANSLATE_NOOP("desk", "插上移动硬盘或连上共享盘，再点“立即备份”。"),
                folder=folder,
            )
        _clear_unfinished(folder)
        place = _copied_backup(folder, backup)
        kept = place_of(folder, backup.uuid)
        _copy_kept(desk, kept, folder)
        _erase_destroyed(desk, kept, what.destroyed)
        if what.thin:
            _thin(folder, backup)
        return place


def backups_in(folder: Path, uuid: str = "") -> tuple[Backup, ...]:
    """Return the whole copies in ``folder``, newest first; of one desk, or of any."""
    found = [read_backup(manifest) for manifest in folder.glob(f"{uuid[:8]}*.json")]
    ours = [backup for backup in found if backup is not None and uuid in ("", backup.uuid)]
    return tuple(sorted(ours, key=lambda backup: (backup.number, backup.at), reverse=True))


def _copied_backup(folder: Path, backup: Backup) -> Path:
    place = folder / f"{backup.uuid[:8]}-{backup.file.name}"
    if not (place.is_file() and place.stat().st_size == backup.facts.size):
        if backup.forms.is_file():
            copy_durably(backup.forms, place.with_suffix(FORMS_SUFFIX))
        copy_durably(backup.file, place)
    manifest = manifest_text(backup).encode()
    if not (place.with_suffix(".json").is_file() and place.with_suffix(".json").read_bytes() == manifest):
        write_durably(place.with_suffix(".json"), manifest)
    if sha256_of_file(place) != backup.facts.sha256:
        raise _went_bad(folder)
    return place


def _copy_kept(desk: Path, target: Path, folder: Path) -> None:
    """Copy the attachments and prints that are not there yet; one that is damaged here never replaces a good one."""
    known: dict[Path, dict[str, int]] = {}
    for name in kept_names(desk):
        source, place = desk / name, target / name
        shelf = known.setdefault(place.parent, _sizes(place.parent))
        if shelf.get(place.name) == source.stat().st_size or not is_whole(source):
            continue
        copy_durably(source, place)
        if not is_whole(place):
            raise _went_bad(folder)


def _erase_destroyed(desk: Path, target: Path, destroyed: Sequence[str]) -> None:
    """Overwrite and remove what was destroyed here; what is kept here all the same stays."""
    known: dict[Path, dict[str, int]] = {}
    for name in destroyed:
        place = target / name
        shelf = known.setdefault(place.parent, _sizes(place.parent))
        if place.name in shelf and not (desk / name).exists():
            erase(place)


def _sizes(shelf: Path) -> dict[str, int]:
    """Return the files of a folder with their sizes, in one look: a share answers each question slowly."""
    with suppress(OSError), os.scandir(shelf) as found:
        return {entry.name: entry.stat().st_size for entry in found if entry.is_file()}
    return {}


def _thin(folder: Path, copied: Backup) -> None:
    """Drop what need not be kept; nothing where older copies have higher numbers.

    Then the backups beside the desk were lost and are numbered anew: by the rule the new ones would be the old.
    """
    there = backups_in(folder, copied.uuid)
    if there and there[0].number > copied.number:
        return
    for backup in to_drop(there):
        drop(backup)


def _clear_unfinished(folder: Path) -> None:
    for file in folder.iterdir():
        if TEMPORARY.fullmatch(file.name) and file.is_file() and not file.is_symlink():
            with suppress(OSError):
                file.unlink()


def _went_bad(folder: Path) -> EnvironmentFault:
    return EnvironmentFault(
        QT_TRANSLATE_NOOP("desk", "另存到 {folder} 的备份和原来的不一样，那个盘可能有问题。"),
        remedy=QT_TRANSLATE_NOOP("desk", "换一个盘，在设置里改另存的文件夹。"),
        folder=folder,
    )


@contextmanager
def _named(folder: Path) -> Iterator[None]:
    """Say what hinders the second copy; the backup here is made, so nothing is told to be unsaved."""
    try:
        yield
    except store_errors() as error:
        if isinstance(error, OSError) and error.errno == errno.EFBIG:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "{folder} 所在的盘放不下这么大的文件；本机的备份已经做好。"),
                remedy=QT_TRANSLATE_NOOP("desk", "把那个盘格式化成 exFAT 或 NTFS，或者换一个盘。"),
                folder=folder,
            ) from error
        fault = fault_of(error)
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "没有另存到 {folder}：{why}本机的备份已经做好。"),
            remedy=QT_TRANSLATE_NOOP("desk", "看那个盘是不是满了、只读或拔掉了，再点“立即备份”。"),
            folder=folder,
            why=str(fault or error).replace("，本次未保存，原记录未受影响", ""),
        ) from error

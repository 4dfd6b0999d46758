"""Places where a desk must not stand: network disks and synchronised folders (SAFETY F33).

There locks are promised and not kept, a write may be confirmed and lost, and a sync program copies a file in the middle
of a transaction. Backups are welcome there: they are finished files.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path, PurePath

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

MOUNTS = Path("/proc/mounts")
"""Where Linux tells what is mounted where."""


class Shared(StrEnum):
    """What speaks against a place."""

    NETWORK = "network"
    SYNCED = "synced"


_NETWORK = regex(r"(nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|davfs\d?|ceph|glusterfs|lustre)")
_THROUGH_FUSE = regex(r"fuse\.(sshfs|rclone|davfs\d?|gvfsd-fuse|glusterfs|ceph.*|s3fs|smbnetfs|cifs)")
_SYNCED = regex(
    r"onedrive\b.*|dropbox\b.*|google ?drive|googledrive-.*|我的云端硬盘|icloud ?drive|mobile documents"
    r"|nextcloud|owncloud"
    r"|坚果云|我的坚果云|nutstore|百度网盘.*|百度云.*|baidunetdisk.*|baidusyncdisk|wps ?云盘|wps ?drive|wpsdrive"
    r"|微云.*|weiyun|阿里云盘|adrive|seafile|synologydrive|syncthing|box sync"
)
_OCTAL = regex(r"\\([0-7]{3})")
_REMOTE = 4
"""What Windows calls a drive letter that leads to another computer."""

_REFUSED = {
    Shared.NETWORK: QT_TRANSLATE_NOOP(
        "desk",
        "{folder} 在网络盘上，那里断线或两台电脑同时打开会损坏台账。换一个本机的文件夹；备份可以另存到网络盘。",
    ),
    Shared.SYNCED: QT_TRANSLATE_NOOP(
        "desk",
        "{folder} 由网盘程序同步，同步到一半的台账会损坏。换一个不同步的文件夹；备份可以另存到网盘。",
    ),
}
WARNINGS = {
    Shared.NETWORK: QT_TRANSLATE_NOOP(
        "desk",
        "台账放在网络盘上，断线或两台电脑同时打开会损坏它。先备份，关掉程序，把整个台账文件夹移到本机再打开；备份可以另存到网络盘。",
    ),
    Shared.SYNCED: QT_TRANSLATE_NOOP(
        "desk",
        "台账放在网盘同步的文件夹里，同步到一半会损坏它。先备份，关掉程序，把整个台账文件夹移到不同步的地方再打开；备份可以另存到网盘。",
    ),
}


def shared_by(folder: Path) -> Shared | None:
    """Return what speaks against a desk in ``folder`` (which need not exist yet), None where nothing does."""
    place = folder.resolve()
    if _is_remote(place):
        return Shared.NETWORK
    return Shared.SYNCED if any(_SYNCED.fullmatch(part.casefold()) for part in place.parts) else None


def refuse_shared(folder: Path) -> None:
    """Raise UserError where a new desk must not stand in ``folder``."""
    found = shared_by(folder)
    if found is not None:
        raise UserError(_REFUSED[found], folder=folder)


def _is_remote(place: Path) -> bool:
    if sys.platform == "win32":
        return _is_remote_for_windows(place)
    try:
        kind = file_system_of(place, MOUNTS.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return False
    return bool(_NETWORK.fullmatch(kind) or _THROUGH_FUSE.fullmatch(kind))


def file_system_of(place: PurePath, mounts: str) -> str:
    """Return the kind of file system under ``place`` by a mount table, empty where it does not tell."""
    kinds: dict[str, str] = {}
    for words in (line.split(" ") for line in mounts.splitlines()):
        if len(words) > 2:  # noqa: PLR2004  (device, place, kind)
            kinds[_OCTAL.sub(lambda octal: chr(int(octal[1], 8)), words[1])] = words[2]  # the last one lies on top
    return next((kinds[str(one)] for one in (place, *place.parents) if str(one) in kinds), "")


def _is_remote_for_windows(place: PurePath) -> bool:
    import ctypes

    drive = place.drive
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")  # type: ignore[attr-defined,unused-ignore]  # Windows alone
    return drive.startswith("\\\\") or kind == _REMOTE

"""The office's own forms beside a backup, as a zip: without them their applications could not be shown."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.files import sha256_of_file, write_durably

FORMS = "forms"
"""The folder of a desk's own forms."""

_NAME = regex(r"[^/\\:*?\"<>|\x00-\x1f]{1,120}/[^/\\:*?\"<>|\x00-\x1f]{1,120}")
_KIND = stat.S_IFMT(0xFFFF)
_PLAIN = frozenset({0, stat.S_IFREG})
_MOST_BYTES, _MOST_FILES = 256 * 1024, 800
_DAY = (2026, 1, 1, 0, 0, 0)  # the same forms make the same file


def forms_as_zip(folder: Path) -> bytes:
    """Return the own forms in ``folder`` as a zip, empty where there are none.

    Only plain files of up to 256 KB one folder deep are taken, so old versions (``_old``) are not; what is a link, too
    large or cannot be read is left out: a form must never hinder the backup of the data.
    """
    found = {path: raw for path in sorted(folder.glob("*/*"))[:_MOST_FILES] if (raw := _content(path))}
    if not found:
        return b""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for path, raw in found.items():
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix().encode("utf-8", "replace").decode(), _DAY)
            package.writestr(entry, raw, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def put_back_forms(backup: Backup, folder: Path) -> int:
    """Put those own forms of a backup into a desk's ``folder`` that are no more there; return how many.

    What stands there stays: forms are files of the office, and newer than the backup. A zip that is not what the
    manifest says, or holds anything but small plain files one folder deep, is left alone as a whole.
    """
    if not backup.forms_sha256 or not backup.forms.is_file():
        return 0
    with suppress(OSError, zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, zlib.error):
        if backup.forms.stat().st_size <= _MOST_BYTES * _MOST_FILES and _is_as_made(backup):
            return sum(_put_back(folder / FORMS, *one) for one in _unpacked(backup.forms))
    return 0


def _is_as_made(backup: Backup) -> bool:
    return sha256_of_file(backup.forms) == backup.forms_sha256


def _unpacked(package: Path) -> list[tuple[str, bytes]]:
    """Return the files of a zip; ValueError for names, kinds, numbers or sizes that ``forms_as_zip`` never makes."""
    with zipfile.ZipFile(package) as opened:
        entries = opened.infolist()
        names = [entry.filename for entry in entries]
        plain = all(_NAME.fullmatch(name) and ".." not in name for name in names)
        kinds = {entry.external_attr >> 16 & _KIND for entry in entries}
        small = all(entry.file_size <= _MOST_BYTES for entry in entries)
        folded = {name.casefold() for name in names}
        if not (plain and small and kinds <= _PLAIN and len(folded) == len(names) <= _MOST_FILES):
            raise ValueError(package.name)
        return [(entry.filename, _read(opened, entry)) for entry in entries]


def _read(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return one file, never more than it may hold, whatever its header says."""
    with opened.open(entry) as stream:
        raw = stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise ValueError(entry.filename)
    return raw


def _put_back(forms: Path, name: str, raw: bytes) -> bool:
    place = forms / name
    if place.exists() or place.is_symlink() or place.parent.is_symlink():
        return False
    write_durably(place, raw)
    return True


def _content(path: Path) -> bytes:
    """Return what a file holds, nothing for one that is not taken."""
    try:
        plain = path.is_file() and not path.is_symlink() and not path.parent.is_symlink()
        small = plain and not path.name.startswith(".") and path.stat().st_size <= _MOST_BYTES
        return path.read_bytes() if small else b""
    except OSError:
        return b""

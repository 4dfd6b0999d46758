"""The files of a desk that stand beside its database (attachments, prints): which ones, whether they are whole.

In the second place they stand under the desk's own folder, in the same order as here, so that a disk that dies takes
no signed scan along.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.store.engine import DeskKey, open_file
from desk_mailadmin.store.files import (
    private_folder,
    put_in_place,
    sha256_of_file,
    sync_file,
    sync_folder,
    temporary_file,
)

PLACES = ("attachments", "printed")
"""The folders of kept files, named by their SHA-256."""

_NAMES = ("SELECT sha256 FROM attachment", "SELECT sha256 FROM print")
_SHELF = regex(r"[0-9a-f]{2}")
_HASH = regex(r"[0-9a-f]{64}")


def place_of(second: Path, uuid: str) -> Path:
    """Return the folder of a desk's kept files in the second place."""
    return second / f"{uuid[:8]}-files"


def kept_names(folder: Path) -> Iterator[str]:
    """Yield the kept files of a desk's folder as ``attachments/ab/abcdef…``, whatever else stands there left out."""
    for place in PLACES:
        for shelf in _inside(folder / place):
            if _SHELF.fullmatch(shelf.name) and not shelf.is_symlink():
                names = (file.name for file in _inside(shelf) if file.is_file())
                yield from (f"{place}/{shelf.name}/{name}" for name in sorted(names) if _HASH.fullmatch(name))


def wanted_names(database: Path, key: DeskKey | None = None) -> tuple[str, ...]:
    """Return the kept files that a closed database (a backup) tells of."""
    with closing(open_file(f"{database.resolve().as_uri()}?mode=ro&immutable=1", key)) as copy:
        found = [
            f"{place}/{sha256[:2]}/{sha256}"
            for place, sql in zip(PLACES, _NAMES, strict=True)
            for (sha256,) in copy.execute(sql)
            if _HASH.fullmatch(sha256)
        ]
    return tuple(dict.fromkeys(found))


def bring_back(
    folder: Path, database: Path, second: Path | None, uuid: str, key: DeskKey | None = None
) -> tuple[tuple[str, ...], int]:
    """Make sure that the kept files a backup tells of are whole; take lost ones from the second place.

    Returns those that nobody has any more, and how many came back. What is there is never removed or replaced by less.
    """
    missing, brought = [], 0
    source = None if second is None else place_of(second, uuid)
    for name in wanted_names(database, key):
        if is_whole(folder / name):
            continue
        if source is not None and is_whole(source / name):
            copy_durably(source / name, folder / name)
            brought += 1
        else:
            missing.append(name)
    return tuple(missing), brought


def is_whole(file: Path) -> bool:
    """Say whether a kept file is there and still what its name says."""
    with suppress(OSError):
        return file.is_file() and sha256_of_file(file) == file.name
    return False


def copy_durably(source: Path, target: Path) -> None:
    """Copy a closed file: a temporary name beside the target, fsync, rename; OSError where the disk refuses."""
    draft = temporary_file(private_folder(target.parent))
    try:
        shutil.copyfile(source, draft)
        sync_file(draft)
        put_in_place(draft, target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _inside(place: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(place.iterdir())
    return []

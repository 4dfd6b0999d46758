"""What a killed process left half written in the desk's own folders: cleared when the desk is opened again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.store.files import TEMPORARY
from desk_mailadmin.store.holder import NOTE

_FLAT = ("backups", "drafts")
_HASHED = ("attachments", "printed")
_SHELF = regex(r"[0-9a-f]{2}")
_OURS = regex(rf"{TEMPORARY.pattern}|\.[0-9]{{6,}}\.tmp")
"""Names that ``write_durably`` and a backup give to what is not finished, and no other name."""

DRILLS = ".drill"
"""How the folders begin in which restores are tried; each holds a whole copy of the desk."""


def clear_leftovers(folder: Path) -> None:
    """Remove unfinished files of ours; call it only while the desk's lock is held, before the holder's note is written.

    The many small folders of kept files are looked through only where the last holder left without taking its note.
    """
    with suppress(OSError):  # a folder that cannot be read now is cleared another day; no start fails by it
        for file in _unfinished(folder):
            with suppress(OSError):
                file.unlink()
        for place in folder.glob(f"{DRILLS}*"):
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place, ignore_errors=True)


def _unfinished(folder: Path) -> Iterator[Path]:
    places = [folder / name for name in _FLAT]
    if (folder / NOTE).exists():
        kept = [folder / name for name in _HASHED]
        places += [shelf for place in kept for shelf in _inside(place) if _SHELF.fullmatch(shelf.name)]
    for place in places:
        yield from (file for file in _inside(place) if _OURS.fullmatch(file.name) and _is_plain(file))


def _inside(place: Path) -> list[Path]:
    return [] if place.is_symlink() or not place.is_dir() else list(place.iterdir())


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()

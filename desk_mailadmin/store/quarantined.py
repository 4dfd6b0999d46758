"""What was moved aside into ``damaged/`` and can be read by anybody, once the desk itself is encrypted."""

from __future__ import annotations

from pathlib import Path

from desk_mailadmin.store.erasing import erase
from desk_mailadmin.store.identity import PAGE, is_noise
from desk_mailadmin.store.side_files import DAMAGED

_PLAIN = b"SQLite format 3\0"
_LOOKED_AT = 256
"""Pages of a file that are looked at: one that is not noise is enough."""


def plain_quarantined(desk: Path) -> tuple[Path, ...]:
    """Return the folders in ``damaged/`` in which a file, or half a file, is not encrypted."""
    damaged = desk / DAMAGED
    folders = sorted(one for one in damaged.iterdir() if one.is_dir()) if damaged.is_dir() else []
    return tuple(one for one in folders if any(_is_plain(file) for file in one.iterdir() if file.is_file()))


def erase_quarantined(folder: Path) -> None:
    """Overwrite and remove what stands in a folder of ``damaged/``, and the folder; OSError where the disk refuses."""
    for file in folder.iterdir():
        erase(file)
    folder.rmdir()


def _is_plain(file: Path) -> bool:
    """Say whether a file holds anything but noise; pages that are nearly empty say nothing."""
    with file.open("rb") as opened:
        pages = [opened.read(PAGE) for _ in range(_LOOKED_AT)]
    if pages[0].startswith(_PLAIN):
        return True
    written = [bare for page in pages if len(bare := page.replace(b"\0", b"")) >= PAGE // 2]
    return any(not is_noise(bare) for bare in written)

"""Takes a plain file away so that its old place on the disk no longer holds what stood in it, as far as that can be.

An SSD, a journalling or copying file system may keep older blocks all the same: the wizard and docs/data.md say so.
"""

from __future__ import annotations

import os
from pathlib import Path

_CHUNK = 2**20


def erase(file: Path) -> None:
    """Overwrite ``file`` with zeros, wait for the disk, remove it; harmless where it is gone. Never follows a link."""
    if file.is_symlink() or not file.is_file():
        file.unlink(missing_ok=True)
        return
    left, zeros = file.stat().st_size, bytes(_CHUNK)
    with file.open("r+b", buffering=0) as opened:
        while left > 0:
            left -= opened.write(zeros[: min(left, _CHUNK)])
        os.fsync(opened.fileno())
    file.unlink()

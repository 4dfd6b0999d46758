"""Files written so that a crash leaves the old one or the new one, never half of either."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

from desk_mailadmin.kernel.regex import regex

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

HELD, IN_WINDOW = 10.0, 1.0
"""Seconds for which a file that another program holds is waited for: beside the window, and in its own thread."""

_PAUSE, _LONGEST_PAUSE = 0.05, 0.5

TEMPORARY = regex(r"\.desk-[a-z0-9_]{8}\.tmp")
"""What a file is called that is not finished, or only for a while."""


def private_folder(folder: Path) -> Path:
    """Make ``folder`` (and its parents) for the owner alone, if it is not there, and return it."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return folder


def write_durably(target: Path, data: bytes) -> None:
    """Write ``data`` to ``target``: a temporary name beside it, fsync, rename, fsync of the folder."""
    draft = temporary_file(target.parent)
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(draft, target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def put_in_place(draft: Path, target: Path) -> None:
    """Rename a finished file to its place; where an antivirus program or Excel holds the old one, wait for it (F34).

    Ten seconds beside the window, one in its own thread; then the OSError of the system.
    """
    alone = threading.current_thread() is threading.main_thread()
    until, pause = time.monotonic() + (IN_WINDOW if alone else HELD), _PAUSE
    while True:
        try:
            draft.replace(target)
        except PermissionError:
            if time.monotonic() >= until or not target.is_file() or not os.access(target.parent, os.W_OK):
                raise
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        else:
            return


def temporary_file(folder: Path) -> Path:
    """Make an empty file in ``folder`` for the owner alone, under a name that marks it as not finished."""
    private_folder(folder)
    handle, name = tempfile.mkstemp(dir=folder, prefix=".desk-", suffix=".tmp")
    os.close(handle)
    return Path(name)


def sync_file(file: Path) -> None:
    """Wait until what was written to ``file`` is on the disk."""
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk (Windows does this by itself and refuses to be asked)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hex."""
    return hashlib.sha256(data).hexdigest()


def sha256_of_file(file: Path) -> str:
    """Return the SHA-256 of a closed file in hex; never call this on the live database (it would lose its lock)."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()

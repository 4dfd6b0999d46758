"""A file that holds rows for a while only, and the key under which it is written where the desk is encrypted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ScratchFile:
    """An empty file; ``key`` is SQLCipher's raw key as a literal, made for this file alone and kept nowhere.

    An empty ``key`` means a plain SQLite file.
    """

    path: Path
    key: str = field(default="", repr=False)

    def __fspath__(self) -> str:
        return str(self.path)


Staged = Path | ScratchFile
"""Where the rows of a foreign file wait to be taken over."""


def key_of(staged: Staged) -> str:
    """Return the key of a file of rows, empty for a plain one."""
    return staged.key if isinstance(staged, ScratchFile) else ""

"""Disks of a test's own under a desk: one that writes down what was written and synced, one that fails when told.

What was synced stands; of what was not, a power cut keeps each sector of 512 bytes, drops it, or leaves noise in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw
import pytest

from desk_mailadmin.store import opening
from tests.faults.lines import Disk

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done to a file: ``write``, ``cut`` (to a size), ``sync``, ``remove``; or a word of the test: ``said``."""

    act: str
    name: str
    at: int = 0
    data: bytes = b""


class Fails:
    """When a disk fails: at the ``turn``-th deed, once or from then on, and as what."""

    def __init__(self, code: int = apsw.SQLITE_IOERR, turn: int = 0, *, for_ever: bool = False) -> None:
        self.code, self.turn, self.for_ever = code, turn, for_ever
        self.done = self.hits = 0

    def meet(self, act: str) -> None:
        """Count one deed; where it is its turn, fail as SQLite would be told by the system."""
        self.done += 1
        if self.turn and (self.done == self.turn or (self.for_ever and self.done > self.turn)):
            self.hits += 1
            raise apsw.exception_for(apsw.SQLITE_CANTOPEN if act == "open" else self.code)


@dataclass
class Record:
    """What a disk did, in order."""

    deeds: list[Deed] = field(default_factory=list)
    fails: Fails = field(default_factory=Fails)

    def said(self, number: int) -> None:
        """Note that the program told its clerk that ``number`` is saved."""
        self.deeds.append(Deed("said", "", number))


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int], record: Record) -> None:
        self._name = Path(name.filename() if isinstance(name, apsw.URIFilename) else str(name)).name
        self._record = record
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802  (SQLite's own name)
        self._record.fails.meet("write")
        super().xWrite(data, offset)
        self._record.deeds.append(Deed("write", self._name, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:  # noqa: N802  (SQLite's own name)
        self._record.fails.meet("cut")
        super().xTruncate(size)
        self._record.deeds.append(Deed("cut", self._name, size))

    def xSync(self, flags: int) -> None:  # noqa: N802  (SQLite's own name)
        self._record.fails.meet("sync")
        super().xSync(flags)
        self._record.deeds.append(Deed("sync", self._name))


class _Disk(apsw.VFS):
    def __init__(self, name: str, record: Record) -> None:
        self._record = record
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: N802  (SQLite's own name)
        self._record.fails.meet("open")
        return _File(name, flags, self._record)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802  (SQLite's own name)
        self._record.fails.meet("remove")
        super().xDelete(name, sync)
        self._record.deeds.append(Deed("remove", Path(name).name))


@contextmanager
def own_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """Let every desk that is opened inside stand on a disk that is recorded and may fail."""
    record = Record()
    disk = _Disk(f"desk-{id(record)}", record)

    def connect(file: Path, *, mode: str = "rw", key: None = None) -> Disk:
        assert key is None
        database = Disk(file, f"desk-{id(record)}", mode)
        database.connect()
        return database

    with monkeypatch.context() as patch:
        patch.setattr(opening, "connect", connect)
        try:
            yield record
        finally:
            record.fails = Fails()
            disk.unregister()


@dataclass(frozen=True, slots=True)
class Image:
    """What a power cut left: the files, and the last number that was told to be saved."""

    files: dict[str, bytes]
    said: int


def power_cuts(deeds: Sequence[Deed], cuts: Sequence[int], chance: random.Random) -> Iterator[Image]:
    """Cut the power after each of so many deeds, in rising order, and yield what each cut leaves."""
    safe: dict[str, bytearray] = {}
    waiting: dict[str, list[Deed]] = {}
    said = done = 0
    for cut in sorted(cuts):
        for deed in deeds[done:cut]:
            if deed.act == "said":
                said = deed.at
            elif deed.act == "sync":
                _carry_out(safe.setdefault(deed.name, bytearray()), waiting.pop(deed.name, []))
            else:
                waiting.setdefault(deed.name, []).append(deed)
        done = cut
        yield Image({name: _left(safe.get(name), waiting.get(name, []), chance) for name in safe | waiting}, said)


def _carry_out(content: bytearray, deeds: Sequence[Deed]) -> None:
    for deed in deeds:
        if deed.act == "write":
            _put(content, deed.at, deed.data)
        elif deed.act == "cut":
            _cut(content, deed.at)
        else:
            content.clear()


def _left(safe: bytearray | None, deeds: Sequence[Deed], chance: random.Random) -> bytes:
    """Return a file after the cut: each unsynced sector written, or not, or noise; each cut done or not."""
    content = bytearray(safe or b"")
    for deed in deeds:
        if deed.act != "write":
            if chance.random() < 0.5:
                _carry_out(content, [deed])
            continue
        for start in range(0, len(deed.data), SECTOR):
            part, fate = deed.data[start : start + SECTOR], chance.random()
            if fate < 0.6:
                _put(content, deed.at + start, part if fate < 0.5 else chance.randbytes(len(part)))
    return bytes(content)


def _put(content: bytearray, at: int, data: bytes) -> None:
    if len(content) < at + len(data):
        content.extend(bytes(at + len(data) - len(content)))
    content[at : at + len(data)] = data


def _cut(content: bytearray, size: int) -> None:
    if len(content) > size:
        del content[size:]
    else:
        content.extend(bytes(size - len(content)))

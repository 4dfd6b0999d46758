"""What was looked at lately: the settings keep which records, never how they are called.

The settings lie outside the desk, in plain text. A name there would outlive a destruction, stand beside an encrypted
desk and show in the window of another one; so words are read from the desk whenever they are shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from msgspec import Struct

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.json_text import parsed_json
from desk_mailadmin.office import Office
from desk_mailadmin.ui.hooks import Recent
from desk_mailadmin.ui.memory import Memory

MOST = 10


class _Kept(Struct, frozen=True):
    """What the settings hold of one look."""

    register: str
    record: int
    at: str


class Recents:
    """The ten records opened last at this desk, under 多人使用 by this person; the newest first."""

    def __init__(self, office: Office, memory: Memory) -> None:
        self._office, self._memory = office, memory

    def note(self, register: str, record: int) -> None:
        """Note that a record was opened; a register nobody searches (the journal) is no work to come back to."""
        if not register_of(register).searched:
            return
        older = [one for one in self._kept() if (one.register, one.record) != (register, record)]
        new = _Kept(register, record, f"{self._office.desk.clock.now():%H:%M}")
        kept = [{"register": one.register, "record": one.record, "at": one.at} for one in (new, *older)]
        self._memory.keep(self._key(), json.dumps(kept[:MOST]))

    def all(self) -> Sequence[Recent]:
        """Return them as the desk calls them now; what is gone, or belongs to another unit, is left out."""
        found = ((one, self._title(one)) for one in self._kept())
        return [Recent(one.register, one.record, title, at=one.at) for one, title in found if title]

    def _title(self, one: _Kept) -> str:
        with suppress(KeyError, UserError):
            rows = self._office.services[one.register].rows([one.record])
            for title, explained in map(register_of(one.register).table.headline, rows):
                return f"{title}　{explained.partition('　')[0]}".strip()
        return ""

    def _kept(self) -> list[_Kept]:
        try:
            return list(_readable(parsed_json(self._memory.text(self._key(), "[]"))))
        except (ValueError, TypeError):
            return []

    def _key(self) -> str:
        desk = self._office.desk
        person = desk.gate.person
        return f"recents/{desk.uuid[:8]}" + (f"/{person.id}" if person else "")


def _readable(kept: Any) -> Iterator[_Kept]:
    """Return the looks that are looks; TypeError for what is no list."""
    for one in kept:
        if isinstance(one, dict) and isinstance(one.get("register"), str) and isinstance(one.get("record"), int):
            yield _Kept(one["register"], one["record"], str(one.get("at", "")))

"""A paper that can be sent by mail, as the register it belongs to offers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk_mailadmin.papers import Paper


@dataclass(frozen=True, slots=True)
class Sendable:
    """One record's paper and its reader.

    ``kind`` is the record's table, ``form`` the paper's form; ``addresses`` are those known of the reader, the likely
    one first; ``draw`` gives the paper where it was never printed.
    """

    kind: str
    record: int
    form: str
    number: str
    name: str
    addresses: tuple[str, ...]
    draw: Callable[[], Paper]

"""Life cycles as data: states that people read, and the moves between them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


class Tone(StrEnum):
    """The four state tones and the neutral one; a tone never stands without its icon and its word."""

    GREY = "grey"
    BLUE = "blue"
    AMBER = "amber"
    GREEN = "green"
    RED = "red"


class State(Struct, frozen=True):
    """One state: ``key`` is stored and exported, ``title`` is what people read on the chip.

    A ``passing`` state lasts as long as a deed of the program; no record is in it when a desk is opened.
    """

    key: str
    title: str
    tone: Tone
    icon: str
    passing: bool = False


class Lifecycle(Struct, frozen=True):
    """The states of a record and, for each, the states it may move to."""

    states: tuple[State, ...]
    moves: Mapping[str, frozenset[str]]

    def state(self, key: str) -> State:
        """Return the state of that key; KeyError where the life cycle has none."""
        for state in self.states:
            if state.key == key:
                return state
        raise KeyError(key)

    def allows(self, old: str, new: str) -> bool:
        """Say whether a record in ``old`` may move to ``new``."""
        return new in self.moves.get(old, frozenset())

    def check(self, old: str, new: str) -> None:
        """Raise UserError unless a record in ``old`` may move to ``new``."""
        if not self.allows(old, new):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "现在是“{old}”，不能改为“{new}”。"),
                old=self.state(old).title,
                new=self.state(new).title,
            )

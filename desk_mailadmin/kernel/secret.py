"""A secret in memory, which never shows itself: not in a log, not in a report, not in a dialog."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A password; only who asks for ``bare`` gets it."""

    bare: str

    def __repr__(self) -> str:
        return "Secret(•••)"

    __str__ = __repr__

    def __bool__(self) -> bool:
        return bool(self.bare)

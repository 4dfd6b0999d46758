"""What reading one entry gives: a value, a named fault, or both where it was put right on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct, field

Value = TypeVar("Value")


class EntryFault(Struct, frozen=True):
    """Why an entry is not as it should be.

    ``kind`` is a stable English key; ``template`` and ``values`` give the sentence; ``repair`` is the text a click
    would put there, None where only a person can say.
    """

    kind: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    repair: str | None = None

    @property
    def sentence(self) -> str:
        """Return the sentence in the source language."""
        return self.template.format_map(self.values)


class Checked(Struct, Generic[Value], frozen=True):
    """A value and what was wrong with its entry.

    A value beside a fault means it was put right beyond doubt; no value and no fault means the entry was empty.
    """

    value: Value | None = None
    fault: EntryFault | None = None

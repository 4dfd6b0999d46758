"""What an application does to another register: the promise between the two, so that neither knows the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from msgspec import Struct


class PaperDone(Struct, frozen=True):
    """An application that is carried out: its number and kind, whose it is, its entries as they are kept, and the day.

    ``people`` are the persons that entries name, by the entry's key; dates among ``fields`` are ISO texts, sums fen.
    """

    number: str
    kind: str
    staff: int
    fields: Mapping[str, Any]
    people: Mapping[str, int]
    on: date

    def text(self, key: str) -> str:
        """Return an entry as text, empty where there is none."""
        return str(self.fields.get(key) or "")

    def day(self, key: str) -> date | None:
        """Return an entry that is a date, None where there is none."""
        text = self.text(key)
        return date.fromisoformat(text) if text else None


class PaperEffect(Protocol):
    """A register that follows applications of some kinds; what it writes belongs to the application's transaction."""

    def ask(self, fields: Mapping[str, Any], staff: int) -> None:
        """Raise NeedsConfirmation for what a form says and the register knows nothing of, before it is numbered."""
        ...

    def known(self, fields: Mapping[str, Any], staff: int) -> Mapping[str, str]:
        """Return what the register knows for entries of a form that is being filled in, as texts."""
        ...

    def carry_out_in(self, work: Any, done: PaperDone) -> None:
        """Do what the application was for; raise UserError where it cannot be done."""
        ...

    def end_in(self, work: Any, number: str, on: date) -> None:
        """End what the application of that number brought."""
        ...

    def undo_in(self, work: Any, number: str, on: date) -> None:
        """Put back what the application of that number changed: it was voided."""
        ...

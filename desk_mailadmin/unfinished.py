"""The batch under way, noted so that a program that was killed knows what is left of it: ids and numbers, no person."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.papers import Drawing, Paper
from desk_mailadmin.store.desk import Desk

KEY = "print-queue"
"""The draft it is kept as; it lists the papers once, and the print archive tells which of them were printed since."""


class Sheet(Struct, frozen=True):
    """A paper of the batch: whose, by which form, which print of it is due, and its number for people."""

    kind: str
    record: int
    form: str
    due: int
    number: str
    failed: bool = False


class Left(Struct, frozen=True):
    """What is left of a batch, since when; ``doubtful`` was with the printer when the program ended."""

    at: str = ""
    sheets: tuple[Sheet, ...] = ()
    doubtful: Sheet | None = None


class Unfinished:
    """The note of one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begin(self, drawings: Sequence[Drawing]) -> None:
        """Note the papers of a batch before the first is printed, beside what was left of an earlier one."""
        new = {_key(one): one for one in map(self._sheet, drawings)}
        older = [one for one in self.left().sheets if _key(one) not in new]
        self._put([*older, *new.values()], running=True)

    def failed(self, drawing: Drawing) -> None:
        """Note that a paper was not printed, so that it is not taken for the one that was with the printer."""
        found = _key(drawing.paper)
        sheets = [replace(one, failed=True) if _key(one) == found else one for one in self._sheets()]
        self._put(sheets, running=True)

    def leave_out(self, drawing: Drawing) -> None:
        """Note that a paper is not to be printed at all any more."""
        found = _key(drawing.paper)
        self._put([one for one in self._sheets() if _key(one) != found], running=True)

    def settle(self) -> None:
        """Note at the end of a run what is left; nothing left, nothing noted."""
        left = self.left().sheets
        if left:
            self._put(left, running=False)
        else:
            self.drop()

    def left(self) -> Left:
        """Return what the archive does not know as printed."""
        note = self._desk.drafts.get(KEY) or {}
        sheets = tuple(
            sheet for sheet in self._sheets() if self._due(sheet.kind, sheet.record, sheet.form) <= sheet.due
        )
        running = bool(note.get("running"))
        doubtful = next((sheet for sheet in sheets if not sheet.failed), None) if running else None
        return Left(str(note.get("at", "")), sheets, doubtful)

    def drop(self) -> None:
        """Forget the batch."""
        self._desk.drafts.drop(KEY)

    def _sheet(self, drawing: Drawing) -> Sheet:
        paper = drawing.paper
        due = self._due(paper.kind, paper.record, paper.form)
        return Sheet(paper.kind, paper.record, paper.form, due, paper.number)

    def _due(self, kind: str, record: int, form: str) -> int:
        return self._desk.prints.next_number(kind, record, form)

    def _sheets(self) -> tuple[Sheet, ...]:
        note = self._desk.drafts.get(KEY) or {}
        try:
            return tuple(Sheet(*one) for one in note.get("sheets", ()))
        except TypeError:  # a note of another version
            return ()

    def _put(self, sheets: Sequence[Sheet], *, running: bool) -> None:
        at = f"{self._desk.clock.now():%Y-%m-%d %H:%M}"
        fields = [[one.kind, one.record, one.form, one.due, one.number, one.failed] for one in sheets]
        self._desk.drafts.put(KEY, {"at": at, "running": running, "sheets": fields})


def _key(one: Paper | Sheet) -> tuple[str, int, str]:
    return one.kind, one.record, one.form

"""What the panel beside a list shows of one record."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desk_mailadmin.kernel.lifecycle import State


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    TODO = "todo"
    REFUSED = "refused"


class Fact(Struct, frozen=True):
    """A label and its value; ``personal`` marks what the panel masks, unless ``in_full`` says why it must not."""

    label: str
    value: str
    personal: bool = False
    in_full: str = ""

    @property
    def is_hidden(self) -> bool:
        """Whether the panel masks the value until somebody asks for it."""
        return self.personal and not self.in_full and bool(self.value)


class Attachment(Struct, frozen=True):
    """A file kept with a record, found in the desk by its SHA-256."""

    sha256: str
    name: str
    pages: int = 1


class Step(Struct, frozen=True):
    """One step of a record's way; ``actions`` names the register's actions offered at it, the first one primary."""

    title: str
    state: StepState
    note: str = ""
    late: bool = False
    actions: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class HistoryLine(Struct, frozen=True):
    """Who did what when, as one line people read."""

    at: str
    who: str
    what: str


class Detail(Struct, frozen=True):
    """The whole panel.

    ``sheet`` is the form whose latest print the panel shows, empty for none.
    """

    title: str
    subtitle: str = ""
    state: State | None = None
    facts: tuple[Fact, ...] = ()
    steps: tuple[Step, ...] = ()
    steps_title: str = ""
    history: tuple[HistoryLine, ...] = ()
    sheet: str = ""

    @property
    def hides(self) -> bool:
        """Whether the panel masks anything of this record."""
        return any(fact.is_hidden for fact in self.facts)


class FieldChange(Struct, frozen=True):
    """One field of one record that changed, for 变更历史 and undo."""

    field: str
    old: str | None
    new: str | None

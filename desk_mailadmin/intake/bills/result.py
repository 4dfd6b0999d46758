"""What reading an operator's bill or an exchange's call record gives: sums and faults; the calls stand in a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec import field as default

from desk_mailadmin.intake.findings import Column, Fault, Notice, Place, Skipped
from desk_mailadmin.kernel.scratch import Staged

OPERATOR, PBX = "operator", "pbx"


class CallSums(Struct, frozen=True):
    """What some calls come to; money in fen, lengths in seconds."""

    calls: int = 0
    seconds: int = 0
    base_fen: int = 0
    info_fen: int = 0
    discount_fen: int = 0
    fee_fen: int = 0


class NumberCharges(Struct, frozen=True):
    """One billed number: its calls and its monthly charges, in fen."""

    number: str
    calls: CallSums = CallSums()
    rent_fen: int = 0
    caller_id_fen: int = 0
    other_fen: int = 0

    @property
    def fixed_fen(self) -> int:
        """Return what is charged every month, called or not."""
        return self.rent_fen + self.caller_id_fen + self.other_fen


class Agreement(Struct, frozen=True):
    """A total the bill names beside what was read: ``what`` is calls, seconds, base, info, discount, fee or due.

    ``number`` is the billed number it is of, empty for the whole bill. A row printed twice counts once and a row that
    cannot be read not at all, so ``said`` may be higher.
    """

    what: str
    said: int
    read: int
    number: str = ""

    @property
    def differs(self) -> bool:
        """Say whether the two are not the same."""
        return self.said != self.read


class StagedCall(Struct, frozen=True):
    """A call as it stands in the staging file, for the preview."""

    line_no: int
    number: str
    called: str
    kind: str
    place: str
    started_at: str
    seconds: int
    base_fen: int = 0
    info_fen: int = 0
    discount_fen: int = 0
    fee_fen: int = 0


class BillSheet(Struct, frozen=True):
    """A sheet and what was made of it: ``role`` is calls, charges, hidden, other or empty."""

    name: str
    role: str
    columns: tuple[Column, ...] = ()
    header_rows: tuple[int, ...] = ()
    calls: int = 0

    @property
    def used(self) -> bool:
        """Say whether calls or charges were read from the sheet."""
        return self.role in ("calls", "charges")


class BillReading(Struct, frozen=True):
    """Everything read from one bill or call record but the calls themselves, which stand in ``staging``.

    ``operator`` is a guess and may be empty; ``mapping`` is column title → field key as it was used. ``faults`` holds
    the first of them, ``damaged`` how many rows could not be read and ``repeated`` how many were printed twice.
    ``repeats`` are the calls printed twice. ``directions`` counts an exchange's calls by direction.
    """

    file: str
    sha256: str
    encoding: str
    source: str
    staging: Staged
    sheets: tuple[BillSheet, ...]
    mapping: Mapping[str, str]
    sums: CallSums
    numbers: tuple[NumberCharges, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    faults: tuple[Fault, ...] = ()
    damaged: int = 0
    repeated: int = 0
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    originals: Mapping[Place, tuple[str, ...]] = default(default_factory=dict)
    operator: str = ""
    account: str = ""
    month: str = ""
    period_from: str = ""
    period_to: str = ""
    directions: Mapping[str, int] = default(default_factory=dict)
    repeats: tuple[StagedCall, ...] = ()
    first: tuple[StagedCall, ...] = ()
    last: tuple[StagedCall, ...] = ()

    @property
    def fixed_fen(self) -> int:
        """Return all monthly charges of the bill."""
        return sum(one.fixed_fen for one in self.numbers)

    @property
    def differences(self) -> tuple[Agreement, ...]:
        """Return the totals that do not agree with what was read, the bill's own before those of a number."""
        return tuple(sorted((one for one in self.agreements if one.differs), key=lambda one: bool(one.number)))

    @property
    def undecided(self) -> frozenset[Place]:
        """Return the rows left out because nobody can read them."""
        return frozenset(Place(fault.sheet, fault.row) for fault in self.faults if not fault.row_kept)

    def said(self, what: str) -> int | None:
        """Return a total the bill names for all of it, None where it names none."""
        return next((one.said for one in self.agreements if one.what == what and not one.number), None)

    def headings(self) -> Sequence[str]:
        """Return the titles of all columns in order, by which a mapping is remembered."""
        return tuple(dict.fromkeys(column.title for sheet in self.sheets if sheet.used for column in sheet.columns))

"""What lists, the panel and papers show of editions, confirmations and copies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.dates import due_text
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.registers.editions.model import Edition, EditionConfirmation
from desk_mailadmin.registers.editions.rules import EDITING, STATES
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_DEPARTMENT, ListingSource, SqlListing

_SOURCE = ListingSource(
    kind="edition_confirmation",
    table="edition_confirmation",
    unit=OF_DEPARTMENT,
    joins=(
        "JOIN edition ON edition.id = edition_confirmation.edition_id "
        "JOIN department ON department.id = edition_confirmation.department_id "
        "JOIN branch ON branch.id = department.branch_id"
    ),
    orders={
        "number": "edition_confirmation.number",
        "edition": "edition.number DESC, edition_confirmation.place",
        "dept": "branch.sort_order, department.name_key, edition.number DESC",
        "state": "edition_confirmation.state_order, edition_confirmation.edition_id DESC, edition_confirmation.place",
        "confirmed_on": "edition_confirmation.confirmed_on",
        "due_on": "edition.due_on",
    },
    default_order="edition.number DESC, edition_confirmation.place",
    segments={
        "pending": "edition_confirmation.state = 'pending'",
        "changed": "edition_confirmation.state = 'changed'",
        "unchanged": "edition_confirmation.state = 'unchanged'",
        "lapsed": "edition_confirmation.state = 'lapsed'",
        "all": "1 = 1",
    },
    filters={"edition": "edition_confirmation.edition_id = {value}", "branch": "department.branch_id = {value}"},
)

_SELECT = """
    SELECT edition_confirmation.id, edition_confirmation.number, edition_confirmation.state, edition.id, edition.number,
           edition.title, edition.state, edition.opened_on, edition.due_on, edition.issued_on, branch.name,
           department.id, department.name, department.manager,
           (SELECT count(*) FROM directory_entry WHERE department_id = department.id AND state = 'active'),
           edition_confirmation.confirmed_on, edition_confirmation.confirmed_by, edition_confirmation.note,
           edition_confirmation.reminded, edition_confirmation.reminded_on,
           EXISTS (SELECT 1 FROM print WHERE print.kind = 'edition_confirmation'
                   AND print.record = edition_confirmation.id)
    FROM edition_confirmation JOIN edition ON edition.id = edition_confirmation.edition_id
    JOIN department ON department.id = edition_confirmation.department_id
    JOIN branch ON branch.id = department.branch_id
"""


class ConfirmationRow(Struct, frozen=True):
    """A department's confirmation as lists show it; ``late`` and ``progress`` are of today."""

    id: int
    number: str
    state: str
    edition_id: int
    edition_number: int
    edition_title: str
    edition_state: str
    opened_on: date
    due_on: date
    issued_on: date | None
    branch: str
    department: int
    dept: str
    head: str
    entries: int
    confirmed_on: date | None
    confirmed_by: str
    note: str
    reminded: int
    reminded_on: date | None
    printed: int
    progress: str = ""
    late: bool = False

    @property
    def edition(self) -> str:
        """What people call the edition: 2026 年第四季度（第 15 版）."""
        return edition_name(self.edition_number, self.edition_title)


class EditionRow(Struct, frozen=True):
    """An edition with how many departments confirmed it."""

    id: int
    number: int
    title: str
    state: str
    opened_on: date
    due_on: date
    issued_on: date | None
    entries: int
    confirmed: int
    departments: int
    copies: int

    @property
    def name(self) -> str:
        """What people call it: 2026 年第四季度（第 15 版）."""
        return edition_name(self.number, self.title)

    @property
    def missing(self) -> int:
        """How many departments have not confirmed it."""
        return self.departments - self.confirmed


class CopyRow(Struct, frozen=True):
    """A numbered copy, who has it, and where its hand-over receipt stands."""

    id: int
    edition_id: int
    copy_no: int
    staff: int
    name: str
    dept: str
    receipt_id: int | None
    receipt: str
    issued_on: date
    receipt_state: str = ""


def edition_name(number: int, title: str) -> str:
    """Return what people call an edition."""
    return f"{title}（第 {number} 版）"


_EDITIONS = """
    SELECT edition.id, edition.number, edition.title, edition.state, edition.opened_on, edition.due_on,
           edition.issued_on, edition.entries,
           (SELECT count(*) FROM edition_confirmation c WHERE c.edition_id = edition.id
            AND c.state IN ('unchanged', 'changed')),
           (SELECT count(*) FROM edition_confirmation c WHERE c.edition_id = edition.id),
           (SELECT count(*) FROM edition_copy c WHERE c.edition_id = edition.id)
    FROM edition ORDER BY edition.number DESC
"""
_COPIES = """
    SELECT edition_copy.id, edition_copy.edition_id, edition_copy.copy_no, edition_copy.staff_id, edition_copy.name,
           edition_copy.dept, edition_copy.receipt_id, edition_copy.receipt, edition_copy.issued_on,
           coalesce(receipt.state, '')
    FROM edition_copy LEFT JOIN receipt ON receipt.id = edition_copy.receipt_id
    ORDER BY edition_copy.edition_id DESC, edition_copy.copy_no
"""


class EditionsListing(SqlListing[ConfirmationRow]):
    """Confirmations as rows; editions and copies beside them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk

    def editions(self) -> Sequence[EditionRow]:
        """Return every edition, the newest first."""
        return [_edition(*one) for one in execute(self._desk.database, _EDITIONS)]

    def newest(self) -> EditionRow | None:
        """Return the edition that is worked at, else the one issued last, or None."""
        return next(iter(self.editions()), None)

    def editing(self) -> EditionRow | None:
        """Return the edition that is worked at, or None."""
        newest = self.newest()
        return newest if newest and newest.state == EDITING else None

    def edition(self, record: int) -> EditionRow:
        """Return one edition."""
        return next(one for one in self.editions() if one.id == record)

    def snapshot(self, record: int) -> str:
        """Return the directory as that edition was issued, as JSON; empty for one that is worked at."""
        return str(Edition.get_by_id(record).snapshot)

    def copies(self, edition: int | None = None) -> Sequence[CopyRow]:
        """Return the numbered copies of an edition, or of all."""
        found = execute(self._desk.database, _COPIES)
        rows = [_copy(*one) for one in found]
        return [row for row in rows if edition in (None, row.edition_id)]

    def numbered(self, number: str) -> int | None:
        """Return the id of the confirmation of that number, or None."""
        found = EditionConfirmation.get_or_none(EditionConfirmation.number == number)
        return int(found.id) if found else None

    def of_edition(self, edition: int, state: str = "") -> Sequence[ConfirmationRow]:
        """Return the confirmations of an edition in the order of departments, those in one state where it is named."""
        found = EditionConfirmation.select(EditionConfirmation.id).where(EditionConfirmation.edition == edition)
        rows = self.rows([one.id for one in found.order_by(EditionConfirmation.place)])
        return [row for row in rows if state in ("", row.state)]

    def row(self, record: int) -> ConfirmationRow:
        """Return one confirmation."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[ConfirmationRow]:
        """Return the rows of these confirmations, in this order."""
        return [self._dated(row) for row in self.ordered(ids, ConfirmationRow, _SELECT)]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the editions, or the branches that ever confirmed one."""
        if filter_key == "edition":
            return [Choice(str(one.id), f"{one.name}　{STATES[one.state]}") for one in self.editions()]
        sql = (
            "SELECT DISTINCT branch.id, branch.name FROM edition_confirmation c JOIN department d "
            "ON d.id = c.department_id JOIN branch ON branch.id = d.branch_id ORDER BY branch.sort_order, branch.id"
        )
        return [Choice(str(key), name) for key, name in execute(self._desk.database, sql)]

    def _dated(self, row: ConfirmationRow) -> ConfirmationRow:
        today = self._desk.clock.today()
        if row.state != "pending":
            return replace(row, progress="　".join(part for part in (row.confirmed_by, row.note) if part))
        due = due_text(row.due_on, today, self._desk.workdays.calendar())
        reminded = f"　催过 {row.reminded} 次" if row.reminded else ""
        return replace(row, progress=f"{row.due_on:%m-%d} 前确认，{due}{reminded}", late=row.due_on < today)


def _edition(*one: object) -> EditionRow:
    record, number, title, state, opened, due, issued, *counts = one
    days = [date.fromisoformat(str(day)) if day else None for day in (opened, due, issued)]
    return EditionRow(record, number, title, state, *days, *counts)  # type: ignore[arg-type]  # as the columns stand


def _copy(*one: object) -> CopyRow:
    *whose, issued, state = one
    columns = (*whose, date.fromisoformat(str(issued)), state)
    return CopyRow(*columns)  # type: ignore[arg-type]  # as the columns stand

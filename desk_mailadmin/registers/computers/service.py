"""What happens to computers on the network: put on file, handed on, taken off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.entered import plain
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.registers.computers.model import Computer
from desk_mailadmin.registers.computers.rules import LIFECYCLE, SECOND, TITLES, ComputerEntry, checked, entry_from
from desk_mailadmin.registers.staff.rules import person_of
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, SqlListing
from desk_mailadmin.store.work import UnitOfWork

_SOURCE = ListingSource(
    kind="computer",
    table="computer",
    unit=OF_STAFF,
    joins="JOIN staff ON staff.id = computer.staff_id",
    orders={
        "number": "computer.number",
        "name": "staff.name_key",
        "filed": "computer.filed_on",
        "state": "computer.state, computer.number",
    },
    default_order="computer.state, computer.number",
    segments={
        "active": "computer.state = 'active'",
        "left": "computer.state = 'active' AND staff.state = 'left'",
        "retired": "computer.state = 'retired'",
        "all": "1 = 1",
    },
    filters={"dept": "staff.department_id = {value}"},
)

_SELECT = """
    SELECT computer.id, computer.state, computer.number, computer.staff_id, staff.name, coalesce(staff.emp_no, ''),
           department.name, staff.state = 'left', computer.filed_on, computer.address, computer.place,
           computer.purpose, computer.remark, computer.retired_on
    FROM computer
    JOIN staff ON staff.id = computer.staff_id
    JOIN department ON department.id = staff.department_id
"""


class ComputerRow(Struct, frozen=True):
    """A computer as lists show it; ``has_left`` says that who answers for it is no longer here."""

    id: int
    state: str
    number: str
    staff: int
    name: str
    emp_no: str
    dept: str
    has_left: bool
    filed_on: date
    address: str
    place: str
    purpose: str
    remark: str
    retired_on: date | None


class ComputersService(SqlListing[ComputerRow]):
    """Computers on the network, each with one responsible person (002/4.六.1, M1-8)."""

    def __init__(self, desk: Desk, staff: Callable[[], StaffService]) -> None:
        super().__init__(desk, _SOURCE)
        self._desk, self._staff = desk, staff
        desk.after_undo("computer", self._index_again)

    def add(self, entry: ComputerEntry, confirmed: Collection[str] = frozenset()) -> int:
        """Put a computer on file and return its id.

        Raises UserError for a faulty entry or a number that is taken, NeedsConfirmation (SECOND) where its person
        answers for another one already.
        """
        values = self._columns(entry, None, confirmed)
        with self._desk.work("computer.add") as work:
            record = int(Computer.create(**values).id)
            sentence = QT_TRANSLATE_NOOP("desk", "上网电脑 {number} 备案")
            work.wrote("computer", record, sentence, after=values, undoable=True, number=values["number"])
            self._index(record)
            work.changed("computers")
        return record

    def enter_plain(self, data: Mapping[str, Any]) -> int:
        """Put a computer on file from plain data (``emp_no`` or ``name`` says whose); a second one is not asked about.

        Raises UserError as ``add`` does.
        """
        given = dict(data)
        emp_no, name = (plain(given.pop(key, None), key, key) for key in ("emp_no", "name"))
        return self.add(entry_from(given, person_of(emp_no, name, self._staff())), {SECOND})

    def edit(self, record: int, entry: ComputerEntry, confirmed: Collection[str] = frozenset()) -> None:
        """Change a computer, often who answers for it; raise as ``add`` does."""
        after = self._columns(entry, record, confirmed)
        self._update(record, after, "computer.edit", QT_TRANSLATE_NOOP("desk", "修改上网电脑"))

    def retire(self, record: int, on: date) -> None:
        """Record that a computer was taken off the network; raise UserError where it was."""
        LIFECYCLE.check(self.row(record).state, "retired")
        after = {"state": "retired", "retired_on": on}
        self._update(record, after, "computer.retire", QT_TRANSLATE_NOOP("desk", "下网"))

    def restore(self, record: int) -> None:
        """Record that a computer is on the network again; raise UserError where it is."""
        LIFECYCLE.check(self.row(record).state, "active")
        after = {"state": "active", "retired_on": None}
        self._update(record, after, "computer.restore", QT_TRANSLATE_NOOP("desk", "重新上网"))

    def entry(self, record: int) -> ComputerEntry:
        """Return a computer as it would be entered."""
        row = self.row(record)
        return ComputerEntry(staff=row.staff, filed_on=row.filed_on, **{key: getattr(row, key) for key in TITLES})

    def rows(self, ids: Sequence[int]) -> Sequence[ComputerRow]:
        """Return the rows of these computers, in this order."""
        return self.ordered(ids, ComputerRow, _SELECT)

    def row(self, record: int) -> ComputerRow:
        """Return one computer's row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the departments of those who answer for a computer."""
        sql = """
            SELECT DISTINCT department.id, branch.name, department.name, branch.sort_order, department.name_key
            FROM computer JOIN staff ON staff.id = computer.staff_id
            JOIN department ON department.id = staff.department_id
            JOIN branch ON branch.id = department.branch_id ORDER BY branch.sort_order, department.name_key
        """
        with self._desk.reading():
            found = list(execute(self._desk.database, sql))
        return [Choice(str(number), f"{branch} / {dept}") for number, branch, dept, _order, _key in found]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a computer."""
        row = self.row(record)
        left = "　已离职，要换责任人" if row.has_left else ""
        facts = (
            Fact("责任人", f"{row.name}（{row.dept}）{left}"),
            Fact("备案日期", str(row.filed_on)),
            *(Fact(title, getattr(row, key)) for key, title in TITLES.items() if key != "number"),
            Fact("下网日期", str(row.retired_on or "")),
        )
        known = tuple(fact for fact in facts if fact.value)
        history = self.history("computer", record)
        return Detail(row.number, row.name, LIFECYCLE.state(row.state), known, history=history)

    def _update(self, record: int, after: dict[str, Any], action: str, sentence: str) -> None:
        found = Computer.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            Computer.update(after).where(Computer.id == record).execute()
            work.wrote("computer", record, sentence, before=before, after=after, undoable=True)
            self._index(record)
            work.changed("computers")

    def _columns(self, entry: ComputerEntry, record: int | None, confirmed: Collection[str]) -> dict[str, Any]:
        entry = checked(entry, self._desk.clock.today())
        if Computer.get_or_none((Computer.number == entry.number) & (Computer.id != (record or 0))) is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "编号 {number} 已经备案过。"), field="number", number=entry.number
            )
        other = Computer.get_or_none(
            (Computer.staff_id == entry.staff) & (Computer.state == "active") & (Computer.id != (record or 0))
        )
        if other is not None and SECOND not in confirmed:
            raise NeedsConfirmation(
                SECOND,
                QT_TRANSLATE_NOOP("desk", "{name}已经是电脑 {number} 的责任人，制度要求一机一人。"),
                name=self._staff().row(other.staff_id).name,
                number=other.number,
            )
        texts = {key: getattr(entry, key) for key in TITLES}
        return {**texts, "staff_id": entry.staff, "filed_on": entry.filed_on}

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self._index(record)

    def _index(self, record: int) -> None:
        row = self.row(record)
        words = search_words(row.name, [row.emp_no, row.number, row.address])
        self._desk.search.put("computer", record, [row.number, row.name, row.place], words)

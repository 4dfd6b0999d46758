"""What happens to people: entry, search, and a roster taken over as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.names import full_pinyin, initials
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.registers.staff.rules import LIFECYCLE, StaffEntry, checked
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_DEPARTMENT, ListingSource, SqlListing
from desk_mailadmin.store.work import UnitOfWork

_SOURCE = ListingSource(
    kind="staff",
    table="staff",
    unit=OF_DEPARTMENT,
    orders={
        "emp_no": "staff.emp_no",
        "name": "staff.name_key",
        "dept": "staff.department_id",
        "hired_on": "staff.hired_on",
        "left_on": "staff.left_on",
        "state": "staff.state",
    },
    default_order="staff.state, staff.name_key",
    segments={
        "active": "staff.state = 'active'",
        "left": "staff.state = 'left'",
        "unnumbered": "staff.emp_no IS NULL AND staff.state = 'active'",
        "all": "1 = 1",
    },
    filters={
        "branch": "staff.department_id IN (SELECT id FROM department WHERE branch_id = {value})",
        "dept": "staff.department_id = {value}",
    },
)

_SELECT = """
    SELECT staff.id, coalesce(staff.emp_no, ''), staff.name, staff.pinyin, branch.name, department.name, staff.post,
           staff.rank, staff.mobile, staff.extension, staff.email, staff.hired_on, staff.left_on, staff.state
    FROM staff
    JOIN department ON department.id = staff.department_id
    JOIN branch ON branch.id = department.branch_id
"""


class StaffRow(Struct, frozen=True):
    """A person as lists show them; dates are ISO texts or None."""

    id: int
    emp_no: str
    name: str
    pinyin: str
    branch: str
    dept: str
    post: str
    rank: str
    mobile: str
    extension: str
    email: str
    hired_on: date | None
    left_on: date | None
    state: str


class StaffService(SqlListing[StaffRow]):
    """People in office and those who left (M15-5).

    ``followers`` are registers above that show people; they learn, within the unit of work, whose entry changed.
    """

    def __init__(self, desk: Desk, departments: DepartmentsService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self._departments = departments
        self.followers: list[Callable[[UnitOfWork, Sequence[int]], None]] = []
        desk.after_undo("staff", self._index_again)

    def add(self, entry: StaffEntry) -> int:
        """Enter a person and return the id; raise UserError for a faulty entry or a number that is taken."""
        with self._desk.work("staff.add") as work:
            return self.add_in(work, entry)

    def add_in(self, work: UnitOfWork, entry: StaffEntry) -> int:
        """Enter a person within a transaction that is already open (an import)."""
        entry = checked(entry, self._desk.clock.today())
        self._refuse_taken_number(entry, None)
        record = self._insert(work, entry, self._departments.ensure_in(work, entry.branch, entry.dept))
        self._index(record, entry)
        work.changed("staff")
        return record

    def add_all(
        self, work: UnitOfWork, entries: Sequence[StaffEntry], progress: Callable[[int], None] = lambda _done: None
    ) -> None:
        """Enter many people at once (an import); raise UserError as ``add`` does, with nothing kept.

        Departments and numbers are looked up once and the index is written at the end.
        """
        taken = {person.emp_no for person in Staff.select(Staff.emp_no) if person.emp_no}
        places: dict[tuple[str, str], int] = {}
        found: list[tuple[int, StaffEntry]] = []
        for done, given in enumerate(entries, 1):
            entry = checked(given, self._desk.clock.today())
            if entry.emp_no in taken:
                self._refuse_taken_number(entry, None)
            taken.add(entry.emp_no or "")
            place = (entry.branch, entry.dept)
            if place not in places:
                places[place] = self._departments.ensure_in(work, *place)
            found.append((self._insert(work, entry, places[place]), entry))
            progress(done)
        self._desk.search.put_many("staff", ((record, [entry.name], words_of(entry)) for record, entry in found))
        work.changed("staff")

    def _insert(self, work: UnitOfWork, entry: StaffEntry, department: int) -> int:
        """Insert a person by plain SQL (peewee would build the same statement anew for each) and journal it."""
        values = _columns(entry, department)
        stored = [value.isoformat() if isinstance(value, date) else value for value in values.values()]
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO staff ({', '.join(values)}) VALUES ({marks})"  # noqa: S608  (our own column names)
        record = execute(self._desk.database, sql, stored).lastrowid or 0
        work.wrote(
            "staff", record, QT_TRANSLATE_NOOP("desk", "登记{name}"), after=values, undoable=True, name=entry.name
        )
        return record

    def edit(self, record: int, entry: StaffEntry) -> None:
        """Change a person; raise UserError as ``add`` does."""
        with self._desk.work("staff.edit") as work:
            self.edit_in(work, record, entry)

    def edit_in(self, work: UnitOfWork, record: int, entry: StaffEntry) -> None:
        """Change a person within a transaction that is already open (an import)."""
        entry = checked(entry, self._desk.clock.today())
        self._refuse_taken_number(entry, record)
        before, after = self._columns(work, self.entry(record)), self._columns(work, entry)
        Staff.update(after).where(Staff.id == record).execute()
        work.wrote(
            "staff",
            record,
            QT_TRANSLATE_NOOP("desk", "修改{name}"),
            before=before,
            after=after,
            undoable=True,
            name=entry.name,
        )
        self._index(record, entry)
        work.changed("staff")
        self._tell(work, [record])

    def _tell(self, work: UnitOfWork, people: Sequence[int]) -> None:
        for follower in self.followers:
            follower(work, people)

    def leave(self, record: int, on: date) -> None:
        """Record that a person left (004/第十条); raise UserError for one who already has."""
        entry = self.entry(record)
        LIFECYCLE.check(entry.state, "left")
        self.edit(record, replace(entry, state="left", left_on=on))

    def come_back(self, record: int) -> None:
        """Record that a person who left is in office again."""
        entry = self.entry(record)
        LIFECYCLE.check(entry.state, "active")
        self.edit(record, replace(entry, state="active", left_on=None))

    def entry(self, record: int) -> StaffEntry:
        """Return a person as they would be entered."""
        return _entry(self.row(record), Staff.get_by_id(record))

    def row(self, record: int) -> StaffRow:
        """Return one person's row."""
        return self.rows([record])[0]

    def department_of(self, record: int) -> int:
        """Return the department a person belongs to."""
        return int(Staff.get_by_id(record).department_id)

    def branch_of(self, record: int) -> int:
        """Return the branch a person belongs to."""
        return self._departments.branch_of(self.department_of(record))

    def numbered(self, emp_no: str) -> int | None:
        """Return the id of the person with that staff number, or None."""
        person = Staff.get_or_none(Staff.emp_no == emp_no)
        return int(person.id) if person else None

    def named(self, name: str) -> Sequence[int]:
        """Return the ids of the people in office of that name."""
        found = Staff.select(Staff.id).where((Staff.name == name.strip()) & (Staff.state == "active"))
        return [person.id for person in found]

    def find(self, text: str, limit: int = 20) -> Sequence[StaffRow]:
        """Return the people a clerk means by 周, zwb, zhouwenbo, A10417 or 0137; those in office first."""
        return self.rows(self.keys(Query(search=text))[:limit])

    def headquarters_name(self) -> str:
        """Return what headquarters is called here: the branch of people whose roster names none."""
        return self._departments.headquarters_name()

    def everybody(self) -> Mapping[int, StaffEntry]:
        """Return every person as they would be entered, by id (for the comparison with a newer roster)."""
        people = {person.id: person for person in Staff.select(Staff.id, Staff.gender, Staff.remark)}
        return {row.id: _entry(row, people[row.id]) for row in self.rows(list(people))}

    def rows(self, ids: Sequence[int]) -> Sequence[StaffRow]:
        """Return the rows of these people, in this order."""
        return self.ordered(ids, StaffRow, _SELECT)

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what the combos offer: branches or departments."""
        pairs = self._departments.branches() if filter_key == "branch" else self._departments.names()
        return [Choice(str(number), name) for number, name in pairs]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a person."""
        row, entry = self.row(record), self.entry(record)
        facts = (
            Fact("单位", row.branch),
            Fact("部门", row.dept),
            Fact("职务", row.post),
            Fact("职级", row.rank),
            Fact("分机", row.extension),
            Fact("手机", row.mobile, personal=True),
            Fact("邮箱", row.email),
            Fact("入职", str(row.hired_on or "")),
            Fact("离职", str(row.left_on or "")),
            Fact("备注", entry.remark),
        )
        subtitle = f"{row.emp_no or '（没有工号）'}　{row.pinyin}"
        known = tuple(fact for fact in facts if fact.value)
        return Detail(row.name, subtitle, LIFECYCLE.state(row.state), known, history=self.history("staff", record))

    def _refuse_taken_number(self, entry: StaffEntry, record: int | None) -> None:
        holder = self.numbered(entry.emp_no) if entry.emp_no else None
        if holder is not None and holder != record:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "工号 {emp_no} 已属于{name}。"),
                field="emp_no",
                emp_no=entry.emp_no,
                name=self.row(holder).name,
            )

    def _columns(self, work: UnitOfWork, entry: StaffEntry) -> dict[str, Any]:
        return _columns(entry, self._departments.ensure_in(work, entry.branch, entry.dept))

    def _index_again(self, work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for row in self.rows(records):
            self._index(row.id, self.entry(row.id))
        self._tell(work, records)

    def _index(self, record: int, entry: StaffEntry) -> None:
        self._desk.search.put("staff", record, [entry.name], words_of(entry))


def _columns(entry: StaffEntry, department: int) -> dict[str, Any]:
    return {
        "emp_no": entry.emp_no or None,
        "name": entry.name,
        "name_key": name_sort_key(entry.name),
        "pinyin": full_pinyin(entry.name),
        "initials": initials(entry.name),
        "department_id": department,
        "post": entry.post,
        "rank": entry.rank,
        "gender": entry.gender,
        "mobile": entry.mobile,
        "extension": entry.extension,
        "email": entry.email,
        "hired_on": entry.hired_on,
        "left_on": entry.left_on,
        "state": entry.state,
        "remark": entry.remark,
    }


def words_of(entry: StaffEntry) -> list[str]:
    """Return what a person is found by beside the characters of the name: pinyin, numbers, last four digits."""
    return search_words(entry.name, [entry.emp_no, entry.extension], [entry.mobile])


def _entry(row: StaffRow, person: Staff) -> StaffEntry:
    return StaffEntry(
        name=row.name,
        dept=row.dept,
        branch=row.branch,
        emp_no=row.emp_no,
        post=row.post,
        rank=row.rank,
        gender=person.gender,
        mobile=row.mobile,
        extension=row.extension,
        email=row.email,
        hired_on=row.hired_on,
        left_on=row.left_on,
        state=row.state,
        remark=person.remark,
    )

"""What happens to departments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.sorting import sort_key
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.departments.rules import DepartmentEntry, checked
from desk_mailadmin.store.database import execute, scalar
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing
from desk_mailadmin.store.work import UnitOfWork

SUGGESTED = 8
"""How many names are offered for a manager."""

LOOKED_THROUGH = 200
"""How many people a beginning fits are looked at for them: with each key, at a million people too."""

_SOURCE = ListingSource(
    kind="department",
    table="department",
    unit=OF_BRANCH,
    joins="JOIN branch ON branch.id = department.branch_id",
    orders={"name": "department.name_key", "branch": "branch.sort_order, department.name_key"},
    default_order="branch.sort_order, department.sort_order, department.name_key",
    segments={
        "all": "1 = 1",
        "unmanaged": "department.manager = ''",
        "without_mail_person": "department.mail_person = ''",
        "without_secret_keeper": "department.secret_keeper = ''",
    },
    filters={"branch": "department.branch_id"},
)


class DepartmentRow(Struct, frozen=True):
    """A department as lists show it."""

    id: int
    branch: str
    name: str
    manager: str
    mail_person: str
    secret_keeper: str
    people: int


class DepartmentsService(SqlListing[DepartmentRow]):
    """Departments of all branches, with who signs for them (000/3.0)."""

    def __init__(self, desk: Desk, branches: BranchesService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self._branches = branches
        desk.after_undo("department", self._index_again)

    def add(self, entry: DepartmentEntry) -> int:
        """Enter a department; raise UserError for an unknown branch or a name the branch already has."""
        with self._desk.work("department.add") as work:
            return self.add_in(work, entry)

    def add_in(self, work: UnitOfWork, entry: DepartmentEntry) -> int:
        """Enter a department within a transaction that is already open (an import)."""
        entry = checked(entry)
        values = {**self._columns(entry, None), "sort_order": Department.select().count()}
        department = Department.create(**values)
        work.wrote(
            "department",
            department.id,
            QT_TRANSLATE_NOOP("desk", "新建部门 {name}"),
            after=values,
            undoable=True,
            name=entry.name,
        )
        self._index(department.id, entry)
        work.changed("departments")
        return int(department.id)

    def edit(self, record: int, entry: DepartmentEntry) -> None:
        """Change a department; raise UserError as ``add`` does."""
        entry = checked(entry)
        before, after = self._columns(self.entry(record), record), self._columns(entry, record)
        with self._desk.work("department.edit") as work:
            Department.update(after).where(Department.id == record).execute()
            work.wrote(
                "department",
                record,
                QT_TRANSLATE_NOOP("desk", "修改部门 {name}"),
                before=before,
                after=after,
                undoable=True,
                name=entry.name,
            )
            self._index(record, entry)
            work.changed("departments")
            work.changed("staff")

    def put(self, record: int, before: int | None) -> None:
        """Put a department before another of its branch, or at the end; the order is set by hand."""
        branch = self.branch_of(record)
        others = [number for number, _name in self.names(branch) if number != record]
        place = others.index(before) if before in others else len(others)
        others.insert(place, record)
        with self._desk.work("department.order") as work:
            if self._number_in(work, others):
                work.changed("departments")

    def move(self, record: int, by: int) -> None:
        """Put a department as many places further down (up, where negative) in its branch."""
        order = [number for number, _name in self.names(self.branch_of(record))]
        place = min(max(order.index(record) + by, 0), len(order) - 1)
        order.remove(record)
        self.put(record, order[place] if place < len(order) else None)

    def _number_in(self, work: UnitOfWork, order: Sequence[int]) -> bool:
        """Number departments in this order; return whether that changed anything."""
        found = {each.id: each for each in Department.select().where(Department.id.in_(list(order)))}
        moved = [(place, found[number]) for place, number in enumerate(order) if found[number].sort_order != place]
        for place, each in moved:
            before, after = {"sort_order": each.sort_order}, {"sort_order": place}
            Department.update(after).where(Department.id == each.id).execute()
            work.wrote(
                "department",
                int(each.id),
                QT_TRANSLATE_NOOP("desk", "调整部门次序：{name}"),
                before=before,
                after=after,
                undoable=True,
                name=each.name,
            )
        return bool(moved)

    def entry(self, record: int) -> DepartmentEntry:
        """Return a department as it would be entered."""
        found = Department.get_by_id(record)
        return DepartmentEntry(found.branch.name, found.name, found.manager, found.mail_person, found.secret_keeper)

    def named(self, branch: int, name: str) -> int | None:
        """Return the id of the branch's department of that name, or None."""
        found = Department.get_or_none((Department.branch == branch) & (Department.name == name.strip()))
        return int(found.id) if found else None

    def ensure_in(self, work: UnitOfWork, branch: str, name: str) -> int:
        """Return the department of that name, entering it and its branch if need be."""
        branch_id = self._branches.ensure_in(work, branch)
        found = self.named(branch_id, name)
        if found is not None:
            return found
        branch_name = dict(self._branches.names())[branch_id]
        return self.add_in(work, DepartmentEntry(branch_name, name))

    def branch_of(self, record: int) -> int:
        """Return the branch a department belongs to."""
        return int(Department.get_by_id(record).branch_id)

    def names(self, branch: int | None = None) -> tuple[tuple[int, str], ...]:
        """Return id and name of every department, of one branch or of all (with the branch before the name)."""
        found = Department.select().order_by(Department.branch, Department.sort_order, Department.name_key)
        if branch is not None:
            return tuple((d.id, d.name) for d in found.where(Department.branch == branch))
        return tuple((d.id, f"{d.branch.name} / {d.name}") for d in found)

    def branches(self) -> tuple[tuple[int, str], ...]:
        """Return id and name of every branch, headquarters first."""
        return self._branches.names()

    def headquarters_name(self) -> str:
        """Return what headquarters is called here."""
        return self._branches.headquarters_name()

    def names_in_office(self, text: str) -> Sequence[str]:
        """Return some names of people in office whom a clerk may mean by 罗, ljh or a staff number."""
        condition = self._desk.search.condition("staff", text)
        if condition is None:
            return []
        found, values = condition
        sql = (
            f"WITH hit (id) AS ({found} LIMIT ?) "  # noqa: S608  (the search's own words, its values apart)
            "SELECT DISTINCT staff.name FROM hit JOIN staff ON staff.id = hit.id WHERE staff.state = 'active' LIMIT ?"
        )
        return [name for (name,) in execute(self._desk.database, sql, (*values, LOOKED_THROUGH, SUGGESTED))]

    def is_in_office(self, name: str) -> bool:
        """Say whether somebody of that name is in office."""
        sql = "SELECT 1 FROM staff WHERE name = ? AND state = 'active' LIMIT 1"
        return scalar(self._desk.database, sql, name.strip()) is not None

    def rows(self, ids: Sequence[int]) -> Sequence[DepartmentRow]:
        """Return the rows of these departments, in this order."""
        return self.ordered(
            ids,
            DepartmentRow,
            """
            SELECT department.id, branch.name, department.name, department.manager, department.mail_person,
                   department.secret_keeper,
                   (SELECT count(*) FROM staff WHERE department_id = department.id AND state = 'active')
            FROM department JOIN branch ON branch.id = department.branch_id
            """,
        )

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the branches."""
        return [Choice(str(number), name) for number, name in self._branches.names()]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a department."""
        entry = self.entry(record)
        row = self.rows([record])[0]
        appointed = (Fact("邮件收发人", entry.mail_person), Fact("商密文件管理人", entry.secret_keeper))
        facts = (
            Fact("单位", entry.branch),
            Fact("负责人", entry.manager),
            *(fact for fact in appointed if fact.value),
            Fact("在职人数", str(row.people)),
        )
        return Detail(entry.name, entry.branch, facts=facts, history=self.history("department", record))

    def _columns(self, entry: DepartmentEntry, record: int | None) -> dict[str, Any]:
        branch = self._branches.named(entry.branch)
        if branch is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{name}”这个单位。"), field="branch", name=entry.branch)
        if self.named(branch, entry.name) not in (None, record):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{branch}已经有“{name}”这个部门。"),
                field="name",
                branch=entry.branch,
                name=entry.name,
            )
        return {
            "branch_id": branch,
            "name": entry.name,
            "name_key": sort_key(entry.name),
            "manager": entry.manager,
            "mail_person": entry.mail_person,
            "secret_keeper": entry.secret_keeper,
        }

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for row in self.rows(records):
            self._index(row.id, self.entry(row.id))

    def _index(self, record: int, entry: DepartmentEntry) -> None:
        self._desk.search.put(
            "department", record, [entry.name, entry.branch, entry.manager, entry.mail_person, entry.secret_keeper], []
        )

"""What lists, the tree and papers show of the directory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.table import Box, Choice, Query
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.directory.entries import BETWEEN
from desk_mailadmin.registers.directory.rules import KINDS
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import CHUNK, OF_DEPARTMENT, ListingSource, SqlListing

_PLACE = (
    "branch.sort_order, branch.id, department.sort_order, department.name_key, department.id, "
    "directory_entry.sort_order"
)
_FOLLOWS = (
    "directory_entry.state = 'active' AND EXISTS (SELECT 1 FROM staff s WHERE s.id = directory_entry.staff_id "
    "AND (s.state = 'left' OR s.department_id <> directory_entry.department_id))"
)
"""People who left or moved since they were entered (002/4.五.2)."""

_WAITING = "EXISTS (SELECT 1 FROM directory_change c WHERE c.entry_id = directory_entry.id AND c.state = 'open')"
_LATE = (
    "EXISTS (SELECT 1 FROM directory_change c WHERE c.entry_id = directory_entry.id AND c.state <> 'void' "
    "AND max(coalesce(c.head_told_at, {now}), coalesce(c.centre_told_at, {now}), "
    "coalesce(c.contacts_told_at, {now})) > c.due_at)"
)
"""A changed number of which somebody heard too late, or is still not told when the hours are over (002/4.五.1)."""

_FIRST = "(SELECT min(n.number) FROM directory_number n WHERE n.entry_id = directory_entry.id AND n.kind = 'extension')"

SOURCE = ListingSource(
    kind="directory_entry",
    table="directory_entry",
    unit=OF_DEPARTMENT,
    joins=(
        "JOIN department ON department.id = directory_entry.department_id "
        "JOIN branch ON branch.id = department.branch_id LEFT JOIN staff ON staff.id = directory_entry.staff_id"
    ),
    orders={
        "place": _PLACE,
        "name": "directory_entry.name_key",
        "emp_no": "staff.emp_no",
        "extension": f"{_FIRST} IS NULL, {_FIRST}",
        "room": "directory_entry.room",
        "changed_on": "directory_entry.changed_on",
    },
    default_order=_PLACE,
    segments={
        "active": "directory_entry.state = 'active'",
        "shared": "directory_entry.state = 'active' AND directory_entry.staff_id IS NULL",
        "follow": _FOLLOWS,
        "waiting": _WAITING,
        "late": _LATE,
        "removed": "directory_entry.state = 'removed'",
        "all": "1 = 1",
    },
    filters={
        "branch": "department.branch_id = {value}",
        "dept": "directory_entry.department_id = {value}",
    },
)

_SELECT = """
    SELECT directory_entry.id, directory_entry.state, directory_entry.staff_id, coalesce(staff.emp_no, ''),
           coalesce(staff.name, directory_entry.title), branch.id, branch.name, department.id, department.name,
           coalesce(nullif(directory_entry.post, ''), staff.post, ''), directory_entry.room,
           coalesce(nullif(directory_entry.email, ''),
                    (SELECT address FROM mailbox WHERE mailbox.staff_id = staff.id AND mailbox.state = 'active'
                     ORDER BY mailbox.kind <> 'personal', mailbox.id LIMIT 1), staff.email, ''),
           directory_entry.leader, directory_entry.remark, directory_entry.changed_on, coalesce(staff.mobile, ''),
           coalesce(staff.state, ''), coalesce(staff.department_id, directory_entry.department_id),
           NOT EXISTS (SELECT 1 FROM directory_entry o WHERE o.department_id = directory_entry.department_id
                       AND o.state = 'active'
                       AND (o.sort_order, o.id) < (directory_entry.sort_order, directory_entry.id)),
           NOT EXISTS (SELECT 1 FROM directory_entry o WHERE o.department_id = directory_entry.department_id
                       AND o.state = 'active'
                       AND (o.sort_order, o.id) > (directory_entry.sort_order, directory_entry.id)),
           (SELECT count(*) FROM directory_change c WHERE c.entry_id = directory_entry.id AND c.state <> 'void'),
           (SELECT count(*) FROM directory_change c WHERE c.entry_id = directory_entry.id AND c.state = 'open')
    FROM directory_entry
    JOIN department ON department.id = directory_entry.department_id
    JOIN branch ON branch.id = department.branch_id
    LEFT JOIN staff ON staff.id = directory_entry.staff_id
"""


_LINES = """
    SELECT e.id, line.id, 0 AS rank, n.sort_order FROM directory_entry e
    JOIN directory_number n ON n.entry_id = e.id AND n.kind = 'extension'
    JOIN department d ON d.id = e.department_id
    JOIN line ON line.branch_id = d.branch_id AND line.extension = n.number AND line.extension <> ''
         AND line.state <> 'removed'
    WHERE e.id IN ({marks})
    UNION ALL
    SELECT e.id, line.id, 1, n.sort_order FROM directory_entry e
    JOIN directory_number n ON n.entry_id = e.id AND n.kind IN ('direct', 'fax', 'mobile')
    JOIN line ON line.number = n.number AND line.number <> '' AND line.state <> 'removed'
    WHERE e.id IN ({marks})
    ORDER BY 1, 3, 4
"""


class Related(Struct, frozen=True):
    """A paper or a thing of a person, from another register: its number, what it is, its day, how far it is."""

    number: str
    title: str
    on: date | None
    progress: str


class DirectoryRow(Struct, frozen=True):
    """An entry as lists show it; numbers of a kind are one text, several parted by 、.

    ``mobile`` is the personnel register's where the entry has none of its own; ``own_mobile`` says whether it has.
    ``is_first`` and ``is_last`` tell the ends of its department. ``slips`` are its change slips but void ones,
    ``waiting`` those of which somebody is still to be told. ``line`` is the line of the extension, else of another
    number; its state and today's rights stand behind it.
    """

    id: int
    state: str
    staff: int | None
    emp_no: str
    name: str
    branch_id: int
    branch: str
    department_id: int
    dept: str
    post: str
    room: str
    email: str
    leader: bool
    remark: str
    changed_on: date | None
    mobile: str
    staff_state: str
    staff_department: int
    is_first: bool
    is_last: bool
    slips: int
    waiting: int
    extension: str = ""
    direct: str = ""
    short: str = ""
    fax: str = ""
    own_mobile: bool = False
    line: int | None = None
    line_state: str = "none"
    rights: str = ""
    rights_text: str = ""
    boxes: tuple[Box, ...] = ()

    @property
    def is_shared(self) -> bool:
        """Whether it is a shared set and no person."""
        return self.staff is None

    @property
    def shown_name(self) -> str:
        """What the entry is called in lists: a shared set stands in brackets."""
        return f"（{self.name}）" if self.is_shared else self.name

    @property
    def follows(self) -> str:
        """What the personnel register says differently: ``left``, ``moved``, or nothing."""
        if self.state != "active" or self.staff is None:
            return ""
        if self.staff_state == "left":
            return "left"
        return "moved" if self.staff_department != self.department_id else ""


class Place(Struct, frozen=True):
    """A department as the tree shows it: its branch, and how many entries it has."""

    branch: int
    branch_name: str
    department: int
    name: str
    entries: int


class DirectoryListing(SqlListing[DirectoryRow]):
    """Entries as rows, and the departments they stand in."""

    def __init__(self, desk: Desk, departments: DepartmentsService, lines: LinesService) -> None:
        super().__init__(desk, SOURCE)
        self._desk = desk
        self.departments = departments
        self.lines = lines

    def row(self, record: int) -> DirectoryRow:
        """Return one entry."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[DirectoryRow]:
        """Return the rows of these entries, in this order."""
        with self._desk.reading():
            numbers, lines = self._numbers(ids), self._lines(ids)
            rows = [_with_numbers(row, numbers.get(row.id, {})) for row in self.ordered(ids, DirectoryRow, _SELECT)]
            return self._with_lines(rows, lines)

    def entries_of(self, department: int) -> Sequence[DirectoryRow]:
        """Return what is listed of a department, in the order set by hand."""
        return self.rows(self.keys(Query(segment="active", filters={"dept": str(department)})))

    def listed(self) -> Sequence[DirectoryRow]:
        """Return the whole directory, branch by branch and department by department, in the order set by hand."""
        return self.rows(self.keys(Query(segment="active")))

    def places(self) -> Sequence[Place]:
        """Return every department, in the order set by hand; a closed one only while something stands in it."""
        found = execute(
            self._desk.database,
            """
            SELECT branch.id, branch.name, department.id, department.name, count(directory_entry.id) AS entries
            FROM department JOIN branch ON branch.id = department.branch_id
            LEFT JOIN directory_entry ON directory_entry.department_id = department.id
                 AND directory_entry.state = 'active'
            GROUP BY department.id HAVING entries > 0 OR (department.closed_on IS NULL AND branch.closed_on IS NULL)
            ORDER BY branch.sort_order, branch.id, department.sort_order, department.name_key, department.id
            """,
        )
        return [Place(*one) for one in found]

    def of_staff(self, staff: int) -> int | None:
        """Return the id of a person's entry, or None."""
        sql = "SELECT id FROM directory_entry WHERE staff_id = ? AND state = 'active' ORDER BY id LIMIT 1"
        found = execute(self._desk.database, sql, (staff,)).fetchone()
        return int(found[0]) if found else None

    def with_number(self, kind: str, number: str) -> Sequence[int]:
        """Return the ids of the entries listed under a number."""
        sql = (
            "SELECT DISTINCT n.entry_id FROM directory_number n JOIN directory_entry e ON e.id = n.entry_id "
            "WHERE n.kind = ? AND n.number = ? AND e.state = 'active' ORDER BY n.entry_id"
        )
        return [entry for (entry,) in execute(self._desk.database, sql, (kind, number))]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the branches, or the departments, with their branch where two have one name."""
        places = self.places()
        if filter_key == "branch":
            return [Choice(str(key), name) for key, name in {p.branch: p.branch_name for p in places}.items()]
        names = Counter(place.name for place in places)
        return [
            Choice(
                str(place.department), f"{place.branch_name} / {place.name}" if names[place.name] > 1 else place.name
            )
            for place in places
        ]

    def lines_of(self, record: int) -> Sequence[LineRow]:
        """Return the lines an entry's numbers belong to, that of its extension first; removed ones left out."""
        return self.lines.rows(list(self._lines([record]).get(record, ())))

    def _lines(self, ids: Sequence[int]) -> Mapping[int, Sequence[int]]:
        """Return the lines of entries; a line is found by its number, so that neither register can be behind."""
        found: dict[int, dict[int, None]] = {}
        for part in _parts(ids):
            sql = _LINES.replace("{marks}", ", ".join("?" * len(part)))
            for record, line, _rank, _place in execute(self._desk.database, sql, [*part, *part]):
                found.setdefault(record, {})[line] = None
        return {record: list(lines) for record, lines in found.items()}

    def _with_lines(self, rows: Sequence[DirectoryRow], lines: Mapping[int, Sequence[int]]) -> Sequence[DirectoryRow]:
        first = {record: of_entry[0] for record, of_entry in lines.items()}
        known = {line.id: line for line in self.lines.rows(list(first.values()))}
        return [_with_line(row, known[first[row.id]]) if row.id in first else row for row in rows]

    def _numbers(self, ids: Sequence[int]) -> Mapping[int, Mapping[str, str]]:
        found: dict[int, dict[str, list[str]]] = {}
        for record, kind, number in self._number_rows(ids):
            found.setdefault(record, {}).setdefault(kind, []).append(number)
        return {record: {kind: BETWEEN.join(each) for kind, each in kinds.items()} for record, kinds in found.items()}

    def _number_rows(self, ids: Sequence[int]) -> Iterator[tuple[int, str, str]]:
        for part in _parts(ids):
            marks = ", ".join("?" * len(part))
            yield from execute(
                self._desk.database,
                f"SELECT entry_id, kind, number FROM directory_number WHERE entry_id IN ({marks}) "  # noqa: S608  (marks alone)
                "ORDER BY entry_id, sort_order, id",
                part,
            )


def _parts(ids: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), CHUNK):
        yield list(ids[start : start + CHUNK])


def _with_line(row: DirectoryRow, line: LineRow) -> DirectoryRow:
    return replace(
        row,
        line=line.id,
        line_state=line.state,
        rights=line.rights_keys,
        rights_text=line.rights_text,
        boxes=line.boxes,
    )


def _with_numbers(row: DirectoryRow, numbers: Mapping[str, str]) -> DirectoryRow:
    own = numbers.get("mobile", "")
    others: dict[str, Any] = {kind: numbers[kind] for kind in KINDS if kind != "mobile" and kind in numbers}
    return replace(row, mobile=own or row.mobile, own_mobile=bool(own), **others) if numbers else row

"""How an entry is written: its row, its numbers, what it was before, and what it is found by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import area_of, phone_shown
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.directory.entries import BETWEEN, Difference, differences, flat
from desk_mailadmin.registers.directory.listing import DirectoryListing, DirectoryRow
from desk_mailadmin.registers.directory.model import DirectoryItem, DirectoryNumber
from desk_mailadmin.registers.directory.rules import DIRECT, FAX, LIFECYCLE, DirectoryEntry, Number, checked
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

_WITHOUT_AREA = (7, 8)
"""How many digits a fixed number has that brings no area code."""

_COLUMNS = ("department_id", "staff_id", "title", "post", "email", "room", "remark", "leader")


class Past(Struct, frozen=True):
    """One line of an entry's history: what changed then; nothing where it was only looked at or printed."""

    seq: int
    at: str
    who: str
    text: str
    changes: tuple[Difference, ...]
    note: str = ""

    @property
    def is_first(self) -> bool:
        """Whether the entry was made then."""
        return any(each.field == "state" and not each.old for each in self.changes)


class DirectoryRecords(DirectoryListing):
    """Entries as they are written within a unit of work."""

    def __init__(self, desk: Desk, departments: DepartmentsService, staff: StaffService, lines: LinesService) -> None:
        super().__init__(desk, departments, lines)
        self._staff = staff
        desk.after_undo("directory_entry", self._index_again)
        staff.followers.append(self._follow_staff)

    def entry(self, record: int) -> DirectoryEntry:
        """Return an entry as it would be entered."""
        found = DirectoryItem.get_by_id(record)
        numbers = tuple(Number(each.kind, each.number) for each in self._numbers_of(record))
        columns = {key: getattr(found, key) for key in ("title", "post", "email", "room", "remark", "leader")}
        return DirectoryEntry(found.department_id, found.staff_id, numbers=numbers, **columns)

    def state(self, record: int) -> str:
        """Return the state of an entry."""
        return str(DirectoryItem.get_by_id(record).state)

    def past(self, record: int) -> tuple[Past, ...]:
        """Return what happened to an entry, newest first, but for what 撤销 took back and its own lines."""
        undone = {
            seq
            for (seq,) in execute(
                self._desk.database,
                "SELECT e.seq FROM history_entry e JOIN work_unit u ON u.seq = e.unit WHERE e.kind = 'directory_entry' "
                "AND e.record = ? AND (u.undone_by IS NOT NULL OR u.action = 'undo')",
                (record,),
            )
        }
        lines = self._desk.journal.history("directory_entry", record)
        return tuple(
            Past(
                line.seq,
                line.at,
                line.who,
                line.text,
                tuple(Difference(*each) for each in line.values.get("changed", ())),
                str(line.values.get("note", "")),
            )
            for line in lines
            if line.seq not in undone
        )

    def worded(self, field: str, value: str) -> str:
        """Return a value of an entry's history as people read it."""
        match field:
            case "department" if value:
                return self.departments.entry(int(value)).name
            case "staff" if value:
                return self._staff.row(int(value)).name
            case "leader":
                return QT_TRANSLATE_NOOP("desk", "是") if value else QT_TRANSLATE_NOOP("desk", "否")
            case "state" if value:
                return LIFECYCLE.state(value).title
            case "direct" | "fax":
                return numbers_shown(value)
            case _:
                return value

    def create_in(
        self, work: UnitOfWork, entry: DirectoryEntry, sentence: str, sort_order: int | None = None, **words: Any
    ) -> int:
        """Write a new entry, the last of its department, and return its id; ``index`` follows."""
        place = self._last_place(entry.department) + 1 if sort_order is None else sort_order
        values = {**_columns(entry), "sort_order": place, "changed_on": self._desk.clock.today()}
        record = _insert(self._desk, "directory_entry", values)
        changed = differences({}, flat(entry))
        work.wrote(
            "directory_entry",
            record,
            sentence,
            after=values,
            undoable=True,
            name=self.name_of(entry),
            changed=_listed(changed),
            **words,
        )
        self._write_numbers(work, record, entry.numbers)
        work.changed("directory")
        return record

    def change_in(
        self,
        work: UnitOfWork,
        record: int,
        entry: DirectoryEntry,
        sentence: str,
        *,
        state: str | None = None,
        on: date | None = None,
        **words: Any,
    ) -> None:
        """Write an entry anew; ``state`` and the day it was removed ``on`` where it leaves or comes back."""
        found, old = DirectoryItem.get_by_id(record), self.entry(record)
        now = state or found.state
        changed = differences(flat(old, found.state), flat(entry, now))
        if not changed:
            return
        before = {**{key: getattr(found, key) for key in (*_COLUMNS, "state", "removed_on", "changed_on")}}
        after = {
            **_columns(entry),
            "state": now,
            "removed_on": on if now == "removed" else None,
            "changed_on": self._desk.clock.today(),
        }
        if entry.department != found.department_id:
            before["sort_order"], after["sort_order"] = found.sort_order, self._last_place(entry.department) + 1
        DirectoryItem.update(after).where(DirectoryItem.id == record).execute()
        work.wrote(
            "directory_entry",
            record,
            sentence,
            before=before,
            after=after,
            undoable=True,
            name=self.name_of(entry),
            changed=_listed(changed),
            **words,
        )
        if old.numbers != entry.numbers:
            self._drop_numbers(work, record)
            self._write_numbers(work, record, entry.numbers)
        self.index([record])
        work.changed("directory")

    def name_of(self, entry: DirectoryEntry) -> str:
        """Return how an entry is called: the person's name, or the shared set's."""
        return entry.title if entry.staff is None else self._staff.row(entry.staff).name

    def checked(self, entry: DirectoryEntry, record: int | None = None) -> DirectoryEntry:
        """Return an entry fit to keep; raise UserError for a faulty one, or a person who is listed already."""
        entry = checked(self._with_area(entry))
        if entry.staff is not None:
            holder = self.of_staff(entry.staff)
            if holder is not None and holder != record:
                raise UserError(
                    QT_TRANSLATE_NOOP("desk", "{name}已经在通讯录里（{dept}）。"),
                    field="staff",
                    name=self.row(holder).name,
                    dept=self.row(holder).dept,
                )
        return entry

    def _with_area(self, entry: DirectoryEntry) -> DirectoryEntry:
        """Return an entry whose fixed numbers have the area code of its branch, where they bring none."""
        bare = [each for each in entry.numbers if each.kind in (DIRECT, FAX) and len(each.number) in _WITHOUT_AREA]
        if not bare:
            return entry
        area = self.lines.area_code(self.departments.branch_of(entry.department))
        numbers = tuple(
            replace(each, number=f"{area}{each.number}") if each in bare else each for each in entry.numbers
        )
        return replace(entry, numbers=numbers)

    def index(self, records: Sequence[int]) -> None:
        """Make entries findable and sortable as they are now."""
        rows = self.rows(records)
        self._desk.search.put_many("directory_entry", ((row.id, texts_of(row), words_of(row)) for row in rows))
        keys = [(name_sort_key(row.name) if row.staff else sort_key(row.name), row.id) for row in rows]
        for key, record in keys:
            execute(self._desk.database, "UPDATE directory_entry SET name_key = ? WHERE id = ?", (key, record))

    def _follow_staff(self, work: UnitOfWork, people: Sequence[int]) -> None:
        """Find people by their new name, post and mobile; views of the directory are told."""
        records = list(self._of_people(people))
        if records:
            self.index(records)
            work.changed("directory")

    def _of_people(self, people: Sequence[int]) -> Iterable[int]:
        for person in people:
            found = execute(self._desk.database, "SELECT id FROM directory_entry WHERE staff_id = ?", (person,))
            yield from (record for (record,) in found)

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        self.index(records)

    def _numbers_of(self, record: int) -> Sequence[DirectoryNumber]:
        found = DirectoryNumber.select().where(DirectoryNumber.entry_id == record)
        return list(found.order_by(DirectoryNumber.sort_order, DirectoryNumber.id))

    def _write_numbers(self, work: UnitOfWork, record: int, numbers: Sequence[Number]) -> None:
        for place, each in enumerate(numbers):
            values: dict[str, Any] = {"entry_id": record, "kind": each.kind, "number": each.number, "sort_order": place}
            number = _insert(self._desk, "directory_number", values)
            work.wrote(
                "directory_number",
                number,
                QT_TRANSLATE_NOOP("desk", "登记号码 {number}"),
                after=values,
                undoable=True,
                number=each.number,
            )

    def _drop_numbers(self, work: UnitOfWork, record: int) -> None:
        for each in self._numbers_of(record):
            values: dict[str, Any] = {
                "entry_id": record,
                "kind": each.kind,
                "number": each.number,
                "sort_order": each.sort_order,
            }
            work.wrote(
                "directory_number",
                int(each.id),
                QT_TRANSLATE_NOOP("desk", "去掉号码 {number}"),
                before=values,
                undoable=True,
                number=each.number,
            )
            each.delete_instance()

    def _last_place(self, department: int) -> int:
        sql = "SELECT coalesce(max(sort_order), -1) FROM directory_entry WHERE department_id = ?"
        return int(execute(self._desk.database, sql, (department,)).fetchone()[0])


def numbers_shown(text: str) -> str:
    """Return fixed numbers as people read them: 0571-66558040."""
    return BETWEEN.join(phone_shown(number) for number in text.split(BETWEEN))


def texts_of(row: DirectoryRow) -> list[str]:
    """Return what an entry is found by in any part."""
    return [row.name, row.post, row.room, row.remark]


def words_of(row: DirectoryRow) -> list[str]:
    """Return what an entry is found by from its beginning: pinyin, staff number, numbers, last four digits, address."""
    codes = [row.emp_no, row.extension, row.short]
    spread = [part for code in codes for part in code.split(BETWEEN) if part]
    local = [number.removeprefix(area_of(number)) for text in (row.direct, row.fax) for number in text.split(BETWEEN)]
    return [*search_words(row.name, [*spread, *local], [row.mobile, row.direct, row.fax]), row.email]


def _columns(entry: DirectoryEntry) -> dict[str, Any]:
    return {
        "department_id": entry.department,
        "staff_id": entry.staff,
        "title": entry.title,
        "post": entry.post,
        "email": entry.email,
        "room": entry.room,
        "remark": entry.remark,
        "leader": entry.leader,
    }


def _insert(desk: Desk, table: str, values: Mapping[str, Any]) -> int:
    """Insert a row by plain SQL (peewee would build the same statement anew for each of an import)."""
    stored = [value.isoformat() if isinstance(value, date) else value for value in values.values()]
    marks = ", ".join("?" * len(values))
    sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"  # noqa: S608  (our own names)
    return execute(desk.database, sql, stored).lastrowid or 0


def _listed(changes: Sequence[Difference]) -> list[list[str]]:
    return [[change.field, change.old, change.new] for change in changes]

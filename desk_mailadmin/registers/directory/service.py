"""What happens to the directory: entry, change, order, comparison with the personnel register."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import State
from desk_mailadmin.kernel.tree_view import Picked, Progress, Tier
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.directory.deeds import DirectorySlips
from desk_mailadmin.registers.directory.entries import before_all, entry_of, flat, plain_texts, read_numbers, with_plain
from desk_mailadmin.registers.directory.listing import DirectoryRow, Related
from desk_mailadmin.registers.directory.model import DirectoryItem
from desk_mailadmin.registers.directory.proposals import behind
from desk_mailadmin.registers.directory.records import numbers_shown
from desk_mailadmin.registers.directory.rules import DIALLED, EXTENSION, LIFECYCLE, Behind, DirectoryEntry, Number
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import scalar
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

_ENTERED = QT_TRANSLATE_NOOP("desk", "登记通讯录：{name}")
_CHANGED = QT_TRANSLATE_NOOP("desk", "修改通讯录：{name}")


class DirectoryService(DirectorySlips):
    """The directory: people and shared sets with their numbers (002/4.五).

    What an edition adds to its tab is put in by the register above: ``confirmations`` gives the state of a department's
    confirmation, ``progress`` how many confirmed, ``tiers`` the papers, ``editions`` the combo and ``pick_edition``
    what choosing there does. Registers above name a person's papers in ``papers``, and the things he holds in ``held``.
    """

    def __init__(self, desk: Desk, departments: DepartmentsService, staff: StaffService, lines: LinesService) -> None:
        super().__init__(desk, departments, staff, lines)
        self.papers: list[Callable[[int], Sequence[Related]]] = []
        self.held: list[Callable[[int], Sequence[Related]]] = []
        self.confirmations: Callable[[], Mapping[int, State]] = dict
        self.progress: Callable[[], Progress | None] = lambda: None
        self.tiers: Callable[[], Sequence[Tier]] = tuple
        self.editions: Callable[[], Picked | None] = lambda: None
        self.pick_edition: Callable[[str], None] = lambda _key: None

    # entering

    def add(self, entry: DirectoryEntry) -> int:
        """Enter a person or a shared set and return the id; raise UserError for a faulty entry or one that is there."""
        with self._desk.work("directory.add") as work:
            return self.add_in(work, entry)

    def add_in(self, work: UnitOfWork, entry: DirectoryEntry) -> int:
        """Enter one within a transaction that is already open."""
        record = self.create_in(work, self.checked(entry), _ENTERED)
        self.index([record])
        return record

    def import_all(
        self,
        work: UnitOfWork,
        new: Sequence[DirectoryEntry],
        changed: Mapping[int, DirectoryEntry] | None = None,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> list[int]:
        """Enter many at once and change others (an import); return the new ids. Raises UserError as ``add`` does.

        The new ones stand in their departments in the order given, after those that are there.
        """
        records: list[int] = []
        places: dict[int, int] = {}
        for done, given in enumerate(new, 1):
            entry = self.checked(given)
            place = places.get(entry.department, self._last_place(entry.department)) + 1
            places[entry.department] = place
            records.append(self.create_in(work, entry, _ENTERED, place))
            progress(done)
        for done, (record, entry) in enumerate((changed or {}).items(), len(new) + 1):
            self.edit_in(work, record, entry)
            progress(done)
        self.index(records)
        work.changed("directory")
        return records

    def edit(self, record: int, entry: DirectoryEntry) -> None:
        """Change an entry; raise UserError as ``add`` does. A change of numbers others must hear of takes a slip."""
        with self._desk.work("directory.edit") as work:
            self.edit_in(work, record, entry)

    def edit_in(self, work: UnitOfWork, record: int, entry: DirectoryEntry) -> None:
        """Change an entry within a transaction that is already open."""
        self.change_in(work, record, self.checked(entry, record), _CHANGED)

    def remove(self, record: int, on: date) -> None:
        """Take an entry out of the directory; it stays known, with its history."""
        with self._desk.work("directory.remove") as work:
            self.remove_in(work, record, on)

    def remove_in(self, work: UnitOfWork, record: int, on: date) -> None:
        """Take an entry out within a transaction that is already open."""
        LIFECYCLE.check(self.state(record), "removed")
        sentence = QT_TRANSLATE_NOOP("desk", "{name}移出通讯录")
        self.change_in(work, record, self.entry(record), sentence, state="removed", on=on)

    def put_back(self, record: int) -> None:
        """List an entry again that was taken out; raise UserError where the person is listed elsewhere by now."""
        LIFECYCLE.check(self.state(record), "active")
        with self._desk.work("directory.put_back") as work:
            entry = self.checked(self.entry(record), record)
            self.change_in(work, record, entry, QT_TRANSLATE_NOOP("desk", "{name}恢复到通讯录"), state="active")

    def move(self, record: int, by: int) -> bool:
        """Put an entry as many places further down (up, where negative) in its department; False at its end."""
        department = self.row(record).department_id
        order = [row.id for row in self.entries_of(department)]
        if record not in order:
            raise UserError(QT_TRANSLATE_NOOP("desk", "已经移出通讯录，没有次序。"))
        place = min(max(order.index(record) + by, 0), len(order) - 1)
        order.remove(record)
        order.insert(place, record)
        with self._desk.work("directory.order") as work:
            return self._number_in(work, order, record)

    def _number_in(self, work: UnitOfWork, order: Sequence[int], moved: int) -> bool:
        places = {each.id: each.sort_order for each in DirectoryItem.select().where(DirectoryItem.id.in_(list(order)))}
        others = {record: place for place, record in enumerate(order) if places[record] != place}
        for record, place in sorted(others.items(), key=lambda one: one[0] != moved):  # the one that was meant is told
            before, after = {"sort_order": places[record]}, {"sort_order": place}
            DirectoryItem.update(after).where(DirectoryItem.id == record).execute()
            sentence = QT_TRANSLATE_NOOP("desk", "调整通讯录次序")
            work.wrote("directory_entry", record, sentence, before=before, after=after, undoable=True)
            work.changed("directory")
        return bool(others)

    def add_plain(self, data: Mapping[str, Any]) -> int:
        """Enter from plain data: a person by emp_no, or a shared set by title, dept and branch; return the id.

        Raises UserError for whom the desk does not know.
        """
        texts = plain_texts(data)
        with self._desk.work("directory.add") as work:
            entry = self._plain_place(work, texts)
            return self.add_in(work, with_plain(entry, data))

    def _plain_place(self, work: UnitOfWork, texts: Mapping[str, str]) -> DirectoryEntry:
        staff = self._meant(texts)
        if texts.get("dept"):
            branch = texts.get("branch") or self.departments.headquarters_name()
            return DirectoryEntry(self.departments.ensure_in(work, branch, texts["dept"]), staff)
        if staff is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "公用电话要写部门。"), field="dept")
        return DirectoryEntry(self._staff.department_of(staff), staff)

    def _meant(self, texts: Mapping[str, str]) -> int | None:
        if texts.get("emp_no"):
            found = self._staff.numbered(texts["emp_no"])
            if found is None:
                raise UserError(
                    QT_TRANSLATE_NOOP("desk", "没有工号 {emp_no} 的人员。"), field="emp_no", emp_no=texts["emp_no"]
                )
            return found
        if not texts.get("name"):
            return None
        people = self._staff.named(texts["name"])
        if len(people) != 1:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "在职人员里叫“{name}”的有 {count} 人，写工号。"),
                field="name",
                name=texts["name"],
                count=len(people),
            )
        return people[0]

    # what leaves

    def snapshot(self) -> str:
        """Return the directory as it stands now, as JSON: a list of entries in their order, plain texts by name."""
        keys = ("branch", "dept", "emp_no", "name", "post", "extension", "direct", "short", "mobile", "fax", "email")
        rows = [
            {
                **{key: getattr(row, key) for key in (*keys, "room", "remark", "leader", "id", "department_id")},
                "shared": row.is_shared,
            }
            for row in self.listed()
        ]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of an entry."""
        row = self.row(record)
        facts = (
            Fact("部门", f"{row.branch} / {row.dept}"),
            Fact("工号", row.emp_no),
            Fact("职务", row.post),
            Fact("分机", row.extension),
            Fact("直线", numbers_shown(row.direct), personal=row.leader, in_full=DIALLED),
            Fact("短号", row.short),
            Fact("手机", row.mobile, personal=True, in_full=DIALLED),
            Fact("传真", numbers_shown(row.fax)),
            Fact("权限", row.rights_text),
            Fact("邮箱", row.email),
            Fact("位置", row.room),
            Fact("备注", row.remark),
        )
        known = tuple(fact for fact in facts if fact.value)
        history = self.history("directory_entry", record)
        return Detail(
            row.shown_name, f"{row.dept}　{row.post}".strip(), LIFECYCLE.state(row.state), known, history=history
        )

    # following the personnel register (002/4.五.2)

    def behind(self) -> Sequence[Behind]:
        """Return who the directory does not follow: who left, who moved, who is missing."""
        return behind(self._desk)

    def follow(self, record: int) -> str:
        """Do what the personnel register says of a person's entry: take it out, or put it into the new department.

        Returns what was done, ``left`` or ``moved``; raises UserError where there is nothing to do.
        """
        with self._desk.work("directory.follow") as work:
            done = self._follow_in(work, record)
        if not done:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这一条与花名册一致，不用更正。"))
        return done

    def follow_all(self, new: Sequence[int] = ()) -> int:
        """Let every entry follow, and list these people who are missing, as one unit; return how many changed."""
        with self._desk.work("directory.follow_all", batch=True) as work:
            records = [each.record for each in self.behind() if each.record is not None]
            for record in records:
                self._follow_in(work, record)
            self.import_all(work, [self.proposed(staff) for staff in new])
            return len(records) + len(new)

    def _follow_in(self, work: UnitOfWork, record: int) -> str:
        row = self.row(record)
        if row.follows == "left":
            left_on = self._staff.row(row.staff or 0).left_on or self._desk.clock.today()
            self.remove_in(work, record, left_on)
        elif row.follows == "moved":
            entry = replace(self.entry(record), department=row.staff_department)
            sentence = QT_TRANSLATE_NOOP("desk", "{name}随花名册调到{dept}")
            dept = self.departments.entry(row.staff_department).name
            self.change_in(work, record, entry, sentence, dept=dept, note=QT_TRANSLATE_NOOP("desk", "随花名册"))
        return row.follows

    def proposed(self, staff: int) -> DirectoryEntry:
        """Return the entry of a person as the personnel register has it: department and extension."""
        extension = self._staff.row(staff).extension
        numbers = tuple(Number(EXTENSION, each) for each in _readable(extension))
        return DirectoryEntry(self._staff.department_of(staff), staff, numbers=numbers)

    def numbered(self, number: str) -> int | None:
        """Return the id of the entry whose change slip has that number, or None."""
        slip = self.slip_numbered(number)
        return None if slip is None else self.slip(slip).entry

    def is_kept(self) -> bool:
        """Say whether the directory has been begun: an empty one is behind with nobody."""
        return bool(self.first())

    def first(self) -> int:
        """Return the id of any entry that is listed, 0 for none."""
        found = scalar(self._desk.database, "SELECT id FROM directory_entry WHERE state = 'active' LIMIT 1")
        return int(found or 0)

    def names(self, people: Sequence[int], most: int = 4) -> str:
        """Return the names of some people, and that there are more."""
        return "、".join(self._staff.row(each).name for each in people[:most]) + ("…" if len(people) > most else "")

    def new_department(self, row: DirectoryRow) -> str:
        """Return the department the personnel register has a person in."""
        return self.departments.entry(row.staff_department).name

    # what it was

    def before(self, record: int, seq: int, field: str = "") -> DirectoryEntry:
        """Return an entry as it was before the change of that journal number, or with that field alone as it was."""
        now = flat(self.entry(record))
        later = [line.changes for line in self.past(record) if line.seq >= seq]
        then = before_all(now, later)
        kept = {"staff": now["staff"], "state": now["state"]}
        return entry_of({**then, **kept} if not field else {**now, field: then[field]})

    def slip_papers(self, record: int) -> Sequence[Related]:
        """Return the change slips of an entry as its papers."""
        return [Related(slip.number, slip.what, slip.slip.changed_at.date(), slip.words) for slip in self.slips(record)]

    @property
    def who(self) -> str:
        """Who works at the desk."""
        return self._desk.who

    def today(self) -> date:
        """Return the office's day."""
        return self._desk.clock.today()


def _readable(extension: str) -> Sequence[str]:
    """Return the extensions of a text that hold; a roster may have anything there."""
    try:
        return read_numbers(EXTENSION, extension)
    except UserError:
        return ()

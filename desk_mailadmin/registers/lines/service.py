"""What happens to telephone lines: entered, changed, handed on, stopped and opened again, removed (002/7.1, 9.3)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.lines.deeds import (
    assign_in,
    close_in,
    columns_of,
    correct_rights_in,
    grant_in,
    insert_in,
    update_in,
    withdraw_in,
)
from desk_mailadmin.registers.lines.entries import LONGEST, LONGEST_REMARK, LineEntry, checked, values_from
from desk_mailadmin.registers.lines.model import Line, LineNote
from desk_mailadmin.registers.lines.records import LinesRecords
from desk_mailadmin.registers.lines.rules import (
    LIFECYCLE,
    NOTE_KINDS,
    RIGHTS,
    Right,
    check_stop,
    checked_rights,
    rights_words,
)
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork


class LinesService(LinesRecords):
    """Telephone lines: what each is, whose, what it may do and cost (002/1.一, 7.1, 9.3).

    ``panel`` composes what the side panel shows. ``followers`` are told, in the same transaction, which paper's line
    was opened again and when. ``confirmed`` names the questions the clerk said yes to: what speaks against a line by
    the office's own checks is asked before it is kept (M1-2).
    """

    def __init__(
        self,
        desk: Desk,
        departments: DepartmentsService,
        staff: StaffService,
        panel: Callable[[LinesService, int], Detail],
    ) -> None:
        super().__init__(desk, departments)
        self._staff = staff
        self._panel = panel
        self.followers: list[Callable[[UnitOfWork, str, date], None]] = []
        desk.after_undo("line", self._index_again)

    # entering

    def add(self, entry: LineEntry, confirmed: Collection[str] = frozenset()) -> int:
        """Enter a line; raise UserError for a faulty entry, or an extension or number that another line has.

        Raises NeedsConfirmation for what speaks against it.
        """
        with self._desk.work("line.add") as work:
            record = self.add_in(work, entry)
            self._ask(record, confirmed)
        return record

    def add_in(self, work: UnitOfWork, entry: LineEntry) -> int:
        """Enter a line within a transaction that is open already."""
        entry = self._checked(entry, None)
        record = insert_in(work, self._columns(entry), entry.rights, entry.since)
        self._told(work, record)
        return record

    def add_all(
        self, work: UnitOfWork, entries: Sequence[LineEntry], progress: Callable[[int], None] = lambda _done: None
    ) -> list[int]:
        """Enter many lines at once (an import) and return their ids; UserError as ``add``, with nothing kept."""
        areas: dict[int, str] = {}
        records = []
        for done, given in enumerate(entries, 1):
            if given.branch not in areas:
                areas[given.branch] = self.area_code(given.branch)
            entry = checked(given, areas[given.branch])
            self._refuse_taken(entry, None)
            records.append(insert_in(work, self._columns(entry), entry.rights, entry.since))
            progress(done)
        self.index(records)
        work.changed("lines")
        return records

    def edit(
        self, record: int, entry: LineEntry, from_on: date | None = None, confirmed: Collection[str] = frozenset()
    ) -> None:
        """Change a line; UserError and NeedsConfirmation as ``add``.

        ``from_on`` is from when number, extension and holder are these; None says that they were wrong before.
        """
        standing = {concern.key for concern in self.row(record).concerns}
        with self._desk.work("line.edit") as work:
            self.edit_in(work, record, entry, from_on)
            self._ask(record, {*standing, *confirmed})

    def edit_in(self, work: UnitOfWork, record: int, entry: LineEntry, from_on: date | None = None) -> None:
        """Change a line within a transaction that is open already."""
        entry = self._checked(entry, record)
        self._refuse_removed(record)
        values = self._columns(entry)
        update_in(work, record, values, QT_TRANSLATE_NOOP("desk", "修改线路"))
        assign_in(work, record, values, from_on)
        correct_rights_in(work, record, entry.rights)
        self._told(work, record)

    def entry(self, record: int) -> LineEntry:
        """Return a line as it would be entered."""
        found = Line.get_by_id(record)
        own = {key: getattr(found, key) for key in LineEntry.__struct_fields__ if hasattr(found, key)}
        own |= {"branch": found.branch_id, "department": found.department_id, "staff": found.staff_id}
        return LineEntry(**{**own, "rights": self.rights_of([record]).get(record, ())})

    def entry_from(self, data: dict[str, Any]) -> LineEntry:
        """Return the line that plain data describe (``record line``); UserError for a name nobody knows."""
        values = values_from(data)
        branch = self._branch_named(str(data.get("branch", "")))
        number = str(data.get("emp_no", ""))
        staff = self._staff.numbered(number) if number else None
        if number and staff is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有工号 {emp_no} 这个人。"), field="emp_no", emp_no=number)
        dept = str(data.get("dept", ""))
        department = self._departments.named(branch, dept) if dept else None
        if dept and department is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{dept}”这个部门。"), field="dept", dept=dept)
        if department is None and staff is not None:
            department = self._staff.department_of(staff)
        return LineEntry(branch=branch, department=department, staff=staff, **values)

    # its life

    def assign(self, record: int, staff: int | None, department: int, from_on: date, **changed: Any) -> None:
        """Hand a line on to a person (None: the department's head) from a day on.

        ``changed`` may hold its ``number``, ``extension``, ``place``, ``label`` and ``rank`` from then on.
        """
        entry = replace(self.entry(record), staff=staff, department=department, **changed)
        self.edit(record, entry, from_on)

    def stop(self, record: int, on: date, *, keep_until: date | None = None, reopen_on: date | None = None,
             reason: str = "", paper: str = "") -> None:  # fmt: skip
        """Stop a line; its number is kept until a day, and it is to be opened again on another (002/12.九)."""
        with self._desk.work("line.stop") as work:
            self.stop_in(work, record, on, keep_until=keep_until, reopen_on=reopen_on, reason=reason, paper=paper)

    def stop_in(self, work: UnitOfWork, record: int, on: date, *, keep_until: date | None = None,
                reopen_on: date | None = None, reason: str = "", paper: str = "") -> None:  # fmt: skip
        """Stop a line within a transaction that is open already; ``paper`` is what ordered it."""
        LIFECYCLE.check(self.row(record).state, "stopped")
        check_stop(on, keep_until, reopen_on)
        reason = checked_text(reason, QT_TRANSLATE_NOOP("desk", "停机原因"), "reason")
        if not reason:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写停机原因。"), field="reason")
        after = {"state": "stopped", "stopped_on": on, "keep_until": keep_until, "reopen_on": reopen_on,
                 "stop_reason": reason, "stop_paper": paper}  # fmt: skip
        update_in(work, record, after, QT_TRANSLATE_NOOP("desk", "停机：{reason}"), reason=reason)
        self._told(work, record)

    def reopen(self, record: int, on: date) -> None:
        """Open a stopped line again (复机)."""
        with self._desk.work("line.reopen") as work:
            self.reopen_in(work, record, on)

    def reopen_in(self, work: UnitOfWork, record: int, on: date) -> None:
        """Open a stopped line again within a transaction that is open already."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "active")
        if row.stopped_on and on < row.stopped_on:
            raise UserError(QT_TRANSLATE_NOOP("desk", "复机日期早于停机日期 {on}。"), field="on", on=row.stopped_on)
        after = {"state": "active", "stopped_on": None, "keep_until": None, "reopen_on": None, "stop_reason": "",
                 "stop_paper": ""}  # fmt: skip
        paper = str(Line.get_by_id(record).stop_paper)
        update_in(work, record, after, QT_TRANSLATE_NOOP("desk", "{on} 复机"), on=on)
        self._told(work, record)
        for follow in self.followers if paper else ():
            follow(work, paper, on)

    def remove(self, record: int, on: date, reason: str = "") -> None:
        """Remove a line; its number and extension may be given out again, its past stays."""
        with self._desk.work("line.remove") as work:
            self.remove_in(work, record, on, reason)

    def remove_in(self, work: UnitOfWork, record: int, on: date, reason: str = "") -> None:
        """Remove a line within a transaction that is open already."""
        LIFECYCLE.check(self.row(record).state, "removed")
        reason = checked_text(reason, QT_TRANSLATE_NOOP("desk", "拆机原因"), "reason")
        sentence = QT_TRANSLATE_NOOP("desk", "{on} 拆机{reason}")
        said = f"：{reason}" if reason else ""
        update_in(work, record, {"state": "removed", "removed_on": on}, sentence, on=on, reason=said)
        close_in(work, record, on)
        self._told(work, record)

    # rights

    def give(
        self,
        record: int,
        rights: Sequence[Right],
        *,
        instead: bool = False,
        confirmed: Collection[str] = frozenset(),
        on: date | None = None,
    ) -> None:
        """Give a line rights, each from when until when.

        ``instead`` ends the lasting ones that are not named: from the day on which the first of the others begins,
        else from ``on`` (None: today).
        """
        standing = {concern.key for concern in self.row(record).concerns}
        with self._desk.work("line.give") as work:
            self.give_in(work, record, rights, instead=instead, on=on)
            self._ask(record, {*standing, *confirmed})

    def give_in(
        self,
        work: UnitOfWork,
        record: int,
        rights: Sequence[Right],
        *,
        instead: bool = False,
        on: date | None = None,
    ) -> None:
        """Give a line rights within a transaction that is open already."""
        self._refuse_removed(record)
        given = checked_rights(rights)
        paper = given[0].application if given else ""
        day = min((right.from_on for right in given if right.from_on), default=on or self._desk.clock.today())
        if instead:
            named = {right.key for right in given}
            others = [kind.key for kind in RIGHTS if kind.key not in named]
            withdraw_in(work, record, others, day, paper, lasting=True)
        held = self.rights_of([record]).get(record, ())
        for right in given:
            if not any(one.covers(right) for one in held):
                grant_in(work, record, right)
        self._told(work, record)
        self._say(work, record, QT_TRANSLATE_NOOP("desk", "开通权限 {rights}"), given)

    def withdraw(self, record: int, keys: Sequence[str], on: date, paper: str = "") -> None:
        """Take rights away from a day on."""
        with self._desk.work("line.withdraw") as work:
            self.withdraw_in(work, record, keys, on, paper)

    def withdraw_in(
        self,
        work: UnitOfWork,
        record: int,
        keys: Sequence[str],
        on: date,
        paper: str = "",
        only: str | None = None,
    ) -> None:
        """Take rights away within a transaction that is open already; ``only`` those that one application gave."""
        withdraw_in(work, record, keys, on, paper, only=only)
        self._told(work, record)
        self._say(work, record, QT_TRANSLATE_NOOP("desk", "关闭权限 {rights}"), [Right(key) for key in keys])

    def note(self, record: int, on: date, kind: str, text: str, by: str = "") -> None:
        """Keep a note: upkeep, supervision, why somebody could not be reached (002/4.2, 002/5.二)."""
        text = checked_text(text, QT_TRANSLATE_NOOP("desk", "记录"), "text", LONGEST_REMARK)
        by = checked_line(by, QT_TRANSLATE_NOOP("desk", "经办人"), "by_whom", LONGEST)
        if not text:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写内容。"), field="text")
        if kind not in NOTE_KINDS:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有这一类记录。"), field="kind")
        if on > self._desk.clock.today():
            raise UserError(QT_TRANSLATE_NOOP("desk", "日期还没有到。"), field="on_day")
        values: dict[str, Any] = {"line_id": record, "on_day": on, "kind": kind, "text": text, "by_whom": by}
        with self._desk.work("line.note") as work:
            made = LineNote.create(**values)
            sentence = QT_TRANSLATE_NOOP("desk", "{what}：{text}")
            title = NOTE_KINDS[kind]
            work.wrote("line_note", made.id, title, after=values, undoable=True)
            work.wrote("line", record, sentence, undoable=True, what=title, text=text)
            work.changed("lines")

    def meant(self, staff: int, number: str) -> int | None:
        """Return the line that somebody's paper names by an extension of their unit or a number; None for none."""
        branch = self._staff.branch_of(staff)
        found = self.extension_line(branch, number)
        return found if found is not None else self.extension_line(branch, f"{self.area_code(branch)}{number}")

    def department_of(self, staff: int) -> int:
        """Return the department a person belongs to."""
        return self._staff.department_of(staff)

    def branch_of(self, department: int) -> int:
        """Return the unit of a department."""
        return self._departments.branch_of(department)

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a line."""
        return self._panel(self, record)

    # what every deed shares

    def _ask(self, record: int, confirmed: Collection[str]) -> None:
        """Raise NeedsConfirmation for the first thing that speaks against a line and nobody said yes to."""
        for concern in self.row(record).concerns:
            if concern.key not in confirmed:
                raise NeedsConfirmation(concern.key, concern.template, **concern.values)

    def _checked(self, entry: LineEntry, record: int | None) -> LineEntry:
        entry = checked(entry, self.area_code(entry.branch))
        if entry.department is not None and self._departments.branch_of(entry.department) != entry.branch:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这个部门不属于所选单位。"), field="dept")
        self._refuse_taken(entry, record)
        return entry

    def _refuse_taken(self, entry: LineEntry, record: int | None) -> None:
        for field, mine in (
            ("extension", (Line.extension == entry.extension) & (Line.branch == entry.branch)),
            ("number", Line.number == entry.number),
        ):
            number = getattr(entry, field)
            taken = mine & (Line.state != "removed") & (Line.id != (record or 0))
            found = Line.get_or_none(taken) if number else None
            if found is not None:
                row = self.row(found.id)
                template = QT_TRANSLATE_NOOP("desk", "{number} 已经是{holder}（{place}）的线路。")
                place, shown = row.dept or row.branch, phone_shown(number)
                holder = row.label or row.holder
                raise UserError(template, field=field, number=shown, holder=holder, place=place)

    def _refuse_removed(self, record: int) -> None:
        if self.row(record).state == "removed":
            raise UserError(QT_TRANSLATE_NOOP("desk", "这条线路已经拆机，只能查看。"))

    def _columns(self, entry: LineEntry) -> dict[str, Any]:
        name = self._staff.row(entry.staff).name if entry.staff is not None else ""
        return {**columns_of(entry), "holder_key": name_sort_key(name) if name else sort_key(entry.label)}

    def _branch_named(self, name: str) -> int:
        wanted = name or self._departments.headquarters_name()
        for number, known in self._departments.branches():
            if known == wanted:
                return number
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{branch}”这个单位。"), field="branch", branch=wanted)

    def _told(self, work: UnitOfWork, record: int) -> None:
        self.index([record])
        work.changed("lines")

    def _say(self, work: UnitOfWork, record: int, sentence: str, rights: Sequence[Right]) -> None:
        """Note in the line's own history what the rows of its rights say of themselves."""
        words = "、".join(rights_words(rights))
        work.wrote("line", record, sentence, undoable=True, rights=words)

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        self.index(records)

    def index(self, records: Sequence[int]) -> None:
        """Make lines findable by people, label, department, place and any number's beginning or last four digits."""
        self._desk.search.put_many(
            "line",
            (
                (
                    row.id,
                    [row.name, row.label, row.dept, row.place],
                    search_words(row.name, [row.emp_no], [row.number, row.extension, row.short_number]),
                )
                for row in self.rows(records)
            ),
        )

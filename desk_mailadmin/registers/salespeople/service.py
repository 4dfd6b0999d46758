"""What happens to the people who sell by telephone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.entered import plain, plain_day, plain_whole
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.registers.salespeople.model import Salesperson
from desk_mailadmin.registers.salespeople.rules import (
    EXPERIENCE,
    FAXES,
    LIFECYCLE,
    MINUTES,
    NEW_FAXES,
    NEW_FOR,
    NEW_MINUTES,
    NOTHING,
    Figures,
    SalespersonEntry,
    Target,
    checked,
    target,
)
from desk_mailadmin.registers.staff.rules import person_of
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, SqlListing
from desk_mailadmin.store.work import UnitOfWork

_SOURCE = ListingSource(
    kind="salesperson",
    table="salesperson",
    unit=OF_STAFF,
    joins="JOIN staff ON staff.id = salesperson.staff_id",
    orders={
        "name": "staff.name_key",
        "dept": "staff.department_id, staff.name_key",
        "joined": "salesperson.joined_on",
        "state": "salesperson.state, staff.name_key",
    },
    default_order="salesperson.state, staff.department_id, staff.name_key",
    segments={
        "active": "salesperson.state = 'active'",
        "ended": "salesperson.state = 'ended'",
        "all": "1 = 1",
    },
    filters={"dept": "staff.department_id = {value}"},
)

_SELECT = """
    SELECT salesperson.id, salesperson.state, salesperson.staff_id, staff.name, coalesce(staff.emp_no, ''),
           department.name, staff.extension, staff.state = 'active', salesperson.since, salesperson.joined_on,
           salesperson.earlier_months, salesperson.ended_on, salesperson.remark
    FROM salesperson
    JOIN staff ON staff.id = salesperson.staff_id
    JOIN department ON department.id = staff.department_id
"""


class SalespersonRow(Struct, frozen=True):
    """Somebody who sells by telephone, as lists show it; ``target`` is what is expected of them today."""

    id: int
    state: str
    staff: int
    name: str
    emp_no: str
    dept: str
    extension: str
    in_office: bool
    since: date
    joined_on: date
    earlier_months: int
    ended_on: date | None
    remark: str
    target: Target = NOTHING


class SalespeopleService(SqlListing[SalespersonRow]):
    """The people of the sales departments whose calls and faxes are counted (002/2.一, M1-3)."""

    def __init__(self, desk: Desk, staff: StaffService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk, self._staff = desk, staff
        desk.after_undo("salesperson", self._index_again)

    def add(self, entry: SalespersonEntry) -> int:
        """Have somebody's calls and faxes counted; raise UserError where they are, or for a faulty entry."""
        return self.add_all([entry])[0]

    def add_all(self, entries: Sequence[SalespersonEntry]) -> list[int]:
        """Have several people's calls and faxes counted, all or none; raise UserError as ``add`` does."""
        with self._desk.work("salesperson.add") as work:
            return [self._add_in(work, entry) for entry in entries]

    def enter_plain(self, data: Mapping[str, Any]) -> int:
        """Add somebody from plain data (``emp_no`` or ``name`` says whom); raise UserError as ``add`` does."""
        known = {"emp_no", "name", "since", "joined_on", "earlier_months", "remark"}
        for key in data:
            if key not in known:
                raise UserError(QT_TRANSLATE_NOOP("desk", "销售人员没有“{key}”这一项。"), field=str(key), key=key)
        emp_no, name, remark = (plain(data.get(key), key, key) for key in ("emp_no", "name", "remark"))
        staff = person_of(emp_no, name, self._staff)
        since = plain_day(data.get("since"), QT_TRANSLATE_NOOP("desk", "起始日期"), "since")
        joined = data.get("joined_on")
        entry = self.proposed(staff, since)
        earlier = plain_whole(data.get("earlier_months", 0), "earlier_months", "earlier_months")
        if joined is not None:
            entry = replace(
                entry, joined_on=plain_day(joined, QT_TRANSLATE_NOOP("desk", "入司日期"), "joined_on"), since=since
            )
        return self.add(replace(entry, earlier_months=earlier, remark=remark))

    def proposed(self, staff: int, since: date) -> SalespersonEntry:
        """Return the entry for somebody from a day on: joined when they were hired, on that day where nobody knows."""
        joined = self._staff.row(staff).hired_on or since
        return SalespersonEntry(staff=staff, since=max(since, joined), joined_on=joined)

    def edit(self, record: int, entry: SalespersonEntry) -> None:
        """Change what is known of somebody; whose it is stays. Raise UserError for a faulty entry."""
        entry = checked(entry)
        after = {
            "since": entry.since,
            "joined_on": entry.joined_on,
            "earlier_months": entry.earlier_months,
            "remark": entry.remark,
        }
        self._update(record, after, "salesperson.edit", QT_TRANSLATE_NOOP("desk", "修改销售人员"))

    def end(self, record: int, on: date) -> None:
        """Stop counting somebody's calls and faxes from a day on; raise UserError where that was done."""
        LIFECYCLE.check(self.row(record).state, "ended")
        after = {"state": "ended", "ended_on": on}
        self._update(record, after, "salesperson.end", QT_TRANSLATE_NOOP("desk", "不再考核电话量"))

    def resume(self, record: int) -> None:
        """Count somebody's calls and faxes again; raise UserError where they are, by this entry or another."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "active")
        self._refuse_second(row.staff)
        after = {"state": "active", "ended_on": None}
        self._update(record, after, "salesperson.resume", QT_TRANSLATE_NOOP("desk", "恢复考核电话量"))

    def entry(self, record: int) -> SalespersonEntry:
        """Return somebody as they would be entered."""
        row = self.row(record)
        return SalespersonEntry(
            staff=row.staff,
            since=row.since,
            joined_on=row.joined_on,
            earlier_months=row.earlier_months,
            remark=row.remark,
        )

    def counted_on(self, day: date) -> Sequence[SalespersonRow]:
        """Return whose calls and faxes are counted on a day, with what is expected of them then; by department."""
        sql = """
            SELECT salesperson.id FROM salesperson
            CROSS JOIN staff ON staff.id = salesperson.staff_id  -- in this order: the company is larger than its sales
            JOIN department ON department.id = staff.department_id
            WHERE salesperson.since <= ? AND (salesperson.ended_on IS NULL OR salesperson.ended_on > ?)
              AND (staff.state = 'active' OR staff.left_on > ?)
            ORDER BY department.branch_id, department.sort_order, department.name_key, staff.name_key, salesperson.id
        """
        day_text = day.isoformat()
        with self._desk.reading():
            found = [number for (number,) in execute(self._desk.database, sql, (day_text, day_text, day_text))]
        return [replace(row, target=self._target(row, day)) for row in self._plain_rows(found)]

    def rows(self, ids: Sequence[int]) -> Sequence[SalespersonRow]:
        """Return the rows of these people, in this order."""
        today = self._desk.clock.today()
        return [replace(row, target=self._target(row, today)) for row in self._plain_rows(ids)]

    def row(self, record: int) -> SalespersonRow:
        """Return one person's row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the departments of those whose calls are counted."""
        sql = """
            SELECT DISTINCT department.id, department.name, department.name_key FROM salesperson
            JOIN staff ON staff.id = salesperson.staff_id
            JOIN department ON department.id = staff.department_id ORDER BY department.name_key
        """
        with self._desk.reading():
            return [Choice(str(number), name) for number, name, _key in execute(self._desk.database, sql)]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of somebody."""
        row = self.row(record)
        facts = (
            Fact("部门", row.dept),
            Fact("分机", row.extension),
            Fact("入司日期", str(row.joined_on)),
            Fact("此前电话行销", f"{row.earlier_months} 个月"),
            Fact("组别", "新员工" if row.target.newcomer else "一般员工"),
            Fact("今天的标准", f"{row.target.minutes} 分钟、{row.target.faxes} 份传真"),
            Fact("考核起始", str(row.since)),
            Fact("不再考核", str(row.ended_on or "")),
            Fact("备注", row.remark),
        )
        known = tuple(fact for fact in facts if fact.value)
        history = self.history("salesperson", record)
        return Detail(row.name, row.emp_no, LIFECYCLE.state(row.state), known, history=history)

    def _plain_rows(self, ids: Sequence[int]) -> Sequence[SalespersonRow]:
        return self.ordered(ids, SalespersonRow, _SELECT)

    def _target(self, row: SalespersonRow, day: date) -> Target:
        value = self._desk.settings.value
        wanted = (MINUTES, FAXES, NEW_MINUTES, NEW_FAXES, NEW_FOR, EXPERIENCE)
        return target(row.joined_on, row.earlier_months, day, Figures(*(value(one, day) for one in wanted)))

    def _add_in(self, work: UnitOfWork, entry: SalespersonEntry) -> int:
        entry = checked(entry)
        self._refuse_second(entry.staff)
        values: dict[str, Any] = {
            "staff_id": entry.staff,
            "since": entry.since,
            "joined_on": entry.joined_on,
            "earlier_months": entry.earlier_months,
            "remark": entry.remark,
        }
        record = int(Salesperson.create(**values).id)
        name = self._staff.row(entry.staff).name
        sentence = QT_TRANSLATE_NOOP("desk", "考核{name}的电话量")
        work.wrote("salesperson", record, sentence, after=values, undoable=True, name=name)
        self._index(record)
        work.changed("salespeople")
        return record

    def _refuse_second(self, staff: int) -> None:
        if Salesperson.get_or_none((Salesperson.staff_id == staff) & (Salesperson.state == "active")) is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{name}已经在考核名单里。"), field="people", name=self._staff.row(staff).name
            )

    def _update(self, record: int, after: dict[str, Any], action: str, sentence: str) -> None:
        found = Salesperson.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            Salesperson.update(after).where(Salesperson.id == record).execute()
            work.wrote("salesperson", record, sentence, before=before, after=after, undoable=True)
            self._index(record)
            work.changed("salespeople")

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self._index(record)

    def _index(self, record: int) -> None:
        row = self._plain_rows([record])[0]
        words = search_words(row.name, [row.emp_no, row.extension])
        self._desk.search.put("salesperson", record, [row.name, row.dept], words)

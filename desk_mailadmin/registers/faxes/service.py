"""What happens to the faxes of the sales departments: noted, checked, found false."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.entered import plain, plain_day
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.registers.faxes.model import Fax
from desk_mailadmin.registers.faxes.rules import (
    FIELDS,
    LIFECYCLE,
    FaxEntry,
    SpotCheck,
    checked,
    checked_check,
    entry_from,
    standing,
    why_not,
)
from desk_mailadmin.registers.staff.rules import person_of
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, SqlListing, within
from desk_mailadmin.store.work import UnitOfWork

Follower = Callable[[UnitOfWork, int, date], None]
"""Told, within the unit of work, whose faxes of which day count otherwise than before."""

_SOURCE = ListingSource(
    kind="fax",
    table="fax",
    unit=OF_STAFF,
    orders={
        "sent": "fax.sent_on, fax.sent_at",
        "name": "fax.name_key, fax.sent_on",
        "state": "fax.state, fax.sent_on",
    },
    default_order="fax.sent_on DESC, fax.name_key, fax.sent_at",
    segments={
        "today": "fax.sent_on = {today}",
        "valid": "fax.state IN ('valid', 'confirmed')",
        "void": "fax.state IN ('incomplete', 'uncalled')",
        "false": "fax.state = 'false'",
        "all": "1 = 1",
    },
    filters={
        "month": within("substr(fax.sent_on, 1, 7)"),
        "person": "fax.staff_id",
    },
)

_SELECT = """
    SELECT fax.id, fax.state, fax.staff_id, fax.name, fax.dept, fax.sent_on, fax.sent_at, fax.contact, fax.post,
           fax.company, fax.phone, fax.fax, fax.called, fax.checked_on, fax.checked_by, fax.finding, fax.penalty
    FROM fax
"""


class FaxRow(Struct, frozen=True):
    """A fax as lists show it."""

    id: int
    state: str
    staff: int
    name: str
    dept: str
    sent_on: date
    sent_at: str
    contact: str
    post: str
    company: str
    phone: str
    fax: str
    called: bool
    checked_on: date | None
    checked_by: str
    finding: str
    penalty: str

    @property
    def entry(self) -> FaxEntry:
        """The fax as it would be entered."""
        return FaxEntry(self.contact, self.post, self.company, self.phone, self.fax, self.called, self.sent_at)

    @property
    def lacks(self) -> str:
        """Why it does not count by its entries, empty where it does."""
        return why_not(self.entry)


class DayOfFaxes(Struct, frozen=True):
    """How many faxes of somebody's day were noted, and how many of them do not count."""

    noted: int = 0
    void: int = 0


class FaxesService(SqlListing[FaxRow]):
    """The fax log of the sales departments (002/2.四, 002/2.五)."""

    def __init__(self, desk: Desk, staff: StaffService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk, self._staff = desk, staff
        self.followers: list[Follower] = []
        desk.after_undo("fax", self._index_again)

    def enter(self, staff: int, day: date, entries: Sequence[FaxEntry]) -> list[int]:
        """Note faxes of somebody's day, all or none; blank ones are passed over. Return their ids.

        Raises UserError for a day to come, a faulty entry, or none at all.
        """
        self._check_day(day)
        noted = [checked(entry) for entry in entries if not entry.is_blank()]
        if not noted:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填传真。"))
        with self._desk.work("fax.enter") as work:
            records = [self._insert(work, staff, day, entry) for entry in noted]
            self._tell(work, staff, day)
        return records

    def enter_plain(self, data: Mapping[str, Any]) -> int:
        """Note a fax from plain data (``emp_no`` or ``name`` says whose); raise UserError as ``enter`` does."""
        given = dict(data)
        emp_no, name = (plain(given.pop(key, None), key, key) for key in ("emp_no", "name"))
        day = plain_day(given.pop("sent_on", None), QT_TRANSLATE_NOOP("desk", "日期"), "sent_on")
        return self.enter(person_of(emp_no, name, self._staff), day, [entry_from(given)])[0]

    def edit(self, record: int, entry: FaxEntry) -> None:
        """Correct a fax; what was found of it stays. Raise UserError for a faulty entry, or one found false."""
        row = self.row(record)
        if row.state == "false":
            raise UserError(QT_TRANSLATE_NOOP("desk", "查实虚报的传真不能改；先撤回抽查结果。"))
        entry = checked(entry)
        state = standing(entry)
        kept = row.state if row.state == "confirmed" and state == "valid" else state
        after = {**asdict(entry), "state": kept}
        self._update(row, after, "fax.edit", QT_TRANSLATE_NOOP("desk", "更正传真记录"))

    def check(self, records: Sequence[int], check: SpotCheck) -> None:
        """Record what a spot check of faxes found, all or none (002/2.四).

        Raises UserError for a faulty check, or for one that does not count and is said to be true.
        """
        today = self._desk.clock.today()
        with self._desk.work("fax.check"):
            for row in self.rows(records):
                found = checked_check(check, row.sent_on, today)
                self._check_free(row)
                if found.is_true and row.lacks:
                    raise UserError(
                        QT_TRANSLATE_NOOP("desk", "{name}发给{company}的传真本来就不计（{why}），不用登记属实。"),
                        name=row.name,
                        company=row.company or "—",
                        why=row.lacks,
                    )
                after = {
                    "state": "confirmed" if found.is_true else "false",
                    "checked_on": found.on,
                    "checked_by": found.by,
                    "finding": found.finding,
                }
                sentence = QT_TRANSLATE_NOOP("desk", "抽查：{what}")
                self._update(row, after, "fax.check", sentence, what="属实" if found.is_true else "虚报")

    def uncheck(self, record: int) -> None:
        """Take a spot check back; raise UserError where there was none, or a penalty followed."""
        row = self.row(record)
        self._check_free(row)
        if row.state not in ("confirmed", "false"):
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有登记抽查。"))
        after = {"state": standing(row.entry), "checked_on": None, "checked_by": "", "finding": ""}
        self._update(row, after, "fax.uncheck", QT_TRANSLATE_NOOP("desk", "撤回抽查结果"))

    def punished(self, records: Sequence[int], number: str) -> None:
        """Note with false faxes the number of the penalty that followed (002/2.五)."""
        with self._desk.work("fax.punish"):
            for row in self.rows(records):
                sentence = QT_TRANSLATE_NOOP("desk", "登记处罚 {number}")
                self._update(row, {"penalty": number}, "fax.punish", sentence, number=number)

    def remove(self, record: int) -> None:
        """Take out a fax that was noted by mistake; Ctrl+Z brings it back. UserError where a penalty followed."""
        row = self.row(record)
        self._check_free(row)
        before = {key: value for key, value in Fax.get_by_id(record).__data__.items() if key != "id"}
        with self._desk.work("fax.remove") as work:
            Fax.delete().where(Fax.id == record).execute()
            sentence = QT_TRANSLATE_NOOP("desk", "删除传真记录")
            work.wrote("fax", record, sentence, before=before, undoable=True)
            self._desk.search.drop("fax", record)
            work.changed("faxes")
            self._tell(work, row.staff, row.sent_on)

    def of_day(self, day: date) -> Mapping[int, DayOfFaxes]:
        """Return how many faxes of a day were noted for each person, and how many of them do not count (M5-22)."""
        sql = """
            SELECT staff_id, count(*), coalesce(sum(state NOT IN ('valid', 'confirmed')), 0) FROM fax
            WHERE sent_on = ? GROUP BY staff_id
        """
        with self._desk.reading():
            found = list(execute(self._desk.database, sql, (day.isoformat(),)))
        return {staff: DayOfFaxes(noted, void) for staff, noted, void in found}

    def log_of(self, day: date) -> Sequence[FaxRow]:
        """Return the faxes of a day, person by person."""
        ids = "SELECT id FROM fax WHERE sent_on = ? ORDER BY dept, name_key, sent_at, id"
        with self._desk.reading():
            found = [number for (number,) in execute(self._desk.database, ids, (day.isoformat(),))]
        return self.rows(found)

    def days(self) -> Sequence[date]:
        """Return the days that faxes were noted of, the newest first."""
        sql = "SELECT DISTINCT sent_on FROM fax ORDER BY sent_on DESC LIMIT 60"
        with self._desk.reading():
            return [date.fromisoformat(day) for (day,) in execute(self._desk.database, sql)]

    def rows(self, ids: Sequence[int]) -> Sequence[FaxRow]:
        """Return the rows of these faxes, in this order."""
        return self.ordered(ids, FaxRow, _SELECT)

    def row(self, record: int) -> FaxRow:
        """Return one fax's row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the months there are faxes of, or who sent some."""
        if filter_key == "month":
            sql = "SELECT DISTINCT substr(sent_on, 1, 7) AS month, '' FROM fax ORDER BY month DESC"
        else:
            sql = "SELECT staff_id, max(name) FROM fax GROUP BY staff_id ORDER BY max(name_key)"
        with self._desk.reading():
            return [Choice(str(key), title or str(key)) for key, title in execute(self._desk.database, sql)]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a fax."""
        row = self.row(record)
        checked_by = f"{row.checked_on}　{row.checked_by}" if row.checked_on else ""
        facts = (
            Fact("发送人", f"{row.name}（{row.dept}）"),
            Fact("发送时间", f"{row.sent_on} {row.sent_at}".strip()),
            *(Fact(title, getattr(row, key)) for key, title in FIELDS.items()),
            Fact("事先电话联系", "是" if row.called else "否"),
            Fact("不计的原因", row.lacks),
            Fact("抽查", checked_by),
            Fact("抽查情况", row.finding),
            Fact("处罚", row.penalty),
        )
        known = tuple(fact for fact in facts if fact.value)
        title = f"{row.name}　{row.company or '—'}"
        return Detail(title, "", LIFECYCLE.state(row.state), known, history=self.history("fax", record))

    def _check_day(self, day: date) -> None:
        if day > self._desk.clock.today():
            raise UserError(QT_TRANSLATE_NOOP("desk", "日期 {on} 还没有到。"), field="on", on=day)

    def _check_free(self, row: FaxRow) -> None:
        if row.penalty:
            raise UserError(QT_TRANSLATE_NOOP("desk", "已经登记处罚 {number}，抽查结果不能再改。"), number=row.penalty)

    def _insert(self, work: UnitOfWork, staff: int, day: date, entry: FaxEntry) -> int:
        whose = self._staff.row(staff)
        values = {
            "staff_id": staff,
            "name": whose.name,
            "name_key": name_sort_key(whose.name),
            "dept": whose.dept,
            "sent_on": day,
            **asdict(entry),
            "state": standing(entry),
        }
        record = int(Fax.create(**values).id)
        sentence = QT_TRANSLATE_NOOP("desk", "登记{name}的传真")
        work.wrote("fax", record, sentence, after=values, undoable=True, name=whose.name)
        self._index(record)
        work.changed("faxes")
        return record

    def _update(self, row: FaxRow, after: dict[str, Any], action: str, sentence: str, **values: object) -> None:
        found = Fax.get_by_id(row.id)
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            Fax.update(after).where(Fax.id == row.id).execute()
            work.wrote("fax", row.id, sentence, before=before, after=after, undoable=True, **values)
            self._index(row.id)
            work.changed("faxes")
            if "state" in after:
                self._tell(work, row.staff, row.sent_on)

    def _tell(self, work: UnitOfWork, staff: int, day: date) -> None:
        for follower in self.followers:
            follower(work, staff, day)

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self._index(record)

    def _index(self, record: int) -> None:
        row = self.row(record)
        words = [*search_words(row.name, [row.penalty], [row.phone, row.fax]), *search_words(row.contact)]
        self._desk.search.put("fax", record, [row.name, row.contact, row.company], words)

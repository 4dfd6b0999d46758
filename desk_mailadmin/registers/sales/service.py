"""What happens to days of telephone selling: entered, made up, worked off on Sunday."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec.structs import asdict

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.entered import checked_line, plain, plain_day
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.registers.faxes.service import DayOfFaxes, FaxesService
from desk_mailadmin.registers.sales.listing import SELECT, SOURCE, Line, SalesRow
from desk_mailadmin.registers.sales.model import SalesDay
from desk_mailadmin.registers.sales.records import counted_month, talked
from desk_mailadmin.registers.sales.rules import (
    BEST_LIST,
    CLOSING,
    DAY_SHEET,
    LIFECYCLE,
    REPORT_MINUTES,
    STAY_MINUTES,
    SUNDAY_LIST,
    DayFigures,
    Late,
    MonthOf,
    Wanted,
    best,
    check_counts,
    checked,
    figures_from,
    is_time,
    number_of,
    standing,
    sunday_after,
)
from desk_mailadmin.registers.salespeople.rules import Target
from desk_mailadmin.registers.salespeople.service import SalespeopleService
from desk_mailadmin.registers.staff.rules import person_of
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import SqlListing
from desk_mailadmin.store.work import UnitOfWork


class SalesService(SqlListing[SalesRow]):
    """The daily figures of the sales departments (002/2, M5-20 to M5-25)."""

    def __init__(self, desk: Desk, people: SalespeopleService, faxes: FaxesService, staff: StaffService) -> None:
        super().__init__(desk, SOURCE)
        self._desk, self._people, self._faxes, self._staff = desk, people, faxes, staff
        faxes.followers.append(self._recount_in)
        desk.after_undo("sales_day", self._index_again)

    # a day's sheet

    def sheet(self, day: date) -> list[Line]:
        """Return a day's sheet as it stands or is proposed: everybody whose figures are counted, by department."""
        kept = {row.staff: row for row in self.of_day(day)}
        faxes, minutes = self._faxes.of_day(day), talked(self._desk, day)
        lines = []
        for person in self._people.counted_on(day):
            row, logged = kept.get(person.staff), faxes.get(person.staff, DayOfFaxes())
            said = minutes.get(person.staff)
            lines.append(
                Line(
                    staff=person.staff,
                    name=person.name,
                    dept=person.dept,
                    newcomer=person.target.newcomer,
                    wanted=Wanted(person.target.minutes, person.target.faxes),
                    minutes=row.minutes if row else said or 0,
                    faxes_told=row.faxes_told if row else logged.noted,
                    faxes_void=max(row.faxes_void if row else 0, logged.void),
                    absence=row.absence if row else "",
                    noted=logged.noted,
                    invalid=logged.void,
                    talked=said,
                    is_kept=row is not None,
                )
            )
        return lines

    def enter_day(self, day: date, figures: Sequence[DayFigures]) -> list[int]:
        """Enter or correct a day's sheet, all or none; return the ids. What was made up later stays.

        Raises UserError for a day to come, somebody whose figures are not counted then, or a figure that cannot stand.
        """
        if day > self._desk.clock.today():
            raise UserError(QT_TRANSLATE_NOOP("desk", "日期 {on} 还没有到。"), field="on", on=day)
        faxes, kept = self._faxes.of_day(day), {row.staff: row for row in self.of_day(day)}
        targets = {person.staff: person.target for person in self._people.counted_on(day)}
        with self._desk.work("sales.enter") as work:
            return [
                self._put_in(
                    work,
                    day,
                    checked(one, faxes.get(one.staff, DayOfFaxes()).void),
                    targets.get(one.staff),
                    kept.get(one.staff),
                )
                for one in figures
            ]

    def enter_plain(self, data: Mapping[str, Any]) -> int:
        """Enter somebody's day from plain data (``emp_no`` or ``name``, ``on_day``); UserError as ``enter_day``."""
        given = dict(data)
        emp_no, name = (plain(given.pop(key, None), key, key) for key in ("emp_no", "name"))
        day = plain_day(given.pop("on_day", None), QT_TRANSLATE_NOOP("desk", "日期"), "on_day")
        return self.enter_day(day, [figures_from(given, person_of(emp_no, name, self._staff))])[0]

    def make_up(self, amounts: Mapping[int, tuple[int, int]]) -> None:
        """Record what was done in the half hour after closing, minutes and faxes by record, all or none (002/2.六).

        Who is still short comes on Sunday. Raises UserError for a day that was done, or a figure that cannot stand.
        """
        with self._desk.work("sales.make_up") as work:
            for row in self.rows(list(amounts)):
                minutes, faxes = amounts[row.id]
                check_counts(minutes, faxes)
                if not row.lacking:
                    raise UserError(
                        QT_TRANSLATE_NOOP("desk", "{name} {day} 没有要补的。"), name=row.name, day=row.on_day
                    )
                after = {"late_minutes": minutes, "late_faxes": faxes}
                sentence = QT_TRANSLATE_NOOP("desk", "延时补 {minutes} 分钟、{faxes} 份")
                self._change_in(work, row, after, sentence, minutes=minutes, faxes=faxes)

    def settle_sunday(self, records: Sequence[int], supervisor: str, *, done: bool) -> None:
        """Record whether what was owed was done on Sunday, and who stood over it, all or none (002/2.六).

        Raises UserError for a day without anything owed, a Sunday to come, or where nobody is named.
        """
        supervisor = checked_line(supervisor, QT_TRANSLATE_NOOP("desk", "值班经理"), "supervisor", 40)
        if not supervisor:
            raise UserError(QT_TRANSLATE_NOOP("desk", "值班经理是空的。"), field="supervisor")
        with self._desk.work("sales.sunday") as work:
            for row in self.rows(records):
                if row.sunday_on is None:
                    raise UserError(QT_TRANSLATE_NOOP("desk", "{name} {day} 没有排周日加班。"), name=row.name,
                                    day=row.on_day)  # fmt: skip
                if row.sunday_on > self._desk.clock.today():
                    raise UserError(QT_TRANSLATE_NOOP("desk", "周日 {on} 还没有到。"), on=row.sunday_on)
                after = {"sunday_done": done, "supervisor": supervisor}
                sentence = QT_TRANSLATE_NOOP("desk", "周日加班：{what}，值班经理{by}")
                self._change_in(work, row, after, sentence, what="补完" if done else "没有补完", by=supervisor)

    def remove(self, record: int) -> None:
        """Take out a day that was entered by mistake; Ctrl+Z brings it back."""
        before = {key: value for key, value in SalesDay.get_by_id(record).__data__.items() if key != "id"}
        with self._desk.work("sales.remove") as work:
            SalesDay.delete().where(SalesDay.id == record).execute()
            sentence = QT_TRANSLATE_NOOP("desk", "删除电话量")
            work.wrote("sales_day", record, sentence, before=before, undoable=True)
            self._desk.search.drop("sales_day", record)
            work.changed("sales")

    # what is asked of them

    def of_day(self, day: date) -> Sequence[SalesRow]:
        """Return what was entered of a day, by department."""
        return self._found("on_day = ? ORDER BY dept, name_key, id", day.isoformat())

    def short(self) -> Sequence[SalesRow]:
        """Return whose half hour nobody recorded yet, the oldest day first."""
        return self._found("state = ? ORDER BY on_day, dept, name_key, id", "short")

    def sundays(self) -> Sequence[date]:
        """Return the Sundays on which somebody works, the newest first."""
        sql = "SELECT DISTINCT sunday_on FROM sales_day WHERE sunday_on IS NOT NULL ORDER BY sunday_on DESC LIMIT 20"
        return self._days(sql)

    def of_sunday(self, sunday: date, *, is_open: bool = False) -> Sequence[SalesRow]:
        """Return who works on a Sunday, or only those of whom nobody said yet whether they did."""
        rows = self._found("sunday_on = ? ORDER BY dept, name_key, on_day", sunday.isoformat())
        return [row for row in rows if row.state == "sunday" or not is_open]

    def days(self) -> Sequence[date]:
        """Return the days that figures were entered of, the newest first."""
        return self._days("SELECT DISTINCT on_day FROM sales_day ORDER BY on_day DESC LIMIT 60")

    def unentered(self, day: date) -> int:
        """Return of how many people the figures of a day are missing."""
        entered = {row.staff for row in self.of_day(day)}
        return sum(person.staff not in entered for person in self._people.counted_on(day))

    def is_report_due(self, day: date) -> bool:
        """Say whether a working day's figures are due: in its last minutes before closing, and after it (002/2.三)."""
        now, settings = self._desk.clock.now(), self._desk.settings
        if not self._desk.workdays.calendar().is_working_day(day):
            return False
        return day < now.date() or is_time(f"{now:%H:%M}", settings.value(CLOSING), -settings.value(REPORT_MINUTES))

    def is_late_over(self) -> bool:
        """Say whether today's half hour after closing is over (002/2.六)."""
        now, settings = self._desk.clock.now(), self._desk.settings
        return is_time(f"{now:%H:%M}", settings.value(CLOSING), settings.value(STAY_MINUTES))

    def is_day_printed(self, day: date) -> bool:
        """Say whether a day's sheet was printed."""
        return self._is_printed(DAY_SHEET, number_of(day))

    def is_sunday_printed(self, sunday: date) -> bool:
        """Say whether a Sunday's list was printed."""
        return self._is_printed(SUNDAY_LIST, number_of(sunday))

    def is_best_printed(self, month: str) -> bool:
        """Say whether a month's list of the best was printed."""
        return self._is_printed(BEST_LIST, int(month.replace("-", "")))

    def has_best(self, month: str) -> bool:
        """Say whether anybody stands on a month's list of the best."""
        return bool(best(self.month(month), 1))

    def last_working_day(self, today: date) -> date:
        """Return the working day before ``today``."""
        return self._desk.workdays.calendar().last_on_or_before(today - timedelta(days=1))

    def month(self, month: str) -> list[MonthOf]:
        """Return everybody's month (``2026-12``), by department and name."""
        return counted_month(self._desk, month)

    def rows(self, ids: Sequence[int]) -> Sequence[SalesRow]:
        """Return the rows of these days, in this order."""
        return self.ordered(ids, SalesRow, SELECT)

    def row(self, record: int) -> SalesRow:
        """Return one day's row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the months, people or departments there are figures of."""
        sql = {
            "month": "SELECT DISTINCT substr(on_day, 1, 7) AS month, '' FROM sales_day ORDER BY month DESC",
            "person": "SELECT staff_id, max(name) FROM sales_day GROUP BY staff_id ORDER BY max(name_key)",
            "dept": "SELECT DISTINCT dept, '' FROM sales_day ORDER BY dept",
        }[filter_key]
        with self._desk.reading():
            return [Choice(str(key), title or str(key)) for key, title in execute(self._desk.database, sql)]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of somebody's day."""
        row = self.row(record)
        void = f"（自报 {row.faxes_told}，不计 {row.faxes_void}）" if row.faxes_void else ""
        facts = (
            Fact("部门", row.dept),
            Fact("组别", row.group),
            Fact("电话", f"{row.minutes} 分钟，标准 {row.minutes_wanted} 分钟"),
            Fact("传真", f"{row.faxes} 份{void}，标准 {row.faxes_wanted} 份"),
            Fact("差额", row.lacking.text),
            Fact("未到岗", row.absence),
            Fact("延时补", row.late),
            Fact("周日加班", str(row.sunday_on or "")),
            Fact("值班经理", row.supervisor),
        )
        known = tuple(fact for fact in facts if fact.value)
        history = self.history("sales_day", record)
        return Detail(row.name, str(row.on_day), LIFECYCLE.state(row.state), known, history=history)

    # inside

    def _found(self, condition: str, value: str) -> Sequence[SalesRow]:
        with self._desk.reading():
            sql = f"SELECT id FROM sales_day WHERE {condition}"  # noqa: S608  (our own conditions, their value apart)
            found = [number for (number,) in execute(self._desk.database, sql, (value,))]
        return self.rows(found)

    def _is_printed(self, form: str, number: int) -> bool:
        with self._desk.reading():
            return self._desk.prints.latest(form, number, form) is not None

    def _days(self, sql: str) -> Sequence[date]:
        with self._desk.reading():
            return [date.fromisoformat(day) for (day,) in execute(self._desk.database, sql)]

    def _put_in(
        self, work: UnitOfWork, day: date, figures: DayFigures, target: Target | None, row: SalesRow | None
    ) -> int:
        if target is None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{name} {day} 不在考核名单里。"),
                name=self._staff.row(figures.staff).name,
                day=day,
            )
        values = {key: value for key, value in asdict(figures).items() if key != "staff"}
        values |= {
            "newcomer": target.newcomer,
            "minutes_wanted": target.minutes,
            "faxes_wanted": target.faxes,
        }
        if row is not None:
            self._change_in(work, row, values, QT_TRANSLATE_NOOP("desk", "更正电话量"))
            return row.id
        return self._insert(work, day, figures, values)

    def _insert(self, work: UnitOfWork, day: date, figures: DayFigures, values: dict[str, Any]) -> int:
        whose = self._staff.row(figures.staff)
        wanted = Wanted(values["minutes_wanted"], values["faxes_wanted"])
        values = {
            "on_day": day,
            "staff_id": figures.staff,
            "name": whose.name,
            "name_key": name_sort_key(whose.name),
            "dept": whose.dept,
            **values,
            "state": standing(figures, wanted, Late()),
        }
        record = int(SalesDay.create(**values).id)
        sentence = QT_TRANSLATE_NOOP("desk", "登记{name}的电话量")
        work.wrote("sales_day", record, sentence, after=values, undoable=True, name=whose.name)
        self._index(record)
        work.changed("sales")
        return record

    def _change_in(
        self, work: UnitOfWork, row: SalesRow, after: dict[str, Any], sentence: str, **values: object
    ) -> None:
        """Change a day's figures and reckon its state and its Sunday anew."""
        found = SalesDay.get_by_id(row.id)
        whole = {**found.__data__, **after}
        figures = DayFigures(
            staff=row.staff,
            minutes=whole["minutes"],
            faxes_told=whole["faxes_told"],
            faxes_void=whole["faxes_void"],
            absence=whole["absence"],
        )
        late = Late(whole["late_minutes"], whole["late_faxes"], whole["sunday_done"])
        state = standing(figures, Wanted(whole["minutes_wanted"], whole["faxes_wanted"]), late)
        on_sunday = state in ("sunday", "sunday_done", "sunday_missed")
        after = {**after, "state": state, "sunday_on": sunday_after(row.on_day) if on_sunday else None}
        before = {key: getattr(found, key) for key in after}
        SalesDay.update(after).where(SalesDay.id == row.id).execute()
        work.wrote("sales_day", row.id, sentence, before=before, after=after, undoable=True, **values)
        work.changed("sales")

    def _recount_in(self, work: UnitOfWork, staff: int, day: date) -> None:
        """Take faxes out of somebody's day that were found not to count after it was entered (002/2.五)."""
        row = next((one for one in self.of_day(day) if one.staff == staff), None)
        void = self._faxes.of_day(day).get(staff, DayOfFaxes()).void
        if row is None or row.faxes_void >= min(void, row.faxes_told):
            return
        sentence = QT_TRANSLATE_NOOP("desk", "传真记录有 {void} 份不计")
        self._change_in(work, row, {"faxes_void": min(void, row.faxes_told)}, sentence, void=void)

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self._index(record)

    def _index(self, record: int) -> None:
        row = self.row(record)
        words = search_words(row.name, [str(row.on_day)])
        self._desk.search.put("sales_day", record, [row.name, row.dept], words)

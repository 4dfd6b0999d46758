"""The editable calendar: which days are worked, and for which years that is known (M14-1).

Seeded from the published holidays that chinesecalendar knows; a year beyond them is "not published" until the office
enters it, and deadlines in it are guesses.
"""

from __future__ import annotations

from datetime import date

import peewee

from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.work import UnitOfWork

SEEDED, ENTERED = "chinesecalendar", "office"

_DECEMBER = 12

Days = list[tuple[date, bool, str]]


def known_days(year: int) -> Days:
    """Return the published exceptions of a year: day, worked or not, name; nothing where the year is not known."""
    from chinese_calendar.constants import Holiday, holidays, workdays

    names = {holiday.value: holiday.chinese for holiday in Holiday}
    listed = [(day, False, name) for day, name in holidays.items()] + [
        (day, True, name) for day, name in workdays.items()
    ]
    return sorted((day, worked, names.get(name, name)) for day, worked, name in listed if day.year == year)


class Workdays:
    """The calendar of one desk."""

    def __init__(self, database: peewee.SqliteDatabase) -> None:
        self._database = database
        self._calendar: WorkCalendar | None = None

    def calendar(self) -> WorkCalendar:
        """Return the calendar as the rules take it."""
        if self._calendar is None:
            rows = execute(self._database, "SELECT day, working FROM workday").fetchall()
            years = execute(self._database, "SELECT year FROM workyear").fetchall()
            self._calendar = WorkCalendar(
                {date.fromisoformat(day): bool(working) for day, working in rows}, frozenset(year for (year,) in years)
            )
        return self._calendar

    def days(self, year: int) -> Days:
        """Return the exceptions of a year in order: day, worked or not, name."""
        rows = execute(
            self._database,
            "SELECT day, working, name FROM workday WHERE day BETWEEN ? AND ? ORDER BY day",
            (f"{year:04d}-01-01", f"{year:04d}-12-31"),
        ).fetchall()
        return [(date.fromisoformat(day), bool(working), name) for day, working, name in rows]

    def set_day(self, work: UnitOfWork, day: date, working: bool, name: str = "") -> None:
        """Say that a day is worked or not; a day that is what its weekday says is an exception no more."""
        if WorkCalendar({}, frozenset()).is_working_day(day) == working and not name:
            execute(self._database, "DELETE FROM workday WHERE day = ?", (day.isoformat(),))
        else:
            self._put(day, working, name)
        template = QT_TRANSLATE_NOOP("desk", "{day} 改为{what}")
        work.wrote("workday", day.toordinal(), template, day=day, what="上班" if working else "放假", name=name)
        self._calendar = None

    def publish(self, work: UnitOfWork, year: int) -> bool:
        """Say that a year's holidays are known; return whether they were filled in by themselves."""
        seeded = self.seed(year)
        if not seeded:
            self._note_year(year, ENTERED)
        work.wrote("workyear", year, QT_TRANSLATE_NOOP("desk", "{year} 年放假安排已确认"), year=year)
        self._calendar = None
        return seeded

    def seed(self, year: int) -> bool:
        """Fill in a year from the published holidays; return False where they are not known. For a transaction."""
        days = known_days(year)
        for day, worked, name in days:
            self._put(day, worked, name)
        if days:
            self._note_year(year, SEEDED)
        self._calendar = None
        return bool(days)

    def missing_years(self, today: date) -> tuple[int, ...]:
        """Return the years whose holidays are wanted and not known: this one, and from December the next."""
        wanted = (today.year, today.year + 1) if today.month == _DECEMBER else (today.year,)
        return tuple(year for year in wanted if year not in self.calendar().published)

    def forget(self) -> None:
        """Read the calendar anew next time (after a transaction that failed)."""
        self._calendar = None

    def _put(self, day: date, working: bool, name: str) -> None:
        execute(
            self._database,
            "INSERT INTO workday (day, working, name) VALUES (?, ?, ?) ON CONFLICT (day) "
            "DO UPDATE SET working = excluded.working, name = excluded.name",
            (day.isoformat(), int(working), name),
        )

    def _note_year(self, year: int, source: str) -> None:
        execute(
            self._database,
            "INSERT INTO workyear (year, source) VALUES (?, ?) ON CONFLICT (year) "
            "DO UPDATE SET source = excluded.source",
            (year, source),
        )

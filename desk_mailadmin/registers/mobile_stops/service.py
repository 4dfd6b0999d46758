"""Stopped mobiles: told, due, open again (002/4.4, M5-16)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.registers.mobile_stops.model import MobileStop
from desk_mailadmin.registers.mobile_stops.rules import HOURS, LIFECYCLE, PAID, StopEntry, check_done, checked, due_at
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, SqlListing
from desk_mailadmin.store.work import UnitOfWork

_JOINS = "JOIN staff ON staff.id = mobile_stop.staff_id JOIN department ON department.id = staff.department_id"
_SOURCE = ListingSource(
    kind="mobile_stop",
    table="mobile_stop",
    unit=OF_STAFF,
    joins=_JOINS,
    orders={
        "state": "mobile_stop.state DESC, mobile_stop.due_at",
        "name": "staff.name_key",
        "dept": "department.sort_order, department.name_key, staff.name_key",
        "told_at": "mobile_stop.told_at",
        "due_at": "mobile_stop.due_at",
    },
    default_order="mobile_stop.state DESC, mobile_stop.due_at DESC",
    segments={"open": "mobile_stop.state = 'open'", "done": "mobile_stop.state = 'done'", "all": "1 = 1"},
    filters={"dept": "department.name"},
)
_SELECT = f"""
    SELECT mobile_stop.id, mobile_stop.state, mobile_stop.staff_id, staff.name, coalesce(staff.emp_no, ''),
           department.name, mobile_stop.mobile, mobile_stop.told_at, mobile_stop.due_at, mobile_stop.done_at,
           mobile_stop.remark
    FROM mobile_stop {_JOINS}
"""  # noqa: S608  (our own SQL)
_EXACT = "minutes"


class StopRow(Struct, frozen=True):
    """A stopped mobile as lists show it; ``late`` says that it was, or still is, closed beyond the hours."""

    id: int
    state: str
    staff: int
    name: str
    emp_no: str
    dept: str
    mobile: str
    told_at: datetime
    due_at: datetime
    done_at: datetime | None
    remark: str
    late: bool = False


class MobileStopsService(SqlListing[StopRow]):
    """Mobiles that were stopped and must be opened again."""

    def __init__(self, desk: Desk, staff: StaffService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self._staff = staff
        desk.after_undo("mobile_stop", self._index_again)

    def add(self, entry: StopEntry) -> int:
        """Enter a stopped mobile and return its id; raise UserError for a faulty entry."""
        entry = checked(entry, self.now())
        due = due_at(entry.told_at, self._desk.settings.value(HOURS))
        values: dict[str, Any] = {
            "staff_id": entry.staff,
            "mobile": entry.mobile,
            "told_at": entry.told_at.isoformat(timespec=_EXACT),
            "due_at": due.isoformat(timespec=_EXACT),
            "remark": entry.remark,
        }
        with self._desk.work("mobile_stop.add") as work:
            record = int(MobileStop.create(**values).id)
            sentence = QT_TRANSLATE_NOOP("desk", "登记手机停机 {mobile}")
            work.wrote("mobile_stop", record, sentence, after=values, undoable=True, mobile=entry.mobile)
            self._index(record)
            work.changed("mobile_stops")
        return record

    def done(self, record: int, at: datetime) -> None:
        """Record when a mobile was open again; raise UserError where it is already, or the time cannot be."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "done")
        check_done(at, row.told_at, self.now())
        after = {"state": "done", "done_at": at.isoformat(timespec=_EXACT)}
        self._update(record, after, "mobile_stop.done", QT_TRANSLATE_NOOP("desk", "手机已交费开通"))

    def reopen(self, record: int) -> None:
        """Take back that a mobile was opened; raise UserError where it was not."""
        LIFECYCLE.check(self.row(record).state, "open")
        after = {"state": "open", "done_at": None}
        self._update(record, after, "mobile_stop.reopen", QT_TRANSLATE_NOOP("desk", "更正：还没有开通"))

    def now(self) -> datetime:
        """Return the local time, as entries are written."""
        return self._desk.clock.now().replace(tzinfo=None, second=0, microsecond=0)

    def row(self, record: int) -> StopRow:
        """Return one stopped mobile."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[StopRow]:
        """Return the rows of these stopped mobiles, in this order."""
        now = self.now()
        return [replace(row, late=(row.done_at or now) > row.due_at) for row in self.ordered(ids, StopRow, _SELECT)]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the departments in which a mobile was ever stopped."""
        sql = f"SELECT DISTINCT department.name FROM mobile_stop {_JOINS} ORDER BY department.name_key"  # noqa: S608  (our own SQL)
        return [Choice(name, name) for (name,) in execute(self._desk.database, sql)]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a stopped mobile."""
        row = self.row(record)
        facts = (
            Fact("工号", row.emp_no),
            Fact("部门", row.dept),
            Fact("手机", row.mobile, personal=True, in_full=PAID),
            Fact("通知时间", _shown(row.told_at)),
            Fact("开通期限", _shown(row.due_at)),
            Fact("开通时间", _shown(row.done_at)),
            Fact("超过期限", "是" if row.late else ""),
            Fact("备注", row.remark),
        )
        return Detail(
            row.name,
            "手机停机",
            state=LIFECYCLE.state(row.state),
            facts=tuple(fact for fact in facts if fact.value),
            history=self.history("mobile_stop", record),
        )

    def _update(self, record: int, after: dict[str, Any], action: str, sentence: str) -> None:
        found = MobileStop.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            MobileStop.update(**after).where(MobileStop.id == record).execute()
            work.wrote("mobile_stop", record, sentence, before=before, after=after, undoable=True)
            work.changed("mobile_stops")

    def _index(self, record: int) -> None:
        row = self.row(record)
        words = [word for word in (row.emp_no, row.mobile, row.mobile[-4:]) if word]
        self._desk.search.put("mobile_stop", record, [row.name, row.dept], search_words(row.name, words))

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        for record in records:
            self._index(record)


def _shown(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""

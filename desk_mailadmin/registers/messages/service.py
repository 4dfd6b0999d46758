"""What happens to telephone messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.entered import plain
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.registers.messages.model import Message
from desk_mailadmin.registers.messages.rules import (
    LIFECYCLE,
    RUNG_BACK,
    WAYS,
    WISHES,
    MessageEntry,
    Passing,
    checked,
    checked_passing,
    entry_from,
)
from desk_mailadmin.registers.staff.rules import person_of
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, SqlListing
from desk_mailadmin.store.work import UnitOfWork

PREFIX = "LY"

_SOURCE = ListingSource(
    kind="message",
    table="message",
    unit=OF_STAFF,
    orders={
        "number": "message.id",
        "taken": "message.taken_on, message.taken_at",
        "name": "message.name_key",
        "state": "message.state DESC, message.taken_on, message.taken_at",
    },
    default_order="message.state DESC, message.taken_on DESC, message.taken_at DESC",
    segments={
        "waiting": "message.state = 'waiting'",
        "today": "message.taken_on = {today}",
        "passed": "message.state = 'passed'",
        "all": "1 = 1",
    },
    filters={
        "dept": "message.staff_id IN (SELECT id FROM staff WHERE department_id = {value})",
        "wish": "message.wish",
    },
)

_SELECT = """
    SELECT message.id, message.number, message.state, message.staff_id, message.name, message.dept, message.caller,
           message.company, message.phone, message.taken_on, message.taken_at, message.taken_by, message.wish,
           message.text, message.passed_on, message.passed_at, message.passed_how, message.reason
    FROM message
"""


class MessageRow(Struct, frozen=True):
    """A message as lists show it."""

    id: int
    number: str
    state: str
    staff: int
    name: str
    dept: str
    caller: str
    company: str
    phone: str
    taken_on: date
    taken_at: str
    taken_by: str
    wish: str
    text: str
    passed_on: date | None
    passed_at: str
    passed_how: str
    reason: str


class MessagesService(SqlListing[MessageRow]):
    """Messages taken for people who could not be reached (002/1.六, M5-26)."""

    def __init__(self, desk: Desk, staff: StaffService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk, self._staff = desk, staff
        desk.after_undo("message", self._index_again)

    def enter(self, entry: MessageEntry) -> int:
        """Enter a message under the next number and return its id; raise UserError for a faulty entry."""
        values = self._columns(entry)
        with self._desk.work("message.enter") as work:
            year = entry.taken_on.year
            number = f"{PREFIX}-{year}-{work.number(PREFIX, year):04d}"
            record = int(Message.create(number=number, **values).id)
            sentence = QT_TRANSLATE_NOOP("desk", "登记给{name}的留言 {number}")
            work.wrote("message", record, sentence, after=values, name=values["name"], number=number)
            self._index(record)
            work.changed("messages")
        return record

    def enter_plain(self, data: Mapping[str, Any]) -> int:
        """Enter a message from plain data (``emp_no`` or ``name`` says for whom); raise UserError as ``enter`` does."""
        given = dict(data)
        emp_no, name = (plain(given.pop(key, None), key, key) for key in ("emp_no", "name"))
        return self.enter(entry_from(given, person_of(emp_no, name, self._staff)))

    def edit(self, record: int, entry: MessageEntry) -> None:
        """Correct a message that was not passed on yet; raise UserError for one that was, or a faulty entry."""
        LIFECYCLE.check(Message.get_by_id(record).state, "passed")
        self._update(record, self._columns(entry), "message.edit", QT_TRANSLATE_NOOP("desk", "更正留言"))

    def pass_on(self, records: Sequence[int], passing: Passing) -> None:
        """Record that messages were passed on, all or none; raise UserError for one that was, or a faulty time."""
        today = self._desk.clock.today()
        with self._desk.work("message.pass_on"):
            for row in self.rows(records):
                LIFECYCLE.check(row.state, "passed")
                done = checked_passing(passing, (row.taken_on, row.taken_at), today)
                after = {"state": "passed", "passed_on": done.on, "passed_at": done.at, "passed_how": done.how}
                sentence = QT_TRANSLATE_NOOP("desk", "转达：{how}")
                self._update(row.id, after, "message.pass_on", sentence, how=dict(WAYS)[done.how])

    def take_back(self, record: int) -> None:
        """Record that a message was not passed on after all; raise UserError for one that was not."""
        LIFECYCLE.check(Message.get_by_id(record).state, "waiting")
        after = {"state": "waiting", "passed_on": None, "passed_at": "", "passed_how": ""}
        self._update(record, after, "message.take_back", QT_TRANSLATE_NOOP("desk", "改为没有转达"))

    def void(self, record: int, on: date, reason: str) -> None:
        """Void a message that was entered by mistake; its number stays."""
        LIFECYCLE.check(Message.get_by_id(record).state, "void")
        after = {"state": "void", "reason": reason}
        sentence = QT_TRANSLATE_NOOP("desk", "{on} 作废：{reason}")
        self._update(record, after, "message.void", sentence, undoable=False, on=on, reason=reason)

    def entry(self, record: int) -> MessageEntry:
        """Return a message as it would be entered."""
        row = self.row(record)
        return MessageEntry(
            staff=row.staff,
            caller=row.caller,
            taken_on=row.taken_on,
            taken_at=row.taken_at,
            company=row.company,
            phone=row.phone,
            wish=row.wish,
            text=row.text,
            taken_by=row.taken_by,
        )

    def waiting(self) -> Sequence[MessageRow]:
        """Return the messages that were not passed on, the oldest first."""
        return self.rows(self.keys(Query(segment="waiting", sort="taken")))

    def rows(self, ids: Sequence[int]) -> Sequence[MessageRow]:
        """Return the rows of these messages, in this order."""
        return self.ordered(ids, MessageRow, _SELECT)

    def row(self, record: int) -> MessageRow:
        """Return one message's row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the departments that messages are for, or what callers want."""
        if filter_key == "wish":
            return [Choice(key, title) for key, title in WISHES]
        sql = """
            SELECT DISTINCT department.id, branch.name, department.name, branch.sort_order, department.name_key
            FROM message JOIN staff ON staff.id = message.staff_id
            JOIN department ON department.id = staff.department_id
            JOIN branch ON branch.id = department.branch_id
            ORDER BY branch.sort_order, department.name_key
        """
        with self._desk.reading():
            found = list(execute(self._desk.database, sql))
        return [Choice(str(number), f"{branch} / {dept}") for number, branch, dept, _order, _key in found]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a message."""
        row = self.row(record)
        caller = "　".join(part for part in (row.caller, row.company) if part)
        passed = f"{row.passed_on} {row.passed_at}　{dict(WAYS)[row.passed_how]}" if row.passed_on else ""
        facts = (
            Fact("给谁", f"{row.name}（{row.dept}）"),
            Fact("来电人", caller),
            Fact("来电号码", row.phone, personal=True, in_full=RUNG_BACK),
            Fact("来电时间", f"{row.taken_on} {row.taken_at}"),
            Fact("对方要求", dict(WISHES)[row.wish]),
            Fact("留言内容", row.text),
            Fact("接电话的人", row.taken_by),
            Fact("转达", passed),
            Fact("作废原因", row.reason),
        )
        known = tuple(fact for fact in facts if fact.value)
        history = self.history("message", record)
        return Detail(row.number, row.name, LIFECYCLE.state(row.state), known, history=history)

    def _update(
        self,
        record: int,
        after: dict[str, Any],
        action: str,
        sentence: str,
        *,
        undoable: bool = True,
        **values: object,
    ) -> None:
        found = Message.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            Message.update(after).where(Message.id == record).execute()
            work.wrote("message", record, sentence, before=before, after=after, undoable=undoable, **values)
            self._index(record)
            work.changed("messages")

    def _columns(self, entry: MessageEntry) -> dict[str, Any]:
        entry = checked(entry, self._desk.clock.today())
        whose = self._staff.row(entry.staff)
        return {
            "staff_id": entry.staff,
            "name": whose.name,
            "name_key": name_sort_key(whose.name),
            "dept": whose.dept,
            "caller": entry.caller,
            "company": entry.company,
            "phone": entry.phone,
            "taken_on": entry.taken_on,
            "taken_at": entry.taken_at,
            "taken_by": entry.taken_by or self._desk.who,
            "wish": entry.wish,
            "text": entry.text,
        }

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self._index(record)

    def _index(self, record: int) -> None:
        row = self.row(record)
        words = [*search_words(row.name, [row.number], [row.phone]), *search_words(row.caller)]
        self._desk.search.put("message", record, [row.name, row.caller, row.company, row.text], words)

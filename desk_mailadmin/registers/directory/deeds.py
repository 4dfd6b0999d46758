"""Change slips: numbers changed at a time, and who was told of it within how many hours (002/4.五.1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.entries import BETWEEN, Difference, differences, flat
from desk_mailadmin.registers.directory.model import DirectoryChange
from desk_mailadmin.registers.directory.records import DirectoryRecords
from desk_mailadmin.registers.directory.rules import (
    KINDS,
    NOTICE_HOURS,
    SLIP_LIFECYCLE,
    TOLD,
    DirectoryEntry,
    SlipEntry,
    checked_slip,
    is_late,
    slip_words,
    state_of_slip,
)
from desk_mailadmin.store.work import UnitOfWork

PREFIX = "BD"
SLIP_FORM = "number_change"
"""The series and the form of change slips."""


class Slip(Struct, frozen=True):
    """A change slip: ``words`` say how the telling stands, ``late`` whether it went over the hours."""

    id: int
    number: str
    entry: int
    changes: tuple[Difference, ...]
    slip: SlipEntry
    due_at: datetime
    state: str
    late: bool
    words: str
    entered_on: date
    void_reason: str

    @property
    def what(self) -> str:
        """What changed, in one line: 分机 8051 → 8042."""
        return "，".join(f"{KINDS[c.field]} {c.old or '—'} → {c.new or '—'}" for c in self.changes)


class DirectorySlips(DirectoryRecords):
    """Numbers changed with a slip."""

    def change(self, record: int, entry: DirectoryEntry, slip: SlipEntry) -> str:
        """Change an entry whose numbers differ, with a slip; return its number.

        Raises UserError for a faulty entry or slip, or where no number changes.
        """
        entry, slip = self.checked(entry, record), checked_slip(slip, self.now())
        before, after = flat(self.entry(record)), flat(entry)
        changes = [each for each in differences(before, after) if each.field in KINDS]
        if not changes:
            raise UserError(QT_TRANSLATE_NOOP("desk", "号码没有变，不用开号码变更单。"))
        with self._desk.work("directory.change") as work:
            year = self._desk.clock.today().year
            number = f"{PREFIX}-{year}-{work.number(PREFIX, year):04d}"
            sentence = QT_TRANSLATE_NOOP("desk", "变更{name}的号码，{note}")
            self.change_in(work, record, entry, sentence, note=number)
            self._write_slip(work, record, number, changes, slip)
        return number

    def _write_slip(
        self, work: UnitOfWork, record: int, number: str, changes: Sequence[Difference], slip: SlipEntry
    ) -> None:
        values = {
            "number": number,
            "entry_id": record,
            "changes": json.dumps([[c.field, c.old, c.new] for c in changes], ensure_ascii=False),
            "reason": slip.reason,
            "entered_on": self._desk.clock.today(),
            "state": state_of_slip(slip),
            **self._times(slip),
        }
        made = DirectoryChange.create(**values)
        sentence = QT_TRANSLATE_NOOP("desk", "开号码变更单 {number}")
        work.wrote("directory_change", int(made.id), sentence, after=values, number=number)

    def told(self, slip: int, times: SlipEntry) -> None:
        """Record who was told when; raise UserError for a void slip or a time to come."""
        found: DirectoryChange = DirectoryChange.get_by_id(slip)
        if found.state == "void":
            raise UserError(QT_TRANSLATE_NOOP("desk", "号码变更单 {number} 已作废。"), number=found.number)
        times = checked_slip(times, self.now())
        after = {**self._times(times), "reason": times.reason, "state": state_of_slip(times)}
        self._update_slip(found, after, "directory.told", QT_TRANSLATE_NOOP("desk", "登记号码变更单 {number} 的通知"))

    def void_slip(self, slip: int, reason: str) -> None:
        """Void a slip with a reason: its number stays, the numbers go back to what they were where nothing came since.

        Raises UserError without a reason, or for a slip that is void already.
        """
        found: DirectoryChange = DirectoryChange.get_by_id(slip)
        SLIP_LIFECYCLE.check(found.state, "void")
        reason = checked_line(reason, QT_TRANSLATE_NOOP("desk", "作废原因"), "reason")
        if not reason:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写原因。"), field="reason")
        with self._desk.work("directory.void_slip") as work:
            self._take_back(work, self.slip(slip))
            after = {"state": "void", "void_reason": reason}
            self._update_slip(
                found, after, "", QT_TRANSLATE_NOOP("desk", "号码变更单 {number} 作废：{reason}"), reason=reason
            )

    def _take_back(self, work: UnitOfWork, slip: Slip) -> None:
        entry = self.entry(slip.entry)
        for change in slip.changes:
            if BETWEEN.join(entry.of_kind(change.field)) == change.new:
                entry = entry.with_numbers(change.field, [each for each in change.old.split(BETWEEN) if each])
        sentence = QT_TRANSLATE_NOOP("desk", "{note} 作废，{name}的号码改回原来的")
        self.change_in(work, slip.entry, entry, sentence, note=slip.number)

    def _update_slip(
        self, found: DirectoryChange, after: dict[str, Any], action: str, sentence: str, **words: str
    ) -> None:
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action or "directory.void_slip") as work:
            DirectoryChange.update(after).where(DirectoryChange.id == found.id).execute()
            undoable = "void_reason" not in after
            work.wrote("directory_change", int(found.id), sentence, before=before, after=after, undoable=undoable,
                       number=found.number, **words)  # fmt: skip
            work.changed("directory")

    def _times(self, slip: SlipEntry) -> dict[str, str | None]:
        hours = self._desk.settings.value(NOTICE_HOURS, slip.changed_at.date())
        due = slip.changed_at + timedelta(hours=hours)
        told = {key: getattr(slip, key) for key in TOLD}
        return {
            key: str(at) if at else None for key, at in {"changed_at": slip.changed_at, "due_at": due, **told}.items()
        }

    # what is known of them

    def now(self) -> datetime:
        """Return the office's local time without its zone, as telephone times are kept."""
        return self._desk.clock.now().replace(tzinfo=None)

    def slip(self, record: int) -> Slip:
        """Return one slip."""
        return self._slip(DirectoryChange.get_by_id(record))

    def slips(self, entry: int) -> Sequence[Slip]:
        """Return the slips of an entry, newest first."""
        found = DirectoryChange.select().where(DirectoryChange.entry_id == entry).order_by(DirectoryChange.id.desc())
        return [self._slip(each) for each in found]

    def open_slips(self) -> Sequence[Slip]:
        """Return the slips of which somebody is still to be told, the oldest change first."""
        found = DirectoryChange.select().where(DirectoryChange.state == "open").order_by(DirectoryChange.changed_at)
        return [self._slip(each) for each in found]

    def slip_numbered(self, number: str) -> int | None:
        """Return the id of the slip of that number, or None."""
        found = DirectoryChange.get_or_none(DirectoryChange.number == number)
        return int(found.id) if found else None

    def _slip(self, found: DirectoryChange) -> Slip:
        told = {key: datetime.fromisoformat(at) if (at := getattr(found, key)) else None for key in TOLD}
        slip = SlipEntry(datetime.fromisoformat(found.changed_at), found.reason, **told)
        due = datetime.fromisoformat(found.due_at)
        hours, now = round((due - slip.changed_at) / timedelta(hours=1)), self.now()
        changes = tuple(Difference(*each) for each in json.loads(found.changes))
        void = found.state == "void"
        return Slip(
            id=int(found.id),
            number=found.number,
            entry=found.entry_id,
            changes=changes,
            slip=slip,
            due_at=due,
            state=found.state,
            late=not void and is_late(slip, hours, now),
            words=QT_TRANSLATE_NOOP("desk", "作废") if void else slip_words(slip, hours, now),
            entered_on=found.entered_on,
            void_reason=found.void_reason,
        )

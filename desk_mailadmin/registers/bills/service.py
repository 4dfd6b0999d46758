"""What happens to bills: compared with what is there, taken over as one batch, corrected, voided (M5-3)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.sorting import sort_key
from desk_mailadmin.registers.bills.listing import BillRow, BillsListing
from desk_mailadmin.registers.bills.model import Bill, BillMapping, BillNumber
from desk_mailadmin.registers.bills.records import BillRecords, Overlap, Progress
from desk_mailadmin.registers.bills.rules import (
    DUE_DAY,
    LIFECYCLE,
    Billed,
    BillEntry,
    Missing,
    Taking,
    checked_entry,
    missing_bills,
)
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork, Value

if TYPE_CHECKING:
    from desk_mailadmin.intake.bills.result import BillReading

Follower = Callable[[UnitOfWork, int], object]
"""Told, inside the unit of work, of a bill whose calls came or went: the register of calls assigns them."""

_MOST_SEARCHED = 2_000
"""Billed numbers of one bill by which it is found."""


class Comparison(Struct, frozen=True):
    """A reading beside the desk: the bill made from the same file, and bills that hold some of the same."""

    same_file: BillRow | None
    overlaps: tuple[Overlap, ...]


class Outcome(Struct, frozen=True):
    """What an import wrote, and the batch by which it is undone; ``doubled`` calls stood on another bill already."""

    batch: int
    bill: int
    calls: int
    doubled: int
    replaced: int


class BillsService(BillsListing):
    """Bills and the exchange's call records; ``followers`` are told of calls that came or went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._records = BillRecords(desk)
        self.followers: list[Follower] = []
        desk.after_undo("bill", self._after_undo)

    def compare(self, reading: BillReading, month: str = "") -> Comparison:
        """Return what the desk holds of a reading already; nothing is written."""
        same = Bill.get_or_none((Bill.sha256 == reading.sha256) & (Bill.state == "in"))
        overlaps = self._records.overlaps(reading, month or reading.month)
        return Comparison(self.row(same.id) if same else None, overlaps)

    def take_over(self, reading: BillReading, taking: Taking, progress: Progress = lambda _done, _all: None) -> Outcome:
        """Write a bill with its calls as one batch, in one transaction.

        Raises UserError for a file that is on the desk already or has no calls, and for an operator or a month that is
        missing; NeedsConfirmation (``difference``) where its totals do not agree and nobody said that they may.
        """
        entry = checked_entry(BillEntry(taking.operator, taking.month))
        self._check(reading, taking)
        overlaps = [one for one in self._records.overlaps(reading, entry.month) if one.bill not in taking.replaced]
        skipped = [one.bill for one in overlaps]
        with self._records.attached(reading.staging), self._desk.work("bill.import", batch=True) as work:
            sentence = QT_TRANSLATE_NOOP("desk", "导入话费清单 {file}")
            batch = work.wrote("import", 0, sentence, undoable=True, file=reading.file)
            for bill in sorted(taking.replaced):
                self._void_in(work, bill, QT_TRANSLATE_NOOP("desk", "由新导入的账单代替"))
            record = int(Bill.create(**self._plain(reading, entry)).id)
            doubled = self._records.take(record, reading, skipped, progress)
            values = self._sums(record, reading, skipped, entry.month, doubled)
            Bill.update(values).where(Bill.id == record).execute()
            self._records.keep_faults(record, reading)
            self._records.keep_skips(record, reading, entry.month, overlaps)
            self._refuse_left_out()
            self._tell_new(work, record)
            calls = int(values.get("calls", reading.sums.calls))
        return Outcome(batch, record, calls, doubled, len(taking.replaced))

    def correct(self, record: int, entry: BillEntry) -> None:
        """Change operator, month or remark of a bill; raise UserError for an entry that cannot stand."""
        entry = checked_entry(entry)
        after: dict[str, Value] = {**asdict(entry), "operator_key": sort_key(entry.operator)}
        found = Bill.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        if before == after:
            return
        with self._desk.work("bill.edit") as work:
            Bill.update(after).where(Bill.id == record).execute()
            work.wrote("bill", record, QT_TRANSLATE_NOOP("desk", "更正账单"), before=before, after=after, undoable=True)
            self._index(record)
            self._changed(work, record)

    def void(self, record: int, reason: str) -> None:
        """Take a bill back with a reason: its calls count no more, but stay, apart.

        Raises UserError while another bill counts on them, for then they would be counted nowhere.
        """
        if not reason.strip():
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写作废的原因。"), field="reason")
        with self._desk.work("bill.void") as work:
            self._void_in(work, record, reason.strip())
            self._refuse_left_out()

    def entry(self, record: int) -> BillEntry:
        """Return what the clerk may correct of a bill, as it stands."""
        found = Bill.get_by_id(record)
        return BillEntry(found.operator, found.month, found.remark)

    def missing(self, today: date) -> tuple[Missing, ...]:
        """Return the bills of the month before that have not come (002/6.五)."""
        bills = [Billed(row.month, row.operator, row.source, row.id) for row in self.in_force()]
        return missing_bills(bills, today, self._desk.settings.value(DUE_DAY, today))

    def remembered_mapping(self, headings: Sequence[str]) -> Mapping[str, str] | None:
        """Return the column mapping last used for a bill with these headings, or None."""
        found = BillMapping.get_or_none(BillMapping.headings == _key(headings))
        return dict(json.loads(found.mapping)) if found else None

    def remembered_operator(self, headings: Sequence[str]) -> str:
        """Return whose bill the last one with these headings was; an empty text where there was none."""
        found = BillMapping.get_or_none(BillMapping.headings == _key(headings))
        return str(found.operator) if found else ""

    def remember_mapping(
        self, headings: Sequence[str], mapping: Mapping[str, str], on: date, operator: str = ""
    ) -> None:
        """Keep the column mapping, and whose bill it was, for the next bill with these headings."""
        values = {"mapping": json.dumps(dict(mapping), ensure_ascii=False), "used_on": on, "operator": operator}
        with self._desk.work("bill.mapping") as work:
            BillMapping.insert(headings=_key(headings), **values).on_conflict(
                conflict_target=[BillMapping.headings], update=values
            ).execute()
            work.wrote("bill_mapping", 0, QT_TRANSLATE_NOOP("desk", "记住账单的列对应"))

    def _check(self, reading: BillReading, taking: Taking) -> None:
        if not reading.sums.calls and not reading.fixed_fen:
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{file}”里没有读到一次通话，没有导入。"), file=reading.file)
        same = Bill.get_or_none((Bill.sha256 == reading.sha256) & (Bill.state == "in"))
        if same is not None and same.id not in taking.replaced:
            template = QT_TRANSLATE_NOOP("desk", "这个文件 {on} 已经导入过（{operator} {month}），没有再导入。")
            raise UserError(template, on=same.imported_on, operator=same.operator, month=same.month)
        if reading.differences and not taking.accepted:
            template = QT_TRANSLATE_NOOP("desk", "账单自己的合计和读到的不一样：{what}。核对过再导入。")
            raise NeedsConfirmation("difference", template, what=difference_words(reading))

    def _plain(self, reading: BillReading, entry: BillEntry) -> dict[str, Any]:
        return {
            "operator": entry.operator,
            "operator_key": sort_key(entry.operator),
            "source": reading.source,
            "file_name": reading.file,
            "sha256": reading.sha256,
            "month": entry.month,
            "account": reading.account,
            "period_from": reading.period_from or None,
            "period_to": reading.period_to or None,
            "numbers": len(reading.numbers),
            "calls": reading.sums.calls,
            "seconds": reading.sums.seconds,
            "base_fen": reading.sums.base_fen,
            "info_fen": reading.sums.info_fen,
            "discount_fen": reading.sums.discount_fen,
            "calls_fen": reading.sums.fee_fen,
            "footer_calls": reading.said("calls"),
            "footer_seconds": reading.said("seconds"),
            "footer_fen": reading.said("fee"),
            "footer_due_fen": reading.said("due"),
            "damaged": reading.damaged,
            "repeated": reading.repeated,
            "imported_on": self._desk.clock.today(),
        }

    def _sums(
        self, record: int, reading: BillReading, skipped: Sequence[int], month: str, doubled: int
    ) -> dict[str, Any]:
        """Return what is known of a bill only when its calls are in: charges, and the sums where calls were skipped."""
        charged = self._records.charged(skipped, month)
        values: dict[str, Any] = dict(self._records.take_numbers(record, reading, charged, again=bool(doubled)))
        if doubled:
            values |= self._records.sums(record, reading.source)
            values["remark"] = f"有 {doubled} 次通话已在别的账单里，没有重复计入。"
        return values

    def _tell_new(self, work: UnitOfWork, record: int) -> None:
        found = Bill.get_by_id(record)
        after: dict[str, Value] = {name: value for name, value in found.__data__.items() if name != "id"}
        sentence = QT_TRANSLATE_NOOP("desk", "导入 {operator} {month} 的账单，{calls} 次通话")
        operator, month, calls = found.operator, found.month, found.calls
        work.wrote("bill", record, sentence, after=after, undoable=True, operator=operator, month=month, calls=calls)
        self._index(record)
        self._changed(work, record)

    def _void_in(self, work: UnitOfWork, record: int, reason: str) -> None:
        found = Bill.get_by_id(record)
        LIFECYCLE.check(found.state, "void")
        before: dict[str, Value] = {"state": found.state, "void_on": found.void_on, "remark": found.remark}
        after: dict[str, Value] = {"state": "void", "void_on": self._desk.clock.today(), "remark": reason}
        Bill.update(after).where(Bill.id == record).execute()
        self._records.set_aside(record, found.source)
        sentence = QT_TRANSLATE_NOOP("desk", "账单作废：{reason}")
        work.wrote("bill", record, sentence, before=before, after=after, undoable=True, reason=reason)
        self._changed(work, record)

    def _changed(self, work: UnitOfWork, record: int) -> None:
        for follower in self.followers:
            follower(work, record)
        work.changed("bills")

    def _index(self, record: int) -> None:
        found = Bill.get_by_id(record)
        numbers = BillNumber.select(BillNumber.number).where(BillNumber.bill_id == record).limit(_MOST_SEARCHED)
        words = [found.month, found.account, *(one.number for one in numbers)]
        self._desk.search.put("bill", record, [found.operator, found.file_name], words)

    def _after_undo(self, work: UnitOfWork, records: Sequence[int]) -> None:
        """Let the calls of bills that are no longer void count again, and make what came back findable.

        Raises UserError where another bill counts them by now, or where a bill leans on one that went.
        """
        self._refuse_left_out()
        for record in records:
            found = Bill.get_by_id(record)
            if found.state == "in":
                self._records.put_back(record, found.source)
                self._refuse_twice(record, found.source)
            self._index(record)
            self._changed(work, record)

    def _refuse_left_out(self) -> None:
        """Raise UserError where calls of a bill in force are counted nowhere, for the bill that held them went."""
        found = self._records.left_out()
        if found is not None:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "desk",
                    "“{file}”里有 {calls} 次通话或月租算在这份账单里，没有重复计入。先作废那一份，再动这一份，"
                    "然后重新导入那一份。",
                ),
                file=found[0],
                calls=found[1],
            )

    def _refuse_twice(self, record: int, source: str) -> None:
        """Raise UserError where what a bill brings back is counted by another one by now."""
        found = self._records.counted_twice(record, source)
        if found is not None:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "desk", "这份账单里的通话或月租（{calls} 次通话）已经由“{file}”计入，不能再恢复；先作废那一份。"
                ),
                file=found[0],
                calls=found[1],
            )


def difference_words(reading: BillReading) -> str:
    """Return how the totals of a bill differ from what was read, those of all of it first."""
    found = reading.differences
    whole = [one for one in found if not one.number] or list(found)
    words = [_difference(one.what, one.said, one.read) for one in whole if one.what in ("calls", "fee", "due")]
    words = words or [_difference(one.what, one.said, one.read) for one in whole]
    reasons = [f"{reading.damaged} 行读不出来"] if reading.damaged else []
    reasons += [f"{reading.repeated} 行印了两遍"] if reading.repeated else []
    return "；".join(words) + (f"（{'、'.join(reasons)}）" if reasons else "")


def _difference(what: str, said: int, read: int) -> str:
    title, is_money = _WHAT[what]
    if is_money:
        return f"{title} {fen_to_text(said)}，读到 {fen_to_text(read)}"
    return f"{title} {said}，读到 {read}"


_WHAT = {
    "calls": ("次数", False),
    "seconds": ("总秒数", False),
    "base": ("基本费", True),
    "info": ("信息费", True),
    "discount": ("优惠", True),
    "fee": ("通话费", True),
    "due": ("应缴总额", True),
}


def _key(headings: Sequence[str]) -> str:
    return "\n".join(headings)

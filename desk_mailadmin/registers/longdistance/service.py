"""The long-distance log: entered, checked against the bills, handed in and reviewed each month (002/5.四)."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.lines.rules import holding
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.longdistance.entries import LogEntry, checked, texts_from
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.model import LongDistance, LongDistanceMapping, LongDistanceReview
from desk_mailadmin.registers.longdistance.records import LongDistanceRecords, Whose, day_of_month
from desk_mailadmin.registers.longdistance.rules import RANKS, REVIEW_DAY, standing_of
from desk_mailadmin.registers.months.rules import checked_month, title_of
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

if TYPE_CHECKING:
    from desk_mailadmin.registers.longdistance.corrections import CorrectedLog
    from desk_mailadmin.registers.longdistance.proposals import Comparison, Known

PRIVATE, UNALLOWED, REVIEWED = "private", "unallowed", "reviewed"
"""What the clerk is asked before an entry is kept that the regulation does not allow."""
_MONTHS_BACK = 12
_MOST_SETS = 20
_SAME = ("user", "callee", "result", "approver", "approval", "remark")
"""Keys of plain data that are fields of an entry."""


class Slip(Struct, frozen=True):
    """An approval of one call (长途电话批准单): its number, whose, from which set, on which day, where its key is.

    ``key_out`` says that the key of a locked set was handed out and is not back yet.
    """

    number: str
    record: int
    name: str
    staff: int
    extension: str
    on_day: date | None
    key_out: bool = False
    key_at: str = ""


class Review(Struct, frozen=True):
    """A unit's sheet of a month: when it was handed in, when the general manager reviewed it, and who did."""

    id: int
    month: str
    branch: int
    handed_on: date
    handed_by: str
    reviewed_on: date | None
    reviewed_by: str
    remark: str


class Outcome(Struct, frozen=True):
    """What an import wrote, and the batch by which it is undone; ``judged`` counts the entries by their state."""

    batch: int
    entries: int
    known: int
    months: tuple[str, ...]
    judged: Mapping[str, int]


class LongDistanceService(LongDistanceRecords):
    """The log; ``slips`` and ``keys_out`` are put in by the register that keeps the approvals."""

    def __init__(
        self,
        desk: Desk,
        departments: DepartmentsService,
        staff: StaffService,
        lines: LinesService,
        panel: Callable[[LongDistanceService, int], Detail],
    ) -> None:
        super().__init__(desk, staff, lines)
        self._departments, self._panel = departments, panel
        self.slips: Callable[[date, date], Sequence[Slip]] = lambda _first, _last: ()
        """Approved slips for calls between two days, both inclusive."""
        self.keys_out: Callable[[], Sequence[Slip]] = lambda: ()
        """Slips whose key is out now (002/1.五)."""
        desk.after_undo("longdistance", self._again)

    # entering

    def standing(self, entry: LogEntry, whose: Whose | None = None) -> tuple[str, str]:
        """Return by what a call was allowed, and the slip's number: rank, the set's right that day, slip, signature.

        ``none`` where by nothing (002/5.四(二)、(三)).
        """
        whose = whose or self.whose([entry])
        person, line = whose.people.get(entry.staff or 0), whose.lines.get(entry.line or 0)
        rank = person.rank if person else ""
        rights = holding(line.rights, entry.on_day) if line else frozenset()
        slip = self.slip_of(entry, line)
        ranks = self._desk.settings.value(RANKS, entry.on_day)
        approved = bool(slip or entry.approval)
        found = standing_of(rank=rank, ranks=ranks, rights=rights, slip=approved, approver=entry.approver)
        return found, slip.number if slip else entry.approval

    def slip_of(self, entry: LogEntry, line: LineRow | None) -> Slip | None:
        """Return the slip that allows an entry: of that person and day, for that set where it names one."""
        if entry.staff is None:
            return None
        found = [slip for slip in self.slips(entry.on_day, entry.on_day) if slip.staff == entry.staff]
        sets = {"", entry.phone, *((line.extension, line.number) if line else ())}
        return next((slip for slip in found if slip.extension in sets), None)

    def enter(self, entry: LogEntry, confirmed: Collection[str] = frozenset()) -> int:
        """Enter a call by hand and return its id.

        Raises UserError for an entry that cannot stand, NeedsConfirmation for a private call (PRIVATE), one that
        nobody allowed (UNALLOWED), and one into a month that was reviewed (REVIEWED).
        """
        values = self._checked(entry, confirmed)
        with self._desk.work("longdistance.enter") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "登记 {user} 的长途电话 {number}")
            said = {"user": values["user_name"], "number": values["called"]}
            record = self.create_in(work, {**values, "source": "hand"}, sentence, **said)
            self.check_in(work, month_of(entry.on_day))
        return record

    def edit(self, record: int, entry: LogEntry, confirmed: Collection[str] = frozenset()) -> None:
        """Change an entry; raises what ``enter`` raises."""
        before = self._own(record)
        values = self._checked(entry, confirmed)
        with self._desk.work("longdistance.edit") as work:
            self.update_in(work, record, values, QT_TRANSLATE_NOOP("desk", "修改长途登记"))
            for month in {before.month, values["month"]}:
                self.check_in(work, month)

    def drop(self, record: int) -> None:
        """Delete an entry that was made by mistake; it may be taken back today."""
        before = self._own(record)
        self._check_review(before.branch_id, before.month, frozenset())
        with self._desk.work("longdistance.drop") as work:
            self.drop_in(work, record, QT_TRANSLATE_NOOP("desk", "删除长途登记"))
            self.check_in(work, before.month)

    def of_call(self, call: int) -> LongDistanceRow | None:
        """Return the entry that was found to be a billed call; None where there is none that somebody wrote."""
        found = LongDistance.get_or_none((LongDistance.call_id == call) & (LongDistance.source != "call"))
        return self.rows([found.id])[0] if found else None

    def last_entry(self) -> LogEntry | None:
        """Return the entry made by hand last, None where there is none."""
        found = LongDistance.select(LongDistance.id).where(LongDistance.source == "hand")
        last = found.order_by(LongDistance.id.desc()).first()
        return self.entry(int(last.id)) if last else None

    def sets_like(self, text: str) -> Sequence[int]:
        """Return the sets that some digits or letters mean: by extension, number, holder or label."""
        found = self.lines.keys(Query(segment="active", search=text, sort="extension"))
        return list(found[:_MOST_SETS])

    def entry_from(self, data: Mapping[str, Any]) -> LogEntry:
        """Return the call of plain data (``record longdistance``); UserError for a person, set or key nobody knows."""
        texts = texts_from(data)
        staff = self.staff.numbered(texts["emp_no"]) if texts["emp_no"] else None
        if texts["emp_no"] and staff is None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "没有工号 {emp_no} 这个人。"), field="emp_no", emp_no=texts["emp_no"]
            )
        if staff is None and len(named := self.staff.named(texts["user"])) == 1:
            staff = named[0]
        try:
            on_day = date.fromisoformat(texts["on"])
        except ValueError:
            template = QT_TRANSLATE_NOOP("desk", "日期“{text}”应写成 2026-12-03 这样。")
            raise UserError(template, field="on", text=texts["on"]) from None
        line = self.lines.extension_line(self.staff.branch_of(staff) if staff else None, texts["extension"])
        same: dict[str, Any] = {
            key: texts[key] for key in ("user", "callee", "result", "approver", "approval", "remark")
        }
        return LogEntry(
            on_day=on_day, staff=staff, line=line, phone="" if line else texts["extension"], called=texts["number"],
            from_at=texts["from"], to_at=texts["to"], purpose=texts["reason"], private=bool(data.get("private")),
            **same,
        )  # fmt: skip

    def take_over(
        self,
        file_name: str,
        comparisons: Sequence[Comparison],
        progress: Callable[[int, int], None] = lambda _d, _a: None,
    ) -> Outcome:
        """Write the entries of a hand-kept log as one batch and check the months; return what was written."""
        due = [one for one in comparisons if one.is_written]
        with self._desk.work("longdistance.import", batch=True) as work:
            sentence = QT_TRANSLATE_NOOP("desk", "导入长途登记 {file}")
            batch = work.wrote("import", 0, sentence, undoable=True, file=file_name)
            made: list[int] = []
            whose = self.whose(one.entry for one in due)
            for done, one in enumerate(due, 1):
                standing, approval = self.standing(one.entry, whose)
                values = {**self.columns_of(one.entry, whose), "standing": standing, "approval": approval}
                values |= {"source": "import", "source_file": file_name, "source_row": one.place.row}
                sentence = QT_TRANSLATE_NOOP("desk", "从登记表导入")
                made.append(self.create_in(work, values, sentence, indexed=False))
                progress(done, len(due))
            self.index(made)
            months = tuple(sorted({month_of(one.entry.on_day) for one in due}))
            for month in months:
                self.check_in(work, month)
        judged: dict[str, int] = {}
        for row in self.rows(made):
            judged[row.state] = judged.get(row.state, 0) + 1
        return Outcome(batch, len(made), len(comparisons) - len(due), months, judged)

    # the month's sheet

    def review_of(self, month: str, branch: int) -> Review | None:
        """Return how far a unit's sheet of a month is, None where it was not handed in."""
        found = LongDistanceReview.get_or_none(
            (LongDistanceReview.month == month) & (LongDistanceReview.branch == branch)
        )
        return _review(found) if found else None

    def hand_in(self, month: str, branch: int, on: date, by: str) -> None:
        """Record that a unit's sheet of a month was handed in (002/5.四(一))."""
        by = checked_line(by, QT_TRANSLATE_NOOP("desk", "交表人"), "by", 60)
        self._keep_review(checked_month(month), branch, {"handed_on": self._day(on, "on"), "handed_by": by},
                          QT_TRANSLATE_NOOP("desk", "{month}长途电话记录表已交管理部"))  # fmt: skip

    def review(self, month: str, branch: int, on: date, by: str, remark: str = "") -> None:
        """Record date and signature of the general manager's review; UserError before the sheet was handed in."""
        held = self.review_of(checked_month(month), branch)
        by = checked_line(by, QT_TRANSLATE_NOOP("desk", "核阅人"), "by", 60)
        if not by:
            raise UserError(QT_TRANSLATE_NOOP("desk", "写明由谁核阅。"), field="by")
        if held is not None and on < held.handed_on:
            raise UserError(QT_TRANSLATE_NOOP("desk", "核阅日期早于交表日期 {on}。"), field="on", on=held.handed_on)
        remark = checked_line(remark, QT_TRANSLATE_NOOP("desk", "核阅意见"), "remark", 200)
        values = {"reviewed_on": self._day(on, "on"), "reviewed_by": by, "remark": remark}
        given = values if held else {**values, "handed_on": on}
        self._keep_review(month, branch, given, QT_TRANSLATE_NOOP("desk", "{month}长途电话记录表已核阅"))

    def waiting(self, today: date) -> Sequence[tuple[str, int, str, Review | None, date]]:
        """Return the sheets of past months that are not reviewed: month, unit, its name, how far it is, due day."""
        found = []
        for month in self.months()[:_MONTHS_BACK]:
            if month >= month_of(today):
                continue
            due = day_of_month(month, self._desk.settings.value(REVIEW_DAY, today))
            for branch, name in self.branches_of(month):
                held = self.review_of(month, branch)
                if held is None or held.reviewed_on is None:
                    found.append((month, branch, name, held, due))
        return found

    # hand-kept logs

    def known(self) -> Known:
        """Return what tells which person and set the lines of a log mean, and which of them stand here already."""
        from desk_mailadmin.registers.longdistance.proposals import Known

        branches = {name: record for record, name in self._departments.branches()}
        return Known(self.staff.everybody(), self.lines.assignments(), branches, self.rows(self.keys(Query())))

    def compare(self, corrected: CorrectedLog) -> tuple[Comparison, ...]:
        """Return what an import would do with each line that goes in; nothing is written."""
        from desk_mailadmin.registers.longdistance.proposals import Comparison

        known, found = self.known(), []
        for row, line in enumerate(corrected.reading.rows):
            if corrected.goes_in(row):
                entry = known.entry_of(corrected.line(row))
                found.append(Comparison(row, line.place, entry, known.is_known(entry)))
        return tuple(found)

    def remembered_mapping(self, headings: Sequence[str]) -> Mapping[str, str] | None:
        """Return the column mapping last used for a log with these headings, or None."""
        found = LongDistanceMapping.get_or_none(LongDistanceMapping.headings == _key(headings))
        return dict(json.loads(found.mapping)) if found else None

    def remember_mapping(self, headings: Sequence[str], mapping: Mapping[str, str], on: date) -> None:
        """Keep the column mapping for the next log with these headings."""
        values = {"mapping": json.dumps(dict(mapping), ensure_ascii=False), "used_on": on}
        with self._desk.work("longdistance.mapping") as work:
            LongDistanceMapping.insert(headings=_key(headings), **values).on_conflict(
                conflict_target=[LongDistanceMapping.headings], update=values
            ).execute()
            work.wrote("longdistance_mapping", 0, QT_TRANSLATE_NOOP("desk", "记住长途登记表的列对应"))

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of an entry."""
        return self._panel(self, record)

    # inside

    def _checked(self, entry: LogEntry, confirmed: Collection[str]) -> dict[str, Any]:
        entry = checked(entry, self._desk.clock.today())
        standing, approval = self.standing(entry)
        if entry.private and PRIVATE not in confirmed:
            raise NeedsConfirmation(
                PRIVATE,
                QT_TRANSLATE_NOOP("desk", "禁止打私人长途电话（电话制度 5.四(四)）。已经打了的照实登记，列入核查。"),
            )
        if standing == "none" and UNALLOWED not in confirmed:
            raise NeedsConfirmation(
                UNALLOWED,
                QT_TRANSLATE_NOOP(
                    "desk",
                    "使用人不是所长以上人员，话机当天没有长途权限，也没有批准单（5.四(三)）。照实登记，列入核查。",
                ),
            )
        values = {**self.columns_of(replace(entry, approval=approval)), "standing": standing}
        self._check_review(values["branch_id"], values["month"], confirmed)
        return values

    def _check_review(self, branch: int | None, month: str, confirmed: Collection[str]) -> None:
        held = self.review_of(month, branch) if branch is not None else None
        if held is not None and held.reviewed_on is not None and REVIEWED not in confirmed:
            raise NeedsConfirmation(
                REVIEWED,
                QT_TRANSLATE_NOOP("desk", "{month}的长途电话记录表 {on} 已经由{by}核阅，改动后要重新核阅。"),
                month=title_of(month),
                on=held.reviewed_on,
                by=held.reviewed_by,
            )

    def _own(self, record: int) -> LongDistance:
        found = LongDistance.get_by_id(record)
        if found.source == "call":
            raise UserError(QT_TRANSLATE_NOOP("desk", "这是清单里没有登记的电话，用“补登”把它记下来。"))
        return found

    def _keep_review(self, month: str, branch: int, values: Mapping[str, Any], sentence: str) -> None:
        found = LongDistanceReview.get_or_none(
            (LongDistanceReview.month == month) & (LongDistanceReview.branch == branch)
        )
        with self._desk.work("longdistance.review") as work:
            if found is None:
                made = {"month": month, "branch_id": branch, **values}
                record = int(LongDistanceReview.create(**made).id)
                work.wrote("longdistance_review", record, sentence, after=made, undoable=True, month=title_of(month))
            else:
                before = {key: getattr(found, key) for key in values}
                LongDistanceReview.update(**values).where(LongDistanceReview.id == found.id).execute()
                work.wrote("longdistance_review", int(found.id), sentence, before=before, after=values, undoable=True,
                           month=title_of(month))  # fmt: skip
            work.changed("longdistance")

    def _day(self, on: date, field: str) -> date:
        if on > self._desk.clock.today():
            raise UserError(QT_TRANSLATE_NOOP("desk", "日期 {on} 还没有到。"), field=field, on=on)
        return on

    def _again(self, work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable, and check the months anew: what was taken back is logged no more."""
        self.index(records)
        for month in {*self.checkable()[:_MONTHS_BACK], *(row.month for row in self.rows(records))}:
            self.check_in(work, month)


def _review(found: LongDistanceReview) -> Review:
    return Review(
        int(found.id), found.month, found.branch_id, found.handed_on, found.handed_by, found.reviewed_on,
        found.reviewed_by, found.remark,
    )  # fmt: skip


def _key(headings: Sequence[str]) -> str:
    return json.dumps(list(headings), ensure_ascii=False)

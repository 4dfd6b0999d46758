"""What papers do to lines: installed, moved, stopped, removed, transferred; rights given; a penalty's stop."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import NeedsConfirmation
from desk_mailadmin.kernel.paper_effects import PaperDone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.lines.deeds import assign_in, reopen_assignment_in, restore_right_in, revoke_in, update_in
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.lines.model import Line, LinePaper, LineRight
from desk_mailadmin.registers.lines.rules import LONG_DISTANCE, Right
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.store.work import UnitOfWork

UNKNOWN_LINE = "unknown_line"
"""The question asked about a number that no line has."""

RIGHT_WORDS = {"内线": "inside", "市话": "local", "国内长途": "domestic", "国际长途": "international"}
"""What the form of rights calls each of them."""

_LONGEST_EXTENSION = 6
_FIXED = ("extension", "direct", "fax")
_OUTSIDE = ("local", "domestic", "international")
_KINDS = {"分机": "extension", "直线": "direct", "传真线": "fax"}
_KEPT = (
    "branch_id", "department_id", "staff_id", "holder_key", "place", "set_model", "quota_fen", "state", "stopped_on",
    "keep_until", "reopen_on", "removed_on", "stop_reason", "stop_paper",
)  # fmt: skip
"""The columns that an application may change."""

Deed = Callable[[UnitOfWork, int, PaperDone], None]


class _LineEffect:
    """What following an application has in common, whatever its kind does to the line it names."""

    def __init__(self, lines: LinesService) -> None:
        self.lines = lines

    def ask(self, fields: Mapping[str, Any], staff: int) -> None:
        """Raise NeedsConfirmation where the form names a number that none of the desk's lines has."""
        number = str(fields.get("extension") or "")
        if number and self.lines.known_any() and self.lines.meant(staff, number) is None:
            raise NeedsConfirmation(
                UNKNOWN_LINE,
                QT_TRANSLATE_NOOP("desk", "线路里没有 {number}，办理时不会改线路登记。"),
                number=number,
            )

    def known(self, fields: Mapping[str, Any], staff: int) -> Mapping[str, str]:
        """Return place and holder of the line whose number a form names; nothing where no line has it."""
        record = self.lines.meant(staff, str(fields.get("extension") or ""))
        if record is None:
            return {}
        row = self.lines.row(record)
        holder = f"{row.name}（{row.emp_no}）" if row.emp_no else ""
        place = "place" if fields.get("work") in ("停机保号", "拆机") else "old_place"
        return {place: row.place, "holder": holder}

    def line_of(self, done: PaperDone) -> int | None:
        """Return the line an application names, None where the desk knows none of that number."""
        return self.lines.meant(done.staff, done.text("extension"))

    def undo_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """Put back what the application changed, as far as nothing else changed it since."""
        for paper in LinePaper.select().where((LinePaper.paper == number) & (LinePaper.state == "done")):
            self._put_back(work, paper, on)
            self._mark(work, paper, "undone")
        for right in LineRight.select().where(LineRight.application == number):
            revoke_in(work, right)
        for right in LineRight.select().where(LineRight.ended_by == number):
            restore_right_in(work, right)
        work.changed("lines")

    def _put_back(self, work: UnitOfWork, paper: LinePaper, on: date) -> None:
        before, after = json.loads(paper.before), json.loads(paper.after)
        if not before:  # the line came with the paper
            self.lines.remove_in(work, paper.line_id, on)
            return
        now = _columns(paper.line_id)
        back = {key: value for key, value in before.items() if now[key] == after[key]}
        if not back:
            return
        update_in(
            work, paper.line_id, _dated(back), QT_TRANSLATE_NOOP("desk", "{paper} 作废，恢复原状"), paper=paper.paper
        )
        if "state" in back and after["state"] == "removed":
            reopen_assignment_in(work, paper.line_id)
        elif {"staff_id", "department_id"} & back.keys():
            assign_in(work, paper.line_id, _links(paper.line_id), on)
        self.lines.index([paper.line_id])

    def _mark(self, work: UnitOfWork, paper: LinePaper, state: str) -> None:
        LinePaper.update(state=state).where(LinePaper.id == paper.id).execute()
        sentence = QT_TRANSLATE_NOOP("desk", "{paper} 不再有效")
        before, after = {"state": paper.state}, {"state": state}
        work.wrote("line_paper", paper.id, sentence, before=before, after=after, undoable=True, paper=paper.paper)

    @contextmanager
    def _noted(self, work: UnitOfWork, record: int, done: PaperDone) -> Iterator[None]:
        """Keep what an application changes of a line, so that voiding it can put it back."""
        before = _columns(record)
        yield
        after = _columns(record)
        changed = [key for key in _KEPT if before[key] != after[key]]
        _note(work, record, done, {key: before[key] for key in changed}, {key: after[key] for key in changed})


class LineWork(_LineEffect):
    """电话装移机申请单: a line is installed, moved, stopped, removed, or handed to another department."""

    def carry_out_in(self, work: UnitOfWork, done: PaperDone) -> None:
        """Do what the form says was done; a number no line has is left to the paper."""
        if done.text("work") == "新装":
            self._install(work, done)
            return
        record = self.line_of(done)
        deeds: Mapping[str, Deed] = {
            "移机": self._move, "停机保号": self._stop, "拆机": self._remove, "话机调配": self._transfer
        }  # fmt: skip
        if record is None or done.text("work") not in deeds:
            return
        with self._noted(work, record, done):
            deeds[done.text("work")](work, record, done)

    def end_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """Open again what the application stopped (复机)."""
        for line in Line.select().where((Line.stop_paper == number) & (Line.state == "stopped")):
            self.lines.reopen_in(work, line.id, on)

    def _install(self, work: UnitOfWork, done: PaperDone) -> None:
        number, staff = done.text("new_number"), done.people.get("holder")
        is_extension = len(number) <= _LONGEST_EXTENSION
        kind = "extension" if is_extension else _KINDS.get(done.text("line"), "")
        department = self.lines.department_of(staff if staff is not None else done.staff)
        entry = LineEntry(
            branch=self.lines.branch_of(department), department=department, kind=kind, staff=staff,
            extension=number if is_extension else "", number="" if is_extension else number,
            place=done.text("place"), installed_on=done.on, since=done.on,
        )  # fmt: skip
        record = self.lines.add_in(work, entry)
        _note(work, record, done, {}, {})

    def _move(self, work: UnitOfWork, record: int, done: PaperDone) -> None:
        entry = replace(self.lines.entry(record), place=done.text("place"))
        self.lines.edit_in(work, record, self._held(entry, done), done.on)

    def _transfer(self, work: UnitOfWork, record: int, done: PaperDone) -> None:
        known = self.lines.entry(record)
        department = self.lines.department_of(done.staff)
        entry = replace(
            known, department=department, branch=self.lines.branch_of(department), staff=None,
            place=done.text("place"), set_model=done.text("set") or known.set_model,
        )  # fmt: skip
        self.lines.edit_in(work, record, self._held(entry, done), done.on)

    def _held(self, entry: LineEntry, done: PaperDone) -> LineEntry:
        holder = done.people.get("holder")
        return entry if holder is None else replace(entry, staff=holder)

    def _stop(self, work: UnitOfWork, record: int, done: PaperDone) -> None:
        if self.lines.row(record).state != "active":  # a penalty stopped it before
            return
        until = done.day("reopen_on")
        self.lines.stop_in(
            work, record, done.day("stop_on") or done.on, keep_until=until, reopen_on=until,
            reason=done.text("stop_reason"), paper=done.number,
        )  # fmt: skip

    def _remove(self, work: UnitOfWork, record: int, done: PaperDone) -> None:
        self.lines.remove_in(work, record, done.on, done.number)


class ExtensionRights(_LineEffect):
    """分机权限申请单: rights given for a time or for good, the quota set, an extension switched on or off."""

    def carry_out_in(self, work: UnitOfWork, done: PaperDone) -> None:
        """Do what the form says was done; a number no line has is left to the paper."""
        record = self.line_of(done)
        if record is None:
            return
        with self._noted(work, record, done):
            match done.text("matter"):
                case "核定权限和额度":
                    self._give(work, record, done, instead=done.day("until_on") is None)
                    self._set_quota(work, record, done)
                case "开通长途":
                    self._give(work, record, done, instead=False)
                case "本部门分机开关":
                    self._switch(work, record, done)
                case "关闭范围外分机":
                    self._close(work, record, _OUTSIDE, done)

    def end_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """Take the rights back that the application gave; they hold on the day itself still."""
        given = LineRight.select().where(LineRight.application == number)
        keys: dict[int, set[str]] = {}
        for right in given:
            keys.setdefault(right.line_id, set()).add(right.right_key)
        for line, ended in keys.items():
            self.lines.withdraw_in(work, line, sorted(ended), on + timedelta(days=1), number, only=number)

    def _give(self, work: UnitOfWork, record: int, done: PaperDone, *, instead: bool) -> None:
        start, until = done.day("from_on") or done.on, done.day("until_on")
        words = done.fields.get("rights") or ()
        rights = [Right(RIGHT_WORDS[word], start, until, done.number) for word in words if word in RIGHT_WORDS]
        self.lines.give_in(work, record, rights, instead=instead)

    def _set_quota(self, work: UnitOfWork, record: int, done: PaperDone) -> None:
        fen = done.fields.get("fee_limit")
        if isinstance(fen, int) and fen:
            update_in(
                work, record, {"quota_fen": fen}, QT_TRANSLATE_NOOP("desk", "{paper} 核定额度"), paper=done.number
            )

    def _switch(self, work: UnitOfWork, record: int, done: PaperDone) -> None:
        match done.text("switch"):
            case "开外线":
                self._open(work, record, "local", done)
            case "开长途":
                self._open(work, record, "domestic", done)
            case "关外线":
                self._close(work, record, _OUTSIDE, done)
            case "关长途":
                self._close(work, record, sorted(LONG_DISTANCE), done)

    def _open(self, work: UnitOfWork, record: int, key: str, done: PaperDone) -> None:
        self.lines.give_in(work, record, [Right(key, done.on, None, done.number)])

    def _close(self, work: UnitOfWork, record: int, keys: tuple[str, ...] | list[str], done: PaperDone) -> None:
        self.lines.withdraw_in(work, record, keys, done.on + timedelta(days=1), done.number)


class LineStop(Struct, frozen=True):
    """A stop that a penalty orders: its number, from when until when, and for what."""

    number: str
    on: date
    until: date
    reason: str


class LineStops:
    """Penalties stop lines and open them again (002/12.九)."""

    def __init__(self, lines: LinesService) -> None:
        self._lines = lines

    def line_for(self, staff: int, wanted: str) -> LineRow | None:
        """Return the line that is meant: the one of that number, else the only fixed one in use the person has."""
        if wanted:
            record = self._lines.meant(staff, wanted)
            return None if record is None else self._lines.row(record)
        found = self.lines_of(staff)
        return found[0] if len(found) == 1 else None

    def lines_of(self, staff: int) -> list[LineRow]:
        """Return the fixed lines in use that a person has."""
        return [row for row in self._lines.of_person(staff) if row.kind in _FIXED and row.state == "active"]

    def stop_in(self, work: UnitOfWork, staff: int, wanted: str, stop: LineStop) -> str:
        """Stop the line that is meant and return its name; nothing where nobody knows it or it stands still already."""
        row = self.line_for(staff, wanted)
        if row is None or row.state != "active":
            return ""
        self._lines.stop_in(
            work, row.id, stop.on, keep_until=stop.until, reopen_on=stop.until, reason=stop.reason, paper=stop.number
        )
        return row.title

    def reopen_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """Open the lines again that a case stopped."""
        if not number:
            return
        for line in Line.select().where((Line.stop_paper == number) & (Line.state == "stopped")):
            stopped_on = self._lines.row(line.id).stopped_on
            self._lines.reopen_in(work, line.id, max(on, stopped_on or on))


def _columns(record: int) -> dict[str, Any]:
    """Return the columns of a line that applications may change, as JSON holds them."""
    line = Line.get_by_id(record)
    values = {key: getattr(line, key) for key in _KEPT}
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}


def _dated(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: date.fromisoformat(value) if value and key.endswith(("_on", "_until")) else value
        for key, value in columns.items()
    }


def _links(record: int) -> dict[str, Any]:
    line = Line.get_by_id(record)
    keys = ("branch_id", "number", "extension", "staff_id", "department_id", "label")
    return {key: getattr(line, key) for key in keys}


def _note(work: UnitOfWork, record: int, done: PaperDone, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    values: dict[str, Any] = {
        "line_id": record,
        "paper": done.number,
        "on_day": done.on,
        "before": json.dumps(before, ensure_ascii=False),
        "after": json.dumps(after, ensure_ascii=False),
    }
    made = LinePaper.create(**values)
    sentence = QT_TRANSLATE_NOOP("desk", "按 {paper} 办理")
    work.wrote("line_paper", made.id, sentence, after=values, undoable=True, paper=done.number)

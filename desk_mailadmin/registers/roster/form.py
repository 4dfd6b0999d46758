"""The import of a roster as the clerk sees it: file, columns, check, what changes, result (look/ui 09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.intake.findings import Fault
from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.intake.roster.result import RosterReading, RosterRow
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.roster.corrections import CorrectedReading
from desk_mailadmin.registers.roster.rules import NUMBER_FAULTS, Move, Movement
from desk_mailadmin.registers.roster.service import Outcome, RosterService
from desk_mailadmin.registers.staff.rules import LIFECYCLE, TITLES
from desk_mailadmin.ui.dialogs.import_session import (
    CellFault,
    ImportColumn,
    ImportResult,
    ImportRow,
    MoveGroup,
    MoveLine,
)
from desk_mailadmin.ui.dialogs.sheet_session import NAMED, CorrectedSession, cell_fault, lead_through, part_of
from desk_mailadmin.ui.progress import Report
from desk_mailadmin.ui.shown import shown

_COLUMNS = (
    ("emp_no", 6), ("name", 6), ("branch", 7), ("dept", 7), ("post", 7), ("extension", 4), ("mobile", 8),
    ("hired_on", 7), ("left_on", 7), ("email", 10), ("remark", 6),
)  # fmt: skip
_FIELDS = ("emp_no", "name", "branch", "dept", "post", "rank", "gender", "mobile", "extension", "email", "hired_on",
           "left_on", "status", "remark")  # fmt: skip
_GROUPS = (
    (Move.JOINED, QT_TRANSLATE_NOOP("desk", "新增"), Tone.GREEN),
    (Move.CHANGED, QT_TRANSLATE_NOOP("desk", "有变动"), Tone.BLUE),
    (Move.LEFT, QT_TRANSLATE_NOOP("desk", "离职"), Tone.AMBER),
    (Move.ABSENT, QT_TRANSLATE_NOOP("desk", "名册里没有"), Tone.AMBER),
    (Move.UNCLEAR, QT_TRANSLATE_NOOP("desk", "分不清是谁，不导入"), Tone.RED),
    (Move.UNCHANGED, QT_TRANSLATE_NOOP("desk", "没有变化"), Tone.GREY),
)


def import_roster(bench: Any) -> None:
    """Lead the clerk through the import of a roster."""
    lead_through(bench, RosterSession(bench))


class RosterSession(CorrectedSession[CorrectedReading]):
    """One roster on its way into the desk (ui.dialogs.import_session.ImportSession)."""

    def __init__(self, bench: Any) -> None:
        self.title = shown(QT_TRANSLATE_NOOP("desk", "导入花名册"))
        self.file_filter = shown(QT_TRANSLATE_NOOP("desk", "花名册 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)"))
        self.explanation = shown(
            QT_TRANSLATE_NOOP(
                "desk",
                "人事部的花名册原样选进来就行：标题行、合并的格子、离职的标记都认得。写入之前会先给出检查结果和变动，不改动原文件。",
            )
        )
        self._service: RosterService = bench.services["roster"]
        super().__init__(bench.desk, self._service)
        self._movements: Sequence[Movement] = ()

    def source(self) -> str:
        """Say which sheets were read, and from which header rows."""
        words = shown(QT_TRANSLATE_NOOP("desk", "{sheet}，第 {rows} 行是列名，{people} 行人员"))
        return self._sheets_told(words, "people")

    def fields(self) -> Sequence[Choice]:
        """Return what a column may be taken for."""
        return [Choice(key, shown(TITLES.get(key, _STATUS))) for key in _FIELDS]

    def columns(self) -> Sequence[ImportColumn]:
        """Return the columns of the check table."""
        return [ImportColumn(key, shown(TITLES[key]), width) for key, width in _COLUMNS]

    def rows(self) -> Sequence[ImportRow]:
        """Return every row of a person with what is wrong with it."""
        return [self._row(row) for row in self._reading.rows]

    def edit(self, row: int, column: str, text: str) -> None:
        """Put another text into a cell."""
        self._kept.put(self._reading.rows[row].place, column, text)

    def movements(self) -> Sequence[MoveGroup]:
        """Compare with the desk; nothing is written."""
        self._movements = self._service.compare(self._service.entries_of(self._kept))
        return [group for group in (self._group(*one) for one in _GROUPS) if group.lines]

    def write(self, ticked: frozenset[int], report: Report) -> ImportResult:
        """Write the comparison as one batch, and remember the mapping."""
        self._desk.backups.make("import")
        outcome = self._service.take_over(self._path.name, self._movements, absent_leave=ticked, progress=report)
        self._remember()
        details = (*_details(outcome), *self._refused(outcome), *self._left_out())
        return ImportResult(_sentence(outcome), details, lambda: self._desk.undo(outcome.batch))

    def _refused(self, outcome: Outcome) -> tuple[str, ...]:
        """Say whom the rules kept out, with the row and what to do."""
        rows = self._service.rows_of(self._kept)
        where = QT_TRANSLATE_NOOP("desk", "“{sheet}”第 {row} 行：")
        return tuple(
            (shown(where, sheet=rows[one.source].sheet, row=rows[one.source].row) if one.source is not None else "")
            + shown(one.template, **one.values)
            for one in outcome.refused[:NAMED]
        )

    def _read(self, mapping: Mapping[str, str] | None, report: Report) -> RosterReading:
        return read_roster(
            self._path,
            today=self._desk.clock.today(),
            mapping=mapping,
            progress=part_of(report),
        )

    def _take(self, reading: RosterReading) -> None:
        self._corrected = CorrectedReading(reading, self._desk.clock.today())

    def _row(self, row: RosterRow) -> ImportRow:
        cells = {key: self._kept.text(row, key) for key, _width in _COLUMNS}
        faults = tuple(_cell_fault(fault) for fault in self._kept.faults_of(row.place))
        return ImportRow(row.sheet, row.row, cells, faults, self._kept.goes_in(row))

    def _group(self, move: Move, title: str, tone: Tone) -> MoveGroup:
        lines = tuple(
            MoveLine(m.known or -place - 1, _title(m), f"{m.entry.branch} / {m.entry.dept}", _what(m))
            for place, m in enumerate(self._movements)
            if m.move is move
        )
        choice = QT_TRANSLATE_NOOP("desk", "勾选的登记为今天离职；名册不全时不要勾") if move is Move.ABSENT else ""
        return MoveGroup(str(move), shown(title), tone, lines, choice=shown(choice) if choice else "")


_STATUS = QT_TRANSLATE_NOOP("desk", "在职状态")


def _cell_fault(fault: Fault) -> CellFault:
    more = shown(QT_TRANSLATE_NOOP("desk", "先不带工号导入，以后补。")) if fault.kind in NUMBER_FAULTS else ""
    return cell_fault(fault, fault.field if fault.field in dict(_COLUMNS) else "", more)


def _title(movement: Movement) -> str:
    return f"{movement.entry.name}　{movement.entry.emp_no}".rstrip()


def _what(movement: Movement) -> str:
    if movement.move is Move.UNCLEAR:
        return shown(QT_TRANSLATE_NOOP("desk", "台账里有 {count} 个人可能是"), count=len(movement.candidates))
    if movement.move is Move.JOINED:
        entry = movement.entry
        hired = shown(QT_TRANSLATE_NOOP("desk", "{day} 入职"), day=entry.hired_on) if entry.hired_on else ""
        return "　".join(part for part in (entry.post, hired) if part)
    return "；".join(
        f"{shown(TITLES[key])} {_said(key, old)} → {_said(key, new)}" for key, (old, new) in movement.changes.items()
    )


def _said(key: str, value: object) -> str:
    if key == "state":
        return shown(LIFECYCLE.state(str(value)).title)
    return str(value or "—")


def _sentence(outcome: Outcome) -> str:
    return shown(
        QT_TRANSLATE_NOOP("desk", "已导入：新增 {joined} 人，变动 {changed} 人，离职 {left} 人"),
        joined=outcome.joined,
        changed=outcome.changed,
        left=outcome.left,
    )


def _details(outcome: Outcome) -> tuple[str, ...]:
    if not outcome.skipped:
        return ()
    return (shown(QT_TRANSLATE_NOOP("desk", "{count} 行分不清是谁，没有导入"), count=outcome.skipped),)

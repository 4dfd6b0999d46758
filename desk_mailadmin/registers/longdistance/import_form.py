"""The import of a hand-kept long-distance log as the clerk sees it: file, columns, check, what goes in, result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.intake.findings import Fault
from desk_mailadmin.intake.long_distance.fields import FIELD_TITLES
from desk_mailadmin.intake.long_distance.reader import read_long_distance
from desk_mailadmin.intake.long_distance.result import LogReading
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.longdistance.corrections import CorrectedLog
from desk_mailadmin.registers.longdistance.proposals import Comparison, Known
from desk_mailadmin.registers.longdistance.rules import LIFECYCLE
from desk_mailadmin.registers.longdistance.service import LongDistanceService, Outcome
from desk_mailadmin.ui.dialogs.import_session import (
    CellFault,
    ImportResult,
    ImportRow,
    MoveGroup,
    MoveLine,
    RowState,
)
from desk_mailadmin.ui.dialogs.sheet_session import CorrectedSession, cell_fault, lead_through, part_of
from desk_mailadmin.ui.progress import Report
from desk_mailadmin.ui.shown import shown

_COLUMNS = (
    ("on_day", QT_TRANSLATE_NOOP("desk", "日期"), 6),
    ("name", QT_TRANSLATE_NOOP("desk", "使用人"), 6),
    ("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), 5),
    ("dept", QT_TRANSLATE_NOOP("desk", "部门"), 7),
    ("phone", QT_TRANSLATE_NOOP("desk", "使用电话"), 8),
    ("callee", QT_TRANSLATE_NOOP("desk", "受话人"), 8),
    ("called", QT_TRANSLATE_NOOP("desk", "对方号码"), 9),
    ("from_at", QT_TRANSLATE_NOOP("desk", "起"), 4),
    ("to_at", QT_TRANSLATE_NOOP("desk", "止"), 4),
    ("purpose", QT_TRANSLATE_NOOP("desk", "联络事项"), 7),
    ("result", QT_TRANSLATE_NOOP("desk", "交涉结果"), 8),
    ("approver", QT_TRANSLATE_NOOP("desk", "批准人"), 5),
)
_KEYS = frozenset(key for key, _title, _width in _COLUMNS)
_GROUPS = (
    ("new", QT_TRANSLATE_NOOP("desk", "导入"), Tone.GREEN),
    ("incomplete", QT_TRANSLATE_NOOP("desk", "导入，五项没有写全"), Tone.AMBER),
    ("known", QT_TRANSLATE_NOOP("desk", "以前导入过或登记过，不再导入"), Tone.GREY),
)


def import_log(bench: Any) -> None:
    """Lead the clerk through the import of a hand-kept long-distance log."""
    if lead_through(bench, LongDistanceSession(bench)):
        bench.offer_reckoning()


class LongDistanceSession(CorrectedSession[CorrectedLog]):
    """One log on its way into the desk (ui.dialogs.import_session.ImportSession)."""

    offered, checked = FIELD_TITLES, _COLUMNS

    def __init__(self, bench: Any) -> None:
        self.title = shown(QT_TRANSLATE_NOOP("desk", "导入长途登记表"))
        self.file_filter = shown(
            QT_TRANSLATE_NOOP("desk", "长途电话登记表 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)")
        )
        self.explanation = shown(
            QT_TRANSLATE_NOOP(
                "desk",
                "手工记的长途电话登记表原样选进来就行：10.5、10月8日、〃、9：15、下午2点21分都认得，号码带不带区号都行。导入以后自动和话费清单核对。写入之前会先给出检查结果，不改动原文件。",
            )
        )
        self._service: LongDistanceService = bench.services["longdistance"]
        super().__init__(bench.desk, self._service)
        self._known: Known | None = None
        self._comparisons: Sequence[Comparison] = ()

    def source(self) -> str:
        """Say which sheets were read, and from which header rows."""
        words = shown(QT_TRANSLATE_NOOP("desk", "{sheet}，第 {rows} 行是列名，{entries} 条"))
        return self._sheets_told(words, "entries")

    def rows(self) -> Sequence[ImportRow]:
        """Return every line with what is wrong with it."""
        return [self._row(place) for place in range(len(self._reading.rows))]

    def edit(self, row: int, column: str, text: str) -> None:
        """Put another text into a cell."""
        self._kept.put(row, column, text)

    def movements(self) -> Sequence[MoveGroup]:
        """Compare with the desk; nothing is written."""
        self._comparisons = self._service.compare(self._kept)
        groups = [MoveGroup(key, shown(title), tone, self._lines(key)) for key, title, tone in _GROUPS]
        return [group for group in groups if group.lines]

    def write(self, ticked: frozenset[int], report: Report) -> ImportResult:
        """Write the comparison as one batch, and remember the mapping."""
        self._desk.backups.make("import")
        outcome = self._service.take_over(self._path.name, self._comparisons, progress=report)
        self._remember()
        return ImportResult(
            said(outcome), (*details_of(outcome), *self._left_out()), lambda: self._desk.undo(outcome.batch)
        )

    def _read(self, mapping: Mapping[str, str] | None, report: Report) -> LogReading:
        return read_long_distance(
            self._path,
            today=self._desk.clock.today(),
            mapping=mapping,
            progress=part_of(report),
        )

    def _take(self, reading: LogReading) -> None:
        self._corrected = CorrectedLog(reading, self._desk.clock.today())
        self._known = self._service.known()

    def _row(self, place: int) -> ImportRow:
        assert self._known is not None, "a file is opened first"
        cells = {key: self._kept.text(place, key) for key, _title, _width in _COLUMNS}
        faults = [_cell_fault(fault) for fault in self._kept.faults_of(place)]
        fits = self._kept.goes_in(place)
        if fits:
            line = self._kept.line(place)
            for column, fault in self._known.faults_of(line, self._known.entry_of(line)):
                faults.append(CellFault(column, RowState.NOTICE, shown(fault.template, **fault.values)))
        line = self._reading.rows[place]
        return ImportRow(line.sheet, line.row, cells, tuple(faults), fits)

    def _lines(self, key: str) -> tuple[MoveLine, ...]:
        return tuple(
            MoveLine(one.row, one.entry.user, one.entry.dept, _what(one))
            for one in self._comparisons
            if _group(one) == key
        )


def _group(one: Comparison) -> str:
    return "known" if one.known else "incomplete" if one.entry.missing else "new"


def _what(one: Comparison) -> str:
    entry = one.entry
    parts = (str(entry.on_day), f"{entry.from_at}—{entry.to_at}", entry.called, entry.callee, entry.purpose)
    return "　".join(part for part in parts if part)


def _cell_fault(fault: Fault) -> CellFault:
    return cell_fault(fault, fault.field if fault.field in _KEYS else "")


def said(outcome: Outcome) -> str:
    """Return what an import wrote, in a sentence."""
    return shown(QT_TRANSLATE_NOOP("desk", "已导入 {count} 条长途登记"), count=outcome.entries)


def details_of(outcome: Outcome) -> tuple[str, ...]:
    """Return what came of the entries that an import wrote."""
    words = "、".join(
        f"{shown(state.title)} {outcome.judged[state.key]}" for state in LIFECYCLE.states if state.key in outcome.judged
    )
    checked = shown(QT_TRANSLATE_NOOP("desk", "和话费清单核对：{words}"), words=words)
    known = shown(QT_TRANSLATE_NOOP("desk", "{count} 条以前有了，没有再导入"), count=outcome.known)
    return ((checked,) if words else ()) + ((known,) if outcome.known else ())

"""The import of a hand-kept ledger as the clerk sees it: file, columns, check, what goes in, result (look/ui 09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.intake.findings import Fault
from desk_mailadmin.intake.past_cases.fields import FIELD_TITLES
from desk_mailadmin.intake.past_cases.reader import read_past_cases
from desk_mailadmin.intake.past_cases.result import PastCase, PastReading
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.past_cases.corrections import COLUMN_OF, CorrectedReading
from desk_mailadmin.registers.past_cases.rules import Match
from desk_mailadmin.registers.past_cases.service import (
    Comparison,
    Outcome,
    PastCasesService,
    Taking,
    corrected_of,
    who_fault,
)
from desk_mailadmin.registers.rulebook.rules import SANCTIONS
from desk_mailadmin.ui.dialogs.import_session import (
    CellFault,
    ImportResult,
    ImportRow,
    MoveGroup,
    MoveLine,
    RowState,
)
from desk_mailadmin.ui.dialogs.sheet_session import (
    CorrectedSession,
    cell_fault,
    lead_through,
    named_rows,
    part_of,
    skipped,
)
from desk_mailadmin.ui.progress import Report
from desk_mailadmin.ui.shown import said, shown

_COLUMNS = (
    ("occurred_on", QT_TRANSLATE_NOOP("desk", "日期"), 7),
    ("name", QT_TRANSLATE_NOOP("desk", "姓名"), 6),
    ("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), 6),
    ("dept", QT_TRANSLATE_NOOP("desk", "部门"), 8),
    ("slip", QT_TRANSLATE_NOOP("desk", "单号"), 6),
    ("facts", QT_TRANSLATE_NOOP("desk", "违规事实"), 11),
    ("clause", QT_TRANSLATE_NOOP("desk", "依据条款"), 8),
    ("sanctions", QT_TRANSLATE_NOOP("desk", "处理"), 6),
    ("fine_fen", QT_TRANSLATE_NOOP("desk", "罚款"), 6),
    ("recovery_fen", QT_TRANSLATE_NOOP("desk", "追缴或赔偿"), 6),
    ("remark", QT_TRANSLATE_NOOP("desk", "备注"), 8),
)
_KEYS = frozenset(key for key, _title, _width in _COLUMNS)
_GROUPS = (
    ("counted", QT_TRANSLATE_NOOP("desk", "导入并计入累计次数"), Tone.GREEN),
    ("left", QT_TRANSLATE_NOOP("desk", "已离职的人"), Tone.BLUE),
    ("unknown", QT_TRANSLATE_NOOP("desk", "名册里没有，按姓名登记"), Tone.AMBER),
    ("kept", QT_TRANSLATE_NOOP("desk", "作废或免于处罚，只留记录"), Tone.GREY),
    ("known", QT_TRANSLATE_NOOP("desk", "以前导入过，不再导入"), Tone.GREY),
)


def import_ledger(bench: Any) -> None:
    """Lead the clerk through the import of a hand-kept penalty ledger."""
    lead_through(bench, PastCasesSession(bench))


class PastCasesSession(CorrectedSession[CorrectedReading]):
    """One ledger on its way into the desk (ui.dialogs.import_session.ImportSession)."""

    offered, checked = FIELD_TITLES, _COLUMNS

    def __init__(self, bench: Any) -> None:
        self.title = shown(QT_TRANSLATE_NOOP("desk", "导入旧台账"))
        self.file_filter = shown(QT_TRANSLATE_NOOP("desk", "处罚台账 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)"))
        self.explanation = shown(
            QT_TRANSLATE_NOOP(
                "desk",
                "以前手工记的处罚台账原样选进来就行：合并的格子、月份行、大写金额、旧的条款写法都认得。导入后只计入累计次数，保留原单号，不产生扣款。写入之前会先给出检查结果，不改动原文件。",
            )
        )
        self._service: PastCasesService = bench.services["past_cases"]
        super().__init__(bench.desk, self._service)
        self._comparisons: Sequence[Comparison] = ()
        self._people = self._service.people()

    def source(self) -> str:
        """Say which sheets were read, and from which header rows."""
        words = shown(QT_TRANSLATE_NOOP("desk", "{sheet}，第 {rows} 行是列名，{cases} 件"))
        return self._sheets_told(words, "cases")

    def rows(self) -> Sequence[ImportRow]:
        """Return every case with what is wrong with it."""
        return [self._row(place, case) for place, case in enumerate(self._reading.rows)]

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
        details = (*_details(outcome), *self._left_out())
        return ImportResult(_sentence(outcome), details, lambda: self._desk.undo(outcome.batch))

    def _left_out(self) -> tuple[str, ...]:
        """Say which rows were left out, so that the clerk can look them up in the file."""
        rows = self.rows()
        copies = [row for place, row in enumerate(rows) if self._kept.case(place).same_as]
        others = [row for row in rows if not row.goes_in and row not in copies]
        copied = QT_TRANSLATE_NOOP("desk", "{count} 行和前面的行是同一件事，没有重复导入：{named}。")
        return (*named_rows(copied, copies), *skipped(others))

    def _read(self, mapping: Mapping[str, str] | None, report: Report) -> PastReading:
        return read_past_cases(
            self._path,
            today=self._desk.clock.today(),
            mapping=mapping,
            progress=part_of(report),
        )

    def _take(self, reading: PastReading) -> None:
        self._corrected = corrected_of(reading, self._desk.clock.today())
        self._people = self._service.people()

    def _row(self, place: int, case: PastCase) -> ImportRow:
        cells = {key: self._kept.text(place, key) for key, _title, _width in _COLUMNS}
        faults = [_cell_fault(fault) for fault in self._kept.faults_of(place)]
        fits = self._kept.goes_in(place)
        if fits:
            now = self._kept.case(place)
            found = self._service.find(self._people, now, stranger=self._kept.is_stranger(place))
            who = who_fault(self._service, found, now)
            refused = self._service.refusal(now)
            fits = found.match is not Match.UNCLEAR and refused is None
            if who is not None:
                state = RowState.ERROR if found.match is Match.UNCLEAR else RowState.NOTICE
                faults.append(CellFault("name", state, shown(who.template, **who.values)))
            if refused is not None:
                column = refused.field if refused.field in _KEYS else ""
                faults.append(CellFault(column or "", RowState.ERROR, said(refused)))
        return ImportRow(case.sheet, case.row, cells, tuple(faults), fits)

    def _lines(self, key: str) -> tuple[MoveLine, ...]:
        found = (one for one in self._comparisons if _group_of(one) == key)
        return tuple(MoveLine(one.row, one.case.name, f"{one.case.branch}{one.case.dept}", _what(one)) for one in found)


def _group_of(one: Comparison) -> str:
    if one.taking is Taking.COUNTED:
        return "unknown" if one.unknown else "left" if one.left else "counted"
    return str(one.taking)


def _what(one: Comparison) -> str:
    case = one.case
    clause = cite(case.clause) if case.clause else shown(QT_TRANSLATE_NOOP("desk", "不计入累计次数"))
    sanctions = " + ".join(shown(SANCTIONS[key]) for key in case.sanctions)
    due = shown(QT_TRANSLATE_NOOP("desk", "{sum} 元"), sum=fen_to_text(case.due_fen)) if case.due_fen else ""
    return "　".join(part for part in (str(case.occurred_on), clause, sanctions, due, case.slip, case.facts) if part)


def _cell_fault(fault: Fault) -> CellFault:
    column = COLUMN_OF.get(fault.field, fault.field)
    return cell_fault(fault, column if column in _KEYS else "")


def _sentence(outcome: Outcome) -> str:
    return shown(
        QT_TRANSLATE_NOOP("desk", "已导入 {count} 件旧案，计入累计次数；另有 {kept} 件作废或免罚的只留记录"),
        count=outcome.counted,
        kept=outcome.kept,
    )


def _details(outcome: Outcome) -> tuple[str, ...]:
    said = (
        (outcome.people, QT_TRANSLATE_NOOP("desk", "{count} 人不在名册里，按姓名登记为离职人员")),
        (outcome.known, QT_TRANSLATE_NOOP("desk", "{count} 件以前导入过，没有再导入")),
        (
            outcome.unsettled,
            QT_TRANSLATE_NOOP("desk", "{count} 件在旧台账里没有扣完；旧案在这里不产生扣款，剩下的按原来的办法扣"),
        ),
    )
    return tuple(shown(template, count=count) for count, template in said if count)

"""The import of a hand-kept directory as the clerk sees it: file, columns, check, what changes, result (look/ui 09)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desk_mailadmin.intake.directories.fields import FIELD_TITLES
from desk_mailadmin.intake.directories.reader import read_directory
from desk_mailadmin.intake.directories.result import DirectoryReading
from desk_mailadmin.intake.faulty_rows import write_faulty_rows
from desk_mailadmin.intake.findings import Fault
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.entries import Difference
from desk_mailadmin.registers.directory.rules import TITLES
from desk_mailadmin.registers.directory_import.corrections import NO, YES, CorrectedReading
from desk_mailadmin.registers.directory_import.records import Comparer
from desk_mailadmin.registers.directory_import.report import ROSTER, to_be_mended
from desk_mailadmin.registers.directory_import.rules import GRAVE, TEMPLATES, Conflict, Kind
from desk_mailadmin.registers.directory_import.service import (
    Comparison,
    DirectoryImportService,
    Outcome,
    Taking,
)
from desk_mailadmin.ui.dialogs.import_session import (
    CellFault,
    ImportResult,
    ImportRow,
    MoveGroup,
    MoveLine,
    RowState,
)
from desk_mailadmin.ui.dialogs.sheet_session import CorrectedSession, cell_fault, lead_through, named_rows, part_of
from desk_mailadmin.ui.progress import Report
from desk_mailadmin.ui.shown import shown

_COLUMNS = (
    ("name", QT_TRANSLATE_NOOP("desk", "姓名"), 7),
    ("dept", QT_TRANSLATE_NOOP("desk", "部门"), 10),
    ("emp_no", QT_TRANSLATE_NOOP("desk", "工号"), 6),
    ("post", QT_TRANSLATE_NOOP("desk", "职务"), 7),
    ("direct", QT_TRANSLATE_NOOP("desk", "直线"), 8),
    ("extension", QT_TRANSLATE_NOOP("desk", "分机"), 5),
    ("short", QT_TRANSLATE_NOOP("desk", "短号"), 5),
    ("mobile", QT_TRANSLATE_NOOP("desk", "手机"), 8),
    ("right", QT_TRANSLATE_NOOP("desk", "权限"), 6),
    ("quota_fen", QT_TRANSLATE_NOOP("desk", "话费额度"), 5),
    ("room", QT_TRANSLATE_NOOP("desk", "房间"), 5),
    ("remark", QT_TRANSLATE_NOOP("desk", "备注"), 7),
    ("listed", QT_TRANSLATE_NOOP("desk", "列入"), 4),
)
_KEYS = frozenset(key for key, _title, _width in _COLUMNS)
_COLUMN_OF = {"quota": "quota_fen", "branch": "dept"}
_GROUPS = (
    (Taking.NEW, QT_TRANSLATE_NOOP("desk", "新列入"), Tone.GREEN),
    (Taking.CHANGED, QT_TRANSLATE_NOOP("desk", "有变动"), Tone.BLUE),
    (Taking.ABSENT, QT_TRANSLATE_NOOP("desk", "这份通讯录里没有"), Tone.AMBER),
    (Taking.OUT, QT_TRANSLATE_NOOP("desk", "不列入"), Tone.GREY),
    (Taking.SAME, QT_TRANSLATE_NOOP("desk", "没有变化"), Tone.GREY),
)
_REPAIRS = {
    Kind.OLD_DEPARTMENT: QT_TRANSLATE_NOOP("desk", "按名册改部门"),
    Kind.LEAVER_LISTED: QT_TRANSLATE_NOOP("desk", "不列入"),
    Kind.MOBILE_DIFFERS: QT_TRANSLATE_NOOP("desk", "按名册改手机"),
    Kind.EXTENSION_TWICE: QT_TRANSLATE_NOOP("desk", "去掉分机"),
    Kind.NOT_LISTED: QT_TRANSLATE_NOOP("desk", "列入"),
}
"""What the link of each contradiction says."""


def import_directory(bench: Any) -> None:
    """Lead the clerk through the import of a hand-kept directory."""
    lead_through(bench, DirectorySession(bench))


class DirectorySession(CorrectedSession[CorrectedReading]):
    """One directory on its way into the desk (ui.dialogs.import_session.ImportSession).

    Behind the rows of the file stand the people with a line whom none of them lists.
    """

    offered, checked = FIELD_TITLES, _COLUMNS

    def __init__(self, bench: Any) -> None:
        self.title = shown(QT_TRANSLATE_NOOP("desk", "导入通讯录"))
        self.file_filter = shown(QT_TRANSLATE_NOOP("desk", "通讯录 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)"))
        self.explanation = shown(
            QT_TRANSLATE_NOOP(
                "desk",
                "以前手工编的通讯录原样选进来就行：合并的部门、分公司标题行、公用电话、各种写法的号码和权限都认得。先和名册、线路核对，矛盾的地方一处一处点掉；写入之前先给出检查结果，不改动原文件。",
            )
        )
        self._service: DirectoryImportService = bench.services["directory_import"]
        super().__init__(bench.desk, self._service)
        self._comparer: Comparer = self._service.comparer()
        self._also: dict[int, bool] = {}
        self._unlisted: list[Conflict] = []
        self._comparisons: Sequence[Comparison] = ()

    def source(self) -> str:
        """Say which sheets were read, and from which header rows."""
        words = shown(QT_TRANSLATE_NOOP("desk", "{sheet}，第 {rows} 行是列名，{listed} 条"))
        return self._sheets_told(words, "listed")

    def save_faulty(self, path: Path) -> int:
        """Write the rows that are faulty or contradict the personnel register as a workbook; return how many."""
        return write_faulty_rows(to_be_mended(self._reading, self._comparer), path)

    def notices(self) -> Sequence[str]:
        """Say what concerns the whole file; without people on the desk nothing can be compared."""
        said = super().notices()
        if self._comparer.people:
            more = QT_TRANSLATE_NOOP("desk", "最后 {count} 行是名册里有分机、这份通讯录没有列的人，不点“列入”就跳过。")
            return [*said, shown(more, count=len(self._unlisted))] if self._unlisted else said
        nobody = QT_TRANSLATE_NOOP("desk", "台账里还没有人员，先导入花名册更好；现在导入只按名称列，不和名册核对。")
        return [shown(nobody), *said]

    def rows(self) -> Sequence[ImportRow]:
        """Return every row with what is wrong with it, then the people whom none lists."""
        conflicts: defaultdict[int, list[Conflict]] = defaultdict(list)
        found = self._comparer.conflicts(self._kept, self._comparer.matched(self._kept))
        for one in found:
            if one.row is not None:
                conflicts[one.row].append(one)
        listed = [self._row(place, conflicts[place]) for place in range(len(self._reading.rows))]
        self._unlisted = [one for one in found if one.row is None]
        return [*listed, *map(self._unlisted_row, self._unlisted)]

    def edit(self, row: int, column: str, text: str) -> None:
        """Put another text into a cell; of a person whom no row lists only 列入 can be written."""
        if row < len(self._reading.rows):
            self._kept.put(row, column, text)
        elif column == "listed":
            person = self._unlisted[row - len(self._reading.rows)].person
            self._also[person or 0] = text.strip() == YES

    def movements(self) -> Sequence[MoveGroup]:
        """Compare with the desk; nothing is written."""
        also = [person for person, wanted in self._also.items() if wanted]
        self._comparisons = self._service.compare(self._kept, also)
        return [group for group in (self._group(*one) for one in _GROUPS) if group.lines]

    def write(self, ticked: frozenset[int], report: Report) -> ImportResult:
        """Write the comparison as one batch, and remember the mapping."""
        self._desk.backups.make("import")
        outcome = self._service.take_over(
            self._path.name,
            self._comparisons,
            trunk=self._reading.trunk,
            absent_leave=ticked,
            progress=report,
        )
        self._remember()
        details = (*_details(outcome), *self._left_out())
        return ImportResult(_sentence(outcome), details, lambda: self._desk.undo(outcome.batch))

    def _left_out(self) -> tuple[str, ...]:
        """Say which rows were left out, so that the clerk can look them up in the file."""
        out = [row for place, row in enumerate(self.rows()) if not row.goes_in and not self._was_decided(place)]
        skipped = QT_TRANSLATE_NOOP("desk", "没有列入 {count} 行：{named}。在文件里改好，再导入一次就补上。")
        return named_rows(skipped, out)

    def _was_decided(self, place: int) -> bool:
        """Say whether a row stays out because the clerk said so, or is a person whom the file does not list."""
        return place >= len(self._reading.rows) or self._kept.is_out(place)

    def _read(self, mapping: Mapping[str, str] | None, report: Report) -> DirectoryReading:
        return read_directory(
            self._path, mapping=mapping, progress=part_of(report)
        )  # fmt: skip

    def _take(self, reading: DirectoryReading) -> None:
        self._corrected = CorrectedReading(reading)
        self._comparer = self._service.comparer()
        self._also = {}

    def _row(self, place: int, conflicts: Sequence[Conflict]) -> ImportRow:
        row = self._reading.rows[place]
        cells = {key: self._kept.text(place, key) for key, _title, _width in _COLUMNS}
        faults = [_cell_fault(fault) for fault in self._kept.faults_of(place)]
        open_ones = [one for one in conflicts if not self._is_settled(place, one)]
        faults += [_said(one) for one in open_ones]
        fits = self._kept.goes_in(place) and not any(one.kind is Kind.LEAVER_LISTED for one in open_ones)
        return ImportRow(row.sheet, row.row, cells, tuple(faults), fits)

    def _is_settled(self, place: int, one: Conflict) -> bool:
        """Say whether the clerk has decided: out altogether, in all the same, or kept the cell as it is."""
        if self._kept.is_out(place):
            return True
        if one.kind is Kind.LEAVER_LISTED:
            return self._kept.is_in(place)
        keeps = one.kind in (Kind.OLD_DEPARTMENT, Kind.MOBILE_DIFFERS, Kind.UNKNOWN)
        return keeps and self._kept.decided(place, one.column)

    def _unlisted_row(self, one: Conflict) -> ImportRow:
        entry = self._comparer.people[one.person or 0]
        wanted = self._also.get(one.person or 0)
        cells = {
            "name": entry.name,
            "dept": f"{entry.branch} / {entry.dept}",
            "emp_no": entry.emp_no,
            "post": entry.post,
            "extension": str(one.values["extension"]),
            "listed": {True: YES, False: NO, None: ""}[wanted],
        }
        return ImportRow(shown(ROSTER), 0, cells, () if wanted is not None else (_said(one),), bool(wanted))

    def _group(self, taking: Taking, title: str, tone: Tone) -> MoveGroup:
        lines = tuple(
            MoveLine(
                one.known if taking is Taking.ABSENT and one.known else -place - 1, one.name, one.place, _what(one)
            )
            for place, one in enumerate(self._comparisons)
            if one.taking is taking
        )
        choice = QT_TRANSLATE_NOOP("desk", "勾选的移出通讯录；文件只是一部分时不要勾")
        return MoveGroup(
            str(taking), shown(title), tone, lines, choice=shown(choice) if taking is Taking.ABSENT else ""
        )


def _said(one: Conflict) -> CellFault:
    state = RowState.ERROR if one.kind in GRAVE else RowState.NOTICE
    title = shown(_REPAIRS[one.kind]) if one.repair is not None else ""
    return CellFault(one.column, state, shown(TEMPLATES[one.kind], **one.values), one.repair, title)


def _cell_fault(fault: Fault) -> CellFault:
    column = _COLUMN_OF.get(fault.field, fault.field)
    return cell_fault(fault, column if column in _KEYS else "")


def _what(one: Comparison) -> str:
    listed = one.listed
    if one.taking is Taking.CHANGED:
        lines = shown(QT_TRANSLATE_NOOP("desk", "线路 {count} 条有变动"), count=one.line_changes)
        return "；".join([*map(_changed, one.changes), *([lines] if one.line_changes else [])])
    if listed is None:
        return ""
    return "　".join(part for part in ("、".join(listed.extension), "、".join(listed.short), listed.post) if part)


def _changed(one: Difference) -> str:
    return f"{shown(TITLES[one.field])} {one.old or '—'} → {one.new or '—'}"


def _sentence(outcome: Outcome) -> str:
    said = QT_TRANSLATE_NOOP("desk", "已导入：新列 {new} 条，变动 {changed} 条；线路新增 {lines} 条，变动 {moved} 条")
    values = {"new": outcome.new, "changed": outcome.changed, "lines": outcome.lines, "moved": outcome.lines_changed}
    return shown(said, **values)


def _details(outcome: Outcome) -> tuple[str, ...]:
    said = (
        (outcome.removed, QT_TRANSLATE_NOOP("desk", "{count} 条移出了通讯录")),
        (outcome.clashes, QT_TRANSLATE_NOOP("desk", "{count} 个号码已经是别的线路的，没有改，在“线路”里核对")),
        (outcome.leaders, QT_TRANSLATE_NOOP("desk", "{count} 人按职务记为领导，手机和直线只印在完整版")),
    )
    return tuple(shown(template, count=count) for count, template in said if count)

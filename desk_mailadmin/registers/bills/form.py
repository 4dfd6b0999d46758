"""The import of bills and call records as the clerk sees it: file, columns, check, totals and overlaps, result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.intake.bills.fields import FIELD_TITLES, Field
from desk_mailadmin.intake.bills.reader import read_bill
from desk_mailadmin.intake.bills.result import BillReading, StagedCall
from desk_mailadmin.intake.call_records.one_record import TITLES
from desk_mailadmin.intake.call_records.reader import read_call_records
from desk_mailadmin.intake.faulty_rows import write_faulty_rows
from desk_mailadmin.intake.findings import Fault, Place, Severity
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.scratch import Staged
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.bills.rules import DIRECTIONS, KINDS, Taking
from desk_mailadmin.registers.bills.service import BillsService, Comparison, Outcome
from desk_mailadmin.registers.bills.wording import (
    ACCEPTED,
    agreements_group,
    clock_length,
    difference_group,
    heads_of,
    numbers_group,
)
from desk_mailadmin.registers.lines.rules import LINE_ACCESS_DIGIT
from desk_mailadmin.ui.dialogs.import_session import (
    CellFault,
    ImportColumn,
    ImportResult,
    ImportRow,
    MoveGroup,
    MoveLine,
    RowState,
)
from desk_mailadmin.ui.dialogs.sheet_session import SheetSession, lead_through
from desk_mailadmin.ui.progress import Report
from desk_mailadmin.ui.shown import shown

_SHOWN_AS = {"type": "kind", "date": "started_at", "time": "started_at"}
_STATES = {Severity.ERROR: RowState.ERROR, Severity.DUPLICATE: RowState.DUPLICATE, Severity.NOTICE: RowState.NOTICE}
_COLUMNS = (
    ("number", QT_TRANSLATE_NOOP("desk", "计费号码"), 8),
    ("called", QT_TRANSLATE_NOOP("desk", "对方号码"), 9),
    ("kind", QT_TRANSLATE_NOOP("desk", "类型"), 5),
    ("started_at", QT_TRANSLATE_NOOP("desk", "起始时间"), 11),
    ("seconds", QT_TRANSLATE_NOOP("desk", "时长"), 5),
    ("place", QT_TRANSLATE_NOOP("desk", "通话地"), 6),
    ("base", QT_TRANSLATE_NOOP("desk", "基本费"), 5),
    ("info", QT_TRANSLATE_NOOP("desk", "信息费"), 5),
    ("fee", QT_TRANSLATE_NOOP("desk", "实收"), 5),
)
_PBX_COLUMNS = (
    ("number", QT_TRANSLATE_NOOP("desk", "分机"), 5),
    ("called", QT_TRANSLATE_NOOP("desk", "对方号码"), 9),
    ("kind", QT_TRANSLATE_NOOP("desk", "方向"), 5),
    ("started_at", QT_TRANSLATE_NOOP("desk", "起始时间"), 11),
    ("seconds", QT_TRANSLATE_NOOP("desk", "时长"), 5),
    ("place", QT_TRANSLATE_NOOP("desk", "结果"), 7),
)


def import_bill(bench: Any) -> None:
    """Lead the clerk through the import of an operator's bill."""
    with ExitStack() as stack:
        done = lead_through(bench, BillSession(bench, stack.enter_context(bench.desk.drafts.scratch())))
    if done:
        bench.offer_reckoning()


def import_calls(bench: Any) -> None:
    """Lead the clerk through the import of the exchange's call records."""
    with ExitStack() as stack:
        done = lead_through(bench, RecordsSession(bench, stack.enter_context(bench.desk.drafts.scratch())))
    if done:
        bench.offer_reckoning()


class BillSession(SheetSession):
    """One bill on its way into the desk (ui.dialogs.import_session.ImportSession and PartlyShown)."""

    shown_columns: tuple[tuple[str, str, int], ...] = _COLUMNS

    def __init__(self, bench: Any, staging: Staged) -> None:
        self.title = shown(QT_TRANSLATE_NOOP("desk", "导入账单"))
        self.file_filter = shown(QT_TRANSLATE_NOOP("desk", "话费清单 (*.csv *.xlsx *.xls *.ods *.txt);;所有文件 (*)"))
        self.explanation = shown(
            QT_TRANSLATE_NOOP(
                "desk",
                "运营商给的话费清单原样选进来就行：表头的说明、每个号码的小计、末尾的合计和固定费用都认得。写入之前先给出检查结果，和清单自己的合计核对，不改动原文件。",
            )
        )
        self._bench, self._staging = bench, staging
        self._service: BillsService = bench.services["bills"]
        super().__init__(bench.desk, self._service)
        self._found: BillReading | None = None
        self._compared = Comparison(None, ())
        self._operator = ""

    def source(self) -> str:
        """Say what was read: the sheets with calls, the month, the encoding."""
        reading = self._reading
        parts = [f"{sheet.name}　{sheet.calls} 行" for sheet in reading.sheets if sheet.calls]
        return "　".join(filter(None, (*parts, reading.month, reading.encoding.upper())))

    def notices(self) -> Sequence[str]:
        """Say what concerns the whole file; what is wrong with single lines stands in the table."""
        return [shown(notice.template, **notice.values) for notice in self._reading.notices]

    def fields(self) -> Sequence[Choice]:
        """Return what a column may be taken for."""
        return [Choice(str(key), shown(title)) for key, title in FIELD_TITLES.items()]

    def required(self) -> frozenset[str]:
        """A call needs at least who was called; time and cost are checked by the reader."""
        return frozenset({str(Field.CALLED)})

    def columns(self) -> Sequence[ImportColumn]:
        """Return the columns of the check table."""
        return [ImportColumn(key, shown(title), width) for key, title, width in self.shown_columns]

    def rows(self) -> Sequence[ImportRow]:
        """Return the rows with faults, the first and the last calls, in the order of the file."""
        reading = self._reading
        calls = {call.line_no: call for call in (*reading.first, *reading.last)}
        twice = {call.line_no: call for call in reading.repeats}
        rows = [self._faulty(fault, twice.get(fault.row) or calls.pop(fault.row, None)) for fault in reading.faults]
        sheet = next((one.name for one in reading.sheets if one.calls), "")
        rows += [ImportRow(sheet, line, self._cells(call)) for line, call in calls.items()]
        return sorted(rows, key=lambda row: row.number)

    def edit(self, row: int, column: str, text: str) -> None:
        """Change nothing: what an operator billed is put right by the operator, or in the file."""

    def going_in(self) -> tuple[int, int]:
        """Return how many calls would be imported and how many lines are left out."""
        reading = self._reading
        return reading.sums.calls, reading.damaged + reading.repeated

    def summary(self) -> str:
        """Say what was read and what is left out."""
        going, left = self.going_in()
        said = [shown(QT_TRANSLATE_NOOP("desk", "读到 {count} 次通话"), count=going), *self._sums()]
        text = "，".join(said) + "。"
        if left:
            template = QT_TRANSLATE_NOOP("desk", "{damaged} 行读不出来、{repeated} 行印了两遍，没有计入。")
            text += shown(template, damaged=self._reading.damaged, repeated=self._reading.repeated)
        return text + shown(QT_TRANSLATE_NOOP("desk", "表里是有问题的行和首尾各几行，还没有写入任何数据。"))

    def save_faulty(self, path: Path) -> int:
        """Write the rows with faults as a workbook."""
        return write_faulty_rows(self._reading, path)

    def movements(self) -> Sequence[MoveGroup]:
        """Compare with the desk: totals to be looked at, bills that overlap, what would be written."""
        self._ask_for_operator()
        reading = self._reading
        self._compared = self._service.compare(reading)
        groups = [
            difference_group(reading),
            self._overlaps(),
            self._bill(),
            agreements_group(reading),
            numbers_group(reading),
        ]
        return [group for group in groups if group.lines]

    def write(self, ticked: frozenset[int], report: Report) -> ImportResult:
        """Write the bill as one batch, and remember the mapping and the operator."""
        reading = self._reading
        if reading.differences and ACCEPTED not in ticked:
            template = QT_TRANSLATE_NOOP(
                "desk", "账单自己的合计和读到的不一样。核对过以后，在“合计不一致”里打勾再导入。"
            )
            raise UserError(template)
        self._desk.backups.make("import")
        taking = Taking(self._operator, reading.month, frozenset(ticked - {ACCEPTED}), accepted=ACCEPTED in ticked)
        outcome = self._service.take_over(reading, taking, report)
        today = self._desk.clock.today()
        self._service.remember_mapping(reading.headings(), reading.mapping, today, self._operator)
        sentence = shown(
            QT_TRANSLATE_NOOP("desk", "已导入 {operator} {month}：{count} 次通话"),
            operator=self._operator,
            month=reading.month,
            count=outcome.calls,
        )
        return ImportResult(sentence, self._details(outcome), lambda: self._desk.undo(outcome.batch))

    def _read(self, mapping: Mapping[str, str] | None, report: Report) -> BillReading:
        return read_bill(
            self._path,
            staging=self._staging,
            today=self._desk.clock.today(),
            mapping=mapping,
            progress=lambda fraction: report(round(fraction * 100), 100),
        )

    def _take(self, reading: BillReading) -> None:
        same = self._service.compare(replace(reading, numbers=(), period_from="", period_to="")).same_file
        if same is not None:
            template = QT_TRANSLATE_NOOP(
                "desk", "这个文件 {on} 已经导入过（{operator} {month}）。要重新导入，先把那一份作废。"
            )
            raise UserError(template, on=same.imported_on, operator=same.operator, month=same.month)
        self._found = reading
        self._operator = self._service.remembered_operator(reading.headings()) or reading.operator

    @property
    def _reading(self) -> BillReading:
        assert self._found is not None, "a file is opened first"
        return self._found

    def _ask_for_operator(self) -> None:
        if not self._operator:
            question = shown(QT_TRANSLATE_NOOP("desk", "清单里没有写是哪个运营商的。"))
            label = shown(QT_TRANSLATE_NOOP("desk", "运营商"))
            self._operator = self._bench.prompter.ask_text(question, label=label) or ""

    def _sums(self) -> list[str]:
        reading = self._reading
        said = [shown(QT_TRANSLATE_NOOP("desk", "通话费 {sum} 元"), sum=fen_to_text(reading.sums.fee_fen))]
        if reading.fixed_fen:
            said.append(shown(QT_TRANSLATE_NOOP("desk", "月租和来显 {sum} 元"), sum=fen_to_text(reading.fixed_fen)))
        return said

    def _cells(self, call: StagedCall) -> Mapping[str, str]:
        return {
            "number": phone_shown(call.number),
            "called": phone_shown(call.called),
            "kind": shown(KINDS.get(call.kind, call.kind)),
            "started_at": call.started_at,
            "seconds": clock_length(call.seconds),
            "place": call.place,
            "base": fen_to_text(call.base_fen),
            "info": fen_to_text(call.info_fen) if call.info_fen else "",
            "fee": fen_to_text(call.fee_fen),
        }

    def _faulty(self, fault: Fault, call: StagedCall | None) -> ImportRow:
        cells = self._cells(call) if call else self._as_written(fault)
        keys = {key for key, _title, _width in self.shown_columns}
        column = _SHOWN_AS.get(fault.field, fault.field)
        column = column if column in keys else ""
        sentence = shown(fault.template, **fault.values)
        found = CellFault(column, _STATES[fault.severity], sentence)
        return ImportRow(fault.sheet, fault.row, cells, (found,), fault.row_kept)

    def _as_written(self, fault: Fault) -> Mapping[str, str]:
        """Return the cells of a row that could not be read, as they stand in the file."""
        reading = self._reading
        fields: dict[str, str] = {}
        for column in next((one.columns for one in reading.sheets if one.name == fault.sheet), ()):
            fields.setdefault(column.letter, _SHOWN_AS.get(column.field, column.field))
        cells: dict[str, str] = {}
        for field, text in zip(fields.values(), reading.originals.get(Place(fault.sheet, fault.row), ()), strict=False):
            cells[field] = f"{cells[field]} {text}".strip() if field in cells else text
        return cells

    def _overlaps(self) -> MoveGroup:
        lines = []
        for one in self._compared.overlaps:
            row = self._service.row(one.bill)
            said = []
            if one.doubled:
                said.append(shown(QT_TRANSLATE_NOOP("desk", "有 {count} 次相同的通话"), count=one.doubled))
            if one.numbers:
                said.append(shown(QT_TRANSLATE_NOOP("desk", "同月有 {count} 个相同的号码"), count=one.numbers))
            lines.append(MoveLine(one.bill, f"{row.operator} {row.month}", row.file_name, "，".join(said)))
        choice = QT_TRANSLATE_NOOP("desk", "打勾的作废，由这一份代替；不打勾的留着，重复的通话和月租跳过，不重复计。")
        return MoveGroup(
            "overlaps",
            shown(QT_TRANSLATE_NOOP("desk", "和已导入的重复")),
            Tone.AMBER,
            tuple(lines),
            choice=shown(choice),
            heads=heads_of(QT_TRANSLATE_NOOP("desk", "账单"), QT_TRANSLATE_NOOP("desk", "文件")),
        )

    def _bill(self) -> MoveGroup:
        reading = self._reading
        what = [shown(QT_TRANSLATE_NOOP("desk", "{count} 次通话"), count=reading.sums.calls), *self._sums()]
        place = (
            shown(QT_TRANSLATE_NOOP("desk", "{count} 个号码"), count=len(reading.numbers)) if reading.numbers else ""
        )
        line = MoveLine(0, f"{self._operator} {reading.month}", place, "，".join(what))
        title = shown(QT_TRANSLATE_NOOP("desk", "导入的账单"))
        return MoveGroup("bill", title, Tone.GREEN, (line,), heads=heads_of(QT_TRANSLATE_NOOP("desk", "账单")))

    def _details(self, outcome: Outcome) -> tuple[str, ...]:
        reading = self._reading
        said = (
            (outcome.replaced, QT_TRANSLATE_NOOP("desk", "{count} 份原来的账单已作废，由这一份代替")),
            (outcome.doubled, QT_TRANSLATE_NOOP("desk", "{count} 次通话已在别的账单里，没有重复计入")),
            (reading.damaged, QT_TRANSLATE_NOOP("desk", "{count} 行读不出来，没有计入，列在账单的详细资料里")),
            (reading.repeated, QT_TRANSLATE_NOOP("desk", "{count} 行印了两遍，只计一次")),
        )
        return tuple(shown(template, count=count) for count, template in said if count)


class RecordsSession(BillSession):
    """The exchange's call records on their way into the desk."""

    shown_columns = _PBX_COLUMNS

    def __init__(self, bench: Any, staging: Staged) -> None:
        super().__init__(bench, staging)
        self.title = shown(QT_TRANSLATE_NOOP("desk", "导入交换机话单"))
        self.file_filter = shown(QT_TRANSLATE_NOOP("desk", "交换机话单 (*.csv *.txt);;所有文件 (*)"))
        self.explanation = shown(
            QT_TRANSLATE_NOOP(
                "desk",
                "Asterisk 交换机的 Master.csv 原样选进来就行。它不算钱，只用来查出总机中继上的通话是哪个分机打的。",
            )
        )

    def fields(self) -> Sequence[Choice]:
        """Return what the columns are; the order of an exchange's columns is fixed."""
        return [Choice(key, shown(title)) for key, title in TITLES.items()]

    def required(self) -> frozenset[str]:
        """Nothing is to be decided."""
        return frozenset()

    def remap(self, mapping: Mapping[str, str], report: Report) -> None:
        """Read again as it is: the columns of an exchange's record mean what they mean."""
        self._take(self._read(None, report))

    def _read(self, _mapping: Mapping[str, str] | None, report: Report) -> BillReading:
        return read_call_records(
            self._path,
            staging=self._staging,
            today=self._desk.clock.today(),
            access=self._desk.settings.value(LINE_ACCESS_DIGIT),
            progress=lambda fraction: report(round(fraction * 100), 100),
        )

    def _sums(self) -> list[str]:
        counts = self._reading.directions
        template = QT_TRANSLATE_NOOP("desk", "打出 {out}、打入 {into}、内线 {internal}")
        return [shown(template, out=counts["out"], into=counts["in"], internal=counts["internal"])]

    def _cells(self, call: StagedCall) -> Mapping[str, str]:
        return {**super()._cells(call), "kind": shown(DIRECTIONS.get(call.kind, call.kind))}

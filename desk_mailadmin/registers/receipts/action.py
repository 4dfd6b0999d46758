"""批量签收: the sheets that came back are scanned one after another, each signed by its recipient at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from desk_mailadmin.documents.sheet_code import LENGTH
from desk_mailadmin.kernel.errors import DeskError, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Papers
from desk_mailadmin.registers.receipts.listing import HANDOVER_SHEET, SHEET, ReceiptRow
from desk_mailadmin.registers.receipts.service import PREFIX, ReceiptsService
from desk_mailadmin.ui.dialogs.batch_scan import BatchJob, BatchScanDialog, Outcome, SheetLine
from desk_mailadmin.ui.dialogs.scan import Scan
from desk_mailadmin.ui.returned_papers import keep_scans
from desk_mailadmin.ui.shown import said, shown

RECIPIENT = "recipient"
_WHOLE = re.compile(rf"{PREFIX}-\d{{4}}-\d{{4,6}}", re.ASCII | re.IGNORECASE)
_TAIL = re.compile(r"\d{1,6}", re.ASCII)
_ATTACHED_BEFORE = QT_TRANSLATE_NOOP("desk", "{what}，扫描件先前已经附上")
_NOTHING_NEW = QT_TRANSLATE_NOOP("desk", "扫描件先前已经附上，状态不变（{state}）")
_WHY = {
    "signed": QT_TRANSLATE_NOOP("desk", "{on} 已经签收"),
    "refused": QT_TRANSLATE_NOOP("desk", "已登记拒签，改签的在列表里单独登记"),
    "lost": QT_TRANSLATE_NOOP("desk", "已登记遗失；找回来的在列表里单独登记"),
    "void": QT_TRANSLATE_NOOP("desk", "已作废，不能签收"),
}


def sign_batch(bench: Any) -> None:
    """Open the window in which sheets are scanned one after another."""
    desk_of = _Batch(bench)
    job = BatchJob(
        take=desk_of.take,
        take_page=desk_of.take_page,
        do_offered=desk_of.do_offered,
        take_back=desk_of.take_back,
        today=bench.desk.clock.today,
    )
    title = shown(QT_TRANSLATE_NOOP("desk", "批量签收"))
    dialog = BatchScanDialog(title, job, bench.prompter, memory=bench.memory, parent=bench.window)
    bench.show_dialog(dialog)
    if dialog.done_count:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {count} 份签收"), count=dialog.done_count))


class _Batch:
    """What becomes of each sheet."""

    def __init__(self, bench: Any) -> None:
        self._bench = bench
        self._service: ReceiptsService = bench.services["receipts"]
        self._papers: Papers = bench.services["papers"]

    def take(self, text: str, on: date) -> SheetLine:
        """Sign the receipt that was scanned or typed."""
        return self._guarded(text, lambda: self._sign(self._found(text), on))

    def take_page(self, scan: Scan, on: date) -> SheetLine:
        """Keep a page with its receipt, and sign that where it waits for it."""
        if not scan.digits:
            return SheetLine(scan.name, Outcome.REFUSED, shown(QT_TRANSLATE_NOOP("desk", "这一页没有读到二维码")))
        return self._guarded(scan.name, lambda: self._keep(self._found(scan.digits[0]), scan, on))

    def do_offered(self, line: SheetLine, on: date) -> SheetLine:
        """Hand over and sign on one day what came back without having been recorded as sent."""

        def deed() -> SheetLine:
            assert line.record is not None, "only a receipt is offered"
            self._service.hand_over_and_sign(line.record, on)
            return self._line(line.record, Outcome.DONE, QT_TRANSLATE_NOOP("desk", "已送出并签收"))

        return self._guarded(line.number, deed)

    def take_back(self, line: SheetLine) -> SheetLine:
        """Take back the signature of a sheet that was scanned by mistake."""

        def deed() -> SheetLine:
            assert line.record is not None, "only a receipt is signed"
            self._service.unsign(line.record)
            return self._line(line.record, Outcome.UNDONE, QT_TRANSLATE_NOOP("desk", "已撤掉，仍待签收"))

        return self._guarded(line.number, deed)

    def _guarded(self, text: str, deed: Callable[[], SheetLine]) -> SheetLine:
        try:
            return deed()
        except DeskError as error:
            return SheetLine(text, Outcome.REFUSED, said(error))

    def _found(self, text: str) -> int:
        number = self._number(text)
        record = self._service.numbered(number)
        if record is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "台账里没有编号 {number}。"), number=number)
        return record

    def _number(self, text: str) -> str:
        """Return the number of a receipt: as a scanner reads it, whole, or its last digits of this year."""
        if _WHOLE.fullmatch(text):
            return text.upper()
        if _TAIL.fullmatch(text):
            return f"{PREFIX}-{self._bench.desk.clock.today().year}-{int(text):04d}"
        if not text.isdigit() and len(text) != LENGTH:
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是回执编号，也不是二维码。"), text=text)
        form, _code = self._papers.read_code(text)
        if form.spec.application is not None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这是“{title}”，到“申请”页登记签字。"), title=form.spec.title)
        if form.spec.id not in (SHEET, HANDOVER_SHEET):
            raise UserError(QT_TRANSLATE_NOOP("desk", "这是“{title}”，不在这里签收。"), title=form.spec.title)
        return self._papers.number_of(text)

    def _sign(self, record: int, on: date) -> SheetLine:
        row = self._service.row(record)
        if row.state != "out":
            return self._line(record, Outcome.REFUSED, _WHY[row.state], on=row.signed_on)
        if row.handed_on is None:
            return self._line(record, Outcome.OFFERED, QT_TRANSLATE_NOOP("desk", "还没有登记送出，按 F8 送出并签收"))
        try:
            self._service.sign(record, on)
        except UserError as error:
            return _line_of(row, Outcome.REFUSED, said(error))
        return self._line(record, Outcome.DONE, QT_TRANSLATE_NOOP("desk", "已签收"))

    def _keep(self, record: int, scan: Scan, on: date) -> SheetLine:
        """Attach a page, unless it is attached already, and sign what waits for it."""
        is_new = not self._bench.desk.attachments.has("receipt", record, scan.content)
        with self._bench.desk.work("receipt.attach") as work:
            if is_new:
                keep_scans(self._bench, work, "receipt", record, RECIPIENT, (scan,))
                work.changed("receipts")
            row = self._service.row(record)
            if row.state == "out":
                line = self._sign(record, on)
                kept = QT_TRANSLATE_NOOP("desk", "{what}，附了扫描件") if is_new else _ATTACHED_BEFORE
                return _line_of(row, line.outcome, shown(kept, what=line.text))
        kept = QT_TRANSLATE_NOOP("desk", "附了扫描件，状态不变（{state}）") if is_new else _NOTHING_NEW
        return self._line(record, Outcome.NOTED, kept, state=row.progress)

    def _line(self, record: int, outcome: Outcome, text: str, **values: object) -> SheetLine:
        return _line_of(self._service.row(record), outcome, shown(text, **values))


def _line_of(row: ReceiptRow, outcome: Outcome, text: str) -> SheetLine:
    return SheetLine(row.number, outcome, text, row.id, row.name, row.matter)

"""What the clerk does with editions: opened, confirmed, issued, printed, handed out by number, exported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.editions.entry_form import ask_book, ask_copies, ask_edition, ask_export, ask_issue
from desk_mailadmin.registers.editions.printed import book_paper, reminder_paper
from desk_mailadmin.registers.editions.printing import (
    book_of,
    confirmation_drawings,
    copy_drawings,
    print_with_receipts,
)
from desk_mailadmin.registers.editions.rules import CONFIRM_DAYS, FULL, LIFECYCLE, ORDINARY, Confirmation
from desk_mailadmin.registers.editions.service import EditionsService
from desk_mailadmin.ui.dialogs.message import Message
from desk_mailadmin.ui.dialogs.signature_dialog import Signature, SignatureDialog, SignatureJob, SignatureSheet
from desk_mailadmin.ui.dialogs.signers import Signer
from desk_mailadmin.ui.paper_printing import print_as_one, print_drawings
from desk_mailadmin.ui.returned_papers import attach_chosen_scan, keep_scans
from desk_mailadmin.ui.scan_check import judge_codes
from desk_mailadmin.ui.shown import shown

HEAD = "head"
"""The role under which a head's signature is kept."""


def new_edition(bench: Any) -> None:
    """Open an edition and print the sheet of every department."""
    edition = ask_edition(bench)
    if edition is None:
        return
    rows = _service(bench).of_edition(edition)
    bench.tell(
        shown(QT_TRANSLATE_NOOP("desk", "已开始{name}，{count} 个部门要确认"), name=rows[0].edition, count=len(rows))
    )
    print_sheets(bench, [row.id for row in rows])


def issue_edition(bench: Any) -> None:
    """Issue the edition that is worked at, as the directory stands now."""

    def work() -> None:
        editing = _service(bench).editing()
        if editing is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有在编制的版次，先开始新一版。"))
        if ask_issue(bench, editing):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已发布{name}"), name=editing.name))

    bench.run(work)


def print_sheets(bench: Any, records: Sequence[int]) -> None:
    """Print the confirmation sheets of these departments, one each."""

    def work() -> None:
        drawings, paper_of = confirmation_drawings(bench, records)
        if print_drawings(bench, drawings, paper_of, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {count} 张确认单"), count=len(drawings)))

    bench.run(work)


def print_missing(bench: Any) -> None:
    """Print the sheets of the departments that have not confirmed the newest edition."""

    def work() -> None:
        print_sheets(bench, [row.id for row in _missing(bench)])

    bench.run(work)


def print_reminder(bench: Any) -> None:
    """Print the list of the departments that have not confirmed, and note that they were reminded."""

    def work() -> None:
        service, today = _service(bench), bench.desk.clock.today()
        rows = _missing(bench)
        answer_by = bench.desk.workdays.calendar().after(today, bench.desk.settings.value(CONFIRM_DAYS))
        drawing = bench.services["papers"].drawing(reminder_paper(rows, today, answer_by))
        if print_as_one(bench, [drawing], lambda: service.remind([row.id for row in rows], today)):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印未确认清单，{count} 个部门"), count=len(rows)))

    bench.run(work)


def _missing(bench: Any) -> Sequence[Any]:
    service = _service(bench)
    newest = service.newest()
    if newest is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有一版通讯录在等部门确认，先在“版次与确认”里开始新一版。"))
    rows = service.of_edition(newest.id, "pending")
    if not rows:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有未确认的部门。"))
    return rows


def confirm(bench: Any, record: int, *, by_scan: bool = False) -> str:
    """Record what a head ticked and signed, with its scan; return the digits of the next sheet, if one was scanned."""
    service = _service(bench)
    row = service.row(record)

    def keep(signature: Signature, _yes: frozenset[str]) -> None:
        with bench.desk.work("edition.confirm") as work:
            note = signature.opinion
            service.confirm(record, Confirmation(not signature.agreed, signature.name, signature.signed_on, note))
            keep_scans(bench, work, "edition_confirmation", record, HEAD, signature.scans)

    def compare(codes: tuple[str, ...]) -> Message:
        return judge_codes(bench, codes, row.number)

    sheet = SignatureSheet(
        title=f"{row.dept}　{row.number}",
        subtitle=f"{row.edition}　{row.branch}　{row.entries} 条",
        state=LIFECYCLE.state(row.state),
        signers=(Signer(role=HEAD, title=shown(QT_TRANSLATE_NOOP("desk", "部门负责人")), name=row.head, due=True),),
        by_scan=by_scan,
        verb=shown(QT_TRANSLATE_NOOP("desk", "登记部门确认")),
        refusal=shown(QT_TRANSLATE_NOOP("desk", "有误已改")),
        consent=shown(QT_TRANSLATE_NOOP("desk", "无误")),
    )
    job = SignatureJob(record=keep, compare=compare, today=bench.desk.clock.today)
    dialog = SignatureDialog(sheet, job, bench.prompter, memory=bench.memory, parent=bench.window)
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记{dept}的确认"), dept=row.dept))
    return dialog.next_digits


def confirm_next(bench: Any) -> None:
    """Record the confirmation of a department that the clerk chooses, one that is missing first."""

    def work() -> None:
        rows = _missing(bench)
        titles = [(str(row.id), f"{row.branch} / {row.dept}　{row.head}".rstrip()) for row in rows]
        from desk_mailadmin.kernel.table import Choice

        question = shown(QT_TRANSLATE_NOOP("desk", "哪个部门的确认单交回来了？（扫单子上的二维码更快）"))
        chosen = bench.prompter.choose(question, [Choice(*one) for one in titles])
        if chosen:
            bench.scan_next(confirm(bench, int(chosen)))

    bench.run(work)


def scanned_sheet(bench: Any, record: int) -> None:
    """Do what a scanned sheet asks for: record the confirmation, else show it."""
    bench.show_record("editions", record)
    if _service(bench).row(record).state != "lapsed":
        bench.scan_next(confirm(bench, record, by_scan=True))


def unconfirm(bench: Any, record: int) -> None:
    """Take a confirmation back that was entered by mistake."""
    bench.run(lambda: _service(bench).unconfirm(record))


def attach_scan(bench: Any, record: int) -> None:
    """Keep a scanned sheet with a confirmation."""
    attach_chosen_scan(bench, "edition_confirmation", record, HEAD)


def print_book(bench: Any, tier: str = ORDINARY) -> None:
    """Print the directory: which edition, for whom and in which order is asked; full copies go to named people."""

    def work() -> None:
        asked = ask_book(bench, tier)
        if asked is None:
            return
        edition, chosen, order = asked
        if chosen == FULL:
            _give_copies(bench, edition, order)
            return
        papers, today = bench.services["papers"], bench.desk.clock.today()
        drawing = papers.drawing(book_paper(book_of(bench, edition, ORDINARY, order), today))
        if print_drawings(bench, [drawing], lambda _record: drawing.paper, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印通讯录")))

    bench.run(work)


def print_full(bench: Any) -> None:
    """Print numbered full copies for people who are asked for."""
    print_book(bench, FULL)


def _give_copies(bench: Any, edition: int, order: str) -> None:
    """Number a copy for each holder, and print the copies with their hand-over receipts behind them."""
    copies = ask_copies(bench, edition)
    if copies:
        print_with_receipts(bench, copies, order)


def print_copy_again(bench: Any) -> None:
    """Print a numbered copy once more: the clerk chooses which."""

    def work() -> None:
        from desk_mailadmin.kernel.table import Choice

        copies = _service(bench).copies()
        if not copies:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有编号的完整版。"))
        choices = [
            Choice(str(one.id), f"第 {one.copy_no:03} 号　{one.name}（{one.dept}）　{one.receipt}") for one in copies
        ]
        chosen = bench.prompter.choose(shown(QT_TRANSLATE_NOOP("desk", "再打印哪一份完整版？")), choices)
        if chosen:
            drawings, paper_of = copy_drawings(bench, [int(chosen)])
            print_drawings(bench, drawings, paper_of, blank=False)

    bench.run(work)


def export_directory(bench: Any) -> None:
    """Export the directory: tier and kind of file are asked; what leaves is journalled."""

    def work() -> None:
        saved = ask_export(bench)
        if saved is not None:
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已导出到 {path}"), path=saved))

    bench.run(work)


def _service(bench: Any) -> EditionsService:
    service: EditionsService = bench.services["editions"]
    return service

"""What the clerk does with a receipt: print, hand over, register the signature, refuse, lose, void."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.receipts.printed import new_password, receipt_paper, slip_paper
from desk_mailadmin.registers.receipts.rules import LIFECYCLE, WAYS
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.message import Message
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.dialogs.signature_dialog import Signature, SignatureDialog, SignatureJob, SignatureSheet
from desk_mailadmin.ui.dialogs.signers import Signer
from desk_mailadmin.ui.paper_printing import print_drawings, print_unkept, reprint
from desk_mailadmin.ui.returned_papers import ask_reason, attach_chosen_scan, keep_scans
from desk_mailadmin.ui.scan_check import judge_codes
from desk_mailadmin.ui.shown import shown

RECIPIENT = "recipient"


def print_receipts(bench: Any, records: Sequence[int]) -> None:
    """Print receipts, two copies each, and keep them as printed."""

    def work() -> None:
        service: ReceiptsService = bench.services["receipts"]
        branches, settings, papers = bench.services["branches"], bench.desk.settings, bench.services["papers"]
        drawings = [papers.drawing(receipt_paper(service, branches, settings, record)) for record in records]
        if print_drawings(bench, drawings, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {count} 份回执"), count=len(drawings)))

    bench.run(work)


def print_slip(bench: Any, record: int) -> None:
    """Make a fresh initial password and print it once; it is kept nowhere (004/第十五条)."""
    service: ReceiptsService = bench.services["receipts"]
    row = service.row(record)
    if row.slip_issued_at:
        question = QT_TRANSLATE_NOOP(
            "desk", "{name}的密码单已经打印过。重新打印会换一个新密码，旧密码作废，服务器上也要改。"
        )
        if not bench.prompter.confirm(shown(question, name=row.name), shown(QT_TRANSLATE_NOOP("desk", "换新密码"))):
            return
    today = bench.desk.clock.today()
    paper = slip_paper(service, bench.services["branches"], record, new_password(), today)
    note = shown(
        QT_TRANSLATE_NOOP(
            "desk", "先在服务器上把 {address} 的密码设成这一个，再打印。关闭以后这个密码在程序里哪里也找不到。"
        ),
        address=row.address,
    )
    bench.run(
        lambda: print_unkept(bench, bench.services["papers"].drawing(paper), note, lambda: service.slip_issued(record))
    )


def reprint_receipt(bench: Any, record: int) -> None:
    """Print a kept receipt once more, stamped 补打."""

    def work() -> None:
        service: ReceiptsService = bench.services["receipts"]
        kept = bench.services["papers"].latest("receipt", record, service.record_of(record).sheet)
        if kept is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这张回执还没有打印过，先打印。"))
        reprint(bench, kept, service.row(record).number)

    bench.run(work)


def hand_over(bench: Any, record: int) -> None:
    """Record that a receipt was handed over, how and when."""
    service: ReceiptsService = bench.services["receipts"]
    row = service.row(record)
    ways = [Choice(key, shown(title)) for key, title in WAYS]
    asked = (
        Asked(name="on", title="送出日期", kind=Asks.DATE, required=True, start=bench.desk.clock.today()),
        Asked(name="how", title="送达方式", kind=Asks.CHOICE, required=True, choices=ways, start="in_person", width=6),
    )
    _ask(
        bench,
        QT_TRANSLATE_NOOP("desk", "登记送出"),
        asked,
        lambda values: service.hand_over(record, values["on"], values["how"]),
        f"{row.number}　{row.name}　{row.address}",
    )


def sign_receipt(bench: Any, record: int, *, by_scan: bool = False) -> str:
    """Record the owner's signature with its scan; return the digits of the next sheet, if one was scanned."""
    service: ReceiptsService = bench.services["receipts"]
    row = service.row(record)

    def keep(signature: Signature, _yes: frozenset[str]) -> None:
        with bench.desk.work("receipt.sign") as work:
            if signature.agreed:
                service.sign(record, signature.signed_on, signature.name)
            else:
                service.refuse(record, signature.signed_on, signature.opinion)
            keep_scans(bench, work, "receipt", record, RECIPIENT, signature.scans)

    def compare(codes: tuple[str, ...]) -> Message:
        return judge_codes(bench, codes, row.number)

    signer = Signer(role=RECIPIENT, title=shown(QT_TRANSLATE_NOOP("desk", "领取人")), name=row.name, due=True)
    sheet = SignatureSheet(
        title=f"{row.name}　{row.number}",
        subtitle=shown(
            QT_TRANSLATE_NOOP("desk", "电子邮件开户回执　{dept}　{address}"), dept=row.dept, address=row.address
        ),
        state=LIFECYCLE.state(row.state),
        signers=(signer,),
        by_scan=by_scan,
        verb=shown(QT_TRANSLATE_NOOP("desk", "登记签收")),
        refusal=shown(QT_TRANSLATE_NOOP("desk", "拒签")),
    )
    job = SignatureJob(record=keep, compare=compare, today=bench.desk.clock.today)
    dialog = SignatureDialog(sheet, job, bench.prompter, memory=bench.memory, parent=bench.window)
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {number} 签收"), number=row.number))
    return dialog.next_digits


def scanned_receipt(bench: Any, record: int) -> None:
    """Do what a scanned receipt asks for: hand it over, or register its signature; else show it."""
    service: ReceiptsService = bench.services["receipts"]
    row = service.row(record)
    bench.show_record("receipts", record)
    if row.state == "out" and row.handed_on:
        bench.scan_next(sign_receipt(bench, record, by_scan=True))
    elif row.state == "out":
        hand_over(bench, record)


def refuse_receipt(bench: Any, record: int) -> None:
    """Record that the owner refused to sign."""
    _with_reason(bench, record, QT_TRANSLATE_NOOP("desk", "登记拒签"), bench.services["receipts"].refuse)


def lose_receipt(bench: Any, record: int) -> None:
    """Record that the sheet was lost."""
    _with_reason(bench, record, QT_TRANSLATE_NOOP("desk", "登记遗失"), bench.services["receipts"].lose)


def void_receipt(bench: Any, record: int) -> None:
    """Void a receipt; the number stays."""
    _with_reason(bench, record, QT_TRANSLATE_NOOP("desk", "作废"), bench.services["receipts"].void)


def replace_receipt(bench: Any, record: int) -> None:
    """Put a lost receipt on its way again."""
    service: ReceiptsService = bench.services["receipts"]
    bench.run(lambda: service.replace_lost(record, bench.desk.clock.today()))
    print_receipts(bench, [record])


def attach_scan(bench: Any, record: int) -> None:
    """Keep a scanned sheet with a receipt."""
    attach_chosen_scan(bench, "receipt", record, RECIPIENT)


def _with_reason(bench: Any, record: int, verb: str, deed: Callable[[int, date, str], None]) -> None:
    row = bench.services["receipts"].row(record)
    ask_reason(bench, verb, row.number, f"{row.name}（{row.dept}）", lambda on, reason: deed(record, on, reason))


def _ask(
    bench: Any, title: str, asked: Sequence[Asked], keep: Callable[[Mapping[str, Any]], object], explanation: str
) -> None:
    job = FormJob(save=lambda values, _yes: keep(values), title=shown(title))
    dialog = RecordForm(
        shown(title),
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=explanation,
        size=(520, 260),
        memory=bench.memory,
        key="hand_over",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已{what}　{which}"), what=shown(title), which=explanation))

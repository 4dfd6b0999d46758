"""What the clerk does with a receipt: print, hand over, register the signature, refuse, lose, void."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.receipts.entry_form import ask_receipts
from desk_mailadmin.registers.receipts.listing import ReceiptRow
from desk_mailadmin.registers.receipts.printed import new_password, receipt_paper, reminder_papers, slip_paper
from desk_mailadmin.registers.receipts.rules import LIFECYCLE, REMIND_DAYS, WAYS, WITNESS
from desk_mailadmin.registers.receipts.service import MISREAD, ReceiptsService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.message import Message
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.dialogs.signature_dialog import Signature, SignatureDialog, SignatureJob, SignatureSheet
from desk_mailadmin.ui.dialogs.signers import Signer, Witness
from desk_mailadmin.ui.paper_printing import print_as_one, print_drawings, print_unkept, reprint
from desk_mailadmin.ui.returned_papers import ask_reason, attach_chosen_scan, keep_scans
from desk_mailadmin.ui.scan_check import judge_codes
from desk_mailadmin.ui.shown import shown

RECIPIENT = "recipient"
_SENT_ON = QT_TRANSLATE_NOOP("desk", "送出日期")
_SENT_HOW = QT_TRANSLATE_NOOP("desk", "送达方式")
_REFUSED_ON = QT_TRANSLATE_NOOP("desk", "拒签日期")
_BACK_ON = QT_TRANSLATE_NOOP("desk", "归还日期")
_REASON = QT_TRANSLATE_NOOP("desk", "理由")
_WITNESS = QT_TRANSLATE_NOOP("desk", "见证人")


def new_receipts(bench: Any) -> None:
    """Enter what is handed over; each recipient gets a receipt, and all are shown for printing at once."""
    records = ask_receipts(bench)
    if not records:
        return
    rows = bench.services["receipts"].rows(records)
    bench.show_record("receipts", records[0])
    span = rows[0].number if len(rows) == 1 else f"{rows[0].number}～{rows[-1].number}"
    bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已开出 {count} 份签收单 {span}"), count=len(rows), span=span))
    print_receipts(bench, records)


def print_receipts(bench: Any, records: Sequence[int]) -> None:
    """Print receipts and keep them as printed; several go out as one batch."""

    def work() -> None:
        service: ReceiptsService = bench.services["receipts"]
        paper_of = partial(receipt_paper, service, bench.services["branches"], bench.desk.settings)
        drawings = [bench.services["papers"].drawing(paper_of(record)) for record in records]
        if print_drawings(bench, drawings, paper_of, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {count} 份回执"), count=len(drawings)))

    bench.run(work)


def print_reminders(bench: Any, records: Sequence[int]) -> None:
    """Print a reminder for each department of these receipts, or of more the clerk chooses, and note it with each."""
    rows = _to_remind(bench, records)
    if not rows:
        return

    def work() -> None:
        service: ReceiptsService = bench.services["receipts"]
        today = bench.desk.clock.today()
        answer_by = bench.desk.workdays.calendar().after(today, bench.desk.settings.value(REMIND_DAYS))
        drawings = [bench.services["papers"].drawing(paper) for paper in reminder_papers(rows, today, answer_by)]
        if print_as_one(bench, drawings, lambda: service.remind([row.id for row in rows], today)):
            said = QT_TRANSLATE_NOOP("desk", "已打印 {sheets} 张催交单，列了 {count} 份")
            bench.tell(shown(said, sheets=len(drawings), count=len(rows)))

    bench.run(work)


def _to_remind(bench: Any, records: Sequence[int]) -> Sequence[ReceiptRow]:
    """Return what the reminders list: what was ticked, or as the clerk chooses where one receipt alone is meant."""
    service: ReceiptsService = bench.services["receipts"]
    chosen = [row for row in service.rows(records) if row.days_out is not None]
    if len(records) > 1:
        if not chosen:
            bench.run(lambda: _refuse(QT_TRANSLATE_NOOP("desk", "勾选的回执都没有送出在外，不用催。")))
        return chosen
    away = [row for row in service.outstanding() if row.days_out is not None]
    same_dept = [row for row in away if chosen and row.dept == chosen[0].dept]
    offers = {
        "one": (QT_TRANSLATE_NOOP("desk", "只催这一份"), chosen),
        "dept": (QT_TRANSLATE_NOOP("desk", "这个部门未交回的 {count} 份"), same_dept),
        "listed": (QT_TRANSLATE_NOOP("desk", "列表里未交回的 {count} 份"), _listed(bench, away)),
        "late": (QT_TRANSLATE_NOOP("desk", "所有逾期的 {count} 份"), [row for row in away if row.late]),
        "all": (QT_TRANSLATE_NOOP("desk", "所有未交回的 {count} 份"), away),
    }
    choices = [
        Choice(key, shown(title, count=len(rows))) for key, (title, rows) in offers.items() if rows or key == "one"
    ]
    if len(away) == 1:
        return chosen
    key = bench.prompter.choose(shown(QT_TRANSLATE_NOOP("desk", "催交单上列哪些？")), choices)
    return offers[key][1] if key else ()


def _listed(bench: Any, away: Sequence[ReceiptRow]) -> list[ReceiptRow]:
    """Return what is away among what the tab lists at present, in its order."""
    by_id = {row.id: row for row in away}
    return [by_id[record] for record in bench.listed("receipts") if record in by_id]


def _refuse(sentence: str) -> None:
    raise UserError(sentence)


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
        kept = bench.services["papers"].latest("receipt", record, service.row(record).sheet)
        if kept is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这张回执还没有打印过，先打印。"))
        reprint(bench, kept, service.row(record).number)

    bench.run(work)


def hand_over(bench: Any, records: Sequence[int]) -> None:
    """Record that receipts were handed over, how and when; several at once on one day."""
    service: ReceiptsService = bench.services["receipts"]
    rows = service.rows(records)
    ways = [Choice(key, shown(title)) for key, title in WAYS]
    asked = (
        Asked(name="on", title=_SENT_ON, kind=Asks.DATE, required=True, start=bench.desk.clock.today()),
        Asked(name="how", title=_SENT_HOW, kind=Asks.CHOICE, required=True, choices=ways, start="in_person", width=6),
    )
    _ask(
        bench,
        QT_TRANSLATE_NOOP("desk", "登记送出"),
        asked,
        lambda values: service.hand_over_all(records, values["on"], values["how"]),
        _meant(rows),
    )


def _meant(rows: Sequence[ReceiptRow]) -> str:
    """Return which receipts a dialog is about: the one, or how many from which number on."""
    first = rows[0]
    if len(rows) == 1:
        return f"{first.number}　{first.name}　{first.matter}"
    said = QT_TRANSLATE_NOOP("desk", "{count} 份：{first} {name} 等")
    return shown(said, count=len(rows), first=first.number, name=first.name)


def sign_receipt(bench: Any, record: int, *, by_scan: bool = False) -> str:
    """Record the owner's signature with its scan; return the digits of the next sheet, if one was scanned."""
    service: ReceiptsService = bench.services["receipts"]
    row = service.row(record)

    def keep(signature: Signature, _yes: frozenset[str]) -> None:
        with bench.desk.work("receipt.sign") as work:
            if signature.agreed:
                service.sign(record, signature.signed_on, signature.name)
            else:
                service.refuse(record, signature.signed_on, signature.opinion, signature.witness)
            keep_scans(bench, work, "receipt", record, RECIPIENT, signature.scans)

    def compare(codes: tuple[str, ...]) -> Message:
        return judge_codes(bench, codes, row.number)

    signer = Signer(role=RECIPIENT, title=shown(QT_TRANSLATE_NOOP("desk", "领取人")), name=row.name, due=True)
    sheet = SignatureSheet(
        title=f"{row.name}　{row.number}",
        subtitle=f"{row.sheet_title}　{row.dept}　{row.matter}",
        state=LIFECYCLE.state(row.state),
        signers=(signer,),
        by_scan=by_scan,
        verb=shown(QT_TRANSLATE_NOOP("desk", "登记签收")),
        refusal=shown(QT_TRANSLATE_NOOP("desk", "拒签")),
        witness=Witness.REQUIRED if bench.desk.settings.value(WITNESS) else Witness.ASKED,
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
        hand_over(bench, [record])
    elif row.held:
        give_back(bench, record)


def refuse_receipt(bench: Any, record: int) -> None:
    """Record that the owner refused to sign, why, and who saw it."""
    service: ReceiptsService = bench.services["receipts"]
    names = bench.services["departments"].names_in_office
    asked = (
        Asked(name="reason", title=_REASON, kind=Asks.LONG, required=True, limit=200),
        Asked(
            name="witness",
            title=_WITNESS,
            required=bench.desk.settings.value(WITNESS),
            width=8,
            limit=30,
            suggest=names,
        ),
        Asked(name="on", title=_REFUSED_ON, kind=Asks.DATE, required=True, start=bench.desk.clock.today()),
    )
    _ask(
        bench,
        QT_TRANSLATE_NOOP("desk", "登记拒签"),
        asked,
        lambda values: service.refuse(record, values["on"], values["reason"], values["witness"]),
        _meant([service.row(record)]),
        (560, 340),
    )


def give_back(bench: Any, record: int) -> None:
    """Record that a device or a directory copy was given back."""
    service: ReceiptsService = bench.services["receipts"]
    asked = (Asked(name="on", title=_BACK_ON, kind=Asks.DATE, required=True, start=bench.desk.clock.today()),)
    _ask(
        bench,
        QT_TRANSLATE_NOOP("desk", "登记归还"),
        asked,
        lambda values: service.give_back(record, values["on"]),
        _meant([service.row(record)]),
    )


def unsign_receipt(bench: Any, record: int) -> None:
    """Take back a signature on the day it was entered, with the reason."""
    service: ReceiptsService = bench.services["receipts"]
    asked = (Asked(name="reason", title=_REASON, required=True, start=shown(MISREAD), width=20, limit=200),)
    _ask(
        bench,
        QT_TRANSLATE_NOOP("desk", "撤回签收"),
        asked,
        lambda values: service.unsign(record, values["reason"]),
        _meant([service.row(record)]),
    )


def lose_receipt(bench: Any, record: int) -> None:
    """Record that the sheet was lost."""
    _with_reason(bench, record, QT_TRANSLATE_NOOP("desk", "登记遗失"), bench.services["receipts"].lose)


def void_receipt(bench: Any, record: int) -> None:
    """Void a receipt; the number stays."""
    _with_reason(bench, record, QT_TRANSLATE_NOOP("desk", "作废"), bench.services["receipts"].void)


def replace_receipt(bench: Any, record: int) -> None:
    """Put a lost receipt on its way again and print its kept sheet once more, stamped 补打."""
    service: ReceiptsService = bench.services["receipts"]

    def work() -> None:
        service.replace_lost(record, bench.desk.clock.today())
        row = service.row(record)
        waits = QT_TRANSLATE_NOOP("desk", "{number} 待重新送出，交出去时登记送出")
        bench.tell(shown(waits, number=row.number))
        if service.latest_print(row) is None:
            print_receipts(bench, [record])
        else:
            reprint_receipt(bench, record)

    bench.run(work)


def attach_scan(bench: Any, record: int) -> None:
    """Keep a scanned sheet with a receipt."""
    attach_chosen_scan(bench, "receipt", record, RECIPIENT)


def _with_reason(bench: Any, record: int, verb: str, deed: Callable[[int, date, str], None]) -> None:
    row = bench.services["receipts"].row(record)
    ask_reason(bench, verb, row.number, f"{row.name}（{row.dept}）", lambda on, reason: deed(record, on, reason))


def _ask(
    bench: Any,
    title: str,
    asked: Sequence[Asked],
    keep: Callable[[Mapping[str, Any]], object],
    explanation: str,
    size: tuple[int, int] = (520, 260),
) -> None:
    job = FormJob(save=lambda values, _yes: keep(values), title=shown(title))
    dialog = RecordForm(
        shown(title),
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=explanation,
        size=size,
        memory=bench.memory,
        key=f"receipt_{asked[0].name}_{len(asked)}",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已{what}　{which}"), what=shown(title), which=explanation))

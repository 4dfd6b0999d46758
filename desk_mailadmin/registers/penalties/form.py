"""What the clerk does with a case: signed, refused, appealed, waived, deducted, paid, reversed, voided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.asking import (
    REASON,
    SMALL,
    ask_case,
    asked_day,
    asked_name,
    in_short,
    service_of,
)
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.printing import (
    print_decision,
    print_reversal,
)
from desk_mailadmin.registers.penalties.rules import DECISIONS, LIFECYCLE
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.rulebook.rules import DECISIONS as SANCTION_KEYS
from desk_mailadmin.registers.rulebook.rules import SANCTIONS
from desk_mailadmin.ui.dialogs.files_field import content_of
from desk_mailadmin.ui.dialogs.message import Message
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.dialogs.signature_dialog import Signature, SignatureDialog, SignatureJob, SignatureSheet
from desk_mailadmin.ui.dialogs.signers import Signer, Witness
from desk_mailadmin.ui.returned_papers import ask_reason, attach_chosen_scan, keep_scans
from desk_mailadmin.ui.scan_check import judge_codes
from desk_mailadmin.ui.shown import shown

PERSON = "person"


def sign_notice(bench: Any, record: int, *, by_scan: bool = False) -> str:
    """Record that the person signed the notice, or would not, with the scan; return the next scanned digits."""
    service: PenaltiesService = bench.services["penalties"]
    row = service.row(record)

    def keep(signature: Signature, _yes: frozenset[str]) -> None:
        with bench.desk.work("penalty.sign") as work:
            if signature.agreed:
                service.sign(record, signature.signed_on)
            else:
                service.refuse(record, signature.signed_on, signature.witness, signature.opinion)
            keep_scans(bench, work, "penalty", record, PERSON, signature.scans)

    def compare(codes: tuple[str, ...]) -> Message:
        return judge_codes(bench, codes, row.number)

    signer = Signer(role=PERSON, title=shown(QT_TRANSLATE_NOOP("desk", "当事人")), name=row.name, due=True)
    sheet = SignatureSheet(
        title=f"{row.name}　{row.number}",
        subtitle=in_short(row).partition("　")[2],
        state=LIFECYCLE.state(row.state),
        signers=(signer,),
        by_scan=by_scan,
        verb=shown(QT_TRANSLATE_NOOP("desk", "登记签收")),
        consent=shown(QT_TRANSLATE_NOOP("desk", "签收")),
        refusal=shown(QT_TRANSLATE_NOOP("desk", "拒签")),
        witness=Witness.REQUIRED,
    )
    job = SignatureJob(record=keep, compare=compare, today=bench.desk.clock.today)
    dialog = SignatureDialog(sheet, job, bench.prompter, memory=bench.memory, parent=bench.window)
    if bench.show_dialog(dialog):
        signed = QT_TRANSLATE_NOOP("desk", "已登记 {number} 签收，申诉期到 {until}")
        refused = QT_TRANSLATE_NOOP("desk", "已登记 {number} 拒签，申诉期到 {until}")
        now = service.row(record)
        told = signed if now.signed_on is not None else refused
        bench.tell(shown(told, number=row.number, until=now.appeal_until))
    return dialog.next_digits


def scanned_notice(bench: Any, record: int) -> None:
    """Do what a scanned notice asks for: register its signature; else show it."""
    bench.show_record("penalties", record)
    if bench.services["penalties"].row(record).state == "issued":
        bench.scan_next(sign_notice(bench, record, by_scan=True))


def refuse_notice(bench: Any, record: int) -> None:
    """Record that the person would not sign, why, and who saw it."""
    service = service_of(bench)
    asked = (
        asked_day(bench),
        asked_name(bench, "witness", QT_TRANSLATE_NOOP("desk", "见证人")),
        Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "本人怎么说"), kind=Asks.LONG, limit=500),
    )  # fmt: skip
    ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记拒签"), asked,
        lambda values: service.refuse(record, values["on"], values["witness"], values["reason"]),
    )  # fmt: skip


def enter_appeal(bench: Any, record: int) -> None:
    """Record an appeal and what the person says."""
    service = service_of(bench)
    text = Asked(
        name="appeal", title=QT_TRANSLATE_NOOP("desk", "申诉内容"), kind=Asks.LONG, required=True, limit=2_000, lines=6
    )
    ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记申诉"), (asked_day(bench), text),
        lambda values: service.appeal(record, values["on"], values["appeal"]),
    )  # fmt: skip


def decide_appeal(bench: Any, record: int) -> None:
    """Record the decision on an appeal; a changed one may lower the sum and replace the sanction."""
    service = service_of(bench)
    row = service.row(record)
    sanctions = [Choice(key, shown(SANCTIONS[key])) for key in (*SANCTION_KEYS, "note")]
    changed, owed = QT_TRANSLATE_NOOP("desk", "决定变更时填"), row.due_fen - row.waived_fen
    asked = (
        Asked(
            name="decision", title=QT_TRANSLATE_NOOP("desk", "决定"), kind=Asks.CHOICE, required=True, start="upheld",
            choices=[Choice(key, shown(title)) for key, title in DECISIONS], width=6,
        ),
        asked_day(bench),
        Asked(
            name="due", title=QT_TRANSLATE_NOOP("desk", "应扣（元）"), kind=Asks.MONEY, group=changed,
            start=owed,
        ),
        Asked(
            name="sanction", title=QT_TRANSLATE_NOOP("desk", "处理改为"), kind=Asks.CHOICE, choices=sanctions,
            group=changed, width=8,
        ),
        Asked(name="reason", title=REASON, kind=Asks.LONG, required=True, limit=500, group=REASON),
        asked_name(bench, "by", QT_TRANSLATE_NOOP("desk", "决定人"), REASON),
    )  # fmt: skip

    def keep(values: Mapping[str, Any]) -> None:
        is_changed = values["decision"] == "changed"
        if is_changed and values["due"] == owed and not values["sanction"]:
            raise UserError(QT_TRANSLATE_NOOP("desk", "决定变更，要改应扣的金额或处理。"), field="due")
        service.decide_appeal(
            record, values["on"], values["decision"], values["reason"], values["by"],
            due_fen=values["due"] if is_changed else None,
            sanctions=_replaced(row, values["sanction"]) if is_changed and values["sanction"] else None,
        )  # fmt: skip

    said = service.record_of(record).appeal
    title = QT_TRANSLATE_NOOP("desk", "登记申诉决定")
    if ask_case(bench, record, title, asked, keep, f"申诉：{said}", size=(620, 580), follow=_follow_decision):
        print_decision(bench, record)


def _follow_decision(dialog: RecordForm) -> None:
    """Let the clerk change sum and sanction only where the decision changes them."""

    def show() -> None:
        for name in ("due", "sanction"):
            dialog.field(name).setEnabled(dialog.field("decision").value() == "changed")

    dialog.field("decision").changed.connect(show)
    show()


def report_to_hr(bench: Any, records: Sequence[int]) -> None:
    """Record that cases were reported to the personnel department, several at once."""
    service = service_of(bench)
    ask_case(
        bench, records[0], QT_TRANSLATE_NOOP("desk", "报人事"), (asked_day(bench),),
        lambda values: service.report_to_hr(records, values["on"]),
        shown(QT_TRANSLATE_NOOP("desk", "共 {count} 件。"), count=len(records)) if len(records) > 1 else "",
        size=SMALL,
    )  # fmt: skip


def enter_reply(bench: Any, record: int) -> None:
    """Record what the personnel department did."""
    service = service_of(bench)
    asked = (Asked(name="reply", title=QT_TRANSLATE_NOOP("desk", "人事回复"), required=True, width=26, limit=200),)
    ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记人事回复"), asked,
        lambda values: service.reply(record, values["reply"]), size=SMALL,
    )  # fmt: skip


def reverse_penalty(bench: Any, record: int) -> None:
    """Reverse a case by a new numbered one in the open month."""
    service = service_of(bench)
    asked = (
        asked_day(bench),
        Asked(name="reason", title=REASON, kind=Asks.LONG, required=True, limit=500),
        asked_name(bench, "approver", QT_TRANSLATE_NOOP("desk", "批准人")),
    )
    month = service.months.booking_month(bench.desk.clock.today())
    note = shown(
        QT_TRANSLATE_NOOP("desk", "在 {month}开一张新号冲销这一件；已经扣的变成应退。原来的一件留在台账里。"),
        month=title_of(month),
    )

    def keep(values: Mapping[str, Any]) -> None:
        offset = service.reverse(record, values["on"], values["reason"], values["approver"])
        bench.show_record("penalties", offset)

    if ask_case(bench, record, QT_TRANSLATE_NOOP("desk", "冲销"), asked, keep, note):
        print_reversal(bench, record)


def void_penalty(bench: Any, record: int) -> None:
    """Void a case that was not served; the number stays."""
    service = service_of(bench)
    row = service.row(record)
    verb = QT_TRANSLATE_NOOP("desk", "作废")
    ask_reason(bench, verb, row.number, f"{row.name}（{row.dept}）", lambda on, why: service.void(record, on, why))


def drop_draft(bench: Any, record: int) -> None:
    """Delete a draft; Ctrl+Z brings it back today."""
    service = service_of(bench)
    name = service.row(record).name

    def drop() -> None:
        service.drop_draft(record)
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已删除{name}的处罚草稿"), name=name))

    bench.run(drop)


def reopen_line(bench: Any, record: int) -> None:
    """Record that a stopped line works again."""
    service = service_of(bench)
    until = shown(QT_TRANSLATE_NOOP("desk", "停机到 {day}。"), day=service.row(record).stop_until)
    ask_case(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记复机"), (asked_day(bench),),
        lambda values: service.reopen_line(record, values["on"]), until, size=SMALL,
    )  # fmt: skip


def attach_evidence(bench: Any, record: int) -> None:
    """Keep a file that shows what happened."""
    path = bench.prompter.open_path(shown(QT_TRANSLATE_NOOP("desk", "选证据文件")))
    if path is None:
        return

    def attach() -> None:
        with bench.desk.work("penalty.attach") as work:
            bench.desk.attachments.keep(work, "penalty", record, "evidence", path.name, content_of(path))
            work.changed("penalties")
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已附上 {name}"), name=path.name))

    bench.run(attach)


def attach_scan(bench: Any, record: int) -> None:
    """Keep a scanned notice with its case."""
    attach_chosen_scan(bench, "penalty", record, PERSON)


def _replaced(row: PenaltyRow, sanction: str) -> tuple[str, ...]:
    """Return the sanctions of a case with the decision among them replaced; sums and a stopped line stay."""
    return (*(key for key in row.sanctions.split(",") if key and key not in (*SANCTION_KEYS, "note")), sanction)

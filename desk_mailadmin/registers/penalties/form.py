"""What the clerk does with a case: signed, refused, appealed, waived, deducted, paid, reversed, voided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.rules import month_of, title_of
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.printing import (
    print_cash_receipt,
    print_decision,
    print_reversal,
    print_waiver,
)
from desk_mailadmin.registers.penalties.rules import DECISIONS, LIFECYCLE
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.rulebook.rules import DECISIONS as SANCTION_KEYS
from desk_mailadmin.registers.rulebook.rules import SANCTIONS
from desk_mailadmin.ui.dialogs.files_field import content_of
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.message import Message
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.dialogs.signature_dialog import Signature, SignatureDialog, SignatureJob, SignatureSheet
from desk_mailadmin.ui.dialogs.signers import Signer, Witness
from desk_mailadmin.ui.returned_papers import ask_reason, attach_chosen_scan, keep_scans
from desk_mailadmin.ui.scan_check import judge_codes
from desk_mailadmin.ui.shown import shown

PERSON = "person"
_AMOUNT = QT_TRANSLATE_NOOP("desk", "金额（元）")
_DAY = QT_TRANSLATE_NOOP("desk", "日期")
_REASON = QT_TRANSLATE_NOOP("desk", "理由")
_APPROVER = QT_TRANSLATE_NOOP("desk", "批准人")
_REFERENCE = QT_TRANSLATE_NOOP("desk", "凭据号")
_MONTHS_AHEAD = 24


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
        subtitle=f"{row.dept}　{row.act_title}　{row.sanction}",
        state=LIFECYCLE.state(row.state),
        signers=(signer,),
        by_scan=by_scan,
        verb=shown(QT_TRANSLATE_NOOP("desk", "登记签收")),
        refusal=shown(QT_TRANSLATE_NOOP("desk", "拒签")),
        witness=Witness.REQUIRED,
    )
    job = SignatureJob(record=keep, compare=compare, today=bench.desk.clock.today)
    dialog = SignatureDialog(sheet, job, bench.prompter, memory=bench.memory, parent=bench.window)
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {number}"), number=row.number))
    return dialog.next_digits


def scanned_notice(bench: Any, record: int) -> None:
    """Do what a scanned notice asks for: register its signature; else show it."""
    bench.show_record("penalties", record)
    if bench.services["penalties"].row(record).state == "issued":
        bench.scan_next(sign_notice(bench, record, by_scan=True))


def refuse_notice(bench: Any, record: int) -> None:
    """Record that the person would not sign, why, and who saw it."""
    service = _service(bench)
    asked = (
        _day(bench),
        Asked(
            name="witness", title=QT_TRANSLATE_NOOP("desk", "见证人"), required=True, width=8, limit=30,
            suggest=bench.services["departments"].names_in_office,
        ),
        Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "本人怎么说"), kind=Asks.LONG, limit=500),
    )  # fmt: skip
    _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记拒签"), asked,
        lambda values: service.refuse(record, values["on"], values["witness"], values["reason"]),
    )  # fmt: skip


def enter_appeal(bench: Any, record: int) -> None:
    """Record an appeal and what the person says."""
    service = _service(bench)
    text = Asked(
        name="appeal", title=QT_TRANSLATE_NOOP("desk", "申诉内容"), kind=Asks.LONG, required=True, limit=2_000, lines=6
    )
    _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记申诉"), (_day(bench), text),
        lambda values: service.appeal(record, values["on"], values["appeal"]),
    )  # fmt: skip


def decide_appeal(bench: Any, record: int) -> None:
    """Record the decision on an appeal; a changed one may lower the sum and replace the sanction."""
    service = _service(bench)
    row = service.row(record)
    sanctions = [Choice(key, shown(SANCTIONS[key])) for key in (*SANCTION_KEYS, "note")]
    changed = QT_TRANSLATE_NOOP("desk", "决定变更时填")
    asked = (
        Asked(
            name="decision", title=QT_TRANSLATE_NOOP("desk", "决定"), kind=Asks.CHOICE, required=True, start="upheld",
            choices=[Choice(key, shown(title)) for key, title in DECISIONS], width=6,
        ),
        _day(bench),
        Asked(
            name="due_fen", title=QT_TRANSLATE_NOOP("desk", "改为应扣（元）"), kind=Asks.MONEY, group=changed,
            start=row.due_fen - row.waived_fen,
        ),
        Asked(
            name="sanction", title=QT_TRANSLATE_NOOP("desk", "处理改为"), kind=Asks.CHOICE, choices=sanctions,
            group=changed, width=8,
        ),
        Asked(name="reason", title=_REASON, kind=Asks.LONG, required=True, limit=500, group=_REASON),
        Asked(
            name="by", title=QT_TRANSLATE_NOOP("desk", "决定人"), required=True, width=8, group=_REASON,
            suggest=bench.services["departments"].names_in_office,
        ),
    )  # fmt: skip

    def keep(values: Mapping[str, Any]) -> None:
        is_changed = values["decision"] == "changed"
        service.decide_appeal(
            record, values["on"], values["decision"], values["reason"], values["by"],
            due_fen=values["due_fen"] if is_changed else None,
            sanctions=_replaced(row, values["sanction"]) if is_changed and values["sanction"] else None,
        )  # fmt: skip

    said = service.record_of(record).appeal
    title = QT_TRANSLATE_NOOP("desk", "申诉决定")
    if _ask(bench, record, title, asked, keep, f"申诉：{said}", size=(620, 620)):
        print_decision(bench, record)


def report_to_hr(bench: Any, records: Sequence[int]) -> None:
    """Record that cases were reported to the personnel department, several at once."""
    service = _service(bench)
    _ask(
        bench, records[0], QT_TRANSLATE_NOOP("desk", "报人事"), (_day(bench),),
        lambda values: service.report_to_hr(records, values["on"]),
        shown(QT_TRANSLATE_NOOP("desk", "共 {count} 件。"), count=len(records)) if len(records) > 1 else "",
    )  # fmt: skip


def enter_reply(bench: Any, record: int) -> None:
    """Record what the personnel department did."""
    service = _service(bench)
    asked = (Asked(name="reply", title=QT_TRANSLATE_NOOP("desk", "人事回复"), required=True, width=26, limit=200),)
    _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记人事回复"), asked,
        lambda values: service.reply(record, values["reply"]),
    )  # fmt: skip


def waive_penalty(bench: Any, record: int) -> None:
    """Waive some or all of what is open."""
    service = _service(bench)
    row = service.row(record)
    asked = (
        Asked(name="amount", title=_AMOUNT, kind=Asks.MONEY, required=True, start=row.rest_fen),
        _day(bench),
        Asked(name="reason", title=_REASON, kind=Asks.LONG, required=True, limit=500),
        _approver(bench),
    )
    if _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "减免"), asked,
        lambda values: service.waive(record, values["amount"], values["reason"], values["approver"], values["on"]),
    ):  # fmt: skip
        print_waiver(bench, record)


def reverse_penalty(bench: Any, record: int) -> None:
    """Reverse a case by a new numbered one in the open month."""
    service = _service(bench)
    asked = (
        _day(bench),
        Asked(name="reason", title=_REASON, kind=Asks.LONG, required=True, limit=500),
        _approver(bench),
    )
    month = service.months.booking_month(bench.desk.clock.today())
    note = shown(
        QT_TRANSLATE_NOOP("desk", "在 {month} 开一张新号冲销这一件；已经扣的变成应退。原来的一件留在台账里。"),
        month=title_of(month),
    )

    def keep(values: Mapping[str, Any]) -> None:
        offset = service.reverse(record, values["on"], values["reason"], values["approver"])
        bench.show_record("penalties", offset)

    if _ask(bench, record, QT_TRANSLATE_NOOP("desk", "冲销"), asked, keep, note):
        print_reversal(bench, record)


def void_penalty(bench: Any, record: int) -> None:
    """Void a case that was not served; the number stays."""
    service = _service(bench)
    row = service.row(record)
    verb = QT_TRANSLATE_NOOP("desk", "作废")
    ask_reason(bench, verb, row.number, f"{row.name}（{row.dept}）", lambda on, why: service.void(record, on, why))


def drop_draft(bench: Any, record: int) -> None:
    """Delete a draft; Ctrl+Z brings it back today."""
    service = _service(bench)
    name = service.row(record).name

    def drop() -> None:
        service.drop_draft(record)
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已删除{name}的处罚草稿"), name=name))

    bench.run(drop)


def plan_deduction(bench: Any, record: int) -> None:
    """Spread what is open over months."""
    service = _service(bench)
    row = service.row(record)
    start = row.deduct_month or service.months.next_payroll()
    asked = (
        Asked(
            name="first_month", title=QT_TRANSLATE_NOOP("desk", "从哪个月的工资扣起"), kind=Asks.CHOICE, required=True,
            choices=_months(bench, service), start=max(start, service.months.next_payroll()), width=8,
        ),
        Asked(
            name="count", title=QT_TRANSLATE_NOOP("desk", "分几期"), kind=Asks.NUMBER, start=max(row.instalments, 1),
            low=1, high=36, unit=shown(QT_TRANSLATE_NOOP("desk", "期")),
        ),
    )  # fmt: skip

    def keep(values: Mapping[str, Any]) -> None:
        plan = service.plan(record, values["first_month"], values["count"])
        bench.tell("；".join(f"{title_of(month)} {fen_to_text(fen)} 元" for month, fen in plan))

    cap = service.cap(row.staff)
    limit = (
        f"每月最多扣 {fen_to_text(cap.fen)} 元（{cap.why}），超过的自动转到后面的月份。" if cap.fen is not None else ""
    )
    _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "扣款计划"), asked, keep,
        f"未结清 {fen_to_text(row.rest_fen)} 元。{limit}", tell=False,
    )  # fmt: skip


def take_cash(bench: Any, record: int) -> None:
    """Record cash that was paid."""
    service = _service(bench)
    asked = (
        Asked(name="amount", title=_AMOUNT, kind=Asks.MONEY, required=True, start=service.row(record).rest_fen),
        _day(bench),
        Asked(
            name="reference", title=_REFERENCE, width=14, limit=60,
            note=QT_TRANSLATE_NOOP("desk", "留空由程序编号"),
        ),
    )  # fmt: skip
    if _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "收现金"), asked,
        lambda values: service.pay_cash(record, values["amount"], values["on"], values["reference"]),
    ):  # fmt: skip
        print_cash_receipt(bench, record)


def pay_back(bench: Any, record: int) -> None:
    """Record what was paid back."""
    service = _service(bench)
    asked = (
        Asked(name="amount", title=_AMOUNT, kind=Asks.MONEY, required=True, start=-service.row(record).rest_fen),
        _day(bench),
        Asked(name="reference", title=_REFERENCE, width=14, limit=60),
    )
    _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "退款"), asked,
        lambda values: service.refund(record, values["amount"], values["on"], values["reference"]),
    )  # fmt: skip


def reopen_line(bench: Any, record: int) -> None:
    """Record that a stopped line works again."""
    service = _service(bench)
    until = shown(QT_TRANSLATE_NOOP("desk", "停机到 {day}。"), day=service.row(record).stop_until)
    _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "登记复机"), (_day(bench),),
        lambda values: service.reopen_line(record, values["on"]), until,
    )  # fmt: skip


def enter_wage(bench: Any, record: int) -> None:
    """Keep what somebody earns, for the cap alone."""
    service = _service(bench)
    row = service.row(record)
    asked = (
        Asked(
            name="wage", title=QT_TRANSLATE_NOOP("desk", "月工资（元）"), kind=Asks.MONEY,
            start=service.wage_of(row.staff) or 0, note=QT_TRANSLATE_NOOP("desk", "留空就不核对"),
        ),
    )  # fmt: skip
    _ask(
        bench, record, QT_TRANSLATE_NOOP("desk", "月工资"), asked,
        lambda values: service.set_wage(row.staff, values["wage"], bench.desk.clock.today()),
        shown(QT_TRANSLATE_NOOP("desk", "只用来核对每月扣款上限，不打印，不导出。")),
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


def _service(bench: Any) -> PenaltiesService:
    service: PenaltiesService = bench.services["penalties"]
    return service


def _months(bench: Any, service: PenaltiesService) -> list[Choice]:
    first = month_of(bench.desk.clock.today())
    return [Choice(month, title_of(month)) for month in service.months.open_from(first, _MONTHS_AHEAD)]


def _day(bench: Any) -> Asked:
    return Asked(name="on", title=_DAY, kind=Asks.DATE, required=True, start=bench.desk.clock.today())


def _approver(bench: Any) -> Asked:
    names = bench.services["departments"].names_in_office
    return Asked(name="approver", title=_APPROVER, required=True, width=8, limit=60, suggest=names)


def _replaced(row: PenaltyRow, sanction: str) -> tuple[str, ...]:
    """Return the sanctions of a case with the decision among them replaced; sums and a stopped line stay."""
    return (*(key for key in row.sanctions.split(",") if key and key not in (*SANCTION_KEYS, "note")), sanction)


def _ask(
    bench: Any,
    record: int,
    title: str,
    asked: Sequence[Asked],
    keep: Callable[[Mapping[str, Any]], object],
    note: str = "",
    *,
    size: tuple[int, int] = (560, 380),
    tell: bool = True,
) -> bool:
    """Ask, and do what was asked for; say whether it was done."""
    row = _service(bench).row(record)
    about = f"{row.number or '草稿'}　{row.name}（{row.dept}）　{row.act_title}　{row.sanction}"
    dialog = RecordForm(
        shown(title),
        asked,
        FormJob(save=lambda values, _yes: keep(values), title=shown(title)),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation="\n".join(part for part in (about, note) if part),
        size=size,
        memory=bench.memory,
        key=f"penalty_{asked[0].name}_{len(asked)}",
        parent=bench.window,
    )
    done = bool(bench.show_dialog(dialog))
    if done and tell:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已{what}　{which}"), what=shown(title), which=row.number))
    return done

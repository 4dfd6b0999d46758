"""What the panel beside the list says of a receipt: what it is of, and the steps of its way."""

from __future__ import annotations

from desk_mailadmin.kernel.detail import Attachment, Detail, Fact, Step, StepState
from desk_mailadmin.registers.receipts.listing import ReceiptRow
from desk_mailadmin.registers.receipts.rules import ACCOUNT, GIVEN_BACK, LIFECYCLE, WAYS, WHATS
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.store.print_archive import Printed


def receipt_detail(service: ReceiptsService, record: int) -> Detail:
    """Return the panel of one receipt: where it is on its way."""
    row = service.row(record)
    printed, *rest = _steps(row, service.latest_print(row), service.attached("receipt", record))
    return Detail(
        title=row.name,
        subtitle=f"{row.number}　{row.sheet_title}",
        state=LIFECYCLE.state(row.state),
        facts=_facts(row),
        steps=(printed, *service.mailings(record), *rest),
        steps_title="送达与签收",
        history=service.history("receipt", record),
        sheet=row.sheet,
    )


def _facts(row: ReceiptRow) -> tuple[Fact, ...]:
    facts = (
        Fact("对应申请", row.application),
        Fact("部门", row.dept),
        *_matter(row),
        Fact("催交", f"催过 {row.reminded} 次，最近 {row.reminded_on:%m-%d}" if row.reminded_on else ""),
        Fact("遗失", f"{row.lost_times} 次，最近 {row.lost_on:%m-%d}" if row.lost_on else ""),
        Fact("原因", row.reason),
        Fact("见证人", row.witness),
    )
    return tuple(fact for fact in facts if fact.value)


def _matter(row: ReceiptRow) -> tuple[Fact, ...]:
    if row.what == ACCOUNT:
        printed = f"{row.slip_issued_at[:16].replace('T', ' ')} 打印" if row.slip_issued_at else "未打印"
        return Fact("邮箱", row.address), Fact("密码单", printed)
    kind = dict(WHATS)[row.what]
    counted = f"{row.subject}　{row.copies} 份" if row.copies > 1 else row.subject
    return Fact("类别", kind), Fact("事项", counted), Fact("归还期限", str(row.back_by or ""))


def _steps(row: ReceiptRow, printed: Printed | None, scans: tuple[Attachment, ...]) -> tuple[Step, ...]:
    steps = (_print_step(row, printed), _hand_over_step(row), _sign_step(row, scans))
    return (*steps, _give_back_step(row)) if row.what in GIVEN_BACK else steps


def _print_step(row: ReceiptRow, printed: Printed | None) -> Step:
    title = "打印回执" if row.what == ACCOUNT else "打印签收单"
    if printed:
        return Step(title, StepState.DONE, f"{printed.at[:10]}　{printed.who}　第 {printed.number} 次")
    if row.state in ("signed", "void"):
        return Step(title, StepState.TODO, "没有打印过")
    if row.what == ACCOUNT:
        return Step(title, StepState.NOW, "一式两联", actions=("print", "password_slip"))
    return Step(title, StepState.NOW, "回执联和存根在一页", actions=("print",))


def _hand_over_step(row: ReceiptRow) -> Step:
    if row.handed_on:
        return Step("送出", StepState.DONE, f"{row.handed_on}　{dict(WAYS)[row.handed_how]}")
    now = row.state == "out"
    return Step("送出", StepState.NOW if now else StepState.TODO, "", actions=("hand_over",) if now else ())


def _sign_step(row: ReceiptRow, scans: tuple[Attachment, ...]) -> Step:
    if row.signed_on:
        return Step("本人签收", StepState.DONE, f"{row.signed_on}　{row.signed_by}", attachments=scans)
    if row.state in ("refused", "lost", "void"):
        ended: dict[str, tuple[str, ...]] = {"lost": ("replace",), "refused": ("sign",)}
        note = f"{LIFECYCLE.state(row.state).title}：{row.reason}"
        return Step("本人签收", StepState.NOW, note, late=True, actions=ended.get(row.state, ()), attachments=scans)
    due = row.state == "out" and row.handed_on is not None
    note = f"应于 {row.due_on} 交回，{row.progress}" if due else ""
    actions = ("sign", "refuse", "lose") if due else ()
    return Step("本人签收", StepState.NOW if due else StepState.TODO, note, row.late, actions, scans)


def _give_back_step(row: ReceiptRow) -> Step:
    if row.returned_on:
        return Step("归还", StepState.DONE, str(row.returned_on))
    if not row.held:
        return Step("归还", StepState.TODO)
    return Step("归还", StepState.NOW, row.progress, row.late, ("give_back",))

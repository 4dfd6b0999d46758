"""What the side panel shows of an application: its facts, and its way step by step."""

from __future__ import annotations

from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.listing import ApplicationRow
from desk_mailadmin.registers.applications.rules import LIFECYCLE, Signature, missing_titles, next_signature
from desk_mailadmin.registers.applications.service import ApplicationsService


def application_detail(service: ApplicationsService, record: int) -> Detail:
    """Return the panel of one application."""
    row = service.row(record)
    return Detail(
        title=row.name,
        subtitle=f"{row.number or '（未编号）'}　{row.kind_title}",
        state=LIFECYCLE.state(row.state),
        facts=_facts(service, row),
        steps=_steps(service, row),
        steps_title="签字与办理",
        history=service.history("application", record),
    )


def _facts(service: ApplicationsService, row: ApplicationRow) -> tuple[Fact, ...]:
    record, entry = service.record_of(row.id), service.entry(row.id)
    fields = entry.fields
    rights = "、".join(fields.get("rights", []))
    return (
        Fact("部门", f"{row.branch} / {row.dept}"),
        Fact("工号 / 职务", " / ".join(part for part in (row.emp_no, record.post) if part)),
        Fact("电话", record.phone, personal=True),
        Fact("手机", record.mobile, personal=True),
        Fact("申请地址", row.address),
        Fact("权限 / 容量", " / ".join(part for part in (rights, _quota(entry)) if part)),
        Fact("理由", str(fields.get("reason", ""))),
        *((Fact("原因", row.reason),) if row.reason else ()),
    )


def _quota(entry: ApplicationEntry) -> str:
    return f"{entry.fields['quota_mb']} MB" if "quota_mb" in entry.fields else ""


def _steps(service: ApplicationsService, row: ApplicationRow) -> tuple[Step, ...]:
    if row.state in ("draft", "returned"):
        title = "填写" if row.state == "draft" else "改正"
        return (Step(title, StepState.NOW, row.progress, actions=("edit", "void")),)
    signatures = service.signatures(row.id)
    signs = tuple(_sign_step(service, row, signature, next_signature(signatures)) for signature in signatures)
    return (*signs, _open_step(row, signatures), _receipt_step(service, row))


def _sign_step(service: ApplicationsService, row: ApplicationRow, given: Signature, due: Signature | None) -> Step:
    scans = service.attached("application", row.id, f"signature.{given.role}")
    if given.agreed is not None:
        opinion = "同意" if given.agreed else "不同意"
        words = (given.signer, f"{given.signed_on:%m-%d}" if given.signed_on else "", opinion, given.opinion)
        note = "　".join(word for word in words if word)
        state = StepState.DONE if given.agreed else StepState.REFUSED
        return Step(f"{given.title}签字", state, note, not given.agreed, attachments=scans)
    now = row.state == "signing" and due is not None and due.role == given.role
    note = f"{given.signer}　{row.progress}" if now else given.signer
    actions = ("sign", "print", "return") if now else ()
    return Step(f"{given.title}签字", StepState.NOW if now else StepState.TODO, note, now and row.late, actions, scans)


def _open_step(row: ApplicationRow, signatures: tuple[Signature, ...]) -> Step:
    if row.opened_on is not None:
        return Step("开户", StepState.DONE, f"{row.opened_on:%m-%d}　{row.address}")
    if row.state == "ready":
        note = f"{len(signatures)} 处签字齐全，{row.progress}"
        return Step("开户", StepState.NOW, note, row.late, ("open", "return"))
    if row.state == "refused":
        return Step("开户", StepState.TODO, "签字被拒绝，不能开户")
    missing = missing_titles(signatures)
    return Step("开户", StepState.TODO, f"还缺 {len(missing)} 处签字：{'、'.join(missing)}" if missing else "")


def _receipt_step(service: ApplicationsService, row: ApplicationRow) -> Step:
    receipt = service.receipts.of_application(row.id)
    if receipt is None:
        return Step("回执签收", StepState.TODO, "开户后打印回执")
    if row.state == "closed":
        return Step("回执签收", StepState.DONE, f"{receipt.number}　{receipt.signed_by}　{receipt.progress}")
    return Step("回执签收", StepState.NOW, f"{receipt.number}　{receipt.progress}", receipt.late, ("receipt",))

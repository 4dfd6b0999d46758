"""What the side panel shows of an application: its facts, and its way step by step."""

from __future__ import annotations

from collections.abc import Sequence

from desk_mailadmin.documents.application_kind import ApplicationKind, EntryField, FieldKind
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.registers.applications.listing import ApplicationRow
from desk_mailadmin.registers.applications.records import in_words
from desk_mailadmin.registers.applications.rules import LIFECYCLE, Signature, missing_titles, next_signature
from desk_mailadmin.registers.applications.service import ApplicationsService

_LONGEST = 200  # characters of an entry; the whole stands on the sheet, and the steps below stay in sight
_FORM_GONE = Step(
    "表单用不了",
    StepState.REFUSED,
    "这张表不在了或有错，先在“工具 › 表单”里改正，再打印和办理。现在可以登记签字、退回、作废、结束。",
    late=True,
)


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
    record = service.record_of(row.id)
    own = _own_facts(service.asked(row.kind), row) if row.kind in service.kinds else _bare_facts(row, ())
    return (
        Fact("部门", f"{row.branch} / {row.dept}"),
        Fact("工号 / 职务", " / ".join(part for part in (row.emp_no, record.post) if part)),
        *(fact for fact in own if fact.value),
        *((Fact("原因", row.reason),) if row.reason else ()),
    )


def _own_facts(kind: ApplicationKind, row: ApplicationRow) -> list[Fact]:
    """Return what was entered, also what the form has since been rid of."""
    entries = (*kind.own_fields, *kind.completion)
    return [*(_fact(kind, entry, row) for entry in entries), *_bare_facts(row, [entry.key for entry in entries])]


def _bare_facts(row: ApplicationRow, besides: Sequence[str]) -> list[Fact]:
    """Return entries that no form names (any more), under the keys they are kept by."""
    left = {key: value for key, value in row.fields.items() if key not in besides and value}
    return [
        Fact(key, "、".join(map(str, value)) if isinstance(value, list) else str(value), personal=True)
        for key, value in left.items()
    ]


def _fact(kind: ApplicationKind, entry: EntryField, row: ApplicationRow) -> Fact:
    value = row.fields.get(entry.key, "") if entry.is_asked(row.fields) else ""
    words = in_words(kind, entry.key, value)
    words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return Fact(entry.label, words, personal=entry.kind is FieldKind.MOBILE)


def _steps(service: ApplicationsService, row: ApplicationRow) -> tuple[Step, ...]:
    if row.kind not in service.kinds:
        return (_FORM_GONE, *(_sign_step(service, row, one, None) for one in service.signatures(row.id)))
    if row.state in ("draft", "returned"):
        title = "填写" if row.state == "draft" else "改正"
        return (Step(title, StepState.NOW, row.progress, actions=("edit", "void")),)
    kind, signatures = service.asked(row.kind), service.signatures(row.id)
    if row.state == "refused" and not signatures:
        return (Step("不予受理", StepState.REFUSED, row.reason, late=True),)
    signs = tuple(_sign_step(service, row, signature, next_signature(signatures)) for signature in signatures)
    mails = service.mailings(row.id)
    return (
        *mails,
        *signs,
        _deed_step(row, kind, signatures),
        *_receipt_steps(service, row, kind),
        *_term_steps(row, kind),
    )


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


def _deed_step(row: ApplicationRow, kind: ApplicationKind, signatures: tuple[Signature, ...]) -> Step:
    if row.done_on is not None:
        return Step(kind.deed, StepState.DONE, f"{row.done_on:%m-%d}　{row.subject}")
    if row.state == "ready":
        clause = f"　{cite(kind.deadline_clause)}" if kind.deadline_clause else ""
        note = f"{len(signatures)} 处{row.progress}{clause}"
        return Step(kind.deed, StepState.NOW, note, row.late, ("open", "return"))
    if row.state == "refused":
        return Step(kind.deed, StepState.TODO, f"签字被拒绝，不能{kind.deed}")
    missing = missing_titles(signatures)
    return Step(kind.deed, StepState.TODO, f"还缺 {len(missing)} 处签字：{'、'.join(missing)}" if missing else "")


def _receipt_steps(service: ApplicationsService, row: ApplicationRow, kind: ApplicationKind) -> tuple[Step, ...]:
    receipt = service.receipts.of_application(row.id)
    if receipt is None:
        handed = kind.hand_over is not None and kind.hand_over.is_due(row.fields)
        expected = handed or kind.outcome == "open_account"
        return (Step("回执签收", StepState.TODO, f"{kind.deed}后打印回执"),) if expected else ()
    if row.state in ("closed", "in_force"):
        note = f"{receipt.number}　{receipt.signed_by}　{receipt.progress}"
        return (Step("回执签收", StepState.DONE, note, actions=("receipt",)),)
    return (Step("回执签收", StepState.NOW, f"{receipt.number}　{receipt.progress}", receipt.late, ("receipt",)),)


def _term_steps(row: ApplicationRow, kind: ApplicationKind) -> tuple[Step, ...]:
    term = kind.term
    if term is None or (row.done_on is not None and row.from_on is None):
        return ()
    begins = next((entry for entry in kind.own_fields if entry.key == term.start), None)
    if begins is not None and not row.fields.get(begins.key):  # a telephone moved is not opened again
        return ()
    if row.state == "in_force":
        note = "　".join(part for part in (row.progress, term.end_note) if part)
        actions = ("end", "renew") if term.renewable else ("end",)
        return (Step(term.end, StepState.NOW, note, row.late, actions),)
    if row.state == "closed":
        return (Step(term.end, StepState.DONE, f"{row.ended_on:%m-%d}　{row.reason}" if row.ended_on else ""),)
    return (Step(term.end, StepState.TODO, ""),)

"""What the panel beside the list says of a case: the rule, how its sum came about, and the steps of its way."""

from __future__ import annotations

import json

from desk_mailadmin.kernel.detail import Attachment, Detail, Fact, Step, StepState
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.language.capitals import in_capitals
from desk_mailadmin.registers.penalties.listing import NOTICE, REVERSAL, PenaltyRow
from desk_mailadmin.registers.penalties.model import Penalty
from desk_mailadmin.registers.penalties.rules import DECISIONS, EXECUTIONS, FOUND_HOW, LIFECYCLE
from desk_mailadmin.registers.penalties.service import PenaltiesService


def penalty_detail(service: PenaltiesService, record: int) -> Detail:
    """Return the panel of one case."""
    row, found = service.row(record), service.record_of(record)
    return Detail(
        title=row.name,
        subtitle=f"{row.number or ('旧台账' if row.past else '草稿')}　{row.act_title}",
        state=LIFECYCLE.state(row.state),
        facts=tuple(fact for fact in (*_facts(row), *_sums(row, found), *_plan(service, row)) if fact.value),
        steps=() if row.past or row.state == "offset" else _steps(service, row, found),
        steps_title="送达和执行",
        history=service.history("penalty", record),
        sheet=REVERSAL if row.state == "offset" else NOTICE,
    )


def _stopped(row: PenaltyRow) -> str:
    reopened = f"（{row.reopened_on} 已复机）" if row.reopened_on else ""
    return f"{row.stop_until}{reopened}" if row.stop_until else ""


def _facts(row: PenaltyRow) -> tuple[Fact, ...]:
    occurred = f"{row.occurred_on} {row.occurred_at}".strip()
    return (
        Fact("发生时间", f"{occurred}　{dict(FOUND_HOW).get(row.found_how, '')}".strip()),
        Fact("部门", f"{row.dept}　{row.post}".strip()),
        Fact("事实", row.facts),
        Fact("依据条款", row.cited),
        Fact("次数", row.count_text),
        Fact("处理", row.sanction),
        Fact("再犯时", row.next_time),
        Fact("停机到", _stopped(row)),
        Fact("扣分", str(row.points or "")),
        Fact("改动理由", row.change_reason),
        Fact(
            "冲销", f"冲销 {row.reverses}" if row.reverses else f"由 {row.reversed_by} 冲销" if row.reversed_by else ""
        ),
        Fact("原因", row.reason),
        Fact("批准人", row.approver),
        Fact("来源", row.source),
    )


def _sums(row: PenaltyRow, found: Penalty) -> tuple[Fact, ...]:
    lines = [Fact(step["label"], step["text"]) for step in json.loads(found.steps or "[]")]
    if not row.fine_fen and not row.recovery_fen:
        return tuple(lines)
    due = row.fine_fen + row.recovery_fen
    words = f"{fen_to_text(due)} 元" if due < 0 else f"{fen_to_text(due)} 元　{in_capitals(due)}"
    return (
        *lines,
        Fact("应扣", words),
        Fact("已扣", f"{fen_to_text(row.deducted_fen)} 元" if row.deducted_fen else ""),
        Fact("减免", f"{fen_to_text(row.waived_fen)} 元" if row.waived_fen else ""),
        Fact("已退", f"{fen_to_text(row.refunded_fen)} 元" if row.refunded_fen else ""),
        Fact("应退" if row.rest_fen < 0 else "未结清", f"{fen_to_text(abs(row.rest_fen))} 元" if row.rest_fen else ""),
    )


def _plan(service: PenaltiesService, row: PenaltyRow) -> tuple[Fact, ...]:
    plan = service.plan_of(row.id) if row.rest_fen > 0 else ()
    said = "\n".join(f"{month}　{fen_to_text(fen)} 元" for month, fen in plan)
    return (Fact("执行", dict(EXECUTIONS).get(row.execution, "")), Fact("扣款计划", said))


def _steps(service: PenaltiesService, row: PenaltyRow, found: Penalty) -> tuple[Step, ...]:
    scans = service.attached("penalty", row.id, "signature.person")
    steps = [_issue_step(row, service), *service.mailings(row.id), _serve_step(row, scans)]
    if found.appealed_on:
        steps.append(_appeal_step(row, found))
    if row.execution == "hr":
        steps.append(_hr_step(row, found))
    if row.due_fen:
        steps.append(_money_step(row))
    return tuple(steps)


def _issue_step(row: PenaltyRow, service: PenaltiesService) -> Step:
    evidence = service.attached("penalty", row.id, "evidence")
    if row.issued_on is None:
        return Step("开出通知单", StepState.NOW, "还是草稿", actions=("edit", "drop"), attachments=evidence)
    printed = "一式三联，已打印" if row.printed else "一式三联，还没有打印"
    done = row.printed or row.state != "issued"
    actions = () if done else ("print",)
    return Step(
        "开出通知单",
        StepState.DONE if done else StepState.NOW,
        f"{row.issued_on}　{printed}",
        actions=actions,
        attachments=evidence,
    )


def _serve_step(row: PenaltyRow, scans: tuple[Attachment, ...]) -> Step:
    if row.signed_on:
        return Step("本人签收", StepState.DONE, f"{row.signed_on}　{row.progress}", attachments=scans)
    if row.refused_on:
        note = f"{row.refused_on} 拒签，见证人 {row.witness}　{row.refusal}".strip()
        return Step("本人签收", StepState.REFUSED, note, actions=("sign", "appeal"), attachments=scans)
    if row.state != "issued":
        return Step("本人签收", StepState.TODO)
    return Step("本人签收", StepState.NOW, row.progress, row.late, ("sign", "refuse"), scans)


def _appeal_step(row: PenaltyRow, found: Penalty) -> Step:
    if not row.decision:
        return Step("申诉", StepState.NOW, f"{row.appealed_on}　{found.appeal}", actions=("decide",))
    note = f"{found.decided_on}　{dict(DECISIONS)[row.decision]}　{found.decision_reason}　{found.decided_by}"
    return Step("申诉", StepState.DONE, note)


def _hr_step(row: PenaltyRow, found: Penalty) -> Step:
    if row.reported_on is None:
        served = row.state in ("signed", "refused")
        actions = ("report",) if served else ()
        return Step("报人力资源部", StepState.NOW if served else StepState.TODO, actions=actions)
    reply = f"回复：{found.reply}" if found.reply else "还没有回复"
    return Step(
        "报人力资源部", StepState.DONE, f"{row.reported_on}　{reply}", actions=() if found.reply else ("reply",)
    )


def _money_step(row: PenaltyRow) -> Step:
    if row.rest_fen < 0:
        return Step("退款", StepState.NOW, f"应退 {fen_to_text(-row.rest_fen)} 元", actions=("refund",))
    if row.rest_fen == 0:
        return Step("结清", StepState.DONE, f"已扣 {fen_to_text(row.deducted_fen)} 元")
    open_note = f"未结清 {fen_to_text(row.rest_fen)} 元"
    if row.state not in ("signed", "refused", "carried", "issued"):
        return Step("扣款", StepState.TODO, open_note)
    if row.execution == "cash":
        return Step("交现金", StepState.NOW, open_note, actions=("cash",))
    return Step("工资扣款", StepState.TODO, f"{open_note}　{row.deduct_month} 起", actions=("plan", "cash", "waive"))

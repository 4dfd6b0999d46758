"""The papers of a case as data: notice, cash receipt, decision on appeal, waiver, reversal, stop of a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.capitals import in_capitals
from desk_mailadmin.papers import Paper, Papers, chinese_date
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.listing import NOTICE, REVERSAL, PenaltyRow
from desk_mailadmin.registers.penalties.payroll import Deduction
from desk_mailadmin.registers.penalties.records import CASH_RECEIPT, Booking
from desk_mailadmin.registers.penalties.rules import APPEAL_DAYS, DECISIONS, FOUND_HOW
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.penalties.wording import (
    basis,
    calculation,
    category,
    deducted_when,
    execution,
    history,
    outcome,
    rule_of,
    titles,
    word_of,
    yuan,
)
from desk_mailadmin.registers.rulebook.entries import MONEY_WORD
from desk_mailadmin.store.settings import Settings

KIND = "penalty"
APPEAL = "appeal_decision"
WAIVER = "waiver_approval"
LINE_STOP = "line_stop_notice"
DEDUCTIONS = "payroll_deduction"
DEDUCTION_LIST = "deduction_list"
"""What the months' lists for payroll are kept under, beside the cases."""
FORMS = (NOTICE, CASH_RECEIPT, APPEAL, WAIVER, REVERSAL, LINE_STOP, DEDUCTIONS)

_MONTHS = ("", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


class Posting(Struct, frozen=True):
    """Lines of money that were written together: a payment in cash, a waiver. ``fen`` is what they come to."""

    kind: str
    on: date
    fen: int
    first: int
    last: int
    reference: str
    reason: str
    approver: str


class Offer(Struct, frozen=True):
    """A paper a case can have besides its notice: its form, what the clerk reads, and which posting it is about."""

    form: str
    title: str
    posting: Posting | None = None


def case_paper(service: PenaltiesService, settings: Settings, record: int) -> Paper:
    """Return the paper that a case itself is: its notice, or the slip of a reversal."""
    if service.row(record).state == "offset":
        return reversal_paper(service, record)
    return notice_paper(service, settings, record)


def notice_paper(service: PenaltiesService, settings: Settings, record: int) -> Paper:
    """Return the notice: facts, clause, count, how the sum comes about, how it is carried out, where to appeal."""
    row = service.row(record)
    rule, plan, due = rule_of(service, record), service.plan_of(record), row.fine_fen + row.recovery_fen
    data = {
        **_person(row),
        "date": chinese_date(row.issued_on or row.entered_on),
        "occurred": f"{chinese_date(row.occurred_on)} {row.occurred_at}".strip(),
        "found_how": dict(FOUND_HOW).get(row.found_how, ""),
        "category": [category(row.clause)],
        "act": row.act_title,
        "facts": row.facts,
        "basis": basis(row, rule),
        "history": history(service, row, rule),
        "sanctions": titles(row, rule),
        "money_word": word_of(row, rule),
        "outcome": outcome(row, rule),
        "money": _yes(due),
        "steps": calculation(service, row, rule),
        **_sum(due),
        "reasoned": _yes(row.change_reason),
        "reason": row.change_reason,
        "execution": execution(row, rule, plan),
        "deduct_month": deducted_when(row, plan),
        "appeal_days": str(settings.value(APPEAL_DAYS, row.issued_on or row.entered_on)),
    }
    return Paper(KIND, record, NOTICE, row.number, data, "作废" if row.state == "void" else "")


def blank_data(settings: Settings, on: date) -> dict[str, str]:
    """Return what an empty notice says all the same: what a fine is called, and the days of appeal."""
    return {"money_word": settings.value(MONEY_WORD, on), "appeal_days": str(settings.value(APPEAL_DAYS, on))}


def reversal_paper(service: PenaltiesService, record: int) -> Paper:
    """Return the slip of an offset: which case it reverses, its sums with their sign, and what is owed back."""
    row, original = service.row(record), service.record_of(record).reverses_id
    assert original is not None, "an offset names what it reverses"
    was = service.row(original)
    rule, paid = rule_of(service, original), was.deducted_fen - was.refunded_fen
    data = {
        **_person(row),
        "date": chinese_date(row.issued_on or row.entered_on),
        "reverses": f"{was.number}（{_day(was.issued_on)}开出，记入 {title_of(was.month)}）",
        "before": f"{was.act_title}（{was.cited}，{was.count_text}）：{outcome(was, rule)}",
        "month": title_of(row.month),
        "deducted": yuan(paid),
        "money_word": word_of(was, rule),
        "fine_back": yuan(row.fine_fen),
        "recovery_back": yuan(row.recovery_fen),
        "amount": yuan(row.fine_fen + row.recovery_fen),
        "amount_capitals": in_capitals(row.fine_fen + row.recovery_fen),
        "refund": f"已扣 {fen_to_text(paid)} 元，应当退还。" if paid else "没有扣过款，不用退。",
        "reason": row.reason,
        "approver": row.approver,
    }
    return Paper(KIND, record, REVERSAL, row.number, data)


def cash_paper(service: PenaltiesService, record: int, posting: Posting, clerk: str) -> Paper:
    """Return the receipt of one payment in cash."""
    row = service.row(record)
    rule, rest = rule_of(service, record), _rest(service.trail(record), posting.last)
    settled = "（已缴清）" if rest <= 0 else ""
    data = {
        **_person(row),
        "number": posting.reference,
        "date": chinese_date(posting.on),
        "reason": f"{row.act_title}（{row.cited}）：{outcome(row, rule)}",
        "case_number": row.number,
        "way": "现金",
        **_sum(posting.fen),
        "rest": f"{yuan(max(rest, 0))}{settled}",
        "clerk": clerk,
        "cashier": "",
    }
    return Paper(KIND, record, CASH_RECEIPT, posting.reference, data)


def waiver_paper(service: PenaltiesService, record: int, posting: Posting) -> Paper:
    """Return the approval of one waiver: what was owed, what was paid until then, what is waived and what is left."""
    row, trail = service.row(record), service.trail(record)
    rest = _rest(trail, posting.last)
    due = sum(line.amount_fen for line in trail if line.is_debit)
    data = {
        **_person(row),
        "date": chinese_date(posting.on),
        "before": f"{row.act_title}（{row.cited}，{row.count_text}），{_day(row.issued_on)}",
        "amount_due": fen_to_text(due),
        "amount_paid": fen_to_text(_paid(trail, posting.first)),
        **_sum(posting.fen),
        "amount_rest": fen_to_text(max(rest, 0)),
        "extent": ["全部减免" if posting.fen == due else "部分减免"],
        "reason": posting.reason,
        "approver": posting.approver,
    }
    return Paper(KIND, record, WAIVER, row.number, data)


def appeal_paper(service: PenaltiesService, papers: Papers, record: int) -> Paper:
    """Return the decision on an appeal: what the notice said, what was decided and why, what becomes of the sum."""
    row, kept = service.row(record), service.record_of(record)
    rule, (before, after) = rule_of(service, record), _decided_sums(service, record)
    printed = papers.latest(KIND, record, NOTICE)
    said = str(printed.data["outcome"]) if printed else outcome(row, rule)
    data = {
        **_person(row),
        "date": _day(kept.decided_on),
        "served_on": _day(row.served_on),
        "appealed_on": _day(row.appealed_on),
        "before": f"{row.act_title}（{row.cited}，{row.count_text}），{_day(row.issued_on)}：{said}",
        "appeal": kept.appeal,
        "decided_by": kept.decided_by,
        "decision": [dict(DECISIONS)[row.decision]],
        "reason": kept.decision_reason,
        "after": "撤销原处理。" if row.decision == "withdrawn" else "、".join(titles(row, rule)),
        "money": _yes(before),
        "amount_before": fen_to_text(before),
        "paid": fen_to_text(row.deducted_fen - row.refunded_fen),
        **_sum(after),
        "execution": _after_appeal(service, row, after),
    }
    return Paper(KIND, record, APPEAL, row.number, data)


def line_stop_paper(service: PenaltiesService, record: int) -> Paper:
    """Return the notice that a line is stopped, and until when; its number is kept (002/12.九)."""
    row, rule, kept = service.row(record), rule_of(service, record), service.record_of(record)
    line = service.stops.line_for(kept.staff_id, kept.line) if kept.line else None
    data = {
        **_person(row),
        "date": chinese_date(row.issued_on or row.entered_on),
        "line": kept.line,
        "place": line.place if line else "",
        "reason": row.facts,
        "basis": basis(row, rule),
        "term": _months(rule.stop_months) if rule else "",
        "stop_on": _day(row.issued_on),
        "reopen_on": _day(row.stop_until),
    }
    return Paper(KIND, record, LINE_STOP, row.number, data)


def offers(service: PenaltiesService, record: int) -> tuple[Offer, ...]:
    """Return the papers a case can have besides its notice, in the order in which things happened."""
    row = service.row(record)
    if not row.number or row.past or row.state in ("draft", "offset"):
        return ()
    found = []
    if "line_stop" in row.sanctions.split(","):
        found.append(Offer(LINE_STOP, QT_TRANSLATE_NOOP("desk", "停机（保号）通知单")))
    if row.decision:
        found.append(Offer(APPEAL, QT_TRANSLATE_NOOP("desk", "申诉处理决定")))
    for posting in postings(service, record):
        form, title = _POSTED[posting.kind]
        found.append(Offer(form, f"{title}　{posting.on}　{fen_to_text(posting.fen)} 元", posting))
    return tuple(found)


_POSTED = {
    "cash": (CASH_RECEIPT, QT_TRANSLATE_NOOP("desk", "收款收据")),
    "waiver": (WAIVER, QT_TRANSLATE_NOOP("desk", "减免审批单")),
}


def postings(service: PenaltiesService, record: int) -> tuple[Posting, ...]:
    """Return what was paid in cash and what was waived, one by one; what an appeal took off has its own paper."""
    kept = service.record_of(record)
    decided = (kept.decided_on, kept.decision_reason, kept.decided_by)
    groups: dict[tuple[object, ...], list[Booking]] = {}
    for line in service.trail(record):
        if line.kind in _POSTED and (line.on, line.reason, line.approver) != decided:
            groups.setdefault((line.kind, line.on, line.reference, line.reason, line.approver), []).append(line)
    return tuple(_posting(lines) for lines in groups.values())


def _posting(lines: Sequence[Booking]) -> Posting:
    one = lines[0]
    fen = -sum(line.amount_fen for line in lines)
    return Posting(one.kind, one.on, fen, one.id, lines[-1].id, one.reference, one.reason, one.approver)


def paper_of(service: PenaltiesService, papers: Papers, record: int, offer: Offer, clerk: str) -> Paper:
    """Return the paper of an offer."""
    if offer.form == CASH_RECEIPT and offer.posting is not None:
        return cash_paper(service, record, offer.posting, clerk)
    if offer.form == WAIVER and offer.posting is not None:
        return waiver_paper(service, record, offer.posting)
    return appeal_paper(service, papers, record) if offer.form == APPEAL else line_stop_paper(service, record)


def deduction_paper(service: PenaltiesService, month: str, today: date) -> Paper:
    """Return a month's list for payroll: what is deducted from whom, and what is carried over (002/9.3).

    Its record is the month as a number (202612); it bears none of its own. UserError where nothing is deducted.
    """
    found = service.deduction_list(month)
    if not any(line.fen or line.deducted_fen for line in found):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{month}没有要从工资扣的款。"), month=title_of(month))
    sums = [_deduction_sums(line) for line in found]
    total = [sum(column) for column in zip(*sums, strict=True)]
    data = {
        "month": title_of(month),
        "date": chinese_date(today),
        "people": str(len({line.case.staff for line in found})),
        "count": str(len(found)),
        "rows": [_deduction_row(service, place, line, month) for place, line in enumerate(found, 1)],
        "totals": ["合计", "", "", "", "", "", *map(fen_to_text, total)],
        **_sum(total[1]),
        "remark": _cap_words(*service.limits()),
    }
    return Paper(DEDUCTION_LIST, int(month.replace("-", "")), DEDUCTIONS, "", data)


# inside


def _deduction_sums(line: Deduction) -> tuple[int, int, int]:
    """Return what was open before the month's wages, what they bear of it, and what stays open after them, in fen."""
    open_fen, taken = max(line.case.rest_fen, 0) + line.deducted_fen, line.fen + line.deducted_fen
    return open_fen, taken, open_fen - taken


def _deduction_row(service: PenaltiesService, place: int, line: Deduction, month: str) -> dict[str, str]:
    case, plan = line.case, [planned for planned, _fen in service.plan_of(line.case.id)]
    reason = f"{case.act_title}（{case.cited}）"
    if len(plan) > 1 and month in plan:
        reason += f"，分 {len(plan)} 期第 {plan.index(month) + 1} 期"
    open_fen, taken, left = map(fen_to_text, _deduction_sums(line))
    return {
        "place": str(place),
        "emp_no": case.emp_no,
        "name": case.name,
        "dept": case.dept,
        "number": case.number,
        "reason": f"{reason}，{line.note}" if line.note else reason,
        "due": open_fen,
        "this_month": taken,
        "carried": left,
    }


def _cap_words(percent: int, minimum_fen: int) -> str:
    limits = [f"不超过本人当月工资的 {percent}%"] if percent else []
    limits += [f"扣除后不低于当地最低工资标准 {fen_to_text(minimum_fen)} 元"] if minimum_fen else []
    return f"每人每月的扣款{'，'.join(limits)}，没有扣完的结转以后各月。" if limits else ""


def _person(row: PenaltyRow) -> dict[str, str]:
    known = f"{row.name}（{row.emp_no}）" if row.emp_no else row.name
    return {"name": row.name, "emp_no": row.emp_no, "person": known, "dept": row.dept, "post": row.post}


def _sum(fen: int) -> dict[str, str]:
    return {"amount": fen_to_text(fen), "amount_capitals": in_capitals(fen)}


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _day(day: date | None) -> str:
    return chinese_date(day) if day else ""


def _rest(trail: Sequence[Booking], last: int) -> int:
    return sum(line.amount_fen for line in trail if line.id <= last)


def _paid(trail: Sequence[Booking], first: int) -> int:
    return -sum(line.amount_fen for line in trail if line.id < first and line.kind in ("deduction", "cash", "refund"))


def _decided_sums(service: PenaltiesService, record: int) -> tuple[int, int]:
    """Return what was owed before the decision on an appeal and what is owed by it, paid or not, in fen."""
    kept, trail = service.record_of(record), service.trail(record)
    decided = (kept.decided_on, kept.decision_reason, kept.decided_by)
    waived = [line for line in trail if line.kind == "waiver"]
    taken = [line for line in waived if (line.on, line.reason, line.approver) == decided]
    first = min((line.id for line in taken), default=None)
    earlier = sum(line.amount_fen for line in waived if line not in taken and (first is None or line.id < first))
    before = sum(line.amount_fen for line in trail if line.is_debit) + earlier
    return before, before + sum(line.amount_fen for line in taken)


def _after_appeal(service: PenaltiesService, row: PenaltyRow, after: int) -> str:
    paid = row.deducted_fen - row.refunded_fen
    if paid > after:
        return f"已扣 {fen_to_text(paid)} 元，多扣的 {fen_to_text(paid - after)} 元退还当事人。"
    if row.decision == "withdrawn":
        return "不再执行。"
    if after and paid == after:
        return "已经扣清，不再扣款。"
    return execution(row, rule_of(service, row.id), service.plan_of(row.id))


def _months(months: int) -> str:
    return f"{_MONTHS[months]}个月" if 0 < months < len(_MONTHS) else f"{months} 个月" if months else ""

"""How papers put a case into words: its rule, its count, how its sum comes about and how it is carried out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.papers import chinese_date
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.counting import Offence, earlier
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.rulebook.rules import DECISIONS, SANCTIONS, Article, Range, article_from

Plan = Sequence[tuple[str, int]]

_CATEGORIES = {"000": "电子邮件", "001": "客户信息", "002": "电话和话费", "003": "电子沟通", "004": "电子邮件"}
_MOST_INSTALMENTS = 6
"""More instalments than these are summed up: a notice is one page."""


def yuan(fen: int) -> str:
    """Return a sum with its sign before the currency's: ¥1,234.50, -¥222.00."""
    return f"{'-' if fen < 0 else ''}¥{fen_to_text(abs(fen))}"


def rule_of(service: PenaltiesService, record: int) -> Article | None:
    """Return the article a case was decided under, None for a case without one."""
    kept = service.record_of(record).article
    return article_from(kept) if kept else None


def category(clause: str) -> str:
    """Return under what the notice ticks a clause: by the regulation it stands in."""
    return _CATEGORIES.get(clause.partition("/")[0], "其他")


def word_of(row: PenaltyRow, rule: Article | None) -> str:
    """Return what this case's fine is called: 罚款, 经济处理, 绩效扣减."""
    return (rule.word if rule else "") or row.money_word or SANCTIONS["fine"]


def titles(row: PenaltyRow, rule: Article | None) -> list[str]:
    """Return what follows, in words, as the notice ticks it."""
    return [_title(key, row, rule) for key in row.sanctions.split(",") if key]


def outcome(row: PenaltyRow, rule: Article | None) -> str:
    """Return what follows in one line, sums with their figure: 罚款 222.00 元、警告."""
    return "、".join(_outcome(key, row, rule) for key in row.sanctions.split(",") if key)


def basis(row: PenaltyRow, rule: Article | None) -> str:
    """Return the clause and the regulation's own words."""
    return f"{row.cited}\n{rule.text}" if rule and rule.text else row.cited


def history(service: PenaltiesService, row: PenaltyRow, rule: Article | None) -> str:
    """Return which offence this is, the one before it, and what the next one brings."""
    before = _before(service, row, rule)
    said = "首次（同一条款）" if row.offence_no == 1 else f"第 {row.offence_no} 次（同一条款累计）"
    if before is not None:
        said += f"；上一次 {before.number or '旧台账'}，{chinese_date(before.occurred_on)}"
    following = row.next_time
    if following and not following.startswith(("再犯", "已到")):
        following = f"再犯：{following}"
    return f"{said}。" + (f"\n{following}。" if following else "")


def calculation(service: PenaltiesService, row: PenaltyRow, rule: Article | None) -> str:
    """Return how the sum comes about, line by line; empty where there is none.

    What people decided otherwise than the rule proposes stands beside what the rule proposes.
    """
    due = row.fine_fen + row.recovery_fen
    if not due:
        return ""
    steps = [
        step for step in json.loads(service.record_of(row.id).steps or "[]") if step["fen"] and step["label"] != "合计"
    ]
    ranged = rule is not None and isinstance(rule.fine, Range)
    lines = [_line(step, row, last=ranged and step is steps[-1]) for step in steps]
    proposed = sum(step["fen"] for step in steps)
    if ranged:
        return "\n".join((*lines, *([f"合计：{fen_to_text(due)} 元"] if len(lines) > 1 else [])))
    if due != proposed:
        said = f"按规定 {fen_to_text(proposed)} 元，决定为 {fen_to_text(due)} 元"
        return "\n".join((*lines, said if steps else f"决定为 {fen_to_text(due)} 元"))
    if len(lines) > 1:
        lines.append(f"合计：{_spaced(row.formula)} = {fen_to_text(due)} 元")
    return "\n".join(lines)


def execution(row: PenaltyRow, rule: Article | None, plan: Plan) -> str:
    """Return how a case is carried out: from which wages, in cash, or by the personnel department; and the line."""
    parts = [_money_execution(row, plan)] if row.fine_fen + row.recovery_fen else []
    reported = [_title(key, row, rule) for key in row.sanctions.split(",") if key in DECISIONS and key != "criticism"]
    if row.execution == "hr" or reported:
        parts.append(f"{'、'.join(reported)}由人力资源部执行")
    if row.stop_until:
        parts.append(f"停机（保号）到 {chinese_date(row.stop_until)}")
    return "；".join(parts) + "。" if parts else "由办公室执行，不涉及金额。"


def deducted_when(row: PenaltyRow, plan: Plan) -> str:
    """Return from which wages a case is deducted, in a few words."""
    if row.execution == "cash":
        return "现金缴交"
    if not plan:
        return ""
    return title_of(plan[0][0]) + (f"起，{len(plan)} 期" if len(plan) > 1 else "")


# inside


def _title(key: str, row: PenaltyRow, rule: Article | None) -> str:
    return word_of(row, rule) if key == "fine" else SANCTIONS[key]


def _outcome(key: str, row: PenaltyRow, rule: Article | None) -> str:
    title = _title(key, row, rule)
    match key:
        case "fine":
            return f"{title} {fen_to_text(row.fine_fen)} 元"
        case "recovery" | "compensation" if row.recovery_fen:
            return f"{title} {fen_to_text(row.recovery_fen)} 元"
        case "points" if row.points:
            return f"{title} {row.points} 分"
        case _:
            return title


def _before(service: PenaltiesService, row: PenaltyRow, rule: Article | None) -> PenaltyRow | None:
    """Return the offence that counts before this one, None where there is none."""
    group = service.record_of(row.id).count_group
    others = {one.id: one for one in service.of_person(row.staff, group)} if group else {}
    offences = [Offence(one.id, one.occurred_on) for one in others.values()]
    counted = earlier(Offence(row.id, row.occurred_on), offences, rule.look_back if rule else 0)
    return others[counted[-1].case] if counted else None


def _line(step: dict[str, Any], row: PenaltyRow, *, last: bool) -> str:
    """Return one line of the calculation; that of a range says what was chosen in it."""
    if last:
        between = str(step["text"]).partition("，")[0]
        return f"{step['label']}：{between}，定为 {fen_to_text(row.fine_fen)} 元"
    return f"{step['label']}：{step['text']}"


def _spaced(formula: str) -> str:
    return formula.replace("×", " × ").replace("+", " + ")


def _money_execution(row: PenaltyRow, plan: Plan) -> str:
    if row.execution == "cash":
        return "由当事人到财务部缴交现金"
    if row.execution != "payroll" or not plan:
        return "由财务部从工资中扣除"
    if len(plan) == 1:
        return f"由财务部从 {title_of(plan[0][0])}工资中扣除"
    first = f"由财务部自 {title_of(plan[0][0])}工资起分 {len(plan)} 期扣除"
    if len(plan) > _MOST_INSTALMENTS:
        (_month, fen), (end, last) = plan[0], plan[-1]
        return f"{first}，首期 {fen_to_text(fen)} 元，末期 {title_of(end)} {fen_to_text(last)} 元"
    return f"{first}：" + "，".join(f"{title_of(month)} {fen_to_text(fen)} 元" for month, fen in plan)

"""What the panel beside the list says of a finding: the call, the log, the right, the rule and what it leads to."""

from __future__ import annotations

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.registers.calls.rules import KINDS as CALL_KINDS
from desk_mailadmin.registers.calls.rules import duration
from desk_mailadmin.registers.findings.listing import FindingRow
from desk_mailadmin.registers.findings.rules import LIFECYCLE, OUTSIDE
from desk_mailadmin.registers.findings.service import RUN, FindingsService, month_number
from desk_mailadmin.registers.lines.rules import rights_text
from desk_mailadmin.registers.longdistance.rules import LIFECYCLE as LOG_STATES
from desk_mailadmin.registers.rulebook.rules import Facts, propose

_WEEKDAYS = "一二三四五六日"


def finding_detail(service: FindingsService, record: int) -> Detail:
    """Return the panel of one finding."""
    row = service.row(record)
    facts = (*_call(service, row), *_logged(service, row), *_right(service, row), *_rule(service, row), *_decided(row))
    return Detail(
        title=row.title,
        subtitle=f"{row.kind_title}　{row.occurred_at:%Y-%m-%d %H:%M}",
        state=LIFECYCLE.state(row.state),
        facts=tuple(fact for fact in facts if fact.value),
        history=(*service.history("finding", record), *service.history(RUN, month_number(row.month))),
    )


def _call(service: FindingsService, row: FindingRow) -> tuple[Fact, ...]:
    day = f"{row.occurred_at:%Y-%m-%d %H:%M:%S}　星期{_WEEKDAYS[row.occurred_at.weekday()]}"
    off = row.kind == OUTSIDE and not service.is_working_day(row.occurred_at.date())
    kind = ""
    if row.call is not None and (found := service.calls.rows([row.call])):
        kind = CALL_KINDS[found[0].kind]
    return (
        Fact("发现", "　".join(filter(None, (row.kind_title, row.details)))),
        Fact("部门", f"{row.branch}　{row.dept}".strip()),
        Fact("使用电话", "　".join(dict.fromkeys(filter(None, (row.extension, row.number, row.label))))),
        Fact("对方号码", f"{row.called}　{kind}".strip()),
        Fact("起始时间", f"{day}{'（休息日）' if off else ''}"),
        Fact("时长", duration(row.seconds)),
        Fact("话费", f"{fen_to_text(row.fee_fen)} 元" if row.fee_fen else ""),
        Fact("清单", "" if row.call is not None else "话费清单里没有这个电话"),
    )


def _logged(service: FindingsService, row: FindingRow) -> tuple[Fact, ...]:
    if row.log is None or not (found := service.log.rows([row.log])):
        return ()
    entry = found[0]
    said = f"{entry.user}　{entry.on_day:%m-%d} {entry.from_at}—{entry.to_at}　{entry.called}　{entry.purpose}"
    return (Fact("登记表", f"{said}（{LOG_STATES.state(entry.state).title}）"),)


def _right(service: FindingsService, row: FindingRow) -> tuple[Fact, ...]:
    if row.line is None:
        return ()
    day = row.occurred_at.date()
    held = service.log.lines.rights_of([row.line]).get(row.line, ())
    return (Fact("当天的权限", rights_text(held, day) or "没有登记权限"),)


def _rule(service: FindingsService, row: FindingRow) -> tuple[Fact, ...]:
    facts = [Fact("依据条款", row.cited)]
    if row.act:
        try:
            article = service.penalties.rulebook.article(row.clause, row.occurred_at.date())
        except UserError:
            return (*facts, Fact("会怎样", "这一条当天没有施行"))
        proposal = propose(article, Facts(1, row.fee_fen), 1)
        made_of = "\n".join(f"{step.label}　{step.text}" for step in proposal.steps)
        facts += [Fact("条文", article.text), Fact("怎么算", made_of)]
        others = service.penalties.rulebook.hitting(row.act, row.occurred_at.date())
        facts.append(Fact("也可以按", "、".join(one.title for one in others if one.clause != article.clause)))
    return (*facts, Fact("会怎样", _leads(row)))


def _leads(row: FindingRow) -> str:
    if not row.act:
        return "制度没有写处罚，记录说明即可"
    return f"登记处罚，{fen_to_text(row.proposed_fen)} 元" if row.proposed_fen else "登记处罚，不涉及金额"


def _decided(row: FindingRow) -> tuple[Fact, ...]:
    when = "　".join(str(part) for part in (row.decided_on, row.decided_by) if part)
    return (
        Fact("处理结果", {"proposed": row.outcome, "dismissed": f"不处理：{row.reason}"}.get(row.state, "")),
        Fact("处理时间", when),
        Fact("注意", "重新核查时没有再发现这一项" if row.gone else ""),
    )

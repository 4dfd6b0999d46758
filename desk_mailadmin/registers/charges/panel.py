"""What the panel beside the list says of a charge: how its sum came about, and through whose hands its notice goes."""

from __future__ import annotations

from collections.abc import Iterator

from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.language.capitals import in_capitals
from desk_mailadmin.registers.charges.listing import NOTICE, ChargeRow
from desk_mailadmin.registers.charges.rules import LIFECYCLE, SIGNERS
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.months.rules import title_of

_MINUTE = 60


def charge_detail(service: ChargesService, record: int) -> Detail:
    """Return the panel of one charge."""
    row = service.row(record)
    return Detail(
        title=f"{row.title}　{row.who}".strip(),
        subtitle=f"{title_of(row.month)}话费　{row.notice}".strip(),
        state=LIFECYCLE.state(row.state),
        facts=tuple(fact for fact in (*_facts(row), *_sums(row)) if fact.value),
        steps=tuple(_steps(row)),
        steps_title="扣罚通知" if row.kind == "line" and (row.asked_fen or row.notice) else "",
        history=service.history("charge", record),
        sheet=NOTICE if row.notice else "",
    )


def _facts(row: ChargeRow) -> tuple[Fact, ...]:
    whose = {"trunk": "中继线，没有归到分机的话费", "unknown": "账单上有，线路里没有登记"}
    return (
        Fact("单位", row.branch),
        Fact("部门", row.dept),
        Fact("号码", row.phone),
        Fact("分机", row.extension),
        Fact("归属", whose.get(row.kind, "")),
        Fact("通话", f"{row.calls:,} 次　{row.seconds // _MINUTE:,} 分钟" if row.calls else ""),
        Fact("说明", row.remark),
        Fact("免扣理由", row.reason),
    )


def _sums(row: ChargeRow) -> tuple[Fact, ...]:
    quota = row.lump_fen if row.lump_fen is not None else row.quota_fen
    per = "全年 " if row.lump_fen is not None else ""
    asked = f"{_yuan(row.asked_fen)}　{in_capitals(row.asked_fen)}" if row.asked_fen else ""
    return (
        Fact("月租", _yuan(row.rent_fen)),
        Fact("市话", _yuan(row.local_fen)),
        Fact("长途", _yuan(row.long_fen)),
        Fact("信息费", _yuan(row.info_fen)),
        Fact("其他", _yuan(row.others_fen)),
        Fact("实际话费", f"{fen_to_text(row.total_fen)} 元"),
        Fact("额度", "没有定额度" if quota is None and row.kind == "line" else f"{per}{_yuan(quota or 0)}".strip()),
        Fact("上年结转", _yuan(row.saved_fen)),
        Fact("计入额度", _yuan(row.used_fen)),
        Fact("超额", _yuan(row.over_fen)),
        Fact("私话费", _yuan(row.private_fen)),
        Fact("个人承担", _yuan(row.self_fen)),
        Fact("另案追缴", _yuan(row.elsewhere_fen)),
        Fact("扣款", asked),
        Fact("单位承担", _yuan(row.company_fen)),
    )


def _yuan(fen: int) -> str:
    return f"{fen_to_text(fen)} 元" if fen else ""


def _steps(row: ChargeRow) -> Iterator[Step]:
    if row.kind != "line" or not (row.asked_fen or row.notice):
        return
    if row.state == "excused":
        yield Step("免扣", StepState.DONE, row.reason, actions=("charge_again",))
        return
    if not row.notice:
        yield Step("开扣罚通知", StepState.NOW, actions=("notify", "excuse"))
    else:
        printed = row.printed or row.state != "notified"
        note = f"{row.notice_on}　{'已打印' if row.printed else '还没有打印'}"
        actions = () if printed else ("print",)
        yield Step("开扣罚通知", StepState.DONE if printed else StepState.NOW, note, actions=actions)
    for role, title in SIGNERS:
        yield _signature(row, role, title)
    yield _wages(row)


def _signature(row: ChargeRow, role: str, title: str) -> Step:
    on, by = getattr(row, f"{role}_on"), getattr(row, f"{role}_by")
    if on is not None:
        return Step(title, StepState.DONE, f"{on}　{by}")
    due = row.missing[:1] == (role,)
    return Step(title, StepState.NOW if due else StepState.TODO, actions=("sign",) if due else ())


def _wages(row: ChargeRow) -> Step:
    if row.state in ("proposed", "settled"):
        settled = row.state == "settled"
        note = f"{row.penalty}　{'已扣清' if settled else '在工资扣款清单里'}"
        return Step("转工资扣款", StepState.DONE if settled else StepState.NOW, note)
    ready = row.state == "notified" and not row.missing
    return Step(
        "转工资扣款", StepState.NOW if ready else StepState.TODO, actions=("deduct",) if row.state == "notified" else ()
    )

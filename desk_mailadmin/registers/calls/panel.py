"""What the panel says of a call: whose it is and by what, the exchange's record, the right it needed."""

from __future__ import annotations

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.calls.listing import CallRow
from desk_mailadmin.registers.calls.rules import HOWS, KINDS, duration, needed_right
from desk_mailadmin.registers.calls.service import CallsService
from desk_mailadmin.registers.lines.rules import RIGHT_TITLES, RIGHTS


def call_detail(service: CallsService, record: int) -> Detail:
    """Return the panel of one call."""
    row = service.row(record)
    more = (fact for facts in service.more_facts for fact in facts(row))
    facts = (*_facts(row), *_whose(service, row), *_record(service, row), *_line(service, row), *more)
    return Detail(
        title=row.title,
        subtitle=f"{row.started_at:%Y-%m-%d %H:%M:%S}　{KINDS[row.kind]}　{duration(row.seconds)}",
        facts=tuple(fact for fact in facts if fact.value),
        history=(*service.history("call", record), *service.history("bill", row.bill)),
    )


def _facts(row: CallRow) -> tuple[Fact, ...]:
    parts = [("基本费", row.base_fen), ("信息费", row.info_fen), ("优惠", -row.discount_fen)]
    made_of = "　".join(f"{title} {fen_to_text(fen)}" for title, fen in parts if fen)
    return (
        Fact("对方号码", f"{row.called}　{row.place}".strip()),
        Fact("时长", f"{duration(row.seconds)}{'　超过时长上限' if row.over else ''}"),
        Fact("实收", f"{fen_to_text(row.fee_fen)} 元{f'（{made_of}）' if made_of else ''}"),
        Fact("计费号码", phone_shown(row.number)),
        Fact("账单", f"{row.operator}　第 {row.line_no} 行"),
    )


def _whose(service: CallsService, row: CallRow) -> tuple[Fact, ...]:
    who = "　".join(part for part in (row.name, row.emp_no) if part)
    return (
        Fact("责任人", who),
        Fact("部门", " / ".join(part for part in (row.branch, row.dept) if part)),
        Fact("怎样认到", HOWS[row.how]),
        Fact("私人电话", f"认定为{row.private_name}的私人电话" if row.private_by else ""),
        Fact("备注", row.remark),
    )


def _record(service: CallsService, row: CallRow) -> tuple[Fact, ...]:
    found = service.record_of(row.id)
    if found is None:
        return ()
    at = found.answered_at or found.started_at
    return (Fact("交换机话单", f"分机 {found.extension}　{at:%m-%d %H:%M:%S} 接通　{duration(found.seconds)}"),)


def _line(service: CallsService, row: CallRow) -> tuple[Fact, ...]:
    if row.line is None:
        return ()
    held = service.lines.rights_on(row.line, row.started_at.date())
    titles = "、".join(right.title for right in RIGHTS if right.key in held)
    needed = needed_right(row.kind)
    lacking = f"　没有{RIGHT_TITLES[needed]}权限" if needed and held and needed not in held else ""
    return (Fact("当时的权限", f"{titles or '没有登记'}{lacking}"),)

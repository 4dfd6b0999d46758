"""What the panel beside the list says of an entry: the five fields, by what it was allowed, and the bill beside it."""

from __future__ import annotations

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.registers.longdistance.listing import LongDistanceRow
from desk_mailadmin.registers.longdistance.records import CHECK, month_number
from desk_mailadmin.registers.longdistance.rules import FIELDS, LIFECYCLE, STANDINGS
from desk_mailadmin.registers.longdistance.service import LongDistanceService
from desk_mailadmin.registers.months.rules import title_of

_SOURCES = {"hand": "手工登记", "import": "从登记表导入", "call": "来自话费清单，登记表里没有"}


def entry_detail(service: LongDistanceService, record: int) -> Detail:
    """Return the panel of one entry."""
    row = service.row(record)
    facts = (*_call(row), *_allowed(row), *_billed(row), *_kept(service, row))
    return Detail(
        title=row.title,
        subtitle=f"{row.on_day}　{row.called}",
        state=LIFECYCLE.state(row.state),
        facts=tuple(fact for fact in facts if fact.value),
        history=service.history("longdistance", record) or service.history(CHECK, month_number(row.month)),
    )


def _call(row: LongDistanceRow) -> tuple[Fact, ...]:
    minutes = f"（{row.minutes} 分钟）" if row.minutes is not None and row.is_logged else ""
    return (
        Fact("部门", f"{row.branch}　{row.dept}".strip()),
        Fact("使用电话", "　".join(dict.fromkeys(filter(None, (row.extension, row.phone))))),
        Fact("受话人", row.callee),
        Fact("对方号码", row.called),
        Fact("起讫时间", f"{row.from_at}—{row.to_at}{minutes}" if row.is_logged else row.from_at),
        Fact("联络事项", row.purpose),
        Fact("交涉结果", row.result),
        Fact("没有写", "、".join(FIELDS[key] for key in row.missing)),
    )


def _allowed(row: LongDistanceRow) -> tuple[Fact, ...]:
    by = STANDINGS.get(row.standing, "")
    return (
        Fact("批准", "　".join(filter(None, (by, row.approval, row.approver)))),
        Fact("用途", "私人电话" if row.private else ""),
    )


def _billed(row: LongDistanceRow) -> tuple[Fact, ...]:
    if row.call is None:
        return (Fact("不符之处", "、".join(row.details)),)
    seconds = row.seconds or 0
    return (
        Fact("清单时长", f"{seconds // 60} 分 {seconds % 60:02d} 秒"),
        Fact("清单话费", f"{fen_to_text(row.fee_fen or 0)} 元"),
        Fact("不符之处", "、".join(row.details)),
    )


def _kept(service: LongDistanceService, row: LongDistanceRow) -> tuple[Fact, ...]:
    place = f"{row.source_file}　第 {row.source_row} 行" if row.source_row else ""
    held = service.review_of(row.month, row.branch_id) if row.branch_id is not None else None
    said = ""
    if held is not None:
        said = f"{held.handed_on} 交管理部"
        said += f"，{held.reviewed_on} 由{held.reviewed_by}核阅" if held.reviewed_on else "，还没有核阅"
    return (
        Fact("来源", f"{_SOURCES[row.source]}　{place}".strip()),
        Fact("备注", row.remark),
        Fact(f"{title_of(row.month)}记录表", said),
    )

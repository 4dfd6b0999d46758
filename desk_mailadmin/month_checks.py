"""What must be done, should be looked at, or is in order before a month is closed (look/ui/10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.findings.service import FindingsService
from desk_mailadmin.registers.months.rules import first_day, first_open, last_day, title_of
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.receipts.service import ReceiptsService
from desk_mailadmin.store.journal_check import Finding, finding

_MOST_NAMED = 5


class Weight(StrEnum):
    """How much a check weighs: closing waits for what must be done."""

    MUST = "must"
    REMINDER = "reminder"
    DONE = "done"


class Check(Struct, frozen=True):
    """One line of the checks: what was looked at and what was found.

    ``key`` is stable; ``carry`` says that the clerk may close the month all the same by leaving it for the next one;
    ``record`` is the first case of the penalty ledger where it is put right, None where that is elsewhere; ``first`` is
    the month that is closed before this one can be.
    """

    key: str
    weight: Weight
    title: str
    text: str = ""
    carry: bool = False
    record: int | None = None
    first: str = ""


def month_checks(office: Office, month: str) -> tuple[Check, ...]:
    """Return the checks of a month, what must be done first; UserError for what is no month."""
    found = [
        *_order(office, month), *_cases(office, month), *_money(office, month), *_charges(office, month),
        *_findings(office, month),
        *_others(office, month),
    ]  # fmt: skip
    weights = list(Weight)
    return tuple(sorted(found, key=lambda check: weights.index(check.weight)))


def drifted_sums(office: Office) -> tuple[Finding, ...]:
    """Return a finding for each case whose sums are not those of its lines."""
    penalties = _penalties(office)
    sums = QT_TRANSLATE_NOOP("desk", "{number} 的合计与明细不符。")
    return tuple(finding(0, sums, number=number) for number in penalties.drifted())


def _order(office: Office, month: str) -> Iterator[Check]:
    months: MonthsService = office.services["months"]
    today = office.desk.clock.today()
    first = _penalties(office).first_booked()
    earlier = first_open(first, months.closed_names()) if first else month
    if months.is_closed(month):
        yield Check("closed", Weight.MUST, f"{title_of(month)}已经月结", "要改先重开月份，或者在没有月结的月份冲销。")
    elif month > month_of(today):
        yield Check("ahead", Weight.MUST, f"{title_of(month)}还没有开始")
    elif earlier < month:
        yield Check("earlier", Weight.MUST, f"{title_of(earlier)}还没有月结", "按先后一个月一个月地结。", first=earlier)
    elif today <= last_day(month):
        left = "今天是本月最后一天" if today == last_day(month) else f"今天才 {today:%m-%d}"
        yield Check("running", Weight.REMINDER, "本月还没有过完", f"{left}，月结以后再发生的记到下月。")


def _cases(office: Office, month: str) -> Iterator[Check]:
    penalties = _penalties(office)
    rows = penalties.of_month(month)
    waiting = [row for row in rows if row.state == "issued"]
    if waiting:
        said = f"{_named(waiting)}；可以登记签收、拒签，或留到下月签收"
        yield Check(
            "issued", Weight.MUST, f"处罚通知单待签收 {len(waiting)} 份", said, carry=True, record=waiting[0].id
        )
    else:
        yield Check("issued", Weight.DONE, "处罚通知单都已送达", f"本月 {len(rows)} 件")
    drafts = penalties.keys(Query(segment="draft"))
    if drafts:
        said = "没有编号，不进本月台账。"
        yield Check("draft", Weight.REMINDER, f"处罚草稿 {len(drafts)} 张", said, record=drafts[0])
    appealed = [row for row in rows if row.state == "appealed"]
    if appealed:
        yield Check("appealed", Weight.REMINDER, f"申诉中 {len(appealed)} 件", _named(appealed), record=appealed[0].id)
    reporting = [row for row in rows if row.execution == "hr" and row.state in ("signed", "refused")]
    if reporting:
        yield Check("hr", Weight.REMINDER, f"待报人事 {len(reporting)} 件", _named(reporting), record=reporting[0].id)
    yield _numbers(penalties, month, rows)


def _numbers(penalties: PenaltiesService, month: str, listed: Sequence[PenaltyRow]) -> Check:
    missing = penalties.missing_numbers(int(month[:4]))
    if missing:
        return Check("numbers", Weight.MUST, f"编号缺 {len(missing)} 个", "、".join(missing[:_MOST_NAMED]))
    voids = sum(row.state == "void" for row in listed)
    offsets = sum(row.state == "offset" for row in listed)
    numbers = list(dict.fromkeys((listed[0].number, listed[-1].number))) if listed else []
    span = f"{'～'.join(numbers)}，" if numbers else ""
    left_out = len(penalties.left_out_numbers(int(month[:4])))
    also = f"；恢复备份时留空 {left_out} 个，日志里有" if left_out else ""
    return Check("numbers", Weight.DONE, "编号连续", f"{span}无缺号，作废 {voids}，冲销 {offsets}{also}")


def _money(office: Office, month: str) -> Iterator[Check]:
    penalties = _penalties(office)
    due = [line for line in penalties.deduction_list(month) if line.fen]
    if due:
        total = fen_to_text(sum(line.fen for line in due))
        said = f"共 {total} 元；没有登记的结转到下月。"
        title = f"本月工资扣款还有 {len(due)} 笔没有登记"
        yield Check("deduction", Weight.REMINDER, title, said, record=due[0].case.id)
    balance = penalties.balance(month)
    drifted = penalties.drifted()
    if drifted or not balance.balances:
        yield Check("balance", Weight.MUST, "合计与明细不符", "、".join(drifted[:_MOST_NAMED]) or "余额不平")
    else:
        moved = (
            f"上月结转 {fen_to_text(balance.carried_in_fen)} + 新增 {fen_to_text(balance.new_fen)} "
            f"− 扣回 {fen_to_text(balance.deducted_fen)} − 减免 {fen_to_text(balance.waived_fen)} "
            f"= 期末 {fen_to_text(balance.carried_out_fen)}"
        )
        yield Check("balance", Weight.DONE, "余额相符，合计等于明细", moved)


def _charges(office: Office, month: str) -> Iterator[Check]:
    """Yield whether the month's telephone bills are in, computed and agree; nothing where there were never any."""
    charges: ChargesService = office.services["charges"]
    bills, table = charges.bills(month), charges.table_of(month)
    if not bills.count and table is None:
        if charges.month_counts():
            yield Check("bills", Weight.REMINDER, "本月话单还没有导入", "导入以后计算话费，话费台账才进本月。")
        return
    off = charges.difference(month)
    if table is None or off:
        title = "本月话费还没有计算" if table is None else f"话费和账单相差 {fen_to_text(off)} 元"
        said = "到“话费 › 月话费”点“计算话费”。"
        yield Check("charges", Weight.MUST, title, said, carry=table is None)
    else:
        said = f"{bills.count} 份话单，合计 {fen_to_text(bills.fen)} 元，话费台账与账单相符"
        yield Check("charges", Weight.DONE, "话费已导入、已计算", said)
    twice = charges.doubled(month)
    if twice:
        said = "、".join(f"{title} {fen_to_text(fen)} 元" for title, fen in twice[:_MOST_NAMED])
        yield Check("charges_twice", Weight.REMINDER, "话费可能重复追缴", f"{said}；处罚单和扣罚通知冲销一个。")
    waiting = [row for row in charges.waiting() if row.month == month]
    if waiting:
        total = fen_to_text(sum(row.asked_fen for row in waiting))
        yield Check(
            "notices", Weight.REMINDER, f"话费扣罚还有 {len(waiting)} 笔没有办完", f"共 {total} 元；月结以后照常办。"
        )


def _findings(office: Office, month: str) -> Iterator[Check]:
    """Yield whether the month's calls were checked, what is open of it, and whether the log was reviewed."""
    findings: FindingsService = office.services["findings"]
    if month in findings.unchecked():
        yield Check("unchecked", Weight.REMINDER, "本月的通话还没有核查", "到“话费 › 核查”核查。")
    due = sum(count for of, _kind, act, count, _first in findings.open_counts() if of == month and act)
    if due:
        yield Check("findings", Weight.REMINDER, f"核查结果还有 {due} 项没有处理", "月结以后照常办，记到办理的月份。")
    waiting = [sheet[2] for sheet in findings.log.waiting(last_day(month) + timedelta(days=1)) if sheet[0] == month]
    if waiting:
        yield Check(
            "log", Weight.REMINDER, f"长途电话记录表 {len(waiting)} 份没有核阅", "、".join(waiting[:_MOST_NAMED])
        )


def _others(office: Office, month: str) -> Iterator[Check]:
    receipts: ReceiptsService = office.services["receipts"]
    out = receipts.outstanding_at(last_day(month))
    if out:
        late = sum(row.late for row in out)
        said = f"其中逾期 {late} 份；不影响月结，列在“未交回”表。"
        yield Check("receipts", Weight.REMINDER, f"回执未交回 {len(out)} 份", said)
    else:
        opened = len(office.services["applications"].opened_between(first_day(month), last_day(month)))
        yield Check("receipts", Weight.DONE, "开户与回执一致", f"开户 {opened}，没有未交回的回执")
    findings = office.desk.check()
    if findings:
        yield Check("journal", Weight.MUST, "数据检查发现问题", findings[0].text)
    else:
        head = office.desk.journal.head()
        yield Check("journal", Weight.DONE, "数据检查", f"日志 {head.seq} 条，校验码 {head.short}")
    newest = office.desk.backups.newest()
    if newest is None or office.desk.backups.is_due():
        yield Check("backup", Weight.REMINDER, "今天还没有备份", "月结时会自动备份。")
    else:
        yield Check("backup", Weight.DONE, "备份", f"{newest.moment.astimezone():%m-%d %H:%M}，已核对")


def _penalties(office: Office) -> PenaltiesService:
    service: PenaltiesService = office.services["penalties"]
    return service


def _named(rows: list[PenaltyRow]) -> str:
    more = f" 等 {len(rows)} 份" if len(rows) > _MOST_NAMED else ""
    return "、".join(row.number for row in rows[:_MOST_NAMED]) + more

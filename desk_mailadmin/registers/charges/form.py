"""What the clerk does with a month's charges: compute, notify, print, register signatures, hand to wages, settle."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.ledger_view import MONTH, is_month
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Paper, Papers
from desk_mailadmin.registers.charges.listing import NOTICE, ChargeRow
from desk_mailadmin.registers.charges.printed import KIND, notice_paper, table_paper, year_paper
from desk_mailadmin.registers.charges.rules import LIFECYCLE, SIGNERS
from desk_mailadmin.registers.charges.service import ChargesService
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.message import Message
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.dialogs.signature_dialog import Signature, SignatureDialog, SignatureJob, SignatureSheet
from desk_mailadmin.ui.dialogs.signers import Signer
from desk_mailadmin.ui.paper_printing import print_drawings, reprint
from desk_mailadmin.ui.returned_papers import ask_reason, keep_scans
from desk_mailadmin.ui.scan_check import judge_codes
from desk_mailadmin.ui.shown import shown

_REASON = QT_TRANSLATE_NOOP("desk", "理由")


def compute_month(bench: Any) -> None:
    """Compute a month from its bills: the one that is shown, else the one the clerk chooses."""
    service = _service(bench)

    def work() -> None:
        month = _month(bench, QT_TRANSLATE_NOOP("desk", "计算哪个月的话费？"), service.months_with_bills())
        if month is None:
            return
        done = bench.hold(shown(QT_TRANSLATE_NOOP("desk", "正在计算话费")), lambda _report: service.compute(month))
        said = QT_TRANSLATE_NOOP("desk", "{month}话费：{lines} 条，合计 {total} 元，和账单相差 {off} 元")
        words = {"total": fen_to_text(done.total_fen), "off": fen_to_text(done.difference_fen)}
        bench.tell(shown(said, month=title_of(month), lines=done.lines, **words))

    bench.run(work)


def notify(bench: Any, records: Sequence[int]) -> None:
    """Give charges their notices, once the clerk said so, and show these for printing; several go as one batch."""
    service = _service(bench)

    def work() -> None:
        question = QT_TRANSLATE_NOOP("desk", "给 {count} 条话费开扣罚通知，个人承担共 {sum} 元。编号开出以后只能作废。")
        if not _agreed(bench, question, QT_TRANSLATE_NOOP("desk", "开扣罚通知"), service.rows(records)):
            return
        numbers = service.notify(records)
        span = numbers[0] if len(numbers) == 1 else f"{numbers[0]}～{numbers[-1]}"
        said = QT_TRANSLATE_NOOP("desk", "已开出 {count} 份扣罚通知 {span}")
        bench.tell(shown(said, count=len(numbers), span=span))
        print_notices(bench, records)

    bench.run(work)


def _unsigned(rows: Sequence[ChargeRow]) -> str:
    """Say which notices their holders have not signed: those are asked for a signature once more, on the case."""
    open_ones = "、".join(row.notice or row.title for row in rows if row.holder_on is None)
    words = QT_TRANSLATE_NOOP("desk", "{open} 责任人还没有签收，转过去以后要在处罚通知单上补签。")
    return shown(words, open=open_ones) if open_ones else ""


def _agreed(bench: Any, question: str, verb: str, rows: Sequence[ChargeRow], detail: str = "") -> bool:
    """Ask before something that gives out numbers, with how many charges it is about and what they come to."""
    words = {"count": len(rows), "sum": fen_to_text(sum(row.asked_fen for row in rows))}
    return bool(bench.prompter.confirm(shown(question, **words), shown(verb), detail=detail))


def print_notices(bench: Any, records: Sequence[int]) -> None:
    """Print notices and keep them as printed."""

    def work() -> None:
        paper_of = partial(notice_paper, _service(bench))
        drawings = [_papers(bench).drawing(paper_of(record)) for record in records]
        if print_drawings(bench, drawings, paper_of, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {count} 份扣罚通知"), count=len(drawings)))

    bench.run(work)


def reprint_notice(bench: Any, record: int) -> None:
    """Print a kept notice once more, stamped 补打."""

    def work() -> None:
        kept = _papers(bench).latest(KIND, record, NOTICE)
        if kept is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这份通知还没有打印过，先打印。"))
        reprint(bench, kept, _service(bench).row(record).notice)

    bench.run(work)


def sign_notice(bench: Any, record: int, *, by_scan: bool = False) -> str:
    """Register a notice's next signature with its scan; return the next sheet's digits, if one was scanned."""
    service = _service(bench)
    row = service.row(record)
    if not row.missing:
        bench.run(lambda: _refuse(QT_TRANSLATE_NOOP("desk", "这份通知都签完了。")))
        return ""

    def keep(signature: Signature, _yes: frozenset[str]) -> None:
        if not signature.agreed:
            raise UserError(QT_TRANSLATE_NOOP("desk", "不同意扣的，用“撤回通知”或“免扣”，写明理由。"))
        with bench.desk.work("charge.sign") as work:
            service.sign(record, signature.role, signature.signed_on, signature.name, signature.opinion)
            keep_scans(bench, work, KIND, record, signature.role, signature.scans)

    def compare(codes: tuple[str, ...]) -> Message:
        return judge_codes(bench, codes, row.notice)

    sheet = SignatureSheet(
        title=f"{row.title} {row.holder}　{row.notice}",
        subtitle=f"{title_of(row.month)}　扣 {fen_to_text(row.asked_fen)} 元",
        state=LIFECYCLE.state(row.state),
        signers=tuple(_signer(row, role, title) for role, title in SIGNERS),
        by_scan=by_scan,
        verb=shown(QT_TRANSLATE_NOOP("desk", "登记签收")),
        consent=shown(QT_TRANSLATE_NOOP("desk", "已签")),
        afterwards=shown(QT_TRANSLATE_NOOP("desk", "三处都签了以后，转工资扣款。")),
    )
    job = SignatureJob(record=keep, compare=compare, today=bench.desk.clock.today)
    dialog = SignatureDialog(sheet, job, bench.prompter, memory=bench.memory, parent=bench.window)
    if bench.show_dialog(dialog):
        title = dict(SIGNERS)[row.missing[0]]
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {number} {title}"), number=row.notice, title=shown(title)))
    return str(dialog.next_digits)


def scanned_notice(bench: Any, record: int) -> None:
    """Do what a scanned notice asks for: register its next signature, else show it."""
    bench.show_record("charges", record)
    if _service(bench).row(record).missing:
        bench.scan_next(sign_notice(bench, record, by_scan=True))


def deduct(bench: Any, records: Sequence[int]) -> None:
    """Hand notices to wages: each becomes a penalty case; who pays is asked where the line is nobody's."""
    service = _service(bench)
    rows = service.rows(records)
    nobodys = [row for row in rows if service.payer_of(row) is None]
    if nobodys and len(rows) > 1:
        words = "、".join(row.title for row in nobodys)
        bench.run(lambda: _refuse(QT_TRANSLATE_NOOP("desk", "{lines} 没有责任人，单独办。"), lines=words))
        return
    if nobodys:
        _ask_payer(bench, nobodys[0])
        return
    question = QT_TRANSLATE_NOOP("desk", "把 {count} 份通知共 {sum} 元转入处罚台账，从工资里扣。")
    if _agreed(bench, question, QT_TRANSLATE_NOOP("desk", "转工资扣款"), rows, _unsigned(rows)):
        bench.run(lambda: _told_deducted(bench, service.deduct(records)))


def withdraw_notice(bench: Any, record: int) -> None:
    """Take a notice back with a reason; its number stays void."""
    row, service = _service(bench).row(record), _service(bench)
    verb = QT_TRANSLATE_NOOP("desk", "撤回通知")
    ask_reason(bench, verb, row.notice, row.holder, lambda on, reason: service.void(record, on, reason))


def excuse(bench: Any, records: Sequence[int]) -> None:
    """Decide with a reason that nothing is taken from wages."""
    service = _service(bench)
    rows = service.rows(records)
    first = f"{rows[0].title} {rows[0].holder}　{fen_to_text(rows[0].asked_fen)} 元"
    several = QT_TRANSLATE_NOOP("desk", "{first} 等 {count} 条")
    meant = first if len(rows) == 1 else shown(several, first=first, count=len(rows))
    asked = (Asked(name="reason", title=_REASON, kind=Asks.LONG, required=True, limit=200),)
    _ask(
        bench, QT_TRANSLATE_NOOP("desk", "免扣"), asked,
        lambda values: service.excuse(records, values["reason"]), meant,
    )  # fmt: skip


def charge_again(bench: Any, record: int) -> None:
    """Take back that nothing is taken from wages."""
    bench.run(lambda: _service(bench).charge_again(record))


def print_table(bench: Any) -> None:
    """Print a month's table for the general manager's office."""
    service = _service(bench)

    def work() -> None:
        months = sorted(service.month_counts(), reverse=True)
        month = _month(bench, QT_TRANSLATE_NOOP("desk", "打印哪个月的话费表？"), months)
        if month is not None:
            _print_one(bench, table_paper(service, month), title_of(month))

    bench.run(work)


def hand_in(bench: Any) -> None:
    """Register that a month's table went to the general manager's office, and who took it."""
    service = _service(bench)
    waiting = [month for month in sorted(service.month_counts(), reverse=True) if not _handed_in(service, month)]

    def work() -> None:
        month = _month(bench, QT_TRANSLATE_NOOP("desk", "哪个月的话费表送总经理办公室？"), waiting)
        if month is None:
            return
        asked = (
            Asked(
                name="on", title=QT_TRANSLATE_NOOP("desk", "送出日期"), kind=Asks.DATE, required=True,
                start=bench.desk.clock.today(),
            ),
            Asked(name="by", title=QT_TRANSLATE_NOOP("desk", "签收人"), width=8, limit=30),
        )  # fmt: skip
        _ask(
            bench, QT_TRANSLATE_NOOP("desk", "登记话费表送出"), asked,
            lambda values: service.hand_in(month, values["on"], values["by"]), title_of(month),
        )  # fmt: skip

    bench.run(work)


def settle_year(bench: Any) -> None:
    """Settle a year: keep what every line came to, print the table, and hand what is still to be paid to wages."""
    service = _service(bench)

    def work() -> None:
        choices = [Choice(str(year), f"{year} 年") for year in service.years()]
        if not choices:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有话费可以年结。"))
        chosen = bench.prompter.choose(shown(QT_TRANSLATE_NOOP("desk", "年结哪一年的话费？")), choices)
        if chosen is None:
            return
        year = int(chosen)
        lines = service.settle_year(year)
        owing = sum(one.year.asked_fen for one in lines)
        said = QT_TRANSLATE_NOOP("desk", "{year} 年话费已年结：{lines} 条线路，还应扣 {owing} 元")
        bench.tell(shown(said, year=year, lines=len(lines), owing=fen_to_text(owing)))
        _print_one(bench, year_paper(service, year, bench.desk.clock.today()), f"{year} 年")
        question = shown(QT_TRANSLATE_NOOP("desk", "年终超支 {owing} 元转工资扣款？"), owing=fen_to_text(owing))
        if owing and bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "转工资扣款"))):
            _told_deducted(bench, service.deduct_year(year))

    bench.run(work)


def print_year(bench: Any) -> None:
    """Print a year's table as it stands."""
    service = _service(bench)

    def work() -> None:
        years = service.years()
        if not years:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有话费。"))
        choices = [Choice(str(year), f"{year} 年") for year in years]
        chosen = choices[0].key if len(choices) == 1 else bench.prompter.choose(
            shown(QT_TRANSLATE_NOOP("desk", "打印哪一年的年结表？")), choices
        )  # fmt: skip
        if chosen is not None:
            _print_one(bench, year_paper(service, int(chosen), bench.desk.clock.today()), f"{chosen} 年")

    bench.run(work)


# inside


def _service(bench: Any) -> ChargesService:
    service: ChargesService = bench.services["charges"]
    return service


def _papers(bench: Any) -> Papers:
    papers: Papers = bench.services["papers"]
    return papers


def _refuse(sentence: str, **words: Any) -> None:
    raise UserError(sentence, **words)


def _month(bench: Any, question: str, months: Sequence[str]) -> str | None:
    """Return the month that is shown, where it is one of these, else the one the clerk chooses."""
    span = bench.asked("charges").filters.get(MONTH, "")
    if is_month(span) and span in months:
        return str(span)
    if not months:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有可以选的月份；先导入话单，再计算话费。"))
    if len(months) == 1:
        return months[0]
    chosen: str | None = bench.prompter.choose(shown(question), [Choice(month, title_of(month)) for month in months])
    return chosen


def _handed_in(service: ChargesService, month: str) -> bool:
    table = service.table_of(month)
    return table is not None and table.sent_on is not None


def _signer(row: ChargeRow, role: str, title: str) -> Signer:
    on, by = getattr(row, f"{role}_on"), getattr(row, f"{role}_by")
    recorded = f"{on}　{by}" if on else ""
    name = by or (row.holder if role == "holder" else "")
    return Signer(role=role, title=shown(title), name=name, recorded=recorded, due=row.missing[:1] == (role,))


def _told_deducted(bench: Any, numbers: Sequence[str]) -> None:
    said = QT_TRANSLATE_NOOP("desk", "已转工资扣款 {count} 笔：{numbers}")
    span = "、".join(numbers[:3]) + (" 等" if len(numbers) > 3 else "")  # noqa: PLR2004  (a status line)
    bench.tell(shown(said, count=len(numbers), numbers=span))


def _ask_payer(bench: Any, row: ChargeRow) -> None:
    staff = bench.services["staff"]
    asked = (
        Asked(
            name="staff", title=QT_TRANSLATE_NOOP("desk", "由谁承担"), kind=Asks.PERSON, required=True,
            find=lambda text: hits(staff.find(text)),
        ),
    )  # fmt: skip

    def keep(values: Mapping[str, Any]) -> None:
        _told_deducted(bench, _service(bench).deduct([row.id], values["staff"]))

    _ask(bench, QT_TRANSLATE_NOOP("desk", "转工资扣款"), asked, keep, f"{row.title}　{row.notice}", told=False)


def _print_one(bench: Any, paper: Paper, which: str) -> None:
    drawing = _papers(bench).drawing(paper)
    if print_drawings(bench, [drawing], lambda _record: paper, blank=False):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {which}{title}"), which=which, title=drawing.title))


def _ask(
    bench: Any,
    title: str,
    asked: Sequence[Asked],
    keep: Callable[[Mapping[str, Any]], object],
    explanation: str,
    *,
    told: bool = True,
) -> None:
    job = FormJob(save=lambda values, _yes: keep(values), title=shown(title))
    dialog = RecordForm(
        shown(title),
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=explanation,
        size=(520, 280),
        memory=bench.memory,
        key=f"charge_{asked[0].name}_{len(asked)}",
        parent=bench.window,
    )
    if bench.show_dialog(dialog) and told:
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已{what}　{which}"), what=shown(title), which=explanation))

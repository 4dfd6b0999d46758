"""The papers of cases printed, kept as printed, and printed once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Drawing, Paper, Papers
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.listing import NOTICE
from desk_mailadmin.registers.penalties.printed import (
    APPEAL,
    DEDUCTION_LIST,
    KIND,
    LINE_STOP,
    WAIVER,
    Offer,
    blank_data,
    case_paper,
    deduction_paper,
    offers,
    paper_of,
)
from desk_mailadmin.registers.penalties.records import CASH_RECEIPT
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.store.print_archive import Printed
from desk_mailadmin.ui.paper_printing import print_blank_form, print_drawings, reprint
from desk_mailadmin.ui.shown import shown

_NEAR, _KEPT = range(-1, 3), range(-12, 3)
"""Around this month: the lists that may be printed now, and those that may be printed once more."""
_One = TypeVar("_One")


def print_cases(bench: Any, records: Sequence[int]) -> None:
    """Print the notices of cases and the slips of reversals, and keep them as printed; several go out as one batch.

    After the notice of one case that stops a line, the notice to whoever stops it is shown, unless it was printed.
    """

    def work() -> None:
        paper_of_case = partial(case_paper, _service(bench), bench.desk.settings)
        drawings = [_papers(bench).drawing(paper_of_case(record)) for record in records]
        if print_drawings(bench, drawings, paper_of_case, blank=False):
            _tell_printed(bench, drawings[0])
            _print_stop(bench, records[0])

    bench.run(work)


def print_blank(bench: Any) -> None:
    """Print an empty notice, to be filled in by hand."""
    data = blank_data(bench.desk.settings, bench.desk.clock.today())
    bench.run(lambda: print_blank_form(bench, _papers(bench).drawing(Paper(KIND, 0, NOTICE, "", data))))


def print_other(bench: Any, record: int) -> None:
    """Print another paper of a case: the clerk chooses where there are several."""

    def work() -> None:
        found = offers(_service(bench), record)
        if not found:
            raise UserError(QT_TRANSLATE_NOOP("desk", "这一件没有其他单据；收现金、减免、申诉决定以后才有。"))
        offer = _chosen(bench, QT_TRANSLATE_NOOP("desk", "打印哪一张？"), found, lambda one: shown(one.title))
        if offer is not None:
            _print_offer(bench, record, offer)

    bench.run(work)


def print_latest(bench: Any, record: int, form: str) -> None:
    """Show the paper that follows from what was just recorded: the latest of that form."""

    def work() -> None:
        found = [offer for offer in offers(_service(bench), record) if offer.form == form]
        if found:
            _print_offer(bench, record, found[-1])

    bench.run(work)


def print_reversal(bench: Any, record: int) -> None:
    """Show the slip of what reversed a case."""
    offset = _service(bench).offset_of(record)
    if offset is not None:
        print_cases(bench, [offset])


print_cash_receipt = partial(print_latest, form=CASH_RECEIPT)
print_waiver = partial(print_latest, form=WAIVER)
print_decision = partial(print_latest, form=APPEAL)


def print_deductions(bench: Any) -> None:
    """Print a month's list for payroll; the clerk chooses the month where several have something to deduct."""

    def work() -> None:
        service = _service(bench)
        months = _months_with_deductions(bench, service)
        if not months:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有要从工资扣的款；签收以后才列入清单。"))
        month = _chosen(bench, QT_TRANSLATE_NOOP("desk", "打印哪个月的扣款清单？"), months, title_of)
        if month is None:
            return
        paper = deduction_paper(service, month, bench.desk.clock.today())
        drawing = _papers(bench).drawing(paper)
        if print_drawings(bench, [drawing], lambda _record: paper, blank=False):
            _tell(bench, QT_TRANSLATE_NOOP("desk", "已打印 {month}工资扣款清单"), month=title_of(month))

    bench.run(work)


def reprint_paper(bench: Any, record: int) -> None:
    """Print a kept paper of a case once more, stamped 补打; the clerk chooses where several are kept."""

    def work() -> None:
        _reprint_one(bench, _kept(_papers(bench), KIND, record), _service(bench).row(record).number)

    bench.run(work)


def reprint_deductions(bench: Any) -> None:
    """Print a kept list for payroll once more, stamped 补打."""

    def work() -> None:
        months = _months_around(bench, _KEPT)
        kept = [one for month in months for one in _kept(_papers(bench), DEDUCTION_LIST, _as_record(month))]
        _reprint_one(bench, kept, "")

    bench.run(work)


# inside


def _service(bench: Any) -> PenaltiesService:
    service: PenaltiesService = bench.services["penalties"]
    return service


def _papers(bench: Any) -> Papers:
    papers: Papers = bench.services["papers"]
    return papers


def _print_stop(bench: Any, record: int) -> None:
    for offer in offers(_service(bench), record):
        if offer.form == LINE_STOP and _papers(bench).latest(KIND, record, LINE_STOP) is None:
            _print_offer(bench, record, offer)


def _print_offer(bench: Any, record: int, offer: Offer) -> None:
    paper = paper_of(_service(bench), _papers(bench), record, offer, bench.desk.who)
    drawing = _papers(bench).drawing(paper)

    def again(_record: int) -> Paper:
        return paper

    if print_drawings(bench, [drawing], again, blank=False):
        _tell_printed(bench, drawing)


def _tell_printed(bench: Any, drawing: Drawing) -> None:
    _tell(bench, QT_TRANSLATE_NOOP("desk", "已打印 {number} {title}"), number=drawing.paper.number, title=drawing.title)


def _tell(bench: Any, sentence: str, **words: object) -> None:
    bench.tell(shown(sentence, **words))


def _chosen(bench: Any, question: str, found: Sequence[_One], said: Callable[[_One], str]) -> _One | None:
    """Return the one there is, or the one the clerk chooses."""
    if len(found) == 1:
        return found[0]
    choices = [Choice(str(place), said(one)) for place, one in enumerate(found)]
    key = bench.prompter.choose(shown(question), choices)
    return found[int(key)] if key is not None else None


def _months_around(bench: Any, places: Sequence[int]) -> list[str]:
    this = month_of(bench.desk.clock.today())
    return [month_after(this, place) for place in places]


def _months_with_deductions(bench: Any, service: PenaltiesService) -> list[str]:
    """Return the months that have something for payroll, the one whose list is due next at the top."""
    found = [
        month
        for month in _months_around(bench, _NEAR)
        if any(line.fen or line.deducted_fen for line in service.deduction_list(month))
    ]
    due = service.months.next_payroll()
    return [*(month for month in found if month == due), *(month for month in found if month != due)]


def _as_record(month: str) -> int:
    return int(month.replace("-", ""))


def _kept(papers: Papers, kind: str, record: int) -> list[Printed]:
    """Return the newest print of each paper of a record: two receipts for cash are two papers."""
    newest: dict[tuple[str, str, str], Printed] = {}
    for one in papers.prints_of(kind, record):
        if not one.reprint:
            newest[one.form_id, str(one.data.get("number", "")), str(one.data.get("date", ""))] = one
    return list(newest.values())


def _reprint_one(bench: Any, kept: Sequence[Printed], number: str) -> None:
    if not kept:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有打印过，先打印。"))

    def said(one: Printed) -> str:
        title = _papers(bench).library.form(one.form_id).spec.title
        return f"{title}　{one.data.get('month', '') or one.data.get('date', '')}".rstrip()

    one = _chosen(bench, QT_TRANSLATE_NOOP("desk", "补打哪一张？"), kept, said)
    if one is not None:
        reprint(bench, one, f"{said(one)}　{number}".rstrip())

"""What an import of calls leaves waiting is offered at once: whose each call is, the checks, the month's charges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.progress import Report
from desk_mailadmin.ui.shown import shown

if TYPE_CHECKING:
    from desk_mailadmin.telephone_month import Reckoned

_QUESTION = QT_TRANSLATE_NOOP("desk", "现在核算{months}的通话和话费？")
_DETAIL = QT_TRANSLATE_NOOP(
    "desk", "认出每次通话是谁的，核查通话和长途登记，计算月话费。账单和长途登记没有导齐就先不算，以后在“今日”里做。"
)
_SAID = QT_TRANSLATE_NOOP("desk", "{month}：通话 {calls} 次，核查发现 {found} 项，话费 {sum} 元")


def offer_reckoning(bench: WindowBench, office: Office) -> None:
    """Ask whether the months that wait for it are reckoned now, and say what came of them."""
    from desk_mailadmin.telephone_month import waiting_months

    months = waiting_months(office)
    if not months:
        return
    named = shown(QT_TRANSLATE_NOOP("desk", "、")).join(title_of(month) for month in months)
    verb = shown(QT_TRANSLATE_NOOP("desk", "核算"))
    if bench.prompter.confirm(shown(_QUESTION, months=named), verb, detail=shown(_DETAIL)):
        title = shown(QT_TRANSLATE_NOOP("desk", "核算{months}"), months=named)
        done = bench.hold(title, lambda report: _reckoned(office, months, report), stoppable=False)
        bench.refresh()
        bench.tell("　".join(map(_words, done)))


def _reckoned(office: Office, months: list[str], report: Report) -> list[Reckoned]:
    from desk_mailadmin.telephone_month import reckon_month

    return [reckon_month(office, month, report) for month in months]


def _words(one: Reckoned) -> str:
    values = {"calls": f"{one.calls:,}", "found": one.found, "sum": fen_to_text(one.charged_fen)}
    return shown(_SAID, month=title_of(one.month), **values)

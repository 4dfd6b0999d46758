"""Charts of what telephoning cost, the same in the window's statistics and in the month's workbook (M5-3)."""

from __future__ import annotations

from collections.abc import Sequence

from desk_mailadmin.documents.book import MOST_BARS, Bars, ChartSeries, LedgerChart
from desk_mailadmin.kernel.ledger_view import MONTH, Group, filled, year_until
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.calls.overviews import SUMS
from desk_mailadmin.registers.calls.service import CallsService

TOP_LINES = 10
"""Extensions in the chart of the dearest."""

_FEE, _CALLS, _LONG, _INFO = (SUMS.index(key) for key in ("fee", "calls", "long", "info"))
_MONEY, _PARTS = "金额（元）", ("市话及其他", "长途", "信息费")


def charts_of_month(service: CallsService, month: str) -> tuple[LedgerChart, ...]:
    """Return a month's cost by department, its dearest extensions, the share of each kind, and twelve months."""
    query = Query(filters={MONTH: month})
    departments = _largest(service.groups("dept", query))
    lines = _sorted(service.groups("group", query))[:TOP_LINES]
    kinds = _sorted(service.groups("kind", query))
    months = filled(service.groups(MONTH, Query(filters={MONTH: year_until(month)})))
    return (
        _parts("各部门通话费", "部门", departments, Bars.LYING),
        _parts(f"通话费最多的 {len(lines)} 个分机", "分机", lines, Bars.LYING),
        LedgerChart(
            "各种类通话费", "种类", _MONEY, tuple(_shared(one, kinds) for one in kinds),
            (ChartSeries("通话费", tuple(one.figures[_FEE] for one in kinds)),), Bars.LYING,
        ),
        _parts("近 12 个月通话费", "月份", months, Bars.UPRIGHT),
    )  # fmt: skip


def _parts(title: str, across: str, groups: Sequence[Group], bars: Bars) -> LedgerChart:
    """Return a chart whose bars are made of local, long-distance and information fees."""
    series = zip(*(_split(one) for one in groups), strict=True) if groups else [()] * len(_PARTS)
    made = tuple(ChartSeries(name, tuple(figures)) for name, figures in zip(_PARTS, series, strict=True))
    return LedgerChart(title, across, _MONEY, tuple(one.title for one in groups), made, bars, stacked=True)


def _split(group: Group) -> tuple[int, int, int]:
    fee, far, info = (group.figures[place] for place in (_FEE, _LONG, _INFO))
    return fee - far - info, far, info


def _shared(group: Group, groups: Sequence[Group]) -> str:
    """Return a kind with its share of the whole cost: 市话 43%."""
    whole = sum(one.figures[_FEE] for one in groups)
    return f"{group.title} {100 * group.figures[_FEE] / whole:.0f}%" if whole else group.title


def _sorted(groups: Sequence[Group]) -> list[Group]:
    return sorted(groups, key=lambda one: (-one.figures[_FEE], one.title))


def _largest(groups: Sequence[Group]) -> list[Group]:
    """Return the largest groups first; what is too many for a chart is added up as 其他."""
    ordered = _sorted(groups)
    shown, rest = ordered[: MOST_BARS - 1], ordered[MOST_BARS - 1 :]
    if len(rest) > 1:
        sums = tuple(sum(column) for column in zip(*(one.figures for one in rest), strict=True))
        rest = [Group("", f"其他 {len(rest)} 个", sums)]
    return [*shown, *rest]

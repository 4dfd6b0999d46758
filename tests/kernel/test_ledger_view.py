from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.ledger_view import (
    MONTH,
    Group,
    LedgerMonth,
    LedgerView,
    Measure,
    Overview,
    Totals,
    bounds,
    filled,
    is_month,
    overview_table,
    span_between,
    sum_of,
    year_until,
)
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.table import Kind, text_of
from desk_mailadmin.store.listing import within

MONTHS = st.builds(lambda year, month: f"{year:04d}-{month:02d}", st.integers(1990, 2090), st.integers(1, 12))
MEASURES = (
    Measure("count", "件数", Kind.COUNT),
    Measure("fine_fen", "罚款"),
    Measure("again", "再犯", Kind.COUNT, True),
)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        ("2026-11", "2026-11", "2026-11"),
        ("2026", "2026-01", "2026-12"),
        ("2025-12..2026-11", "2025-12", "2026-11"),
        ("", "", ""),
    ],
)
def test_a_span_has_its_first_and_last_month(span: str, first: str, last: str) -> None:
    assert bounds(span) == (first, last)


@given(MONTHS, st.integers(-600, 600))
def test_months_follow_each_other_and_lead_back(month: str, by: int) -> None:
    there = month_after(month, by)
    assert is_month(there)
    assert month_after(there, -by) == month
    assert (there > month) == (by > 0)


@given(MONTHS, MONTHS, MONTHS)
def test_a_month_is_within_a_span_in_sql_as_it_is_in_words(one: str, other: str, month: str) -> None:
    span = span_between(one, other)
    condition = within("m").replace("{value}", "?")
    found = sqlite3.connect(":memory:").execute(
        f"select ?1 where {condition.replace('m ', '?1 ')}", [month, span, span]
    )
    first, last = bounds(span)
    assert (found.fetchone() is not None) == (first <= month <= last)


def test_a_whole_year_is_called_by_its_year() -> None:
    assert span_between("2026-12", "2026-01") == "2026"
    assert span_between("2026-03", "2026-03") == "2026-03"
    assert year_until("2026-12") == "2026"
    assert year_until("2026-11") == "2025-12..2026-11"


def test_an_overview_by_month_counts_a_year_where_one_month_is_listed() -> None:
    by_month, by_dept = Overview("m", "按月份", "月份", MONTH), Overview("d", "按部门", "部门", "dept")
    assert (by_month.span("2026-11"), by_dept.span("2026-11")) == ("2025-12..2026-11", "2026-11")
    assert by_month.span("") == by_dept.span("") == ""


def test_months_without_records_stand_between_the_others() -> None:
    groups = [Group("2026-02", "", (3, 100, 0)), Group("2025-11", "", (1, -50, 0))]
    assert [(group.key, group.figures[0]) for group in filled(groups)] == [
        ("2025-11", 1), ("2025-12", 0), ("2026-01", 0), ("2026-02", 3),
    ]  # fmt: skip
    assert filled([]) == []


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-(10**9), 10**9), st.integers(0, 9)), min_size=1))
def test_the_sum_of_an_overview_loses_no_fen(figures: list[tuple[int, int, int]]) -> None:
    groups = [Group(str(n), str(n), row) for n, row in enumerate(figures)]
    assert sum_of("合计", groups).figures == tuple(sum(row[n] for row in figures) for n in range(3))


def test_an_overview_is_a_table_that_says_nothing_where_there_is_nothing() -> None:
    spec = overview_table(Overview("d", "按部门", "部门", "dept"), MEASURES)
    assert [column.title for column in spec.columns] == ["部门", "件数", "罚款", "再犯"]
    words = [text_of(spec, column, Group("a", "软件部", (2, -5_000, 0))) for column in spec.columns]
    assert words == ["软件部", "2", "−50.00", "—"]
    assert [bool(column.warned and column.warned(Group("a", "", (2, -1, 0)))) for column in spec.columns] == [
        False, False, True, False,
    ]  # fmt: skip


def test_a_ledger_says_no_more_than_it_declares() -> None:
    def nothing(*_given: object) -> tuple[()]:
        return ()

    plain = LedgerView(
        months=nothing, month_of=lambda _service, _record: "", totals=lambda _service, _query: Totals(()),
        banner=lambda _service, _month: None, overviews=(), measures=MEASURES, groups=nothing,
        ladder=lambda _service, _record: Detail(""),
    )  # fmt: skip
    assert plain.locked("new", LedgerMonth("2026-11", closed=True)) == ""
    assert plain.worded(None).measures == MEASURES
    own = replace(plain, words=lambda service: {"fine_fen": service}).worded("绩效扣减")
    assert [measure.title for measure in own.measures] == ["件数", "绩效扣减", "再犯"]

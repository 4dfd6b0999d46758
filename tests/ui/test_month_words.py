from __future__ import annotations

import pytest

from desk_mailadmin.ui.month_words import short_month, span_words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ("", "全部月份"),
        ("2026-01", "2026 年 1 月"),
        ("2026", "2026 年全年"),
        ("2026-03..2026-11", "2026 年 3 月至 11 月"),
        ("2025-12..2026-11", "2025 年 12 月至 2026 年 11 月"),
    ],
)
def test_a_span_is_called_as_people_call_it(span: str, words: str) -> None:
    assert span_words(span) == words


def test_below_a_bar_the_year_is_named_where_it_begins() -> None:
    months = ["2025-12", "2026-01", "2026-02"]
    assert [short_month(month, first=n == 0) for n, month in enumerate(months)] == ["12\n2025", "1\n2026", "2"]

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.table import (
    Column,
    Kind,
    Query,
    Segment,
    SegmentCount,
    TableSpec,
    Value,
    exported_columns,
    json_of,
    text_of,
)


@dataclass(frozen=True, slots=True)
class Line:
    value: Value


def read(line: Line) -> Value:
    return line.value


OPEN = State("open", "待签收", Tone.AMBER, "mail")
COLUMNS = tuple(Column(f"a_{kind}", kind.value, read, kind) for kind in Kind)
SPEC = TableSpec(COLUMNS, row_id=lambda _line: 1, headline=lambda line: (str(line.value), ""), states=(OPEN,))


def shown(kind: Kind, value: Value, year: int | None = None) -> str:
    return text_of(SPEC, SPEC.column(f"a_{kind}"), Line(value), year=year)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.TEXT, "王伟", "王伟"),
        (Kind.TEXT, None, ""),
        (Kind.TEXT, "", ""),
        (Kind.CODE, "0012", "0012"),
        (Kind.COUNT, 0, "0"),
        (Kind.MONEY, 123450, "1,234.50"),
        (Kind.MONEY, 0, "0.00"),
        (Kind.MONEY, None, "—"),
        (Kind.STATE, "open", "待签收"),
        (Kind.FLAG, True, "✓"),
        (Kind.FLAG, False, ""),
        (Kind.DATE, date(2026, 12, 3), "2026-12-03"),
        (Kind.MOMENT, datetime(2026, 12, 3, 9, 5), "2026-12-03 09:05"),
        (Kind.NEXT_STEP, "登记签字", "登记签字"),
    ],
)
def test_a_cell_reads_as_its_kind_says(kind: Kind, value: Value, text: str) -> None:
    assert shown(kind, value) == text


def test_on_the_screen_this_years_dates_drop_the_year() -> None:
    assert shown(Kind.DATE, date(2026, 12, 3), 2026) == "12-03"
    assert shown(Kind.DATE, date(2025, 12, 3), 2026) == "2025-12-03"
    assert shown(Kind.MOMENT, datetime(2026, 12, 3, 9, 5), 2026) == "12-03 09:05"
    assert shown(Kind.MOMENT, datetime(2025, 12, 3, 9, 5), 2026) == "2025-12-03 09:05"


def test_a_column_may_say_itself_how_its_cell_reads_and_scripts_read_the_value_still() -> None:
    due = Column("due", "期限", read, Kind.DATE, text=lambda line: f"还有 {line.value} 天")
    assert text_of(SPEC, due, Line(3), year=2026) == "还有 3 天"
    assert json_of(due, Line(3)) == 3


def test_a_withheld_cell_never_leaves_with_the_list() -> None:
    phone = Column("phone", "手机", read, Kind.CODE, withheld=lambda line: line.value != "8042")
    (out,) = exported_columns(replace(SPEC, columns=(phone,)))
    said = [(text_of(SPEC, out, Line(value)), json_of(out, Line(value))) for value in ("154", "8042", "")]
    assert said == [("不公开", "不公开"), ("8042", "8042"), ("", "")]
    assert text_of(SPEC, phone, Line("154")) == "154"


def test_a_date_column_that_holds_words_shows_them() -> None:
    assert shown(Kind.DATE, "不详") == "不详"
    assert shown(Kind.MOMENT, "不详") == "不详"


@pytest.mark.parametrize(
    ("value", "script"),
    [
        (123450, 123450),
        (date(2026, 12, 3), "2026-12-03"),
        (datetime(2026, 12, 3, 9, 5), "2026-12-03T09:05:00"),
        ("open", "open"),
        (None, None),
        (True, True),
    ],
)
def test_scripts_read_plain_values(value: Value, script: Value) -> None:
    assert json_of(COLUMNS[0], Line(value)) == script


def test_the_next_step_never_leaves_the_screen() -> None:
    assert [column.kind for column in exported_columns(SPEC)] == [kind for kind in Kind if kind is not Kind.NEXT_STEP]


@pytest.mark.parametrize("find", [SPEC.column, SPEC.state])
def test_an_unknown_key_is_a_bug_that_names_it(find: Callable[[str], object]) -> None:
    with pytest.raises(KeyError, match="nothing"):
        find("nothing")


def test_columns_and_states_are_found_by_their_keys() -> None:
    assert SPEC.column("a_money").kind is Kind.MONEY
    assert SPEC.state("open") is OPEN


def test_a_count_that_stopped_says_so() -> None:
    assert str(SegmentCount(13)) == "13"
    assert str(SegmentCount(1000, more=True)) == "1000+"


def test_a_list_begins_with_everything_unfiltered() -> None:
    assert SPEC.segments == (Segment("all", "全部"),)
    assert Query() == Query(segment="all", filters={}, search="", sort="", descending=False)

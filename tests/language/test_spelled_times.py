from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.language.spelled_times import spelled_time


@pytest.mark.parametrize(
    "entry",
    [
        "14:05", "14：05", "14.05", "1405", 1405, 14.05, "下午2点5分", "下午2：05", "2:05 PM", "pm2:05", "14时5分", "14点05", "14:05:59",
        "１４：０５", "晚上2点05分", time(14, 5), datetime(2026, 10, 5, 14, 5, 59), 0.5868055555, "14;05",
    ],
)  # fmt: skip
def test_one_time_in_the_spellings_of_logs(entry):
    assert spelled_time(entry).value == "14:05"


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("上午9点19分", "09:19"),
        ("9点半", "09:30"),
        ("9点", "09:00"),
        ("中午12点10分", "12:10"),
        ("下午一点", None),
        ("9点一刻", "09:15"),
        ("0.00", "00:00"),
    ],
)
def test_words_of_the_day(entry, value):
    assert spelled_time(entry).value == value


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("25:10", "time-impossible"),
        ("9:72", "time-impossible"),
        ("约九点", "time-unknown"),
        (10.1, "time-lost-zero"),
        (1e9, "time-unknown"),
        (True, "time-unknown"),
    ],
)
def test_what_is_no_time_is_named(entry, kind):
    found = spelled_time(entry)
    assert found.value is None
    assert found.fault.kind == kind
    assert found.fault.sentence


def test_a_zero_that_the_spreadsheet_dropped_is_offered():
    assert spelled_time(10.1).fault.repair == "10:10"


@pytest.mark.parametrize("entry", [None, "", "—", "无"])
def test_nothing_is_nothing(entry):
    assert (spelled_time(entry).value, spelled_time(entry).fault) == (None, None)


@given(st.times())
def test_a_time_as_written_is_the_time_read(at):
    assert spelled_time(f"{at:%H:%M}").value == spelled_time(at).value == f"{at:%H:%M}"


@given(st.text() | st.floats() | st.integers())
def test_nothing_breaks_it(entry):
    found = spelled_time(entry)
    assert found.value is None or len(found.value) == 5

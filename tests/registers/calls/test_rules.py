from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from desk_mailadmin.registers.calls.rules import (
    NOWHERE,
    Book,
    Place,
    Span,
    duration,
    is_open,
    minutes_of,
    needed_right,
    second_of,
    span_of_month,
)


@dataclass(frozen=True)
class Holding:
    line: int
    branch: int = 1
    number: str = ""
    extension: str = ""
    staff: int | None = None
    department: int | None = 5
    from_on: date = date(1, 1, 1)
    until_on: date | None = None


DIRECT, TRUNK = "057155511001", "057155510000"
OCTOBER = date(2026, 10, 1), date(2026, 10, 31)
MOVED = Book(
    (
        Holding(1, number=DIRECT, extension="8001", staff=7, until_on=date(2026, 10, 14)),
        Holding(1, number=DIRECT, extension="8001", staff=8, from_on=date(2026, 10, 15)),
        Holding(2, number=TRUNK, department=6),
        Holding(3, extension="8064", staff=9),
        Holding(4, branch=2, extension="8064", staff=10),
    ),
    (TRUNK,),
)


def test_a_call_belongs_to_who_held_the_number_on_that_day():
    assert MOVED.of_number(DIRECT, date(2026, 10, 14)) == Place(1, "8001", 7, 5, 1, "number")
    assert MOVED.of_number(DIRECT, date(2026, 10, 15)) == Place(1, "8001", 8, 5, 1, "number")
    assert MOVED.of_number("021", date(2026, 10, 15)) == NOWHERE


def test_an_extension_is_looked_for_behind_its_own_trunk():
    assert MOVED.of_extension(TRUNK, "8064", OCTOBER[0]) == Place(3, "8064", 9, 5, 1, "pbx")
    assert MOVED.of_extension(TRUNK, "8999", OCTOBER[0]) == Place(None, "8999", None, None, 1, "pbx")


def test_what_the_exchange_never_recorded_stays_with_the_trunk_and_is_open():
    place = MOVED.of_number(TRUNK, OCTOBER[0])
    assert place == Place(2, "", None, 6, 1, "trunk")
    assert is_open(place.how)
    assert is_open(NOWHERE.how)
    assert not is_open("pbx")


def test_a_month_falls_into_the_stretches_of_its_holders():
    before, after = MOVED.of_number(DIRECT, OCTOBER[0]), MOVED.of_number(DIRECT, OCTOBER[1])
    assert list(MOVED.spans(DIRECT, *OCTOBER)) == [
        Span(OCTOBER[0], date(2026, 10, 14), before),
        Span(date(2026, 10, 15), OCTOBER[1], after),
    ]
    assert list(MOVED.spans("021", *OCTOBER)) == [Span(*OCTOBER, NOWHERE)]


def test_a_line_that_was_given_up_leaves_a_gap():
    book = Book((Holding(1, number=DIRECT, from_on=date(2026, 10, 5), until_on=date(2026, 10, 9)),), ())
    assert [(span.first.day, span.last.day, span.place.line) for span in book.spans(DIRECT, *OCTOBER)] == [
        (1, 4, None),
        (5, 9, 1),
        (10, 31, None),
    ]


def test_of_two_holders_of_one_day_the_later_one_counts():
    book = Book((Holding(1, number=DIRECT), Holding(2, number=DIRECT, from_on=date(2026, 10, 3))), ())
    assert book.of_number(DIRECT, date(2026, 10, 2)).line == 1
    assert book.of_number(DIRECT, date(2026, 10, 3)).line == 2


@pytest.mark.parametrize(
    ("seconds", "words", "minutes"), [(0, "0:00", 0), (27, "0:27", 1), (216, "3:36", 4), (3725, "1:02:05", 63)]
)
def test_lengths_are_told_as_people_read_them(seconds: int, words: str, minutes: int):
    assert (duration(seconds), minutes_of(seconds)) == (words, minutes)


def test_months_and_instants_are_plain_texts():
    assert span_of_month("2026-12") == ("2026-12-01", "2027-01-01")
    assert span_of_month("2028-02") == ("2028-02-01", "2028-03-01")
    assert second_of("2026-10-02 00:00:05") - second_of("2026-10-01T23:59:50") == 15


@pytest.mark.parametrize(
    ("kind", "right"),
    [("local", "local"), ("domestic", "domestic"), ("ip", "domestic"), ("hmt", "international"), ("info", "")],
)
def test_a_call_needs_the_right_of_its_kind(kind: str, right: str):
    assert needed_right(kind) == right

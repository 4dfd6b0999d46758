"""Whatever is typed into a search box, or stands in a saved filter, is only ever looked for (SAFETY 4.6)."""

from __future__ import annotations

from typing import Any

import pytest

from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.global_search import find
from tests.faults.scale import times
from tests.hostile.words import ASKED, BLANK, NOWHERE, is_bare, letters_of
from tests.registers.builders import House

every = pytest.mark.parametrize("register", ALL_REGISTERS, ids=[register.key for register in ALL_REGISTERS])
FILTERED = ASKED[:: times(8, 1)]
"""Each filter costs a query of its own: every eighth word in every run, all of them in ``make faults``."""

BY_SUBSTRING = {"clauses", "rulebook"}
"""A few hundred texts of our own, searched as they stand: a sign finds the texts that hold it."""


def keys(service: Any, **asked: Any) -> list[int]:
    return list(service.keys(Query(**asked)))


def test_there_are_at_least_two_hundred_words():
    assert len(set(ASKED)) >= 200


@every
def test_no_word_breaks_a_search_and_none_finds_everything(register: Register, full_house: House):
    service = full_house.services[register.key]
    whole = keys(service)
    assert len(whole) > 1 or register.key == "clauses"
    for word in filter(str.strip, ASKED):
        found = keys(service, search=word)
        assert set(found) <= set(whole)
        if len(found) == len(whole):
            assert found == keys(service, search=letters_of(word)), f"{word[:40]!r} found everything"
        if (is_bare(word) and register.key not in BY_SUBSTRING) or NOWHERE in word:
            assert found == [], f"{word[:40]!r} found what does not hold it"
        counts = service.counts(Query(search=word))
        assert all(0 <= one.count <= len(found) or one.more for one in counts.values())
        assert len(service.rows(found[:3])) == len(found[:3])


@every
def test_blanks_ask_for_nothing(register: Register, full_house: House):
    service = full_house.services[register.key]
    whole = keys(service)
    assert all(keys(service, search=blank) == whole for blank in BLANK)


@every
def test_no_word_breaks_a_filter_and_none_lets_everything_through(register: Register, full_house: House):
    service = full_house.services[register.key]
    for filter_ in register.table.filters:
        offered = {choice.key for choice in service.choices(filter_.key)}
        for word in FILTERED:
            found = keys(service, filters={filter_.key: word})
            assert word in offered or filter_.key in _SPANS or not found, (
                f"{filter_.key} = {word[:40]!r} let {len(found)} through"
            )
            service.counts(Query(filters={filter_.key: word}, search="张"))


_SPANS = {"month"}
"""A span is compared as text, so that a word of any kind lies somewhere; it never raises and never matters."""


@every
def test_filters_segments_and_orders_that_went_away_are_passed_over(register: Register, full_house: House):
    service = full_house.services[register.key]
    whole = keys(service)
    known = getattr(getattr(service, "_SqlListing__source", None), "filters", {})
    for word in (word for word in FILTERED if word not in known):
        assert keys(service, filters={word: "x"}) == whole
        assert keys(service, segment=word) == whole
        assert keys(service, sort=word) == whole, f"sorted by {word[:40]!r}"
        assert keys(service, sort=f"id, {word}") == whole


def test_no_word_breaks_the_search_through_all_registers(full_house: House):
    for word in (*ASKED, *BLANK):
        hits = find(ALL_REGISTERS, full_house.services, word)
        if is_bare(word) and word.strip():
            assert {hit.register for hit in hits} <= BY_SUBSTRING


def test_no_word_breaks_the_picking_of_a_person(full_house: House):
    staff = full_house.services["staff"]
    for word in filter(str.strip, ASKED):
        found = staff.find(word)
        if is_bare(word) or NOWHERE in word:
            assert list(found) == [], word[:40]

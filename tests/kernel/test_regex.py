"""A late regular expression is one of the library's from its first use on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.regex import regex

SOURCES = (r"(\d+)\s*元", r"a|b+", r"[一-鿿]{2}", r"^(?P<year>\d{4})-", r"")


@given(st.sampled_from(SOURCES), st.text(alphabet="ab1 元国2026-\n"))
def test_it_finds_what_the_library_finds(source: str, text: str) -> None:
    late, at_once = regex(source), re.compile(source)
    for way in ("match", "fullmatch", "search"):
        mine, theirs = getattr(late, way)(text), getattr(at_once, way)(text)
        assert (mine and (mine.span(), mine.groups())) == (theirs and (theirs.span(), theirs.groups()))
    assert late.sub("-", text) == at_once.sub("-", text)
    assert late.split(text) == at_once.split(text)
    assert late.findall(text) == at_once.findall(text)
    assert late.groups == at_once.groups


def test_flags_and_bytes_are_the_librarys() -> None:
    assert regex("a", re.IGNORECASE).fullmatch("A")
    assert regex(rb"\d").findall(b"a1b2") == [b"1", b"2"]
    assert regex("x.y", re.DOTALL).pattern == "x.y"


def test_a_fault_in_it_shows_when_it_is_used() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.match("")

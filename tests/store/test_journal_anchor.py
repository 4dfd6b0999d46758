from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.store.journal import Head
from desk_mailadmin.store.journal_anchor import Held, anchor, held
from tests.store.notes import add_note

DIGITS = "3f9a7c51d2e84b60"


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("12", DIGITS),
        (" 第 12 条 ", "3F9A 7C51 D2E8 4B60"),
        ("１２", "３ｆ９ａ7c51-d2e8-4b6o"),
        ("1,2", "3f9a7c5l·d2e84b6O"),
    ],
)
def test_an_anchor_is_read_as_people_type_it(number: str, digits: str):
    assert anchor(number, digits) == Head(12, DIGITS)


@pytest.mark.parametrize(
    ("number", "digits", "field", "said"),
    [
        ("", DIGITS, "number", "日志的条数是一个数字，例如 1286。"),
        ("0", DIGITS, "number", "日志的条数是一个数字，例如 1286。"),
        ("-3", DIGITS[:-1], "digits", "校验码是 16 位，这里是 15 位。"),
        ("9" * 30, DIGITS, "number", "日志的条数是一个数字，例如 1286。"),
        ("12", DIGITS[:-1], "digits", "校验码是 16 位，这里是 15 位。"),
        ("12", f"{DIGITS[:-1]}z", "digits", "校验码里只有数字和 a 到 f，没有“z”。"),
    ],
)
def test_what_cannot_be_an_anchor_is_said_beside_its_field(number: str, digits: str, field: str, said: str):
    with pytest.raises(UserError) as refused:
        anchor(number, digits)
    assert (refused.value.field, refused.value.template.format_map(refused.value.values)) == (field, said)


def test_the_journal_says_whether_it_still_holds_one(desk):
    for n in range(3):
        add_note(desk, f"第 {n} 条")
    head = desk.journal.head()
    assert held(desk.journal, anchor("3", head.short)) is Held.YES
    assert held(desk.journal, anchor("2", head.short)) is Held.OTHERWISE
    assert held(desk.journal, anchor("4", head.short)) is Held.MISSING
    add_note(desk, "后来的")
    assert held(desk.journal, anchor("3", head.short)) is Held.YES, "what came later changes nothing"

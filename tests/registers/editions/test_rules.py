from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.editions.rules import (
    Confirmation,
    EditionEntry,
    checked_confirmation,
    checked_edition,
    next_due,
    usual_title,
)
from tests.registers.builders import TODAY, refusal


def test_texts_come_back_trimmed():
    assert checked_edition(EditionEntry(15, " 2026 年第四季度 ", TODAY), 14, TODAY).title == "2026 年第四季度"
    entry = checked_confirmation(Confirmation(changed=True, by=" 李建华", on=TODAY, note=" 8042 改 "), TODAY, TODAY)
    assert (entry.by, entry.note) == ("李建华", "8042 改")


@pytest.mark.parametrize(
    ("entry", "field", "sentence"),
    [
        (EditionEntry(15, " ", TODAY), "title", "还没有写版次名称。"),
        (EditionEntry(14, "第四季度", TODAY), "number", "已经有第 14 版，新一版的号要更大。"),
        (EditionEntry(15, "第四季度", TODAY - timedelta(days=1)), "due_on", "确认截止日期已经过了。"),
    ],
)
def test_an_edition_that_cannot_stand_names_its_field(entry: EditionEntry, field: str, sentence: str):
    with pytest.raises(UserError) as fault:
        checked_edition(entry, 14, TODAY)
    assert refusal(fault.value) == (field, sentence)


@pytest.mark.parametrize(
    ("by", "days", "field", "sentence"),
    [
        ("", 0, "by", "还没有写确认人。"),
        ("李建华", 1, "on", "确认日期在今天以后。"),
        ("李建华", -1, "on", "这一版 2026-12-03 才开始，确认不能更早。"),
    ],
)
def test_a_confirmation_that_cannot_stand_names_its_field(by: str, days: int, field: str, sentence: str):
    entry = Confirmation(changed=False, by=by, on=TODAY + timedelta(days=days))
    with pytest.raises(UserError) as fault:
        checked_confirmation(entry, TODAY, TODAY)
    assert refusal(fault.value) == (field, sentence)


@pytest.mark.parametrize(
    ("issued", "months", "due"),
    [
        (date(2026, 9, 10), 3, date(2026, 12, 10)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 3, 1), 12, date(2027, 3, 1)),
    ],
)
def test_the_next_edition_is_due_so_many_months_after_the_last(issued: date, months: int, due: date):
    assert next_due(issued, months) == due


@pytest.mark.parametrize(
    ("months", "title"), [(3, "2026 年第四季度"), (6, "2026 年 12 月"), (1, "2026 年 12 月"), (12, "2026 年")]
)
def test_an_edition_is_called_by_its_time(months: int, title: str):
    assert usual_title(TODAY, months) == title

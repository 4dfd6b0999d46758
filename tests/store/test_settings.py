from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import Setting

DAYS = Setting("sign_days", 3, "签字期限", clause="000/2.2", unit="个工作日", least=1, most=30)
NAME = Setting("company", "", "公司全称")
PARTS = Setting("parts", ["a", "b"], "分项")
STRICT = Setting("strict", False, "从严")


def decide(desk, setting, value, in_force) -> None:
    with desk.work("settings") as work:
        desk.settings.set(work, setting, value, in_force)


def test_without_a_decision_the_default_is_in_force(desk):
    assert desk.settings.value(DAYS) == 3
    assert desk.settings.versions(DAYS) == ()


def test_an_old_case_keeps_its_old_figure(desk):
    decide(desk, DAYS, 5, date(2026, 3, 1))
    decide(desk, DAYS, 7, date(2026, 12, 1))
    days = (date(2026, 2, 28), date(2026, 3, 1), date(2026, 11, 30), date(2026, 12, 1))
    assert [desk.settings.value(DAYS, on) for on in days] == [3, 5, 5, 7]
    assert desk.settings.value(DAYS) == 5
    assert [(v.value, v.in_force, v.who) for v in desk.settings.versions(DAYS)] == [
        (7, date(2026, 12, 1), "王办公"),
        (5, date(2026, 3, 1), "王办公"),
    ]


def test_a_second_decision_for_a_day_replaces_the_first_and_the_history_says_both(desk):
    decide(desk, DAYS, 5, date(2026, 3, 1))
    decide(desk, DAYS, 6, date(2026, 3, 1))
    assert [v.value for v in desk.settings.versions(DAYS)] == [6]
    assert [entry.text for entry in desk.journal.history("setting", 0)] == [
        "设置“签字期限”由“5 个工作日”改为“6 个工作日”，自 2026-03-01 起",
        "设置“签字期限”由“3 个工作日”改为“5 个工作日”，自 2026-03-01 起",
    ]


def test_the_journal_tells_what_was_decided_in_words(desk):
    decide(desk, STRICT, True, date(2026, 1, 1))
    decide(desk, PARTS, ["一", "二"], date(2026, 1, 1))
    decide(desk, NAME, "云帆集团", date(2026, 1, 1))
    company, *told = [entry.text for entry in desk.journal.history("setting", 0)]
    assert company == "设置“公司全称”由“（空）”改为“云帆集团”，自 2026-01-01 起"
    assert told[0].endswith("改为“一、二”，自 2026-01-01 起")
    assert told[1].endswith("由“否”改为“是”，自 2026-01-01 起")


@pytest.mark.parametrize(
    ("setting", "value"), [(NAME, "云帆集团"), (PARTS, []), (PARTS, ["一", "二"]), (STRICT, True), (DAYS, 30)]
)
def test_every_kind_of_value_comes_back_as_it_was(desk, setting, value):
    decide(desk, setting, value, date(2026, 1, 1))
    assert desk.settings.value(setting) == value
    assert type(desk.settings.value(setting)) is type(value)


@pytest.mark.parametrize(
    ("setting", "value"), [(DAYS, 0), (DAYS, 31), (DAYS, "3"), (DAYS, True), (STRICT, 1), (NAME, 3)]
)
def test_a_value_that_does_not_fit_is_refused(desk, setting, value):
    with pytest.raises(UserError, match=setting.title):
        decide(desk, setting, value, date(2026, 1, 1))
    assert desk.settings.value(setting) == setting.default


@pytest.mark.parametrize("stored", ["", "{", '"drei"', "99", "null", "[1"])
def test_a_stored_value_that_cannot_be_read_is_said_and_the_default_stands_in(desk, stored):
    decide(desk, DAYS, 5, date(2026, 3, 1))
    desk.database.execute_sql("UPDATE setting SET value = ?", (stored,))
    assert desk.settings.value(DAYS) == 3
    assert desk.settings.complaints == {"sign_days": "设置“签字期限”保存的值读不出来，暂用默认值“3”。"}
    assert [v.value for v in desk.settings.versions(DAYS)] == [None]
    decide(desk, DAYS, 6, date(2026, 3, 1))
    assert desk.settings.complaints == {}

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import OFFICE_SETTINGS, Group, Setting, SettingValue

QUOTA = Setting("quota", 10, "邮箱限额", Group.MAIL, clause="000/4.1", unit="MB", least=1, most=10240)
STAMPED = Setting("stamped", False, "补打盖章")
ORDER = Setting("order", "name", "排序", choices=(("name", "按姓名"), ("number", "按工号")))
DOMAINS = Setting("domains", ["a.example"], "域名")
WEEK = Setting("week", ["mon"], "上班日", choices=(("mon", "周一"), ("tue", "周二")))


def refusal(setting: Setting[int] | Setting[bool] | Setting[str] | Setting[list[str]], text: str) -> str:
    with pytest.raises(UserError) as refused:
        setting.from_text(text)
    return str(refused.value)


@pytest.mark.parametrize("text", ["1", "true", "YES", "on", "是"])
def test_yes_is_read_in_all_its_spellings(text: str) -> None:
    assert STAMPED.from_text(text) is True


@pytest.mark.parametrize("text", ["0", "False", "no", "off", "否"])
def test_no_is_read_in_all_its_spellings(text: str) -> None:
    assert STAMPED.from_text(text) is False


def test_neither_yes_nor_no_is_refused() -> None:
    assert refusal(STAMPED, "也许") == "“补打盖章”只能是“是”或“否”。"


@given(st.integers(min_value=1, max_value=10240))
def test_a_figure_within_its_bounds_is_taken(figure: int) -> None:
    assert QUOTA.from_text(f" {figure} ") == figure


def test_a_figure_outside_its_bounds_is_refused_with_the_bound() -> None:
    assert refusal(QUOTA, "0") == "“邮箱限额”最小是 1。"
    assert refusal(QUOTA, "10241") == "“邮箱限额”最大是 10240。"
    assert refusal(QUOTA, "-5") == "“邮箱限额”最小是 1。"


def test_a_figure_without_bounds_may_be_any() -> None:
    assert Setting("n", 0, "数").from_text("-123456789") == -123456789


@pytest.mark.parametrize("text", ["", "十", "1.5", "--5", "٣", "1_000", "9" * 200])
def test_what_is_no_figure_is_refused_and_quoted(text: str) -> None:
    assert refusal(QUOTA, text) == f"“邮箱限额”应是整数，不是“{text}”。"


def test_a_list_is_read_between_commas_of_either_width() -> None:
    assert DOMAINS.from_text("a.example， b.example,,c.example") == ["a.example", "b.example", "c.example"]
    assert DOMAINS.from_text("") == []


def test_a_text_is_taken_as_it_is_without_the_blanks_around_it() -> None:
    assert Setting("company", "", "公司全称").from_text("  云帆 有限公司 ") == "云帆 有限公司"


def test_a_choice_is_one_of_those_declared() -> None:
    assert ORDER.from_text("number") == "number"
    assert refusal(ORDER, "age") == "“排序”只能是：name、number。"


def test_each_entry_of_a_list_is_one_of_those_declared() -> None:
    assert WEEK.from_text("mon,tue") == ["mon", "tue"]
    assert refusal(WEEK, "mon,sun") == "“上班日”只能是：mon、tue。"


@pytest.mark.parametrize("value", ["10", True, ["10"]])
def test_a_value_of_another_type_is_refused(value: SettingValue) -> None:
    with pytest.raises(UserError, match="类型不对"):
        QUOTA.check(value)


def test_the_office_settings_have_unique_keys_fitting_defaults_and_known_clauses() -> None:
    assert len({setting.key for setting in OFFICE_SETTINGS}) == len(OFFICE_SETTINGS)
    for setting in OFFICE_SETTINGS:
        assert setting.check(setting.default) == setting.default
        assert not setting.clause or cite(setting.clause) != setting.clause


@pytest.mark.parametrize("text", ["云帆\n集团", "云帆\u202e集团", "云帆\x07"])
def test_a_text_of_several_lines_or_with_hidden_signs_is_refused(text: str) -> None:
    assert refusal(Setting("company", "", "公司名称"), text) == "“公司名称”只写一行，不带看不见的字符。"


def test_a_list_of_words_has_as_many_as_it_must_and_none_of_the_banned_signs() -> None:
    levels = Setting("levels", ["低", "中", "高"], "三个等级", count=3, banned="★")
    assert levels.from_text("内部,保密,机要") == ["内部", "保密", "机要"]
    for text in ("内部,保密", "内部,保密,保密", "内部,保密,机要,绝密"):
        with pytest.raises(UserError, match="“三个等级”要有 3 个不同的词，用逗号分开。"):
            levels.from_text(text)
    with pytest.raises(UserError, match="“三个等级”里不能有“★”。"):
        levels.from_text("秘密★,机密,绝密")


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        (QUOTA, 20, "20 MB"), (STAMPED, True, "是"), (STAMPED, False, "否"), (ORDER, "number", "按工号"),
        (WEEK, ["mon", "tue"], "周一、周二"), (DOMAINS, ["a.example"], "a.example"), (WEEK, [], ""),
        (Setting("company", "", "公司全称"), "", ""),
    ],
)  # fmt: skip
def test_a_value_is_told_in_words(setting: Setting[Any], value: SettingValue, words: str) -> None:
    assert setting.in_words(value) == words


def test_a_value_is_told_in_another_language() -> None:
    assert QUOTA.in_words(20, str.lower) == "20 mb"
    assert STAMPED.in_words(True, {"是": "yes"}.__getitem__) == "yes"

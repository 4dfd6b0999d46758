"""A form.toml edited as a text: what was not touched stays, and every place has its line."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.documents.form_compare import Difference, differences, text_difference
from desk_mailadmin.documents.form_text import form_text, literal
from desk_mailadmin.documents.form_words import data_titles, row_words, section_title
from desk_mailadmin.documents.toml_lines import line_at, places
from tests.documents.own import APPLICATION, RECEIPT, SHIPPED

FORMS = sorted(path.parent.name for path in SHIPPED.glob("*/form.toml"))


def ways(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value, 1) if isinstance(value, list) else ()
    return [path, *(way for key, item in inside for way in ways(item, (*path, key)))]


@pytest.mark.parametrize("form", FORMS)
def test_an_untouched_form_comes_back_as_it_stands(form):
    text = (SHIPPED / form / "form.toml").read_text("utf-8")
    assert form_text(text).text == text


@pytest.mark.parametrize("form", FORMS)
def test_everything_in_a_form_has_its_line(form):
    text = (SHIPPED / form / "form.toml").read_text("utf-8")
    found = places(text)
    lines = text.splitlines()
    for way in ways(tomllib.loads(text))[1:]:
        line = lines[found[way].line - 1]
        assert isinstance(way[-1], int) or str(way[-1]) in line, (way, line)


def test_one_changed_clause_changes_its_list_and_nothing_else():
    made = form_text(APPLICATION)
    pledge = next(place for place, block in enumerate(made.sections) if block.body["kind"] == "clauses")
    body = made.sections[pledge].body
    text = made.with_section(pledge, {**body, "items": ["只有一条。", *body["items"][1:]]}).text
    gone, come = (
        set(APPLICATION.splitlines()) - set(text.splitlines()),
        set(text.splitlines()) - set(APPLICATION.splitlines()),
    )
    assert len(gone) == 1
    assert come == {'  "只有一条。",'}


def test_sections_move_with_the_comments_above_them():
    text = RECEIPT.replace('[[section]]\nkind = "tear"', '# 从这里剪开\n[[section]]\nkind = "tear"')
    made = form_text(text)
    tear = next(place for place, block in enumerate(made.sections) if block.body["kind"] == "tear")
    moved = made.moved(tear, 0).text
    assert '# 从这里剪开\n[[section]]\nkind = "tear"' in moved
    assert moved.index('kind = "tear"') < moved.index('kind = "fields"')
    assert sorted(moved.split("\n\n")) == sorted(
        [*text.strip("\n").split("\n\n")[:-1], text.strip("\n").split("\n\n")[-1] + "\n"]
    ) or tomllib.loads(moved)
    assert len(tomllib.loads(made.without_section(tear).text)["section"]) == len(made.sections) - 1


def test_an_entry_of_the_application_is_added_and_its_comment_stays():
    text = APPLICATION.replace('prefix = "YJ"', 'prefix = "YJ" # 编号前缀')
    made = form_text(text)
    assert made.application is not None
    body = dict(made.application.body)
    entry = {"key": "floor", "label": "楼层", "kind": "text", "required": True}
    text = made.with_application({**body, "fields": [*body["fields"], entry]}).text
    assert 'prefix = "YJ" # 编号前缀' in text
    assert '{ key = "floor", label = "楼层", kind = "text", required = true },' in text
    assert tomllib.loads(text)["application"]["routes"] == body["routes"]


def test_a_form_written_in_another_way_is_brought_into_ours():
    text = 'api = 1\nsection = [{ kind = "note", text = "好" }]\napplication.prefix = "ZZ"\n'
    made = form_text(text)
    assert tomllib.loads(made.text) == tomllib.loads(text)
    assert "[[section]]" in made.text


TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=12)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(-9, 9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3),
    max_leaves=12,
)


@given(VALUES)
def test_any_value_is_written_as_toml_says_it(value):
    assert tomllib.loads(f"x = {literal(value)}\n") == {"x": value}


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_lines(text):
    assert all(place.line >= 1 for place in places(text).values())


def test_the_line_of_a_thing_is_found_by_the_name_it_bears():
    found = places(APPLICATION)
    lines = APPLICATION.splitlines()
    assert 'key = "quota_mb"' in lines[line_at(found, ("application", "fields", "quota_mb", "kind")) - 1]
    assert line_at(found, ("nothing",)) == 0
    assert lines[line_at(found, ("section", 2, "nothing")) - 1] == "[[section]]"


# two versions side by side


def test_a_form_does_not_differ_from_itself():
    assert differences(RECEIPT, RECEIPT) == []
    assert text_difference(RECEIPT, RECEIPT) == ""


def test_differences_are_said_in_words():
    after = (
        RECEIPT.replace('title = "电子邮件开户回执"', 'title = "邮箱开通回执"')
        .replace('{ label = "登录名", field = "login" }', '{ label = "账号", field = "login" }')
        .replace('{ lead = "邮件管理员（经办）", height = 20 }', '{ lead = "邮件管理员", seal = true }')
    )
    assert differences(RECEIPT, after) == [
        Difference("表名", "电子邮件开户回执", "邮箱开通回执"),
        Difference("第 1 部分 栏目　账号", "登录名 = {login}", "账号 = {login}"),
        Difference("第 4 部分 签字框　签收", "邮件管理员（经办）　高 20 毫米", "邮件管理员（盖章）"),
    ]
    assert '-title = "电子邮件开户回执"' in text_difference(RECEIPT, after).splitlines()


def test_parts_that_came_or_went_are_named():
    made = form_text(RECEIPT)
    tear = next(place for place, block in enumerate(made.sections) if block.body["kind"] == "tear")
    without = made.without_section(tear).text
    assert differences(RECEIPT, without) == [Difference("去掉的部分 裁剪线　存根", "文字：存根", "")]
    with_note = made.with_new_section(0, {"kind": "note", "text": "先看这里。"}).text
    assert differences(RECEIPT, with_note) == [Difference("第 1 部分 附注　先看这里。", "", "文字：先看这里。")]


def test_a_changed_route_is_a_difference_of_the_application():
    after = APPLICATION.replace('title = "部门经理"', 'title = "部门总监"')
    (found,) = differences(APPLICATION, after)
    assert (found.where, "部门总监" in found.after, "部门经理" in found.before) == ("申请", True, True)


def test_a_text_that_cannot_be_read_is_compared_all_the_same():
    assert differences("= =", RECEIPT)[0].before == ""
    assert "+api = 1" in text_difference("= =", RECEIPT)


def test_sections_and_data_have_names_a_clerk_knows():
    body = tomllib.loads(APPLICATION)
    assert section_title(body["section"][1]) == "条款　保密承诺书"
    assert (
        section_title({"kind": "signs", "label": "审批", "when": {"field": "route", "is": "branch"}})
        == "签字框　审批（分公司）"
    )
    row = [{"label": "金额", "text": "¥{sum}", "when": {"field": "copy", "is": ["1", "3"]}}]
    assert row_words(row) == "金额 = ¥{sum}（只在联次是1、3时）"
    titles = data_titles(body)
    assert (titles["emp_no"], titles["quota_mb"], titles["company"]) == ("工号", "邮箱容量", "公司全称")

from __future__ import annotations

import random
import string

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desk_mailadmin.store.search import folded

PEOPLE = {
    1: (["周文斌", "财务部"], ["zhouwenbin", "zwb", "A10417", "zhou.wenbin@yunfan.com.cn", "13800138000"]),
    2: (["周文", "采购部"], ["zhouwen", "zw", "A10418", "8012"]),
    3: (["文斌", "斌周"], ["wenbin", "wb", "KH-2026-0061", "010-66558012"]),
    4: (["吴海燕 A座会议室", "吕𠮷明"], ["wuhaiyan", "why", "lvjiming", "Müller"]),
    5: (["张三丰", "三丰张"], ["zhangsanfeng", "zsf"]),
}

NASTY = [
    "'; drop table note--",
    "%",
    "_",
    '"',
    '""',
    "*",
    "NEAR(",
    "NEAR(a b, 2)",
    "AND",
    "OR",
    "NOT",
    "-",
    "(",
    ")",
    "col:",
    "words:",
    "grams1 :",
    "^",
    "{",
    "}",
    "{grams1 words}: a",
    "+",
    "\\",
    ";",
    "\x00",
    "a\x00b",
    "\ud800",
    "周\udfff",
    "周" * 60_000,
    "a" * 60_000,
    "' OR 1=1 --",
    "🀄",
    "👨‍👩‍👧",
    "\u202e周",
    "\u200b",
    "ﷺ",
    "①",
    "ℵ",
    "１２．５０",
    "\n\t",
    "é",
    "ß",
    "ı",
    "a*",
    "*a",
    '"a',
    "rowid:1",
    "search_note",
    "MATCH",
]


@pytest.fixture
def found(desk):
    """Search as a list does: the ids that match a text, None where the text is empty."""
    with desk.upkeep():
        desk.search.put_many("note", [(record, *what) for record, what in PEOPLE.items()])

    def search(text: str) -> list[int] | None:
        condition = desk.search.condition("note", text)
        if condition is None:
            return None
        sql, values = condition
        return sorted(record for (record,) in desk.database.execute_sql(sql, values))

    return search


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周", [1, 2, 3]),
        ("文斌", [1, 3]),
        ("周文斌", [1]),
        ("周斌", []),
        ("三丰", [5]),
        ("张三丰", [5]),
        ("丰三", []),
        ("zwb", [1]),
        ("zw", [1, 2]),
        ("ZHOU", [1, 2]),
        ("zhouwenb", [1]),
        ("a104", [1, 2]),
        ("A10417", [1]),
        ("８０１２", [2, 3]),
        ("8012", [2, 3]),
        ("8000", [1]),
        ("1380013", [1]),
        ("zhou.wen", [1, 2]),
        ("zhouwenbin@yun", [1]),
        ("yunfan", [1]),
        ("KH-2026-0061", [3]),
        ("kh20260061", [3]),
        ("2026-00", [3]),
        ("0061", [3]),
        ("061", []),
        ("周 财务", [1]),
        ("周 zwb", [1]),
        ("周zwb", [1]),
        ("a座", [4]),
        ("会议室", [4]),
        ("𠮷", [4]),
        ("吕𠮷明", [4]),
        ("muller", [4]),
        ("周\u3000采购", [2]),
        ("部周", []),
        ("文斌财务", []),
    ],
)
def test_a_text_finds_exactly_those_it_stands_in(found, text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\n\t", "  \u3000 "])
def test_an_empty_text_is_no_condition(found, text):
    assert found(text) is None


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_a_nasty_text_is_no_error_and_never_matches_everything(found, text):
    assert found(text) is None or len(found(text)) < len(PEOPLE)


@pytest.mark.parametrize("text", ["%", "_", '"', "*", "(", "\x00", "\ud800", "'", "-- ;", "^", "{"])
def test_signs_alone_match_nothing(found, text):
    assert found(text) == []


def test_two_hundred_random_texts_are_no_error(found):
    chance = random.Random(5)  # noqa: S311  (a test's own texts)
    alphabet = string.printable + "周文斌张三\x00\u3000\"'*():^{}-+~％＿𠮷\u202e\ud800"
    for _ in range(200):
        found("".join(chance.choices(alphabet, k=chance.randrange(1, 30))))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("\x00")
@example('"" *')
@given(st.text(max_size=30))
def test_whatever_is_typed_is_no_error(found, text):
    found(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text("周文斌张三丰吴", min_size=1, max_size=5), min_size=1, max_size=8),
    st.text("周文斌张三", min_size=1, max_size=4),
)
def test_a_chinese_text_matches_as_a_part_of_the_name_and_nothing_else(desk, names, text):
    with desk.upkeep():
        desk.database.execute_sql("DELETE FROM search_note")
        desk.search.put_many("note", [(n + 1, [name], []) for n, name in enumerate(names)])
    sql, values = desk.search.condition("note", text)
    matched = {record for (record,) in desk.database.execute_sql(sql, values)}
    assert matched == {n + 1 for n, name in enumerate(names) if text in name}


def test_a_record_put_again_is_found_by_its_new_text_only(desk, found):
    with desk.upkeep():
        desk.search.put("note", 1, ["吴刚"], [])
    assert found("周文斌") == []
    assert found("吴刚") == [1]


def test_a_dropped_record_is_found_no_more(desk, found):
    with desk.upkeep():
        desk.search.drop("note", 1)
    assert found("周文斌") == []


def test_only_the_first_200_characters_count(found):
    assert found("周 " * 100 + "x" * 500) == [1, 2, 3]


def test_which_kinds_are_indexed_is_known(desk):
    assert desk.search.has("note")
    assert not desk.search.has("shelf")


def test_a_kind_that_is_no_name_is_a_bug(desk):
    with pytest.raises(ValueError, match="search_"):
        desk.search.condition('x"; DROP TABLE note', "周")


def test_folding_makes_spellings_equal():
    assert folded("ＺＷＢ　８０１２") == "zwb 8012"
    assert folded("Müller") == "muller"
    assert folded("⼀") == "一"

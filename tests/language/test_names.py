import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.language.names import full_pinyin, initials, plain_name, reading, surname_readings

TRUTH = json.loads((Path(__file__).parents[1] / "data/A/truth.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("person", TRUTH["people"]["polyphonic_surname_readings"], ids=lambda p: p["emp_no"])
def test_surnames_are_read_as_surnames(person):
    read = reading(person["name"])
    assert (read.surname, read.surname_pinyin) == (person["surname"], person["surname_pinyin"])
    assert "".join(read.given_pinyin) == person["given_pinyin"]


@pytest.mark.parametrize("person", TRUTH["people"]["rare_character_names"], ids=lambda p: p["emp_no"])
def test_rare_characters_are_read(person):
    assert full_pinyin(person["name"]) == person["pinyin"]


def test_every_name_without_account_gets_the_base_the_office_expects():
    people = TRUTH["naming"]["persons_without_account"]
    assert len(people) > 50
    assert [full_pinyin(p["name"]) for p in people] == [p["base"] for p in people]


@pytest.mark.parametrize(
    ("name", "surname", "given", "pinyin", "first"),
    [
        ("欧阳雪", "欧阳", "雪", "ouyangxue", "oyx"),
        ("欧阳", "欧", "阳", "ouyang", "oy"),
        ("单于飞", "单于", "飞", "chanyufei", "cyf"),
        ("唐　磊", "唐", "磊", "tanglei", "tl"),
        ("阿卜杜·热合曼", "阿卜杜", "热合曼", "abudureheman", "abdrhm"),
        ("John Smith", "Smith", "John", "johnsmith", "js"),
        ("José Núñez", "Núñez", "José", "josenunez", "jn"),
        ("Ming", "Ming", "", "ming", "m"),
        ("A明", "A", "明", "aming", "am"),
        ("", "", "", "", ""),
    ],
)
def test_names_are_taken_apart(name, surname, given, pinyin, first):
    read = reading(name)
    assert (read.surname, read.given) == (surname, given)
    assert (full_pinyin(name), initials(name)) == (pinyin, first)


@pytest.mark.parametrize(("umlaut", "spelt"), [("v", "lvjie"), ("u", "lujie"), ("yu", "lyujie")])
def test_the_spelling_of_u_umlaut_is_a_setting(umlaut, spelt):
    assert full_pinyin("吕洁", umlaut) == spelt


def test_surnames_with_two_readings_offer_both():
    assert surname_readings("覃") == ("qin", "tan")
    assert surname_readings("李") == ("li",)


def test_a_character_without_reading_is_named_not_dropped_silently():
    read = reading("王\U0002fa1d")
    assert read.unread or read.given_pinyin


def test_an_unknown_character_is_listed():
    assert reading("王\U00030000明").unread == ("\U00030000",)


@given(st.text(max_size=12))
def test_any_text_gives_lower_case_ascii_or_nothing(text):
    assert full_pinyin(text).isascii()
    assert full_pinyin(text) == full_pinyin(text).lower()


def test_spaces_between_latin_words_stay():
    assert plain_name("John  Smith") == "John Smith"
    assert plain_name("李　文") == "李文"

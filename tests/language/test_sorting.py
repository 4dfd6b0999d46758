from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.language.sorting import name_sort_key, sort_key


def test_digits_then_latin_then_ideographs_by_reading():
    assert sorted(["赵一", "李四", "abc", "12", "安平", "Zoe"], key=sort_key) == [
        "12",
        "abc",
        "Zoe",
        "安平",
        "李四",
        "赵一",
    ]


def test_people_of_one_surname_stay_together():
    names = ["黎明", "李强", "黎安", "李安"]
    assert sorted(names, key=name_sort_key) == ["李安", "李强", "黎安", "黎明"]


def test_surnames_sort_by_their_own_reading():
    assert sorted(["单明", "盖飞", "欧阳雪", "戴志", "尉迟敏"], key=name_sort_key) == [
        "戴志",
        "盖飞",
        "欧阳雪",
        "单明",
        "尉迟敏",
    ]


def test_a_shorter_name_comes_first():
    assert sorted(["李明明", "李明"], key=name_sort_key) == ["李明", "李明明"]


def test_other_scripts_come_last_and_punctuation_does_not_count():
    assert sort_key("李·明") == sort_key("李明")
    assert sort_key("дом") > sort_key("赵")
    assert sort_key("a b") < sort_key("ab")


@given(st.text(max_size=20))
def test_keys_are_ascii_for_binary_collation(text):
    assert sort_key(text).isascii()
    assert name_sort_key(text).isascii()

from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.directory.entries import (
    Difference,
    before_all,
    differences,
    entry_of,
    flat,
    read_numbers,
    with_plain,
)
from desk_mailadmin.registers.directory.rules import DirectoryEntry, Number, checked
from tests.registers.builders import refusal

PERSON = DirectoryEntry(3, 7, numbers=(Number("extension", "8042"), Number("mobile", "15417170137")), room="3 楼 305")


def test_numbers_stand_kind_by_kind_and_texts_are_trimmed():
    entry = checked(
        DirectoryEntry(3, None, " 会议室 ", (Number("fax", "057155518049"), Number("extension", "8048")), room=" 3 楼 ")
    )
    assert [number.kind for number in entry.numbers] == ["extension", "fax"]
    assert (entry.title, entry.room) == ("会议室", "3 楼")


def test_a_person_has_no_title_of_its_own():
    assert checked(DirectoryEntry(3, 7, "会议室")).title == ""


@pytest.mark.parametrize(
    ("entry", "field", "sentence"),
    [
        (DirectoryEntry(3), "title", "还没有选人，公用电话要写名称（会议室、传真）。"),
        (DirectoryEntry(3, 7, numbers=(Number("extension", "8"),)), "extension", "分机 8 是 1 位，应为 2～6 位。"),
        (DirectoryEntry(3, 7, numbers=(Number("mobile", "154"),)), "mobile", "手机 154 是 3 位，应为 11 位。"),
        (DirectoryEntry(3, 7, numbers=(Number("short", "64a3"),)), "short", "短号“64a3”不是号码，只写数字。"),
        (DirectoryEntry(3, 7, numbers=(Number("telex", "64"),)), "numbers", "没有“telex”这种号码。"),
        (
            DirectoryEntry(3, 7, numbers=(Number("short", "6403"), Number("short", "6403"))),
            "short",
            "短号 6403 写了两次。",
        ),
        (
            DirectoryEntry(3, 7, numbers=tuple(Number("extension", f"800{n}") for n in range(6))),
            "extension",
            "分机最多 5 个。",
        ),
    ],
)
def test_what_cannot_stand_is_refused_with_its_field(entry: DirectoryEntry, field: str, sentence: str):
    with pytest.raises(UserError) as fault:
        checked(entry)
    assert refusal(fault.value) == (field, sentence)


@pytest.mark.parametrize(
    ("kind", "text", "numbers"),
    [
        ("extension", "8042", ("8042",)),
        ("extension", "转8042、8043", ("8042", "8043")),
        ("extension", "8042/8042", ("8042",)),
        ("direct", "6655 8040", ("66558040",)),
        ("direct", "0571-55518040，0571-55518041", ("057155518040", "057155518041")),
        ("direct", "", ()),
        ("direct", "0571-5551 8040", ("057155518040",)),
        ("direct", "055155518040 055155518041", ("055155518040", "055155518041")),
        ("extension", "8042 8043", ("8042", "8043")),
        ("short", "6403", ("6403",)),
        ("mobile", "154 1717 0137", ("15417170137",)),
        ("mobile", "15417170137 15417170138", ("15417170137", "15417170138")),
        ("fax", "8049", ("8049",)),
    ],
)
def test_numbers_are_read_as_clerks_type_them(kind: str, text: str, numbers: tuple[str, ...]):
    assert read_numbers(kind, text) == numbers


def test_what_is_no_number_is_named():
    with pytest.raises(UserError) as fault:
        read_numbers("direct", "前台")
    assert refusal(fault.value) == ("direct", "“前台”不是直线号码。")


def test_an_entry_comes_back_from_its_texts():
    assert entry_of(flat(PERSON)) == PERSON
    shared = DirectoryEntry(
        3, None, "传真", (Number("fax", "057155518049"), Number("fax", "057155518050")), leader=True
    )
    assert entry_of(flat(shared)) == shared


def test_an_earlier_state_follows_from_what_changed_since():
    first, then = flat(PERSON), flat(PERSON.with_numbers("extension", ["8051"]))
    last = {**then, "room": "5 楼"}
    assert differences(first, then) == [Difference("extension", "8042", "8051")]
    assert before_all(last, [differences(then, last), differences(first, then)]) == first


def test_plain_data_name_texts_numbers_and_the_mark():
    entry = with_plain(DirectoryEntry(3, 7), {"extension": "8042", "room": "3 楼", "leader": True})
    assert entry == DirectoryEntry(3, 7, numbers=(Number("extension", "8042"),), room="3 楼", leader=True)
    with pytest.raises(UserError) as fault:
        with_plain(DirectoryEntry(3, 7), {"tel": "8042"})
    assert refusal(fault.value) == ("tel", "通讯录没有“tel”这一项。")

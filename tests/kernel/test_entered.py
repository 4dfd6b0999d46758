from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.entered import checked_line, checked_text, is_whole, plain
from desk_mailadmin.kernel.errors import UserError


def test_a_line_loses_line_ends_controls_and_bidirectional_marks() -> None:
    assert checked_line(" 张\x00三\u202e\r\n四\u2028五\t六\u00a0", "姓名") == "张三 四 五 六"


def test_lines_keep_their_ends_in_one_spelling() -> None:
    assert checked_text("一\r\n二\x0b三\u2029四 \n", "原因") == "一\n二\n三\n四"


@pytest.mark.parametrize("sign", ["\ud800", "\ufffe", "\uffff", "\ufdd0"])
@pytest.mark.parametrize("check", [checked_line, checked_text])
def test_half_characters_are_refused_beside_their_field(check, sign) -> None:
    with pytest.raises(UserError) as refused:
        check(f"张{sign}三", "姓名", "name")
    assert str(refused.value) == "姓名里有乱码，重新填写。"
    assert refused.value.field == "name"
    assert not is_whole(sign)


@pytest.mark.parametrize("count", [11, 1_000_000])
@pytest.mark.parametrize("check", [checked_line, checked_text])
def test_what_is_too_long_is_counted_not_cut(check, count) -> None:
    with pytest.raises(UserError) as refused:
        check("字" * count, "姓名", "name", 10)
    assert str(refused.value) == f"姓名最多 10 个字，现在有 {count} 个。"


def test_plain_data_give_texts_and_whole_numbers() -> None:
    assert [plain(value, "工号") for value in ("张", 8048, None)] == ["张", "8048", ""]


@pytest.mark.parametrize("value", [[], ["x"], {}, True, 1.5])
def test_plain_data_of_another_shape_are_refused(value: object) -> None:
    with pytest.raises(UserError, match="工号应当是文字。"):
        plain(value, "工号", "emp_no")


def test_names_rare_or_foreign_stay_as_they_are() -> None:
    assert checked_line("李䶮𠮷·阿不都 O'Brien, Seán 😀", "姓名") == "李䶮𠮷·阿不都 O'Brien, Seán 😀"


@given(st.text(max_size=300))
def test_what_was_checked_once_is_not_changed_again(text: str) -> None:
    if not is_whole(text):
        return
    kept = checked_line(text, "姓名")
    assert all(unicodedata.category(char) not in ("Cc", "Cf") for char in kept)
    assert checked_line(kept, "姓名") == kept
    assert checked_text(checked_text(text, "原因"), "原因") == checked_text(text, "原因")

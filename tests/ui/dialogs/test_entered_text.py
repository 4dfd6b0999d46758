from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.ui.dialogs.entered_text import LONG_LIMIT, entered_line, entered_lines


def test_a_line_loses_line_ends_nul_and_bidirectional_marks():
    assert entered_line("周\n文\x00博\u202e \u2028经理\ufeff\u200b").text == "周 文博  经理"


def test_a_line_over_its_limit_is_cut_and_the_rest_counted():
    entered = entered_line("字" * 70, 60)
    assert (entered.text, entered.cut) == ("字" * 60, 10)


def test_a_megabyte_in_a_line_is_cut_and_counted():
    entered = entered_line("x" * 1_000_000, 60)
    assert (len(entered.text), entered.cut) == (60, 999_940)


def test_several_lines_keep_their_line_ends_in_one_spelling():
    assert entered_lines("一\r\n二\r三\u2029四\x0b五  \n").text == "一\n二\n三\n四\n五"


def test_a_megabyte_of_lines_is_cut_at_the_cap():
    entered = entered_lines("x" * 1_000_000)
    assert (len(entered.text), entered.cut) == (LONG_LIMIT, 1_000_000 - LONG_LIMIT)


def test_rare_characters_of_names_stay():
    assert entered_line(" 李䶮𠮷·阿不都 ").text == "李䶮𠮷·阿不都"


@given(st.text(max_size=300))
def test_whatever_is_entered_nothing_invisible_remains_in_a_line(text):
    kept = entered_line(text).text
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs") for char in kept)
    assert entered_line(kept).text == kept

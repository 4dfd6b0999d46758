from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from desk_mailadmin.documents.cell_text import LONGEST, looks_like_formula, pasted_as_text, safe_text, sheet_name
from desk_mailadmin.documents.text_width import lines_of, width_of
from desk_mailadmin.kernel.errors import UserError


def test_what_breaks_a_workbook_is_shown_and_counted():
    assert safe_text("一\x0b二\ud800三\ufffe") == ("一\ufffd二\ufffd三\ufffd", 3)
    assert safe_text("一\r\n二\r三\t") == ("一\n二\n三\t", 0)


def test_every_character_there_is_can_be_written_and_read_again():
    book = Workbook()
    page = book.worksheets[0]
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for row, start in enumerate(range(0, len(everything), 16_000), 1):
        cell = page.cell(row, 1)
        cell.value = safe_text(everything[start : start + 16_000])[0]
        cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    assert load_workbook(io.BytesIO(out.getvalue()), read_only=True).worksheets[0].max_row == row


def test_a_text_longer_than_a_cell_is_refused_and_one_that_fits_is_not():
    assert safe_text("字" * LONGEST) == ("字" * LONGEST, 0)
    with pytest.raises(UserError, match="有 32768 个字，一格最多 32767 个"):
        safe_text("字" * (LONGEST + 1))
    with pytest.raises(UserError, match="一格最多"):
        safe_text("😀" * 16_384)


@pytest.mark.parametrize("text", ["=1", "+86", "-x", "@me", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"])
def test_what_a_spreadsheet_may_take_for_a_formula_is_known(text):
    assert looks_like_formula(text)
    assert not looks_like_formula("一" + text)


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("开户台账", (), "开户台账"),
        ("一/二:三*四?五[六]七\\八", (), "一_二_三_四_五_六_七_八"),
        ("", (), "表"),
        ("'引'", (), "引"),
        ("字" * 40, (), "字" * 31),
        ("汇总", ("汇总",), "汇总(2)"),
        ("History", (), "History(2)"),
        ("ABC", ("abc", "ABC(2)"), "ABC(3)"),
        ("字" * 31, ("字" * 31,), "字" * 28 + "(2)"),
    ],
)
def test_a_sheet_gets_a_name_excel_accepts(title, taken, name):
    assert sheet_name(title, taken) == name


@given(st.text())
def test_any_title_becomes_a_usable_name(title):
    name = sheet_name(title)
    assert 1 <= len(name) <= 31
    Workbook().create_sheet(name)


def test_widths_and_lines_follow_chinese_characters():
    assert width_of("国际业务部") == 5
    assert width_of("") == 0
    assert 6 < width_of("YJ-2026-0137") < 7
    assert lines_of("国际业务部", 5) == 1
    assert lines_of("国际业务部", 4) == 2
    assert lines_of("一\n\n三", 9) == 3


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("=1+1", "'=1+1"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("\u00a0@SUM(A1)", "'\u00a0@SUM(A1)"),
        ("+86 139", "'+86 139"),
        ("＝1", "'＝1"),
        ('"=1+1"', '\'"=1+1"'),
        ("-", "-"),
        ("—", "—"),
        ("", ""),
        ("国际业务部", "国际业务部"),
        ("a=1", "a=1"),
    ],
)
def test_what_is_pasted_into_a_spreadsheet_stays_text(text, pasted):
    assert pasted_as_text(text) == pasted

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.language.numbers import (
    email,
    extension,
    is_blank,
    landline,
    mobile,
    phone_number,
    shortened,
    staff_number,
    text_of_entry,
)


def kind(checked):
    return checked.fault and checked.fault.kind


@pytest.mark.parametrize(
    ("entry", "value", "fault"),
    [
        ("QY0001", "QY0001", None),
        ("QY０３７４", "QY0374", "empno-fullwidth"),
        ("qy0357", "QY0357", "empno-lower"),
        ("QY0274 ", "QY0274", "empno-space"),
        ("\u3000QY 02", "QY02", "empno-space"),
        (12.0, "12", None),
        (7, "7", None),
        ("0012", "0012", None),
        ("临003", "临003", None),
        ("1.2E+5", None, "empno-exponent"),
        ("张三", None, "empno-odd"),
        ("无", None, None),
        (None, None, None),
    ],
)
def test_staff_numbers(entry, value, fault):
    checked = staff_number(entry)
    assert (checked.value, kind(checked)) == (value, fault)
    if fault and value:
        assert checked.fault.repair == value


@pytest.mark.parametrize(
    ("entry", "value", "fault"),
    [
        ("15400007273", "15400007273", None),
        (15400007273, "15400007273", None),
        (13800000000.0, "13800000000", None),
        ("13800000000.0", "13800000000", None),
        ("1.3800000000E+10", "13800000000", None),
        ("154 0000 7273", "15400007273", None),
        ("154-0000-1039", "15400001039", None),
        ("154.0000.1039", "15400001039", None),
        ("+86 154-0000-1039", "15400001039", None),
        ("8615400001039", "15400001039", None),
        ("15400001039/154 0000 1039", "15400001039", None),
        ("１５４００００５０６３", "15400005063", "mobile-fullwidth"),
        ("15400002065/15400092065", None, "mobile-two"),
        ("15400002065 15400092065", None, "mobile-two"),
        ("15400002065、15400092065", None, "mobile-two"),
        ("1.38E+10", None, "mobile-exponent"),
        ("154000058810", None, "mobile-digits"),
        ("1540000367", None, "mobile-digits"),
        ("02154000058", None, "mobile-odd"),
        ("手机", None, "mobile-odd"),
        ("15400002065（微信同号）", "15400002065", "mobile-with-text"),
        ("0571-15400002065转", "15400002065", "mobile-with-text"),
        ("15400002065或15400092065", None, "mobile-two"),
        ("-", None, None),
        ("", None, None),
    ],
)
def test_mobiles(entry, value, fault):
    checked = mobile(entry)
    assert (checked.value, kind(checked)) == (value, fault)


def test_two_mobiles_offer_the_first_and_say_so():
    fault = mobile("15400002065/15400092065").fault
    assert fault.repair == "15400002065"
    assert fault.sentence == "一格里有 2 个手机号码：“15400002065/15400092065”，可先留第一个“15400002065”。"


def test_a_wrong_count_of_digits_is_said():
    assert mobile("154000058810").fault.sentence == "手机号码“154000058810”是 12 位，应为 11 位。"


@given(st.integers(10**9 * 13, 10**9 * 20 - 1))
def test_every_mobile_is_kept_digit_by_digit(number):
    assert mobile(float(number)).value == str(number) == mobile(str(number)).value


@pytest.mark.parametrize(
    ("entry", "value", "fault"),
    [
        ("8012", "8012", None),
        (8012.0, "8012", None),
        ("0012", "0012", None),
        ("转8012", "8012", None),
        ("分机：8012", "8012", None),
        ("８０１２", "8012", None),
        ("-", None, None),
        ("8", None, "extension-odd"),
        ("8012/8013", None, "extension-odd"),
    ],
)
def test_extensions(entry, value, fault):
    checked = extension(entry)
    assert (checked.value, kind(checked)) == (value, fault)


@pytest.mark.parametrize(
    ("entry", "value", "fault"),
    [
        ("(0571) 5551 0000", "0571-55510000", None),
        ("+86-21-55500000", "021-55500000", None),
        ("010 5550 0000", "010-55500000", None),
        ("0571-5550000", "0571-5550000", None),
        ("021-55500000", "021-55500000", None),
        ("55510000", "55510000", None),
        ("400-123-4567", "4001234567", None),
        ("95588", "95588", None),
        ("无", None, None),
        ("电话", None, "landline-odd"),
    ],
)
def test_landlines(entry, value, fault):
    checked = landline(entry)
    assert (checked.value, kind(checked)) == (value, fault)


@pytest.mark.parametrize(
    ("entry", "value", "fault"),
    [
        ("a.b@x.example", "a.b@x.example", None),
        ("A@X.example", "a@x.example", None),
        ("a＠x.example", "a@x.example", "email-fullwidth-at"),
        ("a b@x。example", "ab@x.example", "email-fullwidth-at"),
        ("a..b@x.example", None, "email-odd"),
        ("a@x", None, "email-odd"),
        ("x" * 65 + "@x.example", None, "email-odd"),
        ("暂无", None, None),
    ],
)
def test_addresses_in_cells(entry, value, fault):
    checked = email(entry)
    assert (checked.value, kind(checked)) == (value, fault)


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (None, ""),
        (True, "TRUE"),
        (False, "FALSE"),
        (1.5, "1.5"),
        (2.0, "2"),
        (1e300, "1e+300"),
        (float("nan"), "nan"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 8, 30), "2026-01-02 08:30:00"),
    ],
)
def test_cells_show_what_people_see(entry, text):
    assert text_of_entry(entry) == text


def test_shown_texts_are_short_and_steer_nothing():
    assert shortened("甲\n乙\u202e丙") == "甲 乙\ufffd丙"
    assert shortened("字" * 50) == "字" * 39 + "…"


@given(st.text())
def test_no_text_breaks_a_reader(text):
    for read in (staff_number, mobile, extension, landline, email):
        checked = read(text)
        assert checked.value is None or checked.value.strip()
        assert checked.fault is None or checked.fault.sentence
    assert is_blank("") is True


def test_what_is_no_telephone_number_is_none_to_keep():
    odd = phone_number("电话待定")
    assert (odd.value, odd.fault and odd.fault.kind) == (None, "landline-odd")
    short = phone_number("12345")
    assert short.value == "12345"
    wrong = phone_number("1234567890123")
    assert (wrong.value, wrong.fault and wrong.fault.kind) == (None, "landline-odd")
    assert phone_number("138 0000 0000").value == "13800000000"

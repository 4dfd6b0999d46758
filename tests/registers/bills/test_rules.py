"""When a month's bill is missed, and what may be entered of one."""

from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.bills.rules import Billed, BillEntry, checked_entry, checked_month, missing_bills

OCTOBER = Billed("2026-10", "电信", "operator", 7)


@pytest.mark.parametrize(
    ("bills", "today", "missing"),
    [
        ([], date(2026, 12, 3), []),
        ([OCTOBER], date(2026, 11, 30), []),
        ([OCTOBER], date(2026, 12, 1), [("2026-11", "电信")]),
        ([OCTOBER, Billed("2026-11", "电信", "operator")], date(2026, 12, 9), []),
        ([OCTOBER, Billed("2026-11", "联通", "operator")], date(2026, 12, 9), [("2026-11", "电信")]),
        ([OCTOBER, Billed("2026-10", "Asterisk", "pbx")], date(2026, 12, 9), [("2026-11", "电信"), ("2026-11", "Asterisk")]),
        ([Billed("2026-07", "电信", "operator")], date(2026, 12, 9), []),
        ([Billed("2026-12", "电信", "operator")], date(2027, 2, 3), [("2027-01", "电信")]),
    ],
)  # fmt: skip
def test_the_bill_of_the_month_before_is_missed_of_whoever_billed_lately(
    bills: list[Billed], today: date, missing: list[tuple[str, str]]
):
    assert [(one.month, one.operator) for one in missing_bills(bills, today, 3)] == missing


def test_nothing_is_missed_while_there_is_time():
    assert missing_bills([OCTOBER], date(2026, 12, 7), 10) == ()
    assert missing_bills([OCTOBER], date(2026, 12, 8), 10) != ()


def test_a_missing_bill_names_the_newest_there_is():
    (missing,) = missing_bills([OCTOBER, Billed("2026-09", "电信", "operator", 5)], date(2026, 12, 3), 3)
    assert (missing.last, missing.due, missing.is_pbx) == (7, date(2026, 12, 3), False)


def test_an_entry_is_trimmed_and_its_month_is_one():
    assert checked_entry(BillEntry(" 电信 ", " 2026-10 ", " x ")) == BillEntry("电信", "2026-10", "x")
    for month in ("", "2026", "2026-13", "2026-1", "202610", "2026-10-01", "十月"):
        with pytest.raises(UserError, match="写成 2026-10 这样"):
            checked_month(month)
    with pytest.raises(UserError, match="哪个运营商"):
        checked_entry(BillEntry("  ", "2026-10"))

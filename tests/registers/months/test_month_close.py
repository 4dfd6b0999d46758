"""A month is checked, closed with its workbook kept, exported again byte for byte, opened again with a reason (M14-6)."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from desk_mailadmin import month_close
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.month_checks import Weight, month_checks
from desk_mailadmin.month_close import close_month, export_closed, plan_close, reopen_month
from desk_mailadmin.monthly import Month, month_sheets
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from tests.registers.builders import TODAY, House, application
from tests.registers.charges.billed import november

NOVEMBER, DECEMBER = "2026-11", "2026-12"
LATE = date(2026, 11, 27)


def weights(house: House, month: str = NOVEMBER) -> dict[str, Weight]:
    return {check.key: check.weight for check in month_checks(house.office, month)}


def test_an_empty_month_is_in_order(house: House) -> None:
    assert {check.weight for check in month_checks(house.office, NOVEMBER)} <= {Weight.DONE, Weight.REMINDER}
    closing = close_month(house.office, NOVEMBER, reviewed_by="王志刚", approved_by="许静怡")
    assert (closing.closed_by, closing.reviewed_by, closing.approved_by) == ("周敏", "王志刚", "许静怡")
    assert closing.carried_out_fen == 0


def test_what_waits_for_a_signature_must_be_done_or_left_for_the_next_month(house: House) -> None:
    record = house.issued(occurred_on=LATE)
    assert weights(house)["issued"] is Weight.MUST
    with pytest.raises(UserError, match="处罚通知单待签收 1 份（CF-2026-0001"):
        close_month(house.office, NOVEMBER)
    assert not house.months.is_closed(NOVEMBER)
    assert plan_close(house.office, NOVEMBER).blocking(carry=True) == ()
    closing = close_month(house.office, NOVEMBER, carry=True)
    assert "CF-2026-0001" in closing.notes
    house.penalties.sign(record, TODAY)
    assert house.penalties.row(record).state == "signed"


def test_the_checks_name_drafts_appeals_reports_and_money_not_recorded(house: House) -> None:
    house.penalties.draft(PenaltyEntry(staff=house.person(), occurred_on=LATE, act="alarm_phone"))
    house.penalties.appeal(house.served(house.person("程思思"), occurred_on=LATE), TODAY, "冤枉")
    house.served(house.person("宋翔"), act="forward_unrelated", occurred_on=LATE)
    house.served(house.person("高丹"), occurred_on=LATE, first_month=NOVEMBER)
    house.opened(house.person("王婷"))
    found = weights(house)
    reminders = {"draft", "appealed", "hr", "deduction"}
    assert {key for key, weight in found.items() if weight is Weight.REMINDER} >= reminders
    assert found["numbers"] is found["balance"] is found["journal"] is Weight.DONE
    assert "未交回" in next(one.title for one in month_checks(house.office, DECEMBER) if one.key == "receipts")


def test_months_are_closed_in_their_order(house: House) -> None:
    house.served(occurred_on=LATE)
    house.served(house.person("程思思"))
    with pytest.raises(UserError, match="2026 年 11 月还没有月结"):
        close_month(house.office, DECEMBER)
    close_month(house.office, NOVEMBER)
    close_month(house.office, DECEMBER)
    with pytest.raises(UserError, match="2027 年 1 月还没有开始"):
        close_month(house.office, "2027-01")


def test_the_workbook_is_kept_and_exported_again_byte_for_byte(house: House, tmp_path: Path) -> None:
    house.served(occurred_on=LATE)
    closing = close_month(house.office, NOVEMBER)
    first, second = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    export_closed(house.office, NOVEMBER, first)
    house.served(house.person("程思思"))
    house.later(40)
    export_closed(house.office, NOVEMBER, second)
    assert first.read_bytes() == second.read_bytes()
    assert hashlib.sha256(first.read_bytes()).hexdigest() == closing.file_sha256
    assert load_workbook(first)["_meta"]["B1"].value.startswith("desk_mailadmin")
    texts = [str(cell.value) for row in load_workbook(first)["_meta"].iter_rows() for cell in row]
    assert closing.rows_sha256 in texts
    assert closing.journal_head[:16] in texts
    with pytest.raises(UserError, match="没有月结"):
        export_closed(house.office, DECEMBER, second)


def test_a_kept_workbook_that_was_changed_is_not_handed_out(house: House, tmp_path: Path) -> None:
    closing = close_month(house.office, NOVEMBER)
    kept = house.desk.attachments.path(closing.file_sha256)
    kept.chmod(0o600)
    kept.write_bytes(b"forged")
    with pytest.raises(EnvironmentFault, match="被改动或损坏"):
        export_closed(house.office, NOVEMBER, tmp_path / "一.xlsx")
    assert not (tmp_path / "一.xlsx").exists()


def test_closing_twice_changes_nothing(house: House) -> None:
    house.served(occurred_on=LATE)
    close_month(house.office, NOVEMBER)
    head, balance = house.desk.journal.head(), house.penalties.balance(NOVEMBER)
    with pytest.raises(UserError, match="已经月结"):
        close_month(house.office, NOVEMBER)
    assert house.desk.journal.head() == head
    assert house.penalties.balance(NOVEMBER) == balance
    assert len(house.months.closings()) == 1


def test_what_happens_after_the_closing_leaves_the_months_rows_as_they_were(house: House) -> None:
    record = house.served(occurred_on=LATE)
    house.served(house.person("程思思"), occurred_on=LATE)
    closing = close_month(house.office, NOVEMBER)
    balance = house.penalties.balance(NOVEMBER)
    house.penalties.pay_cash(record, 10_000, TODAY)
    house.penalties.reverse(record, TODAY, "记错", "王志刚")
    assert house.penalties.balance(NOVEMBER) == balance
    assert house.penalties.balance(DECEMBER).carried_in_fen == closing.carried_out_fen


def test_a_month_is_opened_again_only_with_a_reason_and_leaves_its_trace(house: House, tmp_path: Path) -> None:
    house.served(occurred_on=LATE)
    first = close_month(house.office, NOVEMBER)
    with pytest.raises(UserError, match="要写原因"):
        reopen_month(house.office, NOVEMBER, " ")
    reopen_month(house.office, NOVEMBER, "漏登一件")
    late = house.issued(house.person("程思思"), occurred_on=LATE)
    assert house.penalties.row(late).month == NOVEMBER
    house.penalties.sign(late, TODAY)
    second = close_month(house.office, NOVEMBER)
    assert second.rows_sha256 != first.rows_sha256 or second.new_fen != first.new_fen
    told = [(one.state, one.reopen_reason) for one in house.months.closings()]
    assert told == [("closed", ""), ("reopened", "漏登一件")]
    assert house.desk.attachments.read(first.file_sha256)
    export_closed(house.office, NOVEMBER, tmp_path / "二.xlsx")
    assert hashlib.sha256((tmp_path / "二.xlsx").read_bytes()).hexdigest() == second.file_sha256
    assert house.desk.check() == ()


def test_the_plan_says_what_will_be_produced(house: House) -> None:
    house.served(occurred_on=LATE)
    plan = plan_close(house.office, NOVEMBER)
    assert plan.balance.new_fen == 22_200
    assert plan.file_name.endswith("办公台账_2026-11.xlsx")
    assert {sheet.name for sheet in plan.sheets} == {one.name for one in month_sheets(house.office, Month(2026, 11))}
    assert not house.months.is_closed(NOVEMBER)


def test_the_plan_says_of_the_charges_what_they_come_to(house: House) -> None:
    november(house)
    charges = house.services["charges"]
    charges.compute(NOVEMBER)
    (plan,) = [one for one in plan_close(house.office, NOVEMBER).sheets if one.name == "话费台账"]
    assert plan.total_fen == charges.bills(NOVEMBER).fen == 38_300


def test_a_row_that_changes_while_the_workbook_is_written_stops_the_closing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.served(occurred_on=LATE)
    written = month_close.write_book

    def slowly(*args: Any) -> Any:
        found = written(*args)
        entry = replace(application(house.person("程思思"), "chengsisi@yunfan.example.com"), entered_on=LATE)
        house.applications.enter(entry)
        house.served(house.person("宋翔"), occurred_on=LATE)
        return found

    monkeypatch.setattr(month_close, "write_book", slowly)
    with pytest.raises(UserError, match="数据有变动"):
        close_month(house.office, NOVEMBER)
    assert not house.months.is_closed(NOVEMBER)
    assert list(house.desk.folder.glob("month-*")) == []

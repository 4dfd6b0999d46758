"""Mailboxes over their quota: when a notice may go out, and what the administrator may clear away (000/4.1)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.rules import months_before
from tests.registers.builders import DOMAIN, TODAY, House, new_house, refusal

NOTICE = {"mailbox": f"zhouwenbo@{DOMAIN}", "used_mb": 14, "counted_on": "2026-12-02", "self_by": "2026-12-14"}
CLEARED = {"done": "管理员已清理", "oldest": "2026-10-03", "removed": 312, "removed_list": "收件箱", "left_mb": 9}


@pytest.fixture
def house(tmp_path: Path) -> Any:
    made = new_house(tmp_path / "desk")
    staff = made.person("周文博", emp_no="A10417")
    made.mailbox(f"zhouwenbo@{DOMAIN}", staff=staff)
    yield made
    made.office.close()


def notice(house: House, **changes: object) -> int:
    staff = house.staff.numbered("A10417")
    assert staff is not None
    record = house.applications.enter(ApplicationEntry(staff, {**NOTICE, **changes}, "quota_notice"))
    for one in house.applications.signatures(record):
        house.applications.sign(record, one.role, TODAY, by=one.signer or "王明")
    return record


@pytest.mark.parametrize("used", [1, 10])
def test_no_notice_goes_out_for_a_mailbox_within_its_quota(house: House, used: int):
    with pytest.raises(UserError) as fault:
        notice(house, used_mb=used)
    assert refusal(fault.value) == ("used_mb", "没有超过这个邮箱的限额 10 MB，不用清理（邮件制度 4.1）。")


def test_the_mailbox_of_a_smaller_quota_is_measured_by_its_own(house: House):
    box = house.mailboxes.at(NOTICE["mailbox"])
    assert box is not None
    with house.desk.work("mailbox.quota") as work:
        house.mailboxes.set_quota_in(work, box, 5, reason="试用")
    assert house.applications.row(notice(house, used_mb=6)).state == "ready"


def test_a_day_of_counting_that_has_not_come_is_refused(house: House):
    with pytest.raises(UserError) as fault:
        notice(house, counted_on="2026-12-04")
    assert refusal(fault.value) == ("counted_on", "统计日期不能晚于 2026-12-03。")


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"oldest": "2026-10-04"}, "oldest", "删到日期不能晚于 2026-10-03。"),
        ({"left_mb": 11}, "left_mb", "还超过这个邮箱的限额 10 MB，没有清理完（邮件制度 4.1）。"),
        (
            {"done": "使用人已自行清理", "left_mb": 11},
            "left_mb",
            "还超过这个邮箱的限额 10 MB，没有清理完（邮件制度 4.1）。",
        ),
    ],
)
def test_only_mail_of_two_months_ago_goes_and_down_to_the_quota(house: House, changes: Any, field: str, words: str):
    record = notice(house)
    with pytest.raises(UserError) as fault:
        house.applications.carry_out(record, TODAY, {**CLEARED, **changes})
    assert refusal(fault.value) == (field, words)
    house.applications.carry_out(record, TODAY, CLEARED)
    assert house.applications.row(record).state == "opened"


def test_the_two_months_count_from_the_day_of_clearing(house: House):
    record = notice(house)
    house.clock.at += timedelta(days=5)
    with pytest.raises(UserError, match="2026-10-03"):
        house.applications.carry_out(record, TODAY, {**CLEARED, "oldest": "2026-10-05"})


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 12, 3), 2, date(2026, 10, 3)),
        (date(2026, 1, 31), 2, date(2025, 11, 30)),
        (date(2024, 4, 30), 2, date(2024, 2, 29)),
        (date(2026, 2, 1), 14, date(2024, 12, 1)),
    ],
)
def test_months_before_a_day(day: date, months: int, before: date):
    assert months_before(day, months) == before


def test_a_mailbox_deleted_since_is_neither_cleared_nor_changed(house: House):
    box = house.mailboxes.at(NOTICE["mailbox"])
    staff = house.staff.numbered("A10417")
    assert box is not None
    assert staff is not None
    fields = {
        "mailbox": NOTICE["mailbox"],
        "action": "变更容量",
        "cause": "工作需要",
        "quota_mb": 8,
        "reason": "调小。",
    }
    smaller = house.applications.enter(ApplicationEntry(staff, fields, "account_change"))
    house.sign_all(smaller)
    records = {notice(house): "清理", smaller: "办理"}
    for state in ("disabled", "deleted"):
        house.mailboxes.move(box, state, reason="离职", on=TODAY)
    for record, deed in records.items():
        completion = CLEARED if deed == "清理" else {}
        with pytest.raises(UserError, match=f"已经删除，不能{deed}；可以退回或作废"):
            house.applications.carry_out(record, TODAY, completion)
        assert house.applications.row(record).state == "ready"

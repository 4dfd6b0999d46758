"""Editions: opened, confirmed by every department, issued as they are, handed out by number."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.editions.rules import CONFIRM_DAYS, PERIOD_MONTHS, Confirmation, EditionEntry
from desk_mailadmin.registers.editions.service import MISSING
from tests.registers.builders import HEADQUARTERS, TODAY, House, refusal

from .filling import DUE, confirmed, editions, started, three_departments


def todos(house: House) -> list[tuple[str, str]]:
    found = register_of("editions").todos(editions(house), house.clock.today())
    return [(todo.title, todo.action) for todo in found]


def test_an_edition_asks_every_department_that_lists_people(house: House):
    departments = three_departments(house)
    house.departments.add(DepartmentEntry(HEADQUARTERS, "空的部"))
    house.listed(None, ("extension", "8099"), title="门卫", department=house.departments.named(1, "空的部"))
    records = started(house)
    rows = editions(house).rows(records)
    assert [row.department for row in rows] == departments
    assert [row.number for row in rows] == ["QR-2026-0001", "QR-2026-0002", "QR-2026-0003"]
    assert {row.edition for row in rows} == {"2026 年第四季度（第 15 版）"}
    assert editions(house).numbered("QR-2026-0002") == records[1]
    assert editions(house).numbered("QR-2026-0009") is None


def test_what_is_proposed_follows_settings_and_the_edition_before(house: House):
    assert editions(house).proposed() == EditionEntry(1, "2026 年第四季度", date(2026, 12, 10))
    house.decide(CONFIRM_DAYS, 1)
    house.decide(PERIOD_MONTHS, 1)
    three_departments(house)
    started(house, 15)
    assert editions(house).proposed() == EditionEntry(16, "2026 年 12 月", date(2026, 12, 4))


def test_no_second_edition_is_begun_while_one_is_worked_at(house: House):
    three_departments(house)
    started(house)
    with pytest.raises(UserError) as fault:
        started(house, 16)
    assert refusal(fault.value) == (None, "还有一版在编制，先发布那一版。")


def test_an_empty_directory_has_no_edition(house: House):
    with pytest.raises(UserError) as fault:
        started(house)
    assert refusal(fault.value) == (None, "通讯录里还没有人，先登记或导入。")
    assert editions(house).newest() is None
    assert editions(house).due_on() is None
    assert todos(house) == []


def test_every_head_says_whether_the_sheet_is_right(house: House):
    three_departments(house)
    first, second, third = started(house)
    service = editions(house)
    confirmed(house, [first])
    service.confirm(second, Confirmation(changed=True, by="孙志强", on=TODAY, note="8041 改为 8051"))
    assert [row.state for row in service.rows([first, second, third])] == ["unchanged", "changed", "pending"]
    assert service.row(second).progress == "孙志强　8041 改为 8051"
    assert (service.edition(1).confirmed, service.edition(1).missing) == (2, 1)
    assert [state.key for state in service.states().values()] == ["unchanged", "changed", "pending"]
    assert house.found("editions", "cwb") == []
    assert house.found("editions", "财务") == [second]
    assert house.found("editions", "szq") == [second]


def test_a_confirmation_is_taken_back_by_hand_or_undone(house: House):
    three_departments(house)
    first, *_others = started(house)
    confirmed(house, [first])
    house.desk.undo(house.desk.undoable()[0].seq)
    assert editions(house).row(first).state == "pending"
    assert house.found("editions", "lijianhua") == []
    confirmed(house, [first])
    editions(house).unconfirm(first)
    assert (editions(house).row(first).state, editions(house).row(first).confirmed_by) == ("pending", "")


def test_an_edition_is_issued_as_the_directory_stands(house: House):
    three_departments(house)
    records = started(house)
    confirmed(house, records)
    service = editions(house)
    edition = service.row(records[0]).edition_id
    assert service.snapshot(edition) == ""
    service.issue(edition, TODAY)
    kept = json.loads(service.snapshot(edition))
    assert [one["name"] for one in kept] == ["周文博", "会议室 3A", "孙志强", "韩雪"]
    house.directory.remove(kept[0]["id"], TODAY)
    assert len(json.loads(service.snapshot(edition))) == 4
    row = service.newest()
    assert row is not None
    assert (row.state, row.entries, row.issued_on, service.editing()) == ("issued", 4, TODAY, None)
    with pytest.raises(UserError) as fault:
        service.issue(edition, TODAY)
    assert refusal(fault.value) == (None, "2026 年第四季度（第 15 版）已经发布。")


@pytest.mark.parametrize("days", [-1, 1])
def test_the_day_of_issue_lies_between_the_beginning_and_today(house: House, days: int):
    three_departments(house)
    confirmed(house, started(house))
    with pytest.raises(UserError) as fault:
        editions(house).issue(1, TODAY + timedelta(days=days))
    assert refusal(fault.value) == ("on", "发布日期要在开始编制和今天之间。")


def test_departments_that_are_missing_are_asked_about_and_lapse_with_the_next_edition(house: House):
    three_departments(house)
    first, second, third = started(house)
    service = editions(house)
    confirmed(house, [first])
    with pytest.raises(NeedsConfirmation) as question:
        service.issue(1, TODAY)
    assert (question.value.key, str(question.value)) == (
        MISSING,
        "还有 2 个部门没有确认，制度要求每个部门都确认。仍然发布？",
    )
    service.issue(1, TODAY, (MISSING,))
    confirmed(house, [second])
    house.later(100)
    started(house, 16, house.clock.today())
    assert [row.state for row in service.rows([first, second, third])] == ["unchanged", "unchanged", "lapsed"]
    with pytest.raises(UserError) as fault:
        confirmed(house, [third], house.clock.today())
    assert str(fault.value) == "2026 年第四季度（第 15 版）已经过去，不能再确认。"


def test_today_says_who_is_missing_then_that_all_are_in_then_when_the_next_one_is_due(house: House):
    three_departments(house)
    assert todos(house) == [("通讯录该更新了", "start")]
    first, second, third = started(house)
    assert todos(house) == [("部门未确认通讯录", "print_sheets")] * 3
    assert editions(house).due_on() is None
    confirmed(house, [first, second])
    assert len(todos(house)) == 1
    confirmed(house, [third])
    assert todos(house) == [("通讯录待发布", "issue")]
    editions(house).issue(1, TODAY)
    assert todos(house) == []
    assert editions(house).due_on() == date(2027, 3, 3)
    house.later(90)
    assert todos(house) == [("通讯录该更新了", "start")]


def test_reminders_are_counted_and_what_is_late_says_so(house: House):
    three_departments(house)
    records = started(house, due_on=TODAY)
    house.later(1)
    editions(house).remind(records[:2], house.clock.today())
    row, other = editions(house).rows([records[0], records[2]])
    assert (row.reminded, row.reminded_on, row.late) == (1, date(2026, 12, 4), True)
    assert row.progress == "12-03 前确认，逾期 1 个工作日　催过 1 次"
    assert other.reminded == 0


def test_full_copies_are_numbered_and_each_holder_signs_a_receipt(house: House):
    three_departments(house)
    started(house)
    service = editions(house)
    copies = service.give_copies(1, [1, 2, 1])
    assert [(one.copy_no, one.name, one.receipt) for one in service.copies(1)] == [
        (1, "周文博", "HZ-2026-0001"),
        (2, "孙志强", "HZ-2026-0002"),
    ]
    receipt = house.receipts.row(service.copy(copies[1]).receipt_id or 0)
    assert (receipt.what, receipt.subject) == ("directory", "内部通讯录 2026 年第四季度 完整版　第 002 号")
    assert service.edition(1).copies == 2
    with pytest.raises(UserError) as fault:
        service.give_copies(1, [1])
    assert refusal(fault.value) == ("people", "没有要编号的人：选中的人已经有这一版的完整版。")
    service.give_copies(1, [1, 3])
    assert [one.copy_no for one in service.copies()] == [1, 2, 3]


def test_who_left_gets_no_copy_and_nobody_else_either(house: House):
    three_departments(house)
    started(house)
    house.staff.leave(2, TODAY)
    with pytest.raises(UserError) as fault:
        editions(house).give_copies(1, [1, 2])
    assert refusal(fault.value) == ("people", "孙志强已经离职，不能领完整版。")
    assert editions(house).copies() == []
    with pytest.raises(UserError) as many:
        editions(house).give_copies(1, list(range(1, 250)))
    assert refusal(many.value) == ("people", "一次最多 200 份，分几次发。")


def test_combos_offer_editions_and_branches_and_an_edition_is_chosen_for_print(house: House):
    three_departments(house)
    started(house)
    service = editions(house)
    assert [choice.title for choice in service.choices("edition")] == ["2026 年第四季度（第 15 版）　编制中"]
    assert [choice.title for choice in service.choices("branch")] == ["总部", "上海分公司"]
    assert len(service.keys(Query(segment="pending", filters={"branch": "2"}))) == 1
    service.pick("1")
    assert service.chosen == 1
    service.pick("")
    assert service.chosen is None


def test_an_export_is_journalled_but_not_of_a_desk_opened_to_be_read(house: House, monkeypatch: pytest.MonkeyPatch):
    editions(house).note_export("vcf", "full", 3)
    assert house.desk.journal.history("directory", 0)[0].text == "导出通讯录 vcf，完整版 3 条"
    monkeypatch.setattr(house.desk, "view_only", True)
    editions(house).note_export("vcf", "full", 4)
    assert len(house.desk.journal.history("directory", 0)) == 1


def test_the_panel_tells_edition_confirmation_and_copies(house: House):
    three_departments(house)
    first, *_others = started(house)
    editions(house).give_copies(1, [1])
    detail = editions(house).detail(first)
    facts = {fact.label: fact.value for fact in detail.facts}
    assert facts == {
        "版次": "2026 年第四季度（第 15 版）　编制中",
        "各部门": "已确认 0/3，还差 3 个",
        "负责人": "程思思",
        "本部门": "2 条",
        "完整版": "001 周文博",
    }
    assert [step.title for step in detail.steps] == ["打印确认单", "部门确认"]
    confirmed(house, [first])
    assert editions(house).detail(first).steps[1].note == "2026-12-03　李建华"


def test_the_directory_shows_progress_tiers_and_editions(house: House):
    three_departments(house)
    directory = house.directory
    assert (directory.progress(), directory.editions()) == (None, None)
    records = started(house)
    shown = directory.progress()
    assert shown is not None
    assert (shown.title, shown.done, shown.total, shown.note, shown.link) == (
        "部门确认",
        0,
        3,
        f"未确认 3 个，{DUE:%m-%d} 截止",
        "打印 3 份确认单",
    )
    picked = directory.editions()
    assert picked is not None
    assert picked.choices == (("1", "2026 年第四季度（编制中）"),)
    assert [tier.action for tier in directory.tiers()] == ["print_book", "print_full", "print_missing"]
    confirmed(house, records)
    shown = directory.progress()
    assert shown is not None
    assert (shown.done, shown.total, shown.action) == (3, 3, "")
    assert list(directory.confirmations()) == [row.department for row in editions(house).rows(records)]

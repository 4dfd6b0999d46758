from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.staff.form import hits
from tests.registers import counter as counters
from tests.registers.builders import DEPARTMENT, HEADQUARTERS, TODAY, House, person
from tests.registers.counter import Counter


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def fill_in(**values: Any) -> Callable[[Any], bool]:
    """Fill in an entry dialog and save; the preview that follows a slip is closed."""

    def answer(dialog: Any) -> bool:
        if not hasattr(dialog, "field"):
            dialog.reject()
            return False
        return counters.fill_in(**values)(dialog)

    return answer


def the_entry(house: House) -> Any:
    (record,) = house.directory.keys(Query())
    return house.directory.row(record)


def test_a_person_is_entered_with_department_and_extension_of_the_personnel_register(house: House, counter: Counter):
    (whose,) = hits([house.staff.row(house.person(extension="8042"))])
    counter.answer = fill_in(staff=whose, short="6403", direct="0571-5551 8042", room="3 楼 305")
    counter.do("directory", "new")
    row = the_entry(house)
    assert (row.name, row.dept, row.extension, row.short, row.direct) == (
        "周文博",
        DEPARTMENT,
        "8042",
        "6403",
        "057155518042",
    )
    assert counter.window.told == ["已保存 周文博"]
    assert counter.window.shown == [("directory", row.id)]


def test_a_shared_set_is_entered_by_its_title(house: House, counter: Counter):
    counter.answer = fill_in(title="会议室 3A", department="1", extension="8048、8049")
    counter.do("directory", "new")
    assert (the_entry(house).shown_name, the_entry(house).extension) == ("（会议室 3A）", "8048、8049")


def test_a_name_that_is_still_being_typed_is_no_fault(house: House, counter: Counter, qtbot: Any):
    """Only saving says that nobody was chosen: no error escapes a key that is pressed (pytest-qt would fail the test)."""
    fields: list[bool] = []

    def answer(dialog: Any) -> bool:
        staff = dialog.field("staff")
        qtbot.keyClicks(staff.edit, "zhou")
        fields.append(staff.check())
        staff.set_value(None)
        dialog.start_from_here()
        dialog.reject()
        return False

    counter.answer = answer
    counter.do("directory", "new")
    assert fields == [False]


def test_a_fault_stands_beside_its_field(house: House, counter: Counter):
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        saved = fill_in(title="前台", department="1", extension="前台")(dialog)
        seen.append(dialog.field("extension").message.text)
        return saved

    counter.answer = answer
    counter.do("directory", "new")
    assert seen == ["“前台”不是分机号码。"]
    assert house.directory.keys(Query()).tolist() == []


def test_an_ordinary_edit_takes_no_slip(house: House, counter: Counter):
    record = house.listed(house.person(), ("extension", "8042"))
    software = house.departments.add(DepartmentEntry(HEADQUARTERS, "软件部"))
    counter.answer = fill_in(room="5 楼", department=str(software))
    counter.do("directory", "edit", record)
    row = the_entry(house)
    assert (row.room, row.dept, row.slips) == ("5 楼", "软件部", 0)
    assert counter.titles == [f"变更　周文博（{DEPARTMENT}）"]
    assert counter.window.told == ["已保存 周文博"]


def test_a_number_that_is_only_added_proposes_no_slip(house: House, counter: Counter):
    record = house.listed(house.person(), ("extension", "8042"))
    proposed: list[bool] = []

    def answer(dialog: Any) -> bool:
        dialog.field("short").set_value("6403")
        proposed.append(dialog.field("slip").value())
        return fill_in()(dialog)

    counter.answer = answer
    counter.do("directory", "edit", record)
    assert proposed == [False]
    assert (the_entry(house).short, the_entry(house).slips) == ("6403", 0)


def test_a_changed_number_brings_a_slip_with_its_times_and_its_print(house: House, counter: Counter):
    record = house.listed(house.person(mobile="15417170137"), ("extension", "8051"))
    seen: list[tuple[bool, bool, str]] = []

    def answer(dialog: Any) -> bool:
        if not hasattr(dialog, "field"):
            return fill_in()(dialog)
        before = dialog.field("changed_at").is_asked
        dialog.field("extension").set_value("8042")
        seen.append((before, dialog.field("changed_at").is_asked, dialog.field("mobile").edit.placeholderText()))
        return fill_in(head_told_at="n", reason="工位调整")(dialog)

    counter.answer = answer
    counter.do("directory", "edit", record)
    assert seen == [(False, True, "15417170137")]
    (slip,) = house.directory.slips(record)
    assert (slip.what, slip.words, slip.slip.reason) == ("分机 8051 → 8042", "2 处没有通知", "工位调整")
    assert counter.window.told[0] == "已保存 周文博，号码变更单 BD-2026-0001"


def test_who_was_told_is_recorded_on_the_slip_that_waits(house: House, counter: Counter):
    record = house.listed(house.person(), ("extension", "8051"))
    counter.answer = fill_in(extension="8042")
    counter.do("directory", "edit", record)
    house.clock.at += timedelta(hours=1)
    counter.answer = fill_in(head_told_at="n")
    counter.do("directory", "told", record)
    begun: list[str] = []

    def answer(dialog: Any) -> bool:
        QApplication.processEvents()
        begun.extend(one.name for one in dialog.fields if one.has_focus())
        return fill_in(centre_told_at="n", contacts_told_at="n")(dialog)

    counter.answer = answer
    counter.do("directory", "told", record)
    assert begun == ["centre_told_at"], "the clerk begins with who was not told yet"
    assert house.directory.slip(1).words == "1 小时内通知到"
    assert counter.window.told[-1] == "BD-2026-0001：1 小时内通知到"
    counter.answer = fill_in(changed_at="明年")
    counter.do("directory", "told", record)
    assert house.directory.slip(1).words == "1 小时内通知到"


def test_a_slip_is_voided_with_a_reason_and_the_number_goes_back(house: House, counter: Counter):
    record = house.listed(house.person(), ("extension", "8051"))
    for number in ("8042", "8043"):
        counter.answer = fill_in(extension=number)
        counter.do("directory", "edit", record)
    counter.prompter.answers.extend(["2", "写错了"])
    counter.do("directory", "void_slip", record)
    assert the_entry(house).extension == "8042"
    assert counter.window.told[-1] == "BD-2026-0002 已作废"
    counter.prompter.answers.append("写错了")
    counter.do("directory", "void_slip", record)
    assert the_entry(house).extension == "8051"


def test_an_entry_is_restored_to_a_time_that_was_chosen(house: House, counter: Counter):
    record = house.listed(house.person(), ("extension", "8051"), room="3 楼")
    counter.answer = fill_in(room="4 楼", remark="转告前台")
    counter.do("directory", "edit", record)
    counter.kind = "只恢复位置"
    counter.answer = fill_in()
    counter.do("directory", "restore", record)
    assert (the_entry(house).room, the_entry(house).remark) == ("3 楼", "转告前台")
    counter.kind = ""
    counter.do("directory", "restore", record)
    assert (the_entry(house).room, the_entry(house).remark) == ("4 楼", "转告前台")


def test_an_entry_that_never_changed_has_nothing_to_go_back_to(house: House, counter: Counter):
    record = house.listed(house.person())
    counter.do("directory", "restore", record)
    assert counter.prompter.asked[-1][1] == "这一条登记以后没有改过。"


def test_entries_are_taken_out_put_back_and_ordered(house: House, counter: Counter):
    record = house.listed(house.person())
    other = house.listed(None, title="传真")
    counter.do("directory", "down", record)
    counter.do("directory", "up", record)
    assert [row.id for row in house.directory.entries_of(1)] == [record, other]
    counter.prompter.answers.append(TODAY)
    counter.do("directory", "remove", record)
    assert house.directory.state(record) == "removed"
    counter.do("directory", "put_back", record)
    assert house.directory.state(record) == "active"
    assert counter.window.told == [
        "已调整周文博的次序",
        "已调整周文博的次序",
        "已把周文博移出通讯录",
        "周文博又在通讯录里了",
    ]


def test_entries_follow_the_personnel_register_with_one_click(house: House, counter: Counter):
    left, moved = house.person("宋翔"), house.person("高丹")
    records = [house.listed(left), house.listed(moved)]
    house.staff.leave(left, TODAY)
    house.staff.edit(moved, person("高丹", dept="软件部"))
    for record in records:
        counter.do("directory", "follow", record)
    assert counter.window.told == ["宋翔已离职，移出通讯录", "高丹已随花名册调到软件部"]


def test_the_whole_directory_is_compared_and_follows(house: House, counter: Counter):
    staff = house.person("宋翔")
    house.listed(house.person("王婷"))
    counter.prompter.answers.append(True)
    counter.do("directory", "compare")
    assert house.directory.of_staff(staff) is not None
    counter.do("directory", "compare")
    assert counter.window.told == ["已按花名册更正 1 处", "通讯录与花名册一致"]


def test_a_scanned_slip_opens_its_entry_and_asks_who_was_told(house: House, counter: Counter):
    record = house.listed(house.person(), ("extension", "8051"))
    counter.answer = fill_in(extension="8042")
    counter.do("directory", "edit", record)
    counter.answer = fill_in(head_told_at="n")
    register = register_of("directory")
    assert register.scanned is not None
    register.scanned(counter.bench, record)
    assert counter.window.shown[-1] == ("directory", record)
    assert counter.titles[-1] == "登记通知"

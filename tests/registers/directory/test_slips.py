from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.directory.entries import moment_shown, read_moment
from desk_mailadmin.registers.directory.printed import slip_paper
from desk_mailadmin.registers.directory.rules import (
    NOTICE_HOURS,
    SlipEntry,
    checked_slip,
    is_late,
    slip_words,
    state_of_slip,
)
from tests.registers.builders import TODAY, House, person, refusal

AT = datetime(2026, 12, 3, 10, 20)
NOW = datetime(2026, 12, 3, 16, 0)


def told(*hours: float | None) -> SlipEntry:
    times = [AT + timedelta(hours=each) if each is not None else None for each in hours]
    return SlipEntry(AT, "", *times)


@pytest.mark.parametrize(
    ("slip", "now", "late", "state", "words"),
    [
        (told(1, 2, 5), NOW, False, "told", "5 小时内通知到"),
        (told(0, 0, 0.5), NOW, False, "told", "1 小时内通知到"),
        (told(-1, -1, -1), NOW, False, "told", "1 小时内通知到"),
        (told(1, 2, 5.1), NOW, True, "told", "超过 5 小时才通知到"),
        (told(1, 2, None), NOW, True, "open", "1 处没有通知，已超过 5 小时"),
        (told(1, 2, None), AT + timedelta(hours=5), False, "open", "1 处没有通知"),
        (told(None, None, None), AT, False, "open", "3 处没有通知"),
    ],
)
def test_five_hours_are_reckoned_from_the_change(slip: SlipEntry, now: datetime, late: bool, state: str, words: str):
    assert (is_late(slip, 5, now), state_of_slip(slip), slip_words(slip, 5, now)) == (late, state, words)


def test_a_time_that_has_not_come_is_refused():
    with pytest.raises(UserError) as fault:
        checked_slip(replace(told(1, None, None), centre_told_at=NOW + timedelta(minutes=1)), NOW)
    assert refusal(fault.value) == ("centre_told_at", "2026-12-03 16:01 还没有到。")
    assert checked_slip(SlipEntry(AT, " 工位调整 "), NOW).reason == "工位调整"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("10:20", AT),
        ("1020", AT),
        ("9：05", AT.replace(hour=9, minute=5)),
        ("今天 10:20", AT),
        ("昨天 1620", datetime(2026, 12, 2, 16, 20)),
        ("12-01 10:20", datetime(2026, 12, 1, 10, 20)),
        ("12月31日 10:20", datetime(2025, 12, 31, 10, 20)),
        ("2026-11-30 10:20", datetime(2026, 11, 30, 10, 20)),
        ("n", NOW),
        ("现在", NOW),
        ("  ", None),
    ],
)
def test_times_are_read_as_clerks_type_them(text: str, moment: datetime | None):
    assert read_moment(text, NOW, "changed_at") == moment


@pytest.mark.parametrize("text", ["下午", "25:00", "10:61", "13-45 10:20", "1"])
def test_what_is_no_time_is_named(text: str):
    with pytest.raises(UserError) as fault:
        read_moment(text, NOW, "changed_at")
    assert refusal(fault.value) == ("changed_at", f"“{text}”不是时间，写成 10:20 或 12-03 10:20，现在写 n。")


def test_times_are_shown_with_another_year():
    assert (moment_shown(AT, 2026), moment_shown(AT, 2027), moment_shown(None, 2026)) == (
        "12-03 10:20",
        "2026-12-03 10:20",
        "",
    )


def changed(house: House) -> int:
    record = house.listed(house.person(emp_no="A10417", post="客户经理"), ("extension", "8051"), ("short", "6403"))
    entry = replace(house.directory.entry(record).with_numbers("extension", ["8042"]), room="3 楼 305")
    assert house.directory.change(record, entry, SlipEntry(house.directory.now(), "工位调整")) == "BD-2026-0001"
    return record


def test_a_slip_changes_the_number_at_once_and_waits_until_all_three_are_told(house: House):
    record = changed(house)
    row = house.directory.row(record)
    assert (row.extension, row.room, row.slips, row.waiting) == ("8042", "3 楼 305", 1, 1)
    assert house.found("directory", "8042") == [record]
    (slip,) = house.directory.open_slips()
    assert (slip.number, slip.what, slip.words, slip.late) == (
        "BD-2026-0001",
        "分机 8051 → 8042",
        "3 处没有通知",
        False,
    )
    house.clock.at += timedelta(hours=3)
    now = house.directory.now()
    house.directory.told(slip.id, replace(slip.slip, head_told_at=now, centre_told_at=now))
    assert house.directory.slip(slip.id).words == "1 处没有通知"
    assert house.directory.counts(Query())["late"].count == 0
    house.clock.at += timedelta(hours=3)
    assert house.directory.slip(slip.id).late
    assert house.directory.counts(Query())["late"].count == 1
    house.directory.told(slip.id, replace(house.directory.slip(slip.id).slip, contacts_told_at=house.directory.now()))
    assert house.directory.open_slips() == []
    assert house.directory.slip(slip.id).words == "超过 5 小时才通知到"
    assert house.directory.counts(Query())["late"].count == 1
    assert house.directory.counts(Query())["waiting"].count == 0


def test_a_slip_nobody_was_told_of_is_counted_as_late_as_soon_as_the_hours_are_over(house: House):
    record = changed(house)
    (slip,) = house.directory.open_slips()
    house.clock.at += slip.due_at - house.directory.now()
    assert (house.directory.slip(slip.id).late, house.directory.counts(Query())["late"].count) == (False, 0)
    house.clock.at += timedelta(minutes=1)
    assert house.directory.slip(slip.id).late
    assert list(house.directory.keys(Query(segment="late"))) == [record]
    house.directory.void_slip(1, "写错")
    assert list(house.directory.keys(Query(segment="late"))) == []


def test_the_hours_are_those_in_force_on_the_day_of_the_change(house: House):
    house.decide(NOTICE_HOURS, 2)
    record = changed(house)
    (slip,) = house.directory.slips(record)
    assert slip.due_at - slip.slip.changed_at == timedelta(hours=2)


def test_what_changes_no_number_takes_no_slip(house: House):
    record = house.listed(house.person(), ("extension", "8051"))
    with pytest.raises(UserError) as fault:
        house.directory.change(record, house.directory.entry(record), SlipEntry(house.directory.now()))
    assert str(fault.value) == "号码没有变，不用开号码变更单。"


def test_a_void_slip_keeps_its_number_and_the_old_number_comes_back(house: House):
    record = changed(house)
    with pytest.raises(UserError):
        house.directory.void_slip(1, " ")
    house.directory.void_slip(1, "工位没有调")
    row = house.directory.row(record)
    assert (row.extension, row.room, row.slips) == ("8051", "3 楼 305", 0)
    slip = house.directory.slip(1)
    assert (slip.number, slip.state, slip.words, slip.late, slip.void_reason) == (
        "BD-2026-0001",
        "void",
        "作废",
        False,
        "工位没有调",
    )
    for again in (lambda: house.directory.void_slip(1, "再作废"), lambda: house.directory.told(1, slip.slip)):
        with pytest.raises(UserError):
            again()


def test_a_void_slip_leaves_a_number_alone_that_changed_again(house: House):
    record = changed(house)
    house.directory.edit(record, house.directory.entry(record).with_numbers("extension", ["8099"]))
    house.directory.void_slip(1, "写错")
    assert house.directory.row(record).extension == "8099"


def test_who_was_told_can_be_taken_back_and_the_slip_cannot(house: House):
    changed(house)
    slip = house.directory.slip(1).slip
    house.directory.told(1, replace(slip, head_told_at=slip.changed_at))
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.directory.slip(1).words == "3 处没有通知"
    assert "directory.change" not in {entry.text for entry in house.desk.undoable()}


def test_a_slip_is_found_by_its_number(house: House):
    record = changed(house)
    assert house.directory.numbered("BD-2026-0001") == record
    assert house.directory.numbered("BD-2026-0002") is None


def test_the_notice_says_what_changed_and_who_must_hear_of_it(house: House):
    changed(house)
    paper = slip_paper(house.directory, 1)
    pdf = house.office.papers.drawing(paper)
    assert (paper.number, paper.data["hours"], paper.data["head"], paper.data["clerk"]) == (
        "BD-2026-0001",
        "5",
        "程思思",
        "周敏",
    )
    assert paper.data["rows"] == [{"kind": "分机", "old": "8051", "new": "8042"}]
    assert pdf.sheet([1]).pages == 1


# history and restoring


def test_an_entry_can_go_back_to_any_earlier_time_as_a_whole_or_in_one_thing(house: House):
    directory = house.directory
    record = house.listed(house.person(), ("extension", "8051"), room="3 楼")
    first = directory.entry(record)
    directory.edit(record, replace(first.with_numbers("extension", ["8042"]), room="4 楼"))
    second = directory.entry(record)
    directory.edit(record, replace(second, room="5 楼", remark="转告前台"))
    last, change, _made = directory.past(record)
    assert directory.before(record, change.seq) == first
    assert directory.before(record, last.seq) == second
    assert directory.before(record, change.seq, "room") == replace(second, room="3 楼", remark="转告前台")
    assert directory.past(record)[-1].is_first


def test_history_is_put_in_words(house: House):
    directory = house.directory
    staff = house.person()
    record = house.listed(staff, leader=True)
    assert [directory.worded(*each) for each in (
        ("department", "1"), ("staff", str(staff)), ("leader", "1"), ("leader", ""), ("state", "removed"),
        ("direct", "057155511001"), ("room", "3 楼"), ("department", ""),
    )] == ["国际业务部", "周文博", "是", "否", "已移出", "0571-55511001", "3 楼", ""]  # fmt: skip
    assert record


# comparison with the personnel register


def behind(house: House) -> list[tuple[str, str]]:
    return [(each.follow.value, house.staff.row(each.staff).name) for each in house.directory.behind()]


def test_entries_follow_one_by_one_and_all_at_once(house: House):
    left, moved, new = house.person("宋翔"), house.person("高丹"), house.person("王婷", extension="8061")
    records = [house.listed(left, ("extension", "8001")), house.listed(moved)]
    house.staff.leave(left, TODAY)
    house.staff.edit(moved, person("高丹", dept="软件部"))
    assert behind(house) == [("left", "宋翔"), ("moved", "高丹"), ("missing", "王婷")]
    assert house.directory.follow(records[0]) == "left"
    assert house.directory.state(records[0]) == "removed"
    assert house.directory.follow(records[1]) == "moved"
    assert house.directory.row(records[1]).dept == "软件部"
    with pytest.raises(UserError):
        house.directory.follow(records[1])
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.directory.follow_all([new]) == 2
    assert behind(house) == []
    entered = house.directory.of_staff(new)
    assert entered is not None
    assert house.directory.row(entered).extension == "8061"
    house.desk.undo(house.desk.undoable()[0].seq)
    assert behind(house) == [("moved", "高丹"), ("missing", "王婷")]


def test_an_extension_that_is_none_is_left_out(house: House):
    staff = house.person(extension="前台转")
    assert house.directory.proposed(staff).numbers == ()


def test_today_says_which_numbers_wait_and_which_entries_must_follow(house: House):
    directory, register = house.directory, register_of("directory")
    staff = house.person("宋翔", emp_no="A1")
    house.person("王婷")
    assert register.todos(directory, TODAY) == [], "a directory that was never begun is behind with nobody"
    record = house.listed(staff, ("extension", "8051"))
    directory.change(record, directory.entry(record).with_numbers("extension", ["8042"]), SlipEntry(directory.now()))
    house.staff.leave(staff, TODAY)
    slip, follow, missing = register.todos(directory, TODAY)
    assert (slip.number, slip.action, slip.clause) == ("BD-2026-0001", "told", "002/4.五.1")
    assert (follow.action, follow.action_title, follow.record) == ("follow", "移出通讯录", record)
    assert (missing.action, missing.text) == ("compare", "在职而不在通讯录 1 人：王婷")


def test_many_who_left_are_told_in_one_line_after_the_first(house: House):
    people = [house.person(f"宋{n}", emp_no=f"A{n}") for n in range(14)]
    for each in people:
        house.listed(each)
        house.staff.leave(each, TODAY)
    todos = register_of("directory").todos(house.directory, TODAY)
    assert [todo.action for todo in todos] == ["follow"] * 12 + ["compare"]
    assert todos[-1].text.startswith("还有 2 人离职或调动：")


# lines


def test_an_entry_shows_the_rights_and_state_of_the_line_its_number_belongs_to(house: House):
    record = house.listed(house.person(), ("extension", "8042"), ("direct", "057155518042"))
    assert (house.directory.row(record).line, house.directory.row(record).line_state) == (None, "none")
    line = house.line("8042", number="057155511042")
    row = house.directory.row(record)
    assert (row.line, row.line_state, row.rights) == (line, "active", house.lines.row(line).rights_keys)
    other = house.line("8099", number="057155518042")
    assert [each.id for each in house.directory.lines_of(record)] == [line, other]
    house.lines.stop(line, TODAY, reason="欠费")
    assert house.directory.row(record).line_state == "stopped"
    house.lines.remove(line, TODAY)
    assert house.directory.row(record).line == other


def test_a_fixed_number_gets_the_area_code_of_its_branch(house: House):
    house.line("8042", number="057155511042")
    record = house.listed(house.person(), ("direct", "55518042"))
    assert house.directory.row(record).direct == "057155518042"
    assert house.found("directory", "5551") == [record]


def test_the_list_is_narrowed_by_segment_and_department(house: House):
    shared = house.listed(None, title="传真")
    assert list(house.directory.keys(Query(segment="shared", filters={"dept": "1"}))) == [shared]
    assert list(house.directory.keys(Query(segment="shared", filters={"branch": "2"}))) == []

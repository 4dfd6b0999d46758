from datetime import date

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.lines.rules import rights_up_to
from desk_mailadmin.registers.longdistance.register import REGISTER
from desk_mailadmin.registers.longdistance.service import PRIVATE, REVIEWED, UNALLOWED, Slip
from tests.registers.builders import HEADQUARTERS, TODAY, House
from tests.registers.long_distance import BEYOND, bill, call, entry, log_of, whose


@pytest.fixture
def staff(house: House) -> int:
    return house.person(emp_no="A10417")


@pytest.fixture
def line(house: House, staff: int) -> int:
    return house.line("8001", number="057155511001", staff=staff, rights=rights_up_to("domestic"))


def states(house: House) -> list[tuple[str, str]]:
    log = log_of(house)
    return [(row.state, row.from_at) for row in log.rows(log.keys(Query(sort="on")))]


def test_an_entry_waits_for_its_bill_and_agrees_with_it(house: House, staff: int, line: int):
    record = log_of(house).enter(entry(line, staff))
    assert log_of(house).row(record).state == "open"
    of = bill(house)
    call(house, of, **whose(house, line))
    log_of(house).check("2026-12")
    row = log_of(house).row(record)
    assert (row.state, row.seconds, row.fee_fen, row.standing) == ("ok", 62, 56, "right")
    assert (row.user, row.dept, row.extension, row.called) == ("周文博", "国际业务部", "8001", "01055501797")


def test_a_bill_of_other_numbers_judges_nothing(house: House, staff: int, line: int):
    record = log_of(house).enter(entry(line, staff))
    bill(house, "2026-12", "02155511105")
    log_of(house).check("2026-12")
    assert log_of(house).row(record).state == "open"


def test_a_billed_call_nobody_logged_stands_in_the_list_until_it_is_logged(house: House, staff: int, line: int):
    call(house, bill(house), **whose(house, line))
    log_of(house).check("2026-12")
    assert states(house) == [("unlogged", "10:00")]
    (record,) = log_of(house).keys(Query(segment="unlogged"))
    filled = replace(log_of(house).entry(record), callee="海关", purpose="发货确认", result="已确认")
    assert (filled.staff, filled.line, filled.called) == (staff, line, "01055501797")
    log_of(house).enter(filled)
    assert states(house) == [("ok", "10:00")]


def test_deleting_an_entry_brings_the_call_back_and_undo_the_entry(house: House, staff: int, line: int):
    call(house, bill(house), **whose(house, line))
    record = log_of(house).enter(entry(line, staff))
    log_of(house).drop(record)
    assert states(house) == [("unlogged", "10:00")]
    (last, *_others) = house.desk.undoable()
    house.desk.undo(last.seq)
    assert states(house) == [("ok", "10:00")]


def test_undoing_an_entry_leaves_the_call_unlogged(house: House, staff: int, line: int):
    call(house, bill(house), **whose(house, line))
    log_of(house).enter(entry(line, staff))
    house.desk.undo(house.desk.undoable()[0].seq)
    assert states(house) == [("unlogged", "10:00")]


def test_changing_an_entry_checks_it_again(house: House, staff: int, line: int):
    call(house, bill(house), **whose(house, line))
    record = log_of(house).enter(entry(line, staff, to_at="10:30"))
    assert log_of(house).row(record).details == ("起讫时间不符",)
    log_of(house).edit(record, entry(line, staff))
    assert log_of(house).row(record).state == "ok"


@pytest.mark.parametrize(
    ("field", "value"),
    [("callee", ""), ("from_at", ""), ("to_at", " "), ("purpose", ""), ("result", ""), ("called", ""), ("called", "海关"),
     ("from_at", "九点多")],
)  # fmt: skip
def test_the_five_fields_are_mandatory(house: House, staff: int, line: int, field: str, value: str):
    with pytest.raises(UserError) as refused:
        log_of(house).enter(entry(line, staff, **{field: value}))
    assert refused.value.field == field


def test_set_user_and_day_are_mandatory_too(house: House, staff: int, line: int):
    for changes, field in (
        ({"line": None}, "line"),
        ({"staff": None}, "staff"),
        ({"on_day": date(2027, 1, 1)}, "on_day"),
    ):
        with pytest.raises(UserError) as refused:
            log_of(house).enter(replace(entry(line, staff), **changes))
        assert refused.value.field == field


def test_a_private_call_is_asked_about_and_flagged(house: House, staff: int, line: int):
    with pytest.raises(NeedsConfirmation) as asked:
        log_of(house).enter(entry(line, staff, private=True))
    assert asked.value.key == PRIVATE
    record = log_of(house).enter(entry(line, staff, private=True), {PRIVATE})
    assert list(log_of(house).keys(Query(segment="unallowed"))) == [record]


def test_who_may_not_ring_without_approval_is_asked_about(house: House):
    staff, line = house.person(rank="员工"), house.line("8009", rights=rights_up_to("local"))
    with pytest.raises(NeedsConfirmation) as asked:
        log_of(house).enter(entry(line, staff))
    assert asked.value.key == UNALLOWED
    assert log_of(house).row(log_of(house).enter(entry(line, staff), {UNALLOWED})).standing == "none"
    assert log_of(house).row(log_of(house).enter(entry(line, staff, approver="王志刚"))).standing == "told"
    manager = house.person("王志刚", rank="经理")
    assert log_of(house).row(log_of(house).enter(entry(line, manager))).standing == "rank"


def test_an_approved_slip_of_that_day_allows_the_call_and_is_noted(house: House):
    staff, line = house.person(rank="员工"), house.line("8009")
    log_of(house).slips = lambda first, _last: [Slip("CT-2026-0001", 1, "周文博", staff, "8009", first)]
    row = log_of(house).row(log_of(house).enter(entry(line, staff)))
    assert (row.standing, row.approval) == ("slip", "CT-2026-0001")
    other = house.line("8010")
    with pytest.raises(NeedsConfirmation):
        log_of(house).enter(entry(other, staff))


def test_a_months_sheet_is_handed_in_and_reviewed(house: House, staff: int, line: int):
    unit = house.branches.named(HEADQUARTERS) or 0
    log_of(house).enter(entry(line, staff, on_day=date(2026, 11, 20)))
    (todo,) = REGISTER.todos(log_of(house), TODAY)
    assert (todo.action, todo.due, todo.clause) == ("hand_in", date(2026, 12, 5), "002/5.四(一)")
    log_of(house).hand_in("2026-11", unit, date(2026, 12, 2), "程思思")
    (todo,) = REGISTER.todos(log_of(house), TODAY)
    assert todo.action == "review"
    with pytest.raises(UserError, match="早于交表日期"):
        log_of(house).review("2026-11", unit, date(2026, 12, 1), "王志刚")
    with pytest.raises(UserError, match="由谁核阅"):
        log_of(house).review("2026-11", unit, TODAY, " ")
    log_of(house).review("2026-11", unit, TODAY, "王志刚", "同意")
    assert REGISTER.todos(log_of(house), TODAY) == []
    held = log_of(house).review_of("2026-11", unit)
    assert held is not None
    assert (held.reviewed_on, held.reviewed_by, held.remark) == (TODAY, "王志刚", "同意")


def test_a_reviewed_month_is_not_changed_without_a_word(house: House, staff: int, line: int):
    unit = house.branches.named(HEADQUARTERS) or 0
    record = log_of(house).enter(entry(line, staff, on_day=date(2026, 11, 20)))
    log_of(house).review("2026-11", unit, TODAY, "王志刚")
    with pytest.raises(NeedsConfirmation) as asked:
        log_of(house).edit(record, entry(line, staff, on_day=date(2026, 11, 20), result="已办"))
    assert asked.value.key == REVIEWED
    with pytest.raises(NeedsConfirmation):
        log_of(house).drop(record)


def test_a_key_that_is_out_stands_in_today(house: House):
    log_of(house).keys_out = lambda: [Slip("CT-2026-0001", 4, "周文博", 1, "8009", TODAY, key_out=True, key_at="09:10")]
    (todo,) = REGISTER.todos(log_of(house), TODAY)
    assert (todo.register, todo.record, todo.action, todo.clause) == ("applications", 4, "end", "002/1.五")
    assert "8009" in todo.text


def test_plain_data_enter_a_call(house: House, staff: int, line: int):
    data = {
        "on": "2026-12-01", "emp_no": "A10417", "extension": "8001", "callee": "海关", "number": "01055501797",
        "from": "1000", "to": "10:01", "reason": "发货确认", "result": "已确认",
    }  # fmt: skip
    assert REGISTER.records["longdistance"](log_of(house), data) == "2026-12-01 10:00 周文博 01055501797"
    for wrong, field in (({"emp_no": "Z9"}, "emp_no"), ({"on": "昨天"}, "on"), ({"color": "red"}, "color")):
        with pytest.raises(UserError) as refused:
            REGISTER.records["longdistance"](log_of(house), {**data, **wrong})
        assert refused.value.field == field


def test_the_last_entry_is_what_ctrl_d_copies(house: House, staff: int, line: int):
    assert log_of(house).last_entry() is None
    log_of(house).enter(entry(line, staff), BEYOND)
    last = log_of(house).last_entry()
    assert last is not None
    assert (last.callee, last.purpose) == ("海关", "发货确认")


def test_a_call_nobody_logged_cannot_be_changed_or_deleted(house: House, line: int):
    call(house, bill(house), **whose(house, line))
    log_of(house).check("2026-12")
    (record,) = log_of(house).keys(Query(segment="unlogged"))
    with pytest.raises(UserError, match="补登"):
        log_of(house).drop(record)


def test_a_day_written_otherwise_and_one_to_come_are_refused(house: House, staff: int, line: int):
    log = log_of(house)
    with pytest.raises(UserError) as odd:
        log.entry_from({"on": "12月3日", "user": "周文博", "extension": "8001"})
    with pytest.raises(UserError) as odd:
        log.entry_from({"on": "12月3日", "emp_no": "A10417", "extension": "8001"})
    assert str(odd.value) == "日期“12月3日”应写成 2026-12-03 这样。"
    branch = house.staff.branch_of(staff)
    with pytest.raises(UserError) as early:
        log.hand_in("2026-11", branch, date(2026, 12, 31), "周文博")
    assert str(early.value) == "日期 2026-12-31 还没有到。"


def test_the_columns_of_a_log_are_remembered_by_its_headings(house: House):
    log = log_of(house)
    assert log.remembered_mapping(["日期", "谁打的"]) is None
    log.remember_mapping(["日期", "谁打的"], {"谁打的": "name"}, TODAY)
    assert log.remembered_mapping(["日期", "谁打的"]) == {"谁打的": "name"}

"""Out and back: days, reminders, refusals with a witness, losses, things given back, signatures taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.receipts.entries import HandOver
from desk_mailadmin.registers.receipts.printed import reminder_papers
from desk_mailadmin.registers.receipts.rules import WITNESS
from desk_mailadmin.registers.receipts.table import next_step
from tests.registers.builders import BRANCH, TODAY, House, refusal


def handed(house: House, *names: str, **changes: Any) -> list[int]:
    """A notice, or as ``changes`` say, in the hands of these people since today."""
    people = tuple(house.person(name) for name in names)
    records = house.receipts.enter(HandOver(**{"what": "notice", "subject": "通知", "people": people, **changes}))
    house.receipts.hand_over_all(records, house.clock.today())
    return records


def device(house: House, **changes: Any) -> int:
    """A walkie-talkie, signed for."""
    (record,) = handed(house, "周文博", what="device", subject="对讲机 SN 1234", **changes)
    house.receipts.sign(record, house.clock.today())
    return record


def todos(house: House) -> list[tuple[str, str, str, str]]:
    found = register_of("receipts").todos(house.receipts, house.clock.today())
    return [(todo.title, todo.text, todo.clause, todo.action) for todo in found]


def test_days_out_are_working_days_while_the_sheet_is_away(house: House):
    (record,) = handed(house, "周文博")
    assert house.receipts.row(record).days_out == 0
    house.later(4)
    row = house.receipts.row(record)
    assert (row.days_out, row.late) == (2, False)
    house.later(7)
    row = house.receipts.row(record)
    assert (row.days_out, row.late) == (7, True)
    house.receipts.sign(record, house.clock.today())
    assert house.receipts.row(record).days_out is None


def test_the_list_can_be_ordered_by_the_days_since_it_was_sent(house: House):
    (old,) = handed(house, "周文博")
    house.later(5)
    (new,) = handed(house, "程思思")
    assert list(house.receipts.keys(Query(segment="away", sort="days_out"))) == [new, old]
    assert list(house.receipts.keys(Query(segment="away", sort="days_out", descending=True))) == [old, new]
    (unsent,) = house.receipts.enter(HandOver("notice", "没送的通知", (house.person("王婷"),)))
    assert list(house.receipts.keys(Query(sort="days_out", descending=True))) == [old, new, unsent], "longest out first"


def test_the_order_by_days_out_needs_no_sorting(house: House):
    source = house.receipts._SqlListing__source
    order = source.order_by(Query(sort="days_out", descending=True))
    sql = f"EXPLAIN QUERY PLAN SELECT receipt.id FROM receipt ORDER BY {order}"  # noqa: S608  (our own SQL)
    plan = house.desk.database.execute_sql(sql)
    told = " ".join(str(line[-1]) for line in plan.fetchall())
    assert "receipt_by_days" in told


def test_what_is_away_is_what_was_sent_and_not_ended(house: House):
    sent, lost, refused, signed = handed(house, "周文博", "程思思", "高丹", "宋翔")
    house.receipts.enter(HandOver("notice", "没送的通知", (house.person("王婷"),)))
    house.receipts.lose(lost, TODAY, "途中遗失")
    house.receipts.refuse(refused, TODAY, "不收", "李强")
    house.receipts.sign(signed, TODAY)
    assert list(house.receipts.keys(Query(segment="away"))) == [sent]


def test_a_refusal_without_a_witness_is_not_taken_unless_decided(house: House):
    (record,) = handed(house, "周文博")
    with pytest.raises(UserError) as fault:
        house.receipts.refuse(record, TODAY, "不收")
    assert refusal(fault.value) == ("witness", "拒签要写见证人是谁。")
    house.decide(WITNESS, value=False)
    house.receipts.refuse(record, TODAY, "不收")
    assert house.history("receipt", record)[0] == "拒签：不收"


def test_the_witness_stands_in_panel_list_and_history(house: House):
    (record,) = handed(house, "周文博")
    house.receipts.refuse(record, TODAY, "不同意第二条", "程思思")
    facts = {fact.label: fact.value for fact in house.receipts.detail(record).facts}
    assert (facts["原因"], facts["见证人"]) == ("不同意第二条", "程思思")
    assert house.receipts.row(record).progress == "不同意第二条（见证 程思思）"
    assert house.history("receipt", record)[0] == "拒签：不同意第二条　见证人 程思思"
    assert [row.id for row in house.receipts.refused_between(TODAY, TODAY)] == [record]


def test_losses_are_counted_and_the_days_start_anew(house: House):
    (record,) = handed(house, "周文博")
    house.later(5)
    house.receipts.lose(record, house.clock.today(), "途中遗失")
    assert todos(house) == [("回执遗失", f"周文博（国际业务部）　{house.clock.today():%m-%d} 遗失，重新送出　通知",
                             "004/第十八条", "replace")]  # fmt: skip
    house.receipts.replace_lost(record, house.clock.today())
    house.receipts.hand_over(record, house.clock.today())
    row = house.receipts.row(record)
    assert (row.number, row.lost_times, row.days_out) == ("HZ-2026-0001", 1, 0)
    house.receipts.lose(record, house.clock.today(), "又丢了")
    assert house.receipts.row(record).lost_times == 2
    facts = {fact.label: fact.value for fact in house.receipts.detail(record).facts}
    assert facts["遗失"] == f"2 次，最近 {house.clock.today():%m-%d}"


def test_a_reminder_is_noted_with_every_receipt_it_lists(house: House):
    records = handed(house, "周文博", "程思思")
    house.later(11)
    house.receipts.remind(records, house.clock.today())
    house.receipts.remind(records[:1], house.clock.today())
    assert [row.reminded for row in house.receipts.rows(records)] == [2, 1]
    facts = {fact.label: fact.value for fact in house.receipts.detail(records[0]).facts}
    assert facts["催交"] == "催过 2 次，最近 12-14"
    assert house.history("receipt", records[0])[:2] == ["第 2 次催交", "第 1 次催交"]


def test_reminders_are_one_sheet_a_department_with_days_and_counts(house: House):
    own = handed(house, "周文博", "程思思")
    (other,) = house.receipts.enter(HandOver("notice", "通知", (house.person("高丹", branch=BRANCH, dept="销售部"),)))
    house.receipts.hand_over(other, TODAY)
    house.later(11)
    rows = house.receipts.rows([own[0], other, own[1]])
    first, second = reminder_papers(rows, house.clock.today(), house.clock.today() + timedelta(days=3))
    assert (first.data["dept"], first.data["count"], second.data["dept"]) == (
        "总部　国际业务部",
        "2",
        f"{BRANCH}　销售部",
    )
    assert [line["name"] for line in first.data["rows"]] == ["周文博", "程思思"]
    assert first.data["rows"][0] == {
        "place": "1", "number": "HZ-2026-0001", "name": "周文博", "matter": "通知", "handed_on": "2026-12-03",
        "due_on": "2026-12-10", "days": "7 天", "reminded": "1 次", "remark": "",
    }  # fmt: skip
    assert (first.data["answer_by"], first.number, first.form) == ("2026 年 12 月 17 日", "", "receipt_reminder")
    sheet = house.services["papers"].drawing(first).sheet()
    assert sheet.pages == 1


def test_a_device_stays_in_hand_until_it_is_given_back(house: House):
    record = device(house, back_by=TODAY + timedelta(days=5))
    row = house.receipts.row(record)
    assert (row.state, row.held, next_step(row)) == ("signed", True, "give_back")
    assert row.progress == "在手，12-08 归还"
    assert list(house.receipts.keys(Query(segment="held"))) == [record]
    assert todos(house) == []
    house.later(6)
    assert house.receipts.row(record).progress == "在手，逾期 1 个工作日"
    assert todos(house) == [("该归还", "周文博（国际业务部）　对讲机 SN 1234", "002/15.二.5", "give_back")]
    assert house.receipts.detail(record).steps[3].actions == ("give_back",)
    house.receipts.give_back(record, house.clock.today())
    row = house.receipts.row(record)
    assert (row.held, row.progress, next_step(row)) == (False, "12-09 归还", "")
    assert list(house.receipts.keys(Query(segment="held"))) == []
    assert house.history("receipt", record)[0] == "归还“对讲机 SN 1234”"
    assert house.receipts.detail(record).steps[3].note == "2026-12-09"
    with pytest.raises(UserError, match="不用登记归还"):
        house.receipts.give_back(record, house.clock.today())


def test_a_device_without_a_day_is_in_hand_without_being_due(house: House):
    record = device(house)
    house.later(300)
    assert (house.receipts.row(record).progress, house.receipts.row(record).late) == ("在手", False)
    assert todos(house) == []


def test_the_way_of_a_device_has_its_giving_back_from_the_beginning(house: House):
    (record,) = house.receipts.enter(HandOver("directory", "通讯录第 14 版 编号 07", (house.person(),)))
    steps = house.receipts.detail(record).steps
    assert [(step.title, step.state.value) for step in steps] == [
        ("打印签收单", "now"), ("送出", "now"), ("本人签收", "todo"), ("归还", "todo"),
    ]  # fmt: skip


def test_a_signature_entered_by_mistake_is_taken_back_the_same_day(house: House):
    application, opened = house.closed()
    house.receipts.unsign(opened.receipt)
    row = house.receipts.row(opened.receipt)
    assert (row.state, row.signed_on, row.signed_by, row.ended_on, row.handed_on) == ("out", None, "", None, TODAY)
    assert house.state(application) == "receipted", "the application follows"
    assert house.history("receipt", opened.receipt)[0] == "撤回签收：扫错"
    assert house.desk.check() == ()
    house.receipts.sign(opened.receipt, TODAY)
    house.later()
    with pytest.raises(UserError, match="当天撤回"):
        house.receipts.unsign(opened.receipt)


def test_a_signature_whose_history_was_emptied_waits_again(house: House):
    (record,) = handed(house, "周文博")
    house.receipts.sign(record, TODAY)
    house.desk.database.execute_sql("DELETE FROM history")  # as a purge does
    house.receipts.unsign(record)
    assert house.receipts.row(record).state == "out"


def test_what_happened_after_the_signature_does_not_hide_where_it_came_from(house: House):
    record = device(house)
    with house.desk.work("receipt.attach") as work:
        house.desk.attachments.keep(work, "receipt", record, "signature.recipient", "扫描.pdf", b"%PDF")
    house.receipts.unsign(record)
    assert house.receipts.row(record).state == "out"


@pytest.mark.parametrize("before", ["refused", "lost"])
def test_what_was_refused_or_lost_is_so_again(house: House, before: str):
    (record,) = handed(house, "周文博")
    ended = None
    if before == "refused":
        house.receipts.refuse(record, TODAY, "不收", "程思思")
        ended = TODAY
    else:
        house.receipts.lose(record, TODAY, "途中遗失")
    house.later()
    house.receipts.sign(record, house.clock.today())
    house.receipts.unsign(record, "看错")
    row = house.receipts.row(record)
    assert (row.state, row.ended_on) == (before, ended)


def test_what_came_back_unsent_is_handed_over_and_signed_at_once(house: House):
    (record,) = house.receipts.enter(HandOver("notice", "通知", (house.person(),)))
    house.receipts.hand_over_and_sign(record, TODAY)
    row = house.receipts.row(record)
    assert (row.state, row.handed_on, row.signed_on) == ("signed", TODAY, TODAY)


def test_plain_data_are_entered_as_the_window_would(house: House):
    house.person(emp_no="A1")
    (record,) = house.receipts.enter_plain({"what": "directory", "subject": "通讯录第 14 版 编号 07", "emp_no": "A1"})
    assert (house.receipts.row(record).what, house.receipts.row(record).copies) == ("directory", 1)


def test_things_are_found_by_what_they_are_and_by_their_kind(house: House):
    record = device(house)
    handed(house, "程思思")
    assert house.found("receipts", "对讲机") == [record]
    assert [(choice.key, choice.title) for choice in house.receipts.choices("what")] == [
        ("notice", "通知"), ("device", "设备"),
    ]  # fmt: skip
    assert list(house.receipts.keys(Query(filters={"what": "device"}))) == [record]


def taken_back(house: House) -> str:
    """Take back today's last deed; return what it was."""
    deed = house.desk.last_deed()
    assert deed is not None
    house.desk.undo(deed.seq)
    return deed.text


def test_what_was_entered_for_the_wrong_receipts_is_taken_back_the_same_day(house: House):
    records = handed(house, "周文博", "程思思")
    assert taken_back(house) == "送出回执，当面"
    assert [(row.handed_on, row.due_on) for row in house.receipts.rows(records)] == [(None, None)] * 2
    house.receipts.hand_over_all(records, TODAY)
    house.receipts.refuse(records[0], TODAY, "不同意", "王明")
    assert taken_back(house) == "拒签：不同意　见证人 王明"
    house.receipts.lose(records[0], TODAY, "丢了")
    assert taken_back(house) == "遗失：丢了"
    row = house.receipts.row(records[0])
    assert (row.state, row.lost_times, row.handed_on) == ("out", 0, TODAY)


def test_a_thing_given_back_by_mistake_is_in_hand_again(house: House):
    record = device(house)
    house.receipts.give_back(record, TODAY)
    assert taken_back(house) == "归还“对讲机 SN 1234”"
    assert house.receipts.row(record).held


def test_a_signature_is_not_undone_but_taken_back_with_its_reason(house: House):
    device(house)
    with pytest.raises(UserError, match="周文博签收"):
        house.desk.last_deed()


def test_an_opening_receipt_that_was_not_sent_after_all_takes_its_application_back(house: House):
    record, opened = house.opened()
    before = house.applications.row(record).state
    house.receipts.hand_over(opened.receipt, TODAY)
    assert house.applications.row(record).state != before
    assert taken_back(house) == "送出回执，当面"
    assert house.applications.row(record).state == before
    assert house.receipts.row(opened.receipt).handed_on is None

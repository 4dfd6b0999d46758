from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.receipts.printed import receipt_paper
from desk_mailadmin.registers.receipts.rules import RETURN_DAYS
from desk_mailadmin.registers.receipts.service import ReceiptEntry
from desk_mailadmin.registers.receipts.table import next_step
from tests.registers.builders import DOMAIN, TODAY, House, refusal

YESTERDAY = TODAY - timedelta(days=1)


def test_a_receipt_comes_with_the_opening_numbered_and_not_yet_sent(house: House):
    application, opened = house.opened()
    row = house.receipts.row(opened.receipt)
    assert (row.number, row.application, row.state) == ("HZ-2026-0001", "YJ-2026-0001", "out")
    assert (row.name, row.address, row.issued_on) == ("周文博", f"zhouwenbo@{DOMAIN}", TODAY)
    assert (row.progress, row.late) == ("还没有送出", False)
    assert next_step(row) == "print", "what was never printed cannot be sent"
    assert house.state(application) == "opened"
    assert house.receipts.numbered("HZ-2026-0001") == opened.receipt
    assert house.receipts.numbered("HZ-2026-0002") is None


def test_handing_over_starts_the_days_in_which_it_must_come_back(house: House):
    house.decide(RETURN_DAYS, 3)
    application, opened = house.opened()
    house.receipts.hand_over(opened.receipt, TODAY, "department")
    row = house.receipts.row(opened.receipt)
    assert (row.handed_on, row.handed_how, row.due_on) == (TODAY, "department", date(2026, 12, 8))
    assert row.progress == "还有 3 个工作日"
    assert next_step(row) == "sign"
    assert house.state(application) == "receipted"
    assert house.history("receipt", opened.receipt)[0] == "送出回执，部门转交"
    house.later(6)
    late = house.receipts.row(opened.receipt)
    assert (late.progress, late.late) == ("逾期 1 个工作日", True)


def test_handing_over_is_recorded_once_on_a_possible_day_in_a_known_way(house: House):
    _application, opened = house.opened()
    for on, how, field in (
        (YESTERDAY, "in_person", "on"),
        (TODAY + timedelta(days=1), "in_person", "on"),
        (TODAY, "pigeon", "how"),
    ):
        with pytest.raises(UserError) as fault:
            house.receipts.hand_over(opened.receipt, on, how)
        assert fault.value.field == field
    house.receipts.hand_over(opened.receipt, TODAY)
    with pytest.raises(UserError, match="回执 HZ-2026-0001 已经送出或办结，不用再登记送出。"):
        house.receipts.hand_over(opened.receipt, TODAY)


def test_a_signed_receipt_closes_its_application(house: House):
    application, opened = house.closed()
    row = house.receipts.row(opened.receipt)
    assert (row.state, row.signed_on, row.signed_by, row.progress) == ("signed", TODAY, "周文博", "12-03 交回")
    assert next_step(row) == ""
    assert house.state(application) == "closed"
    assert house.applications.row(application).progress == "12-03 办结"


def test_somebody_else_may_sign_and_is_named(house: House):
    _application, opened = house.handed_over()
    house.receipts.sign(opened.receipt, TODAY, " 程思思 ")
    assert house.receipts.row(opened.receipt).signed_by == "程思思"
    assert house.history("receipt", opened.receipt)[0] == "程思思签收"


def test_nothing_is_signed_before_it_was_handed_over(house: House):
    _application, opened = house.opened()
    with pytest.raises(UserError, match="还没有登记送出"):
        house.receipts.sign(opened.receipt, TODAY)
    with pytest.raises(UserError, match="还没有登记送出"):
        house.receipts.refuse(opened.receipt, TODAY, "不收")
    assert house.receipts.row(opened.receipt).state == "out"


def test_a_refused_receipt_keeps_the_application_waiting_and_may_be_signed_later(house: House):
    application, opened = house.handed_over()
    house.receipts.refuse(opened.receipt, TODAY, " 姓名印错 ", " 程思思 ")
    row = house.receipts.row(opened.receipt)
    assert (row.state, row.reason, row.witness) == ("refused", "姓名印错", "程思思")
    assert row.progress == "姓名印错（见证 程思思）"
    assert next_step(row) == "sign"
    assert house.state(application) == "receipted"
    house.receipts.sign(opened.receipt, TODAY)
    assert house.state(application) == "closed"


def test_a_lost_receipt_is_sent_anew_under_its_old_number(house: House):
    application, opened = house.handed_over()
    house.receipts.lose(opened.receipt, TODAY, "途中遗失")
    assert next_step(house.receipts.row(opened.receipt)) == "replace"
    assert house.state(application) == "opened"
    house.receipts.replace_lost(opened.receipt, TODAY)
    row = house.receipts.row(opened.receipt)
    assert (row.number, row.state, row.handed_on, row.due_on) == ("HZ-2026-0001", "out", None, None)
    assert next_step(row) == "print", "what was never printed cannot be sent"
    house.receipts.hand_over(opened.receipt, TODAY)
    house.receipts.sign(opened.receipt, TODAY)
    assert house.state(application) == "closed"
    told = house.history("receipt", opened.receipt)
    assert told[:5] == ["周文博签收", "送出回执，当面", "遗失后重新送出", "遗失：途中遗失", "送出回执，当面"]


def test_a_voided_receipt_keeps_its_number_and_the_application_gets_the_next(house: House):
    application, opened = house.handed_over()
    house.receipts.void(opened.receipt, TODAY, "客户端设置印错")
    voided = house.receipts.row(opened.receipt)
    assert (voided.number, voided.state, voided.reason) == ("HZ-2026-0001", "void", "客户端设置印错")
    successor = house.receipts.of_application(application)
    assert successor is not None
    assert (successor.number, successor.state, successor.address) == ("HZ-2026-0002", "out", voided.address)
    assert house.state(application) == "opened"
    house.receipts.hand_over(successor.id, TODAY)
    house.receipts.sign(successor.id, TODAY)
    assert house.state(application) == "closed"


def test_a_receipt_of_nothing_else_moves_alone(house: House):
    application, opened = house.opened()
    kept = house.receipts.record_of(opened.receipt)
    entry = ReceiptEntry(
        staff=kept.staff_id, branch=kept.branch_id, name="周文博", dept="国际业务部", what="other", subject="钥匙"
    )
    with house.desk.work("receipt.issue") as work:
        alone = house.receipts.issue_in(work, entry, TODAY)
    house.receipts.void(alone, TODAY, "不用了")
    assert house.receipts.row(alone).state == "void"
    assert house.state(application) == "opened"
    assert len(house.receipts.keys(Query())) == 2


@pytest.mark.parametrize("deed", ["refuse", "lose", "void"])
def test_every_end_asks_for_a_reason(house: House, deed: str):
    _application, opened = house.handed_over()
    with pytest.raises(UserError) as fault:
        getattr(house.receipts, deed)(opened.receipt, TODAY, " ")
    assert refusal(fault.value) == ("reason", "还没有写原因。")
    assert house.receipts.row(opened.receipt).state == "out"


@pytest.mark.parametrize("deed", ["refuse", "lose", "void"])
def test_a_signed_receipt_is_final(house: House, deed: str):
    _application, opened = house.closed()
    with pytest.raises(UserError, match="现在是“已签收”"):
        getattr(house.receipts, deed)(opened.receipt, TODAY, "改主意")
    with pytest.raises(UserError, match="现在是“已签收”"):
        house.receipts.replace_lost(opened.receipt, TODAY)


def test_the_slip_is_noted_with_time_and_clerk_and_nothing_of_what_stood_on_it(house: House):
    _application, opened = house.opened()
    house.receipts.slip_issued(opened.receipt)
    kept = house.receipts.record_of(opened.receipt)
    assert (str(kept.slip_issued_at)[:16], kept.slip_issued_by) == ("2026-12-03T09:00", "周敏")
    assert house.history("receipt", opened.receipt)[0] == f"打印 zhouwenbo@{DOMAIN} 的密码单"
    facts = {fact.label: fact.value for fact in house.receipts.detail(opened.receipt).facts}
    assert facts["密码单"] == "2026-12-03 09:00 打印"


def test_what_is_not_back_is_outstanding_until_it_is(house: House):
    _first, lost = house.handed_over()
    house.receipts.lose(lost.receipt, TODAY, "遗失")
    _second, closed = house.closed(house.person("程思思"), f"chengsisi@{DOMAIN}")
    _third, out = house.handed_over(house.person("宋翔"), f"songxiang@{DOMAIN}")
    assert {row.id for row in house.receipts.outstanding()} == {lost.receipt, out.receipt}
    assert closed.receipt not in {row.id for row in house.receipts.outstanding()}
    assert [row.number for row in house.receipts.outstanding_at(TODAY)] == ["HZ-2026-0001", "HZ-2026-0003"]
    assert house.receipts.outstanding_at(YESTERDAY) == []


def test_the_list_counts_searches_and_filters(house: House):
    _application, opened = house.opened()
    assert house.receipts.counts(Query())["out"].count == 1
    for text in ("周文", "zwb", "HZ-2026-0001", "YJ-2026", "0001"):
        assert house.found("receipts", text) == [opened.receipt]
    (choice,) = house.receipts.choices("dept")
    assert list(house.receipts.keys(Query(filters={"dept": choice.key}))) == [opened.receipt]
    for sort in ("number", "application", "name", "dept", "handed_on", "signed_on", "issued_on", "state"):
        assert len(house.receipts.keys(Query(sort=sort))) == 1


def steps(house: House, record: int) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(step.title, step.state.value, step.actions) for step in house.receipts.detail(record).steps]


def test_the_panel_leads_from_printing_to_signature(house: House):
    _application, opened = house.opened()
    assert steps(house, opened.receipt) == [
        ("打印回执", "now", ("print", "password_slip")),
        ("送出", "now", ("hand_over",)),
        ("本人签收", "todo", ()),
    ]
    house.receipts.hand_over(opened.receipt, TODAY)
    assert steps(house, opened.receipt)[1:] == [
        ("送出", "done", ()),
        ("本人签收", "now", ("sign", "refuse", "lose")),
    ]
    house.receipts.sign(opened.receipt, TODAY)
    detail = house.receipts.detail(opened.receipt)
    assert detail.steps[2].note == "2026-12-03　周文博"
    assert (detail.sheet, detail.subtitle) == ("account_receipt", "HZ-2026-0001　电子邮件开户回执")
    assert {fact.label: fact.value for fact in detail.facts}["密码单"] == "未打印"


def test_the_panel_says_why_a_receipt_is_stuck_and_what_helps(house: House):
    _application, opened = house.handed_over()
    house.receipts.lose(opened.receipt, TODAY, "途中遗失")
    lost = house.receipts.detail(opened.receipt)
    assert (lost.steps[2].note, lost.steps[2].actions, lost.steps[2].late) == ("遗失：途中遗失", ("replace",), True)
    assert [fact.value for fact in lost.facts if fact.label == "原因"] == ["途中遗失"]
    house.receipts.void(opened.receipt, TODAY, "不用了")
    assert house.receipts.detail(opened.receipt).steps[2].actions == ()


def test_the_panel_of_a_lost_receipt_that_was_never_sent_asks_for_nothing_in_between(house: House):
    _application, opened = house.opened()
    house.receipts.lose(opened.receipt, TODAY, "办公室内遗失")
    assert steps(house, opened.receipt)[1] == ("送出", "todo", ())
    assert steps(house, opened.receipt)[2] == ("本人签收", "now", ("replace",))


def test_the_panel_shows_the_print_and_asks_for_none_once_it_is_too_late(house: House):
    _application, opened = house.opened()
    papers = house.services["papers"]
    drawing = papers.drawing(receipt_paper(house.receipts, house.branches, house.desk.settings, opened.receipt))
    papers.keep(drawing, drawing.sheet().pdf, 2)
    printed = house.receipts.detail(opened.receipt).steps[0]
    assert (printed.state.value, printed.note) == ("done", "2026-12-03　周敏　第 1 次")
    _other, closed = house.closed(house.person("程思思"), f"chengsisi@{DOMAIN}")
    never = house.receipts.detail(closed.receipt).steps[0]
    assert (never.state.value, never.note, never.actions) == ("todo", "没有打印过", ())

from __future__ import annotations

from datetime import date, timedelta

import peewee
import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.rules import OPEN_DAYS
from desk_mailadmin.registers.applications.table import next_step
from desk_mailadmin.registers.branches.rules import ClientSettings, Server, usual_client_settings
from tests.registers.builders import (
    BRANCH,
    BRANCH_DOMAIN,
    CLERK_NAME,
    DOMAIN,
    HEADQUARTERS,
    TODAY,
    House,
    application,
    headquarters,
    refusal,
)

ADDRESS = f"zhouwenbo@{DOMAIN}"
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def number(house: House, record: int) -> str:
    return house.applications.row(record).number


# signatures


def test_headquarters_signs_by_its_route_with_the_expected_names(house: House):
    record = house.signing()
    assert [(s.role, s.title, s.signer) for s in house.applications.signatures(record)] == [
        ("applicant", "承诺人", "周文博"),
        ("department_manager", "部门经理", "程思思"),
        ("office", "办公室", "周敏"),
    ]


def test_a_branch_signs_by_its_own_route(house: House):
    person = house.person("高丹", branch=BRANCH, dept="销售部")
    record = house.signing(person, f"gaodan@{BRANCH_DOMAIN}")
    assert [(s.title, s.signer) for s in house.applications.signatures(record)] == [
        ("承诺人", "高丹"),
        ("分公司行政人事部", "沈丹"),
        ("分公司负责人", "罗建华"),
    ]


def test_each_signature_moves_on_and_the_last_one_makes_it_ready(house: House):
    house.decide(OPEN_DAYS, 2)
    record = house.signing()
    row = house.applications.sign(record, "applicant", TODAY)
    assert (row.state, row.awaited, row.due_on) == ("signing", "部门经理", date(2026, 12, 10))
    house.applications.sign(record, "department_manager", TODAY, by=" 罗建华 ", opinion=" 同意开通 ")
    signature = house.applications.signatures(record)[1]
    assert (signature.signer, signature.agreed, signature.opinion, signature.signed_on) == (
        "罗建华",
        True,
        "同意开通",
        TODAY,
    )
    row = house.applications.sign(record, "office", TODAY)
    assert (row.state, row.awaited, row.due_on) == ("ready", "", date(2026, 12, 7))
    assert row.progress == "签字齐全　还有 2 个工作日"
    assert next_step(row) == "open"
    assert house.history("application", record)[:2] == [
        "登记办公室签字：周敏，同意",
        "登记部门经理签字：罗建华，同意",
    ]


def test_a_signature_whose_hand_is_unknown_asks_who_it_was(house: House):
    record = house.signing(house.person(dept="软件部"))
    house.applications.sign(record, "applicant", TODAY)
    with pytest.raises(UserError) as fault:
        house.applications.sign(record, "department_manager", TODAY)
    assert refusal(fault.value) == ("by", "还没有写部门经理是谁签的。")
    assert house.applications.row(record).awaited == "部门经理"


@pytest.mark.parametrize(
    ("role", "on", "field"),
    [("office", TODAY, "role"), ("boss", TODAY, "role"), ("applicant", TOMORROW, "on"), ("applicant", YESTERDAY, "on")],
)
def test_a_signature_out_of_turn_or_time_records_nothing(house: House, role, on, field):
    record = house.signing()
    with pytest.raises(UserError) as fault:
        house.applications.sign(record, role, on)
    assert fault.value.field == field
    assert all(s.agreed is None for s in house.applications.signatures(record))


def test_a_refusal_ends_it_with_the_opinion_and_frees_the_address(house: House):
    record = house.signing()
    house.applications.sign(record, "applicant", TODAY)
    row = house.applications.sign(record, "department_manager", TODAY, agreed=False, opinion="岗位不需要")
    assert (row.state, row.reason, row.ended_on, row.due_on) == ("refused", "岗位不需要", TODAY, None)
    assert (row.progress, next_step(row)) == ("岗位不需要", "")
    assert house.mailboxes.judge(ADDRESS).verdict.free
    with pytest.raises(UserError, match="现在是“不同意”"):
        house.applications.sign(record, "office", TODAY)
    assert house.history("application", record)[0] == "登记部门经理签字：程思思，不同意"


def test_a_signature_recorded_by_mistake_is_taken_back_with_a_reason(house: House):
    record = house.ready()
    with pytest.raises(UserError, match="还没有写原因"):
        house.applications.withdraw_signature(record, " ")
    house.applications.withdraw_signature(record, "日期看错")
    assert house.applications.signatures(record)[-1].signer == CLERK_NAME
    row = house.applications.row(record)
    assert (row.state, row.awaited, row.due_on) == ("signing", "办公室", date(2026, 12, 10))
    assert house.history("application", record)[0] == "更正办公室签字：日期看错"
    house.applications.sign(record, "office", TODAY)
    assert house.state(record) == "ready"


def test_without_a_signature_or_after_opening_nothing_is_taken_back(house: House):
    record = house.signing()
    with pytest.raises(UserError, match="现在没有可以更正的签字"):
        house.applications.withdraw_signature(record, "看错")
    house.sign_all(record)
    house.applications.carry_out(record, TODAY)
    with pytest.raises(UserError, match="现在没有可以更正的签字"):
        house.applications.withdraw_signature(record, "看错")


def test_an_overdue_signature_is_late(house: House):
    record = house.signing()
    house.later(8)
    row = house.applications.row(record)
    assert (row.late, row.progress) == (True, "等承诺人　逾期 1 个工作日")


# returned


def test_a_returned_application_is_corrected_and_signed_anew_under_its_number(house: House):
    person = house.person()
    record = house.signing(person)
    house.applications.sign(record, "applicant", TODAY)
    house.applications.return_(record, TODAY, " 地址写错 ")
    row = house.applications.row(record)
    assert (row.state, row.reason, row.progress, next_step(row)) == ("returned", "地址写错", "地址写错", "edit")
    assert not house.mailboxes.judge(ADDRESS).verdict.free
    house.applications.save_draft(record, application(person, f" WenBo@{DOMAIN} "))
    assert not house.mailboxes.judge(f"wenbo@{DOMAIN}").verdict.free
    house.applications.enter(application(person, f"wenbo@{DOMAIN}"), record)
    row = house.applications.row(record)
    assert (row.number, row.state, row.address, row.reason) == ("YJ-2026-0001", "signing", f"wenbo@{DOMAIN}", "")
    assert [s.agreed for s in house.applications.signatures(record)] == [None, None, None]
    assert house.desk.sequences.last("YJ", 2026) == 1


def test_returning_needs_a_reason_and_a_state_that_allows_it(house: House):
    record = house.ready()
    with pytest.raises(UserError, match="还没有写原因"):
        house.applications.return_(record, TODAY, "")
    house.applications.carry_out(record, TODAY)
    with pytest.raises(UserError, match="现在是“待送回执”，不能改为“已退回”"):
        house.applications.return_(record, TODAY, "写错")


# opening


def test_opening_makes_mailbox_and_receipt_and_leaves_the_rest_to_the_receipt(house: House):
    person = house.person()
    record, opened = house.opened(person, quota_mb=8)
    row = house.applications.row(record)
    assert (row.state, row.opened_on, row.due_on) == ("opened", TODAY, None)
    assert (row.progress, next_step(row)) == ("已开户，回执还没有送出", "receipt")
    (mailbox,) = house.mailboxes.rows([opened.mailbox])
    assert (mailbox.address, mailbox.quota_mb, mailbox.opened_on, mailbox.name) == (ADDRESS, 8, TODAY, "周文博")
    assert house.mailboxes.of_person(person) == [mailbox]
    assert opened.receipt_number == "HZ-2026-0001"
    house.receipts.hand_over(opened.receipt, TODAY)
    assert house.applications.row(record).progress == "回执已送出，等本人签收"


@pytest.mark.parametrize("signatures", [0, 1, 2])
def test_nothing_opens_before_every_signature(house: House, signatures: int):
    record = house.signing()
    for signature in house.applications.signatures(record)[:signatures]:
        house.applications.sign(record, signature.role, TODAY)
    with pytest.raises(UserError, match=f"还缺 {3 - signatures} 处签字"):
        house.applications.carry_out(record, TODAY)
    assert house.mailboxes.holder(f"nobody@{DOMAIN}") is None
    assert list(house.mailboxes.keys(Query())) == list(house.receipts.keys(Query())) == []


@pytest.mark.parametrize("on", [YESTERDAY, TOMORROW])
def test_nothing_opens_before_the_last_signature_or_after_today(house: House, on: date):
    record = house.ready()
    with pytest.raises(UserError) as fault:
        house.applications.carry_out(record, on)
    assert fault.value.field == "on"
    assert house.state(record) == "ready"


def test_nothing_opens_twice(house: House):
    record, opened = house.handed_over()
    with pytest.raises(UserError, match="现在是“待签收”，不能开户"):
        house.applications.carry_out(record, TODAY)
    assert list(house.receipts.keys(Query())) == [opened.receipt]


def test_nothing_opens_until_the_receipt_can_print_the_client_settings(house: House):
    record = house.ready()
    bare = house.branches.named(HEADQUARTERS) or 0
    house.branches.edit(bare, headquarters(ClientSettings(DOMAIN, imap=Server("imap.x.example", 993))))
    with pytest.raises(UserError, match="总部还缺客户端设置：发信服务器"):
        house.applications.carry_out(record, TODAY)
    assert house.state(record) == "ready"
    house.branches.edit(bare, headquarters(usual_client_settings(DOMAIN)))
    house.applications.carry_out(record, TODAY)
    assert house.state(record) == "opened"


def test_a_branch_opens_at_its_own_domain(house: House):
    person = house.person("高丹", branch=BRANCH, dept="销售部")
    _record, opened = house.opened(person, f"gaodan@{BRANCH_DOMAIN}")
    assert house.mailboxes.rows([opened.mailbox])[0].branch == BRANCH


def test_an_address_given_away_meanwhile_stops_the_opening_and_takes_no_number(house: House):
    record = house.ready(house.person(), f"wenbo@{DOMAIN}")
    other = house.mailbox(f"gaodan@{DOMAIN}", "高丹")
    with house.desk.work("test.steal") as work:
        house.desk.database.execute_sql(
            "INSERT INTO mailbox_alias (mailbox_id, address) VALUES (?, ?)", (other, f"wenbo@{DOMAIN}")
        )
        work.wrote("mailbox", other, "别名")
    with pytest.raises(UserError, match=f"wenbo@{DOMAIN} 是高丹（总部）的别名"):
        house.applications.carry_out(record, TODAY)
    assert house.state(record) == "ready"
    assert house.desk.sequences.last("HZ", 2026) == 0


@pytest.mark.parametrize("moment", ["INSERT ON mailbox", "INSERT ON receipt", "UPDATE ON application"])
def test_a_fault_in_the_middle_of_an_opening_leaves_nothing_of_it(house: House, moment: str):
    record = house.ready()
    journal = house.desk.database.execute_sql("SELECT max(seq) FROM journal").fetchone()
    house.announced.clear()
    house.desk.database.execute_sql(f"CREATE TEMP TRIGGER broken AFTER {moment} BEGIN SELECT RAISE(ABORT, 'torn'); END")
    with pytest.raises((peewee.PeeweeException, EnvironmentFault)):
        house.applications.carry_out(record, TODAY)
    house.desk.database.execute_sql("DROP TRIGGER broken")
    assert (house.state(record), house.announced) == ("ready", [])
    assert list(house.mailboxes.keys(Query())) == list(house.receipts.keys(Query())) == []
    assert house.desk.sequences.last("HZ", 2026) == 0
    assert house.desk.database.execute_sql("SELECT max(seq) FROM journal").fetchone() == journal
    assert house.found("mailboxes", "zwb") == []
    assert house.applications.carry_out(record, TODAY).receipt_number == "HZ-2026-0001"
    assert house.desk.check() == ()


# voiding


def test_a_void_keeps_number_and_reason_and_takes_receipt_and_mailbox_along(house: House):
    record, opened = house.handed_over()
    house.applications.void(record, TODAY, " 本人调离 ")
    row = house.applications.row(record)
    assert (row.number, row.state, row.reason, row.ended_on) == ("YJ-2026-0001", "void", "本人调离", TODAY)
    receipt = house.receipts.row(opened.receipt)
    assert (receipt.number, receipt.state, receipt.reason) == ("HZ-2026-0001", "void", "本人调离")
    assert house.mailboxes.rows([opened.mailbox])[0].state == "disabled"
    assert not house.mailboxes.judge(ADDRESS).verdict.free
    assert house.receipts.of_application(record) is None


def test_a_void_leaves_a_mailbox_that_was_moved_already_as_it_is(house: House):
    record, opened = house.opened()
    house.mailboxes.move(opened.mailbox, "retained", reason="离职", on=TODAY, until=TOMORROW)
    house.applications.void(record, TODAY, "本人离职")
    assert house.mailboxes.rows([opened.mailbox])[0].state == "retained"
    assert house.state(record) == "void"


def test_a_void_before_opening_touches_nothing_else(house: House):
    record = house.applications.draft(ApplicationEntry(house.person()))
    house.applications.void(record, TODAY, "不申请了")
    assert (house.state(record), number(house, record)) == ("void", "")


def test_a_void_needs_a_reason_and_never_follows_the_end(house: House):
    record, _opened = house.closed()
    with pytest.raises(UserError, match="现在是“已办结”，不能改为“已作废”"):
        house.applications.void(record, TODAY, "晚了")
    other = house.signing(house.person("程思思"), f"chengsisi@{DOMAIN}")
    with pytest.raises(UserError, match="还没有写原因"):
        house.applications.void(other, TODAY, "")
    assert house.state(other) == "signing"


def test_a_wrong_name_goes_with_the_signature_that_bore_it(house: House):
    record = house.signing()
    house.applications.sign(record, "applicant", TODAY, by="误写的人")
    house.applications.withdraw_signature(record, "名字写错")
    assert house.applications.signatures(record)[0].signer == "周文博"

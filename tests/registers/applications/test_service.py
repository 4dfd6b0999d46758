from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import peewee
import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.rules import OPEN_DAYS, SIGN_DAYS
from desk_mailadmin.registers.applications.table import next_step
from desk_mailadmin.registers.branches.rules import ClientSettings, Server, usual_client_settings
from desk_mailadmin.registers.mailboxes.rules import QUOTA_MB
from tests.registers.builders import (
    BRANCH,
    BRANCH_DOMAIN,
    DOMAIN,
    HEADQUARTERS,
    TODAY,
    House,
    application,
    branch,
    headquarters,
    refusal,
)

ADDRESS = f"zhouwenbo@{DOMAIN}"
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def number(house: House, record: int) -> str:
    return house.applications.row(record).number


# filling in


def test_a_draft_may_be_incomplete_has_no_number_and_holds_no_address(house: House):
    person = house.person()
    record = house.applications.draft(ApplicationEntry(person, {"address": ADDRESS}))
    row = house.applications.row(record)
    assert (row.number, row.state, row.due_on, row.progress) == ("", "draft", None, "还没有编号")
    assert house.applications.entry(record) == ApplicationEntry(person, {"address": ADDRESS}, entered_on=TODAY)
    assert house.mailboxes.judge(ADDRESS).verdict.free
    assert house.desk.sequences.last("YJ", 2026) == 0
    assert house.found("applications", "zwb") == [record]


def test_a_draft_can_be_changed_even_in_whose_it_is_and_is_found_so(house: House):
    record = house.applications.draft(ApplicationEntry(house.person()))
    other = house.person("程思思")
    house.applications.save_draft(record, ApplicationEntry(other, {"phone": "8001"}))
    assert house.applications.row(record).name == "程思思"
    assert house.found("applications", "css") == [record]
    assert house.found("applications", "zwb") == []


def test_an_official_application_is_numbered_kept_as_of_its_day_and_due(house: House):
    house.decide(SIGN_DAYS, 3)
    record = house.signing(house.person(emp_no="A10417", post="经理"), mobile="138 1717 0137")
    row = house.applications.row(record)
    assert (row.number, row.state, row.entered_on, row.due_on) == ("YJ-2026-0001", "signing", TODAY, date(2026, 12, 8))
    assert (row.kind_title, row.awaited, row.progress) == ("电子邮件开户申请表", "承诺人", "等承诺人　还有 3 个工作日")
    kept = house.applications.record_of(record)
    assert (kept.emp_no, kept.post, kept.mobile, kept.phone) == ("A10417", "经理", "13817170137", "8042")
    assert house.history("application", record) == ["正式填表 YJ-2026-0001", "填写申请"]
    assert house.applications.numbered("YJ-2026-0001") == record
    assert house.applications.numbered("YJ-2026-0002") is None
    assert "applications" in house.announced


def test_what_was_filled_in_stays_when_the_person_moves_on(house: House):
    person = house.person()
    record = house.signing(person)
    house.staff.edit(person, replace(house.staff.entry(person), dept="软件部", name="周文波"))
    row = house.applications.row(record)
    assert (row.name, row.dept) == ("周文博", "国际业务部")


def test_a_draft_becomes_official_as_the_same_record(house: House):
    person = house.person()
    record = house.applications.draft(ApplicationEntry(person))
    assert house.applications.enter(application(person), record) == record
    assert number(house, record) == "YJ-2026-0001"


def test_numbers_have_no_gaps_failed_entries_take_none_and_voids_keep_theirs(house: House):
    people = [house.person(name) for name in ("周文博", "程思思", "宋翔")]
    first = house.signing(people[0])
    with pytest.raises(UserError, match="还没有填联系电话"):
        house.signing(people[1], f"chengsisi@{DOMAIN}", phone="")
    with pytest.raises(UserError, match="已选用"):
        house.signing(people[1], ADDRESS)
    house.applications.void(first, TODAY, "重复")
    second = house.signing(people[1], f"chengsisi@{DOMAIN}")
    third = house.signing(people[2], f"songxiang@{DOMAIN}")
    assert [number(house, record) for record in (first, second, third)] == [
        "YJ-2026-0001",
        "YJ-2026-0002",
        "YJ-2026-0003",
    ]


def test_each_year_counts_anew(house: House):
    house.signing()
    house.later(30)
    entry = application(house.person("程思思"), f"chengsisi@{DOMAIN}")
    assert number(house, house.applications.enter(entry)) == "YJ-2027-0001"
    late = application(house.person("宋翔"), f"songxiang@{DOMAIN}")
    assert number(house, house.applications.enter(replace(late, entered_on=date(2026, 12, 31)))) == "YJ-2026-0002"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"entered_on": TOMORROW}, "entered_on", "填表日期在今天以后"),
        ({"kind": "no_such_form"}, "kind", "没有“no_such_form”这种申请"),
    ],
)
def test_an_impossible_day_or_form_is_refused(house: House, changes, field, words):
    entry = replace(application(house.person()), **changes)
    with pytest.raises(UserError, match=words) as fault:
        house.applications.enter(entry)
    assert fault.value.field == field


def test_somebody_who_left_applies_for_nothing(house: House):
    person = house.person(state="left")
    with pytest.raises(UserError) as fault:
        house.signing(person)
    assert refusal(fault.value) == ("person", "周文博已离职，不能申请开户。")


def test_a_taken_address_is_refused_beside_its_field_with_its_owner(house: House):
    house.mailbox(owner="周文波")
    with pytest.raises(UserError) as fault:
        house.signing()
    assert refusal(fault.value) == ("address", f"{ADDRESS} 已被周文波（总部）使用。")
    person = house.person("程思思")
    with pytest.raises(UserError) as fault:
        house.signing(person, f"chengsisi@{DOMAIN}", alternative=ADDRESS)
    assert fault.value.field == "alternative"


def test_the_quota_is_asked_for_within_the_figure_in_force(house: House):
    house.decide(QUOTA_MB, 5)
    assert house.applications.asked("account_application").field("quota_mb").most == 5
    person = house.person()
    with pytest.raises(UserError) as fault:
        house.signing(person, quota_mb=10)
    assert fault.value.field == "quota_mb"
    house.decide(QUOTA_MB, 50)
    _record, opened = house.opened(person, quota_mb=40)
    assert house.mailboxes.rows([opened.mailbox])[0].quota_mb == 40


def test_an_official_application_is_no_longer_written_over(house: House):
    person = house.person()
    record = house.signing(person)
    with pytest.raises(UserError, match="YJ-2026-0001已经正式填表，不能再改；可以退回或作废。"):
        house.applications.save_draft(record, application(person))
    with pytest.raises(UserError, match="现在是“待签字”，不能改为“待签字”"):
        house.applications.enter(application(person), record)


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
    house.applications.open(record, TODAY)
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
    house.applications.open(record, TODAY)
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
        house.applications.open(record, TODAY)
    assert house.mailboxes.holder(f"nobody@{DOMAIN}") is None
    assert list(house.mailboxes.keys(Query())) == list(house.receipts.keys(Query())) == []


@pytest.mark.parametrize("on", [YESTERDAY, TOMORROW])
def test_nothing_opens_before_the_last_signature_or_after_today(house: House, on: date):
    record = house.ready()
    with pytest.raises(UserError) as fault:
        house.applications.open(record, on)
    assert fault.value.field == "on"
    assert house.state(record) == "ready"


def test_nothing_opens_twice(house: House):
    record, opened = house.handed_over()
    with pytest.raises(UserError, match="现在是“待签收”，不能开户"):
        house.applications.open(record, TODAY)
    assert list(house.receipts.keys(Query())) == [opened.receipt]


def test_nothing_opens_until_the_receipt_can_print_the_client_settings(house: House):
    record = house.ready()
    bare = house.branches.named(HEADQUARTERS) or 0
    house.branches.edit(bare, headquarters(ClientSettings(DOMAIN, imap=Server("imap.x.example", 993))))
    with pytest.raises(UserError, match="总部还缺客户端设置：发信服务器"):
        house.applications.open(record, TODAY)
    assert house.state(record) == "ready"
    house.branches.edit(bare, headquarters(usual_client_settings(DOMAIN)))
    house.applications.open(record, TODAY)
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
        house.applications.open(record, TODAY)
    assert house.state(record) == "ready"
    assert house.desk.sequences.last("HZ", 2026) == 0


@pytest.mark.parametrize("moment", ["INSERT ON mailbox", "INSERT ON receipt", "UPDATE ON application"])
def test_a_fault_in_the_middle_of_an_opening_leaves_nothing_of_it(house: House, moment: str):
    record = house.ready()
    journal = house.desk.database.execute_sql("SELECT max(seq) FROM journal").fetchone()
    house.announced.clear()
    house.desk.database.execute_sql(f"CREATE TEMP TRIGGER broken AFTER {moment} BEGIN SELECT RAISE(ABORT, 'torn'); END")
    with pytest.raises((peewee.PeeweeException, EnvironmentFault)):
        house.applications.open(record, TODAY)
    house.desk.database.execute_sql("DROP TRIGGER broken")
    assert (house.state(record), house.announced) == ("ready", [])
    assert list(house.mailboxes.keys(Query())) == list(house.receipts.keys(Query())) == []
    assert house.desk.sequences.last("HZ", 2026) == 0
    assert house.desk.database.execute_sql("SELECT max(seq) FROM journal").fetchone() == journal
    assert house.found("mailboxes", "zwb") == []
    assert house.applications.open(record, TODAY).receipt_number == "HZ-2026-0001"
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


# the list


def test_what_needs_the_clerk_stands_first(house: House):
    people = {name: house.person(name) for name in ("周一", "周二", "周三", "周四", "周五")}
    draft = house.applications.draft(ApplicationEntry(people["周一"]))
    closed, _ = house.closed(people["周二"], f"er@{DOMAIN}")
    opened, _ = house.opened(people["周三"], f"san@{DOMAIN}")
    signing = house.signing(people["周四"], f"si@{DOMAIN}")
    ready = house.ready(people["周五"], f"wu@{DOMAIN}")
    assert list(house.applications.keys(Query())) == [ready, opened, signing, draft, closed]
    counts = {key: count.count for key, count in house.applications.counts(Query()).items() if count.count}
    assert counts == {"unfinished": 4, "draft": 1, "signing": 1, "ready": 1, "opened": 1, "closed": 1, "all": 5}
    for sort in ("number", "name", "emp_no", "dept", "entered_on", "due_on", "state", "kind"):
        assert len(house.applications.keys(Query(sort=sort))) == 5


@pytest.mark.parametrize("text", ["周文", "zwb", "YJ-2026-0001", "0001", "A10417", "zhouwenbo@", "0137", "国际"])
def test_an_application_is_found_by_what_stands_on_it(house: House, text: str):
    record = house.signing(house.person(emp_no="A10417"), mobile="13817170137")
    assert house.found("applications", text) == [record]


def test_the_combos_offer_what_there_is(house: House):
    house.signing()
    branch_person = house.person("高丹", branch=BRANCH, dept="销售部")
    record = house.signing(branch_person, f"gaodan@{BRANCH_DOMAIN}")
    titles = {key: [c.title for c in house.applications.choices(key)] for key in ("kind", "branch", "dept", "year")}
    assert titles == {
        "kind": ["电子邮件开户申请表"],
        "branch": [HEADQUARTERS, BRANCH],
        "dept": ["国际业务部", "销售部"],
        "year": ["2026 年"],
    }
    for key, value in (("dept", "销售部"), ("branch", str(house.branches.named(BRANCH)))):
        assert list(house.applications.keys(Query(filters={key: value}))) == [record]
    assert len(house.applications.keys(Query(filters={"year": "2026", "kind": "account_application"}))) == 2


def test_a_month_is_read_by_the_day_of_opening_and_of_entry(house: House):
    record, _ = house.opened()
    house.applications.draft(ApplicationEntry(house.person("程思思")))
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    assert [row.id for row in house.applications.opened_between(first, last)] == [record]
    assert house.applications.opened_between(date(2026, 11, 1), date(2026, 11, 30)) == []
    assert [row.id for row in house.applications.entered_between(first, last)] == [record]
    assert [row.id for row in house.applications.numbered_all(["YJ-2026-0001", "YJ-2026-9999"])] == [record]


def test_a_record_of_a_form_that_is_gone_is_still_listed(house: House):
    record = house.signing()
    kinds = dict(house.applications.kinds)
    kinds.clear()
    house.applications.kinds = kinds
    assert house.applications.row(record).kind_title == "account_application"


def test_an_application_is_never_taken_back_by_undo(house: House):
    person = house.person()
    before = house.desk.undoable()
    house.signing(person)
    assert house.desk.undoable() == before


def test_a_unit_renamed_since_signs_under_its_new_head(house: House):
    record = house.branches.named(BRANCH) or 0
    house.branches.edit(record, replace(branch(), head="李强"))
    person = house.person("高丹", branch=BRANCH, dept="销售部")
    application_record = house.signing(person, f"gaodan@{BRANCH_DOMAIN}")
    assert house.applications.signatures(application_record)[2].signer == "李强"

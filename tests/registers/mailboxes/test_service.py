from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.mailboxes.register import REGISTER
from desk_mailadmin.registers.mailboxes.rules import NAMING_PATTERN, QUOTA_MB, UNIQUE_ACROSS_BRANCHES
from tests.registers.builders import (
    BRANCH,
    BRANCH_DOMAIN,
    DOMAIN,
    HEADQUARTERS,
    TODAY,
    House,
    branch,
    person,
    refusal,
)
from tests.store.plans import scanned

ADDRESS = f"zhouwenbo@{DOMAIN}"
UNTIL = TODAY + timedelta(days=90)


def headquarters_of(house: House) -> int:
    return house.branches.named(HEADQUARTERS) or 0


def proposed(house: House, name: str, branch: str = HEADQUARTERS) -> list[tuple[str, bool, str]]:
    found = house.mailboxes.propose(name, house.branches.named(branch) or 0)
    return [(p.address, p.verdict.free, p.verdict.sentence) for p in found]


def test_a_mailbox_from_before_stands_in_the_list_with_its_owner(house: House):
    staff = house.person(emp_no="A10417")
    record = house.mailbox(f"ZhouWenbo@{DOMAIN.upper()}", staff=staff)
    (row,) = house.mailboxes.rows([record])
    assert (row.address, row.name, row.emp_no, row.dept, row.state) == (
        ADDRESS,
        "周文博",
        "A10417",
        "国际业务部",
        "active",
    )
    assert house.history("mailbox", record) == [f"开通 {ADDRESS}"]
    assert "mailboxes" in house.announced


@pytest.mark.parametrize("text", ["zhouwen", "zwb", "周文", "A10417", "yunfan"])
def test_a_mailbox_is_found_by_address_owner_and_number(house: House, text: str):
    record = house.mailbox(staff=house.person(emp_no="A10417"))
    assert house.found("mailboxes", text) == [record]


def test_what_nobody_holds_is_proposed_first_and_numbered_after(house: House):
    free = "可用，符合命名规则"
    assert proposed(house, "周文博") == [
        (ADDRESS, True, free),
        (f"zhouwenbo2@{DOMAIN}", True, free),
        (f"zhouwenbo3@{DOMAIN}", True, free),
    ]


@pytest.mark.parametrize(
    ("state", "until", "sentence"),
    [
        ("active", None, "已被周文博（总部）使用"),
        ("disabled", None, "周文博（总部）的邮箱已停用，地址仍保留"),
        ("retained", UNTIL, f"周文博（总部）离职保留到 {UNTIL}"),
        ("deleted", None, "曾属于周文博（总部），不再发放"),
    ],
)
def test_a_taken_address_is_named_with_its_owner_and_a_free_one_follows(house: House, state, until, sentence):
    record = house.mailbox()
    if state != "active":
        house.mailboxes.move(record, state, reason="离职", on=TODAY, until=until)
    first, second, *_ = proposed(house, "周文博")
    assert first == (ADDRESS, False, sentence)
    assert second[:2] == (f"zhouwenbo2@{DOMAIN}", True)
    with pytest.raises(UserError) as fault:
        house.mailbox(owner="周文波")
    assert refusal(fault.value) == ("address", f"{ADDRESS} {sentence}。")


def test_an_alias_is_taken_in_the_name_of_its_mailbox(house: House):
    record = house.mailbox(f"wenbo@{DOMAIN}")
    house.mailboxes.add_alias(record, ADDRESS)
    assert proposed(house, "周文博")[0] == (ADDRESS, False, "是周文博（总部）的别名")
    facts = {fact.label: fact.value for fact in house.mailboxes.detail(record).facts}
    assert facts["别名"] == ADDRESS
    assert house.found("mailboxes", "zhouwenbo@") == house.found("mailboxes", "wenbo@") == [record]
    assert house.history("mailbox", record)[0] == f"增加别名 {ADDRESS}"
    other = house.mailbox(f"chengsisi@{DOMAIN}", "程思思")
    with pytest.raises(UserError) as fault:
        house.mailboxes.add_alias(other, f"wenbo@{DOMAIN}")
    assert refusal(fault.value) == ("address", f"wenbo@{DOMAIN} 已被周文博（总部）使用。")


def test_an_application_that_chose_an_address_holds_it_until_it_ends(house: House):
    record = house.signing()
    assert proposed(house, "周文博")[0] == (ADDRESS, False, "周文博（YJ-2026-0001）的申请已选用")
    house.applications.void(record, TODAY, "重复申请")
    assert proposed(house, "周文博")[0][1]


def test_an_applications_own_choice_is_not_in_its_way(house: House):
    record = house.signing()
    branch_id = headquarters_of(house)
    assert house.mailboxes.propose("周文博", branch_id, record)[0].verdict.free
    assert house.mailboxes.judge(ADDRESS, record).verdict.free
    assert not house.mailboxes.judge(ADDRESS, record + 1).verdict.free


def test_namesakes_across_units_are_numbered_unless_the_office_decides_otherwise(house: House):
    house.mailbox(f"zhangwei@{BRANCH_DOMAIN}", "张伟", branch=house.branches.named(BRANCH))
    first, second, *_ = proposed(house, "张伟")
    assert first == (f"zhangwei@{DOMAIN}", False, f"已被张伟（{BRANCH}）使用")
    assert second[:2] == (f"zhangwei2@{DOMAIN}", True)
    house.decide(UNIQUE_ACROSS_BRANCHES, value=False)
    assert proposed(house, "张伟")[0][:2] == (f"zhangwei@{DOMAIN}", True)


def test_the_naming_rule_in_force_shapes_the_proposal(house: House):
    house.decide(NAMING_PATTERN, "{surname}.{given}")
    assert proposed(house, "欧阳雪")[0][0] == f"ouyang.xue@{DOMAIN}"
    assert proposed(house, "欧阳雪", BRANCH)[0][0] == f"ouyang.xue@{BRANCH_DOMAIN}"


def test_a_unit_without_a_domain_proposes_nothing_and_says_where_to_write_it(house: House):
    record = house.branches.add(branch("北京分公司", ""))
    with pytest.raises(UserError) as fault:
        house.mailboxes.propose("周文博", record)
    assert refusal(fault.value) == ("address", "北京分公司还没有设置邮箱域名，在“通讯录 › 单位”里填写。")


@pytest.mark.parametrize("text", ["zhouwenbo", "zhouwenbo@elsewhere.example.com", "@yunfan.example.com"])
def test_what_is_no_address_of_the_company_is_refused(house: House, text: str):
    with pytest.raises(UserError) as fault:
        house.mailboxes.judge(text)
    assert fault.value.field == "address"


def test_a_roles_name_is_for_shared_mailboxes_only(house: House):
    with pytest.raises(UserError, match="留给系统和公用邮箱"):
        house.mailbox(f"sales@{DOMAIN}", staff=house.person())
    record = house.mailbox(f"sales@{DOMAIN}", "国际业务部公用")
    assert house.mailboxes.rows([record])[0].address == f"sales@{DOMAIN}"


def test_the_cap_is_the_figure_in_force_on_the_day(house: House):
    assert house.mailboxes.quota_cap() == 10
    with pytest.raises(UserError) as fault:
        house.mailbox(quota_mb=11)
    assert refusal(fault.value) == ("quota_mb", "容量应在 1 到 10 MB 之间（邮件制度 4.1）。")
    house.decide(QUOTA_MB, 20, TODAY + timedelta(days=1))
    assert house.mailboxes.quota_cap() == 10
    house.later()
    assert house.mailboxes.quota_cap() == 20
    house.mailbox(quota_mb=20)


def test_a_mailbox_is_disabled_retained_used_again_and_deleted_for_good(house: House):
    record = house.mailbox()
    house.mailboxes.move(record, "disabled", reason="停用", on=TODAY)
    house.mailboxes.move(record, "retained", reason="离职", on=TODAY, until=UNTIL)
    row = house.mailboxes.rows([record])[0]
    assert (row.state, row.closed_on, row.retained_until) == ("retained", TODAY, UNTIL)
    house.mailboxes.move(record, "active", reason="回任", on=TODAY)
    row = house.mailboxes.rows([record])[0]
    assert (row.state, row.closed_on, row.retained_until) == ("active", None, None)
    house.mailboxes.move(record, "deleted", reason="离职满期", on=TODAY)
    with pytest.raises(UserError, match="现在是“已删除”，不能改为“在用”"):
        house.mailboxes.move(record, "active", reason="误删", on=TODAY)
    assert house.history("mailbox", record)[0] == f"{ADDRESS} 改为已删除：离职满期"


@pytest.mark.parametrize("until", [None, TODAY - timedelta(days=1)])
def test_retaining_needs_a_day_to_come(house: House, until: date | None):
    record = house.mailbox()
    with pytest.raises(UserError) as fault:
        house.mailboxes.move(record, "retained", reason="离职", on=TODAY, until=until)
    assert refusal(fault.value) == ("until", "还没有写保留到哪一天。")
    assert house.mailboxes.rows([record])[0].state == "active"


def test_a_persons_mailboxes_come_the_ones_in_use_first(house: House):
    staff = house.staff.add(person())
    old = house.mailbox(f"wenbo@{DOMAIN}", staff=staff)
    house.mailboxes.move(old, "disabled", reason="改名", on=TODAY)
    new = house.mailbox(staff=staff)
    assert [row.id for row in house.mailboxes.of_person(staff)] == [new, old]


def test_segments_and_units_filter_the_list(house: House):
    first = house.mailbox()
    second = house.mailbox(f"gaodan@{BRANCH_DOMAIN}", "高丹", branch=house.branches.named(BRANCH))
    house.mailboxes.move(first, "disabled", reason="停用", on=TODAY)
    counts = {key: count.count for key, count in house.mailboxes.counts(Query()).items()}
    assert counts == {"active": 1, "disabled": 1, "retained": 0, "deleted": 0, "all": 2}
    choice = next(c for c in house.mailboxes.choices("branch") if c.title == BRANCH)
    assert list(house.mailboxes.keys(Query(filters={"branch": choice.key}))) == [second]


def test_the_panel_shows_quota_days_and_state(house: House):
    record = house.mailbox()
    detail = house.mailboxes.detail(record)
    facts = {fact.label: fact.value for fact in detail.facts}
    assert (detail.title, detail.subtitle) == (ADDRESS, "周文博")
    assert (facts["容量"], facts["开通"], facts["停用"]) == ("10 MB", "2026-01-01", "")


def test_a_mailbox_is_never_moved_without_a_reason(house: House):
    record = house.mailbox()
    with pytest.raises(UserError) as fault:
        house.mailboxes.move(record, "disabled", reason="  ", on=TODAY)
    assert fault.value.field == "reason"


def test_an_address_of_the_roster_is_not_given_to_somebody_else(house: House):
    house.person("张伟", emp_no="A1", branch=BRANCH, email=f"ZhangWei@{BRANCH_DOMAIN}")
    applicant = house.person("张伟", emp_no="A2")
    offered = house.mailboxes.propose("张伟", headquarters_of(house), staff=applicant)
    free = [p.address for p in offered if p.verdict.free]
    assert free == [f"zhangwei{number}@{DOMAIN}" for number in (2, 3, 4)]
    assert offered[0].verdict.sentence == "花名册上是张伟（国际业务部）的邮箱"


def test_the_address_the_roster_names_as_ones_own_may_be_asked_for(house: House):
    applicant = house.person("张伟", emp_no="A2", email=f"zhangwei@{DOMAIN}")
    (first, *_) = house.mailboxes.propose("张伟", headquarters_of(house), staff=applicant)
    assert (first.address, first.verdict.free) == (f"zhangwei@{DOMAIN}", True)


def test_whose_address_it_is_is_found_without_reading_the_whole_roster(house: House):
    house.person("张伟", emp_no="A2", email=f"zhangwei@{DOMAIN}")
    place = headquarters_of(house)
    database = house.office.desk.database
    assert scanned(database, '"staff"', lambda: house.mailboxes.propose("张伟", place)) == []
    assert scanned(database, '"staff"', lambda: house.mailboxes.judge(ADDRESS)) == []


def test_a_retention_that_has_run_out_stands_in_today_until_the_mailbox_is_deleted(house: House):
    """004/第十条: the address is kept for a set time, then deleted (M15-6)."""
    record = house.mailbox(f"leaver@{DOMAIN}", "沈韩")
    house.mailboxes.move(record, "retained", reason="离职", on=TODAY, until=TODAY + timedelta(days=30))
    assert REGISTER.todos(house.mailboxes, TODAY + timedelta(days=29)) == []
    (todo,) = REGISTER.todos(house.mailboxes, TODAY + timedelta(days=30))
    assert (todo.due, todo.clause, todo.action) == (TODAY + timedelta(days=30), "004/第十条", "move")
    house.mailboxes.move(record, "deleted", reason="保留期满", on=TODAY)
    assert REGISTER.todos(house.mailboxes, TODAY + timedelta(days=40)) == []

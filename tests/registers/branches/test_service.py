from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.branches.rules import BranchEntry, ClientSettings, Server, usual_client_settings
from tests.registers.builders import (
    BRANCH,
    BRANCH_DOMAIN,
    DOMAIN,
    HEADQUARTERS,
    House,
    branch,
    headquarters,
    new_house,
    refusal,
)


def number(house: House, name: str) -> int:
    found = house.branches.named(name)
    assert found is not None
    return found


def test_headquarters_comes_first_in_names_and_domains(house: House):
    house.branches.add(branch("北京分公司", "bj.yunfan.example.com"))
    assert [name for _number, name in house.branches.names()] == [HEADQUARTERS, BRANCH, "北京分公司"]
    assert house.branches.domains() == (DOMAIN, BRANCH_DOMAIN, "bj.yunfan.example.com")


def test_a_domain_two_units_share_is_named_once(house: House):
    house.branches.add(branch("北京分公司", DOMAIN))
    assert house.branches.domains() == (DOMAIN, BRANCH_DOMAIN)


def test_a_unit_comes_back_as_entered(house: House):
    client = replace(
        usual_client_settings("bj.yunfan.example.com"),
        imap=Server("", 993),
        pop=Server("pop.bj.example.com", 110, "none"),
    )
    entry = BranchEntry("北京分公司", "region", "李强", "王婷", "赵丹", client)
    record = house.branches.add(entry)
    assert house.branches.entry(record) == entry
    assert house.branches.client(record) == client
    assert house.branches.kind(record) == "region"
    assert house.branches.closed(record) is None


def test_a_name_is_used_once(house: House):
    with pytest.raises(UserError) as fault:
        house.branches.add(branch(f" {BRANCH} "))
    assert refusal(fault.value) == ("name", f"已经有名为“{BRANCH}”的单位。")
    with pytest.raises(UserError, match="已经有名为"):
        house.branches.edit(number(house, BRANCH), replace(branch(), name=HEADQUARTERS))


def test_a_change_is_told_to_every_list_that_names_the_unit(house: House):
    record = number(house, BRANCH)
    house.branches.edit(record, replace(branch(), name="华东分公司", head="李强"))
    assert house.announced == ["branches", "departments", "staff"]
    assert house.branches.entry(record).head == "李强"
    assert house.found("branches", "华东") == [record]
    assert house.history("branch", record)[0] == "修改单位 华东分公司"


def test_a_change_taken_back_is_found_by_its_old_name(house: House):
    record = number(house, BRANCH)
    house.branches.edit(record, replace(branch(), name="华东分公司"))
    house.desk.undo(house.desk.undoable()[0].seq)
    assert house.found("branches", "上海") == [record]
    assert house.found("branches", "华东") == []


def test_a_new_unit_can_be_taken_back_until_somebody_belongs_to_it(house: House):
    house.branches.add(branch("北京分公司", ""))
    seq = house.desk.undoable()[0].seq
    house.person("高丹", branch="北京分公司", dept="销售部")
    with pytest.raises(UserError, match="新建部门 销售部"):
        house.desk.undo(seq)
    house.desk.undo(house.desk.undoable()[0].seq)
    house.desk.undo(seq)
    assert house.branches.named("北京分公司") is None


def test_what_a_receipt_needs_is_asked_for_by_the_units_name(house: House):
    house.branches.check_client(number(house, HEADQUARTERS))
    record = house.branches.add(BranchEntry("北京分公司", client=ClientSettings("bj.example.com")))
    with pytest.raises(UserError) as fault:
        house.branches.check_client(record)
    assert str(fault.value) == (
        "北京分公司还缺客户端设置：收信服务器、发信服务器。先在“通讯录 › 单位”里填写，回执上要印。"
    )


def test_the_row_counts_departments_and_people_in_office(house: House):
    house.person("宋翔")
    house.person("高丹", dept="软件部")
    house.person("谢飞", dept="软件部", state="left")
    (row,) = house.branches.rows([number(house, HEADQUARTERS)])
    assert (row.departments, row.people) == (2, 2)


def test_the_panel_shows_signers_and_servers(house: House):
    detail = house.branches.detail(number(house, BRANCH))
    facts = {fact.label: fact.value for fact in detail.facts}
    assert (detail.title, detail.subtitle) == (BRANCH, "分公司")
    assert (facts["负责人"], facts["行政人事部"], facts["邮件专管员"]) == ("罗建华", "沈丹", "韩雪梅")
    assert facts["收信（IMAP）"] == f"imap.{BRANCH_DOMAIN}　993 / SSL/TLS"
    record = house.branches.add(branch("北京分公司", ""))
    assert {f.label: f.value for f in house.branches.detail(record).facts}["收信（IMAP）"] == ""


def test_units_sort_by_name_kind_and_domain(house: House):
    for sort in ("name", "kind", "domain"):
        assert len(house.branches.keys(Query(sort=sort))) == 2


def test_the_first_unit_called_zong_is_headquarters(tmp_path: Path):
    house = new_house(tmp_path / "desk", bare=True)
    assert house.branches.headquarters_name() == HEADQUARTERS
    house.person("周文博", branch="广州办事处")
    house.person("程思思", branch="集团总公司")
    house.person("宋翔", branch="总装厂")
    kinds = {name: house.branches.kind(record) for record, name in house.branches.names()}
    assert kinds == {"广州办事处": "branch", "集团总公司": "headquarters", "总装厂": "branch"}
    assert house.branches.headquarters_name() == "集团总公司"
    assert house.staff.row(house.person("高丹", branch="")).branch == "集团总公司"
    house.office.close()


def test_a_unit_of_headquarters_may_be_renamed(house: House):
    record = number(house, HEADQUARTERS)
    house.branches.edit(record, replace(headquarters(), name="集团总部"))
    assert house.branches.headquarters_name() == "集团总部"


def test_a_company_has_one_headquarters(house: House):
    with pytest.raises(UserError) as fault:
        house.branches.add(BranchEntry("新总部", "headquarters"))
    assert fault.value.field == "kind"
    house.branches.edit(house.branches.named(HEADQUARTERS), house.branches.entry(house.branches.named(HEADQUARTERS)))

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.registers.branches.rules import (
    BranchEntry,
    ClientSettings,
    Server,
    check_server,
    checked,
    checked_domain,
    usual_client_settings,
)
from tests.registers.builders import refusal


def refused(entry: BranchEntry) -> tuple[str | None, str]:
    with pytest.raises(UserError) as fault:
        checked(entry)
    return refusal(fault.value)


def test_an_entry_comes_back_trimmed_with_its_domain_folded():
    entry = checked(BranchEntry(" 北京分公司 ", client=ClientSettings(" BJ.Yunfan.Example.COM. ")))
    assert entry.name == "北京分公司"
    assert entry.client.domain == "bj.yunfan.example.com"


def test_a_branch_may_still_be_without_a_domain():
    assert checked(BranchEntry("总部")).client.domain == ""


def test_an_empty_name_and_an_unknown_kind_are_named():
    assert refused(BranchEntry(" ")) == ("name", "名称是空的。")
    assert refused(BranchEntry("总部", "planet")) == ("kind", "没有“planet”这一种单位。")


@pytest.mark.parametrize("text", ["http://a.example.com", "a b.com", "x@y.com", "local", "-a.com", "a..com", "a" * 260])
def test_what_is_no_domain_is_refused(text):
    with pytest.raises(UserError) as fault:
        checked_domain(text)
    assert fault.value.field == "domain"


@pytest.mark.parametrize("which", ["imap", "pop", "smtp"])
@pytest.mark.parametrize(
    ("server", "part"),
    [
        (Server("https://imap.example.com", 993), "host"),
        (Server("imap.example.com", 0), "port"),
        (Server("imap.example.com", 65536), "port"),
        (Server("imap.example.com", 993, "magic"), "security"),
    ],
)
def test_a_server_that_cannot_be_reached_is_named_by_its_field(which, server, part):
    entry = BranchEntry("总部", client=replace(usual_client_settings("yunfan.example.com"), **{which: server}))
    assert refused(entry)[0] == f"{which}_{part}"


def test_an_empty_host_and_a_plain_host_name_are_good():
    check_server("imap", Server("", 993))
    check_server("imap", Server("mail", 143, "none"))


def test_the_usual_settings_miss_nothing_and_read_as_on_the_receipt():
    client = usual_client_settings("yunfan.example.com")
    assert client.missing() == ()
    assert client.imap.port_text == "993 / SSL/TLS"
    assert Server("", 993).port_text == ""


def test_what_a_receipt_needs_and_is_not_there_is_named():
    assert ClientSettings("").missing() == ("邮箱域名", "收信服务器", "发信服务器")
    only_pop = ClientSettings("x.example", pop=Server("pop.x.example", 995), smtp=Server("smtp.x.example", 465))
    assert only_pop.missing() == ()

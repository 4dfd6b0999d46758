from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from desk_mailadmin.kernel.settings import REGULATIONS_IN_FORCE
from desk_mailadmin.registers.mailboxes.rules import OLD_MAIL_MONTHS, OUTGOING_MB
from desk_mailadmin.registers.receipts.printed import SLIP, new_password, receipt_paper, slip_paper, usage_rules
from desk_mailadmin.registers.receipts.service import ReceiptEntry
from tests.registers.builders import DEPARTMENT, DOMAIN, HEADQUARTERS, TODAY, House


def paper_of(house: House, receipt: int):
    return receipt_paper(house.receipts, house.branches, house.desk.settings, receipt)


def test_the_receipt_prints_account_client_settings_and_rules(house: House):
    _application, opened = house.opened(house.person(emp_no="A10417"))
    paper = paper_of(house, opened.receipt)
    assert (paper.kind, paper.record, paper.form, paper.number, paper.mark) == (
        "receipt",
        opened.receipt,
        "account_receipt",
        "HZ-2026-0001",
        "",
    )
    assert (paper.data["application"], paper.data["date"]) == ("YJ-2026-0001", "2026 年 12 月 3 日")
    assert (paper.data["emp_no"], paper.data["address"], paper.data["login"]) == (
        "A10417",
        f"zhouwenbo@{DOMAIN}",
        f"zhouwenbo@{DOMAIN}",
    )
    assert (paper.data["imap"], paper.data["imap_port"], paper.data["smtp_port"]) == (
        f"imap.{DOMAIN}",
        "993 / SSL/TLS",
        "465 / SSL/TLS",
    )
    assert (paper.data["quota"], paper.data["send_limit"], paper.data["old_mail"]) == ("10 MB", "2 MB", "两个月")
    assert any("不大于 10 MB" in rule and "两个月以前" in rule for rule in paper.data["rules"])


def test_the_rules_are_those_in_force_on_the_day_of_the_receipt(house: House):
    _application, opened = house.opened()
    house.decide(OUTGOING_MB, 9, TODAY + timedelta(days=1))
    house.decide(REGULATIONS_IN_FORCE, ["004"], TODAY + timedelta(days=1))
    house.later()
    rules = paper_of(house, opened.receipt).data["rules"]
    assert any("大于 2 MB" in rule for rule in rules)
    _second, other = house.opened(house.person("程思思"), f"chengsisi@{DOMAIN}")
    later = paper_of(house, other.receipt).data["rules"]
    assert not any("邮件订阅" in rule for rule in later)
    assert 0 < len(later) < len(rules)


@pytest.mark.parametrize(("months", "words"), [(1, "一个月"), (12, "十二个月"), (18, "18 个月")])
def test_months_are_written_as_the_regulation_writes_them(house: House, months: int, words: str):
    house.decide(OLD_MAIL_MONTHS, months)
    _application, opened = house.opened()
    assert paper_of(house, opened.receipt).data["old_mail"] == words


def test_a_void_receipt_is_marked(house: House):
    _application, opened = house.opened()
    house.receipts.void(opened.receipt, TODAY, "印错")
    assert paper_of(house, opened.receipt).mark == "作废"


def test_the_slip_is_a_sheet_of_its_own_that_carries_no_number(house: House):
    _application, opened = house.opened(house.person(emp_no="A10417"))
    paper = slip_paper(house.receipts, house.branches, opened.receipt, "Abcd-2345-efGH", TODAY)
    assert (paper.form, paper.number, paper.data["password"]) == (SLIP, "", "Abcd-2345-efGH")
    assert (paper.data["login"], paper.data["webmail"]) == (f"zhouwenbo@{DOMAIN}", f"https://mail.{DOMAIN}")
    drawing = house.services["papers"].drawing(paper)
    assert drawing.sheet().pages == 1
    assert drawing.digits is None


def test_the_password_of_a_slip_is_kept_nowhere_in_the_desk(house: House):
    _application, opened = house.opened()
    password = new_password()
    papers = house.services["papers"]
    drawing = papers.drawing(slip_paper(house.receipts, house.branches, opened.receipt, password, TODAY))
    sheet = drawing.sheet()
    with pytest.raises(ValueError, match=SLIP):
        papers.keep(drawing, sheet.pdf, 1)
    house.receipts.slip_issued(opened.receipt)
    folder: Path = house.desk.folder
    house.office.close()
    kept = [path for path in folder.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        content = path.read_bytes()
        assert password.encode() not in content, path.name
        assert password.replace("-", "").encode() not in content, path.name


def test_no_two_passwords_are_alike_and_none_has_characters_that_look_alike():
    passwords = {new_password() for _ in range(200)}
    assert len(passwords) == 200
    for password in passwords:
        assert re.fullmatch(r"[A-Za-z]{4}-[2-9]{4}-[A-Za-z2-9]{4}", password)
        assert not set("IOl01") & set(password)


def test_every_rule_of_use_cites_a_clause_and_fills_in():
    rules = usage_rules()
    figures = {"quota": "10 MB", "send_limit": "2 MB", "old_mail": "两个月"}
    assert len({(rule.clause, rule.in_force) for rule in rules}) == len(rules)
    for rule in rules:
        assert re.fullmatch(r"00[0-4]/.+", rule.clause)
        assert "{" not in rule.text.format_map(figures)


def device(house: House, **changes):
    staff = house.person(emp_no="A10417")
    values = {
        "what": "device",
        "subject": "对讲机 SN 1234",
        "copies": 2,
        "back_by": TODAY + timedelta(days=28),
    } | changes
    entry = ReceiptEntry(
        staff=staff, branch=house.branches.named(HEADQUARTERS), name="周文博", dept=DEPARTMENT, **values
    )
    with house.desk.work("receipt.issue") as work:
        return house.receipts.issue_in(work, entry, TODAY)


def test_anything_but_an_account_prints_on_the_hand_over_receipt_in_the_same_series(house: House):
    house.opened(house.person("程思思"))
    paper = paper_of(house, device(house, note="遗失当日报告"))
    assert (paper.form, paper.number) == ("handover_receipt", "HZ-2026-0002")
    assert paper.data == {
        "date": "2026 年 12 月 3 日",
        "name": "周文博",
        "emp_no": "A10417",
        "dept": DEPARTMENT,
        "what": "设备",
        "subject": "对讲机 SN 1234",
        "copies": "2 份",
        "note": "遗失当日报告",
        "application": "",
        "back_by": "2026 年 12 月 31 日",
        "clerk": "周敏",
    }


def test_the_code_of_a_hand_over_receipt_leads_back_to_it(house: House):
    papers = house.services["papers"]
    drawing = papers.drawing(paper_of(house, device(house)))
    assert drawing.sheet().pages == 1
    assert papers.number_of(drawing.digits) == "HZ-2026-0001"
    papers.keep(drawing, drawing.sheet().pdf, 1)
    assert house.receipts.row(1).printed


def test_a_receipt_without_an_account_has_no_mailbox(house: House):
    with pytest.raises(ValueError, match="1"):
        house.receipts.mailbox_of(device(house))

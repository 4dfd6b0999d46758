"""The registers' dialogs, filled in and saved: what was entered is what happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.model import Application
from desk_mailadmin.registers.applications.printed import application_paper
from desk_mailadmin.registers.roster.form import RosterSession
from tests.registers.builders import BRANCH, DEPARTMENT, DOMAIN, HEADQUARTERS, TODAY, House
from tests.registers.counter import Counter, fill_in, leave, sign_with

ADDRESS = f"zhouwenbo@{DOMAIN}"


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def refusals(dialog: Any) -> list[str]:
    return [str(field.message.text) for field in dialog.fields if field.message]


def test_a_unit_is_entered_with_the_usual_servers_of_its_domain(house: House, counter: Counter):
    def answer(dialog: Any) -> bool:
        dialog.field("domain").set_value("bj.yunfan.example.com")
        dialog.field("domain").left.emit()
        return fill_in(name="北京分公司", kind="branch", head="李强", personnel="王婷")(dialog)

    counter.answer = answer
    counter.do("branches", "new")
    record = house.branches.named("北京分公司") or 0
    entry = house.branches.entry(record)
    assert (entry.head, entry.personnel, entry.client.smtp.host) == ("李强", "王婷", "smtp.bj.yunfan.example.com")
    assert entry.client.missing() == ()
    assert counter.window.told == ["已保存单位 北京分公司"]


def test_a_unit_is_changed(house: House, counter: Counter):
    record = house.branches.named(BRANCH) or 0
    counter.answer = fill_in(head="李强")
    counter.do("branches", "edit", record)
    assert house.branches.entry(record).head == "李强"


def test_a_name_that_exists_keeps_the_dialog_open_and_says_so(house: House, counter: Counter):
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        saved = fill_in(name=BRANCH, kind="branch")(dialog)
        seen.extend(refusals(dialog))
        return saved

    counter.answer = answer
    counter.do("branches", "new")
    assert any(f"已经有名为“{BRANCH}”的单位" in text for text in seen)
    assert counter.window.told == []


def test_a_department_is_entered_and_changed(house: House, counter: Counter):
    counter.answer = fill_in(branch=BRANCH, name="销售部", manager="李强")
    counter.do("departments", "new")
    record = house.departments.named(house.branches.named(BRANCH) or 0, "销售部") or 0
    counter.answer = fill_in(manager="王婷", mail_person="高丹", secret_keeper="宋翔")
    counter.do("departments", "edit", record)
    entry = house.departments.entry(record)
    assert (entry.manager, entry.mail_person, entry.secret_keeper) == ("王婷", "高丹", "宋翔")


def test_a_manager_nobody_knows_is_warned_of_and_kept_all_the_same(house: House, counter: Counter):
    house.person("王婷", emp_no="A7")
    said: list[str] = []

    def answer(dialog: Any) -> bool:
        field = dialog.field("manager")
        for name in ("李强", "王婷", ""):
            field.set_value(name)
            assert field.check()
            said.append(field.message.text if field.message else "")
        return fill_in(branch=BRANCH, name="销售部", manager="李强")(dialog)

    counter.answer = answer
    counter.do("departments", "new")
    assert said == ["在职人员里没有“李强”，请核对姓名。", "", ""]
    record = house.departments.named(house.branches.named(BRANCH) or 0, "销售部") or 0
    assert house.departments.entry(record).manager == "李强"


def test_a_person_is_entered_with_numbers_as_they_are_kept(house: House, counter: Counter):
    counter.answer = fill_in(
        name="周文博", emp_no="ａ10417", branch=HEADQUARTERS, dept=DEPARTMENT, mobile="138 1717 0137", hired_on=TODAY
    )
    counter.do("staff", "new")
    (row,) = house.staff.find("周文博")
    assert (row.emp_no, row.mobile, row.hired_on) == ("A10417", "13817170137", TODAY)


def test_a_person_is_changed_and_what_is_wiped_out_is_gone(house: House, counter: Counter):
    record = house.person(post="经理", rank="M1", state="left", left_on=TODAY)
    counter.answer = fill_in(post="总监", rank="")
    counter.do("staff", "edit", record)
    row = house.staff.row(record)
    assert (row.post, row.rank, row.state, row.left_on) == ("总监", "", "left", TODAY)


def test_a_person_leaves_on_the_day_the_clerk_says(house: House, counter: Counter):
    record = house.person()
    counter.prompter.answers.append(TODAY - timedelta(days=2))
    counter.do("staff", "leave", record)
    assert house.staff.row(record).left_on == TODAY - timedelta(days=2)


def test_a_mailbox_from_before_is_entered_for_a_person_or_for_all(house: House, counter: Counter):
    staff = house.person(emp_no="A10417")
    branch = str(house.branches.named(HEADQUARTERS))
    counter.answer = fill_in(address=ADDRESS, emp_no="a10417", branch=branch, quota_mb=8)
    counter.do("mailboxes", "new")
    counter.answer = fill_in(address=f"sales@{DOMAIN}", owner="国际业务部公用", branch=branch)
    counter.do("mailboxes", "new")
    personal, shared = house.mailboxes.rows(sorted(house.mailboxes.keys(Query())))
    assert (personal.name, personal.emp_no, personal.quota_mb) == ("周文博", "A10417", 8)
    assert (shared.name, shared.emp_no) == ("国际业务部公用", "")
    assert house.mailboxes.of_person(staff) == [personal]


def test_a_number_that_is_nobodys_makes_no_shared_mailbox(house: House, counter: Counter):
    counter.answer = fill_in(address=ADDRESS, emp_no="A9", branch=str(house.branches.named(HEADQUARTERS)))
    counter.do("mailboxes", "new")
    assert list(house.mailboxes.keys(Query())) == []


def test_a_mailbox_is_moved_with_reason_and_gets_an_alias(house: House, counter: Counter):
    record = house.mailbox()
    counter.answer = fill_in(state="retained", until=date(2027, 3, 3), reason="离职")
    counter.do("mailboxes", "move", record)
    counter.answer = fill_in(address=f"wenbo@{DOMAIN}")
    counter.do("mailboxes", "alias", record)
    row = house.mailboxes.rows([record])[0]
    assert (row.state, row.retained_until, row.closed_on) == ("retained", date(2027, 3, 3), TODAY)
    assert house.found("mailboxes", "wenbo") == [record]


def test_signatures_are_recorded_as_they_stand_on_paper(house: House, counter: Counter):
    record = house.signing()
    counter.answer = sign_with()
    counter.do("applications", "sign", record)
    counter.answer = sign_with(name="罗建华", opinion="同意开通")
    counter.do("applications", "sign", record)
    first, second, _third = house.applications.signatures(record)
    assert (first.signer, first.agreed, first.signed_on) == ("周文博", True, TODAY)
    assert (second.signer, second.opinion) == ("罗建华", "同意开通")
    assert counter.window.told == ["已登记 YJ-2026-0001 签字"] * 2


def test_a_refusal_needs_its_opinion(house: House, counter: Counter):
    record = house.signing()
    counter.answer = sign_with(agreed="no")
    counter.do("applications", "sign", record)
    assert house.state(record) == "signing"
    counter.answer = sign_with(agreed="no", opinion="不申请了")
    counter.do("applications", "sign", record)
    assert (house.state(record), house.applications.row(record).reason) == ("refused", "不申请了")


def test_an_account_opens_only_with_every_tick_and_leads_to_its_receipt(house: House, counter: Counter):
    record = house.ready()
    counter.answer = fill_in(_done=frozenset({"0"}), _on=TODAY)
    counter.do("applications", "open", record)
    assert house.state(record) == "ready"
    counter.answer = fill_in(_done=frozenset({"0", "1"}), _on=TODAY)
    counter.do("applications", "open", record)
    receipt = house.receipts.of_application(record)
    assert receipt is not None
    assert counter.window.shown == [("receipts", receipt.id)]
    assert counter.window.told == ["已开户，回执 HZ-2026-0001 待打印"]


@pytest.mark.parametrize(("action", "state"), [("return", "returned"), ("void", "void"), ("withdraw", "signing")])
def test_what_is_undone_officially_has_its_reason(house: House, counter: Counter, action: str, state: str):
    record = house.ready()
    counter.answer = fill_in(reason="地址写错")
    counter.do("applications", action, record)
    assert house.state(record) == state
    assert any("地址写错" in line for line in house.history("application", record))


def test_a_receipt_is_handed_over_and_signed(house: House, counter: Counter):
    application, opened = house.opened()
    counter.answer = fill_in(on=TODAY, how="department")
    counter.do("receipts", "hand_over", opened.receipt)
    counter.answer = sign_with()
    counter.do("receipts", "sign", opened.receipt)
    assert (house.receipts.row(opened.receipt).handed_how, house.state(application)) == ("department", "closed")


def test_a_receipt_not_agreed_to_is_refused(house: House, counter: Counter):
    _application, opened = house.handed_over()
    counter.answer = sign_with(agreed="no", opinion="姓名印错")
    counter.do("receipts", "sign", opened.receipt)
    assert house.receipts.row(opened.receipt).state == "out", "nobody saw it"
    counter.answer = sign_with(agreed="no", opinion="姓名印错", witness="程思思")
    counter.do("receipts", "sign", opened.receipt)
    row = house.receipts.row(opened.receipt)
    assert (row.state, row.reason, row.witness) == ("refused", "姓名印错", "程思思")


@pytest.mark.parametrize(("action", "state"), [("lose", "lost"), ("void", "void")])
def test_a_receipt_ends_otherwise_with_its_reason(house: House, counter: Counter, action: str, state: str):
    _application, opened = house.handed_over()
    counter.answer = fill_in(reason="途中遗失")
    counter.do("receipts", action, opened.receipt)
    row = house.receipts.row(opened.receipt)
    assert (row.state, row.reason) == (state, "途中遗失")


@pytest.mark.parametrize("register", ["applications", "receipts"])
def test_a_scan_is_kept_with_its_record(house: House, counter: Counter, tmp_path: Path, register: str):
    application, opened = house.opened()
    record = {"applications": application, "receipts": opened.receipt}[register]
    paper = application_paper(house.applications, house.desk.settings, application)
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(house.services["papers"].drawing(paper).sheet().pdf)
    counter.prompter.answers.append(scan)
    counter.do(register, "attach", record)
    (kept,) = house.desk.attachments.of(register.removesuffix("s"), record)
    assert (kept.name, kept.pages) == ("扫描.pdf", 2)
    assert house.desk.attachments.read(kept.sha256) == scan.read_bytes()


def test_what_was_never_printed_is_not_reprinted(house: House, counter: Counter):
    record, opened = house.opened()
    counter.do("applications", "reprint", record)
    counter.do("receipts", "reprint", opened.receipt)
    assert counter.titles == []
    assert ["还没有打印过" in text for _kind, text in counter.prompter.asked] == [True, True]


def test_a_draft_is_not_printed(house: House, counter: Counter):
    record = house.applications.draft(ApplicationEntry(house.person()))
    counter.do("applications", "print", record)
    assert counter.titles == []
    assert "还是草稿" in counter.prompter.asked[0][1]


def test_a_second_password_slip_is_asked_about(house: House, counter: Counter):
    _application, opened = house.opened()
    house.receipts.slip_issued(opened.receipt)
    counter.do("receipts", "password_slip", opened.receipt)
    assert counter.titles == []
    assert "旧密码作废" in counter.prompter.asked[0][1]


def test_a_blank_form_is_printed_for_the_route_that_is_chosen(house: House, counter: Counter):
    counter.prompter.answers.append("branch")
    counter.do("applications", "blank")
    assert len(counter.titles) == 1


def test_a_dialog_that_was_changed_asks_before_it_closes(house: House, counter: Counter):
    def answer(dialog: Any) -> bool:
        dialog.field("head").set_value("李强")
        dialog.reject()
        still_open = dialog.isVisible()
        dialog.done(QDialog.DialogCode.Rejected)
        assert still_open
        return False

    counter.answer = answer
    counter.do("branches", "edit", house.branches.named(BRANCH) or 0)
    assert len(counter.prompter.asked) == 1


def test_the_window_names_whom_an_import_leaves_out_with_the_row_and_what_to_do(
    house: House, counter: Counter, tmp_path: Path
):
    house.person("周一", emp_no="A1", hired_on=TODAY + timedelta(days=900))
    roster = tmp_path / "名册.csv"
    roster.write_text(f"工号,姓名,部门,状态\nA1,周一,{DEPARTMENT},离职\nA8,周五,{DEPARTMENT},在职\n", encoding="utf-8")
    session = RosterSession(counter.bench)
    session.open(roster, lambda _done, _all: None)
    session.movements()
    result = session.write(frozenset(), lambda _done, _all: None)
    (told,) = [line for line in result.details if "没有导入" in line]
    assert "第 2 行：周一（A1）没有导入：入职日期在今天以后，不能同时离职。" in told
    assert "先看电脑的日期" in told


def test_who_has_no_agreement_is_listed_and_when_all_have_that_is_said(house: House, counter: Counter):
    """002/11.二.7 (M1-6): everybody in office signs one, who left needs none."""
    first, second = house.person("周文博", emp_no="A10417"), house.person("程思思", emp_no="A10002")
    house.person("韩沈", emp_no="A10003", state="left", left_on=TODAY)
    assert house.applications.without("staff_nda") == [second, first]
    seen: list[str] = []

    def look(dialog: Any) -> bool:
        seen.append(dialog.windowTitle())
        return leave(dialog)

    counter.answer = look
    counter.do("applications", "missing")
    assert "没有生效的员工保密协议　2" in seen[0]
    for staff in (first, second):
        Application.create(**agreement(house, staff))
    assert house.applications.without("staff_nda") == []
    counter.do("applications", "missing")
    assert counter.window.told == ["在职人员都有生效的员工保密协议。"]


def agreement(house: House, staff: int) -> dict[str, Any]:
    """An agreement in force as it is kept."""
    columns = house.applications.columns_of(ApplicationEntry(staff, {}, "staff_nda"), "usual")
    return {**columns, "state": "in_force", "state_order": 6, "from_on": TODAY}

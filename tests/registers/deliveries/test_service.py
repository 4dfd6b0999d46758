"""Mails entered, sent once, taken up after a crash; the password slip never leaves by mail."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.detail import StepState
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.mailserver.outcome import Fault, Outcome, Result
from desk_mailadmin.mailserver.server import Security
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.deliveries.model import Delivery
from desk_mailadmin.registers.deliveries.rules import INTERRUPTED, Words
from desk_mailadmin.registers.receipts.printed import SLIP
from desk_mailadmin.registers.receipts.service import ReceiptEntry
from tests.registers.builders import DOMAIN, TODAY, House, open_house, refusal

ADDRESS = f"zhouwenbo@{DOMAIN}"


@pytest.fixture
def receipt(house: House) -> int:
    house.mail_server()
    return house.handed_over()[1].receipt


def state(house: House, record: int) -> str:
    return house.deliveries.row(record).state


# the description of the server


def test_without_a_server_nothing_can_be_sent_and_the_way_to_set_one_is_told(house: House):
    with pytest.raises(UserError) as fault:
        house.mail(house.handed_over()[1].receipt)
    assert refusal(fault.value) == (
        None,
        "还没有设置邮件发送服务器：在“工具 › 设置 › 邮件发送”里填写发送服务器和发件地址。",
    )


def test_the_settings_describe_the_server(house: House):
    house.mail_server(port=587, security="starttls", timeout=20)
    server = house.deliveries.server()
    assert (server.host, server.port, server.security) == ("smtp.yunfan.example.com", 587, Security.STARTTLS)
    assert (server.sender_name, server.timeout) == ("周敏", 20)
    house.mail_server(host="https://mail.example.com")
    with pytest.raises(UserError, match="不是服务器名称"):
        house.deliveries.server()


# entering


def test_a_mail_is_entered_with_its_sheet_kept_and_its_message_id(house: House, receipt: int):
    record = house.mail(receipt)
    row, kept = house.deliveries.row(record), Delivery.get_by_id(record)
    assert (row.state, row.number, row.name, row.progress) == ("waiting", "HZ-2026-0001", "周文博", "还没有发送")
    assert kept.message_id.endswith(f"@{DOMAIN}>")
    printed = house.office.papers.latest("receipt", receipt, "account_receipt")
    assert printed is not None
    assert kept.sha256 == printed.sha256 == hashlib.sha256(house.office.papers.kept_pdf(printed)).hexdigest()
    assert house.found("deliveries", "zwb") == house.found("deliveries", "HZ-2026-0001") == [record]


def test_a_sheet_that_was_printed_goes_out_as_it_was_printed(house: House, receipt: int):
    papers = house.office.papers
    sheet = house.deliveries.sheet(house.deliveries.sendable("receipt", receipt))
    assert sheet.drawing is not None
    papers.keep(sheet.drawing, sheet.pdf, 2)
    house.clock.at += timedelta(days=1)
    mail = message_from_bytes(house.deliveries.written(house.mail(receipt)), policy=policy.default)
    (attached,) = mail.iter_attachments()  # type: ignore[attr-defined]
    assert attached.get_content() == sheet.pdf
    assert attached.get_filename() == "HZ-2026-0001 电子邮件开户回执.pdf"
    assert len(papers.prints_of("receipt", receipt)) == 1, "nothing is printed anew"


def test_the_password_slip_is_never_sent(house: House, receipt: int):
    slip = replace(house.deliveries.sendable("receipt", receipt), form=SLIP)
    with pytest.raises(UserError, match="上面有密码，只打印一份，当面交给本人"):
        house.deliveries.enter(slip, Words(ADDRESS, "x", "x"))
    assert house.deliveries.of_paper("receipt", receipt) == []


def test_a_void_receipt_is_not_sent(house: House, receipt: int):
    house.receipts.void(receipt, TODAY, "重复")
    with pytest.raises(UserError, match="HZ-2026-0001 已经作废"):
        house.mail(receipt)


def test_a_sheet_larger_than_what_may_go_out_is_not_sent(house: House, receipt: int):
    papers = house.office.papers
    drawing = house.deliveries.sheet(house.deliveries.sendable("receipt", receipt)).drawing
    assert drawing is not None
    papers.keep(drawing, b"%PDF" + b"x" * 1_600_000, 2)
    with pytest.raises(UserError, match="超过外发单封上限 2 MB"):
        house.mail(receipt)


def test_a_mail_that_waits_is_not_sent_once_its_receipt_is_void(house: House, receipt: int):
    record = house.mail(receipt)
    house.receipts.void(receipt, TODAY, "重复")
    with pytest.raises(UserError, match="已经作废"):
        house.deliveries.written(record)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"address": "周文博"}, "address"),
        ({"address": "a@b.example, c@d.example"}, "address"),
        ({"subject": ""}, "subject"),
        ({"subject": "x\r\nBcc: y@z.example"}, "subject"),
        ({"text": "字" * 5001}, "text"),
    ],
)
def test_an_entry_that_cannot_be_a_mail_is_refused_by_its_field_and_keeps_nothing(
    house: House, receipt: int, changes: dict[str, str], field: str
):
    with pytest.raises(UserError) as fault:
        house.mail(receipt, **changes)
    assert fault.value.field == field
    assert house.office.papers.prints_of("receipt", receipt) == ()


def test_the_likely_address_is_the_mailbox_then_what_the_roster_names(house: House):
    house.mail_server()
    staff = house.person(email="wenbo@old.example.com")
    house.mailbox(f"wenbo2@{DOMAIN}", staff=staff)
    receipt = house.handed_over(staff)[1].receipt
    sendable = house.deliveries.sendable("receipt", receipt)
    assert sendable.addresses == (ADDRESS, f"wenbo2@{DOMAIN}", "wenbo@old.example.com")
    assert house.deliveries.usual(sendable, "回执").address == ADDRESS


def test_an_application_is_sent_as_its_sheet_and_its_panel_says_so(house: House):
    house.mail_server()
    staff = house.person(email="wenbo@old.example.com")
    record = house.signing(staff)
    sendable = house.deliveries.sendable("application", record)
    assert (sendable.number, sendable.addresses) == ("YJ-2026-0001", ("wenbo@old.example.com",))
    mail = house.deliveries.enter(sendable, Words(ADDRESS, "通知", ""))
    house.deliveries.begin(mail)
    house.deliveries.finish(mail, Outcome(Result.ACCEPTED))
    step = house.applications.detail(record).steps[0]
    assert (step.title, step.note) == ("用邮件发送", f"已发送到 {ADDRESS} 12-03 09:00")
    assert f"用邮件发送到 {ADDRESS}" in house.history("application", record)


def test_a_draft_and_a_void_application_are_not_sent(house: House):
    house.mail_server()
    draft = house.applications.draft(ApplicationEntry(house.person("程思思")))
    with pytest.raises(UserError, match="还没有正式填表"):
        house.deliveries.sendable("application", draft)
    record = house.signing()
    house.applications.void(record, TODAY, "重复")
    with pytest.raises(UserError, match="YJ-2026-0001还没有正式填表，或已经作废"):
        house.deliveries.sendable("application", record)


# the dialogue and its outcome


@pytest.mark.parametrize(
    ("result", "fault", "after", "progress"),
    [
        (Result.ACCEPTED, Fault.NONE, "sent", "12-03 09:00 已发送"),
        (Result.REFUSED, Fault.RECIPIENT, "failed", "没有收：250 taken"),
        (Result.AGAIN, Fault.TIMEOUT, "waiting", "上次没有发出"),
        (Result.UNKNOWN, Fault.NO_ANSWER, "unclear", "问对方收到没有"),
    ],
)
def test_what_the_server_said_decides_where_a_mail_stands(
    house: House, receipt: int, result: Result, fault: Fault, after: str, progress: str
):
    record = house.mailed(receipt, result, fault)
    row = house.deliveries.row(record)
    assert (row.state, row.attempts, row.answer) == (after, 1, "250 taken")
    assert progress in row.progress
    assert row.said.startswith(("服务器已收下", "smtp.yunfan.example.com", "邮件已经全部送出"))
    assert (row.sent_at is not None) == (after == "sent")


def test_a_mail_is_marked_before_the_server_is_spoken_to_and_nothing_else_may_begin_it(house: House, receipt: int):
    record = house.mail(receipt)
    house.deliveries.begin(record)
    assert state(house, record) == "sending"
    assert house.deliveries.row(record).progress == "正在发送"
    with pytest.raises(UserError, match="现在是“发送中”"):
        house.deliveries.begin(record)
    with pytest.raises(UserError, match="先在“回执 › 寄送记录”里处理"):
        house.mail(receipt)
    with pytest.raises(UserError):
        house.deliveries.cancel(record)


def test_what_was_being_sent_when_the_program_ended_is_unclear_and_never_sent_by_itself(
    house: House, receipt: int, tmp_path: Path
):
    record = house.mail(receipt)
    message_id = house.deliveries.row(record).message_id
    house.deliveries.begin(record)
    house.desk.database.close()  # as a kill leaves it
    again = open_house(tmp_path / "desk")
    try:
        row = again.deliveries.row(record)
        assert (row.state, row.said, row.message_id) == ("unclear", INTERRUPTED, message_id)
        with pytest.raises(UserError, match="现在是“不明”"):
            again.deliveries.begin(record)
        assert again.deliveries.settle_interrupted() == 0
        assert "发送到 zhouwenbo@yunfan.example.com 时程序中断，是否收到不明" in again.history("delivery", record)
    finally:
        again.office.close()


def test_the_clerk_settles_what_is_unclear(house: House, receipt: int):
    record = house.mailed(receipt, Result.UNKNOWN, Fault.NO_ANSWER)
    message_id = house.deliveries.row(record).message_id
    house.deliveries.again(record)
    assert state(house, record) == "waiting"
    house.deliveries.begin(record)
    row = house.deliveries.row(record)
    assert (row.message_id, row.attempts) == (message_id, 2), "a second one bears the same name, so servers may drop it"
    house.deliveries.finish(record, Outcome(Result.UNKNOWN, Fault.NO_ANSWER))
    house.deliveries.arrived(record)
    assert house.deliveries.row(record).progress == "12-03 09:00 已发送"
    with pytest.raises(UserError):
        house.deliveries.again(record)


def test_a_paper_of_which_a_mail_is_unclear_is_not_sent_by_another_way(house: House, receipt: int):
    record = house.mailed(receipt, Result.UNKNOWN, Fault.NO_ANSWER)
    with pytest.raises(UserError, match="HZ-2026-0001 有一封邮件还不清楚对方是否收到"):
        house.mail(receipt, f"other@{DOMAIN}")
    house.deliveries.cancel(record)
    assert house.mail(receipt) != record


def test_what_was_sent_there_already_is_asked_about_and_elsewhere_not(house: House, receipt: int):
    record = house.mailed(receipt, Result.ACCEPTED)
    with pytest.raises(NeedsConfirmation) as question:
        house.mail(receipt, ADDRESS.upper().replace(DOMAIN.upper(), DOMAIN))
    assert str(question.value) == (
        "HZ-2026-0001 在 12-03 09:00 已经发送到 zhouwenbo@yunfan.example.com，再发一次对方会收到两封。"
    )
    assert house.mail(receipt, f"other@{DOMAIN}") != record
    house.deliveries.cancel(house.mail(receipt, f"other@{DOMAIN}"))
    sendable = house.deliveries.sendable("receipt", receipt)
    house.deliveries.enter(sendable, Words(ADDRESS, "再发", ""), frozenset({question.value.key}))


@pytest.mark.parametrize(("result", "fault"), [(Result.REFUSED, Fault.RECIPIENT), (Result.AGAIN, Fault.TIMEOUT)])
def test_a_mail_that_was_not_taken_is_taken_up_with_its_address_corrected(
    house: House, receipt: int, result: Result, fault: Fault
):
    record = house.mailed(receipt, result, fault)
    assert house.mail(receipt, f"right@{DOMAIN}", "改过的主题") == record
    assert house.deliveries.words(record) == Words(f"right@{DOMAIN}", "改过的主题", "见附件")
    assert (state(house, record), len(house.deliveries.of_paper("receipt", receipt))) == ("waiting", 1)
    assert house.found("deliveries", "right") == [record]


# where it shows


def test_the_receipts_panel_says_where_it_was_sent(house: House, receipt: int):
    assert [step.title for step in house.receipts.detail(receipt).steps] == ["打印回执", "送出", "本人签收"]
    house.mailed(receipt, Result.ACCEPTED)
    step = house.receipts.detail(receipt).steps[1]
    assert (step.title, step.state, step.note) == (
        "用邮件发送",
        StepState.DONE,
        "已发送到 zhouwenbo@yunfan.example.com 12-03 09:00",
    )
    assert "用邮件发送到 zhouwenbo@yunfan.example.com" in house.history("receipt", receipt)
    assert "receipts" in house.announced


@pytest.mark.parametrize(
    ("result", "fault", "note", "late"),
    [
        (Result.UNKNOWN, Fault.NO_ANSWER, f"{ADDRESS} 是否收到不明", True),
        (Result.REFUSED, Fault.RECIPIENT, f"{ADDRESS} 没有收", True),
        (Result.AGAIN, Fault.TIMEOUT, f"等着发送到 {ADDRESS}", False),
    ],
)
def test_the_receipts_panel_says_what_hinders(
    house: House, receipt: int, result: Result, fault: Fault, note: str, late: bool
):
    house.mailed(receipt, result, fault)
    step = house.receipts.detail(receipt).steps[1]
    assert (step.state, step.note, step.late) == (StepState.NOW, note, late)


def test_a_mail_given_up_is_not_spoken_of_and_its_own_panel_keeps_it(house: House, receipt: int):
    record = house.mail(receipt)
    house.deliveries.cancel(record)
    assert len(house.receipts.detail(receipt).steps) == 3
    detail = house.deliveries.detail(record)
    assert detail.state is not None
    assert detail.state.title == "不发了"
    assert {fact.label: fact.value for fact in detail.facts}["次数"] == "还没有发送"


def test_a_desk_that_is_only_viewed_marks_nothing(house: House, receipt: int):
    record = house.mail(receipt)
    house.deliveries.begin(record)
    house.desk.view_only = True
    assert house.deliveries.settle_interrupted() == 0
    house.desk.view_only = False
    assert state(house, record) == "sending"


def test_a_receipt_that_went_out_by_mail_is_handed_over_and_due_back(house: House):
    house.mail_server()
    receipt = house.opened()[1].receipt
    assert receipt is not None
    record = house.mail(receipt)
    house.deliveries.begin(record)
    house.deliveries.finish(record, Outcome(Result.ACCEPTED, answer="250 ok"))
    row = house.receipts.row(receipt)
    assert (row.handed_on, row.handed_how, row.due_on is not None) == (TODAY, "mail", True)
    assert [house.state(a) for a in house.applications.keys(Query())] == ["receipted"]


def test_a_device_is_not_handed_over_by_the_mail_with_its_slip(house: House):
    staff = house.person(emp_no="A10417")
    with house.desk.work("receipt.enter") as work:
        entry = ReceiptEntry(
            staff=staff, branch=house.staff.branch_of(staff), name="周文博", dept="国际业务部",
            what="device", subject="对讲机 SN 1234",
        )  # fmt: skip
        record = house.receipts.issue_in(work, entry, TODAY)
    house.receipts.mailed(record)
    assert house.receipts.row(record).handed_on is None

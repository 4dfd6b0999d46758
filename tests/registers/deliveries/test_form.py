"""The clerk sends papers by mail: dialogs filled in, real servers answering, and what the window says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtWidgets import QLabel, QLineEdit

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.mailserver.outcome import Fault, Result
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.store.secrets import ABSENT
from tests.mailserver.certificates import HOST, Certificates
from tests.mailserver.posts import PASSWORD, USER, Post, post
from tests.registers.builders import DOMAIN, TODAY, House
from tests.registers.counter import Counter, fill_in, leave

ADDRESS = f"zhouwenbo@{DOMAIN}"


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    """These tests never ask the keyring of who runs them."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def safe_post(house: House, certificates: Certificates) -> Iterator[Post]:
    """A mail server with a good certificate that wants a password, set as the office's own."""
    with post(certificates.server_side["good"]) as running:
        house.mail_server(HOST, port=running.port, user=USER, ca_file=certificates.ca_file)
        yield running


def in_turn(*answers: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Answer each dialog by the next one."""
    left = list(answers)
    return lambda dialog: left.pop(0)(dialog)  # noqa: PLW0108  (each call takes the next one)


def state(house: House, record: int) -> str:
    return house.deliveries.row(record).state


def words_of(dialog: Any) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def sent(qtbot: Any, house: House, count: int = 1) -> None:
    """Wait until no mail is on its way any more."""

    def ended() -> None:
        rows = house.deliveries.rows(range(1, count + 1))
        assert len(rows) == count
        assert all(row.state != "sending" and row.attempts for row in rows)

    qtbot.waitUntil(ended, timeout=10_000)


def test_a_receipt_is_sent_and_everybody_sees_it(
    house: House, mailing: House, office_post: Post, counter: Counter, qtbot
):
    receipt = house.handed_over()[1].receipt
    seen: list[str] = []

    def look(dialog: Any) -> bool:
        seen.extend([dialog.field("address").value(), dialog.field("subject").value(), words_of(dialog)])
        return fill_in(text="见附件。")(dialog)

    counter.answer = look
    counter.do("receipts", "send_by_mail", receipt)
    sent(qtbot, house)
    qtbot.waitUntil(lambda: bool(counter.window.told), timeout=5_000)
    assert seen[:2] == [ADDRESS, "电子邮件开户回执 HZ-2026-0001"]
    assert "附件：HZ-2026-0001 电子邮件开户回执.pdf（" in seen[2]
    assert "还没有打印过，发送时留档" in seen[2]
    assert counter.window.told == ["已发送 1 封邮件"]
    assert counter.window.watched == ["正在发送 HZ-2026-0001（1 / 1）"]
    (mail,) = office_post.mails
    assert mail["To"].addresses[0].addr_spec == ADDRESS
    assert (state(house, 1), house.deliveries.row(1).answer) == ("sent", "250 taken, queued as 4F2A")


def test_a_notice_is_sent_and_stands_in_its_panel_but_is_not_served(
    house: House, mailing: House, office_post: Post, counter: Counter, qtbot
):
    house.mailbox(ADDRESS)
    staff = house.person(emp_no="A10417")
    record = house.penalties.enter(
        PenaltyEntry(staff=staff, occurred_on=TODAY, act="call_168", fee_fen=860, facts="账单核对属实。")
    )
    counter.answer = fill_in(address=ADDRESS, text="见附件。")
    counter.do("penalties", "send_by_mail", record)
    sent(qtbot, house)
    qtbot.waitUntil(lambda: bool(counter.window.told), timeout=5_000)
    (mail,) = office_post.mails
    assert mail["Subject"] == "违规处理通知单 CF-2026-0001"
    row = house.penalties.row(record)
    assert (row.state, row.printed) == ("issued", True), "a mail is no signature; what was sent is kept"
    assert any("邮件" in step.title for step in house.penalties.detail(record).steps)


def test_several_receipts_go_out_one_mail_each(
    house: House, mailing: House, office_post: Post, counter: Counter, qtbot
):
    names = ("周文博", "程思思", "宋翔")
    receipts = [house.handed_over(house.person(name), f"p{n}@{DOMAIN}")[1].receipt for n, name in enumerate(names)]
    counter.answer = fill_in(**{f"address_{receipts[1]}": ""}, text="【姓名】：\n编号 【编号】")
    counter.do("receipts", "send_by_mail", *receipts)
    sent(qtbot, house, 2)
    qtbot.waitUntil(lambda: bool(counter.window.told), timeout=5_000)
    assert counter.window.told == ["已发送 2 封邮件"]
    assert [(mail["To"].addresses[0].display_name, mail["Subject"]) for mail in office_post.mails] == [
        ("周文博", "电子邮件开户回执 HZ-2026-0001"),
        ("宋翔", "电子邮件开户回执 HZ-2026-0003"),
    ]
    bodies = [mail.get_body(("plain",)) for mail in office_post.mails]
    assert [body.get_content().split() for body in bodies if body] == [
        ["周文博：", "编号", "HZ-2026-0001"],
        ["宋翔：", "编号", "HZ-2026-0003"],
    ]


def test_a_notice_is_sent_from_the_applications(
    house: House, mailing: House, office_post: Post, counter: Counter, qtbot: Any
):
    record = house.signing()
    counter.answer = fill_in(address=ADDRESS)
    counter.do("applications", "send_by_mail", record)
    sent(qtbot, house)
    (mail,) = office_post.mails
    assert mail["Subject"] == "电子邮件开户申请表 YJ-2026-0001"
    counter.do("deliveries", "paper", 1)
    assert counter.window.shown == [("applications", record)]


def test_an_address_that_is_none_is_said_beside_its_field_and_nothing_is_sent(
    house: House, mailing: House, office_post: Post, counter: Counter
):
    receipt = house.handed_over()[1].receipt
    said: list[str] = []

    def wrong(dialog: Any) -> bool:
        assert not fill_in(address="周文博")(dialog)
        said.append(dialog.field("address").message.text)
        return False

    counter.answer = wrong
    counter.do("receipts", "send_by_mail", receipt)
    assert said == ["“周文博”不是一个邮箱地址，写成 name@example.com，一次一个。"]
    assert (house.deliveries.of_paper("receipt", receipt), office_post.accepted) == ([], [])


def test_without_a_server_the_clerk_is_told_where_to_set_one(house: House, counter: Counter):
    counter.do("receipts", "send_by_mail", house.handed_over()[1].receipt)
    assert counter.titles == []
    assert "在“工具 › 设置 › 邮件发送”里填写" in counter.prompter.texts("warn")[0]


# the password


def test_the_password_is_asked_once_a_session_and_shown_as_dots(house: House, safe_post: Post, counter: Counter, qtbot):
    receipts = [
        house.handed_over(house.person(name), f"{name[0]}@{DOMAIN}".replace("周", "z").replace("宋", "s"))[1].receipt
        for name in ("周文博", "宋翔")
    ]
    seen: list[Any] = []

    def password(dialog: Any) -> bool:
        edit = dialog.field("password").edit
        edit.setText(PASSWORD)
        seen.append((edit.echoMode(), PASSWORD in edit.displayText(), words_of(dialog), dialog.entries()))
        return fill_in()(dialog)

    counter.answer = in_turn(fill_in(), password, fill_in())
    counter.do("receipts", "send_by_mail", receipts[0])
    sent(qtbot, house)
    counter.do("receipts", "send_by_mail", receipts[1])
    sent(qtbot, house, 2)
    assert counter.titles == ["用邮件发送", "邮件服务器的密码", "用邮件发送"]
    (mode, shown_bare, words, entries) = seen[0]
    assert mode is QLineEdit.EchoMode.Password
    assert not shown_bare
    assert ABSENT in words
    assert entries == {"password": ""}
    assert safe_post.logins == [(USER, PASSWORD)] * 2
    assert len(safe_post.accepted) == 2


def test_without_a_password_the_mail_waits(house: House, safe_post: Post, counter: Counter):
    counter.answer = in_turn(fill_in(), leave)
    counter.do("receipts", "send_by_mail", house.handed_over()[1].receipt)
    assert counter.window.told == ["没有发送，1 封邮件在寄送记录里等着"]
    assert state(house, 1) == "waiting"
    assert safe_post.accepted == []


def test_a_wrong_password_is_forgotten_and_asked_for_anew(house: House, safe_post: Post, counter: Counter, qtbot):
    receipt = house.handed_over()[1].receipt
    wrong, right = (fill_in(password=Secret(word)) for word in ("wrong", PASSWORD))
    counter.answer = in_turn(fill_in(), wrong, fill_in(), right)
    counter.do("receipts", "send_by_mail", receipt)
    qtbot.waitUntil(lambda: bool(counter.prompter.texts("warn")), timeout=10_000)
    assert "不认这个登录名或密码" in counter.prompter.texts("warn")[0]
    assert state(house, 1) == "waiting"
    counter.do("deliveries", "retry", 1)
    qtbot.waitUntil(lambda: state(house, 1) == "sent", timeout=10_000)
    assert [word for _user, word in safe_post.logins] == ["wrong", PASSWORD]
    assert len(safe_post.accepted) == 1


def test_the_password_can_be_forgotten(house: House, safe_post: Post, counter: Counter):
    name = f"{USER}@{HOST}"
    house.desk.secrets.keep(name, Secret(PASSWORD), remember=False)
    counter.prompter.answers.append(True)
    counter.do("deliveries", "forget")
    assert counter.prompter.texts("confirm") == [f"删除 {USER} 的密码？下次发送再问。"]
    assert house.desk.secrets.find(name).secret is None


def test_a_bad_certificate_is_told_in_words_and_the_rest_waits(
    house: House, certificates: Certificates, counter: Counter, qtbot
):
    with post(certificates.server_side["expired"]) as running:
        house.mail_server(HOST, port=running.port, user=USER, ca_file=certificates.ca_file)
        receipts = [house.handed_over(house.person(f"周文{n}"), f"p{n}@{DOMAIN}")[1].receipt for n in range(3)]
        counter.answer = in_turn(fill_in(), fill_in(password=Secret(PASSWORD)))
        counter.do("receipts", "send_by_mail", *receipts)
        qtbot.waitUntil(lambda: bool(counter.prompter.texts("warn")), timeout=10_000)
    (said,) = counter.prompter.texts("warn")
    assert "localhost 的证书已经过期，没有发送密码" in said
    assert "其余 2 封没有发，在寄送记录里等着。" in said
    assert running.logins == []
    assert [row.attempts for row in house.deliveries.rows([1, 2, 3])] == [1, 0, 0]
    assert {row.state for row in house.deliveries.rows([1, 2, 3])} == {"waiting"}


# afterwards


def test_what_waits_is_sent_together(house: House, mailing: House, office_post: Post, counter: Counter, qtbot):
    for n in range(2):
        house.mail(house.handed_over(house.person(f"周文{n}"), f"p{n}@{DOMAIN}")[1].receipt, f"p{n}@{DOMAIN}")
    counter.prompter.answers.append(True)
    counter.do("deliveries", "retry", 1, 2)
    sent(qtbot, house, 2)
    assert len(office_post.accepted) == 2
    assert counter.prompter.texts("confirm") == ["发送 2 封等着的邮件？被退回的要一封一封改过地址再发。"]


def test_what_came_back_is_sent_to_a_corrected_address(
    house: House, mailing: House, office_post: Post, counter: Counter, qtbot
):
    record = house.mailed(house.handed_over()[1].receipt, Result.REFUSED, Fault.RECIPIENT, "550 no such user")
    counter.answer = fill_in(address=f"right@{DOMAIN}")
    counter.do("deliveries", "retry", record)
    qtbot.waitUntil(lambda: state(house, record) == "sent", timeout=10_000)
    (mail,) = office_post.mails
    assert mail["To"].addresses[0].addr_spec == f"right@{DOMAIN}"


@pytest.mark.parametrize(("answers", "after", "count"), [
    (["arrived"], "sent", 0),
    (["cancel"], "cancelled", 0),
    (["again", False], "unclear", 0),
    (["again", True], "sent", 1),
    ([None], "unclear", 0),
])  # fmt: skip
def test_what_is_unclear_is_settled_by_the_clerks_word_alone(
    house: House, mailing: House, office_post: Post, counter: Counter, qtbot, answers: list[Any], after: str, count: int
):
    record = house.mailed(house.handed_over()[1].receipt, Result.UNKNOWN, Fault.NO_ANSWER)
    counter.prompter.answers.extend(answers)
    counter.do("deliveries", "settle", record)
    qtbot.waitUntil(lambda: state(house, record) == after, timeout=10_000)
    assert len(office_post.accepted) == count
    if "again" in answers:
        assert counter.prompter.texts("confirm") == [f"重新发送到 {ADDRESS}？上一封要是到了，对方会收到两封。"]


def test_a_mail_is_given_up_after_a_question(house: House, mailing: House, counter: Counter):
    record = house.mail(house.handed_over()[1].receipt)
    counter.do("deliveries", "cancel", record)
    assert state(house, record) == "waiting"
    counter.prompter.answers.append(True)
    counter.do("deliveries", "cancel", record)
    assert state(house, record) == "cancelled"


def test_from_a_mail_the_clerk_goes_to_its_paper(house: House, mailing: House, counter: Counter):
    receipt = house.handed_over()[1].receipt
    counter.do("deliveries", "paper", house.mail(receipt))
    assert counter.window.shown == [("receipts", receipt)]


def test_the_server_can_be_tried(house: House, mailing: House, office_post: Post, counter: Counter):
    counter.prompter.answers.append(f"desk@{DOMAIN}")
    counter.do("deliveries", "test")
    assert counter.prompter.texts("inform") == ["服务器已收下。"]
    (mail,) = office_post.mails
    assert mail["Subject"] == "邮件管理台账：试发"
    office_post.answers["RCPT"] = "550 no such user"
    counter.prompter.answers.append(f"nobody@{DOMAIN}")
    counter.do("deliveries", "test")
    assert f"不收发给 nobody@{DOMAIN} 的邮件，说：550 no such user" in counter.prompter.texts("warn")[0]


def test_a_window_that_closes_waits_for_the_mail_on_its_way_and_keeps_what_became_of_it(
    house: House, mailing: House, office_post: Post, counter: Counter
):
    receipts = [house.handed_over(house.person(f"周文{n}"), f"p{n}@{DOMAIN}")[1].receipt for n in range(2)]
    counter.answer = fill_in()
    counter.do("receipts", "send_by_mail", *receipts)
    counter.bench.wait()
    assert [state(house, record) for record in (1, 2)] == ["sent", "waiting"]
    assert len(office_post.accepted) == 1


def test_what_waits_for_the_clerk_stands_in_today(house: House):
    house.mail_server()
    for n, (result, fault) in enumerate(
        [(Result.UNKNOWN, Fault.NO_ANSWER), (Result.REFUSED, Fault.RECIPIENT), (Result.AGAIN, Fault.TIMEOUT)]
    ):
        house.mailed(house.handed_over(house.person(f"周文{n}"), f"p{n}@{DOMAIN}")[1].receipt, result, fault)
    todos = register_of("deliveries").todos(house.deliveries, house.clock.today())
    assert [(todo.title, todo.action_title) for todo in todos] == [
        ("邮件下落不明", "问清以后…"),
        ("邮件没有发出", "重新发送…"),
        ("邮件待发送", "重新发送…"),
    ]


def test_a_notice_or_a_form_is_sent_like_a_receipt(
    house: House, mailing: House, office_post: Post, counter: Counter, qtbot
):
    """An application's own sheet goes out too: a meeting notice, a form to be signed elsewhere."""
    record = house.in_force(house.person("程思思", emp_no="A10002"))
    counter.answer = fill_in(text="见附件。")
    counter.do("applications", "send_by_mail", record)
    sent(qtbot, house)
    (mail,) = office_post.mails
    assert mail["Subject"].startswith("邮件自动转发")
    (attachment,) = mail.iter_attachments()
    assert attachment.get_content_type() == "application/pdf"
    assert "用邮件发送" in [step.title for step in house.applications.detail(record).steps]


def test_a_draft_is_not_sent(house: House, mailing: House):
    draft = house.applications.draft(ApplicationEntry(house.person()))
    with pytest.raises(UserError, match="还没有正式填表，或已经作废，不能发送"):
        house.deliveries.sendable("application", draft)

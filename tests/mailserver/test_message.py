"""What may stand in a mail, and what it looks like on the line."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.mailserver.message import Letter, checked_letter, new_message_id, written
from desk_mailadmin.mailserver.server import MailServer, Security, checked_address

NOW = datetime(2026, 12, 3, 9, 41, tzinfo=UTC)
SERVER = MailServer("smtp.yunfan.example.com", 465, Security.TLS, "desk@yunfan.example.com", sender_name="周敏")
LETTER = Letter("a@yunfan.example.com", "周文博", "回执", "见附件。", new_message_id("desk@yunfan.example.com"))


@pytest.mark.parametrize("text", ["主题\r\nBcc: x@y.example", "主题\nX", "主\u2028题", "主\x85题"])
def test_a_line_end_in_the_subject_is_refused(text: str) -> None:
    with pytest.raises(UserError) as fault:
        written(replace(LETTER, subject=text), SERVER, NOW)
    assert fault.value.field == "subject"
    with pytest.raises(UserError):
        written(replace(LETTER, name=text), SERVER, NOW)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "周文博",
        "a@b",
        "a b@c.example",
        "a@b.example\r\nRCPT TO:<x@y.example>",
        "a@b.example,c@d.example",
        "a@b.example;c@d.example",
        "周 <a@b.example>",
        "a..b@c.example",
        ".a@c.example",
        "a@-c.example",
        "a@c..example",
        "周@c.example",
        f"{'a' * 65}@c.example",
        f"a@{'b.' * 130}example",
        "a@b@c.example\x00",
        '"a b"@c.example',
    ],
)
def test_what_is_not_one_plain_address_is_refused(address: str) -> None:
    with pytest.raises(UserError) as fault:
        checked_address(address)
    assert fault.value.field == "address"


def test_a_chinese_domain_is_written_as_the_net_knows_it() -> None:
    assert checked_address(" Zhou@云帆.example ") == "Zhou@xn--9kqs09a.example"


def test_an_empty_subject_is_asked_for() -> None:
    with pytest.raises(UserError, match="还没有填写主题"):
        checked_letter(replace(LETTER, subject="  "))


def test_no_mail_goes_out_under_a_name_that_was_not_made_for_it() -> None:
    with pytest.raises(ValueError, match="<1@x>"):
        written(replace(LETTER, message_id="<1@x>"), SERVER, NOW)


@pytest.mark.parametrize("sender", ["a@b.example", f"a@{'very-long-label.' * 12}example.com", "a@-.-.example"])
def test_a_message_id_is_new_each_time_and_stands_on_one_line(sender: str) -> None:
    ids = {new_message_id(sender) for _ in range(99)}
    assert len(ids) == 99
    message_id = ids.pop()
    assert len(message_id) <= 66
    assert f"Message-ID: {message_id}\r\n".encode() in written(replace(LETTER, message_id=message_id), SERVER, NOW)


def test_a_file_name_holds_nothing_a_disk_refuses() -> None:
    assert checked_letter(replace(LETTER, file_name="a/b\\c:d\r\n.pdf")).file_name == "a_b_c_d__.pdf"


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_text_either_is_refused_or_arrives(text: str, subject: str) -> None:
    try:
        letter = checked_letter(replace(LETTER, subject=subject, text=text))
    except UserError:
        return
    raw = written(letter, SERVER, NOW)
    mail = message_from_bytes(raw, policy=policy.default)
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert [key for key in mail if key in ("To", "From", "Subject", "Message-ID", "Bcc")] == [
        "From",
        "To",
        "Subject",
        "Message-ID",
    ]
    assert mail["Subject"] == letter.subject
    assert mail.get_content().replace("\r\n", "\n") == f"{letter.text}\n"

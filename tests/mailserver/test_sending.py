"""Real dialogues on loopback: what is accepted, what is refused, what is unknown, and that no password leaks."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.mailserver.message import Letter, new_message_id, written
from desk_mailadmin.mailserver.outcome import SENTENCES, Fault, Outcome, Result
from desk_mailadmin.mailserver.sending import send
from desk_mailadmin.mailserver.server import MailServer, Security
from tests.mailserver.certificates import Certificates
from tests.mailserver.posts import PASSWORD, USER, post, raw

NOW = datetime(2026, 12, 3, 9, 41, tzinfo=UTC)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n.\r\n..\r\n%%EOF"
TO = "zhouwenbo@yunfan.example.com"


def server(port: int, security: Security = Security.TLS, **changes: Any) -> MailServer:
    values = {"host": "localhost", "sender": USER, "user": USER, "sender_name": "周敏", "timeout": 5, **changes}
    return MailServer(port=port, security=security, **values)


def letter(**changes: Any) -> Letter:
    message = Letter(TO, "周文博", "电子邮件开户回执 HZ-2026-0001", "周文博：\n\n.\n见附件。", new_message_id(USER))
    return replace(message, **{"file_name": "HZ-2026-0001 开户回执.pdf", "pdf": PDF, **changes})


def sent(where: MailServer, password: str | None = PASSWORD, longest: float = 20, **changes: Any) -> Outcome:
    mail = written(letter(**changes), where, NOW)
    return send(where, TO, mail, Secret(password) if password is not None else None, longest=longest)


# what is accepted


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_good_certificate_and_the_right_password_hand_the_mail_in_once(
    certificates: Certificates, security: Security
) -> None:
    with post(certificates.server_side["good"], starttls=security is Security.STARTTLS) as office:
        outcome = sent(server(office.port, security, ca_file=certificates.ca_file))
    assert (outcome.result, outcome.fault) == (Result.ACCEPTED, Fault.NONE)
    assert outcome.answer == "250 taken, queued as 4F2A"
    assert office.logins == [(USER, PASSWORD)]
    (mail,) = office.mails
    assert mail["Subject"] == "电子邮件开户回执 HZ-2026-0001"
    assert mail["From"].addresses[0].display_name == "周敏"
    assert mail["To"].addresses[0].addr_spec == TO
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "周文博：\n\n.\n见附件。\n"
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "HZ-2026-0001 开户回执.pdf"
    assert attached.get_content() == PDF


def test_a_server_on_this_computer_is_talked_to_in_the_clear_without_any_password() -> None:
    with post() as office:
        outcome = sent(server(office.port, Security.NONE, user=""), password=None)
    assert outcome.result is Result.ACCEPTED
    assert office.logins == []
    assert len(office.accepted) == 1


# certificates and lines that are not safe: not a byte of the password


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize("kind", ["self_signed", "expired", "not_yet_valid", "wrong_host", "unknown_issuer"])
def test_a_bad_certificate_gets_neither_password_nor_mail(
    certificates: Certificates, kind: str, security: Security
) -> None:
    with post(certificates.server_side[kind], starttls=security is Security.STARTTLS) as office:
        outcome = sent(server(office.port, security, ca_file=certificates.ca_file))
    assert (outcome.result, outcome.fault) == (Result.AGAIN, Fault(kind))
    assert office.logins == []
    assert office.accepted == []
    assert "没有发送密码" in outcome.sentence
    assert "localhost" in outcome.sentence


def test_the_companys_own_authority_is_trusted_only_where_it_is_named(certificates: Certificates) -> None:
    with post(certificates.server_side["good"]) as office:
        outcome = sent(server(office.port))
    assert outcome.fault is Fault.UNKNOWN_ISSUER
    assert office.logins == []


def test_an_authoritys_file_that_cannot_be_read_is_named_before_anything_is_said() -> None:
    assert sent(server(9, ca_file="gone\0.pem")).fault is Fault.CA_FILE
    assert sent(server(9, ca_file=".")).fault is Fault.CA_FILE
    outcome = sent(server(9, ca_file="gone.pem"))
    assert outcome.sentence == "CA 证书文件 gone.pem 读不出来，没有连接服务器。在设置里重新指定，或清空。"


def test_a_server_without_starttls_gets_no_password() -> None:
    with post() as office:
        outcome = sent(server(office.port, Security.STARTTLS))
    assert (outcome.result, outcome.fault) == (Result.AGAIN, Fault.NO_STARTTLS)
    assert (office.logins, office.accepted) == ([], [])


def test_a_line_between_that_swallows_starttls_gets_no_password() -> None:
    heard: list[bytes] = []

    def downgrade(line: socket.socket) -> None:
        line.sendall(b"220 x\r\n")
        while said := line.recv(999):
            heard.append(said)
            line.sendall(b"250-x\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n" if said[:4] == b"ehlo" else b"454 no TLS\r\n")

    with raw(downgrade) as port:
        outcome = sent(server(port, Security.STARTTLS))
    assert outcome.fault in (Fault.BUSY, Fault.NO_STARTTLS)
    assert outcome.result is Result.AGAIN
    assert all(word not in b"".join(heard).upper() for word in (b"AUTH ", b"MAIL", PASSWORD.encode().upper()))


def test_answers_put_in_before_the_encryption_are_forgotten(certificates: Certificates) -> None:
    def inject(line: socket.socket) -> None:
        line.sendall(b"220 x\r\n")
        line.recv(999)
        line.sendall(b"250-x\r\n250 STARTTLS\r\n")
        line.recv(999)
        line.sendall(b"220 go\r\n250 AUTH PLAIN\r\n")
        with certificates.server_side["good"].wrap_socket(line, server_side=True) as safe:
            safe.recv(999)
            safe.sendall(b"250 x\r\n")
            safe.recv(999)

    with raw(inject) as port:
        outcome = sent(server(port, Security.STARTTLS, ca_file=certificates.ca_file))
    assert outcome.fault is Fault.NO_LOGIN


def test_a_port_that_does_not_speak_tls_is_named_as_that() -> None:
    with post() as office:
        outcome = sent(server(office.port, Security.TLS))
    assert (outcome.result, outcome.fault) == (Result.AGAIN, Fault.NO_TLS)
    assert "465 用 TLS，587 和 25 用 STARTTLS" in outcome.sentence


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"host": "mail.example.com", "user": ""}, "security"),
        ({"host": "127.0.0.1"}, "user"),
        ({"host": "https://mail.example.com"}, "host"),
        ({"host": "mail example.com"}, "host"),
        ({"host": ""}, "host"),
        ({"port": 0}, "port"),
        ({"port": 70000}, "port"),
        ({"sender": "周敏", "user": ""}, "sender"),
        ({"sender": "a@b.example.com, c@d.example.com", "user": ""}, "sender"),
    ],
)
def test_a_description_that_cannot_stand_is_refused_by_its_field(changes: dict[str, Any], field: str) -> None:
    described = replace(server(25, Security.NONE), **changes)
    with pytest.raises(UserError) as fault:
        described.checked()
    assert fault.value.field == field


def test_a_password_no_server_can_take_is_refused_before_anything_is_said() -> None:
    for password in ("", "密码", "a\nb"):
        with pytest.raises(UserError) as fault:
            send(server(9), TO, b"", Secret(password))
        assert fault.value.field == "password"


@pytest.mark.parametrize(("without", "result"), [(("PLAIN",), Result.ACCEPTED), (("PLAIN", "LOGIN"), Result.AGAIN)])
def test_a_login_goes_by_what_the_server_offers(
    certificates: Certificates, without: tuple[str, ...], result: Result
) -> None:
    with post(certificates.server_side["good"], without=without) as office:
        outcome = sent(server(office.port, ca_file=certificates.ca_file))
    assert outcome.result is result
    assert outcome.fault is (Fault.NONE if result is Result.ACCEPTED else Fault.NO_LOGIN)


# what the server refuses


def test_a_wrong_password_is_told_in_the_servers_words_and_may_be_tried_again(certificates: Certificates) -> None:
    with post(certificates.server_side["good"]) as office:
        outcome = sent(server(office.port, ca_file=certificates.ca_file), password="wrong")
    assert (outcome.result, outcome.fault) == (Result.AGAIN, Fault.PASSWORD)
    assert outcome.answer == "535 5.7.8 Authentication credentials invalid"
    assert office.logins == [(USER, "wrong")], "tried once: some servers lock an account after three"
    assert "授权码" in outcome.sentence
    assert office.accepted == []


@pytest.mark.parametrize(
    ("step", "answer", "result", "fault"),
    [
        ("MAIL", "550 5.7.1 sender not allowed", Result.AGAIN, Fault.SENDER),
        ("MAIL", "451 try later", Result.AGAIN, Fault.BUSY),
        ("RCPT", "550 5.1.1 no such user", Result.REFUSED, Fault.RECIPIENT),
        ("RCPT", "552 5.2.2 mailbox full", Result.REFUSED, Fault.TOO_LARGE),
        ("RCPT", "450 greylisted", Result.AGAIN, Fault.BUSY),
        ("DATA", "552 5.3.4 message too big", Result.REFUSED, Fault.TOO_LARGE),
        ("DATA", "554 5.7.1 spam", Result.REFUSED, Fault.REFUSED),
        ("DATA", "452 out of space", Result.AGAIN, Fault.BUSY),
    ],
)
def test_what_the_server_refuses_is_told_in_its_words(
    certificates: Certificates, step: str, answer: str, result: Result, fault: Fault
) -> None:
    with post(certificates.server_side["good"], answers={step: answer}) as office:
        outcome = sent(server(office.port, ca_file=certificates.ca_file))
    assert (outcome.result, outcome.fault, outcome.answer) == (result, fault, answer)
    assert answer in outcome.sentence
    assert office.accepted == []


# lines that break


def test_a_line_that_breaks_before_the_end_of_the_mail_was_sent_may_be_tried_again() -> None:
    whole = b"Subject: x\r\n\r\n" + (b"a" * 76 + b"\r\n") * 400_000  # more than all buffers on the way hold

    def cut_in_data(line: socket.socket) -> None:
        line.sendall(b"220 x\r\n")
        while said := line.recv(999):
            if said[:4].upper() == b"DATA":
                line.sendall(b"354 go\r\n")
                line.recv(9999)
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                return line.close()
            line.sendall(b"250 ok\r\n")
        return None

    with raw(cut_in_data) as port:
        outcome = send(server(port, Security.NONE, user=""), TO, whole)
    assert (outcome.result, outcome.fault) == (Result.AGAIN, Fault.BROKEN)


def test_a_line_that_breaks_after_the_end_was_sent_leaves_it_unknown(certificates: Certificates) -> None:
    with post(certificates.server_side["good"], answers={"DATA": "abort"}) as office:
        outcome = sent(server(office.port, ca_file=certificates.ca_file))
    assert (outcome.result, outcome.fault) == (Result.UNKNOWN, Fault.NO_ANSWER)
    assert len(office.accepted) == 1, "the server had it: to send again by itself would be twice"
    assert "可能收到，也可能没有" in outcome.sentence


def test_a_server_that_takes_too_long_to_answer_the_mail_leaves_it_unknown(certificates: Certificates) -> None:
    with post(certificates.server_side["good"], before_answer=lambda: time.sleep(3)) as office:
        outcome = sent(server(office.port, ca_file=certificates.ca_file, timeout=2))
    assert outcome.result is Result.UNKNOWN
    assert len(office.accepted) == 1


@pytest.mark.parametrize("answer", [b"hello\r\n", b"200\xff\r\n", b"354 go on\r\n", b"999 what\r\n"])
def test_an_answer_that_is_none_leaves_it_unknown_and_never_failed(answer: bytes) -> None:
    def odd(line: socket.socket) -> None:
        line.sendall(b"220 x\r\n")
        while said := line.recv(99999):
            if said.endswith(b".\r\n"):
                line.sendall(answer)
            elif said[:4].upper() == b"DATA":
                line.sendall(b"354 go\r\n")
            elif said[:4].upper() in (b"EHLO", b"MAIL", b"RCPT"):
                line.sendall(b"250 ok\r\n")

    with raw(odd) as port:
        outcome = send(server(port, Security.NONE, user="", timeout=5), TO, b"Subject: x\r\n\r\nx\r\n")
    assert outcome.result is (Result.ACCEPTED if answer.startswith(b"200") else Result.UNKNOWN)


def test_a_refusal_to_say_goodbye_changes_nothing() -> None:
    def rude(line: socket.socket) -> None:
        line.sendall(b"220 x\r\n")
        while said := line.recv(99999):
            if said.endswith(b".\r\n"):
                line.sendall(b"250 taken\r\n")
                return line.close()
            line.sendall(b"354 go\r\n" if said[:4].upper() == b"DATA" else b"250 ok\r\n")
        return None

    with raw(rude) as port:
        outcome = send(server(port, Security.NONE, user="", timeout=5), TO, b"Subject: x\r\n\r\nx\r\n")
    assert outcome.result is Result.ACCEPTED


def test_a_server_that_says_nothing_is_given_up() -> None:
    with raw(lambda line: line.recv(9)) as port:
        started = time.monotonic()
        outcome = send(server(port, Security.NONE, user="", timeout=1), TO, b"x")
    assert (outcome.result, outcome.fault) == (Result.AGAIN, Fault.TIMEOUT)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("security", [Security.NONE, Security.TLS])
def test_a_server_that_drips_for_ever_is_cut(security: Security) -> None:
    def drip(line: socket.socket) -> None:
        while True:
            line.sendall(b"2")
            time.sleep(0.05)

    with raw(drip) as port:
        started = time.monotonic()
        user = "" if security is Security.NONE else USER
        outcome = send(server(port, security, user=user, timeout=60), TO, b"x", Secret(PASSWORD), longest=0.5)
    assert outcome.result is Result.AGAIN
    assert time.monotonic() - started < 20


def test_no_server_at_all_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert sent(server(port)).fault is Fault.CLOSED
    assert sent(server(25, host="nowhere.invalid")).fault in (Fault.NO_SUCH_HOST, Fault.UNREACHABLE)


def test_a_greeting_that_sends_us_away_may_be_tried_again() -> None:
    with raw(lambda line: line.sendall("421 队列已满\r\n".encode("gb18030"))) as port:
        outcome = send(server(port, Security.NONE, user="", timeout=5), TO, b"x")
    assert (outcome.result, outcome.fault, outcome.answer) == (Result.AGAIN, Fault.BUSY, "421 队列已满")


class Scripted:
    """A server that gives these answers in turn, whatever it is told; the last one again and again."""

    def __init__(self, *answers: bytes) -> None:
        self._answers = answers

    def __call__(self, line: socket.socket) -> None:
        left = list(self._answers)
        while True:
            line.sendall(left.pop(0) if len(left) > 1 else left[0])
            if not line.recv(99999):
                return


@pytest.mark.parametrize(
    "answer",
    [
        b"".join(b"550-" + b"x" * 900 + b"\r\n" for _ in range(9)) + b"550 end\r\n",
        "550 \ufffe\ufdd0\ud800\x07\u202e坏字\r\n".encode("utf-8", "surrogatepass"),
        b"550 " + bytes(range(128, 256)) + b"\r\n",
    ],
)
def test_the_strangest_words_of_a_server_are_one_short_line(answer: bytes) -> None:
    with raw(Scripted(b"220 x\r\n", b"250 ok\r\n", b"250 ok\r\n", answer)) as port:
        outcome = send(server(port, Security.NONE, user="", timeout=5), TO, b"x\r\n")
    assert (outcome.result, outcome.fault) == (Result.REFUSED, Fault.RECIPIENT)
    assert outcome.answer.isprintable()
    assert 3 < len(outcome.answer) < 310


def test_a_very_old_server_is_greeted_in_the_plain_way() -> None:
    with raw(
        Scripted(
            b"220 x\r\n", b"502 no\r\n", b"250 hello\r\n", b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n", b"250 ok\r\n"
        )
    ) as port:
        assert send(server(port, Security.NONE, user="", timeout=5), TO, b"x\r\n").result is Result.ACCEPTED
    with raw(Scripted(b"220 x\r\n", b"502 no\r\n", b"502 no\r\n")) as port:
        assert send(server(port, Security.NONE, user="", timeout=5), TO, b"x\r\n").fault is Fault.BUSY


def test_a_server_that_wants_a_login_after_all_says_so() -> None:
    with raw(Scripted(b"220 x\r\n", b"250 ok\r\n", b"530 5.7.0 authentication required\r\n")) as port:
        outcome = send(server(port, Security.NONE, user="", timeout=5), TO, b"x\r\n")
    assert (outcome.result, outcome.fault) == (Result.AGAIN, Fault.PASSWORD)


def test_a_line_that_closes_instead_of_encrypting_is_named() -> None:
    with raw(lambda line: line.close()) as port:
        outcome = sent(server(port))
    assert (outcome.result, outcome.fault) == (Result.AGAIN, Fault.NO_TLS)


# what is said and what is not


def test_a_server_that_repeats_the_password_does_not_bring_it_into_the_records(certificates: Certificates) -> None:
    with post(certificates.server_side["good"], answers={"RCPT": f"550 you said {PASSWORD} to me"}) as office:
        outcome = sent(server(office.port, ca_file=certificates.ca_file))
    assert outcome.answer == "550 you said ••• to me"
    assert PASSWORD not in repr(outcome)


def test_every_fault_has_its_sentence_and_every_sentence_its_values() -> None:
    assert set(SENTENCES) == set(Fault)
    for fault in Fault:
        outcome = Outcome(Result.AGAIN, fault, "答", "主机", 25, "发件", "收件", "文件")
        assert outcome.sentence.endswith("。")
        assert "{" not in outcome.sentence


def test_a_secret_shows_itself_to_nobody_who_does_not_ask() -> None:
    secret = Secret(PASSWORD)
    assert PASSWORD not in f"{secret!r}{secret}{[secret]}"
    assert secret
    assert not Secret("")
    assert secret.bare == PASSWORD

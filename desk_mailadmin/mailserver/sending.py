"""One dialogue with the company's mail server: certificates verified, no password in the clear, four outcomes.

The end of a mail (a line with a single dot) is sent by itself, after everything else. A line that breaks before or
while it is sent leaves the server without a whole mail, which it must throw away; only what breaks while its answer is
awaited is unknown.
"""

from __future__ import annotations

import base64
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, is_whole
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.mailserver.outcome import Fault, Outcome, Result
from desk_mailadmin.mailserver.server import MailServer, Security, is_own_computer

LONGEST_DIALOGUE = 300
"""Seconds after which the line is cut, however slowly the server keeps it alive."""
_LONGEST_ANSWER = 300
_GOODBYE = 2
"""Seconds a server has to answer once the mail is taken."""
_TEMPORARY, _FOR_GOOD, _END_OF_CODES = 400, 500, 600
_TOO_LARGE = (552, 523)
_LOGIN_WANTED = (530, 534, 535, 538)
_OF_THE_SERVER = (Fault.NO_STARTTLS, Fault.BUSY, Fault.SENDER)
"""What is no fault of this one mail: once it is mended, the mail may be tried again."""

_NAME = "localhost"
"""What the server is told of this computer: its own name is nobody's business."""

_CERTIFICATE_FAULTS = {
    9: Fault.NOT_YET_VALID,
    10: Fault.EXPIRED,
    18: Fault.SELF_SIGNED,
    19: Fault.SELF_SIGNED,
    20: Fault.UNKNOWN_ISSUER,
    21: Fault.UNKNOWN_ISSUER,
    62: Fault.WRONG_HOST,
    64: Fault.WRONG_HOST,
}
"""What OpenSSL's numbers of verification mean."""


class _Failed(Exception):  # noqa: N818  (carries an outcome to the end of the dialogue)
    def __init__(self, result: Result, fault: Fault, answer: str = "") -> None:
        super().__init__(fault)
        self.outcome = Outcome(result, fault, answer)


def send(
    server: MailServer, address: str, mail: bytes, password: Secret | None = None, *, longest: float = LONGEST_DIALOGUE
) -> Outcome:
    """Hand one mail in for one recipient and return what became of it; never raises for what a server or line does.

    Raises UserError where the description of the server or the password cannot stand, before anything is said.
    """
    server = server.checked()
    check_password(server, password)
    try:
        outcome = _dialogue(server, address, mail, password or Secret(""), longest)
    except _Failed as failed:
        outcome = failed.outcome
    return replace(
        outcome,
        answer=_without(server.user, password, outcome.answer),
        host=server.host,
        port=server.port,
        sender=server.sender,
        address=address,
        ca_file=server.ca_file,
    )


def check_password(server: MailServer, password: Secret | None) -> None:
    """Raise UserError for a password that is wanted and missing, or that no server can take."""
    if not server.user:
        return
    if not password:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有给出 {user} 的密码。"), field="password", user=server.user)
    if not password.bare.isascii() or not password.bare.isprintable():
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "密码里有英文字母、数字和符号以外的字，服务器不能用它登录。"), field="password"
        )


def _dialogue(server: MailServer, address: str, mail: bytes, password: Secret, longest: float) -> Outcome:
    context = _context(server)
    with _connected(server, longest) as line:
        with _faults(Result.AGAIN):
            _make_safe(line, server, context)
            if server.user:
                _log_in(line, server.user, password)
            _hand_over(line, server.sender, address, mail)
        with _faults(Result.UNKNOWN):
            answer = _expect(line.getreply(), Fault.REFUSED)
        _say_goodbye(line)
    return Outcome(Result.ACCEPTED, answer=answer)


def _say_goodbye(line: smtplib.SMTP) -> None:
    """End the dialogue politely; the mail is taken already, so no answer is waited for long."""
    with suppress(OSError, smtplib.SMTPException):
        if line.sock is not None:
            line.sock.settimeout(_GOODBYE)
        line.quit()


def _context(server: MailServer) -> ssl.SSLContext:
    """Return what verifies the certificate: the system's authorities, and the company's own where one is named."""
    context = ssl.create_default_context()
    if server.ca_file:
        try:
            context.load_verify_locations(server.ca_file)
        except (OSError, ValueError) as fault:
            raise _Failed(Result.AGAIN, Fault.CA_FILE) from fault
    return context


@contextmanager
def _connected(server: MailServer, longest: float) -> Iterator[smtplib.SMTP]:
    """Open the line, nothing said yet; it is cut after ``longest`` seconds and closed at the end."""
    with _faults(Result.AGAIN):
        bare = socket.create_connection((server.host, server.port), server.timeout)
    line = smtplib.SMTP(local_hostname=_NAME, timeout=server.timeout)
    line.sock = bare
    timer = threading.Timer(longest, _cut, (line,))
    timer.daemon = True
    timer.start()
    try:
        yield line
    finally:
        timer.cancel()
        line.close()


def _cut(line: smtplib.SMTP) -> None:
    """End a line that a server keeps alive byte by byte for ever."""
    if line.sock is not None:
        with suppress(OSError):
            socket.socket.shutdown(line.sock, socket.SHUT_RDWR)


def _make_safe(line: smtplib.SMTP, server: MailServer, context: ssl.SSLContext) -> None:
    """Bring the line to where mail may be handed in; nothing is said of it before the certificate is verified."""
    if server.security is Security.NONE and not _ends_here(line):
        raise _Failed(Result.AGAIN, Fault.NOT_OUR_COMPUTER)
    if server.security is Security.TLS:
        _encrypt(line, server, context)
    _expect(line.getreply(), Fault.BUSY)
    if server.security is Security.STARTTLS:
        _expect(line.ehlo(), Fault.NO_STARTTLS)
        if not line.has_extn("starttls"):
            raise _Failed(Result.AGAIN, Fault.NO_STARTTLS)
        _expect(line.docmd("STARTTLS"), Fault.NO_STARTTLS)
        _encrypt(line, server, context)
    _greet(line)


def _greet(line: smtplib.SMTP) -> None:
    """Say hello in the extended way or, to a very old server, in the plain one."""
    if line.ehlo()[0] // 100 != 2:  # noqa: PLR2004  (done)
        _expect(line.helo(), Fault.BUSY)


def _encrypt(line: smtplib.SMTP, server: MailServer, context: ssl.SSLContext) -> None:
    """Encrypt the line and verify who is at its other end; what was said in the clear before is forgotten."""
    assert line.sock is not None
    line.file = None
    try:
        line.sock = context.wrap_socket(line.sock, server_hostname=server.host)
    except (ConnectionError, ssl.SSLEOFError) as fault:
        raise _Failed(Result.AGAIN, Fault.NO_TLS) from fault


def _ends_here(line: smtplib.SMTP) -> bool:
    """Say whether the line really ends on this computer, whatever its name was resolved to."""
    assert line.sock is not None
    return is_own_computer(str(line.sock.getpeername()[0]))


def _log_in(line: smtplib.SMTP, user: str, password: Secret) -> None:
    """Log in once, by the first way the server offers; smtplib's own login tries a wrong password in every way."""
    if not isinstance(line.sock, ssl.SSLSocket):  # never over a line that is not encrypted
        raise _Failed(Result.AGAIN, Fault.NO_TLS)
    ways: dict[str, Any] = {"PLAIN": line.auth_plain, "LOGIN": line.auth_login, "CRAM-MD5": line.auth_cram_md5}
    offered = line.esmtp_features.get("auth", "").upper().split()
    way = next((way for way in ways if way in offered), None)
    if way is None:
        raise _Failed(Result.AGAIN, Fault.NO_LOGIN)
    line.user, line.password = user, password.bare
    try:
        line.auth(way, ways[way])
    except smtplib.SMTPAuthenticationError as refused:
        fault = Fault.BUSY if refused.smtp_code < _FOR_GOOD else Fault.PASSWORD
        raise _Failed(Result.AGAIN, fault, f"{refused.smtp_code} {_words(refused.smtp_error)}") from None
    finally:
        line.password = ""


def _hand_over(line: smtplib.SMTP, sender: str, address: str, mail: bytes) -> None:
    """Say from whom and to whom, and send the mail, its end last: where that cannot be sent, nothing was handed in."""
    size = [f"size={len(mail)}"] if line.has_extn("size") else []
    _expect(line.mail(sender, size), Fault.SENDER)
    _expect(line.rcpt(address), Fault.RECIPIENT)
    _expect(line.docmd("DATA"), Fault.REFUSED, wanted=3)
    stuffed = re.sub(rb"(?m)^\.", b"..", mail)
    line.send(stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n")
    line.send(b".\r\n")


def _expect(reply: tuple[int, bytes], fault: Fault, wanted: int = 2) -> str:
    """Return the server's answer where it begins with the digit ``wanted``; else say what it means."""
    code, said = reply
    answer = f"{code} {_words(said)}".strip()
    if code // 100 == wanted:
        return answer
    if not _TEMPORARY <= code < _END_OF_CODES:  # not an answer to what was said
        raise smtplib.SMTPServerDisconnected(answer)
    if code in _TOO_LARGE:
        raise _Failed(Result.REFUSED, Fault.TOO_LARGE, answer)
    if code in _LOGIN_WANTED:
        raise _Failed(Result.AGAIN, Fault.PASSWORD, answer)
    if code < _FOR_GOOD:
        raise _Failed(Result.AGAIN, Fault.BUSY, answer)
    raise _Failed(Result.AGAIN if fault in _OF_THE_SERVER else Result.REFUSED, fault, answer)


@contextmanager
def _faults(result: Result) -> Iterator[None]:
    """Turn what the line does into an outcome; whatever happens after the end was sent is unknown."""
    try:
        yield
    except (OSError, smtplib.SMTPException, ValueError) as fault:
        kind, answer = _named(fault)
        raise _Failed(result, Fault.NO_ANSWER if result is Result.UNKNOWN else kind, answer) from None


def _named(fault: Exception) -> tuple[Fault, str]:
    """Return which fault it is; smtplib hides a line that timed out behind one that was closed."""
    if isinstance(fault, smtplib.SMTPServerDisconnected) and isinstance(fault.__context__, OSError):
        fault = fault.__context__
    match fault:
        case ssl.SSLCertVerificationError():
            return _CERTIFICATE_FAULTS.get(fault.verify_code, Fault.BAD_CERTIFICATE), _words(fault.verify_message)
        case TimeoutError():
            return Fault.TIMEOUT, ""
        case ssl.SSLError():
            return Fault.NO_TLS, _words(fault.reason or "")
        case socket.gaierror():
            return Fault.NO_SUCH_HOST, ""
        case ConnectionRefusedError():
            return Fault.CLOSED, ""
        case ConnectionError() | smtplib.SMTPException() | ValueError():
            return Fault.BROKEN, ""
    return Fault.UNREACHABLE, _words(str(getattr(fault, "strerror", "") or fault))


def _words(said: bytes | str) -> str:
    """Return what a server said as one short line of visible characters."""
    if isinstance(said, bytes):
        said = _decoded(said)
    whole = "".join(sign if is_whole(sign) else "?" for sign in said[:_LONGEST_ANSWER])
    return checked_line(whole.replace("\ufffd", "?"), "")


def _decoded(said: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return said.decode(encoding)
    return said.decode("ascii", "replace")


def _without(user: str, password: Secret | None, answer: str) -> str:
    """Return an answer without the password, should a server repeat what it was told, plain or in base64."""
    if not password:
        return answer
    for told in (password.bare, f"\0{user}\0{password.bare}"):
        coded = base64.b64encode(told.encode()).decode()
        for shape in (told, coded, coded.rstrip("=")):
            answer = answer.replace(shape, "•••")
    return answer

"""Real mail servers on this computer's loopback: one that works, with any certificate, and ones that misbehave.

``Post`` is aiosmtpd in a thread: it keeps what it accepted and what it was told of passwords. ``Raw`` speaks bare
bytes, for what no decent server does.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "zhoumin@yunfan.example.com", "Kan@ry-7f3a9c51-Wj"


@dataclass
class Post:
    """What a server got: accepted mails, logins tried; ``answers`` overrides what it says to a command.

    ``at`` is called at each step, ``before_answer`` before the answer to a mail; ``log`` gets the Message-IDs taken.
    """

    answers: dict[str, str] = field(default_factory=dict)
    accepted: list[bytes] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)
    before_answer: Callable[[], None] = lambda: None
    at: Callable[[str], None] = lambda _step: None
    log: Path | None = None
    port: int = 0

    @property
    def mails(self) -> list[EmailMessage]:
        """What was accepted, as mails."""
        return [message_from_bytes(raw, policy=policy.default) for raw in self.accepted]  # type: ignore[misc]

    async def handle_EHLO(  # noqa: N802  (aiosmtpd calls it so)
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.at("EHLO")
        return responses

    async def handle_MAIL(  # noqa: N802  (aiosmtpd calls it so)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        self.at("MAIL")
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802  (aiosmtpd calls it so)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        self.at("RCPT")
        return self.answers.get("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  (aiosmtpd calls it so)
        self.at("DATA")
        answer = self.answers.get("DATA", "250 taken, queued as 4F2A")
        if answer.startswith("2") or answer == "abort":
            self._take(bytes(envelope.content or b""))
        self.before_answer()
        if answer == "abort":
            assert server.transport is not None
            server.transport.abort()
            await asyncio.sleep(0)
        return answer

    def _take(self, mail: bytes) -> None:
        """Take a mail; its Message-ID is on the disk before anybody is told."""
        self.accepted.append(mail)
        if self.log is not None:
            with self.log.open("ab") as file:
                file.write(f"{self.mails[-1]['Message-ID']}\n".encode())
        self.at("TAKEN")

    def authenticator(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        given = data if isinstance(data, LoginPassword) else LoginPassword(b"", b"")
        self.logins.append((given.login.decode(), given.password.decode()))
        if given == LoginPassword(USER.encode(), PASSWORD.encode()):
            return AuthResult(success=True)
        return AuthResult(success=False, handled=False)


@contextmanager
def post(
    side: ssl.SSLContext | None = None, *, starttls: bool = False, without: tuple[str, ...] = (), **given: Any
) -> Iterator[Post]:
    """Run a mail server while the block lasts; with ``side`` it speaks TLS at once, or after STARTTLS.

    ``without`` names the ways of logging in that it does not offer.
    """
    kept, loop = Post(**given), asyncio.new_event_loop()

    def answering() -> SMTP:
        return SMTP(
            kept,
            tls_context=side if starttls else None,
            require_starttls=starttls,
            auth_require_tls=starttls,
            authenticator=kept.authenticator,
            auth_exclude_mechanism=without,
            hostname="post.example.com",
            loop=loop,
        )

    at_once = None if starttls else side
    server = loop.run_until_complete(loop.create_server(answering, "127.0.0.1", 0, ssl=at_once))
    kept.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield kept
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _end(server: asyncio.Server) -> None:
    """Close the server and let every dialogue that still runs come to its end."""
    server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.sleep(0.01)


@contextmanager
def raw(talk: Callable[[socket.socket], object]) -> Iterator[int]:
    """Run ``talk`` with every line that comes in; yields the port."""
    listening = socket.create_server(("127.0.0.1", 0))
    lines: list[socket.socket] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                line, _where = listening.accept()
                lines.append(line)
                threading.Thread(target=_talk, args=(talk, line), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for line in lines:
            line.close()


def _talk(talk: Callable[[socket.socket], object], line: socket.socket) -> None:
    with suppress(OSError):
        talk(line)

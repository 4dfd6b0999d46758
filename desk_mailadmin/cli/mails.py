"""The command that sends a paper by mail."""

from __future__ import annotations

import sys
from argparse import Namespace

from msgspec.structs import replace

from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, REFUSED, say
from desk_mailadmin.cli.records import numbered
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.mailserver.outcome import Fault, Result
from desk_mailadmin.mailserver.server import MailServer
from desk_mailadmin.office import Office
from desk_mailadmin.registers.deliveries.service import DeliveriesService, password_name


def send(office: Office, args: Namespace) -> int:
    """Send a numbered paper by mail, once; whether it arrived is never guessed (code 1: unclear)."""
    from desk_mailadmin.mailserver.sending import check_password, send

    service: DeliveriesService = office.services["deliveries"]
    server = service.server()
    kind, _service, record = numbered(office, args.number)
    sendable = service.sendable(kind, record)
    title = service.sheet(sendable).title
    words = service.usual(sendable, title).filled(sendable.name, sendable.number, title)
    words = replace(words, address=args.to or words.address)
    secret = _password(office, server, from_stdin=args.password_stdin)
    check_password(server, secret)
    record = service.enter(sendable, words)
    mail, address = service.written(record), service.row(record).address
    service.begin(record)
    outcome = send(server, address, mail, secret)
    service.finish(record, outcome)
    if outcome.fault is Fault.PASSWORD:
        office.desk.secrets.forget(password_name(server))
    if outcome.result is Result.ACCEPTED:
        say(f"{sendable.number} 已发送到 {address}")
        return DONE
    say(outcome.sentence, sys.stderr)
    return FAULTS_NAMED if outcome.result is Result.UNKNOWN else REFUSED


def _password(office: Office, server: MailServer, *, from_stdin: bool) -> Secret | None:
    """Return the password from standard input or the system's keyring; never from an argument or the environment."""
    if not server.user:
        return None
    if from_stdin:
        return Secret(sys.stdin.readline().rstrip("\r\n"))
    found = office.desk.secrets.find(password_name(server))
    if found.secret is None:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "没有 {user} 的密码：用 --password-stdin 从标准输入给出。{why}"),
            user=server.user,
            why=found.why,
        )
    return found.secret

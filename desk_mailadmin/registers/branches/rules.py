"""What a branch may be, and what its people enter in a mail client."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

KINDS = (
    ("headquarters", QT_TRANSLATE_NOOP("desk", "总部")),
    ("region", QT_TRANSLATE_NOOP("desk", "大区")),
    ("branch", QT_TRANSLATE_NOOP("desk", "分公司")),
    ("office", QT_TRANSLATE_NOOP("desk", "办事处")),
)
"""The kinds of unit (000/2.0, 004/第十七条)."""

SECURITIES = (
    ("ssl", QT_TRANSLATE_NOOP("desk", "SSL/TLS")),
    ("starttls", QT_TRANSLATE_NOOP("desk", "STARTTLS")),
    ("none", QT_TRANSLATE_NOOP("desk", "不加密")),
)
"""How a mail client reaches the server."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = regex(rf"{_LABEL}(?:\.{_LABEL})+")
_LINES = (
    ("name", QT_TRANSLATE_NOOP("desk", "名称")),
    ("head", QT_TRANSLATE_NOOP("desk", "负责人")),
    ("personnel", QT_TRANSLATE_NOOP("desk", "行政人事部签字人")),
    ("mail_person", QT_TRANSLATE_NOOP("desk", "邮件管理人")),
)
_LONGEST_DOMAIN = 253
_HIGHEST_PORT = 65535


class Server(Struct, frozen=True):
    """One server as a client needs it: host, port, encryption key of SECURITIES."""

    host: str
    port: int
    security: str = "ssl"

    @property
    def port_text(self) -> str:
        """Return port and encryption as they stand on the receipt: 993 / SSL/TLS."""
        return f"{self.port} / {dict(SECURITIES)[self.security]}" if self.host else ""


class ClientSettings(Struct, frozen=True):
    """Everything a mail client asks for (000/3.0)."""

    domain: str
    webmail: str = ""
    imap: Server = Server("", 993)
    pop: Server = Server("", 995)
    smtp: Server = Server("", 465)

    def missing(self) -> tuple[str, ...]:
        """Return the titles of what the receipt needs and this branch does not yet have."""
        asked = (
            (QT_TRANSLATE_NOOP("desk", "邮箱域名"), self.domain),
            (QT_TRANSLATE_NOOP("desk", "收信服务器"), self.imap.host or self.pop.host),
            (QT_TRANSLATE_NOOP("desk", "发信服务器"), self.smtp.host),
        )
        return tuple(title for title, value in asked if not value)


class BranchEntry(Struct, frozen=True):
    """A branch as the clerk enters it.

    ``head`` signs for the branch, ``personnel`` for its 行政人事部 (004/附二), ``mail_person`` looks after its accounts
    (004/计划); empty names are simply not yet known.
    """

    name: str
    kind: str = "branch"
    head: str = ""
    personnel: str = ""
    mail_person: str = ""
    client: ClientSettings = ClientSettings("")


def checked(entry: BranchEntry) -> BranchEntry:
    """Return the entry trimmed, its domain folded; raise UserError naming the field that cannot stand."""
    entry = _cleaned(entry)
    if not entry.name:
        raise UserError(QT_TRANSLATE_NOOP("desk", "名称是空的。"), field="name")
    if entry.kind not in dict(KINDS):
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{kind}”这一种单位。"), field="kind", kind=entry.kind)
    client = entry.client
    for field, server in (("imap", client.imap), ("pop", client.pop), ("smtp", client.smtp)):
        check_server(field, server)
    domain = checked_domain(client.domain) if client.domain.strip() else ""
    return replace(entry, client=replace(client, domain=domain))


def _cleaned(entry: BranchEntry) -> BranchEntry:
    lines = {key: checked_line(getattr(entry, key), title, key) for key, title in _LINES}
    webmail = checked_line(entry.client.webmail, QT_TRANSLATE_NOOP("desk", "网页邮箱"), "webmail")
    return replace(entry, client=replace(entry.client, webmail=webmail), **lines)


def checked_domain(text: str) -> str:
    """Return a mail domain in lower case; raise UserError for what is not one (no URL, no @, no spaces)."""
    domain = text.strip().lower().rstrip(".")
    if len(domain) > _LONGEST_DOMAIN or not _DOMAIN.fullmatch(domain):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{text}”不是域名，应写成 example.com.cn 这样，不带 @ 和网址前缀。"),
            field="domain",
            text=text,
        )
    return domain


def check_server(field: str, server: Server) -> None:
    """Raise UserError unless host, port and encryption can be used; an empty host is allowed (not set up yet)."""
    if server.host and not re.fullmatch(rf"{_LABEL}(?:\.{_LABEL})*", server.host.lower()):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "服务器“{host}”只写主机名，例如 imap.example.com，不带空格和网址前缀。"),
            field=f"{field}_host",
            host=server.host,
        )
    if not 0 < server.port <= _HIGHEST_PORT:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "端口 {port} 不对，应在 1 到 65535 之间。"),
            field=f"{field}_port",
            port=server.port,
        )
    if server.security not in dict(SECURITIES):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "没有“{security}”这种加密方式。"),
            field=f"{field}_security",
            security=server.security,
        )


def usual_client_settings(domain: str) -> ClientSettings:
    """Return the settings most servers have for a domain, as a proposal the clerk corrects."""
    return ClientSettings(
        domain,
        webmail=f"https://mail.{domain}",
        imap=Server(f"imap.{domain}", 993),
        pop=Server(f"pop.{domain}", 995),
        smtp=Server(f"smtp.{domain}", 465),
    )

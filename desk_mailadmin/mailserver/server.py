"""The company's outgoing mail server as an office describes it, and what such a description may be."""

from __future__ import annotations

import ipaddress
import re
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

LONGEST_ADDRESS = 254
LONGEST_LOCAL = 64
LONGEST_NAME = 60
HIGHEST_PORT = 65535
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")


class Security(StrEnum):
    """How the line to the server is made safe."""

    TLS = "tls"  # encrypted from the first byte, usually port 465
    STARTTLS = "starttls"  # encrypted before anything is said, usually port 587 or 25
    NONE = "none"  # only to a server on this very computer, and never with a password


class MailServer(Struct, frozen=True):
    """Where mail is handed in and as whom; ``timeout`` in seconds for each answer.

    ``ca_file`` names a file (PEM) with the company's own certificate authority, trusted beside the system's; empty
    where there is none. ``user`` is empty where the server wants no login.
    """

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    sender_name: str = ""
    timeout: int = 30
    ca_file: str = ""

    def checked(self) -> MailServer:
        """Return the description cleaned; raise UserError naming the field that cannot stand."""
        host = checked_host(self.host)
        _check_port(self.port)
        if self.security is Security.NONE and not is_own_computer(host):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "不加密只能用于本机上的服务器，{host} 不是本机；改用 TLS 或 STARTTLS。"),
                field="security",
                host=host,
            )
        if self.security is Security.NONE and self.user:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "不加密的连接不能登录：密码会被看见。把登录名清空，或改用 TLS。"),
                field="user",
            )
        name = checked_line(self.sender_name, QT_TRANSLATE_NOOP("desk", "发件人姓名"), "sender_name", LONGEST_NAME)
        user = checked_line(self.user, QT_TRANSLATE_NOOP("desk", "登录名"), "user", LONGEST_ADDRESS)
        return replace(self, host=host, sender=checked_address(self.sender, "sender"), user=user, sender_name=name)


def checked_host(text: str) -> str:
    """Return a server's name in the letters the net knows (IDNA); raise UserError for a web address or a port."""
    host = text.strip().rstrip(".")
    if not host:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填写邮件发送服务器的名称。"), field="host")
    if _is_ip(host):
        return host
    if not _DOMAIN.fullmatch(encoded := _idna(host)):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "desk", "“{host}”不是服务器名称，只写名称，例如 smtp.example.com，不带 https://、端口和空格。"
            ),
            field="host",
            host=host,
        )
    return encoded


def checked_address(text: str, field: str = "address") -> str:
    """Return one mail address; raise UserError for none, several, or one that no server takes."""
    address = text.strip()
    if not address:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填写邮箱地址。"), field=field)
    local, at, domain = address.rpartition("@")
    domain = _idna(domain)
    fits = bool(at) and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain) and "." in domain
    if not fits or len(local) > LONGEST_LOCAL or len(address) > LONGEST_ADDRESS:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{address}”不是一个邮箱地址，写成 name@example.com，一次一个。"),
            field=field,
            address=address,
        )
    return f"{local}@{domain}"


def is_own_computer(host: str) -> bool:
    """Say whether a name or a number means this very computer."""
    return host.lower() == "localhost" or (_is_ip(host) and ipaddress.ip_address(host).is_loopback)


def _check_port(port: int) -> None:
    if not 1 <= port <= HIGHEST_PORT:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "端口 {port} 不对，应在 1 到 {most} 之间，一般是 465 或 587。"),
            field="port",
            port=port,
            most=HIGHEST_PORT,
        )


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _idna(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""

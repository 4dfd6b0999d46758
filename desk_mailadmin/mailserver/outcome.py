"""What became of a mail: one of four, and for what went wrong a sentence that says what to do."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


class Result(StrEnum):
    """What is known of a mail afterwards."""

    ACCEPTED = "accepted"  # the server said so: it delivers the mail from here on
    REFUSED = "refused"  # the server will never take this mail for this recipient
    AGAIN = "again"  # certainly not taken; once the reason is mended it may be tried again
    UNKNOWN = "unknown"  # the whole mail had gone out when the line broke: it may have been taken


class Fault(StrEnum):
    """What went wrong."""

    NONE = ""
    SELF_SIGNED = "self_signed"
    UNKNOWN_ISSUER = "unknown_issuer"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    WRONG_HOST = "wrong_host"
    BAD_CERTIFICATE = "bad_certificate"
    CA_FILE = "ca_file"
    NO_TLS = "no_tls"
    NO_STARTTLS = "no_starttls"
    NO_LOGIN = "no_login"
    PASSWORD = "password"  # noqa: S105  (a kind of fault, not a password)
    NOT_OUR_COMPUTER = "not_our_computer"
    NO_SUCH_HOST = "no_such_host"
    CLOSED = "closed"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    BROKEN = "broken"
    BUSY = "busy"
    SENDER = "sender"
    RECIPIENT = "recipient"
    TOO_LARGE = "too_large"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"


SENTENCES = {
    Fault.NONE: QT_TRANSLATE_NOOP("desk", "服务器已收下。"),
    Fault.SELF_SIGNED: QT_TRANSLATE_NOOP(
        "desk",
        "{host} 的证书是自己签发的，无法确认对方是谁，没有发送密码。换正式证书，或在设置里指定公司的 CA 证书文件。",
    ),
    Fault.UNKNOWN_ISSUER: QT_TRANSLATE_NOOP(
        "desk",
        "{host} 的证书不是这台电脑信任的机构签发的，没有发送密码。公司有自己的 CA 时，在设置里指定它的证书文件。",
    ),
    Fault.EXPIRED: QT_TRANSLATE_NOOP(
        "desk", "{host} 的证书已经过期，没有发送密码。管服务器的人要换新证书；也看一下这台电脑的日期对不对。"
    ),
    Fault.NOT_YET_VALID: QT_TRANSLATE_NOOP(
        "desk", "{host} 的证书还没有到生效日期，没有发送密码。先看这台电脑的日期对不对。"
    ),
    Fault.WRONG_HOST: QT_TRANSLATE_NOOP(
        "desk", "{host} 出示的证书是别的服务器的，没有发送密码。核对设置里的服务器名称，要与证书上的一致。"
    ),
    Fault.BAD_CERTIFICATE: QT_TRANSLATE_NOOP("desk", "{host} 的证书通不过检查，没有发送密码：{answer}。"),
    Fault.CA_FILE: QT_TRANSLATE_NOOP(
        "desk", "CA 证书文件 {ca_file} 读不出来，没有连接服务器。在设置里重新指定，或清空。"
    ),
    Fault.NO_TLS: QT_TRANSLATE_NOOP(
        "desk",
        "{host} 的端口 {port} 没有用 TLS 应答，没有发送密码。核对端口和加密方式：465 用 TLS，587 和 25 用 STARTTLS。",
    ),
    Fault.NO_STARTTLS: QT_TRANSLATE_NOOP(
        "desk", "{host} 不提供 STARTTLS 加密，没有发送密码。改用 465 端口和 TLS，或请管服务器的人开通加密。"
    ),
    Fault.NO_LOGIN: QT_TRANSLATE_NOOP(
        "desk", "{host} 不接受登录，没有发送密码。服务器不要求登录时，把设置里的登录名清空。"
    ),
    Fault.PASSWORD: QT_TRANSLATE_NOOP(
        "desk", "{host} 不认这个登录名或密码：{answer}。有的服务器要用单独的“授权码”代替密码。"
    ),
    Fault.NOT_OUR_COMPUTER: QT_TRANSLATE_NOOP("desk", "{host} 不在这台电脑上，不加密就不发送。改用 TLS 或 STARTTLS。"),
    Fault.NO_SUCH_HOST: QT_TRANSLATE_NOOP("desk", "找不到服务器 {host}。核对设置里的名称，再看网络通不通。"),
    Fault.CLOSED: QT_TRANSLATE_NOOP("desk", "{host} 的端口 {port} 拒绝连接。核对端口，或稍后再发。"),
    Fault.UNREACHABLE: QT_TRANSLATE_NOOP("desk", "连不上 {host}：{answer}。看网络通不通，稍后再发。"),
    Fault.TIMEOUT: QT_TRANSLATE_NOOP("desk", "{host} 太久没有应答，邮件没有发出。核对端口和加密方式，或稍后再发。"),
    Fault.BROKEN: QT_TRANSLATE_NOOP("desk", "与 {host} 的连接中断，邮件没有发出。稍后再发。"),
    Fault.BUSY: QT_TRANSLATE_NOOP("desk", "{host} 现在不收，说：{answer}。稍后再发。"),
    Fault.SENDER: QT_TRANSLATE_NOOP("desk", "{host} 不让用 {sender} 发信，说：{answer}。核对设置里的发件地址。"),
    Fault.RECIPIENT: QT_TRANSLATE_NOOP("desk", "{host} 不收发给 {address} 的邮件，说：{answer}。核对收件地址。"),
    Fault.TOO_LARGE: QT_TRANSLATE_NOOP("desk", "邮件太大，或对方邮箱已满，{host} 没有收，说：{answer}。"),
    Fault.REFUSED: QT_TRANSLATE_NOOP("desk", "{host} 没有收这封邮件，说：{answer}。"),
    Fault.NO_ANSWER: QT_TRANSLATE_NOOP(
        "desk", "邮件已经全部送出，{host} 还没有答复连接就断了，对方可能收到，也可能没有。问过对方再决定是否重新发送。"
    ),
}
"""What the clerk reads for each; filled in with the values of the outcome."""


class Outcome(Struct, frozen=True):
    """What became of a mail; ``answer`` is the server's own words, one line, without any password."""

    result: Result
    fault: Fault = Fault.NONE
    answer: str = ""
    host: str = ""
    port: int = 0
    sender: str = ""
    address: str = ""
    ca_file: str = ""

    @property
    def template(self) -> str:
        """The sentence with its places open, to be translated."""
        return SENTENCES[self.fault]

    @property
    def values(self) -> dict[str, object]:
        """What fills the places of the sentence."""
        kept = ("host", "port", "sender", "address", "ca_file")
        return {"answer": self.answer or "—", **{name: getattr(self, name) for name in kept}}

    @property
    def sentence(self) -> str:
        """The sentence as people read it."""
        return self.template.format_map(self.values)

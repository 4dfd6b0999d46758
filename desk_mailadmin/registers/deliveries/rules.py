"""A mail's way to its recipient, and how the company's mail server is described."""

from __future__ import annotations

from msgspec import Struct

from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

HOST = Setting(
    "smtp.host",
    "",
    "发送服务器",
    Group.SENDING,
    note="例如 smtp.example.com；填好以后到“回执 › 寄送记录”发一封试试",
)
PORT = Setting("smtp.port", 465, "端口", Group.SENDING, least=1, most=65535, note="TLS 一般是 465，STARTTLS 一般是 587")
SECURITY = Setting(
    "smtp.security", "tls", "加密方式", Group.SENDING,
    choices=(("tls", "TLS"), ("starttls", "STARTTLS"), ("none", "不加密（只限本机）")),
    note="证书通不过检查就不发送密码，没有“忽略证书”的选项",
)  # fmt: skip
USER = Setting("smtp.user", "", "登录名", Group.SENDING, note="一般是完整的邮箱地址；密码不写在设置里，发送时再问")
SENDER = Setting("smtp.sender", "", "发件地址", Group.SENDING, note="收件人看到的邮箱地址")
SENDER_NAME = Setting("smtp.sender_name", "", "发件人姓名", Group.SENDING, note="空着就用邮件管理员的姓名")
TIMEOUT = Setting("smtp.timeout", 30, "等服务器应答", Group.SENDING, unit="秒", least=5, most=120)
CA_FILE = Setting(
    "smtp.ca_file", "", "CA 证书文件", Group.SENDING, note="公司自己签发证书时，写它的 PEM 文件位置；一般空着"
)
SERVER_SETTINGS: tuple[Setting[str] | Setting[int], ...] = (
    HOST, PORT, SECURITY, USER, SENDER, SENDER_NAME, TIMEOUT, CA_FILE,
)  # fmt: skip

WAITING = State("waiting", QT_TRANSLATE_NOOP("desk", "待发送"), Tone.AMBER, "clock")
SENDING = State("sending", QT_TRANSLATE_NOOP("desk", "发送中"), Tone.BLUE, "send", passing=True)
SENT = State("sent", QT_TRANSLATE_NOOP("desk", "已发送"), Tone.GREEN, "check")
FAILED = State("failed", QT_TRANSLATE_NOOP("desk", "被退回"), Tone.RED, "circle-alert")
UNCLEAR = State("unclear", QT_TRANSLATE_NOOP("desk", "不明"), Tone.RED, "circle-question-mark")
CANCELLED = State("cancelled", QT_TRANSLATE_NOOP("desk", "不发了"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle(
    (WAITING, SENDING, SENT, FAILED, UNCLEAR, CANCELLED),
    {
        "waiting": frozenset({"sending", "cancelled"}),
        "sending": frozenset({"waiting", "sent", "failed", "unclear"}),
        "failed": frozenset({"waiting", "cancelled"}),
        "unclear": frozenset({"waiting", "sent", "cancelled"}),
        "sent": frozenset(),
        "cancelled": frozenset(),
    },
)
"""Only a mail that waits may be sent, and it is marked before; from unclear only the clerk leads on."""

ORDER = {"unclear": 0, "failed": 1, "waiting": 2, "sending": 3, "sent": 4, "cancelled": 5}
"""What needs the clerk stands first."""

NAME_HERE, NUMBER_HERE, TITLE_HERE = "【姓名】", "【编号】", "【单据】"
"""Places in subject and text of several mails, filled in for each."""

INTERRUPTED = QT_TRANSLATE_NOOP("desk", "发送时程序中断，对方可能收到，也可能没有。问过对方再决定是否重新发送。")


class Words(Struct, frozen=True):
    """What a mail says: to which address, under which subject, in which words."""

    address: str
    subject: str
    text: str

    def filled(self, name: str, number: str, title: str) -> Words:
        """Return the words with the places filled in for one recipient and sheet."""
        subject, text = self.subject, self.text
        for place, value in ((NAME_HERE, name), (NUMBER_HERE, number), (TITLE_HERE, title)):
            subject, text = subject.replace(place, value), text.replace(place, value)
        return Words(self.address, subject, text)


def usual_words(
    title: str, address: str, company: str, office: str, clerk: str, extension: str, *, comes_back: bool = True
) -> Words:
    """Return what the mail with a sheet called ``title`` usually says; the places are still open."""
    task = f"核对后打印签字，交回{office}" if comes_back else "收到后妥善保存"
    question = f"；有疑问拨分机 {extension}" if extension else ""
    lines = (
        f"{NAME_HERE}：",
        "",
        f"附件是您的“{title}”，编号 {NUMBER_HERE}。{task}{question}。",
        "",
        f"{company} {office}".strip(),
        clerk,
    )
    return Words(address, f"{title} {NUMBER_HERE}", "\n".join(lines).rstrip())

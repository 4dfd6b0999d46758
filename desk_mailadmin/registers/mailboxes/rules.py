"""Addresses: which are free, whose they are, and how long they stay reserved (000/4.1, 004/第八条, 第十条)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

QUOTA_MB = Setting(
    "mail.quota_mb",
    10,
    "邮箱容量上限",
    Group.MAIL,
    "000/4.1",
    "MB",
    least=1,
    most=1_000_000,
    note="1 MB = 1024×1024 字节",
)
OUTGOING_MB = Setting("mail.outgoing_mb", 2, "外发单封上限", Group.MAIL, "000/4.2", "MB", least=1, most=1_000)
OLD_MAIL_MONTHS = Setting(
    "mail.old_mail_months", 2, "超限时可清理多久以前的邮件", Group.MAIL, "000/4.1", "个月", least=1
)
NAMING_PATTERN = Setting(
    "mail.naming",
    "{surname}{given}",
    "命名规则",
    Group.MAIL,
    "004/第八条",
    choices=(
        ("{surname}{given}", "姓名全拼（zhouwenbo）"),
        ("{surname}.{given}", "姓.名（zhou.wenbo）"),
        ("{given}.{surname}", "名.姓（wenbo.zhou）"),
        ("{surname}{given_initials}", "姓全拼名首字母（zhouwb）"),
        ("{given_initials}{surname}", "名首字母姓全拼（wbzhou）"),
    ),
    note="重名者后加 2、3",
)
UNIQUE_ACROSS_BRANCHES = Setting(
    "mail.unique_across_branches", True, "全集团排重复号", Group.MAIL, "004/第八条", note="否则只在同一域名内排"
)

ACTIVE = State("active", QT_TRANSLATE_NOOP("desk", "在用"), Tone.GREEN, "circle-check")
DISABLED = State("disabled", QT_TRANSLATE_NOOP("desk", "停用"), Tone.AMBER, "ban")
RETAINED = State("retained", QT_TRANSLATE_NOOP("desk", "保留"), Tone.AMBER, "hourglass")
DELETED = State("deleted", QT_TRANSLATE_NOOP("desk", "已删除"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle(
    (ACTIVE, DISABLED, RETAINED, DELETED),
    {
        "active": frozenset({"disabled", "retained", "deleted"}),
        "disabled": frozenset({"active", "retained", "deleted"}),
        "retained": frozenset({"active", "disabled", "deleted"}),
        "deleted": frozenset(),
    },
)


class Holding(StrEnum):
    """How an address is taken."""

    MAILBOX = "mailbox"
    ALIAS = "alias"
    APPLICATION = "application"
    ROSTER = "roster"


class Holder(Struct, frozen=True):
    """Who holds an address, as people know them; ``state`` is the mailbox's, ``until`` the end of its retention."""

    address: str
    owner: str
    dept: str
    holding: Holding = Holding.MAILBOX
    state: str = "active"
    until: date | None = None


class Verdict(Struct, frozen=True):
    """Whether an address may be given out, and the sentence that says why."""

    address: str
    free: bool
    warning: bool
    template: str
    values: tuple[tuple[str, object], ...] = ()

    @property
    def sentence(self) -> str:
        """Return the sentence in simplified Chinese."""
        return self.template.format_map(dict(self.values))


def verdict(address: str, holder: Holder | None) -> Verdict:
    """Say whether ``address`` is free; former and retained addresses stay reserved and their owner is named (M15-4)."""
    if holder is None:
        return Verdict(address, True, False, QT_TRANSLATE_NOOP("desk", "可用，符合命名规则"))
    who = (("owner", holder.owner), ("dept", holder.dept), ("until", holder.until))
    return Verdict(address, False, holder.state in ("disabled", "retained"), _taken_template(holder), who)


def _taken_template(holder: Holder) -> str:
    if holder.holding is Holding.APPLICATION:
        return QT_TRANSLATE_NOOP("desk", "{owner}（{dept}）的申请已选用")
    if holder.holding is Holding.ROSTER:
        return QT_TRANSLATE_NOOP("desk", "花名册上是{owner}（{dept}）的邮箱")
    if holder.holding is Holding.ALIAS:
        return QT_TRANSLATE_NOOP("desk", "是{owner}（{dept}）的别名")
    match holder.state:
        case "disabled":
            return QT_TRANSLATE_NOOP("desk", "{owner}（{dept}）的邮箱已停用，地址仍保留")
        case "retained" if holder.until:
            return QT_TRANSLATE_NOOP("desk", "{owner}（{dept}）离职保留到 {until}")
        case "retained":
            return QT_TRANSLATE_NOOP("desk", "{owner}（{dept}）离职保留中")
        case "deleted":
            return QT_TRANSLATE_NOOP("desk", "曾属于{owner}（{dept}），不再发放")
        case _:
            return QT_TRANSLATE_NOOP("desk", "已被{owner}（{dept}）使用")


def check_quota(quota_mb: int, most_mb: int) -> None:
    """Raise UserError unless the quota lies between 1 MB and the cap of 000/4.1 (MB = 2^20 bytes)."""
    if not 1 <= quota_mb <= most_mb:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "容量应在 1 到 {most} MB 之间（邮件制度 4.1）。"), field="quota_mb", most=most_mb
        )

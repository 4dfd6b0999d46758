"""Settings: every figure of the regulations, its default, its clause and its unit (M14-7).

A setting is declared where its rule lives; the desk keeps the versions an office decides, each with the date from which
it is in force, so that an old case keeps its old figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from desk_mailadmin.kernel.clauses import REGULATIONS
from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

SettingValue = bool | int | str | list[str]
V = TypeVar("V", bool, int, str, list[str])


class Group(StrEnum):
    """Where a setting stands in the settings dialog."""

    COMPANY = "company"
    MAIL = "mail"
    DEADLINES = "deadlines"
    ROSTER = "roster"
    PENALTIES = "penalties"
    TELEPHONE = "telephone"
    PAPER = "paper"
    SENDING = "sending"
    DESK = "desk"
    PRIVACY = "privacy"


class Setting(Struct, Generic[V], frozen=True):
    """One setting.

    ``key`` is what ``set KEY=VALUE`` uses; ``unit`` is shown behind the figure; ``clause`` is empty where the
    regulations say nothing; ``choices`` are the only values allowed, with their titles; ``least`` and ``most`` bound
    figures; ``count`` is how many words a list must have, ``banned`` the characters that may not stand in it.
    """

    key: str
    default: V
    title: str
    group: Group = Group.COMPANY
    clause: str = ""
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    least: int | None = None
    most: int | None = None
    note: str = ""
    count: int | None = None
    banned: str = ""

    def check(self, value: SettingValue) -> V:
        """Return ``value`` if it fits this setting; raise UserError, naming the setting and what fits, if not."""
        if type(value) is not type(self.default):
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "“{title}”的值“{value}”类型不对。"), title=self.title, value=value
            )
        if type(value) is int:
            self._check_range(value)
        if self.choices:
            self._check_choice(value)
        self._check_text(value)
        self._check_words(value)
        return value

    def _check_words(self, value: SettingValue) -> None:
        if isinstance(value, list) and self.count is not None and len(set(value) - {""}) != self.count:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "“{title}”要有 {count} 个不同的词，用逗号分开。"),
                title=self.title,
                count=self.count,
            )
        for sign in self.banned:
            if sign in str(value):
                raise UserError(QT_TRANSLATE_NOOP("desk", "“{title}”里不能有“{sign}”。"), title=self.title, sign=sign)

    def _check_text(self, value: SettingValue) -> None:
        text = " ".join(value) if isinstance(value, list) else str(value)
        if checked_line(text, self.title) != text.strip():
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{title}”只写一行，不带看不见的字符。"), title=self.title)

    def _check_choice(self, value: SettingValue) -> None:
        chosen = value if isinstance(value, list) else [value]
        if not {key for key, _title in self.choices}.issuperset(chosen):
            fitting = "、".join(key for key, _title in self.choices)
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "“{title}”只能是：{fitting}。"), title=self.title, fitting=fitting
            )

    def _check_range(self, value: int) -> None:
        if self.least is not None and value < self.least:
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{title}”最小是 {least}。"), title=self.title, least=self.least)
        if self.most is not None and value > self.most:
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{title}”最大是 {most}。"), title=self.title, most=self.most)

    def in_words(self, value: SettingValue, say: Callable[[str], str] = str) -> str:
        """Return a value as people read it: 是, 10 MB, 邮件制度、电话制度; ``say`` puts it into another language."""
        if isinstance(value, bool):
            return say(QT_TRANSLATE_NOOP("desk", "是") if value else QT_TRANSLATE_NOOP("desk", "否"))
        titles = {key: say(title) for key, title in self.choices}
        if isinstance(value, list):
            return "、".join(titles.get(word, word) for word in value)
        text = titles.get(str(value), str(value))
        return f"{text} {say(self.unit)}" if self.unit else text

    def from_text(self, text: str) -> V:
        """Return the value a command line or an entry field gives as text; raise UserError if it does not fit."""
        return self.check(self._parsed(text.strip()))

    def _parsed(self, text: str) -> SettingValue:
        if isinstance(self.default, bool):
            if text.lower() in ("1", "true", "yes", "on", "是"):
                return True
            if text.lower() in ("0", "false", "no", "off", "否"):
                return False
            raise UserError(QT_TRANSLATE_NOOP("desk", "“{title}”只能是“是”或“否”。"), title=self.title)
        if isinstance(self.default, int):
            if re.fullmatch(r"-?\d{1,15}", text, re.ASCII) is None:
                raise UserError(
                    QT_TRANSLATE_NOOP("desk", "“{title}”应是整数，不是“{text}”。"), title=self.title, text=text
                )
            return int(text)
        if isinstance(self.default, list):
            return [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
        return text


COMPANY = Setting("company", "", "公司全称", note="印在每张表的抬头")
OFFICE_NAME = Setting("office", "办公室", "主管部门", note="收表、盖章和保管存根的部门", clause="000/2.0")
OFFICE_EXTENSION = Setting("office_extension", "", "咨询分机", note="印在回执上")
CLERK = Setting("clerk", "", "邮件管理员", note="打印在页脚，记在历史里", clause="000/3.0")
REGULATIONS_IN_FORCE = Setting(
    "regulations",
    ["000", "001", "002", "003", "004"],
    "施行的制度",
    choices=tuple(REGULATIONS.items()),
    note="没勾选的条款不会提醒，也不会计算",
)

BACKUP_FOLDER = Setting(
    "backup.folder", "", "备份另存到", Group.DESK, note="另一个盘上的文件夹，例如移动硬盘或共享盘；空着就只存在本机"
)
SIGN_EVERY_PAGE = Setting(
    "ledger.sign_every_page", False, "办公台账每页签字", Group.PAPER, note="勾选后每页页脚都有制表、复核、经理的签字处"
)

IDLE_MINUTES = Setting(
    "members.idle_minutes",
    5,
    "多久不用就锁定",
    Group.DESK,
    unit="分钟",
    least=1,
    most=60,
    note="启用多人使用以后才起作用",
)

OFFICE_SETTINGS: tuple[Setting[str] | Setting[list[str]] | Setting[bool] | Setting[int], ...] = (
    COMPANY,
    OFFICE_NAME,
    OFFICE_EXTENSION,
    CLERK,
    REGULATIONS_IN_FORCE,
    BACKUP_FOLDER,
    SIGN_EVERY_PAGE,
    IDLE_MINUTES,
)

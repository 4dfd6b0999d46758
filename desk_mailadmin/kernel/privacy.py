"""Personal data: how lists hide it, and when its leaving the desk asks for a reason (SAFETY 5.9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.table import WITHHELD, Column
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

ASK_REASON = Setting(
    "privacy.ask_reason",
    "members",
    "带个人信息的名单导出、打印要写原因",
    Group.PRIVACY,
    choices=(("members", "多人使用时"), ("always", "总是"), ("never", "不用")),
    note="只对超过下面人数的名单；用过的原因会记住，回车就是最近的一个。不写原因也都有访问记录",
)
ASK_ROWS = Setting(
    "privacy.ask_rows",
    20,
    "超过多少人的名单要写原因",
    Group.PRIVACY,
    unit="人",
    least=0,
    most=100_000,
)
MASK_LISTS = Setting(
    "privacy.mask",
    default=True,
    title="列表里的私人号码遮住中间",
    group=Group.PRIVACY,
    note="如 138****5678；在详细资料里点“显示”看全，并留下访问记录",
)
SETTINGS: tuple[Setting[Any], ...] = (MASK_LISTS, ASK_REASON, ASK_ROWS)

USUAL_REASONS = (
    QT_TRANSLATE_NOOP("desk", "本部门日常核对"),
    QT_TRANSLATE_NOOP("desk", "交财务对账"),
    QT_TRANSLATE_NOOP("desk", "交人力资源部核对"),
    QT_TRANSLATE_NOOP("desk", "领导要求提供"),
)
"""What is offered while nobody wrote a reason yet."""

_FRONT, _BEHIND = 3, 4
_SHORT = _FRONT + _BEHIND
_TOKEN = regex(r"[^\s、，,；;/|]+")


def mask(text: str) -> str:
    """Return personal data with its middle hidden: 138****0137; short ones wholly; of several each one."""
    return _TOKEN.sub(lambda found: _mask_one(found[0]), text)


def _mask_one(text: str) -> str:
    if len(text) <= _SHORT:
        return "*" * len(text)
    return f"{text[:_FRONT]}****{text[-_BEHIND:]}"


def hidden(column: Column[Any], text: str) -> str:
    """Return what a list shows of a cell whose column is masked on the screen."""
    return mask(text) if is_hidden(column) and text != WITHHELD else text


def is_hidden(column: Column[Any]) -> bool:
    """Say whether a column is personal and the work at its list does not need it in full."""
    return column.personal and not column.in_full


def hides(columns: Sequence[Column[Any]]) -> bool:
    """Say whether any of the columns is masked."""
    return any(map(is_hidden, columns))


def is_personal(columns: Sequence[Column[Any]]) -> bool:
    """Say whether what leaves with these columns is personal data."""
    return any(column.personal for column in columns)


class Leaving(Struct, frozen=True):
    """A list about to leave the desk: its columns and how many rows; ``several`` says that many people use it."""

    columns: Sequence[Column[Any]]
    rows: int
    several: bool = False


def needs_reason(leaving: Leaving, value: Callable[[Setting[Any]], Any]) -> bool:
    """Say whether a reason is asked for: the office asks, the columns are personal, and the persons are many."""
    asks = value(ASK_REASON)
    wanted = asks == "always" or (asks == "members" and leaving.several)
    return wanted and is_personal(leaving.columns) and leaving.rows > int(value(ASK_ROWS))


def checked_reason(reason: str, leaving: Leaving, value: Callable[[Setting[Any]], Any]) -> str:
    """Return the reason without blanks around it; raise UserError where one is needed and none is given."""
    told = " ".join(reason.split())
    if not told and needs_reason(leaving, value):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "名单有 {rows} 人，带个人信息，导出要写原因，加上 --reason。"), rows=leaving.rows
        )
    return told


def offered_reasons(recent: Sequence[str]) -> tuple[str, ...]:
    """Return the reasons to choose from, the latest first; those of the program only while there are none."""
    return tuple(dict.fromkeys(recent)) or USUAL_REASONS

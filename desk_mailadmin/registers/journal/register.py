"""The journal as the program knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from desk_mailadmin.kernel.register import Action, Empty, Register, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.journal.listing import JournalRow
from desk_mailadmin.registers.journal.service import JournalService
from desk_mailadmin.registers.journal.table import OPEN, TABLE

_form = partial(deferred, f"{__package__}.form")


def _build(desk: Any, services: Mapping[str, Any]) -> JournalService:
    return JournalService(desk, services)


def _check(bench: Any, _ids: Sequence[int]) -> None:
    bench.check_data()


def _not_a_record(row: JournalRow) -> str:
    return "" if row.register else QT_TRANSLATE_NOOP("desk", "这一条说的不是哪一条记录")


def _unchanged(row: JournalRow) -> str:
    if row.act in ("created", "changed", "removed"):
        return ""
    return QT_TRANSLATE_NOOP("desk", "这一条没有改动哪一栏")


REGISTER = Register(
    key="journal",
    title=QT_TRANSLATE_NOOP("desk", "日志"),
    tab="journal",
    icon="history",
    table=TABLE,
    build=_build,
    actions=(
        Action("open", OPEN, "arrow-right", _form("open_record"), primary=True, locked=_not_a_record, reads=True),
        Action("changes", QT_TRANSLATE_NOOP("desk", "改了什么…"), "file-check", _form("show_changes"), shortcut="F6",
               locked=_unchanged, deed="journal.changes"),
        Action("anchor", QT_TRANSLATE_NOOP("desk", "核对纸上的校验码…"), "scan-line", _form("check_anchor"), Scope.LIST,
               reads=True),
        Action("check", QT_TRANSLATE_NOOP("desk", "检查数据…"), "shield-check", _check, Scope.LIST, reads=True),
    ),
    next_step=lambda row: "open" if row.register else "",
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "日志还是空的"),
        QT_TRANSLATE_NOOP("desk", "登记、办理、打印、导出，都在这里留下一条：谁、什么时候、做了什么。只能看，不能改。"),
    ),
    searched=False,
    follows_all=True,
)  # fmt: skip

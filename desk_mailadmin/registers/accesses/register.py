"""The access log as the program knows it: read, filtered, exported, printed, never written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.privacy import SETTINGS
from desk_mailadmin.kernel.register import Action, Empty, Register, Scope
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.accesses.service import AccessesService, AccessRow
from desk_mailadmin.registers.accesses.table import TABLE


def _build(desk: Any, _services: Mapping[str, Any]) -> AccessesService:
    return AccessesService(desk)


def _go(bench: Any, ids: Sequence[int]) -> None:
    """Go to the record that was looked at."""
    row = bench.services["accesses"].row(ids[0])
    bench.show_record(row.register, row.record)


def _no_record(row: AccessRow) -> str:
    return "" if row.record else QT_TRANSLATE_NOOP("desk", "这是一份名单，不是一条记录")


REGISTER = Register(
    key="accesses",
    title=QT_TRANSLATE_NOOP("desk", "访问记录"),
    tab="clauses",
    icon="eye",
    table=TABLE,
    build=_build,
    actions=(
        Action(
            "go", QT_TRANSLATE_NOOP("desk", "打开记录"), "arrow-right", _go, Scope.ROW, primary=True,
            locked=_no_record, reads=True,
        ),
    ),
    next_step=lambda row: "go" if row.record else "",
    settings=SETTINGS,
    empty=Empty(
        QT_TRANSLATE_NOOP("desk", "还没有访问记录"),
        QT_TRANSLATE_NOOP("desk", "看全私人号码、导出或打印名单，都记在这里：谁、什么时候、为什么、多少人。"),
    ),
)  # fmt: skip

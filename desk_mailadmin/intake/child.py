"""Run a reader of foreign files in a process of its own, with caps, so that no file can harm the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from desk_mailadmin.intake.guard import Limits, shown_name
from desk_mailadmin.kernel.apart import STARTING_UP, Caps, Lost, Why
from desk_mailadmin.kernel.apart import run_apart as run
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

Result = TypeVar("Result")
Progress = Callable[[float], None]


class Cancelled(UserError):  # noqa: N818  (it is no error, the clerk wanted it)
    """The clerk stopped the reading; nothing came of it."""


def run_apart(
    reader: Callable[..., Result],
    path: Path,
    limits: Limits,
    *values: Any,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Result:
    """Return ``reader(path, limits, *values, tell)`` run in a spawned child.

    ``tell`` takes the fraction done. The child may use ``limits.seconds`` of processor and clock and ``limits.memory``
    MB where the system can cap them. Raises what the reader raised on purpose; UserError where the child died or took
    too long; Cancelled where ``cancelled`` said so.
    """
    caps = Caps(limits.seconds, limits.memory, STARTING_UP)
    try:
        found = run(reader, path, limits, *values, caps=caps, progress=progress, cancelled=cancelled)
    except Lost as lost:
        raise _worded(lost.why, path, limits) from None
    if found is None:
        raise Cancelled(QT_TRANSLATE_NOOP("desk", "已停止读取“{file}”，什么都没有导入。"), file=shown_name(path))
    return found


def _worded(why: Why, path: Path, limits: Limits) -> UserError:
    name = shown_name(path)
    match why:
        case Why.SLOW:
            template = QT_TRANSLATE_NOOP(
                "desk", "“{file}”读了 {seconds} 秒还没有读完，已停止，什么都没有导入。拆小后再试。"
            )
            return UserError(template, file=name, seconds=limits.seconds)
        case Why.FULL:
            template = QT_TRANSLATE_NOOP("desk", "“{file}”展开后过大，内存不够，没有读完。什么都没有导入。")
        case _:
            template = QT_TRANSLATE_NOOP("desk", "“{file}”无法读取：内容不正常，读取它时出了错。什么都没有导入。")
    return UserError(template, file=name)

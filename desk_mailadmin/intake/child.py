"""Run a reader of foreign files in a process of its own, with caps, so that no file can harm the program."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

from desk_mailadmin.intake.guard import MEGABYTE, Limits, shown_name
from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

Result = TypeVar("Result")
Progress = Callable[[float], None]
_TICK = 0.05
_STARTING_UP = 10
"""Seconds that the child may take to start before the reader's own seconds run."""


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
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(theirs, reader, path, limits, values), daemon=True)
    child.start()
    theirs.close()
    try:
        result: Result = _awaited(ours, child, path, limits, progress or _nobody, cancelled or _never)
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    return result


def _awaited(
    pipe: Connection,
    child: BaseProcess,
    path: Path,
    limits: Limits,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Any:
    deadline = time.monotonic() + limits.seconds + _STARTING_UP
    while time.monotonic() < deadline:
        if cancelled():
            raise Cancelled(QT_TRANSLATE_NOOP("desk", "已停止读取“{file}”，什么都没有导入。"), file=shown_name(path))
        if not pipe.poll(_TICK):
            continue
        try:
            kind, value = pipe.recv()
        except (EOFError, OSError):
            raise _died(child, path, limits) from None
        if kind == "done":
            return value
        if kind == "refused":
            raise _rebuilt(*value)
        progress(value)
    raise _too_slow(path, limits)


def _died(child: BaseProcess, path: Path, limits: Limits) -> UserError:
    """Return why a child ended without a word: its processor time was spent, or the file made it crash."""
    child.join(_TICK * 100)
    if sys.platform != "win32" and child.exitcode in (-signal.SIGXCPU, -signal.SIGKILL):
        return _too_slow(path, limits)
    template = QT_TRANSLATE_NOOP("desk", "“{file}”无法读取：内容不正常，读取它时出了错。什么都没有导入。")
    return UserError(template, file=shown_name(path))


def _too_slow(path: Path, limits: Limits) -> UserError:
    template = QT_TRANSLATE_NOOP("desk", "“{file}”读了 {seconds} 秒还没有读完，已停止，什么都没有导入。拆小后再试。")
    return UserError(template, file=shown_name(path), seconds=limits.seconds)


def _rebuilt(kind: str, template: str, values: dict[str, object], more: str | None) -> DeskError:
    if kind == "EnvironmentFault":
        return EnvironmentFault(template, remedy=more or "", **values)
    return UserError(template, field=more, **values)


def _work(pipe: Connection, reader: Callable[..., Any], path: Path, limits: Limits, values: tuple[Any, ...]) -> None:
    """Run the reader in the child and send back what came of it."""
    _cap(limits)
    gc.disable()  # the child lives for one file: collecting cycles among its cells only costs time
    try:
        pipe.send(("done", reader(path, limits, *values, lambda fraction: pipe.send(("progress", fraction)))))
    except EnvironmentFault as fault:
        pipe.send(("refused", ("EnvironmentFault", fault.template, fault.values, fault.remedy_template)))
    except UserError as refused:
        pipe.send(("refused", ("UserError", refused.template, refused.values, refused.field)))
    except MemoryError:
        template = QT_TRANSLATE_NOOP("desk", "“{file}”展开后过大，内存不够，没有读完。什么都没有导入。")
        pipe.send(("refused", ("UserError", template, {"file": shown_name(path)}, None)))
    except Exception as broken:  # noqa: BLE001  (outermost edge of the child)
        template = QT_TRANSLATE_NOOP("desk", "“{file}”无法读取：内容不正常，读取它时出了错。什么都没有导入。")
        values_shown: dict[str, object] = {"file": shown_name(path), "reason": type(broken).__name__}
        pipe.send(("refused", ("UserError", template, values_shown, None)))


def _cap(limits: Limits) -> None:
    """Cap memory and processor time where the system knows how; elsewhere the parent's clock alone stops the child."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (limits.memory * MEGABYTE, limits.memory * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _nobody(_fraction: float) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False

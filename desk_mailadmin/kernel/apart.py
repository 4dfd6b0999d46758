"""Run work on foreign bytes in a process of its own, with caps: the child may die of them, the window may not."""

from __future__ import annotations

import gc
import math
import signal
import sys
import time
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from desk_mailadmin.kernel.errors import DeskError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Result = TypeVar("Result")
Progress = Callable[..., None]
MEGABYTE = 2**20
STARTING_UP = 10
"""Seconds that a child may take to start before the seconds of its work run."""

_TICK = 0.05


class Caps(Struct, frozen=True):
    """What the work may cost: seconds of processor and clock, MB of memory; ``starting`` seconds to get going."""

    seconds: float
    memory: int
    starting: float = STARTING_UP


class Why(StrEnum):
    """How a child ended that brought no result."""

    SLOW = "slow"
    FULL = "full"
    BROKEN = "broken"


class Lost(Exception):  # noqa: N818  (whoever called words it: only they know what was read)
    """The child brought no result: it took too long, needed too much memory, or broke."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def run_apart(
    work: Callable[..., Result],
    *values: Any,
    caps: Caps,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Result | None:
    """Return ``work(*values, tell)`` run in a spawned child; None where ``cancelled`` said so.

    ``work`` is a function of a module, what it takes and returns can be pickled, and what it tells is handed to
    ``progress``. Memory and processor time are capped where the system knows how, elsewhere the clock alone stops the
    child. Raises what the work raised on purpose (DeskError), Lost for everything else. What ``progress`` or
    ``cancelled`` raises ends the child and comes through.
    """
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(theirs, work, values, caps), daemon=True)
    child.start()
    theirs.close()
    try:
        found: Result | None = _awaited(ours, child, caps, progress or _nobody, cancelled or _never)
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()
    return found


def _awaited(
    pipe: Connection, child: BaseProcess, caps: Caps, progress: Progress, cancelled: Callable[[], bool]
) -> Any:
    deadline = time.monotonic() + caps.seconds + caps.starting
    while time.monotonic() < deadline:
        if cancelled():
            return None
        if not pipe.poll(_TICK):
            continue
        try:
            kind, value = pipe.recv()
        except (EOFError, OSError):
            raise Lost(_ended(child)) from None
        if kind == "done":
            return value
        if kind == "refused":
            raise value
        if kind == "lost":
            raise Lost(value)
        progress(*value)
    raise Lost(Why.SLOW)


def _ended(child: BaseProcess) -> Why:
    """Return why a child ended without a word: its processor time was spent, or what it read made it crash."""
    child.join(_TICK * 100)
    spent = sys.platform != "win32" and child.exitcode in (-signal.SIGXCPU, -signal.SIGKILL)
    return Why.SLOW if spent else Why.BROKEN


def _work(pipe: Connection, work: Callable[..., Any], values: tuple[Any, ...], caps: Caps) -> None:
    """Do the work in the child and send back what came of it."""
    _cap(caps)
    gc.disable()  # the child lives for one file: collecting cycles among its cells only costs time
    try:
        pipe.send(("done", work(*values, lambda *told: pipe.send(("progress", told)))))
    except DeskError as refused:
        pipe.send(("refused", refused))
    except MemoryError:
        pipe.send(("lost", Why.FULL))
    except Exception:  # noqa: BLE001  (outermost edge of the child)
        pipe.send(("lost", Why.BROKEN))


def _cap(caps: Caps) -> None:
    """Cap memory and processor time where the system knows how; elsewhere the parent's clock alone stops the child."""
    if sys.platform != "linux":
        return
    import resource

    seconds = max(1, math.ceil(caps.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (caps.memory * MEGABYTE, caps.memory * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _nobody(*_told: Any) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False

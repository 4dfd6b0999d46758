"""Work that misbehaves in the child."""

from __future__ import annotations

import os
import signal
from typing import Any


def spin(_tell: Any) -> None:
    while True:
        pass


def swell(_tell: Any) -> bytes:
    return bytes(4 * 2**30)


def crash(_tell: Any) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)

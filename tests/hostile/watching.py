"""Look at what a reading child takes while it lives."""

from __future__ import annotations

import multiprocessing
import re
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self


class Watch:
    """The most memory that the reading children of this process had, in MB.

    What the system counts of ended children will not do: a child carries the peak of the process that started it, and
    that one has ten thousand tests behind it. So each child is looked at while it lives, after it became a program of
    its own.
    """

    def __init__(self) -> None:
        self.highest = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.01):
            for child in multiprocessing.active_children():
                with suppress(OSError, ValueError):
                    self._note(Path("/proc", str(child.pid)))

    def _note(self, process: Path) -> None:
        if b"spawn_main" in (process / "cmdline").read_bytes():
            peak = re.search(r"VmHWM:\s+(\d+) kB", (process / "status").read_text("ascii", "replace"))
            self.highest = max(self.highest, int(peak[1]) / 1024 if peak else 0)

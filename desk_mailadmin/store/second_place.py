"""The second place of a desk's backups: copied to beside the window, told by a note that stands here.

Nothing here asks the other disk a question that the window waits for: a share that is off may answer after minutes.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.files import write_durably
from desk_mailadmin.store.second_copy import Copying, copy_to

NOTE = "second_copy.note"
LATE = timedelta(days=7)
"""A second copy older than this is told in red (SAFETY F17)."""

T = TypeVar("T")
Done = Callable[[Path | EnvironmentFault], None]


class Noted(Struct, frozen=True):
    """The last copy to ``folder``: of backup ``number`` made ``at``; ``fault`` says why a later one failed."""

    folder: str
    number: int
    at: str
    numbers: tuple[int, ...] = ()
    fault: str = ""

    @property
    def moment(self) -> datetime:
        """When the copied backup was made."""
        return datetime.fromisoformat(self.at)


ANSWERS = 5.0
"""Seconds after which a disk that says nothing is taken for gone."""


def within(seconds: float, ask: Callable[[], T], otherwise: T) -> T:
    """Return what a question put to another disk is answered with, or ``otherwise`` where no answer came in time.

    A thread that hangs in a dead share is left; it ends with the program. Raises what ``ask`` raises.
    """
    answers: list[Callable[[], T]] = []

    def run() -> None:
        try:
            found = ask()
        except Exception as fault:  # noqa: BLE001  (raised again where the answer is awaited)
            answers.append(partial(_raised, fault))
        else:
            answers.append(lambda: found)

    asking = threading.Thread(target=run, name="asking another disk", daemon=True)
    asking.start()
    asking.join(seconds)
    return answers[0]() if answers else otherwise


def _raised(fault: Exception) -> NoReturn:
    raise fault


class SecondPlace:
    """Copies the backups of one desk to another disk."""

    def __init__(self, desk: Path, backups: Path, clock: Clock) -> None:
        self._desk, self._note, self._clock = desk, backups / NOTE, clock
        self._running: threading.Thread | None = None

    def copy(self, what: Copying) -> Path:
        """Copy a backup and all kept files and note it; return where the backup stands.

        Raises EnvironmentFault where the other disk refuses; the note tells it.
        """
        folder, backup = what.folder, what.backup
        try:
            place = copy_to(what, self._desk)
        except EnvironmentFault as fault:
            self._keep(replace(self._known(folder) or Noted(str(folder), 0, ""), fault=str(fault)))
            raise
        known = self._known(folder)
        numbers = {backup.number, *(known.numbers if known else ())}
        self._keep(Noted(str(folder), backup.number, backup.at, tuple(sorted(numbers))[-_MOST:]))
        return place

    def start(self, what: Copying, done: Done) -> bool:
        """Copy in a thread; ``done`` gets the place, or the fault, in that thread. False where one is still running."""
        if self._running is not None and self._running.is_alive():
            return False

        def run() -> None:
            try:
                done(self.copy(what))
            except EnvironmentFault as fault:
                done(fault)

        self._running = threading.Thread(target=run, name="second copy", daemon=True)
        self._running.start()
        return True

    def wait(self, seconds: float) -> bool:
        """Wait for a copy under way, at most so long; say whether none is under way any more.

        A thread that hangs in a dead share is left: it holds nothing of the desk, and ends with the program.
        """
        if self._running is not None:
            self._running.join(seconds)
            return not self._running.is_alive()
        return True

    def noted(self, folder: Path) -> Noted | None:
        """Return what is known of the copies in ``folder`` without asking that disk; None where none was ever made."""
        known = self._known(folder)
        return known if known is not None and known.number else None

    def fault(self, folder: Path) -> str:
        """Return why the last copy to ``folder`` failed, empty where it did not."""
        known = self._known(folder)
        return known.fault if known else ""

    def is_late(self, folder: Path) -> bool:
        """Say whether the newest copy in ``folder`` is older than seven days, or of a clock that was set wrong."""
        known = self.noted(folder)
        return known is None or abs(self._clock.now() - known.moment) > LATE

    def _known(self, folder: Path) -> Noted | None:
        with suppress(OSError, ValueError, TypeError, KeyError):
            found = json.loads(self._note.read_text(encoding="utf-8"))
            known = Noted(**{**found, "numbers": tuple(map(int, found["numbers"]))})
            if known.number:
                known.moment  # noqa: B018  (raises where the date cannot be read)
            return known if known.folder == str(folder) else None
        return None

    def _keep(self, noted: Noted) -> None:
        with suppress(OSError):  # the note is told, never trusted: a full disk here must not lose the copy there
            write_durably(self._note, json.dumps(asdict(noted), ensure_ascii=False).encode())


_MOST = 200
"""How many copies the note names."""

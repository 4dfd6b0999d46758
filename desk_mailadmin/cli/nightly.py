"""The command of the system's scheduler: back up and check the desk the window showed last."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import datetime
from pathlib import Path

from desk_mailadmin.cli.backups import backup
from desk_mailadmin.cli.desks import check
from desk_mailadmin.cli.output import DONE, refuse, say
from desk_mailadmin.cli.parser import make_parser
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.office import Office, default_folder, open_office
from desk_mailadmin.store.holder import DeskHeld

_LONGEST = 1_000_000  # bytes; an older log is begun anew


def nightly(args: Namespace, clock: Clock) -> int:
    """Back up and check a desk by itself; one that is open in a window is left to the window, which does the same.

    What it says goes to the terminal, or where there is none to ``nightly.log`` beside the window's settings.
    """
    from desk_mailadmin.app.last_desk import last_desk, window_settings

    settings = window_settings()
    place: Path = args.desk or last_desk(settings) or default_folder()
    with _log(Path(settings.fileName()).with_name("nightly.log"), clock.now()):
        say(f"{clock.now():%Y-%m-%d %H:%M}　{place}")
        try:
            office = open_office(place, clock)
        except DeskHeld:
            say("台账正在别处打开，备份由那边的窗口做。")
            return DONE
        except DeskError as refusal:
            return refuse(refusal)
        try:
            return max(_said(backup, office, "backup"), _said(check, office, "check"))
        finally:
            office.close()


def _said(work: Callable[[Office, Namespace], int], office: Office, command: str) -> int:
    """Do one part and say what hinders it: the check is made although the second place is not there."""
    try:
        return work(office, make_parser().parse_args([command]))
    except DeskError as refusal:
        return refuse(refusal)


@contextmanager
def _log(file: Path, now: datetime) -> Iterator[None]:
    """Have what is said written to ``file`` where the program has no terminal (a scheduled task of Windows)."""
    if sys.stdout is not None:
        yield
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    mode = "w" if file.is_file() and file.stat().st_size > _LONGEST else "a"
    with file.open(mode, encoding="utf-8") as log, redirect_stdout(log), redirect_stderr(log):
        yield

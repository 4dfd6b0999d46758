"""The command line: the same services without a window, for IT and for scheduled work."""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, REFUSED, refuse, say
from desk_mailadmin.cli.parser import make_parser
from desk_mailadmin.cli.window import run_window
from desk_mailadmin.kernel.clock import Clock, DayClock, SystemClock
from desk_mailadmin.kernel.entered import is_whole
from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.kernel.redaction import redacted

_LONGEST_REASON = 200
DESK_SUFFIX = ".maildesk"
"""What desks' files end with, so that a double click finds the program."""


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code: 0 done, 1 done with faults named, 2 refused or misused."""
    if not all(map(is_whole, arguments)):
        say("用法不对：参数里有乱码，检查终端的编码。", sys.stderr)
        return REFUSED
    arguments = _opened_file(arguments)
    try:
        args = make_parser(commands=not _opens_window(arguments)).parse_args(arguments)
    except SystemExit as misuse:
        return int(misuse.code or 0)
    clock: Clock = DayClock(args.today) if args.today else SystemClock()
    try:
        return _carry_out(args, clock)
    except DeskError as error:
        return refuse(error)
    except KeyboardInterrupt:
        say("已停止。", sys.stderr)
        return REFUSED
    except BrokenPipeError:
        _let_go_of_the_pipe()
        return DONE
    except Exception as bug:  # noqa: BLE001  (the outermost edge: a script gets one line, not a traceback)
        return _refuse_bug(bug)


def _opened_file(arguments: Sequence[str]) -> Sequence[str]:
    """Take a desk that was double-clicked, the one argument there is, as the desk to be opened."""
    if len(arguments) == 1 and not arguments[0].startswith("-") and Path(arguments[0]).suffix.lower() == DESK_SUFFIX:
        return ("--desk", arguments[0])
    return arguments


def _opens_window(arguments: Sequence[str]) -> bool:
    """Say whether nothing but the window is asked for: it starts without the sub-commands being made (SPEED a)."""
    return not arguments or (len(arguments) == 2 and arguments[0] == "--desk")  # noqa: PLR2004  (the option and its value)


def _refuse_bug(bug: Exception) -> int:
    """Say what the machine could not do or, where it is a bug, where it stands."""
    from desk_mailadmin.store.faults import fault_of

    if (fault := fault_of(bug)) is not None:
        return refuse(fault)
    *_, (frame, line) = traceback.walk_tb(bug.__traceback__)
    place = f"{Path(frame.f_code.co_filename).name} {line}"
    reason = redacted(" ".join(f"{type(bug).__name__}: {bug}".split()))[:_LONGEST_REASON]
    say(f"程序出错，没有完成（{reason}，{place}）。把这句话告诉管理电脑的同事。", sys.stderr)
    return REFUSED


def _let_go_of_the_pipe() -> None:
    """Whoever reads has seen enough (``| head``); nothing more is written, not even when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _carry_out(args: Namespace, clock: Clock) -> int:
    if args.command in (None, "run"):
        return run_window(args, clock)
    from desk_mailadmin.cli.commands import ON_A_DESK, WITHOUT_A_DESK
    from desk_mailadmin.cli.people import come_in

    if args.command in WITHOUT_A_DESK:
        return WITHOUT_A_DESK[args.command](args, clock)
    from desk_mailadmin.cli.encryption import opened

    office = opened(args, clock)
    try:
        come_in(office, args)
        code = ON_A_DESK[args.command](office, args)
    except BaseException:
        with suppress(DeskError):  # what went wrong first is what is said
            office.close()
        raise
    try:
        office.close()
    except DeskError as fault:  # what was asked is done and kept: a script must not do it again
        refuse(fault)
        return max(code, FAULTS_NAMED)
    return code

"""The window itself, and what ``run`` does where there is no screen for it."""

from __future__ import annotations

import gc
from argparse import Namespace
from pathlib import Path

from desk_mailadmin.cli.output import DONE, say
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


def run_window(args: Namespace, clock: Clock) -> int:
    """Open the window; ``run`` on a machine without a screen says so and makes the tour instead.

    Raises EnvironmentFault where there is no screen: Qt would end the program with a sentence for developers.
    """
    from desk_mailadmin.screen import has_screen, window_can_open

    if args.command == "run" and not has_screen():
        from desk_mailadmin.cli.desks import tour

        say("这台机器没有屏幕，打不开窗口；改做演示，结果在 ./tour 文件夹。")
        return tour(Namespace(folder=Path("tour")), clock)
    if not window_can_open():
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "这台机器没有屏幕，打不开窗口。"),
            remedy=QT_TRANSLATE_NOOP("desk", "在有桌面的机器上打开；没有屏幕也能用子命令，见 desk-mailadmin --help。"),
        )
    gc.disable()  # what a start makes stays; looking through it again and again was a tenth of it (until ui/garbage.py)
    import desk_mailadmin.office  # noqa: F401  (before Qt: PySide reads the source of every module imported after it)

    if _is_open(args.desk):
        return DONE
    from desk_mailadmin.app.main import open_window

    return open_window(args.desk, clock)


def _is_open(place: Path | None) -> bool:
    """Say whether a window has this desk already; it has come to the front then."""
    from desk_mailadmin.app.instance import window_is_open
    from desk_mailadmin.app.last_desk import window_settings

    return window_is_open(place, window_settings())

"""``python -m desk_mailadmin`` and the installed commands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def main() -> None:
    """Run the command line; without a sub-command it opens the window."""
    if getattr(sys, "frozen", False):  # a packed program starts itself anew for each worker process
        import multiprocessing

        multiprocessing.freeze_support()
    from desk_mailadmin.cli.main import run

    sys.unraisablehook = _unraisable
    sys.exit(run(sys.argv[1:]))


def _unraisable(told: UnraisableHookArgs) -> None:
    """Say nothing of a disk that is full a second time: openpyxl's half-written parts are closed after the refusal."""
    if not isinstance(told.exc_value, OSError):
        sys.__unraisablehook__(told)


if __name__ == "__main__":
    main()

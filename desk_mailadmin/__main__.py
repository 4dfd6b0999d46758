"""``python -m desk_mailadmin`` and the installed commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; without a sub-command it opens the window."""
    if getattr(sys, "frozen", False):  # a packed program starts itself anew for each worker process
        import multiprocessing

        multiprocessing.freeze_support()
    from desk_mailadmin.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

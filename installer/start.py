"""Where a packed program begins: the same as ``python -m desk_mailadmin``."""

import os

from desk_mailadmin.__main__ import main


def give_back_the_libraries() -> None:
    """Have programs started from here (a viewer, lp, systemctl) load the system's libraries, not those packed here.

    The loader names our folder in LD_LIBRARY_PATH for this process, which has read it by now; a viewer that inherits it
    ends at the first library that is newer on its system. The loader keeps what stood there before beside it; in a
    worker of ours it names our folder anew, as it does for a program that starts.
    """
    former = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if former is not None:
        os.environ["LD_LIBRARY_PATH"] = former
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


if __name__ == "__main__":
    give_back_the_libraries()
    main()

"""Chinese typed by fcitx, whose plugin belongs to the system's Qt and is not there where the program brings its own.

fcitx 5 also answers as IBus does, whose plugin every Qt brings along: by way of the portal, as its own bus is one that
this plugin does not connect to (tried with fcitx 5.0.21).
"""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

_ASKED = ("QT_IM_MODULE", "QT_IM_MODULES")
"""What says which plugin takes the keys: one name, or since Qt 6.7 several with semicolons."""
_PORTAL = "IBUS_USE_PORTAL"


def reach_fcitx(environment: MutableMapping[str, str], plugins: Path) -> None:
    """Before Qt starts, have keys go to fcitx by way of IBus where ``plugins`` holds no plugin of fcitx's."""
    if any((plugins / "platforminputcontexts").glob("libfcitx*")):
        return
    for name in _ASKED:
        wanted = environment.get(name, "").split(";")
        if any(word.startswith("fcitx") for word in wanted):
            environment[name] = ";".join("ibus" if word.startswith("fcitx") else word for word in wanted)
            environment.setdefault(_PORTAL, "1")

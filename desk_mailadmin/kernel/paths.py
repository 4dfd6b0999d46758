"""Where the files beside the code live (source tree, wheel, frozen app)."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def asset_dir(name: str) -> Path:
    """Return the folder ``resources`` or ``forms``; raise FileNotFoundError where neither place has it."""
    for base in (_PACKAGE, _PACKAGE.parent):
        if (base / name).is_dir():
            return base / name
    raise FileNotFoundError(name)

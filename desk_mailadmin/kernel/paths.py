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


def document(name: str) -> Path | None:
    """Return a document that is shipped beside the program (licence, notices, changes); None where it was left out."""
    place = _PACKAGE.parent / name
    return place if place.is_file() else None

"""JSON of other people's making, or of a file that a crash left half written."""

from __future__ import annotations

import json
from typing import Any


def parsed_json(text: str | bytes) -> Any:
    """Return what a JSON text says; ValueError for what is none, and for one nested too deep (json raises another)."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deep") from None

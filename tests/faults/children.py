"""What children that are killed need of their tests."""

from __future__ import annotations

import os


def unmeasured() -> dict[str, str]:
    """The environment without what measures coverage: a killed child would leave half a file of it."""
    return {key: value for key, value in os.environ.items() if not key.startswith("COV")}

"""How often a fault is tried: a size for every run, a larger one before a release (``make faults``)."""

from __future__ import annotations

import os

RELEASE = os.environ.get("DESK_FAULTS") == "release"
"""Whether ``make faults`` asks for the sizes of a release."""


def times(every_run: int, release: int) -> int:
    """Return how often a fault is tried in this run."""
    return release if RELEASE else every_run

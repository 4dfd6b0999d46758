"""How wide text is on paper and in Excel: Chinese characters count one, Latin ones about half."""

from __future__ import annotations

import unicodedata
from math import ceil

LATIN, CAPITAL = 0.56, 0.72
"""The width of a small Latin letter or digit, and of a capital or as wide a sign, against a Chinese character."""

_CAPITALS = frozenset("ABCDEFGHKLMNOPQRSTUVWXYZmw@%&")


def width_of(text: str) -> float:
    """Return the width of the longest line of ``text`` in Chinese characters."""
    return max((sum(_width(sign) for sign in line) for line in text.split("\n")), default=0.0)


def lines_of(text: str, width: float) -> int:
    """Return how many lines ``text`` takes in a column ``width`` Chinese characters wide, at least one."""
    return sum(max(1, ceil(width_of(line) / max(1.0, width))) for line in text.split("\n"))


def _width(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WFA":
        return 1.0
    return CAPITAL if sign in _CAPITALS else LATIN

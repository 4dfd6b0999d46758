"""What clerks type and paste, made safe to keep: one line or several, no invisible characters, a known length."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

LINE_LIMIT = 500
"""Characters a one-line entry takes at most, where the form sets no lower limit."""

LONG_LIMIT = 10_000
"""Characters a long entry takes at most: a pasted book is cut here, whatever the form allows."""

_NONCHARACTERS = frozenset("\ufffe\uffff")
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"})


class Entered(Struct, frozen=True):
    """A cleaned entry; ``cut`` counts the characters over the limit that were left out."""

    text: str
    cut: int = 0


def entered_line(text: str, limit: int = LINE_LIMIT) -> Entered:
    """Return one line: line ends become spaces; NUL, bidirectional and other invisible characters go."""
    flat = _visible(text[: limit * 4].translate(_LINE_ENDS).replace("\n", " ").replace("\t", " ")).strip()
    return Entered(flat[:limit], max(0, len(flat) - limit) + max(0, len(text) - limit * 4))


def entered_lines(text: str, limit: int = LONG_LIMIT) -> Entered:
    """Return several lines, cleaned as ``entered_line`` does but with the line ends kept."""
    unified = text[: limit * 2].replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    kept = "\n".join(_visible(line).rstrip() for line in unified.split("\n")).strip()
    return Entered(kept[:limit], max(0, len(kept) - limit) + max(0, len(text) - limit * 2))


def _visible(line: str) -> str:
    return "".join(" " if char in "\r\t\u00a0" else char for char in line if _is_kept(char))


def _is_kept(char: str) -> bool:
    return char in "\r\t" or (char not in _NONCHARACTERS and unicodedata.category(char) not in ("Cc", "Cf", "Cs"))

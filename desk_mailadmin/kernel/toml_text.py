"""TOML of other people's making: read as the standard says, but never for minutes.

tomllib takes the square of a dotted key's length: 120 KB of ``a.a.a.…`` would hold the window for a minute and a half.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desk_mailadmin.kernel.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_STEPS = 20
"""Parts of one dotted key; nothing an office writes has more than three."""

_TEXT_OR_REMARK = regex(
    r'"""(?:\\.|[^\\"]|"{1,2}(?!"))*+(?:""")?' r"|'''(?:[^']|'{1,2}(?!'))*+(?:''')?"
    r'|"(?:\\.|[^"\\\n])*+"?' r"|'[^'\n]*+'?" r"|\#[^\n]*+",
    re.DOTALL,
)  # fmt: skip
_BETWEEN_KEYS = regex(r"[,=\[\]{}]")


def parsed_toml(text: str) -> dict[str, Any]:
    """Return what a TOML text says.

    Raises tomllib.TOMLDecodeError, with the line in its words, for what is no TOML or has a key of more than 20 parts;
    RecursionError for lists nested too deep.
    """
    import tomllib

    for line in _lines_of_long_keys(text):
        said = f"A key has more than {MOST_STEPS} parts (at line {line}, column 1)"
        raise tomllib.TOMLDecodeError(said)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as odd:  # a number of thousands of digits
        raise tomllib.TOMLDecodeError(str(odd)) from None


def _lines_of_long_keys(text: str) -> Iterator[int]:
    bare = _TEXT_OR_REMARK.sub(lambda found: "_" + "\n" * found[0].count("\n"), text)
    for number, line in enumerate(bare.split("\n"), start=1):
        if line.count(".") > MOST_STEPS and max(map(_dots, _BETWEEN_KEYS.split(line))) > MOST_STEPS:
            yield number


def _dots(piece: str) -> int:
    return piece.count(".")

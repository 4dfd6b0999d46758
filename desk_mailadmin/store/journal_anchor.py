"""The journal's head as it stands on paper: read as a person types it, and held against the journal.

Whoever cuts the journal's end or reckons all of it anew leaves nothing in the file to find that by. A sheet that was
printed before cannot be changed along: its number and 16 digits are the anchor.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.journal import Head, Journal

DIGITS = 16
"""Hex digits that stand on paper."""

_LOOKALIKE = str.maketrans("oil", "011")
"""What people type for a digit; none of them is a hex digit, so nothing is guessed."""
_BETWEEN = str.maketrans("", "", " -.·:,，。：")
_MOST = 2**63 - 1  # what the database can hold


class Held(StrEnum):
    """What the journal says of a head on paper."""

    YES = "yes"
    OTHERWISE = "otherwise"  # the row is there with another hash
    MISSING = "missing"  # the journal does not reach that far


def anchor(number: str, digits: str) -> Head:
    """Return a head as it was typed from paper; raise UserError naming the field that cannot be read."""
    row = _folded(number).removeprefix("第").removesuffix("条")
    if not (row.isascii() and row.isdecimal() and 0 < int(row) <= _MOST):
        raise UserError(QT_TRANSLATE_NOOP("desk", "日志的条数是一个数字，例如 1286。"), field="number")
    found = _folded(digits).translate(_LOOKALIKE)
    if len(found) != DIGITS:
        sentence = QT_TRANSLATE_NOOP("desk", "校验码是 16 位，这里是 {count} 位。")
        raise UserError(sentence, field="digits", count=len(found))
    wrong = sorted({letter for letter in found if letter not in "0123456789abcdef"})
    if wrong:
        sentence = QT_TRANSLATE_NOOP("desk", "校验码里只有数字和 a 到 f，没有“{wrong}”。")
        raise UserError(sentence, field="digits", wrong="".join(wrong))
    return Head(int(row), found)


def held(journal: Journal, head: Head) -> Held:
    """Say whether the journal still holds a head that was printed."""
    if journal.holds(head):
        return Held.YES
    return Held.OTHERWISE if head.seq <= journal.head().seq else Held.MISSING


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_BETWEEN).strip()

"""The recovery code: 25 random base32 characters (125 bits) and one that checks them, as they stand on the sheet."""

from __future__ import annotations

import secrets
import unicodedata

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
LENGTH = 26
_GROUP = 5
_MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B"})
"""Digits that no code holds, and the letters they are taken for."""


def new_code() -> Secret:
    """Return a fresh code, without blanks."""
    random = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return Secret(random + _check(random))


def grouped(code: Secret) -> str:
    """Return the code as it is printed and read aloud: five groups of five, and the last character."""
    bare = code.bare
    return " ".join(bare[start : start + _GROUP] for start in range(0, len(bare), _GROUP))


def read_code(typed: str) -> Secret:
    """Return the code somebody typed, however they spaced it; raise UserError saying what cannot be right."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    bare = "".join(char for char in plain if char.isalnum()).translate(_MISREAD)
    if strange := next((char for char in bare if char not in ALPHABET), ""):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "恢复码里没有“{char}”这个字，照恢复码单再看一遍。"), field="code", char=strange
        )
    if len(bare) != LENGTH:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "恢复码有 26 个字母和数字，这里是 {count} 个。"), field="code", count=len(bare)
        )
    if _check(bare[:-1]) != bare[-1]:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "恢复码抄错了一个字，或两个字换了位置，照恢复码单再看一遍。"), field="code"
        )
    return Secret(bare)


def _check(random: str) -> str:
    """Return the character that shows any one wrong character and any two neighbours that changed places.

    Weights 1, 3, 5 … are odd and neighbours differ by 2, so of the swaps only two characters 16 places apart slip.
    """
    total = sum((2 * place + 1) * ALPHABET.index(char) for place, char in enumerate(random))
    return ALPHABET[total % len(ALPHABET)]

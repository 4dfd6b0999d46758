"""Pinyin order as a key that SQLite compares byte by byte."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from desk_mailadmin.language.names import is_han, plain_name, syllable
from desk_mailadmin.language.surname_table import COMPOUND, SINGLE


@lru_cache(maxsize=65_536)
def _part(character: str) -> str:
    if is_han(character):
        return _han(character, syllable(character) or "zzz")
    if character.isalnum():
        bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode().lower()
        return bare or f"|{ord(character):06x}"
    return " " if character.isspace() else ""


def _han(character: str, read: str) -> str:
    return f"{{{read} {ord(character):06x}"


def sort_key(text: str) -> str:
    """Return the order key of any text, ASCII, for BINARY collation.

    Digits come first, then Latin letters, then ideographs by reading and, within one reading, by code point, then other
    scripts; punctuation does not count.
    """
    return "".join(map(_part, unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=65_536)
def name_sort_key(name: str) -> str:
    """Return the order key of a person's name: as ``sort_key``, but surnames by their own reading (单 under shan)."""
    plain = plain_name(name)
    compound = COMPOUND.get(plain[:2]) if len(plain) > 2 else None  # noqa: PLR2004  (two characters and a given name)
    if compound:
        return "".join(map(_han, plain[:2], compound)) + sort_key(plain[2:])
    if plain[:1] in SINGLE:
        return _han(plain[0], SINGLE[plain[0]]) + sort_key(plain[1:])
    return sort_key(plain)

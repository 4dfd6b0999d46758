"""How a person's name is read: surname, given name, and the pinyin of both."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from desk_mailadmin.language.surname_table import ALTERNATIVES, COMPOUND, RARE, SINGLE

Umlaut = Literal["v", "u", "yu"]
"""How the ü of 吕 is spelt: lv, lu or lyu (a setting of the desk)."""

# Patterns stay texts that re compiles at their first use: the window starts without them (SPEED a).
_HAN = r"[㐀-鿿豈-﫿\U00020000-\U0003ffff〇]"
_SPREAD = rf"(?<={_HAN[:-1]}·]) | (?={_HAN[:-1]}·])"
_DOTS = r"[·•・‧･∙⋅.。]"
_LONGEST_COMPOUND = 2


class Reading(Struct, frozen=True):
    """A name taken apart.

    ``surname_pinyin`` is one word (``ouyang``), ``surname_syllables`` and ``given_pinyin`` are syllables; ``unread``
    holds the characters no table knows: whoever builds an address must ask for them.
    """

    surname: str
    given: str
    surname_pinyin: str
    given_pinyin: tuple[str, ...]
    surname_syllables: tuple[str, ...] = ()
    given_first: bool = False
    unread: tuple[str, ...] = ()


def is_han(character: str) -> bool:
    """Say whether a character is a Chinese ideograph."""
    return re.match(_HAN, character) is not None


@lru_cache(maxsize=32_768)
def syllable(character: str) -> str:
    """Return the usual reading of one ideograph without tone, ``lv`` for 吕; empty where no table has it."""
    if character in RARE:
        return RARE[character]
    from pypinyin import lazy_pinyin

    found: str = lazy_pinyin(character)[0]
    return found if found.isascii() else ""


def plain_name(name: str) -> str:
    """Return a name without the spaces that only spread it out (唐　磊), NFKC, one space between Latin words."""
    folded = " ".join(unicodedata.normalize("NFKC", name).split())
    return re.sub(_SPREAD, "", folded)


@lru_cache(maxsize=65_536)
def reading(name: str, umlaut: Umlaut = "v") -> Reading:
    """Return how ``name`` is read; names with a dot (阿卜杜·热合曼) and Latin ones (John Smith) are taken apart too."""
    plain = plain_name(name)
    if not any(map(is_han, plain)):
        return _latin(plain)
    if re.search(_DOTS, plain):
        first, *rest = (part for part in re.split(_DOTS, plain) if part)
        return _assembled(first, "".join(rest), _syllables(first), _syllables("".join(rest)), umlaut)
    return _chinese(plain, umlaut)


def surname_readings(surname: str) -> tuple[str, ...]:
    """Return all readings in use of a surname, the proposed one first."""
    return ALTERNATIVES.get(surname) or (reading(surname).surname_pinyin,)


def full_pinyin(name: str, umlaut: Umlaut = "v") -> str:
    """Return the whole name as one word: 欧阳雪 → ``ouyangxue``."""
    return "".join(_in_order(reading(name, umlaut)))


def initials(name: str) -> str:
    """Return the first letters: 欧阳雪 → ``oyx``, John Smith → ``js``."""
    return "".join(part[0] for part in _in_order(reading(name)))


def _in_order(read: Reading) -> tuple[str, ...]:
    if read.given_first:
        return read.given_pinyin + read.surname_syllables
    return read.surname_syllables + read.given_pinyin


def _chinese(name: str, umlaut: Umlaut) -> Reading:
    head = name[:_LONGEST_COMPOUND]
    if len(name) > _LONGEST_COMPOUND and head in COMPOUND:
        return _assembled(head, name[2:], COMPOUND[head], _syllables(name[2:]), umlaut)
    head = name[0]
    read = (SINGLE[head],) if head in SINGLE else _syllables(head)
    return _assembled(head, name[1:], read, _syllables(name[1:]), umlaut)


def _assembled(
    surname: str, given: str, surname_syllables: tuple[str, ...], given_syllables: tuple[str, ...], umlaut: Umlaut
) -> Reading:
    family = tuple(_spelt(one, umlaut) for one in surname_syllables)
    own = tuple(_spelt(one, umlaut) for one in given_syllables)
    unread = tuple(one for one in surname + given if is_han(one) and not syllable(one) and one not in SINGLE)
    return Reading(surname, given, "".join(family), own, family, unread=unread)


def _syllables(text: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    def unknown(part: str) -> str:
        return " ".join(RARE.get(one, "") if is_han(one) else _letters(one) for one in part)

    parts = [one for part in lazy_pinyin(text, errors=unknown) for one in part.split()]
    return tuple(RARE.get(char, part) for char, part in _beside(text, parts) if part)


def _beside(text: str, parts: list[str]) -> list[tuple[str, str]]:
    """Pair characters with syllables where there is one for each; else syllables alone."""
    if len(text) == len(parts):
        return list(zip(text, parts, strict=True))
    return [("", part) for part in parts]


def _spelt(syllable_text: str, umlaut: Umlaut) -> str:
    if umlaut == "v" or syllable_text not in {"lv", "nv"}:
        return syllable_text
    return syllable_text.replace("v", umlaut)


def _latin(name: str) -> Reading:
    words = [word for word in (_letters(part) for part in name.split()) if word]
    family = tuple(words[-1:])
    surname = name.rsplit(maxsplit=1)[-1] if family else name
    given = name.removesuffix(surname).strip()
    return Reading(surname, given, "".join(family), tuple(words[:-1]), family, given_first=True)


def _letters(text: str) -> str:
    """Return the ASCII letters and digits of a text in lower case, accents off."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", bare)

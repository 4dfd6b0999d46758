"""Words for the search index, and the same folding for what is typed into the search box."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from desk_mailadmin.language.names import full_pinyin, initials, is_han, surname_readings

# Patterns stay texts that re compiles at their first use: the window starts without them (SPEED a).
_INVISIBLE = "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]"
_WORDS = r"[㐀-鿿豈-﫿\U00020000-\U0003ffff〇]+|[^\W_㐀-鿿豈-﫿\U00020000-\U0003ffff]+"
_TAIL = 4


def fold(text: str) -> str:
    """Return a text as it is compared: NFKC (full-width and radicals), lower case, one space, nothing invisible."""
    return " ".join(re.sub(_INVISIBLE, "", unicodedata.normalize("NFKC", text)).casefold().split())


def segments(text: str) -> list[str]:
    """Return the index words of a text: each ideograph, each pair of neighbours, each Latin or digit word."""
    return [word for run in re.findall(_WORDS, fold(text)) for word in (_han_words(run) if is_han(run[0]) else (run,))]


def search_words(name: str, codes: Iterable[str] = (), phones: Iterable[str] = ()) -> list[str]:
    """Return the index words of a person, each once.

    The name, its pinyin and initials by every reading of the surname, staff numbers whole and by their digits,
    telephones whole and by their last four digits.
    """
    words = [*segments(name), *_pinyin_words(name)]
    words += [word for code in codes for word in _code_words(code)]
    words += [word for phone in phones for word in _phone_words(phone)]
    return list(dict.fromkeys(word for word in words if word))


def _han_words(run: str) -> Iterator[str]:
    yield from run
    yield from _pairs(run)


def _pairs(run: str) -> Iterator[str]:
    return (run[at : at + 2] for at in range(len(run) - 1))


def _pinyin_words(name: str) -> Iterator[str]:
    if not any(map(is_han, name)):
        return
    whole, first = full_pinyin(name), initials(name)
    yield whole
    yield first
    usual, *others = surname_readings(name[:1])
    for other in others:
        yield other + whole.removeprefix(usual)
        yield other[0] + first[1:]


def _code_words(code: str) -> Iterator[str]:
    plain = fold(code).replace(" ", "")
    yield plain
    digits = re.sub(r"\D", "", plain)
    yield digits
    yield digits.lstrip("0")


def _phone_words(phone: str) -> Iterator[str]:
    for number in re.split(r"[/、,;]", fold(phone)):
        digits = re.sub(r"\D", "", number)
        yield digits
        yield digits[-_TAIL:]

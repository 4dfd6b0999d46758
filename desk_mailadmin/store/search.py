"""Search as you type: FTS5 over single characters, pairs of characters, and words; one table per kind of record.

SQLite's trigram tokenizer is useless under three characters, and two Chinese characters are what people type. So a
text is split here, not by the tokenizer: every character, every pair, and every word (pinyin, initials, codes, digits)
found by its beginning. A query is rebuilt from the same pieces, quoted, so nothing typed can reach FTS's own syntax.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

import peewee

from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.store.database import execute, quoted, raw, scalar

CAP = 200
"""Longest search text looked at, in characters."""

_TAIL, _TAILED = 4, 7
"""A number of 7 digits or more is also found by its last 4 (手机尾号)."""

NO_MATCH: tuple[str, tuple[str, ...]] = ("SELECT 0 WHERE 0", ())
"""What is asked of the database where nothing can be found."""

_HAN = regex(r"[\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]+")
_BREAK = "x"
"""Stands between pairs that do not overlap, so that a phrase never reaches from one text into the next."""


def folded(text: str) -> str:
    """Return ``text`` as it is compared: NFKC, lower case, without accents (full-width ８０１２ is 8012)."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))


def terms_of(text: str) -> list[str] | None:
    """Return the folded parts of a search text that must all be met; None where nothing is asked (blanks alone).

    A text that folds to nothing (´ alone) has no parts and still asks for something: nothing is found by it.
    """
    asked = text[:CAP].encode("utf-8", "replace").decode("utf-8")  # no half characters
    return folded(asked).split() if asked.strip() else None


class SearchIndex:
    """The search tables of one desk. A kind's table is made by an upgrade step (``step.search_table``)."""

    def __init__(self, database: peewee.SqliteDatabase) -> None:
        self._database = database

    def put(self, kind: str, record: int, texts: Sequence[str], words: Sequence[str]) -> None:
        """Index one record: ``texts`` are found by any part, ``words`` (pinyin, codes, numbers) by their beginning."""
        self.put_many(kind, [(record, texts, words)])

    def put_many(self, kind: str, rows: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> None:
        """Index many records, each id with its texts and words; what they had before is replaced."""
        table = _table(kind)
        ready = [(record, *_columns(texts, words)) for record, texts, words in rows]
        raw(self._database).executemany(f"DELETE FROM {table} WHERE rowid = ?", [(row[0],) for row in ready])  # noqa: S608  (a quoted name)
        raw(self._database).executemany(
            f"INSERT INTO {table} (rowid, grams1, grams2, words) VALUES (?, ?, ?, ?)",  # noqa: S608  (a quoted name)
            ready,
        )

    def drop(self, kind: str, record: int) -> None:
        """Take one record out of the index."""
        execute(self._database, f"DELETE FROM {_table(kind)} WHERE rowid = ?", (record,))  # noqa: S608  (a quoted name)

    def condition(self, kind: str, text: str) -> tuple[str, tuple[str, ...]] | None:
        """Return a SELECT of the matching ids with its values, for ``id IN (…)``; None for an empty text.

        A text of nothing but signs matches nothing. All blanks-separated parts must match.
        """
        terms = terms_of(text)
        if terms is None:
            return None
        matches = [part for term in terms for part in _matches(term)]
        if not matches:
            return NO_MATCH
        table = _table(kind)
        return f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (" AND ".join(matches),)  # noqa: S608  (a quoted name)

    def has(self, kind: str) -> bool:
        """Say whether records of this kind are indexed at all."""
        return scalar(self._database, "SELECT 1 FROM sqlite_schema WHERE name = ?", f"search_{kind}") is not None


def _table(kind: str) -> str:
    return quoted(f"search_{kind}")


def _columns(texts: Sequence[str], words: Sequence[str]) -> tuple[str, str, str]:
    """Return the three columns of one record."""
    folded_texts = [folded(text) for text in texts if text]
    runs = [run for text in folded_texts for run in _HAN.findall(text)]
    singles = [char for run in runs for char in run]
    pairs = f" {_BREAK} ".join(" ".join(_pairs(run)) for run in runs if len(run) > 1)
    beginnings = [token for text in [*folded_texts, *map(folded, words)] for token in _beginnings(text)]
    return " ".join(dict.fromkeys(singles)), pairs, " ".join(dict.fromkeys(beginnings))


def _matches(term: str) -> list[str]:
    """Return the FTS conditions of one term: its Chinese runs as phrases, the rest as a beginning."""
    runs = _HAN.findall(term)
    found = [f'grams1 : "{run}"' if len(run) == 1 else f'grams2 : "{" ".join(_pairs(run))}"' for run in runs]
    rest = [_letters(part) for part in _HAN.split(term)]
    return found + [f'words : "{letters}" *' for letters in rest if letters]


def _pairs(run: str) -> list[str]:
    return [first + second for first, second in pairwise(run)]


def _letters(text: str) -> str:
    """Return the letters and digits of ``text``, everything else dropped (NUL, quotes, dashes, lone surrogates)."""
    return "".join(char for char in text if unicodedata.category(char)[0] in "LN")


def _beginnings(text: str) -> list[str]:
    """Return the tokens by whose beginning a text is found: KH-2026-0061 by kh2026…, 2026-00…, 0061."""
    tokens: list[str] = []
    for word in text.split():
        for stretch in _HAN.split(word):
            pieces = [piece for piece in re.split(r"[^\w]|_", stretch) if _letters(piece)]
            tokens += [_letters("".join(pieces[start:])) for start in range(len(pieces))]
    tails = [token[-_TAIL:] for token in tokens if token.isdecimal() and len(token) >= _TAILED]
    return tokens + tails

"""What is entered, by whatever door, made fit to keep: nothing invisible, nothing broken, no books.

The fields of the window clean what is pasted while it is pasted; this is the door behind them all, which plain data and
other programs come through as well.
"""

from __future__ import annotations

import unicodedata
from datetime import date

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

LONGEST_LINE = 500
"""Characters of a one-line entry."""

LONGEST_TEXT = 10_000
"""Characters of an entry of several lines: a reason, an opinion."""

_BROKEN = regex("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END = regex("\r\n|[\r\v\f\x85\u2028\u2029]")


def checked_line(text: str, title: str, field: str = "", most: int = LONGEST_LINE) -> str:
    """Return one line: line ends become spaces, controls and bidirectional marks go.

    Raises UserError for broken characters and over ``most`` characters, naming the entry by ``title``.
    """
    _check_whole(text, title, field, most)
    return _fitting(" ".join(_visible(line) for line in _lines(text)).strip(), title, field, most)


def checked_text(text: str, title: str, field: str = "", most: int = LONGEST_TEXT) -> str:
    """Return several lines, each as ``checked_line`` makes it; raises what that raises."""
    _check_whole(text, title, field, most)
    return _fitting("\n".join(_visible(line).rstrip() for line in _lines(text)).strip(), title, field, most)


def is_whole(text: str) -> bool:
    """Say whether a text holds no half characters (lone surrogates) and nothing that is no character."""
    return _BROKEN.search(text) is None


def plain(value: object, title: str, field: str = "") -> str:
    """Return what plain data (JSON) give as a text: texts and whole numbers, nothing for null; UserError for others."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{title}应当是文字。"), field=field or None, title=title)
    return str(value)


def plain_day(value: object, title: str, field: str = "") -> date:
    """Return what plain data give as a date (ISO); UserError for anything else."""
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{title}“{text}”不是日期，应写成 2026-12-03。"),
            field=field or None,
            title=title,
            text=str(value),
        ) from None


def plain_whole(value: object, title: str, field: str = "") -> int:
    """Return what plain data give as a whole number not below zero; UserError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{title}应当是不小于 0 的整数。"), field=field or None, title=title)
    return value


def _lines(text: str) -> list[str]:
    return _LINE_END.sub("\n", text).split("\n")


def _visible(line: str) -> str:
    spaced = line.replace("\t", " ").replace("\u00a0", " ")
    return "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cf"))


def _check_whole(text: str, title: str, field: str, most: int) -> None:
    if not is_whole(text):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{title}里有乱码，重新填写。"), field=field or None, title=title)
    if len(text) > most * 4:
        _fitting(text, title, field, most)


def _fitting(text: str, title: str, field: str, most: int) -> str:
    if len(text) > most:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{title}最多 {most} 个字，现在有 {count} 个。"),
            field=field or None,
            title=title,
            most=most,
            count=len(text),
        )
    return text

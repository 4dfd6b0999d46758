"""Text that is safe in a workbook's cell, sheet names that Excel accepts."""

from __future__ import annotations

import re
from collections.abc import Collection

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

LONGEST = 32_767
"""The most UTF-16 units a cell holds; Excel cuts what is longer without a word."""

_BREAKS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SHOWN_INSTEAD = "\ufffd"
_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31


def safe_text(text: str) -> tuple[str, int]:
    """Return ``text`` with what would break the workbook made visible as �, and how many characters that were.

    Line breaks become plain ones. Raises UserError for a text longer than a cell.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    found = 0
    if _BREAKS.search(plain):
        plain, found = _BREAKS.subn(_SHOWN_INSTEAD, plain)
    if len(plain) * 2 > LONGEST and len(plain.encode("utf-16-le")) // 2 > LONGEST:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{start}…”有 {length} 个字，一格最多 {most} 个，不能导出。"),
            start=plain[:20],
            length=len(plain),
            most=LONGEST,
        )
    return plain, found


def looks_like_formula(text: str) -> bool:
    """Say whether a spreadsheet might take ``text`` for a formula; such cells carry the text mark (quotePrefix)."""
    return text.startswith(_FORMULA_STARTS)


def pasted_as_text(text: str) -> str:
    """Return ``text`` for the clipboard, so that a spreadsheet into which it is pasted takes it for no formula.

    It gets an apostrophe before it, as the ASVS wants it for CSV; so does a quotation mark, which a spreadsheet would
    take off to find the formula behind it, or read as the beginning of a cell of many lines. A dash alone stays.
    """
    risky = looks_like_formula(text.lstrip()) and len(text) > 1
    return f"'{text}" if risky or text.startswith('"') else text


def sheet_name(title: str, taken: Collection[str] = ()) -> str:
    """Return ``title`` as a sheet's name: at most 31 characters, none that Excel refuses, unlike those ``taken``."""
    plain = _NOT_IN_NAMES.sub("_", safe_text(title)[0]).strip("' ")[:_LONGEST_NAME] or "表"
    used = {name.casefold() for name in taken}
    name, number = plain, 1
    while name.casefold() in used or name.casefold() == "history":
        number += 1
        tail = f"({number})"
        name = plain[: _LONGEST_NAME - len(tail)] + tail
    return name

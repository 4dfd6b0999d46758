"""Money is integer fen (1/100 yuan); text in, text out, never a float."""

from __future__ import annotations

import unicodedata

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

MINUS = "−"
_AMOUNT = regex(r"(?P<minus>-)?(?P<yuan>\d{1,3}(?:,\d{3}){1,4}|\d{1,13})(?:\.(?P<cents>\d{1,2}))?")


def fen_from_text(text: str) -> int:
    """Return the fen of an amount as people write it: ``1,234.5``, ``￥12``, ``12元``, full-width digits.

    Raises UserError for anything else, more than two decimals included.
    """
    plain = unicodedata.normalize("NFKC", text).replace(MINUS, "-").strip().removeprefix("¥").removesuffix("元").strip()
    found = _AMOUNT.fullmatch(plain)
    if found is None or not plain.isascii():
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是金额，应写成 1234.50 这样。"), text=text)
    fen = int(found["yuan"].replace(",", "")) * 100 + int((found["cents"] or "0").ljust(2, "0"))
    return -fen if found["minus"] else fen


def fen_to_text(fen: int) -> str:
    """Return ``1,234.50`` for 123450 fen, with a minus sign where it is owed."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def fen_shown(fen: int) -> str:
    """Return an amount as lists show it: with a true minus sign, as wide as a figure, that no hyphen is taken for."""
    return fen_to_text(fen).replace("-", MINUS)

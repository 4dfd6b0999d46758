"""Amounts in Chinese capitals (人民币大写), from fen and back."""

from __future__ import annotations

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_GROUP = 10_000
HIGHEST_FEN = 10**14 - 1
"""The highest amount that has capitals here: 999,999,999,999.99 yuan."""


def in_capitals(fen: int) -> str:
    """Return an amount as cheques write it: 10700053 fen → 壹拾万柒仟元零伍角叁分, 1000 fen → 壹拾元整.

    Raises ValueError beyond ±``HIGHEST_FEN``.
    """
    if abs(fen) > HIGHEST_FEN:
        raise ValueError(fen)
    yuan, cents = divmod(abs(fen), 100)
    text = (_number(yuan) + "元" if yuan else "") + _cents(yuan, cents) if fen else "零元整"
    return ("负" if fen < 0 else "") + text


def from_capitals(text: str) -> int:
    """Return the fen of an amount in capitals; raises UserError where it is not written as ``in_capitals`` does."""
    negative = text.startswith("负")
    plain = text.removeprefix("负")
    whole, yuan, rest = plain.partition("元")
    if not yuan:
        whole, rest = "", plain
    fen = (_parsed(whole) * 100 + _parsed_cents(rest)) * (-1 if negative else 1)
    if abs(fen) > HIGHEST_FEN or in_capitals(fen) != text:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是大写金额，应写成“壹佰元零伍角整”这样。"), text=text)
    return fen


def _number(number: int) -> str:
    text, zero = "", False
    for group in (2, 1, 0):
        part = number // _GROUP**group % _GROUP
        if part:
            gap = text and (zero or part < _GROUP // 10)
            text += ("零" if gap else "") + _four(part) + _GROUPS[group]
        zero = not part
    return text


def _four(number: int) -> str:
    text, zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + _PLACES[place]
        zero = not digit
    return text


def _cents(yuan: int, cents: int) -> str:
    tenths, hundredths = divmod(cents, 10)
    if not cents:
        return "整"
    gap = "零" if yuan and (not tenths or yuan % 10 == 0) else ""
    if not tenths:
        return f"{gap}{_DIGITS[hundredths]}分"
    return f"{gap}{_DIGITS[tenths]}角" + (f"{_DIGITS[hundredths]}分" if hundredths else "整")


def _parsed(text: str) -> int:
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char in "拾佰仟":
            section, digit = section + digit * 10 ** _PLACES.index(char), 0
        elif char in "万亿":
            total, section, digit = total + (section + digit) * _GROUP ** _GROUPS.index(char), 0, 0
    return total + section + digit


def _parsed_cents(text: str) -> int:
    total = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char in "角分":
            total += digit * (10 if char == "角" else 1)
    return total

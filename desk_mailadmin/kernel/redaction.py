"""What must not stand in a log or report: passwords, mobiles, ID numbers, mail addresses; hidden where they are met.

Only what can be told by its shape: names and free text cannot, so reports carry no values of records at all.
"""

from __future__ import annotations

import unicodedata

from desk_mailadmin.kernel.regex import regex

_ID_NUMBER = regex(r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{9}[\dXx](?!\d)|(?<!\d)[1-9]\d{7}(?:0\d|1[0-2])[0-3]\d{4}(?!\d)")
"""Resident identity numbers: 18 digits (the last may be X), or the old 15 with a date inside."""

_MOBILE = regex(r"(?<!\d)(?:(?:\+|00)?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)")
_ADDRESS = regex(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_SECRET = regex(
    r"(?i)(password|passwd|passphrase|pwd|secret|token|PIN|authorization|密码|口令|恢复码)"
    r"(['\"]?\s*(?:[=:：]|为|是)\s*)(?:(?:basic|bearer)\s+)?('[^'\n]*'|\"[^\"\n]*\"|[^\s,;，。；）)\]}]+)"
)
_FULL_WIDTH = regex("[０-９Ａ-Ｚａ-ｚ＠＋．]")
_STEERS = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey that shows the log: such signs part a number no less than they colour a line."""

_URL_LOGIN = regex(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)")


def redacted(text: str) -> str:
    """Return ``text`` with what is private in it hidden; what kind of thing stood there is said."""
    text = _with_plain_digits(_STEERS.sub("\ufffd", text))
    text = _URL_LOGIN.sub("•••", text)
    text = _SECRET.sub(r"\1\2•••", text)
    text = _ID_NUMBER.sub("〔证件号〕", text)
    text = _MOBILE.sub("〔手机〕", text)
    return _ADDRESS.sub("〔邮箱〕", text)


def _with_plain_digits(text: str) -> str:
    """Return ``text`` with full-width digits and letters as plain ones, so that none of them slips by."""
    return "".join(unicodedata.normalize("NFKC", sign) if _FULL_WIDTH.match(sign) else sign for sign in text)

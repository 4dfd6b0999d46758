"""Names of files made from what people wrote: names, titles, numbers of papers."""

from __future__ import annotations

import re
import unicodedata

from desk_mailadmin.kernel.regex import regex

_NOT_IN_NAMES = regex(r'[<>:"/\\|?*]')
_DEVICES = regex(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_LONGEST = 200
"""Bytes in UTF-8; file systems take 255, and copies get a ``(2)``."""


def file_name(wanted: str) -> str:
    """Return ``wanted`` as a name that every system takes for one file in its folder, its suffix kept.

    Signs that lead elsewhere or that Windows refuses become a dash; invisible and half characters go; names of devices
    (CON) get an underline; what is too long is cut before its suffix. What leaves nothing is called 文件.
    """
    plain = "".join(char for char in _NOT_IN_NAMES.sub("-", wanted) if unicodedata.category(char) not in _INVISIBLE)
    stem, dot, suffix = plain.rstrip(" .").rpartition(".")
    if not dot or len(suffix) > 8 or not suffix.isalnum():  # noqa: PLR2004  (maildesk is the longest suffix)
        stem, dot, suffix = plain.strip(" ."), "", ""
    stem = _cut(stem.strip(" .") or "文件")
    if _DEVICES.fullmatch(stem.split(".")[0].strip()):
        stem = f"_{stem}"
    return f"{stem}{dot}{suffix}"


_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _cut(stem: str) -> str:
    return stem.encode()[:_LONGEST].decode("utf-8", "ignore").strip(" .")

"""Times of day as clerks type them, kept as text (09:05)."""

from __future__ import annotations

import re
import unicodedata

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_TIME = regex(r"(\d{1,2}):?(\d{2})", re.ASCII)
_LAST_HOUR, _LAST_MINUTE, _HOUR = 23, 59, 60


def check_time(text: str) -> str:
    """Return a time of day as 09:05 from 9:05, 905, 0905 or ９：０５; raise UserError for anything else."""
    found = _TIME.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if found is None or int(found[1]) > _LAST_HOUR or int(found[2]) > _LAST_MINUTE:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{text}”不是时间，应写成 09:30 这样。"), text=text)
    return f"{int(found[1]):02d}:{found[2]}"


def minutes_of(time: str) -> int:
    """Return a time of day (09:05) in minutes after midnight."""
    return int(time[:2]) * _HOUR + int(time[3:])

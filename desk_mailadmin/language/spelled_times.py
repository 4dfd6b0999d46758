"""Times of day in the spellings offices use: 9:15, 9：15, 10.06, 下午2点21分, 9点半, 1530, Excel's part of a day."""

from __future__ import annotations

import unicodedata
from datetime import datetime, time

from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import Entry, is_blank, shortened, text_of_entry

_MINUTES_OF_A_DAY = 24 * 60
_NOON, _HOUR = 12, 60
_LATE_WORDS = frozenset({"下午", "晚上", "晚", "傍晚", "夜间", "夜", "pm", "PM"})
_WORD = r"(上午|下午|早上|早|晚上|晚|傍晚|中午|凌晨|夜间|夜|[AaPp][Mm])?"
_PARTED = regex(
    rf"{_WORD}\s*(\d{{1,2}})\s*[:.,;·时點点]\s*(\d{{1,2}})?(?:\s*[:.分]\s*\d{{0,2}}\s*秒?)?\s*([AaPp][Mm])?"
)
_HALF = regex(rf"{_WORD}\s*(\d{{1,2}})\s*[时點点](半|一刻|三刻|整)()")
_COMPACT = regex(rf"{_WORD}\s*(\d{{1,2}})(\d{{2}})()")
_PARTS_OF_AN_HOUR = {"半": 30, "一刻": 15, "三刻": 45, "整": 0}
_LOST_ZERO = regex(r"\d{1,2}\.[1-5]")


def spelled_time(entry: Entry | time) -> Checked[str]:
    """Return a time of day as ``09:15``; seconds are dropped.

    Faults (no value): ``time-lost-zero`` (a number 10.1 may have been 10.10 or 10.01), ``time-impossible`` (25:10),
    ``time-unknown``.
    """
    if isinstance(entry, time | datetime):
        return Checked(f"{entry:%H:%M}")
    raw = text_of_entry(entry)
    if is_blank(raw):
        return Checked()
    if isinstance(entry, float):
        return _of_number(entry, raw)
    plain = "".join(unicodedata.normalize("NFKC", raw).split()).replace("∶", ":").replace("。", ".")
    for pattern in (_HALF, _PARTED, _COMPACT):
        if found := pattern.fullmatch(plain):
            return _at(raw, *found.groups())
    return _unknown(raw)


def _of_number(entry: float, raw: str) -> Checked[str]:
    """Read a number: a part of a day as spreadsheets keep times, else hours and minutes parted by a point."""
    if 0 <= entry < 1:
        minutes = round(entry * _MINUTES_OF_A_DAY) % _MINUTES_OF_A_DAY
        return Checked(f"{minutes // _HOUR:02d}:{minutes % _HOUR:02d}")
    if _LOST_ZERO.fullmatch(raw):
        hour, tens = raw.split(".")
        template = QT_TRANSLATE_NOOP(
            "desk", "“{text}”可能是 {hour} 点 {tens}0 分，末尾的 0 被 Excel 去掉了，写成 {repair} 这样。"
        )
        repair = f"{int(hour):02d}:{tens}0"
        values = {"text": raw, "hour": hour, "tens": tens, "repair": repair}
        return Checked(None, EntryFault("time-lost-zero", template, values, repair))
    if found := _PARTED.fullmatch(raw):
        return _at(raw, *found.groups())
    return _unknown(raw)


def _at(raw: str, word: str | None, hour: str, minute: str | None, late: str | None) -> Checked[str]:
    hours, minutes = int(hour), _PARTS_OF_AN_HOUR.get(minute or "整", -1)
    minutes = int(minute or 0) if minutes < 0 else minutes
    if {word or "", late or ""} & _LATE_WORDS and hours < _NOON:
        hours += _NOON
    if hours * _HOUR + minutes >= _MINUTES_OF_A_DAY or minutes >= _HOUR:
        template = QT_TRANSLATE_NOOP("desk", "“{text}”不是一天里的时间。")
        return Checked(None, EntryFault("time-impossible", template, {"text": shortened(raw)}))
    return Checked(f"{hours:02d}:{minutes:02d}")


def _unknown(raw: str) -> Checked[str]:
    template = QT_TRANSLATE_NOOP("desk", "“{text}”看不出是几点几分，写成 14:05 这样。")
    return Checked(None, EntryFault("time-unknown", template, {"text": shortened(raw)}))

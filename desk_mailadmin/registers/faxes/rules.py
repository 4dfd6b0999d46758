"""Which fax counts (002/2.五): all five entries filled in and a call before it; spot checks find false ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

VALID = State("valid", QT_TRANSLATE_NOOP("desk", "计入"), Tone.BLUE, "check")
INCOMPLETE = State("incomplete", QT_TRANSLATE_NOOP("desk", "不计：信息不全"), Tone.AMBER, "triangle-alert")
UNCALLED = State("uncalled", QT_TRANSLATE_NOOP("desk", "不计：未先联系"), Tone.AMBER, "phone")
CONFIRMED = State("confirmed", QT_TRANSLATE_NOOP("desk", "抽查属实"), Tone.GREEN, "badge-check")
FALSE = State("false", QT_TRANSLATE_NOOP("desk", "抽查虚报"), Tone.RED, "circle-alert")
_OPEN = frozenset({"valid", "incomplete", "uncalled"})
_CHECKED = frozenset({"confirmed", "false"})
LIFECYCLE = Lifecycle(
    (VALID, INCOMPLETE, UNCALLED, CONFIRMED, FALSE),
    {
        "valid": _CHECKED | _OPEN,
        "incomplete": frozenset({"false"}) | _OPEN,
        "uncalled": frozenset({"false"}) | _OPEN,
        "confirmed": frozenset({"false"}) | _OPEN,
        "false": frozenset({"confirmed"}) | _OPEN,
    },
)
COUNTED = ("valid", "confirmed")
"""The states in which a fax counts."""

FIELDS: Mapping[str, str] = {
    "contact": QT_TRANSLATE_NOOP("desk", "联系人"),
    "post": QT_TRANSLATE_NOOP("desk", "职务"),
    "company": QT_TRANSLATE_NOOP("desk", "单位名称"),
    "phone": QT_TRANSLATE_NOOP("desk", "电话"),
    "fax": QT_TRANSLATE_NOOP("desk", "传真"),
}
"""The five entries that a fax must have to count."""

LONGEST = 60


class FaxEntry(Struct, frozen=True):
    """One fax as it was noted; ``sent_at`` a time of day or empty, ``called`` whether it was preceded by a call."""

    contact: str = ""
    post: str = ""
    company: str = ""
    phone: str = ""
    fax: str = ""
    called: bool = False
    sent_at: str = ""

    def is_blank(self) -> bool:
        """Say whether nothing was entered."""
        return not any((*(getattr(self, key) for key in FIELDS), self.called, self.sent_at))


def checked(entry: FaxEntry) -> FaxEntry:
    """Return the entry with its texts cleaned; raise UserError for a time that is none or a text too long."""
    texts: dict[str, Any] = {
        key: checked_line(getattr(entry, key), title, key, LONGEST) for key, title in FIELDS.items()
    }
    return replace(entry, **texts, sent_at=_time(entry.sent_at) if entry.sent_at else "")


def _time(text: str) -> str:
    try:
        return check_time(text)
    except UserError as error:
        raise UserError(error.template, field="sent_at", **error.values) from None


def missing(entry: FaxEntry) -> tuple[str, ...]:
    """Return what of the five entries is missing, as people call it."""
    return tuple(title for key, title in FIELDS.items() if not getattr(entry, key))


def standing(entry: FaxEntry) -> str:
    """Return the state of a fax by its entries: it counts with all five filled in and a call before it (M5-22)."""
    if missing(entry):
        return "incomplete"
    return "valid" if entry.called else "uncalled"


def why_not(entry: FaxEntry) -> str:
    """Return why a fax does not count, empty where it does."""
    lacking = missing(entry)
    reasons = [f"缺{'、'.join(lacking)}"] if lacking else []
    return "；".join(reasons if entry.called else [*reasons, "没有事先电话联系"])


class SpotCheck(Struct, frozen=True):
    """What the project manager found: the day, by whom, whether it is true, and in words."""

    on: date
    by: str
    is_true: bool
    finding: str = ""


def checked_check(check: SpotCheck, sent_on: date, today: date) -> SpotCheck:
    """Return a spot check with its texts cleaned; raise UserError for one without a name, or before its fax."""
    by = checked_line(check.by, QT_TRANSLATE_NOOP("desk", "抽查人"), "by", LONGEST)
    finding = checked_line(check.finding, QT_TRANSLATE_NOOP("desk", "抽查情况"), "finding", 200)
    if not by:
        raise UserError(QT_TRANSLATE_NOOP("desk", "抽查人是空的。"), field="by")
    if not sent_on <= check.on <= today:
        raise UserError(QT_TRANSLATE_NOOP("desk", "抽查日期不能早于发传真的日期，也不能晚于今天。"), field="on")
    if not check.is_true and not finding:
        raise UserError(QT_TRANSLATE_NOOP("desk", "虚报的写明查到什么。"), field="finding")
    return SpotCheck(check.on, by, check.is_true, finding)


def entry_from(data: Mapping[str, Any]) -> FaxEntry:
    """Return the fax that plain data describe; UserError for a name the desk does not know."""
    for key in data:
        if key not in (*FIELDS, "called", "sent_at"):
            raise UserError(QT_TRANSLATE_NOOP("desk", "传真记录没有“{key}”这一项。"), field=str(key), key=key)
    called = data.get("called", False)
    if not isinstance(called, bool):
        raise UserError(QT_TRANSLATE_NOOP("desk", "called 只能是 true 或 false。"), field="called")
    texts = {key: plain(data.get(key), key, key) for key in (*FIELDS, "sent_at")}
    return FaxEntry(**texts, called=called)

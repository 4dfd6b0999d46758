"""A mobile that was stopped must be paid and open again within hours (002/4.4, M5-16)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

PAID = QT_TRANSLATE_NOOP("desk", "要按这个号码缴费、开通")
"""Why the list of stopped mobiles shows the numbers whole."""

OPEN = State("open", QT_TRANSLATE_NOOP("desk", "待开通"), Tone.AMBER, "clock")
DONE = State("done", QT_TRANSLATE_NOOP("desk", "已开通"), Tone.GREEN, "circle-check")
LIFECYCLE = Lifecycle((OPEN, DONE), {"open": frozenset({"done"}), "done": frozenset({"open"})})

HOURS = Setting(
    "mobile_stops.hours",
    12,
    "手机停机后交费开通期限",
    Group.TELEPHONE,
    clause="002/4.4",
    unit="小时",
    least=1,
    most=168,
)
SETTINGS = (HOURS,)


class StopEntry(Struct, frozen=True, kw_only=True):
    """A stopped mobile: whose, which number, when the person was told to pay."""

    staff: int
    mobile: str
    told_at: datetime
    remark: str = ""


def checked(entry: StopEntry, now: datetime) -> StopEntry:
    """Return the entry with its texts cleaned; raise UserError naming the field that cannot stand."""
    mobile = checked_line(entry.mobile, QT_TRANSLATE_NOOP("desk", "手机"), "mobile", 20)
    if not mobile:
        raise UserError(QT_TRANSLATE_NOOP("desk", "手机号没有填写。"), field="mobile")
    if entry.told_at > now:
        raise UserError(QT_TRANSLATE_NOOP("desk", "通知时间还没有到。"), field="at")
    return replace(
        entry, mobile=mobile, remark=checked_text(entry.remark, QT_TRANSLATE_NOOP("desk", "备注"), "remark", 500)
    )


def due_at(told_at: datetime, hours: int) -> datetime:
    """Return until when a stopped mobile must be open again."""
    return told_at + timedelta(hours=hours)


def moment(day: date, at: str) -> datetime:
    """Return the instant of a day and a time as clerks write it (9:05); UserError for what is no time."""
    try:
        return datetime.combine(day, time.fromisoformat(check_time(at)))
    except UserError as fault:
        raise UserError(fault.template, field="at", **fault.values) from None


def check_done(done_at: datetime, told_at: datetime, now: datetime) -> None:
    """Raise UserError unless a mobile was opened after the person was told, and not in the future."""
    if not told_at <= done_at <= now:
        raise UserError(QT_TRANSLATE_NOOP("desk", "开通时间应在通知时间和现在之间。"), field="at")

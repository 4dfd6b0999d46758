"""What a line cost in a month, who bears it, and what a year comes to (002/6, 9.3, 15.一.5; M5-2, M5-6).

Money is integer fen. What the holder bears: information fees, private calls, and what the quota does not cover; rent
and caller display go to the company, unless the office decides that its quotas cover them too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

COMPUTED = State("computed", QT_TRANSLATE_NOOP("desk", "已计算"), Tone.GREY, "file-text")
NOTIFIED = State("notified", QT_TRANSLATE_NOOP("desk", "已通知"), Tone.AMBER, "send")
PROPOSED = State("proposed", QT_TRANSLATE_NOOP("desk", "转工资扣款"), Tone.BLUE, "calendar-clock")
SETTLED = State("settled", QT_TRANSLATE_NOOP("desk", "已扣清"), Tone.GREEN, "check")
EXCUSED = State("excused", QT_TRANSLATE_NOOP("desk", "免扣"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle(
    (COMPUTED, NOTIFIED, PROPOSED, SETTLED, EXCUSED),
    {
        "computed": frozenset({"notified", "excused"}),
        "notified": frozenset({"computed", "proposed", "excused"}),
        "proposed": frozenset({"notified", "settled"}),
        "excused": frozenset({"computed"}),
    },
)
"""A charge is settled, or notified again, by what becomes of its penalty case; neither is entered."""

COVERS = (
    ("calls", QT_TRANSLATE_NOOP("desk", "只含通话费")),
    ("rent", QT_TRANSLATE_NOOP("desk", "通话费和月租")),
    ("all", QT_TRANSLATE_NOOP("desk", "全部费用")),
)
QUOTA_COVERS = Setting(
    "charges.quota_covers", "calls", "话费额度包含", Group.TELEPHONE, clause="002/9.3", choices=COVERS,
    note="月租和来电显示费一般由单位承担，不占额度",
)  # fmt: skip
INFO_IN_QUOTA = Setting(
    "charges.info_in_quota", False, "信息费占用额度", Group.TELEPHONE, clause="002/6.四",
    note="信息费总是自负；这里只决定它是不是同时占掉额度",
)  # fmt: skip
NO_QUOTA = Setting(
    "charges.without_quota", "free", "没有定额度的线路", Group.TELEPHONE, clause="002/9.3",
    choices=(
        ("free", QT_TRANSLATE_NOOP("desk", "不限额")),
        ("zero", QT_TRANSLATE_NOOP("desk", "额度按 0 元算")),
    ),
)  # fmt: skip
DUE_DAY = Setting(
    "charges.due_day", 6, "上月话费表报送日", Group.TELEPHONE, clause="002/9.3", unit="日", least=1, most=28,
    note="遇休息日提前",
)  # fmt: skip
SETTINGS = (QUOTA_COVERS, INFO_IN_QUOTA, NO_QUOTA, DUE_DAY)

SIGNERS = (
    ("finance", QT_TRANSLATE_NOOP("desk", "财务部审核")),
    ("office", QT_TRANSLATE_NOOP("desk", "总经理办公室签收")),
    ("holder", QT_TRANSLATE_NOOP("desk", "责任人签收")),
)
"""Through whose hands a notice goes before the sum is taken from wages (002/9.3), in order."""


class Usage(Struct, frozen=True):
    """What a line cost in a month.

    ``local_fen``, ``long_fen`` and ``other_fen`` are calls without their information fees, which are ``info_fen``;
    ``fixed_fen`` is caller display and other fixed charges; ``private_fen`` what of the calls was private, again
    without information fees.
    """

    rent_fen: int = 0
    fixed_fen: int = 0
    local_fen: int = 0
    long_fen: int = 0
    other_fen: int = 0
    info_fen: int = 0
    private_fen: int = 0

    @property
    def calls_fen(self) -> int:
        """What the calls came to."""
        return self.local_fen + self.long_fen + self.other_fen + self.info_fen

    @property
    def total_fen(self) -> int:
        """What stands on the bills for the line."""
        return self.rent_fen + self.fixed_fen + self.calls_fen

    def __add__(self, other: Usage) -> Usage:
        return Usage(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))


class Terms(Struct, frozen=True):
    """On what terms a line is used.

    ``quota_fen`` None is no quota at all; ``saved_fen`` what is left of the year before (negative: overspent and not
    asked for); an overage of at most ``tolerance_fen`` is not asked for. ``monthly`` False is a lump quota of the year,
    of which a month's overage is no matter. ``holder_pays`` says that the line is not paid by the company at all.
    """

    quota_fen: int | None = None
    saved_fen: int = 0
    tolerance_fen: int = 0
    monthly: bool = True
    holder_pays: bool = False
    covers: str = "calls"
    info_in_quota: bool = False


class Shares(Struct, frozen=True):
    """Who bears a line's cost: ``used_fen`` counts against the quota, ``over_fen`` is what it does not cover."""

    used_fen: int
    over_fen: int
    self_fen: int
    company_fen: int


def shares(usage: Usage, terms: Terms) -> Shares:
    """Return who bears what of a line's month (LEDGER 5.2); the two parts always add up to the total."""
    used = _used(usage, terms)
    over = 0 if terms.quota_fen is None or not terms.monthly else overage(used, _quota(terms), terms.tolerance_fen)
    own = usage.total_fen if terms.holder_pays else min(usage.total_fen, usage.info_fen + usage.private_fen + over)
    return Shares(used, over, own, usage.total_fen - own)


def overage(used_fen: int, quota_fen: int, tolerance_fen: int = 0) -> int:
    """Return what goes beyond a quota; nothing up to the tolerance, all of it beyond (002/6.一)."""
    over = max(0, used_fen - max(0, quota_fen))
    return 0 if over <= tolerance_fen else over


def left_of(brought_fen: int, months: Sequence[MonthPart]) -> int:
    """Return what is left for the next month of what was carried into the year.

    What was saved last year covers what single months go beyond their quota until it is used up; what was overspent and
    not asked for is taken off the first month.
    """
    left = brought_fen
    for part in months:
        beyond = 0 if part.quota_fen is None else max(0, part.used_fen - part.quota_fen)
        left = max(0, left - beyond) if left > 0 else 0
    return left


def asked(self_fen: int, elsewhere_fen: int) -> int:
    """Return what is taken from wages: what the holder bears and no penalty case takes back already."""
    return max(0, self_fen - elsewhere_fen)


def due_on(month: str, calendar: WorkCalendar, day: int = 6) -> date:
    """Return by which day a month's table must be at the general manager's office (002/9.3, M5-6).

    The day of the next month, moved before days off; where all days up to it are off, the first one worked after them.
    """
    following = month_after(month)
    first = date(int(following[:4]), int(following[5:]), 1)
    wanted = calendar.last_on_or_before(first.replace(day=day))
    return wanted if wanted >= first else calendar.after(first - timedelta(days=1), 1)


class MonthPart(Struct, frozen=True):
    """One month of a line within its year: its quota (None: none), what counted against it, what was charged."""

    quota_fen: int | None
    used_fen: int
    over_fen: int = 0


class Year(Struct, frozen=True):
    """What a line's year comes to: over or saved against the quota, what is still to be paid, what is carried over."""

    quota_fen: int | None
    actual_fen: int
    over_fen: int
    left_fen: int
    asked_fen: int
    carried_fen: int


def year_of(
    parts: Sequence[MonthPart], *, lump_fen: int | None = None, brought_fen: int = 0, tolerance_fen: int = 0,
    carry_over: bool = False,
) -> Year:  # fmt: skip
    """Return the settlement of a year: overspending is paid by who overspent (002/6.一, M5-2).

    ``lump_fen`` is a quota of the whole year, else the months' quotas are added up; ``brought_fen`` was carried into
    the year. What single months were charged is not asked for again. A line that carries over takes what it saved, or
    overspent within the tolerance, into the next year.
    """
    actual = sum(part.used_fen for part in parts)
    quotas = [part.quota_fen for part in parts if part.quota_fen is not None]
    if lump_fen is None and not quotas:
        return Year(None, actual, 0, 0, 0, 0)
    quota = (sum(quotas) if lump_fen is None else lump_fen) + brought_fen
    over = overage(actual, quota, tolerance_fen)
    charged = sum(part.over_fen for part in parts)
    left = max(0, quota - actual)
    carried = (left or (0 if over else quota - actual)) if carry_over else 0
    return Year(quota, actual, over, left, max(0, over - charged), carried)


def with_office(terms: Terms, *, covers: str, info_in_quota: bool, no_quota: str) -> Terms:
    """Return a line's terms with what the office decided for all lines."""
    quota = 0 if terms.quota_fen is None and no_quota == "zero" else terms.quota_fen
    return replace(terms, quota_fen=quota, covers=covers, info_in_quota=info_in_quota)


def check_reason(reason: str) -> str:
    """Return why a charge is not taken from wages; UserError where nothing is said."""
    if not reason.strip():
        raise UserError(QT_TRANSLATE_NOOP("desk", "免扣要写理由，例如批准人和原因。"), field="reason")
    return reason.strip()


def _quota(terms: Terms) -> int:
    return (terms.quota_fen or 0) + terms.saved_fen


def _used(usage: Usage, terms: Terms) -> int:
    fixed = {"calls": 0, "rent": usage.rent_fen, "all": usage.rent_fen + usage.fixed_fen}[terms.covers]
    info = 0 if terms.info_in_quota else usage.info_fen
    return max(0, usage.calls_fen - info - usage.private_fen) + fixed

"""What a line may be, what it may do and whose it is (002/1.一, 002/7.1, 002/9.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.money import fen_from_text
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.table import Box
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

ACTIVE = State("active", QT_TRANSLATE_NOOP("desk", "正常"), Tone.GREEN, "circle-check")
STOPPED = State("stopped", QT_TRANSLATE_NOOP("desk", "停机"), Tone.RED, "ban")
REMOVED = State("removed", QT_TRANSLATE_NOOP("desk", "已拆机"), Tone.GREY, "x")
LIFECYCLE = Lifecycle(
    (ACTIVE, STOPPED, REMOVED),
    {
        "active": frozenset({"stopped", "removed"}),
        "stopped": frozenset({"active", "removed"}),
        "removed": frozenset(),
    },
)

KINDS = {
    "extension": QT_TRANSLATE_NOOP("desk", "分机"),
    "direct": QT_TRANSLATE_NOOP("desk", "直线"),
    "fax": QT_TRANSLATE_NOOP("desk", "传真线"),
    "trunk": QT_TRANSLATE_NOOP("desk", "中继"),
    "mobile": QT_TRANSLATE_NOOP("desk", "手机"),
}
QUOTA_BYS = {
    "line": QT_TRANSLATE_NOOP("desk", "按线路"),
    "head": QT_TRANSLATE_NOOP("desk", "按部门人数"),
    "rank": QT_TRANSLATE_NOOP("desk", "按职级"),
}
QUOTA_PERS = {"month": QT_TRANSLATE_NOOP("desk", "每月"), "year": QT_TRANSLATE_NOOP("desk", "每年")}
NOTE_KINDS = {
    "upkeep": QT_TRANSLATE_NOOP("desk", "日常维护"),
    "supervision": QT_TRANSLATE_NOOP("desk", "部门监管"),
    "unreachable": QT_TRANSLATE_NOOP("desk", "关机说明"),
    "other": QT_TRANSLATE_NOOP("desk", "其他"),
}
PAYERS = {"company": QT_TRANSLATE_NOOP("desk", "公司付"), "holder": QT_TRANSLATE_NOOP("desk", "责任人付")}

ALWAYS = date(1, 1, 1)
"""From when a line was somebody's, where nobody knows a day."""

LINE_ACCESS_DIGIT = Setting(
    "lines.access_digit", "9", "分机拨外线先拨", Group.TELEPHONE, note="交换机话单里的被叫号码去掉这一位后再与话单核对"
)
RANK_QUOTAS: Setting[list[str]] = Setting(
    "lines.rank_quotas",
    [],
    "按职级的每月话费额度",
    Group.TELEPHONE,
    "002/9.3",
    note="写成 经理=80、主管=40，单位元；额度选“按职级”的线路用它",
)


ALL_UNITS = QT_TRANSLATE_NOOP("desk", "全部")
_UNITS_NOTE = "写单位名称，用逗号分开；写“全部”是所有单位，空着是不检查"
RANKS: Setting[list[str]] = Setting(
    "lines.ranks",
    ["总经理", "副总经理", "副总", "总监", "所长", "经理", "副经理", "生产主管", "主管", "班组长", "专员", "员工"],
    "职级从高到低",
    Group.TELEPHONE,
    note="按它比较职级的高低",
)
LONG_RANK = Setting("lines.long_distance_rank", "所长", "可打长途的最低职级", Group.TELEPHONE, "002/5.四(二)")
LONG_UNITS: Setting[list[str]] = Setting(
    "lines.long_distance_rank_units", [], "检查长途职级的单位", Group.TELEPHONE, "002/5.四(三)", note=_UNITS_NOTE
)
FIXED_RANK = Setting("lines.fixed_phone_rank", "生产主管", "可用固定电话的最低职级", Group.TELEPHONE, "002/15.一.2")
FIXED_UNITS: Setting[list[str]] = Setting(
    "lines.fixed_phone_rank_units", [], "检查固定电话职级的单位", Group.TELEPHONE, "002/15.一.2", note=_UNITS_NOTE
)
OWN_UNITS: Setting[list[str]] = Setting(
    "lines.long_distance_manager_units",
    [],
    "长途只在部门经理本人分机上开的单位",
    Group.TELEPHONE,
    "002/9.2",
    note=_UNITS_NOTE,
)
STOP_MONTHS = Setting("lines.stop_months", 1, "保号停机的时间", Group.TELEPHONE, "002/12.九", "个月", least=1, most=24)
REMIND_DAYS = Setting(
    "lines.remind_days", 7, "权限、合约到期和复机提前提醒", Group.TELEPHONE, "", "天", least=0, most=90
)
SETTINGS = (
    LINE_ACCESS_DIGIT,
    RANK_QUOTAS,
    RANKS,
    LONG_RANK,
    LONG_UNITS,
    FIXED_RANK,
    FIXED_UNITS,
    OWN_UNITS,
    STOP_MONTHS,
    REMIND_DAYS,
)


class RightKind(Struct, frozen=True):
    """A right a line may have: its letter in the lists and its name."""

    key: str
    letter: str
    title: str


RIGHTS = (
    RightKind("inside", QT_TRANSLATE_NOOP("desk", "内"), QT_TRANSLATE_NOOP("desk", "内线")),
    RightKind("local", QT_TRANSLATE_NOOP("desk", "市"), QT_TRANSLATE_NOOP("desk", "市话")),
    RightKind("domestic", QT_TRANSLATE_NOOP("desk", "长"), QT_TRANSLATE_NOOP("desk", "国内长途")),
    RightKind("international", QT_TRANSLATE_NOOP("desk", "国"), QT_TRANSLATE_NOOP("desk", "国际长途")),
)
"""From the least to the most; ``domestic`` holds for 17909 too, ``international`` for Hong Kong, Macao and Taiwan."""

RIGHT_TITLES = {right.key: right.title for right in RIGHTS}
LONG_DISTANCE = frozenset({"domestic", "international"})


class Right(Struct, frozen=True):
    """A right from when until when, both inclusive (None: always, without end), and the paper that gave it."""

    key: str
    from_on: date | None = None
    until_on: date | None = None
    application: str = ""

    def holds(self, day: date) -> bool:
        """Say whether the right holds on a day."""
        return (self.from_on or day) <= day <= (self.until_on or day)

    def covers(self, other: Right) -> bool:
        """Say whether it holds for all the time for which another of its kind would."""
        begins = self.from_on is None or (other.from_on is not None and self.from_on <= other.from_on)
        lasts = self.until_on is None or (other.until_on is not None and self.until_on >= other.until_on)
        return self.key == other.key and begins and lasts


class Quota(Struct, frozen=True):
    """What a line may cost in fen per month or year (None: nothing set), and how what goes beyond is treated.

    ``tolerance_fen`` may be exceeded before anything is asked for; ``carry_over`` takes what is left into the next
    year; ``payer`` is who pays the bill: company or holder.
    """

    fen: int | None
    per: str = "month"
    tolerance_fen: int = 0
    carry_over: bool = False
    payer: str = "company"


def rights_up_to(key: str) -> tuple[Right, ...]:
    """Return the rights that lists mean by their highest one: 国内 is inside, local and domestic; none for ""."""
    keys = [right.key for right in RIGHTS]
    return tuple(Right(one) for one in keys[: keys.index(key) + 1]) if key else ()


def holding(rights: Iterable[Right], day: date) -> frozenset[str]:
    """Return the keys of the rights that hold on a day."""
    return frozenset(right.key for right in rights if right.holds(day))


def boxes_of(rights: Sequence[Right], day: date) -> tuple[Box, ...]:
    """Return the four lettered boxes of a line; one that holds only until a day is limited."""
    held = [right for right in rights if right.holds(day)]
    return tuple(_box(kind, [right for right in held if right.key == kind.key]) for kind in RIGHTS)


def _box(kind: RightKind, held: Sequence[Right]) -> Box:
    return Box(kind.letter, given=bool(held), limited=bool(held) and all(right.until_on for right in held))


def rights_text(rights: Sequence[Right], day: date) -> str:
    """Return the rights of a day in words: 内线、市话、国内长途（到 2026-12-31）."""
    return "、".join(_right_words(kind, rights, day) for kind in RIGHTS if kind.key in holding(rights, day))


def _right_words(kind: RightKind, rights: Sequence[Right], day: date) -> str:
    ends = [right.until_on for right in rights if right.key == kind.key and right.holds(day)]
    return kind.title if None in ends else f"{kind.title}（到 {max(end for end in ends if end)}）"


def rights_words(rights: Sequence[Right]) -> list[str]:
    """Return rights in words with their days, also past ones: 国内长途（2026-12-01 起，到 2026-12-31）."""
    return [f"{RIGHT_TITLES[right.key]}{_span_words(right)}" for right in rights]


def _span_words(right: Right) -> str:
    days = (f"{right.from_on} 起" if right.from_on else "", f"到 {right.until_on}" if right.until_on else "")
    said = "，".join(filter(None, days))
    return f"（{said}）" if said else ""


def rights_keys(rights: Iterable[Right], day: date) -> str:
    """Return the rights of a day as scripts read them: inside,local,domestic."""
    held = holding(rights, day)
    return ",".join(kind.key for kind in RIGHTS if kind.key in held)


def checked_rights(rights: Sequence[Right]) -> tuple[Right, ...]:
    """Return the rights in their order; UserError for an unknown one or a period that ends before it begins."""
    order = [kind.key for kind in RIGHTS]
    for right in rights:
        if right.key not in order:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "没有“{key}”这种权限，只有 {known}。"),
                field="rights",
                key=right.key,
                known="、".join(order),
            )
        if right.from_on and right.until_on and right.until_on < right.from_on:
            raise UserError(QT_TRANSLATE_NOOP("desk", "权限的截止日期早于起始日期。"), field="rights")
    return in_order(rights)


def in_order(rights: Iterable[Right]) -> tuple[Right, ...]:
    """Return rights from the least to the most, the earlier first."""
    place = {kind.key: number for number, kind in enumerate(RIGHTS)}
    return tuple(sorted(rights, key=lambda right: (place[right.key], right.from_on or ALWAYS)))


def rank_quotas(words: Iterable[str]) -> dict[str, int]:
    """Return rank → fen a month of the setting 经理=80, 主管=40; UserError for an entry that is not so."""
    found = {}
    for word in words:
        rank, equals, amount = word.replace("＝", "=").partition("=")
        if not rank.strip() or not equals:
            raise UserError(QT_TRANSLATE_NOOP("desk", "按职级的额度“{word}”应写成 经理=80。"), word=word)
        found[rank.strip()] = fen_from_text(amount)
    return found


def quota_fen(by: str, own: int | None, people: int, of_rank: Mapping[str, int], rank: str) -> int | None:
    """Return a line's quota: its own figure, that figure for each person of the department, or its rank's."""
    if by == "rank":
        return of_rank.get(rank)
    return own * people if by == "head" and own is not None else own


def check_kind(kind: str, number: str, extension: str) -> str:
    """Return a line's kind, by its numbers where none was said; UserError for an unknown kind or no number at all."""
    if not number and not extension:
        raise UserError(QT_TRANSLATE_NOOP("desk", "直线号码和分机至少填一个。"), field="extension")
    if not kind:
        return "direct" if number else "extension"
    _one_of(kind, KINDS, "kind")
    if kind != "extension" and not number:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{kind}要有号码。"), field="number", kind=KINDS[kind])
    return kind


def check_choices(quota_by: str, quota_per: str, payer: str) -> None:
    """Raise UserError unless each is one of the known keys."""
    for value, known, field in ((quota_by, QUOTA_BYS, "quota_by"), (quota_per, QUOTA_PERS, "quota_per"),
                                (payer, PAYERS, "payer")):  # fmt: skip
        _one_of(value, known, field)


def _one_of(value: str, known: Mapping[str, str], field: str) -> None:
    if value not in known:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "没有“{value}”，只有 {known}。"), field=field, value=value, known="、".join(known)
        )


def check_stop(on: date, keep_until: date | None, reopen_on: date | None) -> None:
    """Raise UserError unless a line stops, is opened again and loses its number in this order (002/12.九)."""
    if reopen_on is not None and reopen_on < on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "复机日期早于停机日期。"), field="reopen_on")
    if keep_until is not None and keep_until < (reopen_on or on):
        raise UserError(QT_TRANSLATE_NOOP("desk", "保号日期不能早于停机和复机日期。"), field="keep_until")


class Policy(Struct, frozen=True):
    """What an office checks of ranks, each for the units it names (002/5.四, 002/15.一.2, 002/9.2).

    ``ranks`` go from the highest to the lowest; a rank nobody put among them counts as below all.
    """

    ranks: Sequence[str] = ()
    long_rank: str = ""
    long_units: Sequence[str] = ()
    fixed_rank: str = ""
    fixed_units: Sequence[str] = ()
    own_units: Sequence[str] = ()

    @property
    def checks_anything(self) -> bool:
        """Say whether any check is on for any unit."""
        return bool(self.long_units or self.fixed_units or self.own_units)

    def is_below(self, rank: str, least: str) -> bool:
        """Say whether a rank is below another; nothing is below one that is not in the order."""
        if least not in self.ranks:
            return False
        return rank not in self.ranks or self.ranks.index(rank) > self.ranks.index(least)


class Concern(Struct, frozen=True):
    """What speaks against a line as it is; ``key`` is its question, ``template`` and ``values`` its sentence."""

    key: str
    template: str
    values: Mapping[str, object]

    @property
    def sentence(self) -> str:
        """Return the sentence in simplified Chinese."""
        return self.template.format_map(self.values)


def concerns_of(
    policy: Policy, *, unit: str, kind: str, holder: str, rank: str, is_heads: bool, rights: Iterable[Right]
) -> tuple[Concern, ...]:
    """Return what speaks against a line; a department's head is above every rank, a paper's word above every check.

    ``holder`` is empty for a shared set without anybody: it is then nobody's rank that counts.
    """
    long = any(right.key in LONG_DISTANCE and not right.application for right in rights)
    told = {"holder": holder, "rank": rank or QT_TRANSLATE_NOOP("desk", "职级没有登记")}
    low = bool(holder) and not is_heads
    found = []
    if low and long and _is_checked(policy.long_units, unit) and policy.is_below(rank, policy.long_rank):
        template = QT_TRANSLATE_NOOP("desk", "{holder}（{rank}）在{least}以下，开通长途要有批准（电话制度 5.四(三)）。")
        found.append(Concern("long_rank", template, {**told, "least": policy.long_rank}))
    if low and kind in _FIXED and _is_checked(policy.fixed_units, unit) and policy.is_below(rank, policy.fixed_rank):
        template = QT_TRANSLATE_NOOP("desk", "{holder}（{rank}）在{least}以下，不用固定电话（电话制度 15.一.2）。")
        found.append(Concern("fixed_rank", template, {**told, "least": policy.fixed_rank}))
    if long and not is_heads and _is_checked(policy.own_units, unit):
        template = QT_TRANSLATE_NOOP("desk", "长途只在部门经理本人的分机上开通（电话制度 9.2），这一条不是。")
        found.append(Concern("own", template, {}))
    return tuple(found)


_FIXED = ("extension", "direct")


def _is_checked(units: Sequence[str], unit: str) -> bool:
    return unit in units or ALL_UNITS in units

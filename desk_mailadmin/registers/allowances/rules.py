"""What is paid for somebody's mobile, until when, and what they bear themselves (002/15.二.2–3, M5-13, M5-14)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line, checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.money import fen_from_text
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

ACTIVE = State("active", QT_TRANSLATE_NOOP("desk", "发放中"), Tone.GREEN, "circle-check")
ENDED = State("ended", QT_TRANSLATE_NOOP("desk", "已停发"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle((ACTIVE, ENDED), {"active": frozenset({"ended"}), "ended": frozenset({"active"})})

SUPERVISOR = "主管级"
STANDARDS = Setting(
    "allowances.standards", [f"{SUPERVISOR}=100"], "手机补贴标准（每月，元）", Group.TELEPHONE, clause="002/15.二.2",
    note="主管级=100，其他职级照样写在后面，用逗号分开；没有写的职级按申请表上批准的金额",
)  # fmt: skip
SETTINGS = (STANDARDS,)

MOST_FEN = 1_000_000


class AllowanceEntry(Struct, frozen=True, kw_only=True):
    """An allowance as it is entered: whose, by which rank, how much a month in fen, from when until when.

    ``application`` is the number of the approved form, empty for one from before this program.
    """

    staff: int
    rank: str = SUPERVISOR
    mobile: str = ""
    monthly_fen: int = 0
    from_on: date
    until_on: date | None = None
    application: str = ""
    remark: str = ""


def standards(words: Iterable[str]) -> dict[str, int]:
    """Return rank → fen a month of the setting 主管级=100; UserError for a word that is not so."""
    found = {}
    for word in words:
        rank, equals, amount = word.replace("＝", "=").partition("=")
        if not rank.strip() or not equals:
            raise UserError(QT_TRANSLATE_NOOP("desk", "手机补贴标准“{word}”应写成 主管级=100。"), word=word)
        found[rank.strip()] = fen_from_text(amount)
    return found


def checked(entry: AllowanceEntry, of_rank: dict[str, int]) -> AllowanceEntry:
    """Return an allowance as it is kept; where no sum is given, that of its rank.

    Raises UserError naming the field that cannot stand: more than the rank's standard among them (002/15.二.2).
    """
    standard = of_rank.get(entry.rank)
    monthly = entry.monthly_fen or standard or 0
    if not entry.rank.strip():
        raise UserError(QT_TRANSLATE_NOOP("desk", "职级没有填写。"), field="rank")
    if not 0 < monthly <= MOST_FEN:
        raise UserError(QT_TRANSLATE_NOOP("desk", "每月补贴应大于 0，不超过 10,000 元。"), field="monthly_fen")
    if standard is not None and monthly > standard:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{rank}的补贴标准是每月 {yuan} 元；要改标准，先改设置。"),
            field="monthly_fen",
            rank=entry.rank,
            yuan=standard // 100,
        )
    if entry.until_on is not None and entry.until_on < entry.from_on:
        raise UserError(QT_TRANSLATE_NOOP("desk", "截止日期早于起始日期。"), field="until_on")
    return replace(
        entry,
        rank=checked_line(entry.rank, QT_TRANSLATE_NOOP("desk", "职级"), "rank", 20),
        mobile=checked_line(entry.mobile, QT_TRANSLATE_NOOP("desk", "移动电话"), "mobile", 20),
        monthly_fen=monthly,
        remark=checked_text(entry.remark, QT_TRANSLATE_NOOP("desk", "备注"), "remark", 500),
    )


def excess(fee_fen: int, allowed_fen: int) -> int:
    """Return what of a month's mobile bill its owner pays: all beyond the allowance (002/15.二.2, M5-13)."""
    return max(0, fee_fen - allowed_fen)


def holds_in(from_on: date, until_on: date | None, first: date, last: date) -> bool:
    """Say whether an allowance is paid in a month: it has begun by the last day and not ended before the first."""
    return from_on <= last and (until_on is None or until_on >= first)

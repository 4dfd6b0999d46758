"""What an entry of the telephone directory may hold (002/4.五, 002/12.五, 002/12.六)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

DIALLED = QT_TRANSLATE_NOOP("desk", "通讯录就是用来拨打的")
"""Why the directory shows its numbers whole."""

LISTED = State("active", QT_TRANSLATE_NOOP("desk", "在册"), Tone.GREEN, "circle-check")
REMOVED = State("removed", QT_TRANSLATE_NOOP("desk", "已移出"), Tone.GREY, "ban")
LIFECYCLE = Lifecycle((LISTED, REMOVED), {"active": frozenset({"removed"}), "removed": frozenset({"active"})})

EXTENSION, DIRECT, SHORT, MOBILE, FAX = "extension", "direct", "short", "mobile", "fax"
KINDS: Mapping[str, str] = {
    EXTENSION: QT_TRANSLATE_NOOP("desk", "分机"),
    DIRECT: QT_TRANSLATE_NOOP("desk", "直线"),
    SHORT: QT_TRANSLATE_NOOP("desk", "短号"),
    MOBILE: QT_TRANSLATE_NOOP("desk", "手机"),
    FAX: QT_TRANSLATE_NOOP("desk", "传真"),
}
"""The kinds of numbers an entry may have, in the order they are printed."""

TEXTS: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("desk", "名称"),
    "post": QT_TRANSLATE_NOOP("desk", "职务"),
    "email": QT_TRANSLATE_NOOP("desk", "邮箱"),
    "room": QT_TRANSLATE_NOOP("desk", "位置"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
}
TITLES: Mapping[str, str] = {
    "department": QT_TRANSLATE_NOOP("desk", "部门"),
    "staff": QT_TRANSLATE_NOOP("desk", "人员"),
    **TEXTS,
    "leader": QT_TRANSLATE_NOOP("desk", "领导号码"),
    "state": QT_TRANSLATE_NOOP("desk", "状态"),
    **KINDS,
}
"""What people call each thing of an entry that can change."""

LONGEST_TITLE = 60
MOST_OF_A_KIND = 5
_DIGITS = {EXTENSION: (2, 6), SHORT: (2, 6), MOBILE: (11, 11), DIRECT: (5, 14), FAX: (2, 14)}


class Number(Struct, frozen=True):
    """One number of an entry: digits alone, fixed ones with their area code where it is known."""

    kind: str
    number: str


class DirectoryEntry(Struct, frozen=True):
    """A person's or a shared set's place in the directory.

    ``staff`` is None for a shared set, which has a ``title`` (会议室, 传真). An empty ``post`` or ``email``, and the
    mobile where no number is one, are those of the personnel register. ``leader`` protects mobile and direct number:
    only the full tier prints them (002/4.五.4).
    """

    department: int
    staff: int | None = None
    title: str = ""
    numbers: tuple[Number, ...] = ()
    post: str = ""
    email: str = ""
    room: str = ""
    remark: str = ""
    leader: bool = False

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the numbers of a kind in their order."""
        return tuple(each.number for each in self.numbers if each.kind == kind)

    def with_numbers(self, kind: str, numbers: Sequence[str]) -> DirectoryEntry:
        """Return the entry with other numbers of a kind."""
        others = [each for each in self.numbers if each.kind != kind]
        return replace(self, numbers=in_order([*others, *(Number(kind, number) for number in numbers)]))


def in_order(numbers: Sequence[Number]) -> tuple[Number, ...]:
    """Return numbers kind by kind, as they are printed; those of a kind stay in the order given."""
    places = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(numbers, key=lambda each: places.get(each.kind, len(places))))


def checked(entry: DirectoryEntry) -> DirectoryEntry:
    """Return the entry with its texts trimmed and its numbers in order; raise UserError naming what cannot stand."""
    texts: dict[str, Any] = {
        key: checked_line(getattr(entry, key), title, key, LONGEST_TITLE if key == "title" else 500)
        for key, title in TEXTS.items()
    }
    entry = replace(entry, **texts, numbers=in_order(entry.numbers))
    if entry.staff is None and not entry.title:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选人，公用电话要写名称（会议室、传真）。"), field="title")
    if entry.staff is not None and entry.title:
        entry = replace(entry, title="")
    for number in entry.numbers:
        check_number(number)
    _check_repeats(entry)
    return entry


def check_number(number: Number) -> None:
    """Raise UserError, naming the kind as field, unless a number is digits of the length its kind has."""
    least, most = _length(number.kind)
    if not (number.number.isascii() and number.number.isdecimal()):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{kind}“{number}”不是号码，只写数字。"),
            field=number.kind,
            kind=KINDS[number.kind],
            number=number.number,
        )
    if not least <= len(number.number) <= most:
        right = str(least) if least == most else f"{least}～{most}"
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{kind} {number} 是 {count} 位，应为 {right} 位。"),
            field=number.kind,
            kind=KINDS[number.kind],
            number=number.number,
            count=len(number.number),
            right=right,
        )


def _length(kind: str) -> tuple[int, int]:
    if kind not in _DIGITS:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{kind}”这种号码。"), field="numbers", kind=kind)
    return _DIGITS[kind]


def _check_repeats(entry: DirectoryEntry) -> None:
    for (kind, number), count in Counter((each.kind, each.number) for each in entry.numbers).items():
        if count > 1:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{kind} {number} 写了两次。"), field=kind, kind=KINDS[kind], number=number
            )
    for kind, count in Counter(each.kind for each in entry.numbers).items():
        if count > MOST_OF_A_KIND:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{kind}最多 {most} 个。"), field=kind, kind=KINDS[kind], most=MOST_OF_A_KIND
            )


# change slips (002/4.五.1)

NOTICE_HOURS = Setting(
    "directory.notice_hours",
    5,
    "号码变更几小时内通知到",
    Group.TELEPHONE,
    "002/4.五.1",
    "小时",
    least=1,
    most=720,
    note="主管领导、信息中心和相关联络人都要通知到，超过就标迟",
)
TOLD: Mapping[str, str] = {
    "head_told_at": QT_TRANSLATE_NOOP("desk", "通知主管领导"),
    "centre_told_at": QT_TRANSLATE_NOOP("desk", "通知信息中心"),
    "contacts_told_at": QT_TRANSLATE_NOOP("desk", "通知相关联络人"),
}
"""Who must hear of a changed number, in the order of the clause."""

OPEN = State("open", QT_TRANSLATE_NOOP("desk", "待通知"), Tone.AMBER, "hourglass")
ALL_TOLD = State("told", QT_TRANSLATE_NOOP("desk", "已通知"), Tone.GREEN, "circle-check")
VOID = State("void", QT_TRANSLATE_NOOP("desk", "作废"), Tone.GREY, "ban")
SLIP_LIFECYCLE = Lifecycle(
    (OPEN, ALL_TOLD, VOID),
    {"open": frozenset({"told", "void"}), "told": frozenset({"open", "void"}), "void": frozenset()},
)


class SlipEntry(Struct, frozen=True):
    """What is entered of a change of numbers: when it was, why, and who was told when (local times, None: not yet)."""

    changed_at: datetime
    reason: str = ""
    head_told_at: datetime | None = None
    centre_told_at: datetime | None = None
    contacts_told_at: datetime | None = None

    def told(self) -> tuple[datetime | None, ...]:
        """Return the three times in the order of the clause."""
        return (self.head_told_at, self.centre_told_at, self.contacts_told_at)


def checked_slip(slip: SlipEntry, now: datetime) -> SlipEntry:
    """Return the slip with its reason trimmed; raise UserError for a time that has not come yet."""
    for key in ("changed_at", *TOLD):
        at = getattr(slip, key)
        if at is not None and at > now:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{at} 还没有到。"), field=key, at=f"{at:%Y-%m-%d %H:%M}")
    reason = checked_line(slip.reason, QT_TRANSLATE_NOOP("desk", "变更原因"), "reason")
    return replace(slip, reason=reason)


def state_of_slip(slip: SlipEntry) -> str:
    """Return whether everybody was told."""
    return "told" if all(slip.told()) else "open"


def is_late(slip: SlipEntry, hours: int, now: datetime) -> bool:
    """Say whether anybody was told, or is still to be told, more than ``hours`` after the change (002/4.五.1)."""
    due = slip.changed_at + timedelta(hours=hours)
    return any((at or now) > due for at in slip.told())


def slip_words(slip: SlipEntry, hours: int, now: datetime) -> str:
    """Return how the telling of a change stands, in words: 3 小时内通知到, 超过 5 小时通知, 还有 2 处没有通知."""
    missing = sum(at is None for at in slip.told())
    late = is_late(slip, hours, now)
    if missing:
        return f"{missing} 处没有通知，已超过 {hours} 小时" if late else f"{missing} 处没有通知"
    if late:
        return f"超过 {hours} 小时才通知到"
    last = max(at for at in slip.told() if at)
    whole = max(math.ceil((last - slip.changed_at) / timedelta(hours=1)), 1)
    return f"{whole} 小时内通知到"


# comparison with the personnel register (002/4.五.2)


class Follow(StrEnum):
    """What the directory must do after the personnel register."""

    MISSING = "missing"  # in office and not listed
    LEFT = "left"  # listed and no more in office
    MOVED = "moved"  # listed under another department


class Behind(Struct, frozen=True):
    """One person whose entry does not follow the personnel register; ``record`` is None for who is not listed."""

    follow: Follow
    staff: int
    record: int | None = None

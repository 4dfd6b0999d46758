"""What an entry of the telephone directory may hold (002/4.五, 002/12.五, 002/12.六)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

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


@dataclass(frozen=True, slots=True)
class Number:
    """One number of an entry: digits alone, fixed ones with their area code where it is known."""

    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
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

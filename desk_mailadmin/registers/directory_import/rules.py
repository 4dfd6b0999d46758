"""What a hand-kept directory contradicts: itself, the personnel register, the lines (002/4.五.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_LEADER = regex(r"董事|总裁|总经理|副总|党委书记|工会主席|总工程师|总会计师|总经济师|校长|院长|厂长")


class Kind(StrEnum):
    """What is contradicted; each is settled with one click, and none keeps a row from going in but a leaver's."""

    OLD_DEPARTMENT = "old_department"
    LEAVER_LISTED = "leaver_listed"
    MOBILE_DIFFERS = "mobile_differs"
    EXTENSION_TWICE = "extension_twice"
    NOT_LISTED = "person_with_line_not_listed"
    UNCLEAR = "person_unclear"
    UNKNOWN = "person_unknown"


TEMPLATES: Mapping[str, str] = {
    Kind.OLD_DEPARTMENT: QT_TRANSLATE_NOOP("desk", "名册里{name}在“{place}”，通讯录还写在“{listed}”。"),
    Kind.LEAVER_LISTED: QT_TRANSLATE_NOOP("desk", "{name}已经离职（{on}），不该再列在通讯录里。"),
    Kind.MOBILE_DIFFERS: QT_TRANSLATE_NOOP("desk", "名册里{name}的手机是 {mobile}，通讯录写的是 {listed}。"),
    Kind.EXTENSION_TWICE: QT_TRANSLATE_NOOP("desk", "分机 {extension} 在第 {at} 行是{holder}的，这一行不带分机导入。"),
    Kind.NOT_LISTED: QT_TRANSLATE_NOOP("desk", "{name}有分机 {extension}，通讯录里没有列。"),
    Kind.UNCLEAR: QT_TRANSLATE_NOOP("desk", "“{name}”可能是 {people}，在工号里写明是哪一个；不写就只按名称导入。"),
    Kind.UNKNOWN: QT_TRANSLATE_NOOP("desk", "名册里没有“{name}”，只按名称导入。"),
}
"""What is said of each."""

GRAVE = frozenset({Kind.LEAVER_LISTED, Kind.EXTENSION_TWICE, Kind.UNCLEAR})
"""What the file says cannot stand as it is; of the others both may be right."""


class Conflict(Struct, frozen=True):
    """One contradiction: the row it stands in (None: a person whom no row lists), whom it is about, and the repair.

    ``column`` is the cell that one click puts right with ``repair``; None where only a person can say.
    """

    kind: Kind
    row: int | None
    person: int | None
    column: str
    values: Mapping[str, object] = field(default_factory=dict)
    repair: str | None = None
    other: int | None = None

    @property
    def sentence(self) -> str:
        """Return the sentence in the source language."""
        return TEMPLATES[self.kind].format_map(self.values)


class Claim(Struct, frozen=True):
    """That a row gives an extension of a branch; ``strength`` is how much else speaks for it."""

    row: int
    branch: str
    extension: str
    strength: int


def claimed_twice(claims: Sequence[Claim]) -> dict[int, Claim]:
    """Return the rows that must give an extension up, each with the claim that stands: the strongest, else the first.

    The holder of a line has its short number, its right or its quota beside it; who only shares the set has none.
    """
    by_line: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        by_line.setdefault((claim.branch, claim.extension), []).append(claim)
    found = {}
    for alike in by_line.values():
        owner = max(alike, key=lambda claim: (claim.strength, -claim.row))
        found.update({claim.row: owner for claim in alike if claim.row != owner.row})
    return found


def is_leader(rank: str, post: str) -> bool:
    """Say whether rank or post are those of a leader, whose numbers are protected (002/4.五.4)."""
    return bool(_LEADER.search(rank) or (_LEADER.search(post) and "助理" not in post and "分公司" not in post))

"""What was done to somebody, with the sums that stand among the words: 警告并罚款伍佰元 → warning, fine of 500 yuan."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from desk_mailadmin.intake.past_cases.spellings import Spellings
from desk_mailadmin.language.spelled_amounts import spelled_amount

_CUT = re.compile(r"[,，;；、+/。\n]|并处?|同时|以及|另外?|[和及](?=[罚追赔扣警记])")
_MONEY = re.compile(
    r"(?:人民币)?[¥]?(?:[\d,.]+|[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千万拾佰仟]+)(?:[元圆块角分整正].*)?"
)
_RECOVERIES = frozenset({"recovery", "compensation"})


class SanctionsFound(Struct, frozen=True):
    """The sanctions in the order of the words, and the fen that stand beside fines and recoveries (None: no sum)."""

    keys: tuple[str, ...] = ()
    fine_fen: int | None = None
    recovery_fen: int | None = None

    @property
    def has_fine(self) -> bool:
        """Say whether a fine is among them."""
        return "fine" in self.keys

    @property
    def has_recovery(self) -> bool:
        """Say whether a recovery or a compensation is among them."""
        return not _RECOVERIES.isdisjoint(self.keys)


def sanctions_of(text: str, spellings: Spellings) -> SanctionsFound:
    """Return what a text says was done; nothing found gives no keys."""
    keys: list[str] = []
    fine: int | None = None
    recovery: int | None = None
    for part in _CUT.split(unicodedata.normalize("NFKC", text)):
        found, rest = _taken("".join(part.split()), spellings)
        sum_found = _sum_in(rest)
        keys += found
        if sum_found is None:
            continue
        if not _RECOVERIES.isdisjoint(found):
            recovery = (recovery or 0) + sum_found
        elif "fine" in found or not found:
            fine = (fine or 0) + sum_found
    return SanctionsFound(tuple(dict.fromkeys(keys)), fine, recovery)


def _taken(part: str, spellings: Spellings) -> tuple[list[str], str]:
    """Return the sanctions of a part in their order, and the part without their words."""
    places: list[tuple[int, str]] = []
    rest = part
    for key, words in spellings.sanctions:
        found = words.search(rest)
        if found:
            places.append((found.start(), key))
            rest = rest[: found.start()] + " " * len(found[0]) + rest[found.end() :]
    return [key for _, key in sorted(places)], rest


def _sum_in(rest: str) -> int | None:
    found = next((one[0] for one in _MONEY.finditer(rest) if re.search(r"[元圆块角]|^\W*[\d,.]+$", one[0])), None)
    return spelled_amount(re.sub(r"\(.*|(?<=[元整正角]).*$", "", found)).value if found else None

"""The directory as it leaves the desk: entries by name, and what each tier shows of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.language.names import initials
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.directory.entries import BETWEEN
from desk_mailadmin.registers.editions.rules import FULL

SHARED_LETTER = "公用"
"""Under which shared sets stand in the order of names."""


class Listed(Struct, frozen=True):
    """An entry of the directory; numbers of a kind are one text, several parted by 、, as they are kept."""

    record: int
    branch: str
    dept: str
    department: int
    name: str
    emp_no: str = ""
    shared: bool = False
    leader: bool = False
    post: str = ""
    direct: str = ""
    extension: str = ""
    short: str = ""
    mobile: str = ""
    fax: str = ""
    email: str = ""
    room: str = ""
    remark: str = ""

    @property
    def uid(self) -> str:
        """A name that stays, for programs that take in a later list."""
        return self.emp_no or f"directory-{self.record}"

    @property
    def shown_name(self) -> str:
        """What it is called in lists: a shared set stands in brackets."""
        return f"（{self.name}）" if self.shared else self.name

    @property
    def direct_shown(self) -> str:
        """The direct numbers as people read them, faxes marked."""
        direct = [phone_shown(number) for number in numbers(self.direct)]
        return BETWEEN.join([*direct, *(f"传真 {phone_shown(number)}" for number in numbers(self.fax))])

    @property
    def letter(self) -> str:
        """The letter under which it stands in the order of names."""
        found = initials(self.name)[:1].upper()
        return SHARED_LETTER if self.shared or not found.isascii() or not found.isalpha() else found


def numbers(text: str) -> list[str]:
    """Return the numbers of a text that holds several."""
    return [number for number in text.split(BETWEEN) if number]


def listed_of(snapshot: str) -> tuple[Listed, ...]:
    """Return the entries of a snapshot (DirectoryService.snapshot) in their order."""
    rows: list[dict[str, Any]] = json.loads(snapshot)
    texts = ("branch", "dept", "name", "emp_no", "post", "direct", "extension", "short", "mobile", "fax", "email",
             "room", "remark")  # fmt: skip
    return tuple(
        Listed(
            record=int(row["id"]),
            department=int(row["department_id"]),
            shared=bool(row.get("shared")),
            leader=bool(row.get("leader")),
            **{key: str(row.get(key) or "") for key in texts},
        )
        for row in rows
    )


def of_tier(entries: Sequence[Listed], tier: str, *, mobiles: bool) -> tuple[Listed, ...]:
    """Return what a tier shows: the full one everything; the ordinary one no number of leaders that is theirs alone.

    ``mobiles`` says whether the ordinary tier shows mobiles and direct lines of the others (002/4.五.4).
    """
    if tier == FULL:
        return tuple(entries)
    return tuple(entry if mobiles and not entry.leader else _without(entry) for entry in entries)


def _without(entry: Listed) -> Listed:
    """Leave out what reaches a person directly; a shared set's numbers are everybody's."""
    return entry if entry.shared and not entry.leader else replace(entry, mobile="", direct="", fax="")


def by_name(entries: Sequence[Listed]) -> tuple[Listed, ...]:
    """Return entries in the order of their pinyin, shared sets last."""
    return tuple(sorted(entries, key=lambda one: (one.letter == SHARED_LETTER, _key(one), one.branch, one.dept)))


def _key(entry: Listed) -> str:
    return sort_key(entry.name) if entry.shared else name_sort_key(entry.name)


def common_domain(entries: Sequence[Listed]) -> str:
    """Return the mail domain that at least half of the addresses share, with its @; empty where none does."""
    domains = Counter(entry.email.rpartition("@")[2] for entry in entries if "@" in entry.email)
    if not domains:
        return ""
    domain, count = domains.most_common(1)[0]
    return f"@{domain}" if count * 2 >= domains.total() else ""

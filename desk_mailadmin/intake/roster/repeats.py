"""Find the same person, the same number, the same telephone twice; put a leavers' sheet beside the roster."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Place, Severity
from desk_mailadmin.intake.grid import GridRow
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.roster.fields import Field
from desk_mailadmin.intake.roster.result import RosterRow
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.names import full_pinyin

_SECONDED = re.compile(r"借调|挂职|兼任|兼职|支援|轮岗|编制在")
_OFTEN, _SELDOM = 5, 2

Sources = Mapping[Place, tuple[Block, GridRow]]


class Repeats:
    """Looks through all rows of a file at once."""

    def __init__(self, sources: Sources, leavers: Collection[str], book: FaultBook) -> None:
        self._sources, self._leavers, self._book = sources, leavers, book
        self._by_name: defaultdict[str, list[RosterRow]] = defaultdict(list)
        self._by_number: dict[str, RosterRow] = {}

    def resolved(self, rows: Sequence[RosterRow]) -> list[RosterRow]:
        """Return the rows with ``same_as`` set on repeats and with what a leavers' sheet adds to the first row."""
        found = {row.place: row for row in rows}
        # The home row of a seconded person counts, and the roster before the leavers' sheet.
        for row in sorted(rows, key=lambda row: (row.sheet in self._leavers, bool(_SECONDED.search(row.remark)))):
            twin = self._twin(row)
            if twin is None:
                self._by_name[row.name].append(row)
                self._by_number.setdefault(row.emp_no, row)
            else:
                found[row.place] = replace(row, same_as=twin)
                found[twin] = self._joined(found[twin], row)
        people = [found[row.place] for row in rows]
        self._shared(people, Field.MOBILE, QT_TRANSLATE_NOOP("desk", "手机号码与“{other}”（{where}第 {row} 行）相同。"))
        self._shared(people, Field.EMAIL, QT_TRANSLATE_NOOP("desk", "邮箱与“{other}”（{where}第 {row} 行）相同。"))
        self._mistyped_domains(people)
        return people

    def _twin(self, row: RosterRow) -> Place | None:
        if row.emp_no and row.emp_no in self._by_number:
            return self._with_number(row, self._by_number[row.emp_no])
        if row.sheet in self._leavers:
            namesakes = [other for other in self._by_name[row.name] if not (row.emp_no and other.emp_no)]
            return self._leaver_by_name(row, namesakes)
        return self._with_mobile(row)

    def _with_number(self, row: RosterRow, first: RosterRow) -> Place | None:
        values = {"name": row.name, "other": first.name, "number": row.emp_no, "row": first.row}
        values["where"] = _where(first, row)
        if _same_name(row.name, first.name):
            if row.sheet not in self._leavers:
                template = QT_TRANSLATE_NOOP("desk", "“{name}”在{where}第 {row} 行已有，是同一个人，不再新建。")
                self._fault(row, Field.EMP_NO, EntryFault("person-twice", template, values), Severity.DUPLICATE)
            return first.place
        template = QT_TRANSLATE_NOOP("desk", "工号 {number} 已是“{other}”（{where}第 {row} 行）的，确认哪个对。")
        self._fault(row, Field.EMP_NO, EntryFault("empno-dup", template, values), Severity.ERROR)
        return None

    def _with_mobile(self, row: RosterRow) -> Place | None:
        """Find the same name with the same mobile; with two different numbers only a person can say."""
        same = [other for other in self._by_name[row.name] if row.mobile and other.mobile == row.mobile]
        if not same:
            return None
        first = same[0]
        values = {"name": row.name, "row": first.row, "where": _where(first, row)}
        if row.emp_no and first.emp_no:
            template = QT_TRANSLATE_NOOP(
                "desk", "“{name}”与{where}第 {row} 行姓名、手机都相同而工号不同，确认是不是同一个人。"
            )
            self._fault(row, Field.EMP_NO, EntryFault("person-maybe-twice", template, values), Severity.DUPLICATE)
            return None
        template = QT_TRANSLATE_NOOP("desk", "“{name}”在{where}第 {row} 行已有，是同一个人，不再新建。")
        self._fault(row, Field.NAME, EntryFault("person-twice", template, values), Severity.DUPLICATE)
        return first.place

    def _leaver_by_name(self, row: RosterRow, namesakes: Sequence[RosterRow]) -> Place | None:
        near = [other for other in namesakes if other.dept == row.dept] or list(namesakes)
        if len(near) == 1:
            return near[0].place
        if len(near) > 1:
            template = QT_TRANSLATE_NOOP("desk", "花名册里有 {count} 个“{name}”，看不出离职的是哪一个。")
            found = EntryFault("leaver-ambiguous", template, {"count": len(near), "name": row.name})
            self._fault(row, Field.NAME, found, Severity.ERROR)
        return None

    def _joined(self, first: RosterRow, repeat: RosterRow) -> RosterRow:
        """Add to the first row what a later row of the same person knows better."""
        if repeat.sheet not in self._leavers or not repeat.left:
            return first
        if first.hired_on and repeat.left_on and first.hired_on > repeat.left_on and not first.left:
            template = QT_TRANSLATE_NOOP("desk", "离职表里 {left} 已离职，花名册 {hired} 又入职，按在职。")
            values = {"left": repeat.left_on, "hired": first.hired_on}
            self._fault(first, Field.NAME, EntryFault("rehired", template, values), Severity.NOTICE)
            return first
        return replace(
            first,
            left=True,
            left_by=first.left_by or "sheet",
            left_on=first.left_on or repeat.left_on,
            remark=first.remark or repeat.remark,
        )

    def _shared(self, people: Sequence[RosterRow], field: Field, template: str) -> None:
        owners: dict[str, RosterRow] = {}
        for row in people:
            value = str(getattr(row, field.value))
            if not value or row.same_as:
                continue
            other = owners.setdefault(value, row)
            if other is not row and other.name != row.name:
                found = EntryFault(
                    f"{field.value}-shared",
                    template,
                    {"other": other.name, "row": other.row, "where": _where(other, row)},
                )
                self._fault(row, field, found, Severity.NOTICE)

    def _mistyped_domains(self, people: Sequence[RosterRow]) -> None:
        """Tell domains that are one letter away from one that is used much more often."""
        domains = Counter(row.email.partition("@")[2] for row in people if row.email)
        usual = [domain for domain, count in domains.items() if count >= _OFTEN]
        for row in people:
            local, _, domain = row.email.partition("@")
            right = next((one for one in usual if domains[domain] <= _SELDOM and _one_slip(domain, one)), "")
            if domain and right:
                template = QT_TRANSLATE_NOOP("desk", "邮箱“{text}”的域名可能写错了，应为“{repair}”。")
                repair = f"{local}@{right}"
                found = EntryFault("email-typo", template, {"text": row.email, "repair": repair}, repair)
                self._fault(row, Field.EMAIL, found, Severity.NOTICE)

    def _fault(self, row: RosterRow, field: Field, found: EntryFault, severity: Severity) -> None:
        block, source = self._sources[row.place]
        kept = severity is Severity.NOTICE
        self._book.add(row.sheet, source, block, field, found, severity=severity, row_kept=kept)


def namesakes(rows: Sequence[RosterRow]) -> Mapping[str, tuple[Place, ...]]:
    """Return the names that several people bear, with where each stands."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for row in rows:
        if row.same_as is None:
            places[row.name].append(row.place)
    return {name: tuple(found) for name, found in places.items() if len(found) > 1}


def _where(first: RosterRow, row: RosterRow) -> str:
    """Return how to name the other row's sheet; nothing where it is the same sheet."""
    return "" if first.sheet == row.sheet else f"“{first.sheet}”页"


def _same_name(one: str, other: str) -> bool:
    """Say whether two spellings are one name: equal, or variant characters of one reading and length (吕/呂)."""
    return one == other or (len(one) == len(other) and full_pinyin(one) == full_pinyin(other) and bool(one))


def _one_slip(one: str, other: str) -> bool:
    """Say whether two words differ by one letter: missing, added, changed or two swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, right = one[at:], other[at:]
    swapped = rest[:2] == right[:2][::-1] and rest[2:] == right[2:]
    return rest[1:] == right[1:] or rest[1:] == right or rest == right[1:] or swapped

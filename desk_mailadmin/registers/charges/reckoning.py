"""What the bills say a month cost, line by line, and who bears it; nothing is written here.

Every fen of the bills falls to a line, to what is left of a trunk, or to a number nobody registered: the table's
total is that of the bills.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct

from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.charges.model import Settlement
from desk_mailadmin.registers.charges.rules import (
    INFO_IN_QUOTA,
    NO_QUOTA,
    QUOTA_COVERS,
    MonthPart,
    Shares,
    Terms,
    Usage,
    left_of,
    shares,
    with_office,
)
from desk_mailadmin.registers.lines.records import Assignment
from desk_mailadmin.registers.lines.rules import Quota
from desk_mailadmin.registers.lines.service import LinesService
from desk_mailadmin.registers.months.rules import first_day, last_day
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk

_OF_MONTH = "bill.month = ? AND bill.state = 'in' AND bill.source = 'operator'"
_USAGE = f"""
    SELECT call.number, call.line_id, count(*), sum(call.seconds),
           sum(CASE WHEN call.kind = 'local' THEN call.fee_fen - call.info_fen ELSE 0 END),
           sum(CASE WHEN call.kind IN ('domestic', 'ip', 'hmt', 'international') THEN call.fee_fen - call.info_fen
               ELSE 0 END),
           sum(CASE WHEN call.kind IN ('info', 'service', 'other') THEN call.fee_fen - call.info_fen ELSE 0 END),
           sum(call.info_fen),
           sum(CASE WHEN call.private_by IS NULL THEN 0 ELSE call.fee_fen - call.info_fen END)
    FROM call JOIN bill ON bill.id = call.bill_id
    WHERE {_OF_MONTH} GROUP BY call.number, call.line_id
"""  # noqa: S608  (our own SQL)
_FIXED = f"""
    SELECT bill_number.number, sum(bill_number.rent_fen), sum(bill_number.caller_id_fen + bill_number.other_fen)
    FROM bill_number JOIN bill ON bill.id = bill_number.bill_id WHERE {_OF_MONTH} GROUP BY bill_number.number
"""  # noqa: S608  (our own SQL)
_BILLS = f"""
    SELECT count(*), coalesce(sum(calls_fen + rent_fen + caller_id_fen + other_fen), 0) FROM bill WHERE {_OF_MONTH}
"""  # noqa: S608  (our own SQL)
_MONTHS = """
    SELECT DISTINCT month FROM bill WHERE state = 'in' AND source = 'operator' AND month <> '' ORDER BY month DESC
"""
_RECOVERED = """
    FROM finding JOIN penalty ON penalty.id = finding.penalty_id
    WHERE finding.call_id IS NOT NULL AND finding.kind IN ('info-line', 'private') AND penalty.recovery_fen > 0
          AND penalty.state NOT IN ('void', 'reversed')
"""
"""Calls whose fee a penalty case takes back."""
_CASES = f"""
    SELECT line_id, sum(fee_fen) FROM (
        SELECT DISTINCT finding.call_id, finding.line_id, finding.fee_fen {_RECOVERED} AND finding.month = ?)
    WHERE line_id IS NOT NULL GROUP BY line_id
"""  # noqa: S608  (our own SQL)
_OTHERS = f"""
    SELECT call.line_id, call.private_by, sum(call.fee_fen - call.info_fen)
    FROM call JOIN bill ON bill.id = call.bill_id
    WHERE {_OF_MONTH} AND call.private_by IS NOT NULL AND call.line_id IS NOT NULL
          AND call.id NOT IN (SELECT finding.call_id {_RECOVERED})
    GROUP BY call.line_id, call.private_by
"""  # noqa: S608  (our own SQL)


@dataclass(slots=True)
class _Part:
    """What was found of one line, trunk or number so far."""

    usage: Usage = field(default_factory=Usage)
    calls: int = 0
    seconds: int = 0


class Bills(Struct, frozen=True):
    """What a month's bills are and come to, in fen."""

    count: int
    fen: int


class Reckoning:
    """Reckons a month from bills, calls and lines."""

    def __init__(self, desk: Desk, lines: LinesService) -> None:
        self._desk = desk
        self._lines = lines

    def bills(self, month: str) -> Bills:
        """Return how many bills a month has and what they come to."""
        return Bills(*map(int, self._read(_BILLS, month)[0]))

    def months_with_bills(self) -> Sequence[str]:
        """Return the months that have an operator's bill, the latest first."""
        sql = (
            "SELECT DISTINCT month FROM bill WHERE state = 'in' AND source = 'operator' AND month <> '' ORDER BY 1 DESC"
        )
        return [month for (month,) in self._read(sql)]

    def elsewhere(self, month: str) -> Mapping[int, int]:
        """Return what penalty cases take back of a line's calls, and what of them others pay, by line, in fen."""
        found: dict[int, int] = defaultdict(int, self._read(_CASES, month))
        holders = {line: one.staff for line, one in self._held(month).items()}
        for line, staff, fen in self._read(_OTHERS, month):
            if holders.get(line) not in (None, staff):
                found[line] += fen
        return found

    def figures(self, month: str) -> list[dict[str, Any]]:
        """Return the month's charges as columns of the table ``charge``, in no order."""
        known = self._known(month)
        parts = self._parts(month, known)
        for line, one in known.held.items():
            if one.number and one.number not in known.trunks and one.until_on is None:
                parts.setdefault((line, ""), _Part())
        return [self._charge(known, *key, part) for key, part in parts.items()]

    def _known(self, month: str) -> _Known:
        held, decided, on = self._held(month), self._desk.settings.value, last_day(month)
        return _Known(
            month=month,
            held=held,
            numbers={one.number: line for line, one in held.items() if one.number},
            changed=self._changed(month),
            quotas=self._lines.quotas(month),
            elsewhere=self.elsewhere(month),
            earlier=self._earlier(month),
            brought=self.brought(int(month[:4])),
            trunks=frozenset(self._lines.trunks()),
            names=self._names(),
            decided={
                "covers": decided(QUOTA_COVERS, on),
                "info_in_quota": decided(INFO_IN_QUOTA, on),
                "no_quota": decided(NO_QUOTA, on),
            },
        )

    def _parts(self, month: str, known: _Known) -> dict[tuple[int | None, str], _Part]:
        """Return what each line cost, and each number that is nobody's: key is the line, or None and the number."""
        found: dict[tuple[int | None, str], _Part] = defaultdict(_Part)
        for number, line, calls, seconds, local, long_, other, info, private in self._read(_USAGE, month):
            part = found[known.key(number, line)]
            part.usage += Usage(local_fen=local, long_fen=long_, other_fen=other, info_fen=info, private_fen=private)
            part.calls, part.seconds = part.calls + calls, part.seconds + seconds
        for number, rent, fixed in self._read(_FIXED, month):
            if rent or fixed:
                found[known.key(number, None)].usage += Usage(rent_fen=rent, fixed_fen=fixed)
        return dict(found)

    def _charge(self, known: _Known, line: int | None, number: str, part: _Part) -> dict[str, Any]:
        if line is None:
            trunk = number in known.trunks
            return {
                **_figures(part),
                **_borne(Shares(0, 0, 0, part.usage.total_fen)),
                "month": known.month,
                "kind": "trunk" if trunk else "unknown",
                "number": number,
                "branch_id": self._branch_of(number) if trunk else None,
            }
        terms = known.terms(line)
        share = shares(part.usage, terms)
        return {
            **_figures(part),
            **_borne(share),
            **known.whose(line),
            "month": known.month,
            "kind": "line",
            "line_id": line,
            "quota_fen": terms.quota_fen if terms.monthly else None,
            "saved_fen": terms.saved_fen,
            "lump_fen": None if terms.monthly else terms.quota_fen,
            "elsewhere_fen": min(known.elsewhere.get(line, 0), share.self_fen),
            "remark": known.remark(line, terms),
        }

    def brought(self, year: int) -> Mapping[int, int]:
        """Return what the settlement of the year before carried into a year, by line, in fen."""
        found = Settlement.select(Settlement.line_id, Settlement.carried_fen).where(Settlement.year == year - 1)
        return {one.line_id: int(one.carried_fen) for one in found}

    def _changed(self, month: str) -> dict[int, Assignment]:
        """Return who gave up a line within a month, by line."""
        gone = [one for one in self._lines.assignments() if one.until_on and f"{one.until_on:%Y-%m}" == month]
        return {one.line: one for one in gone}

    def _held(self, month: str) -> dict[int, Assignment]:
        """Return whose each line was at the end of a month; of one given up in it, whose it was last."""
        first, last = first_day(month), last_day(month)
        return {
            one.line: one
            for one in sorted(self._lines.assignments(), key=lambda each: each.from_on)
            if one.from_on <= last and (one.until_on is None or one.until_on >= first)
        }

    def _earlier(self, month: str) -> dict[int, list[MonthPart]]:
        """Return quota, use and overage of the months of the year before this one, by line."""
        found: dict[int, list[MonthPart]] = defaultdict(list)
        for line, *figures in self._read(_EARLIER, f"{month[:4]}-01", month):
            found[line].append(MonthPart(*figures))
        return found

    def _branch_of(self, number: str) -> int | None:
        found = self._read("SELECT branch_id FROM line WHERE number = ? ORDER BY id DESC LIMIT 1", number)
        return found[0][0] if found else None

    def _names(self) -> _Names:
        departments = {key: (name, manager) for key, name, manager in self._read(_DEPARTMENTS)}
        return _Names(dict(self._read("SELECT id, name FROM staff")), departments)

    def _read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self._desk.reading():
            return execute(self._desk.database, sql, values).fetchall()


_DEPARTMENTS = "SELECT id, name, manager FROM department"
_EARLIER = """
    SELECT line_id, quota_fen, used_fen, over_fen FROM charge
    WHERE line_id IS NOT NULL AND month >= ? AND month < ? ORDER BY month
"""


class _Names(Struct, frozen=True):
    """People by id; departments by id with who heads them."""

    people: Mapping[int, str]
    departments: Mapping[int, tuple[str, str]]


class _Known(Struct, frozen=True, kw_only=True):
    """What is known of a month besides its bills, read once: whose each line is, on what terms, what came before."""

    month: str
    held: Mapping[int, Assignment]
    numbers: Mapping[str, int]
    changed: Mapping[int, Assignment]
    quotas: Mapping[int, Quota]
    elsewhere: Mapping[int, int]
    earlier: Mapping[int, Sequence[MonthPart]]
    brought: Mapping[int, int]
    trunks: frozenset[str]
    names: _Names
    decided: Mapping[str, Any]

    def key(self, number: str, line: int | None) -> tuple[int | None, str]:
        """Return where a sum goes: to its line, or to its number where that is a trunk or nobody's."""
        of_number = self.numbers.get(number)
        line = of_number if line is None else line
        if line is None or (number in self.trunks and line == of_number):
            return None, number
        return line, ""

    def terms(self, line: int) -> Terms:
        """Return on what terms a line was used in the month."""
        quota = self.quotas.get(line, Quota(None))
        left = left_of(self.brought.get(line, 0), self.earlier.get(line, ())) if quota.carry_over else 0
        own = Terms(
            quota_fen=quota.fen,
            saved_fen=left,
            tolerance_fen=quota.tolerance_fen,
            monthly=quota.per == "month",
            holder_pays=quota.payer == "holder",
        )
        return with_office(own, **self.decided)

    def whose(self, line: int) -> dict[str, Any]:
        """Return whose a line's month is; without a person it is the department head's (002/7.1, M1-1)."""
        held = self.held.get(line)
        if held is None:
            return {}
        dept, manager = self.names.departments.get(held.department or 0, ("", ""))
        holder = self.names.people.get(held.staff or 0, "") or manager
        return {
            "branch_id": held.branch,
            "department_id": held.department,
            "staff_id": held.staff,
            "dept": dept,
            "dept_key": sort_key(dept),
            "holder": holder,
            "holder_key": name_sort_key(holder) if holder else "",
            "number": held.number,
            "extension": held.extension,
        }

    def remark(self, line: int, terms: Terms) -> str:
        """Return what is worth knowing of a line's month: a shared set, who had it before, what its quota is."""
        held, before = self.held.get(line), self.changed.get(line)
        gone = before.until_on if before is not None and before is not held else None
        said = (
            held.label if held else "",
            f"{gone:%m-%d} 前是{self.names.people.get(before.staff or 0, '')}" if gone and before else "",
            "" if terms.monthly else "年额度",
            "个人付费" if terms.holder_pays else "",
        )
        return "，".join(filter(None, said))


def _figures(part: _Part) -> dict[str, int]:
    usage = part.usage
    return {
        "calls": part.calls,
        "seconds": part.seconds,
        "rent_fen": usage.rent_fen,
        "fixed_fen": usage.fixed_fen,
        "local_fen": usage.local_fen,
        "long_fen": usage.long_fen,
        "other_fen": usage.other_fen,
        "info_fen": usage.info_fen,
        "private_fen": usage.private_fen,
        "total_fen": usage.total_fen,
    }


def _borne(share: Shares) -> dict[str, int]:
    return {
        "used_fen": share.used_fen,
        "over_fen": share.over_fen,
        "self_fen": share.self_fen,
        "company_fen": share.company_fen,
    }

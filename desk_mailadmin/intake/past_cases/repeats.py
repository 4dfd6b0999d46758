"""The same slip or the same line twice, and numbers that the ledger left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Place, Severity
from desk_mailadmin.intake.grid import GridRow
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.past_cases.fields import Field
from desk_mailadmin.intake.past_cases.result import PastCase
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault

Sources = Mapping[Place, tuple[Block, GridRow]]
_NUMBERED = re.compile(r"(.*?)(\d+)(\D*)")


class Repeats:
    """Looks through all cases of a file at once."""

    def __init__(self, sources: Sources, book: FaultBook) -> None:
        self._sources, self._book = sources, book

    def resolved(self, cases: Sequence[PastCase]) -> list[PastCase]:
        """Return the cases with ``same_as`` set on copies; every copy and every doubtful number is named."""
        by_slip: defaultdict[tuple[str, str], list[PastCase]] = defaultdict(list)
        by_facts: defaultdict[tuple[object, ...], list[PastCase]] = defaultdict(list)
        owners: dict[str, PastCase] = {}
        found = []
        for case in cases:
            first = self._copy_of(case, by_slip[case.slip, case.name], by_facts[_facts(case)])
            if case.slip and not first:
                self._check_owner(case, owners.setdefault(case.slip, case))
            if not first:
                by_slip[case.slip, case.name].append(case)
                by_facts[_facts(case)].append(case)
            found.append(replace(case, same_as=first.place) if first else case)
        self._propose_numbers([case for case in found if case.same_as is None])
        return found

    def _copy_of(
        self, case: PastCase, same_slip: Sequence[PastCase], same_facts: Sequence[PastCase]
    ) -> PastCase | None:
        """Return the case that this one repeats; a slip that comes twice with other figures is asked about."""
        if case.slip and same_slip:
            first = same_slip[0]
            if _figures(case) == _figures(first):
                template = QT_TRANSLATE_NOOP("desk", "单号 {slip} 与第 {row} 行是同一件事，不重复导入。")
                self._fault(case, Field.SLIP, "slip-copied", template, first, row_kept=True)
                return first
            template = QT_TRANSLATE_NOOP(
                "desk", "单号 {slip} 在第 {row} 行已有，日期或金额却不同：是同一张就改成一样，不是就改单号。"
            )
            self._fault(case, Field.SLIP, "slip-differs", template, first, row_kept=False)
            return None
        other = next((one for one in same_facts if not (one.slip and case.slip)), None)
        if other is None or not case.name:
            return None
        template = QT_TRANSLATE_NOOP(
            "desk", "与第 {row} 行完全一样，不重复导入；确是两次的，在违规事实里写明区别再导入。"
        )
        self._fault(case, Field.FACTS, "line-copied", template, other, row_kept=True)
        return other

    def _check_owner(self, case: PastCase, first: PastCase) -> None:
        """Say where one slip stands on rows of different people (joint slips name them in one row, or on one day)."""
        if case.place == first.place or (case.occurred_on == first.occurred_on and case.facts == first.facts):
            return
        template = QT_TRANSLATE_NOOP("desk", "单号 {slip} 在第 {row} 行是{name}的，两行都导入，核对单号。")
        self._fault(case, Field.SLIP, "slip-shared", template, first, row_kept=True, severity=Severity.NOTICE)

    def _propose_numbers(self, cases: Sequence[PastCase]) -> None:
        """Name the rows without a slip number, with the number that is missing between their neighbours."""
        if not any(case.slip for case in cases):
            return
        known = {case.slip for case in cases}
        for at, case in enumerate(cases):
            if case.slip or case.part:
                continue
            before = next((one.slip for one in reversed(cases[:at]) if one.slip), "")
            after = next((one.slip for one in cases[at + 1 :] if one.slip), "")
            proposed = _between(before, after, known)
            known |= {proposed} if proposed else set()
            template = QT_TRANSLATE_NOOP("desk", "没有单号；不填也能导入。")
            block, row = self._sources[case.place]
            found = EntryFault("slip-missing", template, repair=proposed)
            self._book.add(case.sheet, row, block, Field.SLIP, found, severity=Severity.NOTICE)

    def _fault(
        self,
        case: PastCase,
        field: Field,
        kind: str,
        template: str,
        first: PastCase,
        *,
        row_kept: bool,
        severity: Severity = Severity.DUPLICATE,
    ) -> None:
        block, row = self._sources[case.place]
        found = EntryFault(kind, template, {"slip": case.slip, "row": first.row, "name": first.name})
        self._book.add(case.sheet, row, block, field, found, severity=severity, row_kept=row_kept)


def _between(before: str, after: str, known: set[str]) -> str | None:
    """Return the number that follows ``before`` where it is free and leads up to ``after``."""
    found = _NUMBERED.fullmatch(before)
    later = _NUMBERED.fullmatch(after)
    if found is None:
        return None
    proposed = f"{found[1]}{int(found[2]) + 1:0{len(found[2])}d}{found[3]}"
    leads_up = later is None or (later[1] == found[1] and int(later[2]) > int(found[2]) + 1)
    return proposed if leads_up and proposed not in known else None


def _figures(case: PastCase) -> tuple[object, ...]:
    return (case.occurred_on, case.clause, case.fine_fen, case.recovery_fen)


def _facts(case: PastCase) -> tuple[object, ...]:
    return (case.name, case.emp_no, case.facts, case.sanctions, *_figures(case))

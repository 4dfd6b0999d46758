"""What can only be seen over a whole file: lines that stand twice, and area codes that some numbers lack."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.intake.directories.fields import Field
from desk_mailadmin.intake.directories.numbers import area_code, has_area_code
from desk_mailadmin.intake.directories.result import ListedRow
from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Place, Severity
from desk_mailadmin.intake.grid import GridRow
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault

Sources = Mapping[Place, tuple[Block, GridRow]]


class Completed(Struct, frozen=True):
    """The rows with whole numbers, and how many numbers got the area code of their branch."""

    rows: tuple[ListedRow, ...]
    codes_added: int


class Repeats:
    """Looks through all rows of a file at once."""

    def __init__(self, sources: Sources, book: FaultBook) -> None:
        self._sources, self._book = sources, book

    def resolved(self, rows: Sequence[ListedRow], trunk: str) -> Completed:
        """Return the rows with whole numbers and ``same_as`` set on copies; what is doubtful is named by its cell."""
        codes = _codes(rows, trunk)
        completed = [self._completed(row, codes.get(row.branch, "")) for row in rows]
        added = sum(one != was for one, was in zip(completed, rows, strict=True))
        return Completed(tuple(self._copies(completed)), added)

    def _completed(self, row: ListedRow, code: str) -> ListedRow:
        if all(map(has_area_code, (*row.direct, *row.fax))):
            return row
        if not code:
            template = QT_TRANSLATE_NOOP("desk", "“{number}”没有区号，同单位的号码也都没有，补上区号。")
            number = next(one for one in (*row.direct, *row.fax) if not has_area_code(one))
            field = Field.DIRECT if number in row.direct else Field.FAX
            self._fault(row, field, EntryFault("no-area-code", template, {"number": number}), Severity.NOTICE)
            return row

        def whole(numbers: Sequence[str]) -> tuple[str, ...]:
            return tuple(one if has_area_code(one) else code + one for one in numbers)

        return replace(row, direct=whole(row.direct), fax=whole(row.fax))

    def _copies(self, rows: Sequence[ListedRow]) -> list[ListedRow]:
        first: dict[tuple[object, ...], ListedRow] = {}
        found = []
        for row in rows:
            earlier = first.setdefault(_says(row), row)
            if earlier is row or not row.name:
                found.append(row)
                continue
            template = QT_TRANSLATE_NOOP("desk", "与第 {row} 行完全一样，不重复导入。")
            values = {"row": earlier.row}
            self._fault(row, Field.NAME, EntryFault("line-copied", template, values), Severity.DUPLICATE)
            found.append(replace(row, same_as=earlier.place))
        return found

    def _fault(self, row: ListedRow, field: Field, found: EntryFault, severity: Severity) -> None:
        block, source = self._sources[row.place]
        self._book.add(row.sheet, source, block, field, found, severity=severity)


def _codes(rows: Sequence[ListedRow], trunk: str) -> Mapping[str, str]:
    """Return the area code of each branch: the one that its numbers have; of the first branch also the trunk's."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row.branch].update(code for number in (*row.direct, *row.fax) if (code := area_code(number)))
    if rows and (code := area_code(trunk)):
        found[rows[0].branch][code] += 1
    return {branch: counts.most_common(1)[0][0] for branch, counts in found.items() if counts}


def _says(row: ListedRow) -> tuple[object, ...]:
    numbers = (row.direct, row.extension, row.short, row.mobile, row.fax)
    return (row.branch, row.dept, row.name, row.emp_no, row.shared, numbers, row.room)

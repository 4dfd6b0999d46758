"""Whether the sums that somebody added up by hand agree with the rows above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk_mailadmin.intake.fault_book import FaultBook
from desk_mailadmin.intake.findings import Severity
from desk_mailadmin.intake.grid import GridRow
from desk_mailadmin.intake.headers import Block
from desk_mailadmin.intake.past_cases.fields import Field
from desk_mailadmin.intake.past_cases.result import PastCase
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import EntryFault
from desk_mailadmin.language.spelled_amounts import spelled_amount

_SUMS = {
    Field.AMOUNT: lambda case: case.due_fen,
    Field.FINE: lambda case: case.fine_fen,
    Field.RECOVERY: lambda case: case.recovery_fen,
}
Total = tuple[GridRow, Block, str]
"""A row of sums with its table, and whether it is a subtotal or the total."""


def check_totals(
    sheet: str, totals: Sequence[Total], cases: Sequence[PastCase], unread: frozenset[int], book: FaultBook
) -> None:
    """Name every hand-made sum that agrees with the rows in no usual way.

    The usual ways: all rows, without the void, without the waived, without the copies. ``unread`` are
    rows whose sums nobody could read: a total that holds them cannot be checked, which is said.
    """
    start = 0
    for row, block, kind in totals:
        above = [case for case in cases if (start if kind == "subtotal" else 0) < case.row < row.number]
        hidden = any((start if kind == "subtotal" else 0) < number < row.number for number in unread)
        for field, of in _SUMS.items():
            found = spelled_amount(row.cell(block.column_of(field)).value)
            if block.column_of(field) >= 0 and found.value is not None:
                fault = _judged(found.value, above, of, hidden)
                if fault is not None:
                    book.add(sheet, row, block, field, fault, severity=Severity.NOTICE)
        if kind == "subtotal":
            start = row.number


def _judged(written: int, cases: Sequence[PastCase], of: Callable[[PastCase], int], hidden: bool) -> EntryFault | None:
    once = [case for case in cases if case.same_as is None]
    in_force = [case for case in once if case.state != "void"]
    charged = [case for case in in_force if case.state != "waived"]
    copied = [case for case in cases if case.state == "valid"]
    ways = (charged, in_force, once, cases, copied)
    if written in {sum(map(of, way)) for way in ways} or written == sum(of(c) - c.waived_fen for c in charged):
        return None
    added = sum(map(of, charged))
    values = {"written": fen_to_text(written), "added": fen_to_text(added), "less": fen_to_text(abs(written - added))}
    if hidden:
        template = QT_TRANSLATE_NOOP(
            "desk", "合计写的是 {written} 元，读得出的各行相加是 {added} 元；有的行金额没有读出，改好后再核对。"
        )
        return EntryFault("total-unsure", template, values)
    template = QT_TRANSLATE_NOOP(
        "desk", "合计写的是 {written} 元，各行相加是 {added} 元，相差 {less} 元，核对各行金额；导入按各行。"
    )
    return EntryFault("total-differs", template, values)

"""The formulas below a sheet's rows: totals that follow the filter, checks that say 相符 or 不符."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from openpyxl.utils import get_column_letter, quote_sheetname

from desk_mailadmin.documents.book import Agreement, Balance, LedgerSheet
from desk_mailadmin.documents.cached_values import Formula, Result
from desk_mailadmin.kernel.table import Kind

HEAD_ROW = 3
FIRST_ROW = 4
AGREES, DIFFERS = "相符", "不符"
"""What a check says; the second is drawn red."""

_MOST_RANGES = 200  # a function takes 255 arguments at most


def total_row(sheet: LedgerSheet) -> int:
    """Return the row of the totals, which is the first below the rows."""
    return FIRST_ROW + len(sheet.rows)


def agreement_row(sheet: LedgerSheet) -> int:
    """Return the row that compares with other sheets."""
    return total_row(sheet) + any(column.total for column in sheet.columns)


def balance_row(sheet: LedgerSheet) -> int:
    """Return the row of the balance's words; its figures stand one below."""
    return agreement_row(sheet) + bool(sheet.agreements)


def note_row(sheet: LedgerSheet) -> int:
    """Return the row of the first note."""
    return balance_row(sheet) + (2 if sheet.balance else 0)


def total(sheet: LedgerSheet, place: int) -> Formula | None:
    """Return the formula of a column's total that follows the filter; None where no row counts."""
    if not _runs(sheet):
        return None
    return Formula(f"={_added('SUBTOTAL(109,{})', sheet, place)}", result_of(sheet, place, sheet.sum_of(place)))


def result_of(sheet: LedgerSheet, place: int, total: int) -> Result:
    """Return a column's sum as its cell shows it: fen become yuan."""
    return Decimal(total) / 100 if sheet.columns[place].kind is Kind.MONEY else total


def agreement(sheet: LedgerSheet, agreed: Agreement, sheets: Mapping[str, tuple[str, LedgerSheet]]) -> Formula:
    """Return the formula that compares a column's sum with another sheet; KeyError for names that are not there.

    Sums are plain, not subtotals: a filter must not make a check red.
    """
    place = _place(sheet, agreed.column)
    meant, figure = _meant(agreed, *sheets[agreed.sheet])
    return _check([(f"{_added('SUM({})', sheet, place)}-({meant})", sheet.sum_of(place) - figure)])


def _meant(agreed: Agreement, tab: str, other: LedgerSheet) -> tuple[str, int]:
    """Return what another sheet says, as a formula and as fen or a count."""
    if not agreed.of:
        counted = sum(isinstance(row[0], int) for row in other.counted)
        return _added("COUNT({})", other, 0, tab), counted
    if (place := other.place(agreed.of)) is not None:
        return _added("SUM({})", other, place, tab), other.sum_of(place)
    if other.balance is None:
        raise KeyError(agreed.of)
    terms = {term.title: term.fen for term in (*other.balance.terms, other.balance.result)}
    first, _last = spans(other, len(terms) + 1)[list(terms).index(_known(agreed.of, terms))]
    return _at(f"{get_column_letter(first + 1)}{balance_row(other) + 1}", tab), terms[agreed.of]


def balance_check(sheet: LedgerSheet, balance: Balance, cells: Sequence[str]) -> Formula:
    """Return the formula that checks a balance whose figures stand in ``cells``, the result in the last of them."""
    signs = ["-" if term.taken else "+" for term in balance.terms]
    added = "".join(sign + cell for sign, cell in zip(signs, cells, strict=False)).lstrip("+")
    parts = [(f"{added}-{cells[-1]}", balance.difference)]
    for term, cell in zip((*balance.terms, balance.result), cells, strict=True):
        if term.column:
            place = _place(sheet, term.column)
            parts.append((f"{cell}-({_added('SUM({})', sheet, place)})", term.fen - sheet.sum_of(place)))
    return _check(parts)


def _place(sheet: LedgerSheet, title: str) -> int:
    if (place := sheet.place(title)) is None:
        raise KeyError(title)
    return place


def _known(title: str, terms: Mapping[str, int]) -> str:
    if title not in terms:
        raise KeyError(title)
    return title


def spans(sheet: LedgerSheet, parts: int) -> list[tuple[int, int]]:
    """Return ``parts`` runs of columns, first and last, of about the same width over all printed columns."""
    places = [place for place, column in enumerate(sheet.columns) if not column.hidden]
    whole = sum(sheet.columns[place].width for place in places)
    runs: list[tuple[int, int]] = []
    filled, first = 0.0, 0
    for number, place in enumerate(places):
        filled += sheet.columns[place].width
        left, open_parts = len(places) - number - 1, parts - len(runs) - 1
        if (filled >= whole * (len(runs) + 1) / parts or left == open_parts) and left >= open_parts and open_parts:
            runs.append((first, place))
            first = places[number + 1]
    return [*runs, (first, places[-1])]


def _check(differences: Sequence[tuple[str, int]]) -> Formula:
    """Return the formula that says whether all differences are nought, each also given as a figure."""
    nought = ",".join(f"ROUND({difference},2)=0" for difference, _figure in differences)
    agrees = not any(figure for _difference, figure in differences)
    return Formula(f'=IF(AND({nought}),"{AGREES}","{DIFFERS}")', AGREES if agrees else DIFFERS)


def _added(function: str, sheet: LedgerSheet, place: int, tab: str = "") -> str:
    """Return the sum of a column's counted rows; many ranges are split over several calls."""
    letter = get_column_letter(place + 1)
    ranges = [_at(f"{letter}{FIRST_ROW + first}:{letter}{FIRST_ROW + last}", tab) for first, last in _runs(sheet)]
    calls = [ranges[start : start + _MOST_RANGES] for start in range(0, len(ranges), _MOST_RANGES)]
    return "+".join(function.format(",".join(call)) for call in calls) or "0"


def _at(cells: str, tab: str) -> str:
    return f"{quote_sheetname(tab)}!{cells}" if tab else cells


def _runs(sheet: LedgerSheet) -> list[tuple[int, int]]:
    """Return the numbers of the rows that count as runs without gaps: 0 1 2 5 → (0, 2) (5, 5)."""
    runs: list[tuple[int, int]] = []
    for number in range(len(sheet.rows)):
        if number in sheet.skipped:
            continue
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs

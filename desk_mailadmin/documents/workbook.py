"""A register's list as an Excel workbook, of any length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, overload

from desk_mailadmin.documents.book import Footer, LedgerColumn, LedgerSheet, Saved
from desk_mailadmin.documents.ledger import write_ledger
from desk_mailadmin.documents.text_width import width_of
from desk_mailadmin.kernel.table import Column, Kind, TableSpec, Value, exported_columns, text_of

Row = TypeVar("Row")

LONG = 2_000
"""Lists longer than this go through the streaming writer (SPEED d)."""

_MEASURED = 500
_WIDEST = 28.0
_PAPER = 74.0  # characters across landscape A4 that stay readable (LEDGER 5.0: 160 units)


def export_table(
    path: Path,
    *,
    title: str,
    company: str,
    spec: TableSpec[Row],
    rows: Sequence[Row],
    when: datetime,
    filter_text: str = "",
    by: str = "",
) -> Saved:
    """Write ``rows`` in their order as a workbook and return what was saved where.

    All columns that leave the screen are there: codes as text, dates as dates, money as numbers with a total. Raises
    UserError for a text longer than a cell, EnvironmentFault for disk and folder; an older file stays then.
    """
    sheet = table_book(title=title, company=company, spec=spec, rows=rows, when=when, filter_text=filter_text, by=by)
    meta = {"表": title, "筛选": filter_text, "导出时间": when.isoformat(), "导出人": by}
    if len(rows) <= LONG:
        return write_ledger(path, (sheet,), meta, footer=Footer(when.date()))
    from desk_mailadmin.documents.long_book import write_long

    return write_long(path, sheet, meta, day=when.date())


def table_book(
    *,
    title: str,
    company: str,
    spec: TableSpec[Row],
    rows: Sequence[Row],
    when: datetime,
    filter_text: str = "",
    by: str = "",
) -> LedgerSheet:
    """Return the list as one sheet: the columns of the table, widths from what stands in them."""
    columns = exported_columns(spec)
    body = _Body(spec, columns, rows)
    measured = [body[number] for number in range(min(len(body), _MEASURED))]
    made = tuple(_column(column, [row[place] for row in measured]) for place, column in enumerate(columns))
    made_by = f"制表：{when:%Y-%m-%d} {by}".rstrip()
    facts: tuple[str, ...] = (f"单位：{company}", f"范围：{filter_text or '全部'}", made_by, f"共 {len(rows)} 条")
    if any(column.kind is Kind.MONEY for column in columns):
        facts = (*facts, "金额单位：元")
    return LedgerSheet(
        name=title,
        title=title,
        columns=made,
        rows=body,
        facts=facts,
        frozen=min(2, len(made) - 1),
        landscape=sum(column.width for column in made) > _PAPER * 0.6,
    )


class _Body(Sequence[Sequence[Value]]):
    """The cells of the list, made when they are asked for: a long list is never held twice."""

    def __init__(self, spec: TableSpec[Any], columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        self._readers = [_reader(spec, column) for column in columns]
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> Sequence[Value]: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Sequence[Value]]: ...
    def __getitem__(self, number: int | slice) -> Sequence[Value] | Sequence[Sequence[Value]]:
        if isinstance(number, slice):
            return [self[place] for place in range(*number.indices(len(self)))]
        row = self._rows[number]
        return [read(row) for read in self._readers]


def _reader(spec: TableSpec[Any], column: Column[Any]) -> Callable[[Any], Value]:
    """Return what makes a cell of a row: states by the word people read, everything else as it is."""
    if column.kind is Kind.STATE:
        titles = {state.key: state.title for state in spec.states}
        return lambda row: titles[column.value(row)] if column.value(row) else ""  # type: ignore[index]  # a state's key
    if column.text is not None or column.kind is Kind.FLAG:
        return lambda row: text_of(spec, column, row)
    return column.value


def _column(column: Column[Any], values: Sequence[Value]) -> LedgerColumn:
    widest = max((width_of(_shown(column.kind, value)) for value in values), default=0.0)
    limit = max(float(column.width), 6.0) if column.kind is Kind.TEXT else _WIDEST
    width = max(width_of(column.title) + 1.2, min(widest + 0.5, limit), 3.0)
    return LedgerColumn(column.title, column.kind, width, total=column.kind is Kind.MONEY)


def _shown(kind: Kind, value: Value) -> str:
    if value is None:
        return ""
    if kind is Kind.MONEY and isinstance(value, int):
        return f"{value / 100:,.2f}0"
    return {Kind.DATE: "2026-01-01", Kind.MOMENT: "2026-01-01 00:00"}.get(kind, str(value))

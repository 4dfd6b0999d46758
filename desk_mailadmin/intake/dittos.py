"""The signs by which people write "as above" into a table: 同上, 〃."""

from __future__ import annotations

from desk_mailadmin.intake.grid import GridRow

_DITTO = frozenset({"同上", "〃", "″", '"', "''", "同前", "↑", "″″"})


def without_dittos(row: GridRow, last: GridRow | None) -> GridRow:
    """Put the cell above in the place of 同上; ``last`` is the row above, its own dittos gone already."""
    if last is None or not any(cell.text.strip() in _DITTO for cell in row.cells):
        return row
    cells = [last.cell(at) if cell.text.strip() in _DITTO else cell for at, cell in enumerate(row.cells)]
    return row._replace(cells=tuple(cells))

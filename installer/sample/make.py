"""Make ``resources/sample`` anew: two rosters of a fictional company and what is true of them.

python -m installer.sample.make
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from copy import copy
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from installer.sample.company import NEXT_DAY, ROSTER_DAY, UNITS, a_month_later, leavers_of, people
from installer.sample.roster import FIRST_ROW, GONE, GREY, YELLOW, write_roster

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
OCTOBER, NOVEMBER, TRUTH = "员工花名册2026年10月.xlsx", "员工花名册2026年11月.xlsx", "truth.json"
LEFT_BY_COLOUR, LEFT_BY_STRIKE, LEFT_BY_REMARK, HIDDEN, ENDING = 23, 47, 70, 58, 15
NO_NUMBER, TWICE, FIRST_OF_TWICE, WIDE_NUMBER, NO_SUCH_DAY, SHORT_MOBILE = 88, 76, 75, 41, 62, 30


def make(folder: Path) -> None:
    """Write both rosters and their truth into ``folder``."""
    found = people()
    leavers = leavers_of(found)
    write_roster(folder / OCTOBER, ROSTER_DAY, found, leavers)
    faults = spoil(folder / OCTOBER)
    write_roster(folder / NOVEMBER, NEXT_DAY, a_month_later(found), ())
    marked = {LEFT_BY_COLOUR, LEFT_BY_STRIKE, LEFT_BY_REMARK}
    active = [person for index, person in enumerate(found) if index not in marked]
    truth = {
        "october": {
            "rows": len(found),
            "people": len(found) + len(leavers),
            "active": len(active),
            "left": len(leavers) + len(marked),
            "active_by_branch": {unit.name: Counter(p.unit for p in active)[unit.name] for unit in UNITS},
            "without_address": sum(not person.address for person in active),
            "namesakes": ["李敏"],
            "faults": faults,
        },
        "november": {
            "rows": len(found) + 1,
            "joined": ["贺一诺", "查嘉豪", "乔若曦"],
            "moved": ["CH0027", "CH0081"],
            "gone": ["CH0061", "CH0112"],
        },
    }
    (folder / TRUTH).write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def spoil(path: Path) -> list[dict[str, Any]]:
    """Put in what is wrong or marked by hand, and return it, with the row it stands in."""
    book = load_workbook(path)
    sheet = book["花名册"]

    def row(index: int) -> int:
        return FIRST_ROW + index

    for cell in sheet[row(LEFT_BY_COLOUR)]:
        cell.fill = copy(GREY)
    for cell in sheet[row(ENDING)]:
        cell.fill = copy(YELLOW)
    for cell in sheet[row(LEFT_BY_STRIKE)]:
        cell.font = copy(GONE)
    remarks = {
        LEFT_BY_REMARK: "2026.9.15 离职",
        ENDING: "合同 12 月到期",
        NO_NUMBER: "工号待发",
    }
    for index, remark in remarks.items():
        sheet.cell(row(index), 13, remark)
    sheet.row_dimensions[row(HIDDEN)].hidden = True
    sheet.cell(row(NO_NUMBER), 2).value = None
    sheet.cell(row(TWICE), 2).value = sheet.cell(row(FIRST_OF_TWICE), 2).value
    sheet.cell(row(WIDE_NUMBER), 2).value = "ＣＨ００４２"
    sheet.cell(row(NO_SUCH_DAY), 9).value = "2025-02-30"
    sheet.cell(row(SHORT_MOBILE), 11).value = "1540000123"
    book.save(path)
    kinds = (
        (NO_NUMBER, "B", "missing-number"),
        (TWICE, "B", "duplicate-number"),
        (WIDE_NUMBER, "B", "full-width"),
        (NO_SUCH_DAY, "I", "no-such-day"),
        (SHORT_MOBILE, "K", "short-mobile"),
        (HIDDEN, "", "hidden-row"),
        (LEFT_BY_COLOUR, "", "left-by-colour"),
        (LEFT_BY_STRIKE, "", "left-by-strike"),
        (LEFT_BY_REMARK, "M", "left-by-remark"),
    )
    return [{"row": row(index), "column": column, "kind": kind} for index, column, kind in sorted(kinds)]


def cells_of(path: Path) -> dict[str, dict[str, tuple[Any, ...]]]:
    """Return all that a reader can see of a workbook, so that two can be compared whatever their time stamps."""
    return {sheet.title: _cells(sheet) for sheet in load_workbook(path).worksheets}


def _cells(sheet: Worksheet) -> dict[str, tuple[Any, ...]]:
    hidden = tuple(row for row, looks in sheet.row_dimensions.items() if looks.hidden)
    merged = tuple(sorted(str(place) for place in sheet.merged_cells.ranges))
    cells = (cell for row in sheet.iter_rows() for cell in row)
    looks = {cell.coordinate: (cell.value, cell.fill.fgColor.rgb, cell.font.strike) for cell in cells}
    return {**looks, "hidden": hidden, "merged": merged}


def stale(folder: Path) -> list[str]:
    """Return the files of ``folder`` that no longer come out of this script."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        make(fresh)
        books = [book for book in (OCTOBER, NOVEMBER) if cells_of(fresh / book) != cells_of(folder / book)]
        truth = (fresh / TRUTH).read_text(encoding="utf-8") == (folder / TRUTH).read_text(encoding="utf-8")
    return books if truth else [*books, TRUTH]


if __name__ == "__main__":
    make(SAMPLE)
    print(f"{OCTOBER}、{NOVEMBER} → {SAMPLE}")

"""SPEED e, as far as rosters go: a file read and checked, and taken over, against reading and writing alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.office import create_office
from desk_mailadmin.registers.roster.rules import Movement
from tests.bench.harness import Line, Workshop, compared, timed
from tests.bench.people import DEPARTMENTS, UNITS, people

TODAY = date(2026, 11, 20)
HEAD = ("工号", "姓名", "性别", "单位", "部门", "职务", "手机", "分机", "邮箱", "入职日期")
ROWS = (2_000, 10_000)


def roster(shop: Workshop) -> Iterator[Line]:
    """Read with all faults named, compare with the desk, write as one batch."""
    for count in ROWS[:1] if shop.quick else ROWS:
        path = _workbook(shop.scratch / f"roster-{count}.xlsx", count)
        yield compared(
            f"{count:,} rows read and checked in the child",
            shop.rounds(3),
            lambda path=path: read_roster(path, today=TODAY),
            lambda path=path: _cells(path),
            note="openpyxl reading the cells alone",
        )
        fast = compared("", shop.rounds(3), lambda path=path: _streamed(path), lambda path=path: _calamine(path))
        yield Line(
            f"{count:,} rows by calamine: times faster", fast.ours, fast.reference, least=5, note="openpyxl read-only"
        )
        yield from _taken_over(shop, path, count)


def _taken_over(shop: Workshop, path: Path, count: int) -> Iterator[Line]:
    ours, reference = [], []
    comparing = []
    reading = read_roster(path, today=TODAY)
    for turn in range(shop.rounds(3)):
        office = create_office(shop.scratch / f"desk-{count}-{turn}", SystemClock())
        office.desk.backups.on_close = lambda: None  # type: ignore[method-assign]  # no backup of a bench
        service = office.services["roster"]
        entries = service.entries_of(reading)
        movements: list[Sequence[Movement]] = []
        compare = partial(service.compare, entries)
        comparing.append(timed(lambda compare=compare, found=movements: found.append(compare())))
        ours.append(timed(partial(service.take_over, path.name, movements[0])))
        assert len(office.services["staff"].everybody()) == count
        office.close()
        reference.append(timed(partial(_bare, shop.scratch / f"bare-{count}-{turn}.db", count)))
    yield Line(f"{count:,} people compared with the desk", comparing)
    note = "the rows alone in bare sqlite3, no journal, no index"
    yield Line(f"{count:,} people written with journal and index", ours, reference, note=note)


def _workbook(path: Path, count: int) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("花名册")
    sheet.append(HEAD)
    for row in people(count):
        place = row[6] - 1
        unit, department = UNITS[place // len(DEPARTMENTS)], DEPARTMENTS[place % len(DEPARTMENTS)]
        sheet.append((row[1], row[2], row[9], unit, department, row[7], row[10], row[11], row[12], row[13]))
    book.save(path)
    return path


def _cells(path: Path) -> list[tuple[Any, ...]]:
    return list(load_workbook(path).worksheets[0].iter_rows(values_only=True))


def _streamed(path: Path) -> list[tuple[Any, ...]]:
    with closing(load_workbook(path, read_only=True)) as book:
        return list(book.worksheets[0].iter_rows(values_only=True))


def _calamine(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _bare(path: Path, count: int) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA synchronous=EXTRA")
        db.execute(f"CREATE TABLE staff ({', '.join(f'c{n} TEXT' for n in range(16))}) STRICT")
        db.executemany(f"INSERT INTO staff VALUES ({', '.join('?' * 16)})", people(count))  # noqa: S608  (marks only)

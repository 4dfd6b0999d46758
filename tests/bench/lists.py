"""SPEED b and c: a list of a million people scrolled, sorted and searched, against Qt's own table and a prefix query."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QSettings
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QTableView

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.departments.model import Department
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.registers.staff.table import TABLE
from desk_mailadmin.store.desk import Desk, open_desk
from desk_mailadmin.ui.list_view import ListView
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.table_model import RegisterModel
from tests.bench.harness import Amount, Line, Workshop, growth, in_turn, resident_mb, timed
from tests.bench.people import desk_of, person_name

SEARCHES, CAP = 200, 1001


@contextmanager
def staff_of(folder: Path) -> Iterator[tuple[Desk, StaffService]]:
    """The desk and its people; nothing is backed up on closing."""
    desk = open_desk(folder, clock=SystemClock(), changes=Changes(), models=(Branch, Department, Staff))
    desk.backups.on_close = lambda: None  # type: ignore[method-assign]  # no backup of a bench
    try:
        yield desk, StaffService(desk, DepartmentsService(desk, BranchesService(desk)))
    finally:
        desk.close()


def application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication([])


def view_of(model: QAbstractItemModel) -> QTableView:
    view = QTableView()
    view.verticalHeader().setDefaultSectionSize(24)
    view.setWordWrap(False)
    view.resize(1200, 800)
    view.setModel(model)
    view.show()
    paint(view)
    return view


def paint(view: QTableView) -> None:
    view.viewport().repaint()
    application().processEvents()


def jumps(view: QTableView) -> Callable[[], None]:
    """A job that jumps to a random place of the list and paints it."""
    chance, bar = random.Random(1), view.verticalScrollBar()  # noqa: S311  (the same places each time)

    def jump() -> None:
        bar.setValue(chance.randrange(bar.maximum()))
        paint(view)

    return jump


def steps(view: QTableView) -> Callable[[], None]:
    """A job that scrolls on by three rows and paints, as a wheel does."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    def step() -> None:
        bar.setValue(bar.value() + 3)
        paint(view)

    return step


def table(shop: Workshop) -> Iterator[Line]:
    """SPEED c: repaint, first page, sorting and memory of a list, by its size."""
    application()
    first: dict[int, Sequence[float]] = {}
    for count in shop.sizes:
        folder = desk_of(shop, count)
        with staff_of(folder) as (_desk, service):
            yield from _ours_alone(shop, service, count, first)
        yield from _against_qt(shop, folder, count)
    if len(first) > 1:
        yield growth("first page", first, 1.25)


def _ours_alone(shop: Workshop, service: StaffService, count: int, first: dict[int, Sequence[float]]) -> Iterator[Line]:
    before = resident_mb()
    model = RegisterModel(TABLE, service)
    everybody = Query(segment="all")
    ids = [timed(lambda: model.show_query(everybody)) for _ in range(shop.rounds(5))]
    yield Amount(f"{count:,} rows: memory for the list", [resident_mb() - before], goal=40 * max(1, count / 1_000_000))
    yield Line(f"{count:,} rows: read the order", ids)
    first[count] = [_first_page(service, everybody) for _ in range(shop.rounds(20))]
    yield Line(f"{count:,} rows: first page after the order", first[count])
    for sort in ("name", "emp_no", "hired_on"):
        query = Query(segment="all", sort=sort)
        times = [timed(lambda query=query: model.show_query(query)) for _ in range(shop.rounds(5))]
        yield Line(f"{count:,} rows: sort by {sort}", times, goal=500)


def _first_page(service: StaffService, query: Query) -> float:
    ids = service.keys(query)[:200]
    start = time.perf_counter()
    service.rows(ids)
    return time.perf_counter() - start


def _against_qt(shop: Workshop, folder: Path, count: int) -> Iterator[Line]:
    """The desk's file is held exclusively, so Qt's model reads a copy of the file's table that lies beside it."""
    link = shop.scratch / f"qt-{count}.db"
    link.write_bytes((folder / "desk.maildesk").read_bytes())
    base = QSqlDatabase.addDatabase("QSQLITE", f"bench-{count}")
    base.setDatabaseName(str(link))
    assert base.open()
    qt = QSqlTableModel(None, base)
    qt.setTable("staff")
    qt.select()
    start = time.perf_counter()
    while qt.canFetchMore():
        qt.fetchMore()
    shop.tell(f"QSqlTableModel read {count:,} rows in {time.perf_counter() - start:.1f} s")
    with staff_of(folder) as (_desk, service):
        model = RegisterModel(TABLE, service)
        model.show_query(Query(segment="all", sort="emp_no"))
        ours, theirs = view_of(model), view_of(qt)
        for what, job, rounds in (("jump anywhere and paint", jumps, 60), ("wheel step and paint", steps, 120)):
            times = in_turn(shop.rounds(rounds), ours=job(ours), reference=job(theirs))
            yield Line(f"{count:,} rows: {what}", times["ours"], times["reference"], 1.75, note="QSqlTableModel")
        register = _as_registers_show_it(shop, model)
        for what, job, rounds in (
            ("register's own view, jump", jumps, 60),
            ("register's own view, wheel step", steps, 120),
        ):
            times = in_turn(shop.rounds(rounds), ours=job(register), reference=job(theirs))
            yield Line(
                f"{count:,} rows: {what}", times["ours"], times["reference"], 1.75, note="QSqlTableModel, bare view"
            )
        for view in (ours, register, theirs):
            view.close()
    qt.clear()
    base.close()
    link.unlink()


def _as_registers_show_it(shop: Workshop, model: RegisterModel) -> ListView:
    """The list with its chips, tips and widths, in the program's own dress."""
    settings = QSettings(str(shop.scratch / "memory.ini"), QSettings.Format.IniFormat)
    view = ListView(model, Memory(settings, "staff"), "bench")
    view.fit_rows(24)
    view.resize(1200, 800)
    view.show()
    paint(view)
    return view


def search(shop: Workshop) -> Iterator[Line]:
    """SPEED b: two characters typed, the engine against a prefix query on an index, and the whole answer."""
    by_size: dict[int, Sequence[float]] = {}
    for count in shop.sizes:
        with staff_of(desk_of(shop, count)) as (desk, service):
            wanted = _wanted(shop.rounds(SEARCHES))
            found = _engine(desk, wanted)
            prefix = _prefix(desk, [name_sort_key(text) for text in wanted])
            by_size[count] = found
            note = "prefix query on an index"
            yield Line(f"{count:,} people: two characters, engine", found, prefix, 2, note=note)
            late = sorted(found)[int(len(found) * 0.99)]
            yield Line(f"{count:,} people: slowest hundredth", [late], goal=16)
            for what, texts in (
                ("name", wanted),
                ("one character", ["李", "王", "欧"]),
                ("one letter", ["z"]),
                ("initials", ["zw", "lq", "ws", "zwb", "lxm"]),
                ("digits", ["15400", "8012"]),
            ):
                whole = [timed(lambda text=text: _answer(service, text)) for text in texts]
                yield Line(f"{count:,} people: {what}, ids, counts and first page", whole, goal=50)
    if len(by_size) > 1:
        yield growth("two characters", by_size, 15)


def _wanted(many: int) -> list[str]:
    chance = random.Random(3)  # noqa: S311  (the same places each time)
    return [person_name(chance)[:2] for _ in range(many)]


def _engine(desk: Desk, wanted: Sequence[str]) -> list[float]:
    times = []
    for text in wanted:
        start = time.perf_counter()
        found = desk.search.condition("staff", text)
        assert found
        desk.database.execute_sql(f"{found[0]} LIMIT {CAP}", found[1]).fetchall()
        times.append(time.perf_counter() - start)
    return times


def _prefix(desk: Desk, keys: Sequence[str]) -> list[float]:
    times = []
    for key in keys:
        start = time.perf_counter()
        desk.database.execute_sql(
            f"SELECT id FROM staff WHERE name_key >= ? AND name_key < ? LIMIT {CAP}",  # noqa: S608
            (key, key + "\uffff"),
        ).fetchall()
        times.append(time.perf_counter() - start)
    return times


def _answer(service: StaffService, text: str) -> Any:
    query = Query(segment="all", search=text)
    ids = service.keys(query)
    return service.counts(query), service.rows(ids[:200])

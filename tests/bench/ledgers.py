"""SPEED g and j: the penalty ledger month by month, against one pass over all its cases."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.ledger_view import MONTH
from desk_mailadmin.kernel.months import month_after, month_of
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.ledger_tab import LedgerTab
from desk_mailadmin.ui.main_window import MainWindow
from tests.bench.harness import Line, Workshop, growth, in_turn, timed
from tests.bench.people import desk_of
from tests.bench.windows import settled, window_on

PEOPLE, MONTHS = 10_000, 120
ACTS = (
    ("call_168", "拨打 168 声讯台", "002/15.一.3", "fine", 22_200, 0),
    ("private_long_distance", "私人长途电话", "002/12.八", "recovery,fine", 5_000, 1_240),
    ("big_mail", "向异地发送超过 2M 的邮件", "000/6.1", "fine", 50_000, 0),
    ("forward_unrelated", "转发与工作无关的邮件", "000/6.2", "pay_cut", 0, 0),
    ("alarm_phone", "占用或使用门卫室报警电话", "002/15.一.4", "fine", 5_000, 0),
)
SETTLED = (("deducted", 7), ("deducted", 7), ("waived", 8), ("reversed", 9))
WAITING = (("issued", 0), ("signed", 3), ("appealed", 2))
COLUMNS = (
    "id", "number", "state", "state_order", "month", "staff_id", "branch_id", "name", "name_key", "dept", "dept_key",
    "act", "act_title", "clause", "count_group", "occurred_on", "offence_no", "sanctions", "fine_fen", "recovery_fen",
    "deducted_fen", "reversed_fen", "next_time", "entered_on", "issued_on",
)  # fmt: skip
EVERYTHING = (
    "SELECT month, count(*), sum(fine_fen), sum(recovery_fen), sum(deducted_fen) FROM penalty GROUP BY month, dept"
)


def cases(db: sqlite3.Connection, count: int) -> Iterator[tuple[Any, ...]]:
    """Rows of the penalty table in the order of COLUMNS, spread over ten years that end with this month."""
    chance = random.Random(11)  # noqa: S311  (the same cases each time)
    people = db.execute(
        "SELECT staff.id, branch_id, staff.name, staff.name_key, department.name, department.name_key FROM staff "
        "JOIN department ON department.id = staff.department_id"
    ).fetchall()
    first = month_after(now(), 1 - MONTHS)
    for number in range(1, count + 1):
        staff, branch, name, name_key, dept, dept_key = chance.choice(people)
        key, title, clause, sanctions, fine, recovery = chance.choice(ACTS)
        state, order = chance.choice(WAITING if number > count - 100 else SETTLED)
        month = month_after(first, number * MONTHS // (count + 1))
        on, due = f"{month}-{1 + number % 28:02d}", fine + recovery
        yield (
            number, f"CF-{month[:4]}-{number:06d}", state, order, month, staff, branch, name, name_key, dept,
            dept_key, key, title, clause, clause, on, 1 + (number % 5 == 0), sanctions, fine, recovery,
            due if state == "deducted" else 0, due if state in ("reversed", "waived") else 0, "每次 50 元", on, on,
        )  # fmt: skip


def now() -> str:
    """Return this month."""
    from desk_mailadmin.kernel.clock import SystemClock

    return month_of(SystemClock().today())


def ledger_of(shop: Workshop, count: int) -> Path:
    """Return a desk with ``count`` penalty cases."""
    folder = shop.scratch / f"ledger-{count}"
    shutil.copytree(desk_of(shop, PEOPLE), folder)
    with closing(sqlite3.connect(next(folder.glob("*.maildesk")))) as db, db:
        marks = ", ".join("?" * len(COLUMNS))
        db.executemany(f"INSERT INTO penalty ({', '.join(COLUMNS)}) VALUES ({marks})", cases(db, count))  # noqa: S608  (our own names)
        db.execute("ANALYZE")
    return folder


def ledger(shop: Workshop) -> Iterator[Line]:
    """A month's list, sums and overviews; the next month in the window."""
    by_size = {}
    for count in [size for size in shop.sizes if size <= 100_000] or shop.sizes[:1]:
        with window_on(shop, ledger_of(shop, count)) as window:
            by_size[count] = [*_month(shop, window, count)]
            yield from by_size[count]
            yield from _switching(shop, window, count)
    if len(by_size) > 1:
        yield growth("a month's list", {count: lines[0].ours for count, lines in by_size.items()}, 15)


def _month(shop: Workshop, window: MainWindow, count: int) -> Iterator[Line]:
    service, database = window._bench.services["penalties"], window._bench.desk.database
    query = Query(filters={MONTH: month_after(now(), -7)})

    def listed() -> None:
        service.rows(service.keys(query)[:200])
        service.counts(query)

    def summed() -> None:
        service.sums(query)
        service.groups("dept", query)

    def everything() -> None:
        database.execute_sql(EVERYTHING).fetchall()

    for what, ours in (("list, counts, first page", listed), ("sums and an overview", summed)):
        times = in_turn(shop.rounds(20), ours=ours, reference=everything)
        note = "one pass over all cases"
        goal = 0.1 if ours is summed else None
        yield Line(f"{count:,} cases: a month's {what}", times["ours"], times["reference"], goal, note=note)
    whole = [timed(lambda key=each.key: service.groups(key, Query())) for each in _overviews(window)]
    yield Line(f"{count:,} cases: ten years' overviews", whole, goal=500)


def _overviews(window: MainWindow) -> Any:
    return _tab(window)._ledger.overviews


def _tab(window: MainWindow) -> LedgerTab:
    tab = window.register_tab("penalties")
    assert isinstance(tab, LedgerTab)
    return tab


def _switching(shop: Workshop, window: MainWindow, count: int) -> Iterator[Line]:
    tab = _tab(window)
    place = next(n for n, page in enumerate(window.pages, 1) if page.spec.key == "penalties")
    window.tabs.setCurrentIndex(place)
    settled(window)
    for what, is_open in (("the next month", False), ("the next month, with its overview", True)):
        if tab.below.isVisible() != is_open:
            tab.toggle_lower()
        settled(window)
        times = [timed(_to(window, tab, -1 if n % 20 < 10 else 1)) for n in range(shop.rounds(60))]
        yield Line(f"{count:,} cases: {what}", times, goal=100)
    listed = [timed(lambda span=span: tab.months.choose(span)) for span in ("", now(), "")]
    yield Line(f"{count:,} cases: all months", listed, goal=500)
    whole = [timed(_choose(window, tab, span)) for span in (now(), "", now(), "")]
    yield Line(f"{count:,} cases: all months, with counts and sums", whole, goal=1_000)


def _to(window: MainWindow, tab: LedgerTab, by: int) -> Callable[[], None]:
    def go() -> None:
        tab.months.go(by)
        settled(window)

    return go


def _choose(window: MainWindow, tab: LedgerTab, span: str) -> Callable[[], None]:
    def go() -> None:
        tab.months.choose(span)
        settled(window)

    return go

"""SPEED b, c and g for telephone calls: assigned, found, sorted and added up, a million of ten years."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.kernel.ledger_view import MONTH
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import Office, open_office
from desk_mailadmin.registers.calls.service import CallsService
from tests.bench.harness import Amount, Line, Workshop, growth, in_turn, resident_mb, timed
from tests.bench.ledgers import now
from tests.bench.lists import application
from tests.bench.people import desk_of

PEOPLE, LINES, MONTHS, CAP, SEARCHES = 10_000, 400, 120, 1001, 200
KINDS = (("local", 11, 62), ("domestic", 30, 12), ("ip", 30, 8), ("service", 0, 10), ("info", 100, 1))
AREAS = ("010", "021", "020", "028", "027", "029", "0755", "0512", "0451", "0411")
COLUMNS = (
    "bill_id", "line_no", "started_at", "number", "called", "place", "kind", "seconds", "base_fen", "info_fen", "fee_fen",
)  # fmt: skip
SORTS = ("started_at", "extension", "number", "called", "seconds", "fee")
PREFIX = "SELECT id FROM call WHERE called >= ? AND called < ? LIMIT ?"
PASS = "SELECT substr(started_at, 1, 7) AS month, {by}, count(*), sum(seconds), sum(fee_fen) FROM call GROUP BY month, {by}"


def calls_of(bill: int, month: str, count: int) -> Iterator[tuple[Any, ...]]:
    """Rows of the table of calls in the order of COLUMNS, sorted as a bill is: by number, then by time."""
    chance = random.Random(bill)  # noqa: S311  (the same calls each time)
    kinds = [each for each in KINDS for _ in range(each[2])]
    found = []
    for _ in range(count):
        kind, fen, _share = chance.choice(kinds)
        called = f"{chance.randrange(5550_0000, 5560_0000)}" if kind == "local" else f"154{chance.randrange(10**8):08d}"
        if kind in ("domestic", "ip"):
            called = f"{'17909' if kind == 'ip' else ''}{chance.choice(AREAS)}{called[-8:]}"
        elif kind in ("service", "info"):
            called = f"{'95' if kind == 'service' else '168'}{chance.randrange(1000, 9999)}"
        seconds = min(1 + int(chance.expovariate(1 / 110)), 7200)
        fee = fen * -(-seconds // 60)
        at = f"{month}-{chance.randrange(1, 29):02d} {chance.randrange(7, 20):02d}:{chance.randrange(60):02d}:{chance.randrange(60):02d}"
        info = fee if kind == "info" else 0
        found.append((number_of(int(LINES * chance.random() ** 1.6)), at, called, kind, seconds, fee - info, info, fee))
    for place, (number, at, called, kind, *rest) in enumerate(sorted(found), 1):
        yield bill, place, at, number, called, "", kind, *rest


def number_of(line: int) -> str:
    """Return the billed number of a line."""
    return f"05715551{line:04d}"


def calls_desk(shop: Workshop, count: int, months: int) -> Path:
    """Return a desk with ``count`` calls of that many months, 400 lines and 10,000 people; none is assigned yet."""
    folder = shop.scratch / f"calls-{count}"
    shutil.copytree(desk_of(shop, PEOPLE), folder)
    with closing(sqlite3.connect(next(folder.glob("*.maildesk")))) as db, db:
        _lines(db)
        for bill, month in enumerate((month_after(now(), -back) for back in range(months, 0, -1)), 1):
            share = count * bill // months - count * (bill - 1) // months
            _bill(db, bill, month, share)
    return folder


def _lines(db: sqlite3.Connection) -> None:
    people = db.execute(
        "SELECT staff.id, department_id, branch_id FROM staff JOIN department ON department.id = department_id "
        "WHERE staff.id % 23 = 0 AND state = 'active' LIMIT ?",
        (LINES,),
    ).fetchall()
    for place, (staff, department, branch) in enumerate(people):
        values = (place + 1, branch, number_of(place), f"{2000 + place}", staff, department)
        db.execute(
            "INSERT INTO line (id, branch_id, number, extension, staff_id, department_id, kind) "
            "VALUES (?, ?, ?, ?, ?, ?, 'direct')",
            values,
        )
        db.execute(
            "INSERT INTO line_assignment (line_id, branch_id, number, extension, staff_id, department_id) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )


def _bill(db: sqlite3.Connection, bill: int, month: str, count: int) -> None:
    db.execute(
        "INSERT INTO bill (id, operator, source, file_name, sha256, month, period_from, period_to, calls, seconds, "
        "imported_on) VALUES (?, '运营商一', 'operator', 'bill.csv', ?, ?, ?, ?, ?, 0, ?)",
        (bill, f"{bill:064d}", month, f"{month}-01", f"{month}-28", count, f"{month}-28"),
    )
    marks = ", ".join("?" * len(COLUMNS))
    db.executemany(f"INSERT INTO call ({', '.join(COLUMNS)}) VALUES ({marks})", calls_of(bill, month, count))  # noqa: S608
    db.execute("INSERT INTO bill_number (bill_id, number, calls) SELECT ?1, number, count(*) FROM call "
               "WHERE bill_id = ?1 GROUP BY number", (bill,))  # fmt: skip


@contextmanager
def at_work(folder: Path) -> Iterator[tuple[Office, CallsService]]:
    """The office of a desk, and its calls; nothing is backed up on closing."""
    office = open_office(folder, SystemClock())
    office.desk.backups.on_close = lambda: None  # type: ignore[method-assign]  # no backup of a bench
    try:
        yield office, office.services["calls"]
    finally:
        office.close()


def calls(shop: Workshop) -> Iterator[Line]:
    """Assigning, searching, listing and adding up: ten years of calls, and one bill with as many."""
    yield from _desks(shop, MONTHS)
    yield from _desks(shop, 1)


def _desks(shop: Workshop, months: int) -> Iterator[Line]:
    application()
    engine: dict[int, Sequence[float]] = {}
    first: dict[int, Sequence[float]] = {}
    for count in shop.sizes:
        shop.tell(f"a desk of {count:,} calls in {months} months is made")
        folder = calls_desk(shop, count, months)
        with at_work(folder) as (office, service):
            yield from _assigning(service, count)
            office.desk.database.execute_sql("ANALYZE")
            yield from _searching(shop, office, service, count, engine)
            yield from _listing(shop, service, count, first)
            yield from _adding_up(shop, office, service, count)
        shutil.rmtree(folder)
    if len(engine) > 1:
        yield growth("two characters, engine", engine, 15)
        yield growth("first page after the order", first, 1.25)


def _assigning(service: CallsService, count: int) -> Iterator[Line]:
    months = service.outdated()
    before = resident_mb()
    whole = timed(lambda: service.assign(months))
    yield Line(f"{count:,} calls: {len(months)} months assigned, added up, journalled", [whole])
    yield Amount("the same: memory more", [resident_mb() - before])
    yield Line(f"{count:,} calls: the same again, nothing changed", [timed(lambda: service.assign(months))])
    yield Line(f"{count:,} calls: one month again", [timed(lambda: service.assign(months[-1:])) for _ in range(5)])
    yield Line(f"{count:,} calls: which months are out of date", [timed(service.outdated) for _ in range(5)])


def _searching(
    shop: Workshop, office: Office, service: CallsService, count: int, engine: dict[int, Sequence[float]]
) -> Iterator[Line]:
    chance = random.Random(5)  # noqa: S311  (the same places each time)
    sample = office.desk.database.execute_sql(
        "SELECT staff.name, staff.initials, call.extension, call.called FROM call JOIN staff ON staff.id = staff_id "
        "WHERE call.id % ? = 0",
        (max(1, count // 500),),
    ).fetchall()
    picked = [chance.choice(sample) for _ in range(shop.rounds(SEARCHES))]
    wanted = {
        "two characters": [name[:2] for name, *_ in picked],
        "initials": [initials for _, initials, *_ in picked],
        "extension": [extension for *_, extension, _called in picked],
        "digits by their beginning": [called[:6] for *_, called in picked],
        "last four digits": [called[-4:] for *_, called in picked],
    }
    prefix = [timed(partial(_prefix, office, called[:6])) for *_, called in picked]
    for what, texts in wanted.items():
        times = [timed(partial(_engine, office, service, text)) for text in texts]
        engine.setdefault(count, times)
        yield Line(f"{count:,} calls: {what}, engine", times, prefix, 2, note="prefix query on an index")
        yield Line("the same: slowest hundredth", [sorted(times)[int(len(times) * 0.99)]], goal=16)
    for what, texts in wanted.items():
        whole = [timed(partial(_answer, service, Query(search=text))) for text in texts[:20]]
        yield Line(f"{count:,} calls: {what}, ids, counts and first page", whole, goal=50)


def _prefix(office: Office, digits: str) -> None:
    office.desk.database.execute_sql(PREFIX, (digits, f"{digits}:", CAP)).fetchall()


def _engine(office: Office, service: CallsService, text: str) -> None:
    found = service.found(Query(search=text))
    assert found
    office.desk.database.execute_sql(f"{found[0]} LIMIT {CAP}", found[1]).fetchall()


def _answer(service: CallsService, query: Query) -> Any:
    ids = service.keys(query)
    return service.counts(query), service.rows(ids[:200])


def _listing(shop: Workshop, service: CallsService, count: int, first: dict[int, Sequence[float]]) -> Iterator[Line]:
    month = Query(filters={MONTH: list(service.month_counts())[-1]})
    times = [timed(partial(_answer, service, month)) for _ in range(shop.rounds(20))]
    yield Line(f"{count:,} calls: a month's list, counts, first page", times, goal=50)
    before = resident_mb()
    ids = service.keys(Query())
    yield Amount(f"{count:,} calls: memory for all ids", [resident_mb() - before], goal=40)
    first[count] = [_first_page(service, ids) for _ in range(shop.rounds(20))]
    yield Line(f"{count:,} calls: first page after the order", first[count])
    for sort in SORTS:
        times = [timed(partial(service.keys, Query(sort=sort))) for _ in range(3)]
        yield Line(f"{count:,} calls: sort all by {sort}", times, goal=500)


def _first_page(service: CallsService, ids: Sequence[int]) -> float:
    start = time.perf_counter()
    service.rows(ids[:200])
    return time.perf_counter() - start


def _adding_up(shop: Workshop, office: Office, service: CallsService, count: int) -> Iterator[Line]:
    month = Query(filters={MONTH: list(service.month_counts())[-1]})

    def whole(by: str) -> Callable[[], object]:
        sql = PASS.replace("{by}", by)
        return lambda: office.desk.database.execute_sql(sql).fetchall()

    def of_month() -> None:
        service.totals(month)
        service.groups("group", month)

    note = "one pass over all calls"
    times = in_turn(3, ours=of_month, reference=whole("extension"))
    yield Line(f"{count:,} calls: a month's sums and overview", times["ours"], times["reference"], 0.1, note=note)
    for overview, by in (("dept", "department_id"), ("kind", "kind"), (MONTH, "kind"), ("group", "extension")):
        ours = partial(service.groups, overview, Query())
        times = in_turn(3, ours=ours, reference=whole(by))
        what = f"{count:,} calls: all months by {overview}"
        yield Line(what, times["ours"], times["reference"], 0.1, note=note)

"""Calls of the fictional company: bills as an import leaves them, for tests of what stands on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.store.database import execute

if TYPE_CHECKING:
    from tests.registers.builders import House

DIRECT, TRUNK, STRANGE = "057155511001", "057155510000", "057155519999"
MONTH = "2026-11"
_NUMBERS = count(1)


@dataclass(frozen=True)
class Billed:
    """One line of a bill: when (``2026-11-03 09:15:00``), from which number, whom, of what kind, how long, how much."""

    at: str = f"{MONTH}-03 09:15:00"
    number: str = DIRECT
    called: str = "55508042"
    kind: str = "local"
    seconds: int = 65
    fee_fen: int = 22
    info_fen: int = 0
    place: str = "本地"


@dataclass(frozen=True)
class Recorded:
    """One record of the exchange: an answered call out of the house."""

    extension: str
    called: str
    answered_at: str
    seconds: int


def bill_in(house: House, *calls: Billed, month: str = MONTH) -> list[int]:
    """Bring in an operator's bill, nothing assigned yet; return the ids of its calls."""
    bill = _bill(house, "operator", month, len(calls))
    for line, one in enumerate(calls, 1):
        values = (bill, line, one.at, one.number, one.called, one.place, one.kind, one.seconds,
                  one.fee_fen - one.info_fen, one.info_fen, one.fee_fen)  # fmt: skip
        _run(
            house,
            "INSERT INTO call (bill_id, line_no, started_at, number, called, place, kind, seconds, base_fen, info_fen, "
            "fee_fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *values,
        )
    for number in {one.number for one in calls}:
        _run(house, "INSERT INTO bill_number (bill_id, number) VALUES (?, ?)", bill, number)
    house.desk.changes.announce("bills")
    return [
        key for (key,) in execute(house.desk.database, "SELECT id FROM call WHERE bill_id = ? ORDER BY id", (bill,))
    ]


def records_in(house: House, *records: Recorded, month: str = MONTH) -> None:
    """Bring in the exchange's call records."""
    bill = _bill(house, "pbx", month, len(records))
    for line, one in enumerate(records, 1):
        _run(
            house,
            "INSERT INTO pbx_call (bill_id, line_no, extension, called, direction, started_at, answered_at, seconds, "
            "disposition) VALUES (?, ?, ?, ?, 'out', ?, ?, ?, 'ANSWERED')",
            *(bill, line, one.extension, one.called, one.answered_at, one.answered_at, one.seconds),
        )


def assigned(house: House, *calls: Billed, month: str = MONTH) -> list[int]:
    """Bring in a bill and assign it."""
    ids = bill_in(house, *calls, month=month)
    house.services["calls"].assign([month])
    return ids


def fill_calls(house: House, people: Sequence[int]) -> None:
    """Calls of every sort: known and unknown, business and private, long and short; the line is that of 8001."""
    ids = assigned(
        house,
        Billed(),
        Billed(f"{MONTH}-04 10:00:00", called="01055501797", kind="domestic", seconds=250, fee_fen=150, place="北京"),
        Billed(f"{MONTH}-05 18:40:00", called="1681234", kind="info", fee_fen=860, info_fen=838),
        Billed(f"{MONTH}-06 11:00:00", STRANGE),
    )
    house.services["calls"].mark_private(ids[2:3], people[0], "本人承认")


def _bill(house: House, source: str, month: str, calls: int) -> int:
    operator = "运营商一" if source == "operator" else "总机"
    values = (operator, source, f"{operator}_{month}.csv", f"{next(_NUMBERS):064d}", month, f"{month}-01",
              f"{month_after(month)}-01", calls, f"{month_after(month)}-03")  # fmt: skip
    with house.desk.work("bill.import") as work:
        bill = execute(
            house.desk.database,
            "INSERT INTO bill (operator, source, file_name, sha256, month, period_from, period_to, calls, seconds, "
            "imported_on) VALUES (?, ?, ?, ?, ?, ?, date(?, '-1 day'), ?, 0, ?)",
            values,
        ).lastrowid
        work.wrote("bill", bill or 0, "导入账单", after={"month": month})
    return bill or 0


def _run(house: House, sql: str, *values: object) -> None:
    with house.desk.upkeep():
        execute(house.desk.database, sql, values)

"""Bills and calls as they stand in the tables, without a file: what a month's charges are reckoned from."""

from __future__ import annotations

from desk_mailadmin.store.database import execute
from tests.registers.builders import TODAY, House

MONTH = "2026-11"
TRUNK = "057155510000"


def bill(house: House, month: str = MONTH, operator: str = "运营商一", **figures: int) -> int:
    """An operator's bill of a month; what its calls and numbers come to is added by ``call`` and ``number``."""
    values = {"calls": 0, "seconds": 0, **figures}
    execute(
        house.desk.database,
        "INSERT INTO bill (operator, source, file_name, sha256, month, calls, seconds, imported_on) "
        "VALUES (?, 'operator', 'x.csv', 'x', ?, ?, ?, ?)",
        (operator, month, values["calls"], values["seconds"], str(TODAY)),
    )
    return int(execute(house.desk.database, "SELECT max(id) FROM bill").fetchone()[0])


def call(
    house: House, of: int, number: str, fee: int, *, kind: str = "local", info: int = 0, line: int | None = None,
    private_by: int | None = None, started: str = "2026-11-10 09:00:00",
) -> int:  # fmt: skip
    """A call of a bill; its fee counts in the bill's sum."""
    execute(
        house.desk.database,
        "INSERT INTO call (bill_id, line_no, started_at, number, called, kind, seconds, base_fen, info_fen, fee_fen, "
        "line_id, private_by) VALUES (?, 1, ?, ?, '5550001', ?, 60, ?, ?, ?, ?, ?)",
        (of, started, number, kind, fee - info, info, fee, line, private_by),
    )
    execute(house.desk.database, "UPDATE bill SET calls_fen = calls_fen + ? WHERE id = ?", (fee, of))
    return int(execute(house.desk.database, "SELECT max(id) FROM call").fetchone()[0])


def number(house: House, of: int, billed: str, rent: int = 0, caller_id: int = 0, other: int = 0) -> None:
    """The fixed charges of a billed number; they count in the bill's sum."""
    execute(
        house.desk.database,
        "INSERT INTO bill_number (bill_id, number, rent_fen, caller_id_fen, other_fen) VALUES (?, ?, ?, ?, ?)",
        (of, billed, rent, caller_id, other),
    )
    execute(
        house.desk.database,
        "UPDATE bill SET rent_fen = rent_fen + ?, caller_id_fen = caller_id_fen + ?, other_fen = other_fen + ? "
        "WHERE id = ?",
        (rent, caller_id, other, of),
    )


def recovered(house: House, made: int, line: int, fee: int, case: int, kind: str = "info-line") -> None:
    """A finding about a call that was decided by a penalty case."""
    execute(
        house.desk.database,
        "INSERT INTO finding (kind, mark, month, call_id, line_id, occurred_at, fee_fen, state, penalty_id) "
        "VALUES (?, ?, ?, ?, ?, '2026-11-10 09:00:00', ?, 'proposed', ?)",
        (kind, f"{kind}/{made}", MONTH, made, line, fee, case),
    )


def november(house: House) -> tuple[int, int, int]:
    """A bill of November over two lines and a trunk; return the lines' ids, the over-used one first, and the bill."""
    staff = house.person(mobile="15400001234", emp_no="A10417")
    direct = house.line("8001", number="057155511001", staff=staff, quota_fen=8_000)
    inside = house.line("8042", staff=house.person("程思思"), quota_fen=4_000)
    house.line("", number=TRUNK, kind="trunk", department=None)
    made = bill(house)
    call(house, made, "057155511001", 7_000, line=direct)
    call(house, made, "057155511001", 3_600, kind="domestic", line=direct)
    call(house, made, "057155511001", 3_100, kind="info", info=3_000, line=direct)
    call(house, made, TRUNK, 1_200, line=inside)
    call(house, made, TRUNK, 300)
    number(house, made, "057155511001", rent=2_500, caller_id=600)
    number(house, made, TRUNK, rent=20_000)
    return direct, inside, made

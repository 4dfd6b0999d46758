"""Calls on a bill, and entries of the log about them, for every test that needs them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.findings.rules import KINDS, KINDS_ON
from desk_mailadmin.registers.findings.service import FindingsService
from desk_mailadmin.registers.longdistance.entries import LogEntry
from desk_mailadmin.registers.longdistance.service import PRIVATE, REVIEWED, UNALLOWED, LongDistanceService
from desk_mailadmin.store.database import execute
from tests.registers.builders import HEADQUARTERS, TODAY, House
from tests.registers.calls_of import Billed, assigned

NUMBER = "057155511001"
BEYOND = frozenset({PRIVATE, UNALLOWED, REVIEWED})
_BILL = """
    INSERT INTO bill (operator, source, file_name, sha256, month, calls, seconds, imported_on)
    VALUES ('运营商', 'operator', '清单.csv', ?, ?, 0, 0, ?)
"""


def log_of(house: House) -> LongDistanceService:
    service: LongDistanceService = house.services["longdistance"]
    return service


def bill(house: House, month: str = "2026-12", *numbers: str) -> int:
    """A bill of a month that is of these numbers."""
    with house.desk.work("test.bill") as work:
        record = int(execute(house.desk.database, _BILL, (month, month, str(TODAY))).lastrowid)
        for number in numbers or (NUMBER,):
            sql = "INSERT INTO bill_number (bill_id, number) VALUES (?, ?)"
            execute(house.desk.database, sql, (record, number))
        work.wrote("bill", record, "账单")
    return record


def call(house: House, of: int, started_at: str = "2026-12-01 10:00:10", **values: Any) -> int:
    """A call of 62 seconds to Beijing, or as ``values`` say."""
    row = {
        "bill_id": of, "line_no": 1, "started_at": started_at, "number": NUMBER, "called": "01055501797",
        "kind": "domestic", "seconds": 62, "fee_fen": 56, **values,
    }  # fmt: skip
    with house.desk.work("test.call") as work:
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO call ({', '.join(row)}) VALUES ({marks})"  # noqa: S608  (our own column names)
        record = int(execute(house.desk.database, sql, tuple(row.values())).lastrowid)
        work.wrote("call", record, "通话")
    return record


def whose(house: House, line: int) -> dict[str, Any]:
    """The columns by which a call is of a line and of whoever answers for it."""
    row = house.lines.rows([line])[0]
    return {
        "line_id": line, "extension": row.extension, "number": row.number or NUMBER, "staff_id": row.staff,
        "department_id": row.department_id, "branch_id": row.branch_id,
    }  # fmt: skip


def entry(line: int | None, staff: int | None, **changes: Any) -> LogEntry:
    """The entry of a call of one minute to Beijing, or as ``changes`` say."""
    values = {
        "on_day": date(2026, 12, 1), "callee": "海关", "called": "010-55501797", "from_at": "10:00", "to_at": "10:01",
        "purpose": "发货确认", "result": "已确认", **changes,
    }  # fmt: skip
    return LogEntry(line=line, staff=staff, **values)


def fill_long_distance(house: House, people: Sequence[int]) -> None:
    """Entries in every state: as the bill says, incomplete, false, on a line without a bill, and a call nobody logged."""
    log, line = log_of(house), house.lines.extension_line(None, "8001") or 0
    times = ("2026-12-01 10:00:10", "2026-12-01 11:00:10", "2026-12-01 15:00:10", "2026-12-02 19:00:10")
    billed = (Billed(at, called="01055501797", kind="domestic", seconds=62, fee_fen=56, place="北京") for at in times)
    assigned(house, *billed, month="2026-12")
    log.enter(entry(line, people[0]), BEYOND)
    log.enter(entry(line, people[0], from_at="11:00", to_at="11:20"), BEYOND)
    incomplete = entry(line, people[0], called="01055501797", from_at="15:00", to_at="15:01", result="")
    with house.desk.work("longdistance.import") as work:
        values = {**log.columns_of(incomplete), "source": "import"}
        log.create_in(work, values, "导入")
        log.check_in(work, "2026-12")
    month_before = entry(line, people[0], on_day=date(2026, 8, 20), private=True)
    log.enter(month_before, BEYOND)
    assert house.branches.named(HEADQUARTERS)
    log.hand_in("2026-08", house.branches.named(HEADQUARTERS) or 0, TODAY, "程思思")


def findings_of(house: House) -> FindingsService:
    service: FindingsService = house.services["findings"]
    return service


def fill_findings(house: House) -> None:
    """Findings of every kind in every state: open, a note, a case."""
    house.decide(KINDS_ON, list(KINDS))
    findings = findings_of(house)
    for month in findings.unchecked():
        findings.run(month)
    due = list(findings.keys(Query(segment="due")))
    findings.dismiss(due[:1], "经查是公务")
    findings.draft(due[1:2])

"""Read a ledger in this process; the files of other tests go through the child."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk_mailadmin.intake.past_cases.reader import LEDGER_LIMITS, past_cases_of_file
from desk_mailadmin.intake.past_cases.result import PastReading

TODAY = date(2026, 11, 15)


def read(path: Path, mapping: dict[str, str] | None = None) -> PastReading:
    return past_cases_of_file(path, LEDGER_LIMITS, TODAY, mapping, lambda _fraction: None)


def kinds(reading: PastReading) -> set[tuple[int, str, str]]:
    """Return row, column letter and kind of every fault."""
    return {(fault.row, fault.column, fault.kind) for fault in reading.faults}


def table(tmp_path: Path, *lines: str, name: str = "处罚台账2025.csv") -> Path:
    """Write a CSV with the usual columns and these lines."""
    path = tmp_path / name
    path.write_text("\n".join(("单号,日期,姓名,部门,事实,依据,处理,金额,备注", *lines)), encoding="utf-8")
    return path

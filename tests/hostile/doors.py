"""The doors through which tables of others come in: in a child, as the program opens them, and bare, for the parser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desk_mailadmin.intake.bills.reader import BILL_LIMITS, bill_of_file, read_bill
from desk_mailadmin.intake.call_records.reader import call_records_of_file, read_call_records
from desk_mailadmin.intake.directories.reader import DIRECTORY_LIMITS, directory_of_file, read_directory
from desk_mailadmin.intake.guard import ROSTER_LIMITS
from desk_mailadmin.intake.long_distance.reader import LOG_LIMITS, log_of_file, read_long_distance
from desk_mailadmin.intake.past_cases.reader import LEDGER_LIMITS, past_cases_of_file, read_past_cases
from desk_mailadmin.intake.roster.reader import read_roster, roster_of_file

TODAY = date(2026, 11, 15)


@dataclass(frozen=True)
class Door:
    """``apart`` reads a file in the child, ``bare`` in this process; both get the file and a place for staging."""

    apart: Callable[[Path, Path], Any]
    bare: Callable[[Path, Path], Any]


def _tell(_fraction: float) -> None: ...


DOORS: Mapping[str, Door] = {
    "roster": Door(
        lambda file, _beside: read_roster(file, today=TODAY),
        lambda file, _beside: roster_of_file(file, ROSTER_LIMITS, TODAY, None, None, _tell),
    ),
    "directory": Door(
        lambda file, _beside: read_directory(file),
        lambda file, _beside: directory_of_file(file, DIRECTORY_LIMITS, None, _tell),
    ),
    "penalties": Door(
        lambda file, _beside: read_past_cases(file, today=TODAY),
        lambda file, _beside: past_cases_of_file(file, LEDGER_LIMITS, TODAY, None, _tell),
    ),
    "longdistance": Door(
        lambda file, _beside: read_long_distance(file, today=TODAY),
        lambda file, _beside: log_of_file(file, LOG_LIMITS, TODAY, None, _tell),
    ),
    "bill": Door(
        lambda file, beside: read_bill(file, staging=beside, today=TODAY),
        lambda file, beside: bill_of_file(file, BILL_LIMITS, beside, TODAY, None, _tell),
    ),
    "calls": Door(
        lambda file, beside: read_call_records(file, staging=beside, today=TODAY),
        lambda file, beside: call_records_of_file(file, BILL_LIMITS, beside, TODAY, "9", _tell),
    ),
}
"""By the word the command line has for them (``import KIND``); a contract test holds the two lists together."""

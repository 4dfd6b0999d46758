"""Compare the coverage just measured with ``coverage_floors.toml``; end with 1 where a part lies below its floor."""

from __future__ import annotations

import json
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

WORST = 8
"""How many files of a part that lies below are named, those that miss most first."""
FLOORS = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Measured:
    """What of one file ran: statements and branches, and the lines that did not."""

    path: str
    covered: int
    total: int
    missing: tuple[str, ...] = ()

    @property
    def percent(self) -> float:
        """Return the covered part of statements and branches; a file with neither is covered."""
        return 100 * self.covered / self.total if self.total else 100.0


@dataclass
class Floor:
    """A part of the program, the percentage it must keep, and the files measured for it."""

    part: str
    files: Sequence[str]
    percent: float
    each: bool = False
    measured: list[Measured] = field(default_factory=list)

    def fits(self, path: str) -> bool:
        """Say whether the file belongs to this part."""
        return any(fnmatch(path, pattern) for pattern in self.files)

    def reached(self) -> float:
        """Return the percentage over all files of the part."""
        total = sum(file.total for file in self.measured)
        return 100 * sum(file.covered for file in self.measured) / total if total else 100.0

    def below(self) -> list[Measured]:
        """Return the files that keep the part below its floor."""
        if not self.each and self.reached() >= self.percent:
            return []
        return [file for file in self.measured if file.percent < self.percent]


def floors_at(path: Path) -> list[Floor]:
    """Read the floors."""
    return [Floor(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["floor"]]


def measured_in(report: Mapping[str, Any]) -> list[Measured]:
    """Return what coverage's JSON report says of each file."""
    return [_measured(path.replace("\\", "/"), file) for path, file in sorted(report["files"].items())]


def _measured(path: str, file: Mapping[str, Any]) -> Measured:
    summary = file["summary"]
    branches = [f"{start}->{end}" for start, end in file.get("missing_branches", ())]
    return Measured(
        path,
        summary["covered_lines"] + summary.get("covered_branches", 0),
        summary["num_statements"] + summary.get("num_branches", 0),
        (*(str(line) for line in file["missing_lines"]), *branches),
    )


def sort_into(floors: Sequence[Floor], files: Sequence[Measured]) -> None:
    """Give every file to the first floor it fits; ValueError for one that fits none."""
    for file in files:
        floor = next((floor for floor in floors if floor.fits(file.path)), None)
        if floor is None:
            raise ValueError(f"{file.path} belongs to no part of {FLOORS.name}")
        floor.measured.append(file)


def told(floors: Sequence[Floor]) -> list[str]:
    """Return one line for every part, and one for every file that keeps its part below."""
    lines = []
    for floor in floors:
        low = floor.below()
        sign = "below" if low else "empty" if not floor.measured else "ok"
        count = len(floor.measured)
        lines.append(f"{floor.part:20}{floor.reached():7.2f} %  floor {floor.percent:3g} %  {count:3} files  {sign}")
        worst = sorted(low, key=lambda file: file.covered - file.total)[:WORST]
        lines += [f"    {file.path} {file.percent:.1f} %: {', '.join(file.missing[:12])}" for file in worst]
    return lines


def measured_report() -> Mapping[str, Any]:
    """Return the JSON report of the coverage data in the working folder."""
    from coverage import Coverage

    with tempfile.TemporaryDirectory() as folder:
        coverage = Coverage()
        coverage.load()
        target = Path(folder) / "coverage.json"
        coverage.json_report(outfile=str(target))
        report: Mapping[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return report


def main() -> int:
    """Say how each part stands; return 1 if one lies below its floor or has lost all its files."""
    floors = floors_at(FLOORS)
    sort_into(floors, measured_in(measured_report()))
    print("\n".join(told(floors)))
    return int(any(floor.below() or not floor.measured for floor in floors))


if __name__ == "__main__":
    sys.exit(main())

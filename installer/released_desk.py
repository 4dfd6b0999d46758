"""Keep a desk of the version that is being released, so that every later version is tried on it.

``python -m installer.released_desk`` makes ``tests/upgrades/desks/<version>.zip``: the sample company's desk with some
weeks of work as this version writes it, without its scans and prints, and how many rows each table holds. Run it once,
in the commit that marks the version as released in CHANGELOG.md; a desk that is there is never made anew, because a
later program would make another one.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from desk_mailadmin import __version__
from desk_mailadmin.app.sample import sample_office
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.upgrades.runner import row_counts

ROOT = Path(__file__).parents[1]
DESKS = ROOT / "tests" / "upgrades" / "desks"
CHANGES = ROOT / "CHANGELOG.md"
COUNTS = "counts.json"
DAY = date(2026, 12, 3)
_KEPT = (FILE_NAME, "forms")
"""What an upgrade has to do with; prints alone would be some MB for each version."""

_RELEASED = re.compile(r"^## \[(\d+\.\d+\.\d+)\]", re.MULTILINE)


def released(changelog: str) -> tuple[str, ...]:
    """Return the versions a changelog marks as released: ``## [1.2.3] - 2027-01-15``, newest first."""
    return tuple(_RELEASED.findall(changelog))


def packed(desk: Path, target: Path) -> Path:
    """Pack the closed desk in a folder with the number of rows of each of its tables; return the file."""
    with closing(sqlite3.connect(f"{(desk / FILE_NAME).as_uri()}?mode=ro", uri=True)) as connection:
        counts = row_counts(connection)
    with zipfile.ZipFile(target, "x", zipfile.ZIP_LZMA) as package:
        package.writestr(COUNTS, json.dumps(counts, indent=1, sort_keys=True))
        for file in sorted(desk.rglob("*")):
            inside = file.relative_to(desk)
            if file.is_file() and inside.parts[0] in _KEPT:
                package.write(file, inside.as_posix())
    return target


def unpacked(package: Path, place: Path) -> dict[str, int]:
    """Unpack a released desk into the folder ``place`` and return how many rows each table held."""
    with zipfile.ZipFile(package) as found:
        found.extractall(place)
    counts = place / COUNTS
    rows: dict[str, int] = json.loads(counts.read_text(encoding="utf-8"))
    counts.unlink()
    return rows


def main(arguments: Sequence[str]) -> int:
    """Make the desk of this version; refuse where it is not released, or kept already."""
    if arguments:
        print(__doc__)
        return 2
    if __version__ not in released(CHANGES.read_text(encoding="utf-8")):
        print(f"{__version__} is not marked as released in CHANGELOG.md: ## [{__version__}] - <day>")
        return 1
    target = DESKS / f"{__version__}.zip"
    if target.exists():
        print(f"{target.relative_to(ROOT)} is there already and stays as it is")
        return 1
    DESKS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        office = sample_office(StillClock.on(DAY, 14), Path(scratch) / "desk")
        office.close()
        print(packed(office.desk.folder, target).relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

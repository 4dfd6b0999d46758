"""Desks of the sample company that were made once and are copied for each test that needs one."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from functools import cache
from pathlib import Path

from desk_mailadmin.app.sample import sample_office
from desk_mailadmin.desk_file import apply_desk_file, read_desk_file
from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.office import create_office

TODAY = date(2026, 12, 3)
SAMPLE = asset_dir("resources") / "sample"
DESK_FILE = SAMPLE / "desk.toml"
OCTOBER, NOVEMBER = sorted(SAMPLE.glob("*.xlsx"))
DATA = Path(__file__).parent / "data"


def clock() -> StillClock:
    """The afternoon on which the tests play."""
    return StillClock.on(TODAY, 14)


@cache
def _bare(base: Path) -> Path:
    """The sample company's settings and units, and nobody in it."""
    office = create_office(base / "bare" / "desk", clock())
    apply_desk_file(office, read_desk_file(DESK_FILE))
    office.close()
    return _without_backups(office.desk.folder)


@cache
def _staffed(base: Path) -> Path:
    """The sample company's settings and newest roster, nothing applied for yet."""
    office = create_office(base / "staffed" / "desk", clock())
    with office.desk.work("staffed"):
        apply_desk_file(office, read_desk_file(DESK_FILE))
        roster = office.services["roster"]
        reading = read_roster(NOVEMBER, today=TODAY)
        roster.take_over(NOVEMBER.name, roster.compare(roster.entries_of(reading)))
    office.close()
    return _without_backups(office.desk.folder)


@cache
def _played(base: Path) -> Path:
    """The sample as 先看示例数据 makes it: some weeks of work."""
    office = sample_office(clock(), base / "played" / "desk")
    office.close()
    return _without_backups(office.desk.folder)


def bare_desk(base: Path, place: Path) -> Path:
    """Copy the desk without people to ``place``."""
    return Path(shutil.copytree(_bare(base), place))


def staffed_desk(base: Path, place: Path) -> Path:
    """Copy the desk with people to ``place``; ``base`` is the folder all tests of a run share."""
    return Path(shutil.copytree(_staffed(base), place))


def played_desk(base: Path, place: Path) -> Path:
    """Copy the desk with some weeks of work to ``place``."""
    return Path(shutil.copytree(_played(base), place))


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder with its SHA-256."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _without_backups(folder: Path) -> Path:
    shutil.rmtree(folder / "backups", ignore_errors=True)
    return folder

"""先看示例数据: a desk of the fictional company, made anew each time, apart from every real one."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.office import Office, create_office


def sample_folder() -> Path:
    """Return where the sample's desk stands."""
    return Path(tempfile.gettempdir()) / "desk_mailadmin_sample"


def sample_office(clock: Clock, folder: Path | None = None) -> Office:
    """Make the sample desk and open it: the company's settings and its latest roster, nothing applied for yet."""
    place = folder or sample_folder()
    shutil.rmtree(place, ignore_errors=True)
    office = create_office(place, clock, Changes())
    sample = asset_dir("resources") / "sample"
    with office.desk.work("sample"):
        _fill(office, sample)
    return office


def _fill(office: Office, sample: Path) -> None:
    """Take over the company's settings and newest roster and play some weeks of work; one transaction, one sync."""
    from desk_mailadmin.desk_file import apply_desk_file, read_desk_file
    from desk_mailadmin.intake.roster.reader import read_roster
    from desk_mailadmin.story import play

    apply_desk_file(office, read_desk_file(sample / "desk.toml"))
    roster = office.services["roster"]
    newest = max(sample.glob("*.xlsx"))
    reading = read_roster(newest, today=office.desk.clock.today())
    roster.take_over(newest.name, roster.compare(roster.entries_of(reading)))
    play(office)

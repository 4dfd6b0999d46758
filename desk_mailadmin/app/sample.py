"""先看示例数据: a desk of the fictional company, made anew each time, apart from every real one."""

from __future__ import annotations

import shutil
from pathlib import Path

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.office import Office, create_office, default_folder
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.holder import held_fault
from desk_mailadmin.store.opening import is_held

_NAME = "sample"


def sample_folder() -> Path:
    """Return where the sample's desk stands: beside the usual place of a real one."""
    return default_folder().parent / _NAME


def is_sample(folder: Path) -> bool:
    """Say whether a desk is the sample's."""
    return folder.name == _NAME and folder.is_relative_to(sample_folder())


def sample_office(clock: Clock, folder: Path | None = None) -> Office:
    """Make the sample desk and open it: the company's settings and newest roster, and some weeks of work.

    One transaction, because a sync for each of several hundred acts would be felt. Raises DeskHeld where another
    program has the sample open: its files are never taken from under it.
    """
    from desk_mailadmin.calls_story import play_calls
    from desk_mailadmin.charges_story import play_charges
    from desk_mailadmin.desk_file import apply_desk_file, read_desk_file
    from desk_mailadmin.log_story import play_log
    from desk_mailadmin.story import play

    place = folder or sample_folder()
    if (place / FILE_NAME).exists() and is_held(place):
        raise held_fault(place)
    shutil.rmtree(place, ignore_errors=True)
    sample = asset_dir("resources") / "sample"
    file = read_desk_file(sample / "desk.toml")
    office = create_office(place, clock, Changes())
    office.desk.who = str(file.settings["clerk"])
    with office.desk.work("sample"):
        apply_desk_file(office, file)
        _take_over(office, max(sample.glob("*.xlsx")))
        play(office)
    play_calls(office)  # a bill is beside the desk's file while it is taken over, which a transaction cannot let go of
    with office.desk.work("sample"):
        play_log(office)
        play_charges(office)
    return office


def _take_over(office: Office, file: Path) -> None:
    from desk_mailadmin.intake.roster.reader import read_roster

    roster = office.services["roster"]
    reading = read_roster(file, today=office.desk.clock.today())
    roster.take_over(file.name, roster.compare(roster.entries_of(reading)))

"""Whether this installation works: fonts, forms, import, export and keyring tried in a desk of its own."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct

from desk_mailadmin import __version__
from desk_mailadmin.desk_file import apply_desk_file, read_desk_file
from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.kernel.clock import Clock, StillClock
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.monthly import Month, write_month
from desk_mailadmin.office import Office, create_office
from desk_mailadmin.story import play

_DAY = date(2026, 11, 30)


class Result(Struct, frozen=True):
    """One part that was tried: whether it works, and what was found."""

    part: str
    ok: bool
    message: str


def run_selftest() -> tuple[Result, ...]:
    """Try every part and return what was found; a part that fails never hides the others."""
    with tempfile.TemporaryDirectory() as folder:
        return tuple(_tried(Path(folder)))


def _tried(folder: Path) -> Iterator[Result]:
    yield Result("program", ok=True, message=f"{__version__}, Python {sys.version.split()[0]}")
    with _office(folder, StillClock.on(_DAY)) as office:
        yield _result("roster", lambda: _import(office))
        yield _result("forms", lambda: _draw(office))
        yield _result("work", lambda: _play(office))
        yield _result("ledger", lambda: _write(office, folder))
        yield _result("journal", lambda: _check(office))
    yield _result("keyring", _keyring)


@contextmanager
def _office(folder: Path, clock: Clock) -> Iterator[Office]:
    office = create_office(folder / "desk", clock)
    try:
        yield office
    finally:
        office.close()


def _result(part: str, trial: Callable[[], str]) -> Result:
    try:
        return Result(part, ok=True, message=trial())
    except Exception as fault:  # noqa: BLE001  (the outermost edge of a trial: what fails is the finding)
        return Result(part, ok=False, message=f"{type(fault).__name__}: {fault}")


def _import(office: Office) -> str:
    sample = asset_dir("resources") / "sample"
    apply_desk_file(office, read_desk_file(sample / "desk.toml"))
    newest = max(sample.glob("*.xlsx"))
    roster = office.services["roster"]
    reading = read_roster(newest, today=_DAY)
    outcome = roster.take_over(newest.name, roster.compare(roster.entries_of(reading)))
    return f"{outcome.joined + outcome.left} people"


def _draw(office: Office) -> str:
    papers = office.papers
    for form_id in papers.library.ids:
        papers.try_form(form_id)
    return f"{len(papers.library.ids)} forms"


def _play(office: Office) -> str:
    with office.desk.work("selftest"):
        play(office)
    return f"{len(office.services['applications'].opened_between(date(2026, 1, 1), _DAY))} accounts opened"


def _write(office: Office, folder: Path) -> str:
    saved = write_month(office, Month(_DAY.year, _DAY.month), folder / "ledger.xlsx")
    return f"{saved.rows} rows"


def _check(office: Office) -> str:
    findings = office.desk.check()
    if findings:
        raise RuntimeError(findings[0].text)
    return f"{office.desk.journal.head().seq} entries"


def _keyring() -> str:
    from desk_mailadmin.store.secrets import Secrets

    return Secrets("selftest").keyring_title() or "none that encrypts; passwords are kept until the program ends"

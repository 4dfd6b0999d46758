"""How long a backup and a drill of a large desk take, and for how long the window must wait meanwhile (SAFETY 6).

Every run takes a small desk and no time is judged but the window's wait; ``make faults`` takes 54 MiB.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.office import Office, open_office
from desk_mailadmin.restore_drill import rehearse
from desk_mailadmin.store.database import raw
from tests.bench.harness import Workshop
from tests.bench.people import desk_of
from tests.faults.scale import RELEASE, times

PEOPLE = times(5_000, 78_000)
MOST_HELD = 0.2
"""Seconds for which the window may wait for the connection."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("large")
    return desk_of(Workshop(base, base, (PEOPLE,)), PEOPLE)


@pytest.fixture
def office(place: Path, tmp_path: Path) -> Office:
    return open_office(Path(shutil.copytree(place, tmp_path / "desk")), SystemClock())


def longest_wait(office: Office, deed: Callable[[], object]) -> tuple[float, float]:
    """Return how long a deed took, and the longest that a small question of the window waited meanwhile."""
    waits: list[float] = []
    over = threading.Event()

    def ask() -> None:
        while not over.is_set():
            begin = time.perf_counter()
            with office.desk.reading():
                raw(office.desk.database).execute("SELECT count(*) FROM setting").fetchone()
            waits.append(time.perf_counter() - begin)
            time.sleep(0.005)

    window = threading.Thread(target=ask)
    window.start()
    begin = time.perf_counter()
    try:
        deed()
    finally:
        taken = time.perf_counter() - begin
        over.set()
        window.join()
    return taken, max(waits)


@pytest.mark.timeout(600)
def test_a_backup_is_made_and_verified_while_the_window_goes_on(office: Office, capsys: pytest.CaptureFixture[str]):
    size = (office.desk.folder / "desk.maildesk").stat().st_size / 2**20
    taken, waited = longest_wait(office, lambda: office.desk.backups.make("hand"))
    with capsys.disabled():
        print(f"\n{size:.0f} MiB made and verified in {taken:.2f} s, the window waited {waited * 1000:.0f} ms at most")
    assert waited <= MOST_HELD
    if RELEASE:
        assert size >= 54
        assert taken <= 3
    office.desk.database.close()


@pytest.mark.timeout(600)
def test_a_drill_of_a_large_desk_takes_no_minute(office: Office, capsys: pytest.CaptureFixture[str]):
    backup = office.desk.backups.make("hand")
    drill = rehearse(office.desk.folder, backup)
    with capsys.disabled():
        print(f"\n{backup.facts.size / 2**20:.0f} MiB drilled in {drill.seconds} s")
    assert drill.faults == ()
    assert drill.seconds <= 60
    office.desk.database.close()

"""Clocks set back and forward, other zones, other languages of the system (F24, F25)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.store.desk import create_desk
from desk_mailadmin.store.suspect_clock import ahead_of_now
from tests.answering import AnsweringPrompter
from tests.desks import played_desk
from tests.faults.children import unmeasured
from tests.faults.scale import times
from tests.journeys.day import open_day
from tests.store.notes import STEPS, Note, Shelf
from tests.ui.conftest import settings, theme

__all__ = ["settings", "theme"]

ROOT = Path(__file__).parents[2]
SHANGHAI, BERLIN, LINE = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Kiritimati")
MOMENTS = (
    datetime(2026, 11, 21, 9, tzinfo=SHANGHAI),
    datetime(2019, 11, 21, 9, tzinfo=SHANGHAI),  # seven years back
    datetime(2096, 2, 29, 23, 59, tzinfo=SHANGHAI),  # seventy forward, on a leap day
    datetime(2026, 11, 22, 9, tzinfo=SHANGHAI),
    datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),  # the hour that comes twice
    datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1),
    datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN),  # the hour that never was
    datetime(2026, 12, 31, 23, 59, 59, tzinfo=SHANGHAI),
    datetime(2027, 1, 1, 0, 0, tzinfo=SHANGHAI),
    datetime(2026, 12, 31, 23, 0, tzinfo=SHANGHAI),  # back over the year's end
    datetime(2027, 1, 1, 0, 0, tzinfo=LINE),
)
ZONES = ("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu")
LANGUAGES = ("C", "tr_TR.UTF-8", "zh_CN.GB18030", "POSIX")


@pytest.fixture
def clock():
    return StillClock(MOMENTS[0])


@pytest.fixture
def desk(tmp_path, clock):
    made = create_desk(tmp_path / "desk", clock=clock, changes=Changes(), models=(Shelf, Note), steps=STEPS)
    yield made
    made.close()


def test_f24_whatever_the_clock_says_no_number_comes_twice_and_the_order_is_that_of_entering(desk, clock):
    taken = []
    for turn in range(5 * len(MOMENTS)):
        clock.at = MOMENTS[turn % len(MOMENTS)] + timedelta(hours=turn)
        with desk.work("note.add") as work:
            number = f"KH-{clock.today().year}-{work.number('KH', clock.today().year):04d}"
            note = Note.create(title=number, on_day=clock.today())
            work.wrote("note", note.id, "登记", after={"title": number})
        taken.append(number)
    assert len(set(taken)) == len(taken)
    assert [note.title for note in Note.select().order_by(Note.id)] == taken
    assert desk.check() == ()
    seqs = [row[0] for row in desk.database.execute_sql("SELECT seq FROM journal ORDER BY seq")]
    assert seqs == list(range(1, len(taken) + 1))


@pytest.mark.parametrize(
    ("later", "doubted"),
    [
        (timedelta(0), False),
        (timedelta(days=9000), False),
        (timedelta(seconds=-90), False),
        (timedelta(minutes=-3), True),
        (timedelta(days=-365), True),
    ],
)
def test_f24_a_clock_behind_the_last_entry_is_doubted(desk, clock, later, doubted):
    assert ahead_of_now(desk.database, clock) is None
    with desk.work("note.add") as work:
        work.wrote("note", 1, "登记")
    clock.at = MOMENTS[0] + later
    assert (ahead_of_now(desk.database, clock) == MOMENTS[0]) is doubted


def test_f25_another_zone_is_no_doubt(desk, clock):
    with desk.work("note.add") as work:
        work.wrote("note", 1, "登记")
    clock.at = (MOMENTS[0] + timedelta(minutes=1)).astimezone(ZoneInfo("America/Los_Angeles"))
    assert clock.today() == date(2026, 11, 20)
    assert ahead_of_now(desk.database, clock) is None


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    return played_desk(tmp_path_factory.getbasetemp(), tmp_path_factory.mktemp("played") / "desk")


def listed(desk: Path, **environment: str) -> object:
    words = [sys.executable, "-m", "desk_mailadmin", "--desk", desk, "--today", "2026-12-03", "list", "applications"]
    done = subprocess.run(
        [*map(str, words), "--json"], capture_output=True, cwd=ROOT, check=True, env={**unmeasured(), **environment}
    )
    return json.loads(done.stdout)


def test_f25_zone_and_language_of_the_system_change_no_day(played):
    as_it_is = listed(played, TZ="Asia/Shanghai")
    assert as_it_is["rows"]
    for zone in ZONES[: times(1, 9)]:
        assert listed(played, TZ=zone) == as_it_is
    for language in LANGUAGES[: times(1, 9)]:
        assert listed(played, LC_ALL=language, LANG=language) == as_it_is


def test_f24_the_window_says_that_the_time_cannot_be_right(played, tmp_path, qtbot, theme, settings):
    day = open_day(qtbot, theme, settings, Path(shutil.copytree(played, tmp_path / "desk")), AnsweringPrompter())
    assert not any("系统时间可疑" in text for text in day.window.notices.texts())
    day.office.desk.clock.at -= timedelta(days=365)
    day.window.show_place()
    (said,) = [text for text in day.window.notices.texts() if "系统时间可疑" in text]
    assert "电脑上是 2025-12-03 14:00，而最后一次登记是 2026-12-" in said
    assert said.endswith("先把电脑的日期和时间调对。")
    day.close()

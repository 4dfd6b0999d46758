from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.desk import create_desk
from desk_mailadmin.store.second_copy import Copying, backups_in, copy_to

CLOCK = StillClock.on(date(2026, 12, 3))


@pytest.fixture
def desk(tmp_path):
    made = create_desk(tmp_path / "desk", clock=CLOCK, changes=Changes())
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_backup_is_copied_once_and_known_by_its_desk(desk, stick):
    backup = desk.backups.make("hand")
    place = copy_to(Copying(stick, backup), desk.folder)
    assert place.read_bytes() == backup.file.read_bytes()
    written = place.stat().st_mtime_ns
    assert copy_to(Copying(stick, backup), desk.folder) == place
    assert place.stat().st_mtime_ns == written
    assert [one.at for one in backups_in(stick, desk.uuid)] == [backup.at]
    assert backups_in(stick, "another") == ()


def test_a_stick_that_is_out_is_said_and_the_local_backup_stays(desk, tmp_path):
    backup = desk.backups.make("hand")
    with pytest.raises(EnvironmentFault, match="找不到；本机的备份已经做好") as fault:
        copy_to(Copying(tmp_path / "gone", backup), desk.folder)
    assert "移动硬盘" in fault.value.remedy
    assert desk.backups.newest() == backup


def test_a_copy_that_went_bad_is_told(desk, stick):
    backup = desk.backups.make("hand")
    place = copy_to(Copying(stick, backup), desk.folder)
    content = bytearray(place.read_bytes())
    content[4000] ^= 1
    place.write_bytes(content)
    with pytest.raises(EnvironmentFault, match="不一样"):
        copy_to(Copying(stick, backup), desk.folder)


def test_news_since_the_last_backup_are_known(desk):
    desk.backups.make("hand")
    assert not desk.backups.has_news()
    with desk.work("trial") as work:
        work.wrote("staff", 1, "登记")
    assert desk.backups.has_news()

from __future__ import annotations

from datetime import date

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.desk import create_desk, open_desk
from desk_mailadmin.store.viewing import copy_to_view, newest_backup

CLOCK = StillClock.on(date(2026, 12, 3))


@pytest.fixture
def folder(tmp_path):
    desk = create_desk(tmp_path / "desk", clock=CLOCK, changes=Changes())
    for name in ("甲", "乙"):
        with desk.work("trial") as work:
            work.wrote("staff", 1, "登记{name}", name=name)
        desk.backups.make("hand")
    desk.close()
    return tmp_path / "desk"


def viewed(folder, tmp_path):
    copy_to_view(folder, tmp_path / "view")
    return open_desk(tmp_path / "view", clock=CLOCK, changes=Changes(), viewing=True)


def test_the_newest_backup_is_shown_and_cannot_be_written(folder, tmp_path):
    before = (folder / "desk.maildesk").read_bytes()
    desk = viewed(folder, tmp_path)
    assert desk.view_only
    assert [entry.text for entry in desk.journal.history("staff", 1)] == ["登记乙", "登记甲"]
    with pytest.raises(EnvironmentFault), desk.work("trial"):
        pass
    desk.close()
    assert (folder / "desk.maildesk").read_bytes() == before


def test_scans_and_prints_are_read_where_they_are(folder, tmp_path):
    (folder / "printed").mkdir(exist_ok=True)
    (folder / "printed" / "x").write_text("ok")
    copy_to_view(folder, tmp_path / "view")
    assert (tmp_path / "view" / "printed" / "x").read_text() == "ok"


def test_a_damaged_backup_is_passed_over_for_the_one_before(folder):
    newest = newest_backup(folder)
    content = bytearray(newest.file.read_bytes())
    content[5000] ^= 1
    newest.file.write_bytes(content)
    assert newest_backup(folder).number < newest.number


def test_without_a_backup_it_is_said_what_to_do(tmp_path):
    with pytest.raises(EnvironmentFault, match="还没有备份可看") as fault:
        copy_to_view(tmp_path / "desk", tmp_path / "view")
    assert fault.value.remedy
    assert not (tmp_path / "view").exists()

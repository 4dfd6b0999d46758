from __future__ import annotations

from pathlib import Path

import pytest

from desk_mailadmin.app.going_back import GoingBack
from desk_mailadmin.office import open_office
from desk_mailadmin.recovery import kept_backups
from tests.answering import AnsweringPrompter
from tests.desks import clock


@pytest.fixture
def closed(staffed: Path) -> Path:
    """A closed desk with two backups, the newer one damaged."""
    office = open_office(staffed, clock())
    for _ in range(2):
        office.desk.backups.make("hand")
    office.close()
    newest = kept_backups(staffed)[0].file
    content = bytearray(newest.read_bytes())
    content[9000] ^= 1
    newest.write_bytes(content)
    return staffed


def test_a_refused_backup_offers_the_next_older_one(closed: Path, prompter: AnsweringPrompter, qtbot):
    prompter.answers.extend(["2", True])
    assert GoingBack(prompter, clock()).choose(closed)
    assert "再早的一份：第 1 份" in prompter.texts("confirm")[0]
    assert "已从第 1 份备份恢复" in prompter.texts("inform")[0]


def test_who_wants_no_older_one_keeps_the_desk(closed: Path, prompter: AnsweringPrompter, qtbot):
    prompter.answers.extend(["2", False])
    assert not GoingBack(prompter, clock()).choose(closed)
    prompter.answers.append(None)
    assert not GoingBack(prompter, clock()).choose(closed)
    assert open_office(closed, clock()).close() is None


def test_where_no_older_one_is_left_it_is_said(closed: Path, prompter: AnsweringPrompter, qtbot):
    first, second = kept_backups(closed)[::-1]
    for file in (first.file, first.manifest):
        file.unlink()
    assert not GoingBack(prompter, clock()).restore(closed, second, "坏了")
    assert "被改动或损坏过" in prompter.texts("warn")[0]


def test_a_file_that_is_no_backup_rebuilds_nothing(closed: Path, tmp_path: Path, prompter: AnsweringPrompter, qtbot):
    (tmp_path / "empty").mkdir()
    prompter.answers.extend([closed / "desk.maildesk", tmp_path / "empty"])
    assert GoingBack(prompter, clock()).rebuild() is None
    assert "没有备份清单" in prompter.texts("warn")[0]
    prompter.answers.append(None)
    assert GoingBack(prompter, clock()).rebuild() is None

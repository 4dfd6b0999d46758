"""A restore of a backup from before a destruction: said beforehand, due until it is done again, gone elsewhere too."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_mailadmin.app.backup_room import BackupRoom
from desk_mailadmin.app.going_back import GoingBack
from desk_mailadmin.cli.main import run as command
from desk_mailadmin.kernel.settings import BACKUP_FOLDER
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.recovery import go_back, kept_backups, purges_undone
from desk_mailadmin.registers.purges.register import REGISTER
from desk_mailadmin.store.backup_manifest import Backup, Reason
from desk_mailadmin.store.database import FILE_NAME, raw
from desk_mailadmin.store.kept_files import place_of
from desk_mailadmin.store.restorations import restorations
from desk_mailadmin.store.second_copy import Copying
from tests.answering import AnsweringPrompter
from tests.registers.builders import House, open_house
from tests.registers.counter import Counter
from tests.registers.privacy import approval, purges

YEARS = 366 * 11


def scanned(house: House, data: bytes = b"%PDF of somebody") -> str:
    """A scan of a message that is past its term after YEARS."""
    with house.desk.work("attach") as work:
        sha256: str = house.desk.attachments.keep(work, "message", 1, "scan", "扫描.pdf", data)
    return sha256


def run(house: House) -> None:
    service = purges(house)
    waiting = service.waiting()
    service.run(service.propose("年度到期清理") if waiting is None else waiting, approval(house))


def again(folder: Path) -> House:
    house = open_house(folder)
    house.later(YEARS)
    return house


def due(house: House) -> list[Todo]:
    return [one for one in REGISTER.todos(purges(house), house.clock.today()) if one.key == "purge/again"]


@pytest.fixture
def undone(house: House) -> tuple[House, Backup]:
    """A desk where something was destroyed after a backup."""
    scanned(house)
    before = house.desk.backups.make(Reason.HAND)
    house.later(YEARS)
    run(house)
    return house, before


def test_what_was_destroyed_and_came_back_is_due_until_it_is_destroyed_again(undone: tuple[House, Backup]):
    house, before = undone
    assert due(house) == []
    folder = house.desk.folder
    house.office.close()
    done = go_back(folder, before, house.clock, reason="登记错了")
    assert done.purges == ("XH-2037-0001",)
    later = again(folder)
    (todo,) = due(later)
    assert (todo.number, todo.action, todo.record) == ("XH-2037-0001", "propose", None)
    assert "带回了销毁过的个人信息" in todo.text
    (told,) = later.desk.journal.history("restored", before.number)
    assert "其间销毁的（XH-2037-0001）又在台账里，要再销毁" in told.text
    sheet = purges(later).propose("再次销毁")
    (todo,) = due(later)
    assert (todo.action, todo.record) == ("run", sheet)
    run(later)
    assert due(later) == []
    assert later.desk.check() == ()
    later.office.close()


def test_a_second_restore_forgets_nothing_and_the_line_that_was_left_is_no_debt(undone: tuple[House, Backup]):
    house, before = undone
    after = house.desk.backups.make(Reason.HAND)
    folder = house.desk.folder
    house.office.close()
    go_back(folder, before, house.clock, reason="一")
    assert go_back(folder, before, house.clock, reason="二").purges == ("XH-2037-0001",)
    assert go_back(folder, after, house.clock, reason="三").purges == (), "this backup was made after the destruction"
    later = again(folder)
    assert due(later) == []
    later.office.close()


def test_the_window_of_backups_says_it_beforehand(undone: tuple[House, Backup], tmp_path: Path, qtbot: object):
    house, before = undone
    counter = Counter(house.office, tmp_path)
    counter.prompter.answers.append(False)
    room = BackupRoom(house.office, counter.bench, lambda _backup, _reason: None)
    room.rows()
    assert not room.ask(before)
    (question,) = counter.prompter.texts("confirm")
    assert "做过到期销毁（XH-2037-0001）：恢复以后，销毁了的个人信息又在台账里，要再销毁一次。" in question
    counter.bench.wait()


def test_where_the_desk_cannot_be_read_the_backups_tell_the_day(undone: tuple[House, Backup], qtbot: object):
    house, before = undone
    folder, day = house.desk.folder, house.clock.today().isoformat()
    house.office.close()
    (folder / FILE_NAME).write_bytes(b"spoilt" * 900)
    assert purges_undone(folder, before) == (day,)
    assert purges_undone(folder, kept_backups(folder)[0]) == ()
    prompter = AnsweringPrompter()
    prompter.answers.extend([str(before.number), False])
    going = GoingBack(prompter, house.clock)
    assert not going.choose(folder)
    assert f"做过到期销毁（{day}）" in prompter.texts("confirm")[0]
    prompter.answers.extend([str(before.number), True])
    assert going.choose(folder)
    assert f"做过到期销毁（{day}）" in prompter.texts("inform")[0]
    later = again(folder)
    assert [one.number for one in due(later)] == [day]
    later.office.close()


def test_on_a_new_machine_the_backups_beside_the_chosen_one_tell(
    undone: tuple[House, Backup], tmp_path: Path, qtbot: object
):
    house, before = undone
    stick, new = tmp_path / "stick", tmp_path / "new"
    shutil.copytree(house.desk.folder / "backups", stick)
    new.mkdir()
    prompter = AnsweringPrompter()
    prompter.answers.extend([stick / before.file.name, new, False])
    assert GoingBack(prompter, house.clock).rebuild() is None
    assert "做过到期销毁" in prompter.texts("confirm")[0]


def test_the_command_refuses_until_it_is_meant(undone: tuple[House, Backup], capsys: pytest.CaptureFixture[str]):
    house, before = undone
    folder = house.desk.folder
    house.office.close()
    today = ["--today", house.clock.today().isoformat()]
    words = [*today, "restore", str(before.number), "--reason", "登记错了", "--desk", str(folder)]
    assert command(words) == 2
    assert "做过到期销毁（XH-2037-0001）" in capsys.readouterr().err
    assert command([*words, "--with-destroyed"]) == 1, "the scan that was destroyed is missing"
    assert "要再销毁一次" in capsys.readouterr().out


@pytest.fixture
def copied(house: House, tmp_path: Path) -> Callable[[], Path]:
    """Copy the desk to a stick; return where its kept files stand there."""
    stick = tmp_path / "stick"
    stick.mkdir()
    house.decide(BACKUP_FOLDER, str(stick))

    def copy() -> Path:
        house.desk.backups.make(Reason.HAND)
        house.office.copy_backup()
        return place_of(stick, house.desk.uuid)

    return copy


def test_what_was_destroyed_goes_from_the_second_place_too_whenever_it_is_there(
    house: House, copied: Callable[[], Path], tmp_path: Path
):
    goes, stays = scanned(house), scanned(house, b"%PDF of a closed month")
    with house.desk.work("attach") as work:
        house.desk.attachments.keep(work, "closed_month", 1, "scan", "月结.pdf", b"%PDF of a closed month")
    there = copied()
    assert all((there / "attachments" / one[:2] / one).is_file() for one in (goes, stays))
    house.later(YEARS)
    run(house)
    (tmp_path / "stick").rename(tmp_path / "away")
    (tmp_path / "stick").mkdir()
    copied()
    (tmp_path / "stick").rename(tmp_path / "other")
    (tmp_path / "away").rename(tmp_path / "stick")
    there = copied()
    assert not (there / "attachments" / goes[:2] / goes).exists()
    assert (there / "attachments" / stays[:2] / stays).is_file()


def test_a_scan_lost_here_by_mishap_stays_there_and_one_kept_anew_too(house: House, copied: Callable[[], Path]):
    lost, anew = scanned(house, b"%PDF lost"), scanned(house)
    there = copied()
    house.later(YEARS)
    run(house)
    with house.desk.work("attach") as work:
        house.desk.attachments.keep(work, "message", 2, "scan", "扫描.pdf", b"%PDF of somebody")
        house.desk.attachments.keep(work, "message", 3, "scan", "扫描.pdf", b"%PDF lost")
    house.desk.attachments.path(lost).unlink()
    copied()
    assert (there / "attachments" / anew[:2] / anew).is_file()
    assert (there / "attachments" / lost[:2] / lost).is_file(), "only the other disk has it still"


def test_names_of_copies_that_were_opened_are_not_kept(house: House):
    from tests.registers.privacy import destroyed

    destroyed(house)
    assert house.desk.database.execute_sql("SELECT count(*) FROM purge_file").fetchone() == (0,)
    assert house.office.destroyed() == ()


def test_the_second_place_is_not_asked_for_what_is_not_there(house: House, tmp_path: Path):
    backup = house.desk.backups.make(Reason.HAND)
    stick = tmp_path / "empty"
    stick.mkdir()
    gone = ("attachments/ab/" + "ab" * 32, "printed/cd/" + "cd" * 32)
    house.desk.second_place.copy(Copying(stick, backup, destroyed=gone))
    assert not place_of(stick, house.desk.uuid).exists()


def test_rows_of_restores_stay_whatever_their_age_for_backups_left_behind_need_them(house: House):
    with house.desk.work("test") as work:
        work.wrote("restored", 1, "从备份恢复", number=1, common=0, left_seq=9, newest=2)
    house.later(YEARS)
    run(house)
    (known,) = restorations(raw(house.desk.database))
    assert known.newest == 2

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.backup_examination import backup_at
from desk_mailadmin.store.database import FILE_NAME, raw
from desk_mailadmin.store.desk import create_desk
from desk_mailadmin.store.holder import DeskHeld
from desk_mailadmin.store.restorations import lost_since, restorations
from desk_mailadmin.store.second_copy import Copying, copy_to
from desk_mailadmin.store.upgrades.step import Step
from tests.desks import fingerprint
from tests.store.notes import STEPS, TODAY, add_note
from tests.store.restores import put_back, titles


@pytest.fixture
def old_and_new(desk):
    """A closed desk with a backup of one note, and three more entered since."""
    add_note(desk, "一")
    backup = desk.backups.make("hand")
    for title in ("二", "三", "四"):
        add_note(desk, title)
    desk.close()
    return backup


def test_a_restored_desk_is_the_backup_and_its_journal_says_so(old_and_new, folder, opener):
    left = None
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        left = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    done = put_back(folder, old_and_new)
    assert (done.lost, done.missing, done.damaged) == (3, (), None)
    assert titles(folder) == ["一"]
    again = opener()
    (row,) = again.journal.history("restored", old_and_new.number)
    assert row.who == "王办公"
    assert row.text == (
        f"从第 1 份备份恢复（2026-11-21 09:00）。3 项登记在这份备份之后，没有带回；"
        f"原来的日志到第 {left[0]} 条，校验码 {left[1][:16]}。原因：登记错了"
    )
    assert again.journal.head().seq == old_and_new.facts.head.seq + 1
    assert again.check() == ()
    assert not list(folder.glob("*-journal")) or not (folder / f"{FILE_NAME}-journal").stat().st_size
    assert not list((folder / "backups").glob("*.tmp"))


def test_what_is_lost_is_told_in_deeds_with_their_sentences(desk):
    backup = desk.backups.make("hand")
    for title in ("二", "三", "四"):
        add_note(desk, title)
    lost = lost_since(raw(desk.database), backup, most=2)
    assert (lost.deeds, lost.since[:10]) == (3, "2026-11-21")
    assert [sentence for _at, sentence in lost.sentences] == ["登记四", "登记三"]


def test_after_a_restore_the_newer_backups_are_no_alarm_and_old_ones_go_again(old_and_new, folder, opener, clock):
    put_back(folder, old_and_new)
    again = opener()
    assert [backup.facts.head.seq for backup in again.backups.list()] == [4, 1]
    assert again.check() == ()
    again.backups.make("hand")
    assert not again.backups.keeps_all
    for _month in range(40):
        clock.at = clock.at.replace(year=clock.at.year + (clock.at.month == 12), month=clock.at.month % 12 + 1)
        add_note(again, "又")
        again.backups.make("timer")
    assert old_and_new not in again.backups.list()
    (known,) = restorations(raw(again.database))
    assert (known.number, known.common, known.newest) == (1, 1, 2)


def test_a_backup_of_the_line_that_was_left_can_be_restored_too(old_and_new, folder, opener):
    put_back(folder, old_and_new)
    again = opener()
    add_note(again, "五")
    newer = next(one for one in again.backups.list() if one.facts.head.seq == 4)
    assert lost_since(raw(again.database), newer).deeds == 2
    again.close()
    put_back(folder, newer)
    assert titles(folder) == ["一", "二", "三", "四"]
    last = opener()
    assert last.check() == ()
    last.backups.make("hand")
    assert not last.backups.keeps_all


def test_a_journal_that_was_cut_by_hand_is_still_an_alarm(old_and_new, folder, opener):
    shutil.copyfile(old_and_new.file, folder / FILE_NAME)
    desk = opener()
    assert ["截断或重做" in finding.text for finding in desk.check()] == [True]
    desk.backups.make("hand")
    assert desk.backups.keeps_all


def test_a_restore_with_a_row_that_nobody_can_read_explains_nothing(desk):
    with desk.work("x") as work:
        work.wrote("restored", 1, "从备份恢复", number="?")
    assert restorations(raw(desk.database)) == ()


def test_a_damaged_desk_is_moved_aside_with_its_side_files(old_and_new, folder, opener):
    file = folder / FILE_NAME
    harmed = bytearray(file.read_bytes())
    harmed[4096 * 3 : 4096 * 6] = bytes(4096 * 3)
    file.write_bytes(harmed)
    file.with_name(f"{FILE_NAME}-journal").write_bytes(b"x" * 600)
    done = put_back(folder, old_and_new)
    assert done.lost is None
    assert done.damaged.parent == folder / "damaged"
    assert (done.damaged / FILE_NAME).read_bytes() == bytes(harmed)
    assert (done.damaged / f"{FILE_NAME}-journal").read_bytes() == b"x" * 600
    assert titles(folder) == ["一"]
    again = opener()
    assert "读不出来" in again.journal.history("restored", 1)[0].text
    assert again.check() == ()


@pytest.mark.parametrize("content", [b"", b"not a desk at all " * 300, None])
def test_a_file_that_is_no_database_or_gone_is_replaced_all_the_same(old_and_new, folder, content):
    if content is None:
        (folder / FILE_NAME).unlink()
    else:
        (folder / FILE_NAME).write_bytes(content)
    done = put_back(folder, old_and_new)
    assert titles(folder) == ["一"]
    assert (done.damaged is None) == (content is None)


def test_two_damaged_files_are_both_kept(old_and_new, folder):
    for content in (b"first" * 1000, b"second" * 1000):
        (folder / FILE_NAME).write_bytes(content)
        put_back(folder, old_and_new)
    kept = sorted(place / FILE_NAME for place in (folder / "damaged").iterdir())
    assert [file.read_bytes()[:5] for file in kept] == [b"first", b"secon"]


def test_where_no_links_are_possible_the_damaged_file_is_copied(old_and_new, folder, monkeypatch):
    (folder / FILE_NAME).write_bytes(b"broken" * 1000)

    def no_links(*_names: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr("desk_mailadmin.store.restoring.os.link", no_links)
    assert (put_back(folder, old_and_new).damaged / FILE_NAME).read_bytes() == b"broken" * 1000


def test_f14_stale_side_files_never_touch_what_is_restored(old_and_new, folder, tmp_path):
    stale = stale_side_files(tmp_path)
    for number in range(40):
        side, content = list(stale.items())[number % len(stale)]
        (folder / f"{FILE_NAME}{side}").write_bytes(content)
        if number % 3 == 0:
            (folder / FILE_NAME).unlink(missing_ok=True)
        put_back(folder, old_and_new)
        assert titles(folder) == ["一"]
        assert not (folder / f"{FILE_NAME}-wal").exists()


def stale_side_files(tmp_path: Path) -> dict[str, bytes]:
    """A hot journal and a WAL of another file with the same page size."""
    made: dict[str, bytes] = {}
    for side, mode in (("-journal", "delete"), ("-wal", "wal")):
        file = tmp_path / f"other{side}.db"
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute(f"PRAGMA journal_mode={mode}")
            other.execute("CREATE TABLE t (x)")
            other.execute("PRAGMA cache_size=1")
            other.execute("BEGIN IMMEDIATE")
            for n in range(300):
                other.execute("INSERT INTO t VALUES (?)", (f"{n}" * 500,))
            made[side] = file.with_name(file.name + side).read_bytes()
            other.execute("COMMIT")
            if mode == "wal":
                made[side] = file.with_name(file.name + side).read_bytes()
    assert all(len(content) > 512 for content in made.values())
    return made


def test_side_files_beside_the_backup_are_never_read(old_and_new, folder, tmp_path):
    for side, content in stale_side_files(tmp_path).items():
        old_and_new.file.with_name(f"{old_and_new.file.name}{side}").write_bytes(content)
    put_back(folder, old_and_new)
    assert titles(folder) == ["一"]


def test_a_desk_that_is_open_elsewhere_is_not_replaced(desk):
    backup = desk.backups.make("hand")
    with pytest.raises(DeskHeld):
        put_back(desk.folder, backup)
    add_note(desk, "一")
    assert desk.check() == ()


def test_a_full_disk_leaves_the_desk_as_it_was(old_and_new, folder, monkeypatch):
    before = fingerprint(folder)

    def full(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desk_mailadmin.store.restoring.shutil.copyfile", full)
    with pytest.raises(EnvironmentFault, match="没有恢复，台账保持原样：磁盘已满。"):
        put_back(folder, old_and_new)
    assert fingerprint(folder) == before


def test_a_desk_that_died_with_its_disk_comes_back_from_the_second_place(desk, tmp_path, clock):
    stick = tmp_path / "stick"
    stick.mkdir()
    add_note(desk, "一")
    with desk.work("scan") as work:
        scan = desk.attachments.keep(work, "note", 1, "scan", "扫描.pdf", b"%PDF signed")
        gone = desk.attachments.keep(work, "note", 1, "scan", "旧.pdf", b"%PDF gone")
        desk.prints.keep(work, "note", 1, "note_form", 1, b"%PDF printed", "sha", {})
    desk.attachments.path(gone).unlink()
    copied = copy_to(Copying(stick, desk.backups.make("hand")), desk.folder)
    desk.close()
    shutil.rmtree(desk.folder)
    new = tmp_path / "new"
    done = put_back(new, backup_at(copied), second=stick)
    assert (done.brought, done.missing) == (2, (f"attachments/{gone[:2]}/{gone}",))
    assert (new / "attachments" / scan[:2] / scan).read_bytes() == b"%PDF signed"
    assert titles(new) == ["一"]


def test_an_older_backup_is_brought_up_to_date_before_it_takes_the_place(old_and_new, folder, clock):
    steps = (*STEPS, Step(3, "colour", ("ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT ''",)))
    put_back(folder, old_and_new, steps=steps)
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 3
        assert connection.execute("SELECT colour FROM note").fetchone() == ("",)


def test_own_forms_that_are_gone_come_back_and_those_there_stay(desk):
    forms = desk.folder / "forms" / "car_use"
    forms.mkdir(parents=True)
    (forms / "form.toml").write_text("old", "utf-8")
    (forms / "sample.json").write_text("{}", "utf-8")
    backup = desk.backups.make("hand")
    desk.close()
    (forms / "form.toml").write_text("new", "utf-8")
    (forms / "sample.json").unlink()
    assert put_back(desk.folder, backup).forms == 1
    assert (forms / "form.toml").read_text("utf-8") == "new"
    assert (forms / "sample.json").read_text("utf-8") == "{}"


@pytest.mark.parametrize("content", [b"broken" * 1000, None])
def test_the_backup_of_another_desk_is_refused_whole_or_damaged(old_and_new, folder, tmp_path, content):
    other = create_desk(tmp_path / "other", clock=StillClock.on(TODAY), changes=Changes(), steps=STEPS)
    foreign = other.backups.make("hand")
    other.close()
    if content:
        (folder / FILE_NAME).write_bytes(content)
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(EnvironmentFault, match="另一个台账的备份"):
        put_back(folder, foreign)
    assert (folder / FILE_NAME).read_bytes() == before
    assert not list(folder.glob("damaged/*"))


def test_the_backup_of_another_desk_that_was_laid_among_ours_is_refused_too(old_and_new, folder, tmp_path):
    other = create_desk(tmp_path / "other", clock=StillClock.on(TODAY), changes=Changes(), steps=STEPS)
    other.backups.make("hand")
    foreign = other.backups.make("hand")
    other.close()
    for file in (foreign.file, foreign.manifest):
        shutil.copy(file, folder / "backups" / file.name.replace("hand", "copy"))
    with pytest.raises(EnvironmentFault, match="另一个台账的备份"):
        put_back(folder, backup_at(next((folder / "backups").glob("*copy.maildesk"))))
    assert titles(folder) == ["一", "二", "三", "四"]

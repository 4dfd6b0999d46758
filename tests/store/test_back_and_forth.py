"""Going back to backups again and again: no number is given twice, and honest use is never called tampering."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from desk_mailadmin.store.database import FILE_NAME, raw
from desk_mailadmin.store.restorations import lost_since
from desk_mailadmin.store.second_copy import Copying, backups_in
from tests.store.notes import Note, add_note
from tests.store.restores import put_back


def numbered(desk) -> int:
    with desk.work("note.add") as work:
        number = work.number("YJ", 2026)
        note = Note.create(title=f"YJ-2026-{number:04d}")
        work.wrote("note", note.id, "登记{title}", after={"title": note.title}, title=note.title)
    return number


def test_a_number_that_stands_on_paper_is_never_given_again_and_the_journal_names_it(desk, folder, opener):
    assert [numbered(desk), numbered(desk)] == [1, 2]
    backup = desk.backups.make("hand")
    assert [numbered(desk), numbered(desk), numbered(desk)] == [3, 4, 5]
    desk.close()
    done = put_back(folder, backup)
    assert [one.text for one in done.numbers] == ["YJ-2026-0003～YJ-2026-0005"]
    again = opener()
    assert numbered(again) == 6
    assert again.sequences.left_out("YJ", 2026) == {3, 4, 5}
    assert again.sequences.left_out("YJ", 2027) == again.sequences.left_out("CF", 2026) == frozenset()
    (row,) = again.journal.history("restored", backup.number)
    assert "它们的编号 YJ-2026-0003～YJ-2026-0005 不再给出" in row.text
    assert again.check() == ()


def test_forth_again_the_records_are_back_and_only_what_came_between_is_left_out(desk, folder, opener):
    backup = desk.backups.make("hand")
    assert [numbered(desk), numbered(desk)] == [1, 2]
    desk.close()
    put_back(folder, backup)
    between = opener()
    assert numbered(between) == 3
    forth = next(one for one in between.backups.list() if one.facts.counts["note"] == 2)
    between.close()
    (left,) = put_back(folder, forth).numbers
    assert left.text == "YJ-2026-0003"
    last = opener()
    assert last.sequences.left_out("YJ", 2026) == {3}
    assert numbered(last) == 4


@pytest.mark.parametrize("readable", [True, False])
def test_where_the_desk_cannot_be_read_its_newest_backup_says_what_was_used(desk, folder, opener, readable):
    backup = desk.backups.make("hand")
    numbered(desk)
    newest = desk.backups.make("hand")
    desk.close()
    (folder / FILE_NAME).write_bytes(b"\0" * 8192)
    if not readable:
        newest.file.write_bytes(b"\0" * newest.facts.size)
    done = put_back(folder, backup)
    again = opener()
    assert numbered(again) == (2 if readable else 1)
    (row,) = again.journal.history("restored", backup.number)
    assert row.text.startswith("从第 1 份备份恢复（2026-11-21 09:00）。原来的台账读不出来")
    assert ("更新的备份里用过的编号 YJ-2026-0001 不再给出" in row.text) is bool(done.numbers) is readable


def test_backups_of_lines_that_were_left_long_ago_are_still_no_tampering(desk, folder, opener):
    """Back to 1, forth to 2, on, back to 2: the row of the first restore went, and its backups stand there still."""
    first = desk.backups.make("hand")
    add_note(desk, "一")
    add_note(desk, "二")
    second = desk.backups.make("hand")
    desk.close()
    for backup in (first, second, second):
        put_back(folder, backup)
        desk = opener()
        add_note(desk, "又")
        assert desk.check() == ()
        desk.close()
        desk = opener()
        assert desk.check() == ()
        desk.close()
    assert desk.backups.list()[0].number == 5


def test_what_is_lost_is_counted_from_the_last_row_both_really_have(desk, folder, opener):
    """A backup of a line that was left twice over has less in common with the desk than the last restore began with."""
    for title in ("一", "二"):
        add_note(desk, title)
    at_two = desk.backups.make("hand")
    for title in ("三", "四", "五"):
        add_note(desk, title)
    at_five = desk.backups.make("hand")
    for title in ("六", "七"):
        add_note(desk, title)
    at_seven = desk.backups.make("hand")
    desk.close()
    for backup in (at_five, at_two):
        put_back(folder, backup)
    again = opener()
    add_note(again, "另一条")
    lost = lost_since(raw(again.database), at_seven)
    assert (lost.common, lost.deeds) == (2, 2)  # the restore itself and 另一条
    at_seven.file.unlink()
    assert lost_since(raw(again.database), at_seven).common == 2


def test_a_journal_cut_by_hand_is_found_after_restores_too(desk, folder, opener):
    first = desk.backups.make("hand")
    add_note(desk, "一")
    desk.close()
    put_back(folder, first)
    desk = opener()
    for title in ("二", "三", "四"):
        add_note(desk, title)
    desk.close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        guards = file.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _sql in guards:
            file.execute(f"DROP TRIGGER {name}")
        for table in ("history", "history_entry", "journal", "work_unit"):
            file.execute(f"DELETE FROM {table} WHERE seq > 2")  # noqa: S608  (names of this test)
        for _name, sql in guards:
            file.execute(sql)
        file.commit()
    assert ["截断或重做" in found.text for found in opener().check()] == [True]


def test_backups_are_not_numbered_anew_where_the_journal_knows_of_higher_ones(desk, folder, opener):
    for title in ("一", "二"):
        add_note(desk, title)
        backup = desk.backups.make("hand")
    desk.close()
    put_back(folder, backup)
    shutil.rmtree(folder / "backups")
    again = opener()
    assert again.backups.make("hand").number == backup.number + 1


def test_copies_of_a_numbering_begun_anew_are_never_thinned_as_if_they_were_the_oldest(desk, clock, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    for _day in range(60):
        clock.at += timedelta(days=30)
        desk.second_place.copy(Copying(stick, desk.backups.make("timer"), thin=True))
    before = len(backups_in(stick, desk.uuid))
    shutil.rmtree(desk.backups.folder)
    for _day in range(3):
        clock.at += timedelta(days=30)
        copied = desk.second_place.copy(Copying(stick, desk.backups.make("timer"), thin=True))
        assert copied.is_file()
    assert len(backups_in(stick, desk.uuid)) == before + 3


def test_on_a_new_machine_the_newer_copies_of_the_second_place_say_what_was_used(desk, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    for _copy in range(2):
        desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
        numbered(desk)
    desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
    *_newer, oldest = backups_in(stick, desk.uuid)
    done = put_back(tmp_path / "neu", oldest)
    assert (done.lost, [one.text for one in done.numbers]) == (None, ["YJ-2026-0001～YJ-2026-0002"])

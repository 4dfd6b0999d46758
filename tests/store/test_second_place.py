"""The second place: what reaches it, what hinders it, and what is known of it without asking it."""

from __future__ import annotations

import errno
import json
import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store.backup_manifest import WHOLE
from desk_mailadmin.store.kept_files import copy_durably, is_whole, kept_names, place_of
from desk_mailadmin.store.second_copy import Copying, backups_in
from desk_mailadmin.store.second_place import within
from tests.store.notes import add_note


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def scanned(desk, content: bytes = b"%PDF signed") -> str:
    with desk.work("scan") as work:
        return desk.attachments.keep(work, "note", 1, "scan", "签字.pdf", content)


def test_every_scan_and_print_reaches_the_second_place_once(desk, stick):
    sha256 = scanned(desk)
    with desk.work("print") as work:
        desk.prints.keep(work, "note", 1, "form", 1, b"%PDF printed", "sha", {})
    (desk.folder / "attachments" / "ab").mkdir()
    (desk.folder / "attachments" / "ab" / "thumbs.db").write_bytes(b"not ours")
    desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
    there = place_of(stick, desk.uuid)
    assert sorted(kept_names(there)) == sorted(kept_names(desk.folder))
    assert len(list(kept_names(there))) == 2
    copied = there / "attachments" / sha256[:2] / sha256
    written = copied.stat().st_mtime_ns
    desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
    assert copied.stat().st_mtime_ns == written


def test_a_scan_that_went_bad_here_never_replaces_the_good_one_there(desk, stick):
    sha256 = scanned(desk)
    desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
    desk.attachments.path(sha256).write_bytes(b"%PDF rotten and longer")
    desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
    assert (place_of(stick, desk.uuid) / "attachments" / sha256[:2] / sha256).read_bytes() == b"%PDF signed"


def test_half_a_scan_there_is_copied_anew(desk, stick):
    sha256 = scanned(desk)
    desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
    there = place_of(stick, desk.uuid) / "attachments" / sha256[:2] / sha256
    there.write_bytes(b"%PDF")
    (stick / ".desk-abcdefgh.tmp").write_bytes(b"half a backup")
    desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
    assert there.read_bytes() == b"%PDF signed"
    assert not (stick / ".desk-abcdefgh.tmp").exists()


def test_older_copies_go_by_the_same_rule_and_never_while_rows_are_missing(desk, stick, clock):
    for n in range(40):
        clock.at += timedelta(days=40)
        desk.second_place.copy(Copying(stick, desk.backups.make("timer"), thin=not desk.backups.keeps_all))
        assert len(list(stick.glob("*.maildesk"))) <= n + 1
    assert [one.number for one in backups_in(stick, desk.uuid)] == list(range(40, 16, -1))
    for n in range(30):
        add_note(desk, str(n))
    desk.backups.make("hand")
    desk.database.connection().execute("DELETE FROM note WHERE id > 15")
    backup = desk.backups.make("timer")
    assert desk.backups.keeps_all
    desk.second_place.copy(Copying(stick, backup, thin=not desk.backups.keeps_all))
    assert len(backups_in(stick, desk.uuid)) == 25


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EFBIG, "放不下这么大的文件"),
        (errno.ENOSPC, "磁盘已满"),
        (errno.EROFS, "只能读"),
        (errno.EIO, "读写磁盘出错"),
    ],
)
def test_what_hinders_is_said_and_noted_and_nothing_is_called_unsaved(desk, stick, monkeypatch, number, sentence):
    backup = desk.backups.make("hand")

    def refuse(*_names: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("desk_mailadmin.store.second_copy.copy_durably", refuse)
    with pytest.raises(EnvironmentFault, match=sentence) as fault:
        desk.second_place.copy(Copying(stick, backup))
    assert "本机的备份已经做好" in str(fault.value)
    assert "本次未保存" not in str(fault.value)
    assert desk.second_place.fault(stick) == str(fault.value)
    assert desk.second_place.noted(stick) is None
    monkeypatch.undo()
    desk.second_place.copy(Copying(stick, backup))
    assert desk.second_place.fault(stick) == ""


def test_the_age_is_known_without_asking_the_other_disk(desk, stick, tmp_path, clock):
    assert desk.second_place.is_late(stick)
    backup = desk.backups.make("hand")
    desk.second_place.copy(Copying(stick, backup))
    stick.rename(tmp_path / "away")
    assert desk.second_place.noted(stick).numbers == (1,)
    assert not desk.second_place.is_late(stick)
    clock.at += timedelta(days=7, minutes=1)
    assert desk.second_place.is_late(stick)
    clock.at -= timedelta(days=800)
    assert desk.second_place.is_late(stick)
    assert desk.second_place.noted(tmp_path / "another") is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"folder": 1, "numbers": "x"}', "{" * 9000])
def test_a_note_that_cannot_be_read_is_no_note(desk, stick, content):
    desk.second_place.copy(Copying(stick, desk.backups.make("hand")))
    next(desk.backups.folder.glob("*.note")).write_text(content)
    assert desk.second_place.noted(stick) is None


def test_a_copy_in_a_thread_hands_over_its_fault_and_a_second_waits_its_turn(desk, tmp_path, monkeypatch):
    results: list[object] = []
    assert desk.second_place.wait(0)
    assert desk.second_place.start(Copying(tmp_path / "gone", desk.backups.make("hand")), results.append)
    assert desk.second_place.wait(10)
    assert isinstance(results[0], EnvironmentFault)


def test_backups_are_looked_through_afterwards_and_it_is_noted(desk):
    results: list[object] = []
    desk.backups.start("timer", results.append)
    desk.backups.wait()
    (backup,) = desk.backups.list()
    assert backup.integrity == WHOLE
    assert json.loads(backup.manifest.read_text("utf-8"))["integrity"] == WHOLE


def test_damage_found_afterwards_is_told_and_that_backup_is_none(desk):
    good = desk.backups.make("hand")
    add_note(desk, "长" * 5000)
    bad = desk.backups.make("hand")
    content = bytearray(bad.file.read_bytes())
    content[8192:12288] = bytes(4096)
    bad.file.write_bytes(content)
    desk.backups.look_through()
    assert [one.number for one in desk.backups.damaged()] == [bad.number]
    assert desk.backups.newest().number == good.number
    assert desk.backups.has_news()


def test_what_is_no_database_is_damage_too(desk):
    bad = desk.backups.make("hand")
    bad.file.write_bytes(b"x" * bad.facts.size)
    desk.backups.look_through()
    assert [one.number for one in desk.backups.damaged()] == [bad.number]
    assert desk.backups.newest() is None
    assert Path(bad.file).exists()


def test_a_copy_that_breaks_off_leaves_nothing_half(tmp_path):
    with pytest.raises(FileNotFoundError):
        copy_durably(tmp_path / "gone", tmp_path / "there" / "to")
    assert list((tmp_path / "there").iterdir()) == []
    (tmp_path / "ab").mkdir()
    assert not is_whole(tmp_path / "ab")


def test_a_question_to_another_disk_is_answered_in_time_or_not_at_all():
    answered = threading.Event()
    assert within(5, lambda: "yes", "no") == "yes"
    assert within(0.05, lambda: "yes" if answered.wait(60) else "late", "no") == "no"
    answered.set()
    with pytest.raises(PermissionError):
        within(5, refused, "no")


def refused() -> str:
    raise PermissionError("not here")

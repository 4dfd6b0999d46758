from __future__ import annotations

import errno
import hashlib
import json
import sqlite3
import threading
import time
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.store import backup_copy, backups
from desk_mailadmin.store.backup_copy import Facts
from desk_mailadmin.store.backup_keeping import to_drop
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.journal import Head
from desk_mailadmin.store.second_copy import Copying, copy_to
from tests.store.notes import Note, add_note


def content(file: Path) -> list[str]:
    connection = sqlite3.connect(file)
    try:
        return [title for (title,) in connection.execute("SELECT title FROM note ORDER BY id")]
    finally:
        connection.close()


def test_a_backup_is_a_whole_desk_with_a_manifest_that_says_what_it_holds(desk):
    add_note(desk, "一")
    backup = desk.backups.make("hand")
    manifest = json.loads(backup.manifest.read_text(encoding="utf-8"))
    assert content(backup.file) == ["一"]
    assert manifest["sha256"] == hashlib.sha256(backup.file.read_bytes()).hexdigest()
    assert (manifest["uuid"], manifest["schema"], manifest["reason"]) == (desk.uuid, 2, "hand")
    assert manifest["counts"]["note"] == 1
    assert manifest["head"] == {"seq": 1, "hash": desk.journal.head().hash}
    assert desk.backups.list() == (backup,)
    assert [file.suffix for file in sorted(desk.backups.folder.iterdir())] == [".json", ".maildesk"]


def test_the_offices_own_forms_stand_beside_each_backup_and_go_with_it(desk, tmp_path):
    forms = desk.folder / "forms"
    (forms / "car_use").mkdir(parents=True)
    (forms / "_old" / "car_use-1").mkdir(parents=True)
    (forms / "car_use" / "form.toml").write_text("title = '用车'", "utf-8")
    (forms / "_old" / "car_use-1" / "form.toml").write_text("old", "utf-8")
    (forms / "car_use" / "huge.bin").write_bytes(bytes(300_000))
    (tmp_path / "secret").write_text("elsewhere")
    (forms / "car_use" / "sample.json").symlink_to(tmp_path / "secret")
    add_note(desk, "一")
    backup = desk.backups.make("hand")
    with zipfile.ZipFile(backup.forms) as package:
        assert package.namelist() == ["car_use/form.toml"]
        assert package.read("car_use/form.toml").decode() == "title = '用车'"
    manifest = json.loads(backup.manifest.read_text(encoding="utf-8"))
    assert manifest["forms_sha256"] == hashlib.sha256(backup.forms.read_bytes()).hexdigest()
    assert desk.backups.list() == (backup,)
    stick = tmp_path / "stick"
    stick.mkdir()
    copied = copy_to(Copying(stick, backup), desk.folder)
    assert copied.with_suffix(".forms.zip").read_bytes() == backup.forms.read_bytes()


def test_a_file_in_the_place_of_the_forms_hinders_no_backup(desk):
    (desk.folder / "forms").write_text("")
    add_note(desk, "一")
    assert not desk.backups.make("hand").forms.exists()


def test_closing_backs_up_only_what_changed(desk, opener):
    add_note(desk, "一")
    desk.close()
    desk.close()
    again = opener()
    assert [backup.reason for backup in again.backups.list()] == ["close"]
    again.close()
    assert len(opener().backups.list()) == 1


def test_backups_are_ordered_by_number_whatever_the_clock_says(desk, clock):
    for year in (2026, 2099, 2019):
        clock.at = clock.at.replace(year=year)
        desk.backups.make("hand")
    assert [(backup.number, backup.moment.year) for backup in desk.backups.list()] == [(3, 2019), (2, 2099), (1, 2026)]
    assert desk.backups.newest().number == 3


def test_a_backup_is_due_after_twenty_hours_and_after_a_clock_set_wrong(desk, clock):
    assert desk.backups.is_due()
    desk.backups.make("start")
    clock.at += timedelta(hours=20)
    assert not desk.backups.is_due()
    clock.at += timedelta(minutes=1)
    assert desk.backups.is_due()
    clock.at -= timedelta(days=400)
    assert desk.backups.is_due()


@pytest.mark.parametrize("harm", ["cut", "gone", "manifest cut", "manifest odd", "date odd", "another desk"])
def test_a_damaged_or_foreign_backup_is_not_offered(desk, harm):
    backup = desk.backups.make("hand")
    manifest = json.loads(backup.manifest.read_text(encoding="utf-8"))
    match harm:
        case "cut":
            backup.file.write_bytes(backup.file.read_bytes()[:-1])
        case "gone":
            backup.file.unlink()
        case "manifest cut":
            backup.manifest.write_text("{", encoding="utf-8")
        case "manifest odd":
            backup.manifest.write_text("[]", encoding="utf-8")
        case "date odd":
            backup.manifest.write_text(json.dumps({**manifest, "at": "gestern"}), encoding="utf-8")
        case "another desk":
            backup.manifest.write_text(json.dumps({**manifest, "uuid": "x"}), encoding="utf-8")
    assert desk.backups.list() == ()
    assert desk.backups.make("hand").number == 2


def test_a_backup_inside_a_unit_of_work_is_a_bug(desk):
    with pytest.raises(RuntimeError), desk.work("x"):
        desk.backups.make("hand")


def test_the_window_can_save_while_a_backup_runs(desk, monkeypatch):
    monkeypatch.setattr(backup_copy, "PAGES", 4)
    for n in range(30):
        add_note(desk, f"{n} " + "长" * 4000)
    half_way, may_go_on, results = threading.Event(), threading.Event(), []

    def progress(done: int, total: int) -> None:
        if done * 2 > total:
            half_way.set()
            may_go_on.wait(10)

    desk.backups.start("hand", results.append, progress)
    assert half_way.wait(10)
    add_note(desk, "当中")
    may_go_on.set()
    desk.backups.wait()
    (backup,) = results
    assert "当中" in content(backup.file)
    assert backup.facts.head == desk.journal.head()


def test_a_backup_that_fails_in_its_thread_hands_over_the_fault(desk, monkeypatch):
    results = []
    monkeypatch.setattr(backups, "verified_copy", refuse)
    desk.backups.start("hand", results.append)
    desk.backups.wait()
    assert isinstance(results[0], EnvironmentFault)
    monkeypatch.undo()


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("hand", "登记过的都已保存，但备份没有做成。磁盘已满。"),
        ("timer", "登记过的都已保存，但备份没有做成。磁盘已满。"),
        ("purge", "登记过的都已保存；要先做的备份没有做成，所以这一步没有做。磁盘已满。"),
    ],
)
def test_a_full_disk_says_that_the_entry_is_saved_and_the_backup_failed(desk, monkeypatch, reason, said):
    add_note(desk, "已保存")

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups, "verified_copy", full)
    with pytest.raises(EnvironmentFault) as fault:
        desk.backups.make(reason)
    assert str(fault.value) == said
    assert "清出磁盘空间" in fault.value.remedy
    monkeypatch.undo()


def test_closing_does_not_wait_until_old_backups_are_looked_through(desk, monkeypatch):
    """The check of a large backup takes minutes; it is let go, and made another time."""
    looking, held = threading.Event(), []

    def slow(_file, _key, stopped):
        looking.set()
        while not stopped():
            held.append(1)
            time.sleep(0.005)
        return "interrupted"

    monkeypatch.setattr(backups, "integrity_of", slow)
    desk.backups.start("hand", lambda _made: None)
    assert looking.wait(10)
    desk.close()
    assert held
    assert {one.integrity for one in desk.backups.list()} == {""}, "what was not looked through is no finding"


def test_a_backup_that_is_erased_while_it_is_looked_through_leaves_no_manifest(desk, monkeypatch):
    backup = desk.backups.make("hand")
    looking, go_on = threading.Event(), threading.Event()

    def slow(_file, _key, _stopped):
        looking.set()
        go_on.wait(10)
        return "ok"

    monkeypatch.setattr(backups, "integrity_of", slow)
    look = threading.Thread(target=desk.backups.look_through)
    look.start()
    assert looking.wait(10)
    desk.backups.erase(backup)
    go_on.set()
    look.join(10)
    assert desk.backups.list() == ()
    assert not backup.manifest.exists()


def test_a_check_that_is_stopped_ends_at_once(desk, monkeypatch):
    monkeypatch.setattr(backup_copy, "STEPS", 10)
    for n in range(30):
        add_note(desk, f"{n} " + "长" * 4000)
    assert backup_copy.integrity_of(desk.backups.make("hand").file, None, lambda: True) == "interrupted"


def refuse(_source, target, _progress, _key):
    target.write_bytes(b"half")
    raise EnvironmentFault("磁盘已满。")


def test_a_failed_backup_leaves_no_stub_and_the_older_ones(desk, monkeypatch):
    first = desk.backups.make("hand")
    monkeypatch.setattr(backups, "verified_copy", refuse)
    with pytest.raises(EnvironmentFault):
        desk.backups.make("hand")
    monkeypatch.undo()
    assert desk.backups.list() == (first,)
    assert len(list(desk.backups.folder.iterdir())) == 2


def test_a_copy_that_is_not_whole_is_never_kept(desk):
    connection = desk.database.connection()
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("INSERT INTO note (title, shelf_id) VALUES ('x', 99)")
    with pytest.raises(EnvironmentFault, match="备份检查没有通过"):
        desk.backups.make("hand")
    assert desk.backups.list() == ()
    connection.execute("DELETE FROM note")


def test_a_copy_that_does_not_match_the_desk_is_never_kept(desk, monkeypatch):
    add_note(desk, "一")
    real = backups.verified_copy

    def other(source, target, progress, key):
        facts = real(source, target, progress, key)
        return Facts(facts.schema, facts.head, {**facts.counts, "note": 0}, facts.sha256, facts.size)

    monkeypatch.setattr(backups, "verified_copy", other)
    with pytest.raises(EnvironmentFault, match="对不上"):
        desk.backups.make("hand")
    monkeypatch.undo()


def test_f19_an_emptied_table_stops_the_dropping_of_old_backups(desk, clock):
    for n in range(30):
        add_note(desk, str(n))
    full = desk.backups.make("hand")
    assert desk.backups.shrunk() == ()
    desk.database.connection().execute("DELETE FROM note WHERE id > 15")
    assert desk.backups.shrunk() == ("note",)
    for _launch in range(15):
        clock.at += timedelta(days=400)
        desk.backups.make("start")
    assert full in desk.backups.list()


def test_rows_taken_back_by_an_undo_are_no_alarm(desk):
    with desk.work("import", batch=True) as work:
        for n in range(30):
            work.wrote("note", Note.create(title=str(n)).id, "登记", after={"title": str(n)}, undoable=True)
    desk.backups.make("hand")
    desk.undo(desk.undoable()[0].seq)
    assert desk.backups.shrunk() == ()


def test_old_backups_go_by_rule(desk, clock):
    for _day in range(40):
        clock.at += timedelta(days=40)
        desk.backups.make("start")
    assert [backup.number for backup in desk.backups.list()] == list(range(40, 40 - 24, -1))


def backup(number: int, at: datetime, reason: str = "close") -> Backup:
    return Backup(
        number, Path(f"{number}.maildesk"), reason, at.isoformat(), "u", "0", Facts(1, Head(0, ""), {}, "", 0)
    )


START = datetime.fromisoformat("2026-01-05T09:00:00+08:00")


def kept(backups: list[Backup]) -> list[int]:
    dropped = {each.number for each in to_drop(backups)}
    return [each.number for each in backups if each.number not in dropped]


def test_of_hourly_backups_everything_of_two_days_and_one_a_day_stay():
    hourly = [backup(n, START + timedelta(hours=n)) for n in range(24 * 10)]
    assert kept(hourly)[-49:] == list(range(24 * 10 - 49, 24 * 10))
    assert 14 + 49 >= len(kept(hourly)) > 49


def test_two_years_of_days_keep_days_weeks_and_months():
    daily = [backup(n, START + timedelta(days=n)) for n in range(730)]
    numbers = kept(daily)
    assert numbers[-14:] == list(range(716, 730))
    assert 30 < len(numbers) <= 14 + 8 + 24
    assert numbers[0] < 60


def test_f18_a_clock_that_ran_in_2099_drops_no_good_backup():
    wrong = [backup(n, START.replace(year=2099) + timedelta(days=n)) for n in range(30)]
    right = [backup(30 + n, START + timedelta(days=n)) for n in range(30)]
    numbers = kept(wrong + right)
    assert set(range(46, 60)) <= set(numbers)
    assert {29} <= set(numbers)


def test_the_last_three_before_an_upgrade_stay_for_ever():
    upgrades = [backup(n, START - timedelta(days=3000 + n), "upgrade") for n in range(5)]
    daily = [backup(5 + n, START + timedelta(days=40 * n)) for n in range(40)]
    assert kept(upgrades + daily)[:3] == [2, 3, 4]


def test_nothing_of_nothing_is_dropped():
    assert to_drop([]) == ()

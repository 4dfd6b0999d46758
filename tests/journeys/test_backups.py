"""The window of backups: made, copied elsewhere, tried, gone back to; a desk that cannot be opened comes back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.app.backup_rounds import BackupRounds
from desk_mailadmin.desk_file import apply_setting
from desk_mailadmin.office import open_office
from desk_mailadmin.store.restorations import lost_from
from desk_mailadmin.ui.dialogs.backups_dialog import BackupsDialog
from tests.desks import clock, staffed_desk
from tests.journeys.day import Day, press, said_in
from tests.journeys.test_first_run import Begin, begin, folder_of, home

__all__ = ["begin", "home"]


@pytest.fixture
def day(days: Callable[[Path], Day], staffed: Path) -> Day:
    return days(staffed)


def entry(day: Day, key: str) -> None:
    next(one for one in day.window._hooks.entries if one.action.key == key).action.run(day.window.bench, ())


def cell(dialog: BackupsDialog, row: int, column: int) -> str:
    item = dialog.table.item(row, column)
    assert item is not None
    return item.text()


def deed(day: Day, quota: int) -> None:
    apply_setting(day.office, "mail.quota_mb", quota)


def settled(day: Day) -> None:
    assert day.office.desk.second_place.wait(30)


def test_backups_are_listed_made_and_copied_to_another_disk(day: Day, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    deed(day, 7)
    seen: list[Any] = []

    def look(dialog: BackupsDialog) -> None:
        seen.append(" ".join(said_in(dialog)))
        press(day.qtbot, dialog, "立即备份")
        assert (cell(dialog, 0, 0), cell(dialog, 0, 2), cell(dialog, 0, 5)) == ("1", "手动", "已核对")
        assert cell(dialog, 0, 7) == "0 项"
        day.prompter.answers.extend([stick, True])  # the folder, and yes: it is on the same disk
        press(day.qtbot, dialog, "另存到…")
        settled(day)
        dialog.show_all()
        assert cell(dialog, 0, 6) == "✓"
        seen.append(" ".join(said_in(dialog)))
        press(day.qtbot, dialog, "关闭")

    day.hands.expect(look)
    entry(day, "backups")
    assert "没有另存到别的盘" in seen[0]
    assert f"另存到 {stick}，最近一份" in seen[1]
    assert "在同一块盘上" in day.prompter.texts("confirm")[0]
    assert len(list(stick.glob("*.maildesk"))) == 1


def test_going_back_tells_what_is_lost_and_asks_why(day: Day):
    first = day.office.desk.backups.make("hand")
    for quota in (6, 7, 8):
        deed(day, quota)
    asked: list[Any] = []
    room = {"put_back": lambda backup, reason: asked.append((backup.number, reason))}

    def choose(dialog: BackupsDialog) -> None:
        assert cell(dialog, 0, 7) == "3 项"
        day.prompter.answers.append(False)
        press(day.qtbot, dialog, "恢复…")
        assert dialog.isVisible()
        day.prompter.answers.extend([True, None])
        press(day.qtbot, dialog, "恢复…")
        assert dialog.isVisible()
        day.prompter.answers.extend([True, "登记错了"])
        press(day.qtbot, dialog, "恢复…")

    from desk_mailadmin.app.backup_room import BackupRoom

    day.hands.expect(choose)
    BackupRoom(day.office, day.window.bench, room["put_back"]).open()
    assert asked == [(first.number, "登记错了")]
    (question, *_more) = day.prompter.texts("confirm")
    assert "恢复到这一份备份？\n第 1 份" in question
    assert "3 项登记在这份备份之后" in question
    assert "邮箱容量" in question


def test_a_damaged_backup_offers_the_older_one(day: Day):
    for _ in range(2):
        day.office.desk.backups.make("hand")
    newest = day.office.desk.backups.newest()
    assert newest is not None
    content = bytearray(newest.file.read_bytes())
    content[9000] ^= 1
    newest.file.write_bytes(content)
    chosen: list[int] = []

    def choose(dialog: BackupsDialog) -> None:
        day.prompter.answers.extend([True, True, "坏了"])
        press(day.qtbot, dialog, "恢复…")

    from desk_mailadmin.app.backup_room import BackupRoom

    day.hands.expect(choose)
    BackupRoom(day.office, day.window.bench, lambda backup, _why: chosen.append(backup.number)).open()
    assert chosen == [1]
    assert "被改动或损坏过" in day.prompter.texts("confirm")[0]
    assert "再早的一份：第 1 份" in day.prompter.texts("confirm")[0]


def test_a_drill_from_the_window_is_told_and_its_slip_printed(day: Day):
    def drill(dialog: BackupsDialog) -> None:
        assert not dialog.slip_button.isVisible(), "before the first drill there is no slip"
        press(day.qtbot, dialog, "现在演练")
        assert "恢复演练通过。" in " ".join(said_in(dialog))
        day.hands.expect(lambda preview: (day.qtbot.waitUntil(preview.bar.print_button.isEnabled, timeout=30_000),
                                          press(day.qtbot, preview, "打印")))  # fmt: skip
        press(day.qtbot, dialog, "演练记录…")
        press(day.qtbot, dialog, "关闭")

    day.hands.expect(drill)
    entry(day, "backups")
    assert len(day.printed) == 1


def test_the_age_of_the_second_copy_stands_in_the_status_bar_and_is_red_after_a_week(day: Day, tmp_path: Path):
    def second() -> Any:
        day.window.refresh()
        return day.window.status._second

    assert not second().isVisible()
    apply_setting(day.office, "backup.folder", str(tmp_path / "stick"))
    assert (second().text(), second().property("role")) == ("另存 从未", "err")
    (tmp_path / "stick").mkdir()
    day.office.desk.backups.make("hand")
    day.office.copy_backup()
    assert (second().text(), second().property("role")) == ("另存 12-03 14:00", "")
    day.clock.at += timedelta(days=8)
    assert (second().text(), second().property("role")) == ("另存 12-03 14:00（8 天前）", "err")
    assert "备份没有另存" in [todo.title for todo in day.window._hooks.todos()]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_f17_a_second_place_full_of_pipes_or_gone_holds_neither_window_nor_backup(day: Day, tmp_path: Path, qtbot: Any):
    stick = tmp_path / "stick"
    stick.mkdir()
    apply_setting(day.office, "backup.folder", str(stick))
    tag = day.office.desk.uuid[:8]
    os.mkfifo(stick / f"{tag}-000009_20261203-0900_hand.json")  # who opened it would wait for ever
    rounds = BackupRounds(day.office, day.window)
    changed: list[bool] = []
    rounds.changed.connect(lambda: changed.append(True))
    rounds.begin()
    qtbot.waitUntil(lambda: day.office.desk.second_place.noted(stick) is not None, timeout=30_000)
    settled(day)
    day.window.refresh()
    shutil.rmtree(stick)
    deed(day, 9)
    rounds.look()
    qtbot.waitUntil(lambda: "找不到" in day.office.desk.second_place.fault(stick), timeout=30_000)
    settled(day)
    assert day.office.desk.backups.newest().facts.head == day.office.desk.journal.head()
    day.window.refresh()
    assert changed


def test_f17_a_share_that_hangs_holds_up_neither_work_nor_closing(
    day: Day, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    import threading
    import time

    answered = threading.Event()
    monkeypatch.setattr("desk_mailadmin.store.second_copy.copy_durably", lambda *_: answered.wait(60))
    monkeypatch.setattr("desk_mailadmin.app.backup_rounds.LAST_COPY", 0.3)
    (tmp_path / "share").mkdir()
    apply_setting(day.office, "backup.folder", str(tmp_path / "share"))
    rounds = day.window.rounds = BackupRounds(day.office, day.window)
    rounds.copy_beside()
    begin_ = time.monotonic()
    day.office.desk.backups.make("hand")
    rounds.copy_beside()
    day.window.refresh()
    day.window.close()
    assert time.monotonic() - begin_ < 10
    assert not day.office.desk.second_place.wait(0)
    answered.set()
    day.office.desk.second_place.wait(10)


def test_the_program_closes_the_desk_goes_back_and_opens_it_again(
    begin: Begin, home: Path, tmp_path_factory: pytest.TempPathFactory, prompter: Any
):
    place = staffed_desk(tmp_path_factory.getbasetemp(), home / "desk")
    program = begin(place)
    office = program.window.office
    backup = office.desk.backups.make("hand")
    apply_setting(office, "company", "大风公司")
    program._put_back(backup, "设错了")
    assert folder_of(program) == place
    assert program.window.office is not office
    assert "1 项登记在这份备份之后" in prompter.texts("inform")[-1]
    assert program.window.isVisible()
    (row,) = program.window.office.desk.journal.history("restored", backup.number)
    assert "设错了" in row.text
    reasons = [one.reason for one in program.window.office.desk.backups.list()]
    assert reasons[:2] == ["close", "hand"]


def test_a_desk_that_cannot_be_read_comes_back_from_its_backups(
    begin: Begin, home: Path, tmp_path_factory: pytest.TempPathFactory, prompter: Any
):
    place = staffed_desk(tmp_path_factory.getbasetemp(), home / "desk")
    office = open_office(place, clock())
    office.desk.backups.make("hand")
    office.close()
    (place / "desk.maildesk").write_bytes(b"gone bad" * 5000)
    prompter.answers.extend(["restore", "1"])
    program = begin(place)
    assert folder_of(program) == place
    assert "旧文件读不出来，2026-12-03 14:00 以后登记过什么要对着纸补。" in prompter.texts("choose")[-1]
    assert "读不出来的旧文件留在" in prompter.texts("inform")[-1]
    assert program.window.office.desk.check() == ()


def test_f20_where_an_upgrade_fails_the_backup_from_before_is_offered_with_what_it_lacks(
    begin: Begin, home: Path, tmp_path_factory: pytest.TempPathFactory, prompter: Any
):
    place = staffed_desk(tmp_path_factory.getbasetemp(), home / "desk")
    office = open_office(place, clock())
    backup = office.desk.backups.make("hand")
    for _ in range(3):
        with office.desk.work("trial") as work:
            work.wrote("staff", 1, "登记")
    office.desk.database.close()
    with closing(sqlite3.connect(place / "desk.maildesk", isolation_level=None)) as connection:
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version={schema - 1}")  # the last step meets tables that are there already
        connection.execute("UPDATE meta SET value = ? WHERE key = 'compat_version'", (str(schema - 1),))
    lost = lost_from(place / "desk.maildesk", backup)
    assert lost is not None
    assert lost.deeds == 3
    prompter.answers.extend(["restore", "1"])
    program = begin(place)
    why, which = prompter.texts("choose")[-2:]
    assert why.startswith("台账升级没有完成（")
    assert "台账保持原样。继续用原来的版本打开" in why
    assert program.window.office.desk.check() == ()
    assert [backup.number for backup in program.window.office.desk.backups.list()][-1] == 1
    assert which.startswith("恢复到哪一份备份？")


def test_on_a_new_machine_a_desk_is_made_from_a_copy(
    begin: Begin, home: Path, tmp_path_factory: pytest.TempPathFactory, prompter: Any
):
    place, stick, new = staffed_desk(tmp_path_factory.getbasetemp(), home / "desk"), home / "stick", home / "new"
    for folder in (stick, new):
        folder.mkdir()
    program = begin(place)
    office = program.window.office
    apply_setting(office, "backup.folder", str(stick))
    office.desk.backups.make("hand")
    copied = office.copy_backup()
    prompter.answers.extend([copied, stick])
    program._switch("rebuild")
    assert "不是空文件夹" in prompter.texts("warn")[-1]
    prompter.answers.extend([copied, new])
    program._switch("rebuild")
    assert folder_of(program) == new
    assert program.window.office.services["staff"].keys is not None

"""The nightly run: the desk shown last backed up and checked, by a scheduler nobody looks at."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desk_mailadmin.app import last_desk as remembered
from desk_mailadmin.cli.main import _opened_file
from desk_mailadmin.desk_file import apply_setting
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.kernel.settings import BACKUP_FOLDER
from desk_mailadmin.office import open_office
from tests.cli.conftest import Cli


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QSettings:
    made = QSettings(str(tmp_path / "settings/window.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(remembered, "window_settings", lambda: made)
    return made


def test_the_desk_shown_last_is_backed_up_and_checked(command: Cli, desk: Path, settings: QSettings):
    settings.setValue(remembered.LAST_DESK, str(desk))
    said = command("nightly")
    assert said.code == 0, said
    made = [line for line in said.out.splitlines() if line.startswith(str(desk / "backups"))]
    assert len(made) == 1
    assert Path(made[0]).is_file()
    assert "没有问题" in said.out


def test_a_desk_that_is_open_in_a_window_is_left_to_it(command: Cli, desk: Path, settings: QSettings):
    assert settings.value(remembered.LAST_DESK) is None
    office = open_office(desk, SystemClock())
    try:
        said = command("nightly", "--desk", desk)
    finally:
        office.close()
    assert (said.code, said.err) == (0, "")
    assert "备份由那边的窗口做" in said.out


def test_without_a_terminal_it_writes_a_log(
    command: Cli, desk: Path, settings: QSettings, monkeypatch: pytest.MonkeyPatch
):
    settings.setValue(remembered.LAST_DESK, str(desk / "gone"))
    log = Path(settings.fileName()).with_name("nightly.log")
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert command("nightly").code == 2
    assert "这里没有台账" in log.read_text(encoding="utf-8")
    settings.setValue(remembered.LAST_DESK, str(desk))
    assert command("nightly").code == 0
    assert "没有问题" in log.read_text(encoding="utf-8")


def test_where_the_second_place_is_out_it_says_so_and_checks_all_the_same(
    command: Cli, desk: Path, settings: QSettings, monkeypatch: pytest.MonkeyPatch
):
    office = open_office(desk, SystemClock())
    apply_setting(office, BACKUP_FOLDER.key, str(desk / "stick"))
    office.close()
    log = Path(settings.fileName()).with_name("nightly.log")
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert command("nightly", "--desk", desk).code == 2
    said = log.read_text(encoding="utf-8")
    assert "另存备份的文件夹" in said
    assert "没有问题" in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["/d/desk.maildesk"], ("--desk", "/d/desk.maildesk")),
        ([r"C:\d\DESK.MAILDESK"], ("--desk", r"C:\d\DESK.MAILDESK")),
        (["--version"], ["--version"]),
        (["check"], ["check"]),
        ([], []),
        (["backup", "x.maildesk"], ["backup", "x.maildesk"]),
    ],
)
def test_a_double_clicked_desk_is_opened(typed: list[str], meant: object):
    assert _opened_file(typed) == meant

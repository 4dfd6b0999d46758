"""A settings file that was cut off, edited by hand or is none: kept aside and told; the window opens all the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desk_mailadmin.app.main import Program
from desk_mailadmin.app.settings_file import settings_of
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.store.drafts import Drafts
from desk_mailadmin.store.holder import NOTE, holder_of
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.theme import Theme
from tests.answering import AnsweringPrompter
from tests.desks import TODAY

GOOD = "[look]\nscheme=dark\n\n[desk]\nlast=/home/office/desk\n"
BAD: Mapping[str, bytes] = {
    "empty": b"",
    "half-json": b'{"look": {"scheme"',
    "json": b'{"look": 1}',
    "zero-bytes": b"\0" * 4096,
    "half-zero": GOOD.encode() + b"\0" * 512,
    "gbk": "[look]\n名=值\n".encode("gb18030"),
    "utf16": GOOD.encode("utf-16"),
    "words": b"hello\nworld\n",
    "giant": b"[a]\n" + b"b=" + b"x" * 3 * 2**20,
    "random": bytes(range(256)) * 16,
    "a-line-without-value": b"[look]\nscheme\n",
}
SOUND: Mapping[str, bytes] = {
    "good": GOOD.encode(),
    "mark-at-the-beginning": b"\xef\xbb\xbf" + GOOD.encode(),
    "unknown-keys": (GOOD + "[future]\nanything=%7B\n").encode(),
    "remarks": b"; edited by hand\n# twice\n" + GOOD.encode(),
    "windows-ends": GOOD.replace("\n", "\r\n").encode(),
}
ODD_VALUES = (
    "--5",
    "9" * 5_000,
    "１２",
    "",
    "None",
    "[]",
    "{",
    '{"a":' * 20_000,
    "1e309",
    "\ufffd",
    "@ByteArray(",
    "true",
)


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_none_is_kept_aside_and_told(name: str, tmp_path: Path):
    file = tmp_path / "window.ini"
    file.write_bytes(BAD[name])
    settings, fault = settings_of(file)
    assert fault is not None
    assert str(fault) == "窗口的设置文件读不出来，已改用默认的布局和外观；台账里的记录没有受影响。"
    assert str(tmp_path / "window.ini.bad-1") in fault.remedy
    assert (tmp_path / "window.ini.bad-1").read_bytes() == BAD[name]
    assert settings.allKeys() == []
    settings.setValue("look/scheme", "dark")
    settings.sync()
    assert settings.status() is QSettings.Status.NoError
    assert settings_of(file)[1] is None


@pytest.mark.parametrize("name", SOUND)
def test_a_file_that_only_looks_odd_is_read(name: str, tmp_path: Path):
    file = tmp_path / "window.ini"
    file.write_bytes(SOUND[name])
    settings, fault = settings_of(file)
    assert (fault, settings.value("look/scheme")) == (None, "dark")
    assert list(tmp_path.glob("*.bad-*")) == []


def test_what_was_kept_aside_before_stays(tmp_path: Path):
    file = tmp_path / "window.ini"
    for number in (1, 2, 3):
        file.write_bytes(b"x" * number)
        settings_of(file)
    assert [(tmp_path / f"window.ini.bad-{number}").stat().st_size for number in (1, 2, 3)] == [1, 2, 3]


def test_no_file_is_no_fault_and_what_cannot_be_moved_is_no_crash(tmp_path: Path):
    assert settings_of(tmp_path / "none.ini")[1] is None
    (tmp_path / "folder.ini").mkdir()
    assert settings_of(tmp_path / "folder.ini")[1] is not None


@pytest.mark.parametrize("value", ODD_VALUES)
def test_a_value_of_another_type_counts_as_never_written(value: str, tmp_path: Path, qapp: QApplication):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    keys = ("number", "yes", "state", "sizes", "look/scheme", "look/zoom", "recents")
    for key in keys:
        settings.setValue(key, value)
    memory = Memory(settings)
    assert memory.number("number", 7) in (7, 12)
    assert memory.flag("yes", usual=True)
    assert memory.state("state").isEmpty()
    assert memory.mapping("sizes") == {}
    Theme(qapp, settings).deleteLater()


def test_the_clerk_is_told_when_the_program_starts(tmp_path: Path, qapp: QApplication):
    file, prompter = tmp_path / "window.ini", AnsweringPrompter()
    file.write_bytes(b"{")
    settings, fault = settings_of(file)
    assert fault is not None
    program = Program(qapp, settings, StillClock.on(TODAY), prompter)
    program.tell(fault)
    qapp.focusChanged.disconnect(program._scanner._follow)
    (said,) = prompter.asked
    assert "读不出来" in str(said)
    assert "bad-1" in str(said)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"null", b'{"a":' * 50_000, b"\xff", b"\0" * 100])
def test_drafts_and_notes_that_a_crash_left_are_passed_over(content: bytes, tmp_path: Path):
    (tmp_path / "a.json").write_bytes(content)
    (tmp_path / NOTE).write_bytes(content)
    found: Any = Drafts(tmp_path).get("a")
    assert found is None
    assert holder_of(tmp_path) is None

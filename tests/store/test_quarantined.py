"""What was moved aside: which of it anybody can read, and that it goes for good."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.quarantined import erase_quarantined, plain_quarantined
from tests.store.notes import add_note

PAGE = 4096


def aside(desk: Path, name: str, content: bytes) -> Path:
    place = desk / "damaged" / "001"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(content)
    return place


def test_where_nothing_was_moved_aside_there_is_nothing(tmp_path: Path):
    assert plain_quarantined(tmp_path) == ()


@pytest.mark.parametrize("torn", [0, 512, PAGE, 3 * PAGE])
def test_a_plain_desk_is_known_though_its_beginning_is_torn(desk, tmp_path: Path, torn: int):
    for number in range(30):
        add_note(desk, f"第 {number} 条：" + "张三的电话是 13800138000；" * 20)
    content = desk.backups.make("hand").file.read_bytes()
    place = aside(tmp_path, FILE_NAME, os.urandom(torn) + content[torn:])
    assert plain_quarantined(tmp_path) == (place,)


@pytest.mark.parametrize(
    "content",
    [os.urandom(40 * PAGE), bytes(PAGE) + os.urandom(PAGE), os.urandom(512) + bytes(PAGE - 512), b"", os.urandom(700)],
    ids=["whole", "half written", "torn", "empty", "short"],
)
def test_what_is_encrypted_stays_however_damaged(tmp_path: Path, content: bytes):
    aside(tmp_path, FILE_NAME, content)
    assert plain_quarantined(tmp_path) == ()


def test_a_plain_journal_beside_an_encrypted_file_is_enough(tmp_path: Path):
    aside(tmp_path, FILE_NAME, os.urandom(PAGE))
    place = aside(tmp_path, f"{FILE_NAME}-journal", b"\xd9\xd5\x05\xf9" + bytes(508) + "李四".encode() * PAGE)
    assert plain_quarantined(tmp_path) == (place,)
    erase_quarantined(place)
    assert plain_quarantined(tmp_path) == ()
    assert not place.exists()

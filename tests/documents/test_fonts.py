from __future__ import annotations

import struct

import pytest
from PySide6.QtGui import QFontDatabase

from desk_mailadmin.documents.character_map import characters
from desk_mailadmin.documents.fonts import HEI, SONG, PrintFonts, bundled_fonts


def test_all_of_gb2312_can_be_printed(fonts):
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    text = "".join(code.decode("gb2312", "ignore") for code in rows)
    missing = fonts.unprintable("".join(sign for sign in text if "一" <= sign <= "鿿"))
    assert len(text) > 7_000
    assert missing == ()


@pytest.mark.parametrize(
    "text",
    ["喆堃䶮㛃𠮷𬎆镕玥珺昕", "“”‘’—…、。，；：？！《》（）【】〔〕￥·％", "✓✂□■①⑩℃№ABCxyz09", "公司電子郵件管理條例"],
)
def test_rare_names_signs_and_traditional_characters_can_be_printed(fonts, text):
    assert fonts.unprintable(text) == ()


def test_what_cannot_be_printed_is_named_once_in_its_order(fonts):
    assert fonts.unprintable("好😀\x0b的😀") == ("😀", "\x0b")
    assert fonts.unprintable("一行\n又一行\t") == ()


def test_in_names_the_fonts_of_this_machine_count_too(fonts):
    assert "😀" in fonts.unprintable("😀", names=True)
    assert set(fonts.unprintable("鿕𪚥", names=True)) <= set(fonts.unprintable("鿕𪚥"))


def test_the_bundled_families_load_in_the_window_and_in_the_form_engine(qapp, fonts):
    families = set()
    for file in bundled_fonts():
        families |= set(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file))))
    assert families == {SONG, HEI}
    assert {SONG, HEI} <= set(fonts.bundled.fonts.families())


def test_bundled_fonts_stay_small():
    assert sum(file.stat().st_size for file in bundled_fonts()) < 24 * 2**20
    assert len(bundled_fonts()) == 4


def test_the_system_chain_asks_only_for_families_that_are_there(fonts):
    assert set(fonts.system.song) <= set(fonts.system.fonts.families())
    assert fonts.system.song[0] == SONG


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no font at all, but long enough to hold a head",
        b"ttcf" + b"\xff" * 40,
        b"\x00\x01\x00\x00" + b"\xff\xff" * 8,
    ],
)
def test_a_file_that_is_no_font_maps_nothing(raw):
    assert characters(raw) == frozenset()


def test_a_font_without_a_map_maps_nothing():
    table = struct.pack(">4sIII", b"head", 0, 0, 0)
    assert characters(b"OTTO" + struct.pack(">HHHH", 1, 0, 0, 0) + table) == frozenset()


def test_both_kinds_of_character_map_are_read():
    segments = (
        struct.pack(">HHHHHHH", 4, 32, 0, 4, 0, 0, 0)
        + struct.pack(">HH", 0x42, 0xFFFF)
        + b"\0\0"
        + struct.pack(">HH", 0x41, 0xFFFF)
    )
    groups = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(">III", 0x20BB7, 0x20BB8, 5)
    cmap = (
        struct.pack(">HH", 0, 2)
        + struct.pack(">HHI", 3, 1, 20)
        + struct.pack(">HHI", 3, 10, 20 + len(segments))
        + segments
        + groups
    )
    font = b"OTTO" + struct.pack(">HHHH", 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap
    assert characters(font) == {0x41, 0x42, 0x20BB7, 0x20BB8}


def test_the_fonts_are_read_once(fonts: PrintFonts):
    assert fonts.bundled is fonts.bundled

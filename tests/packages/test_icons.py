"""The icon in the sizes the systems want."""

from __future__ import annotations

import struct

import pytest
from PySide6.QtGui import QImage

from installer.icons import BANNER, LINUX_SIZES, WINDOWS_SIZES, banner, ico, png, write_icons


@pytest.mark.parametrize("size", LINUX_SIZES)
def test_each_size_is_drawn_and_see_through_at_its_corners(size):
    image = QImage.fromData(png(size))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    middle = image.pixelColor(size // 2, size // 2)
    assert middle.alpha() == 255


def test_windows_finds_every_size_in_one_file():
    content = ico()
    kind, count = struct.unpack_from("<HH", content, 2)
    assert (kind, count) == (1, len(WINDOWS_SIZES))
    for place, size in enumerate(WINDOWS_SIZES):
        side, _, _, _, _, depth, length, start = struct.unpack_from("<BBBBHHII", content, 6 + 16 * place)
        assert (side or 256, depth) == (size, 32)
        image = QImage.fromData(content[start : start + length])
        assert image.width() == size


def test_the_icons_lie_where_a_desktop_looks(tmp_path):
    write_icons(tmp_path)
    assert (tmp_path / "hicolor/48x48/apps/desk-mailadmin.png").is_file()
    assert (tmp_path / "hicolor/64x64/mimetypes/application-x-maildesk.png").is_file()
    assert (tmp_path / "desk_mailadmin.ico").stat().st_size > 5_000


def test_the_setup_shows_the_icon_on_its_first_page(tmp_path):
    write_icons(tmp_path)
    content = (tmp_path / "setup.bmp").read_bytes()
    assert content == banner()
    image = QImage.fromData(content, "BMP")
    assert (image.width(), image.height()) == BANNER
    colours = {image.pixelColor(x, y).name() for x in range(0, BANNER[0], 8) for y in range(0, BANNER[1], 8)}
    assert len(colours) > 3

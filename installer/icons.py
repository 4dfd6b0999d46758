"""Draw the program's icon in every size the systems want: PNGs for Linux, one .ico and a setup's banner for Windows.

python -m installer.icons FOLDER
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).parents[1] / "resources/app/desk_mailadmin.svg"
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
BANNER = (328, 628)
"""Pixels of the picture beside the first and the last page of the Windows setup, twice what they are at 96 dpi."""
_GROUND = "#e6eef8"  # pale, so that the blue of the drawing stands out
_HEADER, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def png(size: int) -> bytes:
    """Return the icon as a square PNG of ``size`` pixels; ValueError where the drawing cannot be read."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return _drawn(image, QRectF(0, 0, size, size), "PNG")


def banner() -> bytes:
    """Return the picture of the Windows setup's first and last page, a BMP without transparency as NSIS wants it."""
    width, height = BANNER
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(_GROUND))
    side = width // 2
    return _drawn(image, QRectF((width - side) / 2, height / 6, side, side), "BMP")


def _drawn(image: QImage, place: QRectF, kind: str) -> bytes:
    """Draw the icon at ``place`` of the picture and return it as a file of this kind."""
    renderer = QSvgRenderer(str(SOURCE))
    if not renderer.isValid():
        raise ValueError(SOURCE)
    painter = QPainter(image)
    renderer.render(painter, place)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]  # the stub knows file names only
    return bytes(buffer.data().data())


def ico(sizes: tuple[int, ...] = WINDOWS_SIZES) -> bytes:
    """Return one Windows icon that holds the drawing in all ``sizes``, each as PNG (Windows Vista and later)."""
    drawn = [png(size) for size in sizes]
    place = _HEADER.size + _ENTRY.size * len(drawn)
    entries = b""
    for size, content in zip(sizes, drawn, strict=True):
        side = size % 256  # 256 is written as 0
        entries += _ENTRY.pack(side, side, 0, 0, 1, 32, len(content), place)
        place += len(content)
    return _HEADER.pack(0, 1, len(drawn)) + entries + b"".join(drawn)


def write_icons(folder: Path) -> None:
    """Write ``hicolor/<size>x<size>/apps/desk-mailadmin.png``, the drawing itself, and the two of Windows."""
    for size in LINUX_SIZES:
        for kind, name in (("apps", "desk-mailadmin"), ("mimetypes", "application-x-maildesk")):
            place = folder / f"hicolor/{size}x{size}/{kind}/{name}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(png(size))
    scalable = folder / "hicolor/scalable/apps/desk-mailadmin.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    scalable.write_bytes(SOURCE.read_bytes())
    (folder / "desk_mailadmin.ico").write_bytes(ico())
    (folder / "setup.bmp").write_bytes(banner())


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]))

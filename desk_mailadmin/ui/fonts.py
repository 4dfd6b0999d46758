"""The interface's font: the system's Chinese sans first, the bundled one where the machine has none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.paths import asset_dir

FAMILIES = (
    "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC",
    "Hiragino Sans GB", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "SimSun",
)  # fmt: skip
CHARACTER = "国"


def interface_families() -> list[str]:
    """Return the families for the window, adding the bundled fonts where no Chinese one is installed."""
    installed = set(QFontDatabase.families())
    found = [family for family in FAMILIES if family in installed]
    return found or _bundled(sorted((asset_dir("resources") / "fonts").glob("DeskHei-*.otf")))


def _bundled(paths: Iterable[Path]) -> list[str]:
    families: list[str] = []
    for path in paths:
        number = QFontDatabase.addApplicationFont(str(path))
        families += [family for family in QFontDatabase.applicationFontFamilies(number) if family not in families]
    return families


def interface_font(points: int) -> QFont:
    """Return the window's font at a size in points."""
    font = QFont()
    font.setFamilies([*interface_families(), font.family()])
    font.setPointSize(points)
    return font


def chars(widget: QWidget, count: float) -> int:
    """Return the width in px of ``count`` Chinese characters in the widget's font: widths are never written in px."""
    return round(QFontMetricsF(widget.font()).horizontalAdvance(CHARACTER) * count)

"""The fonts papers are drawn with, and which characters they can draw."""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desk_mailadmin.kernel.paths import asset_dir

if TYPE_CHECKING:
    import typst

SONG, HEI = "Desk Song", "Desk Hei"
"""The bundled families: body text, and headings and labels."""

_FOLDED = frozenset("\n\t\u200b\u00ad")
_RARE = (
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Source Han Serif SC",
    "Source Han Sans SC",
    "SimSun-ExtB",
    "SimSun-ExtG",
    "SimSun",
    "Microsoft YaHei",
    "Songti SC",
    "PingFang SC",
    "HanaMinA",
    "HanaMinB",
)
"""System families that draw rare characters in names, best first; only those that exist are used."""


class Chain(Struct, frozen=True):
    """Fonts for Typst and the families to ask for."""

    fonts: typst.Fonts
    song: tuple[str, ...]
    hei: tuple[str, ...]


def bundled_fonts() -> tuple[Path, ...]:
    """Return the files of the bundled fonts, for Typst and for the window."""
    return tuple(sorted((asset_dir("resources") / "fonts").glob("*.otf")))


class PrintFonts:
    """Which characters can be printed; tables are read at the first question (about 60 ms) and kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    @cached_property
    def _bundled_signs(self) -> frozenset[int]:
        from desk_mailadmin.documents.character_map import characters

        regular = [file for file in bundled_fonts() if file.stem.endswith("-Regular")]
        return frozenset[int]().union(*(characters(file.read_bytes()) for file in regular))

    @cached_property
    def _system_signs(self) -> frozenset[int]:
        from desk_mailadmin.documents.character_map import characters

        rare = frozenset(self.system.song) & frozenset(_RARE)
        faces = {font.family: font for font in self.system.fonts.fonts() if font.family in rare and font.path}
        maps = [characters(Path(face.path or "").read_bytes(), face.index) for face in faces.values()]
        return frozenset[int]().union(*maps)

    @cached_property
    def bundled(self) -> Chain:
        """Return the bundled fonts alone: the same on every machine."""
        import typst

        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(asset_dir("resources") / "fonts")],
        )
        return Chain(fonts, (SONG, HEI), (HEI, SONG))

    @cached_property
    def system(self) -> Chain:
        """Return the bundled fonts and, behind them, this machine's own for rare characters in names."""
        import typst

        fonts = typst.Fonts(
            include_system_fonts=True,
            include_embedded_fonts=False,
            font_paths=[str(asset_dir("resources") / "fonts")],
        )
        present = frozenset(fonts.families())
        rare = tuple(family for family in _RARE if family in present)
        return Chain(fonts, (SONG, HEI, *rare), (HEI, SONG, *rare))

    def unprintable(self, text: str, *, names: bool = False) -> tuple[str, ...]:
        """Return the characters of ``text`` that no print font draws, each once, in their order.

        In people's names (``names``) this machine's fonts count too.
        """
        with self._lock:
            missing = [
                sign for sign in dict.fromkeys(text) if sign not in _FOLDED and ord(sign) not in self._bundled_signs
            ]
            if missing and names:
                missing = [sign for sign in missing if ord(sign) not in self._system_signs]
        return tuple(missing)

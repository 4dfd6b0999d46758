"""Fill colours of cells by the names people give them."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from typing import Any

_NEARLY_WHITE, _NEARLY_BLACK, _HARDLY_ANY = 0.955, 0.10, 0.14
_HUES = (
    (0.042, "red"),
    (0.115, "orange"),
    (0.195, "yellow"),
    (0.47, "green"),
    (0.70, "blue"),
    (0.86, "purple"),
    (0.96, "pink"),
    (1.01, "red"),
)
_GOLD, _PALE = 0.13, 0.75
"""Full gold (FFC000) is called orange, pale gold (FFF2CC) yellow."""
_THEME_PARTS = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


def colour_name(rgb: str) -> str:
    """Return grey, red, orange, yellow, green, blue, purple, pink or black; empty for white and for no colour."""
    if len(rgb) < 6:  # noqa: PLR2004  (two digits for each of red, green, blue)
        return ""
    red, green, blue = (int(rgb[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, _ = colorsys.rgb_to_hls(red, green, blue)
    spread = max(red, green, blue) - min(red, green, blue)
    if light > _NEARLY_WHITE and spread < _HARDLY_ANY:
        return ""
    if spread < _HARDLY_ANY and (spread < _HARDLY_ANY / 3 or light < 0.85):  # noqa: PLR2004  (paler tints keep a hue)
        return "black" if light < _NEARLY_BLACK else "grey"
    if hue < _GOLD and light < _PALE:
        return "red" if hue < _HUES[0][0] else "orange"
    return next(name for limit, name in _HUES if hue < limit)


def tinted(rgb: str, tint: float) -> str:
    """Return a theme colour made lighter (tint above 0) or darker (below), as office programs do."""
    red, green, blue = (int(rgb[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), full)
    return "".join(f"{round(part * 255):02X}" for part in parts)


def theme_colours(theme_xml: bytes | None) -> Sequence[str]:
    """Return the ten colours of a workbook's theme in the order cells count them; empty where there is none."""
    if not theme_xml:
        return ()
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(theme_xml)
    except ParseError:
        return ()
    found: dict[str, str] = {}
    for scheme in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}clrScheme"):
        for part in scheme:
            value = next(iter(part), None)
            if value is not None:
                found[part.tag.rpartition("}")[2]] = value.get("lastClr") or value.get("val") or ""
    return tuple(found.get(part, "") for part in _THEME_PARTS)


def fill_name(fill: Any, theme: Sequence[str]) -> str:
    """Return the colour name of an openpyxl fill; empty for no fill."""
    if fill is None or fill.fill_type in (None, "none") or not hasattr(fill, "fgColor"):
        return ""
    colour = fill.fgColor
    match colour.type:
        case "rgb":
            return colour_name(str(colour.rgb)) if _is_hex(str(colour.rgb)) else ""
        case "theme" if colour.theme < len(theme) and _is_hex(theme[colour.theme]):
            return colour_name(tinted(theme[colour.theme], colour.tint or 0.0))
        case "indexed":
            return _indexed(colour.indexed)
        case _:
            return ""


def _indexed(index: int) -> str:
    from openpyxl.styles.colors import COLOR_INDEX

    return colour_name(COLOR_INDEX[index]) if 0 <= index < len(COLOR_INDEX) else ""


def _is_hex(text: str) -> bool:
    return len(text) >= 6 and all(char in "0123456789abcdefABCDEF" for char in text)  # noqa: PLR2004  (rrggbb)

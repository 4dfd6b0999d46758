"""The colours of the window, light and dark, and how they contrast (UI.md 2)."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from desk_mailadmin.kernel.lifecycle import Tone


class Tokens(Struct, frozen=True, kw_only=True):
    """One set of colours, each written ``#RRGGBB``; ``*_bg`` is the ground on which the tone of that name stands."""

    window: str
    base: str
    alt: str
    text: str
    text2: str
    line: str
    border: str
    accent: str
    on_accent: str
    accent_hover: str
    sel: str
    sel_text: str
    head: str
    hover: str
    link: str
    red: str
    red_bg: str
    amber: str
    amber_bg: str
    green: str
    green_bg: str
    blue: str
    blue_bg: str
    grey: str
    grey_bg: str
    bar: str
    paper_bg: str

    def colour(self, name: str) -> QColor:
        """Return the colour of that token; AttributeError where there is none."""
        return QColor(getattr(self, name))

    def as_dict(self) -> dict[str, str]:
        """Return every token by its name."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


LIGHT = Tokens(
    window="#F3F5F8", base="#FFFFFF", alt="#F8FAFC", text="#1A2129", text2="#566170", line="#DEE3E9", border="#848E9C",
    accent="#1558A8", on_accent="#FFFFFF", accent_hover="#0F4A90", sel="#D3E4F8", sel_text="#10243B", head="#EBEFF4",
    hover="#EDF2F8", link="#1558A8", red="#B3261E", red_bg="#FDECEA", amber="#7A4B00", amber_bg="#FFF3D6",
    green="#18683A", green_bg="#E3F4E9", blue="#134E96", blue_bg="#E5EFFB", grey="#46505D", grey_bg="#E9EDF1",
    bar="#9DB7D6", paper_bg="#D9DEE5",
)  # fmt: skip
DARK = Tokens(
    window="#1B1F24", base="#22272E", alt="#262C34", text="#E4E8ED", text2="#A7B0BC", line="#343B45", border="#7C8794",
    accent="#3373C0", on_accent="#FFFFFF", accent_hover="#2A67B0", sel="#2C4666", sel_text="#F2F5F9", head="#2A3038",
    hover="#2B323B", link="#8CBEF7", red="#FFB3AB", red_bg="#4A2220", amber="#F3C77A", amber_bg="#43341A",
    green="#8FD6A8", green_bg="#1D3B2A", blue="#A9CDF8", blue_bg="#1F3A5A", grey="#C3CAD3", grey_bg="#343B44",
    bar="#456589", paper_bg="#15181C",
)  # fmt: skip


def tokens() -> Tokens:
    """Return the tokens in force, read from the application's palette.

    The palette is what Qt itself hands to every widget, so nothing of ours has to be passed along or kept.
    """
    palette = QGuiApplication.palette()
    return _tokens_of(palette.color(QPalette.ColorRole.Window).name().upper(), palette.cacheKey())


@lru_cache(maxsize=8)
def _tokens_of(window: str, _palette_key: int) -> Tokens:
    for known in (LIGHT, DARK):
        if known.window == window:
            return known
    return _from_system(QGuiApplication.palette())


def _from_system(palette: QPalette) -> Tokens:
    """Return tokens made of the system's own colours: high contrast leaves no room for ours."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    role = QPalette.ColorRole
    window, base, text, link = name(role.Window), name(role.Base), name(role.Text), name(role.Link)
    plain = dict.fromkeys(Tokens.__struct_fields__, text)
    grounds = {f"{tone.value}_bg": base for tone in Tone}
    return Tokens(**{
        **plain, **grounds, "window": window, "base": base, "alt": base, "head": window, "hover": base, "line": text,
        "link": link, "accent": name(role.Highlight), "accent_hover": name(role.Highlight), "paper_bg": window,
        "on_accent": name(role.HighlightedText), "sel": name(role.Highlight), "sel_text": name(role.HighlightedText),
    })  # fmt: skip


def palette_of(colours: Tokens) -> QPalette:
    """Return the Qt palette of these tokens."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, token in (
        (role.Window, "window"), (role.WindowText, "text"), (role.Base, "base"), (role.AlternateBase, "alt"),
        (role.Text, "text"), (role.Button, "window"), (role.ButtonText, "text"), (role.Highlight, "sel"),
        (role.HighlightedText, "sel_text"), (role.ToolTipBase, "base"), (role.ToolTipText, "text"),
        (role.PlaceholderText, "text2"), (role.Link, "link"), (role.Accent, "accent"), (role.Mid, "border"),
        (role.Dark, "border"), (role.Light, "base"), (role.Midlight, "line"), (role.BrightText, "red"),
    ):  # fmt: skip
        palette.setColor(which, colours.colour(token))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, colours.colour("text2"))
    return palette


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  (WCAG's own figures)

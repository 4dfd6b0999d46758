from __future__ import annotations

import re

import pytest

from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.ui.tokens import DARK, LIGHT, Tokens, contrast

TEXT, SHAPE = 4.5, 3.0
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def test_black_on_white_contrasts_21_to_1_and_a_colour_with_itself_not_at_all():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#1558A8", "#1558A8") == pytest.approx(1)


@BOTH
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *(("text", ground) for ground in ("base", "window", "alt", "head", "hover")),
        *(("text2", ground) for ground in ("base", "window", "head")),
        *(("link", ground) for ground in ("base", "window", "sel")),
        *(("red", ground) for ground in ("base", "window")),
        *(("amber", ground) for ground in ("base", "window")),
        *((tone.value, f"{tone.value}_bg") for tone in Tone),
        ("sel_text", "sel"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ],
)  # fmt: skip
def test_every_text_can_be_read_on_its_ground(colours: Tokens, ink: str, ground: str):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= TEXT


@BOTH
@pytest.mark.parametrize(
    ("shape", "ground"), [("border", "base"), ("border", "window"), ("accent", "base"), ("link", "base")]
)
def test_every_border_and_fill_stands_out_from_its_ground(colours: Tokens, shape: str, ground: str):
    assert contrast(getattr(colours, shape), getattr(colours, ground)) >= SHAPE


@pytest.mark.parametrize(("folder", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_drawings_of_the_style_sheet_have_the_colours_of_their_theme(folder: str, colours: Tokens):
    for path in (asset_dir("resources") / "style" / folder).glob("*.svg"):
        wanted = colours.on_accent if path.stem == "check" else colours.text2
        assert re.search(r'stroke="(#\w+)"', path.read_text("utf-8"))[1] == wanted, path.name

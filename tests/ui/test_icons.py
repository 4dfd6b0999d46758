from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

import desk_mailadmin
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.ui.icons import icon, is_known, pixmap, svg
from desk_mailadmin.ui.tokens import LIGHT

SHIPPED = {path.stem for path in (asset_dir("resources") / "icons").glob("*.svg")}


def test_an_icon_has_its_colour_in_every_mode_and_scale(theme):
    made = icon("printer", "red")
    ink = {
        made.pixmap(QSize(16, 16), scale, QIcon.Mode.Normal).toImage().pixelColor(*_inked(made, scale)).name().upper()
        for scale in (1.0, 1.5, 2.0)
    }
    assert ink == {LIGHT.red}
    selected = made.pixmap(QSize(16, 16), 2.0, QIcon.Mode.Selected).toImage()
    assert selected == made.pixmap(QSize(16, 16), 2.0, QIcon.Mode.Normal).toImage()
    assert made.pixmap(QSize(16, 16), 2.0, QIcon.Mode.Disabled).toImage() != selected


def _inked(made: QIcon, scale: float) -> tuple[int, int]:
    image = made.pixmap(QSize(16, 16), scale).toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(places, key=lambda place: image.pixelColor(*place).alpha())


def test_an_unknown_name_gives_a_question_mark_and_is_known_as_unknown(theme):
    assert not is_known("no-such-icon")
    assert pixmap("no-such-icon").toImage() == pixmap("circle-question-mark").toImage()


def test_the_drawing_takes_the_colour_and_the_thinner_stroke():
    assert "currentColor" not in svg("check", "#123456")
    assert 'stroke="#123456"' in svg("check", "#123456")
    assert 'stroke-width="1.75"' in svg("check", "#123456")


def test_the_licence_of_the_icons_is_shipped_with_them():
    text = (asset_dir("resources") / "icons" / "LICENSE.txt").read_text("utf-8")
    assert "ISC License" in text
    assert "Feather" in text


@pytest.mark.parametrize("path", sorted(Path(desk_mailadmin.__file__).parent.rglob("*.py")), ids=lambda path: path.name)
def test_every_icon_the_sources_name_is_shipped(path: Path):
    tree = ast.parse(path.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in calls:
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        place = {"icon": 0, "pixmap": 0, "put_icon": 1, "IconButton": 0, "Button": 1, "State": 3}.get(name)
        if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant):
            wanted = call.args[place].value
            assert wanted in SHIPPED | {""}, f"{path.name}:{call.lineno} {wanted}"

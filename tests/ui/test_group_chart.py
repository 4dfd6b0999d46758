from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desk_mailadmin.ui.group_chart import Bar, GroupChart
from desk_mailadmin.ui.theme import Scheme
from desk_mailadmin.ui.tokens import DARK, LIGHT

INSIDE = 4  # px from the edge, where the frame of the focus is


def bars(*values: int) -> list[Bar]:
    return [Bar(f"第 {n} 组", value, f"{value:,}", str(n)) for n, value in enumerate(values, 1)]


@pytest.fixture
def chart(qtbot, theme) -> Callable[..., GroupChart]:
    def make(*values: int, upright: bool = False, height: int = 300) -> GroupChart:
        made = GroupChart()
        qtbot.addWidget(made)
        made.resize(480, height)
        made.show_bars("罚款（元）", bars(*values), upright=upright)
        made.show()
        QApplication.processEvents()
        return made

    return make


def columns_of(image: QImage, colour: str, y: int) -> list[int]:
    wanted = QColor(colour).rgb()
    return [x for x in range(INSIDE, image.width() - INSIDE) if image.pixel(x, y) == wanted]


@pytest.mark.parametrize(("scheme", "colours"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_bars_are_as_long_as_their_figures_and_the_marked_one_stands_out(chart, theme, scheme, colours):
    theme.choose_scheme(scheme)
    made = chart(400, 200)
    image = made.grab().toImage()
    first, second = (int(made._cell(place).center().y()) for place in (0, 1))
    marked, other = columns_of(image, colours.link, first), columns_of(image, colours.bar, second)
    assert len(marked) == pytest.approx(2 * len(other), abs=4)


def test_what_was_taken_back_goes_the_other_way_in_red(chart):
    made = chart(100, -50)
    image = made.grab().toImage()
    gain = columns_of(image, LIGHT.link, int(made._cell(0).center().y()))
    loss = columns_of(image, LIGHT.red, int(made._cell(1).center().y()))
    assert loss
    assert max(loss) <= min(gain) + 1
    assert len(gain) == pytest.approx(2 * len(loss), abs=4)


def test_upright_bars_stand_on_one_line_and_below_it_where_negative(chart):
    made = chart(100, -50, upright=True)
    image = made.grab().toImage()
    gain = {y for y in range(INSIDE, image.height() - INSIDE) if columns_of(image, LIGHT.link, y)}
    loss = {y for y in range(INSIDE, image.height() - INSIDE) if columns_of(image, LIGHT.red, y)}
    assert max(gain) <= min(loss) + 1


def test_more_bars_than_room_are_reached_by_keys_and_said_to_be_there(chart, qtbot):
    made = chart(*range(60, 0, -1))
    assert made.hidden_bars() > 0
    qtbot.keyClick(made, Qt.Key.Key_End)
    assert made.words() == "第 60 组 1"
    assert made._cell(59).bottom() <= made.height()
    qtbot.keyClick(made, Qt.Key.Key_PageUp)
    qtbot.keyClick(made, Qt.Key.Key_Home)
    assert made.words() == "第 1 组 60"
    assert made.accessibleDescription().count("，") == 59


def test_a_click_marks_and_a_double_click_opens(chart, qtbot):
    made = chart(3, 2, 1)
    told, opened = [], []
    made.marked.connect(told.append)
    made.opened.connect(opened.append)
    place = made._cell(2).center().toPoint()
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=place)
    assert (told, made.words()) == ([2], "第 3 组 1")
    qtbot.mouseDClick(made, Qt.MouseButton.LeftButton, pos=place)
    assert opened == [2]
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(5, made.height() - 2))
    assert made.words() == "第 3 组 1"


def test_nothing_to_draw_is_no_fault(chart, qtbot):
    made = chart()
    made.grab()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End):
        qtbot.keyClick(made, key)
    assert made.words() == ""
    assert made.accessibleName() == "罚款（元）"
    made.show_bars("罚款（元）", bars(0, 0), upright=True)
    made.grab()

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desk_mailadmin.ui.search_field import SearchField


@pytest.fixture
def box(qtbot):
    """A box that is seen; ``asked`` is what it was asked for."""
    made = SearchField("找人")
    made.asked = []
    made.changed.connect(lambda: made.asked.append(made.text()))
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_emptied_box_asks_nothing_and_offers_nothing_to_clear(box, qtbot):
    qtbot.keyClicks(box, "yl")
    qtbot.waitUntil(lambda: box.asked == ["yl"])
    cross = max(box.findChildren(QToolButton), key=lambda each: each.x())
    qtbot.waitUntil(cross.isVisible)
    box.clear_quietly()
    assert box.text() == ""
    assert not box.is_waiting()
    qtbot.waitUntil(lambda: not cross.isVisible())
    assert box.asked == ["yl"]


def test_the_key_is_left_out_of_the_hint_where_both_would_be_cut(box, qtbot):
    box.resize(300, box.height())
    assert box.placeholderText() == "找人　Ctrl+F"
    box.setMinimumWidth(10)
    box.resize(90, box.height())
    assert box.placeholderText() == "找人"
    assert box.toolTip() == "找人（Ctrl+F）"


def test_escape_empties_the_box_and_asks_for_everything(box, qtbot):
    qtbot.keyClicks(box, "yl")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: box.asked == [""])

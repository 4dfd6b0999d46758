from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desk_mailadmin.ui.search_field import SearchField


def test_an_emptied_box_asks_nothing_and_offers_nothing_to_clear(qtbot):
    box = SearchField("找人")
    qtbot.addWidget(box)
    box.show()
    asked = []
    box.changed.connect(lambda: asked.append(box.text()))
    qtbot.keyClicks(box, "yl")
    qtbot.waitUntil(lambda: asked == ["yl"])
    cross = max(box.findChildren(QToolButton), key=lambda each: each.x())
    qtbot.waitUntil(cross.isVisible)
    box.clear_quietly()
    assert box.text() == ""
    assert not box.is_waiting()
    qtbot.waitUntil(lambda: not cross.isVisible())
    assert asked == ["yl"]


def test_escape_empties_the_box_and_asks_for_everything(qtbot):
    box = SearchField("找人")
    qtbot.addWidget(box)
    box.show()
    asked = []
    box.changed.connect(lambda: asked.append(box.text()))
    qtbot.keyClicks(box, "yl")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: asked == [""])

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desk_mailadmin.ui.idle import IdleWatch
from tests.members.people import Machine


def test_keys_and_the_mouse_begin_anew_and_silence_is_told(qtbot: Any, qapp: QApplication):
    machine, told = Machine(), []
    watch = IdleWatch(qapp, lambda: 300.0, machine)
    watch.idle.connect(lambda: told.append(machine.seconds))
    first, second = QLineEdit(), QLineEdit()
    for edit in (first, second):
        qtbot.addWidget(edit)
        edit.show()
    first.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    watch.begin()
    machine.seconds += 200
    qtbot.keyClick(first, Qt.Key.Key_A)
    machine.seconds += 200
    watch.look()
    assert told == [], "200 s after a key"
    second.activateWindow()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    machine.seconds += 90
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    machine.seconds += 299
    watch.look()
    assert told == []
    watch._pointer += QPoint(3, 0)  # the mouse was moved somewhere else
    machine.seconds += 10
    watch.look()
    assert told == []
    machine.seconds += 300
    watch.look()
    assert told == [machine.seconds]
    watch.end()
    watch.end()
    assert not watch._timer.isActive()

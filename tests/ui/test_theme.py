from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from desk_mailadmin.ui.dialogs.pieces import Button, label
from desk_mailadmin.ui.theme import EMS, RowHeight, Scheme, Theme, sizes_only, style_sheet
from desk_mailadmin.ui.tokens import DARK, LIGHT, tokens


def test_light_and_dark_put_their_palette_in_force(theme: Theme, qapp: QApplication):
    assert tokens() is LIGHT
    theme.choose_scheme(Scheme.DARK)
    assert tokens() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert DARK.accent in qapp.styleSheet()


def test_what_was_chosen_is_remembered(theme: Theme, qapp: QApplication, settings: QSettings):
    theme.choose_scheme(Scheme.DARK)
    theme.zoom_to(12)
    theme.choose_rows(RowHeight.WIDE)
    again = Theme(qapp, settings)
    assert (again.scheme, again.points, again.row_height, again.percent) == (Scheme.DARK, 12, RowHeight.WIDE, 120)


@pytest.mark.parametrize("value", ["", "abc", "-3", "1000"])
def test_settings_that_make_no_sense_fall_back(theme: Theme, qapp: QApplication, settings: QSettings, value: str):
    settings.setValue("look/points", value)
    settings.setValue("look/scheme", value)
    again = Theme(qapp, settings)
    assert 9 <= again.points <= 14
    assert again.scheme is Scheme.SYSTEM


@pytest.mark.parametrize(("asked", "got"), [(3, 9), (9, 9), (14, 14), (40, 14)])
def test_zoom_stays_between_9_and_14_points(theme: Theme, qapp: QApplication, asked: int, got: int):
    theme.zoom_to(asked)
    assert qapp.font().pointSize() == got


def test_keys_of_the_zoom_pressed_one_after_another_dress_the_application_once(theme: Theme, qapp: QApplication, qtbot):
    dressed, sizes = [], []
    theme.changed.connect(lambda: dressed.append(qapp.font().pointSize()))
    theme.sized.connect(lambda: sizes.append(theme.percent))
    for _key in range(8):
        theme.zoom_by(1)
    qtbot.waitUntil(lambda: bool(dressed))
    assert (dressed, sizes) == ([14], [110, 120, 130, 140, 140, 140, 140, 140])
    theme.zoom_by(1)
    qtbot.wait(120)
    assert dressed == [14], "at the largest size there is nothing to dress anew"


def test_rows_grow_with_the_zoom_and_with_the_chosen_height(theme: Theme):
    usual = theme.row_px()
    theme.choose_rows(RowHeight.TIGHT)
    tight = theme.row_px()
    theme.zoom_to(14)
    assert tight < usual < theme.row_px()
    assert EMS[RowHeight.TIGHT] < EMS[RowHeight.USUAL] < EMS[RowHeight.WIDE]


def test_headings_follow_the_zoom(theme: Theme, qtbot):
    head: QLabel = label("处罚台账", "h1")
    qtbot.addWidget(head)
    head.show()
    small = head.sizeHint().height()
    theme.zoom_to(14)
    assert head.sizeHint().height() > small


def test_the_icon_of_a_button_is_drawn_anew_in_the_other_theme(theme: Theme, qtbot):
    button = Button("打印", "printer")
    qtbot.addWidget(button)
    button.show()
    light = button.icon().pixmap(16).toImage()
    theme.choose_scheme(Scheme.DARK)
    qtbot.waitUntil(lambda: button.icon().pixmap(16).toImage() != light)


def test_no_token_is_left_open_in_the_style_sheet(theme: Theme):
    for colours in (LIGHT, DARK):
        sheet = style_sheet(colours, 10)
        assert "@" not in sheet.split("*/", 1)[1]
        assert "15pt" in sheet


def test_high_contrast_gets_sizes_but_no_colours():
    assert "font-size:9pt" in sizes_only(9)
    assert "#" not in sizes_only(9)


def test_the_system_is_followed_until_the_clerk_chooses(theme: Theme, qapp: QApplication):
    theme.choose_scheme(Scheme.SYSTEM)
    hints = qapp.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    try:
        if hints.colorScheme() == Qt.ColorScheme.Dark:
            assert theme.is_dark()
            assert tokens() is DARK
        theme.choose_scheme(Scheme.LIGHT)
        assert tokens() is LIGHT
    finally:
        hints.unsetColorScheme()


def test_high_contrast_leaves_the_colours_to_the_system(theme: Theme, qapp: QApplication, monkeypatch):
    theme._system_palette = QPalette(QColor("#000000"))
    before = theme._system_palette.color(QPalette.ColorRole.Window)
    monkeypatch.setattr("desk_mailadmin.ui.theme._high_contrast", lambda: True)
    theme.apply()
    assert qapp.palette().color(QPalette.ColorRole.Window) == before
    assert "background" not in qapp.styleSheet()
    ours = tokens()
    assert ours.red == ours.text
    assert ours.window == before.name()


def in_a_thread(held: list[QLabel]) -> None:
    thread = threading.Thread(target=held.clear)
    thread.start()
    thread.join()


def by_a_collection(held: list[QLabel]) -> None:
    held[0].itself = held[0]
    held.clear()
    gc.collect()


@pytest.mark.parametrize("lose", [list.clear, in_a_thread, by_a_collection])
def test_no_widget_goes_while_qt_goes_through_all_of_them(theme: Theme, qtbot, lose: Callable[[list[QLabel]], None]):
    """Qt would come to one that is gone: a segmentation fault in setStyleSheet, whoever dropped its last reference."""
    forgotten, gone, gone_meanwhile = [QLabel("x")], [], []
    forgotten[0].ensurePolished()
    forgotten[0].destroyed.connect(lambda: gone.append(True))

    class Forgetful(QWidget):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802
            super().changeEvent(event)
            if event.type() == QEvent.Type.StyleChange and forgotten:
                lose(forgotten)
                gone_meanwhile.append(bool(gone))

    window = Forgetful()
    qtbot.addWidget(window)
    window.show()
    theme.zoom_to(14)
    assert gone_meanwhile == [False]
    gc.collect()
    assert gone == [True]


@pytest.mark.parametrize("contrast", [False, True])
def test_a_tooltip_shows_markup_in_a_record_as_it_stands(
    theme: Theme, qapp: QApplication, monkeypatch, qtbot, contrast
):
    """As rich text it would load the picture: on Windows from any computer, which learns who is logged in here."""
    monkeypatch.setattr("desk_mailadmin.ui.theme._high_contrast", lambda: contrast)
    theme.apply()
    over = QLabel("x")
    qtbot.addWidget(over)
    over.show()
    QToolTip.showText(QPoint(5, 5), '<img src="//elsewhere/share/x.png"><h1>大</h1>', over)
    (tip,) = [one for one in qapp.topLevelWidgets() if one.metaObject().className() == "QTipLabel"]
    assert isinstance(tip, QLabel)
    assert tip.textFormat() is Qt.TextFormat.PlainText

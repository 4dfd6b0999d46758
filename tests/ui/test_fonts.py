from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.ui.fonts import FAMILIES, _bundled, chars, interface_families, interface_font


def test_the_font_of_the_window_is_a_chinese_one(qapp):
    families = interface_families()
    assert families
    assert interface_font(12).pointSize() == 12
    assert interface_font(12).families()[0] == families[0]


def test_a_machine_without_chinese_fonts_gets_the_bundled_ones(qapp):
    paths = sorted((asset_dir("resources") / "fonts").glob("DeskHei-*.otf"))
    assert paths, "the bundled sans stands in resources/fonts"
    families = _bundled(paths)
    assert families
    assert QRawFont.fromFont(QFont(families)).supportsCharacter(ord("邮"))
    assert families[0] in QFontDatabase.families()
    assert not set(families) & set(FAMILIES)


def test_widths_are_counted_in_characters(qtbot, theme):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    small = chars(widget, 10)
    theme.zoom_to(14)
    assert 1.3 < chars(widget, 10) / small < 1.5

"""Draws a find in the picker's list: name, reading, place, numbers in four columns (look/ui 03b)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.tokens import tokens

_Index = QModelIndex | QPersistentModelIndex
_MARGIN = 10


class HitDelegate(QStyledItemDelegate):
    """Four columns, the first ``title`` characters wide; a find that cannot be taken is grey and says why."""

    def __init__(self, view: QListView, title: int = 5) -> None:
        super().__init__(view)
        self._view = view
        self._title = title

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), round(option.fontMetrics.height() * 1.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        self._write(painter, shown, index)

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        view = self._view
        painter.save()
        place = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        bold, small = _heavier(option.font), _smaller(option.font)
        ink = "text2" if hit.disabled else "text"
        left = self._column(painter, place, hit.title, bold, ink, chars(view, self._title))
        left = self._column(painter, left, hit.reading, small, "text2", chars(view, 8 if hit.reading else 0))
        numbers = painter.fontMetrics().horizontalAdvance(hit.code) + 8 if hit.code else 0
        self._column(painter, left, " ".join(filter(None, (hit.subtitle, hit.disabled))), option.font, ink,
                     left.width() - numbers)  # fmt: skip
        painter.setFont(small)
        painter.setPen(tokens().colour("text2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hit.code)
        painter.restore()

    def _column(self, painter: QPainter, place: QRect, text: str, font: QFont, ink: str, width: int) -> QRect:
        painter.setFont(font)
        painter.setPen(tokens().colour(ink))
        cell = QRect(place.left(), place.top(), width, place.height())
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width - 6)
        painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        return place.adjusted(width, 0, 0, 0)


def _heavier(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(8.5, font.pointSizeF() - 1))
    return small

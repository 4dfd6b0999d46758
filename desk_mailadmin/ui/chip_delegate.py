"""What a cell shows beyond text: state chip, next step, tick, and the lettered boxes of telephone rights."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk_mailadmin.kernel.lifecycle import State
from desk_mailadmin.kernel.table import Box
from desk_mailadmin.ui.icons import pixmap
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.table_model import CellRole
from desk_mailadmin.ui.tokens import tokens

LEFT = 5  # from the cell's edge to the chip
ICON = 13
GAPS = 29  # icon and air around the words of a chip
SMALLEST = 9.0
BETWEEN = 4  # air between two lettered boxes


class ChipDelegate(QStyledItemDelegate):
    """Draws chips and links; the words stay in DisplayRole for screen readers and for copying."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state = index.data(CellRole.CHIP)
        boxes = index.data(CellRole.BOXES) if state is None else None
        link = index.data(CellRole.LINK) if state is None else ""
        if boxes is not None:
            self._ground(painter, option, index)
            draw_boxes(painter, option.rect, boxes, option.font)
        elif state is None and not link:
            super().paint(painter, option, index)
        else:
            self._draw(painter, option, index, state, link)
        if index.column() == 0 and index.data(CellRole.TICKED):
            _draw_tick(painter, option.rect)

    def _draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        state: State | None,
        link: str,
    ) -> None:
        self._ground(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state is not None:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            draw_chip(painter, option.rect, state, option.font, selected=selected)
        else:
            painter.setPen(tokens().colour("link" if link != "—" else "text2"))
            painter.drawText(option.rect.adjusted(7, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, link)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        boxes = index.data(CellRole.BOXES)
        if boxes is not None:
            return QSize(LEFT + len(boxes) * (box_side(option.font) + BETWEEN), hint.height())
        return hint + QSize(GAPS, 0) if index.data(CellRole.CHIP) is not None else hint

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        widget: QWidget | None = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, widget)


def draw_chip(painter: QPainter, cell: QRect, state: State, font: QFont, *, selected: bool) -> None:
    """Draw a state: icon and word on the soft colour of its tone; selected adds an outline."""
    small = _small(font)
    metrics, words = QFontMetrics(small), shown(state.title)
    height = metrics.height() + 1
    width = min(metrics.horizontalAdvance(words) + GAPS, cell.width() - LEFT - 3)
    box = QRectF(cell.x() + LEFT, cell.y() + (cell.height() - height) / 2, width, height)
    ink = tokens().colour(state.tone.value)
    _draw_pill(painter, box, tokens().colour(f"{state.tone.value}_bg"), ink if selected else None)
    painter.drawPixmap(QPointF(round(box.x()) + 7, round(box.center().y() - ICON / 2)),
                       pixmap(state.icon, state.tone.value, ICON, painter.device().devicePixelRatioF()))  # fmt: skip
    painter.setFont(small)
    painter.setPen(ink)
    painter.drawText(box.adjusted(23, 0, -3, 0), Qt.AlignmentFlag.AlignVCenter, words)


def box_side(font: QFont) -> int:
    """Return the side of a lettered box in the font of a list."""
    return QFontMetrics(_small(font)).height() + 1


def draw_boxes(painter: QPainter, cell: QRect, boxes: Sequence[Box], font: QFont) -> None:
    """Draw lettered boxes: given ones framed, limited ones in dashed amber, the others as a dash."""
    side = box_side(font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_small(font))
    left, top = cell.x() + LEFT, cell.y() + (cell.height() - side) / 2
    for place, box in enumerate(boxes):
        _draw_box(painter, QRectF(left + place * (side + BETWEEN), top, side, side), box)
    painter.restore()


def _draw_box(painter: QPainter, place: QRectF, box: Box) -> None:
    tone = "amber" if box.limited else "blue"
    if box.given:
        pen = QPen(tokens().colour(tone), 1)
        pen.setStyle(Qt.PenStyle.DashLine if box.limited else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(tokens().colour(f"{tone}_bg"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(tokens().colour(tone if box.given else "text2"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown(box.letter) if box.given else "–")


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(SMALLEST, font.pointSizeF() - 1))
    return small


def _draw_pill(painter: QPainter, box: QRectF, ground: QColor, outline: QColor | None) -> None:
    painter.setPen(QPen(outline, 1) if outline else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)


def _draw_tick(painter: QPainter, cell: QRect) -> None:
    """Draw the mark of a ticked row: a bar at its edge and a check at the end of its first cell."""
    painter.fillRect(cell.x(), cell.y(), 3, cell.height(), tokens().colour("link"))
    place = QPointF(cell.right() - ICON - 2, round(cell.center().y() - ICON / 2))
    painter.drawPixmap(place, pixmap("check", "link", ICON, painter.device().devicePixelRatioF()))

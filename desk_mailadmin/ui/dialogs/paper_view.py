"""Sheets as they will lie on the table: pages one below the other, drawn only where they are seen."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desk_mailadmin.ui.tokens import tokens

_KEPT_IMAGES = 6
_SMALLEST, _LARGEST = 0.2, 4.0
_STEP = 1.2
_POINTS_PER_INCH = 72
_SCREEN_DPI = 96


class Paper(Protocol):
    """A document that can be looked at; pages count from 0, sizes are in points (1/72 inch)."""

    def sizes(self) -> Sequence[QSizeF]:
        """Return the size of every page."""
        ...

    def image(self, page: int, dpi: float) -> QImage:
        """Return a page drawn at that resolution."""
        ...

    def close(self) -> None:
        """Called when another paper takes its place."""
        ...


class Fit(StrEnum):
    """How the zoom follows the size of the view."""

    PAGE = "page"
    WIDTH = "width"
    FREE = "free"


class PaperView(QAbstractScrollArea):
    """Shows a paper; ``zoomed`` carries the factor (1.0 is the size on paper), ``moved`` the page at the top."""

    zoomed = Signal(float)
    moved = Signal(int)

    def __init__(self, margin: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margin = margin
        self._paper: Paper | None = None
        self._sizes: Sequence[QSizeF] = ()
        self._tops: Sequence[float] = (0.0,)  # points above each page, margins not counted
        self._fit, self._zoom = Fit.PAGE, 1.0
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._marks: Sequence[tuple[int, QRectF]] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("打印预览"))
        self.setMinimumWidth(200)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit(self.page))

    def show_paper(self, paper: Paper | None) -> None:
        """Show another paper at the same place; the one before is closed."""
        if self._paper:
            self._paper.close()
        self._paper = paper
        self._sizes = paper.sizes() if paper else ()
        self._tops = tuple(accumulate((size.height() for size in self._sizes), initial=0.0))
        self._images.clear()
        self._marks = ()
        self._lay_out()
        self.setAccessibleDescription(self.tr("共 {count} 页").format(count=len(self._sizes)))

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page at the top of the view, from 0."""
        return self._page_at(self.verticalScrollBar().value() + self.viewport().height() / 3)

    @property
    def zoom(self) -> float:
        """The factor in force; 1.0 is the size on paper."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """How the zoom follows the view."""
        return self._fit

    def fit_to(self, fit: Fit) -> None:
        """Let the zoom follow the view from now on."""
        self._fit = fit
        self._lay_out()

    def zoom_to(self, factor: float) -> None:
        """Set the zoom."""
        self._fit, self._zoom = Fit.FREE, min(max(factor, _SMALLEST), _LARGEST)
        self._lay_out()

    def zoom_in(self) -> None:
        """Make the pages one step larger."""
        self.zoom_to(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Make the pages one step smaller."""
        self.zoom_to(self._zoom / _STEP)

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if 0 <= page < self.pages:
            self.verticalScrollBar().setValue(round(self._page_rect(page).top()) - self._margin)

    def mark(self, marks: Sequence[tuple[int, QRectF]]) -> None:
        """Mark places (page, rectangle in points from the top left) and bring the first into view."""
        self._marks = marks
        if marks:
            page, place = marks[0]
            top = self._page_rect(page).top() + place.top() * self._scale - self.viewport().height() / 3
            self.verticalScrollBar().setValue(round(top))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens().colour("paper_bg"))
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        first, last = (self._page_at(offset.y() + edge) for edge in (event.rect().top(), event.rect().bottom()))
        for number in range(first, min(last + 1, self.pages)):
            place = self._page_rect(number).translated(-offset)
            if place.intersects(QRectF(event.rect())):
                painter.drawImage(place, self._image(number))
                self._paint_marks(painter, number, place.topLeft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self.go_to(self.page + 1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.go_to(self.page - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self._zoom * _STEP ** (event.angleDelta().y() / 120))
        else:
            super().wheelEvent(event)

    @property
    def _scale(self) -> float:
        return self._zoom * _SCREEN_DPI / _POINTS_PER_INCH

    def _lay_out(self) -> None:
        if self._fit is not Fit.FREE and self._sizes:
            self._zoom = self._fitting()
        whole = self._whole()
        seen = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, round(whole.height()) - seen.height()))
        self.verticalScrollBar().setPageStep(seen.height())
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(0, round(whole.width()) - seen.width()))
        self.horizontalScrollBar().setPageStep(seen.width())
        self.viewport().update()
        self.zoomed.emit(self._zoom)

    def _fitting(self) -> float:
        room = self.viewport().size()
        widest = max(size.width() for size in self._sizes)
        tallest = max(size.height() for size in self._sizes)
        across = (room.width() - 2 * self._margin) / widest
        down = (room.height() - 2 * self._margin) / tallest
        scale = min(across, down) if self._fit is Fit.PAGE else across
        return min(max(scale * _POINTS_PER_INCH / _SCREEN_DPI, _SMALLEST), _LARGEST)

    def _whole(self) -> QSizeF:
        if not self._sizes:
            return QSizeF(0, 0)
        last = self._page_rect(self.pages - 1)
        widest = max(size.width() for size in self._sizes) * self._scale
        return QSizeF(widest + 2 * self._margin, last.bottom() + self._margin)

    def _page_rect(self, number: int) -> QRectF:
        above = self._tops[number] * self._scale + number * self._margin
        size = self._sizes[number] * self._scale
        left = max(self._margin, (self.viewport().width() - size.width()) / 2)
        return QRectF(QPointF(left, self._margin + above), size)

    def _page_at(self, y: float) -> int:
        """Return the last page that begins above a height of the whole paper."""
        begins = bisect_right(range(self.pages), y, key=lambda number: self._page_rect(number).top())
        return max(0, begins - 1)

    def _image(self, number: int) -> QImage:
        dpi = self._zoom * _SCREEN_DPI * self.devicePixelRatioF()
        key = (number, round(dpi * 10))
        if key not in self._images and self._paper:
            self._images[key] = self._paper.image(number, dpi)
            while len(self._images) > _KEPT_IMAGES:
                self._images.popitem(last=False)
        return self._images[key]

    def _paint_marks(self, painter: QPainter, number: int, corner: QPointF) -> None:
        ground = QColor(255, 213, 79, 110)  # a marker pen on white paper, in both themes
        for page, place in self._marks:
            if page == number:
                scaled = QRectF(place.topLeft() * self._scale, place.size() * self._scale)
                painter.fillRect(scaled.translated(corner), ground)

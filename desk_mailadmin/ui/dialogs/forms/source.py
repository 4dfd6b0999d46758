"""The form.toml itself, for those who know it: with line numbers, the line at fault marked, undo as in any text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desk_mailadmin.ui.tokens import tokens

_AIR = 6


class SourceEdit(QPlainTextEdit):
    """A text with numbered lines; ``mark`` shows which line is at fault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = _Numbers(self)
        self._marked = 0
        self.setAccessibleName(self.tr("源文件"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._follow)
        self._dress()

    def mark(self, line: int) -> None:
        """Mark a line (from 1) as being at fault; 0 marks none."""
        self._marked = line
        block = self.document().findBlockByNumber(line - 1)
        if line < 1 or not block.isValid():
            self.setExtraSelections([])
        else:
            shown = QTextEdit.ExtraSelection()
            shown.cursor = QTextCursor(block)
            shown.format.setBackground(tokens().colour("red_bg"))
            shown.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            self.setExtraSelections([shown])
        self._numbers.update()

    @property
    def marked(self) -> int:
        """The line that is marked, 0 for none."""
        return self._marked

    def go_to(self, line: int) -> None:
        """Put the cursor on a line (from 1)."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()

    def numbers_width(self) -> int:
        """Return how wide the line numbers are in px."""
        return self.fontMetrics().horizontalAdvance("9") * max(3, len(str(self.blockCount()))) + 2 * _AIR

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines that are seen."""
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), tokens().colour("head"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            number = block.blockNumber() + 1
            painter.setPen(tokens().colour("red" if number == self._marked else "text2"))
            place = QRect(0, round(top), self._numbers.width() - _AIR, round(height))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number))
            block, top = block.next(), top + height
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect()
        self._numbers.setGeometry(QRect(room.left(), room.top(), self.numbers_width(), room.height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()
        if event.type() == QEvent.Type.PaletteChange:
            self.mark(self._marked)

    def _dress(self) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font = QFont(self.font())
        font.setFamilies([fixed.family(), *self.font().families()])
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        self._make_room()

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _follow(self, rect: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())


class _Numbers(QWidget):
    def __init__(self, of: SourceEdit) -> None:
        super().__init__(of)
        self._of = of

    def sizeHint(self) -> QSize:
        return QSize(self._of.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._of.paint_numbers(event)

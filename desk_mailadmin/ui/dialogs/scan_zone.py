"""Where scans are dropped, pasted or chosen; each is compared with the record before it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_mailadmin.documents.pages import PageImage
from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, MessageLine
from desk_mailadmin.ui.dialogs.paper_view import Fit, PaperView
from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, column, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.scan import SCAN_FILTER, Scan, pictures_of, scan_from_file, scan_from_image
from desk_mailadmin.ui.progress import Report, Stopped, run_modal
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said, shown
from desk_mailadmin.ui.tokens import tokens

T = TypeVar("T")
_SHOWN_DPI = 150.0
Compare = Callable[[tuple[str, ...]], Message]
"""Says what the codes read from a scan mean for the record: ok (二维码一致), warning (none found), error (another)."""


class ScanZone(QWidget):
    """The dashed field and the scans under it; ``changed`` is sent when one comes or goes."""

    changed = Signal()

    def __init__(self, compare: Compare, prompter: Prompter) -> None:
        super().__init__()
        self._compare, self._prompter = compare, prompter
        self._scans: list[tuple[Scan, Message]] = []
        self.trouble = MessageLine()
        self.trouble.hide()
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        whole = column(self._field(), self.trouble, spacing=6)
        whole.addLayout(self._list)
        self.setLayout(whole)
        self.setAcceptDrops(True)

    @property
    def scans(self) -> tuple[Scan, ...]:
        """The scans that will be attached."""
        return tuple(scan for scan, _ in self._scans)

    @property
    def foreign(self) -> bool:
        """Whether a scan belongs to another record."""
        return any(verdict.kind is MessageKind.ERROR for _, verdict in self._scans)

    def say(self, message: Message | None) -> None:
        """Say something under the field; None takes it back."""
        self.trouble.show_message(message)
        self.trouble.setVisible(message is not None)

    def take_file(self, path: Path) -> None:
        """Read a file and add it, or say why not."""
        self._take(path.name, lambda report: scan_from_file(path, report))

    def take_image(self, image: QImage) -> None:
        """Add a picture from the clipboard."""
        name = self.tr("粘贴的图片 {count}.png").format(count=len(self._scans) + 1)
        self._take(name, lambda report: scan_from_image(name, image, report))

    def take_clipboard(self) -> bool:
        """Add what the clipboard holds; False where it holds neither a picture nor files."""
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none once it is emptied
        return held is not None and self.take_data(held)

    def take_data(self, data: QMimeData) -> bool:
        """Add pictures or files that were pasted or dropped; False for anything else."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if not paths and data.hasImage():
            image = data.imageData()
            self.take_image(image if isinstance(image, QImage) else QImage(image))
            return True
        for path in paths:
            self.take_file(path)
        return bool(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take_data(event.mimeData()):
            event.acceptProposedAction()

    def _field(self) -> QWidget:
        words = label(self.tr("把扫描件拖到这里，或 Ctrl+V 粘贴；图片上的二维码会核对是不是这一张"), wrap=True)
        choose = Button(self.tr("选文件…"), "folder-open")
        on_click(choose, self._choose)
        zone = DashedFrame()
        across = row(IconLabel(18, "paperclip"), spacing=8, margins=(14, 12, 14, 12))
        across.addWidget(words, 1)
        across.addWidget(choose)
        zone.setLayout(across)
        return zone

    def _choose(self) -> None:
        path = self._prompter.open_path(self.tr("选扫描件"), filters=shown(SCAN_FILTER))
        if path:
            self.take_file(path)

    def _take(self, name: str, read: Callable[[Report], Scan]) -> None:
        scan = self._held(name, read)
        if scan is None:
            return
        self.say(None)
        self._scans.append((scan, self._compare(scan.digits)))
        self._show()

    def _held(self, name: str, read: Callable[[Report], T]) -> T | None:
        """Return what was read behind a modal progress; None where it cannot be read, which is said, or was stopped."""
        try:
            return run_modal(self.window(), self.tr("正在读 {file}").format(file=name), read)
        except Stopped:
            return None
        except DeskError as error:
            remedy = remedy_of(error) if isinstance(error, EnvironmentFault) else ""
            self.say(Message(MessageKind.ERROR, f"{said(error)}{remedy}"))
            return None

    def _look(self, scan: Scan) -> None:
        pictures = self._held(scan.name, lambda report: pictures_of(scan, _SHOWN_DPI, report))
        if pictures is not None:
            ScanViewer(scan, pictures, self).exec()

    def _show(self) -> None:
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for scan, verdict in self._scans:
            self._list.addWidget(self._line(scan, verdict))
        self.changed.emit()

    def _line(self, scan: Scan, verdict: Message) -> QWidget:
        text = self.tr("{name}　{pages} 页　{verdict}")
        words = MessageLine()
        words.show_message(Message(verdict.kind, text.format(name=scan.name, pages=scan.pages, verdict=verdict.text)))
        look, remove = Button(self.tr("看"), "eye", "link"), Button(self.tr("移除"), kind="link")
        on_click(look, lambda: self._look(scan))
        on_click(remove, lambda: self._remove(scan))
        across = row(spacing=6)
        across.addWidget(words, 1)
        across.addWidget(look)
        across.addWidget(remove)
        return holding(across)

    def _remove(self, scan: Scan) -> None:
        self._scans = [one for one in self._scans if one[0] is not scan]
        self._show()


class DashedFrame(QFrame):
    """A white field with a dashed edge: something may be dropped here."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens().colour("border"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(tokens().colour("base"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)


class PicturePaper:
    """Pictures as the pages of a paper; ``dpi`` is the resolution at which they are taken to be."""

    def __init__(self, pictures: Sequence[PageImage], dpi: float) -> None:
        self._dpi = dpi
        kind = QImage.Format.Format_Grayscale8
        self._images = [QImage(one.pixels, one.width, one.height, one.stride, kind).copy() for one in pictures]

    def sizes(self) -> Sequence[QSizeF]:
        """Return the size of every page in points."""
        return [QSizeF(image.size()) * (72 / self._dpi) for image in self._images]

    def image(self, page: int, dpi: float) -> QImage:
        """Return a page at that resolution."""
        size = QSizeF(self._images[page].size()) * (dpi / self._dpi)
        return self._images[page].scaled(size.toSize(), mode=Qt.TransformationMode.SmoothTransformation)

    def close(self) -> None:
        """Nothing to give back."""


class ScanViewer(DialogFrame):
    """Shows what a scan looks like in a window of its own; it was drawn in the child, never here."""

    def __init__(self, scan: Scan, pictures: Sequence[PageImage], parent: QWidget | None = None) -> None:
        super().__init__(scan.name, (800, 900), parent=parent)
        self.view = PaperView()
        self.view.show_paper(PicturePaper(pictures, _SHOWN_DPI))
        self.view.fit_to(Fit.PAGE)
        self.fill(self.view)

"""Bringing a PDF onto paper: CUPS takes the file itself, everything else gets grey pages at 600 dpi (FORMS.md 1)."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desk_mailadmin.documents.pages import shifted
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.page_image import PdfPaper

RASTER_DPI = 600
_PATIENCE = 30  # seconds a printing system may take to accept a sheet
_MM_PER_INCH = 25.4
_REMEDY = QT_TRANSLATE_NOOP(
    "desk", "检查打印机是否开机、连好、有纸，再按“打印”；也可以先“另存 PDF”。这张表仍是“未打印”。"
)
_REMEDY_ON_PAPER = QT_TRANSLATE_NOOP("desk", "检查打印机是否开机、连好、有纸，再按“打印”。这张仍是“未打印”。")


class PrinterGone(EnvironmentFault):
    """Nothing can be printed at all at present: the printer or the printing system is not there."""


class PrinterName(Struct, frozen=True):
    """A printer: the name the system knows and the one people read."""

    name: str
    title: str
    is_default: bool = False


class PrintOrder(Struct, frozen=True):
    """What goes to which printer.

    ``sets`` is how often the whole PDF is printed; the shift (mm, right and down) makes up for printers that pull the
    paper askew. ``can_save`` says that the paper may become a file instead.
    """

    pdf: bytes
    title: str
    printer: str
    sets: int = 1
    shift_right: float = 0
    shift_down: float = 0
    can_save: bool = True


def available_printers() -> tuple[PrinterName, ...]:
    """Return the printers of this machine, as Qt or (where Qt has no plug-in for it) CUPS names them."""
    usual = QPrinterInfo.defaultPrinterName()
    found = [_named(info, usual) for info in QPrinterInfo.availablePrinters()]
    return tuple(found) or _cups_printers()


def _named(info: QPrinterInfo, usual: str) -> PrinterName:
    name, place = info.printerName(), info.location()
    return PrinterName(name, f"{info.description() or name}{f'（{place}）' if place else ''}", name == usual)


def print_pdf(order: PrintOrder, make_printer: Callable[[], QPrinter] | None = None) -> None:
    """Print; returns once the printing system has taken it. May run in a thread.

    Raises EnvironmentFault if it did not: then nothing may be noted as printed.
    """
    spooler = shutil.which("lp")
    if spooler and make_printer is None:
        _hand_to_cups(spooler, order)
    else:
        _print_pages(order, (make_printer or (lambda: _qt_printer(order)))())


def save_pdf(pdf: bytes, path: Path) -> None:
    """Write the PDF beside ``path`` and move it into place; EnvironmentFault leaves an older file as it was."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "没有存下 {file}：{reason}。"),
            remedy=QT_TRANSLATE_NOOP("desk", "换一个文件夹或文件名，或关闭正在看这个文件的程序，再存一次。"),
            file=path.name,
            reason=error.strerror or str(error),
        ) from error


def _cups_printers() -> tuple[PrinterName, ...]:
    lister = shutil.which("lpstat")
    if lister is None:
        return ()
    try:
        listed = subprocess.run([lister, "-e"], capture_output=True, text=True, timeout=5, check=False)  # noqa: S603  (a fixed command)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    names = listed.stdout.split()
    return tuple(PrinterName(name, name, place == 0) for place, name in enumerate(names))


def _hand_to_cups(spooler: str, order: PrintOrder) -> None:
    command = [spooler, *(["-d", order.printer] if order.printer else []), "-n", str(order.sets), "-t", order.title]
    command += ["-o", "print-scaling=none", "-"]
    pdf = shifted(order.pdf, order.shift_right, order.shift_down)
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603  (no shell)
    except subprocess.TimeoutExpired as error:
        raise _not_printed(order, QT_TRANSLATE_NOOP("desk", "打印系统没有回答"), PrinterGone) from error
    except OSError as error:
        raise _not_printed(order, error.strerror or str(error), PrinterGone) from error
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().removeprefix("lp: ").rstrip("。.")
        reason = words or f"lp {done.returncode}"
        raise _not_printed(order, reason, EnvironmentFault if _is_known(order.printer) else PrinterGone)


def _is_known(printer: str) -> bool:
    """Say whether CUPS still has this printer; without lpstat nobody knows, and it counts as there."""
    known = _cups_printers()
    return shutil.which("lpstat") is None or printer in [one.name for one in known] or (not printer and bool(known))


def _qt_printer(order: PrintOrder) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if order.printer:
        printer.setPrinterName(order.printer)
    if not printer.isValid() or (not order.printer and not QPrinterInfo.defaultPrinterName()):
        raise _not_printed(order, QT_TRANSLATE_NOOP("desk", "没有可用的打印机"), PrinterGone)
    return printer


def _print_pages(order: PrintOrder, printer: QPrinter) -> None:
    paper = PdfPaper(order.pdf)
    sizes = list(paper.sizes()) * order.sets
    printer.setDocName(order.title)
    printer.setResolution(RASTER_DPI)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setFullPage(True)
    printer.setPageLayout(_layout(sizes[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise _not_printed(order, QT_TRANSLATE_NOOP("desk", "打印机没有接受"))
    try:
        _paint_all(order, paper, sizes, printer, painter)
    finally:
        painter.end()
        paper.close()


def _paint_all(
    order: PrintOrder, paper: PdfPaper, sizes: Sequence[QSizeF], printer: QPrinter, painter: QPainter
) -> None:
    dpi = printer.resolution()
    corner = QPointF(order.shift_right, order.shift_down) * (dpi / _MM_PER_INCH)
    count = len(paper.sizes())
    for place, size in enumerate(sizes):
        if place and not (printer.setPageLayout(_layout(size)) and printer.newPage()):
            printer.abort()
            raise _not_printed(order, QT_TRANSLATE_NOOP("desk", "打印中断"))
        painter.drawImage(corner, paper.image(place % count, dpi))


def _layout(size: QSizeF) -> QPageLayout:
    lying = size.width() > size.height()
    upright = size.transposed() if lying else size
    page = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(page, way, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _not_printed(order: PrintOrder, reason: str, kind: type[EnvironmentFault] = EnvironmentFault) -> EnvironmentFault:
    remedy = _REMEDY if order.can_save else _REMEDY_ON_PAPER
    return kind(
        QT_TRANSLATE_NOOP("desk", "“{title}”没有打印：{reason}。"), remedy=remedy, title=order.title, reason=reason
    )

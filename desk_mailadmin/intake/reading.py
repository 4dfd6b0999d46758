"""Any table file to grids: what the guard lets in, by the reader that fits."""

from __future__ import annotations

from pathlib import Path

from desk_mailadmin.intake.grid import Document
from desk_mailadmin.intake.guard import FileKind, Limits, judge, shown_name
from desk_mailadmin.kernel.errors import DeskError, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


def read_document(path: Path, limits: Limits) -> Document:
    """Return the sheets of any table file; meant to run in the child (``child.run_apart``).

    Raises UserError, one sentence with what to do, for everything that cannot be read.
    """
    judged = judge(path, limits)
    match judged.kind:
        case FileKind.TEXT:
            from desk_mailadmin.intake.text_reader import read_text

            return read_text(path, limits)
        case FileKind.HTML:
            from desk_mailadmin.intake.html_reader import read_html

            return read_html(path, limits)
        case FileKind.XLSX if judged.fits(limits):
            from desk_mailadmin.intake.workbook_reader import read_workbook as read
        case _:
            from desk_mailadmin.intake.workbook_reader import read_values as read
    try:
        return read(path, judged, limits)
    except (DeskError, MemoryError):
        raise
    except Exception as broken:  # the readers raise whatever a broken file makes them
        template = QT_TRANSLATE_NOOP("desk", "“{file}”的内容已损坏，无法读取，在 Excel 里打开、另存为新文件再导入。")
        raise UserError(template, file=shown_name(path)) from broken

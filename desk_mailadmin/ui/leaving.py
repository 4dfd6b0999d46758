"""A register's list on its way out of the window: clipboard, printer, Excel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desk_mailadmin.documents.cell_text import pasted_as_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import MINUS
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.table import Column, Kind, outgoing
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.clipboard import FORGOTTEN_AFTER, copy_for_a_while
from desk_mailadmin.ui.hooks import Hooks, ListJob
from desk_mailadmin.ui.progress import Report, RowFeed
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.table_model import RegisterModel

CHUNK = 200
EXCEL = "Excel (*.xlsx)"
_FIGURES = (Kind.MONEY, Kind.COUNT)


class Leaving(QObject):
    """Copies, prints and exports what the list shows: the whole filtered list, in screen order."""

    def __init__(self, register: Register, model: RegisterModel, bench: WindowBench, hooks: Hooks) -> None:
        super().__init__(model)
        self._register, self._model, self._bench, self._hooks = register, model, bench, hooks

    def copy(self, columns: Sequence[Column[Any]], places: Sequence[int]) -> None:
        """Put these rows on the clipboard as tab-separated text with headers; what the list hides stays hidden."""
        kept = tuple(columns)
        reason = self._hooks.reason(kept, len(places))
        if reason is None:
            return
        columns = [outgoing(column) for column in columns]
        lines = [[pasted_as_text(shown(column.title)) for column in columns]]
        for place in places:
            row = self._model.row_at(place)
            lines.append([self._told(row, column) for column in columns])
        text = "\n".join("\t".join(line) for line in lines)
        if any(column.personal for column in columns):
            copy_for_a_while(text)
            said = self.tr("已复制 {n} 行，里面有个人信息，{seconds} 秒后从剪贴板清除")
        else:
            QGuiApplication.clipboard().setText(text)
            said = self.tr("已复制 {n} 行")
        self._hooks.copied(
            ListJob(self._register, self._model.query, kept, "", len(places), iter(()), reason=reason), text
        )
        self._bench.tell(said.format(n=len(places), seconds=FORGOTTEN_AFTER // 1000))

    def _told(self, row: Any, column: Column[Any]) -> str:
        """Return a cell on one line; of an amount the minus that spreadsheets read."""
        text = " ".join(self._model.text(row, column).split())
        return text.replace(MINUS, "-") if column.kind in _FIGURES else pasted_as_text(text)

    def print_list(self, columns: Sequence[Column[Any]], filtered_by: str) -> None:
        """Hand the list to the printing of lists."""
        if self._hooks.print_list is not None:
            job = self._job(columns, filtered_by, printed=True)
            reason = self._hooks.reason(job.columns, job.total)
            if reason is not None:
                self._hooks.print_list(replace(job, reason=reason))

    def export(self, columns: Sequence[Column[Any]], filtered_by: str) -> None:
        """Ask for a file and write the list to it in a worker thread."""
        write = self._hooks.export_list
        if write is None:
            return
        job = self._job(columns, filtered_by, printed=False)
        reason = self._hooks.reason(job.columns, job.total)
        if reason is None:
            return
        title, day = shown(self._register.title), self._hooks.clock.today()
        suggested = f"{title}_{day:%Y%m%d}.xlsx"
        path = self._bench.prompter.save_path(self.tr("导出 Excel"), suggested=suggested, filters=EXCEL)
        if path is None:
            return
        feed: RowFeed[Any] = RowFeed(job.chunks, self)

        def work(report: Report) -> int:
            chunks = feed.taken(report, job.total)
            write(replace(job, chunks=chunks, reason=reason), path)
            return job.total

        said = self.tr("已导出 {n} 条到 {name}")
        going = self._bench.later(
            self.tr("导出 {title}").format(title=title), work,
            lambda done: self._bench.tell(said.format(n=done, name=path.name)),
        )  # fmt: skip
        going.finished.connect(feed.close)

    def _job(self, columns: Sequence[Column[Any]], filtered_by: str, *, printed: bool) -> ListJob:
        kept = tuple(column for column in columns if column.kind is not Kind.NEXT_STEP)
        if printed:
            kept = tuple(column for column in kept if column.printed)
        total = self._model.rowCount()
        if not total:
            raise UserError(QT_TRANSLATE_NOOP("desk", "列表里没有记录，没有可以打印或导出的内容。"))
        return ListJob(self._register, self._model.query, kept, filtered_by, total, self._model.all_rows(CHUNK))

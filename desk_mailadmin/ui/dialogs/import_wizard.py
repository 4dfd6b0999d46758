"""Importing a file in five steps: file, columns, check, changes, result; nothing is written before the fourth."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.ui.dialogs.import_check import CheckPage
from desk_mailadmin.ui.dialogs.import_pages import ColumnsPage, FilePage, MovesPage, ResultPage
from desk_mailadmin.ui.dialogs.import_session import ImportResult, ImportSession
from desk_mailadmin.ui.dialogs.pieces import label
from desk_mailadmin.ui.dialogs.wizard_frame import WizardFrame
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.progress import Report, Stopped, run_modal
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said

T = TypeVar("T")
FILE, COLUMNS, CHECK, MOVES, RESULT = range(5)


class ImportWizard(WizardFrame):
    """Leads an :class:`ImportSession`; ``result_value`` is what was written, None while nothing is."""

    def __init__(
        self,
        session: ImportSession,
        prompter: Prompter,
        *,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session.title, (1240, 640), memory=memory, parent=parent)
        self.result_value: ImportResult | None = None
        self._session, self._prompter = session, prompter
        self._path: Path | None = None
        self._mapping: dict[str, str] = {}
        self._edited = False
        self.file_page = FilePage(session, self._ask_for_file)
        self.columns_page = ColumnsPage()
        self.check_page = CheckPage(session, prompter)
        self.moves_page = MovesPage()
        self.result_page = ResultPage()
        self.file_page.chosen.connect(self.open_file)
        self.check_page.table.edited.connect(self._on_edited)
        self.result_page.undone.connect(self._undo)
        self.lay_out_pages(self._titled_pages(), label(self.tr("导入可整批撤销"), "small"))

    def open_file(self, path: Path) -> None:
        """Read a file and go to its columns; a file that cannot be read is said, and another can be chosen."""
        self.file_page.say("")
        if self._hold(self.tr("正在读 {name}").format(name=path.name), lambda report: self._session.open(path, report)):
            self._path, self._edited = path, False
            self.file_page.name.setText(str(path))
            self.go_to(COLUMNS)

    def reject(self) -> None:
        """Close; asks only if cells were changed that nobody else has."""
        lost = self._edited and self.result_value is None and self.step != RESULT
        if not lost or self._prompter.confirm(
            self.tr("表里改过的内容还没有导入。"), self.tr("放弃"), detail=self.tr("放弃后要重新改。"), danger=True
        ):
            super().reject()

    def forward_text(self, step: int) -> str:
        if step == MOVES:
            going, skipped = self.check_page.going_in()
            rest = self.tr("，跳过 {count} 行").format(count=skipped) if skipped else ""
            return self.tr("导入 {count} 行").format(count=going) + rest
        return super().forward_text(step)

    def entered(self, step: int) -> None:
        self.forward.setEnabled(step != FILE or self._path is not None)
        self.back.setVisible(FILE < step < RESULT)
        self.cancel.setVisible(step != RESULT)
        if step == COLUMNS:
            self.columns_page.show_columns(self._session.source_columns(), self._session.fields())
            self._mapping = self.columns_page.mapping()
        elif step == CHECK and self._path:
            self.check_page.show_file(self._path.name)
        elif step == MOVES:
            self.moves_page.show_groups(self._session.movements())
            self.forward.setEnabled(self.check_page.going_in()[0] > 0)

    def may_leave(self, step: int) -> bool:
        if step == COLUMNS:
            return self._map_columns()
        return self._write() if step == MOVES else True

    def _titled_pages(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("选文件"), self.file_page),
            (self.tr("对应列"), self.columns_page),
            (self.tr("检查"), self.check_page),
            (self.tr("导入"), self.moves_page),
            (self.tr("结果"), self.result_page),
        ]

    def _ask_for_file(self) -> Path | None:
        return self._prompter.open_path(self._session.title, filters=self._session.file_filter)

    def _map_columns(self) -> bool:
        if not self.columns_page.check(self._session.required(), self._session.fields()):
            return False
        mapping = self.columns_page.mapping()
        if mapping == self._mapping:
            return True
        return self._hold(self.tr("正在重新读"), lambda report: self._session.remap(mapping, report))

    def _write(self) -> bool:
        ticked = self.moves_page.ticked
        written: list[ImportResult] = []
        done = self._hold(self.tr("正在导入"), lambda report: written.append(self._session.write(ticked, report)))
        if done:
            self.result_value = written[0]
            self.result_page.show_result(written[0])
        return done

    def _hold(self, title: str, job: Callable[[Report], T]) -> bool:
        try:
            run_modal(self, title, job)
        except Stopped:
            return False
        except DeskError as error:
            remedy = remedy_of(error) if isinstance(error, EnvironmentFault) else ""
            self._say(f"{said(error)}{remedy}")
            return False
        return True

    def _say(self, text: str) -> None:
        if self.step == FILE:
            self.file_page.say(text)
        else:
            self._prompter.warn(text)

    def _on_edited(self) -> None:
        self._edited = True
        self.forward.say(self.forward_text(self.step))

    def _undo(self) -> None:
        undo = self.result_value.undo if self.result_value else None
        if undo is None:
            return
        try:
            undo()
        except DeskError as error:
            self._prompter.warn(said(error))
        else:
            self.result_value = None
            self.result_page.show_undone()

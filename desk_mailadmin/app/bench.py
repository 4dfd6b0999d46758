"""The window's bench: dialogs shown, papers previewed, sheets scanned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QDialog

from desk_mailadmin.app.data_checks import DataChecks
from desk_mailadmin.catalogue import ALL_REGISTERS, register_of
from desk_mailadmin.documents.library import Form
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.register import Action, Register
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.journal.rules import field_title
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.scanner import TakesScans
from desk_mailadmin.ui.shown import said, shown
from desk_mailadmin.unfinished import Unfinished

if TYPE_CHECKING:  # dialogs are imported when the first one is shown (SPEED a)
    from desk_mailadmin.ui.dialogs.preview import Print
    from desk_mailadmin.ui.dialogs.preview_job import BatchJob, PreviewJob
    from desk_mailadmin.ui.dialogs.print_queue import PrintQueue

Show = Callable[[QDialog], bool]
LOCK = "lock_desk"
"""The menu's entry that locks the window; it is of use under 多人使用 only."""
READ_ONLY = {
    "backup": (
        QT_TRANSLATE_NOOP("desk", "这是只读打开的台账，不能登记：台账正被另一个程序使用，这里看的是最近的备份。"),
        QT_TRANSLATE_NOOP("desk", "要登记，先关掉那边的窗口，再从这里重新打开台账。"),
    ),
    "folder": (
        QT_TRANSLATE_NOOP("desk", "这是只读打开的台账，不能登记：它所在的文件夹没有写入权限。"),
        QT_TRANSLATE_NOOP("desk", "要登记，请管电脑的人开放写入权限，或把整个文件夹复制到能写入的磁盘，再打开那一份。"),
    ),
}
"""Why nothing can be entered, and what to do about it."""


def why_read_only(office: Office) -> str:
    """Return which reason of READ_ONLY holds for an office, empty where everything can be entered."""
    if not office.desk.view_only:
        return ""
    return "backup" if office.scratch is not None else "folder"


def show_modally(dialog: QDialog) -> bool:
    """Show a dialog until it is closed; say whether it was accepted."""
    return dialog.exec() == QDialog.DialogCode.Accepted


class AppBench(WindowBench):
    """What actions get in hand in the real window.

    ``show`` answers dialogs, ``send`` hands a sheet to a printer (the system's, where none is given).
    """

    def __init__(
        self, office: Office, prompter: Prompter, memory: Memory, show: Show = show_modally, send: Print | None = None
    ) -> None:
        super().__init__(
            desk=office.desk,
            services=office.services,
            prompter=prompter,
            preview=self._previewed,
            read_only=shown(READ_ONLY[why][0]) if (why := why_read_only(office)) else "",
            refused=self._why_refused,
        )
        self.memory = memory
        self._office = office
        self.unfinished = Unfinished(office.desk)
        self._queue: PrintQueue | None = None
        self._show, self._send = show, send
        self.checks = DataChecks(office, self)

    def check_data(self) -> None:
        """Check all of the desk while the clerk waits, and show what was found."""
        self.run(self.checks.ask)

    def field_title(self, register: str, field: str) -> str:
        """Return what people call a field of a register's records: its column's title, else the field itself."""
        columns = register_of(register).table.columns if register in self.services else ()
        named = {column.key: shown(column.title) for column in columns}
        return named.get(field) or named.get(field.removesuffix("_id")) or shown(field_title(field))

    def field_text(self, register: str, field: str, value: str | None) -> str:
        """Return a field's value as people read it: a state by its title, empty for nothing."""
        states = register_of(register).table.states if register in self.services and field == "state" else ()
        return next((shown(state.title) for state in states if state.key == value), value or "")

    def _why_refused(self, action: Action) -> str:
        """Return why the person at the desk may not do an action; empty where an office works alone."""
        refusal = self.desk.gate.refusal(action.deed, action.right)
        return said(refusal) if refusal else ""

    def todos(self, register: Register, today: date) -> Sequence[Todo]:
        """Return what is due in a register; for who looks after some units only, what concerns their records."""
        person = self.desk.gate.person
        if person is None or not person.units:
            return super().todos(register, today)
        try:
            due = super().todos(register, today)
        except UserError:  # it looked at a record of another unit
            return ()
        return [todo for todo in due if todo.record is not None and self._is_ours(register, todo.record)]

    def _is_ours(self, register: Register, record: int) -> bool:
        try:
            return bool(self.services[register.key].rows([record]))
        except UserError:
            return False

    def show_dialog(self, dialog: QDialog) -> bool:
        """Show a dialog and say whether it was accepted; it is let go of afterwards."""
        try:
            return self._show(dialog)
        finally:
            dialog.deleteLater()

    def show_dialog_kept(self, dialog: QDialog) -> bool:
        """Show a dialog and say whether it was accepted; whoever made it lets go of it."""
        return self._show(dialog)

    def offer_reckoning(self) -> None:
        """Offer to reckon the months of telephoning that an import left waiting."""
        from desk_mailadmin.app.reckoning import offer_reckoning

        offer_reckoning(self, self._office)

    def scan_next(self, digits: str) -> None:
        """Go on with the sheet that was scanned while another was being registered."""
        if digits:
            self.scanned(digits)

    def scanned(self, digits: str) -> None:
        """Do what a scanned sheet asks for: its signature if it waits for one, else show its record."""
        dialog = _in_front()
        if isinstance(dialog, TakesScans):
            dialog.take_scan(digits)
        elif dialog is None:
            self.run(lambda: self._open_scanned(digits))

    def misread(self, digits: str) -> None:
        """Say that a scanner read a sheet wrongly, in the dialog that waits for scans, else in the window."""
        dialog = _in_front()
        if isinstance(dialog, TakesScans):
            dialog.take_misread(digits)
        elif dialog is None:
            self.run(lambda: SheetCode.parse(digits))

    def _open_scanned(self, digits: str) -> None:
        papers = self.services["papers"]
        form, _code = papers.read_code(digits)
        number = papers.number_of(digits)
        register = _register_of_form(form)
        record = self.services[register.key].numbered(number)
        if record is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "台账里没有编号 {number}。"), number=number)
        if register.scanned is None or self.read_only:
            self.show_record(register.key, record)
        else:
            register.scanned(self, record)

    @property
    def queue(self) -> PrintQueue | None:
        """The window of the print queue, None where none is open."""
        return self._queue

    def leave_queue(self) -> bool:
        """Close the queue before the window closes, asking while it prints; False where the clerk stays."""
        queue = self._queue
        if queue is None:
            return True
        if not queue.leave():
            return False
        if queue.run.is_running:  # the present sheet ends and is kept before the desk is closed
            waiting = QEventLoop()
            queue.run.ended.connect(waiting.quit)
            waiting.exec()
        return True

    def _previewed(self, job: PreviewJob | BatchJob) -> bool:
        from desk_mailadmin.ui.dialogs.preview import PreviewDialog
        from desk_mailadmin.ui.dialogs.preview_job import BatchJob

        if isinstance(job, BatchJob):
            self._preview_batch(job)
            return False
        dialog = PreviewDialog(job, self.prompter, send=self._printer(), memory=self.memory, parent=self.window)
        self.show_dialog(dialog)
        return dialog.was_printed

    def _preview_batch(self, job: BatchJob) -> None:
        """Show a batch; what is to be printed goes into the queue, which says by itself what became of it."""
        from desk_mailadmin.ui.dialogs.batch_preview import BatchPreview

        dialog = BatchPreview(job, self.prompter, memory=self.memory, parent=self.window)
        self.show_dialog(dialog)
        if dialog.tray is not None:
            queue = self._queue or self._open_queue()
            queue.add(dialog.outcomes, dialog.copies, dialog.tray, job.anew)

    def _open_queue(self) -> PrintQueue:
        from desk_mailadmin.ui.dialogs.print_queue import PrintQueue

        papers = self.services["papers"]
        queue = PrintQueue(
            papers, self.unfinished, self.prompter, self._printer(), memory=self.memory, parent=self.window
        )
        queue.told.connect(self.tell)
        queue.finished.connect(self._on_queue_closed)
        self._queue = queue
        queue.show()
        return queue

    def _on_queue_closed(self) -> None:
        if self._queue is not None:
            self._queue.deleteLater()
        self._queue = None

    def _printer(self) -> Print:
        from desk_mailadmin.ui.dialogs.printing import print_pdf

        return self._send or print_pdf


def _in_front() -> object:
    """Return the dialog that holds the window, None where there is none."""
    return QApplication.activeModalWidget()


def _register_of_form(form: Form) -> Register:
    for register in ALL_REGISTERS:
        if register.scans(form.spec):
            return register
    raise UserError(QT_TRANSLATE_NOOP("desk", "“{title}”不属于任何登记簿，扫不出是哪一张。"), title=form.spec.title)

"""Run beside a test, never in it: the real window with an application half typed in, until the system ends the program.

``python -m tests.faults.typing_in FOLDER`` prints ``typed`` once something is entered that no draft holds yet.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desk_mailadmin.app.main import Program, open_window
from desk_mailadmin.registers.applications.form import new_application
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog
from tests.desks import clock

REASON = "与供应商联系交货期，还没有保存。"


def type_in() -> None:
    """Enter something into the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, FormDialog):
        QTimer.singleShot(100, type_in)
        return
    found = dialog.field("reason").findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    found.setPlainText(REASON)
    print("typed", flush=True)


def main(folder: Path) -> int:
    start = Program.start

    def started(program: Program, place: Path | None) -> bool:
        done = start(program, place)
        assert program.window is not None
        bench = program.window.bench
        QTimer.singleShot(300, lambda: new_application(bench, "account_application"))
        QTimer.singleShot(600, type_in)
        return done

    Program.start = started  # type: ignore[method-assign]  # a clerk's hands, put in where the window stands
    return open_window(folder, clock())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

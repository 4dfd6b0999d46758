"""The composition root of the window: application, desk, services, window; and what happens before there is a desk."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desk_mailadmin import __version__
from desk_mailadmin.app.backup_rounds import BackupRounds
from desk_mailadmin.app.bench import AppBench, Show, show_modally
from desk_mailadmin.app.desk_window import DeskWindow, make_window
from desk_mailadmin.app.ending import Ending
from desk_mailadmin.app.going_back import GoingBack
from desk_mailadmin.app.instance import SingleInstance
from desk_mailadmin.app.last_desk import LAST_DESK, last_desk, window_settings
from desk_mailadmin.app.people import arrived
from desk_mailadmin.app.sample import is_sample, sample_folder, sample_office
from desk_mailadmin.app.settings_file import settings_of
from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import APP_NAME, Office, default_folder, open_office, view_backup
from desk_mailadmin.recovery import is_restorable
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.holder import DeskHeld
from desk_mailadmin.store.opening import wait_until_free
from desk_mailadmin.store.unlocking import DeskLocked
from desk_mailadmin.ui.app_icon import app_icon, stand_alone_in_the_taskbar
from desk_mailadmin.ui.garbage import Garbage
from desk_mailadmin.ui.guard import Guard
from desk_mailadmin.ui.input_method import reach_fcitx
from desk_mailadmin.ui.progress import run_modal
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.qt_prompter import QtPrompter
from desk_mailadmin.ui.scanner import Scanner
from desk_mailadmin.ui.shown import remedy_of, said, shown
from desk_mailadmin.ui.theme import Theme
from desk_mailadmin.ui.translations import load_translations

if TYPE_CHECKING:
    from desk_mailadmin.ui.dialogs.first_run import FirstRunWizard

DESKTOP_FILE = "desk-mailadmin"
"""The name of the .desktop file, so that a Linux desktop shows the window under its own icon."""
_HELD_CHOICES = (
    Choice("again", QT_TRANSLATE_NOOP("desk", "再试一次")),
    Choice("view", QT_TRANSLATE_NOOP("desk", "只查看最近的备份")),
)
_RESTORE = Choice("restore", QT_TRANSLATE_NOOP("desk", "从备份恢复"))
_BROKEN_CHOICES = (Choice("again", QT_TRANSLATE_NOOP("desk", "再试一次")), _RESTORE)


def open_window(place: Path | None, clock: Clock) -> int:
    """Open the window on a desk and stay until it is closed; return the exit code."""
    reach_fcitx(os.environ, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_FILE)
    app.setWindowIcon(app_icon())
    stand_alone_in_the_taskbar(APP_NAME)
    settings, damaged = settings_of(Path(window_settings().fileName()))
    program, garbage, ending = Program(app, settings, clock), Garbage(), Ending(app)
    if damaged is not None:
        program.tell(damaged)
    try:
        return program.run(place)
    finally:
        program.end()
        ending.stop()
        garbage.stop()


STOPPED = 2  # the exit code of a start that a fault ended
CHECK_PAUSE, DAILY_PAUSE = 1_000, 60 * 60 * 1000
"""Milliseconds the window stands before its desk is checked, and between two looks whether a new day began."""


class Program:
    """The running program: one window on one desk at a time; ``prompter`` and ``show`` answer for a clerk."""

    def __init__(
        self,
        app: QApplication,
        settings: QSettings,
        clock: Clock,
        prompter: Prompter | None = None,
        show: Show = show_modally,
    ) -> None:
        self._app, self._settings, self._clock = app, settings, clock
        self._translators = load_translations(app)
        self._theme = Theme(app, settings)
        self._prompter: Prompter = prompter or QtPrompter(clock)
        self._show_dialog = show
        self._going_back = GoingBack(self._prompter, clock, show)
        log = Path(settings.fileName()).with_suffix(".log")
        self._guard = Guard(self._prompter, clock, log)
        self._instance = SingleInstance()
        self._scanner = Scanner(app)
        self._scanner.watch(app)
        self.window: DeskWindow | None = None
        self._left: FirstRunWizard | None = None

    def run(self, place: Path | None) -> int:
        """Show a desk until its window is closed; return the exit code. Whoever double-clicked reads no terminal."""
        try:
            return self._app.exec() if self.start(place) else 0
        except Exception as fault:  # noqa: BLE001  (the outermost edge of the start: said in a window, kept in the log)
            self._guard.meet_at_start(fault)
            return STOPPED

    def start(self, place: Path | None) -> bool:
        """Find a desk and show it; False where the clerk withdrew or another window has it."""
        wanted = place or last_desk(self._settings) or default_folder()
        if self._instance.raised_elsewhere(wanted):
            return False
        office = self._existing(wanted) if self._is_desk(wanted) else self._first(wanted, asked=place is not None)
        if office is None:
            return False
        self._show(office)
        return True

    def end(self) -> None:
        """Close the desk of a window that the system did not let the clerk close; nobody is asked any more."""
        if self.window is not None:
            self.window.end()

    def tell(self, fault: EnvironmentFault) -> None:
        """Say what is wrong with this machine before a desk is opened."""
        self._prompter.warn(said(fault), remedy_of(fault))

    def _is_desk(self, place: Path) -> bool:
        return place.is_file() or (place / "desk.maildesk").exists()

    def _existing(self, place: Path) -> Office | None:
        """Open a desk; say what is wrong with it and what can be done, until it opens or the clerk withdraws."""
        while True:
            try:
                return self._arrived(open_office(place, self._clock, Changes()))
            except DeskLocked as locked:
                office = self._by_code(locked, lambda code: open_office(place, self._clock, Changes(), code=code))
                return office and self._arrived(office)
            except DeskHeld as fault:
                if fault.is_passing and self._let_go_by_itself(place):
                    continue
                match self._prompter.choose(f"{said(fault)}{remedy_of(fault)}", _HELD_CHOICES):
                    case "view":
                        return self._viewed(place)
                    case None:
                        return None
            except EnvironmentFault as fault:
                if not self._may_go_on(place, fault):
                    return None
            except DeskError as fault:
                self._prompter.warn(said(fault))
                return None

    def _let_go_by_itself(self, place: Path) -> bool:
        """Wait, behind a progress, for a program that holds the file but for a moment; say whether it let go."""
        title = shown(QT_TRANSLATE_NOOP("desk", "台账文件正被别的程序占用，等它放开"))
        return run_modal(None, title, lambda _report: wait_until_free(place), stoppable=False)

    def _by_code(self, locked: DeskLocked, opened: Callable[[Secret], Office]) -> Office | None:
        """Open an encrypted desk by the recovery code that the clerk types."""
        from desk_mailadmin.app.encryption import by_code

        return by_code(locked, opened, self._prompter, self._show_dialog)

    def _arrived(self, office: Office) -> Office | None:
        """Under 多人使用, ask who is there before anything is shown; the desk is closed where nobody says so."""
        if arrived(office, self._prompter, self._show_dialog):
            return office
        office.close()
        return None

    def _may_go_on(self, place: Path, fault: EnvironmentFault) -> bool:
        """Say what hinders the opening; True where it is tried again, after a restore if the clerk wants one."""
        if not self._going_back.helps(place, fault):
            return self._prompter.retry(said(fault), remedy_of(fault))
        match self._prompter.choose(f"{said(fault)}{remedy_of(fault)}", _BROKEN_CHOICES):
            case "again":
                return True
            case "restore":
                return self._going_back.choose(place)
            case _:
                return False

    def _viewed(self, place: Path) -> Office | None:
        """Show the newest backup of a desk that another program holds."""
        into, office = Path(tempfile.mkdtemp(prefix="desk_mailadmin_view_")), None
        try:
            try:
                office = view_backup(place, self._clock, into)
            except DeskLocked as locked:
                office = self._by_code(locked, lambda code: view_backup(place, self._clock, into, code))
            return office and self._arrived(office)
        except DeskError as fault:
            self._prompter.warn(said(fault), remedy_of(fault) if isinstance(fault, EnvironmentFault) else "")
            return None
        finally:
            if office is None:
                shutil.rmtree(into, ignore_errors=True)

    def _first(self, wanted: Path, *, asked: bool) -> Office | None:
        """Lead through the first run; a desk that was there before is never silently made anew (F11)."""
        missing = last_desk(self._settings)
        if missing is not None and not self._is_desk(missing) and not asked:
            return self._lost(missing)
        return self._wizard(default_folder() if not asked else wanted)

    def _lost(self, missing: Path) -> Office | None:
        question = shown(
            QT_TRANSLATE_NOOP("desk", "上次用的台账不见了：{place}。可能是盘没有插上，或文件夹被移走了。"),
            place=missing,
        )
        ways = (
            Choice("find", shown(QT_TRANSLATE_NOOP("desk", "找到它在哪里"))),
            *([_RESTORE] if is_restorable(missing) else ()),
            Choice("new", shown(QT_TRANSLATE_NOOP("desk", "另建一个新的台账"))),
        )
        match self._prompter.choose(question, ways):
            case "find":
                found = self._prompter.open_folder(shown(QT_TRANSLATE_NOOP("desk", "台账所在的文件夹")))
                return self._existing(found) if found else None
            case "restore":
                return self._existing(missing) if self._going_back.choose(missing) else None
            case "new":
                return self._wizard(default_folder())
            case _:
                return None

    def _wizard(self, default: Path) -> Office | None:
        """Lead through the steps to a desk; steps that were left for the sample go on with what was entered."""
        wizard = self._left or self._new_wizard(default)
        wizard.wants_sample = False
        made = self._show_dialog(wizard)
        self._leave(wizard if wizard.wants_sample else None)
        if wizard.wants_sample:
            return self._sample()
        if not made or wizard.value is None:
            return None
        office = self._existing(wizard.value.place)
        if office is not None and wizard.value.import_roster:
            QTimer.singleShot(0, self._app, self._import_roster)
        return office

    def _sample(self) -> Office | None:
        """Make the sample anew; where a window shows it already, that one comes to the front and keeps its files."""
        if self._instance.raised_elsewhere(sample_folder()):
            return None
        try:
            return sample_office(self._clock)
        except DeskHeld as fault:
            self._prompter.warn(said(fault), remedy_of(fault))
            return None

    def _new_wizard(self, default: Path) -> FirstRunWizard:
        from desk_mailadmin.app.first import first_run_job
        from desk_mailadmin.ui.dialogs.first_run import FirstRunWizard

        return FirstRunWizard(first_run_job(default, self._clock), self._prompter)

    def _leave(self, wizard: FirstRunWizard | None) -> None:
        """Keep a first run to come back to; while there is one, closing the window does not end the program."""
        self._left = wizard
        self._app.setQuitOnLastWindowClosed(wizard is None)

    def _come_back(self) -> None:
        """Go on with the first run left for the sample; 退出 with nothing entered ends the program, so does 取消."""
        if self._left is None:
            return
        ends = self.window is not None and self.window.ends and not self._left.step
        self._let_go()
        office = None if ends else self._wizard(default_folder())
        if office is None:
            self._app.quit()
        else:
            self._show(office)

    def _import_roster(self) -> None:
        if self.window is not None:
            self.window.start_action("staff", "import_roster")

    def _show(self, office: Office) -> None:
        if not is_sample(office.desk.folder):
            self._leave(None)
        if not office.desk.view_only and not is_sample(office.desk.folder):
            self._settings.setValue(LAST_DESK, str(office.desk.folder))
        self._instance.listen(office.desk.folder, self._raise)
        self.window = make_window(
            office,
            self._theme,
            self._settings,
            self._prompter,
            self._switch,
            self._show_dialog,
            put_back=self._put_back,
        )
        self._scanner.scanned.connect(self.window.bench.scanned)
        self._scanner.misread.connect(self.window.bench.misread)
        self.window.closed.connect(self._come_back, Qt.ConnectionType.QueuedConnection)
        self.window.show()
        self.window.rounds = BackupRounds(office, self.window)
        self.window.rounds.changed.connect(self.window.show_backups)
        self._keep_checked(self.window.bench)

    def _keep_checked(self, bench: AppBench) -> None:
        """Check the newest rows once the window stands, and all of the desk beside it once a day (SAFETY F38)."""
        for pause, once, look in (
            (CHECK_PAUSE, True, bench.checks.at_start),
            (DAILY_PAUSE, False, bench.checks.daily),
        ):
            timer = QTimer(self.window, interval=pause, singleShot=once)
            timer.timeout.connect(partial(bench.run, look))
            timer.start()

    def _raise(self) -> None:
        if self.window is not None:
            self.window.showNormal()
            self.window.raise_()
            self.window.activateWindow()

    def _switch(self, what: str) -> None:
        """Let go of this desk and show another; where the clerk withdraws, this one stays."""
        if what == "again":
            self._open_again()
            return
        ways: dict[str, Callable[[], Office | None]] = {
            "open": self._choose,
            "new": lambda: self._wizard(default_folder()),
            "sample": self._sample,
            "rebuild": self._rebuilt,
        }
        office = ways[what]()
        if office is not None:
            self._let_go()
            self._show(office)

    def _open_again(self) -> None:
        """Close the desk, by which another file may take its place (encryption), and open it once more."""
        from desk_mailadmin.app.encryption import settled

        assert self.window is not None
        desk = self.window.office.desk
        place, former = desk.folder, desk.encryption.number
        self._let_go()
        office = self._existing(place)
        if office is None:
            self._app.quit()
            return
        self._show(office)
        bench = self.window.bench
        bench.run(lambda: settled(bench, office, former))

    def _rebuilt(self) -> Office | None:
        place = self._going_back.rebuild()
        return self._existing(place) if place is not None else None

    def _put_back(self, backup: Backup, reason: str) -> None:
        """Close the desk, put a backup in its place, and open it again: the restored one, or the old if it failed."""
        assert self.window is not None
        office = self.window.office
        folder, second = office.desk.folder, office.second_place()
        by = office.desk.gate.stamp(office.desk.who, "backup.restore")
        if not self.window.bench.leave_queue():
            return
        self._app.setQuitOnLastWindowClosed(False)
        self._let_go()
        self._going_back.restore(folder, backup, reason, by, second)
        again = self._existing(folder)
        self._app.setQuitOnLastWindowClosed(self._left is None)
        if again is None:
            self._app.quit()
        else:
            self._show(again)

    def _let_go(self) -> None:
        former, self.window = self.window, None
        if former is not None:
            self._scanner.scanned.disconnect(former.bench.scanned)
            self._scanner.misread.disconnect(former.bench.misread)
            former.closed.disconnect(self._come_back)
            former.close()
            former.deleteLater()

    def _choose(self) -> Office | None:
        folder = self._prompter.open_folder(shown(QT_TRANSLATE_NOOP("desk", "台账所在的文件夹")))
        return self._existing(folder) if folder else None

"""What the program adds to the window's menus: the desk, the month, settings, calendar, about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from desk_mailadmin.app import help_entries
from desk_mailadmin.app.backup_room import BackupRoom, PutBack
from desk_mailadmin.app.bench import LOCK, AppBench
from desk_mailadmin.app.doors import open_file
from desk_mailadmin.catalogue import ALL_SETTINGS, register_of
from desk_mailadmin.kernel.ledger_view import MONTH, is_month
from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.kernel.settings import Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.monthly import Month, month_named, suggested_name
from desk_mailadmin.office import Office
from desk_mailadmin.ui.hooks import MenuEntry
from desk_mailadmin.ui.shown import shown

EXCEL = QT_TRANSLATE_NOOP("desk", "Excel 工作簿 (*.xlsx)")
REBUILD = QT_TRANSLATE_NOOP("desk", "从备份重建台账…")
_WRITING = frozenset(
    {"backup", "settings", "calendar", "forms", "close_month", "reopen_month", "penalty", "encryption"}
)
"""Entries that change this desk; the others are offered on one opened only to be read, too."""
_DEEDS = {
    "settings": "setting",
    "calendar": "calendar.day",
    "forms": "form.save",
    "ledger": "export.ledger",
    "close_month": "month.close",
    "reopen_month": "month.reopen",
    "encryption": "encryption",
}
"""What an entry asks for under 多人使用, where that is more than entering (``resources/rights.toml``)."""


class Entries:
    """The entries of one window; ``switch`` opens another desk instead, ``put_back`` goes back to a backup."""

    def __init__(self, office: Office, switch: Callable[[str], None], put_back: PutBack) -> None:
        self._office, self._switch, self._put_back = office, switch, put_back

    def all(self) -> tuple[MenuEntry, ...]:
        """Return every entry in the order of its menu."""
        return (*self._of_the_desk(), *self._of_the_tools())

    def _of_the_desk(self) -> tuple[MenuEntry, ...]:
        return (
            self._entry(
                "file", "open_desk", QT_TRANSLATE_NOOP("desk", "打开台账…"), "folder-open", self._other("open")
            ),
            self._entry("file", "new_desk", QT_TRANSLATE_NOOP("desk", "新建台账…"), "file-plus", self._other("new")),
            self._entry("file", "sample", QT_TRANSLATE_NOOP("desk", "先看示例数据"), "eye", self._other("sample")),
            self._entry(
                "file", "backup", QT_TRANSLATE_NOOP("desk", "立即备份"), "hard-drive", self._backup, divided=True
            ),
            self._entry("file", "backups", QT_TRANSLATE_NOOP("desk", "备份…"), "history", self._backups),
            self._entry("file", "rebuild", REBUILD, "database", self._other("rebuild")),
            self._entry(
                "file",
                "folder",
                QT_TRANSLATE_NOOP("desk", "打开台账文件夹"),
                "folder",
                self._open_folder,
                divided=True,
            ),
            self._entry(
                "record",
                "penalty",
                QT_TRANSLATE_NOOP("desk", "登记处罚…"),
                "gavel",
                _new_penalty,
                "Ctrl+Shift+P",
                divided=True,
            ),
            self._entry(
                "report",
                "ledger",
                QT_TRANSLATE_NOOP("desk", "导出办公台账…"),
                "file-spreadsheet",
                self._ledger,
                "Ctrl+Shift+E",
            ),
            self._entry("report", "close_month", QT_TRANSLATE_NOOP("desk", "月结…"), "lock", self._close_month),
            self._entry(
                "report", "reopen_month", QT_TRANSLATE_NOOP("desk", "重开月份…"), "lock-open", self._reopen_month
            ),
        )

    def _of_the_tools(self) -> tuple[MenuEntry, ...]:
        return (
            self._entry("tools", "settings", QT_TRANSLATE_NOOP("desk", "设置…"), "settings", self._settings, "Ctrl+,"),
            self._entry(
                "tools", "calendar", QT_TRANSLATE_NOOP("desk", "节假日与调休…"), "calendar-days", self._calendar
            ),
            self._entry("tools", "forms", QT_TRANSLATE_NOOP("desk", "表单…"), "file-text", self._forms),
            self._entry(
                "tools", "members", QT_TRANSLATE_NOOP("desk", "多人使用…"), "users", self._members, divided=True
            ),
            self._entry(
                "tools", LOCK, QT_TRANSLATE_NOOP("desk", "锁定"), "lock", _lock, "Ctrl+L", offered=self._is_shared
            ),
            self._entry("tools", "encryption", QT_TRANSLATE_NOOP("desk", "加密…"), "key-round", self._encryption),
            self._entry(
                "tools",
                "nightly",
                QT_TRANSLATE_NOOP("desk", "每夜备份和检查…"),
                "moon",
                help_entries.set_nightly,
                divided=True,
            ),
            self._entry("tools", "check", QT_TRANSLATE_NOOP("desk", "检查数据…"), "shield-check", self._check),
            self._entry("help", "logs", QT_TRANSLATE_NOOP("desk", "打开日志文件夹"), "folder", help_entries.open_logs),
            self._entry("help", "about", QT_TRANSLATE_NOOP("desk", "关于…"), "info", self._about),
        )

    def _is_shared(self) -> bool:
        """Say whether several people work here: who works alone has nothing to lock."""
        return self._office.desk.gate.is_on

    def _entry(
        self,
        menu: str,
        key: str,
        title: str,
        icon: str,
        run: Callable[[AppBench], object],
        shortcut: str = "",
        *,
        divided: bool = False,
        offered: Callable[[], bool] = lambda: True,
    ) -> MenuEntry:
        def act(bench: Any, _ids: Any) -> None:
            run(bench)

        reads, deed = key not in _WRITING, _DEEDS.get(key, "")
        action = Action(key, title, icon, act, Scope.LIST, shortcut, reads=reads, deed=deed)
        return MenuEntry(menu, action, divided, offered)

    def _other(self, what: str) -> Callable[[AppBench], None]:
        def switch(bench: AppBench) -> None:
            if bench.leave_queue():  # else the window stays, and with it the desk
                self._switch(what)

        return switch

    def _backup(self, bench: AppBench) -> None:
        BackupRoom(self._office, bench, self._put_back).make()
        bench.refresh()

    def _backups(self, bench: AppBench) -> None:
        BackupRoom(self._office, bench, self._put_back).open()

    def _open_folder(self, _bench: AppBench) -> None:
        open_file(self._office.desk.folder)

    def _ledger(self, bench: AppBench) -> None:
        """Ask for the month and the place, and write the month's workbook."""
        today = self._office.desk.clock.today()
        span = bench.asked("penalties").filters.get(MONTH, "")
        asked = bench.prompter.ask_text(
            shown(QT_TRANSLATE_NOOP("desk", "导出哪个月的办公台账？")),
            label=shown(QT_TRANSLATE_NOOP("desk", "月份")),
            start=span if is_month(span) else str(Month(today.year, today.month)),
        )
        if asked is None:
            return
        month = month_named(asked)
        path = bench.prompter.save_path(
            shown(QT_TRANSLATE_NOOP("desk", "导出办公台账")),
            suggested=suggested_name(self._office, month),
            filters=shown(EXCEL),
        )
        if path is None:
            return

        from desk_mailadmin.month_close import export_month

        saved = bench.hold(
            shown(QT_TRANSLATE_NOOP("desk", "正在写办公台账")),
            lambda _report: export_month(self._office, str(month), path),
        )
        self._say_saved(bench, saved, moved=saved != path)

    def _close_month(self, bench: AppBench) -> None:
        from desk_mailadmin.app.month_closing import ask_close

        ask_close(bench, self._office)

    def _reopen_month(self, bench: AppBench) -> None:
        from desk_mailadmin.app.month_closing import ask_reopen

        ask_reopen(bench, self._office)

    def _say_saved(self, bench: AppBench, path: Path, *, moved: bool) -> None:
        template = (
            QT_TRANSLATE_NOOP("desk", "原来的文件正被打开，另存为 {path}")
            if moved
            else QT_TRANSLATE_NOOP("desk", "已导出到 {path}")
        )
        bench.tell(shown(template, path=path))

    def _settings(self, bench: AppBench) -> None:
        from desk_mailadmin.desk_file import apply_setting
        from desk_mailadmin.ui.dialogs.settings_dialog import SettingsDialog, SettingsJob

        desk = self._office.desk

        def put(setting: Setting[Any], value: Any, in_force: date, _yes: frozenset[str]) -> None:
            apply_setting(self._office, setting.key, value, in_force)

        job = SettingsJob(
            settings=ALL_SETTINGS,
            value=desk.settings.value,
            versions=desk.settings.versions,
            put=put,
            today=desk.clock.today,
        )
        bench.show_dialog(SettingsDialog(job, bench.prompter, memory=bench.memory, parent=bench.window))
        bench.refresh()

    def _calendar(self, bench: AppBench) -> None:
        from desk_mailadmin.ui.dialogs.calendar_editor import CalendarEditor, CalendarJob

        desk = self._office.desk

        def set_day(day: date, working: bool, name: str) -> None:
            with desk.work("calendar.day") as work:
                desk.workdays.set_day(work, day, working, name)

        def publish(year: int) -> None:
            with desk.work("calendar.publish") as work:
                desk.workdays.publish(work, year)

        job = CalendarJob(
            calendar=desk.workdays.calendar,
            days=desk.workdays.days,
            set_day=set_day,
            publish=publish,
            today=desk.clock.today,
        )
        bench.show_dialog(CalendarEditor(job, bench.prompter, memory=bench.memory, parent=bench.window))
        bench.refresh()

    def _members(self, bench: AppBench) -> None:
        from desk_mailadmin.app.people import show_members

        show_members(bench, self._office, bench.window.lock)

    def _forms(self, bench: AppBench) -> None:
        from desk_mailadmin.ui.dialogs.forms.forms_dialog import FormsDialog

        self._office.forms.read_again()  # what was laid there by hand meanwhile is shown, and in use
        bench.show_dialog(FormsDialog(self._office.forms, bench.prompter, memory=bench.memory, parent=bench.window))
        bench.refresh()

    def _encryption(self, bench: AppBench) -> None:
        from desk_mailadmin.app.encryption import lead

        if bench.leave_queue():  # the window is closed once the new file is ready
            lead(bench, self._office, self._switch)

    def _check(self, bench: AppBench) -> None:
        bench.check_data()

    def _about(self, bench: AppBench) -> None:
        help_entries.show_about(bench, self._office.desk.folder)


def _lock(bench: AppBench) -> None:
    bench.window.lock.lock()


def _new_penalty(bench: AppBench) -> None:
    """Enter a case from wherever the clerk is."""
    action = next(one for one in register_of("penalties").actions if one.key == "new")
    bench.do(action, ())

"""People at the desk in the window: who comes in, the lock after some minutes, the dialog 多人使用."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk_mailadmin.app.bench import AppBench, Show
from desk_mailadmin.kernel.pins import grouped
from desk_mailadmin.kernel.rights import ROLE_TITLES, Role
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.settings import COMPANY, IDLE_MINUTES
from desk_mailadmin.kernel.table import Choice, Column, Query, TableSpec
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.store.gate import Person
from desk_mailadmin.ui.curtain import Curtain, draw_curtains
from desk_mailadmin.ui.idle import IdleWatch
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import shown

if TYPE_CHECKING:
    from desk_mailadmin.ui.dialogs.members.member_forms import MembersJob
    from desk_mailadmin.ui.dialogs.members.who_dialog import Known, WhoDialog

_CODE_TITLE = QT_TRANSLATE_NOOP("desk", "多人使用恢复码")
_CODE_SHEET: TableSpec[tuple[str, str]] = TableSpec(
    columns=(
        Column("what", QT_TRANSLATE_NOOP("desk", "项目"), lambda row: row[0], width=8),
        Column("text", QT_TRANSLATE_NOOP("desk", "内容"), lambda row: row[1], width=30, stretch=True),
    ),
    row_id=lambda _row: 0,
    headline=lambda row: row,
)


def who_dialog(
    office: Office, prompter: Prompter, show: Show, *, locked: bool = False, parent: QWidget | None = None
) -> WhoDialog:
    """Return the dialog that asks who is at the desk; ``show`` shows the one for a lost PIN above it."""
    from desk_mailadmin.ui.dialogs.members.member_forms import recover_form
    from desk_mailadmin.ui.dialogs.members.who_dialog import Known, WhoDialog, WhoJob

    members, present = office.desk.members, office.desk.gate.person

    def recover(known: Known, above: QWidget) -> Any | None:
        form = recover_form(members, known.id, prompter, above)
        return form.result_value if show(form) else None

    people = members.active()
    known = [
        Known(one.id, one.entry.name, shown(ROLE_TITLES[one.entry.role]), one.entry.role is Role.ADMIN)
        for one in people
    ]
    job = WhoJob(
        known=known,
        check=members.check_pin,
        recover=recover,
        first=present.id if present else 0,
        company=office.desk.settings.value(COMPANY),
    )
    return WhoDialog(job, locked=locked, parent=parent)


def arrived(office: Office, prompter: Prompter, show: Show) -> bool:
    """Ask who is at the desk before anything of it is shown; False where nobody says so. Alone nothing is asked."""
    if not office.desk.gate.is_on:
        return True
    dialog = who_dialog(office, prompter, show)
    show(dialog)
    person: Person | None = dialog.person
    dialog.deleteLater()
    if person is None:
        return False
    office.desk.enter(person)
    return True


class Lock(QObject):
    """Locks the window of an office after some minutes without a touch, and by hand; idle where one is alone."""

    def __init__(self, office: Office, bench: AppBench, prompter: Prompter) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        super().__init__(bench.window)
        self._office, self._bench, self._prompter = office, bench, prompter
        self.is_locked = False
        self.watch = IdleWatch(app, self._seconds, office.desk.members.uptime)
        self.watch.idle.connect(self.lock)
        self.follow()

    def _seconds(self) -> float:
        return 60.0 * self._office.desk.settings.value(IDLE_MINUTES)

    def follow(self) -> None:
        """Watch, or watch no longer, as 多人使用 is on or off."""
        self.watch.end()
        if self._office.desk.gate.is_on:
            self.watch.begin()

    def end(self) -> None:
        """Watch no longer, because the window closes."""
        self.watch.end()

    def lock(self) -> None:
        """Cover every window and ask who is there; what was typed stays for the one who typed it."""
        if self.is_locked or not self._office.desk.gate.is_on:
            return
        self.is_locked = True
        self._bench.pause()
        _keep_drafts()
        title = shown(QT_TRANSLATE_NOOP("desk", "邮件管理台账"))
        curtains = draw_curtains(title, QT_TRANSLATE_NOOP("desk", "已锁定"))
        above = QApplication.activeModalWidget() or self._bench.window
        dialog = who_dialog(self._office, self._prompter, self._bench.show_dialog_kept, locked=True, parent=above)
        self._bench.show_dialog_kept(dialog)
        person: Person | None = dialog.person
        dialog.deleteLater()
        self._opened(person, curtains)

    def _opened(self, person: Person | None, curtains: list[Curtain]) -> None:
        """Let the same person go on; for another one, or none, what was open is closed first."""
        before = self._office.desk.gate.person
        if person is None or before is None or person.id != before.id:
            _close_dialogs()
        self.is_locked = False
        if person is None:
            self._bench.window.close()
            return
        self._office.desk.enter(person)
        self.watch.touch()
        for curtain in curtains:
            curtain.lift()
        self._bench.resume()
        self._bench.refresh()


def _open_dialogs() -> list[QDialog]:
    """Return the dialogs that are open, the one in front first."""
    seen = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isModal() and each.isVisible()
    ]
    return sorted(seen, key=lambda dialog: -_depth(dialog))


def _depth(widget: QWidget) -> int:
    above, depth = widget.parentWidget(), 0
    while above is not None:
        above, depth = above.parentWidget(), depth + 1
    return depth


def _keep_drafts() -> None:
    for dialog in _open_dialogs():
        keep = getattr(dialog, "keep_draft", None)
        if keep is not None:
            keep()


def _close_dialogs() -> None:
    """Close what the former person had open; what has a draft is found again by it."""
    for dialog in _open_dialogs():
        dialog.done(QDialog.DialogCode.Rejected)


def show_members(bench: AppBench, office: Office, lock: Lock) -> None:
    """Show the dialog 多人使用."""
    from desk_mailadmin.ui.dialogs.members.members_dialog import MembersDialog

    job = _members_job(bench, office, lock)
    bench.show_dialog(MembersDialog(job, bench.prompter, memory=bench.memory, parent=bench.window))
    bench.refresh()


def _members_job(bench: AppBench, office: Office, lock: Lock) -> MembersJob:
    from desk_mailadmin.ui.dialogs.members.member_forms import MembersJob

    desk, staff, units = office.desk, office.services["staff"], office.services["branches"]

    def staff_of(name: str) -> int | None:
        found = [row.id for row in staff.find(name) if row.name == name and row.state == "active"]
        return found[0] if len(found) == 1 else None

    def changed() -> None:
        desk.gate.read_again()
        if desk.gate.is_on and desk.gate.person is None:
            (admin,) = desk.members.active()
            person = desk.members.person(admin.id)
            assert person is not None, "who switched it on is there"
            desk.enter(person)
        office.name_clerk()
        lock.follow()
        bench.refresh()

    return MembersJob(
        members=desk.members,
        present=lambda: desk.gate.person.id if desk.gate.person else 0,
        units=[Choice(str(row.id), row.name) for row in units.rows(units.keys(Query()))],
        suggest=lambda text: [row.name for row in staff.find(text)],
        staff_of=staff_of,
        print_code=lambda code: _print_code(bench, office, code),
        changed=changed,
        clerk=desk.who,
    )


def _print_code(bench: AppBench, office: Office, code: Secret) -> None:
    """Show the sheet with the recovery code, to be printed; nothing is kept of it."""
    from desk_mailadmin.ui.paper_printing import print_list_sheet

    title = shown(_CODE_TITLE)
    told = (
        (QT_TRANSLATE_NOOP("desk", "恢复码"), grouped(code.bare)),
        (QT_TRANSLATE_NOOP("desk", "用处"), QT_TRANSLATE_NOOP("desk", "管理忘了 PIN 时设新的 PIN，别的用不上。")),
        (
            QT_TRANSLATE_NOOP("desk", "用法"),
            QT_TRANSLATE_NOOP("desk", "进入时选管理的姓名，点“管理忘了 PIN”，输入恢复码和新的 PIN。"),
        ),
        (
            QT_TRANSLATE_NOOP("desk", "保管"),
            QT_TRANSLATE_NOOP("desk", "锁进柜子，不拍照，不存进电脑；看到它的人能以管理的身份进入。"),
        ),
        (QT_TRANSLATE_NOOP("desk", "台账"), str(office.desk.folder)),
    )
    rows = [(shown(what), shown(text)) for what, text in told]
    (sheet,) = office.papers.list_sheets(title, _CODE_SHEET, rows)
    print_list_sheet(bench, title, sheet.pdf)

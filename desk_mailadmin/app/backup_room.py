"""The window of backups on one office: listed, made, copied elsewhere, gone back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desk_mailadmin.app.bench import AppBench
from desk_mailadmin.app.desk_todos import second_told
from desk_mailadmin.app.doors import open_file
from desk_mailadmin.app.going_back import named
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.settings import BACKUP_FOLDER
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.recovery import purges_told, would_lose
from desk_mailadmin.store.backup_examination import examine
from desk_mailadmin.store.backup_manifest import REASON_TITLES, WHOLE, Backup
from desk_mailadmin.store.restorations import Lost
from desk_mailadmin.store.second_place import ANSWERS, within
from desk_mailadmin.store.unlocking import DeskLocked, key_for
from desk_mailadmin.store.upgrades import ALL_STEPS
from desk_mailadmin.ui.shown import said, shown

if TYPE_CHECKING:
    from desk_mailadmin.ui.dialogs.backups_dialog import BackupRow, Told

PutBack = Callable[[Backup, str], object]
"""Closes the desk, puts a backup in its place for a reason, and opens it again."""

_MEGABYTE = 2**20
_MOST_NAMED = 8
_BARED = QT_TRANSLATE_NOOP("desk", "这份备份没有加密：恢复以后台账不再加密，谁拿到文件都能读；恢复后再加密一次。")


@dataclass(slots=True)
class BackupRoom:
    """What the window of backups does; ``put_back`` gets what the clerk chose once the window is closed."""

    office: Office
    bench: AppBench
    put_back: PutBack
    _listed: tuple[Backup, ...] = ()
    _chosen: list[tuple[Backup, str]] = field(default_factory=list)

    def open(self) -> None:
        """Show the window; where a backup was chosen, the desk goes back to it."""
        from desk_mailadmin.ui.dialogs.backups_dialog import BackupsDialog, BackupsJob

        bench = self.bench
        job = BackupsJob(
            rows=self.rows,
            told=self.told,
            make=lambda: bench.run(self.make),
            go_back=lambda place: bool(bench.run(lambda: self.ask(self._listed[place]))),
            choose_second=lambda: bench.run(self.choose_second),
            drill=lambda: bench.run(self.drill),
            slip=lambda: bench.run(self.print_slip),
            open_folder=lambda: open_file(self.office.desk.backups.folder),
            locked=bench.read_only,
        )
        bench.show_dialog(BackupsDialog(job, memory=bench.memory, parent=bench.window))
        if self._chosen:
            self.put_back(*self._chosen.pop())
        else:
            bench.refresh()

    def rows(self) -> list[BackupRow]:
        """Return the backups as they are listed, newest first."""
        from desk_mailadmin.ui.dialogs.backups_dialog import BROKEN, CHECKED, BackupRow
        from desk_mailadmin.ui.dialogs.backups_dialog import WHOLE as SOUND

        self._listed = self.office.desk.backups.list()
        folder = self.office.second_place()
        noted = self.office.desk.second_place.noted(folder) if folder is not None else None
        states = {"": CHECKED, WHOLE: SOUND}
        return [
            BackupRow(
                one.number,
                f"{one.moment.astimezone():%Y-%m-%d %H:%M}",
                shown(REASON_TITLES.get(one.reason, one.reason)),
                f"{one.facts.size / _MEGABYTE:,.1f} MB",
                f"{one.records:,}",
                states.get(one.integrity, BROKEN),
                "✓" if noted is not None and one.number in noted.numbers else "",
                shown(QT_TRANSLATE_NOOP("desk", "{count} 项"), count=would_lose(self.office, one).deeds),
            )
            for one in self._listed
        ]

    def told(self) -> Told:
        """Return what stands above the list."""
        from desk_mailadmin.ui.dialogs.backups_dialog import Told

        place = shown(QT_TRANSLATE_NOOP("desk", "备份放在 {folder}"), folder=self.office.desk.backups.folder)
        second, (drill, tone, has_slip) = self._second_told(), self._drill_told()
        return Told(place, *second, drill, tone, has_slip=has_slip)

    def _drill_told(self) -> tuple[str, str, bool]:
        from desk_mailadmin.drill_log import last_drill

        noted = last_drill(self.office)
        if noted is None:
            return shown(QT_TRANSLATE_NOOP("desk", "还没有做过恢复演练；每月自动做一次。")), "text2", False
        if noted.drill.passed:
            return shown(QT_TRANSLATE_NOOP("desk", "{day} 恢复演练通过。"), day=f"{noted.at:%Y-%m-%d}"), "green", True
        template = QT_TRANSLATE_NOOP("desk", "{day} 恢复演练没有通过：{fault}")
        return shown(template, day=f"{noted.at:%Y-%m-%d}", fault=noted.drill.faults[0]), "red", True

    def drill(self) -> None:
        """Make a drill now, behind a progress: whoever asks for it waits for the answer."""
        from desk_mailadmin.drill_log import note
        from desk_mailadmin.restore_drill import choose_backup, rehearse

        backup, folder = choose_backup(self.office), self.office.desk.folder
        title = shown(QT_TRANSLATE_NOOP("desk", "正在演练恢复"))
        found = self.bench.hold(title, lambda _report: rehearse(folder, backup), stoppable=False)
        note(self.office, found)
        if not found.passed:
            self.bench.prompter.warn(
                shown(QT_TRANSLATE_NOOP("desk", "恢复演练没有通过：{fault}"), fault="；".join(found.faults)),
                shown(
                    QT_TRANSLATE_NOOP("desk", "检查磁盘，再备份一次，再演练；还不通过，把演练记录交给管理电脑的同事。")
                ),
            )

    def print_slip(self) -> None:
        """Show the slip of the last drill, to be printed and signed; UserError before the first drill."""
        from desk_mailadmin.drill_log import last_drill
        from desk_mailadmin.restore_drill import slip
        from desk_mailadmin.ui.paper_printing import print_drawings

        noted = last_drill(self.office)
        if noted is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有做过恢复演练，没有记录可打。"))
        paper = slip(noted, self.office.desk.who)
        print_drawings(self.bench, [self.office.papers.drawing(paper)], lambda _record: paper, blank=False)

    def _second_told(self) -> tuple[str, str]:
        folder, second = self.office.second_place(), self.office.desk.second_place
        if folder is None:
            return shown(QT_TRANSLATE_NOOP("desk", "没有另存到别的盘；电脑坏了，备份也跟着没有。")), "red"
        noted, fault = second.noted(folder), second.fault(folder)
        tone = "red" if second.is_late(folder) else "green"
        if fault:
            return fault, tone
        if noted is None:
            return shown(QT_TRANSLATE_NOOP("desk", "另存到 {folder}，还没有存过。"), folder=folder), tone
        template = QT_TRANSLATE_NOOP("desk", "另存到 {folder}，最近一份 {at}，附件和打印存档也在那里。")
        return shown(template, folder=folder, at=second_told(self.office)["second"]), tone

    def make(self) -> None:
        """Back up now, and copy it elsewhere beside the window."""
        desk = self.office.desk
        title = shown(QT_TRANSLATE_NOOP("desk", "正在备份"))
        made = self.bench.hold(title, lambda _report: desk.backups.make("hand"), stoppable=False)
        self.bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已备份并核对：{file}"), file=made.file.name))
        self.copy_beside()

    def copy_beside(self) -> None:
        """Copy the newest backup to the second place, its progress in the status bar; a fault is told by 今日."""
        what = self.office.copying()
        if what is not None:
            self.office.desk.second_place.start(what, lambda _made: self.bench.window.backups_changed())

    def choose_second(self) -> None:
        """Ask for a folder on another disk, keep it as a setting, and copy at once."""
        from desk_mailadmin.desk_file import apply_setting

        title = shown(QT_TRANSLATE_NOOP("desk", "备份另存到哪个文件夹（移动硬盘或共享盘）"))
        folder = self.bench.prompter.open_folder(title)
        if folder is None or not self._is_meant(folder):
            return
        apply_setting(self.office, BACKUP_FOLDER.key, str(folder))
        self.copy_beside()

    def _is_meant(self, folder: Path) -> bool:
        """Ask about a folder on the disk of the desk itself: when it breaks, both are gone."""
        here = self.office.desk.folder.stat().st_dev
        if within(ANSWERS, lambda: folder.stat().st_dev != here, otherwise=True):
            return True
        question = shown(
            QT_TRANSLATE_NOOP("desk", "{folder} 和台账在同一块盘上，盘坏了两份都没有。还是存在那里？"), folder=folder
        )
        return self.bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "存在那里")))

    def ask(self, backup: Backup) -> bool:
        """Ask whether to go back to a backup, with what would be lost and why; True where the clerk means it."""
        self.office.desk.gate.check("backup.restore")
        refusal = self.bench.hold(
            shown(QT_TRANSLATE_NOOP("desk", "正在核对备份")), lambda _report: self._refusal(backup), stoppable=False
        )
        if refusal is not None:
            return self._older_instead(backup, refusal)
        lost = would_lose(self.office, backup, _MOST_NAMED)
        question = shown(QT_TRANSLATE_NOOP("desk", "恢复到这一份备份？\n{name}"), name=named(backup))
        verb = shown(QT_TRANSLATE_NOOP("desk", "恢复"))
        bared = bool(self.office.desk.encryption.number) and backup.key is None
        detail = "\n\n".join([*([shown(_BARED)] if bared else []), *_undone(lost), _loss(lost)])
        if not self.bench.prompter.confirm(question, verb, detail=detail, danger=bared or lost.deeds > 0):
            return False
        reason = self.bench.prompter.ask_text(
            shown(QT_TRANSLATE_NOOP("desk", "为什么恢复？写进日志。")), label=shown(QT_TRANSLATE_NOOP("desk", "原因"))
        )
        if not reason:
            return False
        self._chosen = [(backup, reason)]
        return True

    def _refusal(self, backup: Backup) -> EnvironmentFault | None:
        try:
            desk = self.office.desk
            key = desk.backups.key_of(backup) or key_for(backup.key, None)
            examine(backup, backup.file, desk=desk.uuid, steps=ALL_STEPS, key=key)
        except DeskLocked:
            return None  # the code is asked when it is restored
        except EnvironmentFault as refusal:
            return refusal
        return None

    def _older_instead(self, backup: Backup, refusal: EnvironmentFault) -> bool:
        older = next((one for one in self._listed if one.number < backup.number), None)
        if older is None:
            raise refusal
        verb = shown(QT_TRANSLATE_NOOP("desk", "用第 {number} 份"), number=older.number)
        detail = shown(QT_TRANSLATE_NOOP("desk", "再早的一份：{name}"), name=named(older))
        return self.bench.prompter.confirm(said(refusal), verb, detail=detail) and self.ask(older)


def _loss(lost: Lost) -> str:
    """Return what would be lost in words: how many deeds, and the latest of them."""
    if not lost.deeds:
        return shown(QT_TRANSLATE_NOOP("desk", "这份备份之后没有登记过什么，恢复不丢东西。现在的台账先做一份备份。"))
    head = shown(
        QT_TRANSLATE_NOOP(
            "desk", "{count} 项登记在这份备份之后，恢复以后没有。现在的台账先做一份备份，以后还能再恢复回来。"
        ),
        count=lost.deeds,
    )
    lines = [f"· {at[5:16].replace('T', ' ')}　{sentence}" for at, sentence in lost.sentences]
    more = lost.deeds - len(lines)
    rest = [shown(QT_TRANSLATE_NOOP("desk", "……以及更早的 {count} 项"), count=more)] if more > 0 else []
    return "\n".join([head, "", *lines, *rest])


def _undone(lost: Lost) -> list[str]:
    """Return what is said of destructions that the restore would undo; nothing where there are none."""
    if not lost.purges:
        return []
    template, values = purges_told(lost.purges)
    return [shown(template, **values)]

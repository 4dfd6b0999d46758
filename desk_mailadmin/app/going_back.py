"""Going back to a backup in the window: for an open desk, for one that cannot be opened, on a new machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from desk_mailadmin.app.bench import Show, show_modally
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.recovery import (
    also_told,
    go_back,
    is_restorable,
    kept_backups,
    older_than,
    purges_told,
    purges_undone,
    told,
)
from desk_mailadmin.store.backup_examination import backup_at
from desk_mailadmin.store.backup_manifest import REASON_TITLES, Backup
from desk_mailadmin.store.database import FILE_NAME
from desk_mailadmin.store.faults import CORRUPT, NOT_OURS, NOT_OURS_HERE
from desk_mailadmin.store.gate import ALONE, Author
from desk_mailadmin.store.identity import MISSING
from desk_mailadmin.store.restorations import lost_from
from desk_mailadmin.store.restoring import Restored
from desk_mailadmin.store.shared_disk import refuse_shared
from desk_mailadmin.store.unlocking import DeskLocked
from desk_mailadmin.store.upgrades.runner import UpgradeFailed
from desk_mailadmin.ui.progress import run_modal
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said, shown

_MOST_OFFERED = 15
_HEALED = (CORRUPT[0], NOT_OURS[0], NOT_OURS_HERE[0], MISSING)
"""What a backup helps against."""

BACKUP_FILES = QT_TRANSLATE_NOOP("desk", "台账备份 (*.maildesk)")


class GoingBack:
    """Asks what must be asked and restores; the desk is closed meanwhile. ``show`` answers the dialog for a code."""

    def __init__(self, prompter: Prompter, clock: Clock, show: Show = show_modally) -> None:
        self._prompter, self._clock, self._show = prompter, clock, show

    def helps(self, place: Path, fault: EnvironmentFault) -> bool:
        """Say whether a backup would help against what hinders the opening of a desk, and there is one."""
        is_healed = fault.template in _HEALED or isinstance(fault, UpgradeFailed)
        return is_healed and is_restorable(_folder(place))

    def choose(self, place: Path) -> bool:
        """Let the clerk choose one of the backups of a desk that cannot be opened; True where it was restored."""
        offered = kept_backups(_folder(place))[:_MOST_OFFERED]
        ways = [Choice(str(backup.number), named(backup)) for backup in offered]
        question = _question(place, offered[0])
        key = self._prompter.choose(question, ways, verb=shown(QT_TRANSLATE_NOOP("desk", "恢复")))
        chosen = next((backup for backup in offered if str(backup.number) == key), None)
        if chosen is None or not self._is_meant(_folder(place), chosen):
            return False
        reason = shown(QT_TRANSLATE_NOOP("desk", "台账打不开"))
        return self.restore(_folder(place), chosen, reason)

    def rebuild(self) -> Path | None:
        """Make a desk anew from a backup file, on a new machine; return where it stands, None where none was made."""
        file = self._prompter.open_path(
            shown(QT_TRANSLATE_NOOP("desk", "移动硬盘或共享盘上的备份")), filters=shown(BACKUP_FILES)
        )
        into = file and self._prompter.open_folder(shown(QT_TRANSLATE_NOOP("desk", "把台账放进哪个空文件夹")))
        if file is None or into is None:
            return None
        if any(into.iterdir()):
            self._prompter.warn(shown(QT_TRANSLATE_NOOP("desk", "{folder} 不是空文件夹。"), folder=into))
            return None
        reason = shown(QT_TRANSLATE_NOOP("desk", "在新的地方重建"))
        try:
            refuse_shared(into)
            backup = backup_at(file)
            return into if self._is_meant(into, backup) and self.restore(into, backup, reason) else None
        except DeskError as fault:
            self._warn(fault)
            return None

    def _is_meant(self, folder: Path, backup: Backup) -> bool:
        """Ask once more where a restore brings back what was destroyed by its term."""
        purges = purges_undone(folder, backup)
        if not purges:
            return True
        template, values = purges_told(purges)
        return self._prompter.confirm(shown(template, **values), shown(QT_TRANSLATE_NOOP("desk", "恢复")), danger=True)

    def restore(
        self, folder: Path, backup: Backup, reason: str, by: Author = ALONE, second: Path | None = None
    ) -> bool:
        """Restore a backup of a closed desk; where it is refused, offer the next older one. True where it was done."""
        while True:
            try:
                done = self._by_code_if_locked(partial(self._restored, folder, backup, reason, by, second))
            except DeskError as fault:
                older = older_than(folder, backup)
                if not older or not isinstance(fault, EnvironmentFault):
                    self._warn(fault)
                    return False
                verb = shown(QT_TRANSLATE_NOOP("desk", "用第 {number} 份"), number=older[0].number)
                detail = shown(QT_TRANSLATE_NOOP("desk", "再早的一份：{name}"), name=named(older[0]))
                if not self._prompter.confirm(said(fault), verb, detail=detail):
                    return False
                backup = older[0]
            else:
                self._tell(done)
                return done is not None

    def _by_code_if_locked(self, restored: Callable[[Secret | None], Restored]) -> Restored | None:
        """Restore; where only the recovery code helps, ask for it as where a desk is opened. None: nobody gave it."""
        from desk_mailadmin.app.encryption import by_code

        try:
            return restored(None)
        except DeskLocked as locked:
            refused: list[EnvironmentFault] = []

            def tried(code: Secret) -> Restored | None:
                try:
                    return restored(code)
                except EnvironmentFault as fault:  # the code was right; what else hinders is said without the dialog
                    refused.append(fault)
                    return None

            done = by_code(locked, tried, self._prompter, self._show)
            if refused:
                raise refused[-1] from locked
            return done

    def _restored(
        self, folder: Path, backup: Backup, reason: str, by: Author, second: Path | None, code: Secret | None
    ) -> Restored:
        title, clock, (who, member) = shown(QT_TRANSLATE_NOOP("desk", "正在恢复")), self._clock, by
        options: dict[str, Any] = {"reason": reason, "who": who, "member": member, "second": second, "code": code}
        return run_modal(
            None,
            title,
            lambda _report: go_back(folder, backup, clock, **options),
            stoppable=False,
        )

    def _tell(self, done: Restored | None) -> None:
        if done is None:
            return
        template, values = told(done)
        more = [shown(text, **values) for text, values in also_told(done)]
        self._prompter.inform(shown(template, **values), "\n".join(more))

    def _warn(self, fault: DeskError) -> None:
        self._prompter.warn(said(fault), remedy_of(fault) if isinstance(fault, EnvironmentFault) else "")


def _question(place: Path, newest: Backup) -> str:
    """Ask for the backup, and say before anything is done what the newest one does not hold."""
    lost = lost_from(_folder(place) / FILE_NAME, newest)
    asked = shown(QT_TRANSLATE_NOOP("desk", "恢复到哪一份备份？最上面的是最近的一份。"))
    if lost is None:
        unknown = QT_TRANSLATE_NOOP("desk", "旧文件读不出来，{at} 以后登记过什么要对着纸补。")
        return f"{asked}{shown(unknown, at=f'{newest.moment:%Y-%m-%d %H:%M}')}"
    told = QT_TRANSLATE_NOOP("desk", "用最近的一份，之后登记的 {count} 项要重新登记；旧文件会留着。")
    return f"{asked}{shown(told, count=lost.deeds)}" if lost.deeds else asked


def named(backup: Backup) -> str:
    """Return a backup in words, for a list to choose from."""
    return shown(
        QT_TRANSLATE_NOOP("desk", "第 {number} 份　{at}　{why}　{records} 条记录"),
        number=backup.number,
        at=f"{backup.moment:%Y-%m-%d %H:%M}",
        why=shown(REASON_TITLES.get(backup.reason, backup.reason)),
        records=f"{backup.records:,}",
    )


def _folder(place: Path) -> Path:
    return place.parent if place.name == FILE_NAME and not place.is_dir() else place

"""Going back to a backup: which ones there are, what would be lost, and the restore itself, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.entered import checked_text
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.store.backup_examination import backup_at
from desk_mailadmin.store.backup_manifest import WHOLE, Backup, read_backup
from desk_mailadmin.store.backups import BACKUPS
from desk_mailadmin.store.database import FILE_NAME, raw
from desk_mailadmin.store.journal import NOBODY
from desk_mailadmin.store.restorations import Lost, lost_from, lost_since
from desk_mailadmin.store.restoring import Restored, purged_on, restore, safety_backup
from desk_mailadmin.store.upgrades import ALL_STEPS

_LONGEST_REASON = 500

Stage = Callable[[str], None]


def kept_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups beside the desk in ``folder``, newest first, whether or not the desk can be opened."""
    found = [read_backup(manifest) for manifest in (folder / BACKUPS).glob("*.json")]
    fit = [backup for backup in found if backup is not None and backup.integrity in ("", WHOLE)]
    return tuple(sorted(fit, key=lambda backup: backup.number, reverse=True))


def named_backup(folder: Path, named: str) -> Backup:
    """Return the backup of the desk in ``folder`` by its number, or by its file anywhere.

    Raises EnvironmentFault where there is none of that name.
    """
    if named.isascii() and named.isdecimal():
        for backup in kept_backups(folder):
            if backup.number == int(named):
                return backup
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "没有第 {number} 份备份。"),
            remedy=QT_TRANSLATE_NOOP("desk", "用 backup --list 看有哪些备份。"),
            number=named,
        )
    return backup_at(Path(named))


def older_than(folder: Path, backup: Backup) -> tuple[Backup, ...]:
    """Return the backups before one, newest first: of its own folder, for it may be one of the second place."""
    found = [read_backup(manifest) for manifest in backup.file.parent.glob("*.json")]
    ours = [one for one in (*found, *kept_backups(folder)) if one and one.uuid == backup.uuid]
    older = {one.number: one for one in ours if one.number < backup.number}
    return tuple(older[number] for number in sorted(older, reverse=True))


def would_lose(office: Office, backup: Backup, most: int = 0) -> Lost:
    """Return what was entered in an open desk after a backup."""
    with office.desk.reading():
        return lost_since(raw(office.desk.database), backup, most, office.desk.backups.key_of(backup))


def purges_undone(folder: Path, backup: Backup) -> tuple[str, ...]:
    """Return the destructions after a backup of a closed desk, by number, or by day where the desk cannot be read."""
    lost = lost_from(folder / FILE_NAME, backup)
    return purged_on(folder, backup) if lost is None else lost.purges


def purges_told(purges: tuple[str, ...]) -> tuple[str, dict[str, object]]:
    """Return the sentence that says what a restore undoes of destructions."""
    return QT_TRANSLATE_NOOP(
        "desk", "这份备份之后做过到期销毁（{purges}）：恢复以后，销毁了的个人信息又在台账里，要再销毁一次。"
    ), {"purges": "、".join(purges)}


def go_back(
    folder: Path,
    backup: Backup,
    clock: Clock,
    *,
    reason: str,
    who: str = "",
    member: Mapping[str, object] = NOBODY,
    second: Path | None = None,
    tell: Stage = lambda _sentence: None,
    code: Secret | None = None,
) -> Restored:
    """Put a backup in the place of the closed desk in ``folder``, which is backed up before; return what came of it.

    ``member`` is what the journal notes beside ``who``; ``code`` is an encrypted backup's recovery code. Raises
    UserError without a reason, EnvironmentFault with the desk as it was where anything hinders (DeskLocked: the code
    is needed).
    """
    said = checked_text(reason, QT_TRANSLATE_NOOP("desk", "原因"), "reason", _LONGEST_REASON)
    if not said:
        raise UserError(QT_TRANSLATE_NOOP("desk", "写明为什么恢复，它留在日志里。"), field="reason")
    tell(QT_TRANSLATE_NOOP("desk", "正在备份现在的台账"))
    safety_backup(folder, clock, code)
    known = second if second is not None else _second_of(backup, folder)
    return restore(
        folder,
        backup,
        clock=clock,
        steps=ALL_STEPS,
        who=who,
        member=member,
        reason=said,
        second=known,
        tell=tell,
        code=code,
    )


def _second_of(backup: Backup, folder: Path) -> Path | None:
    """Return the folder of the second copies, where the backup itself stands in it."""
    beside = backup.file.parent
    return beside if beside.resolve() != (folder / BACKUPS).resolve() else None


def told(done: Restored) -> tuple[str, dict[str, object]]:
    """Return the sentence that says what came of a restore, and its values."""
    values: dict[str, object] = {
        "number": done.backup.number,
        "at": f"{done.backup.moment:%m-%d %H:%M}",
        "lost": done.lost,
        "damaged": done.damaged,
        "missing": len(done.missing),
        "brought": done.brought,
    }
    if done.lost is None and done.damaged is not None:
        return QT_TRANSLATE_NOOP("desk", "已从第 {number} 份备份恢复（{at}）；读不出来的旧文件留在 {damaged}。"), values
    if done.lost is None:
        return QT_TRANSLATE_NOOP("desk", "已从第 {number} 份备份恢复（{at}）。"), values
    return QT_TRANSLATE_NOOP(
        "desk", "已从第 {number} 份备份恢复（{at}）；{lost} 项登记在这份备份之后，没有带回。"
    ), values


def also_told(done: Restored) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what is to be said besides: of destructions undone, numbers already on paper, attachments and prints."""
    if done.purges:
        yield purges_told(done.purges)
    if done.numbers:
        yield (
            QT_TRANSLATE_NOOP(
                "desk", "编号 {numbers} 已经印在纸上，不再给出；补登时得到新的编号，把它写到原来那张纸上。"
            ),
            {"numbers": "、".join(one.text for one in done.numbers)},
        )
    if done.lost is None:
        yield (
            QT_TRANSLATE_NOOP(
                "desk", "这份备份之后开出的单据，先对着纸按原来编号的先后补登，再登记新的，编号就不会重复。"
            ),
            {},
        )
    if done.missing:
        yield (
            QT_TRANSLATE_NOOP(
                "desk", "有 {missing} 个附件或打印存档在本机和另存处都找不到；找到那个盘后再恢复一次，或重新扫描。"
            ),
            {"missing": len(done.missing)},
        )
    elif done.brought:
        yield QT_TRANSLATE_NOOP("desk", "从另存处补回 {brought} 个附件和打印存档。"), {"brought": done.brought}
    if done.drafts:
        drafts = QT_TRANSLATE_NOOP("desk", "有 {drafts} 份没填完的草稿是用原来的密钥加密的，打不开了，要重新填。")
        yield drafts, {"drafts": done.drafts}


def is_restorable(folder: Path) -> bool:
    """Say whether a desk that is gone or damaged left backups behind."""
    return bool(kept_backups(folder.parent if folder.name == FILE_NAME else folder))

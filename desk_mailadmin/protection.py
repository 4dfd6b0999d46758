"""The office and its encryption: the recovery sheet, switching, and what is left of plain backups."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.papers import Drawing, Paper, chinese_date
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.backups import Backups, erase_backup
from desk_mailadmin.store.encryption import Offer
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.quarantined import erase_quarantined, plain_quarantined
from desk_mailadmin.store.recovery_code import grouped, read_code
from desk_mailadmin.store.second_copy import backups_in
from desk_mailadmin.store.second_place import ANSWERS, within

SHEET = "recovery_sheet"
_ERASED = 120.0
"""Seconds in which a backup is overwritten; a slow stick takes its time, a dead share says nothing."""

PROTECTED = (
    QT_TRANSLATE_NOOP("desk", "台账文件：人员、申请、处罚、通讯录、通话，连同日志和变更历史。"),
    QT_TRANSLATE_NOOP("desk", "以后的备份和另存的备份、没有存完的草稿、导入时的临时文件。"),
)
"""What encryption keeps from whoever gets hold of the disk, the stick or a copy."""

UNPROTECTED = (
    QT_TRANSLATE_NOOP("desk", "扫描件（attachments）、打印存档（printed）、导出的 Excel 和 PDF：它们仍是普通文件。"),
    QT_TRANSLATE_NOOP("desk", "开着的窗口：谁坐到这台电脑前，谁就能看。"),
    QT_TRANSLATE_NOOP(
        "desk",
        "旧的明文文件会先覆写再删除，但固态硬盘可能还留着旧的存储块；要连这些也保护，打开系统的整盘加密（BitLocker、FileVault）。",
    ),
)
"""What it does not protect, said before it is switched on."""

LOSS = QT_TRANSLATE_NOOP(
    "desk", "钥匙串清空或换了电脑以后，只有恢复码能打开台账和备份；恢复码丢了，数据就再也打不开，谁也恢复不了。"
)


def new_offer(office: Office, *, rekey: bool) -> Offer:
    """Return a fresh key with its code; UserError where encryption is on already, or off where it should be on."""
    is_on = bool(office.desk.encryption.number)
    if is_on and not rekey:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "这个台账已经加密（密钥编号 {number}）。"), number=office.desk.encryption.number
        )
    if rekey:
        check_is_on(office)
    return Offer.new()


def check_is_on(office: Office) -> None:
    """Raise UserError where the desk is not encrypted."""
    if not office.desk.encryption.number:
        raise UserError(QT_TRANSLATE_NOOP("desk", "这个台账没有加密。"))


def recovery_sheet(office: Office, offer: Offer) -> Drawing:
    """Return the recovery sheet, drawn from memory; the archive refuses it as it refuses a password slip."""
    data = {
        "date": chinese_date(office.desk.clock.today()),
        "key_number": offer.key.number,
        "folder": str(office.desk.folder),
        "recovery_code": grouped(offer.code),
    }
    return office.papers.drawing(Paper("desk", 0, SHEET, "", data))


def check_typed(offer: Offer, typed: str) -> None:
    """Raise UserError unless ``typed`` is the code on the sheet: only who has it in hand may switch encryption on."""
    if read_code(typed) != offer.code:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "和刚才打印的恢复码不一样，台账没有加密。照这次的恢复码单再输入一遍。"),
            field="code",
        )


def switch(office: Office, offer: Offer | None, tell: Callable[[str], None]) -> str:
    """Make ready what takes the desk's place when the office is closed; return why the keyring did not take the key."""
    return office.desk.encryption.prepare(offer, office.desk.who, tell)


class Plain(Struct, frozen=True):
    """What of an encrypted desk anybody can read still: backups here and in the second place, old desks moved aside.

    ``silent`` is the second place where it gave no answer, so that nothing of it is known.
    """

    backups: tuple[Backup, ...] = ()
    aside: tuple[Path, ...] = ()
    silent: Path | None = None

    def __len__(self) -> int:
        return len(self.backups) + len(self.aside)

    @property
    def told(self) -> tuple[str, dict[str, object]]:
        """What it is, in words."""
        values: dict[str, object] = {"backups": len(self.backups), "aside": len(self.aside)}
        if not self.aside:
            return QT_TRANSLATE_NOOP("desk", "{backups} 份没有加密的备份"), values
        if not self.backups:
            return QT_TRANSLATE_NOOP("desk", "{aside} 份移到 damaged 的没有加密的旧台账"), values
        both = QT_TRANSLATE_NOOP("desk", "{backups} 份没有加密的备份、{aside} 份移到 damaged 的没有加密的旧台账")
        return both, values


SILENT = QT_TRANSLATE_NOOP("desk", "另存的地方 {folder} 没有回应，那里的备份没有看；连上以后再看一次。")


def plain_copies(office: Office) -> Callable[[], Plain]:
    """Return what looks for copies of an encrypted desk that anybody can read: its own disk here, the other in time.

    What is returned asks disks alone, so that a window lets it run beside itself.
    """
    desk, second = office.desk, office.second_place()
    if not desk.encryption.number:
        return Plain

    def look() -> Plain:
        there = () if second is None else within(ANSWERS, lambda: _copies_in(second, desk.uuid), None)
        found = [one for one in (*desk.backups.list(), *(there or ())) if one.key is None]
        return Plain(tuple(found), plain_quarantined(desk.folder), second if there is None else None)

    return look


def _copies_in(second: Path, uuid: str) -> tuple[Backup, ...]:
    return backups_in(second, uuid) if second.is_dir() else ()


def erase_plain(backups: Backups, plain: Plain) -> Plain:
    """Overwrite and remove what anybody can read; return what is gone. EnvironmentFault where a disk refuses.

    Asks disks alone. What the second place does not answer for in time is left out of the answer.
    """
    gone: list[Backup] = []
    silent: set[Path] = set()
    with faults_named():
        for backup in plain.backups:
            place = backup.file.parent
            if place in silent:
                continue
            if place == backups.folder:
                backups.erase(backup)
            elif not within(_ERASED, partial(_erased, backup), otherwise=False):
                silent.add(place)
                continue
            gone.append(backup)
        for folder in plain.aside:
            erase_quarantined(folder)
    return Plain(tuple(gone), plain.aside)


def _erased(backup: Backup) -> bool:
    erase_backup(backup)
    return True


def note_erased(office: Office, gone: Plain) -> None:
    """Write down how many copies went."""
    with office.desk.work("encryption.clear") as work:
        work.wrote("desk", 0, QT_TRANSLATE_NOOP("desk", "删除 {count} 份没有加密的备份"), count=len(gone))


def write_sheet(drawing: Drawing, place: Path) -> None:
    """Write the recovery sheet as a file for its owner alone, for offices that print from the command line."""
    from desk_mailadmin.store.files import write_durably

    with faults_named():
        write_durably(place, drawing.sheet().pdf)


def waiting(wrong: int) -> int:
    """Return for how many seconds the next try waits after so many wrong codes: 2, 4, 8 … at most 60."""
    return min(2**wrong, 60) if wrong else 0

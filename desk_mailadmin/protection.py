"""The office and its encryption: the recovery sheet, switching, and what is left of plain backups."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.papers import Drawing, Paper, chinese_date
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.encryption import Offer
from desk_mailadmin.store.erasing import erase
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.recovery_code import grouped, read_code
from desk_mailadmin.store.second_copy import backups_in

SHEET = "recovery_sheet"

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


def plain_backups(office: Office) -> tuple[Backup, ...]:
    """Return the backups of an encrypted desk that anybody can read, here and at the second place."""
    if not office.desk.encryption.number:
        return ()
    second = office.second_place()
    copied = backups_in(second, office.desk.uuid) if second is not None and second.is_dir() else ()
    return tuple(one for one in (*office.desk.backups.list(), *copied) if one.key is None)


def remove_plain_backups(office: Office) -> int:
    """Overwrite and remove the backups that anybody can read, behind a new encrypted one; return how many there were.

    Raises EnvironmentFault where the machine refuses; what is gone by then is gone.
    """
    office.desk.backups.make("encryption")
    plain = plain_backups(office)
    with office.desk.work("encryption.clear") as work, faults_named():
        for backup in plain:
            for file in (backup.file, backup.forms, backup.manifest):
                erase(file)
        work.wrote("desk", 0, QT_TRANSLATE_NOOP("desk", "删除 {count} 份没有加密的备份"), count=len(plain))
    return len(plain)


def write_sheet(drawing: Drawing, place: Path) -> None:
    """Write the recovery sheet as a file for its owner alone, for offices that print from the command line."""
    from desk_mailadmin.store.files import write_durably

    with faults_named():
        write_durably(place, drawing.sheet().pdf)


def waiting(wrong: int) -> int:
    """Return for how many seconds the next try waits after so many wrong codes: 2, 4, 8 … at most 60."""
    return min(2**wrong, 60) if wrong else 0

"""Commands about backups: backup, restore, drill."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from msgspec.structs import asdict

from desk_mailadmin.cli.encryption import with_code
from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, say, say_json
from desk_mailadmin.cli.people import check_restore
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office, default_folder
from desk_mailadmin.recovery import also_told, go_back, named_backup, older_than, purges_undone, told
from desk_mailadmin.store.backup_manifest import REASON_TITLES, WHOLE, Backup
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.files import write_durably
from desk_mailadmin.store.restoring import Restored
from desk_mailadmin.store.unlocking import DeskLocked

_MEGABYTE = 2**20
_DESTROYED = QT_TRANSLATE_NOOP(
    "desk",
    "没有恢复：这份备份之后做过到期销毁（{purges}），恢复以后销毁了的个人信息又在台账里，要再销毁一次。"
    "确实要恢复，加上 --with-destroyed。",
)


def backup(office: Office, args: Namespace) -> int:
    """Make a verified backup and say where it is; or list what there is."""
    if args.list:
        return _list(office, args)
    made = office.desk.backups.make("hand")
    say(str(made.file))
    office.desk.backups.look_through()
    copied = office.copy_backup()
    if copied is not None:
        say(str(copied))
    return DONE


def restore(args: Namespace, clock: Clock) -> int:
    """Put a backup, named by its number or its file, in the place of the desk; nothing else may have it open."""
    folder: Path = args.desk or default_folder()
    chosen = named_backup(folder, args.backup)
    undone = purges_undone(folder, chosen)
    if undone and not args.with_destroyed:
        raise UserError(_DESTROYED, purges="、".join(undone))

    def deed(code: Secret | None) -> Restored:
        who, member = check_restore(args, folder, clock, code)
        second = args.second
        return go_back(folder, chosen, clock, reason=args.reason, who=who, member=member, second=second, code=code)

    try:
        done = with_code(args, deed)
    except DeskLocked:
        raise
    except EnvironmentFault as refusal:
        raise _with_next_older(refusal, folder, chosen) from refusal
    template, values = told(done)
    say(template.format_map(values))
    for words, more in also_told(done):
        say(words.format_map(more))
    return FAULTS_NAMED if done.missing else DONE


def drill(office: Office, args: Namespace) -> int:
    """Restore the newest backup into a folder of its own, look at it from all sides, and say what was found."""
    from desk_mailadmin.drill_log import last_drill, note
    from desk_mailadmin.restore_drill import choose_backup, rehearse, slip

    found = rehearse(office.desk.folder, choose_backup(office))
    note(office, found)
    noted = last_drill(office)
    assert noted is not None
    if args.out is not None:
        drawing = office.papers.drawing(slip(noted, office.desk.who))
        pdf = drawing.sheet().pdf
        with faults_named():
            write_durably(args.out, pdf)
        office.papers.keep(drawing, pdf, 1)
    if args.json:
        say_json({"ok": found.passed, **asdict(found)})
    else:
        for fault in found.faults:
            say(fault)
        verdict = "通过" if found.passed else "没有通过"
        say(f"第 {found.number} 份备份的恢复演练{verdict}，{found.records} 条记录，用时 {found.seconds:g} 秒")
    return DONE if found.passed else FAULTS_NAMED


def _with_next_older(refusal: EnvironmentFault, folder: Path, chosen: Backup) -> EnvironmentFault:
    older = older_than(folder, chosen)
    if not older:
        return refusal
    remedy = QT_TRANSLATE_NOOP("desk", "{hint}再早一份是第 {number} 份（{at}）。")
    values = {"number": older[0].number, "at": f"{older[0].moment:%Y-%m-%d %H:%M}", "hint": refusal.remedy}
    return EnvironmentFault("{why}", remedy=remedy, why=str(refusal), **values)


def _list(office: Office, args: Namespace) -> int:
    backups, second = office.desk.backups.list(), office.second_place()
    noted = office.desk.second_place.noted(second) if second else None
    copied = noted.numbers if noted else ()
    if args.json:
        say_json({"rows": [_row(one, copied) for one in backups]})
        return DONE
    for one in backups:
        why = REASON_TITLES.get(one.reason, one.reason)
        whole = "已全面检查" if one.integrity == WHOLE else "已核对" if not one.integrity else "有损坏"
        also = "　另有一份" if one.number in copied else ""
        size = one.facts.size / _MEGABYTE
        say(f"{one.number}　{one.moment:%Y-%m-%d %H:%M}　{why}　{size:.1f} MB　{one.records} 条　{whole}{also}")
    return DONE


def _row(one: Backup, copied: tuple[int, ...]) -> dict[str, object]:
    return {
        "number": one.number,
        "at": one.at,
        "reason": one.reason,
        "size": one.facts.size,
        "records": one.records,
        "integrity": one.integrity,
        "file": str(one.file),
        "journal_seq": one.facts.head.seq,
        "journal_head": one.facts.head.short,
        "second_copy": one.number in copied,
    }

"""The restore drill: once a month a backup is really restored, into a folder of its own, and looked at from all sides.

It runs in a child process, because models are bound to one desk in each process, and because the window must not wait.
What came of it is a row of the journal and a slip for the manager.
"""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk_mailadmin.drill_log import KIND, Drill, Noted
from desk_mailadmin.kernel.clock import DayClock
from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.month_checks import drifted_sums
from desk_mailadmin.monthly import month_named, month_sheets
from desk_mailadmin.office import Office, open_office
from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.store.backup_examination import backup_at
from desk_mailadmin.store.backup_manifest import Backup, Reason
from desk_mailadmin.store.database import scalar
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.kept_files import wanted_names
from desk_mailadmin.store.leftovers import DRILLS
from desk_mailadmin.store.restoring import restore
from desk_mailadmin.store.unlocking import key_for
from desk_mailadmin.store.upgrades import ALL_STEPS

FORM = "drill_slip"
_SECONDS = 900
_FIXED = (
    *(f"处罚台账.{term}" for term in ("上月结转", "本月新增", "本月扣回", "本月减免", "期末结转")),
    *(f"话费台账.{column}" for column in ("额度", "实际话费", "运营商账单合计")),
)
"""The totals of a month that nothing entered after its closing may change; what was paid since may."""


def choose_backup(office: Office) -> Backup:
    """Return the backup to be tried: the newest, made where there is none.

    Raises DeskLocked where it is encrypted and the keyring, which alone the child can ask, does not hold the key.
    """
    chosen = office.desk.backups.newest() or office.desk.backups.make(Reason.DRILL)
    key_for(chosen.key, None)
    return chosen


def rehearse(desk: Path, backup: Backup) -> Drill:
    """Restore a backup beside the desk in a child process and return what was found; nothing of the desk is asked.

    May run in any thread. A child that dies or takes a quarter of an hour is a drill that failed.
    """
    begin = time.monotonic()
    try:
        with faults_named():
            place = Path(tempfile.mkdtemp(prefix=DRILLS, dir=desk))  # two drills may run: by itself and by hand
        found = _found_by_child(desk, backup, place)
    except EnvironmentFault as fault:
        found = _nothing(str(fault))
    seconds = round(time.monotonic() - begin, 1)
    head = f"第 {backup.facts.head.seq} 条 {backup.facts.head.short}"
    return Drill(backup.number, f"{backup.moment:%Y-%m-%d %H:%M}", backup.records, head, **found, seconds=seconds)


def _found_by_child(desk: Path, backup: Backup, place: Path) -> dict[str, Any]:
    """Have a child restore a backup into ``place``, which is gone afterwards, and return what it found."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_in_child, args=(theirs, str(backup.file), str(desk), str(place)), daemon=True)
    child.start()
    theirs.close()
    try:
        found: dict[str, Any] = ours.recv() if ours.poll(_SECONDS) else _nothing("演练超过 15 分钟，没有做完。")
    except (EOFError, OSError):
        return _nothing("演练的程序中途停了。")
    else:
        return found
    finally:
        ours.close()
        child.kill()
        child.join()
        shutil.rmtree(place, ignore_errors=True)


def slip(noted: Noted, clerk: str) -> Paper:
    """Return the slip of a drill (演练记录), for the manager to sign."""
    drill = noted.drill
    data: dict[str, Any] = {
        "date": f"{noted.at:%Y-%m-%d}",
        "verdict": "通过" if drill.passed else "没有通过",
        "number": f"第 {drill.number} 份",
        "made_at": drill.made_at,
        "records": f"{drill.records:,} 条",
        "head": drill.head,
        "seconds": f"{drill.seconds:g} 秒",
        "clerk": noted.who or clerk,
        "month": title_of(drill.month) if drill.month else "还没有月结过的月份",
        "checks": _checks(drill),
        "totals": [
            {"what": what, "kept": _yuan(kept), "again": _yuan(again), "same": "相符" if kept == again else "不符"}
            for what, kept, again in drill.totals
        ],
    }
    return Paper(KIND, noted.record, FORM, "", data)


def _checks(drill: Drill) -> list[dict[str, str]]:
    """Return what was looked at; what is wrong is named below it."""
    sound = "没有问题" if drill.passed else "见下"
    files = f"{drill.files} 个，都在" if not drill.missing else f"{drill.files} 个，少 {drill.missing} 个"
    looked = [
        ("备份恢复到另一个文件夹，打开", sound),
        ("数据库全面检查，日志逐条核对，合计与明细核对", sound),
        ("附件和打印存档", files),
        ("上一个月结月份的台账重算，与存档核对", _compared(drill)),
    ]
    return [{"what": what, "found": found} for what, found in (*looked, *(("问题", one) for one in drill.faults))]


def _compared(drill: Drill) -> str:
    if not drill.totals:
        return "没有可核对的"
    same = all(kept == again for _what, kept, again in drill.totals)
    return f"{len(drill.totals)} 个合计，{'都相符' if same else '有不符'}"


def _yuan(fen: int) -> str:
    return f"{fen / 100:,.2f}"


def _nothing(*faults: str) -> dict[str, Any]:
    return {"files": 0, "missing": 0, "month": "", "totals": (), "faults": faults}


# in the child


def _in_child(pipe: Any, file: str, desk: str, place: str) -> None:
    """Do the drill and send back what was found."""
    try:
        pipe.send(_rehearsed(backup_at(Path(file)), Path(desk), Path(place)))
    except DeskError as fault:
        pipe.send(_nothing(str(fault)))
    except Exception as broken:  # noqa: BLE001  (outermost edge of the child: whatever it is, the drill failed)
        pipe.send(_nothing(f"演练出错：{type(broken).__name__} {broken}"[:300]))


def _rehearsed(backup: Backup, desk: Path, place: Path) -> dict[str, Any]:
    clock = DayClock(backup.moment.date())
    done = restore(place, backup, clock=clock, steps=ALL_STEPS, reason="演练", kept=desk)
    office = open_office(place, clock)
    try:
        month, totals, faults = _month_again(office, desk)
        return {
            "files": len(wanted_names(backup.file, key_for(backup.key, None))),
            "missing": len(done.missing),
            "month": month,
            "totals": totals,
            "faults": (*_findings(office), *_about_files(done.missing), *faults),
        }
    finally:
        office.desk.database.close()  # without the backup that closing makes


def _findings(office: Office) -> list[str]:
    damage = scalar(office.desk.database, "PRAGMA integrity_check(1)")
    broken = [] if damage == "ok" else ["数据库全面检查没有通过。"]
    return [*broken, *(one.text for one in (*office.desk.check(), *drifted_sums(office)))]


def _about_files(missing: Sequence[str]) -> list[str]:
    return [f"附件和打印存档少了 {len(missing)} 个，例如 {missing[0][:32]}……"] if missing else []


def _month_again(office: Office, desk: Path) -> tuple[str, tuple[tuple[str, int, int], ...], list[str]]:
    """Reckon the last closed month anew and hold its money against the workbook that finance signed."""
    from desk_mailadmin.documents.ledger import proof, proof_in
    from desk_mailadmin.store.attachments import HashedFiles

    closing = next(iter(office.services["months"].closed()), None)
    if closing is None:
        return "", (), []
    kept = proof_in(HashedFiles(desk / "attachments").read(closing.file_sha256))
    office.desk.clock = DayClock(closing.closed_on)  # the day it was closed on decides what was open then
    sheets = month_sheets(office, month_named(closing.month))
    again = dict(proof({}, [(sheet, len(sheet.rows), sheet.totals()) for sheet in sheets]))
    money = [key for key in _FIXED if key in again]
    totals = tuple((key.replace(".", " · "), _fen(kept.get(key)), _fen(again[key])) for key in money)
    wrong = [what for what, before, now in totals if before != now]
    if not kept:
        return closing.month, totals, ["存档的台账读不出合计。"]
    told = f"{title_of(closing.month)}重算的合计与存档不符：{'、'.join(wrong[:3])}"
    return closing.month, totals, [told] if wrong else []


def _fen(text: str | None) -> int:
    return int(text) if text is not None and text.lstrip("-").isdecimal() else 0

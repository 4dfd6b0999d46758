"""Yearly destruction of what is past its term: proposed, approved, backed up, done, proved (SAFETY 5.9)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.months.service import MonthsService
from desk_mailadmin.registers.purges.deeds import Destroying
from desk_mailadmin.registers.purges.listing import SELECT, SOURCE, PurgeRow
from desk_mailadmin.registers.purges.model import Purge
from desk_mailadmin.registers.purges.records import counts_in, plan_as_text
from desk_mailadmin.registers.purges.rules import (
    LIFECYCLE,
    Plan,
    check_not_empty,
    check_within,
    checked_approval,
    checked_reason,
    kept_of,
    offered,
)
from desk_mailadmin.store.backup_manifest import Reason
from desk_mailadmin.store.database import execute, raw, scalar
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.kept_files import PLACES
from desk_mailadmin.store.listing import SqlListing
from desk_mailadmin.store.purging import KEPT_STILL, shred
from desk_mailadmin.store.restorations import brought_back
from desk_mailadmin.store.work import UnitOfWork

PREFIX = "XH"
"""The series of the numbers of approval sheets (销毁)."""

Stage = Callable[[str], None]


class Approval(Struct, frozen=True):
    """What the signed sheet says: who approved the destruction, and when."""

    approved_by: str
    approved_on: date


class PurgesService(SqlListing[PurgeRow]):
    """Destructions: what is past its term, who approved, what became of it."""

    def __init__(self, desk: Desk, months: MonthsService) -> None:
        super().__init__(desk, SOURCE)
        self._desk = desk
        self._due = Destroying(desk, months)
        self._looked_on: date | None = None
        self._found = False

    def preview(self, as_of: date | None = None) -> Plan:
        """Return what would be destroyed today, or with the terms of another day; nothing changes."""
        self._check_writable()
        return self._due.plan(as_of or self._desk.clock.today())

    def is_offered(self) -> bool:
        """Say whether this year's run is due (January, and as long as it was left out) and there is something to do."""
        today = self._desk.clock.today()
        first = scalar(
            self._desk.database, "SELECT substr(coalesce(min(at), ?), 1, 10) FROM journal", today.isoformat()
        )
        last = scalar(self._desk.database, "SELECT max(done_on) FROM purge WHERE state = 'done'")
        return offered(today, date.fromisoformat(first), date.fromisoformat(last) if last else None) and self._has_due()

    def _has_due(self) -> bool:
        """Say whether there is anything to destroy today."""
        if self._desk.view_only:
            return False
        today = self._desk.clock.today()
        if self._looked_on != today:  # a million calls are counted once a day, not with every look at 今日
            plan = self.preview()
            self._looked_on, self._found = today, bool(plan.records or plan.files)
        return self._found

    def to_redo(self) -> tuple[str, ...]:
        """Return the destructions that a restore undid, as long as what they took is still here."""
        undone = brought_back(raw(self._desk.database))
        return undone if undone and self._has_due() else ()

    def waiting(self) -> int | None:
        """Return the sheet that waits for its approval, None where there is none."""
        found = Purge.get_or_none(Purge.state == "proposed")
        return int(found.id) if found else None

    def propose(self, reason: str) -> int:
        """Number the sheet by which today's plan is approved; return its id.

        Raises UserError for no reason, nothing to destroy, or a sheet that still waits.
        """
        told, plan = checked_reason(reason), self.preview()
        check_not_empty(plan)
        waiting = self.waiting()
        if waiting is not None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "审批单 {number} 还没有办完。"), number=self.row(waiting).number)
        today = self._desk.clock.today()
        with self._desk.work("purge.propose") as work:
            values: dict[str, Any] = {
                "number": f"{PREFIX}-{today.year}-{work.number(PREFIX, today.year):04d}",
                "as_of": today,
                "proposed_on": today,
                "reason": told,
                "plan": plan_as_text(plan),
                "records": plan.records,
                "files": plan.files,
            }
            record = int(Purge.create(**values).id)
            sentence = QT_TRANSLATE_NOOP("desk", "开出销毁审批单 {number}，{records} 条")
            work.wrote("purge", record, sentence, after=values, number=values["number"], records=plan.records)
            self._index(record)
            work.changed("purges")
        return record

    def void(self, record: int, reason: str) -> None:
        """Give a sheet up; its number stays."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "void")
        after = {"state": "void", "void_on": self._desk.clock.today(), "void_reason": checked_reason(reason)}
        self._update("purge.give_up", record, after, QT_TRANSLATE_NOOP("desk", "作废销毁审批单"))

    def run(self, record: int, approval: Approval, progress: Stage = lambda _told: None) -> None:
        """Destroy what a signed sheet approved, behind a verified backup; nothing brings it back but such a backup.

        Raises UserError where more would go than was approved, EnvironmentFault where the disk refuses; then nothing
        is destroyed. What a crash leaves after the deed (files, the rewriting of the desk) ``finish`` does.
        """
        row = self.row(record)
        LIFECYCLE.check(row.state, "done")
        today = self._desk.clock.today()
        name = checked_approval(approval.approved_by, approval.approved_on, row.proposed_on, today)
        self._desk.gate.check("purge")  # before the backup, which takes its time
        progress(QT_TRANSLATE_NOOP("desk", "正在备份并核对"))
        backup = self._desk.backups.make(Reason.PURGE)
        progress(QT_TRANSLATE_NOOP("desk", "正在销毁"))
        with self._desk.work("purge", batch=True) as work:
            plan = self._due.plan(row.as_of)
            check_within(dict(counts_in(row.plan)), plan)
            after: dict[str, Any] = {
                "state": "done",
                "approved_by": name,
                "approved_on": approval.approved_on,
                "done_on": today,
                "backup": backup.file.name,
                "plan": plan_as_text(plan),
                "records": plan.records,
                "files": plan.files,
            }
            stale = self._due.stale_before(row.as_of)
            self._destroy_in(work, record, after, stale)
        progress(QT_TRANSLATE_NOOP("desk", "正在清除文件"))
        self.finish()

    def _destroy_in(self, work: UnitOfWork, record: int, after: dict[str, Any], stale: Sequence[Path]) -> None:
        emptied, gone = self._due.destroy_in(work, record, stale)
        after |= {"emptied": emptied, "result": json.dumps({key: n for key, n in sorted(gone.items()) if n})}
        found = Purge.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        sentence = QT_TRANSLATE_NOOP("desk", "按审批单 {number} 销毁 {records} 条，{by}批准")
        seq = work.wrote(
            "purge", record, sentence, before=before, after=after,
            number=found.number, records=after["records"], by=after["approved_by"],
        )  # fmt: skip
        Purge.update({**after, "journal_seq": seq}).where(Purge.id == record).execute()
        self._index(record)
        for key in ("purges", "calls", "applications", "receipts", "penalties", "staff", "messages", "accesses"):
            work.changed(key)

    def unfinished(self) -> tuple[int, ...]:
        """Return destructions whose files were not all removed, or after which the desk was not rewritten yet."""
        return tuple(int(one.id) for one in Purge.select().where((Purge.state == "done") & (Purge.cleaned == False)))  # noqa: E712  (SQL)

    def finish(self) -> None:
        """Overwrite and remove files, rewrite the desk's file without what was deleted, and note the journal's head.

        Harmless when called twice; raises EnvironmentFault where the disk refuses, to be tried again at the next start.
        """
        waiting = self.unfinished()
        if not waiting or self._desk.view_only:
            return
        self._remove_files()
        with self._desk.reading():
            raw(self._desk.database).execute("VACUUM")
        head = self._desk.journal.head()
        for record in waiting:
            after = {"cleaned": True, "journal_head": head.hash}
            self._update("purge.clean", record, after, QT_TRANSLATE_NOOP("desk", "销毁完毕，文件已清除"))

    def go_on(self) -> None:
        """Finish at a start what was cut short; a disk that refuses then is told by 今日, and no start fails by it."""
        with suppress(EnvironmentFault):
            self.finish()

    def _remove_files(self) -> None:
        database = self._desk.database
        sql = f"SELECT path FROM purge_file WHERE gone = 0 AND NOT EXISTS ({KEPT_STILL})"  # noqa: S608  (constants)
        try:
            for (path,) in execute(database, sql).fetchall():
                shred(self._desk.folder / path)
        except OSError as fault:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "有文件清除不了：{fault}。记录已经销毁。"),
                remedy=QT_TRANSLATE_NOOP("desk", "关掉正打开它的程序，重新打开台账，会接着清除。"),
                fault=fault,
            ) from fault
        with self._desk.upkeep():
            kept = " OR ".join(f"path LIKE '{place}/%'" for place in PLACES)
            execute(database, f"DELETE FROM purge_file WHERE NOT ({kept})")  # noqa: S608  (names of copies name people)
            execute(database, "UPDATE purge_file SET gone = 1")  # for the second place, whenever it is there

    def last_backup_with_it(self) -> tuple[int, str]:
        """Return how many backups still hold what was destroyed last, and the day of the newest of them."""
        seq = scalar(self._desk.database, "SELECT max(journal_seq) FROM purge WHERE state = 'done'")
        older = [one for one in self._desk.backups.list() if seq and one.facts.head.seq < seq]
        return len(older), max((one.at[:10] for one in older), default="")

    def rows(self, ids: Sequence[int]) -> Sequence[PurgeRow]:
        """Return the rows of these destructions, in this order."""
        return self.ordered(ids, PurgeRow, SELECT)

    def row(self, record: int) -> PurgeRow:
        """Return one destruction."""
        return self.rows([record])[0]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a destruction."""
        row = self.row(record)
        lines = json.loads(row.plan)["lines"]
        goes = [f"{kept_of(line['key']).title} {line['count']:,} 条" for line in lines if line["count"]]
        facts = (
            Fact(QT_TRANSLATE_NOOP("desk", "原因"), row.reason),
            Fact(QT_TRANSLATE_NOOP("desk", "批准"), f"{row.approved_by}　{row.approved_on or ''}".strip()),
            Fact(QT_TRANSLATE_NOOP("desk", "内容"), "\n".join(goes)),
            Fact(QT_TRANSLATE_NOOP("desk", "销毁前的备份"), row.backup),
            Fact(QT_TRANSLATE_NOOP("desk", "日志校验码"), row.journal_head[:16]),
            Fact(QT_TRANSLATE_NOOP("desk", "作废原因"), row.void_reason),
        )
        known = tuple(fact for fact in facts if fact.value)
        told = QT_TRANSLATE_NOOP("desk", "销毁审批单")
        return Detail(row.number, told, LIFECYCLE.state(row.state), known, history=self.history("purge", record))

    def _update(self, action: str, record: int, after: dict[str, Any], sentence: str) -> None:
        found = Purge.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            Purge.update(after).where(Purge.id == record).execute()
            work.wrote("purge", record, sentence, before=before, after=after)
            self._index(record)
            work.changed("purges")

    def _index(self, record: int) -> None:
        row = self.row(record)
        self._desk.search.put("purge", record, [row.reason, row.approved_by], [row.number])

    def _check_writable(self) -> None:
        if self._desk.view_only:
            raise EnvironmentFault(QT_TRANSLATE_NOOP("desk", "台账现在只能查看，不能销毁。"), remedy="")

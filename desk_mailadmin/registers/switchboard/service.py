"""What the switchboard did: extensions closed and opened, and put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.entered import checked_line, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.switchboard.model import SwitchboardDeed
from desk_mailadmin.registers.switchboard.rules import (
    AREAS,
    CAUSES,
    DEEDS,
    LIFECYCLE,
    LONGEST,
    OPEN,
    RANKS,
    TAKERS,
    TITLES,
    WHATS,
    Deed,
    checked,
    checked_time,
    entry_from,
    said,
)
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing, within
from desk_mailadmin.store.work import UnitOfWork

_SOURCE = ListingSource(
    kind="switchboard",
    table="switchboard",
    unit=OF_BRANCH,
    orders={
        "done": "switchboard.done_on, switchboard.done_at",
        "extension": "switchboard.extension, switchboard.done_on",
        "state": "switchboard.state DESC, switchboard.done_on DESC, switchboard.done_at DESC",
    },
    default_order="switchboard.done_on DESC, switchboard.done_at DESC",
    segments={
        "all": "1 = 1",
        "closed": "switchboard.state = 'standing' AND switchboard.deed = 'close'",
        "opened": "switchboard.state = 'standing' AND switchboard.deed = 'open'",
        "outside": "switchboard.area = 'outside'",
    },
    filters={
        "month": within("substr(switchboard.done_on, 1, 7)"),
        "branch": "switchboard.branch_id",
        "what": "switchboard.what",
    },
)

_SELECT = """
    SELECT switchboard.id, switchboard.state, branch.name, switchboard.extension, switchboard.dept, switchboard.deed,
           switchboard.what, switchboard.area, switchboard.asked_by, switchboard.asked_dept, switchboard.asked_rank,
           switchboard.cause, switchboard.reason, switchboard.taken_by, switchboard.operator, switchboard.done_on,
           switchboard.done_at, switchboard.application, switchboard.reversed_on, switchboard.reversed_at,
           switchboard.reversed_by, switchboard.remark
    FROM switchboard JOIN branch ON branch.id = switchboard.branch_id
"""


class SwitchboardRow(Struct, frozen=True):
    """One deed as lists show it."""

    id: int
    state: str
    branch: str
    extension: str
    dept: str
    deed: str
    what: str
    area: str
    asked_by: str
    asked_dept: str
    asked_rank: str
    cause: str
    reason: str
    taken_by: str
    operator: str
    done_on: date
    done_at: str
    application: str
    reversed_on: date | None
    reversed_at: str
    reversed_by: str
    remark: str

    @property
    def matter(self) -> str:
        """What was done: 关闭外线."""
        return said(self.deed, self.what)


class SwitchboardService(SqlListing[SwitchboardRow]):
    """The log of the switchboard (002/9.1, 002/9.2, M5-19)."""

    def __init__(self, desk: Desk, branches: BranchesService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk, self._branches = desk, branches
        desk.after_undo("switchboard", self._index_again)

    def enter(self, deed: Deed) -> int:
        """Enter what the switchboard did and return its id; raise UserError for what 9.1 and 9.2 forbid."""
        with self._desk.work("switchboard.enter") as work:
            return self.enter_in(work, deed)

    def enter_in(self, work: UnitOfWork, deed: Deed) -> int:
        """Enter a deed within a transaction that is already open (an application that is carried out)."""
        values = self._columns(deed)
        record = int(SwitchboardDeed.create(**values).id)
        sentence = QT_TRANSLATE_NOOP("desk", "总机{what} {extension}")
        what = said(values["deed"], values["what"])
        work.wrote(
            "switchboard", record, sentence, after=values, undoable=True, what=what, extension=values["extension"]
        )
        self._index(record)
        work.changed("switchboard")
        return record

    def enter_plain(self, data: Mapping[str, Any]) -> int:
        """Enter a deed from plain data, ``branch`` by its name (headquarters where none); raise UserError likewise."""
        given = dict(data)
        name = plain(given.pop("branch", None), QT_TRANSLATE_NOOP("desk", "单位"), "branch")
        branch = self._branches.named(name or self._branches.headquarters_name())
        if branch is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有“{name}”这个单位。"), field="branch", name=name)
        return self.enter(entry_from(given, branch))

    def edit(self, record: int, deed: Deed) -> None:
        """Correct an entry; raise UserError as ``enter`` does."""
        self._update(record, self._columns(deed), "switchboard.edit", QT_TRANSLATE_NOOP("desk", "更正总机记录"))

    def reverse(self, record: int, on: date, at: str, by: str) -> None:
        """Record that what was closed was opened again, or the other way round.

        Raises UserError where it was already, for a time before the deed or to come, or where nobody is named.
        """
        row, at = self.row(record), checked_time(at, "at")
        LIFECYCLE.check(row.state, "reversed")
        by = checked_line(by, TITLES["operator"], "by", LONGEST["operator"])
        if not by:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{title}是空的。"), field="by", title=TITLES["operator"])
        if not (row.done_on, row.done_at) <= (on, at) or on > self._desk.clock.today():
            raise UserError(QT_TRANSLATE_NOOP("desk", "恢复的时间不能早于办理时间，也不能晚于今天。"), field="on")
        after = {"state": "reversed", "reversed_on": on, "reversed_at": at, "reversed_by": by}
        self._update(record, after, "switchboard.reverse", QT_TRANSLATE_NOOP("desk", "恢复原状"))

    def take_back(self, record: int) -> None:
        """Record that it was not put back after all; raise UserError where nobody said so."""
        LIFECYCLE.check(self.row(record).state, "standing")
        after = {"state": "standing", "reversed_on": None, "reversed_at": "", "reversed_by": ""}
        self._update(record, after, "switchboard.take_back", QT_TRANSLATE_NOOP("desk", "改为没有恢复"))

    def paper_voided_in(self, work: UnitOfWork, number: str) -> None:
        """Note with what was done for an application that it was voided since; the deed itself stays."""
        for found in SwitchboardDeed.select().where(SwitchboardDeed.application == number):
            remark = "；".join(part for part in (found.remark, f"申请 {number} 已作废") if part)
            SwitchboardDeed.update(remark=remark).where(SwitchboardDeed.id == found.id).execute()
            sentence = QT_TRANSLATE_NOOP("desk", "申请 {number} 已作废")
            before, after = {"remark": found.remark}, {"remark": remark}
            work.wrote("switchboard", found.id, sentence, before=before, after=after, undoable=True, number=number)
            work.changed("switchboard")

    def entry(self, record: int) -> Deed:
        """Return an entry as it would be entered."""
        found = SwitchboardDeed.get_by_id(record)
        values = {key: getattr(found, key) for key in TITLES}
        return Deed(**values, branch=found.branch_id, own=found.deed == OPEN)

    def of_month(self, month: str) -> Sequence[SwitchboardRow]:
        """Return what was done in a month, in its order."""
        return self.rows(self.keys(Query(filters={"month": month}, sort="done")))

    def rows(self, ids: Sequence[int]) -> Sequence[SwitchboardRow]:
        """Return the rows of these entries, in this order."""
        return self.ordered(ids, SwitchboardRow, _SELECT)

    def row(self, record: int) -> SwitchboardRow:
        """Return one entry's row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the months there are entries of, the units, or what may be closed and opened."""
        if filter_key == "what":
            return [Choice(key, title) for key, title in WHATS]
        if filter_key == "branch":
            return [Choice(str(number), name) for number, name in self._branches.names()]
        sql = "SELECT DISTINCT substr(done_on, 1, 7) AS month FROM switchboard ORDER BY month DESC"
        with self._desk.reading():
            return [Choice(month, month) for (month,) in execute(self._desk.database, sql)]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of an entry."""
        row = self.row(record)
        asked = "　".join(part for part in (row.asked_by, row.asked_dept, dict(RANKS)[row.asked_rank]) if part)
        back = f"{row.reversed_on} {row.reversed_at}　{row.reversed_by}" if row.reversed_on else ""
        facts = (
            Fact("单位", row.branch),
            Fact("分机所属部门", row.dept),
            Fact("范围", dict(AREAS)[row.area]),
            Fact("通知人", asked),
            Fact("原因", dict(CAUSES).get(row.cause, "")),
            Fact("理由", row.reason),
            Fact("受理", dict(TAKERS).get(row.taken_by, "")),
            Fact("总机操作人", row.operator),
            Fact("办理时间", f"{row.done_on} {row.done_at}"),
            Fact("申请单号", row.application),
            Fact("恢复", back),
            Fact("备注", row.remark),
        )
        known = tuple(fact for fact in facts if fact.value)
        history = self.history("switchboard", record)
        return Detail(f"{row.extension}　{row.matter}", "", LIFECYCLE.state(row.state), known, history=history)

    def _update(self, record: int, after: dict[str, Any], action: str, sentence: str) -> None:
        found = SwitchboardDeed.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            SwitchboardDeed.update(after).where(SwitchboardDeed.id == record).execute()
            work.wrote("switchboard", record, sentence, before=before, after=after, undoable=True)
            self._index(record)
            work.changed("switchboard")

    def _columns(self, deed: Deed) -> dict[str, Any]:
        values = asdict(checked(deed, self._desk.clock.today()))
        branch = values.pop("branch")
        return {key: value for key, value in values.items() if key != "own"} | {"branch_id": branch}

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self._index(record)

    def _index(self, record: int) -> None:
        row = self.row(record)
        words = [*search_words(row.asked_by, [row.application], [row.extension]), *search_words(row.operator)]
        texts = [row.asked_by, row.operator, row.dept, row.asked_dept, row.reason, dict(DEEDS)[row.deed]]
        self._desk.search.put("switchboard", record, texts, words)

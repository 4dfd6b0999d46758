"""What happens to editions of the directory: opened, confirmed by every department, issued, handed out by number."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.lifecycle import State
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.editions.listing import CopyRow, EditionRow, EditionsListing
from desk_mailadmin.registers.editions.model import Edition, EditionConfirmation, EditionCopy
from desk_mailadmin.registers.editions.rules import (
    CONFIRM_DAYS,
    EDITING,
    ISSUED,
    LIFECYCLE,
    MOST_COPIES,
    ORDER,
    PERIOD_MONTHS,
    TIERS,
    Confirmation,
    EditionEntry,
    checked_confirmation,
    checked_edition,
    next_due,
    usual_title,
)
from desk_mailadmin.registers.receipts.service import ReceiptEntry, ReceiptsService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.access_log import Access
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.files import sha256_of
from desk_mailadmin.store.work import UnitOfWork

PREFIX = "QR"
"""The series of confirmation sheets."""
MISSING = "missing"
"""The question whether an edition is issued though departments have not confirmed it."""


class EditionsService(EditionsListing):
    """Editions with number and date, every department's word on each, and who has a full copy (002/4.五.2–4)."""

    def __init__(
        self,
        desk: Desk,
        staff: StaffService,
        directory: DirectoryService,
        receipts: ReceiptsService,
        panel: Callable[[EditionsService, int], Detail],
    ) -> None:
        super().__init__(desk)
        self._staff, self.directory, self._receipts, self._panel = staff, directory, receipts, panel
        self.chosen: int | None = None
        """The edition chosen in the directory's tab, None for the newest."""
        desk.after_undo("edition_confirmation", self._index_again)

    # editions

    def proposed(self) -> EditionEntry:
        """Return the next edition as the clerk would most likely open it today."""
        today, newest = self._desk.clock.today(), self.newest()
        months = self._desk.settings.value(PERIOD_MONTHS)
        due = self._desk.workdays.calendar().after(today, self._desk.settings.value(CONFIRM_DAYS))
        return EditionEntry(newest.number + 1 if newest else 1, usual_title(today, months), due)

    def start(self, entry: EditionEntry) -> int:
        """Open an edition and ask every department that lists people for its word; return the edition's id.

        What was never confirmed of the edition before lapses. Raises UserError while another one is worked at, where
        nobody is listed yet, or for a faulty entry.
        """
        today, newest = self._desk.clock.today(), self.newest()
        entry = checked_edition(entry, newest.number if newest else 0, today)
        if self.editing() is not None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还有一版在编制，先发布那一版。"))
        departments = self._departments_listed()
        if not departments:
            raise UserError(QT_TRANSLATE_NOOP("desk", "通讯录里还没有人，先登记或导入。"))
        values: dict[str, Any] = {
            "number": entry.number,
            "title": entry.title,
            "opened_on": today,
            "due_on": entry.due_on,
        }
        with self._desk.work("edition.start") as work:
            self._lapse_in(work)
            edition = int(Edition.create(**values).id)
            sentence = QT_TRANSLATE_NOOP("desk", "开始编制通讯录第 {number} 版")
            work.wrote("edition", edition, sentence, after=values, number=entry.number)
            records = [
                self._ask_in(work, edition, department, place, today.year)
                for place, department in enumerate(departments)
            ]
            self._index(records)
            work.changed("editions")
            work.changed("directory")
        return edition

    def issue(self, edition: int, on: date, confirmed: Sequence[str] = ()) -> None:
        """Issue an edition as the directory stands now (002/4.五.2).

        Raises NeedsConfirmation (``missing``) where departments have not confirmed it, UserError where it is issued.
        """
        row = self.edition(edition)
        if row.state != EDITING:
            raise UserError(QT_TRANSLATE_NOOP("desk", "{name}已经发布。"), name=row.name)
        if not row.opened_on <= on <= self._desk.clock.today():
            raise UserError(QT_TRANSLATE_NOOP("desk", "发布日期要在开始编制和今天之间。"), field="on")
        if row.missing and MISSING not in confirmed:
            template = QT_TRANSLATE_NOOP("desk", "还有 {count} 个部门没有确认，制度要求每个部门都确认。仍然发布？")
            raise NeedsConfirmation(MISSING, template, count=row.missing)
        snapshot = self.directory.snapshot()
        after: dict[str, Any] = {
            "state": ISSUED,
            "issued_on": on,
            "snapshot": snapshot,
            "entries": len(json.loads(snapshot)),
        }
        with self._desk.work("edition.issue") as work:
            Edition.update(after).where(Edition.id == edition).execute()
            told = {key: value for key, value in after.items() if key != "snapshot"}
            sentence = QT_TRANSLATE_NOOP("desk", "发布通讯录第 {number} 版，{entries} 条")
            work.wrote("edition", edition, sentence, after=told, number=row.number)
            work.changed("editions")
            work.changed("directory")

    def due_on(self) -> date | None:
        """Return when the next edition is to be begun, None while one is worked at or nobody is listed (002/4.五.2)."""
        newest = self.newest()
        if newest is None:
            return self._desk.clock.today() if self._departments_listed() else None
        if newest.issued_on is None:
            return None
        return next_due(newest.issued_on, self._desk.settings.value(PERIOD_MONTHS))

    def pick(self, key: str) -> None:
        """Choose the edition that is printed and exported, by its id as text."""
        self.chosen = int(key) if key.isdigit() else None

    # confirmations

    def confirm(self, record: int, entry: Confirmation) -> None:
        """Record what a head says of the department's sheet; an earlier word is put right by a later one."""
        row = self.row(record)
        if row.state == "lapsed":
            raise UserError(QT_TRANSLATE_NOOP("desk", "{edition}已经过去，不能再确认。"), edition=row.edition)
        entry = checked_confirmation(entry, row.opened_on, self._desk.clock.today())
        state = "changed" if entry.changed else "unchanged"
        after: dict[str, Any] = {
            "state": state,
            "state_order": ORDER[state],
            "confirmed_on": entry.on,
            "confirmed_by": entry.by,
            "note": entry.note,
        }
        sentence = QT_TRANSLATE_NOOP("desk", "{dept}确认通讯录：{what}")
        words = {"dept": row.dept, "what": LIFECYCLE.state(state).title}
        self._update("edition.confirm", record, after, sentence, words)

    def unconfirm(self, record: int) -> None:
        """Take a confirmation back that was entered by mistake."""
        LIFECYCLE.check(self.row(record).state, "pending")
        after: dict[str, Any] = {
            "state": "pending",
            "state_order": 0,
            "confirmed_on": None,
            "confirmed_by": "",
            "note": "",
        }
        self._update("edition.unconfirm", record, after, QT_TRANSLATE_NOOP("desk", "撤回确认"), {})

    def remind(self, records: Sequence[int], on: date) -> None:
        """Note that the heads of these departments were reminded."""
        with self._desk.work("edition.remind"):
            for row in self.rows(records):
                after = {"reminded": row.reminded + 1, "reminded_on": on}
                self._update("edition.remind", row.id, after, QT_TRANSLATE_NOOP("desk", "催部门确认"), {})

    def states(self) -> Mapping[int, State]:
        """Return what each department said of the newest edition, for the directory's tree."""
        newest = self.newest()
        rows = self.of_edition(newest.id) if newest else ()
        return {row.department: LIFECYCLE.state(row.state) for row in rows}

    # copies

    def give_copies(self, edition: int, people: Sequence[int]) -> list[int]:
        """Number a full copy for each of these people and open its hand-over receipt; return the copies' ids.

        Who has one of this edition already gets no second. Raises UserError for somebody who left (002/4.五.4).
        """
        row, today = self.edition(edition), self._desk.clock.today()
        holders = {copy.staff for copy in self.copies(edition) if copy.receipt_state != "void"}
        due = [person for person in dict.fromkeys(people) if person not in holders]
        if not due:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有要编号的人：选中的人已经有这一版的完整版。"), field="people")
        if len(due) > MOST_COPIES:
            template = QT_TRANSLATE_NOOP("desk", "一次最多 {most} 份，分几次发。")
            raise UserError(template, field="people", most=MOST_COPIES)
        with self._desk.work("edition.copies") as work:
            first = max((copy.copy_no for copy in self.copies(edition)), default=0) + 1
            return [self._give_in(work, row, first + place, person, today) for place, person in enumerate(due)]

    def _give_in(self, work: UnitOfWork, edition: EditionRow, number: int, person: int, on: date) -> int:
        holder = self._staff.row(person)
        if holder.state == "left":
            template = QT_TRANSLATE_NOOP("desk", "{name}已经离职，不能领完整版。")
            raise UserError(template, field="people", name=holder.name)
        receipt = self._receipts.issue_in(
            work,
            ReceiptEntry(
                staff=person,
                branch=self._staff.branch_of(person),
                name=holder.name,
                dept=holder.dept,
                what="directory",
                subject=f"内部通讯录 {edition.title} 完整版　第 {number:03} 号",
            ),
            on,
        )
        values: dict[str, Any] = {
            "edition_id": edition.id,
            "copy_no": number,
            "staff_id": person,
            "name": holder.name,
            "dept": holder.dept,
            "receipt_ref": receipt,
            "receipt": self._receipts.row(receipt).number,
            "issued_on": on,
        }
        copy = int(EditionCopy.create(**values).id)
        sentence = QT_TRANSLATE_NOOP("desk", "完整版第 {number} 号发给{name}，{paper}")
        told = {key: value for key, value in values.items() if key != "receipt_ref"} | {"receipt_id": receipt}
        work.wrote("edition_copy", copy, sentence, after=told, number=number, name=holder.name, paper=values["receipt"])
        work.changed("editions")
        work.changed("directory")
        return copy

    def copy(self, record: int) -> CopyRow:
        """Return one numbered copy."""
        return next(one for one in self.copies() if one.id == record)

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a confirmation."""
        return self._panel(self, record)

    def note_export(self, file: str, tier: str, count: int, reason: str = "", saved: Path | None = None) -> None:
        """Note that the directory left the desk as a file of that kind, and why (002/4.五.4)."""
        if self._desk.view_only:
            return
        with self._desk.work("export") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "导出通讯录 {file}，{tier} {count} 条")
            named, sha256 = (saved.name, sha256_of(saved.read_bytes())) if saved else (file, "")
            access = Access(
                "exported", "directory", "通讯录", TIERS[tier], count, reason=reason, file=named, sha256=sha256
            )
            self._desk.accesses.note(work, access, sentence, file=file, tier=TIERS[tier], count=count)

    # what every deed shares

    def _departments_listed(self) -> list[int]:
        """Return the departments with people in them, in their order; one of shared sets alone has no head."""
        return list(dict.fromkeys(row.department_id for row in self.directory.listed() if not row.is_shared))

    def _ask_in(self, work: UnitOfWork, edition: int, department: int, place: int, year: int) -> int:
        number = f"{PREFIX}-{year}-{work.number(PREFIX, year):04d}"
        values: dict[str, Any] = {
            "number": number,
            "edition_id": edition,
            "department_id": department,
            "place": place,
        }
        record = int(EditionConfirmation.create(**values).id)
        sentence = QT_TRANSLATE_NOOP("desk", "开出部门确认单 {number}")
        work.wrote("edition_confirmation", record, sentence, after=values, number=number)
        return record

    def _lapse_in(self, work: UnitOfWork) -> None:
        newest = self.newest()
        for row in self.of_edition(newest.id, "pending") if newest else ():
            after: dict[str, Any] = {"state": "lapsed", "state_order": ORDER["lapsed"]}
            EditionConfirmation.update(after).where(EditionConfirmation.id == row.id).execute()
            sentence = QT_TRANSLATE_NOOP("desk", "新一版已开始，这一版没有确认")
            work.wrote("edition_confirmation", row.id, sentence, before={"state": "pending"}, after=after)

    def _update(
        self, action: str, record: int, after: Mapping[str, Any], sentence: str, words: Mapping[str, object]
    ) -> None:
        found = EditionConfirmation.get_by_id(record)
        before: dict[str, Any] = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            EditionConfirmation.update(dict(after)).where(EditionConfirmation.id == record).execute()
            work.wrote("edition_confirmation", record, sentence, before=before, after=after, undoable=True, **words)
            self._index([record])
            work.changed("editions")
            work.changed("directory")

    def _index(self, records: Sequence[int]) -> None:
        self._desk.search.put_many(
            "edition_confirmation",
            ((row.id, [row.dept, row.branch, row.edition_title], self._words(row.number, row.head, row.confirmed_by))
             for row in self.rows(records)),
        )  # fmt: skip

    @staticmethod
    def _words(number: str, head: str, by: str) -> list[str]:
        return [*search_words(head, [number]), *search_words(by)]

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        self._index(records)

"""What happens to devices: entered, handed out with a receipt, given back, lost, damaged (002/15.二.5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.entered import checked_line, plain
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.registers.devices.listing import DeviceRow, DevicesListing
from desk_mailadmin.registers.devices.model import Device, DeviceIssue
from desk_mailadmin.registers.devices.rules import GONE, LIFECYCLE, TITLES, DeviceEntry, check_day, checked
from desk_mailadmin.registers.receipts.service import Moved, ReceiptEntry, ReceiptsService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork


class DevicesService(DevicesListing):
    """Mobiles, radios and sets that are handed out (002/15.二.5); ``panel`` composes what the side panel shows."""

    def __init__(
        self,
        desk: Desk,
        staff: StaffService,
        receipts: ReceiptsService,
        panel: Callable[[DevicesService, int], Detail],
    ) -> None:
        super().__init__(desk)
        self._staff = staff
        self._receipts = receipts
        self._panel = panel
        receipts.followers.append(self._receipt_moved)
        desk.after_undo("device", self._index_again)

    def add(self, entry: DeviceEntry) -> int:
        """Enter a device; raise UserError for a faulty entry or a serial number another device has."""
        entry = checked(entry, self._desk.clock.today())
        self._refuse_taken(entry, None)
        values = _columns(entry)
        with self._desk.work("device.add") as work:
            record = int(Device.create(**values).id)
            sentence = QT_TRANSLATE_NOOP("desk", "登记设备 {device}")
            work.wrote("device", record, sentence, after=values, undoable=True, device=entry.model)
            self._told(work, record)
        return record

    def edit(self, record: int, entry: DeviceEntry) -> None:
        """Change a device; UserError as ``add``."""
        entry = checked(entry, self._desk.clock.today())
        self._refuse_taken(entry, record)
        with self._desk.work("device.edit") as work:
            self._update(work, record, _columns(entry), QT_TRANSLATE_NOOP("desk", "修改设备"))

    def issue(self, record: int, staff: int, on: date, back_by: date | None = None, note: str = "") -> int:
        """Hand a device out to a person with a numbered receipt; return the receipt's id.

        Raises UserError for a device that is not at hand, for who left, and for a day that cannot be.
        """
        row, person = self.row(record), self._staff.row(staff)
        LIFECYCLE.check(row.state, "issued")
        check_day(on, row.returned_on, self._desk.clock.today())
        if person.state == "left":
            raise UserError(QT_TRANSLATE_NOOP("desk", "{name}已经离职，不能领用。"), field="staff", name=person.name)
        if back_by is not None and back_by < on:
            raise UserError(QT_TRANSLATE_NOOP("desk", "归还期限早于领用日期。"), field="back_by")
        entry = ReceiptEntry(
            staff=staff, branch=self._staff.branch_of(staff), name=person.name, dept=person.dept, what="device",
            subject=row.title, emp_no=person.emp_no, note=note, back_by=back_by,
        )  # fmt: skip
        with self._desk.work("device.issue") as work:
            receipt = self._receipts.issue_in(work, entry, on)
            number = self._receipts.row(receipt).number
            after = {
                "state": "issued", "staff_id": staff, "dept": person.dept, "branch": person.branch,
                "holder_key": name_sort_key(person.name), "issued_on": on, "back_by": back_by, "returned_on": None,
                "ended_on": None, "reason": "", "receipt_id": receipt, "receipt": number, "penalty": "",
            }  # fmt: skip
            sentence = QT_TRANSLATE_NOOP("desk", "{name}领用，签收单 {number}")
            self._update(work, record, after, sentence, name=person.name, number=number)
            self._note_issue(work, record, staff, on, number)
        return receipt

    def take_back(self, record: int, on: date, condition: str = "") -> None:
        """Record that a device came back, or that a lost one was found, a damaged one mended."""
        row = self.row(record)
        LIFECYCLE.check(row.state, "returned")
        check_day(on, row.issued_on, self._desk.clock.today())
        with self._desk.work("device.take_back") as work:
            self._back_in(work, row, on, checked_line(condition, QT_TRANSLATE_NOOP("desk", "情况"), "condition"))
            if row.receipt_id is not None and self._receipts.row(row.receipt_id).held:
                self._receipts.give_back(row.receipt_id, on)

    def lose(self, record: int, on: date, reason: str) -> None:
        """Record that a device was lost."""
        self._gone(record, "lost", on, reason, QT_TRANSLATE_NOOP("desk", "丢失：{reason}"))

    def damage(self, record: int, on: date, reason: str) -> None:
        """Record that a device was damaged and cannot be used."""
        self._gone(record, "damaged", on, reason, QT_TRANSLATE_NOOP("desk", "损坏：{reason}"))

    def charge(self, record: int, number: str) -> None:
        """Note the penalty case by which somebody answers for a device."""
        if self.row(record).state not in GONE:
            raise UserError(QT_TRANSLATE_NOOP("desk", "设备没有丢失也没有损坏。"))
        with self._desk.work("device.charge") as work:
            sentence = QT_TRANSLATE_NOOP("desk", "赔偿登记在 {number}")
            self._update(work, record, {"penalty": number}, sentence, number=number)

    def entry(self, record: int) -> DeviceEntry:
        """Return a device as it would be entered."""
        row = self.row(record)
        return DeviceEntry(row.kind, row.model, row.serial, row.number, row.value_fen, row.bought_on, row.remark)

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a device."""
        return self._panel(self, record)

    # inside

    def _gone(self, record: int, state: str, on: date, reason: str, sentence: str) -> None:
        row = self.row(record)
        LIFECYCLE.check(row.state, state)
        check_day(on, row.issued_on, self._desk.clock.today())
        reason = checked_line(reason, QT_TRANSLATE_NOOP("desk", "经过"), "reason")
        if not reason:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写经过。"), field="reason")
        after: dict[str, Any] = {"state": state, "ended_on": on, "reason": reason}
        if row.state != "issued":  # nobody had it: nobody answers for it
            after |= {"staff_id": None, "dept": "", "branch": "", "holder_key": ""}
        with self._desk.work(f"device.{state}") as work:
            self._update(work, record, after, sentence, reason=reason)

    def _back_in(self, work: UnitOfWork, row: DeviceRow, on: date, condition: str) -> None:
        after: dict[str, Any] = {"state": "returned", "returned_on": on, "ended_on": None, "back_by": None}
        sentence = QT_TRANSLATE_NOOP("desk", "归还{condition}")
        self._update(work, row.id, after, sentence, condition=f"：{condition}" if condition else "")
        for issue in (one for one in self.issues(row.id) if one.returned_on is None):
            before = {"returned_on": None, "condition": issue.condition}
            ended: dict[str, Any] = {"returned_on": on, "condition": condition}
            DeviceIssue.update(ended).where(DeviceIssue.id == issue.id).execute()
            sentence = QT_TRANSLATE_NOOP("desk", "{name}归还")
            work.wrote("device_issue", issue.id, sentence, before=before, after=ended, undoable=True, name=issue.name)

    def _note_issue(self, work: UnitOfWork, record: int, staff: int, on: date, number: str) -> None:
        person = self._staff.row(staff)
        values: dict[str, Any] = {
            "device_id": record, "staff_id": staff, "name": person.name, "emp_no": person.emp_no, "dept": person.dept,
            "receipt": number, "issued_on": on,
        }  # fmt: skip
        made = DeviceIssue.create(**values)
        sentence = QT_TRANSLATE_NOOP("desk", "{name}领用")
        work.wrote("device_issue", made.id, sentence, after=values, undoable=True, name=person.name)

    def _receipt_moved(self, work: UnitOfWork, moved: Moved) -> None:
        """Let a device follow its receipt: given back with it, at hand again where it was voided or refused."""
        found = Device.get_or_none((Device.sheet == moved.receipt) & (Device.state == "issued"))
        if found is None:
            return
        given_back = self._receipts.record_of(moved.receipt).returned_on is not None
        if given_back or moved.state in ("void", "refused"):
            word = QT_TRANSLATE_NOOP("desk", "签收单没有签收")
            row = self.row(found.id)
            self._back_in(work, row, max(moved.on, row.issued_on or moved.on), "" if given_back else word)

    def _update(self, work: UnitOfWork, record: int, after: Mapping[str, Any], sentence: str, **values: object) -> None:
        found = Device.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        Device.update(after).where(Device.id == record).execute()
        work.wrote("device", record, sentence, before=before, after=after, undoable=True, **values)
        self._told(work, record)

    def _refuse_taken(self, entry: DeviceEntry, record: int | None) -> None:
        same = (Device.kind == entry.kind) & (Device.serial == entry.serial) & (Device.id != (record or 0))
        if entry.serial and Device.get_or_none(same) is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "机身号 {serial} 已经登记过。"), field="serial", serial=entry.serial
            )

    def _told(self, work: UnitOfWork, record: int) -> None:
        self._index([record])
        work.changed("devices")

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        self._index(records)

    def _index(self, records: Sequence[int]) -> None:
        for row in self.rows(records):
            words = search_words(row.name, [row.emp_no, row.serial, row.receipt], [row.number])
            self._desk.search.put("device", row.id, [row.model, row.name, row.dept], words)


def _columns(entry: DeviceEntry) -> dict[str, Any]:
    return {key: getattr(entry, key) for key in DeviceEntry.__struct_fields__}


def entry_from(data: Mapping[str, Any]) -> DeviceEntry:
    """Return the device that plain data describe (``record device``); UserError for what cannot be read."""
    for key in data:
        if key not in TITLES:
            raise UserError(QT_TRANSLATE_NOOP("desk", "设备没有“{key}”这一项。"), field=key, key=key)
    value, bought = data.get("value_fen", 0), plain(data.get("bought_on"), TITLES["bought_on"], "bought_on")
    if isinstance(value, bool) or not isinstance(value, int):
        raise UserError(QT_TRANSLATE_NOOP("desk", "价值应当是整数，单位分。"), field="value_fen")
    try:
        day = date.fromisoformat(bought) if bought else None
    except ValueError:
        template = QT_TRANSLATE_NOOP("desk", "购置日期“{text}”应写成 2026-12-03 这样。")
        raise UserError(template, field="bought_on", text=bought) from None
    texts = {key: plain(data.get(key), TITLES[key], key) for key in ("kind", "model", "serial", "number", "remark")}
    return DeviceEntry(value_fen=value, bought_on=day, **texts)

"""What lists show of devices, and how one is found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.registers.devices.model import Device, DeviceIssue
from desk_mailadmin.registers.devices.rules import KINDS
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, SqlListing

_SOURCE = ListingSource(
    kind="device",
    table="device",
    unit=OF_STAFF,
    joins="LEFT JOIN staff ON staff.id = device.staff_id",
    orders={
        "serial": "device.serial",
        "model": "device.kind, device.model, device.serial",
        "holder": "device.holder_key",
        "issued_on": "device.issued_on",
        "value": "device.value_fen",
        "state": "device.state, device.model",
    },
    default_order="device.kind, device.model, device.serial",
    segments={
        "issued": "device.state = 'issued'",
        "at_hand": "device.state IN ('store', 'returned')",
        "gone": "device.state IN ('lost', 'damaged')",
        "leavers": "device.state = 'issued' AND staff.state = 'left'",
        "all": "1 = 1",
    },
    filters={"kind": "device.kind", "branch": "device.branch"},
)

_SELECT = """
    SELECT device.id, device.state, device.kind, device.model, device.serial, device.number, device.value_fen,
           device.staff_id, coalesce(staff.emp_no, ''), coalesce(staff.name, ''), coalesce(staff.state, ''),
           device.dept, device.branch, device.issued_on, device.back_by, device.returned_on, device.ended_on,
           device.reason, device.receipt_id, device.receipt, device.penalty, device.bought_on, device.remark
    FROM device LEFT JOIN staff ON staff.id = device.staff_id
"""


class DeviceRow(Struct, frozen=True):
    """A device as lists show it; its value in fen; ``staff`` has it, or had it last where it is lost or damaged."""

    id: int
    state: str
    kind: str
    model: str
    serial: str
    number: str
    value_fen: int
    staff: int | None
    emp_no: str
    name: str
    staff_state: str
    dept: str
    branch: str
    issued_on: date | None
    back_by: date | None
    returned_on: date | None
    ended_on: date | None
    reason: str
    receipt_id: int | None
    receipt: str
    penalty: str
    bought_on: date | None
    remark: str

    @property
    def title(self) -> str:
        """The device as a receipt names it: 对讲机 GP328　RX-0417."""
        return "　".join(filter(None, (self.model, self.serial, self.number)))


class DevicesListing(SqlListing[DeviceRow]):
    """Devices as rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk

    def rows(self, ids: Sequence[int]) -> Sequence[DeviceRow]:
        """Return the rows of these devices, in this order."""
        return self.ordered(ids, DeviceRow, _SELECT)

    def row(self, record: int) -> DeviceRow:
        """Return one device's row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what the combos offer."""
        if filter_key == "kind":
            return [Choice(key, title) for key, title in KINDS.items()]
        found = Device.select(Device.branch).where(Device.branch != "").distinct().order_by(Device.branch)
        return [Choice(one.branch, one.branch) for one in found]

    def of_person(self, staff: int) -> Sequence[DeviceRow]:
        """Return what a person has now (领用设备)."""
        found = Device.select(Device.id).where((Device.staff == staff) & (Device.state == "issued"))
        return self.rows([one.id for one in found.order_by(Device.issued_on, Device.id)])

    def of_leavers(self) -> Sequence[DeviceRow]:
        """Return what people who left still have."""
        found = Device.select(Device.id).join(Staff).where((Device.state == "issued") & (Staff.state == "left"))
        return self.rows([one.id for one in found.order_by(Device.id)])

    def unanswered(self) -> Sequence[DeviceRow]:
        """Return what was lost or damaged in somebody's hands and nobody answered for yet."""
        gone = Device.state.in_(["lost", "damaged"]) & (Device.penalty == "") & Device.staff.is_null(is_null=False)
        return self.rows([one.id for one in Device.select(Device.id).where(gone).order_by(Device.ended_on, Device.id)])

    def issues(self, record: int) -> Sequence[DeviceIssue]:
        """Return to whom a device was handed out, the latest first."""
        found: Sequence[DeviceIssue] = list(
            DeviceIssue.select().where(DeviceIssue.device == record).order_by(DeviceIssue.id.desc())
        )
        return found

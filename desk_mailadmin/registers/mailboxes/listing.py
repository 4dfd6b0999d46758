"""What lists and the panel show of mailboxes, and how one is found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.mailboxes.model import Mailbox, MailboxAlias
from desk_mailadmin.registers.mailboxes.rules import LIFECYCLE
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing

_SOURCE = ListingSource(
    kind="mailbox",
    table="mailbox",
    unit=OF_BRANCH,
    orders={
        "address": "mailbox.address",
        "name": "mailbox.owner_key",
        "opened_on": "mailbox.opened_on",
        "quota_mb": "mailbox.quota_mb",
        "state": "mailbox.state",
    },
    default_order="mailbox.state, mailbox.address",
    segments={
        "active": "mailbox.state = 'active'",
        "disabled": "mailbox.state = 'disabled'",
        "retained": "mailbox.state = 'retained'",
        "deleted": "mailbox.state = 'deleted'",
        "all": "1 = 1",
    },
    filters={"branch": "mailbox.branch_id = {value}"},
)

_SELECT = """
    SELECT mailbox.id, mailbox.address, coalesce(staff.emp_no, ''), mailbox.owner, branch.name,
           coalesce(department.name, ''), mailbox.state, mailbox.quota_mb, mailbox.opened_on, mailbox.closed_on,
           mailbox.retained_until
    FROM mailbox
    JOIN branch ON branch.id = mailbox.branch_id
    LEFT JOIN staff ON staff.id = mailbox.staff_id
    LEFT JOIN department ON department.id = staff.department_id
"""


class MailboxRow(Struct, frozen=True):
    """A mailbox as lists show it; quota in MB of 2^20 bytes."""

    id: int
    address: str
    emp_no: str
    name: str
    branch: str
    dept: str
    state: str
    quota_mb: int
    opened_on: date | None
    closed_on: date | None
    retained_until: date | None


class MailboxesListing(SqlListing[MailboxRow]):
    """Mailboxes as rows."""

    def __init__(self, desk: Desk, branches: BranchesService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self._branches = branches

    def of_person(self, staff: int) -> Sequence[MailboxRow]:
        """Return the mailboxes of a person, the ones in use first."""
        ids = [m.id for m in Mailbox.select(Mailbox.id).where(Mailbox.staff == staff).order_by(Mailbox.state)]
        return self.rows(ids)

    def retained_until(self, day: date) -> Sequence[MailboxRow]:
        """Return the mailboxes whose retention has run out by ``day``, the earliest first (004/第十条)."""
        found = Mailbox.select(Mailbox.id).where((Mailbox.state == "retained") & (Mailbox.retained_until <= day))
        return self.rows([mailbox.id for mailbox in found.order_by(Mailbox.retained_until, Mailbox.address)])

    def at(self, address: str) -> int | None:
        """Return the id of the mailbox at an address, its own or an alias; None where there is none."""
        address = address.strip().lower()
        found = Mailbox.get_or_none(Mailbox.address == address)
        if found is not None:
            return int(found.id)
        alias = MailboxAlias.get_or_none(MailboxAlias.address == address)
        return int(alias.mailbox_id) if alias else None

    def known_address(self, address: str) -> str:
        """Return the address of a mailbox that exists, folded; UserError for one that does not, or was deleted."""
        record = self.at(address)
        row = self.rows([record])[0] if record is not None else None
        if row is None or row.state == "deleted":
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "没有登记过邮箱 {address}，先在“邮箱”里登记。"),
                field="mailbox",
                address=address.strip(),
            )
        return row.address

    def beginning_with(self, text: str, limit: int = 8) -> Sequence[str]:
        """Return the addresses a clerk may mean by a beginning, a name or initials."""
        return [row.address for row in self.rows(self.keys(Query(search=text))[:limit]) if row.state != "deleted"]

    def rows(self, ids: Sequence[int]) -> Sequence[MailboxRow]:
        """Return the rows of these mailboxes, in this order."""
        return self.ordered(ids, MailboxRow, _SELECT)

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the branches."""
        return [Choice(str(number), name) for number, name in self._branches.names()]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a mailbox."""
        row = self.rows([record])[0]
        facts = (
            Fact("使用人", f"{row.name}　{row.emp_no}".strip()),
            Fact("单位", row.branch),
            Fact("部门", row.dept),
            Fact("容量", f"{row.quota_mb} MB"),
            Fact("别名", "、".join(self.aliases(record))),
            Fact("开通", str(row.opened_on or "")),
            Fact("保留到", str(row.retained_until or "")),
            Fact("停用", str(row.closed_on or "")),
        )
        return Detail(row.address, row.name, LIFECYCLE.state(row.state), facts, history=self.history("mailbox", record))

    def aliases(self, record: int) -> list[str]:
        """Return the further addresses of a mailbox."""
        return [alias.address for alias in MailboxAlias.select().where(MailboxAlias.mailbox == record)]

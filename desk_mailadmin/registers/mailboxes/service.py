"""What happens to mailboxes: who holds which address, opening, disabling, retaining."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import peewee as pw
from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_text
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.addresses import NamingRule, base_name, check_local_part, proposals
from desk_mailadmin.language.names import reading
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.mailboxes.listing import MailboxesListing, MailboxRow
from desk_mailadmin.registers.mailboxes.model import Mailbox, MailboxAlias
from desk_mailadmin.registers.mailboxes.rules import (
    LIFECYCLE,
    NAMING_PATTERN,
    QUOTA_MB,
    UNIQUE_ACROSS_BRANCHES,
    Holder,
    Holding,
    Verdict,
    check_quota,
    verdict,
)
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork


class MailboxEntry(Struct, frozen=True):
    """A mailbox as it is opened or taken over from an older list.

    ``asked_on`` is when it was applied for: an old case keeps the cap of its day.
    """

    address: str
    branch: int
    owner: str
    quota_mb: int
    staff: int | None = None
    opened_on: date | None = None
    state: str = "active"
    retained_until: date | None = None
    remark: str = ""
    asked_on: date | None = None


class AddressProposal(Struct, frozen=True):
    """An address the naming rule suggests, and whether it may be given out."""

    address: str
    verdict: Verdict


PROPOSALS = 4


class MailboxesService(MailboxesListing):
    """Mailboxes and their addresses (000/4.1, 004/第八条, 第十条).

    ``pending`` names the holder of an address that an application has chosen but nobody opened yet; the register above
    sets it, because only it knows applications. ``besides`` is the application that is being filled in: its own choice
    does not stand in its way.
    """

    def __init__(self, desk: Desk, branches: BranchesService) -> None:
        super().__init__(desk, branches)
        self.pending: Callable[[str, int | None], Holder | None] = lambda _address, _besides: None

    def quota_cap(self, on: date | None = None) -> int:
        """Return the largest quota in MB that may be given (000/4.1), as it was in force on a day (None: today)."""
        return self._desk.settings.value(QUOTA_MB, on)

    def open_in(self, work: UnitOfWork, entry: MailboxEntry, besides: int | None = None) -> int:
        """Open a mailbox within a transaction; raise UserError for an address that is taken or a quota over the cap."""
        address = self.checked_address(entry.address, personal=entry.staff is not None)
        check_quota(entry.quota_mb, self.quota_cap(entry.asked_on))
        holder = self.holder(address, besides)
        if holder is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{address} {why}。"),
                field="address",
                address=address,
                why=verdict(address, holder).sentence,
            )
        values = self._columns(entry, address)
        mailbox = Mailbox.create(**values)
        work.wrote("mailbox", mailbox.id, QT_TRANSLATE_NOOP("desk", "开通 {address}"), after=values, address=address)
        self._index(int(mailbox.id))
        work.changed("mailboxes")
        return int(mailbox.id)

    def add(self, entry: MailboxEntry) -> int:
        """Enter a mailbox that exists already, from before this program."""
        with self._desk.work("mailbox.add") as work:
            return self.open_in(work, entry)

    def add_alias(self, record: int, address: str) -> None:
        """Give a mailbox a further address; raise UserError if it is taken."""
        address = self.checked_address(address)
        found = self.holder(address)
        if found is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{address} {why}。"),
                field="address",
                address=address,
                why=verdict(address, found).sentence,
            )
        with self._desk.work("mailbox.alias") as work:
            MailboxAlias.create(mailbox=record, address=address)
            self._index(record)
            work.wrote("mailbox", record, QT_TRANSLATE_NOOP("desk", "增加别名 {address}"), address=address)
            work.changed("mailboxes")

    def move(self, record: int, state: str, *, reason: str, on: date, until: date | None = None) -> None:
        """Disable, retain until a date, delete or re-activate a mailbox (004/第十条); its address stays known."""
        with self._desk.work("mailbox.move") as work:
            self.move_in(work, record, state, reason=reason, on=on, until=until)

    def move_in(
        self, work: UnitOfWork, record: int, state: str, *, reason: str, on: date, until: date | None = None
    ) -> None:
        """Move a mailbox within a transaction that is already open."""
        row = self.rows([record])[0]
        LIFECYCLE.check(row.state, state)
        reason = checked_text(reason, QT_TRANSLATE_NOOP("desk", "原因"), "reason")
        if not reason:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写原因。"), field="reason")
        if state == "retained" and (until is None or until < on):
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写保留到哪一天。"), field="until")
        before = {"state": row.state, "retained_until": row.retained_until, "closed_on": row.closed_on}
        after = {
            "state": state,
            "retained_until": until if state == "retained" else None,
            "closed_on": on if state in ("deleted", "disabled", "retained") else None,
        }
        Mailbox.update(after).where(Mailbox.id == record).execute()
        work.wrote(
            "mailbox",
            record,
            QT_TRANSLATE_NOOP("desk", "{address} 改为{state}：{reason}"),
            before=before,
            after=after,
            address=row.address,
            state=LIFECYCLE.state(state).title,
            reason=reason,
        )
        work.changed("mailboxes")

    def set_quota_in(self, work: UnitOfWork, record: int, quota_mb: int, *, reason: str) -> None:
        """Give a mailbox another quota (MB of 2^20 bytes) within a transaction; UserError over the cap of 000/4.1."""
        row = self.rows([record])[0]
        check_quota(quota_mb, self.quota_cap())
        before, after = {"quota_mb": row.quota_mb}, {"quota_mb": quota_mb}
        sentence = QT_TRANSLATE_NOOP("desk", "{address} 容量改为 {quota} MB：{reason}")
        self._change_in(work, row, before, after, sentence, quota=quota_mb, reason=reason)

    def hand_on_in(self, work: UnitOfWork, record: int, *, staff: int, owner: str, branch: int, reason: str) -> None:
        """Hand a mailbox on to another person within a transaction (004/第九条); its address stays."""
        row, found = self.rows([record])[0], Mailbox.get_by_id(record)
        before = {"staff_id": found.staff_id, "owner": found.owner, "branch_id": found.branch_id}
        after = {"staff_id": staff, "owner": owner, "branch_id": branch}
        sentence = QT_TRANSLATE_NOOP("desk", "{address} 转给{owner}：{reason}")
        more = {"owner_key": name_sort_key(owner), "kind": "personal"}
        self._change_in(work, row, before, {**after, **more}, sentence, owner=owner, reason=reason)

    def _change_in(
        self,
        work: UnitOfWork,
        row: MailboxRow,
        before: dict[str, Any],
        after: dict[str, Any],
        sentence: str,
        **values: Any,
    ) -> None:
        Mailbox.update(after).where(Mailbox.id == row.id).execute()
        changed = {key: after[key] for key in before}
        work.wrote("mailbox", row.id, sentence, before=before, after=changed, address=row.address, **values)
        self._index(row.id)
        work.changed("mailboxes")

    def holder(self, address: str, besides: int | None = None) -> Holder | None:
        """Return who holds an address: a mailbox in any state, an alias, or an application that chose it."""
        address = address.lower()
        row = self._row_of(address)
        if row is not None:
            return Holder(address, row.name, row.dept or row.branch, Holding.MAILBOX, row.state, row.retained_until)
        alias = MailboxAlias.get_or_none(MailboxAlias.address == address)
        if alias is not None:
            row = self.rows([alias.mailbox_id])[0]
            return Holder(address, row.name, row.dept or row.branch, Holding.ALIAS)
        return self.pending(address, besides)

    def propose(
        self, name: str, branch: int, besides: int | None = None, staff: int | None = None
    ) -> Sequence[AddressProposal]:
        """Return what the naming rule suggests for a name: its first choice with whoever holds it, then free ones.

        ``staff`` is who asks: the address the roster names as his own does not stand in his way.
        Raises UserError where the branch has no domain yet or a character has no reading.
        """
        domain = self.domain(branch)
        rule, read = NamingRule(self._desk.settings.value(NAMING_PATTERN)), reading(name)
        first = base_name(rule, read)
        free = proposals(rule, read, lambda local: self._taken(f"{local}@{domain}", besides, staff), PROPOSALS - 1)
        return [self.judge(f"{local}@{domain}", besides, staff) for local in dict.fromkeys([first, *free])]

    def judge(self, address: str, besides: int | None = None, staff: int | None = None) -> AddressProposal:
        """Return whether an address may be given out; raise UserError where it cannot be an address at all."""
        address = self.checked_address(address)
        return AddressProposal(address, verdict(address, self._in_the_way(address, besides, staff)))

    def free_address(self, address: str, besides: int | None = None, staff: int | None = None) -> str:
        """Return an address folded; raise UserError, naming its holder, where it may not be given out."""
        proposal = self.judge(address, besides, staff)
        if not proposal.verdict.free:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{address} {why}。"), address=proposal.address, why=proposal.verdict.sentence
            )
        return proposal.address

    def domain(self, branch: int) -> str:
        """Return the mail domain of a branch; raise UserError where it has none yet."""
        domain = self._branches.client(branch).domain
        if not domain:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{branch}还没有设置邮箱域名，在“通讯录 › 单位”里填写。"),
                field="address",
                branch=dict(self._branches.names())[branch],
            )
        return domain

    def checked_address(self, address: str, *, personal: bool = True) -> str:
        """Return an address folded; raise UserError unless it is a good local part at one of the company's domains.

        A mailbox that is not ``personal`` may bear a role's name (sales, service).
        """
        local, at, domain = address.strip().lower().partition("@")
        if not at or domain not in self._branches.domains():
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "“{address}”不是本公司的邮箱地址，域名只能是 {domains}。"),
                field="address",
                address=address,
                domains="、".join(self._branches.domains()),
            )
        return f"{check_local_part(local, personal=personal)}@{domain}"

    def _taken(self, address: str, besides: int | None, staff: int | None) -> bool:
        return self._in_the_way(address, besides, staff) is not None

    def _in_the_way(self, address: str, besides: int | None, staff: int | None) -> Holder | None:
        return self.holder(address, besides) or self._namesake(address, besides) or self._listed(address, staff)

    def _listed(self, address: str, staff: int | None) -> Holder | None:
        """Return whose address it is by the roster: mailboxes from before this program stand nowhere else at first."""
        local, _, domain = address.partition("@")
        unique = self._desk.settings.value(UNIQUE_ACROSS_BRANCHES)
        known = [f"{local}@{each}" for each in (self._branches.domains() if unique else [domain])]
        found = Staff.get_or_none(pw.fn.lower(Staff.email).in_(known) & (Staff.id != (staff or 0)))
        return Holder(found.email, found.name, found.department.name, Holding.ROSTER) if found else None

    def _namesake(self, address: str, besides: int | None) -> Holder | None:
        """Return who holds the same local part at another domain, where names are unique across branches."""
        if not self._desk.settings.value(UNIQUE_ACROSS_BRANCHES):
            return None
        local, _, domain = address.partition("@")
        others = (f"{local}@{other}" for other in self._branches.domains() if other != domain)
        return next((holder for other in others if (holder := self.holder(other, besides))), None)

    def _row_of(self, address: str) -> MailboxRow | None:
        found = Mailbox.get_or_none(Mailbox.address == address)
        return self.rows([found.id])[0] if found else None

    def _columns(self, entry: MailboxEntry, address: str) -> dict[str, Any]:
        return {
            "address": address,
            "local_part": address.partition("@")[0],
            "branch_id": entry.branch,
            "staff_id": entry.staff,
            "owner": entry.owner,
            "owner_key": name_sort_key(entry.owner),
            "kind": "personal" if entry.staff else "shared",
            "state": entry.state,
            "quota_mb": entry.quota_mb,
            "opened_on": entry.opened_on,
            "retained_until": entry.retained_until,
            "remark": entry.remark,
        }

    def _index(self, record: int) -> None:
        row = self.rows([record])[0]
        words = search_words(row.name, [row.emp_no, row.address, *self.aliases(record)])
        self._desk.search.put("mailbox", record, [row.name], words)

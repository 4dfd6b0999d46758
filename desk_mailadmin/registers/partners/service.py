"""What happens to partners' contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.partners.model import Partner
from desk_mailadmin.registers.partners.rules import LIFECYCLE, RUNG, TITLES, PartnerEntry, checked, entry_from
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_STAFF, ListingSource, SqlListing
from desk_mailadmin.store.work import UnitOfWork

_SOURCE = ListingSource(
    kind="partner",
    table="partner",
    unit=OF_STAFF,
    orders={
        "company": "partner.company_key, partner.contact_key",
        "contact": "partner.contact_key",
        "state": "partner.state, partner.company_key, partner.contact_key",
    },
    default_order="partner.state, partner.company_key, partner.contact_key",
    segments={
        "active": "partner.state = 'active'",
        "unkept": "partner.state = 'active' AND partner.staff_id IS NULL",
        "ended": "partner.state = 'ended'",
        "all": "1 = 1",
    },
    filters={"keeper": "partner.staff_id"},
)

_SELECT = """
    SELECT partner.id, partner.state, partner.company, partner.contact, partner.post, partner.matter, partner.phone,
           partner.mobile, partner.fax, partner.email, coalesce(staff.name, ''), coalesce(department.name, ''),
           partner.remark, partner.ended_on
    FROM partner
    LEFT JOIN staff ON staff.id = partner.staff_id
    LEFT JOIN department ON department.id = staff.department_id
"""


class PartnerRow(Struct, frozen=True):
    """A contact as lists show it; ``keeper`` is who looks after it here."""

    id: int
    state: str
    company: str
    contact: str
    post: str
    matter: str
    phone: str
    mobile: str
    fax: str
    email: str
    keeper: str
    keeper_dept: str
    remark: str
    ended_on: date | None


class PartnersService(SqlListing[PartnerRow]):
    """Contacts at partner companies, apart from the company's own directory (M6-6)."""

    def __init__(self, desk: Desk, staff: Callable[[], StaffService]) -> None:
        super().__init__(desk, _SOURCE)
        self._desk, self._staff = desk, staff
        desk.after_undo("partner", self._index_again)

    def add(self, entry: PartnerEntry) -> int:
        """Enter a contact and return its id; raise UserError for a faulty entry or a contact that is there already."""
        values = self._columns(entry, None)
        with self._desk.work("partner.add") as work:
            record = int(Partner.create(**values).id)
            sentence = QT_TRANSLATE_NOOP("desk", "登记合作单位 {company}")
            work.wrote("partner", record, sentence, after=values, undoable=True, company=values["company"])
            self._index(record)
            work.changed("partners")
        return record

    def enter_plain(self, data: Mapping[str, Any]) -> int:
        """Enter a contact from plain data, ``emp_no`` saying who looks after it; raise UserError as ``add`` does."""
        given = dict(data)
        emp_no = str(given.pop("emp_no", "") or "")
        keeper = self._staff().numbered(emp_no) if emp_no else None
        if emp_no and keeper is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "没有工号 {emp_no} 这个人。"), field="emp_no", emp_no=emp_no)
        return self.add(entry_from(given, keeper))

    def edit(self, record: int, entry: PartnerEntry) -> None:
        """Change a contact; raise UserError as ``add`` does."""
        self._update(record, self._columns(entry, record), "partner.edit", QT_TRANSLATE_NOOP("desk", "修改合作单位"))

    def end(self, record: int, on: date) -> None:
        """Record that there is nothing more to do with a contact; raise UserError where that is known already."""
        LIFECYCLE.check(Partner.get_by_id(record).state, "ended")
        after = {"state": "ended", "ended_on": on}
        self._update(record, after, "partner.end", QT_TRANSLATE_NOOP("desk", "停止往来"))

    def resume(self, record: int) -> None:
        """Record that a contact is in use again; raise UserError where it is."""
        LIFECYCLE.check(Partner.get_by_id(record).state, "active")
        after = {"state": "active", "ended_on": None}
        self._update(record, after, "partner.resume", QT_TRANSLATE_NOOP("desk", "恢复往来"))

    def entry(self, record: int) -> PartnerEntry:
        """Return a contact as it would be entered."""
        found = Partner.get_by_id(record)
        return PartnerEntry(**{key: getattr(found, key) for key in TITLES}, staff=found.staff_id)

    def rows(self, ids: Sequence[int]) -> Sequence[PartnerRow]:
        """Return the rows of these contacts, in this order."""
        return self.ordered(ids, PartnerRow, _SELECT)

    def row(self, record: int) -> PartnerRow:
        """Return one contact's row."""
        return self.rows([record])[0]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return the people who look after a contact."""
        sql = """
            SELECT DISTINCT staff.id, staff.name, staff.name_key FROM partner
            JOIN staff ON staff.id = partner.staff_id ORDER BY staff.name_key
        """
        with self._desk.reading():
            return [Choice(str(number), name) for number, name, _key in execute(self._desk.database, sql)]

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a contact."""
        row = self.row(record)
        keeper = f"{row.keeper}（{row.keeper_dept}）" if row.keeper else ""
        facts = (
            Fact("联系人", row.contact),
            Fact("职务", row.post),
            Fact("合作事项", row.matter),
            Fact("电话", row.phone),
            Fact("手机", row.mobile, personal=True, in_full=RUNG),
            Fact("传真", row.fax),
            Fact("邮箱", row.email),
            Fact("本公司联系人", keeper),
            Fact("停止往来", str(row.ended_on or "")),
            Fact("备注", row.remark),
        )
        known = tuple(fact for fact in facts if fact.value)
        state = LIFECYCLE.state(row.state)
        return Detail(row.company, row.contact, state, known, history=self.history("partner", record))

    def _update(self, record: int, after: dict[str, Any], action: str, sentence: str) -> None:
        found = Partner.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        with self._desk.work(action) as work:
            Partner.update(after).where(Partner.id == record).execute()
            work.wrote("partner", record, sentence, before=before, after=after, undoable=True)
            self._index(record)
            work.changed("partners")

    def _columns(self, entry: PartnerEntry, record: int | None) -> dict[str, Any]:
        entry = checked(entry)
        twin = Partner.get_or_none(
            (Partner.company == entry.company) & (Partner.contact == entry.contact) & (Partner.id != (record or 0))
        )
        if twin is not None:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{company}的联系人“{contact}”已经登记过。"),
                field="contact",
                company=entry.company,
                contact=entry.contact or "—",
            )
        keys = {"company_key": sort_key(entry.company), "contact_key": name_sort_key(entry.contact)}
        return {key: getattr(entry, key) for key in TITLES} | keys | {"staff_id": entry.staff}

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for record in records:
            self._index(record)

    def _index(self, record: int) -> None:
        row = self.row(record)
        words = search_words(row.contact, [row.email], [row.phone, row.mobile, row.fax])
        texts = [row.company, row.contact, row.matter, row.keeper]
        self._desk.search.put("partner", record, texts, [*words, *search_words(row.company)])

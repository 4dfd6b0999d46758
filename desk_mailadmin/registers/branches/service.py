"""What happens to branches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desk_mailadmin.kernel.detail import Detail, Fact
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.sorting import sort_key
from desk_mailadmin.registers.branches.model import Branch
from desk_mailadmin.registers.branches.rules import KINDS, BranchEntry, ClientSettings, Server, checked
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import EVERY_UNIT, ListingSource, SqlListing
from desk_mailadmin.store.work import UnitOfWork

HEADQUARTERS = "总部"

_SOURCE = ListingSource(
    kind="branch",
    table="branch",
    unit=EVERY_UNIT,
    orders={"name": "branch.name_key", "kind": "branch.kind", "domain": "branch.domain"},
    default_order="branch.sort_order, branch.name_key",
    segments={"all": "1 = 1"},
)


class BranchRow(Struct, frozen=True):
    """A branch as lists show it."""

    id: int
    name: str
    kind: str
    head: str
    personnel: str
    mail_person: str
    domain: str
    departments: int
    people: int


class BranchesService(SqlListing[BranchRow]):
    """Branches with their signers and the settings of their mail domains (000/3.0, 004/附二, 004/计划)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        desk.after_undo("branch", self._index_again)

    def add(self, entry: BranchEntry) -> int:
        """Enter a branch and return its id; raise UserError for a name that exists or an entry that cannot stand."""
        with self._desk.work("branch.add") as work:
            return self.add_in(work, entry)

    def add_in(self, work: UnitOfWork, entry: BranchEntry) -> int:
        """Enter a branch within a transaction that is already open (an import)."""
        entry = checked(entry)
        self._refuse_twin(entry.name, None)
        self._refuse_second_headquarters(entry, None)
        values = {**_columns(entry), "sort_order": Branch.select().count()}
        branch = Branch.create(**values)
        work.wrote(
            "branch",
            branch.id,
            QT_TRANSLATE_NOOP("desk", "新建单位 {name}"),
            after=values,
            undoable=True,
            name=entry.name,
        )
        self._index(branch.id, entry)
        work.changed("branches")
        return int(branch.id)

    def edit(self, record: int, entry: BranchEntry) -> None:
        """Change a branch; raise UserError as ``add`` does."""
        entry = checked(entry)
        self._refuse_twin(entry.name, record)
        self._refuse_second_headquarters(entry, record)
        before, after = _columns(self.entry(record)), _columns(entry)
        with self._desk.work("branch.edit") as work:
            Branch.update(after).where(Branch.id == record).execute()
            work.wrote(
                "branch",
                record,
                QT_TRANSLATE_NOOP("desk", "修改单位 {name}"),
                before=before,
                after=after,
                undoable=True,
                name=entry.name,
            )
            self._index(record, entry)
            for register in ("branches", "departments", "staff"):
                work.changed(register)

    def entry(self, record: int) -> BranchEntry:
        """Return a branch as it would be entered."""
        return _entry(Branch.get_by_id(record))

    def client(self, record: int) -> ClientSettings:
        """Return what a mail client of this branch needs (000/3.0)."""
        return self.entry(record).client

    def clients(self) -> Sequence[tuple[int, str, ClientSettings]]:
        """Return id and name of every branch, headquarters first, with what a mail client of it needs."""
        return [(branch.id, branch.name, _entry(branch).client) for branch in self._in_order()]

    def check_client(self, record: int) -> None:
        """Raise UserError unless the branch has what an opening receipt prints for a mail client (000/3.0)."""
        missing = self.client(record).missing()
        if missing:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "{branch}还缺客户端设置：{missing}。先在“通讯录 › 单位”里填写，回执上要印。"),
                branch=self.entry(record).name,
                missing="、".join(missing),
            )

    def named(self, name: str) -> int | None:
        """Return the id of the branch of that name, or None."""
        branch = Branch.get_or_none(Branch.name == name.strip())
        return int(branch.id) if branch else None

    def ensure_in(self, work: UnitOfWork, name: str) -> int:
        """Return the branch of that name, entering it if need be; an empty name is headquarters."""
        name = name.strip() or self.headquarters_name()
        found = self.named(name)
        if found is not None:
            return found
        return self.add_in(work, BranchEntry(name, self.usual_kind(name)))

    def usual_kind(self, name: str) -> str:
        """Return what a unit of that name is, as long as nobody said: the first 总部 is headquarters."""
        return "branch" if self._has_headquarters() or "总" not in name else "headquarters"

    def headquarters_name(self) -> str:
        """Return what headquarters is called here (总部 where none is entered yet)."""
        found = Branch.get_or_none(Branch.kind == "headquarters")
        return str(found.name) if found else HEADQUARTERS

    def kind(self, record: int) -> str:
        """Return the kind of a branch: headquarters, region, branch, office."""
        return str(Branch.get_by_id(record).kind)

    def domains(self) -> tuple[str, ...]:
        """Return every mail domain of the company once, headquarters first."""
        order = (Branch.kind != "headquarters", Branch.sort_order)
        return tuple(dict.fromkeys(b.domain for b in Branch.select().order_by(*order) if b.domain))

    def names(self) -> tuple[tuple[int, str], ...]:
        """Return id and name of every branch, headquarters first."""
        return tuple((b.id, b.name) for b in self._in_order())

    def _in_order(self) -> list[Branch]:
        order = (Branch.kind != "headquarters", Branch.sort_order, Branch.name_key)
        return list(Branch.select().order_by(*order))

    def rows(self, ids: Sequence[int]) -> Sequence[BranchRow]:
        """Return the rows of these branches, in this order."""
        return self.ordered(ids, BranchRow, _SELECT)

    def detail(self, record: int) -> Detail:
        """Return what the panel shows of a branch."""
        entry = self.entry(record)
        client = entry.client
        facts = (
            Fact("类型", dict(KINDS)[entry.kind]),
            Fact("负责人", entry.head),
            Fact("行政人事部", entry.personnel),
            Fact("邮件专管员", entry.mail_person),
            Fact("邮箱域名", client.domain),
            Fact("网页邮箱", client.webmail),
            *(Fact(title, f"{s.host}　{s.port_text}" if s.host else "") for title, s in _servers(client)),
        )
        return Detail(entry.name, dict(KINDS)[entry.kind], facts=facts, history=self.history("branch", record))

    def closed(self, record: int) -> date | None:
        """Return when the branch was closed, or None."""
        closed: date | None = Branch.get_by_id(record).closed_on
        return closed

    def _has_headquarters(self) -> bool:
        return bool(Branch.select().where(Branch.kind == "headquarters").exists())

    def _refuse_second_headquarters(self, entry: BranchEntry, record: int | None) -> None:
        found = Branch.get_or_none(Branch.kind == "headquarters")
        if entry.kind == "headquarters" and found is not None and found.id != record:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "总部已经是“{name}”，一个集团只有一个总部。"), field="kind", name=found.name
            )

    def _refuse_twin(self, name: str, record: int | None) -> None:
        found = self.named(name)
        if found is not None and found != record:
            raise UserError(QT_TRANSLATE_NOOP("desk", "已经有名为“{name}”的单位。"), field="name", name=name)

    def _index_again(self, _work: UnitOfWork, records: Sequence[int]) -> None:
        """Make what an undo put back findable as it is now."""
        for row in self.rows(records):
            self._index(row.id, self.entry(row.id))

    def _index(self, record: int, entry: BranchEntry) -> None:
        self._desk.search.put("branch", record, [entry.name, entry.head, entry.mail_person], [entry.client.domain])


_SELECT = """
    SELECT id, name, kind, head, personnel, mail_person, domain,
    (SELECT count(*) FROM department WHERE branch_id = branch.id),
    (SELECT count(*) FROM staff JOIN department ON department.id = staff.department_id
     WHERE department.branch_id = branch.id AND staff.state = 'active')
    FROM branch
"""


def _servers(client: ClientSettings) -> tuple[tuple[str, Server], ...]:
    return (("收信（IMAP）", client.imap), ("收信（POP3）", client.pop), ("发信（SMTP）", client.smtp))


def _columns(entry: BranchEntry) -> dict[str, Any]:
    client = entry.client
    servers = {"imap": client.imap, "pop": client.pop, "smtp": client.smtp}
    flat = {f"{kind}_{part}": getattr(s, part) for kind, s in servers.items() for part in ("host", "port", "security")}
    return {
        "name": entry.name,
        "name_key": sort_key(entry.name),
        "kind": entry.kind,
        "head": entry.head,
        "personnel": entry.personnel,
        "mail_person": entry.mail_person,
        "domain": client.domain,
        "webmail": client.webmail,
        **flat,
    }


def _entry(branch: Branch) -> BranchEntry:
    def server(kind: str) -> Server:
        return Server(*(getattr(branch, f"{kind}_{part}") for part in ("host", "port", "security")))

    client = ClientSettings(branch.domain, branch.webmail, server("imap"), server("pop"), server("smtp"))
    return BranchEntry(branch.name, branch.kind, branch.head, branch.personnel, branch.mail_person, client)

"""What lists show of applications."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from desk_mailadmin.documents.application_kind import ApplicationKind
from desk_mailadmin.kernel.dates import due_text
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.registers.applications.model import Application, SignOff
from desk_mailadmin.registers.applications.rules import Signature
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import ListingSource, SqlListing

_SOURCE = ListingSource(
    kind="application",
    table="application",
    orders={
        "number": "application.number",
        "name": "application.name_key",
        "emp_no": "application.emp_no",
        "dept": "application.dept_key",
        "entered_on": "application.entered_on",
        "due_on": "application.due_on",
        "state": "application.state_order",
        "kind": "application.kind",
    },
    default_order="application.state_order, application.due_on",
    segments={
        "unfinished": "application.state_order <= 5",
        "draft": "application.state = 'draft'",
        "signing": "application.state = 'signing'",
        "ready": "application.state = 'ready'",
        "opened": "application.state = 'opened'",
        "receipted": "application.state = 'receipted'",
        "returned": "application.state = 'returned'",
        "closed": "application.state = 'closed'",
        "refused": "application.state = 'refused'",
        "void": "application.state = 'void'",
        "all": "1 = 1",
    },
    filters={
        "kind": "application.kind = {value}",
        "branch": "application.branch_id = {value}",
        "dept": "application.dept = {value}",
        "year": "substr(application.entered_on, 1, 4) = {value}",
    },
)

_SELECT = """
    SELECT application.id, coalesce(application.number, ''), application.kind, application.emp_no, application.name,
           application.dept, branch.name, application.state, application.entered_on, application.due_on,
           application.address, application.opened_on, application.ended_on, application.reason,
           coalesce((SELECT title FROM sign_off WHERE application_id = application.id AND agreed IS NULL
                     ORDER BY position LIMIT 1), '')
    FROM application JOIN branch ON branch.id = application.branch_id
"""


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application as lists show it; ``awaited`` is who signs next."""

    id: int
    number: str
    kind: str
    emp_no: str
    name: str
    dept: str
    branch: str
    state: str
    entered_on: date
    due_on: date | None
    address: str
    opened_on: date | None
    ended_on: date | None
    reason: str
    awaited: str
    kind_title: str = ""
    progress: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class FormKind:
    """A declared kind of application: the form's id, title and revision, and what it asks for."""

    form: str
    title: str
    rev: str
    application: ApplicationKind


class ApplicationsListing(SqlListing[ApplicationRow]):
    """Applications as rows, filtered and ordered; ``kinds`` is asked once, when a form is first spoken of."""

    def __init__(self, desk: Desk, kinds: Callable[[], Mapping[str, FormKind]], branches: BranchesService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self._read_kinds = kinds
        self.branches = branches

    @cached_property
    def kinds(self) -> Mapping[str, FormKind]:
        """The declared kinds of application by their form's id."""
        return self._read_kinds()

    def record_of(self, record: int) -> Application:
        """Return what is kept of an application."""
        found: Application = Application.get_by_id(record)
        return found

    def numbered(self, number: str) -> int | None:
        """Return the id of the application of that number, or None."""
        found = Application.get_or_none(Application.number == number)
        return int(found.id) if found else None

    def signatures(self, record: int) -> tuple[Signature, ...]:
        """Return the signatures an application asks for, in their order."""
        found = SignOff.select().where(SignOff.application == record).order_by(SignOff.position)
        return tuple(Signature(s.role, s.title, s.signer, s.agreed, s.opinion, s.signed_on) for s in found)

    def row(self, record: int) -> ApplicationRow:
        """Return one application."""
        return self.rows([record])[0]

    def rows(self, ids: Sequence[int]) -> Sequence[ApplicationRow]:
        """Return the rows of these applications, in this order."""
        return [self._dressed(row) for row in self.ordered(ids, ApplicationRow, _SELECT)]

    def choices(self, filter_key: str) -> Sequence[Choice]:
        """Return what the combos offer: kinds, branches, departments or years."""
        match filter_key:
            case "kind":
                return [Choice(key, kind.title) for key, kind in self.kinds.items()]
            case "branch":
                return [Choice(str(number), name) for number, name in self.branches.names()]
            case "year":
                years = {row.entered_on.year for row in Application.select(Application.entered_on).distinct()}
                return [Choice(str(year), f"{year} 年") for year in sorted(years, reverse=True)]
            case _:
                found = Application.select(Application.dept, Application.dept_key).distinct()
                return [Choice(row.dept, row.dept) for row in found.order_by(Application.dept_key)]

    def opened_between(self, first: date, last: date) -> Sequence[ApplicationRow]:
        """Return the applications whose account was opened from ``first`` to ``last``, in the order of opening."""
        found = Application.select(Application.id).where(Application.opened_on.between(first, last))
        return self.rows([a.id for a in found.order_by(Application.opened_on, Application.number)])

    def entered_between(self, first: date, last: date) -> Sequence[ApplicationRow]:
        """Return the numbered applications filled in from ``first`` to ``last``, in order of number."""
        found = Application.select(Application.id).where(
            Application.entered_on.between(first, last) & Application.number.is_null(False)
        )
        return self.rows([a.id for a in found.order_by(Application.number)])

    def numbered_all(self, numbers: Iterable[str]) -> Sequence[ApplicationRow]:
        """Return the applications that bear these numbers."""
        found = Application.select(Application.id).where(Application.number.in_(list(numbers)))
        return self.rows([a.id for a in found])

    def _dressed(self, row: ApplicationRow) -> ApplicationRow:
        kind = self.kinds.get(row.kind)
        late = row.due_on is not None and row.due_on < self._desk.clock.today()
        return replace(row, kind_title=kind.title if kind else row.kind, progress=self._progress(row), late=late)

    def _progress(self, row: ApplicationRow) -> str:
        today, calendar = self._desk.clock.today(), self._desk.workdays.calendar()
        match row.state:
            case "draft":
                return "还没有编号"
            case "signing":
                due = due_text(row.due_on, today, calendar) if row.due_on else ""
                return f"等{row.awaited}　{due}"
            case "ready":
                return f"签字齐全　{due_text(row.due_on, today, calendar)}" if row.due_on else "签字齐全"
            case "opened":
                return "已开户，回执还没有送出"
            case "receipted":
                return "回执已送出，等本人签收"
            case "closed":
                return f"{row.ended_on:%m-%d} 办结"
            case _:
                return row.reason

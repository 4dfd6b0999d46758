"""What lists show of applications."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import ApplicationKind, Outcome
from desk_mailadmin.documents.library import Library
from desk_mailadmin.kernel.dates import due_text
from desk_mailadmin.kernel.detail import Step
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.sorting import sort_key
from desk_mailadmin.registers.applications.model import Application, SignOff
from desk_mailadmin.registers.applications.rules import STANDING, Signature
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.staff.model import Staff
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.listing import OF_BRANCH, ListingSource, SqlListing

_SOURCE = ListingSource(
    kind="application",
    table="application",
    unit=OF_BRANCH,
    orders={
        "number": "application.number",
        "name": "application.name_key",
        "emp_no": "application.emp_no",
        "dept": "application.dept_key",
        "entered_on": "application.entered_on",
        "due_on": "application.due_on",
        "state": "application.state_order",
        "kind": "application.kind",
        "subject": "application.subject",
        "until_on": "application.until_on",
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
        "late": "application.state_order <= 6 AND application.due_on < {today}",
        "in_force": "application.state = 'in_force'",
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
           application.subject, application.address, application.opened_on, application.done_on, application.from_on,
           application.until_on, application.ended_on, application.reason, application.fields,
           coalesce((SELECT title FROM sign_off WHERE application_id = application.id AND agreed IS NULL
                     ORDER BY position LIMIT 1), ''),
           coalesce((SELECT state FROM receipt WHERE application_id = application.id AND state <> 'void'
                     ORDER BY id DESC LIMIT 1), '')
    FROM application JOIN branch ON branch.id = application.branch_id
"""


_WAITS = {"lost": "回执遗失，等重新送出", "refused": "回执被拒签"}


class ApplicationRow(Struct, frozen=True):
    """An application as lists show it.

    ``subject`` says what it is about, ``awaited`` who signs next, ``receipt`` the state of its receipt, ``deed`` and
    ``end`` what carrying it out and ending it are called; ``kept`` holds the form's own fields as JSON.
    """

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
    subject: str
    address: str
    opened_on: date | None
    done_on: date | None
    from_on: date | None
    until_on: date | None
    ended_on: date | None
    reason: str
    kept: str
    awaited: str
    receipt: str
    kind_title: str = ""
    progress: str = ""
    late: bool = False
    deed: str = ""
    end: str = ""

    @property
    def fields(self) -> Mapping[str, Any]:
        """The form's own fields by key."""
        found: Mapping[str, Any] = json.loads(self.kept)
        return found


class FormKind(Struct, frozen=True):
    """A declared kind of application: the form's id, title and revision, what it asks for, which data are names."""

    form: str
    title: str
    rev: str
    application: ApplicationKind
    names: frozenset[str] = frozenset()


class UnknownKind(UserError, KeyError):  # noqa: N818  (named as people call it)
    """An application's own form is gone or faulty: its records are shown, what needs the form is refused."""

    __str__ = Exception.__str__

    @classmethod
    def of(cls, form: str) -> UnknownKind:
        """Return the fault of a form that is gone or faulty."""
        return cls(QT_TRANSLATE_NOOP("desk", "申请的表单“{form}”用不了，先在“工具 › 表单”里改正它。"), form=form)


def _end_of(row: ApplicationRow, kind: ApplicationKind | None) -> str:
    """Return what ending an application is called, empty where it has no term; of a form that is gone: 结束."""
    term = kind.term if kind else None
    return term.end if term else "结束" if row.from_on else ""


class FormKinds(Mapping[str, FormKind]):
    """The declared kinds of application by their form's id; each form is read when it is first spoken of."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __getitem__(self, form: str) -> FormKind:
        try:
            spec = self._library.form(form).spec
        except UserError:
            raise UnknownKind.of(form) from None
        if spec.application is None:
            raise UnknownKind.of(form)
        return FormKind(spec.id, spec.title, spec.rev, spec.application, spec.names)

    def __iter__(self) -> Iterator[str]:
        return (form for form in self._library.ids if self._library.form(form).spec.application)

    def __len__(self) -> int:
        return sum(1 for _form in self)


class ApplicationsListing(SqlListing[ApplicationRow]):
    """Applications as rows, filtered and ordered; ``mailings`` gives an application's mails as steps of its way."""

    def __init__(self, desk: Desk, kinds: Mapping[str, FormKind], branches: BranchesService) -> None:
        super().__init__(desk, _SOURCE)
        self._desk = desk
        self.kinds = kinds
        self.branches = branches
        self.mailings: Callable[[int], tuple[Step, ...]] = lambda _record: ()

    def record_of(self, record: int) -> Application:
        """Return what is kept of an application."""
        found: Application = Application.get_by_id(record)
        return found

    def numbered(self, number: str) -> int | None:
        """Return the id of the application of that number, or None."""
        found = Application.get_or_none(Application.number == number)
        return int(found.id) if found else None

    def of_person(self, staff: int) -> Sequence[ApplicationRow]:
        """Return the applications of a person that have a number, newest first."""
        found = Application.select(Application.id).where(
            (Application.staff_id == staff) & Application.state.not_in(("draft", "void"))
        )
        return self.rows([each.id for each in found.order_by(Application.id.desc())])

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
                return [Choice(key, self._title(key)) for key in self._used_kinds()]
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

    def declared(self, kind: str) -> ApplicationKind | None:
        """Return what a form declares; None where the office took its own form away since."""
        known = self.kinds.get(kind)
        return known.application if known else None

    def opens_account(self, kind: str) -> bool:
        """Say whether a kind of application opens an account."""
        known = self.declared(kind)
        return known is not None and known.outcome is Outcome.OPEN_ACCOUNT

    def ending(self, until: date) -> Sequence[ApplicationRow]:
        """Return what is in force and ends by ``until``, the earliest first."""
        found = Application.select(Application.id).where(
            (Application.state == "in_force") & (Application.until_on <= until)
        )
        return self.rows([a.id for a in found.order_by(Application.until_on, Application.id)])

    def left_behind(self) -> Sequence[ApplicationRow]:
        """Return what is in force for people who left and does not outlive that (004/第十条, 001/三4·三3)."""
        found = (
            Application.select(Application.id)
            .join(Staff)
            .where((Application.state == "in_force") & (Staff.state == "left"))
        )
        rows = self.rows([a.id for a in found.order_by(Application.id)])
        return [row for row in rows if not self._outlives(row.kind)]

    def _outlives(self, kind: str) -> bool:
        known = self.declared(kind)
        return known is not None and known.term is not None and known.term.outlives

    def without(self, kind: str) -> Sequence[int]:
        """Return the ids of the people in office for whom nothing of a kind is in force (002/11.二.7, M1-6)."""
        has_one = Application.select(Application.staff).where(
            (Application.kind == kind) & (Application.state == "in_force")
        )
        found = Staff.select(Staff.id).where((Staff.state == "active") & Staff.id.not_in(has_one))
        return [person.id for person in found.order_by(Staff.department, Staff.name_key, Staff.id)]

    def standing(self, kind: str, same_key: str, besides: int | None) -> ApplicationRow | None:
        """Return another application of the kind for the same thing that is on its way or in force."""
        found = Application.get_or_none(
            (Application.kind == kind)
            & (Application.same_key == same_key)
            & Application.state.in_(STANDING)
            & (Application.id != (besides or 0))
        )
        return self.row(found.id) if found and same_key else None

    def _used_kinds(self) -> list[str]:
        """Return the kinds that there are applications of, in the order of their titles."""
        found = Application.select(Application.kind).distinct()
        return sorted((row.kind for row in found), key=lambda kind: sort_key(self._title(kind)))

    def _title(self, kind: str) -> str:
        known = self.kinds.get(kind)
        return known.title if known else kind

    def _dressed(self, row: ApplicationRow) -> ApplicationRow:
        kind = self.kinds.get(row.kind)
        late = row.due_on is not None and row.due_on < self._desk.clock.today()
        declared = kind.application if kind else None
        return replace(
            row,
            kind_title=kind.title if kind else row.kind,
            progress=self._progress(row, declared),
            late=late,
            deed=declared.deed if declared else "办理",
            end=_end_of(row, declared),
        )

    def _progress(self, row: ApplicationRow, kind: ApplicationKind | None) -> str:
        match row.state:
            case "draft":
                return "还没有编号"
            case "signing":
                return f"等{row.awaited}　{self._due(row.due_on)}"
            case "ready":
                return f"签字齐全　{self._due(row.due_on)}"
            case "opened":
                return f"已{kind.deed if kind else '办理'}，{_WAITS.get(row.receipt, '回执还没有送出')}"
            case "receipted":
                return "回执已送出，等本人签收"
            case "in_force":
                return self._term(row, kind)
            case "closed":
                return f"{row.ended_on:%m-%d} 办结" + (f"　{row.reason}" if row.reason else "")
            case _:
                return row.reason

    def _term(self, row: ApplicationRow, kind: ApplicationKind | None) -> str:
        today = self._desk.clock.today()
        begins = f"{row.from_on} 起，" if row.from_on is not None and row.from_on > today else ""
        if row.until_on is None:
            return f"{begins}长期有效"
        if row.until_on < today:
            return f"{row.until_on} 已到期，等{kind.term.end if kind and kind.term else '结束'}"
        return f"{begins}到 {row.until_on}　{self._due(row.until_on)}"

    def _due(self, due: date | None) -> str:
        return due_text(due, self._desk.clock.today(), self._desk.workdays.calendar()) if due else ""

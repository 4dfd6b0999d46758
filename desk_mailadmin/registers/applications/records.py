"""How an application is written: its row, its journal entry, what it is found by."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_mailadmin.documents.application_kind import ApplicationKind, FieldKind
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.search_keys import search_words
from desk_mailadmin.language.sorting import name_sort_key, sort_key
from desk_mailadmin.registers.applications.entries import ApplicationEntry, kept_day, kept_whole
from desk_mailadmin.registers.applications.listing import ApplicationsListing, FormKind
from desk_mailadmin.registers.applications.model import Application
from desk_mailadmin.registers.applications.rules import ORDER
from desk_mailadmin.registers.branches.service import BranchesService
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.store.desk import Desk
from desk_mailadmin.store.work import UnitOfWork

_PLACEHOLDER = regex(r"\{([a-z][a-z0-9_]*)\}")
_LONGEST_SUBJECT = 120
_FOUND_BY = (FieldKind.TEXT, FieldKind.EMAIL, FieldKind.MAILBOX, FieldKind.EXTENSION, FieldKind.COLLEAGUE)


class ApplicationRecords(ApplicationsListing):
    """Applications as they are written within a unit of work."""

    def __init__(
        self, desk: Desk, kinds: Mapping[str, FormKind], branches: BranchesService, staff: StaffService
    ) -> None:
        super().__init__(desk, kinds, branches)
        self.staff = staff

    def columns_of(self, entry: ApplicationEntry, route: str) -> dict[str, Any]:
        """Return what is kept of an entry: the person as of that day, and what the application is about."""
        person = self.staff.row(entry.staff)
        kind = self.kinds[entry.kind]
        known = {"name": person.name, "dept": person.dept, "post": person.post, "unit": person.branch}
        return {
            "kind": entry.kind,
            "route": route,
            "staff_id": entry.staff,
            "branch_id": self.staff.branch_of(entry.staff),
            "name": person.name,
            "name_key": name_sort_key(person.name),
            "emp_no": person.emp_no,
            "dept": person.dept,
            "dept_key": sort_key(person.dept),
            "post": person.post,
            "phone": str(entry.fields.get("phone", "")),
            "mobile": str(entry.fields.get("mobile", "")),
            "address": str(entry.fields.get("address", "")).strip().lower(),
            "subject": line_of(kind.application, kind.application.subject, entry.fields, known),
            "same_key": same_key(kind.application, entry.fields, entry.staff),
            "entered_on": entry.entered_on or self._desk.clock.today(),
            "form_rev": kind.rev,
            "fields": json.dumps(dict(entry.fields), ensure_ascii=False),
        }

    def create_in(self, work: UnitOfWork, values: dict[str, Any], sentence: str) -> int:
        """Write a new application and return its id."""
        values = {**values, "state_order": ORDER[values["state"]]}
        record = int(Application.create(**values).id)
        work.wrote("application", record, sentence, after=values)
        work.changed("applications")
        self.index(record)
        return record

    def update_in(
        self,
        work: UnitOfWork,
        record: int,
        after: dict[str, Any],
        sentence: str,
        *,
        undoable: bool = False,
        **values: Any,
    ) -> None:
        """Change an application and journal what changed; ``undoable`` lets it be taken back today."""
        if "state" in after:
            after = {**after, "state_order": ORDER[after["state"]]}
        found = Application.get_by_id(record)
        before = {key: getattr(found, key) for key in after}
        Application.update(after).where(Application.id == record).execute()
        work.wrote("application", record, sentence, before=before, after=after, undoable=undoable, **values)
        work.changed("applications")

    def index(self, record: int) -> None:
        """Make an application findable by person, numbers, what it is about, and its short entries."""
        found = self.record_of(record)
        fields, kind = json.loads(found.fields), self.kinds.get(found.kind)
        entries = kind.application.own_fields if kind else ()
        said = [str(fields[entry.key]) for entry in entries if entry.kind in _FOUND_BY and fields.get(entry.key)]
        codes = [found.number or "", found.emp_no, found.address, *(text for text in said if text.isascii())]
        words = search_words(found.name, codes, [found.phone, found.mobile])
        self._desk.search.put("application", record, [found.name, found.dept, found.subject, *said], words)


def line_of(kind: ApplicationKind, template: str, fields: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """Return a line of a form with its ``{field}`` filled in as people read them, 120 characters at most."""

    def filled(found: re.Match[str]) -> str:
        key = found[1]
        return known[key] if key in known else in_words(kind, key, fields.get(key, ""))

    line = re.sub(r"[ \t\n]+", " ", _PLACEHOLDER.sub(filled, template)).strip(" 　、，→：")
    return line if len(line) <= _LONGEST_SUBJECT else f"{line[: _LONGEST_SUBJECT - 1]}…"


def in_words(kind: ApplicationKind, key: str, value: Any) -> str:
    """Return a value of a form as people read it: dates 2026-12-03, sums in yuan, numbers with their unit."""
    entry = kind.field(key)
    match entry.kind:
        case FieldKind.CHOICES:
            return "、".join(entry.title_of(one) for one in value or ())
        case FieldKind.CHOICE:
            return entry.title_of(str(value))
        case FieldKind.MONEY:
            return f"{fen_to_text(kept_whole(value))} 元" if value else ""
        case FieldKind.NUMBER:
            return f"{value} {entry.unit}".strip() if value or not entry.when else ""
        case _:
            return str(value)


def same_key(kind: ApplicationKind, fields: Mapping[str, Any], staff: int) -> str:
    """Return by what two applications of a kind are for the same thing, empty where none of it is filled in."""
    own = [re.sub(r"[\s《》“”\"'·]", "", str(fields.get(key, ""))).casefold() for key in kind.same if key in _own(kind)]
    whose = [str(staff)] if kind.person.key in kind.same else []
    return "\n".join([*whose, *own]) if whose or any(own) else ""


def _own(kind: ApplicationKind) -> set[str]:
    return {entry.key for entry in kind.own_fields}


def dates_of(kind: ApplicationKind, fields: Mapping[str, Any], done_on: date) -> tuple[date, date | None] | None:
    """Return from when until when what is granted holds, None where it has no term.

    A term whose start stands in the form has none while that entry is empty; without such an entry it begins with the
    day of the work.
    """
    term = kind.term
    if term is None:
        return None
    start = kept_day(fields.get(term.start)) if term.start else done_on
    until = kept_day(fields.get(term.until)) if term.until else None
    return (start, until) if start else None


SAVED_DRAFT = QT_TRANSLATE_NOOP("desk", "保存草稿")
FILLED_IN = QT_TRANSLATE_NOOP("desk", "填写申请")

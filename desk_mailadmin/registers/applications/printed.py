"""The application as paper: what stands on its sheet, filled in or being filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desk_mailadmin.documents.application_kind import (
    ApplicationKind,
    EntryField,
    FieldKind,
    Route,
    SignStep,
    sign_boxes,
)
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.language.capitals import in_capitals
from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.applications.entries import kept_day, kept_whole
from desk_mailadmin.registers.applications.rules import route_of
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.mailboxes.rules import OUTGOING_MB, QUOTA_MB
from desk_mailadmin.store.settings import Settings


def application_paper(service: ApplicationsService, settings: Settings, record: int) -> Paper:
    """Return the sheet of an application, with the data of the day it was filled in."""
    row, kept, kind = service.row(record), service.record_of(record), service.asked(service.row(record).kind)
    unit = route_of(service.branches.kind(kept.branch_id))
    own = {
        "name": kept.name,
        "emp_no": kept.emp_no,
        "dept": kept.dept,
        "post": kept.post,
        "unit": row.branch,
        "route": unit,
    }
    route = _route_of(service, kind, record, kept.route)
    data = {**own, **form_data(kind, route, row.fields, figures(settings, row.entered_on), row.entered_on)}
    mark = {"draft": "草稿", "void": "作废"}.get(row.state, "")
    return Paper("application", record, row.kind, row.number, data, mark)


def _route_of(service: ApplicationsService, kind: ApplicationKind, record: int, key: str) -> Route:
    """Return whose signatures the sheet asks for: those asked for already, where the form no longer has their route."""
    found = next((route for route in kind.routes if route.key == key), None)
    if found is not None:
        return found
    steps = tuple(SignStep(one.role, one.title) for one in service.signatures(record))
    return Route(key, "", steps) if steps else kind.routes[0]


def person_data(service: ApplicationsService, staff: int) -> dict[str, str]:
    """Return what the sheet says of the person an application is being filled in for."""
    person = service.staff.row(staff)
    return {
        "name": person.name,
        "emp_no": person.emp_no,
        "dept": person.dept,
        "post": person.post,
        "unit": person.branch,
        "route": route_of(service.branches.kind(service.staff.branch_of(staff))),
    }


def blank_data(
    service: ApplicationsService, settings: Settings, form: str, route: Route, today: date
) -> Mapping[str, Any]:
    """Return what is printed even on an empty form: the unit's route with its boxes, and the figures in force."""
    unit = service.branches.headquarters_name() if route.unit == "headquarters" else ""
    boxes = sign_boxes(route.steps)
    known = {"unit": unit, "sign_boxes": boxes, **figures(settings, today)}
    return {**known, "route": route.unit} if route.unit != "any" else known


def form_data(
    kind: ApplicationKind, route: Route, fields: Mapping[str, Any], known: Mapping[str, str], on: date
) -> dict[str, Any]:
    """Return what the sheet says of the form's own fields, with its signature boxes and the figures in force."""
    entries = (*kind.own_fields, *kind.completion)
    own = {key: value for entry in entries for key, value in _on_paper(entry, fields).items()}
    quota = {"quota": f"{fields['quota_mb']} MB"} if "quota_mb" in fields else {}
    boxes = sign_boxes(route.steps_for(fields))
    return {"date": chinese_date(on), "sign_boxes": boxes, **known, **own, **quota}


def _on_paper(entry: EntryField, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry as papers write it: dates in Chinese, sums in yuan and in capitals, numbers with their unit."""
    key, value = entry.key, fields.get(entry.key, "") if entry.is_asked(fields) else ""
    match entry.kind:
        case FieldKind.MONEY if not value:
            return {key: "", f"{key}_capitals": ""}
        case FieldKind.CHOICES:
            return {key: [entry.title_of(one) for one in _listed(value)]}
        case FieldKind.CHOICE if entry.renamed_by:  # what a part of the form depends on is the word of the regulation
            return {key: entry.title_of(str(value)), f"{key}_key": str(value)}
        case FieldKind.MONEY:
            fen = kept_whole(value)
            return {key: f"{fen_to_text(fen)} 元", f"{key}_capitals": f"人民币{in_capitals(fen)}"}
        case FieldKind.NUMBER:
            return {key: f"{value} {entry.unit}".strip() if value not in ("", None) else ""}
        case FieldKind.DATE:
            day = kept_day(value)
            return {key: chinese_date(day) if day else ""}
        case _:
            return {key: str(value)}


def _listed(value: Any) -> Sequence[str]:
    return value if isinstance(value, list | tuple) else ()


def figures(settings: Settings, on: date) -> dict[str, str]:
    """Return the figures in force on a day as papers write them."""
    return {
        "quota": f"{settings.value(QUOTA_MB, on)} MB",
        "send_limit": f"{settings.value(OUTGOING_MB, on)} MB",
    }

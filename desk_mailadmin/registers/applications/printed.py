"""The application as paper: what stands on its sheet, filled in or being filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.applications.rules import route_of
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.mailboxes.rules import OUTGOING_MB, QUOTA_MB
from desk_mailadmin.store.settings import Settings


def application_paper(service: ApplicationsService, settings: Settings, record: int) -> Paper:
    """Return the sheet of an application, with the data of the day it was filled in."""
    row, kept = service.row(record), service.record_of(record)
    own = {
        "name": kept.name,
        "emp_no": kept.emp_no,
        "dept": kept.dept,
        "post": kept.post,
        "unit": row.branch,
        "route": kept.route,
    }
    data = {**own, **form_data(service.entry(record).fields, figures(settings, row.entered_on), row.entered_on)}
    mark = {"draft": "草稿", "void": "作废"}.get(row.state, "")
    return Paper("application", record, row.kind, row.number, data, mark)


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


def blank_data(service: ApplicationsService, settings: Settings, route: str, today: date) -> Mapping[str, Any]:
    """Return what is printed even on an empty form: the unit's route and the figures in force."""
    unit = service.branches.headquarters_name() if route == "headquarters" else ""
    return {"unit": unit, "route": route, **figures(settings, today)}


def form_data(fields: Mapping[str, Any], known: Mapping[str, str], on: date) -> dict[str, Any]:
    """Return what the sheet says of the form's own fields, with the figures in force (``figures``)."""
    kept = {key: value if isinstance(value, list) else str(value) for key, value in fields.items()}
    quota = {"quota": f"{fields['quota_mb']} MB"} if "quota_mb" in fields else {}
    return {"date": chinese_date(on), **known, **kept, **quota}


def figures(settings: Settings, on: date) -> dict[str, str]:
    """Return the figures in force on a day as papers write them."""
    return {
        "quota": f"{settings.value(QUOTA_MB, on)} MB",
        "send_limit": f"{settings.value(OUTGOING_MB, on)} MB",
    }

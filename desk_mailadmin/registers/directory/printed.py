"""The directory's own papers: the notice of a changed number (002/4.五.1)."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.directory.deeds import SLIP_FORM
from desk_mailadmin.registers.directory.entries import moment_shown
from desk_mailadmin.registers.directory.rules import KINDS, TOLD
from desk_mailadmin.registers.directory.service import DirectoryService

KIND = "directory_change"


def slip_paper(service: DirectoryService, record: int) -> Paper:
    """Return a change slip as its sheet."""
    slip = service.slip(record)
    row, year = service.row(slip.entry), slip.entered_on.year
    data = {
        "date": chinese_date(slip.entered_on),
        "name": row.name,
        "emp_no": row.emp_no,
        "dept": row.dept,
        "post": row.post,
        "room": row.room,
        "changed_at": _at(slip.slip.changed_at),
        "due_at": f"{_at(slip.due_at)} 前",
        "reason": slip.slip.reason,
        "rows": [
            {
                "kind": KINDS[change.field],
                "old": service.worded(change.field, change.old) or "（无）",
                "new": service.worded(change.field, change.new) or "（取消）",
            }
            for change in slip.changes
        ],
        "head": service.departments.entry(row.department_id).manager,
        "hours": str(round((slip.due_at - slip.slip.changed_at) / timedelta(hours=1))),
        "clerk": service.who,
        **{key: moment_shown(getattr(slip.slip, key), year) for key in TOLD},
    }
    return Paper(KIND, record, SLIP_FORM, slip.number, data, "作废" if slip.state == "void" else "")


def _at(moment: datetime) -> str:
    return f"{chinese_date(moment.date())} {moment:%H:%M}"

"""What a department may be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A department as the clerk enters it; ``manager`` signs its applications (000/3.0)."""

    branch: str
    name: str
    manager: str = ""


def checked(entry: DepartmentEntry) -> DepartmentEntry:
    """Return the entry with its texts trimmed; raise UserError naming the empty field."""
    entry = replace(entry, branch=entry.branch.strip(), name=entry.name.strip(), manager=entry.manager.strip())
    if not entry.branch:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选单位。"), field="branch")
    if not entry.name:
        raise UserError(QT_TRANSLATE_NOOP("desk", "部门名称是空的。"), field="name")
    return entry

"""What a department may be."""

from __future__ import annotations

from msgspec import Struct

from desk_mailadmin.kernel.entered import checked_line
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

LONGEST_NAME = 60


class DepartmentEntry(Struct, frozen=True):
    """A department as the clerk enters it.

    ``manager`` signs its applications (000/3.0), ``mail_person`` receives and sends its mail (003/二(一)2),
    ``secret_keeper`` keeps its secret files (002/11.二.3); empty names are simply not yet known.
    """

    branch: str
    name: str
    manager: str = ""
    mail_person: str = ""
    secret_keeper: str = ""


def checked(entry: DepartmentEntry) -> DepartmentEntry:
    """Return the entry with its texts trimmed; raise UserError naming the empty field."""
    entry = DepartmentEntry(
        checked_line(entry.branch, QT_TRANSLATE_NOOP("desk", "单位"), "branch"),
        checked_line(entry.name, QT_TRANSLATE_NOOP("desk", "部门名称"), "name"),
        checked_line(entry.manager, QT_TRANSLATE_NOOP("desk", "部门经理"), "manager", LONGEST_NAME),
        checked_line(entry.mail_person, QT_TRANSLATE_NOOP("desk", "邮件收发人"), "mail_person", LONGEST_NAME),
        checked_line(entry.secret_keeper, QT_TRANSLATE_NOOP("desk", "商密文件管理人"), "secret_keeper", LONGEST_NAME),
    )
    if not entry.branch:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选单位。"), field="branch")
    if not entry.name:
        raise UserError(QT_TRANSLATE_NOOP("desk", "部门名称是空的。"), field="name")
    return entry

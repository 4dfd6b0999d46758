"""Writing lines within a transaction: the row, its rights, and whose it is from when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.lines.entries import LineEntry
from desk_mailadmin.registers.lines.model import Line, LineAssignment, LineRight
from desk_mailadmin.registers.lines.rules import ALWAYS, Right
from desk_mailadmin.store.work import UnitOfWork

_OWN = ("branch", "department", "staff", "rights", "since")
"""What of an entry is no column of the line by the same name."""

_ASSIGNED = ("branch_id", "number", "extension", "staff_id", "department_id", "label")
"""The columns whose change makes a new assignment."""


def columns_of(entry: LineEntry) -> dict[str, Any]:
    """Return the columns of a line as an entry gives them; its sort key is the service's."""
    own = {field: getattr(entry, field) for field in LineEntry.__struct_fields__ if field not in _OWN}
    return {"branch_id": entry.branch, "department_id": entry.department, "staff_id": entry.staff, **own}


def insert_in(work: UnitOfWork, values: Mapping[str, Any], rights: Iterable[Right], since: date | None) -> int:
    """Insert a line with its rights and its first assignment; return its id."""
    line = Line.create(**values)
    sentence = QT_TRANSLATE_NOOP("desk", "登记线路 {line}")
    work.wrote("line", line.id, sentence, after=values, undoable=True, line=_title(values))
    _open_in(work, int(line.id), values, since or ALWAYS)
    for right in rights:
        grant_in(work, int(line.id), right)
    return int(line.id)


def update_in(work: UnitOfWork, record: int, after: Mapping[str, Any], sentence: str, **values: object) -> None:
    """Change columns of a line and journal what changed."""
    found = Line.get_by_id(record)
    before = {key: getattr(found, key) for key in after}
    Line.update(after).where(Line.id == record).execute()
    work.wrote("line", record, sentence, before=before, after=after, undoable=True, **values)


def assign_in(work: UnitOfWork, record: int, values: Mapping[str, Any], from_on: date | None) -> None:
    """Note whose a line is from a day on; None, or the same day again, corrects what was noted last.

    Raises UserError for a day before the assignment that holds now began: what came later would be lost.
    """
    now = LineAssignment.get((LineAssignment.line == record) & LineAssignment.until_on.is_null())
    assigned = {key: values[key] for key in _ASSIGNED}
    before = {key: getattr(now, key) for key in _ASSIGNED}
    if assigned == before:
        return
    if from_on is not None and from_on < now.from_on:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "这条线路从 {since} 起才是现在这样，变更日期不能更早。"),
            field="from_on",
            since=now.from_on,
        )
    if from_on is None or from_on == now.from_on:
        _write(work, now, before, assigned)
        return
    _write(work, now, {"until_on": None}, {"until_on": from_on - timedelta(days=1)})
    _open_in(work, record, values, from_on)


def close_in(work: UnitOfWork, record: int, on: date) -> None:
    """End the assignment of a line that was removed on a day."""
    now = LineAssignment.get((LineAssignment.line == record) & LineAssignment.until_on.is_null())
    _write(work, now, {"until_on": None}, {"until_on": max(on, now.from_on)})


def reopen_assignment_in(work: UnitOfWork, record: int) -> None:
    """Let the last assignment of a line hold on: it was not removed after all."""
    last = LineAssignment.select().where(LineAssignment.line == record).order_by(LineAssignment.from_on.desc()).get()
    _write(work, last, {"until_on": last.until_on}, {"until_on": None})


def correct_rights_in(work: UnitOfWork, record: int, rights: Sequence[Right]) -> None:
    """Make the rights of a line those that were entered: what was wrong goes, what is new comes."""
    wanted = [(right.key, right.from_on, right.until_on) for right in rights]
    for one in LineRight.select().where(LineRight.line == record):
        same = (one.right_key, one.from_on, one.until_on)
        if same in wanted:
            wanted.remove(same)
        else:
            revoke_in(work, one)
    for key, from_on, until_on in wanted:
        grant_in(work, record, Right(key, from_on, until_on))


def grant_in(work: UnitOfWork, record: int, right: Right) -> None:
    """Give a line a right."""
    values: dict[str, Any] = {
        "line_id": record,
        "right_key": right.key,
        "from_on": right.from_on,
        "until_on": right.until_on,
        "application": right.application,
    }
    made = LineRight.create(**values)
    work.wrote("line_right", made.id, QT_TRANSLATE_NOOP("desk", "开通权限"), after=values, undoable=True)


def revoke_in(work: UnitOfWork, right: LineRight) -> None:
    """Take a right out as if it had never been given."""
    keys = ("line_id", "right_key", "from_on", "until_on", "application", "ended_by", "until_before")
    before = {key: getattr(right, key) for key in keys}
    right.delete_instance()
    work.wrote("line_right", right.id, QT_TRANSLATE_NOOP("desk", "取消权限"), before=before, undoable=True)


def end_right_in(work: UnitOfWork, right: LineRight, day: date, paper: str) -> None:
    """End a right so that it holds on ``day`` no more, by the word of a paper."""
    last = day - timedelta(days=1)
    before = {key: getattr(right, key) for key in ("until_on", "until_before", "ended_by")}
    after: dict[str, Any] = {"until_on": last, "until_before": right.until_on, "ended_by": paper}
    LineRight.update(after).where(LineRight.id == right.id).execute()
    sentence = QT_TRANSLATE_NOOP("desk", "权限到 {last} 为止")
    work.wrote("line_right", right.id, sentence, before=before, after=after, undoable=True, last=last)


def restore_right_in(work: UnitOfWork, right: LineRight) -> None:
    """Let a right hold again as it did before a paper ended it."""
    before = {key: getattr(right, key) for key in ("until_on", "until_before", "ended_by")}
    after: dict[str, Any] = {"until_on": right.until_before, "until_before": None, "ended_by": ""}
    LineRight.update(after).where(LineRight.id == right.id).execute()
    sentence = QT_TRANSLATE_NOOP("desk", "权限恢复")
    work.wrote("line_right", right.id, sentence, before=before, after=after, undoable=True)


def withdraw_in(
    work: UnitOfWork,
    record: int,
    keys: Collection[str],
    day: date,
    paper: str,
    *,
    only: str | None = None,
    lasting: bool = False,
) -> None:
    """End these rights of a line so that none holds on ``day`` or later.

    ``only`` those of one application, or ``lasting`` ones only: what was given for a time stays.
    """
    mine = (LineRight.line == record) & LineRight.right_key.in_(list(keys))
    for one in LineRight.select().where(mine if only is None else mine & (LineRight.application == only)):
        if one.until_on is None or (one.until_on >= day and not lasting):
            end_right_in(work, one, day, paper)


def _open_in(work: UnitOfWork, record: int, values: Mapping[str, Any], from_on: date) -> None:
    kept: dict[str, Any] = {"line_id": record, **{key: values[key] for key in _ASSIGNED}, "from_on": from_on}
    made = LineAssignment.create(**kept)
    sentence = QT_TRANSLATE_NOOP("desk", "从 {from_on} 起归属")
    work.wrote("line_assignment", made.id, sentence, after=kept, undoable=True, from_on=from_on)


def _write(work: UnitOfWork, one: LineAssignment, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    LineAssignment.update(after).where(LineAssignment.id == one.id).execute()
    sentence = QT_TRANSLATE_NOOP("desk", "更改归属")
    work.wrote("line_assignment", one.id, sentence, before=before, after=after, undoable=True)


def _title(values: Mapping[str, Any]) -> str:
    return str(values["extension"] or values["number"])

"""The entry dialog of the directory: whose entry it is, its numbers, and the slip where they change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.entries import BETWEEN, moment_shown, read_moment, read_numbers
from desk_mailadmin.registers.directory.records import numbers_shown
from desk_mailadmin.registers.directory.rules import DIRECT, EXTENSION, FAX, KINDS, TOLD, DirectoryEntry, SlipEntry
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.field import FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.dialogs.text_fields import TextField
from desk_mailadmin.ui.shown import shown

_NUMBERS = QT_TRANSLATE_NOOP("desk", "号码")
_SLIP = QT_TRANSLATE_NOOP("desk", "号码变更单")
_REST = QT_TRANSLATE_NOOP("desk", "其他")
_SEVERAL = QT_TRANSLATE_NOOP("desk", "几个号码用顿号分开")
_OF_ROSTER = QT_TRANSLATE_NOOP("desk", "职务、手机、邮箱空着就用花名册上的")
_TIME_HINT = QT_TRANSLATE_NOOP("desk", "写 1020 或 12-03 10:20，现在写 n")

Keep = Callable[[DirectoryEntry, SlipEntry | None], int]


def ask_entry(bench: Any, title: str, entry: DirectoryEntry, keep: Keep, before: DirectoryEntry | None) -> bool:
    """Ask for an entry; False where the clerk withdrew.

    ``keep`` gets it with its slip, if its numbers are to be told; ``before`` is the entry as it stands, against which
    numbers change, None for a new one.
    """
    asked = _asked_new(bench, entry) if before is None else [*_asked_again(bench, entry), *_slip_asked(bench)]
    job = FormJob(
        save=lambda values, _yes: keep(_entry(values, entry), slip_of(bench, values)),
        title=shown(QT_TRANSLATE_NOOP("desk", "保存")),
    )
    dialog = RecordForm(
        title,
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        size=(820, 620),
        memory=bench.memory,
        key="directory_entry",
        parent=bench.window,
    )
    if before is None:
        _follow_person(bench, dialog)
    else:
        _show_usual(bench, dialog, before.staff)
        _follow_numbers(dialog, before)
    if before in (None, entry):
        dialog.start_from_here()
    return bool(bench.show_dialog(dialog))


def _follow_person(bench: Any, dialog: RecordForm) -> None:
    """Take department and extension of the person who was chosen, where nothing stands there yet."""
    staff, person = bench.services["staff"], dialog.field("staff")

    def follow() -> None:
        chosen = None
        with suppress(UserError):  # a name that is still being typed is nobody yet
            chosen = person.value()
        if chosen is None:
            return
        dialog.field("department").set_value(str(staff.department_of(chosen)))
        _show_usual(bench, dialog, chosen)
        extension = dialog.field(EXTENSION)
        if extension.is_empty():
            extension.set_value(staff.row(chosen).extension)

    person.changed.connect(follow)


def _follow_numbers(dialog: RecordForm, before: DirectoryEntry) -> None:
    """Ask for the slip while a number differs from the one that stands; a number that is only added needs none."""
    slip, others = dialog.field("slip"), [dialog.field(key) for key in ("changed_at", *TOLD, "reason")]

    (group,) = [each for each in dialog.findChildren(FieldGroup) if slip in each.fields]
    rows = [each for each in group.findChildren(FieldRow) if slip not in each.fields]

    def follow() -> None:
        changed = any(_typed(dialog, kind) != before.of_kind(kind) for kind in KINDS)
        wanted = changed and bool(slip.value())
        for field in others:
            field.set_asked(on=wanted)
        group.setVisible(changed)
        for each in rows:
            each.setVisible(wanted)

    def propose() -> None:
        slip.set_value(any(before.of_kind(kind) and _typed(dialog, kind) != before.of_kind(kind) for kind in KINDS))
        follow()

    for kind in KINDS:
        dialog.field(kind).changed.connect(propose)
    slip.changed.connect(follow)
    propose()


def _show_usual(bench: Any, dialog: RecordForm, staff: int | None) -> None:
    """Show in grey what the personnel register has, where the entry has nothing of its own."""
    row = bench.services["staff"].row(staff) if staff is not None else None
    for key in ("post", "mobile", "email"):
        field = dialog.field(key)
        if isinstance(field, TextField):
            field.edit.setPlaceholderText(getattr(row, key) if row else "")


def _typed(dialog: RecordForm, kind: str) -> tuple[str, ...]:
    try:
        return read_numbers(kind, dialog.field(kind).value())
    except UserError:
        return ("?",)


def _asked_new(bench: Any, start: DirectoryEntry) -> list[Asked]:
    """Return what is asked of a new entry: whose it is, where it stands, then the rest."""
    staff = bench.services["staff"]

    def find(text: str) -> Sequence[Hit]:
        return hits(staff.find(text))

    return [
        Asked(name="staff", title=QT_TRANSLATE_NOOP("desk", "人员"), kind=Asks.PERSON, find=find, width=14,
              note=QT_TRANSLATE_NOOP("desk", "公用电话不选人，写名称")),
        Asked(name="title", title=QT_TRANSLATE_NOOP("desk", "名称"), start=start.title, width=12,
              note=QT_TRANSLATE_NOOP("desk", "会议室、传真、前台")),
        _department_asked(bench, start, ""),
        *_numbers_asked(start),
        *_rest_asked(start),
    ]  # fmt: skip


def _asked_again(bench: Any, start: DirectoryEntry) -> list[Asked]:
    """Return what is asked of an entry that changes: its numbers first; whose it is stays."""
    title = Asked(name="title", title=QT_TRANSLATE_NOOP("desk", "名称"), start=start.title, width=16, required=True,
                  group=_NUMBERS)  # fmt: skip
    return [
        *([title] if start.staff is None else []),
        *_numbers_asked(start),
        _department_asked(bench, start, _REST),
        *_rest_asked(start),
    ]


def _department_asked(bench: Any, start: DirectoryEntry, group: str) -> Asked:
    return Asked(name="department", title=QT_TRANSLATE_NOOP("desk", "部门"), kind=Asks.CHOICE, required=True,
                 choices=bench.services["directory"].choices("dept"), width=16, group=group,
                 start=str(start.department) if start.department else None)  # fmt: skip


def _numbers_asked(start: DirectoryEntry) -> list[Asked]:
    return [
        Asked(name=kind, title=title, start=_numbers_at_first(start, kind), width=16, group=_NUMBERS,
              beside=kind in (DIRECT, "mobile"), note=_SEVERAL if kind == FAX else "")
        for kind, title in KINDS.items()
    ]  # fmt: skip


def _rest_asked(start: DirectoryEntry) -> list[Asked]:
    return [
        Asked(name="room", title=QT_TRANSLATE_NOOP("desk", "位置"), start=start.room, width=12, group=_REST),
        Asked(name="post", title=QT_TRANSLATE_NOOP("desk", "职务"), start=start.post, width=12, group=_REST,
              beside=True),
        Asked(name="email", title=QT_TRANSLATE_NOOP("desk", "邮箱"), start=start.email, width=20, limit=254,
              group=_REST, note=_OF_ROSTER),
        Asked(name="remark", title=QT_TRANSLATE_NOOP("desk", "备注"), start=start.remark, width=30, limit=200,
              group=_REST),
        Asked(name="leader", title="", kind=Asks.FLAG, start=start.leader,
              note=QT_TRANSLATE_NOOP("desk", "领导号码：直线和手机只印在完整版"), group=_REST),
    ]  # fmt: skip


def _numbers_at_first(entry: DirectoryEntry, kind: str) -> str:
    text = BETWEEN.join(entry.of_kind(kind))
    return numbers_shown(text) if kind in (DIRECT, FAX) else text


def _slip_asked(bench: Any) -> list[Asked]:
    return [
        Asked(name="slip", title="", kind=Asks.FLAG, group=_SLIP,
              note=QT_TRANSLATE_NOOP("desk", "开号码变更单：别人要改记的号码，5 小时内通知到")),
        *times_asked(bench, None),
    ]  # fmt: skip


def times_asked(bench: Any, slip: SlipEntry | None) -> list[Asked]:
    """Return what is asked of a slip: when the number changed, why, and who was told when."""
    service: DirectoryService = bench.services["directory"]
    now = service.now()
    start = slip or SlipEntry(now)

    def good(text: str) -> None:
        read_moment(text, now, "")

    def moment(key: str, title: str, *, required: bool = False, note: str = "", beside: bool = False) -> Asked:
        at = moment_shown(getattr(start, key), now.year)
        return Asked(name=key, title=title, start=at, width=9, limit=20, group=_SLIP, required=required,
                     checks=(good,), note=note, beside=beside)  # fmt: skip

    head, centre, contacts = TOLD
    return [
        moment("changed_at", QT_TRANSLATE_NOOP("desk", "变更时间"), required=True),
        moment(head, TOLD[head], beside=True, note=_TIME_HINT),
        moment(centre, TOLD[centre]),
        moment(contacts, TOLD[contacts], beside=True),
        Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "原因"), start=start.reason, width=30, limit=200,
              group=_SLIP),
    ]  # fmt: skip


def slip_of(bench: Any, values: Mapping[str, Any]) -> SlipEntry | None:
    """Return the slip that was filled in, None where none is wanted."""
    if not values.get("slip"):
        return None
    return times_of(bench, values)


def times_of(bench: Any, values: Mapping[str, Any]) -> SlipEntry:
    """Return the times and the reason that were filled in; UserError for what is no time."""
    service: DirectoryService = bench.services["directory"]
    now = service.now()
    changed_at = read_moment(values["changed_at"], now, "changed_at")
    if changed_at is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有写变更时间。"), field="changed_at")
    told = {key: read_moment(values[key] or "", now, key) for key in TOLD}
    return SlipEntry(changed_at, values["reason"], **told)


def _entry(values: Mapping[str, Any], start: DirectoryEntry) -> DirectoryEntry:
    if not values["department"]:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选部门。"), field="department")
    entry = DirectoryEntry(
        department=int(values["department"]),
        staff=values.get("staff", start.staff),
        title=values.get("title", start.title),
        post=values["post"],
        email=values["email"],
        room=values["room"],
        remark=values["remark"],
        leader=values["leader"],
    )
    for kind in KINDS:
        entry = entry.with_numbers(kind, read_numbers(kind, values[kind]))
    return entry

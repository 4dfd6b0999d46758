"""The entry dialog of the directory: whose entry it is, where it stands, its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.directory.entries import BETWEEN, read_numbers
from desk_mailadmin.registers.directory.rules import EXTENSION, KINDS, DirectoryEntry
from desk_mailadmin.registers.directory.service import DirectoryService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_NUMBERS = QT_TRANSLATE_NOOP("desk", "号码")
_REST = QT_TRANSLATE_NOOP("desk", "其他")
_SEVERAL = QT_TRANSLATE_NOOP("desk", "几个号码用顿号分开")


def ask_entry(
    bench: Any, title: str, entry: DirectoryEntry | None, keep: Callable[[DirectoryEntry], int]
) -> int | None:
    """Ask for an entry, a new one where none is given; return what ``keep`` returns, None where the clerk withdrew."""
    job = FormJob(save=lambda values, _yes: keep(_entry(bench, values)), title=shown(QT_TRANSLATE_NOOP("desk", "保存")))
    dialog = RecordForm(
        shown(title),
        _asked(bench, entry),
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        size=(760, 620),
        memory=bench.memory,
        key="directory_entry",
        parent=bench.window,
    )
    _follow_person(bench, dialog)
    dialog.start_from_here()
    if not bench.show_dialog(dialog):
        return None
    saved = dialog.result_value
    service: DirectoryService = bench.services["directory"]
    if isinstance(saved, int):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存 {name}"), name=service.row(saved).name))
        return saved
    return None


def _follow_person(bench: Any, dialog: RecordForm) -> None:
    """Take department and extension of the person who was chosen, where nothing stands there yet."""
    staff, person = bench.services["staff"], dialog.field("staff")

    def follow() -> None:
        chosen = person.value()
        if chosen is None:
            return
        dialog.field("department").set_value(str(staff.department_of(chosen)))
        extension = dialog.field(EXTENSION)
        if extension.is_empty():
            extension.set_value(staff.row(chosen).extension)

    person.changed.connect(follow)


def _asked(bench: Any, entry: DirectoryEntry | None) -> list[Asked]:
    service: DirectoryService = bench.services["directory"]
    staff = bench.services["staff"]
    start = entry or DirectoryEntry(0)
    (held,) = hits([staff.row(start.staff)]) if start.staff else (None,)

    def find(text: str) -> Sequence[Hit]:
        return hits(staff.find(text))

    return [
        Asked(name="staff", title=QT_TRANSLATE_NOOP("desk", "人员"), kind=Asks.PERSON, start=held, find=find, width=14,
              note=QT_TRANSLATE_NOOP("desk", "公用电话不选人，写名称")),
        Asked(name="title", title=QT_TRANSLATE_NOOP("desk", "名称"), start=start.title, width=12,
              hint=shown(QT_TRANSLATE_NOOP("desk", "会议室、传真、前台"))),
        Asked(name="department", title=QT_TRANSLATE_NOOP("desk", "部门"), kind=Asks.CHOICE, required=True,
              choices=service.choices("dept"), start=str(start.department) if start.department else None, width=16),
        *(
            Asked(name=kind, title=title, start=BETWEEN.join(start.of_kind(kind)), width=14, group=_NUMBERS,
                  note=_SEVERAL if kind == EXTENSION else "")
            for kind, title in KINDS.items()
        ),
        Asked(name="room", title=QT_TRANSLATE_NOOP("desk", "位置"), start=start.room, width=12, group=_REST),
        Asked(name="post", title=QT_TRANSLATE_NOOP("desk", "职务"), start=start.post, width=12, group=_REST,
              note=QT_TRANSLATE_NOOP("desk", "职务、手机、邮箱空着就用花名册上的")),
        Asked(name="email", title=QT_TRANSLATE_NOOP("desk", "邮箱"), start=start.email, width=20, limit=254,
              group=_REST),
        Asked(name="leader", title=QT_TRANSLATE_NOOP("desk", "领导号码"), kind=Asks.FLAG, start=start.leader,
              note=QT_TRANSLATE_NOOP("desk", "领导号码：直线和手机只印在完整版"), group=_REST),
        Asked(name="remark", title=QT_TRANSLATE_NOOP("desk", "备注"), start=start.remark, width=24, limit=200,
              group=_REST),
    ]  # fmt: skip


def _entry(bench: Any, values: Mapping[str, Any]) -> DirectoryEntry:
    if not values["department"]:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选部门。"), field="department")
    entry = DirectoryEntry(
        department=int(values["department"]),
        staff=values["staff"],
        title=values["title"],
        post=values["post"],
        email=values["email"],
        room=values["room"],
        remark=values["remark"],
        leader=values["leader"],
    )
    for kind in KINDS:
        entry = entry.with_numbers(kind, read_numbers(kind, values[kind]))
    return entry

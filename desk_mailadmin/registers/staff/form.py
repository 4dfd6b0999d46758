"""What is asked of a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import mobile, staff_number
from desk_mailadmin.registers.staff.rules import StaffEntry, check_mobile
from desk_mailadmin.registers.staff.service import StaffRow, StaffService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_SAVE = QT_TRANSLATE_NOOP("desk", "保存")


def new_person(bench: Any, name: str = "") -> int | None:
    """Enter a person; return the id, or None where the clerk withdrew."""
    service: StaffService = bench.services["staff"]
    start = StaffEntry(name, "", service.headquarters_name())
    return _ask(bench, QT_TRANSLATE_NOOP("desk", "新增人员"), start, service.add)


def edit_person(bench: Any, record: int) -> None:
    """Change a person."""
    service: StaffService = bench.services["staff"]
    known = service.entry(record)

    def keep(entry: StaffEntry) -> int:
        service.edit(record, replace(entry, state=known.state, left_on=known.left_on))
        return record

    _ask(bench, QT_TRANSLATE_NOOP("desk", "修改人员"), known, keep)


def record_leaving(bench: Any, record: int) -> None:
    """Record that a person left (004/第十条)."""
    service: StaffService = bench.services["staff"]
    row = service.row(record)
    question = shown(QT_TRANSLATE_NOOP("desk", "{name}（{dept}）哪一天离职？"), name=row.name, dept=row.dept)
    day = bench.prompter.ask_date(question, start=bench.desk.clock.today())
    if day is not None:
        bench.run(lambda: _left(bench, service, record, day))


def _left(bench: Any, service: StaffService, record: int, day: date) -> None:
    service.leave(record, day)
    bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记{name}离职"), name=service.row(record).name))


def hits(rows: Sequence[StaffRow], *, active_only: bool = True) -> list[Hit]:
    """Return people as a picker lists them; who left is shown but cannot be taken."""
    return [
        Hit(
            row.id,
            row.name,
            f"{row.branch} / {row.dept}　{row.post}".rstrip(),
            row.pinyin,
            row.emp_no,
            shown(QT_TRANSLATE_NOOP("desk", "已离职")) if active_only and row.state == "left" else "",
        )
        for row in rows
    ]


def _ask(bench: Any, title: str, entry: StaffEntry, keep: Callable[[StaffEntry], int]) -> int | None:
    job = FormJob(save=lambda values, _yes: keep(_entry(values)), title=shown(_SAVE))
    dialog = RecordForm(
        shown(title),
        _asked(bench, entry),
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        size=(720, 520),
        memory=bench.memory,
        key="person",
        parent=bench.window,
    )
    if not bench.show_dialog(dialog):
        return None
    bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存{name}"), name=dialog.values()["name"]))
    saved = dialog.result_value
    return saved if isinstance(saved, int) else None


def _asked(bench: Any, entry: StaffEntry) -> list[Asked]:
    names = [Choice(name, name) for _number, name in bench.services["departments"].branches()]
    branches = names or [Choice(entry.branch, entry.branch)]
    genders = [Choice("男", "男"), Choice("女", "女")]
    return [
        Asked(name="name", title="姓名", required=True, start=entry.name, width=9),
        Asked(name="emp_no", title="工号", start=entry.emp_no, width=8, beside=True),
        Asked(
            name="branch", title="单位", kind=Asks.CHOICE, required=True, choices=branches, start=entry.branch, width=12
        ),
        Asked(name="dept", title="部门", required=True, start=entry.dept, width=14, note="新的部门会自动建好"),
        Asked(name="post", title="职务", start=entry.post, width=12),
        Asked(name="rank", title="职级", start=entry.rank, width=6, beside=True),
        Asked(name="gender", title="性别", kind=Asks.CHOICE, choices=genders, start=entry.gender, width=3, beside=True),
        Asked(name="mobile", title="手机", start=entry.mobile, width=10, checks=(_good_mobile,)),
        Asked(name="extension", title="分机", start=entry.extension, width=5, beside=True),
        Asked(name="email", title="邮箱", start=entry.email, width=20, limit=254),
        Asked(name="hired_on", title="入职日期", kind=Asks.DATE, start=entry.hired_on),
        Asked(name="remark", title="备注", kind=Asks.LONG, start=entry.remark, limit=500),
    ]


def _good_mobile(text: str) -> None:
    check_mobile(mobile(text).value or text)


def _entry(values: Mapping[str, Any]) -> StaffEntry:
    number = staff_number(values["emp_no"])
    if values["emp_no"] and number.value is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "工号“{text}”认不出来。"), field="emp_no", text=values["emp_no"])
    return StaffEntry(
        name=values["name"],
        dept=values["dept"],
        branch=values["branch"],
        emp_no=number.value or "",
        post=values["post"],
        rank=values["rank"],
        gender=values["gender"],
        mobile=mobile(values["mobile"]).value or values["mobile"],
        extension=values["extension"],
        email=values["email"],
        hired_on=values["hired_on"],
        remark=values["remark"],
    )

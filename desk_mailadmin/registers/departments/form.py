"""What is asked of a department."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.departments.rules import DepartmentEntry
from desk_mailadmin.registers.departments.service import DepartmentsService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.message import Message, warning
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_APPOINTED = (
    (
        "mail_person",
        QT_TRANSLATE_NOOP("desk", "邮件收发人"),
        QT_TRANSLATE_NOOP("desk", "每个部门指定一人（电子沟通管理办法 二(一)2）"),
    ),
    (
        "secret_keeper",
        QT_TRANSLATE_NOOP("desk", "商密文件管理人"),
        QT_TRANSLATE_NOOP("desk", "每个部门指定一人（电话制度 11.二.3）"),
    ),
)


def new_department(bench: Any) -> None:
    """Enter a department."""
    service: DepartmentsService = bench.services["departments"]
    start = DepartmentEntry(service.headquarters_name(), "")
    _ask(bench, QT_TRANSLATE_NOOP("desk", "新建部门"), start, service.add)


def edit_department(bench: Any, record: int) -> None:
    """Change a department, usually its manager."""
    service: DepartmentsService = bench.services["departments"]
    _ask(bench, QT_TRANSLATE_NOOP("desk", "修改部门"), service.entry(record), lambda entry: service.edit(record, entry))


def _ask(bench: Any, title: str, entry: DepartmentEntry, keep: Callable[[DepartmentEntry], object]) -> None:
    job = FormJob(save=lambda values, _yes: keep(_entry(values)), title=shown(QT_TRANSLATE_NOOP("desk", "保存")))
    service: DepartmentsService = bench.services["departments"]
    branches = [Choice(name, name) for _number, name in service.branches()]
    asked = (
        Asked(name="branch", title="单位", kind=Asks.CHOICE, required=True, choices=branches, start=entry.branch),
        Asked(name="name", title="部门", required=True, start=entry.name),
        Asked(
            name="manager",
            title="负责人",
            start=entry.manager,
            width=8,
            note="申请表由他审核签字（邮件制度 3.0）",
            checks=(lambda name: _known(service, name),),
            suggest=service.names_in_office,
        ),
        *(
            Asked(
                name=name,
                title=title,
                start=getattr(entry, name),
                width=8,
                note=note,
                checks=(lambda who: _known(service, who),),
                suggest=service.names_in_office,
            )
            for name, title, note in _APPOINTED
        ),
    )
    dialog = RecordForm(
        shown(title),
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        size=(680, 360),
        memory=bench.memory,
        key="department",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存部门 {name}"), name=dialog.values()["name"]))


def _known(service: DepartmentsService, name: str) -> Message | None:
    """Warn of a manager who is nobody in office; a new one may stand here before the roster names him."""
    if service.is_in_office(name):
        return None
    return warning(shown(QT_TRANSLATE_NOOP("desk", "在职人员里没有“{name}”，请核对姓名。"), name=name))


def _entry(values: Mapping[str, Any]) -> DepartmentEntry:
    return DepartmentEntry(**values)

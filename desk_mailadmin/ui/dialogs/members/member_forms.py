"""What is asked of people at the desk: switching on, a new person, a changed one, new PINs, a new recovery code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.rights import ROLE_TITLES, Role
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.store.members import Member, MemberEntry, Members
from desk_mailadmin.ui.dialogs.choice_fields import ChecksField, ChoiceField
from desk_mailadmin.ui.dialogs.field import FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.members.pin_field import CodeField, PinField
from desk_mailadmin.ui.dialogs.pieces import Button, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.suggestions import Suggest
from desk_mailadmin.ui.dialogs.text_fields import TextField
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import shown

Values = Mapping[str, Any]


class MembersJob(Struct, frozen=True, kw_only=True):
    """What the dialogs work on: the people, the units they may be limited to, and how a recovery code is printed.

    ``suggest`` completes names of the personnel register, ``staff_of`` says whose a whole name is, if it is one
    person's alone; ``clerk`` is who worked here alone; ``changed`` is called after each deed.
    """

    members: Members
    present: Callable[[], int]
    units: Sequence[Choice]
    suggest: Suggest
    staff_of: Callable[[str], int | None]
    print_code: Callable[[Secret], object]
    changed: Callable[[], object]
    clerk: str = ""

    def entry(self, values: Values) -> MemberEntry:
        """Return the person that was entered."""
        name = values["name"].strip()
        units = tuple(sorted(map(int, values["units"])))
        return MemberEntry(name, Role(values["role"]), self.staff_of(name), units)


def switch_on_form(job: MembersJob, prompter: Prompter, parent: QWidget) -> FormDialog:
    """Return the dialog by which an office lets several people work at its desk."""
    code = job.members.propose_code()

    def save(values: Values, _confirmed: frozenset[str]) -> int:
        name = values["name"].strip()
        return job.members.switch_on(
            name, job.staff_of(name), values["pin"], values["again"], code, values["code"] or ""
        )

    said = _tr("启用的人先做管理：加入别人、定角色。每个人以后用自己的 PIN 进入，做过的事记在自己名下。")
    groups = [
        FieldGroup("", label(said, "muted", wrap=True)),
        FieldGroup(_tr("管理"), FieldRow(_name(job, job.clerk)), *_pins()),
        _code_group(job, code),
    ]
    return FormDialog(_tr("启用多人使用"), groups, FormJob(save=save, title=_tr("启用"), icon="users"), prompter,
                      size=(620, 520), key="members_on", parent=parent)  # fmt: skip


def add_form(job: MembersJob, prompter: Prompter, parent: QWidget) -> FormDialog:
    """Return the dialog that adds a person, who types the PIN in it."""

    def save(values: Values, _confirmed: frozenset[str]) -> int:
        return job.members.add(job.entry(values), values["pin"], values["again"])

    groups = [_person_group(job, None), FieldGroup(_tr("由本人输入"), *_pins())]
    return FormDialog(_tr("加入使用人"), groups, FormJob(save=save, title=_tr("加入"), icon="user-plus"), prompter,
                      size=(620, 500), key="member_new", parent=parent)  # fmt: skip


def edit_form(job: MembersJob, member: Member, prompter: Prompter, parent: QWidget) -> FormDialog:
    """Return the dialog that changes a person's name, role and units."""

    def save(values: Values, _confirmed: frozenset[str]) -> None:
        job.members.edit(member.id, job.entry(values))

    form = FormDialog(_tr("修改使用人"), [_person_group(job, member)],
                      FormJob(save=save, title=_tr("保存"), icon="save"), prompter,
                      size=(620, 380), key="member_edit", parent=parent)  # fmt: skip
    form.start_from_here()
    return form


def reset_form(job: MembersJob, member: Member, prompter: Prompter, parent: QWidget) -> FormDialog:
    """Return the dialog in which a person types a new PIN before the administrator."""

    def save(values: Values, _confirmed: frozenset[str]) -> None:
        job.members.reset_pin(member.id, values["pin"], values["again"])

    title = _tr("重设{name}的 PIN").format(name=member.entry.name)
    groups = [FieldGroup(_tr("由本人输入"), *_pins())]
    return FormDialog(title, groups, FormJob(save=save, title=_tr("保存"), icon="save"), prompter,
                      size=(560, 280), key="member_pin", parent=parent)  # fmt: skip


def own_pin_form(job: MembersJob, prompter: Prompter, parent: QWidget) -> FormDialog:
    """Return the dialog in which the person at the desk changes their own PIN."""

    def save(values: Values, _confirmed: frozenset[str]) -> None:
        job.members.change_pin(job.present(), values["former"], values["pin"], values["again"])

    groups = [FieldGroup("", FieldRow(PinField("former", _tr("现在的 PIN"))), *_pins())]
    return FormDialog(_tr("改我的 PIN"), groups, FormJob(save=save, title=_tr("保存"), icon="save"), prompter,
                      size=(560, 300), key="member_own_pin", parent=parent)  # fmt: skip


def code_form(job: MembersJob, prompter: Prompter, parent: QWidget) -> FormDialog:
    """Return the dialog that puts a new recovery code in the place of the old one."""
    code = job.members.propose_code()

    def save(values: Values, _confirmed: frozenset[str]) -> None:
        job.members.renew_code(code, values["code"] or "")

    return FormDialog(_tr("换恢复码"), [_code_group(job, code)],
                      FormJob(save=save, title=_tr("换成新的"), icon="refresh-cw"), prompter,
                      size=(600, 300), key="member_code", parent=parent)  # fmt: skip


def recover_form(members: Members, admin: int, prompter: Prompter, parent: QWidget) -> FormDialog:
    """Return the dialog in which an administrator who lost the PIN sets a new one by the recovery code."""

    def save(values: Values, _confirmed: frozenset[str]) -> Any:
        return members.recover(admin, values["code"] or "", values["pin"], values["again"])

    groups = [FieldGroup("", FieldRow(CodeField("code", _tr("恢复码"), required=True, width=20, limit=40))),
              FieldGroup(_tr("新的 PIN"), *_pins())]  # fmt: skip
    return FormDialog(_tr("用恢复码设新的 PIN"), groups, FormJob(save=save, title=_tr("设好并进入"), icon="lock-open"),
                      prompter, size=(600, 340), key="member_recover", parent=parent)  # fmt: skip


def _name(job: MembersJob, start: str) -> TextField:
    name = TextField("name", _tr("姓名"), required=True, width=10, limit=20, suggest=job.suggest)
    name.set_value(start)
    return name


def _pins() -> tuple[FieldRow, FieldRow]:
    hint = _tr("6 到 12 位数字，不连续、不重复。")
    return FieldRow(PinField("pin", _tr("PIN"), hint)), FieldRow(PinField("again", _tr("再输一次")))


def _person_group(job: MembersJob, member: Member | None) -> FieldGroup:
    roles = [Choice(role, shown(title)) for role, title in ROLE_TITLES.items()]
    role = ChoiceField("role", _tr("角色"), roles, required=True, width=10)
    units = ChecksField("units", _tr("只管单位"), job.units, below=True)
    name = _name(job, member.entry.name if member else "")
    role.set_value(str(member.entry.role if member else Role.CLERK))
    units.set_value(frozenset(map(str, member.entry.units)) if member else frozenset())
    said = _tr(
        "查阅只看；录入登记；审批还可以作废、减免、决定、月结；管理还可以改设置和使用人。一个单位都不勾选就是管全部。"
    )
    return FieldGroup("", FieldRow(name), FieldRow(role), FieldRow(units), label(said, "muted", wrap=True))


def _code_group(job: MembersJob, code: Secret) -> FieldGroup:
    said = _tr("管理忘了 PIN 只能靠恢复码。先打印，锁进柜子，再照纸上的输入一遍；程序里不留。")
    print_it = Button(_tr("打印恢复码…"), "printer")
    on_click(print_it, lambda: job.print_code(code))
    typed = CodeField("code", _tr("恢复码"), required=True, width=20, limit=40)
    return FieldGroup(_tr("恢复码"), label(said, "muted", wrap=True), holding(row(print_it, None)), FieldRow(typed))


def _tr(text: str) -> str:
    return QCoreApplication.translate("MemberForms", text)

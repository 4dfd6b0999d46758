"""多人使用: what it is, switched on and off, and the people at the desk with their roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desk_mailadmin.kernel.rights import ROLE_TITLES, Right, may
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.members import Member
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.members.member_forms import (
    MembersJob,
    add_form,
    code_form,
    edit_form,
    own_pin_form,
    reset_form,
    switch_on_form,
)
from desk_mailadmin.ui.dialogs.pieces import Button, column, holding, label, on_click, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import attempt, shown

_BODY = (22, 16, 22, 10)


class MembersDialog(DialogFrame):
    """Shows who works at the desk; who is not its administrator finds their own PIN here and nothing else."""

    def __init__(
        self, job: MembersJob, prompter: Prompter, *, memory: Memory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", (760, 520), memory=memory, parent=parent)
        self.setWindowTitle(self.tr("多人使用"))
        self._job, self._prompter = job, prompter
        self._state, self._means = label("", "b", wrap=True), label("", "muted", wrap=True)
        self.people = self._make_list()
        self.buttons = self._make_buttons()
        close = Button(self.tr("关闭"), kind="primary")
        on_click(close, self.accept)
        body = column(label(self.tr("多人使用"), "h1"), self._state, self._means, spacing=8, margins=_BODY)
        body.addWidget(self.people, 1)
        of_people = [self.buttons[key] for key in ("add", "edit", "pin", "end")]
        of_desk = [self.buttons[key] for key in ("own_pin", "code", "off", "on")]
        body.addLayout(row(*of_people, None, spacing=6))
        body.addStretch(0)
        self.lay_out(holding(body), *of_desk, None, close)
        self.show_all()

    def _make_list(self) -> QTreeWidget:
        people = QTreeWidget()
        people.setRootIsDecorated(False)
        people.setAccessibleName(self.tr("使用人"))
        people.setHeaderLabels([self.tr("姓名"), self.tr("角色"), self.tr("只管单位"), self.tr("状态")])
        people.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, width in enumerate((9, 6, 18)):
            people.setColumnWidth(place, chars(people, width))
        people.itemSelectionChanged.connect(self._free_buttons)
        people.itemDoubleClicked.connect(lambda *_: self.edit())
        return people

    def _make_buttons(self) -> dict[str, Button]:
        made: dict[str, tuple[str, str, Callable[[], object]]] = {
            "add": (self.tr("加入…"), "user-plus", self.add),
            "edit": (self.tr("修改…"), "pencil", self.edit),
            "pin": (self.tr("重设 PIN…"), "key-round", self.reset_pin),
            "end": (self.tr("不再使用…"), "user-x", self.end),
            "own_pin": (self.tr("改我的 PIN…"), "key-round", self.change_own_pin),
            "code": (self.tr("换恢复码…"), "refresh-cw", self.renew_code),
            "off": (self.tr("停用多人使用…"), "ban", self.switch_off),
            "on": (self.tr("启用…"), "users", self.switch_on),
        }
        buttons = {key: Button(title, icon) for key, (title, icon, _act) in made.items()}
        for key, (_title, _icon, act) in made.items():
            on_click(buttons[key], act)
        return buttons

    # what is shown

    def show_all(self) -> None:
        """Show everything anew."""
        is_on, is_admin = self._job.members.is_on(), self._is_admin()
        self._state.setText(self.tr("已启用。") if is_on else self.tr("没有启用：一个人用，打开就能登记。"))
        self._means.setText(self._meaning())
        self.people.setVisible(is_on and is_admin)
        self._fill()
        for key, button in self.buttons.items():
            wanted = {"on": not is_on, "own_pin": is_on}
            button.setVisible(wanted.get(key, is_on and is_admin))
        self._free_buttons()

    def _meaning(self) -> str:
        return self.tr(
            "启用以后，进入和离开座位一段时间后要输入 PIN；每件事记在做的人名下，作废、减免、决定、月结要由审批的人做，"
            "自己登记的不能自己批。\n"
            "PIN 说明事情是谁做的，不给数据加密：能登录这台电脑的人仍然可以复制台账文件。"
            "要保密，靠各人的系统账户和加密的台账。"
        )

    def _fill(self) -> None:
        self.people.clear()
        units = {int(choice.key): choice.title for choice in self._job.units}
        for member in self._job.members.all() if self._is_admin() else ():
            entry = member.entry
            of_units = "、".join(units.get(unit, "?") for unit in entry.units) or self.tr("全部")
            state = self.tr("在用") if member.active else self.tr("不再使用")
            line = QTreeWidgetItem([entry.name, shown(ROLE_TITLES[entry.role]), of_units, state])
            line.setDisabled(not member.active)
            self.people.addTopLevelItem(line)

    def _free_buttons(self) -> None:
        chosen = self.chosen()
        for key in ("edit", "pin", "end"):
            self.buttons[key].setEnabled(chosen is not None)

    def _is_admin(self) -> bool:
        present = self._job.members.person(self._job.present())
        return present is not None and may(present.role, Right.ADMIN) and not present.units

    def chosen(self) -> Member | None:
        """Return who is marked, None where nobody is."""
        names = [line.text(0) for line in self.people.selectedItems()]
        return next((one for one in self._job.members.active() if one.entry.name in names), None)

    # what is done

    def switch_on(self) -> None:
        """Let several people work at the desk."""
        self._ask(switch_on_form(self._job, self._prompter, self))

    def switch_off(self) -> None:
        """Let one clerk work alone again, by the administrator's PIN."""
        question = self.tr("停用以后，谁打开台账都能登记、作废，不再问是谁。输入管理的 PIN：")

        def off(pin: Secret) -> None:
            self._job.members.switch_off(self._job.present(), pin)

        if self._prompter.ask_pin(question, off):
            self._changed()

    def add(self) -> None:
        """Add a person."""
        self._ask(add_form(self._job, self._prompter, self))

    def edit(self) -> None:
        """Change the marked person."""
        if (chosen := self.chosen()) is not None:
            self._ask(edit_form(self._job, chosen, self._prompter, self))

    def reset_pin(self) -> None:
        """Have the marked person type a new PIN."""
        if (chosen := self.chosen()) is not None:
            self._ask(reset_form(self._job, chosen, self._prompter, self))

    def end(self) -> None:
        """Let the marked person be at the desk no longer."""
        chosen = self.chosen()
        if chosen is None:
            return
        question = self.tr("{name}不再使用这个台账？").format(name=chosen.entry.name)
        detail = self.tr("做过的事仍然记在名下，以后可以再加入。")
        if self._prompter.confirm(question, self.tr("不再使用"), detail=detail, danger=True):
            attempt(self._prompter, lambda _yes: self._job.members.end(chosen.id))
            self._changed()

    def change_own_pin(self) -> None:
        """Change the PIN of the person at the desk."""
        self._ask(own_pin_form(self._job, self._prompter, self))

    def renew_code(self) -> None:
        """Put a new recovery code in the place of the old one."""
        self._ask(code_form(self._job, self._prompter, self))

    def _ask(self, form: FormDialog) -> None:
        form.accepted.connect(self._changed)
        form.open()

    def _changed(self) -> None:
        self._job.changed()
        self.show_all()

"""Encryption in three steps: what it protects and what not, the recovery sheet, the code typed back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.field import FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.members.pin_field import CodeField
from desk_mailadmin.ui.dialogs.pieces import (
    Banner,
    Button,
    IconLabel,
    Part,
    card,
    column,
    holding,
    label,
    on_click,
    row,
    scrolled,
)
from desk_mailadmin.ui.dialogs.wizard_frame import WizardFrame
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import shown

_CODE_LENGTH = 60


class EncryptionJob(Struct, frozen=True):
    """What the wizard needs; ``number`` names the new key.

    ``print_sheet`` shows the recovery sheet and says whether a printer took it; ``check`` raises UserError unless the
    code typed is the one on the sheet.
    """

    protected: Sequence[str]
    unprotected: Sequence[str]
    loss: str
    number: str
    print_sheet: Callable[[], bool]
    check: Callable[[str], None]


class EncryptionWizard(WizardFrame):
    """Accepted once the code was typed back; nothing is switched before, and nothing by the wizard itself."""

    def __init__(
        self,
        title: str,
        job: EncryptionJob,
        prompter: Prompter,
        *,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, (820, 560), memory=memory, parent=parent)
        self._job, self._prompter = job, prompter
        self._seen = False
        self.printed = Banner("grey", self.tr("还没有打印。"))
        self.code = CodeField("code", self.tr("恢复码"), required=True, width=22, limit=_CODE_LENGTH)
        pages = [
            (self.tr("保护什么"), self._scope()),
            (self.tr("打印恢复码单"), self._sheet()),
            (self.tr("输入恢复码"), self._typing()),
        ]
        self.lay_out_pages(pages)

    def forward_text(self, step: int) -> str:
        return self.tr("开始加密") if step == self.pages.count() - 1 else super().forward_text(step)

    def entered(self, step: int) -> None:
        if step == self.pages.count() - 1:
            self.code.take_focus()

    def may_leave(self, step: int) -> bool:
        if step == 1 and not self._seen:
            self.printed.say("red", self.tr("先打印恢复码单；没有它，以后换了电脑就打不开台账。"))
            return False
        return self._is_right() if step == self.pages.count() - 1 else True

    def _is_right(self) -> bool:
        try:
            self._job.check(self.code.value())
        except UserError as wrong:
            self.code.refuse(wrong)
            self.code.take_focus()
            return False
        return True

    def _scope(self) -> QWidget:
        return _page(
            label(self.tr("加密保护什么，不保护什么"), "h1"),
            card(
                label(self.tr("加密以后，没有密钥谁也读不出来"), "h2"),
                *_points("check", "green", self._job.protected),
            ),
            card(label(self.tr("加密不保护"), "h2"), *_points("x", "amber", self._job.unprotected)),
            Banner("red", shown(self._job.loss)),
        )

    def _sheet(self) -> QWidget:
        button = Button(self.tr("打印恢复码单…"), "printer")
        on_click(button, self._print)
        why = self.tr(
            "恢复码单上有密钥 {number} 的 26 位恢复码。它只打印这一次，程序里、台账里、打印存档里都不留；"
            "没有打印机时，照屏幕上的抄下来也可以。"
        ).format(number=self._job.number)
        keep = self.tr("装信封封口，锁进保险柜，不和电脑、备份盘放在一起。")
        return _page(
            label(self.tr("打印恢复码单"), "h1"),
            label(why, wrap=True),
            label(keep, wrap=True),
            row(button, None),
            self.printed,
        )

    def _typing(self) -> QWidget:
        why = self.tr(
            "照纸上的恢复码输入一遍，证明单子拿在手里、看得清楚。大小写和空格不影响；"
            "恢复码里没有 0、1、8、9，看着像的是字母 O、I、B。"
        )
        then = self.tr(
            "接着先做一份核对过的备份，再写新的台账文件，逐页核对以后换上；中途断电，台账还是原来的。窗口会关一下再打开。"
        )
        return _page(
            label(self.tr("输入恢复码"), "h1"),
            label(why, wrap=True),
            FieldGroup("", FieldRow(self.code, below=True), label_width=4),
            label(then, "muted", wrap=True),
        )

    def _print(self) -> None:
        self._seen = True
        if self._job.print_sheet():
            self.printed.say("green", self.tr("恢复码单已打印。"))
        else:
            self.printed.say("amber", self.tr("没有打印。照屏幕抄下来的，核对两遍再往下走。"))


def _page(*parts: Part) -> QWidget:
    return scrolled(holding(column(*parts, None, spacing=10, margins=(26, 20, 24, 12))))


def _points(icon: str, tone: str, sentences: Sequence[str]) -> list[QWidget]:
    return [_point(icon, tone, shown(sentence)) for sentence in sentences]


def _point(icon: str, tone: str, sentence: str) -> QWidget:
    sign = IconLabel(15)
    sign.show_icon(icon, tone)
    line = row(sign, spacing=8)
    line.addWidget(label(sentence, wrap=True), 1)
    return holding(line)

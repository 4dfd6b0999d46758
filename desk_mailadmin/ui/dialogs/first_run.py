"""The first run: six steps to a desk of one's own; nothing is written before the last (look/ui 08)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.choice_fields import ChecksField, ChoiceField, FlagField, Option, RadioField, SpinField
from desk_mailadmin.ui.dialogs.field import Check, Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.message import Message, hint, warning
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, holding, label, on_click, scrolled
from desk_mailadmin.ui.dialogs.place_fields import BranchDomain, DomainsField, FolderField
from desk_mailadmin.ui.dialogs.text_fields import TextField
from desk_mailadmin.ui.dialogs.wizard_frame import WizardFrame
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said, shown

QUOTA_MB, OUTGOING_MB = 10, 2
"""The regulations' own figures in MB (2^20 bytes): mailbox quota 000/4.1, mail to another site 000/4.2."""


class FirstRun(Struct, frozen=True, kw_only=True):
    """What the clerk decided; sizes in MB (2^20 bytes), ``naming_rule`` and ``regulations`` by their keys."""

    place: Path
    company: str
    domains: tuple[BranchDomain, ...]
    naming_rule: str
    regulations: tuple[str, ...]
    quota_mb: int
    outgoing_mb: int
    import_roster: bool
    office: str
    office_head: str
    branch_office_head: str
    clerk: str
    extension: str
    backup: Path | None


class FirstRunJob(Struct, frozen=True, kw_only=True):
    """What the wizard needs: ``finish`` makes the desk (UserError and EnvironmentFault are shown).

    ``example`` shows what a naming rule (by its key) makes of a name and of the second person of that name;
    ``check_place`` raises UserError for a folder that cannot hold a desk, or returns a warning;
    ``check_domain`` returns a domain in its final spelling or raises UserError.
    """

    default_place: Path
    naming_rules: Sequence[Choice]
    regulations: Sequence[Choice]
    example: Callable[[str], str]
    check_place: Check
    check_domain: Callable[[str], str]
    finish: Callable[[FirstRun], object]


class FirstRunWizard(WizardFrame):
    """Accepted once the desk is made; ``wants_sample`` says that the clerk would rather see the sample data first."""

    def __init__(self, job: FirstRunJob, prompter: Prompter, *, parent: QWidget | None = None) -> None:
        super().__init__("", (920, 660), parent=parent)
        self.setWindowTitle(self.tr("首次使用"))
        self.wants_sample = False
        self.value: FirstRun | None = None
        self._job, self._prompter = job, prompter
        self.fields: dict[str, Field] = {}
        self._of_page: list[tuple[Field, ...]] = []
        self.trouble = Banner("red", "")
        self.trouble.hide()
        self.summary = label("", wrap=True)
        sample = Button(self.tr("先看示例数据"), "eye")
        on_click(sample, self._see_sample)
        self.lay_out_pages(self._make_pages(), sample)

    def collected(self) -> FirstRun:
        """Return what was entered; every page must have been checked."""
        value = {name: field.value() for name, field in self.fields.items()}
        order = [choice.key for choice in self._job.regulations]
        value["regulations"] = tuple(key for key in order if key in value["regulations"])
        value["import_roster"] = value["import_roster"] == "yes"
        if not value.pop("do_backup"):
            value["backup"] = None
        return FirstRun(**value)

    def forward_text(self, step: int) -> str:
        return self.tr("建立数据") if step == len(self._of_page) - 1 else super().forward_text(step)

    def entered(self, step: int) -> None:
        fields = self._of_page[step]
        if step == len(self._of_page) - 1:
            self.summary.setText(self._summary())
        elif fields:
            fields[0].take_focus()

    def may_leave(self, step: int) -> bool:
        right = [field.check() for field in self._of_page[step]]
        for field, is_right in zip(self._of_page[step], right, strict=True):
            if not is_right:
                field.take_focus()
                return False
        return self._finish() if step == len(self._of_page) - 1 else True

    def reject(self) -> None:
        """Close; asks only if something was entered."""
        if self.step == 0 or self._prompter.confirm(
            self.tr("还没有建立数据。"), self.tr("放弃"), detail=self.tr("放弃后要重新填写。"), danger=True
        ):
            super().reject()

    def _see_sample(self) -> None:
        self.wants_sample = True
        super().reject()

    def _finish(self) -> bool:
        self.value = self.collected()
        try:
            self._job.finish(self.value)
        except DeskError as error:
            remedy = remedy_of(error) if isinstance(error, EnvironmentFault) else ""
            self.trouble.say("red", f"{said(error)}{remedy}")
            self.trouble.show()
            return False
        return True

    def _make_pages(self) -> list[tuple[str, QWidget]]:
        place = self.tr("一个单位的全部数据在一个文件夹里，备份和搬家都只动它。")
        company = self.tr("这些内容会印在表上、用来算期限和金额。每一项以后都能改。")
        people = self.tr("人员可以从人事部的花名册导入，部门由它带出。")
        signers = self.tr("预印在签字栏旁；没带 * 的可以空着，以后在设置里补。")
        backup = self.tr("备份放到另一块盘或网络盘上，电脑坏了也不丢。")
        return [
            self._page(self.tr("数据放在哪里"), place, self._place()),
            self._page(self.tr("公司与制度"), company, self._company()),
            self._page(self.tr("人员与部门"), people, self._people()),
            self._page(self.tr("印章与签字人"), signers, self._signers()),
            self._page(self.tr("备份"), backup, self._backup()),
            self._page(self.tr("完成"), self.tr("到这里还没有写入任何东西。"), []),
        ]

    def _page(self, title: str, text: str, rows: Sequence[FieldRow]) -> tuple[str, QWidget]:
        fields = tuple(field for one in rows for field in one.fields)
        self._of_page.append(fields)
        self.fields |= {field.name: field for field in fields}
        group = FieldGroup("", *rows, label_width=7)
        parts: list[QWidget] = [label(title, "h1"), label(text, "muted", wrap=True), group]
        if not rows:
            parts = [*parts[:2], self.trouble, self.summary]
        return title, scrolled(holding(column(*parts, None, spacing=8, margins=(26, 20, 24, 12))))

    def _place(self) -> list[FieldRow]:
        place = FolderField(
            "place", self.tr("数据文件夹"), lambda: self._prompter.open_folder(self.tr("数据文件夹")), required=True,
            checks=[self._job.check_place], hint=self.tr("没有就新建；放在本机盘上，不要放在共享盘"),
        )  # fmt: skip
        place.set_value(self._job.default_place)
        return [FieldRow(place, below=True)]

    def _company(self) -> list[FieldRow]:
        company = TextField("company", self.tr("公司全称"), required=True, width=24, limit=60)
        rules = ChoiceField(
            "naming_rule", self.tr("命名规则"), self._job.naming_rules, width=22, checks=[self._example]
        )
        rules.check()
        laws = ChecksField("regulations", self.tr("施行的制度"), self._job.regulations, below=True, checks=[self._laws])
        laws.set_value([choice.key for choice in self._job.regulations])
        laws.check()
        quota = SpinField("quota_mb", self.tr("邮箱容量上限"), low=1, unit="MB", checks=[_differs(QUOTA_MB)])
        outgoing = SpinField("outgoing_mb", self.tr("外发限制"), low=1, unit="MB", checks=[_differs(OUTGOING_MB)])
        quota.set_value(QUOTA_MB)
        outgoing.set_value(OUTGOING_MB)
        return [
            FieldRow(company, note=self.tr("印在每张表的抬头")),
            FieldRow(DomainsField("domains", self.tr("邮箱域名"), self._job.check_domain)),
            FieldRow(rules, below=True),
            FieldRow(laws, below=True),
            FieldRow(quota, outgoing),
        ]

    def _people(self) -> list[FieldRow]:
        options = [
            Option("yes", self.tr("建好后导入花名册（Excel 或 CSV）"), hint(self.tr("会先检查、再核对，可整批撤销"))),
            Option("no", self.tr("以后再导入，或一个一个登记")),
        ]
        return [FieldRow(RadioField("import_roster", self.tr("人员"), options, verdicts=True))]

    def _signers(self) -> list[FieldRow]:
        office = TextField("office", self.tr("主管部门"), required=True, width=12, limit=30)
        office.set_value(self.tr("办公室"))
        branch = TextField("branch_office_head", self.tr("行政人事部"), width=8, limit=30)
        return [
            FieldRow(office, note=self.tr("收表、盖章、保管存根的部门")),
            FieldRow(
                TextField("office_head", self.tr("部门负责人"), width=8, limit=30), note=self.tr("上面这个部门签字的人")
            ),
            FieldRow(branch, note=self.tr("审核分公司申请的人")),
            FieldRow(
                TextField("clerk", self.tr("邮件管理员"), required=True, width=8, limit=30),
                note=self.tr("用这个程序的人，印在页脚"),
            ),
            FieldRow(TextField("extension", self.tr("咨询分机"), width=8, limit=20), note=self.tr("印在回执上")),
        ]

    def _backup(self) -> list[FieldRow]:
        wanted = FlagField("do_backup", self.tr("备份"), self.tr("每天退出时备份并核对"))
        folder = FolderField(
            "backup",
            self.tr("备份到"),
            lambda: self._prompter.open_folder(self.tr("备份到")),
            checks=[self._apart],
            hint=self.tr("空着就只备份在数据文件夹里"),
        )
        wanted.set_value(value=True)
        return [FieldRow(wanted), FieldRow(folder, below=True)]

    def _example(self, rule: str) -> Message:
        return hint(self.tr("例：{example}").format(example=self._job.example(rule)))

    def _laws(self, _laws: frozenset[str]) -> Message:
        return hint(self.tr("没勾选的条款不会提醒，也不会计算；以后可在设置里改"))

    def _apart(self, folder: Path) -> Message | None:
        place = self.fields["place"].value()
        if isinstance(place, Path) and (folder == place or place in folder.parents):
            return warning(self.tr("在数据文件夹里面，盘坏了会一起丢"))
        return None

    def _summary(self) -> str:
        value = self.collected()
        domains = "、".join(f"{one.domain}{f'（{one.branch}）' if one.branch else ''}" for one in value.domains)
        laws = {choice.key: choice.title for choice in self._job.regulations}
        lines = (
            (self.tr("数据文件夹"), str(value.place)),
            (self.tr("公司"), value.company),
            (self.tr("域名"), domains),
            (self.tr("施行的制度"), "、".join(laws[key] for key in value.regulations) or self.tr("没有")),
            (self.tr("容量与外发"), f"{value.quota_mb} MB / {value.outgoing_mb} MB"),
            (self.tr("邮件管理员"), value.clerk),
            (self.tr("备份到"), str(value.backup or self.tr("数据文件夹里"))),
        )
        return "\n".join(f"{title}：{text}" for title, text in lines)


def _differs(original: int) -> Check:
    def check(figure: int) -> Message | None:
        text = QT_TRANSLATE_NOOP("desk", "制度原文是 {original} MB")
        return warning(shown(text, original=original)) if figure != original else None

    return check

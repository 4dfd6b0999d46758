"""What is done with whole forms: copied, kept, compared, put back, carried in and out, made anew; and what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk_mailadmin.documents.new_form import free_prefix
from desk_mailadmin.documents.own_forms import PLEDGE, next_rev, with_next_pledge
from desk_mailadmin.form_shelf import FormShelf, Imported
from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault, NeedsConfirmation, UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.forms.compare_dialog import CompareDialog
from desk_mailadmin.ui.dialogs.forms.form_states import listed_forms
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import attempt, remedy_of, said

_ZIP = "zip (*.zip)"


class FormDeeds(QObject):
    """Does what the editor's buttons say; ``changed`` carries the form to show afterwards."""

    changed = Signal(str)

    def __init__(self, shelf: FormShelf, prompter: Prompter, window: QWidget) -> None:
        super().__init__(window)
        self._shelf, self._prompter, self._window = shelf, prompter, window

    def copy(self, form_id: str) -> None:
        """Make the shipped form the office's own version."""
        if attempt(self._prompter, lambda _yes: self._shelf.copy(form_id)):
            self.changed.emit(form_id)

    def take_base(self, form_id: str) -> None:
        """Keep the own version although the shipped one changed."""
        if attempt(self._prompter, lambda _yes: self._shelf.take_base(form_id)):
            self.changed.emit(form_id)

    def save(self, form_id: str, text: str, confirmed: frozenset[str] = frozenset()) -> bool | DeskError:
        """Keep a form; False where the clerk withdrew, the error where it cannot be used."""
        try:
            self._shelf.save(form_id, text, confirmed)
        except NeedsConfirmation as question:
            return self._save_pledge(form_id, text, question)
        except EnvironmentFault as fault:
            again = self._prompter.retry(said(fault), remedy_of(fault))
            return self.save(form_id, text, confirmed) if again else False
        except UserError as error:
            return error
        return True

    def compare(self, form_id: str) -> None:
        """Show how the own version differs from the shipped one."""
        shipped = self._shelf.library.shipped(form_id)
        if shipped is not None:
            text = shipped.raw.decode("utf-8-sig")
            CompareDialog(shipped.spec.title, text, self._shelf.text(form_id), parent=self._window).open()

    def reset(self, form_id: str, title: str) -> None:
        """Put the own version aside after asking."""
        kept = self.tr("本单位的版本收进 {place}，需要时可以找回；已经打印的不变。").format(place="forms/_old")
        has_shipped = self._shelf.library.shipped(form_id) is not None
        question = self.tr("“{title}”改用随程序的版本？") if has_shipped else self.tr("停用“{title}”？")
        verb = self.tr("改用随程序的") if has_shipped else self.tr("停用")
        if not self._prompter.confirm(question.format(title=title), verb, detail=kept):
            return
        if attempt(self._prompter, lambda _yes: self._shelf.reset(form_id)):
            library = self._shelf.library
            self.changed.emit(form_id if form_id in library.ids else library.ids[0])

    def export(self, form_id: str) -> None:
        """Write this form, or all own ones, as a zip."""
        own = [one for one in self._shelf.library.own_ids if one in self._shelf.library.ids]
        all_own = self.tr("本单位改过和自建的 {count} 张").format(count=len(own))
        offered = [Choice("one", self.tr("这一张")), Choice("own", all_own)]
        what = self._prompter.choose(self.tr("导出哪些表单？"), offered) if own and own != [form_id] else "one"
        if what is None:
            return
        forms = own if what == "own" else [form_id]
        name = self.tr("本单位的表单") if what == "own" else form_id
        path = self._prompter.save_path(self.tr("导出表单"), suggested=f"{name}.zip", filters=_ZIP)
        if path is not None and (written := attempt(self._prompter, lambda _yes: self._shelf.export(forms, path))):
            self._prompter.inform(self.tr("已导出 {count} 张表单到 {path}").format(count=len(forms), path=written))

    def take_in(self, form_id: str) -> None:
        """Take the forms of a zip as own versions, and say what was taken and what was not."""
        path = self._prompter.open_path(self.tr("导入表单"), filters=_ZIP)
        taken = attempt(self._prompter, lambda _yes: self._shelf.take_in(path)) if path else None
        if taken is None:
            return
        self._say_taken(taken)
        self.changed.emit(form_id)

    def new(self, pattern: str) -> None:
        """Ask for a new form's title and pattern, and make it."""
        library = self._shelf.library
        usable = [one for one in listed_forms(library) if one.form_id in library.ids and one.form_id != "list"]
        start = pattern if pattern in [one.form_id for one in usable] else usable[0].form_id
        asked = (
            Asked(name="title", title=self.tr("表名"), required=True, width=20, limit=40),
            Asked(
                name="pattern",
                title=self.tr("照哪一张做"),
                kind=Asks.CHOICE,
                required=True,
                choices=[Choice(one.form_id, one.title) for one in usable],
                start=start,
                width=20,
            ),
            Asked(name="code", title=self.tr("表单编号"), start="BG-ZD-001", limit=24),
            Asked(name="prefix", title=self.tr("编号前缀"), width=5, limit=4,
                  note=self.tr("照申请单做时用，两到四个大写字母；空着由程序定")),
        )  # fmt: skip
        job = FormJob(save=lambda values, _yes: self._create(values), title=self.tr("新建"), icon="file-plus")
        dialog = RecordForm(
            self.tr("新建表单"), asked, job, self._prompter, today=lambda: datetime.now(UTC).date(), size=(620, 330),
            key="new_form", parent=self._window,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self.changed.emit(dialog.result_value))
        dialog.open()

    def ask_to_leave(self, title: str) -> str | None:
        """Ask what becomes of changes that were not kept: save, drop, or None to stay."""
        ways = (Choice("save", self.tr("保存")), Choice("drop", self.tr("放弃改动")))
        return self._prompter.choose(self.tr("“{title}”的改动还没有保存。").format(title=title), ways)

    def ask_to_remove(self, title: str) -> bool:
        """Ask before a whole section goes."""
        return self._prompter.confirm(self.tr("去掉这一部分：{title}？").format(title=title), self.tr("去掉"))

    def _create(self, values: Mapping[str, Any]) -> str:
        library = self._shelf.library
        prefix = str(values["prefix"]).upper() or free_prefix(values["title"], library.prefixes)
        try:
            return self._shelf.create(values["pattern"], values["title"], values["code"], prefix).spec.id
        except UserError as error:
            at_prefix = str(error.values.get("place", "")).endswith("prefix")
            raise UserError(error.template, field="prefix" if at_prefix else None, **error.values) from error

    def _save_pledge(self, form_id: str, text: str, question: NeedsConfirmation) -> bool | DeskError:
        rev = str(question.values["rev"])
        ways = (
            Choice("raise", self.tr("改为 {rev} 并保存").format(rev=next_rev(rev))),
            Choice("keep", self.tr("仍是 {rev}，只改了错字").format(rev=rev)),
        )
        match self._prompter.choose(said(question), ways):
            case "raise":
                return self.save(form_id, with_next_pledge(text))
            case "keep":
                return self.save(form_id, text, frozenset({PLEDGE}))
        return False

    def _say_taken(self, taken: Imported) -> None:
        count, titles = len(taken.taken), "、".join(taken.taken)
        sentence = self.tr("导入了 {count} 张：{titles}。").format(count=count, titles=titles)
        if not taken.taken:
            sentence = self.tr("没有导入表单。")
        if refused := "\n".join(f"{one.name}：{one.reason}" for one in taken.refused):
            self._prompter.warn(sentence, self.tr("没有收下的：\n{list}").format(list=refused))
        else:
            self._prompter.inform(sentence)

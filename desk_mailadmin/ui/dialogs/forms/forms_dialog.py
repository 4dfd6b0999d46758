"""The forms' editor: all forms, the parts of the chosen one, what is entered in them, and the sheet as it will be."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from desk_mailadmin.documents.form_words import section_title
from desk_mailadmin.documents.shapes import FormFault
from desk_mailadmin.form_shelf import FormShelf
from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.ui.dialogs.forms.edited import Edited, Part, part_of
from desk_mailadmin.ui.dialogs.forms.form_deeds import FormDeeds
from desk_mailadmin.ui.dialogs.forms.form_list import FormList, PartList
from desk_mailadmin.ui.dialogs.forms.form_states import listed_forms, state_of
from desk_mailadmin.ui.dialogs.forms.notice import FormNotice
from desk_mailadmin.ui.dialogs.forms.part_form import FILLED, BlocksForm, Surroundings
from desk_mailadmin.ui.dialogs.forms.picture import FormPicture
from desk_mailadmin.ui.dialogs.forms.placeholders import PlaceholderButton
from desk_mailadmin.ui.dialogs.forms.source import SourceEdit
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, column, holding, label, on_click, row, scrolled
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import said

_ENTRIES, _SOURCE = 0, 1
_LONGEST_FAULT = 54
_SHARES = (292, 570, 480)


class FormsDialog(DialogFrame):
    """Edits the office's own versions of forms; a shipped form can only be looked at until it is copied."""

    def __init__(
        self,
        shelf: FormShelf,
        prompter: Prompter,
        *,
        memory: Memory | None = None,
        form_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", (1340, 760), memory=memory, parent=parent)
        self.setWindowTitle(self.tr("表单"))
        self._shelf = shelf
        self.fault: DeskError | None = None
        self.page: BlocksForm | None = None
        self.edited = Edited("", "")
        self.deeds = FormDeeds(shelf, prompter, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_fault(None)
        self.show_form(form_id or self._first())

    # what is shown

    def show_form(self, form_id: str) -> None:
        """Show a form as it is kept; what was entered in another is let go."""
        if form_id != self.edited.form_id:
            self.picture.clear()  # the picture of another form would mislead
        was_readable = self.edited.is_readable
        self.edited = Edited(form_id, self._shelf.text(form_id))
        self.forms.show_forms(listed_forms(self._shelf.library), form_id)
        known = self._shelf.known_data(form_id)
        self._around = Surroundings(known, locked=self.is_locked)
        self.placeholders.offer(known)
        self.notice.show_form(form_id)
        self._show_head()
        self._show_source()
        self._show_parts(-1)
        self.tabs.setTabEnabled(_ENTRIES, self.edited.is_readable)
        if self.edited.is_readable != was_readable:
            self.tabs.setCurrentIndex(_ENTRIES if self.edited.is_readable else _SOURCE)
        self._changed()

    @property
    def is_locked(self) -> bool:
        """Whether the form can only be looked at."""
        return not self._shelf.library.own_files(self.edited.form_id)

    def save(self) -> None:
        """Keep the form as it stands, if it can be used; what hinders is said beside its entry."""
        self._take_source()
        kept = self.deeds.save(self.edited.form_id, self.edited.text)
        if isinstance(kept, DeskError):
            self._show_fault(kept)
            self.go_to_fault()
        elif kept:
            self._take_kept()
            self.told.setText(self.tr("已保存，从现在起打印用这一版。"))

    def go_to_fault(self) -> None:
        """Put the cursor where the form is at fault."""
        if not isinstance(self.fault, FormFault):
            return
        place, path = part_of(self.fault.path)
        is_in_parts = self.edited.is_readable and bool(self.fault.path)
        if is_in_parts and self.tabs.currentIndex() == _ENTRIES:
            self.parts.choose(place)
            if self.page and self.page.show_fault(path, self.fault.sentence, go=True):
                return
        if self.fault.line:
            self.tabs.setCurrentIndex(_SOURCE)
            self.source.go_to(self.fault.line)
            self.source.setFocus()

    def may_leave(self) -> bool:
        """Say whether the form may be left; what was not kept is asked about, and kept if the clerk says so."""
        self._take_source()
        if not self.edited.is_changed:
            return True
        match self.deeds.ask_to_leave(self._title()):
            case "save":
                self.save()
                return not self.edited.is_changed
            case "drop":
                return True
        return False

    def reject(self) -> None:
        """Close; asks only if something was not kept."""
        if self.may_leave():
            super().reject()

    def done(self, result: int) -> None:
        self.picture.stop()
        super().done(result)

    # how it is built

    def _make_parts(self) -> None:
        self.forms, self.parts = FormList(), PartList()
        self.title, self.code = label("", "h1"), label("", "small")
        self.compare, self.reset = Button(self.tr("比较…"), "columns-3"), Button(self.tr("改用随程序的…"), "undo-2")
        self.notice = FormNotice(self._shelf, self.deeds)
        self.source = SourceEdit()
        self.source.setProperty(FILLED, True)
        self.tabs = QTabWidget()
        self.placeholders = PlaceholderButton(self.tabs)
        self.picture = FormPicture(
            lambda form, text, blank, data: self._shelf.picture(form, text, blank=blank, data=data)
        )
        self.fault_icon = IconLabel(16, "circle-alert", "red")
        self.fault_link = Button("", kind="link")
        self.told = label("", "small")
        self.new, self.take_in = Button(self.tr("新建表单…"), "file-plus"), Button(self.tr("导入…"), "download")
        self.export = Button(self.tr("导出…"), "upload")
        self.close_button = Button(self.tr("关闭"))
        self.save_button = Button(self.tr("保存"), "save", "primary")

    def _lay_out(self) -> None:
        self._page_room: QVBoxLayout = column(margins=(12, 8, 12, 8))
        self.tabs.addTab(scrolled(holding(self._page_room)), self.tr("内容"))
        self.tabs.addTab(self.source, self.tr("源文件"))
        lists = QSplitter(Qt.Orientation.Vertical)
        lists.addWidget(self.forms)
        lists.addWidget(self.parts)
        lists.setSizes([300, 340])
        lists.setChildrenCollapsible(False)
        tools = row(self.placeholders, self.compare, self.reset, spacing=6)
        self.tabs.setCornerWidget(holding(tools))
        head = row(self.title, self.code, None, spacing=8)
        middle = column(head, self.notice, spacing=8, margins=(10, 10, 8, 6))
        middle.addWidget(self.tabs, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        for part in (holding(column(lists, margins=(12, 10, 4, 6))), holding(middle), self.picture):
            across.addWidget(part)
        for place, share in enumerate(_SHARES):
            across.setStretchFactor(place, share)
        across.setSizes(list(_SHARES))
        across.setChildrenCollapsible(False)
        self.on_keys("Ctrl+S", self.save_button)
        self.make_primary(self.save_button)
        self.save_button.setToolTip("Ctrl+S")
        self.lay_out(
            across, self.new, self.take_in, self.export, 8, self.fault_icon, self.fault_link, self.told, None,
            self.close_button, self.save_button,
        )  # fmt: skip

    def _connect(self) -> None:
        self.forms.chosen.connect(self._leave_for)
        self.parts.chosen.connect(self._show_page)
        self.parts.wants_new.connect(self._add_part)
        self.parts.wants_move.connect(self._move_part)
        self.parts.wants_removal.connect(self._remove_part)
        self.tabs.currentChanged.connect(self._turn_to)
        self.source.textChanged.connect(self._typed)
        self.picture.drawn.connect(lambda: self._show_fault(None))
        self.picture.refused.connect(self._show_fault)
        self.deeds.changed.connect(self.show_form)
        on_click(self.compare, lambda: self.deeds.compare(self.edited.form_id))
        on_click(self.reset, self._reset)
        on_click(self.new, self._new)
        on_click(self.take_in, self._import)
        on_click(self.export, lambda: self.deeds.export(self.edited.form_id))
        on_click(self.fault_link, self.go_to_fault)
        on_click(self.close_button, self.reject)
        on_click(self.save_button, self.save)

    # what changes

    def _take_kept(self) -> None:
        """Go on with what was kept; the entries stay as they are, with their undo, unless a revision was raised."""
        form_id, place, kept = self.edited.form_id, self.parts.place, self._shelf.text(self.edited.form_id)
        if kept != self.edited.text:
            self.show_form(form_id)
            self.parts.choose(place)
            return
        self.edited.kept = kept
        self.forms.show_forms(listed_forms(self._shelf.library), form_id)
        self.notice.show_form(form_id)
        self._show_head()

    def _leave_for(self, form_id: str) -> None:
        if form_id == self.edited.form_id:
            return
        if self.may_leave():
            self.show_form(form_id)
        else:
            QTimer.singleShot(0, self, self._stay)  # the list is still moving its cursor

    def _stay(self) -> None:
        self.forms.show_forms(listed_forms(self._shelf.library), self.edited.form_id)

    def _show_page(self, place: int) -> None:
        while item := self._page_room.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.placeholders.forget()
        self.page = None
        part = self.edited.part(place)
        if part is not None:
            self.page = BlocksForm(part.blocks, part.body, self._around)
            self.page.changed.connect(self._take_page)
            self._page_room.addWidget(self.page)
        self._page_room.addStretch(1)
        self.parts.show_parts(self.edited.parts, place, locked=self._around.locked)
        self._draw()

    def _take_page(self) -> None:
        if self.page is None:
            return
        place = self.parts.place
        self.edited.put(place, self.page.value())
        self.parts.show_parts(self.edited.parts, place, locked=self._around.locked)
        self._show_source()
        self._changed()

    def _add_part(self, kind: str) -> None:
        place = max(0, self.parts.place + 1) if self.parts.place >= -1 else len(self.edited.parts) - 2
        self.edited.add(kind, place)
        self._after_parts(place)

    def _move_part(self, by: int) -> None:
        place = self.parts.place
        self.edited.move(place, place + by)
        self._after_parts(place + by)

    def _remove_part(self) -> None:
        place = self.parts.place
        part = self.edited.part(place)
        if part is not None and self.deeds.ask_to_remove(section_title(part.body)):
            self.edited.remove(place)
            self._after_parts(max(0, place - 1))

    def _after_parts(self, place: int) -> None:
        self._show_source()
        self._show_parts(place)
        self._changed()

    def _show_parts(self, place: int) -> None:
        self.parts.show_parts(self.edited.parts, place, locked=self._around.locked)
        self._show_page(place)

    def _turn_to(self, tab: int) -> None:
        if tab == _ENTRIES:
            place = self.parts.place
            self._take_source()
            if not self.edited.is_readable:
                self.tabs.setCurrentIndex(_SOURCE)
                return
            self._show_parts(place if self.edited.part(place) else -1)
        elif isinstance(self.fault, FormFault) and self.fault.line:
            self.source.go_to(self.fault.line)

    def _typed(self) -> None:
        if self.tabs.currentIndex() == _SOURCE:
            self.edited.retype(self.source.toPlainText())
            self.tabs.setTabEnabled(_ENTRIES, self.edited.is_readable)
            self._changed()

    def _take_source(self) -> None:
        if self.tabs.currentIndex() == _SOURCE and self.source.toPlainText() != self.edited.text:
            self.edited.retype(self.source.toPlainText())

    def _show_source(self) -> None:
        if self.source.toPlainText() != self.edited.text:
            self.source.blockSignals(True)
            self.source.setPlainText(self.edited.text)
            self.source.blockSignals(False)
        self.source.setReadOnly(self.is_locked)

    def _changed(self) -> None:
        """Show what follows from a change: the picture anew, whether there is something to keep."""
        self.told.setText(self.tr("改动还没有保存。") if self.edited.is_changed else "")
        self.save_button.setEnabled(not self.is_locked)
        self._draw()

    def _draw(self) -> None:
        part = self.edited.part(self.parts.place)
        self.picture.show_form(self.edited.form_id, self.edited.text, _variant(part))

    def _show_fault(self, fault: DeskError | None) -> None:
        self.fault = fault
        if self.page:
            self.page.forget_fault()
        for widget in (self.fault_icon, self.fault_link):
            widget.setVisible(fault is not None)
        sentence = _short(fault) if fault else ""
        self.fault_link.say(sentence if len(sentence) <= _LONGEST_FAULT else sentence[:_LONGEST_FAULT] + "…")
        self.fault_link.setToolTip(said(fault) if fault else "")
        self.told.setVisible(fault is None)
        self.source.mark(fault.line if isinstance(fault, FormFault) else 0)
        if isinstance(fault, FormFault) and self.page:
            place, path = part_of(fault.path)
            if place == self.parts.place:
                self.page.show_fault(path, fault.sentence, go=False)

    def _show_head(self) -> None:
        library, form_id = self._shelf.library, self.edited.form_id
        self.title.setText(self._title())
        spec = library.form(form_id).spec if form_id in library.ids else None
        self.code.setText(f"{spec.code}　{spec.rev}" if spec else "")
        own = state_of(library, form_id).key != "shipped"
        self.compare.setVisible(own and library.shipped(form_id) is not None)
        self.reset.setVisible(own)
        self.reset.say(self.tr("改用随程序的…") if library.shipped(form_id) else self.tr("停用…"))

    def _title(self) -> str:
        library, form_id = self._shelf.library, self.edited.form_id
        return library.form(form_id).spec.title if form_id in library.ids else form_id

    def _first(self) -> str:
        """Return the form to begin with: one that cannot be used, one whose base changed, else the first."""
        library = self._shelf.library
        asking = [problem.form for problem in library.problems if problem.form] + [one.form for one in library.outdated]
        return next(iter(asking), library.ids[0])

    def _reset(self) -> None:
        self.deeds.reset(self.edited.form_id, self._title())

    def _new(self) -> None:
        if self.may_leave():
            self.deeds.new(self.edited.form_id)

    def _import(self) -> None:
        if self.may_leave():
            self.deeds.take_in(self.edited.form_id)


def _short(fault: DeskError) -> str:
    """Return what is wrong without the file's name, which stands over the entries."""
    if not isinstance(fault, FormFault):
        return said(fault)
    return f"第 {fault.line} 行　{fault.sentence}" if fault.line else fault.sentence


def _variant(part: Part | None) -> dict[str, object]:
    """Return the data under which a part appears on the sheet, so that the picture shows what is being edited."""
    when = part.body.get("when") if part and part.place >= 0 else None
    if not isinstance(when, dict) or "field" not in when:
        return {}
    wanted = when.get("is", "")
    return {when["field"]: wanted if isinstance(wanted, str) else next(iter(wanted), "")}

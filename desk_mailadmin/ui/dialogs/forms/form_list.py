"""All forms of the desk at the left of the editor, each with its state; below them the parts of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListWidget, QMenu, QTableView, QToolButton, QWidget

from desk_mailadmin.documents.form_words import SECTION_TITLES
from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.chip_delegate import ChipDelegate
from desk_mailadmin.ui.dialogs.forms.blocks import FRESH
from desk_mailadmin.ui.dialogs.forms.edited import APPLICATION_PART, HEAD_PART, Part
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, IconButton, column, label, on_click, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.icons import icon
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.table_model import CellRole

SHIPPED = State("shipped", QT_TRANSLATE_NOOP("desk", "随程序"), Tone.GREY, "file-text")
OWN = State("own", QT_TRANSLATE_NOOP("desk", "本单位"), Tone.BLUE, "pencil")
OUTDATED = State("outdated", QT_TRANSLATE_NOOP("desk", "有新版"), Tone.AMBER, "triangle-alert")
BROKEN = State("broken", QT_TRANSLATE_NOOP("desk", "用不了"), Tone.RED, "file-x")

_ID, _PLACE = int(Qt.ItemDataRole.UserRole) + 40, int(Qt.ItemDataRole.UserRole)


class Listed(Struct, frozen=True):
    """A form in the list."""

    form_id: str
    title: str
    code: str
    state: State


class FormList(QTableView):
    """The forms; ``chosen`` carries the id when another one is taken."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self._model = QStandardItemModel(0, 2, self)
        self.setModel(self._model)
        self.setItemDelegate(ChipDelegate(self))
        self.setAccessibleName(self.tr("表单"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, chars(self, 6))
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.75))
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_forms(self, forms: Sequence[Listed], chosen: str) -> None:
        """Show these forms with one of them chosen, without sending ``chosen``."""
        self._quiet = True
        rows = [_row_of(form) for form in forms]
        if list(self.states()) != [form.form_id for form in forms]:
            self._model.setRowCount(0)
            for made in rows:
                self._model.appendRow(made)
        else:  # the list is not built anew under the cursor
            for number, made in enumerate(rows):
                for place, item in enumerate(made):
                    self._model.setItem(number, place, item)
        self.choose(chosen)
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen form in sight where the window becomes lower."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def choose(self, form_id: str) -> None:
        """Make a form the current one."""
        for number in range(self._model.rowCount()):
            if self._model.item(number).data(_ID) == form_id:
                self.selectRow(number)
                self.setCurrentIndex(self._model.index(number, 0))
                self.scrollTo(self._model.index(number, 0))

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self.chosen.emit(now.siblingAtColumn(0).data(_ID))

    def states(self) -> dict[str, str]:
        """Return the state each form is shown in, by id."""
        rows = range(self._model.rowCount())
        return {self._model.item(n).data(_ID): self._model.item(n, 1).text() for n in rows}


def _row_of(form: Listed) -> list[QStandardItem]:
    title, state = QStandardItem(form.title), QStandardItem(shown(form.state.title))
    title.setData(form.form_id, _ID)
    title.setToolTip(f"{form.title}\n{form.code}".strip())
    title.setData(f"{form.title}，{form.code}，{shown(form.state.title)}", Qt.ItemDataRole.AccessibleTextRole)
    state.setData(form.state, CellRole.CHIP)
    return [title, state]


class PartList(QWidget):
    """The parts of a form: ``chosen`` carries the place; the buttons ask to add, move and remove sections."""

    chosen = Signal(int)
    wants_new = Signal(str)
    wants_move = Signal(int)
    wants_removal = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("各部分"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add = QToolButton()
        self.add.setText(self.tr("加一部分"))
        self.add.setIcon(icon("plus"))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setProperty("more", "1")
        self.add.setMinimumHeight(FIELD_HEIGHT)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(self._kinds())
        self.up = IconButton("arrow-up", self.tr("上移这部分"))
        self.down = IconButton("arrow-down", self.tr("下移这部分"))
        self.away = IconButton("trash-2", self.tr("去掉这部分"))
        on_click(self.up, lambda: self.wants_move.emit(-1))
        on_click(self.down, lambda: self.wants_move.emit(1))
        on_click(self.away, self.wants_removal.emit)
        tools = row(self.add, None, self.up, self.down, self.away, spacing=2)
        self.setLayout(column(label(self.tr("各部分"), "h2"), self.list, tools, spacing=6))
        self.list.currentRowChanged.connect(self._tell)

    @property
    def place(self) -> int:
        """The place of the chosen part."""
        chosen = self.list.currentRow()
        return int(self.list.item(chosen).data(_PLACE)) if chosen >= 0 else HEAD_PART

    def show_parts(self, parts: Sequence[Part], place: int, *, locked: bool) -> None:
        """Show the parts with one of them chosen, without sending ``chosen``."""
        self.list.blockSignals(True)
        self.list.clear()
        for part in parts:
            self.list.addItem(self._title_of(part))
            self.list.item(self.list.count() - 1).setData(_PLACE, part.place)
            self.list.item(self.list.count() - 1).setToolTip(self._title_of(part))
        rows = [number for number, part in enumerate(parts) if part.place == place]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.blockSignals(False)
        self._unlock(sum(part.place >= 0 for part in parts), locked=locked)

    def choose(self, place: int) -> None:
        """Make the part at that place the chosen one."""
        for number in range(self.list.count()):
            if self.list.item(number).data(_PLACE) == place:
                self.list.setCurrentRow(number)

    def _kinds(self) -> QMenu:
        menu = QMenu(self)
        for kind in FRESH:
            menu.addAction(SECTION_TITLES[kind]).triggered.connect(lambda *_, one=kind: self.wants_new.emit(one))
        return menu

    def _title_of(self, part: Part) -> str:
        named = {HEAD_PART: self.tr("表头"), APPLICATION_PART: self.tr("申请的登记和签字")}
        return named.get(part.place) or f"{part.place + 1}. {part.title}"

    def _unlock(self, sections: int, *, locked: bool) -> None:
        place = self.place
        self.add.setEnabled(not locked)
        self.up.setEnabled(not locked and place > 0)
        self.down.setEnabled(not locked and 0 <= place < sections - 1)
        self.away.setEnabled(not locked and place >= 0 and sections > 1)

    def _tell(self) -> None:
        self.chosen.emit(self.place)

"""Choosing a person (or anything found by a few letters): a line to type in and a list under it (UI.md 7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.entered_text import entered_line
from desk_mailadmin.ui.dialogs.field import Check, Field
from desk_mailadmin.ui.dialogs.hit_delegate import HitDelegate
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, column, keep_left, label, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.icons import icon

_PAUSE = 50  # milliseconds between the last key and the question
_ROWS = 8
_Index = QModelIndex | QPersistentModelIndex


class Hit(Struct, frozen=True):
    """One find: what is bold, how it is read, where it belongs, its numbers; ``disabled`` says why it cannot be taken.

    A locked find is still shown: a leaver explains why an address is taken.
    """

    id: int
    title: str
    subtitle: str = ""
    reading: str = ""
    code: str = ""
    disabled: str = ""

    def sentence(self) -> str:
        """Return the find as a screen reader says it."""
        return "，".join(filter(None, (self.title, self.subtitle, self.code, self.disabled)))


class HitModel(QAbstractListModel):
    """The finds; ``UserRole`` gives the Hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show other finds."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return hit.sentence()
        return hit.disabled or None if role == Qt.ItemDataRole.ToolTipRole else None


class ListLook(Struct, frozen=True):
    """How wide the list and its first column are, in Chinese characters."""

    width: int
    title: int


OF_PEOPLE, OF_THINGS = ListLook(36, 5), ListLook(46, 22)


class HitList(QFrame):
    """The list under the line; it never takes the cursor, so that typing goes on."""

    chosen = Signal(object)

    def __init__(self, hints: str, window: QWidget, look: ListLook = OF_PEOPLE) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self.setProperty("popup", "1")
        self.model = HitModel(self)
        self.view = QListView()
        self.view.setProperty("flat", "1")
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitDelegate(self.view, look.title))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._take)
        self.nothing = label(self.tr("没有找到"), "muted")
        self.nothing.setContentsMargins(10, 8, 10, 8)
        band = QFrame()
        band.setProperty("band", "1")
        band.setLayout(row(label(hints, "small"), None, margins=(10, 3, 10, 3)))
        self.setLayout(column(self.view, self.nothing, band, spacing=0, margins=(1, 1, 1, 1)))
        self.hide()

    def open_below(self, edit: QLineEdit, hits: Sequence[Hit]) -> None:
        """Show the finds under ``edit``, the first that can be taken marked."""
        self.model.show_hits(hits)
        self.view.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        height = self.view.sizeHintForRow(0) * min(len(hits), _ROWS) + 2
        self.view.setFixedHeight(max(height, 0))
        self.setFixedWidth(min(chars(self, self._look.width), self._window.width() - 20))
        self.adjustSize()
        below = edit.mapTo(self._window, QPoint(0, edit.height() + 2))
        self.move(min(below.x(), self._window.width() - self.width() - 4), below.y())
        self.show()
        self.raise_()
        self._mark(next((place for place, hit in enumerate(hits) if not hit.disabled), 0))

    def step(self, by: int) -> None:
        """Mark the next or the previous find."""
        self._mark(self.view.currentIndex().row() + by)

    def take_marked(self) -> None:
        """Take the marked find."""
        self._take(self.view.currentIndex())

    def _mark(self, place: int) -> None:
        count = self.model.rowCount()
        if count:
            self.view.setCurrentIndex(self.model.index(min(max(place, 0), count - 1)))

    def _take(self, index: QModelIndex) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, Hit) and not hit.disabled:
            self.chosen.emit(hit)


class PersonField(Field):
    """Asks for a person; the value is the id. ``picked`` carries the Hit, ``add_missing`` is what F3 does.

    ``browse`` lists what there is before anything was typed, for things that are few and have longer names than people.
    """

    picked = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        find: Callable[[str], Sequence[Hit]],
        *,
        add_missing: Callable[[str], Hit | None] | None = None,
        required: bool = False,
        checks: Sequence[Check] = (),
        hint: str = "",
        width: float = 14,
        browse: bool = False,
    ) -> None:
        super().__init__(name, title, required=required, checks=checks, hint=hint)
        self._find, self._add_missing, self._width, self._browse = find, add_missing, width, browse
        self._hit: Hit | None = None
        self._list: HitList | None = None
        self.edit = QLineEdit()
        self.edit.setMaxLength(60)
        self.edit.setMinimumHeight(FIELD_HEIGHT)
        self.setLayout(row(self.edit))
        self._adopt(self.edit)
        self._fit()
        if browse:
            self._offer_all()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look_up)
        self.edit.textEdited.connect(self._on_typed)

    @property
    def hit(self) -> Hit | None:
        """The chosen find."""
        return self._hit

    def value(self) -> int | None:
        """Return the id of the chosen find; UserError where something was typed but nothing chosen."""
        if self._hit is None and self.edit.text().strip():
            raise UserError(self.tr("还没有从列表中选定"))
        return self._hit.id if self._hit else None

    def set_value(self, value: Any) -> None:
        """Show a Hit; None (or anything that is no Hit) empties the field."""
        self._pause.stop()
        self._hit = value if isinstance(value, Hit) else None
        self.edit.setText(self._hit.title if self._hit else "")
        self.edit.setCursorPosition(0)
        self.changed.emit()

    def is_empty(self) -> bool:
        return self._hit is None and not self.edit.text().strip()

    def entry(self) -> int | None:
        return self._hit.id if self._hit else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._on_key(event):
            return True
        if event.type() == QEvent.Type.FocusOut and self._list:
            self._list.hide()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    def _offer_all(self) -> None:
        """Show at the end of the line that there is a list (Down opens it too)."""
        title = self.tr("列出全部")
        action = QAction(icon("chevron-down", "text2"), title, self.edit)
        action.triggered.connect(self._list_all)
        self.edit.addAction(action, QLineEdit.ActionPosition.TrailingPosition)

    def _list_all(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._opened().open_below(self.edit, self._find(""))

    def _fit(self) -> None:
        self.edit.setFixedWidth(chars(self, self._width) + 16)
        keep_left(self, self.edit)

    def _on_typed(self) -> None:
        self._hit = None
        self.changed.emit()
        self._pause.start()

    def _look_up(self) -> None:
        text = entered_line(self.edit.text()).text
        if text or self._browse:
            self._opened().open_below(self.edit, self._find(text))
        elif self._list:
            self._list.hide()

    def _opened(self) -> HitList:
        if self._list is None:
            hints = self.tr("↑↓ 选择　回车 确定　Esc 取消")
            hints += self.tr("　F3 新增人员") if self._add_missing else ""
            self._list = HitList(hints, self.window(), OF_THINGS if self._browse else OF_PEOPLE)
            self._list.chosen.connect(self._take)
        return self._list

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F3 and self._add_missing:
            self._add()
            return True
        if self.is_open and self._list:
            return self._on_list_key(event.key(), self._list)
        if event.key() == Qt.Key.Key_Down:
            if self._browse and self._hit:
                self._list_all()
            else:
                self._look_up()
            return True
        return False

    def _on_list_key(self, key: int, hits: HitList) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            hits.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            hits.take_marked()
        elif key == Qt.Key.Key_Escape:
            hits.hide()
        else:
            return False
        return True

    def _take(self, hit: Hit) -> None:
        if self._list:
            self._list.hide()
        self.set_value(hit)
        self.picked.emit(hit)

    def _add(self) -> None:
        added = self._add_missing(entered_line(self.edit.text()).text) if self._add_missing else None
        if added:
            self._take(added)

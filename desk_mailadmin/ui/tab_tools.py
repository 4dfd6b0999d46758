"""The tool row of a register: its own actions, what every register can do, search and columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desk_mailadmin.kernel.register import Action, Register
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.pieces import IconButton, row
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.icons import put_icon
from desk_mailadmin.ui.list_view import ALWAYS, ListView
from desk_mailadmin.ui.search_field import SearchField
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.side_panel import UNMASK_KEY
from desk_mailadmin.ui.tool_row import ActionButton, FoldingRow


class Tab(Protocol):
    """What the tools do with their tab."""

    search: SearchField
    view: ListView
    panel_key: str
    register: Register

    def refresh(self) -> None: ...
    def toggle_panel(self) -> None: ...
    def unmask(self) -> None: ...
    def go(self, by: int) -> None: ...
    def tick_all(self) -> None: ...
    def copy(self) -> None: ...
    def print_list(self) -> None: ...
    def export(self) -> None: ...


class TabTools(QWidget):
    """Makes the actions of a tab; ``menu(key)`` gives those that belong in a menu of the window."""

    def __init__(self, tab: Tab, own: Mapping[str, QAction], declared: Sequence[Action], hooks: Hooks) -> None:
        super().__init__()
        self._tab, self._own, self._declared = tab, own, declared
        self._taken = {action.shortcut for action in declared if action.shortcut}
        self._buttons: list[QAction] = []
        self._menus: dict[str, list[QAction]] = {
            "record": list(own.values()),
            "edit": [],
            "print": [],
            "view": [],
            "": [],
        }
        self._make(hooks)
        self._columns = IconButton("columns-3", self.tr("选择列"))
        self._columns.clicked.connect(
            lambda: self.choose_columns(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))
        )
        self._row = FoldingRow(self.tr("更多"))

    def _make(self, hooks: Hooks) -> None:
        tab = self._tab
        if hooks.export_list is not None:
            self.export = self.add("print", self.tr("导出 Excel…"), "file-spreadsheet", "Ctrl+E", tab.export)
        if hooks.print_list is not None:
            self.print = self.add("print", self.tr("打印列表…"), "printer", "Ctrl+P", tab.print_list)
        self.add("edit", self.tr("复制"), "copy", "Ctrl+C", tab.copy)
        self.add("edit", self.tr("全部勾选"), "list-checks", "Ctrl+A", tab.tick_all)
        self.add("edit", self.tr("在本页查找"), "search", "Ctrl+F", self._find)
        self.add("view", self.tr("上一条"), "arrow-up", "Alt+Up", lambda: tab.go(-1))
        self.add("view", self.tr("下一条"), "arrow-down", "Alt+Down", lambda: tab.go(1))
        self.add("view", self.tr("详细资料"), "id-card", tab.panel_key, tab.toggle_panel)
        if tab.register.may_hide:
            self.add("view", self.tr("显示私人号码"), "eye", UNMASK_KEY, tab.unmask)
        self.add("view", self.tr("刷新"), "refresh-cw", "F5", tab.refresh)

    def add(self, menu: str, title: str, icon: str, key: str, do: Callable[[], object]) -> QAction:
        """Add an action of the tab itself to a menu of the window; those of ``print`` get a button."""
        action = QAction(title, self)
        put_icon(action, icon)
        if key not in self._taken:
            action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{title.removesuffix('…')}（{key}）" if key else title.removesuffix("…"))
        action.triggered.connect(lambda *_: do())
        self.addAction(action)
        self._menus[menu].append(action)
        return action

    def add_button(self, title: str, icon: str, key: str, do: Callable[[], object], *, menu: str = "view") -> QAction:
        """Add an action of the tab itself that has a button too; no ``menu`` for one that stands in a menu already."""
        action = self.add(menu, title, icon, key, do)
        self._buttons.append(action)
        return action

    def lay_out(self, search: SearchField, *title: QWidget) -> None:
        """Lay the row out, once: a title, if the tab has one, the actions, then search and columns at its end."""
        self._row.fill(self._pairs(), self._late())
        box: QHBoxLayout = row(*title, self._row, search, self._columns)
        box.setStretch(len(title), 1)
        self.setLayout(box)

    def menu(self, key: str) -> list[QAction]:
        """Return the actions that belong in that menu of the window."""
        return self._menus.get(key, [])

    def fold_late(self, fold: bool) -> None:
        """Fold what is secondary into 更多."""
        self._row.set_fold_late(fold)

    def _pairs(self) -> list[tuple[QAction, ActionButton]]:
        ranked = sorted(self._declared, key=lambda action: (not action.primary, action.secondary))
        pairs = [(self._own[a.key], ActionButton(self._own[a.key], "primary" if a.primary else "")) for a in ranked]
        late = sum(action.secondary for action in self._declared)
        pairs[len(pairs) - late : len(pairs) - late] = [(action, ActionButton(action)) for action in self._buttons]
        return [*pairs, *((action, ActionButton(action)) for action in self._menus["print"])]

    def _late(self) -> list[QAction]:
        return [*(self._own[a.key] for a in self._declared if a.secondary), *self._menus["print"]]

    def _find(self) -> None:
        self._tab.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tab.search.selectAll()

    def choose_columns(self, at: QPoint) -> None:
        """Open the menu that shows and hides columns at a place of the screen."""
        menu = column_menu(self, self._tab.view)
        menu.exec(at)
        menu.deleteLater()

    def choose_columns_here(self, _at: QPoint) -> None:
        """Open that menu where the mouse is."""
        self.choose_columns(self.cursor().pos())


_USUAL_COLUMNS = QT_TRANSLATE_NOOP("desk", "恢复列的默认样子")


def column_menu(parent: QWidget, view: ListView) -> QMenu:
    """Return the menu that shows and hides columns; state and number cannot be hidden."""
    menu = QMenu(parent)
    for place, part in enumerate(view.model().columns):  # type: ignore[attr-defined]  # its model is a RegisterModel
        entry = menu.addAction(shown(part.title) or part.key)
        entry.setCheckable(True)
        entry.setChecked(not view.isColumnHidden(place))
        entry.setEnabled(place >= ALWAYS)
        entry.toggled.connect(lambda on, n=place: view.show_column(n, shown=on))
    menu.addSeparator()
    menu.addAction(shown(_USUAL_COLUMNS)).triggered.connect(view.forget_columns)
    return menu

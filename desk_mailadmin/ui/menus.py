"""The menu bar: the window's own entries, those of the page in front, and those the program adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desk_mailadmin.kernel.register import Action
from desk_mailadmin.ui.hooks import MenuEntry
from desk_mailadmin.ui.icons import draw_icons, name_icon
from desk_mailadmin.ui.shown import shown

ORDER = ("file", "edit", "record", "print", "report", "tools", "view", "help")


class Menus(QObject):
    """Builds the menus and follows the page in front; every entry shows its key."""

    def __init__(
        self,
        window: QMainWindow,
        entries: Sequence[MenuEntry],
        run: Callable[[Action], None],
        locked: Callable[[Action], str],
    ) -> None:
        super().__init__(window)
        self._window, self._entries, self._run, self._locked = window, entries, run, locked
        titles = (
            self.tr("文件(&F)"), self.tr("编辑(&E)"), self.tr("记录(&R)"), self.tr("打印(&P)"),
            self.tr("报表(&B)"), self.tr("工具(&T)"), self.tr("查看(&V)"), self.tr("帮助(&H)"),
        )  # fmt: skip
        bar = window.menuBar()
        self._menus = {key: bar.addMenu(title) for key, title in zip(ORDER, titles, strict=True)}
        for menu in self._menus.values():
            menu.aboutToShow.connect(partial(_draw, menu))
        self._watched: list[tuple[QAction, Action]] = []
        self._offered: list[tuple[QAction, Callable[[], bool]]] = []
        self._own: dict[str, list[QAction | QMenu | None]] = {key: [] for key in ORDER}
        self._added = {key: self._added_to(key) for key in ORDER}

    def add(self, menu: str, title: str, sign: str, key: str, do: Callable[[], object]) -> QAction:
        """Add an entry of the window's own; its shortcut works everywhere in the window."""
        action = QAction(title, self._window)
        if sign:
            name_icon(action, sign)
        if key:
            action.setShortcut(QKeySequence(key))
        plain = title.removesuffix("…")
        action.setToolTip(f"{plain}（{key}）" if key else plain)
        action.triggered.connect(lambda *_: do())
        self._window.addAction(action)
        self._own[menu].append(action)
        return action

    def add_menu(self, menu: str, title: str, actions: Sequence[QAction]) -> None:
        """Add a menu within a menu."""
        inner = QMenu(title, self._window)
        inner.addActions(list(actions))
        self._own[menu].append(inner)

    def watch(self, offered: QAction, action: Action) -> None:
        """Keep an entry, or a button of the window, out of reach while its action is refused, now and after changes."""
        self._watched.append((offered, action))
        lock(offered, self._locked(action))

    def lock_again(self) -> None:
        """Learn that somebody else is at the desk, who may do more or less."""
        for offered, action in self._watched:
            lock(offered, self._locked(action))
        for entry, is_offered in self._offered:
            entry.setVisible(is_offered())

    def divide(self, menu: str) -> None:
        """Draw a line before the window's next own entry."""
        self._own[menu].append(None)

    def follow(self, of_page: Callable[[str], Sequence[QAction]]) -> None:
        """Fill the menus for the page in front; a menu without entries is left out of the bar."""
        for key, menu in self._menus.items():
            menu.clear()
            menu.addActions(list(of_page(key)))
            self._fill(menu, key)
            menu.menuAction().setVisible(not menu.isEmpty())

    def _fill(self, menu: QMenu, key: str) -> None:
        """Put the window's own entries and the program's; 退出 stands last, as everywhere."""
        parts: list[Sequence[QAction | QMenu | None]] = [self._own[key], self._added[key]]
        for entries in reversed(parts) if key == "file" else parts:
            if entries:
                self._put(menu, entries)

    def _put(self, menu: QMenu, entries: Sequence[QAction | QMenu | None]) -> None:
        if not menu.isEmpty() and entries:
            menu.addSeparator()
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(entry)

    def _added_to(self, key: str) -> list[QAction | QMenu | None]:
        """Return the program's entries of a menu, None where a line is drawn."""
        added: list[QAction | QMenu | None] = []
        for entry in self._entries:
            if entry.menu == key:
                added += [None, self._entry(entry)] if entry.divided else [self._entry(entry)]
        return added

    def _entry(self, entry: MenuEntry) -> QAction:
        action = QAction(shown(entry.action.title), self._window)
        name_icon(action, entry.action.icon)
        action.setObjectName(entry.action.key)
        if entry.action.shortcut:
            action.setShortcut(QKeySequence(entry.action.shortcut))
        action.setToolTip(shown(entry.action.title).removesuffix("…"))
        self.watch(action, entry.action)
        self._offered.append((action, entry.offered))
        action.setVisible(entry.offered())
        action.triggered.connect(lambda *_: self._run(entry.action))
        self._window.addAction(action)
        return action


def lock(action: QAction, reason: str) -> None:
    """Take an entry out of reach and let it say why; an empty reason puts it within reach."""
    plain = action.toolTip().removesuffix(f"：{action.statusTip()}")
    action.setEnabled(not reason)
    action.setToolTip(f"{plain}：{reason}" if reason else plain)
    action.setStatusTip(reason)


def _draw(menu: QMenu) -> None:
    """Draw the icons of a menu that is opened; the start needs none of them (SPEED a)."""
    draw_icons(menu.actions())

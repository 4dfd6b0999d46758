"""The main window: 今日, a tab for every register it is given, menus, search, status bar. It knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.register import Action, Register, Scope
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.dialogs.pieces import column, holding
from desk_mailadmin.ui.global_search import GlobalSearch, Hit, find
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.icons import icon
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.menus import Menus, lock
from desk_mailadmin.ui.notices import Notices
from desk_mailadmin.ui.progress import Work
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.status_line import StatusLine, choices_of
from desk_mailadmin.ui.tab_page import TabPage, TabSpec
from desk_mailadmin.ui.theme import USUAL as USUAL_POINTS
from desk_mailadmin.ui.theme import Scheme, Theme
from desk_mailadmin.ui.today import Today

if TYPE_CHECKING:
    from desk_mailadmin.ui.register_tab import RegisterTab

SMALLEST = (1080, 540)
USUAL = (1366, 697)
NO_ICONS = 1340  # px of width under which tabs show no icons
NARROW = 1180
TAB_ICON = 17
OFFERS = 4
_BARE = 2  # characters: a title of no more is a verb alone (新建) and needs its register
PAUSE = 120  # ms that changes are gathered before badges are counted


class MainWindow(QMainWindow):
    """Holds the pages and leads the clerk between them.

    ``told`` carries what changed into the window's thread: an import commits in another one.
    """

    told = Signal(str)

    def __init__(
        self,
        tabs: Sequence[TabSpec],
        bench: WindowBench,
        hooks: Hooks,
        theme: Theme,
        settings: QSettings,
        changes: Changes,
    ) -> None:
        super().__init__()
        self._bench, self._hooks, self._theme = bench, hooks, theme
        self._memory = Memory(settings, "window/")
        self._wide, self._closed, self.ends = True, False, False
        self._told_of = hooks.last_deed()
        self._registers = [register for tab in tabs for register in tab.registers]
        bench.window = self
        self.setObjectName("mainWindow")
        self.setMinimumSize(*SMALLEST)
        self.status = StatusLine(theme)
        self.setStatusBar(self.status)
        self._make_pages(tabs)
        self._make_menus()
        self.notices = Notices()
        box = column(self.notices, self.tabs, spacing=0)
        box.setStretch(1, 1)
        self.setCentralWidget(holding(box))
        self._connect(changes)
        self.show_place()
        self._restore()
        self.notices.show_drafts(hooks.drafts(), self._bench.run)

    # making it

    def _make_pages(self, tabs: Sequence[TabSpec]) -> None:
        self.tabs = QTabWidget()
        self.tabs.setObjectName("main")
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.search = GlobalSearch(lambda text: self._bench.run(lambda: self._find(text)) or [])
        self.tabs.setCornerWidget(holding(column(self.search, margins=(0, 2, 12, 2))))
        self.today = Today(self._todos, self._bench, self._hooks, self.do_todo, self.show_record)
        self.tabs.addTab(self.today, self.tr("今日"))
        self._icons = ["sun", *(tab.icon for tab in tabs)]
        self._titles = [self.tr("今日"), *(shown(tab.title) for tab in tabs)]
        self._badges: dict[str, str] = {}
        self.pages: list[TabPage] = []
        for tab in tabs:
            page = TabPage(tab, self._make_tab, self._look)
            self.pages.append(page)
            self.tabs.addTab(page, shown(tab.title))

    def _make_tab(self, register: Register) -> RegisterTab:
        from desk_mailadmin.ui.tab_kinds import tab_for  # no list is seen at the start (SPEED a)

        memory = self._memory.under(f"register/{register.key}")
        service = self._bench.services[register.key]
        tab = tab_for(register, service, self._bench, self._hooks, memory, self._theme.row_px())
        tab.adapt(self._room(), self._theme.row_px())
        return tab

    def _offers(self) -> list[QAction]:
        made = []
        for register, action in self._commonest():
            title = shown(action.title).removesuffix("…")
            words = title if len(title) > _BARE or shown(register.title) in title else f"{title}{shown(register.title)}"
            offer = QAction(f"{words}…", self)
            offer.setToolTip(words)
            offer.setProperty("iconName", action.icon)
            self.menus.watch(offer, action)
            offer.triggered.connect(self._starting(action))
            made.append(offer)
        return made

    def _commonest(self) -> list[tuple[Register, Action]]:
        first = {register.key: (register, action) for register in self._registers for action in register.actions
                 if action.primary and action.scope is Scope.LIST}  # fmt: skip
        keys = self._hooks.commonest or tuple(first)
        return [first[key] for key in keys if key in first][:OFFERS]

    def _make_menus(self) -> None:
        self.menus = Menus(self, self._hooks.entries, lambda action: self._bench.do(action, ()), self._bench.locked)
        add = self.menus.add
        if self._hooks.undo is not None:
            lock(add("edit", self.tr("撤销"), "undo-2", "Ctrl+Z", self.undo), self._bench.read_only)
        if self._hooks.redo is not None:
            lock(add("edit", self.tr("重做"), "redo-2", "Ctrl+Y", self.redo), self._bench.read_only)
        add("edit", self.tr("找人、编号、分机"), "search", "Ctrl+K", self._start_search)
        add("view", self.tr("放大"), "zoom-in", "Ctrl++", lambda: self._theme.zoom_by(1))
        add("view", self.tr("缩小"), "zoom-out", "Ctrl+-", lambda: self._theme.zoom_by(-1))
        add("view", self.tr("原大小"), "maximize", "Ctrl+0", lambda: self._theme.zoom_to(USUAL_POINTS))
        self._add_schemes()
        add("view", self.tr("恢复默认布局"), "rotate-ccw", "", self.forget_layout)
        self.menus.divide("view")
        add("view", self.tr("后一页"), "chevron-right", "Ctrl+Tab", lambda: self.go_tab(self.tabs.currentIndex() + 1))
        add("view", self.tr("下一区"), "columns-3", "Ctrl+F6", self._next_pane)
        for place, title in enumerate(self._titles[:9]):
            add("view", title, "", f"Ctrl+{place + 1}", partial(self.go_tab, place))
        add("help", self.tr("快捷键…"), "keyboard", "F1", self._show_keys)
        self.menus.divide("file")
        add("file", self.tr("退出"), "log-out", "Ctrl+Q", self.leave)
        self.today.offer(self._offers())

    def _add_schemes(self) -> None:
        names = {Scheme.SYSTEM: self.tr("跟随系统"), Scheme.LIGHT: self.tr("浅色"), Scheme.DARK: self.tr("深色")}
        actions = choices_of(self, names, self._theme.choose_scheme)
        actions[self._theme.scheme].setChecked(True)
        self.menus.add_menu("view", self.tr("外观"), list(actions.values()))

    def _connect(self, changes: Changes) -> None:
        self._changed = {register.key for register in self._registers}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._count_badges)
        self.told.connect(self.note_change)
        self._unsubscribe = changes.subscribe(self.told.emit)
        self.tabs.currentChanged.connect(lambda _place: self._look())
        self.search.chosen.connect(self.show_record)
        self.status.undo_asked.connect(self.undo)
        self.today.counted.connect(lambda words: self._badge("", words))
        self._theme.changed.connect(self._dress)

    def _restore(self) -> None:
        geometry = self._memory.state("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(*USUAL)
        self._dress()
        self._look()
        self._timer.start()

    # what is shown

    def page(self) -> Today | TabPage:
        """Return the page in front."""
        front = self.tabs.currentWidget()
        return front if isinstance(front, TabPage) else self.today

    def register_tab(self, key: str) -> RegisterTab:
        """Return the tab of a register, making it if need be; KeyError where there is none."""
        return self._page_of(key).tab_of(key)

    def listed(self, register: str) -> Sequence[int]:
        """Return what a register's tab lists at present, in its order."""
        return self.register_tab(register).model.listed()

    def asked(self, register: str) -> Query:
        """Return what a register's tab is asked to show: segment, filters (a ledger's month among them), search."""
        return self.register_tab(register).model.query

    def _page_of(self, key: str) -> TabPage:
        for page in self.pages:
            if key in {register.key for register in page.spec.registers}:
                return page
        raise KeyError(key)

    def _look(self) -> None:
        page = self.page()
        if isinstance(page, TabPage):
            tab = page.current()
            tab.refresh_if_stale()
            tab.view.setFocus()
        else:
            page.refresh_if_stale()
            page.list.setFocus()
        self.menus.follow(page.menu)
        self.search.close_list()

    def refresh(self) -> None:
        """Read all views anew: those seen at once, the others when they are looked at; and how old the backup is."""
        self.show_place()
        self.menus.lock_again()
        for page in self.pages:
            for tab in page.built():
                tab.note_change()
        self.today.note_change()
        self._changed = {register.key for register in self._registers}
        self._timer.start()

    def note_change(self, register_key: str) -> None:
        """Learn that records of a register changed."""
        for page in self.pages:
            for tab in page.built():
                if tab.register.shows(register_key):
                    tab.note_change()
        self.today.note_change()
        self._changed.add(register_key)
        self._timer.start()

    def show_record(self, register: str, record: int) -> None:
        """Go to a register's tab and select the record."""
        page = self._page_of(register)
        self.tabs.setCurrentWidget(page)
        tab = page.show_register(register)
        self._bench.run(lambda: tab.show_record(record))
        if record and tab.current_record() == record:
            self._hooks.looked_at(register, record)
            self.today.note_change()  # it shows what was looked at lately

    def tell(self, sentence: str) -> None:
        """Say in the status bar what was just done, with its undo where it can be taken back."""
        before, self._told_of = self._told_of, self._hooks.last_deed()
        self.status.tell(sentence, undoable=self._told_of not in (0, before))

    def watch(self, title: str, work: Work) -> None:
        """Show the progress of a work in the status bar."""
        self.status.watch(title, work)

    def show_place(self) -> None:
        """Show anew where the desk lies, and the banner of a desk that can only be looked at."""
        place = self._hooks.place()
        self.status.show_place(place)
        self.setWindowTitle(" — ".join(part for part in (self.tr("邮件管理台账"), place.title) if part))
        self.notices.show_locked(place.locked, free=place.free, doubtful=place.doubtful)

    def go_tab(self, place: int) -> None:
        """Bring a tab to the front; after the last comes the first."""
        self.tabs.setCurrentIndex(place % self.tabs.count())

    # what is done

    def undo(self) -> None:
        """Undo the last deed of today."""
        self._turn(self._hooks.undo, self.tr("没有可以撤销的"))

    def redo(self) -> None:
        """Redo what was undone."""
        self._turn(self._hooks.redo, self.tr("没有可以重做的"))

    def _turn(self, deed: Callable[[], str] | None, nothing: str) -> None:
        if deed is not None:
            said = self._bench.run(deed)
            self._told_of = self._hooks.last_deed()
            if said is not None:
                self.status.tell(said or nothing)
                self.refresh()

    def do_todo(self, todo: Todo) -> None:
        """Do the next step of a due thing, or show its record where there is none to do."""
        register = next((each for each in self._registers if each.key == todo.register), None)
        offered = register.actions if register else [entry.action for entry in self._hooks.entries]
        action = next((each for each in offered if each.key == todo.action), None)
        if action is not None and not (register is not None and todo.record and self._bench.locked(action)):
            self._bench.do(action, () if todo.record is None else (todo.record,))
        elif register is not None and todo.record is not None:
            self.show_record(register.key, todo.record)
        elif register is not None:
            self.tabs.setCurrentWidget(self._page_of(register.key))

    def _starting(self, action: Action) -> Callable[[], None]:
        return lambda: self._bench.do(action, ())

    def _find(self, text: str) -> list[Hit]:
        return find(self._registers, self._bench.services, text)

    def _todos(self) -> list[Todo]:
        today = self._hooks.clock.today()
        of_registers = [todo for each in self._registers for todo in self._bench.todos(each, today)]
        return [*self._hooks.todos(), *of_registers]

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_keys(self) -> None:
        from desk_mailadmin.ui.shortcuts_sheet import ShortcutsSheet

        ShortcutsSheet(self).exec()

    def forget_layout(self) -> None:
        """Go back to the declared columns and sizes everywhere."""
        for page in self.pages:
            for tab in page.built():
                tab.forget_layout()
        self._memory.forget()

    def _next_pane(self) -> None:
        page = self.page()
        panes: list[QWidget] = [self.search]
        if isinstance(page, TabPage):
            panes += page.current().panes()
        else:
            panes += [page.list]
        seen = [pane for pane in panes if pane.isVisible()]
        now = QApplication.focusWidget()
        place = seen.index(now) if now in seen else -1
        seen[(place + 1) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # badges, widths, memory

    def _count_badges(self) -> None:
        changed, self._changed = self._changed, set()
        for register in self._registers:
            if register.badge and register.key in changed:
                count = self._counted(register)
                self._badge(register.key, str(count) if count is not None and count.count else "")

    def _counted(self, register: Register) -> Any:
        counts = self._bench.run(lambda: self._bench.services[register.key].counts(Query()))
        return counts.get(register.badge) if counts is not None else None

    def _badge(self, register: str, words: str) -> None:
        self._badges[register] = words
        for place, title in enumerate(self._titles):
            first = self.pages[place - 1].spec.registers[0].key if place else ""
            said = self._badges.get(first, "")
            self.tabs.setTabText(place, f"{title} {said}" if said else title)

    def _dress(self) -> None:
        if self._closed:
            return  # a new look must not ask a desk that is closed
        self._wide = self._room() >= NO_ICONS
        for place, name in enumerate(self._icons):
            self.tabs.setTabIcon(place, icon(name, "text2", TAB_ICON) if self._wide else QIcon())
        self._adapt()
        self.today.note_change()

    def _adapt(self) -> None:
        room, row_px = self._room(), self._theme.row_px()
        self.status.show_narrow(room < NARROW)
        self.today.adapt(room, self.height(), row_px)
        for page in self.pages:
            for tab in page.built():
                tab.adapt(room, row_px)

    def _room(self) -> int:
        """Return the window's width in px as they would count at 10 pt: larger text meets the breakpoints earlier."""
        return self.width() * USUAL_POINTS // self._theme.points

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._closed:
            return  # nor a new size
        (self._dress if self._wide != (self._room() >= NO_ICONS) else self._adapt)()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def leave(self) -> None:
        """Close the window and end the program: ``ends`` says that it was 退出 and not only the window's ×."""
        self.ends = self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep("geometry", self.saveGeometry())
        self._bench.wait()
        self._unsubscribe()
        self._closed = True
        super().closeEvent(event)

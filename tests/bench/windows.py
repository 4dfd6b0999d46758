"""SPEED j: what the clerk waits for in the window, on a desk of a hundred thousand people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QTabWidget

from desk_mailadmin.catalogue import ALL_REGISTERS, TABS
from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.kernel.dates import WorkCalendar
from desk_mailadmin.office import open_office
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.main_window import MainWindow
from desk_mailadmin.ui.register_tab import RegisterTab
from desk_mailadmin.ui.tab_page import tabs_of
from desk_mailadmin.ui.theme import Theme
from tests.answering import AnsweringPrompter
from tests.bench.harness import Line, Workshop, timed
from tests.bench.lists import application
from tests.bench.people import desk_of

USUAL_SIZE = 100_000


@contextmanager
def window_on(shop: Workshop, folder: Path) -> Iterator[MainWindow]:
    """The program's window over the desk, with nothing behind its doors but the lists."""
    changes = Changes()
    office = open_office(folder, SystemClock(), changes)
    office.desk.backups.on_close = lambda: None  # type: ignore[method-assign]  # no backup of a bench
    settings = QSettings(str(shop.scratch / "window.ini"), QSettings.Format.IniFormat)
    bench = WindowBench(desk=office.desk, services=office.services, prompter=AnsweringPrompter())
    hooks = Hooks(clock=SystemClock(), calendar=lambda: WorkCalendar({}, frozenset()))
    window = MainWindow(tabs_of(TABS, ALL_REGISTERS), bench, hooks, Theme(application(), settings), settings, changes)
    window.resize(1440, 900)
    window.show()
    settled(window)
    try:
        yield window
    finally:
        window.close()
        bench.wait()
        office.close()


def settled(window: MainWindow) -> None:
    """Let the window do what it has to do at once and paint."""
    assert window.isVisible()
    for _ in range(3):
        application().processEvents()


def waits(shop: Workshop) -> Iterator[Line]:
    """Tabs, typing, sorting, the next record."""
    size = USUAL_SIZE if USUAL_SIZE in shop.sizes else shop.sizes[0]
    with window_on(shop, desk_of(shop, size)) as window:
        rounds = shop.rounds(10)
        first = [timed(_to_tab(window, tab)) for tab in range(1, window.tabs.count())]
        yield Line("a tab seen for the first time", first, goal=100)
        again = [timed(_to_tab(window, tab)) for _ in range(rounds) for tab in range(window.tabs.count())]
        yield Line("a tab seen again", again, goal=100)
        people = _people_tab(window)
        typed = [
            timed(_typed(window, people, text)) for _ in range(rounds) for text in ("李", "李敏", "zw", "15400", "")
        ]
        yield Line(f"from the key to the page, {size:,} people", typed, goal=50, note="beside the pause of 50 ms")
        sorts = [timed(_sorted(window, people, sort)) for _ in range(rounds) for sort in ("name", "emp_no", "hired_on")]
        yield Line(f"a click on a header, {size:,} people", sorts, goal=500)
        steps = [timed(_selected(window, people, row)) for row in range(rounds * 3)]
        yield Line("the panel of the next record", steps, goal=50)


def _to_tab(window: MainWindow, tab: int) -> Callable[[], None]:
    def go() -> None:
        window.tabs.setCurrentIndex(tab)
        settled(window)

    return go


def _people_tab(window: MainWindow) -> RegisterTab:
    """Lead the window to the list of people."""
    for place, page in enumerate(window.pages, 1):
        keys = [register.key for register in page.spec.registers]
        if "staff" in keys:
            window.tabs.setCurrentIndex(place)
            settled(window)
            inner = page.findChild(QTabWidget)
            assert inner is not None
            inner.setCurrentIndex(keys.index("staff"))
            settled(window)
            return page.current()
    raise LookupError("staff")


def _typed(window: MainWindow, tab: RegisterTab, text: str) -> Callable[[], None]:
    def type_it() -> None:
        tab.search.setText(text)
        tab.search.changed.emit()
        settled(window)

    return type_it


def _sorted(window: MainWindow, tab: RegisterTab, sort: str) -> Callable[[], None]:
    def sort_it() -> None:
        tab.view.sort_asked.emit(sort, False)
        settled(window)

    return sort_it


def _selected(window: MainWindow, tab: RegisterTab, row: int) -> Callable[[], None]:
    def select() -> None:
        tab.view.selectRow(row)
        settled(window)

    return select

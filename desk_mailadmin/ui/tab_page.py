"""One tab of the window: one register, or several as sub-tabs; built when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desk_mailadmin.kernel.register import Register
from desk_mailadmin.ui.dialogs.pieces import column, holding
from desk_mailadmin.ui.shown import shown

if TYPE_CHECKING:
    from desk_mailadmin.ui.register_tab import RegisterTab


class TabSpec(Struct, frozen=True):
    """A tab and the registers in it."""

    key: str
    title: str
    icon: str
    registers: tuple[Register, ...]


class NamedTab(Protocol):
    """A tab as the catalogue names it; registers name it by its key."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def icon(self) -> str: ...


def tabs_of(tabs: Sequence[NamedTab], registers: Sequence[Register]) -> list[TabSpec]:
    """Return each tab with the registers that name it, its namesake first, the others in the order given.

    A tab that none names is left out.

    Raises KeyError for a register that names a tab there is not.
    """
    if strangers := {register.tab for register in registers} - {tab.key for tab in tabs}:
        raise KeyError(*sorted(strangers))
    named = [(tab, _inside(tab.key, registers)) for tab in tabs]
    return [TabSpec(tab.key, tab.title, tab.icon, inside) for tab, inside in named if inside]


def _inside(tab: str, registers: Sequence[Register]) -> tuple[Register, ...]:
    return tuple(sorted((one for one in registers if one.tab == tab), key=lambda one: one.key != tab))


class TabPage(QWidget):
    """Holds the place of a tab until it is looked at."""

    def __init__(self, spec: TabSpec, make: Callable[[Register], RegisterTab], looked: Callable[[], None]) -> None:
        super().__init__()
        self.spec = spec
        self._make, self._looked = make, looked
        self._box: QVBoxLayout = column(spacing=0)
        self.setLayout(self._box)
        self._tabs: dict[str, RegisterTab] = {}
        self._sub: QTabWidget | None = None
        self._holders: list[QVBoxLayout] = []

    def built(self) -> Sequence[RegisterTab]:
        """Return the register tabs made so far."""
        return list(self._tabs.values())

    def current(self) -> RegisterTab:
        """Return the register tab that is seen, making it if need be."""
        if self._sub is None and not self._tabs:
            self._build()
        key = self.spec.registers[self._sub.currentIndex() if self._sub is not None else 0].key
        return self.tab_of(key)

    def tab_of(self, key: str) -> RegisterTab:
        """Return the tab of one of its registers, making it if need be."""
        if not self._tabs and self._sub is None:
            self._build()
        if key not in self._tabs:
            self._tabs[key] = self._fill(key)
        return self._tabs[key]

    def show_register(self, key: str) -> RegisterTab:
        """Bring one of its registers to the front."""
        tab = self.tab_of(key)
        if self._sub is not None:
            self._sub.setCurrentIndex(self._place(key))
        return tab

    def menu(self, key: str) -> list[QAction]:
        """Return the actions of the register in front that belong in that menu of the window."""
        return self.current().tools.menu(key)

    def _build(self) -> None:
        if len(self.spec.registers) == 1:
            register = self.spec.registers[0]
            self._tabs[register.key] = self._make(register)
            self._box.addWidget(self._tabs[register.key])
            return
        self._sub = QTabWidget()
        self._sub.setObjectName("sub")
        self._sub.setDocumentMode(True)
        for register in self.spec.registers:
            self._holders.append(column(spacing=0))
            self._sub.addTab(holding(self._holders[-1]), shown(register.title))
        self._box.addWidget(self._sub)
        self._sub.currentChanged.connect(lambda _place: self._looked())

    def _fill(self, key: str) -> RegisterTab:
        assert self._sub is not None, "a single register is made at once"
        register = self.spec.registers[self._place(key)]
        tab = self._make(register)
        self._holders[self._place(key)].addWidget(tab)
        return tab

    def _place(self, key: str) -> int:
        return [register.key for register in self.spec.registers].index(key)

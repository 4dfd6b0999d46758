"""The tree beside a list: places with their count and state; choosing one sets the list's filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from desk_mailadmin.kernel.tree_view import Node
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.icons import icon
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.tokens import tokens

_NODE = int(Qt.ItemDataRole.UserRole)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ICON = 15
COUNT = 3.4  # characters of the counts' column


class PlaceTree(QTreeWidget):
    """Sends ``chosen`` with a node's filters, ``moved`` with a key and -1 or +1, ``put`` with a key and its new sister.

    Alt+↑ and Alt+↓ move the current place, as dragging it does.
    """

    chosen = Signal(object)
    moved = Signal(str, int)
    put = Signal(str, str)

    def __init__(self, memory: Memory, name: str) -> None:
        super().__init__()
        self._memory = memory
        self._closed: set[str] = set(memory.mapping("closed").get("keys", []))
        self._nodes: Sequence[Node] = ()
        self._made: dict[str, QTreeWidgetItem] = {}
        self.setAccessibleName(name)
        self.setProperty("flat", "1")
        self.setProperty("nolines", "1")
        self.setProperty("roomy", "1")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(13)
        self.setIconSize(QSize(ICON, ICON))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(20)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.currentItemChanged.connect(lambda now, _before: self._choose(now))
        self.itemExpanded.connect(lambda item: self._keep_open(item, is_open=True))
        self.itemCollapsed.connect(lambda item: self._keep_open(item, is_open=False))

    # what is shown

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show these places; what is folded stays folded, what is current stays current where it still exists."""
        if nodes == self._nodes:
            return
        current = self.current_key()
        self._nodes = tuple(nodes)
        with QSignalBlocker(self):
            self.clear()
            self._made.clear()
            for node in nodes:
                self._add(self.invisibleRootItem(), node)
            if current in self._made:
                self.setCurrentItem(self._made[current])
        self.header().resizeSection(1, chars(self, COUNT))

    def redraw(self) -> None:
        """Draw icons and colours anew (another look or size)."""
        nodes, self._nodes = self._nodes, ()
        self.show_nodes(nodes)

    def _add(self, above: QTreeWidgetItem, node: Node) -> None:
        item = QTreeWidgetItem(above, [shown(node.title), str(node.count)])
        self._made[node.key] = item
        item.setData(0, _NODE, node)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, self.sentence(node))
        item.setToolTip(0, self._tip(node))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, tokens().colour("text2"))
        self._sign(item, node)
        flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled
        item.setFlags(flags if node.movable else flags & ~Qt.ItemFlag.ItemIsDragEnabled)
        for child in node.children:
            self._add(item, child)
        item.setExpanded(node.key not in self._closed)

    def _sign(self, item: QTreeWidgetItem, node: Node) -> None:
        if node.state is not None:
            item.setIcon(0, icon(node.state.icon, node.state.tone.value, ICON))
        elif node.icon:
            item.setIcon(0, icon(node.icon, "text2", ICON))
        if node.children or not node.filters:
            bold = QFont(self.font())
            bold.setBold(True)
            item.setFont(0, bold)

    def sentence(self, node: Node) -> str:
        """Return a place as it is heard."""
        parts = [shown(node.title), self.tr("{n} 条").format(n=node.count)]
        return "，".join([*parts, shown(node.state.title)] if node.state else parts)

    def _tip(self, node: Node) -> str:
        said = self.sentence(node)
        return self.tr("{place}。拖动或按 Alt+↑、Alt+↓ 调整次序").format(place=said) if node.movable else said

    def mark(self, filters: Mapping[str, str]) -> None:
        """Mark the place whose filters are in force, without sending ``chosen``."""
        keys = {key for item in self._items() for key in self._node(item).filters}
        wanted = {key: value for key, value in filters.items() if key in keys}
        for item in self._items():
            if dict(self._node(item).filters) == wanted:
                with QSignalBlocker(self):
                    self.setCurrentItem(item)
                return
        with QSignalBlocker(self):
            self.setCurrentIndex(QModelIndex())

    def current_key(self) -> str:
        """Return the key of the current place, empty for none."""
        item = self.currentItem()
        return self._node(item).key if item is not None else ""

    def nodes(self) -> list[Node]:
        """Return every place shown, from above to below."""
        return [self._node(item) for item in self._items()]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        return iter(list(self._made.values()))

    def _node(self, item: QTreeWidgetItem) -> Node:
        node: Node = item.data(0, _NODE)
        return node

    # what is done

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self._node(item).filters)

    def _keep_open(self, item: QTreeWidgetItem, *, is_open: bool) -> None:
        (self._closed.discard if is_open else self._closed.add)(self._node(item).key)
        self._memory.keep("closed", {"keys": sorted(self._closed)})

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()  # here the keys move a place, not the list's current record
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if _moves(event) and item is not None:
            if self._node(item).movable:
                self.moved.emit(self._node(item).key, _STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the dragged place before or after the one it was dropped at, among its sisters only."""
        item, target = self.currentItem(), self.itemAt(event.position().toPoint())
        event.ignore()  # the tree is read anew; Qt must not move anything
        if item is None or target is None or target is item or target.parent() is not item.parent():
            return
        if not self._node(item).movable or not self._node(target).movable:
            return
        self.put.emit(self._node(item).key, self._before(target))

    def _before(self, target: QTreeWidgetItem) -> str:
        """Return the key of the sister a place dropped at ``target`` goes before, empty for the end."""
        if self.dropIndicatorPosition() != QAbstractItemView.DropIndicatorPosition.BelowItem:
            return self._node(target).key
        parent = target.parent() or self.invisibleRootItem()
        place = parent.indexOfChild(target) + 1
        after = parent.child(place)
        return self._node(after).key if after is not None else ""


def _moves(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _STEPS

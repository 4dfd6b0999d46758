"""The status bar: the last deed with its undo, work under way, where the desk lies, row height and zoom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QProgressBar, QStatusBar, QToolButton, QWidget

from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, label, repolish
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.hooks import Place
from desk_mailadmin.ui.progress import Work
from desk_mailadmin.ui.theme import RowHeight, Theme
from desk_mailadmin.ui.title import Title

K = TypeVar("K")
UNDO_FOR = 20_000  # ms the undo stands beside the last deed


class StatusLine(QStatusBar):
    """Says quietly what happened; nothing here pops up or blinks."""

    undo_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 6, 0)
        self._said = label(self.tr("就绪"))
        self._said.setMinimumWidth(chars(self, 4))
        self._undo = Button(self.tr("撤销 Ctrl+Z"), kind="link")
        self._undo.clicked.connect(lambda *_: self.undo_asked.emit())
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Z is its key; a stray Enter must never undo
        self._undo.hide()
        self._timer = QTimer(self, singleShot=True, interval=UNDO_FOR)
        self._timer.timeout.connect(self._undo.hide)
        self._make_work()
        self._place = Title("", Qt.TextElideMode.ElideMiddle)  # of a path both ends tell something
        self._backup, self._second, self._clerk = label(), label(), label()
        self._place.setMaximumWidth(chars(self, 24))
        self._rows = self._menu_button(self.tr("行高"))
        self._zoom = self._menu_button(self.tr("缩放"))
        self._fill_rows_menu()
        self._fill_zoom_menu()
        self._tick = IconLabel(15, "check", "green")
        for part in (self._tick, self._said, self._undo):
            self.addWidget(part)
        self.addWidget(QWidget(), 1)
        for end in (
            self._bar,
            self._stop,
            self._clerk,
            self._place,
            self._backup,
            self._second,
            self._rows,
            self._zoom,
        ):
            self.addPermanentWidget(end)
        self._bar.hide()
        self._stop.hide()
        theme.changed.connect(self._show_look)
        theme.sized.connect(self._show_look)
        self._show_look()

    def _make_work(self) -> None:
        self._work: Work | None = None
        self._bar = QProgressBar()
        self._bar.setFixedWidth(chars(self, 10))
        self._stop = Button(self.tr("停止"), kind="link")
        self._stop.clicked.connect(lambda *_: self._stop_work())

    def _menu_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def tell(self, sentence: str, *, undoable: bool = False) -> None:
        """Say what was just done; an undoable deed offers its undo for 20 seconds or until the next one."""
        self._said.setText(sentence)
        self._said.setToolTip(sentence)
        self._undo.setVisible(undoable)
        if undoable:
            self._timer.start()

    def said(self) -> str:
        """Return what the bar says."""
        return self._said.text()

    def show_place(self, place: Place) -> None:
        """Show where the desk lies and how old its last good backup is."""
        self._place.setText(place.path)
        self._place.setToolTip(place.path)
        self._backup.setText(
            self.tr("备份 {when}").format(when=place.backup) if place.backup else self.tr("还没有备份")
        )
        self._second.setText(self.tr("另存 {when}").format(when=place.second))
        self._second.setVisible(bool(place.second))
        self._second.setProperty("role", "err" if place.late else "")
        late = self.tr("另一块盘上的备份超过 7 天；插上移动硬盘或连上共享盘，再点“立即备份”。")
        self._second.setToolTip(late if place.late else self.tr("另一块盘上最新的备份"))
        repolish(self._second)
        self._clerk.setText(place.clerk)
        self._clerk.setVisible(bool(place.clerk))

    def show_narrow(self, narrow: bool) -> None:
        """Leave out what matters least where there is little room."""
        self._place.setHidden(narrow)

    def watch(self, title: str, work: Work) -> None:
        """Show a work's progress until it ends."""
        self._work = work
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._bar.show()
        self._stop.show()
        self._tick.hide()  # nothing is done yet
        self.tell(title)
        work.progressed.connect(self._progress)
        work.finished.connect(lambda: self._end(work))

    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setFormat(f"{done:,} / {total:,}")

    def _end(self, work: Work) -> None:
        if self._work is work:
            self._work = None
            self._bar.hide()
            self._stop.hide()
            self._tick.show()
            if self.said() == self._bar.accessibleName():  # nobody said how it ended
                self.tell(self.tr("就绪"))
        if work.is_stopping():
            self.tell(self.tr("已停止"))

    def _stop_work(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _fill_rows_menu(self) -> None:
        names = {RowHeight.TIGHT: self.tr("紧凑"), RowHeight.USUAL: self.tr("标准"), RowHeight.WIDE: self.tr("宽松")}
        self._row_names = names
        self._row_actions = choices_of(self, names, self._theme.choose_rows)
        self._rows.menu().addActions(list(self._row_actions.values()))

    def _fill_zoom_menu(self) -> None:
        sizes = {points: f"{points * 10} %" for points in range(9, 15)}
        self._zoom_actions = choices_of(self, sizes, self._theme.zoom_to)
        self._zoom.menu().addActions(list(self._zoom_actions.values()))

    def _show_look(self) -> None:
        self._rows.setText(self.tr("行高 {name}").format(name=self._row_names[self._theme.row_height]))
        self._zoom.setText(f"{self._theme.percent} %")
        self._row_actions[self._theme.row_height].setChecked(True)
        self._zoom_actions[self._theme.points].setChecked(True)


def choices_of(owner: QWidget, names: dict[K, str], choose: Callable[[K], None]) -> dict[K, QAction]:
    """Return one checkable action for each name; checking one calls ``choose`` with its key."""
    group = QActionGroup(owner)
    made: dict[K, QAction] = {}
    for key, name in names.items():
        action = QAction(name, group)
        action.setToolTip(name)
        action.setCheckable(True)
        action.triggered.connect(lambda *_, key=key: choose(key))
        made[key] = action
    return made

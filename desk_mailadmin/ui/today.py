"""今日: what the rules say is due, each line with its deadline, its clause and its next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QStackedWidget, QToolButton, QWidget

from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.ui.bench import WindowBench
from desk_mailadmin.ui.dialogs.pieces import card, column, label, row, scrolled
from desk_mailadmin.ui.empty_state import EmptyState
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.hooks import Hooks
from desk_mailadmin.ui.icons import put_icon
from desk_mailadmin.ui.menus import lock
from desk_mailadmin.ui.today_list import Group, TodayList, group_of
from desk_mailadmin.ui.today_side import TodaySide
from desk_mailadmin.ui.tool_row import ActionButton, FoldingRow

SIDE = 25  # characters of the right column (350 px at 10 pt)
LOW = 720  # px of height under which the recents are left out
ALL, POSTPONED = "all", "postponed"
LOOK_AGAIN = 60_000
"""Milliseconds between two looks at what the time of day brings (002/2.三 asks for the last ten minutes)."""


class Today(QWidget):
    """The first page. ``counted`` tells the number of late things for the tab's badge."""

    counted = Signal(str)

    def __init__(
        self,
        todos: Callable[[], Sequence[Todo]],
        bench: WindowBench,
        hooks: Hooks,
        do: Callable[[Todo], None],
        open_record: Callable[[str, int], None],
    ) -> None:
        super().__init__()
        self._ask, self._bench, self._hooks, self._do = todos, bench, hooks, do
        self._all: Sequence[Todo] = ()
        self._stale, self._filter = True, ALL
        self.list, self.side, self.empty = TodayList(), TodaySide(open_record), EmptyState()
        self._make_actions()
        self._lay_out()
        self.list.chosen.connect(self._do_key)
        self._timer = QTimer(self, interval=LOOK_AGAIN)
        self._timer.timeout.connect(self.look_again)
        self._timer.start()

    # making it

    def _make_actions(self) -> None:
        self.refresh_action = self._action(self.tr("刷新"), "refresh-cw", "F5", self.reload)
        self.postpone_action = self._action(self.tr("延后…"), "calendar-clock", "F7", self.postpone)
        self.postpone_action.setVisible(self._hooks.postpone is not None)
        lock(self.postpone_action, self._bench.read_only)
        self.print_action = self._action(self.tr("打印…"), "printer", "Ctrl+P", self.print_list)
        self.print_action.setVisible(self._hooks.print_todos is not None)

    def _action(self, title: str, sign: str, key: str, do: Callable[[], object]) -> QAction:
        action = QAction(title, self)
        put_icon(action, sign)
        action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{title.removesuffix('…')}（{key}）")
        action.triggered.connect(lambda *_: do())
        self.addAction(action)
        return action

    def menu(self, key: str) -> list[QAction]:
        """Return the actions that belong in that menu of the window."""
        menus = {"record": [self.postpone_action], "print": [self.print_action], "view": [self.refresh_action]}
        return [action for action in menus.get(key, []) if action.isVisible()]

    def offer(self, actions: Sequence[QAction]) -> None:
        """Put the commonest actions at the top; the first is primary and has the key of 新建 on every page."""
        for first in actions[:1]:
            key = QShortcut(QKeySequence("Ctrl+N"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(first.trigger)
            first.setToolTip(f"{first.toolTip()}（Ctrl+N）")
        self._offers.fill(
            [(each, ActionButton(each, "" if place else "primary")) for place, each in enumerate(actions)]
        )

    def _lay_out(self) -> None:
        self._day, self._late, self._now, self._soon = label("", "h1"), label(), label(), label("", "muted")
        self._late.setProperty("ink", "red")
        self._now.setProperty("ink", "amber")
        self._offers = FoldingRow(self.tr("更多"), at_right=True)
        head = row(self._day, self._late, self._now, self._soon, self._offers, spacing=18)
        head.setStretch(4, 1)
        self._pile = QStackedWidget()
        self._pile.addWidget(self.list)
        self._pile.addWidget(self.empty)
        hint = label(self.tr("由规则算出，办完自动消失；回车 = 下一步，F7 = 延后"), "small")
        hint.setMinimumWidth(10)
        above = row(label(self.tr("待办"), "h2"), hint, None, *self._segments(), margins=(12, 8, 10, 6))
        listed = card(above, self._pile, spacing=0, margins=(1, 1, 1, 1))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(10)
        self._split.setChildrenCollapsible(False)
        self._scroll: QScrollArea = scrolled(self.side)
        self._scroll.setMinimumWidth(chars(self, SIDE))
        self._split.addWidget(listed)
        self._split.addWidget(self._scroll)
        self._split.setStretchFactor(0, 1)
        box = column(head, self._split, spacing=8, margins=(14, 10, 14, 8))
        box.setStretch(1, 1)
        self.setLayout(box)

    def _segments(self) -> list[QWidget]:
        titles = {
            ALL: self.tr("全部"), Field.MAIL: self.tr("邮件"), Field.TELEPHONE: self.tr("电话"),
            Field.PENALTY: self.tr("处罚"), POSTPONED: self.tr("我延后的"),
        }  # fmt: skip
        group = QActionGroup(self)
        self._choices = {str(key): self._segment(group, str(key), title) for key, title in titles.items()}
        self._choices[ALL].setChecked(True)
        group.triggered.connect(self._filter_by)
        buttons: list[QWidget] = []
        for action in self._choices.values():
            button = QToolButton()
            button.setDefaultAction(action)
            button.setProperty("seg", "1")
            buttons.append(button)
        self._field_buttons = dict(zip(self._choices, buttons, strict=True))
        self._postponed_button = self._field_buttons[POSTPONED]
        if self.print_action.isVisible():
            buttons.append(ActionButton(self.print_action))
        return buttons

    def _segment(self, group: QActionGroup, key: str, title: str) -> QAction:
        action = QAction(title, group)
        action.setToolTip(title)
        action.setCheckable(True)
        action.setData(key)
        return action

    # what is shown

    def note_change(self) -> None:
        """Compute anew: at once where it is seen, else when it is looked at next."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def refresh_if_stale(self) -> None:
        """Compute anew if something changed."""
        if self._stale:
            self.reload()

    def look_again(self) -> None:
        """Compute anew what the time of day brings; where nothing came or went, the list is left as it stands.

        Not while a dialog is open or the window closes: nobody looks at the list then, and a job may hold the desk.
        """
        if self._bench.is_leaving or QApplication.activeModalWidget() is not None:
            return
        self._bench.run(lambda: None if list(self._ask()) == list(self._all) else self._read())

    def reload(self) -> None:
        """Compute what is due today."""
        self._bench.run(self._read)

    def _read(self) -> None:
        self._stale = False
        self._all = self._ask()
        self._show_head()
        self._show_list()
        self.side.show_month(self._hooks.month(), self._hooks.recents())
        self._scroll.setHidden(self.side.is_empty())

    def _show_head(self) -> None:
        today = self._hooks.clock.today()
        names = self.tr("星期一 星期二 星期三 星期四 星期五 星期六 星期日").split()
        self._day.setText(self.tr("{month} 月 {day} 日　{name}").format(
            month=today.month, day=today.day, name=names[today.weekday()]))  # fmt: skip
        groups = [group_of(todo.due, today) for todo in self._waiting(today)]
        late, now = groups.count(Group.LATE), groups.count(Group.TODAY)
        soon = groups.count(Group.WEEK) + groups.count(Group.MONTH)
        self._late.setText(self.tr("{n} 项逾期").format(n=late) if late else "")
        self._now.setText(self.tr("{n} 项今天").format(n=now) if now else "")
        self._soon.setText(self.tr("{n} 项本周及本月").format(n=soon) if soon else "")
        self.counted.emit(str(late + now) if late + now else "")

    def _show_list(self) -> None:
        today = self._hooks.clock.today()
        until = self._hooks.postponed()
        put_off = [todo for todo in self._all if until.get(todo.key, today) > today]
        self._choices[POSTPONED].setText(self.tr("我延后的 {n}").format(n=len(put_off)))
        self._postponed_button.setHidden(not put_off and self._filter != POSTPONED)
        for field in (Field.MAIL, Field.TELEPHONE, Field.PENALTY):
            idle = field not in {todo.field for todo in self._all} and field != self._filter
            self._field_buttons[str(field)].setHidden(idle)
        shown_ones = put_off if self._filter == POSTPONED else self._of_field(self._waiting(today))
        self.list.show_todos(shown_ones, today, self._hooks.calendar())
        self._pile.setCurrentIndex(0 if shown_ones else 1)
        if not shown_ones:
            self._say_done(put_off)

    def _say_done(self, put_off: Sequence[Todo]) -> None:
        back = [day for key, day in self._hooks.postponed().items() if key in {todo.key for todo in put_off}]
        text = self.tr("下一件在 {day} 到期。").format(day=f"{min(back):%m-%d}") if back else ""
        said = self.tr("今天的事都办完了") if self._filter == ALL else self.tr("这里没有要办的事")
        self.empty.say("circle-check", said, text)

    def _waiting(self, today: date) -> list[Todo]:
        until = self._hooks.postponed()
        return [todo for todo in self._all if until.get(todo.key, today) <= today]

    def _of_field(self, todos: list[Todo]) -> list[Todo]:
        return [todo for todo in todos if self._filter in (ALL, todo.field)]

    def _filter_by(self, action: QAction) -> None:
        self._filter = str(action.data())
        self._show_list()

    # what is done

    def postpone(self) -> None:
        """Put the current thing off to a day, with a reason."""
        todo, postpone = self.list.current(), self._hooks.postpone
        if todo is None or postpone is None:
            return
        asked = self.tr("把“{title} {number}”延后到哪一天").format(title=todo.title, number=todo.number)
        answer = self._bench.prompter.ask_date_and_reason(asked)
        if answer is None:
            return
        day, reason = answer
        self._bench.run(lambda: self._put_off(todo, day, reason))

    def _put_off(self, todo: Todo, day: date, reason: str) -> None:
        assert self._hooks.postpone is not None, "the action is offered only with it"
        self._hooks.postpone(todo.key, day, reason)
        self.reload()
        self._bench.tell(self.tr("已延后到 {day}：{title} {number}").format(
            day=f"{day:%m-%d}", title=todo.title, number=todo.number))  # fmt: skip

    def print_list(self) -> None:
        """Print what is due, as the paper list many clerks pin up."""
        if self._hooks.print_todos is not None:
            todos = self._of_field(self._waiting(self._hooks.clock.today()))
            self._bench.run(lambda: self._hooks.print_todos(todos) if self._hooks.print_todos else None)

    def adapt(self, width: int, height: int, row_px: int) -> None:
        """Fit the page to the window and the row height."""
        self.list.fit_rows(row_px)
        self._scroll.setMinimumWidth(chars(self, SIDE))
        self.side.leave_out_recents(height < LOW)
        self._soon.setHidden(width < 1340)  # noqa: PLR2004  (the first breakpoint of UI.md 1)

    def _do_key(self, key: str) -> None:
        for todo in self._all:
            if todo.key == key:
                self._do(todo)
                return

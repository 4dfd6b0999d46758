"""Every figure of the regulations in one list: value, the text's own figure, clause, since when; edited with a date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QHeaderView, QTableView, QWidget

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.settings import Group, Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Button, column, holding, label, on_click, row, segment
from desk_mailadmin.ui.dialogs.setting_form import SettingForm, SettingVersion, value_text
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import shown

_Index = QModelIndex | QPersistentModelIndex
_BODY = (22, 16, 22, 10)
GROUPS = {
    Group.COMPANY: QT_TRANSLATE_NOOP("desk", "单位"),
    Group.MAIL: QT_TRANSLATE_NOOP("desk", "邮箱"),
    Group.DEADLINES: QT_TRANSLATE_NOOP("desk", "期限"),
    Group.ROSTER: QT_TRANSLATE_NOOP("desk", "花名册"),
    Group.PENALTIES: QT_TRANSLATE_NOOP("desk", "处罚"),
    Group.TELEPHONE: QT_TRANSLATE_NOOP("desk", "电话"),
    Group.PAPER: QT_TRANSLATE_NOOP("desk", "表单"),
    Group.SENDING: QT_TRANSLATE_NOOP("desk", "邮件发送"),
    Group.DESK: QT_TRANSLATE_NOOP("desk", "数据"),
    Group.PRIVACY: QT_TRANSLATE_NOOP("desk", "个人信息"),
}


class SettingsJob(Struct, frozen=True, kw_only=True):
    """What the dialog works on: ``value`` of a setting on a day, its ``versions``, and ``put`` for a new one.

    ``put`` gets the setting, the value, the in-force date and the keys of the questions already answered with yes.
    """

    settings: Sequence[Setting[Any]]
    value: Callable[[Setting[Any], date], Any]
    versions: Callable[[Setting[Any]], Sequence[SettingVersion]]
    put: Callable[[Setting[Any], Any, date, frozenset[str]], object]
    today: Callable[[], date]


class SettingsTable(QAbstractTableModel):
    """The settings of one group."""

    def __init__(self, job: SettingsJob, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._shown: list[Setting[Any]] = []

    def show_group(self, group: Group | None) -> None:
        """Show one group, or with None all."""
        self.beginResetModel()
        self._shown = [one for one in self._job.settings if group in (None, one.group)]
        self.endResetModel()

    def setting(self, index: _Index) -> Setting[Any]:
        """Return the setting of a row."""
        return self._shown[index.row()]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("名称"), self.tr("现值"), self.tr("制度原文"), self.tr("依据"), self.tr("施行日"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        setting = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(setting, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown(setting.note) or None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            texts = (self._text(setting, place) for place in range(5))
            return "，".join(text for text in texts if text)
        return None

    def _text(self, setting: Setting[Any], column_: int) -> str:
        today = self._job.today()
        match column_:
            case 0:
                return shown(setting.title)
            case 1:
                return value_text(setting, self._job.value(setting, today))
            case 2:
                return value_text(setting, setting.default)
            case 3:
                return cite(setting.clause)
        held = [one.in_force for one in self._job.versions(setting) if one.in_force <= today]
        return max(held).isoformat() if held else ""


class SettingsView(QTableView):
    """Enter and F2 change the setting under the cursor."""

    def __init__(self, change: Callable[[QModelIndex], None]) -> None:
        super().__init__()
        self._change = change
        self.doubleClicked.connect(change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._change(self.currentIndex())
        else:
            super().keyPressEvent(event)


class SettingsDialog(DialogFrame):
    """All settings by group; every change has the date from which it holds, old cases keep their old figure."""

    def __init__(
        self, job: SettingsJob, prompter: Prompter, *, memory: Memory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", (900, 600), memory=memory, parent=parent)
        self.setWindowTitle(self.tr("设置"))
        self._job, self._prompter = job, prompter
        self.table = SettingsTable(job, self)
        self.view = SettingsView(self.change)
        self.segments = self._make_segments()
        self._dress()
        change, close = Button(self.tr("修改…"), "pencil"), Button(self.tr("关闭"), kind="primary")
        on_click(change, lambda: self.change(self.view.currentIndex()))
        on_click(close, self.accept)
        note = label(self.tr("改动从施行日起算，以前的事按以前的规定；改动记在历史里。"), "muted", wrap=True)
        body = column(label(self.tr("设置"), "h1"), note, row(*self.segments, None, spacing=6), margins=_BODY)
        body.addWidget(self.view, 1)
        self.lay_out(holding(body), None, change, close)
        self.segments[0].click()

    def form_for(self, setting: Setting[Any]) -> SettingForm:
        """Return the dialog that changes one setting."""
        start = self._job.value(setting, self._job.today())
        put = partial(self._job.put, setting)
        return SettingForm(
            setting, start, self._job.versions(setting), put, self._prompter, self._job.today, parent=self
        )

    def change(self, index: QModelIndex) -> None:
        """Ask for a new value of a row's setting."""
        if not index.isValid():
            return
        form = self.form_for(self.table.setting(index))
        form.finished.connect(self._read_anew)
        form.open()

    def _read_anew(self) -> None:
        place = self.view.currentIndex().row()
        self.table.dataChanged.emit(self.table.index(0, 0), self.table.index(self.table.rowCount() - 1, 4))
        self.view.selectRow(place)

    def _make_segments(self) -> list[Any]:
        used = [group for group in Group if any(one.group is group for one in self._job.settings)]
        offered: list[Group | None] = [None, *used]
        together = QButtonGroup(self)
        buttons = []
        for group in offered:
            count = sum(group in (None, one.group) for one in self._job.settings)
            title = shown(GROUPS[group]) if group else self.tr("全部")
            button = segment(f"{title} {count}")
            on_click(button, partial(self._show_group, group))
            together.addButton(button)
            buttons.append(button)
        return buttons

    def _show_group(self, group: Group | None) -> None:
        self.table.show_group(group)
        self.view.selectRow(0)

    def _dress(self) -> None:
        self.view.setModel(self.table)
        self.view.setAccessibleName(self.tr("设置"))
        self.view.setShowGrid(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.verticalHeader().hide()
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate((15, 14, 11, 11, 7)):
            self.view.setColumnWidth(place, chars(self.view, width))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

"""The check page of an import: counts, rows with their faults, repairs, and the bad rows as a workbook (look/ui 09)."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QHeaderView, QTableView, QToolButton, QWidget

from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault
from desk_mailadmin.ui.chip_delegate import ChipDelegate
from desk_mailadmin.ui.dialogs.import_session import ImportSession, PartlyShown, RowState
from desk_mailadmin.ui.dialogs.import_table import ImportTable
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, label, on_click, row, segment
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import remedy_of, said

_ALL = frozenset(RowState)
_PROBLEM, _LINK = 26, 10  # characters
_KEY_COLUMNS = 4  # result, row number and the two first cells: by these a clerk knows a row
_SEGMENTS = (
    _ALL - {RowState.READY},
    frozenset({RowState.ERROR}),
    frozenset({RowState.DUPLICATE}),
    frozenset({RowState.NOTICE}),
    frozenset({RowState.READY}),
    _ALL,
)


class CheckView(QTableView):
    """Enter does what the row's link says; F2 edits the cell at fault."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if not editing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.treat(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def treat(self, index: QModelIndex) -> None:
        """Repair the row, or open its cell at fault for editing."""
        model = self.model()
        if not index.isValid() or not isinstance(model, ImportTable) or model.repair(index):
            return
        cell = model.faulty_cell(index)
        if cell.isValid():
            self.setCurrentIndex(cell)
            self.edit(cell)


class CheckPage(QWidget):
    """Shows every row of the import; nothing is written from here."""

    def __init__(self, session: ImportSession, prompter: Prompter) -> None:
        super().__init__()
        self._session, self._prompter = session, prompter
        self.title, self.source = label(role="h1"), label(role="muted", wrap=True)
        self.summary = Banner("amber", "")
        self.view = CheckView()
        self.table = ImportTable(session, self.view)
        self.segments = [segment("", checked=place == 0) for place in range(len(_SEGMENTS))]
        self._group = QButtonGroup(self)
        self._lay_out()
        self._dress()
        self.table.edited.connect(self._count)
        self.view.clicked.connect(self._on_clicked)

    def show_file(self, name: str) -> None:
        """Show what was read from a file."""
        self.title.setText(self.tr("检查：{name}").format(name=name))
        edits = "" if isinstance(self._session, PartlyShown) else self.tr("　　直接在表里改，改完自动重新检查")
        self.source.setText(self._session.source() + edits)
        self.table.read()
        self._count()
        faulty = any(one.state is not RowState.READY for one in self.table.rows)
        self.segments[0 if faulty else len(_SEGMENTS) - 1].setChecked(True)
        self._filter()
        self._widths()

    def going_in(self) -> tuple[int, int]:
        """Return how many rows would be imported and how many skipped."""
        if isinstance(self._session, PartlyShown):
            return self._session.going_in()
        rows = self.table.rows
        going = sum(one.goes_in for one in rows)
        return going, len(rows) - going

    def save_faulty(self) -> None:
        """Ask for a file and write the rows with faults."""
        path = self._prompter.save_path(
            self.tr("把有问题的行存为 Excel"), suggested=self.tr("有问题的行.xlsx"), filters="Excel (*.xlsx)"
        )
        if path is None:
            return
        try:
            count = self._session.save_faulty(path)
        except DeskError as error:
            self._prompter.warn(said(error), remedy_of(error) if isinstance(error, EnvironmentFault) else "")
        else:
            self._prompter.inform(self.tr("{count} 行存到了 {path}").format(count=count, path=path))

    def _lay_out(self) -> None:
        save = Button(self.tr("把有问题的行存为 Excel"), "file-spreadsheet")
        on_click(save, self.save_faulty)
        filters = row(*self.segments, None, save, spacing=6)
        for button in self.segments:
            self._group.addButton(button)
            button.toggled.connect(self._on_toggled)
        page = column(self.title, self.source, self.summary, filters, spacing=8, margins=(22, 16, 22, 10))
        page.addWidget(self.view, 1)
        self.setLayout(page)

    def _dress(self) -> None:
        self.view.setModel(self.table)
        self.view.setItemDelegate(ChipDelegate(self.view))
        self.view.setAccessibleName(self.tr("导入检查结果"))
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(32)
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _widths(self) -> None:
        cells = self.table.columns
        widths = [chars(self.view, width) + 12 for width in (6, 4, *(one.width for one in cells), _PROBLEM, _LINK)]
        for place, width in enumerate(widths):
            self.view.setColumnWidth(place, width)
            is_cell = 0 <= place - 2 < len(cells)
            is_link = place == len(widths) - 1 and isinstance(self._session, PartlyShown)
            self.view.setColumnHidden(place, is_link or (is_cell and self.table.is_empty(cells[place - 2].key)))
        header = self.view.horizontalHeader()
        header.setMinimumSectionSize(chars(self.view, 3))
        seen = [width for place, width in enumerate(widths) if not self.view.isColumnHidden(place)]
        self._arrange(len(widths), fits=sum(seen) <= max(self.view.viewport().width(), self.width() - 60))

    def _arrange(self, count: int, *, fits: bool) -> None:
        """Let the problem stand last, as long as all columns fit; else behind the name, where it is always seen."""
        header, problem = self.view.horizontalHeader(), count - 2
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(problem, mode)
        for logical, place in (
            (problem, problem if fits else _KEY_COLUMNS),
            (count - 1, count - 1 if fits else _KEY_COLUMNS + 1),
        ):
            header.moveSection(header.visualIndex(logical), place)

    def _on_toggled(self, on: bool) -> None:
        if on:
            self._filter()

    def _filter(self) -> None:
        checked = self._group.checkedButton()
        place = self.segments.index(checked) if isinstance(checked, QToolButton) else 0
        self.table.show_rows(_SEGMENTS[place])
        if self.table.rowCount():
            self.view.selectRow(0)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self.table.columnCount() - 1:
            self.view.treat(index)

    def _count(self) -> None:
        rows = self.table.rows
        found = Counter(one.state for one in rows)
        names = (
            self.tr("有问题的"),
            self.tr("错误"),
            self.tr("重复"),
            self.tr("提醒"),
            self.tr("可导入"),
            self.tr("全部"),
        )
        for button, name, states in zip(self.segments, names, _SEGMENTS, strict=True):
            button.setText(f"{name} {sum(found[state] for state in states)}")
        self._summarise(found, len(rows))

    def _summarise(self, found: Counter[RowState], total: int) -> None:
        notices = "".join(f"\n{notice}" for notice in self._session.notices())
        if isinstance(self._session, PartlyShown):
            self.summary.say("green" if found[RowState.READY] == total else "amber", self._session.summary() + notices)
            return
        parts = [self.tr("{count} 行可导入").format(count=found[RowState.READY])]
        for state, text in (
            (RowState.ERROR, self.tr("{count} 行有错")),
            (RowState.DUPLICATE, self.tr("{count} 行重复")),
            (RowState.NOTICE, self.tr("{count} 行要看一眼")),
        ):
            parts += [text.format(count=found[state])] if found[state] else []
        text = self.tr("共 {total} 行：{parts}。还没有写入任何数据。").format(total=total, parts="，".join(parts))
        if found[RowState.ERROR]:
            going, skipped = self.going_in()
            text += self.tr("不改也行：{going} 行导入，认不出的那一格空着；{skipped} 行跳过。").format(
                going=going, skipped=skipped
            )
        self.summary.say("green" if found[RowState.READY] == total else "amber", text + notices)

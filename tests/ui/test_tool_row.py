from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desk_mailadmin.ui.tab_tools import column_menu
from desk_mailadmin.ui.tool_row import ActionButton, FoldingRow


@pytest.fixture
def folding(qtbot, theme):
    def make(count: int, width: int, late: int = 0, checked: int | None = None):
        made = FoldingRow("更多")
        actions = [QAction(f"动作{n}", made) for n in range(count)]
        for n, action in enumerate(actions):
            action.setCheckable(checked is not None)
            action.setChecked(n == checked)
        made.fill([(action, ActionButton(action)) for action in actions], actions[count - late :] if late else ())
        qtbot.addWidget(made)
        made.resize(width, 40)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def names(row: FoldingRow) -> list[str]:
    return [action.text() for action in row.folded()]


def test_a_wide_row_folds_nothing_and_has_no_menu(folding):
    row = folding(4, 900)
    assert names(row) == []
    assert not row._more.isVisible()


def test_a_narrow_row_folds_from_its_end(folding):
    row = folding(6, 330)
    assert names(row) == [f"动作{n}" for n in range(6 - len(names(row)), 6)]
    assert 0 < len(names(row)) < 6
    assert row._more.isVisible()
    row.resize(1200, 40)
    assert names(row) == []


def test_the_chosen_one_is_never_folded(folding):
    row = folding(8, 330, checked=7)
    assert "动作7" not in names(row)
    assert "动作6" in names(row)


def test_late_buttons_fold_together_when_told(folding):
    row = folding(5, 2000, late=2)
    row.set_fold_late(True)
    assert names(row) == ["动作3", "动作4"]
    row.set_fold_late(False)
    assert names(row) == []


def test_a_button_follows_its_action(qtbot, theme):
    action = QAction("开户", None)
    button = ActionButton(action)
    qtbot.addWidget(button)
    action.setText("开户…")
    action.setEnabled(False)
    action.setToolTip("还缺签字")
    assert (button.text(), button.isEnabled(), button.toolTip(), button.accessibleName()) == (
        "开户…",
        False,
        "还缺签字",
        "开户…",
    )


def test_the_column_menu_hides_and_shows_and_keeps_state_and_number(tab):
    made = tab()
    parent = QWidget()
    menu = column_menu(parent, made.view)
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["状态"].isEnabled()
    assert not entries["编号"].isEnabled()
    assert not entries["备注"].isChecked()
    entries["备注"].trigger()
    assert not made.view.isColumnHidden(8)
    entries["部门"].trigger()
    assert made.view.isColumnHidden(4)
    entries["恢复列的默认样子"].trigger()
    assert made.view.isColumnHidden(8)
    assert not made.view.isColumnHidden(4)
    parent.deleteLater()

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.ui.register_actions import RegisterActions


@pytest.mark.parametrize(("scope", "offered"), [(Scope.LIST, True), (Scope.ROW, False), (Scope.ROWS, False)])
def test_until_a_row_is_shown_only_what_needs_none_can_be_done(qtbot, scope: Scope, offered: bool):
    done = []
    owner = QWidget()
    qtbot.addWidget(owner)
    action = Action("void", "作废…", "void", lambda _bench, ids: done.append(ids), scope)
    actions = RegisterActions([action], owner, lambda one, ids: one.run(None, ids), lambda _one: "", "先选一条。")
    actions.by_key["void"].trigger()
    assert done == ([()] if offered else [])

"""A clerk at the penalty ledger, and what a dialog shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desk_mailadmin.registers.staff.form import hits
from tests.registers.builders import House
from tests.registers.counter import Counter, fill_in, leave


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def words(widget: QWidget) -> str:
    """What a widget says to who looks at it now."""
    QApplication.processEvents()  # what was put into a layout comes to sight
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget) and one.text())


def pick(dialog: Any, house: House, staff: int) -> None:
    """Take a person from the list below the field."""
    dialog.field("staff")._take(hits([house.staff.row(staff)], active_only=False)[0])


def pick_act(dialog: Any, typed: str) -> None:
    """Type a few letters and take the first act that is listed."""
    field = dialog.field("act")
    field.edit.setText(typed)
    field.edit.textEdited.emit(typed)
    field._look_up()
    field._list.take_marked()


def entering(house: House, staff: int, act: str, then: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Pick a person and an act in the entry dialog and go on with ``then``; whatever opens after it is left."""
    opened: list[Any] = []

    def answer(dialog: Any) -> bool:
        if opened:
            return leave(dialog)
        opened.append(dialog)
        pick(dialog, house, staff)
        pick_act(dialog, act)
        return then(dialog)

    return answer


def first(then: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Answer the first dialog with ``then``; papers shown for printing after it are left."""
    opened: list[Any] = []

    def answer(dialog: Any) -> bool:
        opened.append(dialog)
        return then(dialog) if len(opened) == 1 else leave(dialog)

    return answer


def refused(seen: list[str], **values: Any) -> Callable[[Any], bool]:
    """Fill in a dialog and try to save it; note what is said to that, and leave it open no longer."""

    def answer(dialog: Any) -> bool:
        saved = fill_in(**values)(dialog)
        seen.append(words(dialog))
        return saved

    return answer

"""The forms' editor on a desk of its own, with a clerk in front of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.form_shelf import FormShelf
from desk_mailadmin.office import create_office
from desk_mailadmin.ui.dialogs.forms.forms_dialog import FormsDialog
from tests.answering import AnsweringPrompter
from tests.desks import clock
from tests.journeys.day import PATIENCE


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[FormShelf]:
    office = create_office(tmp_path / "desk", clock())
    yield office.forms
    office.close()


@pytest.fixture
def car(shelf: FormShelf, tmp_path: Path) -> str:
    """A kind of the office's own, in the desk's forms."""
    shutil.copytree(Path(__file__).parents[3] / "cli" / "car_use", tmp_path / "desk" / "forms" / "car_use")
    shelf.read_again()
    return "car_use"


@pytest.fixture
def prompter() -> AnsweringPrompter:
    return AnsweringPrompter()


Open = Callable[..., FormsDialog]


@pytest.fixture
def editor(qtbot: Any, shelf: FormShelf, prompter: AnsweringPrompter) -> Iterator[Open]:
    made: list[FormsDialog] = []

    def begin(form_id: str = "account_receipt", *, own: bool = True) -> FormsDialog:
        if own and not shelf.library.own_files(form_id):
            shelf.copy(form_id)
        dialog = FormsDialog(shelf, prompter, form_id=form_id)
        qtbot.addWidget(dialog, before_close_func=_let_go)
        made.append(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield begin
    made.clear()


def _let_go(dialog: FormsDialog) -> None:
    dialog.edited.kept = dialog.edited.text
    dialog.done(0)


@pytest.fixture
def pictured(qtbot: Any) -> Callable[[FormsDialog, str], None]:
    """Wait until the picture beside the entries says something."""

    def wait(dialog: FormsDialog, words: str) -> None:
        def is_seen() -> bool:
            paper: Any = dialog.picture.paper._paper
            return paper is not None and words in text_of_pdf(paper.pdf)

        qtbot.waitUntil(is_seen, timeout=PATIENCE)

    return wait

"""The form as it will be printed, beside its entries; where it cannot be drawn, the last good picture stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desk_mailadmin.kernel.errors import DeskError
from desk_mailadmin.ui.dialogs.live_preview import LivePreview
from desk_mailadmin.ui.dialogs.pieces import on_click, segment

Draw = Callable[[str, str, bool, Mapping[str, Any]], bytes]
"""Draws a form (its id, its text, empty or with its sample, data instead of the sample's); runs in a thread."""


class FormPicture(LivePreview):
    """``drawn`` is sent when the form was drawn, ``refused`` with what is wrong with it."""

    drawn = Signal()
    refused = Signal(object)

    def __init__(self, draw: Draw, parent: QWidget | None = None) -> None:
        self._draw_form = draw
        self.sample, self.blank = segment(_tr("样例"), checked=True), segment(_tr("空白"))
        super().__init__(self._picture, parent, (self.sample, self.blank))
        self.state.hide()
        together = QButtonGroup(self)
        for button in (self.sample, self.blank):
            together.addButton(button)
            on_click(button, self._again)

    def clear(self) -> None:
        """Show nothing until the next form is drawn."""
        self.paper.show_paper(None)

    def show_form(self, form_id: str, text: str, data: Mapping[str, Any]) -> None:
        """Draw a form after the pause."""
        self.ask({"form_id": form_id, "text": text, "data": data, "blank": self.blank.isChecked()})

    def _again(self) -> None:
        if self._values:
            self.ask({**self._values, "blank": self.blank.isChecked()})

    def _picture(self, values: Mapping[str, Any]) -> bytes:
        return self._draw_form(values["form_id"], values["text"], values["blank"], values["data"])

    def _on_ready(self, pdf: bytes) -> None:
        super()._on_ready(pdf)
        self.drawn.emit()

    def _on_refused(self, error: DeskError) -> None:
        self.refused.emit(error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FormPicture", text)

"""What a line of text may be completed to: asked anew with every character, taken with the arrow keys and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit

Suggest = Callable[[str], Sequence[str]]
"""Returns the whole lines that a beginning may be meant for, the likeliest first."""


def offer_suggestions(edit: QLineEdit, suggest: Suggest) -> None:
    """Show below ``edit`` what its text may be completed to; anything else may be typed all the same."""
    model = QStringListModel(edit)
    completer = QCompleter(model, edit)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)

    def on_edited(text: str) -> None:
        found = [one for one in suggest(text.strip()) if one != text.strip()] if text.strip() else []
        model.setStringList(found)

    edit.textEdited.connect(on_edited)
    edit.setCompleter(completer)

"""The band over a form: that it is the shipped one, why the own one cannot be used, that the shipped one changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk_mailadmin.form_shelf import FormShelf
from desk_mailadmin.ui.dialogs.forms.form_deeds import FormDeeds
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, on_click


class FormNotice(QWidget):
    """Shows at most one band; its buttons do what it speaks of."""

    def __init__(self, shelf: FormShelf, deeds: FormDeeds) -> None:
        super().__init__()
        self._shelf, self._form = shelf, ""
        self.copy = Button(self.tr("复制为本单位的版本"), "copy")
        self.known = Button(self.tr("知道了，用本单位的"), "check")
        on_click(self.copy, lambda: deeds.copy(self._form))
        on_click(self.known, lambda: deeds.take_base(self._form))
        self.band = Banner("blue", "", self.copy, self.known)
        self.setLayout(column(self.band))

    def show_form(self, form_id: str) -> None:
        """Say what is to be said of a form; nothing where there is nothing."""
        self._form = form_id
        library = self._shelf.library
        problem = next((one for one in library.problems if one.form == form_id), None)
        change = next((one for one in library.outdated if one.form == form_id), None)
        is_shipped = not library.own_files(form_id)
        self.copy.setVisible(is_shipped)
        self.known.setVisible(change is not None)
        if problem:
            self.band.say("red", str(problem))
        elif change:
            self.band.say("amber", str(change))
        else:
            self.band.say("blue", self.tr("这是随程序的表单，只能看；要改先复制一份，随时可以改回。"))
        self.setVisible(bool(problem or change or is_shipped))

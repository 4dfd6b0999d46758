"""PINs and recovery codes as they are typed: dots for a PIN, no draft and no memory of either."""

from __future__ import annotations

from desk_mailadmin.kernel.pins import LONGEST
from desk_mailadmin.ui.dialogs.password_dialog import PasswordField
from desk_mailadmin.ui.dialogs.text_fields import TextField
from desk_mailadmin.ui.fonts import chars

_WIDTH = 10


class PinField(PasswordField):
    """Digits shown as dots; its value is a Secret. What a PIN may be is said by the deed, beside the field."""

    def __init__(self, name: str, title: str, hint: str = "") -> None:
        super().__init__(name, title, hint)
        self.edit.setMaxLength(LONGEST)
        self.edit.setFixedWidth(chars(self, _WIDTH))


class CodeField(TextField):
    """A recovery code as it stands on the sheet; no draft of it."""

    def entry(self) -> str:
        return ""

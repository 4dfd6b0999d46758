"""Asking for a password: shown as dots, kept by no draft and no memory, handed on as a Secret."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.choice_fields import FlagField
from desk_mailadmin.ui.dialogs.field import Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.pieces import FIELD_HEIGHT, keep_left, label, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import shown

LONGEST = 1000
_TITLE = QT_TRANSLATE_NOOP("desk", "密码")


class PasswordField(Field):
    """One line shown as dots; its value is a Secret, and a draft of it is always empty."""

    def __init__(self, name: str, title: str = "", hint: str = "") -> None:
        super().__init__(name, title or shown(_TITLE), required=True, checks=(_sayable,), hint=hint)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(LONGEST)
        self.edit.setMinimumHeight(FIELD_HEIGHT)
        self.edit.setFixedWidth(chars(self, 20) + 16)
        self.setLayout(row(self.edit))
        keep_left(self, self.edit)
        self._adopt(self.edit)
        self.edit.textChanged.connect(self.changed)

    def value(self) -> Secret:
        """Return what was entered, as it was typed."""
        return Secret(self.edit.text())

    def set_value(self, value: Any) -> None:
        """Fill the field; None empties it."""
        self.edit.setText(value.bare if isinstance(value, Secret) else str(value or ""))

    def is_empty(self) -> bool:
        return not self.edit.text()

    def entry(self) -> str:
        return ""


class PasswordDialog(FormDialog):
    """Asks for a password; ``keyring`` names the system's keyring, where it has one that may remember it."""

    def __init__(
        self,
        what: str,
        prompter: Prompter,
        *,
        why: str = "",
        keyring: str = "",
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        kept = FlagField("remember", "", self.tr("记住在{keyring}里").format(keyring=keyring))
        kept.set_value(bool(keyring))
        note = "" if keyring or why else self.tr("只记到关闭程序为止，不写进台账。")
        words = FieldGroup("", *(label(text, "muted", wrap=True) for text in (what, why, note) if text))
        asked = FieldGroup("", FieldRow(PasswordField("password")), *([FieldRow(kept)] if keyring else []))
        job = FormJob(save=lambda values, _yes: values["password"], title=self.tr("继续"), icon="lock-open")
        super().__init__(
            self.tr("邮件服务器的密码"),
            [words, asked],
            job,
            prompter,
            size=(560, 260),
            memory=memory,
            key="password",
            parent=parent,
        )

    def secret(self) -> Secret:
        """Return the password entered."""
        found = self.field("password").value()
        assert isinstance(found, Secret)
        return found

    def remember(self) -> bool:
        """Say whether the keyring shall keep it."""
        return any(one.name == "remember" and bool(one.value()) for one in self.fields)


def _sayable(secret: Secret) -> None:
    if secret and not (secret.bare.isascii() and secret.bare.isprintable()):
        raise UserError(QT_TRANSLATE_NOOP("desk", "只能是英文字母、数字和符号"))

"""Asking for a recovery code; what it opens is tried before the dialog closes, and a wrong one is said beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.ui.dialogs.field import FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.members.pin_field import CodeField
from desk_mailadmin.ui.dialogs.pieces import label
from desk_mailadmin.ui.prompter import Prompter

_LONGEST = 60


class CodeDialog(FormDialog):
    """Accepted once ``tried`` took the code; ``outcome`` is what it returned."""

    def __init__(
        self,
        why: str,
        tried: Callable[[Secret], Any],
        prompter: Prompter,
        *,
        verb: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.outcome: Any = None
        words = FieldGroup("", label(why, wrap=True), label(self.tr("26 个字母和数字，大小写和空格不影响。"), "muted"))
        code = CodeField("code", self.tr("恢复码"), required=True, width=22, limit=_LONGEST)

        def save(values: Mapping[str, Any], _yes: frozenset[str]) -> object:
            self.outcome = tried(Secret(str(values["code"])))
            return True

        job = FormJob(save=save, title=verb or self.tr("打开"), icon="lock-open")
        super().__init__(
            self.tr("恢复码"), [words, FieldGroup("", FieldRow(code, below=True), label_width=4)], job, prompter,
            size=(600, 280), key="recovery_code", parent=parent,
        )  # fmt: skip

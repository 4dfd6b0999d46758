"""Who signed, who is to sign now, who comes after: one line each, fields only for the one who is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from msgspec import Struct
from PySide6.QtWidgets import QLabel, QWidget

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.ui.dialogs.choice_fields import Option, RadioField
from desk_mailadmin.ui.dialogs.field import Field
from desk_mailadmin.ui.dialogs.message import MessageLine
from desk_mailadmin.ui.dialogs.pieces import Button, IconLabel, card, column, holding, label, line, on_click, row
from desk_mailadmin.ui.dialogs.text_fields import DateField, TextField
from desk_mailadmin.ui.fonts import chars


class Witness(StrEnum):
    """Whether a refusal asks for who saw it."""

    NONE = "none"
    ASKED = "asked"
    REQUIRED = "required"


class Signer(Struct, frozen=True, kw_only=True):
    """One signature of the chain: ``recorded`` says what is known of it, empty while it is missing."""

    role: str
    title: str
    name: str = ""
    recorded: str = ""
    refused: bool = False
    due: bool = False


class SignersCard(QWidget):
    """The chain. A refusal needs an opinion; a signature is never dated in the future.

    ``refusal`` is how a refusal is called on this kind of sheet: 不同意 if empty, ``consent`` how the other is called:
    同意 if empty; ``witness`` says whether a refusal asks for who saw it.
    """

    def __init__(
        self,
        signers: tuple[Signer, ...],
        today: Callable[[], date],
        correct: Callable[[str], object] | None,
        refusal: str = "",
        witness: Witness = Witness.NONE,
        consent: str = "",
    ) -> None:
        super().__init__()
        self._today, self._correct = today, correct
        self._refusal, self._witness = refusal or self.tr("不同意"), witness
        self._consent = consent or self.tr("同意")
        self._due = next((one for one in signers if one.due), None)
        self._make_fields()
        heading = row(label(self.tr("谁签了"), "h2"), None, label(self.tr("日期照纸上写的填；默认今天"), "small"))
        parts: list[QWidget] = []
        for signer in signers:
            parts += [self._line(signer), line()]
        self.setLayout(column(card(heading, *parts[:-1], spacing=2, margins=(14, 10, 14, 8))))

    def take_focus(self) -> None:
        """Put the cursor where the paper is most likely to differ: the date, or the name if nobody is known."""
        (self.day if self.name.value() else self.name).take_focus()

    def check(self) -> bool:
        """Check all fields and lead to the first that must be changed; False too where nobody is due."""
        right = [field.check() for field in self._fields]
        for field, is_right in zip(self._fields, right, strict=True):
            if not is_right:
                field.take_focus()
                break
        return self._due is not None and all(right)

    @property
    def refused(self) -> bool:
        """Whether a refusal is being entered."""
        return self.agreed.value() == "no"

    def seen_by(self) -> str:
        """Return who saw the refusal, empty for a signature."""
        return self.witness.value() if self.refused else ""

    def entry(self) -> tuple[str, str, bool, str, date]:
        """Return role, name, whether agreed, opinion and date."""
        assert self._due is not None, "nobody is due"
        day = self.day.value()
        assert day is not None, "entry is read after check"
        return self._due.role, self.name.value(), self.agreed.value() == "yes", self.opinion.value(), day

    def refuse(self, error: UserError) -> bool:
        """Show a refusal beside its field; False where it names none of ours."""
        for field in self._fields:
            if field.name == error.field:
                field.refuse(error)
                field.take_focus()
                return True
        return False

    def _make_fields(self) -> None:
        start = self._due.name if self._due else ""
        self.name = TextField("name", self.tr("签字人"), required=True, width=5, limit=30)
        self.name.set_value(start)
        options = [Option("yes", self._consent), Option("no", self._refusal)]
        self.agreed = RadioField("agreed", self.tr("意见"), options)
        self.day = DateField("signed_on", self.tr("日期"), today=self._today, required=True, checks=[self._not_later])
        self.day.set_value(self._today())
        self.opinion = TextField("opinion", self.tr("签字意见"), width=0, limit=200)
        self.opinion.edit.setPlaceholderText(
            self.tr("纸上写了意见就照抄；{refusal}时必填").format(refusal=self._refusal)
        )
        self.witness = TextField("witness", self.tr("见证人"), width=6, limit=30)
        self.witness.edit.setPlaceholderText(self.tr("见证人姓名"))
        self.witness.hide()
        self._fields: tuple[Field, ...] = (self.name, self.agreed, self.day, self.opinion, self.witness)
        self._message = MessageLine()
        for field in self._fields:
            field.told.connect(self._show_message)
        self.agreed.changed.connect(self._on_agreed)

    def _on_agreed(self) -> None:
        self.opinion.required = self.refused
        self.opinion.check()
        self.witness.setVisible(self.refused and self._witness is not Witness.NONE)
        self.witness.required = self.refused and self._witness is Witness.REQUIRED
        self.witness.check()

    def _not_later(self, day: date) -> None:
        if day > self._today():
            raise UserError(self.tr("日期在今天之后，纸上不会有。"))

    def _show_message(self) -> None:
        said = [field.message for field in self._fields if field.message]
        self._message.show_message(said[0] if said else None)

    def _line(self, signer: Signer) -> QWidget:
        if signer.recorded:
            return self._done_line(signer)
        return self._due_line(signer) if signer is self._due else self._later_line(signer)

    def _done_line(self, signer: Signer) -> QWidget:
        sign = IconLabel(18, "x", "red") if signer.refused else IconLabel(18, "circle-check", "green")
        parts = row(sign, *self._names(signer, "b"), label(signer.recorded, "muted"),
                    None, spacing=10, margins=(0, 4, 0, 4))  # fmt: skip
        if self._correct:
            correct, button = self._correct, Button(self.tr("更正"), kind="link")
            on_click(button, lambda: correct(signer.role))
            parts.addWidget(button)
        return holding(parts)

    def _due_line(self, signer: Signer) -> QWidget:
        title = label(signer.title, "muted")
        title.setFixedWidth(chars(self, 8))
        first = row(IconLabel(18, "circle-dot", "link"), self.name, title, self.agreed, self.day, spacing=10)
        first.addWidget(self._message, 1)
        second = row(28, self.opinion, 8, self.witness, spacing=0)
        return holding(column(first, second, spacing=6, margins=(0, 4, 0, 6)))

    def _later_line(self, signer: Signer) -> QWidget:
        later = label(self.tr("还没轮到"), "small")
        names = self._names(signer, "muted")
        return holding(row(IconLabel(18, "circle"), *names, None, later, spacing=10, margins=(0, 4, 0, 4)))

    def _names(self, signer: Signer, role: str) -> tuple[QLabel, QLabel]:
        name, title = label(signer.name or "—", role), label(signer.title, "muted")
        name.setFixedWidth(chars(self, 5) + 16)
        title.setFixedWidth(chars(self, 8))
        return name, title

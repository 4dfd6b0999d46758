"""Recording one signature of a sheet, with its scan (look/ui 15)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk_mailadmin.kernel.errors import EnvironmentFault, NeedsConfirmation, UserError
from desk_mailadmin.kernel.lifecycle import State
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, MessageLine, hint
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, Chip, IconLabel, column, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.scan import Scan
from desk_mailadmin.ui.dialogs.scan_zone import Compare, ScanZone
from desk_mailadmin.ui.dialogs.signers import Signer, SignersCard, Witness
from desk_mailadmin.ui.memory import Memory
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import goes_on, remedy_of, said


class SignatureSheet(Struct, frozen=True, kw_only=True):
    """The sheet that came back: what stands at the top, who signs in which order, what is missing afterwards."""

    title: str
    subtitle: str
    state: State
    signers: tuple[Signer, ...]
    afterwards: str = ""
    by_scan: bool = False
    verb: str = ""
    """What stands on the title and the button: 登记签字 if empty."""
    refusal: str = ""
    """How a refusal is called: 不同意 if empty."""
    witness: Witness = Witness.NONE
    consent: str = ""
    """What signing means: 同意 if empty; who signs for a notice need not agree with it."""


class Signature(Struct, frozen=True):
    """What the clerk read from the paper; ``scans`` are to be attached."""

    role: str
    name: str
    agreed: bool
    opinion: str
    signed_on: date
    scans: tuple[Scan, ...] = ()
    witness: str = ""


Record = Callable[[Signature, frozenset[str]], object]


class SignatureJob(Struct, frozen=True, kw_only=True):
    """What the dialog does: ``record`` keeps a signature (UserError, NeedsConfirmation, EnvironmentFault are shown).

    ``compare`` judges the codes read from a scan; ``correct`` opens the correction of a recorded signature.
    """

    record: Record
    compare: Compare
    today: Callable[[], date]
    correct: Callable[[str], object] | None = None


class SignatureDialog(DialogFrame):
    """Accepted once recorded; ``goes_on``: the clerk wants to scan the next one, ``next_digits`` if it was read."""

    def __init__(
        self,
        sheet: SignatureSheet,
        job: SignatureJob,
        prompter: Prompter,
        *,
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", (840, 560), memory=memory, parent=parent)
        self._verb = sheet.verb or self.tr("登记签字")
        self.setWindowTitle(self.tr("{verb}　扫码打开").format(verb=self._verb) if sheet.by_scan else self._verb)
        self.goes_on, self.next_digits = False, ""
        self._sheet, self._job, self._prompter = sheet, job, prompter
        self._recording = False
        self.signers = SignersCard(sheet.signers, job.today, job.correct, sheet.refusal, sheet.witness, sheet.consent)
        self.zone = ScanZone(job.compare, prompter)
        self.trouble = Banner("red", "")
        self.trouble.hide()
        self._build()
        for edit in self.findChildren(QLineEdit):
            edit.installEventFilter(self)

    def record(self, *, going_on: bool = False) -> bool:
        """Keep the signature; False where something hinders, which is then shown."""
        if self._recording or not self._all_right():
            return False
        self._recording = True
        try:
            recorded = self._try_to_record(frozenset())
        finally:
            self._recording = False
        if recorded:
            self.goes_on = going_on
            self.accept()
        return recorded

    def take_scan(self, digits: str) -> None:
        """A sheet was scanned while the dialog is open: another one saves this one, the same is only said."""
        if self._job.compare((digits,)).kind is MessageKind.OK:
            self.zone.say(hint(self.tr("扫到的就是这一张。")))
        elif self.record(going_on=True):
            self.next_digits = digits

    def take_misread(self, _digits: str) -> None:
        """A sheet was read wrongly: nothing is saved."""
        self.zone.say(Message(MessageKind.ERROR, self.tr("二维码没有扫对，再扫一次。")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._is_paste(event) and self.zone.take_clipboard()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._is_paste(event) and self.zone.take_clipboard()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.signers.take_focus()

    def _is_paste(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Paste)

    def _build(self) -> None:
        sheet = self._sheet
        chip = Chip(sheet.state.tone, sheet.state.icon, sheet.state.title)
        words = column(label(sheet.title, "h1"), label(sheet.subtitle, "muted"), spacing=1)
        top = row(IconLabel(22, "scan-qr-code", "green"), words, None, chip, spacing=12)
        heading = label(self.tr("扫描件（可以以后补）"), "h2")
        parts: list[QWidget | QHBoxLayout] = [self.trouble, top, self.signers, heading, self.zone]
        if sheet.afterwards:
            self._note = MessageLine()
            self._say_afterwards()
            self.signers.agreed.changed.connect(self._say_afterwards)
            parts.append(self._note)
        body = holding(column(*parts, None, spacing=10, margins=(20, 16, 20, 10)))
        self.lay_out(body, *self._footer())

    def _say_afterwards(self) -> None:
        refused = self.signers.agreed.value() == "no"
        ends = self.tr("登记后这张申请到此为止，不再往下签。")
        self._note.show_message(hint(ends if refused else self._sheet.afterwards))

    def _footer(self) -> list[QWidget | None]:
        cancel = Button(self.tr("取消"))
        more = Button(self.tr("登记并继续扫描"), "scan-qr-code")
        primary = Button(self._verb, "pen-line", "primary")
        on_click(cancel, self.reject)
        on_click(more, lambda: self.record(going_on=True))
        on_click(primary, self.record)
        self.make_primary(primary)
        return [label(self.tr("扫下一张即自动保存这一张"), "small"), None, cancel, more, primary]

    def _all_right(self) -> bool:
        if self.zone.foreign:
            self._say(self.tr("有一份扫描件是另一张表的，移除后再登记。"))
            return False
        return self.signers.check()

    def _try_to_record(self, confirmed: frozenset[str]) -> bool:
        role, name, agreed, opinion, day = self.signers.entry()
        try:
            given = Signature(role, name, agreed, opinion, day, self.zone.scans, self.signers.seen_by())
            self._job.record(given, confirmed)
        except NeedsConfirmation as question:
            wanted = goes_on(self._prompter, question, self.tr("仍然登记"))
            return wanted and self._try_to_record(confirmed | {question.key})
        except UserError as error:
            if not self.signers.refuse(error):
                self._say(said(error))
            return False
        except EnvironmentFault as fault:
            self._say(f"{said(fault)}{remedy_of(fault)}")
            return False
        return True

    def _say(self, text: str) -> None:
        self.trouble.say("red", text)
        self.trouble.show()

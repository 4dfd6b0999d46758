"""Every question to the clerk goes through a prompter: a window asks with dialogs, a test answers by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice


class Prompter(Protocol):
    """What may be asked; None always means that the clerk withdrew.

    Texts come translated and filled in; ``filters`` are Qt's file filters (``Excel (*.xlsx);;CSV (*.csv)``).
    """

    def inform(self, text: str, detail: str = "") -> None:
        """Say something that needs no answer."""
        ...

    def warn(self, text: str, remedy: str = "") -> None:
        """Say what is wrong and, as 怎么办, what to do."""
        ...

    def retry(self, text: str, remedy: str = "") -> bool:
        """Say what the machine refused and what to do; True where the clerk wants it tried again."""
        ...

    def confirm(self, question: str, verb: str, *, detail: str = "", danger: bool = False) -> bool:
        """Ask before something that cannot be undone; ``verb`` stands on the button, 取消 is the default."""
        ...

    def choose(self, question: str, choices: Sequence[Choice], *, verb: str = "") -> str | None:
        """Let the clerk pick one of several; returns its key."""
        ...

    def ask_text(self, question: str, *, label: str = "", start: str = "", required: bool = True) -> str | None:
        """Ask for a line or two of text, such as a reason."""
        ...

    def ask_pin(self, question: str, check: Callable[[Secret], None]) -> bool:
        """Ask for a PIN until ``check`` takes it (it raises UserError); False where the clerk withdrew."""
        ...

    def ask_date(self, question: str, *, label: str = "", start: date | None = None) -> date | None:
        """Ask for a day, written as clerks write it."""
        ...

    def ask_date_and_reason(self, question: str, *, start: date | None = None) -> tuple[date, str] | None:
        """Ask for a day and the reason for it."""
        ...

    def open_path(self, title: str, *, filters: str = "", start: Path | None = None) -> Path | None:
        """Ask for one existing file."""
        ...

    def open_folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """Ask for one existing folder."""
        ...

    def save_path(self, title: str, *, suggested: str, filters: str = "", start: Path | None = None) -> Path | None:
        """Ask where a new file goes; overwriting was confirmed by the clerk."""
        ...

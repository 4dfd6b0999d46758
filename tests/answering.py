"""A prompter for tests: it answers from a list given before, keeps what it was asked, and refuses to be surprised."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.table import Choice


@dataclass
class AnsweringPrompter:
    """Give the answers in the order of the questions; ``asked`` holds (kind, text) of all that was said or asked."""

    answers: deque[Any] = field(default_factory=deque)
    asked: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def with_answers(cls, *answers: Any) -> AnsweringPrompter:
        return cls(deque(answers))

    def texts(self, kind: str) -> list[str]:
        return [text for what, text in self.asked if what == kind]

    def inform(self, text: str, detail: str = "") -> None:
        self.asked.append(("inform", f"{text}{detail}"))

    def warn(self, text: str, remedy: str = "") -> None:
        self.asked.append(("warn", f"{text}{remedy}"))

    def retry(self, text: str, remedy: str = "") -> bool:
        return bool(self._answer("retry", f"{text}{remedy}"))

    def confirm(self, question: str, verb: str, *, detail: str = "", danger: bool = False) -> bool:
        return bool(self._answer("confirm", f"{question}{detail}"))

    def choose(self, question: str, choices: Sequence[Choice], *, verb: str = "") -> str | None:
        answer = self._answer("choose", question)
        assert answer is None or answer in [choice.key for choice in choices], f"no such choice: {answer}"
        return answer

    def ask_text(self, question: str, *, label: str = "", start: str = "", required: bool = True) -> str | None:
        return self._answer("ask_text", question)

    def ask_pin(self, question: str, check: Callable[[Secret], None]) -> bool:
        pin = self._answer("ask_pin", question)
        if pin is not None:
            check(Secret(pin))
        return pin is not None

    def ask_date(self, question: str, *, label: str = "", start: date | None = None) -> date | None:
        return self._answer("ask_date", question)

    def ask_date_and_reason(self, question: str, *, start: date | None = None) -> tuple[date, str] | None:
        return self._answer("ask_date_and_reason", question)

    def open_path(self, title: str, *, filters: str = "", start: Path | None = None) -> Path | None:
        return self._answer("open_path", title)

    def open_folder(self, title: str, *, start: Path | None = None) -> Path | None:
        return self._answer("open_folder", title)

    def save_path(self, title: str, *, suggested: str, filters: str = "", start: Path | None = None) -> Path | None:
        return self._answer("save_path", title)

    def _answer(self, kind: str, text: str) -> Any:
        self.asked.append((kind, text))
        assert self.answers, f"unexpected question ({kind}): {text}"
        return self.answers.popleft()

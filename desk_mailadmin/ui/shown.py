"""Errors as the clerk meets them: translated, filled in, and put to the prompter by who can mend them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from desk_mailadmin.kernel.errors import DeskError, EnvironmentFault, NeedsConfirmation, NeedsPin, UserError
from desk_mailadmin.kernel.words import CONTEXT, QT_TRANSLATE_NOOP
from desk_mailadmin.ui.prompter import Prompter

T = TypeVar("T")
Confirmed = frozenset[str]
GO_ON = QT_TRANSLATE_NOOP("desk", "仍然继续")


def shown(template: str, /, **values: object) -> str:
    """Return a text from below Qt as people read it: translated, with its values filled in."""
    text = QCoreApplication.translate(CONTEXT, template)
    return text.format_map(values) if values else text


def said(error: DeskError) -> str:
    """Return the sentence of an error."""
    return shown(error.template, **error.values)


def remedy_of(fault: EnvironmentFault) -> str:
    """Return what to do about a fault of the machine."""
    return shown(fault.remedy_template, **fault.values) if fault.remedy_template else ""


def goes_on(prompter: Prompter, question: NeedsConfirmation, verb: str) -> bool:
    """Put a question to the clerk, or ask for the PIN once more; say whether the deed may go on."""
    if isinstance(question, NeedsPin):
        return prompter.ask_pin(said(question), question.confirm)
    return prompter.confirm(said(question), verb)


def attempt(prompter: Prompter, deed: Callable[[Confirmed], T]) -> T | None:
    """Do ``deed``; put what it raises to the clerk and return its result, or None where it was not done.

    ``deed`` gets the keys of the questions already answered with yes and is called again after each
    (NeedsConfirmation) and after each 重试 (EnvironmentFault). Anything that is no DeskError is a bug and passes.
    """
    confirmed: Confirmed = frozenset()
    while True:
        try:
            return deed(confirmed)
        except NeedsConfirmation as question:
            if not goes_on(prompter, question, shown(GO_ON)):
                return None
            confirmed |= {question.key}
        except EnvironmentFault as fault:
            if not prompter.retry(said(fault), remedy_of(fault)):
                return None
        except UserError as error:
            prompter.warn(said(error))
            return None

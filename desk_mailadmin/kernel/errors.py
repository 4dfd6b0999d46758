"""What may go wrong, by who can put it right.

Every error carries a template and its values: layers below Qt raise them in simplified Chinese,
``ui/`` translates the template and fills in the values when it shows them.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_mailadmin.kernel.secret import Secret

_LONGEST_VALUE = 300
"""Characters of a value that a sentence can bear; a pasted book is not repeated in its own refusal."""


def _sayable(value: object) -> object:
    if not isinstance(value, str) or len(value) <= _LONGEST_VALUE:
        return value
    return f"{value[:_LONGEST_VALUE]}…"


class DeskError(Exception):
    """Base of every error this program raises on purpose."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values: dict[str, object] = {key: _sayable(value) for key, value in values.items()}
        super().__init__(template.format_map(self.values) if values else template)

    def __reduce__(self) -> tuple[object, ...]:
        """Keep template and values on the way back from the child that reads foreign files."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]  # pickle's own


class UserError(DeskError):
    """The clerk can put this right; ``field`` names the entry it belongs to, if it is one."""

    def __init__(self, template: str, /, *, field: str | None = None, **values: object) -> None:
        super().__init__(template, **values)
        self.field = field


class NeedsConfirmation(DeskError):  # noqa: N818  (it asks, it is not an error)
    """Allowed, but only if the clerk says so; ``key`` names the question.

    The caller asks through the prompter and calls the service again with ``key`` among the confirmed ones.
    """

    def __init__(self, key: str, template: str, /, **values: object) -> None:
        super().__init__(template, **values)
        self.key = key


class NeedsPin(NeedsConfirmation):
    """Allowed, but only after the PIN of the person at the desk was asked once more (SAFETY 5.8).

    ``confirm`` takes what was typed and raises UserError where it is wrong; after it the service is called again.
    """

    def __init__(self, confirm: Callable[[Secret], None], template: str, /, **values: object) -> None:
        super().__init__("pin", template, **values)
        self.confirm = confirm


class EnvironmentFault(DeskError):  # noqa: N818  (a fault of the machine, not an error of ours)
    """Disk full, file locked, printer missing: not a bug, not the clerk's doing.

    The fault's own sentence says what happened and what became of the data; ``remedy`` says what to do.
    """

    def __init__(self, template: str, /, *, remedy: str = "", **values: object) -> None:
        super().__init__(template, **values)
        self.remedy_template = remedy
        self.remedy = remedy.format_map(values) if values else remedy

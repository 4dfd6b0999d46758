"""The import of a roster as an action of the staff register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_mailadmin.kernel.register import Action, Scope
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


def _import(bench: Any, _ids: Sequence[int]) -> None:
    from desk_mailadmin.registers.roster.form import import_roster

    import_roster(bench)


IMPORT_ROSTER = Action(
    "import_roster",
    QT_TRANSLATE_NOOP("desk", "导入花名册…"),
    "upload",
    _import,
    Scope.LIST,
    "Ctrl+I",
    deed="staff.import",
)

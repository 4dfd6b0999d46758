"""The import of a hand-kept ledger as an action of the penalty ledger."""

from __future__ import annotations

from desk_mailadmin.kernel.register import Action, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

IMPORT_LEDGER = Action(
    "import_ledger",
    QT_TRANSLATE_NOOP("desk", "导入旧台账…"),
    "upload",
    deferred(f"{__package__}.form", "import_ledger"),
    Scope.LIST,
    "Ctrl+I",
    secondary=True,
    deed="penalty.import",
)

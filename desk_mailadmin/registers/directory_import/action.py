"""The import of a hand-kept directory as an action of the directory."""

from __future__ import annotations

from desk_mailadmin.kernel.register import Action, Scope, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

IMPORT_DIRECTORY = Action(
    "import_directory",
    QT_TRANSLATE_NOOP("desk", "导入通讯录…"),
    "upload",
    deferred(f"{__package__}.form", "import_directory"),
    Scope.LIST,
    "Ctrl+I",
    secondary=True,
    deed="directory.import",
)

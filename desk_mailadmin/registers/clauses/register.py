"""The demands of the regulations as the program knows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_mailadmin.kernel.clauses import load_demands
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.clauses.service import ClausesService
from desk_mailadmin.registers.clauses.table import TABLE


def _build(_desk: Any, _services: Mapping[str, Any]) -> ClausesService:
    return ClausesService(lambda: load_demands(asset_dir("resources") / "clauses.toml"))


REGISTER = Register(
    key="clauses",
    title=QT_TRANSLATE_NOOP("desk", "制度条款"),
    tab="clauses",
    icon="scale",
    table=TABLE,
    build=_build,
)

"""The rulebook as the program knows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.register import Register
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.rulebook.entries import SETTINGS
from desk_mailadmin.registers.rulebook.panel import article_detail
from desk_mailadmin.registers.rulebook.service import RulebookService
from desk_mailadmin.registers.rulebook.shipped import shipped
from desk_mailadmin.registers.rulebook.table import TABLE


def _build(desk: Any, _services: Mapping[str, Any]) -> RulebookService:
    return RulebookService(desk, lambda: shipped(asset_dir("resources") / "rulebook" / "articles.toml"), article_detail)


REGISTER = Register(
    key="rulebook",
    title=QT_TRANSLATE_NOOP("desk", "规则库"),
    tab="penalties",
    icon="scale",
    table=TABLE,
    build=_build,
    settings=SETTINGS,
)

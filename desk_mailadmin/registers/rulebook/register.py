"""The rulebook as the program knows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.register import Action, Register, deferred
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.rulebook.entries import SETTINGS
from desk_mailadmin.registers.rulebook.listing import ArticleRow
from desk_mailadmin.registers.rulebook.panel import article_detail
from desk_mailadmin.registers.rulebook.service import RulebookService
from desk_mailadmin.registers.rulebook.shipped import shipped
from desk_mailadmin.registers.rulebook.table import TABLE

_FORM = "desk_mailadmin.registers.rulebook.form"


def _build(desk: Any, _services: Mapping[str, Any]) -> RulebookService:
    return RulebookService(desk, lambda: shipped(asset_dir("resources") / "rulebook" / "articles.toml"), article_detail)


def _unless_active(row: ArticleRow) -> str:
    if row.is_asleep:
        return QT_TRANSLATE_NOOP("desk", "这项制度没有施行，先在“设置”里勾选。")
    if row.state == "active":
        return QT_TRANSLATE_NOOP("desk", "已经施行。")
    return ""


def _unless_off(row: ArticleRow) -> str:
    return QT_TRANSLATE_NOOP("desk", "已经停用。") if row.state == "off" else ""


REGISTER = Register(
    key="rulebook",
    title=QT_TRANSLATE_NOOP("desk", "规则库"),
    tab="penalties",
    icon="scale",
    table=TABLE,
    build=_build,
    actions=(
        Action("change", QT_TRANSLATE_NOOP("desk", "修改数字…"), "pencil", deferred(_FORM, "change"), shortcut="F2",
               primary=True, deed="rulebook.change"),
        Action("stop", QT_TRANSLATE_NOOP("desk", "停用…"), "ban", deferred(_FORM, "stop"), locked=_unless_off,
               deed="rulebook.change"),
        Action("start", QT_TRANSLATE_NOOP("desk", "启用…"), "circle-check", deferred(_FORM, "start"),
               locked=_unless_active, deed="rulebook.change"),
    ),
    next_step=lambda _row: "change",
    settings=SETTINGS,
)  # fmt: skip

"""Changing one setting: the field that fits its value, the date from which it holds, what held before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.settings import Setting
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.prompter import Prompter
from desk_mailadmin.ui.shown import shown

Put = Callable[[Any, date, frozenset[str]], object]
_MOST = 2**31 - 1
_VALUE, _IN_FORCE = "value", "in_force"
_SINCE = QT_TRANSLATE_NOOP("desk", "施行日")
_NOTE = QT_TRANSLATE_NOOP("desk", "从这一天起算")


class SettingVersion(Protocol):
    """A version the office decided; a value that cannot be read any more is None."""

    @property
    def value(self) -> Any:
        """The value."""
        ...

    @property
    def in_force(self) -> date:
        """The day from which it holds."""
        ...


def value_text(setting: Setting[Any], value: Any) -> str:
    """Return a value as people read it, in the window's language; empty for None."""
    return "" if value is None else setting.in_words(value, shown)


class SettingForm(RecordForm):
    """Asks for a value and its in-force date; the rule of the setting itself judges the value."""

    def __init__(
        self,
        setting: Setting[Any],
        start: Any,
        versions: Sequence[SettingVersion],
        put: Put,
        prompter: Prompter,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        def save(values: Any, confirmed: frozenset[str]) -> object:
            return put(_of_type(setting, values[_VALUE]), values[_IN_FORCE], confirmed)

        title = shown(setting.title)
        since = Asked(name=_IN_FORCE, title=_SINCE, kind=Asks.DATE, required=True, start=today(), note=_NOTE)
        job = FormJob(save=save, title=QCoreApplication.translate("SettingForm", "保存"))
        super().__init__(
            title, (_asked(setting, start), since), job, prompter,
            today=today, explanation=_explained(setting, versions), size=(560, 340), key="setting", parent=parent,
        )  # fmt: skip


def _asked(setting: Setting[Any], start: Any) -> Asked:
    choices = tuple(Choice(key, shown(title)) for key, title in setting.choices)

    def check(value: Any) -> None:
        setting.check(_of_type(setting, value))

    common: dict[str, Any] = {"name": _VALUE, "title": setting.title, "start": start, "checks": (check,)}
    default = setting.default
    if isinstance(default, bool):
        return Asked(**common, kind=Asks.FLAG, note=setting.note or setting.title)
    if isinstance(default, int):
        low, high = setting.least or 0, setting.most or _MOST
        return Asked(**common, kind=Asks.NUMBER, low=low, high=high, unit=shown(setting.unit))
    if choices and isinstance(default, list):
        return Asked(**common, kind=Asks.CHECKS, choices=choices)
    if choices:
        return Asked(**common, kind=Asks.CHOICE, choices=choices, required=True, width=22)
    if isinstance(default, list):
        return Asked(**common | {"start": "，".join(start)}, limit=500, width=0)
    return Asked(**common, limit=500, width=0)


def _of_type(setting: Setting[Any], value: Any) -> Any:
    """Return a field's value in the setting's own type; ticks keep the order of the choices."""
    if isinstance(value, frozenset):
        return [key for key, _ in setting.choices if key in value]
    if isinstance(setting.default, list) and isinstance(value, str):
        return setting.from_text(value)
    return value


def _explained(setting: Setting[Any], versions: Sequence[SettingVersion]) -> str:
    original = shown(QT_TRANSLATE_NOOP("desk", "制度原文：{value}"), value=value_text(setting, setting.default))
    clause = cite(setting.clause)
    lines = [f"{original}（{clause}）" if clause else "", shown(setting.note)]
    for one in sorted(versions, key=lambda version: version.in_force, reverse=True)[:5]:
        since = shown(QT_TRANSLATE_NOOP("desk", "{day} 起：{value}"), day=one.in_force,
                      value=value_text(setting, one.value))  # fmt: skip
        lines.append(since)
    return "\n".join(text for text in lines if text)

"""The lines of 今日 that are of the desk itself: its calendar, its backups, its forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from desk_mailadmin.documents.form_layers import RENDERER
from desk_mailadmin.documents.library import BaseChange, FormProblem
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.shown import shown


def calendar_todo(year: int) -> Todo:
    """Return the line for a year whose holidays are not known yet (M14-1)."""
    text = shown(QT_TRANSLATE_NOOP("desk", "{year} 年的放假和调休公布后录入，期限才算得准"), year=year)
    title, verb = QT_TRANSLATE_NOOP("desk", "节假日未录入"), QT_TRANSLATE_NOOP("desk", "录入…")
    due = date(year - 1, 12, 31)
    return _line(f"calendar/{year}", title, text, "calendar", verb, "calendar-days", number=str(year), due=due)


def backup_todo(folder: Path | None) -> Todo:
    """Return the line for a second place that holds no fresh backup."""
    text = shown(QT_TRANSLATE_NOOP("desk", "{folder} 里没有七天以内的备份；插上移动硬盘或连上共享盘"), folder=folder)
    title, verb = QT_TRANSLATE_NOOP("desk", "备份没有另存"), QT_TRANSLATE_NOOP("desk", "立即备份")
    return _line("backup/second", title, text, "backup", verb, "hard-drive")


def form_todo(problem: FormProblem) -> Todo:
    """Return the line for an own form that cannot be used."""
    title, verb = QT_TRANSLATE_NOOP("desk", "表单用不了"), QT_TRANSLATE_NOOP("desk", "改正…")
    return _line(f"form/{problem.form or problem.file}", title, str(problem), "forms", verb, "file-x")


def base_todo(change: BaseChange) -> Todo:
    """Return the line for a shipped form that changed under the office's own version."""
    title, verb = QT_TRANSLATE_NOOP("desk", "随程序的表单有改动"), QT_TRANSLATE_NOOP("desk", "比较…")
    return _line(f"form/{change.form}/{change.shipped_rev}", title, str(change), "forms", verb, "file-check")


def told_once(problems: Sequence[FormProblem]) -> Sequence[FormProblem]:
    """Return the problems with that of the template all forms share told once, not for each form."""
    shared = next((one for one in problems if one.file == RENDERER), None)
    if shared is None:
        return problems
    said = shown(QT_TRANSLATE_NOOP("desk", "所有表单用的是随程序的样子。{fault}"), fault=shared.diagnostic)
    others = [one for one in problems if one.file != RENDERER]
    return [*others, FormProblem("", RENDERER, said, shared.line)]


def _line(
    key: str, title: str, text: str, action: str, verb: str, icon: str, *, number: str = "", due: date | None = None
) -> Todo:
    return Todo(
        key=key,
        title=title,
        number=number,
        text=text,
        due=due,
        clause="",
        register="",
        record=None,
        action=action,
        action_title=verb,
        field=Field.DESK,
        icon=icon,
    )

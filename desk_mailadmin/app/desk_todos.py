"""The lines of 今日 that are of the desk itself: its calendar, its backups, its forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desk_mailadmin.documents.form_layers import RENDERER
from desk_mailadmin.documents.library import BaseChange, FormProblem
from desk_mailadmin.kernel.todo import Field, Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.ui.shown import shown


def calendar_todo(year: int) -> Todo:
    """Return the line for a year whose holidays are not known yet (M14-1)."""
    text = shown(QT_TRANSLATE_NOOP("desk", "{year} 年的放假和调休公布后录入，期限才算得准"), year=year)
    title, verb = QT_TRANSLATE_NOOP("desk", "节假日未录入"), QT_TRANSLATE_NOOP("desk", "录入…")
    due = date(year - 1, 12, 31)
    return _line(f"calendar/{year}", title, text, "calendar", verb, "calendar-days", number=str(year), due=due)


def backup_todos(office: Office) -> list[Todo]:
    """Return the lines about backups: none fresh in the second place, damage found in one, rows gone without a word."""
    backups, folder = office.desk.backups, office.second_place()
    found = [_second_todo(folder, office)] if folder is not None and office.desk.second_place.is_late(folder) else []
    if damaged := backups.damaged():
        text = shown(
            QT_TRANSLATE_NOOP("desk", "第 {number} 份备份有损坏，不能用来恢复；检查磁盘，再备份一次"),
            number=damaged[0].number,
        )
        found.append(_backup_line("backup/damaged", QT_TRANSLATE_NOOP("desk", "备份有损坏"), text))
    if backups.alarm:
        text = shown(QT_TRANSLATE_NOOP("desk", "有一类记录比备份里少了一成以上，旧备份先一份不删；看看是不是误删"))
        found.append(_backup_line("backup/shrunk", QT_TRANSLATE_NOOP("desk", "数据变少"), text, BACKUPS))
    return [*found, *_drill_todos(office)]


def _drill_todos(office: Office) -> list[Todo]:
    """Return the line of a drill that failed, or that was not made for long."""
    from desk_mailadmin.drill_log import is_overdue, last_drill

    noted = last_drill(office)
    if noted is not None and not noted.drill.passed:
        title, text = QT_TRANSLATE_NOOP("desk", "恢复演练没有通过"), "；".join(noted.drill.faults)
        return [_backup_line("backup/drill", title, text, BACKUPS)]
    if is_overdue(office):
        title = QT_TRANSLATE_NOOP("desk", "恢复演练过期")
        text = shown(QT_TRANSLATE_NOOP("desk", "40 天没有试过备份能不能恢复；打开“备份…”，点“现在演练”"))
        return [_backup_line("backup/drill", title, text, BACKUPS)]
    return []


BACKUPS = "backups"
"""The action that opens the window of backups."""


def _second_todo(folder: Path, office: Office) -> Todo:
    text = shown(QT_TRANSLATE_NOOP("desk", "{folder} 里没有 7 天以内的备份；插上移动硬盘或连上共享盘"), folder=folder)
    why = office.desk.second_place.fault(folder)
    return _backup_line("backup/second", QT_TRANSLATE_NOOP("desk", "备份没有另存"), why or text)


def _backup_line(key: str, title: str, text: str, action: str = "backup") -> Todo:
    verb = QT_TRANSLATE_NOOP("desk", "立即备份") if action == "backup" else QT_TRANSLATE_NOOP("desk", "备份…")
    return _line(key, title, text, action, verb, "hard-drive")


def second_told(office: Office) -> dict[str, Any]:
    """Return what the status bar says of the second place, without asking that disk (``Place.second``, ``late``)."""
    folder = office.second_place()
    if folder is None or office.desk.view_only:
        return {}
    noted, late = office.desk.second_place.noted(folder), office.desk.second_place.is_late(folder)
    if noted is None:
        return {"second": shown(QT_TRANSLATE_NOOP("desk", "从未")), "late": late}
    days = abs((office.desk.clock.now() - noted.moment).days)
    ago = shown(QT_TRANSLATE_NOOP("desk", "（{days} 天前）"), days=days) if days else ""
    return {"second": f"{noted.moment.astimezone():%m-%d %H:%M}{ago}", "late": late}


def check_todo(place: int, text: str, today: date) -> Todo:
    """Return the line for something a check of the data found wrong, due at once; ``place`` tells several apart."""
    title, verb = QT_TRANSLATE_NOOP("desk", "数据检查发现问题"), QT_TRANSLATE_NOOP("desk", "查看…")
    return _line(f"check/{place}", title, text, "check", verb, "triangle-alert", due=today)


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

"""``desk.toml``: the settings of an office and its branches in one file, as IT hands them over."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.catalogue import ALL_SETTINGS
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import CLERK, Setting
from desk_mailadmin.kernel.toml_text import parsed_toml
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.registers.branches.rules import BranchEntry, ClientSettings, Server, usual_client_settings
from desk_mailadmin.registers.branches.service import BranchesService

_LARGEST = 1_000_000
_TEXTS = ("name", "kind", "head", "personnel", "mail_person")
_SERVERS = ("imap", "pop", "smtp")
_BRANCH_KEYS = frozenset({*_TEXTS, *_SERVERS, "domain", "webmail"})
_SINCE = date(2000, 1, 1)
"""From when a figure is in force that an office names before its first record."""


class DeskFile(Struct, frozen=True):
    """What stands in a desk file."""

    settings: Mapping[str, Any]
    branches: Sequence[Mapping[str, Any]]


def read_desk_file(path: Path) -> DeskFile:
    """Return what a desk file says; raise UserError naming file and line where it cannot be read."""
    try:
        raw = _capped(path)
        body = parsed_toml(raw.decode("utf-8-sig"))
    except FileNotFoundError:
        raise UserError(QT_TRANSLATE_NOOP("desk", "没有文件 {file}。"), file=path) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 读不出来：{fault}"), file=path, fault=fault) from None
    except RecursionError:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 读不出来：括号套得太深。"), file=path) from None
    settings, branches = body.get("settings", {}), body.get("branch", [])
    unknown = sorted(set(body) - {"settings", "branch"})
    if unknown or not body or not _are_tables(settings, branches):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "{file} 里应是 [settings] 和 [[branch]] 两部分，不认识“{unknown}”。"),
            file=path,
            unknown="、".join(unknown),
        )
    return DeskFile(settings, branches)


def _capped(path: Path) -> bytes:
    with path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 超过 1 MB，不像 desk.toml。"), file=path)
    return raw


def _are_tables(settings: object, branches: object) -> bool:
    return isinstance(settings, dict) and isinstance(branches, list) and all(isinstance(one, dict) for one in branches)


def apply_desk_file(office: Office, file: DeskFile) -> None:
    """Put settings and branches of a file in force, all of it or nothing; raise UserError naming what cannot stand."""
    with office.desk.work("desk.file"):
        for key, value in file.settings.items():
            apply_setting(office, key, value)
        for branch in file.branches:
            apply_branch(office.services["branches"], branch)


def apply_setting(office: Office, key: str, value: Any, in_force: date | None = None) -> None:
    """Decide one setting from a day on (None: it was always so); texts are read as the setting's type."""
    setting = setting_named(key)
    fitting = setting.from_text(value) if isinstance(value, str) else setting.check(value)
    with office.desk.work("setting") as work:
        office.desk.settings.set(work, setting, fitting, in_force or _SINCE)
        work.changed("settings")
    if setting is CLERK:
        office.name_clerk()


def setting_named(key: str) -> Setting[Any]:
    """Return the setting of that key; raise UserError listing all where there is none."""
    for setting in ALL_SETTINGS:
        if setting.key == key:
            return setting
    raise UserError(
        QT_TRANSLATE_NOOP("desk", "没有设置“{key}”，可用的有：{keys}。"),
        key=key,
        keys="、".join(setting.key for setting in ALL_SETTINGS),
    )


def apply_branch(branches: BranchesService, body: Mapping[str, Any]) -> int:
    """Enter a branch or change the one of that name; what the body leaves out stays. Raises UserError."""
    unknown = sorted(set(body) - _BRANCH_KEYS)
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "单位没有“{unknown}”这一项，可以写 {keys}。"),
            unknown=unknown[0],
            keys="、".join(sorted(_BRANCH_KEYS)),
        )
    record = branches.named(str(body.get("name", "")))
    known = branches.entry(record) if record is not None else BranchEntry("", branches.usual_kind(body.get("name", "")))
    entry = _changed(known, body)
    if record is None:
        return branches.add(entry)
    branches.edit(record, entry)
    return record


def _changed(known: BranchEntry, body: Mapping[str, Any]) -> BranchEntry:
    texts = {key: str(body[key]) for key in _TEXTS if key in body}
    return replace(known, **texts, client=_client(known.client, body))


def _client(known: ClientSettings, body: Mapping[str, Any]) -> ClientSettings:
    domain = str(body.get("domain", known.domain))
    start = known if known.smtp.host or not domain else usual_client_settings(domain)
    servers = {key: _server(getattr(start, key), body[key]) for key in _SERVERS if key in body}
    return replace(start, domain=domain, webmail=str(body.get("webmail", start.webmail)), **servers)


def _server(known: Server, body: Any) -> Server:
    if not isinstance(body, Mapping) or not set(body) <= {"host", "port", "security"}:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "服务器写成 {example} 这样。"),
            example='{ host = "imap.example.com", port = 993, security = "ssl" }',
        )
    if type(body.get("port", known.port)) is not int:
        raise UserError(QT_TRANSLATE_NOOP("desk", "端口应是整数，不是“{port}”。"), port=body["port"])
    return replace(known, **body)

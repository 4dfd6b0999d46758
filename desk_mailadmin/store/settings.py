"""The figures an office decided, each with the date from which it is in force."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import Setting
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.values import decoded, encoded
from desk_mailadmin.store.work import UnitOfWork

V = TypeVar("V", bool, int, str, list[str])
_NOTHING = "（空）"


class Version(Struct, frozen=True):
    """One version of a setting; ``value`` is None where what is stored cannot be read."""

    value: bool | int | str | list[str] | None
    in_force: date
    at: str
    who: str


class Settings:
    """The settings of one desk."""

    def __init__(self, database: peewee.SqliteDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.complaints: dict[str, str] = {}
        """What stored values could not be read, by key, as sentences; the default stood in for them."""

    def value(self, setting: Setting[V], on: date | None = None) -> V:
        """Return the value in force on a day (None: today), the default where the office decided none.

        A stored value that does not fit is left as it is, the default is returned and ``complaints`` says so.
        """
        row = execute(
            self._database,
            "SELECT value FROM setting WHERE key = ? AND in_force <= ? ORDER BY in_force DESC LIMIT 1",
            (setting.key, (on or self._clock.today()).isoformat()),
        ).fetchone()
        return setting.default if row is None else self._read(setting, row[0])

    def set(self, work: UnitOfWork, setting: Setting[V], value: V, in_force: date) -> None:
        """Decide a value from a day on; a second decision for that day replaces the first. Raises UserError."""
        fitting = setting.check(value)
        before = self.value(setting, in_force)
        execute(
            self._database,
            "INSERT INTO setting (key, in_force, value, at, who) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key, in_force) "
            "DO UPDATE SET value = excluded.value, at = excluded.at, who = excluded.who",
            (setting.key, in_force.isoformat(), encoded(fitting), work.stamp.at, work.stamp.who),
        )
        self.complaints.pop(setting.key, None)
        work.wrote(
            "setting",
            0,
            QT_TRANSLATE_NOOP("desk", "设置“{title}”由“{old}”改为“{new}”，自 {in_force} 起"),
            title=setting.title,
            old=setting.in_words(before) or _NOTHING,
            new=setting.in_words(fitting) or _NOTHING,
            in_force=in_force,
        )

    def versions(self, setting: Setting[V]) -> tuple[Version, ...]:
        """Return the decided versions of a setting, newest first."""
        rows = execute(
            self._database,
            "SELECT value, in_force, at, who FROM setting WHERE key = ? ORDER BY in_force DESC",
            (setting.key,),
        ).fetchall()
        return tuple(
            Version(self._checked(setting, stored), date.fromisoformat(in_force), at, who)
            for stored, in_force, at, who in rows
        )

    def _read(self, setting: Setting[V], stored: str) -> V:
        value = self._checked(setting, stored)
        if value is not None:
            return value
        template = QT_TRANSLATE_NOOP("desk", "设置“{title}”保存的值读不出来，暂用默认值“{default}”。")
        self.complaints[setting.key] = template.format(title=setting.title, default=setting.default)
        return setting.default

    def _checked(self, setting: Setting[V], stored: str) -> V | None:
        try:
            return setting.check(decoded(stored))
        except (ValueError, UserError):
            return None

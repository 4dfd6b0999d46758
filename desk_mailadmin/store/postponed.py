"""Due lines of 今日 that were put off, until when and why."""

from __future__ import annotations

from datetime import date

import peewee
from msgspec import Struct

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.work import UnitOfWork


class Postponement(Struct, frozen=True):
    """A line put off: hidden before ``until``."""

    key: str
    until: date
    reason: str
    who: str


class Postponed:
    """The postponed lines of one desk, by the todo's key."""

    def __init__(self, database: peewee.SqliteDatabase) -> None:
        self._database = database

    def put(self, work: UnitOfWork, key: str, until: date, reason: str) -> None:
        """Put a line off; raises UserError without a reason."""
        if not reason.strip():
            raise UserError(QT_TRANSLATE_NOOP("desk", "写明推迟的原因。"), field="reason")
        execute(
            self._database,
            "INSERT INTO postponed (key, until, reason, at, who) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) "
            "DO UPDATE SET until = excluded.until, reason = excluded.reason, at = excluded.at, who = excluded.who",
            (key, until.isoformat(), reason.strip(), work.stamp.at, work.stamp.who),
        )
        work.wrote(
            "postponed",
            0,
            QT_TRANSLATE_NOOP("desk", "推迟到 {until}：{reason}"),
            until=until,
            reason=reason.strip(),
            key=key,
        )

    def back(self, work: UnitOfWork, key: str) -> None:
        """Show a line again at once."""
        execute(self._database, "DELETE FROM postponed WHERE key = ?", (key,))
        work.wrote("postponed", 0, QT_TRANSLATE_NOOP("desk", "取消推迟"), key=key)

    def on(self, today: date) -> dict[str, Postponement]:
        """Return what is still hidden on that day, by key."""
        rows = execute(
            self._database, "SELECT key, until, reason, who FROM postponed WHERE until > ?", (today.isoformat(),)
        ).fetchall()
        return {key: Postponement(key, date.fromisoformat(until), reason, who) for key, until, reason, who in rows}

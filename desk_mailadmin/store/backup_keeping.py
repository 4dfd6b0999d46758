"""Which backups are kept. Order is the running number, never the clock: a clock set wrong must not drop a good one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from desk_mailadmin.store.backup_manifest import Backup, Reason

LAST = 10
ALL_WITHIN = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 14, 8, 24
BEFORE = 3
_FOR_LONG = (Reason.UPGRADE, Reason.RESTORE)
"""What is noticed to have been wrong only weeks later."""


def to_drop(backups: Sequence[Backup]) -> tuple[Backup, ...]:
    """Return those that need not be kept, of ``backups`` in any order.

    Kept are: the last 10, everything within 2 days of the newest, one for each of the last 14 days, 8 weeks and 24
    months on which there were any, and the last 3 made before an upgrade and before a restore.
    """
    newest_first = sorted(backups, key=lambda backup: backup.number, reverse=True)
    if not newest_first:
        return ()
    newest = newest_first[0].moment
    kept = {backup.number for backup in newest_first[:LAST]}
    kept |= {backup.number for backup in newest_first if abs(newest - backup.moment) <= ALL_WITHIN}
    kept |= _one_each(newest_first, lambda moment: moment.date(), DAILY)
    kept |= _one_each(newest_first, lambda moment: moment.isocalendar()[:2], WEEKLY)
    kept |= _one_each(newest_first, lambda moment: (moment.year, moment.month), MONTHLY)
    for reason in _FOR_LONG:
        kept |= set([backup.number for backup in newest_first if backup.reason == reason][:BEFORE])
    return tuple(backup for backup in newest_first if backup.number not in kept)


def _one_each(newest_first: Sequence[Backup], span: Callable[[datetime], object], most: int) -> set[int]:
    newest_of: dict[object, int] = {}
    for backup in newest_first:
        newest_of.setdefault(span(backup.moment), backup.number)
    return set(list(newest_of.values())[:most])

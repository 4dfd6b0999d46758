"""What the journal says of restores: from which backup, and which later backups belong to the line that was left.

A restore takes the journal back to the backup's head and goes on from there, so heads written down after that backup
(in newer backups, on paper) are no longer in it. The row that each restore writes names them, and so a restore is told
from a journal that was cut or rebuilt.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.journal import Entry, Head
from desk_mailadmin.store.purging import destructions_since, knows
from desk_mailadmin.store.values import decoded, filled

KIND = "restored"
"""As what a restore stands in the journal; its record is the number of the backup."""

ACTION = "backup.restore"

SENTENCE = QT_TRANSLATE_NOOP(
    "desk",
    "从第 {number} 份备份恢复（{made_at}）。{lost} 项登记在这份备份之后，没有带回；"
    "原来的日志到第 {left_seq} 条，校验码 {left_hash}。原因：{reason}",
)
PURGED_SENTENCE = QT_TRANSLATE_NOOP(
    "desk",
    "从第 {number} 份备份恢复（{made_at}）。{lost} 项登记在这份备份之后，没有带回；"
    "其间销毁的（{purges}）又在台账里，要再销毁；原来的日志到第 {left_seq} 条，校验码 {left_hash}。原因：{reason}",
)
UNKNOWN_SENTENCE = QT_TRANSLATE_NOOP(
    "desk", "从第 {number} 份备份恢复（{made_at}）。原来的台账读不出来，这份备份之后登记的没有带回。原因：{reason}"
)


@dataclass(frozen=True, slots=True)
class Restoration:
    """One restore of backup ``number``; ``newest`` is the last backup there was at that time.

    ``common`` is the last journal row that the line left and the one gone on with have in common; ``left_seq`` is the
    last row of the line that was left. Both are 0 where it could not be read.
    """

    number: int
    common: int
    left_seq: int
    newest: int

    def explains(self, backup: Backup) -> bool:
        """Say whether a backup is of the line that was left with this restore."""
        after = backup.number <= self.newest and backup.facts.head.seq > self.common
        return after and (not self.left_seq or backup.facts.head.seq <= self.left_seq)


@dataclass(frozen=True, slots=True)
class Lost:
    """What was entered after a backup: how many deeds, the first one's moment, and sentences with their moment.

    Of the sentences (templates filled in), the newest come first, as many as were asked for. ``common`` is the last
    journal row that backup and desk have in common. ``purges`` names the destructions whose records are in the backup
    still: by number, or by day where the desk could not be asked.
    """

    deeds: int
    common: int
    since: str = ""
    sentences: tuple[tuple[str, str], ...] = ()
    purges: tuple[str, ...] = ()


def entry_of(backup: Backup, *, left: Head | None, newest: int, lost: Lost, reason: str) -> Entry:
    """Return the journal row of a restore; ``left`` is None where the replaced file could not be read."""
    details: dict[str, object] = {
        "number": backup.number,
        "made_at": f"{backup.moment:%Y-%m-%d %H:%M}",
        "seq": backup.facts.head.seq,
        "sha256": backup.facts.sha256,
        "common": lost.common,
        "newest": newest,
        "lost": lost.deeds,
        "left_seq": left.seq if left else 0,
        "left_hash": left.short if left else "",
        "reason": reason,
        "purges": "、".join(lost.purges),
    }
    told = (PURGED_SENTENCE if lost.purges else SENTENCE) if left else UNKNOWN_SENTENCE
    return Entry(None, "noted", KIND, backup.number, told, details, ())


def brought_back(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the destructions that restores undid and that were not done again since."""
    rows = connection.execute(
        "SELECT details FROM history_entry WHERE kind = ? "
        "AND seq > coalesce((SELECT max(journal_seq) FROM purge WHERE state = 'done'), 0) ORDER BY seq",
        (KIND,),
    )
    named = (str(decoded(details).get("purges", "")).split("、") for (details,) in rows)
    return tuple(dict.fromkeys(number for numbers in named for number in numbers if number))


def left_out(connection: sqlite3.Connection, purges: Sequence[str]) -> tuple[str, ...]:
    """Return those of ``purges`` that the desk of ``connection`` does not tell as done."""
    done = set(destructions_since(connection, 0))
    return tuple(one for one in purges if one not in done)


def restorations(connection: sqlite3.Connection) -> tuple[Restoration, ...]:
    """Return the restores that the journal tells of, oldest first; one that cannot be read explains nothing."""
    rows = connection.execute("SELECT details FROM history_entry WHERE kind = ? ORDER BY seq", (KIND,)).fetchall()
    return tuple(found for (details,) in rows if (found := _read(details)) is not None)


def _read(details: str) -> Restoration | None:
    try:
        kept: Mapping[str, Any] = decoded(details)
        return Restoration(*(int(kept[name]) for name in ("number", "common", "left_seq", "newest")))
    except (ValueError, KeyError, TypeError):
        return None


def is_in_line(connection: sqlite3.Connection, head: Head) -> bool:
    """Say whether the journal still holds a head as it was written down."""
    row = connection.execute("SELECT hash FROM journal WHERE seq = ?", (head.seq,)).fetchone()
    return head.seq == 0 or (row is not None and row[0] == head.hash)


def lost_since(live: sqlite3.Connection, backup: Backup, most: int = 0) -> Lost:
    """Return what an open desk holds and a backup does not: the deeds (units of work) after the backup's head.

    A backup of a line that was left by a restore has in common with the desk only what the restore began with.
    """
    seq = backup.facts.head.seq
    if not is_in_line(live, backup.facts.head):
        seq = min((one.common for one in restorations(live) if one.explains(backup)), default=0)
    deeds, since = live.execute("SELECT count(*), min(at) FROM work_unit WHERE seq > ?", (seq,)).fetchone()
    rows = live.execute(
        "SELECT u.at, e.sentence, e.details FROM work_unit u JOIN history_entry e ON e.seq = u.seq "
        "WHERE u.seq > ? ORDER BY u.seq DESC LIMIT ?",
        (seq, most),
    ).fetchall()
    said = tuple((at, filled(text, decoded(values))) for at, text, values in rows)
    purges = dict.fromkeys((*destructions_since(live, seq), *(brought_back(live) if knows(live) else ())))
    return Lost(int(deeds), seq, str(since or ""), said, tuple(purges))


def lost_from(file: Path, backup: Backup) -> Lost | None:
    """Return what the file of a desk that does not open holds and a backup does not; None where unreadable.

    The file is only looked at; what its journal would still put back is not counted.
    """
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as found:
            return lost_since(found, backup)
    except (sqlite3.Error, ValueError):
        return None

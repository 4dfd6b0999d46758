"""What the journal says of restores: from which backup, and which later backups belong to the line that was left.

A restore takes the journal back to the backup's head and goes on from there, so heads written down after that backup
(in newer backups, on paper) are no longer in it. The row that each restore writes names them, and so a restore is told
from a journal that was cut or rebuilt.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.backup_manifest import Backup
from desk_mailadmin.store.engine import DeskKey, open_file
from desk_mailadmin.store.faults import store_errors
from desk_mailadmin.store.journal import Entry, Head
from desk_mailadmin.store.purging import destructions_since, knows
from desk_mailadmin.store.used_numbers import LeftOut, read_left_out
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
NUMBERS_SENTENCE = QT_TRANSLATE_NOOP(
    "desk",
    "从第 {number} 份备份恢复（{made_at}）。{lost} 项登记在这份备份之后，没有带回，它们的编号 {numbers} 不再给出；"
    "原来的日志到第 {left_seq} 条，校验码 {left_hash}。原因：{reason}",
)
PURGED_NUMBERS_SENTENCE = QT_TRANSLATE_NOOP(
    "desk",
    "从第 {number} 份备份恢复（{made_at}）。{lost} 项登记在这份备份之后，没有带回，它们的编号 {numbers} 不再给出；"
    "其间销毁的（{purges}）又在台账里，要再销毁；原来的日志到第 {left_seq} 条，校验码 {left_hash}。原因：{reason}",
)
UNKNOWN_SENTENCE = QT_TRANSLATE_NOOP(
    "desk", "从第 {number} 份备份恢复（{made_at}）。原来的台账读不出来，这份备份之后登记的没有带回。原因：{reason}"
)
UNKNOWN_NUMBERS_SENTENCE = QT_TRANSLATE_NOOP(
    "desk",
    "从第 {number} 份备份恢复（{made_at}）。原来的台账读不出来，这份备份之后登记的没有带回，"
    "更新的备份里用过的编号 {numbers} 不再给出。原因：{reason}",
)
_SENTENCES = {
    (True, False, False): SENTENCE,
    (True, False, True): PURGED_SENTENCE,
    (True, True, False): NUMBERS_SENTENCE,
    (True, True, True): PURGED_NUMBERS_SENTENCE,
    (False, False, False): UNKNOWN_SENTENCE,
    (False, True, False): UNKNOWN_NUMBERS_SENTENCE,
}
"""By what is known: the line that was left, numbers used on it, destructions it did."""


class Restoration(Struct, frozen=True):
    """One restore of backup ``number``; ``newest`` is the last backup there was at that time.

    ``common`` is the last journal row that the line left and the one gone on with have in common; ``left_seq`` is the
    last row of the line that was left. Both are 0 where it could not be read.
    """

    number: int
    common: int
    left_seq: int
    newest: int
    numbers: tuple[LeftOut, ...] = ()
    """What was used on the line that was left, and is never given again."""

    def explains(self, backup: Backup) -> bool:
        """Say whether a backup is of the line that was left with this restore."""
        after = backup.number <= self.newest and backup.facts.head.seq > self.common
        return after and (not self.left_seq or backup.facts.head.seq <= self.left_seq)


class Lost(Struct, frozen=True):
    """What was entered after a backup: how many deeds, the first one's moment, and sentences with their moment.

    Of the sentences (templates filled in), the newest come first, as many as were asked for. ``common`` is the last
    journal row that backup and desk have in common. ``purges`` names the destructions whose records are in the backup
    still: by number, or by day where the desk could not be asked. ``earlier`` are the restores told of after that row,
    which the backup knows nothing of; ``numbers`` were used after it, and are never given again.
    """

    deeds: int
    common: int
    since: str = ""
    sentences: tuple[tuple[str, str], ...] = ()
    purges: tuple[str, ...] = ()
    earlier: tuple[Restoration, ...] = ()
    numbers: tuple[LeftOut, ...] = ()


def entry_of(backup: Backup, *, left: Head | None, newest: int, lost: Lost, reason: str) -> Entry:
    """Return the journal row of a restore; ``left`` is None where the replaced file could not be read.

    The restores of the line that is left are handed on, for backups of lines left before are beside the desk all the
    same.
    """
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
        "earlier": [[one.number, one.common, one.left_seq, one.newest] for one in lost.earlier],
        "numbers": "、".join(one.text for one in lost.numbers),
        "left_out": [one.kept for one in lost.numbers],
    }
    told = _SENTENCES[left is not None, bool(lost.numbers), left is not None and bool(lost.purges)]
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


def restorations(connection: sqlite3.Connection, after: int = 0) -> tuple[Restoration, ...]:
    """Return the restores that the journal tells of after a row, with those handed on, oldest first.

    A row that cannot be read explains nothing.
    """
    rows = connection.execute(
        "SELECT details FROM history_entry WHERE kind = ? AND seq > ? ORDER BY seq", (KIND, after)
    ).fetchall()
    return tuple(dict.fromkeys(found for (details,) in rows for found in _read(details)))


def _read(details: str) -> tuple[Restoration, ...]:
    try:
        kept: Mapping[str, Any] = decoded(details)
        earlier = [_restoration(one) for one in kept.get("earlier", ())]
        own = _restoration([kept[name] for name in ("number", "common", "left_seq", "newest")])
        return (*earlier, replace(own, numbers=read_left_out(kept.get("left_out"))))
    except (ValueError, KeyError, TypeError):
        return ()


def _restoration(row: Sequence[Any]) -> Restoration:
    number, common, left_seq, newest = map(int, row)
    return Restoration(number, common, left_seq, newest)


def left_numbers(connection: sqlite3.Connection, series: str, year: int) -> frozenset[int]:
    """Return the numbers of a series that no record of this desk has, because a restore left their records behind."""
    found = [one for known in restorations(connection) for one in known.numbers]
    mine = [one for one in found if (one.series, one.year) == (series, year)]
    return frozenset(number for one in mine for number in range(one.first, one.last + 1))


def is_in_line(connection: sqlite3.Connection, head: Head) -> bool:
    """Say whether the journal still holds a head as it was written down."""
    row = connection.execute("SELECT hash FROM journal WHERE seq = ?", (head.seq,)).fetchone()
    return head.seq == 0 or (row is not None and row[0] == head.hash)


def lost_since(live: sqlite3.Connection, backup: Backup, most: int = 0, key: DeskKey | None = None) -> Lost:
    """Return what an open desk holds and a backup does not: the deeds (units of work) after what both have in common.

    ``key`` is an encrypted backup's.
    """
    seq = backup.facts.head.seq if is_in_line(live, backup.facts.head) else _common(live, backup, key)
    deeds, since = live.execute("SELECT count(*), min(at) FROM work_unit WHERE seq > ?", (seq,)).fetchone()
    rows = live.execute(
        "SELECT u.at, e.sentence, e.details FROM work_unit u JOIN history_entry e ON e.seq = u.seq "
        "WHERE u.seq > ? ORDER BY u.seq DESC LIMIT ?",
        (seq, most),
    ).fetchall()
    said = tuple((at, filled(text, decoded(values))) for at, text, values in rows)
    purges = dict.fromkeys((*destructions_since(live, seq), *(brought_back(live) if knows(live) else ())))
    return Lost(int(deeds), seq, str(since or ""), said, tuple(purges), restorations(live, seq))


def _common(live: sqlite3.Connection, backup: Backup, key: DeskKey | None) -> int:
    """Return the last journal row that a desk and a backup of a line it left have in common, by asking both.

    Where the backup cannot be asked (another key), the restores know what each of them began with.
    """
    try:
        with closing(open_file(f"{backup.file.resolve().as_uri()}?mode=ro&immutable=1", key)) as other:
            low, high = 0, min(backup.facts.head.seq, _newest(live))
            while low < high:  # equal rows have equal rows before them, for each hash covers the one before
                middle = (low + high + 1) // 2
                low, high = (middle, high) if _hash(live, middle) == _hash(other, middle) else (low, middle - 1)
            return low
    except store_errors():
        known = restorations(live)
        left = next((place for place, one in enumerate(known) if one.explains(backup)), len(known))
        return min((one.common for one in known[left:]), default=0)


def _newest(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])


def _hash(connection: sqlite3.Connection, seq: int) -> str | None:
    row = connection.execute("SELECT hash FROM journal WHERE seq = ?", (seq,)).fetchone()
    return None if row is None else str(row[0])


def lost_from(file: Path, backup: Backup) -> Lost | None:
    """Return what the file of a desk that does not open holds and a backup does not; None where unreadable.

    The file is only looked at; what its journal would still put back is not counted.
    """
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as found:
            return lost_since(found, backup)
    except (sqlite3.Error, ValueError):
        return None

"""The triggers that make the journal append-only, as the first upgrade makes them and the check expects them."""

from __future__ import annotations

from collections.abc import Mapping


def _guard(name: str, event: str, condition: str = "") -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON journal {condition} "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )


GUARDS: Mapping[str, str] = {
    name: _guard(name, *rest)
    for name, *rest in (
        ("journal_no_update", "UPDATE"),
        ("journal_no_delete", "DELETE"),
        ("journal_no_gap", "INSERT", "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)"),
    )
}
"""Each guard's statement by its name; that they were not gone round is shown by the hash chain."""

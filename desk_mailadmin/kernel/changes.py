"""Tell whoever shows a register that its records changed."""

from __future__ import annotations

import sys
from collections.abc import Callable

Listener = Callable[[str], None]


_SHOWN_KINDS = {
    "accesses": "access",
    "branches": "branch",
    "directory": "directory_entry",
    "editions": "edition_confirmation",
    "faxes": "fax",
    "mailboxes": "mailbox",
    "sales": "sales_day",
    "salespeople": "salesperson",
}
"""The kind of records of a register that is named otherwise than they are."""
_SHOWN_IN = {"edition_copy": "editions", **{kind: register for register, kind in _SHOWN_KINDS.items()}}


def register_key(kind: str) -> str:
    """Return the key of the register that shows records of a kind: receipt → receipts, penalty → penalties."""
    if kind in _SHOWN_IN:
        return _SHOWN_IN[kind]
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def record_kind(register: str) -> str:
    """Return the kind of the records that a register shows: receipts → receipt, penalties → penalty."""
    if register in _SHOWN_KINDS:
        return _SHOWN_KINDS[register]
    return f"{register[:-3]}y" if register.endswith("ies") else register.removesuffix("s")


class Changes:
    """A list of listeners, called with a register's key after the commit that changed it."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` from now on; the returned function ends it (calling it twice is harmless)."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def announce(self, register_key: str) -> None:
        """Tell every listener that records of ``register_key`` changed.

        What a listener raises goes where exceptions nobody expected go (in the window its guard): the records are saved
        already, and whoever saved them must not be told otherwise, or they are entered once more.
        """
        for listener in tuple(self._listeners):
            try:
                listener(register_key)
            except Exception as fault:  # noqa: BLE001  (any fault of a listener: it is handed on, not swallowed)
                sys.excepthook(type(fault), fault, fault.__traceback__)

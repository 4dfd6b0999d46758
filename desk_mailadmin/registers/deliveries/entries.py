"""A paper that can be sent by mail, as the register it belongs to offers it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from desk_mailadmin.papers import Paper
from desk_mailadmin.registers.mailboxes.service import MailboxesService
from desk_mailadmin.registers.staff.service import StaffService


class Sendable(Struct, frozen=True):
    """One record's paper and its reader.

    ``kind`` is the record's table, ``form`` the paper's form; ``addresses`` are those known of the reader, the likely
    one first; ``draw`` gives the paper where it was never printed; ``comes_back`` says that it is to be signed and
    given back.
    """

    kind: str
    record: int
    form: str
    number: str
    name: str
    addresses: tuple[str, ...]
    draw: Callable[[], Paper]
    comes_back: bool = False


def addresses_of(mailboxes: MailboxesService, staff: StaffService, person: int | None, *first: str) -> tuple[str, ...]:
    """Return where a person is reached by mail: ``first``, the mailboxes in use, then what the roster names."""
    known = list(first)
    if person is not None:
        known += [box.address for box in mailboxes.of_person(person) if box.state == "active"]
        known.append(staff.entry(person).email)
    return tuple(dict.fromkeys(address for address in known if address))

"""People as files that telephones, mail programs and directory servers read: vCard and LDIF."""

from __future__ import annotations

import base64
import errno
import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.documents.saving import save_checked

_VCARD_OCTETS, _LDIF_OCTETS = 75, 76
_UNSAFE_FIRST = (" ", ":", "<")
_DN_SPECIAL = ',+"\\<>;=#'


class Contact(Struct, frozen=True):
    """Somebody, or a shared set (no given name); ``uid`` is stable, so that a later import changes and does not add.

    Numbers are as people dial them; ``extension`` and ``short`` are those of the company.
    """

    uid: str
    name: str
    surname: str
    given: str = ""
    company: str = ""
    units: tuple[str, ...] = ()
    post: str = ""
    emp_no: str = ""
    direct: tuple[str, ...] = ()
    extension: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    mobile: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    email: str = ""
    room: str = ""
    remark: str = ""


def vcards(contacts: Sequence[Contact]) -> bytes:
    """Return the contacts as vCard 3.0 in UTF-8 (RFC 2426).

    Not 4.0: the address books of Chinese Android telephones and Outlook read 3.0 and refuse or garble 4.0, and nothing
    in a directory needs what 4.0 added. Extensions and short numbers are labelled as iPhones do it; others show them
    as work numbers.
    """
    lines = [line for contact in contacts for line in _vcard(contact)]
    return "".join(f"{_folded(_on_one_line(line), _VCARD_OCTETS)}\r\n" for line in lines).encode()


def _vcard(contact: Contact) -> list[str]:
    name = f"N:{_escaped(contact.surname)};{_escaped(contact.given)};;;"
    org = ";".join(map(_escaped, (contact.company, *contact.units)))
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{contact.uid}", f"FN:{_escaped(contact.name)}", name, f"ORG:{org}"]
    lines += [f"TITLE:{_escaped(contact.post)}"] if contact.post else []
    lines += [f"TEL;TYPE=CELL:{number}" for number in contact.mobile]
    lines += [f"TEL;TYPE=WORK,VOICE:{number}" for number in contact.direct]
    labelled = [*(("分机", one) for one in contact.extension), *(("短号", one) for one in contact.short)]
    for place, (label, number) in enumerate(labelled, 1):
        lines += [f"item{place}.TEL;TYPE=WORK:{number}", f"item{place}.X-ABLabel:{label}"]
    lines += [f"TEL;TYPE=WORK,FAX:{number}" for number in contact.fax]
    lines += [f"EMAIL;TYPE=INTERNET,WORK:{contact.email}"] if contact.email else []
    note = "，".join(filter(None, (f"房间 {contact.room}" if contact.room else "", contact.remark)))
    lines += [f"NOTE:{_escaped(note)}"] if note else []
    return [*lines, "END:VCARD"]


def _escaped(text: str) -> str:
    text = _on_one_line(text)
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text


def _on_one_line(text: str) -> str:
    """Return a text without what begins another line or cannot be written: line ends, controls, half characters."""
    whole = " ".join(text.encode("utf-8", "replace").decode().splitlines())
    return "".join(sign for sign in whole if sign >= " " and sign != "\x7f")


def ldif(contacts: Sequence[Contact], base: str) -> bytes:
    """Return the contacts as entries of class inetOrgPerson below ``base`` (RFC 2849, RFC 2798)."""
    blocks = [["version: 1"], *(_entry(contact, base) for contact in contacts)]
    return "\n\n".join("\n".join(block) for block in blocks).encode() + b"\n"


def _entry(contact: Contact, base: str) -> list[str]:
    classes = [("objectClass", one) for one in ("top", "person", "organizationalPerson", "inetOrgPerson")]
    short = f"短号 {'、'.join(contact.short)}" if contact.short else ""
    description = "，".join(filter(None, (short, contact.remark)))
    values = [
        ("dn", f"uid={_dn(contact.uid)},{base}"),
        *classes,
        ("uid", contact.uid),
        ("cn", contact.name),
        ("sn", contact.surname),
        ("givenName", contact.given),
        ("o", contact.company),
        *(("ou", unit) for unit in contact.units),
        ("title", contact.post),
        ("employeeNumber", contact.emp_no),
        *(("telephoneNumber", number) for number in (*contact.direct, *contact.extension)),
        *(("mobile", number) for number in contact.mobile),
        *(("facsimileTelephoneNumber", number) for number in contact.fax),
        ("mail", contact.email),
        ("roomNumber", contact.room),
        ("description", description),
    ]
    return [_folded(_ldif_line(key, value), _LDIF_OCTETS, "\n") for key, value in values if value]


def _ldif_line(key: str, value: str) -> str:
    plain = _on_one_line(value)
    if plain.isascii() and plain.isprintable() and not plain.startswith(_UNSAFE_FIRST) and not plain.endswith(" "):
        return f"{key}: {plain}"
    return f"{key}:: {base64.b64encode(plain.encode()).decode()}"


def _dn(value: str) -> str:
    return "".join(f"\\{sign}" if sign in _DN_SPECIAL else sign for sign in value)


def _folded(line: str, most: int, end: str = "\r\n") -> str:
    """Return a line broken after so many octets at most, never within a character; each further one begins blank."""
    parts, part, octets = [], "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > most:
            parts.append(part)
            part, octets = " ", 1
        part, octets = part + sign, octets + size
    return end.join((*parts, part))


def save_contacts(path: Path, data: bytes) -> Path:
    """Write such a file whole or not at all and return where it is; EnvironmentFault as ``save_checked``."""

    def write(draft: Path) -> None:
        draft.write_bytes(data)

    def check(draft: Path) -> None:
        if draft.read_bytes() != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    return save_checked(path, write, check)

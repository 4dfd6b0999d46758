"""``desk.key``: the desk's key, wrapped by the recovery code; it stands beside the desk and in each backup's manifest.

Wrapped with AES-256-GCM of ``cryptography`` under scrypt of the code. The code has 125 random bits, so nothing is won
by guessing; scrypt is there for the day somebody weakens the code.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.engine import KEY_BYTES, DeskKey, cipher
from desk_mailadmin.store.files import write_durably

FILE = "desk.key"
FORMAT = 1
_COST, _BLOCK, _MEMORY = (
    2**15,
    8,
    2**26,
)  # scrypt: 32 MB and a tenth of a second; part of the format, never read from a file
_SALT, _NONCE = 16, 12
_LARGEST = 64 * 1024


class WrappedKey(Struct, frozen=True):
    """A desk's key as only the recovery code gives it back; the texts are base64."""

    uuid: str
    number: str
    salt: str
    nonce: str
    sealed: str

    def opened(self, code: Secret) -> DeskKey:
        """Return the key; raise UserError where the code is another's."""
        from cryptography.exceptions import InvalidTag

        try:
            raw = _box(code, _bytes(self.salt)).decrypt(_bytes(self.nonce), _bytes(self.sealed), self._bound())
        except (InvalidTag, ValueError) as wrong:
            raise UserError(
                QT_TRANSLATE_NOOP("desk", "恢复码不对：它不是密钥 {number} 的恢复码。核对恢复码单上的密钥编号。"),
                field="code",
                number=self.number,
            ) from wrong
        return DeskKey(raw)

    def _bound(self) -> bytes:
        return f"desk.key {FORMAT} {self.uuid} {self.number}".encode()


def wrapped(key: DeskKey, code: Secret, uuid: str) -> WrappedKey:
    """Return ``key`` wrapped by ``code`` for the desk ``uuid``."""
    cipher()  # says in words that the part for encryption is not installed
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    made = WrappedKey(uuid, key.number, _text(salt), _text(nonce), "")
    sealed = _box(code, salt).encrypt(nonce, key.raw, made._bound())  # noqa: SLF001  (its own bytes)
    return WrappedKey(uuid, key.number, made.salt, made.nonce, _text(sealed))


def write_keys(folder: Path, keys: Sequence[WrappedKey]) -> None:
    """Write ``desk.key`` beside the desk, or take it away where there is no key."""
    if keys:
        body = {"format": FORMAT, "keys": [asdict(key) for key in keys]}
        write_durably(folder / FILE, json.dumps(body, indent=1).encode())
    else:
        (folder / FILE).unlink(missing_ok=True)


def read_keys(folder: Path) -> tuple[WrappedKey, ...]:
    """Return the keys of ``desk.key``; nothing where there is none or it cannot be read."""
    try:
        if (folder / FILE).stat().st_size > _LARGEST:
            return ()
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        keys = [wrapped_of(one) for one in found["keys"]]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(key for key in keys if key is not None)


def wrapped_of(found: object) -> WrappedKey | None:
    """Return a wrapped key from JSON; None where it is none."""
    if not isinstance(found, Mapping):
        return None
    values: dict[str, Any] = {name: found.get(name) for name in WrappedKey.__struct_fields__}
    return WrappedKey(**values) if all(isinstance(value, str) for value in values.values()) else None


def _box(code: Secret, salt: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = hashlib.scrypt(code.bare.encode(), salt=salt, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY, dklen=KEY_BYTES)
    return AESGCM(key)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

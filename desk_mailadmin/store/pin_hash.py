"""PINs and recovery codes as the desk keeps them: scrypt with a salt, never the digits."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from desk_mailadmin.kernel.pins import CODE_LENGTH, CODE_SIGNS
from desk_mailadmin.kernel.secret import Secret

COST = 2**17
"""scrypt's n: 128 MB and some 0.4 s for each try (SAFETY 5.8)."""

_BLOCK, _LANES, _SALT, _LENGTH = 8, 1, 16, 32
_ROOM = 2
"""OpenSSL wants room beyond the 128 * n * r bytes it works in."""


def kept(secret: Secret, cost: int = COST) -> str:
    """Return what is kept of a secret: scheme, cost, salt, hash."""
    salt = secrets.token_bytes(_SALT)
    return f"scrypt${cost}${_text(salt)}${_text(_hash(secret, salt, cost))}"


def fits(secret: Secret, kept_as: str) -> bool:
    """Say whether a secret is the one that was kept; what cannot be read fits nothing."""
    try:
        _scheme, cost, salt, hashed = kept_as.split("$")
        wanted = base64.b64decode(hashed, validate=True)
        return hmac.compare_digest(_hash(secret, base64.b64decode(salt, validate=True), int(cost)), wanted)
    except ValueError:
        return False


def new_code() -> Secret:
    """Return a fresh recovery code of 100 bits."""
    return Secret("".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH)))


def _hash(secret: Secret, salt: bytes, cost: int) -> bytes:
    room = 128 * cost * _BLOCK * _ROOM
    return hashlib.scrypt(secret.bare.encode(), salt=salt, n=cost, r=_BLOCK, p=_LANES, maxmem=room, dklen=_LENGTH)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()

"""Small files beside an encrypted desk (drafts), sealed with a key that follows from the desk's."""

from __future__ import annotations

import secrets
from typing import Any

from desk_mailadmin.store.engine import DeskKey

MAGIC = b"MaDe sealed 1\n"
"""How a sealed file begins; no JSON does."""

_NONCE = 12


class Sealer:
    """Seals bytes under a name, so that no sealed file can be put in another's place."""

    def __init__(self, key: DeskKey) -> None:
        self._key = key.derived("drafts")

    def seal(self, name: str, content: bytes) -> bytes:
        """Return ``content`` as only this desk reads it."""
        nonce = secrets.token_bytes(_NONCE)
        return MAGIC + nonce + bytes(self._box().encrypt(nonce, content, name.encode()))

    def unseal(self, name: str, sealed: bytes) -> bytes:
        """Return what was sealed under ``name``; raise ValueError where it was altered or is another desk's."""
        from cryptography.exceptions import InvalidTag

        body = sealed.removeprefix(MAGIC)
        try:
            return bytes(self._box().decrypt(body[:_NONCE], body[_NONCE:], name.encode()))
        except InvalidTag as altered:
            raise ValueError(name) from altered

    def _box(self) -> Any:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._key)

"""The two engines a desk's file may need: SQLite, or SQLCipher where the desk is encrypted; one way to open either.

SQLCipher is an optional part (``[encrypt]`` in setup.cfg). Its errors are no subclasses of ``sqlite3``'s, and no file
may ever be open in both engines in one process: closing it in one would cancel the other's lock.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import sys
from dataclasses import dataclass, field
from typing import Any, cast

import peewee

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

KEY_BYTES = 32
_MODULE = "sqlcipher3.dbapi2"


@dataclass(frozen=True, slots=True)
class DeskKey:
    """The random key of an encrypted desk; it never shows itself."""

    raw: bytes = field(repr=False)

    @classmethod
    def new(cls) -> DeskKey:
        """Return a key nobody has had before."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def number(self) -> str:
        """By what people and files name the key without giving it away: ``3F2A-91BC``."""
        digits = hashlib.sha256(b"desk.key number" + self.raw).hexdigest()[:8].upper()
        return f"{digits[:4]}-{digits[4:]}"

    @property
    def literal(self) -> str:
        """As SQLCipher takes a key that needs no stretching, for PRAGMA key and for ATTACH … KEY."""
        return f"x'{self.raw.hex()}'"

    def derived(self, purpose: str) -> bytes:
        """Return 32 bytes for another purpose, from which nobody finds the key."""
        import hmac

        return hmac.digest(self.raw, purpose.encode(), "sha256")


class CipherDatabase(peewee.SqliteDatabase):
    """A peewee database on an encrypted file."""

    def __init__(self, database: str, key: DeskKey, **options: Any) -> None:
        self._key, self._options = key, options
        super().__init__(database, thread_safe=False, autoconnect=False)

    def _connect(self) -> sqlite3.Connection:
        connection = open_file(self.database, self._key, **self._options)
        self._add_conn_hooks(connection)  # type: ignore[attr-defined]  # peewee's stubs leave it out
        return connection


def open_file(uri: str, key: DeskKey | None, **options: Any) -> sqlite3.Connection:
    """Open a file by its URI with the engine it needs; nothing is read, so a wrong key shows by the first statement."""
    if key is None:
        return cast("sqlite3.Connection", sqlite3.connect(uri, uri=True, isolation_level=None, **options))
    return open_cipher(uri, key, **options)


def open_cipher(uri: str, key: DeskKey | None, **options: Any) -> sqlite3.Connection:
    """Open a file with SQLCipher, which reads and writes plain files, too (no ``key``).

    Its connection has the same methods as SQLite's, so it goes by the same type.
    """
    connection = cast("sqlite3.Connection", cipher().connect(uri, uri=True, isolation_level=None, **options))
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")  # it would write to stderr what a fault is said about
        if key is not None:
            connection.execute(f'PRAGMA key="{key.literal}"')
    except BaseException:
        connection.close()
        raise
    return connection


def cipher() -> Any:
    """Return SQLCipher's module; raise EnvironmentFault where the part is not installed."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError as missing:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "程序没有装加密部件，加密的台账打不开，也不能开启加密；文件没有改动。"),
            remedy=QT_TRANSLATE_NOOP(
                "desk", "让管理电脑的同事运行 pip install 'desk_mailadmin[encrypt]'，或改用带加密部件的安装包。"
            ),
        ) from missing
    return dbapi2


def has_cipher() -> bool:
    """Say whether the part for encryption is installed; it is not loaded."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("sqlcipher3", "cryptography"))


def sqlite_errors() -> tuple[type[Exception], ...]:
    """Return the base classes of what either engine raises."""
    loaded = sys.modules.get(_MODULE)
    return (sqlite3.Error,) if loaded is None else (sqlite3.Error, loaded.Error)


def is_cipher_error(error: BaseException) -> bool:
    """Say whether SQLCipher raised it."""
    loaded = sys.modules.get(_MODULE)
    return loaded is not None and isinstance(error, loaded.Error)

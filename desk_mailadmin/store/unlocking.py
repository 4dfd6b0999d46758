"""Finds the key of an encrypted desk: in the operating system's keyring, or by the recovery code."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.engine import KEY_BYTES, DeskKey, cipher, open_file, sqlite_errors
from desk_mailadmin.store.key_file import WrappedKey, read_keys, wrapped_of
from desk_mailadmin.store.recovery_code import read_code
from desk_mailadmin.store.secrets import Secrets

NOT_REMEMBERED = QT_TRANSLATE_NOOP("desk", "系统钥匙串没有存下密钥，下次打开还要输入恢复码。")
_LARGEST_MANIFEST = 256 * 1024
_Pair = tuple[DeskKey, WrappedKey]


class DeskLocked(EnvironmentFault):
    """The desk is encrypted and this computer's keyring does not hold its key: only the recovery code opens it."""


class Protection(Struct, frozen=True):
    """What an encrypted desk is opened with: its key, and the key as the recovery code wraps it.

    ``note`` says, in a sentence, that the keyring did not take the key.
    """

    key: DeskKey
    wrapped: WrappedKey
    note: str = ""


def known_keys(folder: Path) -> tuple[WrappedKey, ...]:
    """Return the wrapped keys of the desk in ``folder``: of ``desk.key``, else of its backups, newest first."""
    return read_keys(folder) or tuple(_keys_of_backups(folder / "backups"))


def unlocked(file: Path, code: Secret | None) -> Protection:
    """Return what opens the encrypted desk ``file``, by the keyring or by ``code`` as it was typed.

    Raises DeskLocked where the keyring has no key and no code was given, UserError for a wrong code, EnvironmentFault
    where the wrapped key is gone or the part for encryption is not installed. A code that is right is remembered.
    """
    cipher()
    keys = known_keys(file.parent)
    if not keys:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "这是加密的台账，但旁边没有密钥文件 desk.key，恢复码也打不开它；文件没有改动。"),
            remedy=QT_TRANSLATE_NOOP("desk", "把原来文件夹里的 desk.key 或整个“backups”文件夹也复制过来，再打开。"),
        )
    return _by_code(file, keys, code) if code is not None else _by_keyring(file, keys)


def remembered(key: WrappedKey) -> DeskKey | None:
    """Return the key that the keyring holds, None where it holds none or cannot be asked."""
    secret = Secrets(key.uuid).find(_account(key)).secret
    try:
        raw = base64.b64decode(secret.bare, validate=True) if secret else b""
    except ValueError:
        return None
    found = DeskKey(raw)
    return found if len(raw) == KEY_BYTES and found.number == key.number else None


def remember(key: DeskKey, wrapped: WrappedKey) -> str:
    """Put the key into the keyring; return in a sentence why that was not possible."""
    secret = Secret(base64.b64encode(key.raw).decode())
    return NOT_REMEMBERED if Secrets(wrapped.uuid).keep(_account(wrapped), secret, remember=True) else ""


def key_for(wrapped: WrappedKey | None, code: Secret | None) -> DeskKey | None:
    """Return the key of a backup, None for a plain one; raise DeskLocked where neither keyring nor ``code`` has it."""
    if wrapped is None:
        return None
    if code is not None:
        return wrapped.opened(read_code(code.bare))
    found = remembered(wrapped)
    if found is None:
        raise _locked(wrapped)
    return found


def forget(wrapped: WrappedKey) -> str:
    """Take the key out of the keyring; return in a sentence why it could not be asked."""
    return Secrets(wrapped.uuid).forget(_account(wrapped))


def opens(file: Path, key: DeskKey) -> bool:
    """Say whether ``key`` reads the first page of a file (immutable: no lock is taken, no journal replayed)."""
    with closing(open_file(f"{file.resolve().as_uri()}?mode=ro&immutable=1", key)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite_errors():
            return False
    return True


def _by_code(file: Path, keys: tuple[WrappedKey, ...], code: Secret) -> Protection:
    typed = read_code(code.bare)
    fits: list[tuple[DeskKey, WrappedKey]] = []
    for wrapped in keys:
        with suppress(UserError):
            fits.append((wrapped.opened(typed), wrapped))
    if not fits:
        keys[0].opened(typed)  # says that the code is another's
    found = _that_opens(file, fits, keys)
    if found is None:
        other = _others(keys, fits)[0]
        found = other.opened(typed), other  # says so, too
    key, wrapped = found
    return Protection(key, wrapped, remember(key, wrapped))


def _by_keyring(file: Path, keys: tuple[WrappedKey, ...]) -> Protection:
    held = [(key, wrapped) for wrapped in keys if (key := remembered(wrapped)) is not None]
    if not held:
        raise _locked(keys[0])
    found = _that_opens(file, held, keys)
    if found is None:
        raise _locked(_others(keys, held)[0])
    return Protection(*found)


def _locked(key: WrappedKey) -> DeskLocked:
    return DeskLocked(
        QT_TRANSLATE_NOOP("desk", "这是加密的台账，这台电脑的钥匙串里没有它的密钥（编号 {number}）。"),
        remedy=QT_TRANSLATE_NOOP("desk", "输入恢复码单上编号相同的 26 位恢复码打开；数据没有改动。"),
        number=key.number,
    )


def _that_opens(file: Path, pairs: list[_Pair], keys: tuple[WrappedKey, ...]) -> _Pair | None:
    """Return the pair that fits the file; None where none does, and one of the other known ``keys`` may.

    After going back to an older key, or a kill in a change of key, two are known; else none need be tried.
    """
    if len(keys) == 1:
        return pairs[0]
    fitting = next((pair for pair in pairs if opens(file, pair[0])), None)
    return fitting or (None if _others(keys, pairs) else pairs[0])


def _others(keys: tuple[WrappedKey, ...], pairs: list[_Pair]) -> list[WrappedKey]:
    known = {wrapped.number for _key, wrapped in pairs}
    return [key for key in keys if key.number not in known]


def _keys_of_backups(folder: Path) -> Iterator[WrappedKey]:
    for manifest in sorted(folder.glob("*.json"), reverse=True):
        try:
            found = json.loads(manifest.read_text("utf-8")) if manifest.stat().st_size < _LARGEST_MANIFEST else {}
        except (OSError, ValueError):
            continue
        if isinstance(found, dict) and (key := wrapped_of(found.get("key"))) is not None:
            yield key


def _account(key: WrappedKey) -> str:
    return f"desk-key/{key.number}"

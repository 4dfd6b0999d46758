"""Passwords of the office: in the operating system's keyring, or in memory while the program runs, and nowhere else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct

from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

T = TypeVar("T")

SERVICE = "desk_mailadmin"
LONGEST_PASSWORD = 1000
"""Characters that every keyring can hold (Windows refuses from 1,281 on)."""
LONGEST_WAIT = 60.0
"""Seconds a keyring may take: it may be asking its owner to unlock it."""

ALLOWED = {
    "keyring.backends.Windows.WinVaultKeyring": QT_TRANSLATE_NOOP("desk", "Windows 凭据管理器"),
    "keyring.backends.macOS.Keyring": QT_TRANSLATE_NOOP("desk", "macOS 钥匙串"),
    "keyring.backends.SecretService.Keyring": QT_TRANSLATE_NOOP("desk", "系统钥匙串"),
    "keyring.backends.libsecret.Keyring": QT_TRANSLATE_NOOP("desk", "系统钥匙串"),
    "keyring.backends.kwallet.DBusKeyring": QT_TRANSLATE_NOOP("desk", "KDE 钱包"),
}
"""The keyrings that encrypt what they hold, with the names people know; any other is as good as none."""
_CHAIN = "keyring.backends.chainer.ChainerBackend"

ABSENT = QT_TRANSLATE_NOOP("desk", "这台电脑没有可用的系统钥匙串，密码只记到关闭程序为止。")
LOCKED = QT_TRANSLATE_NOOP("desk", "系统钥匙串锁着，读不到保存的密码；解锁后再试，或这次直接输入。")
SILENT = QT_TRANSLATE_NOOP("desk", "系统钥匙串没有应答，这次直接输入密码。")
BROKEN = QT_TRANSLATE_NOOP("desk", "系统钥匙串出错，读不到保存的密码，这次直接输入。")
NOT_KEPT = QT_TRANSLATE_NOOP("desk", "密码没有存进系统钥匙串，只记到关闭程序为止。")
NOT_KEPT_LOCKED = QT_TRANSLATE_NOOP("desk", "系统钥匙串锁着，密码没有存进去，只记到关闭程序为止。")
NOT_DROPPED = QT_TRANSLATE_NOOP("desk", "系统钥匙串锁着或没有应答，里面保存的密码没有删掉；解锁后再删一次。")


class Found(Struct, frozen=True):
    """A password, or None and in a sentence why the keyring did not give one (empty: it holds none)."""

    secret: Secret | None
    why: str = ""


class Secrets:
    """The passwords of one desk, each under a name; ``wait`` in seconds for the keyring."""

    def __init__(self, desk: str, wait: float = LONGEST_WAIT) -> None:
        self._desk, self._wait = desk, wait
        self._session: dict[str, Secret] = {}

    def known(self, name: str) -> Secret | None:
        """Return the password given or read in this session; asks no keyring."""
        return self._session.get(name)

    def find(self, name: str) -> Found:
        """Return the password known in this session, else the one in the keyring."""
        if known := self.known(name):
            return Found(known)
        return self._asked(lambda ring: ring.get_password(SERVICE, self._account(name)), self._remembered(name))

    def keep(self, name: str, secret: Secret, *, remember: bool) -> str:
        """Keep a password for this session and, where asked to, in the keyring; return why that was not possible."""
        self._session[name] = secret
        if not remember:
            return ""
        if len(secret.bare) > LONGEST_PASSWORD:
            return NOT_KEPT

        def put(ring: Any) -> str | None:
            ring.set_password(SERVICE, self._account(name), secret.bare)
            kept: str | None = ring.get_password(SERVICE, self._account(name))
            return kept

        found = self._asked(put, Found)
        is_kept = found.secret is not None and found.secret.bare == secret.bare
        return "" if is_kept else {ABSENT: ABSENT, LOCKED: NOT_KEPT_LOCKED}.get(found.why, NOT_KEPT)

    def forget(self, name: str) -> str:
        """Forget a password in memory and in the keyring; return why the keyring could not be asked."""
        self._session.pop(name, None)

        def drop(ring: Any) -> None:
            if ring.get_password(SERVICE, self._account(name)) is not None:
                ring.delete_password(SERVICE, self._account(name))

        why = self._asked(drop, Found).why
        return NOT_DROPPED if why and why != ABSENT else why

    def keyring_title(self) -> str:
        """Return what people call the keyring of this computer, empty where it has none that is safe."""
        return ALLOWED.get(_name(_within(self._wait, _allowed_keyring)), "")

    def _account(self, name: str) -> str:
        return f"{self._desk}/{name}"

    def _remembered(self, name: str) -> Callable[[Secret | None], Found]:
        def found(secret: Secret | None) -> Found:
            if secret:
                self._session[name] = secret
            return Found(secret)

        return found

    def _asked(self, ask: Callable[[Any], str | None], found: Callable[[Secret | None], Found]) -> Found:
        """Ask the keyring; what it raises is told as a sentence and never with what was asked."""

        def asked() -> Found:
            ring = _allowed_keyring()
            if ring is None:
                return Found(None, ABSENT)
            answer = ask(ring)
            return found(Secret(answer) if answer else None)

        answer = _within(self._wait, asked)
        return answer if isinstance(answer, Found) else Found(None, answer)


def _allowed_keyring() -> Any | None:
    """Return the keyring of this computer if it is one of ALLOWED, of a chain the first that is; else None."""
    import keyring

    ring: Any = keyring.get_keyring()
    rings = ring.backends if _name(ring) == _CHAIN else [ring]
    return next((one for one in rings if _name(one) in ALLOWED), None)


def _name(ring: object) -> str:
    return f"{type(ring).__module__}.{type(ring).__qualname__}"


def _within(seconds: float, ask: Callable[[], T]) -> T | str:
    """Return what ``ask`` returns, or in a sentence why not; a keyring that never answers holds up nobody."""
    answers: list[T] = []
    faults: list[str] = []

    def run() -> None:
        try:
            answers.append(ask())
        except Exception as fault:  # noqa: BLE001  (a foreign back end may raise anything, and the clerk works on)
            faults.append(LOCKED if type(fault).__name__ == "KeyringLocked" else BROKEN)

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(seconds)
    if answers:
        return answers[0]
    return faults[0] if faults else SILENT

"""One window per desk: a second start raises the first window instead of opening the desk twice (F8)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk_mailadmin.app.last_desk import last_desk

_PATIENCE = 500  # milliseconds


class SingleInstance:
    """Listens under a name made from the desk's place."""

    def __init__(self) -> None:
        self._server: QLocalServer | None = None

    def raised_elsewhere(self, place: Path) -> bool:
        """Ask a window that has this desk to come to the front; False where there is none."""
        socket = QLocalSocket()
        socket.connectToServer(_name(place))
        found = socket.waitForConnected(_PATIENCE)
        socket.abort()
        return found

    def listen(self, place: Path, raise_window: Callable[[], None]) -> None:
        """Come to the front whenever somebody starts the program on the same desk."""
        if self._server is not None:
            self._server.close()
        QLocalServer.removeServer(_name(place))
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(raise_window)
        self._server.listen(_name(place))


def window_is_open(place: Path | None, settings: QSettings) -> bool:
    """Bring up the window that has the desk at ``place`` (None: the last one) and say whether there is one.

    Asked before the program is put together, so that a second start costs next to nothing.
    """
    wanted = place or last_desk(settings)
    return wanted is not None and SingleInstance().raised_elsewhere(wanted)


def _name(place: Path) -> str:
    folder = place.parent if place.is_file() else place
    return f"desk_mailadmin-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"

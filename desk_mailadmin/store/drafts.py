"""Unsaved dialogs, kept outside the database and its journal; no secret may stand in one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.json_text import parsed_json
from desk_mailadmin.kernel.regex import regex
from desk_mailadmin.kernel.scratch import ScratchFile
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.store.engine import DeskKey
from desk_mailadmin.store.erasing import erase
from desk_mailadmin.store.faults import faults_named
from desk_mailadmin.store.files import temporary_file, write_durably
from desk_mailadmin.store.sealing import MAGIC, Sealer

_KEY = regex(r"[a-z0-9][a-z0-9_.-]{0,99}")


class Drafts:
    """One small JSON file (0600) per dialog, named by its key (``applications.new``).

    Beside an encrypted desk each is sealed.
    """

    def __init__(self, folder: Path, sealer: Sealer | None = None) -> None:
        self._folder, self._sealer = folder, sealer

    def put(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep what a dialog holds; raises EnvironmentFault where the disk refuses."""
        content = json.dumps(values, ensure_ascii=False).encode()
        with faults_named():
            write_durably(self._file(key), self._sealer.seal(key, content) if self._sealer else content)

    def get(self, key: str) -> dict[str, Any] | None:
        """Return what was kept, None where nothing was or it cannot be read any more."""
        try:
            found = parsed_json(self._bare(key, self._file(key).read_bytes()))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def seal_all(self) -> None:
        """Seal what still lies there plain (encryption was just switched on); raises EnvironmentFault."""
        for key in self.keys():
            kept = self._content(key)
            if self._sealer and kept and not kept.startswith(MAGIC) and (values := self.get(key)) is not None:
                with faults_named():
                    erase(self._file(key))
                self.put(key, values)

    def unseal_all(self) -> None:
        """Write what is sealed as it is (the key is about to go); raises EnvironmentFault."""
        for key in self.keys():
            if self._content(key).startswith(MAGIC) and (values := self.get(key)) is not None:
                with faults_named():
                    write_durably(self._file(key), json.dumps(values, ensure_ascii=False).encode())

    def lost(self) -> tuple[str, ...]:
        """Return the keys of drafts that are sealed by a key nobody has here."""
        sealed = (key for key in self.keys() if self._content(key).startswith(MAGIC))
        return tuple(key for key in sealed if self.get(key) is None)

    def drop(self, key: str) -> None:
        """Forget a draft, saved or given up; raises EnvironmentFault where the disk keeps it."""
        try:
            self._file(key).unlink(missing_ok=True)
        except OSError as refused:
            raise EnvironmentFault(
                QT_TRANSLATE_NOOP("desk", "填写时留下的草稿删不掉，下次还会出现；登记好的记录不受影响。"),
                remedy=QT_TRANSLATE_NOOP("desk", "下次出现时放弃它，不要再保存一次。"),
            ) from refused

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all drafts, to offer them after a crash."""
        return tuple(sorted(file.stem for file in self._folder.glob("*.json")))

    @contextmanager
    def scratch(self) -> Iterator[ScratchFile]:
        """Give an empty file (0600) on the desk's disk that is gone afterwards; after a crash, when the desk opens.

        Beside an encrypted desk it has a key of its own, which is kept nowhere.
        """
        with faults_named():
            file = temporary_file(self._folder)
        try:
            yield ScratchFile(file, DeskKey.new().literal if self._sealer else "")
        finally:
            file.unlink(missing_ok=True)

    def _bare(self, key: str, content: bytes) -> bytes:
        """Return a draft's JSON; raise ValueError for one that is sealed by another key or was altered."""
        if not content.startswith(MAGIC):
            return content
        if self._sealer is None:
            raise ValueError(key)
        return self._sealer.unseal(key, content)

    def _content(self, key: str) -> bytes:
        try:
            return self._file(key).read_bytes()
        except OSError:
            return b""

    def _file(self, key: str) -> Path:
        if _KEY.fullmatch(key) is None:
            raise ValueError(key)
        return self._folder / f"{key}.json"

"""F34: a file that another program holds for a while is waited for, beside the window longer than in its thread."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from desk_mailadmin.store import files
from desk_mailadmin.store.files import put_in_place, write_durably


class Antivirus:
    """Holds a file as Windows does: nobody may put another one in its place until it lets go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
        self.tries, self._free, self._target = 0, threading.Event(), target
        rename = Path.replace

        def replace(draft: Path, place: Path) -> Path:
            if place == self._target and not self._free.is_set():
                self.tries += 1
                raise PermissionError(13, "The process cannot access the file", str(place))
            return rename(draft, place)

        monkeypatch.setattr(Path, "replace", replace)

    def let_go_after(self, seconds: float) -> None:
        threading.Timer(seconds, self._free.set).start()


def test_f34_a_file_held_for_a_moment_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "manifest.json"
    target.write_bytes(b"old")
    held = Antivirus(monkeypatch, target)
    held.let_go_after(0.3)
    write_durably(target, b"new")
    assert (target.read_bytes(), held.tries > 1) == (b"new", True)


def test_f34_the_window_waits_a_second_a_thread_ten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "manifest.json"
    target.write_bytes(b"old")
    Antivirus(monkeypatch, target)
    monkeypatch.setattr(files, "HELD", 2.0)
    monkeypatch.setattr(files, "IN_WINDOW", 0.2)
    took: list[float] = []

    def write() -> None:
        begun = time.monotonic()
        with pytest.raises(PermissionError):
            write_durably(target, b"new")
        took.append(time.monotonic() - begun)

    write()
    beside = threading.Thread(target=write)
    beside.start()
    beside.join(30)
    assert took[0] < 1.5
    assert took[1] >= 2.0
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target], "nothing half is left"


def test_where_nothing_is_held_there_is_nothing_to_wait_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    Antivirus(monkeypatch, tmp_path / "new.json")
    (tmp_path / "draft").write_bytes(b"x")
    begun = time.monotonic()
    with pytest.raises(PermissionError):
        put_in_place(tmp_path / "draft", tmp_path / "new.json")
    assert time.monotonic() - begun < 0.5

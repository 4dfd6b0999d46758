"""A packed program keeps its libraries to itself."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from installer.start import give_back_the_libraries

ASK = "import os; print(os.environ.get('LD_LIBRARY_PATH'), os.environ['PYINSTALLER_RESET_ENVIRONMENT'])"


def what_a_viewer_is_told() -> str:
    return subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True).stdout.strip()


def test_a_program_started_from_here_loads_the_systems_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/desk-mailadmin/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "")
    give_back_the_libraries()
    assert what_a_viewer_is_told() == "None 1"


def test_what_stood_there_before_the_start_stands_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/desk-mailadmin/_internal:/usr/own")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/own")
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "")
    give_back_the_libraries()
    assert what_a_viewer_is_told() == "/usr/own 1"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ

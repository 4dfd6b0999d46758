"""The system's scheduler told, asked and refused; here a program of its name stands for systemd and for Windows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk_mailadmin.app.nightly import NAME, Nightly, own_command
from desk_mailadmin.kernel.errors import EnvironmentFault

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the scheduler")


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scheduler that notes what it is told and remembers whether the run is on."""
    for name in ("systemctl", "schtasks"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(
            f"""#!/bin/sh
echo "{name} $*" >> {tmp_path}/told
case "$*" in
  *enable\\ --now*|*/Create*) touch {tmp_path}/on ;;
  *disable*|*/Delete*) rm -f {tmp_path}/on ;;
  *is-enabled*|*/Query*) test -e {tmp_path}/on ;;
esac
""",
            encoding="utf-8",
        )
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:{os.environ['PATH']}")
    return tmp_path / "told"


def test_a_timer_of_this_user_is_written_started_and_taken_away(tmp_path: Path, told: Path):
    nightly = Nightly(("/opt/a b/desk", "nightly"), tmp_path / "units", windows=False)
    assert not nightly.is_on()
    nightly.switch_on()
    assert nightly.is_on()
    service = (tmp_path / "units" / f"{NAME}.service").read_text()
    assert 'ExecStart="/opt/a b/desk" nightly' in service
    assert "ConditionFileIsExecutable=/opt/a b/desk\n" in service  # uninstalled: it passes in silence
    assert "OnCalendar=*-*-* 02:30:00" in (tmp_path / "units" / f"{NAME}.timer").read_text()
    nightly.switch_off()
    assert not nightly.is_on()
    assert not list((tmp_path / "units").iterdir())
    assert f"systemctl --user enable --now {NAME}.timer" in told.read_text()


def test_percent_and_dollar_in_a_path_are_not_read_by_systemd(tmp_path: Path, told: Path):
    assert not told.exists()
    Nightly(("/opt/50%/$x",), tmp_path / "units", windows=False).switch_on()
    assert "ExecStart=/opt/50%%/$$x" in (tmp_path / "units" / f"{NAME}.service").read_text()


def test_a_task_of_windows_is_made_with_the_command_quoted(tmp_path: Path, told: Path):
    nightly = Nightly((r"C:\Program Files\d.exe", "nightly"), tmp_path / "units", windows=True)
    nightly.switch_on()
    assert nightly.is_on()
    assert '/TR "C:\\Program Files\\d.exe" nightly' in told.read_text()
    nightly.switch_off()
    assert not nightly.is_on()


def test_a_scheduler_that_is_missing_is_said_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    nightly = Nightly(("desk", "nightly"), tmp_path / "units", windows=False)
    assert not nightly.is_on()
    with pytest.raises(EnvironmentFault) as refused:
        nightly.switch_on()
    assert "定时任务没有设好" in str(refused.value)
    assert "systemctl" in refused.value.remedy


def test_the_command_is_this_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    assert own_command()[-2:] == ("-m", "desk_mailadmin")
    packed = tmp_path / "desk-mailadmin"
    beside = tmp_path / "desk-mailadmin-cli"
    beside.touch()
    monkeypatch.setattr("sys.executable", str(packed))
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert own_command() == (str(beside),)

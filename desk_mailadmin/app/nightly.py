"""Backup and check every night, by the system's own scheduler: a user timer of systemd, a task of Windows."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

NAME = "desk-mailadmin-nightly"
TASK = "desk_mailadmin nightly"
AT = "02:30"
_PATIENCE = 20  # seconds

# The condition: where the program was uninstalled the timer passes in silence, it does not fail every night.
_SERVICE = """[Unit]
Description=Back up and check the desk of the mail administrator
ConditionFileIsExecutable={program}

[Service]
Type=oneshot
ExecStart={command}
Nice=10
"""
_TIMER = f"""[Unit]
Description=Every night: back up and check the desk of the mail administrator

[Timer]
OnCalendar=*-*-* {AT}:00
Persistent=true
RandomizedDelaySec=20min

[Install]
WantedBy=timers.target
"""


class Nightly(Struct, frozen=True):
    """The nightly run of this user: ``command`` is what the scheduler starts, ``units`` where systemd reads timers."""

    command: tuple[str, ...]
    units: Path
    windows: bool = sys.platform == "win32"

    @property
    def is_offered(self) -> bool:
        """Whether this system has a scheduler the program knows."""
        return self.windows or sys.platform.startswith("linux")

    def is_on(self) -> bool:
        """Say whether the scheduler runs it; False where the scheduler cannot be asked."""
        asked = (
            ("schtasks", "/Query", "/TN", TASK)
            if self.windows
            else ("systemctl", "--user", "is-enabled", f"{NAME}.timer")
        )
        try:
            return _run(asked).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            return False

    def switch_on(self) -> None:
        """Have it run every night at half past two, or at the next start after it; EnvironmentFault where refused."""
        if self.windows:
            _must(("schtasks", "/Create", "/F", "/SC", "DAILY", "/ST", AT, "/TN", TASK, "/TR", _quoted(self.command)))
            return
        self.units.mkdir(parents=True, exist_ok=True)
        command = " ".join(_of_systemd(word) for word in self.command)
        (self.units / f"{NAME}.service").write_text(
            _SERVICE.format(command=command, program=_percents(self.command[0])), encoding="utf-8"
        )
        (self.units / f"{NAME}.timer").write_text(_TIMER, encoding="utf-8")
        _must(("systemctl", "--user", "daemon-reload"))
        _must(("systemctl", "--user", "enable", "--now", f"{NAME}.timer"))

    def switch_off(self) -> None:
        """Have it run no more; EnvironmentFault where the scheduler refuses."""
        if self.windows:
            _must(("schtasks", "/Delete", "/F", "/TN", TASK))
            return
        _must(("systemctl", "--user", "disable", "--now", f"{NAME}.timer"))
        for kind in ("service", "timer"):
            (self.units / f"{NAME}.{kind}").unlink(missing_ok=True)


def nightly_of_this_user() -> Nightly:
    """Return the nightly run of whoever is logged in, by the program that is running."""
    return Nightly((*own_command(), "nightly"), _config_home() / "systemd/user")


def own_command() -> tuple[str, ...]:
    """Return how this program's command line is started: the packed one beside the window's, or Python."""
    running = Path(sys.executable)
    if getattr(sys, "frozen", False):
        beside = running.with_name(f"desk-mailadmin-cli{running.suffix}")
        return (str(beside if beside.exists() else running),)
    quiet = running.with_name("pythonw.exe")
    return (str(quiet if quiet.exists() else running), "-m", "desk_mailadmin")


def _config_home() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir())


def _run(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return subprocess.run(  # noqa: S603  (our own words, no shell)
        list(words),
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_PATIENCE,
        check=False,
        creationflags=hidden,
    )


def _must(words: Sequence[str]) -> None:
    try:
        done = _run(words)
        said = done.stderr.strip() or done.stdout.strip()
        failed = done.returncode != 0
    except (OSError, subprocess.TimeoutExpired) as fault:
        failed, said = True, str(fault)
    if failed:
        raise EnvironmentFault(
            QT_TRANSLATE_NOOP("desk", "系统的定时任务没有设好（{said}）。台账没有受影响。"),
            remedy=QT_TRANSLATE_NOOP("desk", "让管理电脑的同事每夜运行一次：{command}"),
            said=said[:200],
            command=" ".join(words),
        )


def _quoted(words: Sequence[str]) -> str:
    return subprocess.list2cmdline(words)


def _of_systemd(word: str) -> str:
    """Return a word as a unit file wants it: percent doubled, quoted where it holds a space."""
    plain = _percents(word).replace("\\", "\\\\").replace("$", "$$").replace('"', '\\"')
    return f'"{plain}"' if " " in plain else plain


def _percents(word: str) -> str:
    return word.replace("%", "%%")

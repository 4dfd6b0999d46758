"""Disks of a test's own: mounted where only one child process sees them, and gone with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.faults.children import unmeasured

ROOT = Path(__file__).parents[2]
_OWN = (("unshare", "--mount"), ("unshare", "--user", "--map-root-user", "--mount"))


@cache
def own_mounts() -> tuple[str, ...]:
    """Return the words by which a child gets mounts of its own, nothing where the system allows none."""
    if sys.platform != "linux":
        return ()
    for words in _OWN:
        try:
            done = subprocess.run(
                [
                    *words,
                    "sh",
                    "-c",
                    'd=$(mktemp -d) && mount -t tmpfs none "$d" && umount "$d"; s=$?; rmdir "$d"; exit $s',
                ],
                capture_output=True,
                check=False,
            )
        except OSError:
            return ()
        if done.returncode == 0:
            return words
    return ()


def on_a_small_disk(place: Path, megabytes: float, words: Sequence[object]) -> subprocess.CompletedProcess[str]:
    """Run Python with ``words`` while a disk of so many MB is mounted on the folder ``place``, for it alone."""
    mounted = f'mount -t tmpfs -o size={int(megabytes * 1024)}k none "$0" && exec "$@"'
    return subprocess.run(
        [*own_mounts(), "sh", "-c", mounted, str(place), sys.executable, *map(str, words)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        env=unmeasured(),
    )


def loop_devices() -> bool:
    """Say whether a file can be mounted as a disk: there is a free loop device, and what makes an ext4."""
    try:
        free = subprocess.run(["losetup", "--find"], capture_output=True, check=False).returncode == 0
        return free and subprocess.run(["mkfs.ext4", "-V"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False

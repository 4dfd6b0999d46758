"""Run beside a test, never in it, as root with mounts of its own: cuts the power of a real ext4 under a working desk.

``python -m tests.faults.real_cuts FOLDER CUTS`` makes FOLDER (and refuses one that is there), puts an ext4 into a file
in it, lets a child write, shuts the file system down as a power cut does (FS_IOC_SHUTDOWN without flushing its log),
mounts it again and looks at the desk. Prints one JSON object: cuts, lost, broken, replayed, commits.
"""

from __future__ import annotations

import fcntl
import json
import os
import random
import signal
import struct
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.faults.killing import forked, opened, rest, state, write_for_ever

SHUTDOWN = 0x8004587D
WITHOUT_LOG = 2
LOOP = 7
"""The device number of loop devices."""


class Volume:
    """An ext4 in a file; ``cut`` takes its power, and nobody else's."""

    def __init__(self, folder: Path) -> None:
        self._image, self.place = folder / "volume", folder / "mounted"
        self.place.mkdir()
        with self._image.open("wb") as file:
            file.truncate(96 * 2**20)
        subprocess.run(["mkfs.ext4", "-q", "-F", str(self._image)], check=True)
        found = subprocess.run(["losetup", "--find", "--show", str(self._image)], check=True, capture_output=True)
        self._loop = found.stdout.decode().strip()

    def mount(self) -> None:
        subprocess.run(["mount", self._loop, str(self.place)], check=True)

    def unmount(self) -> None:
        for _ in range(100):
            if subprocess.run(["umount", str(self.place)], capture_output=True, check=False).returncode == 0:
                return
            time.sleep(0.02)

    def cut(self) -> None:
        """Shut the file system down; only if it is surely the one in our own file."""
        handle = os.open(self.place, os.O_RDONLY)
        try:
            device = os.fstat(handle).st_dev
            behind = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}/loop/backing_file")
            if os.major(device) != LOOP or behind.read_text().strip() != str(self._image.resolve()):
                raise RuntimeError("this is not the test's own file system")
            fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", WITHOUT_LOG))
        finally:
            os.close(handle)

    def remove(self) -> None:
        self.unmount()
        subprocess.run(["losetup", "--detach", self._loop], check=False)
        self._image.unlink()


def cut_again_and_again(volume: Volume, cuts: int) -> Counter[str]:
    met: Counter[str] = Counter(cuts=cuts, lost=0, broken=0, replayed=0, commits=0)
    chance = random.Random(7)  # noqa: S311  (when to cut)
    for number in range(cuts):
        desk = volume.place / f"desk{number // 25}"
        if not desk.exists():
            opened(desk).database.close()
            os.sync()
        child, pipe = forked(write_for_ever(desk))
        told = os.read(pipe, 65536)
        time.sleep(chance.random() * 0.06)
        volume.cut()
        os.kill(child, signal.SIGKILL)
        told += rest(pipe)
        os.waitpid(child, 0)
        volume.unmount()
        volume.mount()
        journal = desk / "desk.maildesk-journal"
        met["replayed"] += journal.exists() and journal.stat().st_size > 512
        whole, last = state(desk)
        met["broken"] += not whole
        met["lost"] += last < int(told.split()[-1])
        met["commits"] += len(told.split())
    return met


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)  # raises where anything is there
    volume = Volume(folder)
    try:
        volume.mount()
        print(json.dumps(cut_again_and_again(volume, int(sys.argv[2]))))
    finally:
        volume.remove()

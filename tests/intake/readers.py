"""Readers that misbehave, run in the child by the tests of ``child``."""

import os
import signal
import time

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError


def good(path, limits, first, tell):
    tell(0.25)
    tell(0.75)
    return (path.name, limits.rows, first)


def refuses(path, limits, tell):
    raise UserError("“{file}”不行。", field="file", file=path.name)


def meets_a_full_disk(path, limits, tell):
    raise EnvironmentFault("盘满了（{file}）。", remedy="清理 {file}。", file=path.name)


def breaks(path, limits, tell):
    raise KeyError("inside")


def crashes(path, limits, tell):
    os.kill(os.getpid(), signal.SIGSEGV)


def eats(path, limits, tell):
    return bytes(4 * 2**30)


def sleeps(path, limits, tell):
    tell(0.1)
    time.sleep(60)


def spins(path, limits, tell):
    while True:
        pass


def sends_what_cannot_be_sent(path, limits, tell):
    return lambda: None

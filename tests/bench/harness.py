"""Measure jobs side by side: rounds in turn, medians, and each job as a ratio to its reference in the same run."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Job = Callable[[], object]
REFERENCE = "reference"
OURS = "ours"


@dataclass
class Line:
    """One figure of a row: what was measured, our time and the reference's (seconds), and the goal for their ratio."""

    what: str
    ours: Sequence[float]
    reference: Sequence[float] = ()
    goal: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Our median by the reference's; None where there is none."""
        return statistics.median(self.ours) / statistics.median(self.reference) if self.reference else None

    @property
    def value(self) -> float:
        """What the goal speaks about: the ratio, or our own median in milliseconds where nothing is compared."""
        ratio = self.ratio
        return statistics.median(self.ours) * 1e3 if ratio is None else ratio

    @property
    def verdict(self) -> str:
        """Whether the goal is met; a bench reports, it never fails."""
        if self.least is not None:
            return "met" if self.value >= self.least else "MISSED"
        return "" if self.goal is None else "met" if self.value <= self.goal else "MISSED"

    def __str__(self) -> str:
        ours = f"ours {shown(statistics.median(self.ours))}"
        if len(self.ours) >= 100:
            ours += f" (p99 {shown(sorted(self.ours)[int(len(self.ours) * 0.99)])})"
        parts = [f"   {self.what:44}", f"{ours:34}"]
        if self.reference:
            parts.append(f"reference {shown(statistics.median(self.reference)):10} ratio {self.ratio:6.2f}")
        if self.goal is not None:
            unit = "" if self.reference else " ms"
            parts.append(f"goal ≤ {self.goal:g}{unit}")
        if self.least is not None:
            parts.append(f"goal ≥ {self.least:g}")
        return "  ".join([*parts, self.verdict, self.note]).rstrip()


@dataclass
class Amount(Line):
    """A figure that is no time: megabytes, bytes, a count."""

    unit: str = "MB"

    @property
    def value(self) -> float:
        """The figure, or its ratio to the reference's."""
        ratio = self.ratio
        return statistics.median(self.ours) if ratio is None else ratio

    def __str__(self) -> str:
        parts = [f"   {self.what:44}", f"ours {statistics.median(self.ours):.1f} {self.unit}".ljust(34)]
        if self.reference:
            parts.append(f"reference {statistics.median(self.reference):.1f} {self.unit}  ratio {self.ratio:6.2f}")
        if self.goal is not None:
            parts.append(f"goal ≤ {self.goal:g}")
        return "  ".join([*parts, self.verdict, self.note]).rstrip()


@dataclass
class Workshop:
    """What a row may use: a scratch folder, a folder that keeps large data between runs, the sizes, and a quick mode."""

    scratch: Path
    kept: Path
    sizes: Sequence[int]
    quick: bool = False
    told: list[str] = field(default_factory=list)

    def rounds(self, many: int) -> int:
        """Return how many rounds to take."""
        return max(3, many // 10) if self.quick else many

    def tell(self, sentence: str) -> None:
        """Say what takes long."""
        self.told.append(sentence)
        print(f"   … {sentence}", file=sys.stderr, flush=True)


def shown(seconds: float) -> str:
    """Return a time with a fitting unit."""
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.0f} µs"


def timed(job: Job) -> float:
    """Return the seconds one run of ``job`` takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def worked(job: Job) -> float:
    """Return the seconds of processor time one run of ``job`` takes, its threads included."""
    start = time.process_time()
    job()
    return time.process_time() - start


def in_turn(rounds: int, **jobs: Job) -> Mapping[str, list[float]]:
    """Run the jobs in turn, once unmeasured and then ``rounds`` times; every second round goes backwards."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job()
    order = list(jobs.items())
    gc.collect()
    for _ in range(rounds):
        for name, job in order:
            times[name].append(timed(job))
        order.reverse()
    return times


def at_work(what: str, rounds: int, ours: Job, reference: Job, goal: float | None = None, note: str = "") -> Line:
    """Measure our job's processor time against its reference's: a busy machine shakes it less."""
    times: dict[str, list[float]] = {OURS: [], REFERENCE: []}
    for _ in range(rounds):
        times[OURS].append(worked(ours))
        times[REFERENCE].append(worked(reference))
    return Line(what, times[OURS], times[REFERENCE], goal, note=note)


def compared(what: str, rounds: int, ours: Job, reference: Job, goal: float | None = None, note: str = "") -> Line:
    """Measure our job against its reference."""
    times = in_turn(rounds, ours=ours, reference=reference)
    return Line(what, times[OURS], times[REFERENCE], goal, note=note)


def growth(what: str, by_size: Mapping[int, Sequence[float]], goal: float | None) -> Line:
    """Compare the largest size with the smallest: how much dearer the same job becomes."""
    small, large = min(by_size), max(by_size)
    return Line(f"{what}, {large:,} against {small:,}", by_size[large], by_size[small], goal)


def resident_mb() -> float:
    """Return this process's memory in MB (2^20 bytes); Linux only, else 0."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 2**20

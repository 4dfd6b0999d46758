import multiprocessing
import sys
import time
from pathlib import Path

import pytest

from desk_mailadmin.intake import child
from desk_mailadmin.intake.child import Cancelled, run_apart
from desk_mailadmin.intake.guard import Limits
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError

from . import readers

TESTS = Path(__file__).parents[1]
ROSTER = Path("花名册.xlsx")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the system cannot cap a process")


@pytest.fixture(autouse=True)
def _the_child_finds_the_readers(monkeypatch):
    monkeypatch.syspath_prepend(str(TESTS))
    monkeypatch.syspath_prepend(str(TESTS.parent))


def test_the_result_and_the_progress_come_back():
    told = []
    assert run_apart(readers.good, ROSTER, Limits(rows=7), "x", progress=told.append) == ("花名册.xlsx", 7, "x")
    assert told == [0.25, 0.75]


def test_what_the_reader_refuses_is_refused_here():
    with pytest.raises(UserError, match="不行。") as refused:
        run_apart(readers.refuses, ROSTER, Limits())
    assert (refused.value.field, refused.value.template) == ("file", "“{file}”不行。")


def test_a_fault_of_the_machine_keeps_its_remedy():
    with pytest.raises(EnvironmentFault) as fault:
        run_apart(readers.meets_a_full_disk, ROSTER, Limits())
    assert (str(fault.value), fault.value.remedy) == ("盘满了（花名册.xlsx）。", "清理 花名册.xlsx。")


@pytest.mark.parametrize("reader", [readers.breaks, readers.crashes, readers.sends_what_cannot_be_sent])
def test_a_reader_that_breaks_is_one_sentence(reader):
    with pytest.raises(UserError, match=r"“花名册\.xlsx”无法读取.*什么都没有导入。"):
        run_apart(reader, ROSTER, Limits())


@linux_only
def test_memory_is_capped():
    with pytest.raises(UserError, match="内存不够"):
        run_apart(readers.eats, ROSTER, Limits(memory=512))


@linux_only
def test_processor_time_is_capped():
    with pytest.raises(UserError, match="读了 1 秒还没有读完"):
        run_apart(readers.spins, ROSTER, Limits(seconds=1))


def test_the_clock_is_capped(monkeypatch):
    monkeypatch.setattr(child, "STARTING_UP", 0)
    start = time.monotonic()
    with pytest.raises(UserError, match="读了 2 秒还没有读完"):
        run_apart(readers.sleeps, ROSTER, Limits(seconds=2))
    assert time.monotonic() - start < 10


def test_the_clerk_can_stop_it_and_no_process_stays():
    told = []
    with pytest.raises(Cancelled, match="已停止读取"):
        run_apart(readers.sleeps, ROSTER, Limits(), progress=told.append, cancelled=lambda: bool(told))
    assert multiprocessing.active_children() == []

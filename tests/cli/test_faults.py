"""What the machine, a clumsy hand or a damaged disk does to a command: one sentence, nothing lost, nothing overwritten."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.desks import NOVEMBER, TODAY
from tests.faults.children import unmeasured

ROOT = Path(__file__).parents[2]
FILE = "desk.maildesk"


@pytest.fixture
def pipe(tmp_path):
    """A thing that is no file, as /dev/null is none; in a folder of the test's own."""
    place = tmp_path / "pipe.xlsx"
    os.mkfifo(place)
    return place


def changed(desk, *statements):
    with closing(sqlite3.connect(desk / FILE)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "words",
    [
        ("import", "roster", NOVEMBER, "--dry-run", "--faults"),
        ("export", "staff", "-o"),
        ("export", "ledger", "--month", "2026-12", "-o"),
    ],
)
def test_a_device_is_never_replaced_by_a_workbook(cli, pipe, words):
    said = cli(*words, pipe)
    assert said.code == 2
    assert len(said.err.splitlines()) == 1
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(pipe.parent.glob("*.xlsx")) == [pipe]


@pytest.mark.parametrize("words", [("export", "staff", "-o"), ("export", "ledger", "--month", "2026-12", "-o")])
def test_a_folder_is_no_place_for_a_workbook_and_nothing_stands_beside_it(cli, tmp_path, words):
    (tmp_path / "here").mkdir()
    assert "here" in cli(*words, tmp_path / "here").refused()
    assert not list(tmp_path.glob("here(*"))


@pytest.mark.parametrize("name", ["", "x" * 300 + ".xlsx", "no/where.xlsx", "file/inside.xlsx"])
@pytest.mark.parametrize("words", [("export", "staff", "-o"), ("import", "roster", NOVEMBER, "--dry-run", "--faults")])
def test_a_place_that_cannot_be_is_refused_in_one_line(cli, tmp_path, words, name):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    said = cli(*words, tmp_path / name if name else "")
    assert said.code == 2
    assert len(said.err.splitlines()) == 1
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("DELETE FROM meta WHERE key = 'compat_version'", "台账文件有损坏"),
        ("UPDATE meta SET value = 'zz' WHERE key = 'desk_uuid'", "台账文件有损坏"),
        ("UPDATE meta SET value = 'x' WHERE key = 'compat_version'", "台账文件有损坏"),
        ("UPDATE staff SET name = CAST(X'80E5' AS TEXT)", "台账文件有损坏"),
        ("DROP TABLE staff", "no such table: staff"),
    ],
)
def test_a_damaged_desk_is_met_in_one_line(cli, desk, damage, words):
    changed(desk, damage)
    assert words in cli("list", "staff").refused()


def test_days_no_desk_has_seen_are_refused(cli, desk, command, tmp_path):
    said = command("--desk", desk, "--today", "0001-01-01", "check")
    assert (
        said.refused() == "用法不对：--today：0001-01-01 不在 1970 年到 2999 年之间。用 desk-mailadmin --help 看用法。"
    )
    assert "0000-01" in cli("export", "ledger", "--month", "0000-01", "-o", tmp_path / "x.xlsx").refused()


def test_a_folder_with_too_long_a_name_is_refused(command, tmp_path):
    assert command("--desk", tmp_path / ("a" * 300), "new").refused().startswith("路径太长")


def small_disk(desk, *words, kilobytes):
    """Run a command that may write no file beyond that size, nor its coverage; a full disk looks the same inside."""

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    return subprocess.run(
        [sys.executable, "-m", "desk_mailadmin", "--desk", desk, "--today", str(TODAY), *map(str, words)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        preexec_fn=limit,
        env=unmeasured(),
    )


@pytest.mark.parametrize("kilobytes", [20, 100, 400])
@pytest.mark.parametrize("words", [("set", "company=另一公司"), ("backup",), ("export", "staff", "-o", "OUT")])
def test_f6_a_full_disk_is_told_in_one_line_and_loses_nothing(cli, desk, tmp_path, words, kilobytes):
    before = cli("list", "staff", "--json").rows
    old = tmp_path / "old.xlsx"
    old.write_bytes(b"the good one")
    found = small_disk(desk, *[old if word == "OUT" else word for word in words], kilobytes=kilobytes)
    assert "Traceback" not in found.stderr
    assert found.returncode == 0 or len(found.stderr.splitlines()) == 1
    assert old.read_bytes() == b"the good one" or old.read_bytes().startswith(b"PK")
    assert cli("list", "staff", "--json").rows == before
    assert cli("check").code == 0
    assert not [file for file in (*desk.rglob(".*"), *tmp_path.glob(".*")) if file.is_file()]


@pytest.mark.parametrize("foreign", ["noise", "journal"])
def test_f14_a_journal_of_another_run_beside_the_desk_harms_nothing(cli, desk, tmp_path, foreign):
    before = cli("list", "staff", "--json").rows
    beside = desk / f"{FILE}-journal"
    if foreign == "noise":
        beside.write_bytes(b"\x00\xd9\xd5\x05" * 5000)
    else:
        other = shutil.copy(desk / FILE, tmp_path / "other.db")
        with closing(sqlite3.connect(other, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("PRAGMA cache_size=1")
            connection.execute("BEGIN")
            connection.execute("UPDATE staff SET remark = hex(randomblob(2000))")
            shutil.copy(tmp_path / "other.db-journal", beside)
            connection.execute("ROLLBACK")
    assert cli("list", "staff", "--json").rows == before
    assert cli("check").code == 0


def test_f17_what_was_done_is_not_called_refused_when_only_the_last_backup_fails(cli, desk):
    (desk / "backups").write_bytes(b"no folder")
    said = cli("set", "company=另一公司")
    assert said.code == 1
    assert said.err.startswith("登记过的都已保存，但关闭时的备份没有做成。")
    assert len(said.err.splitlines()) == 1
    (desk / "backups").unlink()
    assert cli("check").code == 0


def test_a_roster_with_impossible_days_comes_in_all_the_same(cli, tmp_path):
    roster = tmp_path / "名册.csv"
    lines = ("A1,张一,财务部,2022.1.1,2021.1.1", "A2,李二,财务部,2022.1.1,", "A3,王三,财务部,2020.1.1,2021.1.1")
    roster.write_text("工号,姓名,部门,入职日期,离职日期\n" + "\n".join(lines), encoding="utf-8")
    assert cli("import", "roster", roster, "--json").json["counts"]["written"] == 3
    roster.write_text("工号,姓名,部门,离职日期\nA2,李二,财务部,2021.1.1\n", encoding="utf-8")
    assert cli("import", "roster", roster, "--json").json["counts"]["left"] == 1
    rows = {row["emp_no"]: (row["state"], row["left_on"]) for row in cli("list", "staff", "--json").rows}
    assert (rows["A1"], rows["A2"], rows["A3"]) == (("left", None), ("left", None), ("left", "2021-01-01"))


@pytest.mark.parametrize("dry", [True, False])
def test_a_clock_set_far_back_names_the_person_and_the_row_it_leaves_out(command, desk, tmp_path, dry):
    roster = tmp_path / "名册.csv"
    heading = "工号,姓名,部门,入职日期,状态\n"
    roster.write_text(f"{heading}Z1,张一,财务部,2022.1.1,在职\n", encoding="utf-8")
    at = ("--desk", desk, "--today")
    assert command(*at, "2026-12-03", "import", "roster", roster).code == 0
    roster.write_text(f"{heading}Z1,张一,财务部,,离职\nZ2,李二,财务部,,在职\n", encoding="utf-8")
    said = command(*at, "2015-01-01", "import", "roster", roster, "--json", *(["--dry-run"] if dry else []))
    (refused,) = [fault for fault in said.json["faults"] if fault["kind"] == "person-refused"]
    assert (said.code, refused["row"]) == (1, 2)
    assert refused["message"].startswith("张一（Z1）没有导入：入职日期在今天以后")
    assert "2015-01-01" in refused["message"]
    told = command(*at, "2015-01-01", "import", "roster", roster)
    assert "第 2 行：张一（Z1）没有导入" in told.out
    people = {row["emp_no"]: row["state"] for row in command(*at, "2026-12-03", "list", "staff", "--json").rows}
    assert (people["Z1"], people["Z2"]) == ("active", "active")


def test_a_bug_is_told_without_what_it_had_in_its_hands(command, desk, monkeypatch):
    def broken(*_given):
        raise RuntimeError("password=Kan@ry-7f 13912345678 \x1b[31m")

    monkeypatch.setattr("desk_mailadmin.cli.commands.ON_A_DESK", {"check": broken})
    said = command("check", "--desk", desk)
    assert said.refused().startswith("程序出错，没有完成（RuntimeError: password=••• 〔手机〕 �[31m，test_faults.py")

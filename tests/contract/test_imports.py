"""Importing a part brings in only what that part may use, does nothing, and leaves the heavy parts for later."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "desk_mailadmin"
HEAVY = {"openpyxl", "pypinyin", "typst", "keyring", "python_calamine", "pypdfium2", "zxingcpp", "chinese_calendar"}
HEAVY |= {"smtplib", "ssl", "email"}
STARTS = [name for name in ("app", "cli", "office", "catalogue", "__main__") if (PACKAGE / f"{name}.py").exists()]
STARTS += ["registers.staff.table", "store.desk", "language.names"]
WITHOUT_QT = ("kernel", "language", "store", "documents", "intake", "mailserver")
WITHOUT_PEEWEE = ("kernel", "language", "documents", "intake", "mailserver")

LOOK = """
import importlib, json, sys, threading
for name in sys.argv[1:]:
    importlib.import_module(name)
roots = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps(roots)), threading.active_count() == 1 or sys.exit("a thread was started")
"""


def modules_of(part: str) -> list[str]:
    files = [file.relative_to(ROOT).with_suffix("") for file in sorted((PACKAGE / part).rglob("*.py"))]
    return [".".join(file.parts).removesuffix(".__init__") for file in files if file.name != "__main__"]


def imported_with(modules: list[str], home: Path) -> set[str]:
    """The top-level names that a fresh interpreter holds after importing these modules in an empty folder."""
    home.mkdir()
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", LOOK, *modules],
        cwd=home,
        env={"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert list(home.iterdir()) == [], "importing wrote a file"
    return set(run.stdout.strip().strip("[]").replace('"', "").split(", "))


@pytest.mark.parametrize(
    "part", ["kernel", "language", "store", "documents", "intake", "mailserver", "ui", "registers", ""]
)
def test_importing_a_part_does_nothing_and_brings_in_only_what_it_may_use(part: str, tmp_path: Path) -> None:
    modules = modules_of(part)
    assert modules
    names = imported_with(modules, tmp_path / "home")
    assert "desk_mailadmin" in names
    assert ("PySide6" in names) <= (part not in WITHOUT_QT)
    assert ("peewee" in names) <= (part not in WITHOUT_PEEWEE)


@pytest.mark.parametrize("start", STARTS)
def test_the_heavy_parts_wait_until_they_are_needed(start: str, tmp_path: Path) -> None:
    """SPEED a: openpyxl, typst, keyring and the others cost 30 to 400 ms each."""
    assert imported_with([f"desk_mailadmin.{start}"], tmp_path / "home") & HEAVY == set()


def test_no_regular_expression_is_read_at_the_start(tmp_path: Path) -> None:
    """SPEED a: kernel/regex.py reads them when they are first used."""
    with_all = "import json, sys, desk_mailadmin.app.main; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", with_all],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = [name for name in json.loads(run.stdout) if name.startswith("desk_mailadmin.")]
    files = [ROOT / f"{name.replace('.', '/')}.py" for name in loaded]
    read = re.compile(r"^\w+(: [^=\n]+)? = re\.compile\(", re.MULTILINE)
    assert len(files) > 300
    assert [str(file) for file in files if file.exists() and read.search(file.read_text(encoding="utf-8"))] == []


def test_the_kernel_needs_nothing_but_the_standard_library_and_its_records(tmp_path: Path) -> None:
    names = imported_with(modules_of("kernel"), tmp_path / "home") - set(sys.stdlib_module_names)
    records = imported_with(["msgspec.structs"], tmp_path / "records")
    assert names <= {"desk_mailadmin", "__main__", *records}


def test_no_file_knows_the_place_it_was_built_in() -> None:
    place = re.compile(rb"""["'`( ]/(?!usr|dev|proc|etc|home/office)[a-z]+/[a-z]""")
    files = [file for folder in ("desk_mailadmin", "installer", "forms") for file in (ROOT / folder).rglob("*")]
    texts = {file: file.read_bytes() for file in files if file.suffix in {".py", ".toml", ".json", ".typ", ".md"}}
    assert texts
    assert [str(file) for file, text in texts.items() if place.search(text)] == []

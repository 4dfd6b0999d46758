"""No parser may be forgotten: whatever in the rooms of parsing takes a text, a cell or bytes stands in the list."""

from __future__ import annotations

import ast
from pathlib import Path

import desk_mailadmin
from desk_mailadmin.cli.imports import _IMPORTS
from tests.hostile.doors import DOORS
from tests.hostile.parsers import NOT_FED, PARSERS

ROOT = Path(desk_mailadmin.__path__[0])
ROOMS = ("language", "intake")
TAKES = ("str", "bytes", "Entry", "object")


def functions() -> set[str]:
    """Every public function of these rooms whose first argument is a text, a cell or bytes."""
    found = set()
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            for one in ast.parse(file.read_text("utf-8")).body:
                if not isinstance(one, ast.FunctionDef) or one.name.startswith("_") or not one.args.args:
                    continue
                first = one.args.args[0].annotation
                if first is not None and ast.unparse(first).split(" |")[0] in TAKES:
                    found.add(f"{module}.{one.name}")
    return found


def test_every_parser_is_fed():
    missing = functions() - PARSERS.keys() - NOT_FED.keys()
    assert missing == set(), "add it to tests/hostile/parsers.py, with what it is fed"
    assert len(functions()) > 60


def test_what_is_named_is_there():
    assert set(NOT_FED) <= functions()
    assert not set(NOT_FED) & set(PARSERS)
    inside = {name for name in PARSERS if name.split(".")[0] in ROOMS and "Reader." not in name}
    assert inside - functions() == {"intake.guard.judge", "intake.zip_guard.check_package"}, "those take files"


def test_every_import_of_the_command_line_is_a_door_of_the_tests():
    assert DOORS.keys() == _IMPORTS.keys()
    readers = {file.parent.name for file in (ROOT / "intake").glob("*/reader.py")}
    assert len(readers) == len(DOORS)

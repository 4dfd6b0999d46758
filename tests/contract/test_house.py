"""The rules of the house that no other tool keeps: short functions, short files, named exceptions, known room names."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "desk_mailadmin").rglob("*.py"))
SCRIPTS = [ROOT / "installer" / name for name in ("bootstrap", "checks", "translations")] + [ROOT / ".ci" / "run"]
LONGEST_FUNCTION, LONGEST_FILE = 45, 400
USUAL_FUNCTION = 20
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools"}
EXCUSE = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<rest>.*)$")
NAMED = re.compile(r"(: [A-Z]+\d+(, [A-Z]+\d+)*  ?\(.+\)|\[[a-z-]+(, ?[a-z-]+)*\].*\S.*)")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def function_lengths() -> dict[str, int]:
    """Lines of each function, its signature and docstring left out."""
    found = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                found[f"{named(path)}:{node.name}:{node.lineno}"] = lines
    return found


def test_a_function_is_a_sentence() -> None:
    lengths = function_lengths()
    assert {place: lines for place, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}
    in_order = sorted(lengths.values())
    assert in_order[len(in_order) // 2] <= 8
    assert in_order[len(in_order) * 9 // 10] <= USUAL_FUNCTION


def test_a_file_is_a_page() -> None:
    lengths = {named(path): path.read_bytes().count(b"\n") for path in SOURCES}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_rooms_have_names_of_the_trade() -> None:
    assert [named(path) for path in SOURCES if VAGUE & {path.stem, *path.parts}] == []


def test_every_excuse_names_its_rule_and_its_reason() -> None:
    excuses = [
        (f"{named(path)}:{number}", found["rest"])
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := EXCUSE.search(line))
    ]
    assert [place for place, rest in excuses if not NAMED.match(rest)] == []


def test_nothing_is_left_to_be_done_later() -> None:
    waiting = re.compile(r"#.*(TODO|FIXME|XXX|pragma: no cover)")
    assert [named(path) for path in SOURCES if waiting.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_the_scripts_can_be_run(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[2:]
    subprocess.run(["bash", "-n", script], check=True)

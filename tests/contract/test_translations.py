"""Every text people read is found by the translators' tool, under the context it is looked up with."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from defusedxml.ElementTree import parse

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "desk_mailadmin").rglob("*.py"))


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def calls_in(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call of a file with the innermost class it stands in."""
    waiting: list[tuple[str, ast.AST]] = [("", ast.parse(path.read_text(encoding="utf-8")))]
    while waiting:
        name, node = waiting.pop()
        if isinstance(node, ast.Call):
            yield name, node
        inside = node.name if isinstance(node, ast.ClassDef) else name
        waiting += [(inside, child) for child in ast.iter_child_nodes(node)]


def marked_texts() -> tuple[dict[tuple[str, str], str], list[str]]:
    """(context, text) of every marked text with its place, and the places where a text cannot be found by the tool."""
    found, lost = {}, []
    for path in SOURCES:
        for inside, call in calls_in(path):
            place = f"{path.relative_to(ROOT)}:{call.lineno}"
            match call.func:
                case ast.Name(id="QT_TRANSLATE_NOOP"):
                    context, text = (literal(argument) for argument in call.args)
                case ast.Attribute(attr="tr", value=ast.Name(id="self")):
                    context, text = inside, literal(call.args[0])
                case ast.Attribute(attr="tr"):
                    lost.append(f"{place}: tr() of something else than self is looked up under another class")
                    continue
                case _:
                    continue
            if context and text:
                found[context, text] = place
            else:
                lost.append(f"{place}: the text is not a plain literal")
    return found, lost


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    target = tmp_path_factory.mktemp("translations") / "desk.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    files = [str(path) for path in SOURCES]
    run = subprocess.run([tool, "-silent", *files, "-ts", target], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    contexts = parse(target).getroot().iter("context")
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in contexts
        for message in context.iter("message")
    }


def test_the_tool_finds_the_texts_of_the_kernel(collected: set[tuple[str, str]]) -> None:
    assert ("desk", "“{text}”不是金额，应写成 1234.50 这样。") in collected
    assert ("desk", "现在是“{old}”，不能改为“{new}”。") in collected


def test_the_tool_finds_every_marked_text_under_its_context(collected: set[tuple[str, str]]) -> None:
    found, _lost = marked_texts()
    assert len(found) > 10
    # Most often a call stands inside an f-string, where the tool does not look.
    assert [f"{place}: {mark}" for mark, place in found.items() if mark not in collected] == []


def test_no_text_is_marked_where_the_tool_or_the_window_cannot_find_it() -> None:
    found, lost = marked_texts()
    assert lost == []
    below_qt = [context for context, text in found if "{" in text and context == "desk"]
    assert below_qt, "errors carry their values by name"

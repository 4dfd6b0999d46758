"""The documents say what is there: every path, target, command and key they name exists, and every code block holds."""

from __future__ import annotations

import argparse
import ast
import importlib
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from desk_mailadmin.catalogue import ALL_REGISTERS, ALL_SETTINGS
from desk_mailadmin.cli.parser import make_parser
from desk_mailadmin.kernel.clauses import load_demands
from desk_mailadmin.kernel.paths import asset_dir

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
"""What the README leads to."""
COMMAND_LINE = ROOT / "docs/command_line.md"
OF_THE_ROOT = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "forms/README.md")
DOCS = [*(ROOT / name for name in OF_THE_ROOT), *PAGES]
every_document = pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
MOST_OF_THE_README = 250
"""Lines; whoever is new reads it whole, and the rest stands on pages of its own."""
MOST_OF_A_PICTURE = 250 * 1024
EXAMPLE, EXAMPLE_FORM = "seals", "meeting_room_key"
"""The register and the form that CONTRIBUTING.md adds; their files are not there, and must not be."""

TOP = {path.name for path in ROOT.iterdir()}
PARTS = {path.name for path in (ROOT / "desk_mailadmin").iterdir() if path.is_dir()}
NAMED = re.compile(r"`([A-Za-z_.][\w./<>-]*)`")
LINKED = re.compile(r"\]\(([^)#:]+)\)")
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
OF_A_FILE = re.compile(r"# ((?:desk_mailadmin|tests)/\S+\.py)\n")


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def plain(document: Path) -> str:
    """The document without its blocks of code."""
    return BLOCK.sub("", text_of(document))


def stands(name: str) -> bool:
    """Whether a name with a slash is there, from the root or from the package or its registers."""
    bases = (ROOT, ROOT / "desk_mailadmin", ROOT / "desk_mailadmin" / "registers")
    return any((base / name).exists() for base in bases)


@every_document
def test_every_path_that_is_named_exists(document: Path) -> None:
    names = {name.rstrip("/") for name in NAMED.findall(plain(document)) if "/" in name.rstrip("/")}
    told = {name for name in names if not any(part in name for part in ("<", EXAMPLE, EXAMPLE_FORM))}
    meant = {name for name in told if name.split("/")[0] in TOP | PARTS}
    assert sorted(name for name in meant if not stands(name)) == []


@every_document
def test_what_is_said_to_be_in_a_file_is_there(document: Path) -> None:
    said = re.findall(r"`([\w.]+)(?:\(\))?` (?:in|of)\s`([a-z_]+/[\w/]+\.py)`", plain(document))
    assert [(name, path) for name, path in said if name.split(".")[-1] not in text_of(ROOT / path)] == []


@every_document
def test_every_link_leads_somewhere(document: Path) -> None:
    assert sorted(link for link in LINKED.findall(plain(document)) if not (document.parent / link).exists()) == []


@every_document
def test_every_make_target_that_is_named_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", text_of(document), re.MULTILINE))
    assert named <= targets


def test_every_file_of_the_package_is_named_as_its_layer() -> None:
    text = text_of(ROOT / "ARCHITECTURE.md")
    parts = [
        path for path in (ROOT / "desk_mailadmin").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    ]
    assert sorted(path.name for path in parts if path.name not in text and path.name != "__init__.py") == []


def sub_commands() -> dict[str, argparse.ArgumentParser]:
    (commands,) = [a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(commands.choices)


def test_the_readme_is_short_and_leads_to_every_page() -> None:
    text = text_of(ROOT / "README.md")
    assert len(text.splitlines()) <= MOST_OF_THE_README
    assert COMMAND_LINE in PAGES
    assert [page.name for page in PAGES if f"](docs/{page.name})" not in text] == []


def test_every_command_is_described_with_its_options() -> None:
    lines = [line.split("|")[1] for line in text_of(COMMAND_LINE).splitlines() if line.startswith("| `")]
    for name, parser in sub_commands().items():
        of_it = " ".join(line for line in lines if re.search(rf"`{name}[ `]", line))
        assert of_it, f"{name} is not described"
        options = {max(a.option_strings, key=len) for a in parser._actions if a.option_strings}
        options -= {"--help", "--desk", "--today", "--recovery-code", "--as"}
        assert {option for option in options if option not in of_it} == set(), name


def test_every_register_is_named_and_no_setting_that_is_none() -> None:
    text = text_of(COMMAND_LINE)
    assert [register.key for register in ALL_REGISTERS if f"`{register.key}`" not in text] == []
    named = set(re.findall(r"`([a-z_.]+)=", text)) - {"column"}
    assert {key for key in named if not key.startswith("domain")} <= {setting.key for setting in ALL_SETTINGS}


def test_every_picture_is_shown_and_none_is_heavy() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    text = "".join(map(text_of, [ROOT / "README.md", *PAGES]))
    assert pictures
    assert [path.name for path in pictures if f"pictures/{path.name})" not in text] == []
    assert [path.name for path in pictures if path.stat().st_size > MOST_OF_A_PICTURE] == []


def test_the_glossary_names_each_term_once() -> None:
    rows = re.findall(
        r"^\| (.+?) \| (.+?) \| .+ \|$", text_of(ROOT / "ARCHITECTURE.md").split("## Glossary")[1], re.MULTILINE
    )
    english, chinese = zip(*rows[1:], strict=True)
    assert len(english) > 50
    assert [term for terms in (english, chinese) for term, count in Counter(terms).items() if count > 1] == []


def test_every_part_we_stand_on_has_its_reason() -> None:
    wanted = re.search(r"install_requires =\n((?:    .+\n)+)", text_of(ROOT / "setup.cfg"))
    assert wanted is not None
    names = [re.split(r"[<>=]", line.strip())[0] for line in wanted[1].splitlines()]
    text = text_of(ROOT / "ARCHITECTURE.md").split("## Parts we stand on")[1]
    assert [name for name in names if f"| {name}" not in text] == []


def test_clauses_that_are_cited_are_clauses() -> None:
    known = {c for d in load_demands(asset_dir("resources") / "clauses.toml") for c in d.clause.split(", ")}
    cited = {c for document in DOCS[:3] for c in re.findall(r"`(\d{3}/[^`]+)`", text_of(document))}
    assert cited
    assert cited <= known


# the register that CONTRIBUTING.md adds


def blocks_of_files() -> dict[str, str]:
    blocks = [code for language, code in BLOCK.findall(text_of(ROOT / "CONTRIBUTING.md")) if language == "python"]
    return {found[1]: code for code in blocks if (found := OF_A_FILE.match(code))}


def test_the_example_has_every_room_and_imports_what_exists() -> None:
    blocks = blocks_of_files()
    rooms = {Path(path).stem for path in blocks if f"registers/{EXAMPLE}" in path}
    assert {
        "rules",
        "model",
        "service",
        "table",
        "form",
        "register",
        "test_rules",
        "test_service",
        "test_form",
    } == rooms
    for path, code in blocks.items():
        for node in ast.walk(ast.parse(code, path)):
            if isinstance(node, ast.ImportFrom) and node.module and f".{EXAMPLE}" not in node.module:
                module = importlib.import_module(node.module)
                missing = [alias.name for alias in node.names if not hasattr(module, alias.name)]
                assert missing == [], f"{path}: {node.module}"


def test_the_example_is_formatted_as_the_house_is(tmp_path: Path) -> None:
    for path, code in blocks_of_files().items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(OF_A_FILE.sub("", code, count=1), encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--diff", "--config", ROOT / ".ruff.toml", tmp_path]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_the_example_takes_the_next_number_and_is_not_there_itself() -> None:
    steps = sorted((ROOT / "desk_mailadmin" / "store" / "upgrades").glob("u0*.py"))
    assert [Path(path).name for path in blocks_of_files() if "/upgrades/" in path] == [
        f"u{len(steps) + 1:04}_{EXAMPLE}.py"
    ]
    assert not (ROOT / "desk_mailadmin" / "registers" / EXAMPLE).exists()


def test_no_document_names_the_place_it_was_made_in() -> None:
    foreign = re.compile(
        r"(?<![\w.~/])/(?!dev/|usr/)[a-z]+/[a-z]|issue \d", re.IGNORECASE
    )  # a path of one machine, an order
    named = {d.name: foreign.findall(text_of(d)) for d in DOCS}
    assert {name: found for name, found in named.items() if found} == {}


def test_each_term_of_the_glossary_stands_once():
    glossary = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## Glossary")[2]
    rows = [line.split("|")[1] for line in glossary.splitlines() if line.startswith("| ")][1:]
    terms = [term.strip() for row in rows for term in row.split(",")]
    assert len(terms) > 150
    assert {term for term in terms if terms.count(term) > 1} == set()

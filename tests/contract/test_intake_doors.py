"""Whatever in the program parses bytes is named: as a door for those of others, or here as a reader of our own."""

from __future__ import annotations

import re
from pathlib import Path

import desk_mailadmin

ROOT = Path(desk_mailadmin.__path__[0])
PARSES = re.compile(
    r"tomllib\.loads|json\.loads|parsed_json\(|parsed_toml\(|ZipFile\(|PdfDocument\(|QImageReader\(|read_barcodes\(|defusedxml"
    r"|load_workbook\(|CalamineWorkbook|HTMLParser\)|csv\.reader\(|sqlite3\.connect\(|tomlkit\.parse|QSettings\(str|cafile"
)
OUR_OWN = {
    "kernel": "what is shipped, and the two parsers themselves",
    "store": "the desk and what is kept beside it",
    "registers": "what the desk keeps as JSON, and what is shipped",
    "documents/cached_values.py": "the workbook that was just written",
    "documents/ledger.py": "the same, read back",
    "documents/long_book.py": "the same, read back",
    "intake/past_cases/spellings.py": "what is shipped",
    "office_phone_story.py": "the sample",
    "story.py": "the sample",
    "tour.py": "its own settings",
}


def parsing() -> set[str]:
    files = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in ROOT.rglob("*.py")}
    return {name for name, text in files.items() if PARSES.search(text)}


def doors() -> str:
    text = (ROOT.parent / "ARCHITECTURE.md").read_text("utf-8")
    return text[text.index("## Intake") : text.index("## Window")]


def test_whatever_parses_is_a_door_or_reads_our_own():
    named = doors()
    unknown = {
        name for name in parsing() if f"`{name}`" not in named and not ({name, name.split("/")[0]} & OUR_OWN.keys())
    }
    assert unknown == set(), "name it in ARCHITECTURE.md under Intake, with what stands before it"


def test_what_is_named_is_there():
    found = parsing()
    assert all(any(name == own or name.startswith(f"{own}/") for name in found) for own in OUR_OWN)
    files = set(re.findall(r"`([a-z_/]+\.py)`", doors()))
    assert [name for name in files if "/" in name and not name.startswith("tests") and not (ROOT / name).exists()] == []

"""TOML of others: read as it is, or refused at once with its line."""

from __future__ import annotations

import time
import tomllib

import pytest

from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.toml_text import MOST_STEPS, parsed_toml

LONG = "a." * 60_000 + "a"
DOTS = "." * 80


@pytest.mark.parametrize(
    ("text", "line"),
    [(f"[{LONG}]", 1), (f"x = 1\n{LONG} = 1", 2), (f'y = """\n\n"""\nz = {{{LONG} = 1}}', 4), (f'"a".{LONG} = 1', 1),
     (f"[[{LONG}]]", 1), (f"'a'.{LONG} = 1", 1)],
)  # fmt: skip
def test_a_key_of_thousands_of_parts_is_refused_at_once_with_its_line(text: str, line: int):
    start = time.process_time()
    with pytest.raises(tomllib.TOMLDecodeError, match=rf"at line {line}, column 1"):
        parsed_toml(text)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    [f'a = "{DOTS}"', f"a = '{DOTS}'", f'a = """\n{DOTS}"\n"""', f"a = '''\n{DOTS}'\n'''", f"a = 1 # {DOTS}",
     f'a = "\\"{DOTS}"', "a = [" + "1.5, " * 60 + "]", "a.b.c = 1"],
)  # fmt: skip
def test_dots_in_texts_remarks_and_numbers_are_no_keys(text: str):
    assert parsed_toml(text) == tomllib.loads(text)


@pytest.mark.parametrize("text", ['a = "' + '\\"' * 100_000, '"' * 100_001, "'" * 100_001, 'a = """' + '"x' * 100_000])
def test_quotes_that_never_close_are_refused_at_once(text: str):
    start = time.process_time()
    with pytest.raises(tomllib.TOMLDecodeError):
        parsed_toml(text)
    assert time.process_time() - start < 2


def test_every_file_of_ours_is_read_as_it_was():
    files = [file for room in ("forms", "resources") for file in asset_dir(room).rglob("*.toml")]
    assert len(files) > 20
    assert all(parsed_toml(file.read_text("utf-8")) == tomllib.loads(file.read_text("utf-8")) for file in files)
    assert MOST_STEPS > 3


@pytest.mark.parametrize("text", ["a = " + "9" * 5_000, "a = [-" + "9" * 5_000 + "]", "a = 0x" + "f" * 5_000 + "g"])
def test_a_number_of_thousands_of_digits_is_refused_like_any_fault(text: str):
    with pytest.raises(tomllib.TOMLDecodeError):
        parsed_toml(text)

"""Every part the program stands on is named with its licence in THIRD_PARTY_NOTICES.md."""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ")
]
NOTICES = {canonicalize_name(row[0]): row[1] for row in ROWS}
FAMILIES = ("LGPL", "MIT-0", "MIT", "Apache", "BSD", "PSF", "OFL", "ISC")


def wanted() -> list[str]:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = setup["options"]["install_requires"].splitlines()
    return [Requirement(line).name for line in lines if line and not line.startswith("#")]


def all_below(names: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in seen:
            continue
        seen.add(name)
        yield name
        needs = [Requirement(text) for text in distribution(name).requires or ()]
        waiting += [need.name for need in needs if need.marker is None or need.marker.evaluate({"extra": ""})]


PARTS = sorted(all_below(wanted()))


def declared_licence(name: str) -> str:
    part = distribution(name)
    meta = part.metadata
    fields = [*meta.get_all("License-Expression", []), *meta.get_all("License", []), *meta.get_all("Classifier", [])]
    texts = [
        Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
        for file in part.files or ()
        if re.search("dist-info/.*(LICEN[CS]E|COPYING)", str(file))
    ]
    said = " ".join(fields + texts)
    # Some distributions give only the text of the MIT licence, not its name.
    return f"{said} MIT" if "Permission is hereby granted, free of charge" in said else said


def test_the_walk_finds_the_parts_and_what_they_bring_with_them() -> None:
    assert {"pyside6-essentials", "shiboken6", "et-xmlfile", "peewee"} <= set(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_its_notice_and_the_licence_it_declares(part: str) -> None:
    assert part in NOTICES, f"add {part} to THIRD_PARTY_NOTICES.md"
    named = [family for family in FAMILIES if family in NOTICES[part]]
    assert named, NOTICES[part]
    assert all(family in declared_licence(part) for family in named)


def test_every_part_kept_in_the_repository_is_where_the_notice_says() -> None:
    places = [cell.strip("`") for row in ROWS for cell in row[3:] if cell.startswith("`")]
    assert places == ["resources/fonts", "resources/icons"]
    assert all((ROOT / place).is_dir() for place in places)


def test_our_own_licence_is_the_one_the_package_names() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")

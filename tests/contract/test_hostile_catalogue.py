"""Every item of the catalogue of bad input names a test that is there; the workbooks are numbered without a gap."""

from __future__ import annotations

import re
from pathlib import Path

from tests.hostile.books import BOOKS
from tests.hostile.catalogue import CATALOGUE, LEFT_OUT

ROOT = Path(__file__).parents[2]
ELSEWHERE = {"27", "28"}


def test_every_item_names_a_test_that_is_there():
    for section, items in CATALOGUE.items():
        for item, test in items.items():
            file, _, name = test.partition("::")
            assert re.search(rf"^def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), f"{section}, {item}"


def test_every_workbook_of_the_catalogue_is_made():
    assert {name[:2] for name in BOOKS} | ELSEWHERE == {f"{at:02}" for at in range(1, 30)}


def test_every_section_is_tried_or_said_to_be_left_out():
    assert {name.split(" ")[0] for name in (*CATALOGUE, *LEFT_OUT)} == {f"4.{at}" for at in range(1, 10)}

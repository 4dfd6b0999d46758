"""Every parser, fed whatever: 10,000 inputs each in ``make faults``, two hundred in every run; none raises unasked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings

from desk_mailadmin.kernel.errors import DeskError
from tests.faults.scale import times
from tests.hostile.parsers import FED, ON_PURPOSE, PARSERS, PLACE, Parser

EXAMPLES = times(200, 10_000)


@pytest.fixture(scope="module", autouse=True)
def _place(tmp_path_factory: pytest.TempPathFactory) -> None:
    PLACE[:] = [tmp_path_factory.mktemp("parsed")]


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", FED)
def test_each_parses_or_refuses_in_words(kind: str):
    """One input goes through all parsers of its kind: drawing it costs more than parsing it."""
    parsers, fed = FED[kind]

    @settings(
        max_examples=EXAMPLES,
        suppress_health_check=list(HealthCheck),
        database=None,
        deadline=None,
    )
    @given(fed)
    def fed_with(value: Any) -> None:
        for name, parse in parsers.items():
            note(name)
            feed(name, parse, value)

    fed_with()


def feed(name: str, parse: Parser, value: Any) -> None:
    """Parse it; a refusal has words, and nothing else is raised but what the parser says it raises."""
    try:
        parse(value)
    except DeskError as refused:
        if not str(refused):
            raise
    except ON_PURPOSE.get(name, ()):
        pass


def test_the_list_is_as_long_as_it_was():
    assert len(PARSERS) >= 115
    assert sum(len(parsers) for parsers, _fed in FED.values()) == len(PARSERS)

"""What SQLite is asked never reaches a log, however much is to be logged."""

from __future__ import annotations

import logging

import pytest

from tests.store.notes import add_note


def test_statements_with_their_values_are_logged_nowhere(opener, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    desk = opener()
    add_note(desk, "证件 110101199003077758")
    assert "110101199003077758" not in caplog.text
    assert "INSERT" not in caplog.text

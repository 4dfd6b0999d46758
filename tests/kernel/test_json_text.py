import pytest

from desk_mailadmin.kernel.json_text import parsed_json


def test_json_is_read():
    assert parsed_json('{"a": [1]}') == parsed_json(b'{"a": [1]}') == {"a": [1]}


@pytest.mark.parametrize("text", ["", "{", '{"a":' * 50_000, "[" * 100_000, "\0", b"\xff"])
def test_what_is_none_or_nested_too_deep_is_a_value_error(text: str | bytes):
    with pytest.raises(ValueError):
        parsed_json(text)

from __future__ import annotations

import itertools
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.secret import Secret
from desk_mailadmin.store.engine import DeskKey
from desk_mailadmin.store.key_file import FILE, read_keys, wrapped, write_keys
from desk_mailadmin.store.recovery_code import ALPHABET, LENGTH, grouped, new_code, read_code

UUID = "0b4e6f8c-0000-4000-8000-000000000001"


def test_a_code_has_26_characters_in_groups_and_is_read_however_it_is_typed():
    code = new_code()
    assert len(code.bare) == LENGTH == 26
    assert [len(group) for group in grouped(code).split()] == [5, 5, 5, 5, 5, 1]
    full_width = "".join(chr(ord(char) + 0xFEE0) for char in code.bare)
    for typed in (grouped(code), grouped(code).lower(), "-".join(code.bare), full_width, f"  {code.bare}\n"):
        assert read_code(typed) == code
    misread = code.bare.translate(str.maketrans({"O": "0", "I": "1", "B": "8"}))
    assert read_code(misread) == code


def test_every_single_wrong_character_is_found():
    bare = new_code().bare
    for place, char in itertools.product(range(LENGTH), ALPHABET):
        if bare[place] != char:
            with pytest.raises(UserError, match="抄错了一个字"):
                read_code(bare[:place] + char + bare[place + 1 :])


def test_neighbours_that_changed_places_are_found_but_for_pairs_sixteen_apart():
    bare = new_code().bare
    for place in range(LENGTH - 2):
        one, other = bare[place], bare[place + 1]
        if one != other and abs(ALPHABET.index(one) - ALPHABET.index(other)) != 16:
            with pytest.raises(UserError, match="换了位置"):
                read_code(bare[:place] + other + one + bare[place + 2 :])


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "这里是 0 个"), ("A" * 25, "这里是 25 个"), ("A" * 27, "27"), ("ÄBCD", "没有“Ä”这个字"), ("9" * 26, "“9”")],
)
def test_what_cannot_be_a_code_is_said(typed, said):
    with pytest.raises(UserError, match=said) as refused:
        read_code(typed)
    assert refused.value.field == "code"


@given(st.text(max_size=60))
def test_nothing_that_is_typed_raises_anything_else(typed):
    with suppress(UserError):
        assert len(read_code(typed).bare) == LENGTH


def test_a_wrapped_key_opens_with_its_code_for_its_desk_only():
    key, code = DeskKey.new(), new_code()
    kept = wrapped(key, code, UUID)
    assert kept.opened(code) == key
    assert kept.number == key.number
    assert key.raw.hex() not in repr(key) + repr(kept)
    with pytest.raises(UserError, match=f"不是密钥 {key.number} 的恢复码"):
        kept.opened(new_code())
    other_desk = type(kept)(UUID.replace("1", "2"), kept.number, kept.salt, kept.nonce, kept.sealed)
    altered = type(kept)(kept.uuid, kept.number, kept.salt, kept.nonce, "AAAA" + kept.sealed[4:])
    broken = type(kept)(kept.uuid, kept.number, kept.salt, "?", kept.sealed)
    for one in (other_desk, altered, broken):
        with pytest.raises(UserError, match="恢复码不对"):
            one.opened(code)


def test_two_wraps_of_one_key_have_nothing_in_common():
    key, code = DeskKey.new(), Secret("A" * 26)
    one, other = wrapped(key, code, UUID), wrapped(key, code, UUID)
    assert one.sealed != other.sealed
    assert one.salt != other.salt


def test_the_file_of_keys_is_private_and_what_is_no_key_is_nothing(tmp_path):
    key = wrapped(DeskKey.new(), new_code(), UUID)
    write_keys(tmp_path, [key])
    assert read_keys(tmp_path) == (key,)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    for content in (b"", b"[]", b'{"keys": 1}', b'{"keys": [1, {"uuid": 2}]}', b"\xff\xfe", b" " * 70_000):
        (tmp_path / FILE).write_bytes(content)
        assert read_keys(tmp_path) == ()
    write_keys(tmp_path, [])
    assert not (tmp_path / FILE).exists()

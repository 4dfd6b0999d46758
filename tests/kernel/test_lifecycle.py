from __future__ import annotations

import pytest

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.lifecycle import Lifecycle, State, Tone

DRAFT = State("draft", "草稿", Tone.GREY, "pencil")
SIGNING = State("signing", "待签字", Tone.AMBER, "pen")
VOID = State("void", "已作废", Tone.GREY, "ban")
LIFE = Lifecycle((DRAFT, SIGNING, VOID), {"draft": frozenset({"signing", "void"}), "signing": frozenset({"void"})})


def test_a_state_is_found_by_its_key() -> None:
    assert LIFE.state("signing") is SIGNING
    with pytest.raises(KeyError, match="opened"):
        LIFE.state("opened")


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [("draft", "signing", True), ("signing", "draft", False), ("draft", "draft", False), ("void", "draft", False)],
)
def test_only_the_declared_moves_are_allowed(old: str, new: str, allowed: bool) -> None:
    assert LIFE.allows(old, new) is allowed


def test_an_allowed_move_passes_and_another_is_refused_in_the_words_of_the_chips() -> None:
    LIFE.check("draft", "void")
    with pytest.raises(UserError) as refused:
        LIFE.check("void", "signing")
    assert str(refused.value) == "现在是“已作废”，不能改为“待签字”。"

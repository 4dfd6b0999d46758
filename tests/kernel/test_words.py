from __future__ import annotations

from desk_mailadmin.kernel.words import CONTEXT, QT_TRANSLATE_NOOP


def test_marking_a_text_for_the_translators_leaves_it_as_it_is() -> None:
    assert QT_TRANSLATE_NOOP(CONTEXT, "“{text}”不是金额。") == "“{text}”不是金额。"

"""Old spellings of clauses, sanctions and sums."""

from __future__ import annotations

import tomllib

import pytest

from desk_mailadmin.intake.past_cases.sanctions import sanctions_of
from desk_mailadmin.intake.past_cases.spellings import Spellings, load_spellings
from desk_mailadmin.intake.past_cases.sums import amount_of
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.registers.rulebook.rules import SANCTIONS


@pytest.fixture(scope="module")
def spellings() -> Spellings:
    return load_spellings()


@pytest.mark.parametrize(
    ("text", "facts", "clause"),
    [
        ("《电话管理制度》15·一·4", "", "002/15.一.4"),
        ("《办公电话管理制度》第十五条第一款第四项", "", "002/15.一.4"),
        ("15条（一）4", "", "002/15.一.4"),
        ("电话15-1-4", "", "002/15.一.4"),
        ("电话制度一.3", "拨打168声讯台", "002/15.一.3"),
        ("《电话管理制度》第八条", "打私人长途", "002/12.八"),
        ("电话12.8", "", "002/12.八"),
        ("002/12.八", "", "002/12.八"),
        ("邮件制度第6.2款", "", "000/6.2"),
        ("6.2", "", "000/6.2"),
        ("第二次违反邮件制度６．２", "", "000/6.2"),
        ("长途登记制度", "", "002/5.四(五)"),
        ("电话制度5.4.5", "", "002/5.四(五)"),
        ("《咨询电话管理规定》第五条", "", "002/1咨.五"),
        ("客户信息处理规范三4五", "", "001/三4·五"),
        ("邮件6.1.2", "", "000/6.1"),
    ],
)
def test_a_clause_is_told_by_every_spelling(spellings: Spellings, text: str, facts: str, clause: str):
    found = spellings.clause(text, facts)
    assert (found.value, found.fault) == (clause, None)


@pytest.mark.parametrize(
    ("text", "facts", "clause", "kind"),
    [
        ("电话制度", "手机关机", "002/15.二.6", "clause-by-facts"),
        ("", "群发笑话邮件", "000/6.2", "clause-by-facts"),
        ("电话12.8、15.一.3", "", "002/12.八", "clause-two"),
        ("第8条", "", None, "clause-unclear"),
        ("电话制度一.3", "", "002/1.三", None),
        ("电话制度", "违规", None, "clause-unknown"),
        ("《员工手册》6.2", "", None, "clause-unknown"),
        ("考勤制度第9条", "迟到", None, "clause-unknown"),
        ("领导批示", "关机", None, "clause-unknown"),
        ("邮件9.9", "", None, "clause-unknown"),
        ("", "", None, "clause-unknown"),
    ],
)
def test_what_is_not_sure_is_said(spellings: Spellings, text: str, facts: str, clause: str | None, kind: str | None):
    found = spellings.clause(text, facts)
    assert found.value == clause
    assert (found.fault.kind if found.fault else None) == kind


@pytest.mark.parametrize(
    ("text", "keys", "fine", "recovery"),
    [
        ("罚款", ("fine",), None, None),
        ("罚款100", ("fine",), 10000, None),
        ("警告并罚款伍佰元整", ("warning", "fine"), 50000, None),
        ("追缴话费8.60元，罚款222元", ("recovery", "fine"), 22200, 860),
        ("照价赔偿、通报批评", ("compensation", "criticism"), None, None),
        ("解除劳动合同", ("contract_end",), None, None),
        ("口头警告", ("warning",), None, None),
        ("记大过一次", ("demerit",), None, None),
        ("停机保号1个月，补缴12.5元", ("line_stop", "recovery"), None, 1250),
        ("考核扣3分", ("points",), None, None),
        ("罚款50元+50元", ("fine",), 10000, None),
        ("责令整改", (), None, None),
        ("", (), None, None),
    ],
)
def test_sanctions_and_the_sums_among_their_words(
    spellings: Spellings, text: str, keys: tuple[str, ...], fine: int | None, recovery: int | None
):
    found = sanctions_of(text, spellings)
    assert (found.keys, found.fine_fen, found.recovery_fen) == (keys, fine, recovery)


@pytest.mark.parametrize(
    ("entry", "fen", "note", "keys"),
    [
        ("各58元", 5800, "", ()),
        ("罚款100", 10000, "", ("fine",)),
        ("50元/人", 5000, "", ()),
        ("100元（已扣）", 10000, "已扣", ()),
        ("口头警告", None, "口头警告", ("warning",)),
        ("赔偿￥230.50", 23050, "", ("compensation",)),
        ("——", None, "", ()),
        (58.0, 5800, "", ()),
    ],
)
def test_sums_with_words_around_them(
    spellings: Spellings, entry: str | float, fen: int | None, note: str, keys: tuple[str, ...]
):
    found = amount_of(entry, spellings)
    assert (found[0].value, found[0].fault, *found[1:]) == (fen, None, note, keys)


@pytest.mark.parametrize("entry", ["约100元", "伍佰元整（600）", "罚款若干"])
def test_a_sum_nobody_can_read_is_named(spellings: Spellings, entry: str):
    checked, _note, _keys = amount_of(entry, spellings)
    assert checked.value is None
    assert checked.fault is not None


def test_every_sanction_has_its_words(spellings: Spellings):
    assert set(spellings.sanction_keys) == set(SANCTIONS)


def test_every_article_of_the_rulebook_has_its_spellings(spellings: Spellings):
    articles = tomllib.loads((asset_dir("resources") / "rulebook/articles.toml").read_text(encoding="utf-8"))
    assert {one.clause for one in spellings.articles} == {one["clause"] for one in articles["article"]}
    assert all(one.numbers for one in spellings.articles)


@pytest.mark.parametrize("clause", [one.clause for one in load_spellings().articles])
def test_an_id_means_its_own_clause(spellings: Spellings, clause: str):
    assert spellings.clause(clause, "").value == clause
    assert spellings.clause(cite(clause), "").value == clause
    regulation, _, place = clause.partition("/")
    name = dict(spellings.regulations)[regulation][0]
    assert spellings.clause(f"《{name}》{place}", "").value == clause

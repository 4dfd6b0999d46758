"""The shipped rulebook against what the regulations say: nothing forgotten, nothing invented, every fen as written."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.kernel.clauses import cite, load_demands
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.registers.rulebook.rules import (
    SANCTIONS,
    Facts,
    Fixed,
    Multiple,
    Range,
    facts_text,
    hitting,
    propose,
)
from desk_mailadmin.registers.rulebook.shipped import shipped

DATA = Path(__file__).parents[2] / "data"
BOOK = shipped(asset_dir("resources") / "rulebook" / "articles.toml")
ARTICLES = {article.clause: article for article in BOOK.articles}
ACTS = {act.key: act for act in BOOK.acts}
SAID = tomllib.loads((DATA / "penalty_passages.toml").read_text(encoding="utf-8"))
SIMPLIFIED = dict(zip(SAID["simplified"][::2], SAID["simplified"][1::2], strict=True))
DEMANDS = {demand.id: demand for demand in load_demands(asset_dir("resources") / "clauses.toml")}
TRUTH = json.loads((DATA / "A" / "truth.json").read_text(encoding="utf-8"))
SOME_DAY = date(2026, 11, 9)

WITH_CONSEQUENCE = (
    *("M0-6", "M0-8", "M0-9", "M0-14", "M0-15"),
    *(f"M4-{number}" for number in range(1, 23) if number not in (19, 20)),
    *("M5-2", "M5-13", "M15-10", "M15-20", "M15-22"),
)
FORBIDDEN_BY = {
    "000/4.2": "000/6.1",
    "000/4.3": "000/6.3",
    "000/4.4": "000/6.2",
    "003/二(一)1": "003/五(二)2",
    "004/计划": "004/第五条",
    "004/第七条": "004/第十六条",
    "004/第十三条": "004/第十六条",
}
"""Clauses that forbid or ask, and the article that says what follows."""

OF_THE_TRUTH = {
    "M6.1": "000/6.1",
    "M6.2": "000/6.2",
    "M6.3": "000/6.3",
    "T12.8": "002/12.八",
    "T15.1.3": "002/15.一.3",
    "T15.1.4": "002/15.一.4",
    "T15.2.6": "002/15.二.6",
    "T5.4.5": "002/5.四(五)",
}
CALLED = {"168": "call_168", "ld168": "call_168", "9xx": "call_9", "160": "call_160"}


def spread(clauses: str) -> list[str]:
    """Return single clauses: 000/6.1-6.4 is four of them, 002/4.六.3-5 three."""
    found: list[str] = []
    for clause in clauses.split(", "):
        start, _, end = clause.partition("-")
        if not end:
            found.append(clause)
            continue
        front, _, first = start.rpartition(".")
        found += [f"{front}.{number}" for number in range(int(first), int(end.rpartition(".")[2]) + 1)]
    return found


def bare(text: str) -> str:
    """Return a text without stray readings, marks and spaces, in simplified characters, its slips mended."""
    text = re.sub(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)", "", text)
    plain = "".join(SIMPLIFIED.get(char, char) for char in text if char.isalnum())
    for slip, meant in SAID["slips"].items():
        plain = plain.replace(slip, meant)
    return plain


def clauses_hitting(act: str) -> list[str]:
    return [article.clause for article in hitting(act, BOOK.articles, SOME_DAY)]


# nothing forgotten, nothing invented


@pytest.mark.parametrize("demand", WITH_CONSEQUENCE)
def test_every_demand_with_a_consequence_has_its_articles(demand: str):
    wanted = {FORBIDDEN_BY.get(clause, clause) for clause in spread(DEMANDS[demand].clause)}
    assert wanted <= set(ARTICLES)


def test_every_article_answers_a_demand():
    wanted = {FORBIDDEN_BY.get(c, c) for demand in WITH_CONSEQUENCE for c in spread(DEMANDS[demand].clause)}
    assert set(ARTICLES) == wanted
    assert len(BOOK.articles) == len(ARTICLES) == 37


@pytest.mark.parametrize("clause", ARTICLES)
def test_an_article_says_what_the_regulation_says(clause: str):
    assert bare(ARTICLES[clause].text) == bare(SAID["passages"][clause])


def test_what_people_bear_themselves_is_no_article():
    assert {clause for clause in SAID["borne_by_oneself"] if clause in ARTICLES} == set()
    assert set(SAID["passages"]) == set(ARTICLES)


def test_articles_and_acts_can_be_used():
    assert {act for article in BOOK.articles for act in article.acts} == set(ACTS)
    assert [key for key, count in Counter(act.key for act in BOOK.acts).items() if count > 1] == []
    assert [title for title, count in Counter(act.title for act in BOOK.acts).items() if count > 1] == []
    for article in BOOK.articles:
        assert cite(article.clause) != article.clause
        assert 0 < len(article.title) <= 10, article.title
        assert {*article.ladder, *article.gravity} <= set(SANCTIONS)
        assert not (article.ladder and article.gravity)
    for act in BOOK.acts:
        asked = {"fee": "{fee}", "cost": "{cost}", "times": "{times}"}
        assert set(act.asks) <= set(asked)
        assert "{when}" in act.facts
        assert facts_text(act.facts, "今天", Facts(2, 860, 38000)).endswith("。")


def test_what_an_article_counts_on_is_asked_with_each_of_its_acts():
    for article in BOOK.articles:
        wanted = {article.recovers} - {""}
        wanted |= {"fee", "times"} if isinstance(article.fine, Multiple) else set()
        wanted |= {"times"} if isinstance(article.fine, Fixed) else set()
        for act in (ACTS[key] for key in article.acts):
            assert wanted <= set(act.asks), (article.clause, act.key)


# the figures, each as written


@pytest.mark.parametrize(
    ("clause", "fine", "recovers", "stop_months"),
    [
        ("000/6.1", Range(50000, 80000), "", 0),
        ("000/6.3", Fixed(20000), "", 0),
        ("002/15.一.3", Multiple(20, 5000), "", 0),
        ("002/15.一.4", Fixed(5000), "", 0),
        ("002/15.一.5", None, "fee", 0),
        ("002/15.一.7", Fixed(10000), "cost", 0),
        ("002/15.二.5", None, "cost", 0),
        ("002/15.二.6", Fixed(10000), "cost", 0),
        ("002/12.八", Fixed(5000), "fee", 0),
        ("002/12.九", None, "fee", 1),
        ("002/2.五", Fixed(5000), "", 0),
        ("002/1.三", None, "fee", 0),
        ("002/1.四", None, "cost", 0),
        ("002/6.四", None, "fee", 0),
        ("002/9.3", None, "fee", 0),
    ],
)
def test_sums(clause: str, fine: object, recovers: str, stop_months: int):
    article = ARTICLES[clause]
    assert (article.fine, article.recovers, article.stop_months) == (fine, recovers, stop_months)


@pytest.mark.parametrize(
    ("clause", "ladder", "gravity"),
    [
        ("000/6.2", "pay_cut demotion dismissal", ""),
        ("000/1.0", "", "criticism pay_cut demotion dismissal"),
        ("000/6.4", "", "pay_cut demotion dismissal legal"),
        ("001/三4·五", "", "warning fine contract_end legal"),
        ("002/1咨.五", "", "criticism warning demerit expulsion"),
        ("002/3.一.3", "", "points discipline"),
        ("002/5.四(五)", "", "demerit"),
        ("003/五(二)2", "", "criticism"),
        ("004/第十四条", "", "account_end legal"),
    ],
)
def test_decisions(clause: str, ladder: str, gravity: str):
    article = ARTICLES[clause]
    assert (article.ladder, article.gravity) == (tuple(ladder.split()), tuple(gravity.split()))


def test_what_names_no_figure_proposes_none():
    found = ["001/二4·三", "002/15.二.1", "002/4.3", "002/4.六.1", "002/4.六.3", "002/4.六.4", "002/4.六.5", "002/7.5"]
    for clause in found:
        proposal = propose(ARTICLES[clause], Facts(), 1)
        assert (proposal.sanctions, proposal.fine_high, proposal.recovery_fen) == (("note",), 0, 0)


# several articles for one act


@pytest.mark.parametrize(
    ("act", "clauses"),
    [
        ("call_168", ["002/15.一.3", "002/12.九", "002/6.四"]),
        ("call_9", ["002/15.一.3", "002/6.四"]),
        ("call_160", ["002/12.九", "002/6.四"]),
        ("private_long_distance", ["002/12.八", "002/5.四(五)", "002/15.一.5"]),
        ("phone_wilful", ["002/15.一.7", "002/1.四"]),
        ("mail_leak", ["000/6.4", "002/11.二.9", "004/第十四条"]),
        ("customer_leak", ["001/三4·五", "002/11.二.9"]),
        ("account_lent", ["004/第十六条", "003/五(二)2"]),
    ],
)
def test_an_act_is_hit_by_all_its_articles_the_first_to_be_proposed(act: str, clauses: list[str]):
    assert clauses_hitting(act) == clauses


@pytest.mark.parametrize("act", sorted({"forward_unrelated", "unrelated_content", "foreign_address"}))
def test_what_the_catalogue_keeps_apart_stays_apart(act: str):
    assert len(clauses_hitting(act)) == 1


# the sample company's truth


@pytest.mark.parametrize("call", TRUTH["telephone"]["info_line_calls"]["list"], ids=lambda call: call["called"])
def test_calls_to_information_lines_cost_what_the_truth_says(call: dict[str, object]):
    facts = Facts(times=1, fee_fen=int(str(call["fee_fen"])))
    assert propose(ARTICLES["002/15.一.3"], facts, 1).fine_fen == call["fine_fen"]
    first = hitting(CALLED[str(call["group"])], BOOK.articles, SOME_DAY)[0]
    if call["group"] == "160":
        found = propose(first, facts, 1)
        assert (found.recovery_fen, found.fine_fen, found.stop_months) == (call["fee_fen"], 0, 1)
    else:
        assert first.clause == "002/15.一.3"


def test_the_sums_of_the_month_are_those_of_the_truth():
    truth = TRUTH["telephone"]["info_line_calls"]
    fines = {
        group: sum(
            propose(ARTICLES["002/15.一.3"], Facts(fee_fen=call["fee_fen"]), 1).fine_fen
            for call in truth["list"]
            if (call["group"] == "160") == (group == "160")
        )
        for group in ("160", "others")
    }
    assert fines["others"] == truth["fine_sum_without_160_fen"]
    assert sum(fines.values()) == truth["fine_sum_fen"]


@pytest.mark.parametrize("case", TRUTH["penalty_ledger"]["all"], ids=lambda case: case["slip"])
def test_a_case_of_the_old_ledger_could_be_proposed_today(case: dict[str, object]):
    article = ARTICLES[OF_THE_TRUTH[str(case["clause"])]]
    due = int(str(case["amount_fen"]))
    fee = {"002/15.一.3": (due - 5000) // 20, "002/12.八": due - 5000}.get(article.clause, 0)
    proposals = [propose(article, Facts(fee_fen=fee), offence) for offence in (1, 2, 3)]
    if case["action"]:
        assert case["action"] in {SANCTIONS[found.sanctions[0]] for found in proposals}
        assert due == 0
    else:
        found = proposals[0]
        assert found.fine_low + found.recovery_fen <= due <= found.fine_high + found.recovery_fen


def test_the_next_step_of_every_repeater_is_the_one_of_the_truth():
    steps = {1: "再犯：降职", 2: "再犯：辞退", 3: "已到最后一级"}
    said = {"降职 (2nd)": "再犯：降职", "辞退 (3rd)": "再犯：辞退", "beyond the table": "已到最后一级"}
    for person in TRUTH["penalty_ledger"]["escalation"]["people"]:
        found = propose(ARTICLES["000/6.2"], Facts(), person["offences"])
        assert found.next_time == steps[person["offences"]] == said[person["next_step"]]

"""Versions of articles: what is in force on which day, what a change asks, how it is journalled and taken back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.settings import REGULATIONS_IN_FORCE
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.rulebook.entries import (
    BY_GRAVITY,
    FINES,
    LOOK_BACK,
    MONEY_WORD,
    Figures,
    checked,
    figures_from,
    figures_text,
    sanctions_of,
)
from desk_mailadmin.registers.rulebook.listing import says
from desk_mailadmin.registers.rulebook.model import ArticleVersion
from desk_mailadmin.registers.rulebook.rules import DECISIONS, Facts, Fixed, Multiple, Range, propose
from desk_mailadmin.registers.rulebook.service import BACKDATED, Effect, RulebookService
from tests.registers.builders import FIRST_DAY, TODAY, House, refusal

AUDIO, PRIVATE, BIG_MAIL, FORWARD = "002/15.一.3", "002/12.八", "000/6.1", "000/6.2"
NEXT_YEAR = date(2027, 1, 1)
WHY = "2026-12-01 经理办公会决定"

SUMS = st.integers(1, 100_000_000)
FINES_OF_ALL_KINDS = st.one_of(
    st.none(),
    st.builds(Fixed, SUMS),
    st.tuples(SUMS, SUMS).map(lambda two: Range(min(two), max(two))),
    st.builds(Multiple, st.integers(1, 1000), st.integers(0, 100_000_000)),
)
DECIDED = st.builds(
    Figures,
    fine=FINES_OF_ALL_KINDS,
    ladder=st.lists(st.sampled_from(DECISIONS), unique=True, max_size=5).map(tuple),
    stop_months=st.integers(0, 24),
    look_back=st.none() | st.integers(0, 600),
    word=st.sampled_from(("", "经济处理", "绩效扣减")),
    active=st.booleans(),
) | st.builds(Figures, gravity=st.lists(st.sampled_from(BY_GRAVITY), unique=True, max_size=5).map(tuple))


@pytest.fixture
def book(house: House) -> RulebookService:
    service: RulebookService = house.services["rulebook"]
    return service


def rows_of(book: RulebookService, **query: Any) -> list[Any]:
    return list(book.rows(book.keys(Query(**query))))


def change(book: RulebookService, clause: str, since: date = TODAY, **figures: Any) -> int:
    return book.change(clause, replace(book.figures(clause, since), **figures), since, WHY)


# what is in force


def test_as_shipped_everything_is_in_force_as_the_regulations_say(book: RulebookService):
    assert len(book.articles(TODAY)) == 37
    assert all(article.active and article.version == 0 for article in book.articles(TODAY))
    assert book.article(AUDIO, TODAY).fine == Multiple(20, 5000)
    assert [one.clause for one in book.hitting("call_168", TODAY)] == [AUDIO, "002/12.九", "002/6.四"]
    assert book.act("call_168").asks == ("fee", "times")
    assert book.fines(TODAY)
    assert len(book.acts()) == 46
    with pytest.raises(UserError, match="规则库里没有"):
        book.article("002/99", TODAY)


def test_a_new_figure_holds_from_its_day_and_the_old_one_before(book: RulebookService):
    assert change(book, AUDIO, NEXT_YEAR, fine=Multiple(10, 3000)) == 1
    before, after = (book.article(AUDIO, day) for day in (NEXT_YEAR - timedelta(days=1), NEXT_YEAR))
    assert (before.fine, before.version, before.in_force_on) == (Multiple(20, 5000), 0, None)
    assert (after.fine, after.version, after.in_force_on) == (Multiple(10, 3000), 1, NEXT_YEAR)
    assert propose(after, Facts(fee_fen=860), 1).fine_fen == 11600
    assert book.hitting("call_168", NEXT_YEAR)[0].clause == AUDIO


def test_a_second_decision_for_the_same_day_replaces_the_first(book: RulebookService):
    change(book, PRIVATE, NEXT_YEAR, fine=Fixed(8000))
    assert change(book, PRIVATE, NEXT_YEAR, fine=Fixed(6000)) == 2
    assert book.article(PRIVATE, NEXT_YEAR).fine == Fixed(6000)
    assert change(book, PRIVATE, TODAY, fine=Fixed(7000)) == 3
    assert book.article(PRIVATE, TODAY).fine == Fixed(7000)
    assert book.article(PRIVATE, NEXT_YEAR).fine == Fixed(6000)
    assert [version.article.version for version in book.versions(PRIVATE)] == [2, 1, 3, 0]


def test_an_article_switched_off_hits_nothing_and_comes_back(book: RulebookService):
    book.switch(AUDIO, TODAY, WHY, active=False)
    assert [one.clause for one in book.hitting("call_168", TODAY)] == ["002/12.九", "002/6.四"]
    assert [row.state for row in rows_of(book, segment="off")] == ["off"]
    book.switch(AUDIO, NEXT_YEAR, WHY, active=True)
    assert book.hitting("call_168", NEXT_YEAR)[0].clause == AUDIO
    assert book.article(AUDIO, NEXT_YEAR).fine == Multiple(20, 5000)


def test_a_regulation_not_in_force_brings_no_article(house: House, book: RulebookService):
    house.decide(REGULATIONS_IN_FORCE, ["000", "002"], NEXT_YEAR)
    assert {one.clause[:3] for one in book.articles(NEXT_YEAR)} == {"000", "002"}
    assert {one.clause[:3] for one in book.articles(TODAY)} == {"000", "001", "002", "003", "004"}
    assert not book.article("001/三4·五", NEXT_YEAR).active
    house.clock.at += timedelta(days=40)
    asleep = rows_of(book, filters={"regulation": "001"})
    assert {(row.state, row.note) for row in asleep} == {("off", "制度没有施行")}
    assert len(rows_of(book)) == 37


def test_word_money_and_look_back_follow_the_settings_of_the_day(house: House, book: RulebookService):
    house.decide(MONEY_WORD, "绩效扣减", NEXT_YEAR)
    house.decide(LOOK_BACK, 12, NEXT_YEAR)
    house.decide(FINES, False, NEXT_YEAR)
    change(book, BIG_MAIL, word="经济处理", look_back=0)
    assert (book.article(AUDIO, TODAY).word, book.article(AUDIO, TODAY).look_back) == ("罚款", 0)
    assert (book.article(AUDIO, NEXT_YEAR).word, book.article(AUDIO, NEXT_YEAR).look_back) == ("绩效扣减", 12)
    own = book.article(BIG_MAIL, NEXT_YEAR)
    assert (own.word, own.look_back) == ("经济处理", 0)
    assert (book.fines(TODAY), book.fines(NEXT_YEAR)) == (True, False)


def test_where_nobody_is_fined_the_list_says_so(house: House, book: RulebookService):
    house.decide(FINES, False)
    notes = {row.clause: row.note for row in rows_of(book)}
    assert (notes["电话制度 12.八"], notes["电话制度 12.九"]) == ("设置为不罚款", "")
    (row,) = rows_of(book, search="不允许员工打私人长途")
    assert [fact.value for fact in book.detail(row.id).facts if fact.label == "罚款"] == ["设置为不罚款"]


# what a change asks


@pytest.mark.parametrize(
    ("clause", "figures", "field", "sentence"),
    [
        (PRIVATE, {"fine": Fixed(0)}, "fen", "金额要大于 0，不超过 1,000,000 元。"),
        (PRIVATE, {"fine": Fixed(100_000_001)}, "fen", "金额要大于 0，不超过 1,000,000 元。"),
        (BIG_MAIL, {"fine": Range(90000, 80000)}, "high", "最高金额比最低金额小。"),
        (BIG_MAIL, {"fine": Range(0, 80000)}, "fen", "金额要大于 0，不超过 1,000,000 元。"),
        (AUDIO, {"fine": Multiple(0, 5000)}, "times", "倍数是 1 到 1000 之间的整数。"),
        (AUDIO, {"fine": Multiple(20, -1)}, "fen", "金额不能是负数，不超过 1,000,000 元。"),
        (FORWARD, {"ladder": ("pay_cut", "pay_cut")}, "steps", "同一种处理写了两次。"),
        (FORWARD, {"ladder": ("fine",)}, "steps", "“罚款”不能写在这里。"),
        (FORWARD, {"ladder": DECISIONS[:9]}, "steps", "最多 8 级。"),
        (FORWARD, {"gravity": ("warning",)}, "steps", "分次处理和按情节处理只能用一种。"),
        ("002/12.九", {"stop_months": 25}, "stop_months", "停机最多 24 个月。"),
        (FORWARD, {"look_back": 601}, "look_back", "计次期最多 600 个月，0 表示不限期。"),
        (PRIVATE, {"word": "罚金"}, "word", "罚款不能叫作“罚金”。"),
    ],
)
def test_figures_that_cannot_stand_are_refused_beside_their_field(
    book: RulebookService, clause: str, figures: dict[str, Any], field: str, sentence: str
):
    with pytest.raises(UserError) as refused:
        change(book, clause, **figures)
    assert refusal(refused.value) == (field, sentence)
    assert ArticleVersion.select().count() == 0


def test_a_change_needs_a_reason_and_must_change_something(book: RulebookService):
    figures = book.figures(PRIVATE, TODAY)
    with pytest.raises(UserError, match="写明理由") as refused:
        book.change(PRIVATE, replace(figures, fine=Fixed(8000)), TODAY, "  ")
    assert refused.value.field == "reason"
    with pytest.raises(UserError, match="没有改动") as refused:
        book.change(PRIVATE, figures, TODAY, WHY)
    assert refused.value.field == "since"


def test_a_day_that_is_past_is_asked_about(book: RulebookService):
    figures = replace(book.figures(PRIVATE, FIRST_DAY), fine=Fixed(8000))
    with pytest.raises(NeedsConfirmation) as asked:
        book.change(PRIVATE, figures, FIRST_DAY, WHY)
    assert asked.value.key == BACKDATED
    assert str(asked.value) == "施行日 2026-01-01 在今天之前。已经出了通知单的处罚不变，草稿和以后登记的按新规定。"
    assert book.change(PRIVATE, figures, FIRST_DAY, WHY, frozenset({BACKDATED})) == 1
    assert book.article(PRIVATE, FIRST_DAY).fine == Fixed(8000)


def test_a_change_shows_which_open_cases_it_touches(book: RulebookService):
    figures = replace(book.figures(PRIVATE, TODAY), fine=Fixed(8000))
    assert list(book.effects(PRIVATE, figures, TODAY)) == []
    asked: list[tuple[Any, date]] = []

    def touched(article: Any, since: date) -> list[Effect]:
        asked.append((article.fine, since))
        return [Effect(7, "CF-2026-0061", "周文博", "62.40 元", "92.40 元")]

    book.tell_effects(touched)
    assert [effect.after for effect in book.effects(PRIVATE, figures, NEXT_YEAR)] == ["92.40 元"]
    assert asked == [(Fixed(8000), NEXT_YEAR)]
    with pytest.raises(UserError):
        book.effects(PRIVATE, replace(figures, fine=Fixed(-1)), TODAY)


def test_a_change_is_journalled_announced_and_can_be_taken_back_today(house: House, book: RulebookService):
    house.announced.clear()
    change(book, PRIVATE, fine=Fixed(8000))
    assert house.announced == ["rulebook", "penalties"]
    assert house.history("article_version", 1) == [f"电话制度 12.八 自 2026-12-03 起：追缴话费，每次 80 元（{WHY}）"]
    last = house.desk.last_deed()
    assert last is not None
    house.desk.undo(last.seq)
    assert book.article(PRIVATE, TODAY).fine == Fixed(5000)
    assert change(book, PRIVATE, fine=Fixed(9000)) == 1
    assert house.desk.check() == ()


def test_a_version_says_who_decided_when_and_why(house: House, book: RulebookService):
    change(book, PRIVATE, fine=Fixed(8000))
    own, shipped = book.versions(PRIVATE)
    assert (own.reason, own.who, own.at[:10]) == (WHY, "周敏", "2026-12-03")
    assert (own.article.in_force_on, shipped.article.in_force_on) == (TODAY, None)


@given(DECIDED)
def test_figures_come_back_from_their_text_as_they_were(figures: Figures):
    assert figures_from(figures_text(figures)) == checked(figures)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, 60), SUMS), min_size=1, max_size=8))
def test_whatever_the_order_of_decisions_the_last_begun_rules_and_the_last_entered_of_a_day(
    book: RulebookService, house: House, changes: list[tuple[int, int]]
):
    with house.desk.work("test") as work:
        work.wrote("article_version", 0, "—")
        ArticleVersion.delete().execute()
    expected: dict[date, int] = {}
    for days, fen in changes:
        since = TODAY + timedelta(days=days)
        if book.figures(PRIVATE, since).fine != Fixed(fen):
            change(book, PRIVATE, since, fine=Fixed(fen))
            expected[since] = fen
    for day in (TODAY + timedelta(days=offset) for offset in range(62)):
        begun = [since for since in expected if since <= day]
        wanted = expected[max(begun)] if begun else 5000
        assert book.article(PRIVATE, day).fine == Fixed(wanted)


# the list


def test_the_list_says_what_each_article_does(book: RulebookService):
    said = {row.clause: (row.kind, row.figures) for row in rows_of(book)}
    assert said["邮件制度 6.1"] == ("range", "500—800 元")
    assert said["邮件制度 6.2"] == ("ladder", "第 1 次降薪、第 2 次降职、第 3 次辞退")
    assert said["邮件制度 1.0"] == ("gravity", "按情节：批评教育、降薪、降职、辞退")
    assert said["电话制度 15.一.3"] == ("multiple", "每次 20 倍 + 50 元")
    assert said["电话制度 15.一.7"] == ("fixed", "照价赔偿，每次 100 元")
    assert said["电话制度 12.九"] == ("recovery", "追缴话费，停机 1 个月")
    assert said["电话制度 5.四(五)"] == ("gravity", "记过")
    assert said["电话制度 4.六.4"] == ("note", "原文没有写金额")


def test_articles_that_hit_one_act_are_found_by_segment_and_by_act(book: RulebookService):
    conflicts = rows_of(book, segment="rivals")
    assert {row.clause for row in conflicts} >= {"电话制度 15.一.3", "电话制度 12.九", "电话制度 6.四"}
    assert all(row.rivals for row in conflicts)
    assert [row.clause for row in rows_of(book, filters={"act": "call_168"})] == [
        "电话制度 15.一.3",
        "电话制度 12.九",
        "电话制度 6.四",
    ]
    assert len(rows_of(book, filters={"kind": "ladder"})) == 1
    assert [row.clause for row in rows_of(book, search="168 停机")] == ["电话制度 12.九"]


def test_the_panel_names_the_rivals_and_the_versions(book: RulebookService):
    change(book, AUDIO, NEXT_YEAR, fine=Multiple(10, 3000))
    (row,) = rows_of(book, search="扣罚 20 倍")
    assert row.note == "2027-01-01 起有变"
    detail = book.detail(row.id)
    facts = {fact.label: fact.value for fact in detail.facts}
    assert detail.title == "拨打声讯台"
    assert detail.subtitle.startswith("电话制度 15.一.3　禁止使用公司固定电话拨“168”或“9”头的声讯电话")
    assert facts["行为"] == (
        "拨打 168 声讯台（电话制度 12.九、6.四 也管，先提出本条）\n拨打“9”头声讯台（电话制度 6.四 也管，先提出本条）"
    )
    assert facts["一事多条"] == "同一件事只按一条处理，不重复处罚"
    assert [(step.title, step.state.value) for step in detail.steps] == [
        ("2027-01-01 起", "todo"),
        ("制度原文", "now"),
    ]
    assert detail.steps[0].note == f"第 1 版：每次 10 倍 + 30 元\n{WHY}（2026-12-03 周敏 登记）"
    (second,) = rows_of(book, search="保号停机")
    facts = {fact.label: fact.value for fact in book.detail(second.id).facts}
    assert facts["行为"] == (
        "拨打 168 声讯台（电话制度 15.一.3、6.四 也管，先提出 电话制度 15.一.3）\n"
        "拨打 160 等信息台（电话制度 6.四 也管，先提出本条）"
    )
    (games,) = rows_of(book, search="玩电脑游戏")
    book.switch("002/4.六.4", TODAY, WHY, active=False)
    facts = {fact.label: fact.value for fact in book.detail(games.id).facts}
    assert facts["行为"] == "上班时间玩游戏、看影视或闲聊（现在没有施行的条款）"
    assert "一事多条" not in facts


def test_sanctions_are_written_as_people_say_them():
    assert sanctions_of("降薪、降职，辞退", DECISIONS) == ("pay_cut", "demotion", "dismissal")
    assert sanctions_of(" ", DECISIONS) == ()
    with pytest.raises(UserError, match="没有“罚站”这种处理") as refused:
        sanctions_of("警告、罚站", BY_GRAVITY)
    assert refused.value.field == "steps"
    with pytest.raises(UserError, match="没有“罚款”这种处理"):
        sanctions_of("罚款", DECISIONS)


def test_a_version_stands_beside_its_article(book: RulebookService):
    change(book, PRIVATE, fine=Fixed(8000))
    change(book, BIG_MAIL, NEXT_YEAR, fine=Range(30000, 60000))
    change(book, BIG_MAIL, date(2028, 1, 1), fine=Range(20000, 60000))
    notes = {row.clause: row.note for row in rows_of(book) if row.note}
    assert notes == {"电话制度 12.八": "本单位第 1 版", "邮件制度 6.1": "2027-01-01 起有变"}
    assert [row.clause for row in rows_of(book, segment="changed")] == ["电话制度 12.八"]


@given(
    figures=DECIDED,
    clause=st.sampled_from((AUDIO, PRIVATE, BIG_MAIL, FORWARD)),
    facts=st.builds(Facts, st.integers(1, 9), st.integers(0, 10**6), st.integers(0, 10**6)),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_whatever_is_decided_an_article_stays_that_article_and_still_proposes(
    book: RulebookService, figures: Figures, clause: str, facts: Facts
):
    shipped, tried = book.article(clause, TODAY), book.trial(clause, figures, TODAY)
    kept = ("clause", "title", "text", "acts", "recovers", "count_group")
    assert [getattr(tried, name) for name in kept] == [getattr(shipped, name) for name in kept]
    found = propose(tried, facts, 1)
    assert found.fine_low <= found.fine_fen <= found.fine_high
    assert says(tried)

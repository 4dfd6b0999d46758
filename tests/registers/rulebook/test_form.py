"""The dialogs of the rulebook, filled in and saved: what was entered is what is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QPushButton

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.rulebook.rules import Fixed, Multiple, Range
from desk_mailadmin.registers.rulebook.service import Effect, RulebookService
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter, fill_in

AUDIO, PRIVATE, BIG_MAIL, FORWARD, GAMES = "002/15.一.3", "002/12.八", "000/6.1", "000/6.2", "002/4.六.4"
INFO_LINE, RIGHTS = "002/12.九", "001/三4·五"
NEXT_YEAR = date(2027, 1, 1)
WHY = "2026-12-01 经理办公会决定"


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


@pytest.fixture
def book(house: House) -> RulebookService:
    service: RulebookService = house.services["rulebook"]
    return service


def record_of(book: RulebookService, clause: str) -> int:
    return next(record for record in book.keys(Query()) if book.clause_of(record) == clause)


def texts(dialog: Any) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def asked(dialog: Any) -> set[str]:
    return {field.name for field in dialog.fields if field.is_asked} - {"fine", "way", "since", "reason"}


def looking(look: Callable[[Any], None], **values: Any) -> Callable[[Any], bool]:
    """Look at the dialog first, then fill it in and save."""

    def answer(dialog: Any) -> bool:
        look(dialog)
        return fill_in(**values)(dialog)

    return answer


def refused_with(dialog: Any) -> list[str]:
    return [f"{one.name}：{one.message.text}" for one in dialog.fields if one.message and one.message.kind == "error"]


@pytest.mark.parametrize(
    ("clause", "fields"),
    [
        (AUDIO, {"times", "fen", "word"}),
        (PRIVATE, {"fen", "word", "stop_months"}),
        (BIG_MAIL, {"fen", "high", "word"}),
        (FORWARD, {"steps", "look_back"}),
        (INFO_LINE, {"stop_months"}),
        (RIGHTS, {"steps", "word"}),
        (GAMES, set()),
    ],
)
def test_the_dialog_asks_what_the_article_has(counter: Counter, book: RulebookService, clause: str, fields: set[str]):
    seen: list[set[str]] = []
    counter.answer = looking(lambda dialog: seen.append(asked(dialog)), reason=WHY)
    counter.do("rulebook", "change", record_of(book, clause))
    assert seen == [fields]
    assert book.article(clause, TODAY).version == 0, "nothing was changed, so nothing is kept"


@pytest.mark.parametrize(
    ("clause", "values", "fine"),
    [
        (AUDIO, {"times": 10, "fen": "30"}, Multiple(10, 3000)),
        (PRIVATE, {"fen": "80.50"}, Fixed(8050)),
        (BIG_MAIL, {"fen": "300", "high": "1,000"}, Range(30000, 100000)),
        (GAMES, {"fine": "fixed", "fen": "20"}, Fixed(2000)),
        (PRIVATE, {"fine": ""}, None),
    ],
)
def test_new_figures_hold_from_their_day(
    counter: Counter, book: RulebookService, clause: str, values: dict[str, Any], fine: Any
):
    before = book.article(clause, TODAY)
    counter.answer = fill_in(**values, since=NEXT_YEAR, reason=WHY)
    counter.do("rulebook", "change", record_of(book, clause))
    assert book.article(clause, TODAY) == before
    after = book.article(clause, NEXT_YEAR)
    assert (after.fine, after.version, after.in_force_on) == (fine, 1, NEXT_YEAR)
    assert (after.recovers, after.ladder, after.gravity) == (before.recovers, before.ladder, before.gravity)
    assert counter.window.told[0].endswith("的新版本")


def test_a_ladder_its_look_back_and_the_word_are_changed(counter: Counter, book: RulebookService):
    counter.answer = fill_in(steps="警告、降薪、降职、辞退", look_back="24", reason=WHY)
    counter.do("rulebook", "change", record_of(book, FORWARD))
    found = book.article(FORWARD, TODAY)
    assert (found.ladder, found.look_back) == (("warning", "pay_cut", "demotion", "dismissal"), 24)
    counter.answer = fill_in(word="绩效扣减", reason=WHY)
    counter.do("rulebook", "change", record_of(book, PRIVATE))
    assert book.article(PRIVATE, TODAY).word == "绩效扣减"
    counter.answer = fill_in(way="gravity", steps="批评教育、警告", reason=WHY)
    counter.do("rulebook", "change", record_of(book, GAMES))
    assert book.article(GAMES, TODAY).gravity == ("criticism", "warning")
    counter.answer = fill_in(stop_months=2, reason=WHY)
    counter.do("rulebook", "change", record_of(book, INFO_LINE))
    assert book.article(INFO_LINE, TODAY).stop_months == 2


@pytest.mark.parametrize(
    ("clause", "values", "message"),
    [
        (PRIVATE, {"fen": "五十"}, "fen：“五十”不是金额，应写成 1234.50 这样。"),
        (PRIVATE, {"fen": ""}, "fen：金额要大于 0，不超过 1,000,000 元。"),
        (BIG_MAIL, {"high": "300"}, "high：最高金额比最低金额小。"),
        (FORWARD, {"steps": "罚站"}, "steps：没有“罚站”这种处理"),
        (FORWARD, {"steps": ""}, "steps：写出各级处理，用顿号分开，例如：降薪、降职、辞退。"),
        (FORWARD, {"look_back": "两年"}, "look_back：写月数，最多 600。"),
        (PRIVATE, {"fen": "50"}, "since：和 2026-12-03 施行的一样，没有改动。"),
        (PRIVATE, {"fen": "60", "reason": ""}, "reason："),
    ],
)
def test_what_cannot_stand_is_said_beside_its_field(
    counter: Counter, book: RulebookService, clause: str, values: dict[str, Any], message: str
):
    seen: list[str] = []

    def answer(dialog: Any) -> bool:
        for name, value in {"reason": WHY, **values}.items():
            dialog.field(name).set_value(value)
        dialog.save()
        seen.extend(refused_with(dialog))
        dialog.done(0)
        return False

    counter.answer = answer
    counter.do("rulebook", "change", record_of(book, clause))
    assert len(seen) == 1
    assert seen[0].startswith(message)
    assert book.article(clause, TODAY).version == 0


def test_the_effect_on_the_rule_an_example_and_open_cases_is_shown(counter: Counter, book: RulebookService, qtbot: Any):
    book.change(AUDIO, replace(book.figures(AUDIO, TODAY), fine=Multiple(5, 0)), NEXT_YEAR, WHY)
    cases = [Effect(n, f"CF-2026-{n:04}", "周文博", "222.00 元", "136.00 元") for n in range(61, 67)]
    book.tell_effects(lambda _article, _since: cases)

    def answer(dialog: Any) -> bool:
        assert "还没有改动。" in texts(dialog)
        dialog.field("times").set_value(10)
        qtbot.waitUntil(lambda: "改后：" in texts(dialog))
        shown = texts(dialog)
        assert "现在：每次 20 倍 + 50 元\n改后：每次 10 倍 + 50 元" in shown
        assert "例如 1 次、话费 8.60 元：罚款由 222.00 元变为 136.00 元" in shown
        assert "2027-01-01 起另有一版，这一版施行到前一天。" in shown
        assert "6 件还没有出通知单的处罚会变：\nCF-2026-0061　周文博　222.00 元 → 136.00 元" in shown
        assert "另有 2 件" in shown
        dialog.field("fen").set_value("abc")
        qtbot.waitUntil(lambda: "“abc”不是金额" in texts(dialog))
        dialog.done(0)
        return False

    counter.answer = answer
    counter.do("rulebook", "change", record_of(book, AUDIO))
    assert counter.titles == ["修改 电话制度 15.一.3"]


def test_the_regulations_own_figures_come_back_by_one_click(counter: Counter, book: RulebookService):
    book.change(AUDIO, replace(book.figures(AUDIO, TODAY), fine=Fixed(100)), TODAY, WHY)

    def answer(dialog: Any) -> bool:
        (link,) = [one for one in dialog.findChildren(QPushButton) if "恢复制度原文" in one.text()]
        link.click()
        return fill_in(reason="恢复原文")(dialog)

    counter.answer = answer
    counter.do("rulebook", "change", record_of(book, AUDIO))
    found = book.article(AUDIO, TODAY)
    assert (found.fine, found.version) == (Multiple(20, 5000), 2)


def test_a_day_that_is_past_is_confirmed(counter: Counter, book: RulebookService):
    counter.prompter.answers.append(True)
    counter.answer = fill_in(fen="80", since=date(2026, 11, 1), reason=WHY)
    counter.do("rulebook", "change", record_of(book, PRIVATE))
    assert counter.prompter.texts("confirm") == [
        "施行日 2026-11-01 在今天之前。已经出了通知单的处罚不变，草稿和以后登记的按新规定。"
    ]
    assert book.article(PRIVATE, date(2026, 11, 1)).fine == Fixed(8000)


def test_stopping_says_where_a_version_that_lies_ahead_begins_again(counter: Counter, book: RulebookService):
    seen: list[str] = []
    figures = replace(book.figures(PRIVATE, TODAY), fine=Fixed(8000))
    book.change(PRIVATE, figures, NEXT_YEAR, "总经理办公会决定")
    counter.answer = looking(lambda dialog: seen.append(texts(dialog)), reason="本单位不用")
    counter.do("rulebook", "stop", record_of(book, PRIVATE))
    assert f"已经定了从 {NEXT_YEAR} 起" in seen[0]
    assert "到那天又会施行" in seen[0]
    counter.do("rulebook", "stop", record_of(book, AUDIO))
    assert "又会施行" not in seen[1]


def test_an_article_is_stopped_and_started_and_the_clerk_sees_who_rules_then(counter: Counter, book: RulebookService):
    seen: list[str] = []
    counter.answer = looking(lambda dialog: seen.append(texts(dialog)), reason="本单位不用")
    counter.do("rulebook", "stop", record_of(book, AUDIO))
    assert "“拨打 168 声讯台”：停用后按 电话制度 12.九、6.四。" in seen[0]
    assert "没有草稿受影响" in seen[0]
    assert not book.article(AUDIO, TODAY).active
    assert counter.window.told == ["电话制度 15.一.3 已从 2026-12-03 起停用"]
    counter.do("rulebook", "stop", record_of(book, FORWARD))
    assert "“转发与工作无关的邮件”：停用后没有条款管，那天起发生的不能登记。" in seen[1]
    counter.answer = looking(lambda dialog: seen.append(texts(dialog)), reason="重新施行", since=NEXT_YEAR)
    counter.do("rulebook", "start", record_of(book, AUDIO))
    assert "“拨打 168 声讯台”：电话制度 12.九、6.四 也管，只按一条处理。" in seen[2]
    counter.do("rulebook", "start", record_of(book, FORWARD))
    assert "“转发与工作无关的邮件”：由本条管。" in seen[3]
    assert not book.article(AUDIO, TODAY).active
    assert book.article(AUDIO, NEXT_YEAR).active

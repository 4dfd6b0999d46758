"""What an article of the regulations proposes for an act: sums, ladders, choices; people decide.

Every figure stands in the article (``resources/rulebook/articles.toml`` or the office's own version of it), none here.
Money is integer fen. Clauses: 000/1.0, 6.1–6.4, 001/三4·五, 002/1–15, 003/五(二)2 (M0-6…15, M4).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

SANCTIONS: Mapping[str, str] = {
    "criticism": QT_TRANSLATE_NOOP("desk", "批评教育"),
    "warning": QT_TRANSLATE_NOOP("desk", "警告"),
    "demerit": QT_TRANSLATE_NOOP("desk", "记过"),
    "pay_cut": QT_TRANSLATE_NOOP("desk", "降薪"),
    "demotion": QT_TRANSLATE_NOOP("desk", "降职"),
    "dismissal": QT_TRANSLATE_NOOP("desk", "辞退"),
    "expulsion": QT_TRANSLATE_NOOP("desk", "开除"),
    "contract_end": QT_TRANSLATE_NOOP("desk", "解除劳动合同"),
    "discipline": QT_TRANSLATE_NOOP("desk", "处分"),
    "points": QT_TRANSLATE_NOOP("desk", "考核扣分"),
    "fine": QT_TRANSLATE_NOOP("desk", "罚款"),
    "recovery": QT_TRANSLATE_NOOP("desk", "追缴"),
    "compensation": QT_TRANSLATE_NOOP("desk", "赔偿"),
    "line_stop": QT_TRANSLATE_NOOP("desk", "停机"),
    "account_end": QT_TRANSLATE_NOOP("desk", "取消账号"),
    "legal": QT_TRANSLATE_NOOP("desk", "依法追究法律责任"),
    "note": QT_TRANSLATE_NOOP("desk", "记录在案"),
}
"""Every sanction by the key that is stored, with what people read."""

DECISIONS = (
    "criticism", "warning", "demerit", "pay_cut", "demotion", "dismissal", "expulsion", "contract_end", "discipline",
    "points", "account_end", "legal",
)  # fmt: skip
"""What a ladder may climb: no sums, so that a rule without money keeps every step. Gravity may choose a fine too."""

BLANK = "＿＿"
"""Stands in the facts text where the clerk fills in what the program does not know."""

RECOVERIES: Mapping[str, tuple[str, str]] = {"fee": ("recovery", "追缴话费"), "cost": ("compensation", "照价赔偿")}
"""What an article takes back, by ``Article.recovers``: the sanction, and its line in the derivation."""


class Fixed(Struct, frozen=True):
    """A sum for each time (每次 50 元)."""

    fen: int


class Range(Struct, frozen=True):
    """A sum between two figures for one case, chosen with a reason (000/6.1: 500—800 元)."""

    low_fen: int
    high_fen: int


class Multiple(Struct, frozen=True):
    """So many times the fee, and a sum for each time (002/15.一.3: 20 倍话费，另加每次 50 元)."""

    times: int
    plus_fen: int


Fine = Fixed | Range | Multiple
FINE_KINDS: Mapping[str, type[Fine]] = {"fixed": Fixed, "range": Range, "multiple": Multiple}


class Article(Struct, frozen=True):
    """One article with a consequence, as it is in force.

    ``ladder`` is climbed by the count, ``gravity`` are sanctions one of which is chosen; both name SANCTIONS.
    ``recovers`` is "fee", "cost" or empty. ``counted_with`` is the count group, the clause itself where empty;
    ``look_back`` counts months, 0 is unlimited. ``version`` 0 is the shipped one. ``word`` is the office's for a fine.
    """

    clause: str
    title: str
    text: str
    acts: tuple[str, ...]
    fine: Fine | None = None
    recovers: str = ""
    ladder: tuple[str, ...] = ()
    gravity: tuple[str, ...] = ()
    stop_months: int = 0
    counted_with: str = ""
    look_back: int = 0
    active: bool = True
    version: int = 0
    in_force_on: date | None = None
    word: str = ""

    @property
    def count_group(self) -> str:
        """Return what offences are counted under."""
        return self.counted_with or self.clause

    def sanction_title(self, key: str) -> str:
        """Return what people read for a sanction; a fine as the office words it."""
        return self.word if key == "fine" and self.word else SANCTIONS[key]


class Act(Struct, frozen=True):
    """Something people do that an article hits; ``asks`` of "fee", "cost", "times"; ``facts`` is a text to fill in."""

    key: str
    title: str
    asks: tuple[str, ...] = ()
    facts: str = ""


class Facts(Struct, frozen=True):
    """The figures of one case: how often, the calls' fee and the damage in fen."""

    times: int = 1
    fee_fen: int = 0
    cost_fen: int = 0


class Step(Struct, frozen=True):
    """One line of 金额怎么来的; ``fen`` is None where the line is no sum."""

    label: str
    text: str
    fen: int | None


class Proposal(Struct, frozen=True):
    """What the rulebook proposes for one case.

    ``sanctions`` are keys in order; ``choices`` those that may be taken without leaving the rule; ``fine_low`` and
    ``fine_high`` differ for a range alone; ``next_time`` says what the next offence brings.
    """

    clause: str
    sanctions: tuple[str, ...]
    choices: tuple[str, ...]
    fine_fen: int
    fine_low: int
    fine_high: int
    recovery_fen: int
    stop_months: int
    needs_reason: bool
    steps: tuple[Step, ...]
    formula: str
    next_time: str
    past_ladder: bool


def propose(article: Article, facts: Facts, offence_no: int, *, money: bool = True) -> Proposal:
    """Return what ``article`` proposes for the ``offence_no``-th offence (from 1); UserError for impossible facts.

    Without ``money`` the office fines nobody; what was spent or broken is still recovered.
    """
    _check_facts(facts)
    fine = article.fine if money else None
    low, high = _bounds(fine, facts)
    recovery = _recovery_fen(article, facts)
    decided = _decided(article, offence_no, money)
    sanctions = _sanctions(article, fine, recovery, decided)
    return Proposal(
        clause=article.clause,
        sanctions=sanctions,
        choices=decided or sanctions,
        fine_fen=low,
        fine_low=low,
        fine_high=high,
        recovery_fen=recovery,
        stop_months=article.stop_months,
        needs_reason=low != high or len(decided) > 1,
        steps=_steps(article, fine, facts, offence_no, decided),
        formula="+".join(_formula_parts(article, fine, facts)),
        next_time="，".join(_next_times(article, fine, offence_no)),
        past_ladder=bool(article.ladder) and offence_no > len(article.ladder),
    )


def hitting(act: str, articles: Sequence[Article], on: date) -> tuple[Article, ...]:
    """Return the articles in force on a day that hit an act, in their order; the first is proposed (M4-19)."""
    return tuple(
        article
        for article in articles
        if article.active and act in article.acts and (article.in_force_on is None or article.in_force_on <= on)
    )


def json_of(article: Article) -> str:
    """Return an article as the JSON text that a case and a version keep."""
    return json.dumps(plain_of(article), ensure_ascii=False, sort_keys=True)


def article_from(text: str) -> Article:
    """Return the article of a text made by ``json_of``."""
    return article_of(json.loads(text))


def plain_of(article: Article) -> dict[str, Any]:
    """Return an article as plain data: lists, dates as ISO texts, the fine with its kind."""
    plain = asdict(article)
    plain["in_force_on"] = article.in_force_on and article.in_force_on.isoformat()
    if article.fine is not None:
        plain["fine"] = {"kind": fine_kind(article.fine), **asdict(article.fine)}
    return plain


def article_of(plain: Mapping[str, Any]) -> Article:
    """Return the article of plain data as ``plain_of`` makes them; what is missing takes its default."""
    values = dict(plain)
    for key in ("acts", "ladder", "gravity"):
        values[key] = tuple(values.get(key, ()))
    if values.get("in_force_on"):
        values["in_force_on"] = date.fromisoformat(values["in_force_on"])
    if values.get("fine"):
        figures = dict(values["fine"])
        values["fine"] = FINE_KINDS[figures.pop("kind")](**figures)
    return Article(**values)


def fine_kind(fine: Fine) -> str:
    """Return "fixed", "range" or "multiple"."""
    return next(kind for kind, made in FINE_KINDS.items() if type(fine) is made)


def figure(fen: int) -> str:
    """Return a sum as formulas write it: ``50`` for whole yuan, ``8.60`` otherwise."""
    return f"{fen // 100}" if fen % 100 == 0 else f"{fen // 100}.{fen % 100:02d}"


def facts_text(template: str, when: str, facts: Facts) -> str:
    """Return an act's facts with the day, the figures and blanks for what only the clerk knows."""
    fee, cost = (fen_to_text(fen) if fen else BLANK for fen in (facts.fee_fen, facts.cost_fen))
    return template.format(when=when or BLANK, times=facts.times, fee=fee, cost=cost)


def _check_facts(facts: Facts) -> None:
    if facts.times < 1:
        raise UserError(QT_TRANSLATE_NOOP("desk", "次数至少是 1。"), field="times")
    if facts.fee_fen < 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "话费不能是负数。"), field="fee")
    if facts.cost_fen < 0:
        raise UserError(QT_TRANSLATE_NOOP("desk", "损失金额不能是负数。"), field="cost")


def _bounds(fine: Fine | None, facts: Facts) -> tuple[int, int]:
    match fine:
        case Fixed(fen):
            return fen * facts.times, fen * facts.times
        case Range(low, high):
            return low, high
        case Multiple(times, plus):
            return (times * facts.fee_fen + plus * facts.times,) * 2
        case _:
            return 0, 0


def _recovery_fen(article: Article, facts: Facts) -> int:
    return {"fee": facts.fee_fen, "cost": facts.cost_fen}.get(article.recovers, 0)


def _decided(article: Article, offence_no: int, money: bool) -> tuple[str, ...]:
    """Return what ladder or gravity leave to choose: the step of the count alone, or the whole set."""
    if article.ladder:
        return (article.ladder[min(offence_no, len(article.ladder)) - 1],)
    return tuple(key for key in article.gravity if money or key != "fine")


def _sanctions(article: Article, fine: Fine | None, recovery_fen: int, decided: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sanctions in order; nothing is recovered where nothing was lost, unless it is the whole rule."""
    others = (*(("fine",) if fine else ()), *decided[:1], *(("line_stop",) if article.stop_months else ()))
    recovered = (RECOVERIES[article.recovers][0],) if article.recovers and (recovery_fen or not others) else ()
    return tuple(dict.fromkeys((*recovered, *others))) or ("note",)


def _steps(
    article: Article, fine: Fine | None, facts: Facts, offence_no: int, decided: tuple[str, ...]
) -> tuple[Step, ...]:
    sums = [*_recovery_steps(article, facts), *_fine_steps(article, fine, facts)]
    others = [*_decision_steps(article, offence_no, decided), *_stop_steps(article)]
    due = sum(step.fen or 0 for step in sums)
    total = [Step("合计", f"{fen_to_text(due)} 元", due)] if sums else []
    return (*sums, *others, *total) or _without_sum(article)


def _without_sum(article: Article) -> tuple[Step, ...]:
    if article.recovers:
        return (Step(RECOVERIES[article.recovers][1], "0.00 元", 0),)
    return (Step(SANCTIONS["note"], "原文没有写金额，由领导决定", None),)


def _recovery_steps(article: Article, facts: Facts) -> list[Step]:
    fen = _recovery_fen(article, facts)
    return [Step(RECOVERIES[article.recovers][1], f"{fen_to_text(fen)} 元", fen)] if fen else []


def _fine_steps(article: Article, fine: Fine | None, facts: Facts) -> list[Step]:
    word = article.sanction_title("fine")
    match fine:
        case Fixed(fen):
            return [_per_time(word, fen, facts.times)]
        case Range(low, high):
            text = f"{fen_to_text(low)}—{fen_to_text(high)} 元之间，按情节定，写明理由"
            return [Step(word, text, low)]
        case Multiple(times, plus):
            fen = times * facts.fee_fen
            text = f"{fen_to_text(facts.fee_fen)} × {times} = {fen_to_text(fen)} 元"
            return [Step(f"{times} 倍话费", text, fen), *([_per_time(word, plus, facts.times)] if plus else [])]
        case _:
            return []


def _per_time(word: str, fen: int, times: int) -> Step:
    return Step(word, f"{fen_to_text(fen)} 元 × {times} 次 = {fen_to_text(fen * times)} 元", fen * times)


def _decision_steps(article: Article, offence_no: int, decided: tuple[str, ...]) -> list[Step]:
    if article.ladder:
        return [Step(f"第 {offence_no} 次", article.sanction_title(decided[0]), None)]
    titles = "、".join(article.sanction_title(key) for key in decided)
    if len(decided) > 1:
        return [Step("按情节", f"{titles}，选一项并写明理由", None)]
    return [Step("处理", titles, None)] if decided else []


def _stop_steps(article: Article) -> list[Step]:
    return [Step("停机保号", f"{article.stop_months} 个月", None)] if article.stop_months else []


def _formula_parts(article: Article, fine: Fine | None, facts: Facts) -> list[str]:
    recovery = _recovery_fen(article, facts)
    parts = [figure(recovery)] if recovery else []
    match fine:
        case Fixed(fen):
            parts.append(f"{figure(fen)}×{facts.times}")
        case Range(low, high):
            parts.append(f"{figure(low)}—{figure(high)}")
        case Multiple(times, plus):
            parts.append(f"{times}×{figure(facts.fee_fen)}")
            parts += [f"{figure(plus)}×{facts.times}"] if plus else []
        case _:
            return parts
    return parts


def _next_times(article: Article, fine: Fine | None, offence_no: int) -> list[str]:
    """Return what 再犯时 says: the next step of the ladder, what each further time costs, or what is taken back."""
    said = []
    if offence_no < len(article.ladder):
        said.append(f"再犯：{article.sanction_title(article.ladder[offence_no])}")
    elif article.ladder:
        said.append("已到最后一级")
    elif article.gravity:
        said.append("按情节处理" if len(article.gravity) > 1 else article.sanction_title(article.gravity[0]))
    if fine is not None:
        said.append(each_time(fine))
    elif article.recovers:
        said.append(RECOVERIES[article.recovers][1])
    if article.stop_months:
        said.append(f"停机 {article.stop_months} 个月")
    return said


def each_time(fine: Fine) -> str:
    """Return what a fine is, in a few words: 每次 50 元, 500—800 元, 每次 20 倍 + 50 元."""
    match fine:
        case Fixed(fen):
            return f"每次 {figure(fen)} 元"
        case Range(low, high):
            return f"{figure(low)}—{figure(high)} 元"
        case _:
            plus = f" + {figure(fine.plus_fen)} 元" if fine.plus_fen else ""
            return f"每次 {fine.times} 倍{plus}"

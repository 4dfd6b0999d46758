"""What the panel shows of an article: its words, what it does, its versions, and who else hits its acts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_mailadmin.kernel.clauses import cite, cite_all
from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.rulebook.listing import (
    KINDS,
    LIFECYCLE,
    Version,
    kind_of,
    look_back_text,
    rivals_of,
    says,
)
from desk_mailadmin.registers.rulebook.rules import Act, Article, hitting
from desk_mailadmin.registers.rulebook.service import NO_FINES, RulebookService

VERSIONS = QT_TRANSLATE_NOOP("desk", "版本")


def article_detail(service: RulebookService, record: int) -> Detail:
    """Return the panel of an article as it is today."""
    today, clause = service.today(), service.clause_of(record)
    article, articles = service.article(clause, today), service.articles(today)
    acts = [_act_line(service.act(key), article, hitting(key, articles, today)) for key in article.acts]
    word = Fact("罚款叫作", article.word) if article.fine or "fine" in article.gravity else None
    facts = (
        Fact("种类", KINDS[kind_of(article)]),
        Fact("处理", says(article)),
        *((Fact("罚款", NO_FINES),) if article.fine is not None and not service.fines(today) else ()),
        Fact("计次期", look_back_text(article)),
        *((word,) if word else ()),
        Fact("行为", "\n".join(acts)),
        *((Fact("一事多条", "同一件事只按一条处理，不重复处罚"),) if rivals_of(article, articles) else ()),
    )
    return Detail(
        article.title,
        f"{cite(article.clause)}　{article.text}",
        state=LIFECYCLE.state("active" if article.active else "off"),
        facts=facts,
        steps=tuple(_step(version, article, today) for version in service.versions(clause)),
        steps_title=VERSIONS,
    )


def _act_line(act: Act, article: Article, hits: Sequence[Article]) -> str:
    others = ", ".join(one.clause for one in hits if one.clause != article.clause)
    if not others:
        return act.title if article.active else f"{act.title}（现在没有施行的条款）"
    first = "先提出本条" if hits[0].clause == article.clause else f"先提出 {cite(hits[0].clause)}"
    return f"{act.title}（{cite_all(others)} 也管，{first}）"


def _step(version: Version, article: Article, today: date) -> Step:
    told = version.article
    title = f"{told.in_force_on} 起" if told.in_force_on else "制度原文"
    done = says(told) if told.active else "停用"
    lines = [f"第 {told.version} 版：{done}" if told.version else done]
    if version.reason:
        lines.append(f"{version.reason}（{version.at[:10]} {version.who} 登记）")
    return Step(title, _standing(told, article, today), "\n".join(lines))


def _standing(told: Article, article: Article, today: date) -> StepState:
    if told.version == article.version:
        return StepState.NOW
    return StepState.TODO if told.in_force_on and told.in_force_on > today else StepState.DONE

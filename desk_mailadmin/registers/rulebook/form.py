"""What is asked of an article: new figures, or whether it is in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.clauses import cite, cite_all
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.rulebook.entry_form import ArticleForm, cases_told
from desk_mailadmin.registers.rulebook.listing import says
from desk_mailadmin.registers.rulebook.rules import Act, Article
from desk_mailadmin.registers.rulebook.service import RulebookService
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown


def change(bench: Any, record: int) -> None:
    """Change an article's figures from a day on."""
    service: RulebookService = bench.services["rulebook"]
    clause = service.clause_of(record)
    if bench.show_dialog(ArticleForm(bench, clause).dialog()):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存 {clause} 的新版本"), clause=cite(clause)))


def stop(bench: Any, record: int) -> None:
    """Put an article out of force from a day on."""
    _switch(bench, record, active=False)


def start(bench: Any, record: int) -> None:
    """Put an article in force from a day on."""
    _switch(bench, record, active=True)


def _switch(bench: Any, record: int, *, active: bool) -> None:
    service: RulebookService = bench.services["rulebook"]
    clause, today = service.clause_of(record), bench.desk.clock.today()
    verb = shown(QT_TRANSLATE_NOOP("desk", "启用")) if active else shown(QT_TRANSLATE_NOOP("desk", "停用"))

    def save(values: Any, confirmed: frozenset[str]) -> object:
        return service.switch(clause, values["since"], values["reason"], active=active, confirmed=confirmed)

    asked = (
        Asked(name="since", title=QT_TRANSLATE_NOOP("desk", "从哪天起"), kind=Asks.DATE, required=True, start=today),
        Asked(name="reason", title=QT_TRANSLATE_NOOP("desk", "理由"), kind=Asks.LONG, required=True, limit=200),
    )
    dialog = RecordForm(
        f"{verb} {cite(clause)}",
        asked,
        FormJob(save=save, title=verb, icon="circle-check" if active else "ban"),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation="\n".join(_after(service, service.article(clause, today), active=active)),
        size=(620, 440),
        memory=bench.memory,
        key="article_switch",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        template = QT_TRANSLATE_NOOP("desk", "{clause} 已从 {since} 起{verb}")
        bench.tell(shown(template, clause=cite(clause), since=dialog.values()["since"], verb=verb))


def _after(service: RulebookService, article: Article, *, active: bool) -> Sequence[str]:
    """Return the article's words and, act by act, who will rule on it."""
    lines = [article.text]
    for act in (service.act(key) for key in article.acts):
        others = [one.clause for one in service.hitting(act.key, service.today()) if one.clause != article.clause]
        lines.append(_ruled(act, cite_all(", ".join(others)) if others else "", active=active))
    figures = replace(service.figures(article.clause, service.today()), active=active)
    lines += () if active else _in_force_again(service, article.clause)
    return [*lines, *cases_told(service.effects(article.clause, figures, service.today()))]


def _in_force_again(service: RulebookService, clause: str) -> Sequence[str]:
    """Return what is said where a version that lies ahead puts a stopped article in force again."""
    again = QT_TRANSLATE_NOOP("desk", "已经定了从 {since} 起{says}，到那天又会施行；要一直停用，从那天起再停用一次。")
    ahead = (one.article for one in service.versions(clause) if _begins(one.article) > service.today())
    return [shown(again, since=one.in_force_on, says=says(one)) for one in ahead if one.active][-1:]


def _begins(article: Article) -> date:
    return article.in_force_on or date.min


def _ruled(act: Act, others: str, *, active: bool) -> str:
    if active:
        alone = QT_TRANSLATE_NOOP("desk", "“{act}”：由本条管。")
        beside = QT_TRANSLATE_NOOP("desk", "“{act}”：{others} 也管，只按一条处理。")
        return shown(beside, act=act.title, others=others) if others else shown(alone, act=act.title)
    gone = QT_TRANSLATE_NOOP("desk", "“{act}”：停用后没有条款管，那天起发生的不能登记。")
    left = QT_TRANSLATE_NOOP("desk", "“{act}”：停用后按 {others}。")
    return shown(left, act=act.title, others=others) if others else shown(gone, act=act.title)

"""What stands beside the entry of a case: the article, where its sum comes from, what else it hits, what was before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.detail import Step as WayStep
from desk_mailadmin.kernel.detail import StepState
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.capitals import HIGHEST_FEN, in_capitals
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.proposals import Derived
from desk_mailadmin.registers.penalties.rules import LIFECYCLE
from desk_mailadmin.registers.rulebook.rules import Article, Proposal, Step
from desk_mailadmin.ui.dialogs.pieces import (
    Banner,
    Button,
    IconLabel,
    card,
    column,
    holding,
    label,
    on_click,
    row,
    scrolled,
)
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import shown
from desk_mailadmin.ui.step_list import StepList

_MOST_BEFORE = 6
_MOST_MONTHS = 4
_LABEL_WIDTH = 6  # characters
_SIGNS = {"ok": ("circle-check", "green"), "warn": ("triangle-alert", "amber"), "": ("info", "blue")}
_TOTAL = "合计"
"""The line of a derivation that adds up the others; it is shown with its capitals."""


class Judged(Struct, frozen=True):
    """A case as it would be saved now: what the rulebook says, the settled entry, and how it would be deducted.

    ``closed`` says that the month it happened in is closed, ``left_on`` when the person left, ``line`` which line a
    stop would stop (empty: nobody knows).
    """

    derived: Derived
    entry: PenaltyEntry
    plan: tuple[tuple[str, int], ...]
    closed: bool
    left_on: date | None
    line: str = ""

    @property
    def due_fen(self) -> int:
        """What is demanded."""
        return (self.entry.fine_fen or 0) + (self.entry.recovery_fen or 0)

    @property
    def proposed_fen(self) -> int:
        """What the rule demands."""
        return self.derived.proposal.fine_fen + self.derived.proposal.recovery_fen

    @property
    def words(self) -> str:
        """What follows, in words: 追缴 + 罚款."""
        return " + ".join(self.derived.article.sanction_title(key) for key in self.entry.sanctions or ())


class RulebookPane(QWidget):
    """Shows what the rulebook says to the entry; ``chosen`` carries the clause of another article that is taken."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(shown(QT_TRANSLATE_NOOP("desk", "规则库建议")))
        self._box = column(spacing=10, margins=(14, 14, 14, 10))
        outer = column(scrolled(holding(self._box)), margins=(0, 0, 0, 0))
        self.setLayout(outer)
        self.wait("")

    def wait(self, sentence: str) -> None:
        """Say what is still missing; nothing in particular where ``sentence`` is empty."""
        usual = QT_TRANSLATE_NOOP("desk", "选了当事人和行为以后，这里是条款、金额怎么来的和以前的记录。")
        self._show([card(label(sentence or shown(usual), "muted", wrap=True))])

    def show_judged(self, judged: Judged) -> None:
        """Show what follows from the facts."""
        derived = judged.derived
        self._show(
            [
                *self._same(derived.same),
                self._article(derived.article),
                _proposed(judged),
                *(self._rival(derived.article, article, proposal) for article, proposal in derived.rivals),
                *self._later(derived.later),
                _climbed(derived) if derived.article.ladder else _before(derived),
                _checks(judged),
            ]
        )

    def _show(self, parts: Sequence[QWidget]) -> None:
        _empty(self._box)
        for part in parts:
            self._box.addWidget(part)
        self._box.addStretch(1)

    def _article(self, article: Article) -> QWidget:
        since = f"{article.in_force_on} 起施行" if article.in_force_on else ""
        return card(
            row(IconLabel(17, "scale", "link"), label(cite(article.clause), "h2"), None, label(since, "ok"), spacing=8),
            label(article.text, wrap=True),
            spacing=6,
        )

    def _same(self, same: Sequence[PenaltyRow]) -> list[QWidget]:
        if not same:
            return []
        listed = "、".join(f"{one.number or '草稿'}（{LIFECYCLE.state(one.state).title}）" for one in same)
        said = QT_TRANSLATE_NOOP("desk", "这个人这一天的同一件事已经有 {listed}。同一件事只处理一次。")
        return [Banner("red", shown(said, listed=listed))]

    def _rival(self, taken: Article, article: Article, proposal: Proposal) -> Banner:
        switch = Button(shown(QT_TRANSLATE_NOOP("desk", "改用 {clause}"), clause=cite(article.clause)), kind="link")
        on_click(switch, lambda: self.chosen.emit(article.clause))
        said = QT_TRANSLATE_NOOP("desk", "同一行为还命中 {clause}（{brings}）。同一行为只处理一次，现按 {taken} 处理。")
        brings = "，".join(f"{step.label} {step.text}" for step in _parts(proposal)) or article.title
        sentence = shown(said, clause=cite(article.clause), brings=brings, taken=cite(taken.clause))
        return Banner("amber", sentence, switch)

    def _later(self, later: Sequence[PenaltyRow]) -> list[QWidget]:
        if not later:
            return []
        listed = "、".join(one.number or str(one.occurred_on) for one in later)
        said = QT_TRANSLATE_NOOP("desk", "在这之后的 {listed} 已经处理，当时没有算上这一次；那几件的次数不会自动改。")
        return [Banner("amber", shown(said, listed=listed))]


def _proposed(judged: Judged) -> QWidget:
    """Return what the rule proposes, how it comes about, and what the clerk made of it."""
    proposal, derived = judged.derived.proposal, judged.derived
    has_sums = any(step.fen is not None for step in proposal.steps)
    lines: list[QWidget] = [_line(step.label, step.text) for step in _parts(proposal)] if has_sums else []
    if has_sums:
        lines.append(_line(_TOTAL, _in_words(judged.proposed_fen), "b"))
    else:
        titles = " + ".join(derived.article.sanction_title(key) for key in proposal.sanctions)
        rest = [step for step in _parts(proposal) if step.text != titles]
        lines += [label(titles, "h1"), *(_line(step.label, step.text) for step in rest)]
    if judged.due_fen != judged.proposed_fen or set(judged.entry.sanctions or ()) != set(proposal.sanctions):
        changed = "　".join(
            part for part in (judged.words, _in_words(judged.due_fen) if judged.due_fen else "") if part
        )
        lines.append(_line("本次定为", changed, "warn"))
    if proposal.next_time:
        lines.append(_line("再犯时", proposal.next_time.removeprefix("再犯：")))
    if proposal.past_ladder:
        lines.append(_sign("warn", "阶梯已到最后一级，仍按最后一级提出。"))
    title = QT_TRANSLATE_NOOP("desk", "金额怎么来的") if has_sums else QT_TRANSLATE_NOOP("desk", "规则库建议")
    return card(_head(shown(title), f"同条第 {derived.offence_no} 次"), *lines, spacing=4)


def _climbed(derived: Derived) -> QWidget:
    """Return the steps of a ladder: those climbed, this one, and those above."""
    article, now = derived.article, derived.offence_no
    days = [list(cases) for _day, cases in groupby(derived.before, key=lambda one: one.occurred_on)]
    steps = []
    for number in range(max(1, now - _MOST_BEFORE + 1), max(now, len(article.ladder)) + 1):
        rung = article.sanction_title(article.ladder[min(number, len(article.ladder)) - 1])
        title = f"{'首次' if number == 1 else f'第 {number} 次'}：{rung}"
        if number < now:
            steps.append(WayStep(title, StepState.DONE, "\n".join(map(_told, days[number - 1]))))
        elif number == now:
            steps.append(WayStep(f"{title}　← 本条", StepState.NOW))
        else:
            steps.append(WayStep(title, StepState.TODO, "由领导签字决定；程序只提出，不作决定"))
    return card(_head("同条次数", _span(article)), StepList(steps, {}, lambda _attachment: None), spacing=6)


def _before(derived: Derived) -> QWidget:
    """Return the cases that count for this one, the latest ones of many."""
    days = sorted({one.occurred_on for one in derived.before})
    lines = [
        _line(f"第 {days.index(one.occurred_on) + 1} 次", _told(one)) for one in derived.before[-_MOST_BEFORE:]
    ] or [label(shown(QT_TRANSLATE_NOOP("desk", "以前没有")), "muted")]
    return card(_head("同条记录", _span(derived.article)), *lines, spacing=4)


def _checks(judged: Judged) -> QWidget:
    """Return what is worth a look before saving."""
    derived, entry = judged.derived, judged.entry
    signs: list[QWidget] = []
    if not derived.rivals:
        signs.append(_sign("ok", "没有另一条施行的条款管同一行为"))
    if not derived.same:
        signs.append(_sign("ok", "同一件事没有登记过"))
    signs.append(_booked(judged))
    if judged.due_fen and entry.execution == "payroll":
        signs.append(_payroll(judged))
    if judged.left_on is not None:
        signs.append(_sign("warn", f"{judged.left_on} 离职，未结清的随最后一次工资结清或收现金"))
    if "line_stop" in (entry.sanctions or ()):
        signs.append(_stop(judged))
    signs.append(_sign("", "编号在保存时给出，作废也保留编号"))
    return card(_head("保存前检查", ""), *signs, spacing=4)


def _stop(judged: Judged) -> QWidget:
    """Say which line will be stopped, or that the clerk must stop it in the register of lines."""
    said = f"停机 {judged.derived.proposal.stop_months} 个月，号码保留"
    return _sign("ok", f"{said}：{judged.line}") if judged.line else _sign("warn", f"{said}；不知道是哪一条线路")


def _booked(judged: Judged) -> QWidget:
    happened, booked = month_of(judged.entry.occurred_on), judged.derived.month
    if happened == booked:
        return _sign("ok", f"{title_of(booked)}没有月结，记入这个月的台账")
    why = "已经月结" if judged.closed else "已经过去"
    return _sign("warn", f"{title_of(happened)}{why}，记入 {title_of(booked)}的台账")


def _payroll(judged: Judged) -> QWidget:
    listed = "、".join(f"{title_of(month)} {fen_to_text(fen)} 元" for month, fen in judged.plan[:_MOST_MONTHS])
    count = f" 等，共 {len(judged.plan)} 期" if len(judged.plan) > _MOST_MONTHS else ""
    deducted = f"从工资扣：{listed}{count}"
    cap, derived = judged.derived.cap, judged.derived
    if cap.fen is None:
        return _sign("", deducted)
    taken = (
        f"，{title_of(derived.first_month)}已计划 {fen_to_text(derived.planned_fen)} 元" if derived.planned_fen else ""
    )
    limit = f"上限 {fen_to_text(cap.fen)} 元（{cap.why}）{taken}"
    first = -(-judged.due_fen // max(judged.entry.instalments, 1))
    if first <= max(cap.fen - derived.planned_fen, 0):
        return _sign("ok", f"{deducted}；没有超过每月{limit}")
    return _sign("warn", f"{deducted}；超过每月{limit}的转到后面的月份")


def _parts(proposal: Proposal) -> list[Step]:
    return [step for step in proposal.steps if step.label != _TOTAL]


def _in_words(fen: int) -> str:
    capitals = f"　{in_capitals(fen)}" if 0 < fen <= HIGHEST_FEN else ""
    return f"{fen_to_text(fen)} 元{capitals}"


def _span(article: Article) -> str:
    return f"计次期：{article.look_back} 个月" if article.look_back else "计次期：不限期"


def _told(one: PenaltyRow) -> str:
    sums = f"{fen_to_text(one.due_fen)} 元" if one.due_fen else one.sanction
    return f"{one.number}　{one.occurred_on}　{sums}　{LIFECYCLE.state(one.state).title}"


def _head(title: str, aside: str) -> QLayout:
    return row(label(title, "h2"), None, label(aside, "small"), spacing=8)


def _line(title: str, text: str, role: str = "") -> QWidget:
    head = label(title, "muted")
    head.setMinimumWidth(chars(head, _LABEL_WIDTH))
    made = row(spacing=8)
    made.addWidget(head)
    made.addWidget(label(text, role, wrap=True), 1)
    return holding(made)


def _sign(role: str, text: str) -> QWidget:
    name, tone = _SIGNS[role]
    made = row(IconLabel(15, name, tone), spacing=7)
    made.addWidget(label(text, role if role == "warn" else "", wrap=True), 1)
    return holding(made)


def _empty(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

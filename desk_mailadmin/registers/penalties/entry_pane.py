"""What stands beside the entry of a case: the article, where its sum comes from, what else it hits, what was before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.capitals import HIGHEST_FEN, in_capitals
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.entries import PenaltyEntry
from desk_mailadmin.registers.penalties.listing import PenaltyRow
from desk_mailadmin.registers.penalties.proposals import Derived
from desk_mailadmin.registers.penalties.rules import LIFECYCLE
from desk_mailadmin.registers.rulebook.rules import Article, Proposal
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, card, column, holding, label, on_click, row, scrolled
from desk_mailadmin.ui.shown import shown

_MOST_BEFORE = 6
_LABEL_WIDTH = 90


class RulebookPane(QWidget):
    """Shows what the rulebook says to the entry; ``chosen`` carries the clause of another article that is taken."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._box = column(spacing=10, margins=(14, 14, 14, 10))
        outer = column(scrolled(holding(self._box)), margins=(0, 0, 0, 0))
        self.setLayout(outer)
        self.wait(shown(QT_TRANSLATE_NOOP("desk", "选了当事人和行为以后，这里是条款、金额怎么来的和以前的记录。")))

    def wait(self, sentence: str) -> None:
        """Say what is still missing."""
        self._show([card(label(sentence, "muted", wrap=True))])

    def show_derived(self, derived: Derived, entry: PenaltyEntry) -> None:
        """Show what follows from the facts; ``entry`` is settled: it holds what will be kept."""
        parts = [
            self._article(derived.article),
            self._sums(derived, entry),
            *self._same(derived.same),
            *self._rivals(derived),
            *self._later(derived.later),
            self._before(derived),
            self._checks(derived, entry),
        ]
        self._show(parts)

    def _show(self, parts: Sequence[QWidget]) -> None:
        _empty(self._box)
        for part in parts:
            self._box.addWidget(part)
        self._box.addStretch(1)

    def _article(self, article: Article) -> QWidget:
        since = f"{article.in_force_on} 起施行" if article.in_force_on else ""
        return card(
            row(label(cite(article.clause), "h2"), None, label(since, "ok"), spacing=8),
            label(article.text, wrap=True),
            spacing=6,
        )

    def _sums(self, derived: Derived, entry: PenaltyEntry) -> QWidget:
        lines: list[QWidget] = [_line(step.label, step.text) for step in derived.proposal.steps]
        due = (entry.fine_fen or 0) + (entry.recovery_fen or 0)
        if 0 < due <= HIGHEST_FEN:
            lines.append(
                _line(shown(QT_TRANSLATE_NOOP("desk", "应扣")), f"{fen_to_text(due)} 元　{in_capitals(due)}", "b")
            )
        title = QT_TRANSLATE_NOOP("desk", "金额怎么来的") if due else QT_TRANSLATE_NOOP("desk", "处理怎么来的")
        return card(label(shown(title), "h2"), *lines, spacing=4)

    def _same(self, same: Sequence[PenaltyRow]) -> list[QWidget]:
        if not same:
            return []
        listed = "、".join(f"{one.number or '草稿'}（{LIFECYCLE.state(one.state).title}）" for one in same)
        said = QT_TRANSLATE_NOOP("desk", "这个人这一天的同一件事已经有 {listed}。同一件事只处理一次。")
        return [Banner("red", shown(said, listed=listed))]

    def _rivals(self, derived: Derived) -> list[QWidget]:
        return [self._rival(derived.article, article, proposal) for article, proposal in derived.rivals]

    def _rival(self, taken: Article, article: Article, proposal: Proposal) -> Banner:
        switch = Button(shown(QT_TRANSLATE_NOOP("desk", "改用 {clause}"), clause=cite(article.clause)), kind="link")
        on_click(switch, lambda: self.chosen.emit(article.clause))
        said = QT_TRANSLATE_NOOP("desk", "同一行为还命中 {clause}（{brings}）。同一行为只处理一次，现按 {taken} 处理。")
        brings = "，".join(step.text for step in proposal.steps) or article.title
        sentence = shown(said, clause=cite(article.clause), brings=brings, taken=cite(taken.clause))
        return Banner("amber", sentence, switch)

    def _later(self, later: Sequence[PenaltyRow]) -> list[QWidget]:
        if not later:
            return []
        listed = "、".join(one.number or str(one.occurred_on) for one in later)
        said = QT_TRANSLATE_NOOP("desk", "在这之后的 {listed} 已经处理，当时没有算上这一次；那几件的次数不会自动改。")
        return [Banner("amber", shown(said, listed=listed))]

    def _before(self, derived: Derived) -> QWidget:
        months = derived.article.look_back
        span = f"计次期：{months} 个月" if months else "计次期：不限期"
        shown_before = derived.before[-_MOST_BEFORE:]
        lines = [_line(_when(place, derived), _told(one)) for place, one in enumerate(shown_before)]
        now = f"本条　{derived.proposal.next_time}" if derived.proposal.next_time else "本条"
        lines.append(_line(f"第 {derived.offence_no} 次", now, "b"))
        if derived.proposal.past_ladder:
            lines.append(_line("", "阶梯已到最后一级，仍按最后一级提出。"))
        head = row(label(shown(QT_TRANSLATE_NOOP("desk", "同条记录")), "h2"), None, label(span, "small"))
        return card(head, *lines, spacing=4)

    def _checks(self, derived: Derived, entry: PenaltyEntry) -> QWidget:
        lines = [_line("记入", f"{title_of(derived.month)}的台账")]
        due = (entry.fine_fen or 0) + (entry.recovery_fen or 0)
        if due and entry.execution == "payroll":
            lines.append(_line("扣款", _payroll(derived, entry, due)))
        if derived.proposal.stop_months:
            lines.append(_line("停机", f"{derived.proposal.stop_months} 个月，号码保留"))
        return card(*lines, spacing=4)


def _payroll(derived: Derived, entry: PenaltyEntry, due: int) -> str:
    start = f"从 {title_of(entry.first_month)}工资起"
    count = f"，分 {entry.instalments} 期" if entry.instalments > 1 else ""
    if derived.cap.fen is None:
        return f"{start}{count}"
    room = max(derived.cap.fen - derived.planned_fen, 0)
    first = -(-due // max(entry.instalments, 1))
    limit = f"上限 {fen_to_text(derived.cap.fen)} 元（{derived.cap.why}）"
    taken = f"，当月已计划 {fen_to_text(derived.planned_fen)} 元" if derived.planned_fen else ""
    verdict = "没有超过" if first <= room else "超过的转到后面的月份"
    return f"{start}{count}；{limit}{taken}，{verdict}"


def _when(place: int, derived: Derived) -> str:
    hidden = max(len(derived.before) - _MOST_BEFORE, 0)
    days = sorted({one.occurred_on for one in derived.before})
    return f"第 {days.index(derived.before[hidden + place].occurred_on) + 1} 次"


def _told(one: PenaltyRow) -> str:
    sums = f"{fen_to_text(one.due_fen)} 元" if one.due_fen else one.sanction
    return f"{one.number}　{one.occurred_on}　{sums}　{LIFECYCLE.state(one.state).title}"


def _line(title: str, text: str, role: str = "") -> QWidget:
    head = label(title, "muted")
    head.setFixedWidth(_LABEL_WIDTH)
    body = label(text, role, wrap=True)
    made = row(head, spacing=8)
    made.addWidget(body, 1)
    return holding(made)


def _empty(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

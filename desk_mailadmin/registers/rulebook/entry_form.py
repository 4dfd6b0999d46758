"""The dialog of an article: its words above, its figures, since when and why, and below what that changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.rulebook.entries import (
    BY_GRAVITY,
    LONGEST_LOOK_BACK,
    LONGEST_STOP,
    MOST_TIMES,
    WORDS,
    Figures,
    sanctions_of,
)
from desk_mailadmin.registers.rulebook.listing import says
from desk_mailadmin.registers.rulebook.rules import (
    DECISIONS,
    SANCTIONS,
    Article,
    Facts,
    Fine,
    Fixed,
    Multiple,
    Range,
    fine_kind,
    propose,
)
from desk_mailadmin.registers.rulebook.service import Effect, RulebookService
from desk_mailadmin.ui.dialogs.choice_fields import ChoiceField, SpinField
from desk_mailadmin.ui.dialogs.field import Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.money_field import MoneyField
from desk_mailadmin.ui.dialogs.pieces import Button, card, label, on_click, row
from desk_mailadmin.ui.dialogs.text_fields import DateField, TextField
from desk_mailadmin.ui.shown import said, shown

PAUSE = 200
"""Milliseconds without a change after which the effect is worked out anew."""

SHOWN_CASES = 4
"""Open cases that are named one by one; of the rest the count is told."""

_FINES = (
    ("", QT_TRANSLATE_NOOP("desk", "不写金额")),
    ("fixed", QT_TRANSLATE_NOOP("desk", "每次定额")),
    ("range", QT_TRANSLATE_NOOP("desk", "一个幅度")),
    ("multiple", QT_TRANSLATE_NOOP("desk", "话费倍数，另加每次定额")),
)
_WAYS = (
    ("", QT_TRANSLATE_NOOP("desk", "没有")),
    ("ladder", QT_TRANSLATE_NOOP("desk", "分次加重")),
    ("gravity", QT_TRANSLATE_NOOP("desk", "按情节选一项")),
)
_EXAMPLE = Facts(times=1, fee_fen=860, cost_fen=38000)
"""A call of 8.60 yuan, a set of 380: what the old and the new figures are compared by."""


class ArticleForm:
    """One dialog on its way: its fields, which of them apply, what saving keeps."""

    def __init__(self, bench: Any, clause: str) -> None:
        self._bench, self._clause = bench, clause
        self._service: RulebookService = bench.services["rulebook"]
        self._today = bench.desk.clock.today()
        self._before = self._service.article(clause, self._today)
        self._fields = {field.name: field for field in self._made()}
        self._rows = {"fine": FieldRow(self._fields["fine"])}
        self._effect = label("", wrap=True)
        self._pause = QTimer(interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.show_effect)

    def dialog(self) -> FormDialog:
        """Return the dialog, showing the figures in force today."""
        title = shown(QT_TRANSLATE_NOOP("desk", "修改 {clause}"), clause=cite(self._clause))
        job = FormJob(save=self._save, title=shown(QT_TRANSLATE_NOOP("desk", "保存为新版本")))
        dialog = FormDialog(
            title, self._groups(), job, self._bench.prompter, size=(760, 800), memory=self._bench.memory,
            key="article", parent=self._bench.window,
        )  # fmt: skip
        self._show(self._service.figures(self._clause, self._today))
        for field in self._fields.values():
            field.changed.connect(self._follow)
        self._follow()
        self.show_effect()
        dialog.start_from_here()
        dialog.finished.connect(self._pause.stop)
        return dialog

    def show_effect(self) -> None:
        """Say what the present entries change: the rule, an example, the open cases."""
        try:
            self._effect.setText("\n".join(self._told()))
        except UserError as error:
            self._effect.setText(said(error))

    def _told(self) -> Sequence[str]:
        figures, since = self._entered(), self._fields["since"].value() or self._today
        if figures == self._service.figures(self._clause, self._today):
            return [shown(QT_TRANSLATE_NOOP("desk", "还没有改动。"))]
        after = self._service.trial(self._clause, figures, since)
        effects = self._service.effects(self._clause, figures, since)
        return (*_compared(self._before, after), *self._until(since), *cases_told(effects))

    def _until(self, since: date) -> list[str]:
        """Say where another version is to begin after this one."""
        days = (version.article.in_force_on for version in self._service.versions(self._clause))
        ahead = [day for day in days if day is not None and day > since]
        template = QT_TRANSLATE_NOOP("desk", "{day} 起另有一版，这一版施行到前一天。")
        return [shown(template, day=min(ahead))] if ahead else []

    # the fields

    def _made(self) -> list[Field]:
        words = [Choice("", shown(QT_TRANSLATE_NOOP("desk", "同设置"))), *(Choice(key, shown(t)) for key, t in WORDS)]
        return [
            ChoiceField("fine", shown(QT_TRANSLATE_NOOP("desk", "罚款")), _choices(_FINES), width=12),
            SpinField(
                "times",
                shown(QT_TRANSLATE_NOOP("desk", "倍数")),
                low=1,
                high=MOST_TIMES,
                unit=shown(QT_TRANSLATE_NOOP("desk", "倍")),
            ),
            MoneyField("fen", shown(QT_TRANSLATE_NOOP("desk", "金额")), capitals=False),
            MoneyField("high", shown(QT_TRANSLATE_NOOP("desk", "最高")), capitals=False),
            ChoiceField("word", shown(QT_TRANSLATE_NOOP("desk", "罚款叫作")), words, width=8),
            ChoiceField("way", shown(QT_TRANSLATE_NOOP("desk", "其他处理")), _choices(_WAYS), width=8),
            TextField("steps", shown(QT_TRANSLATE_NOOP("desk", "依次")), width=0, limit=120),
            TextField("look_back", shown(QT_TRANSLATE_NOOP("desk", "计次期")), width=4, limit=3, checks=(_is_months,)),
            SpinField(
                "stop_months",
                shown(QT_TRANSLATE_NOOP("desk", "停机保号")),
                high=LONGEST_STOP,
                unit=shown(QT_TRANSLATE_NOOP("desk", "个月")),
            ),
            DateField(
                "since", shown(QT_TRANSLATE_NOOP("desk", "施行日")), today=self._bench.desk.clock.today, required=True
            ),
            TextField("reason", shown(QT_TRANSLATE_NOOP("desk", "理由")), width=0, limit=200, required=True),
        ]

    def _groups(self) -> list[FieldGroup]:
        of, rows = self._fields, self._rows
        rows["times"] = FieldRow(of["times"])
        rows["high"] = FieldRow(of["high"], note=shown(QT_TRANSLATE_NOOP("desk", "元")))
        rows["fen"] = FieldRow(of["fen"], note=shown(QT_TRANSLATE_NOOP("desk", "元")))
        rows["word"] = FieldRow(of["word"])
        rows["steps"] = FieldRow(of["steps"], below=True, note="")
        rows["look_back"] = FieldRow(
            of["look_back"], note=shown(QT_TRANSLATE_NOOP("desk", "个月；空着按设置，0 表示不限期"))
        )
        rows["stop_months"] = FieldRow(of["stop_months"])
        restore = Button(shown(QT_TRANSLATE_NOOP("desk", "恢复制度原文的数字")), "rotate-ccw", "link")
        on_click(restore, lambda: self._show(self._service.shipped_figures(self._clause)))
        words = card(label(self._before.text, wrap=True), row(restore, None))
        figures = (rows["fine"], rows["times"], rows["fen"], rows["high"], rows["word"])
        others = (FieldRow(of["way"]), rows["steps"], rows["look_back"], rows["stop_months"])
        since = FieldRow(of["since"], note=shown(QT_TRANSLATE_NOOP("desk", "这一天起发生的违规按新规定")))
        reason = FieldRow(of["reason"], below=True)
        return [
            FieldGroup(shown(QT_TRANSLATE_NOOP("desk", "制度原文")), words),
            FieldGroup(shown(QT_TRANSLATE_NOOP("desk", "处理")), *figures, *others),
            FieldGroup(shown(QT_TRANSLATE_NOOP("desk", "施行")), since, reason),
            FieldGroup(shown(QT_TRANSLATE_NOOP("desk", "影响")), card(self._effect)),
        ]

    def _follow(self) -> None:
        """Show what applies now, and work out the effect after a pause."""
        kind, way = self._fields["fine"].value(), self._fields["way"].value()
        fines = bool(kind) or "fine" in self._service.shipped_figures(self._clause).gravity
        asked = {
            "times": kind == "multiple",
            "fen": bool(kind),
            "high": kind == "range",
            "word": fines,
            "steps": bool(way),
            "look_back": way == "ladder",
            "stop_months": self._before.recovers == "fee",
        }
        for name, on in asked.items():
            self._fields[name].set_asked(on=on)
        for line in self._rows.values():
            line.setVisible(any(field.is_asked for field in line.fields))
        self._pause.start()

    def _show(self, figures: Figures) -> None:
        values = _values(figures)
        for name, value in values.items():
            self._fields[name].set_value(value)
        if self._fields["since"].is_empty():
            self._fields["since"].set_value(self._today)

    def _entered(self) -> Figures:
        start = self._service.figures(self._clause, self._today)
        values = {name: field.value() if field.is_asked else None for name, field in self._fields.items()}
        return replace(_figures(values), active=start.active)

    def _save(self, values: Mapping[str, Any], confirmed: frozenset[str]) -> object:
        return self._service.change(self._clause, self._entered(), values["since"], values["reason"], confirmed)


def _choices(titled: Sequence[tuple[str, str]]) -> list[Choice]:
    return [Choice(key, shown(title)) for key, title in titled]


def _is_months(text: Any) -> None:
    if text and not (text.isascii() and text.isdigit() and int(text) <= LONGEST_LOOK_BACK):
        raise UserError(QT_TRANSLATE_NOOP("desk", "写月数，最多 {most}。"), most=LONGEST_LOOK_BACK)


def _values(figures: Figures) -> dict[str, Any]:
    """Return what the fields show of figures."""
    sums: dict[str, Any] = {"times": 1, "fen": 0, "high": 0}
    match figures.fine:
        case Fixed(fen):
            sums["fen"] = fen
        case Range(low, high):
            sums |= {"fen": low, "high": high}
        case Multiple(times, plus):
            sums |= {"times": times, "fen": plus}
    steps = figures.ladder or figures.gravity
    return {
        "fine": fine_kind(figures.fine) if figures.fine else "",
        **sums,
        "word": figures.word,
        "way": "ladder" if figures.ladder else "gravity" if figures.gravity else "",
        "steps": "、".join(SANCTIONS[key] for key in steps),
        "look_back": "" if figures.look_back is None else str(figures.look_back),
        "stop_months": figures.stop_months,
    }


def _figures(values: Mapping[str, Any]) -> Figures:
    """Return the figures of the fields' values; UserError naming the field that cannot stand."""
    way = values["way"]
    steps = sanctions_of(values["steps"], DECISIONS if way == "ladder" else BY_GRAVITY) if way else ()
    if way and not steps:
        raise UserError(QT_TRANSLATE_NOOP("desk", "写出各级处理，用顿号分开，例如：降薪、降职、辞退。"), field="steps")
    return Figures(
        fine=_fine(values),
        ladder=steps if way == "ladder" else (),
        gravity=steps if way == "gravity" else (),
        stop_months=values["stop_months"] or 0,
        look_back=int(values["look_back"]) if way == "ladder" and values["look_back"] else None,
        word=values["word"] or "",
    )


def _fine(values: Mapping[str, Any]) -> Fine | None:
    makes: Mapping[str, Callable[[], Fine]] = {
        "fixed": lambda: Fixed(values["fen"]),
        "range": lambda: Range(values["fen"], values["high"]),
        "multiple": lambda: Multiple(values["times"], values["fen"]),
    }
    return makes[values["fine"]]() if values["fine"] else None


def _compared(before: Article, after: Article) -> list[str]:
    """Return the rule before and after, and what an example comes to."""
    lines = [
        shown(QT_TRANSLATE_NOOP("desk", "现在：{says}"), says=says(before)),
        shown(QT_TRANSLATE_NOOP("desk", "改后：{says}"), says=says(after)),
    ]
    sums = [_due(propose(article, _EXAMPLE, 1)) for article in (before, after)]
    if before.fine and after.fine and sums[0] != sums[1]:
        what = {"multiple": "1 次、话费 8.60 元", "fixed": "1 次"}.get(fine_kind(after.fine), "最低")
        text = QT_TRANSLATE_NOOP("desk", "例如 {what}：罚款由 {old} 元变为 {new} 元")
        lines.append(shown(text, what=what, old=fen_to_text(sums[0]), new=fen_to_text(sums[1])))
    return lines


def _due(proposal: Any) -> int:
    return int(proposal.fine_fen)


def cases_told(effects: Sequence[Effect]) -> list[str]:
    """Return the open cases a change touches, as lines; the first few by name."""
    if not effects:
        return [shown(QT_TRANSLATE_NOOP("desk", "没有草稿受影响；已经出了通知单的处罚按原来的规定。"))]
    named = [f"{one.number}　{one.name}　{one.before} → {one.after}" for one in effects[:SHOWN_CASES]]
    rest = len(effects) - len(named)
    more = [shown(QT_TRANSLATE_NOOP("desk", "另有 {count} 件"), count=rest)] if rest else []
    head = shown(QT_TRANSLATE_NOOP("desk", "{count} 件还没有出通知单的处罚会变："), count=len(effects))
    return [head, *named, *more]

"""The fields that a case is entered in, and what may be found in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.names import initials
from desk_mailadmin.registers.months.rules import month_after, month_of, title_of
from desk_mailadmin.registers.penalties.entries import MOST_INSTALMENTS, MOST_TIMES
from desk_mailadmin.registers.penalties.rules import EXECUTIONS, FOUND_HOW
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.rulebook.rules import DECISIONS, SANCTIONS, Act
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.choice_fields import ChoiceField, SpinField
from desk_mailadmin.ui.dialogs.field import Field
from desk_mailadmin.ui.dialogs.money_field import MoneyField
from desk_mailadmin.ui.dialogs.person_picker import Hit, PersonField
from desk_mailadmin.ui.dialogs.text_fields import DateField, LongTextField, TextField
from desk_mailadmin.ui.shown import shown

ONLY_SUMS = "sums"
"""The choice of 处理 that leaves it at the sums."""

_MONTHS_AHEAD = 13
_MOST_POINTS = 100


class CaseFields:
    """Makes the fields of a case; people and acts are found in the desk's services."""

    def __init__(self, service: PenaltiesService, today: date) -> None:
        self._service = service
        self._today = today
        self.acts: Sequence[Act] = service.rulebook.acts()

    def fields(self, day: Callable[[], date]) -> dict[str, Field]:
        """Return every field by its name; ``day`` says when it happened, as far as that is entered."""
        made = (*self._facts(day), *self._decisions())
        return {field.name: field for field in made}

    def act_hit(self, key: str, on: date) -> Hit:
        """Return how an act is listed; one that no article in force hits cannot be taken."""
        number = next(place for place, act in enumerate(self.acts, 1) if act.key == key)
        hitting = self._service.rulebook.hitting(key, on)
        none = "" if hitting else shown(QT_TRANSLATE_NOOP("desk", "没有施行的条款"))
        return Hit(number, self.acts[number - 1].title, "、".join(cite(one.clause) for one in hitting), disabled=none)

    def _facts(self, day: Callable[[], date]) -> tuple[Field, ...]:
        times = shown(QT_TRANSLATE_NOOP("desk", "次"))
        return (
            PersonField("staff", shown(QT_TRANSLATE_NOOP("desk", "当事人")), self._people, required=True, width=8),
            DateField(
                "occurred_on", shown(QT_TRANSLATE_NOOP("desk", "发生日期")), required=True, today=lambda: self._today
            ),
            TextField("occurred_at", shown(QT_TRANSLATE_NOOP("desk", "时间")), width=4, limit=5, placeholder="14:05"),
            ChoiceField(
                "found_how", shown(QT_TRANSLATE_NOOP("desk", "发现方式")), _choices(FOUND_HOW), required=True, width=7
            ),
            PersonField(
                "act", shown(QT_TRANSLATE_NOOP("desk", "行为")), lambda text: self._find_acts(text, day()),
                required=True, width=26, browse=True,
            ),
            SpinField("times", shown(QT_TRANSLATE_NOOP("desk", "次数")), low=1, high=MOST_TIMES, unit=times),
            MoneyField("fee_fen", shown(QT_TRANSLATE_NOOP("desk", "话费（元）")), capitals=False),
            MoneyField("cost_fen", shown(QT_TRANSLATE_NOOP("desk", "损失（元）")), capitals=False),
            LongTextField("facts", shown(QT_TRANSLATE_NOOP("desk", "事实经过")), limit=2_000, lines=4),
        )  # fmt: skip

    def _decisions(self) -> tuple[Field, ...]:
        closed = self._service.months.closed_names()
        ahead = [month_after(month_of(self._today), place) for place in range(_MONTHS_AHEAD)]
        months = [Choice(month, title_of(month)) for month in ahead if month not in closed]
        only_sums = Choice(ONLY_SUMS, shown(QT_TRANSLATE_NOOP("desk", "（只有金额）")))
        sanctions = [only_sums, *(Choice(key, shown(SANCTIONS[key])) for key in (*DECISIONS, "note"))]
        points, parts = shown(QT_TRANSLATE_NOOP("desk", "分")), shown(QT_TRANSLATE_NOOP("desk", "期"))
        return (
            ChoiceField("clause", shown(QT_TRANSLATE_NOOP("desk", "依据条款")), (), width=16),
            ChoiceField("sanction", shown(QT_TRANSLATE_NOOP("desk", "处理")), sanctions, required=True, width=8),
            SpinField("points", shown(QT_TRANSLATE_NOOP("desk", "扣分")), high=_MOST_POINTS, unit=points),
            MoneyField("fine_fen", self._service.money_word() or shown(QT_TRANSLATE_NOOP("desk", "罚款"))),
            MoneyField("recovery_fen", shown(QT_TRANSLATE_NOOP("desk", "追缴/赔偿"))),
            ChoiceField(
                "execution", shown(QT_TRANSLATE_NOOP("desk", "执行")), _choices(EXECUTIONS), required=True, width=8
            ),
            ChoiceField("first_month", shown(QT_TRANSLATE_NOOP("desk", "从")), months, width=8),
            SpinField(
                "instalments", shown(QT_TRANSLATE_NOOP("desk", "工资起，分")), low=1, high=MOST_INSTALMENTS, unit=parts
            ),
            LongTextField("reason", shown(QT_TRANSLATE_NOOP("desk", "改动理由")), limit=500, lines=2),
        )

    def _people(self, text: str) -> Sequence[Hit]:
        """Return the people a clerk may mean, those who left too."""
        return hits(self._service.staff.find(text), active_only=False)

    def _find_acts(self, text: str, on: date) -> Sequence[Hit]:
        """Return the acts that hold what was typed, or whose letters do; all where nothing was typed."""
        typed = text.casefold()
        return [
            self.act_hit(act.key, on) for act in self.acts if typed in act.title.casefold() or typed in _reading(act)
        ]


def _reading(act: Act) -> str:
    return "".join(initials(act.title)).casefold()


def _choices(pairs: Sequence[tuple[str, str]]) -> list[Choice]:
    return [Choice(key, shown(title)) for key, title in pairs]

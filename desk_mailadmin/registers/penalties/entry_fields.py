"""The fields that a case is entered in: what may be found in them, and what they say once they are filled."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import NeedsConfirmation, UserError
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.names import full_pinyin, initials
from desk_mailadmin.registers.lines.listing import LineRow
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.penalties.entries import MOST_INSTALMENTS, MOST_TIMES, PenaltyEntry
from desk_mailadmin.registers.penalties.proposals import Derived
from desk_mailadmin.registers.penalties.rules import EXECUTIONS, FOUND_HOW
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.rulebook.rules import BLANK, DECISIONS, SANCTIONS, Act, Article, hitting
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.choice_fields import ChoiceField, SpinField
from desk_mailadmin.ui.dialogs.field import Field
from desk_mailadmin.ui.dialogs.files_field import FilesField
from desk_mailadmin.ui.dialogs.message import Message, warning
from desk_mailadmin.ui.dialogs.money_field import MoneyField
from desk_mailadmin.ui.dialogs.person_picker import Hit, PersonField
from desk_mailadmin.ui.dialogs.text_fields import DateField, LongTextField, TextField
from desk_mailadmin.ui.shown import shown

ONLY_SUMS = "sums"
"""The choice of 处理 that leaves it at the sums (and at a stopped line)."""

ASKS = {"fee": "fee_fen", "times": "times", "cost": "cost_fen"}
"""The fields that an act may ask for, by what it calls them."""

_MONTHS_AHEAD = 13
_MOST_POINTS = 100


class CaseFields:
    """Makes the fields of a case and reads them; people and acts are found in the desk's services."""

    def __init__(self, service: PenaltiesService, today: date, choose_file: Callable[[], Path | None]) -> None:
        self._service = service
        self._today = today
        self.acts: Sequence[Act] = service.rulebook.acts()
        evidence = FilesField(
            "evidence",
            shown(QT_TRANSLATE_NOOP("desk", "证据")),
            shown(QT_TRANSLATE_NOOP("desk", "添加文件或扫描件…")),
            choose_file,
        )
        made = (*self._facts(), evidence, *self._decisions())
        self.by_name: dict[str, Field] = {field.name: field for field in made}
        self.by_name["occurred_on"].set_value(today)
        self.by_name["first_month"].set_value(service.months.next_payroll())

    def __getitem__(self, name: str) -> Field:
        return self.by_name[name]

    def picker(self, name: str) -> PersonField:
        """Return one of the two fields in which something is found by a few letters: staff, act."""
        field = self.by_name[name]
        assert isinstance(field, PersonField)
        return field

    def choice(self, name: str) -> ChoiceField:
        """Return a field that offers a list."""
        field = self.by_name[name]
        assert isinstance(field, ChoiceField)
        return field

    def long_text(self, name: str) -> LongTextField:
        """Return a field of several lines: facts, reason."""
        field = self.by_name[name]
        assert isinstance(field, LongTextField)
        return field

    def day(self) -> date:
        """Return the day it happened; today, while that cannot be read."""
        try:
            found = self.by_name["occurred_on"].value()
        except UserError:
            return self._today
        return found if isinstance(found, date) else self._today

    def act(self) -> Act | None:
        """Return the chosen act."""
        number = self.by_name["act"].entry()
        return self.acts[number - 1] if isinstance(number, int) else None

    def act_hit(self, key: str) -> Hit:
        """Return how an act is listed; one that no article in force hits cannot be taken."""
        number = next(place for place, act in enumerate(self.acts, 1) if act.key == key)
        return _listed(number, self.acts[number - 1], self._service.rulebook.articles(self.day()), self.day())

    def asked(self) -> frozenset[str]:
        """Return the fields of figures that the chosen act asks for."""
        act = self.act()
        return frozenset(ASKS[one] for one in act.asks) if act else frozenset()

    def entered(self, clause: str, touched: Collection[str]) -> PenaltyEntry:
        """Return the facts, and the month where the clerk chose one; all else is left to the rulebook.

        ``clause`` is the article the clerk chose, passed over where it does not hit the act that day. Raises UserError
        for what cannot be read, and while nobody is chosen.
        """
        staff, act, asked = self["staff"].entry(), self.act(), self.asked()
        if not isinstance(staff, int):
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选当事人。"), field="staff")
        on = self["occurred_on"].value()
        if on is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填发生日期。"), field="occurred_on")
        hit = self._service.rulebook.hitting(act.key, on) if act else ()
        return PenaltyEntry(
            staff=staff,
            occurred_on=on,
            act=act.key if act else "",
            clause=clause if clause in {one.clause for one in hit} else "",
            occurred_at=self["occurred_at"].value(),
            found_how=self["found_how"].value(),
            facts=self["facts"].value(),
            times=self["times"].value() if "times" in asked else 1,
            fee_fen=self["fee_fen"].value() if "fee_fen" in asked else 0,
            cost_fen=self["cost_fen"].value() if "cost_fen" in asked else 0,
            points=self["points"].value() if self["sanction"].value() == "points" else 0,
            reason=self["reason"].value(),
            first_month=self["first_month"].value() if "first_month" in touched else "",
            instalments=self["instalments"].value(),
        )

    def decided(self, entry: PenaltyEntry, derived: Derived, touched: Collection[str]) -> PenaltyEntry:
        """Return an entry with what the clerk decided otherwise; what was not touched is left to the rulebook."""
        sanctions = None
        if "sanction" in touched and self["sanction"].value():
            chosen = self["sanction"].value()
            stopped = tuple(key for key in derived.proposal.sanctions if key == "line_stop")
            sanctions = (*stopped, *(() if chosen == ONLY_SUMS else (chosen,)))
        return replace(
            entry,
            sanctions=sanctions,
            fine_fen=self["fine_fen"].value() if "fine_fen" in touched else None,
            recovery_fen=self["recovery_fen"].value() if "recovery_fen" in touched else None,
            execution=self["execution"].value() if "execution" in touched else "",
        )

    def offer_lines(self, lines: Sequence[LineRow], meant: LineRow | None) -> bool:
        """Offer the telephones that may be stopped, ``meant`` first; say whether there is anything to choose."""
        others = [row for row in lines if meant is None or row.id != meant.id]
        first = meant.title if meant else shown(QT_TRANSLATE_NOOP("desk", "（没有选，先不停）"))
        rest = [Choice(row.extension or row.number, row.title) for row in others]
        self.choice("line").set_choices([Choice("", first), *rest])
        return len(rest) > (0 if meant else 1)

    def offer_sanctions(self, sums: str) -> None:
        """Offer what may follow; ``sums`` says what there is besides a decision: 罚款, 追缴 + 停机."""
        first = Choice(ONLY_SUMS, sums or shown(QT_TRANSLATE_NOOP("desk", "（只有金额）")))
        rest = [Choice(key, shown(SANCTIONS[key])) for key in (*DECISIONS, "note")]
        self.choice("sanction").set_choices([first, *rest])

    def _facts(self) -> tuple[Field, ...]:
        times = shown(QT_TRANSLATE_NOOP("desk", "次"))
        act = PersonField(
            "act", shown(QT_TRANSLATE_NOOP("desk", "行为")), self._find_acts, required=True, width=22, browse=True
        )
        act.edit.setPlaceholderText(shown(QT_TRANSLATE_NOOP("desk", "打几个字或拼音，↓ 列出全部")))
        return (
            PersonField("staff", shown(QT_TRANSLATE_NOOP("desk", "当事人")), self._people, required=True, width=8),
            DateField(
                "occurred_on", shown(QT_TRANSLATE_NOOP("desk", "发生日期")), required=True, today=lambda: self._today
            ),
            TextField("occurred_at", shown(QT_TRANSLATE_NOOP("desk", "时间")), width=4, limit=5, placeholder="14:05"),
            ChoiceField(
                "found_how", shown(QT_TRANSLATE_NOOP("desk", "发现方式")), _choices(FOUND_HOW), required=True, width=7
            ),
            act,
            MoneyField("fee_fen", shown(QT_TRANSLATE_NOOP("desk", "话费（元）")), required=True, capitals=False),
            SpinField("times", shown(QT_TRANSLATE_NOOP("desk", "次数")), low=1, high=MOST_TIMES, unit=times),
            MoneyField(
                "cost_fen", shown(QT_TRANSLATE_NOOP("desk", "损失（元）")), required=True, capitals=False,
                hint=shown(QT_TRANSLATE_NOOP("desk", "没有损失填 0")),
            ),
            LongTextField(
                "facts", shown(QT_TRANSLATE_NOOP("desk", "事实经过")), limit=2_000, lines=3, required=True,
                checks=(_blanks,),
            ),
        )  # fmt: skip

    def _decisions(self) -> tuple[Field, ...]:
        ahead = self._service.months.open_from(month_of(self._today), _MONTHS_AHEAD)
        months = [Choice(month, title_of(month)) for month in ahead]
        sanctions = [Choice(key, shown(SANCTIONS[key])) for key in (*DECISIONS, "note")]
        points, parts = shown(QT_TRANSLATE_NOOP("desk", "分")), shown(QT_TRANSLATE_NOOP("desk", "期"))
        return (
            ChoiceField("clause", shown(QT_TRANSLATE_NOOP("desk", "依据条款")), (), width=26),
            ChoiceField("sanction", shown(QT_TRANSLATE_NOOP("desk", "处理")), sanctions, required=True, width=9),
            SpinField("points", shown(QT_TRANSLATE_NOOP("desk", "扣分")), high=_MOST_POINTS, unit=points),
            MoneyField("fine_fen", self._service.money_word() or shown(QT_TRANSLATE_NOOP("desk", "罚款"))),
            MoneyField("recovery_fen", shown(QT_TRANSLATE_NOOP("desk", "追缴/赔偿"))),
            ChoiceField("line", shown(QT_TRANSLATE_NOOP("desk", "停机的电话")), (), width=12),
            ChoiceField(
                "execution", shown(QT_TRANSLATE_NOOP("desk", "执行")), _choices(EXECUTIONS), required=True, width=7
            ),
            ChoiceField("first_month", shown(QT_TRANSLATE_NOOP("desk", "从哪月扣起")), months, width=7),
            SpinField("instalments", shown(QT_TRANSLATE_NOOP("desk", "分")), low=1, high=MOST_INSTALMENTS, unit=parts),
            LongTextField("reason", shown(QT_TRANSLATE_NOOP("desk", "改动理由")), limit=500, lines=2),
        )

    def _people(self, text: str) -> Sequence[Hit]:
        """Return the people a clerk may mean, those who left too."""
        return hits(self._service.staff.find(text), active_only=False)

    def _find_acts(self, text: str) -> Sequence[Hit]:
        """Return the acts that hold what was typed, or whose pinyin or first letters do; all for an empty text."""
        typed, on = text.casefold(), self.day()
        articles = self._service.rulebook.articles(on)
        return [
            _listed(place, act, articles, on)
            for place, act in enumerate(self.acts, 1)
            if typed in act.title.casefold() or typed in _reading(act)
        ]


def _listed(number: int, act: Act, articles: Sequence[Article], on: date) -> Hit:
    found = hitting(act.key, articles, on)
    none = "" if found else shown(QT_TRANSLATE_NOOP("desk", "没有施行的条款"))
    return Hit(number, act.title, "、".join(cite(one.clause) for one in found), disabled=none)


def _blanks(facts: str) -> Message | None:
    """Return a warning while the usual words of an act still have blanks."""
    left = facts.count(BLANK)
    said = QT_TRANSLATE_NOOP("desk", "还有 {count} 处空白没有填")
    return warning(shown(said, count=left)) if left else None


def ask_blanks(facts: str, confirmed: Collection[str]) -> None:
    """Raise NeedsConfirmation for facts whose usual words still have blanks: the notice gets its number with them."""
    left = facts.count(BLANK)
    if left and "blanks" not in confirmed:
        told = QT_TRANSLATE_NOOP("desk", "事实经过里还有 {count} 处空白没有填，会照样印在通知单上。")
        raise NeedsConfirmation("blanks", told, count=left)


def _reading(act: Act) -> str:
    return f"{initials(act.title)} {full_pinyin(act.title)}".casefold()


def _choices(pairs: Sequence[tuple[str, str]]) -> list[Choice]:
    return [Choice(key, shown(title)) for key, title in pairs]

"""The entry dialog of a case: facts at the left, the rulebook at the right; people decide (look/ui 05)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.penalties.entries import PenaltyEntry, facts_of
from desk_mailadmin.registers.penalties.entry_fields import ONLY_SUMS, CaseFields
from desk_mailadmin.registers.penalties.entry_pane import RulebookPane
from desk_mailadmin.registers.penalties.printing import print_cases
from desk_mailadmin.registers.penalties.proposals import Derived, settled_entry
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.rulebook.rules import DECISIONS, Act
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.choice_fields import ChoiceField
from desk_mailadmin.ui.dialogs.field import Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.message import warning
from desk_mailadmin.ui.dialogs.money_field import MoneyField
from desk_mailadmin.ui.dialogs.person_picker import PersonField
from desk_mailadmin.ui.dialogs.pieces import Button, holding, label, on_click, row
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import said, shown

DRAFT = "penalty"
_LABEL_WIDTH = 6
_ASKS = {"times": "times", "fee": "fee_fen", "cost": "cost_fen"}


def new_penalty(bench: Any) -> None:
    """Enter a case and show it; its notice is shown for printing at once."""
    record = ask_penalty(bench)
    if record is not None:
        _after(bench, record)


def edit_draft(bench: Any, record: int) -> None:
    """Go on with a draft."""
    saved = ask_penalty(bench, record)
    if saved is not None:
        _after(bench, saved)


def _after(bench: Any, record: int) -> None:
    row_ = bench.services["penalties"].row(record)
    bench.show_record("penalties", record)
    if row_.state == "draft":
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已存草稿，没有编号")))
        return
    bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已开出 {number}"), number=row_.number))
    print_cases(bench, [record])


def ask_penalty(bench: Any, record: int | None = None, start: PenaltyEntry | None = None) -> int | None:
    """Ask for a case and return its id, None where the clerk withdrew.

    ``record`` is a draft to go on with, ``start`` what is known already (a call of a bill, a finding).
    """
    entry = _Entry(bench, record, start)
    dialog = entry.dialog()
    accepted = bench.show_dialog(dialog)
    saved = dialog.result_value if accepted else None
    return saved if isinstance(saved, int) else None


class _Entry:
    """One dialog on its way: its fields, what the rulebook proposes, what the clerk decided otherwise."""

    def __init__(self, bench: Any, record: int | None, start: PenaltyEntry | None) -> None:
        self._bench = bench
        self._service: PenaltiesService = bench.services["penalties"]
        self._record, self._start = record, start
        self._today: date = bench.desk.clock.today()
        self._makes = CaseFields(self._service, self._today)
        self._about_person = label("", "muted")
        self._pane = RulebookPane()
        self._proposed: Derived | None = None
        self._following = False
        self._facts_given = ""
        self._evidence: list[Path] = []
        self._fields: dict[str, Field] = {}
        self._rows: dict[str, FieldRow] = {}

    def dialog(self) -> FormDialog:
        """Return the dialog, showing the draft it goes on with."""
        job = FormJob(
            save=self._save,
            title=shown(QT_TRANSLATE_NOOP("desk", "保存并打印通知单")),
            icon="printer",
            keep_draft=self._keep_draft,
            drop_draft=lambda: self._bench.desk.drafts.drop(self._draft_key),
            save_draft=lambda _values: self._service.draft(self._entry(), self._record),
        )
        dialog = FormDialog(
            shown(QT_TRANSLATE_NOOP("desk", "登记处罚")), self._groups(), job, self._bench.prompter,
            memory=self._bench.memory, key="penalty", beside=self._pane, parent=self._bench.window,
        )  # fmt: skip
        self._connect()
        self._show_start(dialog)
        return dialog

    # the fields

    def _groups(self) -> list[FieldGroup]:
        self._fields = self._makes.fields(self._day)
        self._fields["occurred_on"].set_value(self._today)
        self._evidence_names = label("", "muted")
        return [
            FieldGroup(
                shown(QT_TRANSLATE_NOOP("desk", "事实")),
                FieldRow(self._fields["staff"], after=(self._about_person,)),
                FieldRow(self._fields["occurred_on"], self._fields["occurred_at"], self._fields["found_how"]),
                FieldRow(self._fields["act"], below=True),
                *(self._row(key) for key in _ASKS.values()),
                FieldRow(self._fields["facts"], below=True),
                self._evidence_row(),
            ),
            FieldGroup(
                shown(QT_TRANSLATE_NOOP("desk", "处理")),
                self._row("clause"),
                self._row("sanction", "points"),
                self._row("fine_fen"),
                self._row("recovery_fen"),
                self._row("execution", "first_month", "instalments"),
                FieldRow(self._fields["reason"], below=True),
                note=shown(QT_TRANSLATE_NOOP("desk", "由规则库提出，可以改；改动要写理由")),
            ),
        ]

    def _row(self, *keys: str) -> FieldRow:
        made = FieldRow(*(self._fields[key] for key in keys))
        for key in keys:
            self._rows[key] = made
        return made

    def _evidence_row(self) -> QWidget:
        add = Button(shown(QT_TRANSLATE_NOOP("desk", "添加文件或扫描件…")), "paperclip", "link")
        on_click(add, self._add_evidence)
        caption = label(shown(QT_TRANSLATE_NOOP("desk", "证据")))
        return holding(row(chars(caption, _LABEL_WIDTH) - chars(caption, 2), caption, add, self._evidence_names, None))

    def _connect(self) -> None:
        for field in self._fields.values():
            field.changed.connect(self._follow)
        person, act = self._fields["staff"], self._fields["act"]
        assert isinstance(person, PersonField)
        assert isinstance(act, PersonField)
        act.picked.connect(lambda _hit: self._fields["times"].take_focus())
        self._pane.chosen.connect(self._take_clause)

    def _day(self) -> date:
        try:
            day = self._fields["occurred_on"].value()
        except (KeyError, UserError):
            return self._today
        return day if isinstance(day, date) else self._today

    def _act(self) -> Act | None:
        number = self._fields["act"].entry()
        return self._makes.acts[number - 1] if isinstance(number, int) else None

    # following

    def _follow(self) -> None:
        """Show what the rulebook says now; what the clerk left to it changes with it."""
        if self._following:
            return
        self._following = True
        try:
            self._show_asked()
            self._tell_person()
            self._derive()
        finally:
            self._following = False

    def _show_asked(self) -> None:
        act = self._act()
        asked = {_ASKS[one] for one in act.asks} if act else set()
        for key in _ASKS.values():
            self._set_asked(key, on=key in asked)
        self._set_asked("points", on=self._fields["sanction"].value() == "points")
        payroll = self._fields["execution"].value() == "payroll"
        for key in ("first_month", "instalments"):
            self._fields[key].setEnabled(payroll)

    def _set_asked(self, key: str, *, on: bool) -> None:
        self._fields[key].set_asked(on=on)
        if key == "points":
            self._fields[key].setVisible(on)
        else:
            self._rows[key].setVisible(on)

    def _tell_person(self) -> None:
        staff = self._fields["staff"].entry()
        person = self._service.staff.row(staff) if isinstance(staff, int) else None
        said_ = f"{person.emp_no}　{person.dept}　{person.post}" if person else ""
        self._about_person.setText(said_)
        if person is not None and person.left_on is not None:
            gone = QT_TRANSLATE_NOOP("desk", "{on} 离职，未结清的随最后一次工资结清")
            self._fields["staff"].tell(warning(shown(gone, on=person.left_on)))

    def _derive(self) -> None:
        try:
            entry = self._entry()
            derived = self._service.proposal(entry, self._record or 0)
        except UserError as error:
            self._proposed = None
            if self._act() is not None and self._fields["staff"].entry() is not None:
                self._pane.wait(said(error))
            return
        self._tell_facts(entry)
        self._offer_clauses(derived)
        self._take_proposal(derived)
        self._pane.show_derived(derived, settled_entry(self._entry(), derived))

    def _tell_facts(self, entry: PenaltyEntry) -> None:
        """Fill in the usual words of the act, as long as nobody wrote their own."""
        act, field = self._act(), self._fields["facts"]
        if act is not None and field.entry() in ("", self._facts_given):
            self._facts_given = facts_of(act.facts, entry)
            field.set_value(self._facts_given)

    def _offer_clauses(self, derived: Derived) -> None:
        field = self._fields["clause"]
        assert isinstance(field, ChoiceField)
        offered = {derived.article.clause: derived.article, **{one.clause: one for one, _proposal in derived.rivals}}
        field.set_choices([Choice(key, f"{cite(key)}　{article.title}") for key, article in offered.items()])
        field.set_value(derived.article.clause)
        self._rows["clause"].setVisible(len(offered) > 1)

    def _take_proposal(self, derived: Derived) -> None:
        """Let the fields the clerk has not touched follow the proposal."""
        old, self._proposed = self._proposed, derived
        before = _decided(old) if old else {}
        for key, value in _decided(derived).items():
            field = self._fields[key]
            if not before or field.entry() == _entry_of(field, before[key]) or field.is_empty():
                field.set_value(value)
        if derived.proposal.needs_reason:
            span = f"{derived.proposal.fine_low // 100}—{derived.proposal.fine_high // 100} 元之间"
            has_range = derived.proposal.fine_low != derived.proposal.fine_high
            self._fields["fine_fen"].tell(warning(f"{span}，写明理由") if has_range else None)

    def _take_clause(self, clause: str) -> None:
        field = self._fields["clause"]
        assert isinstance(field, ChoiceField)
        field.set_value(clause)

    # the entry

    def _entry(self) -> PenaltyEntry:
        """Return what is entered; what agrees with the proposal is left to the rulebook."""
        staff, act, values = self._fields["staff"].entry(), self._act(), self._fields
        if not isinstance(staff, int):
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选当事人。"), field="staff")
        on = values["occurred_on"].value()
        if on is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有填发生日期。"), field="occurred_on")
        asked = {_ASKS[one] for one in act.asks} if act else set()
        return PenaltyEntry(
            staff=staff,
            occurred_on=on,
            act=act.key if act else "",
            clause=self._clause(act),
            occurred_at=values["occurred_at"].value(),
            found_how=values["found_how"].value(),
            facts=values["facts"].value(),
            times=values["times"].value() if "times" in asked else 1,
            fee_fen=values["fee_fen"].value() if "fee_fen" in asked else 0,
            cost_fen=values["cost_fen"].value() if "cost_fen" in asked else 0,
            points=values["points"].value() if values["points"].is_asked else 0,
            reason=values["reason"].value(),
            first_month=values["first_month"].value(),
            instalments=values["instalments"].value(),
            source=self._start.source if self._start else "",
            **self._decisions(),
        )

    def _clause(self, act: Act | None) -> str:
        """Return the chosen clause, empty while it may not hit the act that is chosen now."""
        clause = str(self._fields["clause"].value())
        hitting = self._service.rulebook.hitting(act.key, self._day()) if act else ()
        return clause if clause in {one.clause for one in hitting} else ""

    def _decisions(self) -> dict[str, Any]:
        if self._proposed is None:
            return {}
        proposed, found = _decided(self._proposed), {}
        for key in ("fine_fen", "recovery_fen"):
            value = self._fields[key].value()
            found[key] = None if value == proposed[key] else value
        chosen = self._fields["sanction"].value()
        if chosen and chosen != proposed["sanction"]:
            stopped = tuple(key for key in self._proposed.proposal.sanctions if key == "line_stop")
            found["sanctions"] = (*stopped, *(() if chosen == ONLY_SUMS else (chosen,)))
        found["execution"] = self._fields["execution"].value()
        return found

    def _save(self, _values: Mapping[str, Any], confirmed: frozenset[str]) -> int:
        with self._bench.desk.work("penalty.enter") as work:
            record = self._service.enter(self._entry(), self._record, confirmed)
            for path in self._evidence:
                self._bench.desk.attachments.keep(work, "penalty", record, "evidence", path.name, path.read_bytes())
        return record

    def _add_evidence(self) -> None:
        path = self._bench.prompter.open_path(shown(QT_TRANSLATE_NOOP("desk", "选证据文件")))
        if path is not None:
            self._evidence.append(path)
            self._evidence_names.setText("、".join(one.name for one in self._evidence))

    # drafts

    def _keep_draft(self, entries: Mapping[str, Any]) -> None:
        kept = {key: value.isoformat() if isinstance(value, date) else value for key, value in entries.items()}
        self._bench.desk.drafts.put(self._draft_key, {"record": self._record, "entries": kept})

    @property
    def _draft_key(self) -> str:
        return DRAFT if self._record is None else f"{DRAFT}-{self._record}"

    def _show_start(self, dialog: FormDialog) -> None:
        start = self._service.entry(self._record) if self._record is not None else self._start
        if start is not None:
            self._show_entry(start)
        self._follow()
        dialog.start_from_here()
        kept = self._bench.desk.drafts.get(self._draft_key)
        if kept:
            self._restore(dialog, dict(kept.get("entries", {})))

    def _show_entry(self, start: PenaltyEntry) -> None:
        self._fields["staff"].set_value(hits([self._service.staff.row(start.staff)], active_only=False)[0])
        if start.act:
            self._fields["act"].set_value(self._makes.act_hit(start.act, self._day()))
        for key in ("occurred_on", "occurred_at", "found_how", "times", "fee_fen", "cost_fen", "facts", "points",
                    "reason", "instalments"):  # fmt: skip
            self._fields[key].set_value(getattr(start, key))
        self._follow()
        if start.clause:
            self._take_clause(start.clause)
        decided = {"fine_fen": start.fine_fen, "recovery_fen": start.recovery_fen, "execution": start.execution}
        for key, value in {**decided, "first_month": start.first_month}.items():
            if value not in (None, ""):
                self._fields[key].set_value(value)
        if start.sanctions is not None:
            chosen = [key for key in start.sanctions if key in DECISIONS or key == "note"]
            self._fields["sanction"].set_value(chosen[0] if chosen else ONLY_SUMS)

    def _restore(self, dialog: FormDialog, entries: dict[str, Any]) -> None:
        """Show what was entered when the program ended without saving."""
        staff, act = entries.pop("staff", None), entries.pop("act", None)
        if isinstance(staff, int):
            self._fields["staff"].set_value(hits([self._service.staff.row(staff)], active_only=False)[0])
        if isinstance(act, int) and 0 < act <= len(self._makes.acts):
            self._fields["act"].set_value(self._makes.act_hit(self._makes.acts[act - 1].key, self._day()))
        if entries.get("occurred_on"):
            entries["occurred_on"] = date.fromisoformat(entries["occurred_on"])
        dialog.restore(entries)


def _decided(derived: Derived) -> dict[str, Any]:
    """Return what the rulebook proposes, by field."""
    proposal = derived.proposal
    settled = settled_entry(PenaltyEntry(staff=0, occurred_on=date.min, first_month=derived.first_month), derived)
    decisions = [key for key in proposal.sanctions if key in DECISIONS or key == "note"]
    return {
        "sanction": decisions[0] if decisions else ONLY_SUMS,
        "fine_fen": proposal.fine_fen,
        "recovery_fen": proposal.recovery_fen,
        "execution": settled.execution,
        "first_month": derived.first_month,
    }


def _entry_of(field: Field, value: Any) -> Any:
    """Return how a field would keep a proposed value, to see whether it was touched."""
    if isinstance(field, MoneyField):
        return fen_to_text(value) if value else ""
    return value

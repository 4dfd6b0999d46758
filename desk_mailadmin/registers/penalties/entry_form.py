"""The entry dialog of a case: facts at the left, the rulebook at the right; people decide (look/ui 05)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtGui import QTextCursor

from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.months import month_of
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.penalties.entries import PenaltyEntry, facts_of
from desk_mailadmin.registers.penalties.entry_fields import ASKS, ONLY_SUMS, CaseFields, ask_blanks
from desk_mailadmin.registers.penalties.entry_pane import Judged, RulebookPane
from desk_mailadmin.registers.penalties.printing import print_cases
from desk_mailadmin.registers.penalties.proposals import Derived, check_reasoned, departs, settled_entry
from desk_mailadmin.registers.penalties.service import PenaltiesService
from desk_mailadmin.registers.rulebook.rules import BLANK, DECISIONS, figure
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.store.work import UnitOfWork
from desk_mailadmin.ui.dialogs.field import FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.files_field import content_of
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.message import warning
from desk_mailadmin.ui.dialogs.pieces import Button, label, on_click
from desk_mailadmin.ui.shown import said, shown

DRAFT = "penalty"
_LABEL_WIDTH = 6.5
_FOLLOWING = ("sanction", "fine_fen", "recovery_fen", "execution", "first_month")
"""What follows the proposal until the clerk touches it."""


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
    """One dialog on its way: its fields, what the rulebook proposes, what the clerk decided otherwise.

    What is saved follows from the facts and from what was touched, never from the order in which that was entered.
    """

    def __init__(self, bench: Any, record: int | None, start: PenaltyEntry | None) -> None:
        self._bench = bench
        self._service: PenaltiesService = bench.services["penalties"]
        self._record, self._start = record, start
        choose = shown(QT_TRANSLATE_NOOP("desk", "选证据文件"))
        self._fields = CaseFields(
            self._service, bench.desk.clock.today(), lambda: bench.prompter.open_path(choose)
        )  # fmt: skip
        self._about_person = label("", "muted")
        self._pane = RulebookPane()
        self._back = Button(shown(QT_TRANSLATE_NOOP("desk", "恢复规则库的建议")), "rotate-ccw", "link")
        self._rows: dict[str, FieldRow] = {}
        self._touched: set[str] = set()
        self._warned: frozenset[str] = frozenset()
        self._clause = ""
        self._following = False

    def dialog(self) -> FormDialog:
        """Return the dialog, showing the draft it goes on with."""
        job = FormJob(
            save=self._save,
            title=shown(QT_TRANSLATE_NOOP("desk", "保存并打印通知单")),
            icon="printer",
            keep_draft=self._keep_draft,
            drop_draft=lambda: self._bench.desk.drafts.drop(self._draft_key),
            save_draft=lambda _values: self._save_draft(),
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
        fields = self._fields
        return [
            FieldGroup(
                shown(QT_TRANSLATE_NOOP("desk", "事实")),
                FieldRow(fields["staff"], after=(self._about_person,)),
                FieldRow(fields["occurred_on"], fields["occurred_at"]),
                FieldRow(fields["found_how"]),
                FieldRow(fields["act"]),
                *(self._row(key) for key in ASKS.values()),
                self._row("facts"),
                FieldRow(fields["evidence"]),
                label_width=_LABEL_WIDTH,
            ),
            FieldGroup(
                shown(QT_TRANSLATE_NOOP("desk", "处理")),
                self._row("clause"),
                FieldRow(fields["sanction"], after=(self._back,)),
                self._row("points"),
                FieldRow(fields["fine_fen"], fields["recovery_fen"]),
                self._row("line"),
                self._row("execution", "first_month", "instalments"),
                FieldRow(fields["reason"], below=True),
                note=shown(QT_TRANSLATE_NOOP("desk", "由规则库提出，可以改；改动要写理由")),
                label_width=_LABEL_WIDTH,
            ),
        ]

    def _row(self, *keys: str) -> FieldRow:
        made = FieldRow(*(self._fields[key] for key in keys), below="facts" in keys)
        self._rows |= dict.fromkeys(keys, made)
        return made

    def _connect(self) -> None:
        for name, field in self._fields.by_name.items():
            field.changed.connect(partial(self._on_changed, name))
        person, act = self._fields.picker("staff"), self._fields.picker("act")
        person.picked.connect(lambda _hit: self._fields["occurred_on"].take_focus())
        act.picked.connect(lambda _hit: self._go_on())
        self._pane.chosen.connect(self._take_clause)
        on_click(self._back, self._follow_again)

    def _go_on(self) -> None:
        """Put the cursor where the clerk goes on after the act: the first figure, else the first blank of the facts."""
        asked, facts = self._fields.asked(), self._fields.long_text("facts")
        for key in ASKS.values():
            if key in asked:
                self._fields[key].take_focus()
                return
        facts.take_focus()
        facts.edit.moveCursor(QTextCursor.MoveOperation.Start)
        facts.edit.find(BLANK)

    # following

    def _on_changed(self, name: str) -> None:
        if self._following:
            return
        if name in (*_FOLLOWING, "facts"):
            self._touched.add(name)
        if name == "clause":
            self._clause = self._fields.choice("clause").value()
        self._follow()

    def _follow(self) -> None:
        """Show what the rulebook says now; what the clerk left to it changes with it."""
        self._following = True
        try:
            left_on = self._tell_person()
            self._show_asked()
            self._judge(left_on)
        finally:
            self._following = False

    def _show_asked(self) -> None:
        asked = {**dict.fromkeys(ASKS.values(), False), **dict.fromkeys(self._fields.asked(), True)}
        asked["points"] = self._fields["sanction"].value() == "points"
        for key, on in asked.items():
            self._fields[key].set_asked(on=on)
            self._rows[key].setVisible(on)
        payroll = self._fields["execution"].value() in ("", "payroll")
        for key in ("first_month", "instalments"):
            self._fields[key].set_asked(on=payroll)
            self._rows[key].show_field(self._fields[key], on=payroll)

    def _tell_person(self) -> date | None:
        """Say who was chosen; return the day they left, None for who is in office."""
        staff = self._fields["staff"].entry()
        person = self._service.staff.row(staff) if isinstance(staff, int) else None
        self._about_person.setText(f"{person.emp_no}　{person.dept}　{person.post}".strip() if person else "")
        left_on = person.left_on if person else None
        gone = QT_TRANSLATE_NOOP("desk", "{on} 离职")
        self._say("staff", shown(gone, on=left_on) if left_on else "")
        return left_on

    def _judge(self, left_on: date | None) -> None:
        try:
            self._tell_facts()
            entry, derived = self._entry()
            settled = settled_entry(entry, derived)
            self._show_decisions(settled, derived)
            plan = self._service.plan_for(settled, self._record or 0)
        except UserError as error:
            chosen = self._fields.act() is not None and self._fields["staff"].entry() is not None
            self._pane.wait(said(error) if chosen else "")
            self._back.setVisible(False)
            return
        closed = self._service.months.is_closed(month_of(settled.occurred_on))
        self._ask_reason(settled, derived)
        self._offer_lines(settled)
        line = self._service.stops.line_for(settled.staff, self._line())
        self._pane.show_judged(Judged(derived, settled, plan, closed, left_on, line.title if line else ""))

    def _offer_lines(self, settled: PenaltyEntry) -> None:
        """Ask which telephone stops where the person has several; that of the call is offered first."""
        stops, known = self._service.stops, self._known()
        meant = stops.line_for(settled.staff, known.line) if known and known.line else None
        stopped = "line_stop" in (settled.sanctions or ())
        self._rows["line"].setVisible(stopped and self._fields.offer_lines(stops.lines_of(settled.staff), meant))

    def _tell_facts(self) -> None:
        """Fill in the usual words of the act, as long as nobody wrote their own."""
        act = self._fields.act()
        if act is not None and "facts" not in self._touched:
            self._fields["facts"].set_value(facts_of(act.facts, self._fields.entered(self._clause, self._touched)))

    def _show_decisions(self, settled: PenaltyEntry, derived: Derived) -> None:
        """Let the fields the clerk has not touched follow the proposal."""
        self._offer_clauses(derived)
        keys = settled.sanctions or ()
        sums = [derived.article.sanction_title(key) for key in keys if key not in (*DECISIONS, "note")]
        self._fields.offer_sanctions(" + ".join(sums))
        decisions = [key for key in keys if key in DECISIONS or key == "note"]
        values = {
            "sanction": decisions[0] if decisions else ONLY_SUMS,
            "fine_fen": settled.fine_fen,
            "recovery_fen": settled.recovery_fen,
            "execution": settled.execution,
            "first_month": derived.first_month,
        }
        for key, value in values.items():
            if key not in self._touched:
                self._fields[key].set_value(value)
        self._show_asked()

    def _offer_clauses(self, derived: Derived) -> None:
        offered = {derived.article.clause: derived.article, **{one.clause: one for one, _proposal in derived.rivals}}
        field = self._fields.choice("clause")
        field.set_choices([Choice(key, f"{cite(key)}　{article.title}") for key, article in sorted(offered.items())])
        field.set_value(derived.article.clause)
        self._rows["clause"].setVisible(len(offered) > 1)

    def _ask_reason(self, settled: PenaltyEntry, derived: Derived) -> None:
        """Say at once what a reason is wanted for, and offer the way back."""
        self._back.setVisible(departs(settled, derived))
        try:
            check_reasoned(settled, derived)
        except UserError as error:
            self._say("reason", said(error))
        else:
            self._say("reason", "")
        low, high = derived.proposal.fine_low, derived.proposal.fine_high
        self._say("fine_fen", f"{figure(low)}—{figure(high)} 元之间" if low != high else "")

    def _say(self, key: str, sentence: str) -> None:
        """Warn beside a field, and take back what was said before; errors of the field itself stay."""
        if sentence:
            self._fields[key].tell(warning(sentence))
        elif key in self._warned:
            self._fields[key].tell(None)
        self._warned = self._warned | {key} if sentence else self._warned - {key}

    def _follow_again(self) -> None:
        """Leave to the rulebook again what was decided otherwise."""
        self._touched -= {*_FOLLOWING} - {"first_month"}
        self._follow()

    def _take_clause(self, clause: str) -> None:
        self._fields["clause"].set_value(clause)

    # the entry

    def _entry(self) -> tuple[PenaltyEntry, Derived]:
        """Return what is entered, with what was not touched left to the rulebook, and what the rulebook says to it."""
        entry = self._fields.entered(self._clause, self._touched)
        known = self._known()
        entry = replace(entry, source=known.source if known else "", line=self._line())
        derived = self._service.proposal(entry, self._record or 0)
        return self._fields.decided(entry, derived, self._touched), derived

    def _known(self) -> PenaltyEntry | None:
        return self._start or (self._service.entry(self._record) if self._record is not None else None)

    def _line(self) -> str:
        known = self._known()
        return self._fields.choice("line").value() or (known.line if known else "")

    def _save(self, _values: Mapping[str, Any], confirmed: frozenset[str]) -> int:
        ask_blanks(self._fields.long_text("facts").value(), confirmed)
        with self._bench.desk.work("penalty.enter") as work:
            record = self._service.enter(self._entry()[0], self._record, confirmed)
            self._attach(work, record)
        return record

    def _save_draft(self) -> int:
        """Keep the case without a number, however incomplete."""
        try:
            entry, _derived = self._entry()
        except UserError:
            entry = self._fields.entered(self._clause, self._touched)
        with self._bench.desk.work("penalty.draft") as work:
            record = self._service.draft(entry, self._record)
            self._attach(work, record)
        return record

    def _attach(self, work: UnitOfWork, record: int) -> None:
        for path in self._fields["evidence"].value():
            self._bench.desk.attachments.keep(work, "penalty", record, "evidence", path.name, content_of(path))

    # drafts

    def _keep_draft(self, entries: Mapping[str, Any]) -> None:
        kept = {key: value.isoformat() if isinstance(value, date) else value for key, value in entries.items()}
        draft = {"record": self._record, "source": self._source, "entries": kept}
        self._bench.desk.drafts.put(self._draft_key, draft)

    @property
    def _source(self) -> str:
        return self._start.source if self._start else ""

    @property
    def _draft_key(self) -> str:
        if self._record is not None:
            return f"{DRAFT}-{self._record}"
        return f"{DRAFT}-found" if self._start else DRAFT

    def _show_start(self, dialog: FormDialog) -> None:
        start = self._service.entry(self._record) if self._record is not None else self._start
        if start is not None:
            self._show_entry(start)
        self._follow()
        dialog.start_from_here()
        kept = self._bench.desk.drafts.get(self._draft_key)
        if kept and kept.get("source", "") == self._source:
            self._restore(dialog, dict(kept.get("entries", {})))

    def _show_entry(self, start: PenaltyEntry) -> None:
        self._show_whose(start.staff, start.occurred_on, start.act)
        for key in ("occurred_at", "found_how", "times", "fee_fen", "cost_fen", "reason", "instalments"):
            self._fields[key].set_value(getattr(start, key))
        if start.facts:
            self._fields["facts"].set_value(start.facts)
        if start.clause:
            self._take_clause(start.clause)
        decided = {"fine_fen": start.fine_fen, "recovery_fen": start.recovery_fen, "execution": start.execution}
        for key, value in {**decided, "first_month": start.first_month}.items():
            if value not in (None, ""):
                self._fields[key].set_value(value)
        if start.sanctions is not None:
            chosen = [key for key in start.sanctions if key in DECISIONS or key == "note"]
            self._fields["sanction"].set_value(chosen[0] if chosen else ONLY_SUMS)
        self._fields["points"].set_value(start.points)

    def _show_whose(self, staff: Any, on: date, act: str) -> None:
        self._fields["occurred_on"].set_value(on)
        found = hits(self._service.staff.rows([staff]), active_only=False) if isinstance(staff, int) else []
        if found:  # else the person went meanwhile: an undone import, a restore
            self._fields["staff"].set_value(found[0])
        if act in {one.key for one in self._fields.acts}:
            self._fields["act"].set_value(self._fields.act_hit(act))

    def _restore(self, dialog: FormDialog, entries: dict[str, Any]) -> None:
        """Show what was entered when the program ended without saving."""
        number, acts = entries.pop("act", None), self._fields.acts
        act = acts[number - 1].key if isinstance(number, int) and 0 < number <= len(acts) else ""
        day = entries.pop("occurred_on", None)
        self._show_whose(entries.pop("staff", None), date.fromisoformat(day) if day else self._fields.day(), act)
        dialog.restore(entries)

"""What is asked when the work behind an application was done: ticks, the day, and what the form wants entered then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_mailadmin.documents.application_kind import ApplicationKind
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.applications.deeds import CarriedOut
from desk_mailadmin.registers.applications.entries import asked_values, start_values
from desk_mailadmin.registers.applications.entry_fields import EntryFields, kept_values, show_asked
from desk_mailadmin.registers.applications.listing import ApplicationRow
from desk_mailadmin.registers.applications.records import line_of
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.ui.dialogs.choice_fields import ChecksField
from desk_mailadmin.ui.dialogs.field import Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.pieces import label
from desk_mailadmin.ui.dialogs.record_form import all_ticked
from desk_mailadmin.ui.dialogs.text_fields import DateField, LongTextField
from desk_mailadmin.ui.shown import shown

_DONE, _ON = "_done", "_on"


def ask_completion(bench: Any, record: int) -> CarriedOut | None:
    """Ask what carrying out an application needs, do it, and return what came of it; None where the clerk withdrew."""
    service: ApplicationsService = bench.services["applications"]
    row = service.row(record)
    kind = service.asked(row.kind)
    makes = EntryFields(bench)
    fields = {entry.key: makes.field(entry) for entry in kind.completion}
    rows = {key: [FieldRow(field, below=isinstance(field, LongTextField))] for key, field in fields.items()}
    start = start_values(kind.completion)
    for key, field in fields.items():
        field.set_value(row.fields.get(key, start[key]))

    def follow() -> None:
        values = kept_values(kind.completion, {key: _value(field) for key, field in fields.items()})
        show_asked(rows, kind.completion, {**row.fields, **asked_values(kind.completion, values, row.fields)})

    for field in fields.values():
        field.changed.connect(follow)
    day = DateField(
        _ON, shown(QT_TRANSLATE_NOOP("desk", "{deed}日期"), deed=kind.deed), required=True, today=bench.desk.clock.today
    )
    day.set_value(bench.desk.clock.today())
    groups = [
        FieldGroup("", label(_explanation(row, kind), "muted", wrap=True)),
        FieldGroup("", *_ticks(row, kind), FieldRow(day), *(one for lines in rows.values() for one in lines)),
    ]
    job = FormJob(
        save=lambda values, _yes: service.carry_out(record, values[_ON], _completion(kind, values)),
        title=kind.deed,
        icon="key-round",
    )
    dialog = FormDialog(
        f"{kind.deed}　{row.number}",
        groups,
        job,
        bench.prompter,
        size=(660, 300 + 44 * len(fields)),
        memory=bench.memory,
        key=f"completion/{row.kind}",
        parent=bench.window,
    )
    follow()
    dialog.start_from_here()
    carried = dialog.result_value if bench.show_dialog(dialog) else None
    return carried if isinstance(carried, CarriedOut) else None


def _ticks(row: ApplicationRow, kind: ApplicationKind) -> list[FieldRow]:
    """Return the ticks of what must be done first, none where the form names nothing."""
    known = {"name": row.name, "dept": row.dept, "number": row.number, "emp_no": row.emp_no}
    done = [
        Choice(str(place), line_of(kind, text, row.fields, known)) for place, text in enumerate(kind.ticks(row.fields))
    ]
    if not done:
        return []
    title = shown(QT_TRANSLATE_NOOP("desk", "已经做好"))
    return [FieldRow(ChecksField(_DONE, title, done, required=True, checks=(all_ticked(done),), below=True))]


def _explanation(row: ApplicationRow, kind: ApplicationKind) -> str:
    due = f"　{_deadline(row.due_on, kind)}" if row.due_on else ""
    return f"{row.kind_title}　{row.name}（{row.dept}）　{row.subject}{due}"


def _deadline(due: date, kind: ApplicationKind) -> str:
    clause = f"（{cite(kind.deadline_clause)}）" if kind.deadline_clause else ""
    return shown(QT_TRANSLATE_NOOP("desk", "应在 {due} 以前{deed}{clause}"), due=due, deed=kind.deed, clause=clause)


def _completion(kind: ApplicationKind, values: Mapping[str, Any]) -> dict[str, Any]:
    return kept_values(kind.completion, values)


def _value(field: Field) -> Any:
    try:
        return field.value()
    except UserError:
        return None

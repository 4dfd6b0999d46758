"""The entry dialog of an application, made from what its form declares, with the sheet beside it (look/ui 03)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desk_mailadmin.documents.application_kind import ApplicationKind, EntryField, FieldKind, Refusal
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Drawing, Paper
from desk_mailadmin.registers.applications.entries import ApplicationEntry, asked_values, start_values
from desk_mailadmin.registers.applications.entry_fields import EntryFields, kept_values, show_asked
from desk_mailadmin.registers.applications.listing import FormKind
from desk_mailadmin.registers.applications.printed import figures, form_data, person_data
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.mailboxes.service import AddressProposal
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.choice_fields import Option, RadioField
from desk_mailadmin.ui.dialogs.field import Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, ok, warning
from desk_mailadmin.ui.dialogs.person_picker import Hit, PersonField
from desk_mailadmin.ui.dialogs.pieces import Button, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.text_fields import LongTextField, TextField
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import said, shown

DRAFT = "application"
_LONG_HINT = 12  # characters that stand beside a field
_LABEL_WIDTH = 6  # characters of the label column
_FILLED = (
    ("emp_no", QT_TRANSLATE_NOOP("desk", "工号")),
    ("post", QT_TRANSLATE_NOOP("desk", "职务")),
    ("dept", QT_TRANSLATE_NOOP("desk", "部门")),
)
_OF_PERSON = (FieldKind.PERSON, FieldKind.PHONE, FieldKind.MOBILE)


def ask_application(
    bench: Any, form: str, record: int | None = None, like: int | None = None, draft: str = ""
) -> int | None:
    """Ask for an application and return its id, None where the clerk withdrew.

    ``record`` is a draft to go on with, ``like`` an application whose entries the new one begins with (a renewal),
    ``draft`` the key of what was left of an entry whose record went.
    """
    entry = _Entry(bench, form, record, like, draft)
    dialog = entry.dialog()
    accepted = bench.show_dialog(dialog)
    saved = dialog.result_value if accepted else None
    return saved if isinstance(saved, int) else None


def still_of(desk: Any, draft: Mapping[str, Any]) -> bool:
    """Say whether the record a draft was begun on is still that one: after a restore its id may be another's."""
    record = draft.get("record")
    return isinstance(record, int) and draft.get("begun", "") == _begun(desk, record) != ""


def _begun(desk: Any, record: int) -> str:
    """Return when an application was entered, to the second, empty where there is none."""
    history = desk.journal.history("application", record)
    return str(history[-1].at) if history else ""


class _Entry:
    """One dialog on its way: what its fields are made of, what each change fills in, what saving does."""

    def __init__(self, bench: Any, form: str, record: int | None, like: int | None, draft: str) -> None:
        self._bench, self._draft = bench, draft
        self._service: ApplicationsService = bench.services["applications"]
        self._kind: ApplicationKind = self._service.asked(form)
        self._form: FormKind = self._service.kinds[form]
        self._record, self._like = record, like
        self._person: Mapping[str, Any] = {}
        self._staff: int | None = None
        self._drawing: Drawing = bench.services["papers"].drawing(Paper("application", 0, form, "", {}))
        self._today = bench.desk.clock.today()
        self._figures = figures(bench.desk.settings, self._today)
        self._makes = EntryFields(bench)
        self._fields: dict[str, Field] = {}
        self._rows: dict[str, list[FieldRow]] = {}
        self._custom: list[AddressProposal] = []

    def dialog(self) -> FormDialog:
        """Return the dialog, showing the draft it goes on with."""
        groups = self._groups()
        job = FormJob(
            save=self._save,
            title=shown(QT_TRANSLATE_NOOP("desk", "保存并打印 {count} 份"), count=self._copies()),
            icon="printer",
            render=self._render,
            keep_draft=self._keep_draft,
            drop_draft=lambda: self._bench.desk.drafts.drop(self._draft_key),
            save_draft=self._save_draft,
        )
        title = shown(QT_TRANSLATE_NOOP("desk", "新建 {form}"), form=self._form.title)
        dialog = FormDialog(
            title, groups, job, self._bench.prompter, memory=self._bench.memory, key=self._form.form,
            parent=self._bench.window,
        )  # fmt: skip
        self._connect(dialog)
        self._show_start(dialog)
        return dialog

    def _copies(self) -> int:
        return max(1, len(self._drawing.form.spec.copies))

    # the fields

    def _groups(self) -> list[FieldGroup]:
        for entry in self._kind.fields:
            self._fields[entry.key] = self._field(entry)
        for key, title in _FILLED:
            self._fields[f"_{key}"] = TextField(f"_{key}", shown(title), width=14 if key == "dept" else 8)
            self._fields[f"_{key}"].set_filled_in(on=True)
        beside = [entry.key for entry in self._kind.own_fields if entry.kind in _OF_PERSON and entry.when is None]
        rest = [entry for entry in self._kind.own_fields if entry.key not in beside]
        return [
            FieldGroup(
                self._kind.person.label,
                FieldRow(self._fields[self._kind.person.key]),
                FieldRow(self._fields["_emp_no"], self._fields["_post"]),
                FieldRow(self._fields["_dept"]),
                *([self._row(*beside)] if beside else []),
                note=shown(QT_TRANSLATE_NOOP("desk", "选中人后，工号、部门、职务自动带出")),
            ),
            FieldGroup(shown(QT_TRANSLATE_NOOP("desk", "申请内容")), *self._all_rows(rest)),
        ]

    def _field(self, entry: EntryField) -> Field:
        if entry.kind is not FieldKind.PERSON:
            return self._makes.field(entry)
        find = self._makes.anybody if self._kind.leavers else self._makes.people
        return PersonField(entry.key, entry.label, find, add_missing=self._makes.add_missing, required=entry.required)

    def _row(self, *keys: str, below: bool = False) -> FieldRow:
        made = FieldRow(*(self._fields[key] for key in keys), below=below)
        for key in keys:
            self._rows.setdefault(key, []).append(made)
        return made

    def _all_rows(self, entries: Sequence[EntryField]) -> list[QWidget]:
        return [row for entry in entries for row in self._rows_of(entry.key)]

    def _rows_of(self, key: str) -> list[QWidget]:
        field = self._fields[key]
        if not isinstance(field, RadioField):
            return [self._row(key, below=isinstance(field, LongTextField) or self._says_much(key))]
        custom = Button(shown(QT_TRANSLATE_NOOP("desk", "自定义地址…")), "pencil", "link")
        on_click(custom, self._ask_custom)
        rule = label(shown(QT_TRANSLATE_NOOP("desk", "命名规则　{clause}"), clause=cite("004/第八条")), "small")
        indent = chars(field, _LABEL_WIDTH)
        return [self._row(key, below=True), holding(row(indent, custom, rule, None))]

    def _says_much(self, key: str) -> bool:
        """Say whether a field's messages are sentences, which have no room beside it."""
        return len(self._kind.field(key).hint) > _LONG_HINT or any(key == one.when.field for one in self._kind.refusals)

    def _person_field(self) -> PersonField:
        field = self._fields[self._kind.person.key]
        assert isinstance(field, PersonField)
        return field

    def _connect(self, dialog: FormDialog) -> None:
        person = self._person_field()
        person.picked.connect(lambda hit: self._on_picked(dialog, person, hit))
        for entry in self._kind.own_fields:
            self._fields[entry.key].changed.connect(lambda: self._follow(dialog))
            if entry.kind is FieldKind.EXTENSION:
                self._fields[entry.key].changed.connect(lambda: self._fill_known(dialog))

    def _fill_known(self, dialog: FormDialog) -> None:
        """Fill in what a register knows of the number that was entered, where nothing stands yet."""
        if self._staff is None:
            return
        entry = ApplicationEntry(self._staff, self._own(dialog.values()), self._form.form)
        for key, value in self._service.known(entry).items():
            if value and key in self._fields and self._fields[key].is_empty():
                self._fields[key].set_value(value)

    def _follow(self, dialog: FormDialog) -> None:
        """Show what applies now, and say at once what the rules forbid."""
        values = self._own(dialog.values())
        show_asked(self._rows, self._kind.own_fields, values)
        refusal = self._kind.refused(values)
        for entry in self._kind.own_fields:  # what is refused need not be told in full
            self._fields[entry.key].required = entry.required and refusal in (None, *_about(self._kind, entry.key))
        for one in self._kind.refusals:
            field = self._fields[one.when.field]
            if one is refusal:
                field.tell(warning(one.sentence))
            elif refusal is None or refusal.when.field != one.when.field:
                field.tell(None)

    # the person

    def _on_picked(self, dialog: FormDialog, field: PersonField, hit: Hit) -> None:
        self._take_person(hit.id)
        if self._asks_address():
            field.tell(self._standing(hit.id))
        dialog.focus_next_open(field)

    def _asks_address(self) -> bool:
        return any(entry.kind is FieldKind.ADDRESS for entry in self._kind.fields)

    def _take_person(self, staff: int) -> None:
        another = self._staff not in (None, staff)
        self._staff, row = staff, self._service.staff.row(staff)
        self._person = person_data(self._service, staff)
        for key, value in (("emp_no", row.emp_no), ("post", row.post), ("dept", f"{row.branch} / {row.dept}")):
            self._fields[f"_{key}"].fill_in(value)
        known = {"phone": row.extension, "mobile": row.mobile, "extension": row.extension, **self._mailbox_of(staff)}
        for key, value in known.items():
            if key in self._fields and (another or self._fields[key].is_empty()):
                self._fields[key].set_value(value)
        if another:
            self._custom.clear()
        self._offer_addresses()

    def _mailbox_of(self, staff: int) -> dict[str, str]:
        """Return the person's mailbox for each entry that asks for one."""
        asked = [entry.key for entry in self._kind.own_fields if entry.kind is FieldKind.MAILBOX]
        boxes = self._service.mailboxes.of_person(staff) if asked else ()
        usable = [box.address for box in boxes if box.state != "deleted"]
        return dict.fromkeys(asked[:1], next(iter(usable), ""))

    def _standing(self, staff: int) -> Message:
        boxes = [box for box in self._service.mailboxes.of_person(staff) if box.state == "active"]
        if boxes:
            return warning(shown(QT_TRANSLATE_NOOP("desk", "已有邮箱 {address}"), address=boxes[0].address))
        if listed := self._service.staff.row(staff).email:
            return warning(shown(QT_TRANSLATE_NOOP("desk", "花名册上已有邮箱 {address}"), address=listed))
        return ok(shown(QT_TRANSLATE_NOOP("desk", "在职，尚无公司邮箱")))

    # addresses

    def _offer_addresses(self) -> None:
        radios = [field for field in self._fields.values() if isinstance(field, RadioField)]
        if self._staff is None or not radios:
            return
        try:
            row = self._service.staff.row(self._staff)
            branch = self._service.staff.branch_of(self._staff)
            offered = [*self._service.mailboxes.propose(row.name, branch, self._record, self._staff), *self._custom]
        except UserError as error:
            radios[0].tell(Message(MessageKind.ERROR, said(error)))
            offered = list(self._custom)
        radios[0].set_options([_option(one) for one in offered])

    def _ask_custom(self) -> None:
        if self._staff is None:
            return
        service = self._service
        branch = service.staff.branch_of(self._staff)

        def take() -> None:
            domain = service.mailboxes.domain(branch)
            label = shown(QT_TRANSLATE_NOOP("desk", "@ 前面的部分"))
            typed = self._bench.prompter.ask_text(f"@{domain}", label=label)
            if typed:
                local = typed.partition("@")[0]
                self._custom.append(service.mailboxes.judge(f"{local}@{domain}", self._record, self._staff))
                self._offer_addresses()

        self._bench.run(take)

    # the sheet, the entry, the draft

    def _render(self, values: Mapping[str, Any]) -> bytes:
        """Draw the sheet; runs in a thread, so it touches nothing but what was fetched before."""
        own = self._own(values)
        route = self._kind.route_for(str(self._person.get("route", "headquarters")), own) or self._kind.routes[0]
        data = {
            **dict.fromkeys(self._drawing.form.spec.fields, ""),
            **self._drawing.data,
            **self._person,
            **form_data(self._kind, route, own, self._figures, self._today),
        }
        return replace(self._drawing, data=data).sheet([1]).pdf

    def _own(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of the form's own fields as an application keeps them, without those that do not apply."""
        return asked_values(self._kind.own_fields, kept_values(self._kind.own_fields, values))

    def _entry(self, values: Mapping[str, Any]) -> ApplicationEntry:
        if self._staff is None:
            title = self._kind.person.label
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选{title}。"), field=self._kind.person.key, title=title)
        return ApplicationEntry(self._staff, self._own(values), self._form.form)

    def _save(self, values: Mapping[str, Any], confirmed: frozenset[str]) -> int:
        return self._service.enter(self._entry(values), self._record, confirmed)

    def _keep_draft(self, entries: Mapping[str, Any]) -> None:
        """Keep what is entered in a file of the desk, against a crash."""
        own = {key: value for key, value in entries.items() if not key.startswith("_")}
        draft = {
            "form": self._form.form,
            "record": self._record,
            "begun": _begun(self._bench.desk, self._record) if self._record is not None else "",
            "staff": self._staff,
            "entries": own,
            "at": f"{self._bench.desk.clock.now():%m-%d %H:%M}",
        }
        self._bench.desk.drafts.put(self._draft_key, draft)

    def _save_draft(self, values: Mapping[str, Any]) -> int:
        """Keep the application without a number, however incomplete; it must be known whose it is."""
        entry = self._entry(values)
        if self._record is None:
            return self._service.draft(entry)
        self._service.save_draft(self._record, entry)
        return self._record

    @property
    def _draft_key(self) -> str:
        if self._draft:
            return self._draft
        return f"{DRAFT}-{self._form.form}" if self._record is None else f"{DRAFT}-{self._record}"

    def _show_start(self, dialog: FormDialog) -> None:
        values = start_values(self._kind.own_fields)
        known = self._known()
        if known is not None:
            self._person_field().set_value(hits([self._service.staff.row(known.staff)], active_only=False)[0])
            self._staff = known.staff
            self._custom = self._judged(str(known.fields.get("address", "")))
            self._take_person(known.staff)
            values |= known.fields
        for key, value in values.items():
            self._fields[key].set_value(value)
        self._follow(dialog)
        dialog.start_from_here()
        self._restore(dialog)

    def _known(self) -> ApplicationEntry | None:
        """Return what the dialog begins with: the draft, or the application to be renewed without its old dates."""
        if self._record is not None:
            return self._service.entry(self._record)
        if self._like is None:
            return None
        entry, term = self._service.entry(self._like), self._kind.term
        dates = {key for key in (term.start, term.until) if key} if term else set()
        return replace(entry, fields={key: value for key, value in entry.fields.items() if key not in dates})

    def _restore(self, dialog: FormDialog) -> None:
        """Show what was entered when the program ended without saving."""
        kept = self._bench.desk.drafts.get(self._draft_key)
        if not kept or (self._record is not None and not still_of(self._bench.desk, kept)):
            return
        staff = kept.get("staff")
        found = hits(self._service.staff.rows([staff]), active_only=False) if isinstance(staff, int) else []
        if found:  # else the person went meanwhile: an undone import, a restore
            self._person_field().set_value(found[0])
            self._take_person(found[0].id)
        person = self._kind.person.key
        dialog.restore({key: value for key, value in dict(kept.get("entries", {})).items() if key != person})

    def _judged(self, address: str) -> list[AddressProposal]:
        """Return the address of a draft as one that may be chosen; none where it can no longer be an address."""
        try:
            return [self._service.mailboxes.judge(address, self._record, self._staff)] if address else []
        except UserError:
            return []


def _about(kind: ApplicationKind, key: str) -> tuple[Refusal, ...]:
    return tuple(one for one in kind.refusals if one.when.field == key)


def _option(proposal: AddressProposal) -> Option:
    verdict = proposal.verdict
    kind = MessageKind.OK if verdict.free else MessageKind.WARNING if verdict.warning else MessageKind.ERROR
    sentence = shown(verdict.template, **dict(verdict.values))
    return Option(proposal.address, proposal.address, Message(kind, sentence), locked=not verdict.free)

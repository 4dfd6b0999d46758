"""The entry dialog of an application, made from what its form declares, with the sheet beside it (look/ui 03)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desk_mailadmin.documents.application_kind import EntryField, FieldKind
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import mobile
from desk_mailadmin.papers import Drawing, Paper
from desk_mailadmin.registers.applications.entries import ApplicationEntry, start_values
from desk_mailadmin.registers.applications.listing import FormKind
from desk_mailadmin.registers.applications.printed import figures, form_data, person_data
from desk_mailadmin.registers.applications.service import ApplicationsService
from desk_mailadmin.registers.mailboxes.service import AddressProposal
from desk_mailadmin.registers.staff.form import hits, new_person
from desk_mailadmin.registers.staff.rules import check_mobile
from desk_mailadmin.ui.dialogs.choice_fields import ChecksField, ChoiceField, Option, RadioField, SpinField
from desk_mailadmin.ui.dialogs.field import Field, FieldGroup, FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormDialog, FormJob
from desk_mailadmin.ui.dialogs.message import Message, MessageKind, hint, ok, warning
from desk_mailadmin.ui.dialogs.person_picker import Hit, PersonField
from desk_mailadmin.ui.dialogs.pieces import Button, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.text_fields import DateField, LongTextField, TextField
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.shown import said, shown

DRAFT = "application"
_LABEL_WIDTH = 6  # characters of the label column
_FILLED = (
    ("emp_no", QT_TRANSLATE_NOOP("desk", "工号")),
    ("post", QT_TRANSLATE_NOOP("desk", "职务")),
    ("dept", QT_TRANSLATE_NOOP("desk", "部门")),
)


def ask_application(bench: Any, form: str, record: int | None = None) -> int | None:
    """Ask for an application and return its id, None where the clerk withdrew; ``record`` is a draft to go on with."""
    entry = _Entry(bench, form, record)
    dialog = entry.dialog()
    accepted = bench.show_dialog(dialog)
    saved = dialog.result_value if accepted else None
    return saved if isinstance(saved, int) else None


class _Entry:
    """One dialog on its way: what its fields are made of, what each change fills in, what saving does."""

    def __init__(self, bench: Any, form: str, record: int | None) -> None:
        self._bench = bench
        self._service: ApplicationsService = bench.services["applications"]
        self._kind: FormKind = self._service.kinds[form]
        self._record = record
        self._person: Mapping[str, str] = {}
        self._staff: int | None = None
        self._drawing: Drawing = bench.services["papers"].drawing(Paper("application", 0, form, "", {}))
        self._today = bench.desk.clock.today()
        self._figures = figures(bench.desk.settings, self._today)
        self._fields: dict[str, Field] = {}
        self._custom: list[AddressProposal] = []

    def dialog(self) -> FormDialog:
        """Return the dialog, showing the draft it goes on with."""
        groups = self._groups()
        job = FormJob(
            save=lambda values, _yes: self._save(values),
            title=shown(QT_TRANSLATE_NOOP("desk", "保存并打印 {count} 份"), count=self._copies()),
            icon="printer",
            render=self._render,
            keep_draft=self._keep_draft,
            drop_draft=lambda: self._bench.desk.drafts.drop(self._draft_key),
            save_draft=self._save_draft,
        )
        title = shown(QT_TRANSLATE_NOOP("desk", "新建 {form}"), form=self._kind.title)
        dialog = FormDialog(
            title, groups, job, self._bench.prompter, memory=self._bench.memory, key=self._kind.form,
            parent=self._bench.window,
        )  # fmt: skip
        self._connect(dialog)
        self._show_start(dialog)
        return dialog

    def _copies(self) -> int:
        return max(1, len(self._drawing.form.spec.copies))

    def _groups(self) -> list[FieldGroup]:
        person: list[str] = []
        rest: list[str] = []
        for entry in self._kind.application.fields:
            field = self._fields[entry.key] = self._field(entry)
            (person if entry.kind in (FieldKind.PERSON, FieldKind.PHONE, FieldKind.MOBILE) else rest).append(entry.key)
            if entry.clause and field.message is None and entry.kind is FieldKind.NUMBER:
                field.tell(
                    hint(
                        shown(
                            QT_TRANSLATE_NOOP("desk", "上限 {most}，{clause}"),
                            most=f"{entry.most} {entry.unit}".strip(),
                            clause=cite(entry.clause),
                        )
                    )
                )
        for key, title in _FILLED:
            self._fields[f"_{key}"] = TextField(f"_{key}", shown(title), width=14 if key == "dept" else 8)
            self._fields[f"_{key}"].set_filled_in(on=True)
        return [
            FieldGroup(
                shown(QT_TRANSLATE_NOOP("desk", "申请人")),
                FieldRow(self._fields[person[0]]),
                FieldRow(self._fields["_emp_no"], self._fields["_post"]),
                FieldRow(self._fields["_dept"]),
                *([FieldRow(*(self._fields[key] for key in person[1:]))] if person[1:] else []),
                note=shown(QT_TRANSLATE_NOOP("desk", "选中人后，工号、部门、职务自动带出")),
            ),
            FieldGroup(shown(QT_TRANSLATE_NOOP("desk", "申请内容")), *(one for key in rest for one in self._rows(key))),
        ]

    def _rows(self, key: str) -> list[QWidget]:
        field = self._fields[key]
        if not isinstance(field, RadioField):
            return [FieldRow(field, below=isinstance(field, LongTextField))]
        custom = Button(shown(QT_TRANSLATE_NOOP("desk", "自定义地址…")), "pencil", "link")
        on_click(custom, self._ask_custom)
        rule = label(shown(QT_TRANSLATE_NOOP("desk", "命名规则　{clause}"), clause=cite("004/第八条")), "small")
        indent = chars(field, _LABEL_WIDTH)
        return [FieldRow(field, below=True), holding(row(indent, custom, rule, None))]

    def _field(self, entry: EntryField) -> Field:
        key, title = entry.key, entry.label
        match entry.kind:
            case FieldKind.PERSON:
                return PersonField(key, title, self._find, add_missing=self._add_missing, required=entry.required)
            case FieldKind.ADDRESS if entry.required:
                waiting = shown(QT_TRANSLATE_NOOP("desk", "选中申请人后按命名规则给出"))
                return RadioField(key, title, (), required=True, verdicts=True, waiting=waiting)
            case FieldKind.ADDRESS:
                return TextField(
                    key, title, required=entry.required, width=18, limit=entry.most, checks=(self._good_address,)
                )
            case FieldKind.MOBILE:
                return TextField(key, title, required=entry.required, width=10, checks=(_good_mobile,))
            case FieldKind.LONG_TEXT:
                return LongTextField(key, title, required=entry.required, limit=entry.most)
            case FieldKind.CHOICE:
                return ChoiceField(key, title, _choices(entry), required=entry.required)
            case FieldKind.CHOICES:
                return ChecksField(key, title, _choices(entry), required=entry.required)
            case FieldKind.NUMBER:
                return SpinField(key, title, low=entry.least, high=self._most(entry), unit=entry.unit)
            case FieldKind.DATE:
                return DateField(key, title, required=entry.required, today=self._bench.desk.clock.today)
            case _:
                return TextField(key, title, required=entry.required, limit=entry.most, hint=entry.hint)

    def _most(self, entry: EntryField) -> int:
        return self._service.mailboxes.quota_cap() if entry.key == "quota_mb" else entry.most

    def _find(self, text: str) -> Sequence[Hit]:
        return hits(self._service.staff.find(text))

    def _add_missing(self, typed: str) -> Hit | None:
        added = new_person(self._bench, typed)
        return hits([self._service.staff.row(added)])[0] if added is not None else None

    def _connect(self, dialog: FormDialog) -> None:
        person = next(field for field in self._fields.values() if isinstance(field, PersonField))
        person.picked.connect(lambda hit: self._on_picked(dialog, person, hit))

    def _on_picked(self, dialog: FormDialog, field: PersonField, hit: Hit) -> None:
        self._take_person(hit.id)
        field.tell(self._standing(hit.id))
        dialog.focus_next_open(field)

    def _take_person(self, staff: int) -> None:
        another = self._staff not in (None, staff)
        self._staff, row = staff, self._service.staff.row(staff)
        self._person = person_data(self._service, staff)
        for key, value in (("emp_no", row.emp_no), ("post", row.post), ("dept", f"{row.branch} / {row.dept}")):
            self._fields[f"_{key}"].fill_in(value)
        for key, value in (("phone", row.extension), ("mobile", row.mobile)):
            if key in self._fields and (another or self._fields[key].is_empty()):
                self._fields[key].set_value(value)
        if another:
            self._custom.clear()
        self._offer_addresses()

    def _standing(self, staff: int) -> Message:
        boxes = [box for box in self._service.mailboxes.of_person(staff) if box.state == "active"]
        if boxes:
            return warning(shown(QT_TRANSLATE_NOOP("desk", "已有邮箱 {address}"), address=boxes[0].address))
        if listed := self._service.staff.row(staff).email:
            return warning(shown(QT_TRANSLATE_NOOP("desk", "花名册上已有邮箱 {address}"), address=listed))
        return ok(shown(QT_TRANSLATE_NOOP("desk", "在职，尚无公司邮箱")))

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

    def _good_address(self, text: str) -> None:
        if text:
            self._service.mailboxes.checked_address(text)

    def _render(self, values: Mapping[str, Any]) -> bytes:
        """Draw the sheet; runs in a thread, so it touches nothing but what was fetched before."""
        data = {
            **self._drawing.data,
            **self._empty(),
            **self._person,
            **form_data(self._own(values), self._figures, self._today),
        }
        return replace(self._drawing, data=data).sheet([1]).pdf

    def _empty(self) -> dict[str, Any]:
        return dict.fromkeys(self._drawing.form.spec.fields, "") | {"route": "headquarters"}

    def _own(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of the form's own fields as an application keeps them."""
        own: dict[str, Any] = {}
        for entry in self._kind.application.fields:
            if entry.kind is FieldKind.PERSON:
                continue
            value = values.get(entry.key)
            if entry.kind is FieldKind.CHOICES:
                own[entry.key] = [option for option in entry.options if option in (value or ())]
            elif entry.kind is FieldKind.DATE:
                own[entry.key] = value.isoformat() if value else ""
            else:
                own[entry.key] = value if value is not None else ""
        return own

    def _entry(self, values: Mapping[str, Any]) -> ApplicationEntry:
        if self._staff is None:
            raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选申请人。"), field="person")
        return ApplicationEntry(self._staff, self._own(values), self._kind.form)

    def _save(self, values: Mapping[str, Any]) -> int:
        return self._service.enter(self._entry(values), self._record)

    def _keep_draft(self, entries: Mapping[str, Any]) -> None:
        """Keep what is entered in a file of the desk, against a crash."""
        own = {key: value for key, value in entries.items() if not key.startswith("_")}
        draft = {
            "form": self._kind.form,
            "record": self._record,
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
        return DRAFT if self._record is None else f"{DRAFT}-{self._record}"

    def _show_start(self, dialog: FormDialog) -> None:
        values = start_values(self._kind.application)
        if self._record is not None:
            known = self._service.entry(self._record)
            person = next(field for field in self._fields.values() if isinstance(field, PersonField))
            person.set_value(hits([self._service.staff.row(known.staff)])[0])
            self._staff = known.staff
            self._custom = self._judged(str(known.fields.get("address", "")))
            self._take_person(known.staff)
            values |= known.fields
        for key, value in values.items():
            self._fields[key].set_value(value)
        dialog.start_from_here()
        self._restore(dialog)

    def _restore(self, dialog: FormDialog) -> None:
        """Show what was entered when the program ended without saving."""
        kept = self._bench.desk.drafts.get(self._draft_key)
        if not kept:
            return
        staff = kept.get("staff")
        if isinstance(staff, int):
            person = next(field for field in self._fields.values() if isinstance(field, PersonField))
            person.set_value(hits([self._service.staff.row(staff)])[0])
            self._take_person(staff)
        dialog.restore({key: value for key, value in dict(kept.get("entries", {})).items() if key != "person"})

    def _judged(self, address: str) -> list[AddressProposal]:
        """Return the address of a draft as one that may be chosen; none where it can no longer be an address."""
        try:
            return [self._service.mailboxes.judge(address, self._record, self._staff)] if address else []
        except UserError:
            return []


def _option(proposal: AddressProposal) -> Option:
    verdict = proposal.verdict
    kind = MessageKind.OK if verdict.free else MessageKind.WARNING if verdict.warning else MessageKind.ERROR
    sentence = shown(verdict.template, **dict(verdict.values))
    return Option(proposal.address, proposal.address, Message(kind, sentence), locked=not verdict.free)


def _choices(entry: EntryField) -> list[Choice]:
    return [Choice(option, option) for option in entry.options]


def _good_mobile(text: str) -> None:
    check_mobile(mobile(text).value or text)

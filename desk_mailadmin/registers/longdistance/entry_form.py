"""The entry dialog of a long-distance call: the five fields, made for entering many (002/5.四(一))."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.longdistance.entries import LogEntry, checked_time
from desk_mailadmin.registers.longdistance.service import LongDistanceService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit, PersonField
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_AGAIN = "longdistance/again"
_CALL, _TALK, _RIGHT = (
    QT_TRANSLATE_NOOP("desk", "通话"),
    QT_TRANSLATE_NOOP("desk", "内容"),
    QT_TRANSLATE_NOOP("desk", "批准"),
)


class CallForm:
    """One dialog: its start, what it keeps, and what picking a person fills in."""

    def __init__(self, bench: Any, title: str, entry: LogEntry, record: int | None, *, more: bool = False) -> None:
        self._bench, self._title, self._entry, self._record, self._more = bench, title, entry, record, more
        self._service: LongDistanceService = bench.services["longdistance"]
        self.saved: int | None = None
        self.again = False

    def ask(self) -> bool:
        """Show the dialog; say whether an entry was kept."""
        job = FormJob(
            save=self._save,
            title=shown(QT_TRANSLATE_NOOP("desk", "保存")),
            last_saved=self._last(),
        )
        dialog = RecordForm(
            shown(self._title), self._asked(), job, self._bench.prompter, today=self._bench.desk.clock.today,
            size=(760, 640), memory=self._bench.memory, key="longdistance", parent=self._bench.window,
        )  # fmt: skip
        person, line = dialog.field("staff"), dialog.field("line")
        assert isinstance(person, PersonField), "the user is a person"
        person.picked.connect(lambda hit: self._fill_line(line, hit))
        return bool(self._bench.show_dialog(dialog))

    def _asked(self) -> Sequence[Asked]:
        entry = self._entry
        return (
            Asked(name="on_day", title=QT_TRANSLATE_NOOP("desk", "日期"), kind=Asks.DATE, required=True,
                  start=entry.on_day, group=_CALL),
            Asked(name="staff", title=QT_TRANSLATE_NOOP("desk", "使用人"), kind=Asks.PERSON, required=True,
                  find=lambda text: hits(self._service.staff.find(text)), start=self._person(), group=_CALL, width=12),
            Asked(name="line", title=QT_TRANSLATE_NOOP("desk", "使用电话"), kind=Asks.PERSON, required=True,
                  find=self._lines, start=self._line(), group=_CALL, width=10, beside=True),
            Asked(name="callee", title=QT_TRANSLATE_NOOP("desk", "受话人"), required=True, start=entry.callee,
                  group=_CALL, width=12),
            Asked(name="called", title=QT_TRANSLATE_NOOP("desk", "对方号码"), required=True, start=entry.called,
                  group=_CALL, width=10, limit=40, beside=True),
            Asked(name="from_at", title=QT_TRANSLATE_NOOP("desk", "起"), required=True, start=entry.from_at,
                  group=_CALL, width=5, limit=12, checks=(_time_check("from_at"),),
                  hint=QT_TRANSLATE_NOOP("desk", "915、9:15、下午2点5分都行")),
            Asked(name="to_at", title=QT_TRANSLATE_NOOP("desk", "止"), required=True, start=entry.to_at, group=_CALL,
                  width=5, limit=12, checks=(_time_check("to_at"),), beside=True),
            Asked(name="purpose", title=QT_TRANSLATE_NOOP("desk", "联络事项"), required=True, start=entry.purpose,
                  group=_TALK, width=26, limit=200),
            Asked(name="result", title=QT_TRANSLATE_NOOP("desk", "交涉结果"), required=True, start=entry.result,
                  group=_TALK, width=26, limit=200),
            Asked(name="approver", title=QT_TRANSLATE_NOOP("desk", "批准人"), start=entry.approver, group=_RIGHT,
                  width=8,
                  suggest=self._bench.services["departments"].names_in_office,
                  note=QT_TRANSLATE_NOOP("desk", "所长以上人员、有长途权限的话机和有批准单的不用填")),
            Asked(name="private", title=QT_TRANSLATE_NOOP("desk", "用途"), kind=Asks.FLAG, start=entry.private,
                  group=_RIGHT, note=QT_TRANSLATE_NOOP("desk", "私人电话")),
            Asked(name="remark", title=QT_TRANSLATE_NOOP("desk", "备注"), start=entry.remark, group=_RIGHT, width=26,
                  limit=200),
            *self._asked_more(),
        )  # fmt: skip

    def _asked_more(self) -> Sequence[Asked]:
        if not self._more:
            return ()
        note = QT_TRANSLATE_NOOP("desk", "保存后接着登下一条")
        start = self._bench.memory.text(_AGAIN) == "1"
        return (Asked(name="again", title="", kind=Asks.FLAG, start=start, group=_RIGHT, note=note),)

    def _save(self, values: Mapping[str, Any], yes: frozenset[str]) -> None:
        own = {key: value for key, value in values.items() if key in LogEntry.__struct_fields__}
        entry = LogEntry(**own, approval=self._entry.approval)
        if self._record is None:
            self.saved = self._service.enter(entry, yes)
        else:
            self._service.edit(self._record, entry, yes)
            self.saved = self._record
        self.again = bool(values.get("again"))
        if self._more:
            self._bench.memory.keep(_AGAIN, "1" if self.again else "")

    def _last(self) -> dict[str, Any]:
        """Return the values of the entry made last, which Ctrl+D copies field by field."""
        last = self._service.last_entry()
        if last is None:
            return {}
        names = (one.name for one in self._asked() if one.kind is Asks.TEXT or one.name == "on_day")
        return {name: getattr(last, name) for name in names}

    def _person(self) -> Hit | None:
        staff = self._entry.staff
        return hits([self._service.staff.row(staff)])[0] if staff is not None else None

    def _line(self) -> Hit | None:
        return self._hit(self._entry.line) if self._entry.line is not None else None

    def _fill_line(self, field: Any, hit: Hit) -> None:
        """Fill in the set of whoever was picked, where there is one and nothing stands there yet."""
        own = self._service.lines.of_person(hit.id)
        if len(own) == 1 and field.is_empty():
            field.fill_in(self._hit(own[0].id))

    def _lines(self, text: str) -> list[Hit]:
        return [self._hit(record) for record in self._service.sets_like(text)]

    def _hit(self, line: int) -> Hit:
        row = self._service.lines.rows([line])[0]
        return Hit(line, row.title, f"{row.branch}　{row.label or row.holder}".strip(), code=row.number)


def _time_check(field: str) -> Any:
    def check(text: str) -> None:
        checked_time(text, field)

    return check

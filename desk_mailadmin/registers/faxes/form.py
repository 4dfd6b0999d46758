"""What is asked of faxes: a day's log line by line, spot checks, what is to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.times import check_time
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.papers import Papers
from desk_mailadmin.registers.faxes.printed import log_paper
from desk_mailadmin.registers.faxes.rules import FIELDS, LONGEST, FaxEntry, SpotCheck, why_not
from desk_mailadmin.registers.faxes.service import FaxesService
from desk_mailadmin.ui.dialogs.choice_fields import ChoiceField
from desk_mailadmin.ui.dialogs.entry_sheet import EntryColumn, EntrySheet, EntryTable
from desk_mailadmin.ui.dialogs.field import FieldRow
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.frame import DialogFrame
from desk_mailadmin.ui.dialogs.pieces import Banner, Button, column, holding, label, on_click, row
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.dialogs.text_fields import DateField
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.shown import remedy_of, said, shown

_SIZE = (1180, 600)
_MOST_LINES = 60
_YES = frozenset({"1", "y", "Y", "√", "✓", "是", "v", "V"})
_NO = frozenset({"", "0", "n", "N", "×", "否"})


def new_faxes(bench: Any) -> None:
    """Note somebody's faxes of a day, line by line."""
    people = bench.services["salespeople"].counted_on(bench.desk.clock.today())
    if not people:
        sentence = QT_TRANSLATE_NOOP("desk", "还没有销售人员；先在“销售人员”里登记考核谁。")
        bench.run(lambda: _refuse(sentence))
        return
    dialog = FaxDialog(bench, [Choice(str(one.staff), f"{one.name}（{one.dept}）") for one in people])
    if bench.show_dialog(dialog):
        bench.tell(dialog.recorded)


def edit_fax(bench: Any, record: int) -> None:
    """Correct one fax."""
    service = _service(bench)
    entry = service.row(record).entry
    asked = (
        *(
            Asked(name=key, title=title, start=getattr(entry, key), width=18, limit=LONGEST)
            for key, title in FIELDS.items()
        ),
        Asked(name="called", title=QT_TRANSLATE_NOOP("desk", "电话"), kind=Asks.FLAG, start=entry.called,
              note=QT_TRANSLATE_NOOP("desk", "事先打过电话")),
        Asked(name="sent_at", title=QT_TRANSLATE_NOOP("desk", "时间"), start=entry.sent_at, width=4),
    )  # fmt: skip
    dialog = RecordForm(
        shown(QT_TRANSLATE_NOOP("desk", "更正传真记录")),
        asked,
        FormJob(
            save=lambda values, _yes: service.edit(record, FaxEntry(**values)),
            title=shown(QT_TRANSLATE_NOOP("desk", "保存")),
        ),
        bench.prompter,
        today=bench.desk.clock.today,
        size=(620, 440),
        memory=bench.memory,
        key="fax",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已更正传真记录")))


def check_faxes(bench: Any, records: Sequence[int]) -> None:
    """Record what a spot check of faxes found."""
    service = _service(bench)
    rows = service.rows(records)
    results = [
        Choice("true", shown(QT_TRANSLATE_NOOP("desk", "属实"))),
        Choice("false", shown(QT_TRANSLATE_NOOP("desk", "虚报"))),
    ]
    asked = (
        Asked(name="result", title=QT_TRANSLATE_NOOP("desk", "结果"), kind=Asks.CHOICE, required=True, choices=results,
              start="true", width=5),
        Asked(name="by", title=QT_TRANSLATE_NOOP("desk", "抽查人"), required=True, width=8,
              suggest=bench.services["departments"].names_in_office,
              note=QT_TRANSLATE_NOOP("desk", "项目经理（电话制度 2.四）")),
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "日期"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
        Asked(name="finding", title=QT_TRANSLATE_NOOP("desk", "抽查情况"), width=26, limit=200,
              hint=shown(QT_TRANSLATE_NOOP("desk", "虚报的一定要写"))),
    )  # fmt: skip

    def save(values: Any, _yes: frozenset[str]) -> None:
        check = SpotCheck(values["on"], values["by"], values["result"] == "true", values["finding"])
        service.check(records, check)

    dialog = RecordForm(
        shown(QT_TRANSLATE_NOOP("desk", "登记抽查")),
        asked,
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "登记抽查"))),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation="\n".join(f"{one.sent_on:%m-%d} {one.name}　{one.company}　{one.fax}" for one in rows[:6]),
        size=(620, 380),
        memory=bench.memory,
        key="fax_check",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {count} 份传真的抽查"), count=len(rows)))


def uncheck_fax(bench: Any, record: int) -> None:
    """Take a spot check back."""
    bench.run(lambda: _service(bench).uncheck(record))


def remove_fax(bench: Any, record: int) -> None:
    """Take out a fax that was noted by mistake."""
    bench.run(lambda: _service(bench).remove(record))


def print_log(bench: Any) -> None:
    """Print the fax log of a day; the clerk chooses the day where there are several."""

    def work() -> None:
        service = _service(bench)
        days = service.days()
        choices = [Choice(str(day), str(day)) for day in days]
        question = shown(QT_TRANSLATE_NOOP("desk", "打印哪一天的传真记录？"))
        key = choices[0].key if len(choices) == 1 else bench.prompter.choose(question, choices)
        day = next((one for one in days if str(one) == key), None)
        if day is None:
            return
        papers: Papers = bench.services["papers"]
        paper = log_paper(day, service.log_of(day))
        if print_drawings(bench, [papers.drawing(paper)], lambda _record: paper, blank=False):
            bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已打印 {day} 传真记录"), day=day))

    bench.run(work)


class FaxDialog(DialogFrame):
    """A day's log of one person; ``recorded`` says afterwards what was noted."""

    def __init__(self, bench: Any, people: Sequence[Choice]) -> None:
        title = shown(QT_TRANSLATE_NOOP("desk", "登记传真"))
        super().__init__(title, _SIZE, memory=bench.memory, key="faxes", parent=bench.window)
        self._bench, self.recorded = bench, ""
        self.person = ChoiceField("person", self.tr("发送人"), people, required=True, width=14)
        today = bench.desk.clock.today
        self.on = DateField("on", self.tr("日期"), required=True, today=today)
        self.on.set_value(today())
        self.table = EntryTable(_columns(), blank=FaxEntry, most=_MOST_LINES, parent=self)
        self.view = EntrySheet(self.table, title)
        self._banner, self._sum = Banner("red", ""), label("", "b")
        self._build()
        self.table.edited.connect(self._show_sum)
        self.table.refused.connect(self._refuse)
        self.table.show_lines([])
        self.view.begin()

    def entries(self) -> list[FaxEntry]:
        """Return the lines in which something stands."""
        return [line for line in self.table.lines if not line.is_blank()]

    def save(self) -> None:
        """Note the whole sheet, or nothing; what cannot stand is said above it."""
        self._banner.hide()
        self.view.setFocus()  # what is still being typed is taken, or refused
        day = self.on.value() if self.on.check() else None
        if not self.person.check():
            self.person.take_focus()
            return
        if not self._banner.isHidden() or day is None:
            return
        try:
            noted = _service(self._bench).enter(int(self.person.value()), day, self.entries())
        except (UserError, EnvironmentFault) as error:
            self._refuse(f"{said(error)}{remedy_of(error) if isinstance(error, EnvironmentFault) else ''}")
            return
        self.recorded = shown(QT_TRANSLATE_NOOP("desk", "已登记 {count} 份传真"), count=len(noted))
        self.accept()

    def reject(self) -> None:
        """Close; asks only if something was entered."""
        question, verb = self.tr("填写的传真还没有登记。"), self.tr("放弃")
        if not self.entries() or self._bench.prompter.confirm(question, verb, danger=True):
            super().reject()

    def _build(self) -> None:
        note = self.tr("联系人、职务、单位、电话、传真都填，并且事先打过电话的才计入（电话制度 2.五）。")
        body = column(
            row(FieldRow(self.person, self.on), None), label(note, "muted"), self._banner, spacing=8,
            margins=(16, 12, 16, 8),
        )  # fmt: skip
        body.addWidget(self.view, 1)
        body.addWidget(self._sum)
        cancel, save = Button(self.tr("取消")), Button(self.tr("登记传真"), "save", "primary")
        on_click(cancel, self.reject)
        on_click(save, self.save)
        self.make_primary(save)
        hint = label(self.tr("Tab 向右，回车向下，空格打勾；可以粘贴 Excel 的几列。"), "small")
        self.lay_out(holding(body), hint, None, cancel, save)

    def _show_sum(self) -> None:
        self._banner.hide()
        entries = self.entries()
        counted = sum(not why_not(entry) for entry in entries)
        words = QT_TRANSLATE_NOOP("desk", "{count} 份，计入 {counted} 份，不计 {void} 份")
        self._sum.setText(shown(words, count=len(entries), counted=counted, void=len(entries) - counted))

    def _refuse(self, sentence: str) -> None:
        self._banner.say("red", sentence)
        self._banner.show()


def _columns() -> tuple[EntryColumn, ...]:
    widths = {"contact": 6, "post": 6, "company": 12, "phone": 10, "fax": 10}
    texts = (
        EntryColumn(shown(title), partial(_text, key), partial(_put, key), widths[key]) for key, title in FIELDS.items()
    )
    return (
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "时间")), lambda line: str(line.sent_at),
            lambda line, text: replace(line, sent_at=check_time(text) if text else ""), 4,
        ),
        *texts,
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "先打电话")), lambda line: "√" if line.called else "", _tick, is_tick=True
        ),
        EntryColumn(
            shown(QT_TRANSLATE_NOOP("desk", "不计的原因")), lambda line: "" if line.is_blank() else why_not(line),
            width=0, warns=True,
        ),
    )  # fmt: skip


def _text(key: str, line: FaxEntry) -> str:
    return str(getattr(line, key))


def _put(key: str, line: FaxEntry, text: str) -> FaxEntry:
    changed: dict[str, Any] = {key: text[:LONGEST]}
    return replace(line, **changed)


def _tick(line: FaxEntry, text: str) -> FaxEntry:
    if text not in _YES | _NO:
        raise UserError(QT_TRANSLATE_NOOP("desk", "打过电话的写 1 或 √，没有的空着。"))
    return replace(line, called=text in _YES)


def _refuse(sentence: str) -> None:
    raise UserError(sentence)


def _service(bench: Any) -> FaxesService:
    service: FaxesService = bench.services["faxes"]
    return service

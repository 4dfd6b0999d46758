"""What is asked of the journal: a record opened, what a row changed, digits from paper held against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.journal.listing import JournalRow
from desk_mailadmin.registers.journal.rules import is_derived
from desk_mailadmin.registers.journal.service import JournalService
from desk_mailadmin.store.journal import Head
from desk_mailadmin.store.journal_anchor import Held
from desk_mailadmin.store.values import shown as shown_value
from desk_mailadmin.ui.dialogs.changes_dialog import ChangeLine, ChangesDialog
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.record_form import Asked, RecordForm
from desk_mailadmin.ui.shown import shown

_TITLE = QT_TRANSLATE_NOOP("desk", "核对纸上的校验码")
_EXPLANATION = QT_TRANSLATE_NOOP(
    "desk",
    "签过字的表页脚、办公台账和检查报告上，印着当时日志的条数和 16 位校验码。照着输进来，看日志里是不是还是那一条。",
)
_HELD = QT_TRANSLATE_NOOP("desk", "相符。日志第 {number} 条还是纸上印的那一条，到它为止的记录没有改过、删过。")
_HELD_BUT = QT_TRANSLATE_NOOP("desk", "纸上的校验码还在日志里，但是逐条核对发现了问题：{found}")
_OTHERWISE = QT_TRANSLATE_NOOP(
    "desk",
    "不符。日志第 {number} 条现在的校验码是 {digits}，不是纸上的 {typed}："
    "那张纸打印以后日志被重做过，或者那张纸是别的台账打印的。",
)
_MISSING = QT_TRANSLATE_NOOP(
    "desk",
    "不符。日志现在只到第 {last} 条，没有纸上的第 {number} 条：那张纸打印以后日志被截去一段，或者恢复过更早的备份。",
)
_REMEDY = QT_TRANSLATE_NOOP(
    "desk",
    "先对着纸再看一遍数字。还是不符，就留好这张纸，把整个台账文件夹复制一份，打印检查报告，和当时的备份对照。",
)


def open_record(bench: Any, record: int) -> None:
    """Go to the record a row is about."""
    row = _service(bench).row(record)
    if not row.register:
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "“{kind}”没有自己的页，这一条只在日志里。"), kind=shown(row.kind_title)
        )
    bench.show_record(row.register, row.record)


def show_changes(bench: Any, record: int) -> None:
    """Show what a row changed from what to what; that somebody looked is journalled, for it may be personal data."""
    service = _service(bench)
    row = service.row(record)
    lines = [
        ChangeLine(
            bench.field_title(row.register, field),
            bench.field_text(row.register, field, shown_value(old)),
            bench.field_text(row.register, field, shown_value(new)),
        )
        for field, old, new in service.changes(record)
        if not is_derived(field)
    ]
    if not lines:
        raise UserError(QT_TRANSLATE_NOOP("desk", "这一条没有记下改动，或者已按保存期限清除。"))
    _note(bench, row)
    title = shown(QT_TRANSLATE_NOOP("desk", "日志第 {number} 条改了什么"), number=row.id)
    bench.show_dialog(ChangesDialog(title, row.text, lines, memory=bench.memory, parent=bench.window))


def check_anchor(bench: Any) -> None:
    """Ask for number and digits from paper, and say whether the journal still holds them."""
    service = _service(bench)
    answer: list[tuple[Head, Held]] = []

    def look(values: Mapping[str, Any], _yes: frozenset[str]) -> None:
        answer.append(service.held(values["number"], values["digits"]))

    asked = (
        Asked(name="number", title=QT_TRANSLATE_NOOP("desk", "日志第几条"), required=True, width=7, limit=20),
        Asked(name="digits", title=QT_TRANSLATE_NOOP("desk", "校验码"), required=True, width=16, limit=40,
              note=QT_TRANSLATE_NOOP("desk", "16 位数字和字母，空格和大小写不要紧")),
    )  # fmt: skip
    job = FormJob(save=look, title=shown(QT_TRANSLATE_NOOP("desk", "核对")), icon="shield-check")
    dialog = RecordForm(
        shown(_TITLE),
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=shown(_EXPLANATION),
        size=(560, 300),
        memory=bench.memory,
        key="anchor",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        _say(bench, *answer[-1])


def _say(bench: Any, typed: Head, answer: Held) -> None:
    match answer:
        case Held.YES:
            _say_held(bench, typed)
        case Held.OTHERWISE:
            digits = Head(typed.seq, _service(bench).row(typed.seq).hash).short
            bench.prompter.warn(shown(_OTHERWISE, number=typed.seq, digits=digits, typed=typed.hash), shown(_REMEDY))
        case Held.MISSING:
            last = _service(bench).head().seq
            bench.prompter.warn(shown(_MISSING, number=typed.seq, last=last), shown(_REMEDY))


def _say_held(bench: Any, typed: Head) -> None:
    """A row that is still there vouches for those before it only if the chain up to it is whole."""
    title = shown(QT_TRANSLATE_NOOP("desk", "正在逐条核对日志"))
    found = bench.hold(title, lambda _report: bench.desk.check(), stoppable=False)
    earlier = [one for one in found if one.seq <= typed.seq]
    if earlier:
        bench.prompter.warn(shown(_HELD_BUT, found=shown(earlier[0].template, **earlier[0].values)), shown(_REMEDY))
    else:
        bench.prompter.inform(shown(_HELD, number=typed.seq))


def _note(bench: Any, row: JournalRow) -> None:
    with bench.desk.work("journal.changes") as work:
        work.looked(row.kind, row.record, QT_TRANSLATE_NOOP("desk", "查看日志第 {number} 条的改动"), number=row.id)


def _service(bench: Any) -> JournalService:
    service: JournalService = bench.services["journal"]
    return service

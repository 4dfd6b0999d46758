"""What the clerk does with calls: private ones found out, those nobody was found for, remarks, assigning again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.ledger_view import MONTH, bounds
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.calls.deeds import Assigned
from desk_mailadmin.registers.calls.listing import CallRow
from desk_mailadmin.registers.calls.service import CallsService
from desk_mailadmin.registers.lines.listing import holder_text
from desk_mailadmin.registers.months.rules import title_of
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

SMALL = (600, 300)
_FOUND = 20


def mark_private(bench: Any, ids: Sequence[int]) -> None:
    """Ask whose private calls these were (002/15.一.5)."""
    service = _service(bench)
    rows = service.rows(ids)
    people = {row.staff for row in rows}
    start = hits(bench.services["staff"].rows(list(people)), active_only=False)[0] if _one(people) else None
    asked = (
        Asked(name="staff", title=QT_TRANSLATE_NOOP("desk", "谁打的"), kind=Asks.PERSON, required=True, start=start,
              find=lambda text: hits(bench.services["staff"].find(text), active_only=False)),
        Asked(name="note", title=QT_TRANSLATE_NOOP("desk", "备注"), width=26, limit=200),
    )  # fmt: skip
    why = QT_TRANSLATE_NOOP("desk", "{calls}。私话费由本人承担；要处罚的，在“核查”里登记。")

    def keep(values: Mapping[str, Any]) -> None:
        service.mark_private(ids, values["staff"], values["note"])

    if _ask(bench, QT_TRANSLATE_NOOP("desk", "认定私话"), asked, keep, shown(why, calls=_in_short(rows))):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已认定 {count} 通私话"), count=len(rows)))


def unmark_private(bench: Any, ids: Sequence[int]) -> None:
    """Take back that calls were private."""
    _service(bench).unmark_private(ids)
    bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已取消 {count} 通私话"), count=len(ids)))


def assign_calls(bench: Any, ids: Sequence[int]) -> None:
    """Ask whose calls these were that nobody was found for."""
    service = _service(bench)
    rows = service.rows(ids)
    asked = (
        Asked(name="line", title=QT_TRANSLATE_NOOP("desk", "线路"), kind=Asks.PERSON,
              find=lambda text: _lines(service, text), note=QT_TRANSLATE_NOOP("desk", "输入分机或号码")),
        Asked(name="staff", title=QT_TRANSLATE_NOOP("desk", "责任人"), kind=Asks.PERSON,
              find=lambda text: hits(bench.services["staff"].find(text), active_only=False),
              note=QT_TRANSLATE_NOOP("desk", "不填就是线路当时的责任人")),
    )  # fmt: skip
    why = QT_TRANSLATE_NOOP("desk", "{calls}。分配以后重新认人也不改；两样都留空，就退回按线路认。")

    def keep(values: Mapping[str, Any]) -> None:
        service.assign_by_hand(ids, values["line"], values["staff"])

    if _ask(bench, QT_TRANSLATE_NOOP("desk", "分配通话"), asked, keep, shown(why, calls=_in_short(rows))):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已分配 {count} 通通话"), count=len(rows)))


def note_call(bench: Any, ids: Sequence[int]) -> None:
    """Ask for the remark beside a call."""
    service = _service(bench)
    row = service.row(ids[0])
    asked = (Asked(name="note", title=QT_TRANSLATE_NOOP("desk", "备注"), width=30, limit=200, start=row.remark),)
    if _ask(
        bench, QT_TRANSLATE_NOOP("desk", "通话备注"), asked, lambda values: service.note(row.id, values["note"]),
        _in_short([row]),
    ):  # fmt: skip
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存备注")))


def assign_again(bench: Any, ids: Sequence[int]) -> None:
    """Assign the months shown, those of the calls given, or those that are not up to date."""
    service = _service(bench)
    months = sorted(service.months_of(ids)) if ids else _months_shown(bench, service)
    title = shown(QT_TRANSLATE_NOOP("desk", "按线路认人"))
    done: tuple[Assigned, ...] = bench.hold(title, lambda report: service.assign(months, report), stoppable=False)
    bench.tell(_said(done))


def _months_shown(bench: Any, service: CallsService) -> list[str]:
    first, last = bounds(bench.asked("calls").filters.get(MONTH, ""))
    known = sorted({*service.month_counts(), *service.outdated()})
    shown_ones = [month for month in known if not first or first <= month <= last]
    return shown_ones or service.outdated()


def _said(done: Sequence[Assigned]) -> str:
    if not done:
        return shown(QT_TRANSLATE_NOOP("desk", "没有要认人的通话"))
    calls, still_open = sum(one.calls for one in done), sum(one.open_calls for one in done)
    clock = next((one.clock_seconds for one in done if one.clock_seconds), None)
    words = shown(QT_TRANSLATE_NOOP("desk", "{month}起 {calls} 通已按线路认人，{still} 通认不到"),
                  month=title_of(done[0].month), calls=f"{calls:,}", still=f"{still_open:,}")  # fmt: skip
    if clock is None:
        return words
    ahead = QT_TRANSLATE_NOOP("desk", "；交换机时钟快约 {seconds} 秒")
    behind = QT_TRANSLATE_NOOP("desk", "；交换机时钟慢约 {seconds} 秒")
    return words + shown(ahead if clock > 0 else behind, seconds=abs(clock))


def _lines(service: CallsService, text: str) -> list[Hit]:
    from desk_mailadmin.kernel.table import Query

    lines = service.lines
    rows = lines.rows(lines.keys(Query(search=text))[:_FOUND])
    return [
        Hit(row.id, row.title, f"{holder_text(row)}　{row.dept}".strip(), "", phone_shown(row.number)) for row in rows
    ]


def _ask(
    bench: Any, title: str, asked: Sequence[Asked], keep: Callable[[Mapping[str, Any]], None], explanation: str
) -> bool:
    dialog = RecordForm(
        shown(title),
        asked,
        FormJob(save=lambda values, _yes: keep(values), title=shown(QT_TRANSLATE_NOOP("desk", "保存"))),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=explanation,
        size=SMALL,
        memory=bench.memory,
        key="call",
        parent=bench.window,
    )
    return bool(bench.show_dialog(dialog))


def _in_short(rows: Sequence[CallRow]) -> str:
    """Return calls in one line: a single one as it is, several by count and sum."""
    fee = fen_to_text(sum(row.fee_fen for row in rows))
    if len(rows) == 1:
        row = rows[0]
        said = QT_TRANSLATE_NOOP("desk", "{at} 从 {line} 打到 {called}，{fee} 元")
        line = row.extension or phone_shown(row.number)
        return shown(said, at=f"{row.started_at:%Y-%m-%d %H:%M}", line=line, called=row.called, fee=fee)
    return shown(QT_TRANSLATE_NOOP("desk", "{count} 通，共 {fee} 元"), count=len(rows), fee=fee)


def _one(people: set[int | None]) -> bool:
    return len(people) == 1 and None not in people


def _service(bench: Any) -> CallsService:
    service: CallsService = bench.services["calls"]
    return service

"""What is asked of the people who sell by telephone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.table import Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.salespeople.rules import MOST_MONTHS, SalespersonEntry
from desk_mailadmin.registers.salespeople.service import SalespeopleService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_SINCE = QT_TRANSLATE_NOOP("desk", "考核起始日期")
_EARLIER = QT_TRANSLATE_NOOP("desk", "此前从事电话行销")
_MONTHS = QT_TRANSLATE_NOOP("desk", "个月")


def new_salespeople(bench: Any) -> None:
    """Have people's calls and faxes counted: one, several, a whole department."""
    service = _service(bench)

    def save(values: Mapping[str, Any], _yes: frozenset[str]) -> int:
        since, earlier = values["since"], values["earlier_months"]
        entries = [replace(service.proposed(staff, since), earlier_months=earlier) for staff in values["people"]]
        return len(service.add_all(entries))

    note = QT_TRANSLATE_NOOP(
        "desk",
        "入司日期取自花名册；没有的按起始日期算。入司不足半年、此前又不足一年的是新员工（电话制度 2.二）。",
    )
    dialog = RecordForm(
        shown(QT_TRANSLATE_NOOP("desk", "登记销售人员")),
        _asked(bench),
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "保存"))),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=shown(note),
        size=(720, 480),
        memory=bench.memory,
        key="salespeople",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已登记 {count} 名销售人员"), count=dialog.result_value))


def edit_salesperson(bench: Any, record: int) -> None:
    """Change when somebody joined and how long they sold by telephone before."""
    service = _service(bench)
    row = service.row(record)

    def save(values: Mapping[str, Any], _yes: frozenset[str]) -> None:
        service.edit(record, SalespersonEntry(staff=row.staff, **values))

    asked = (
        Asked(name="joined_on", title=QT_TRANSLATE_NOOP("desk", "入司日期"), kind=Asks.DATE, required=True,
              start=row.joined_on),
        Asked(name="earlier_months", title=_EARLIER, kind=Asks.NUMBER, start=row.earlier_months, high=MOST_MONTHS,
              unit=shown(_MONTHS)),
        Asked(name="since", title=_SINCE, kind=Asks.DATE, required=True, start=row.since),
        Asked(name="remark", title=QT_TRANSLATE_NOOP("desk", "备注"), start=row.remark, width=24, limit=200),
    )  # fmt: skip
    dialog = RecordForm(
        shown(QT_TRANSLATE_NOOP("desk", "修改销售人员")),
        asked,
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "保存"))),
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=f"{row.name}（{row.dept}）　{row.emp_no}",
        size=(620, 360),
        memory=bench.memory,
        key="salesperson",
        parent=bench.window,
    )
    if bench.show_dialog(dialog):
        bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已保存{name}"), name=row.name))


def end_salesperson(bench: Any, record: int) -> None:
    """Stop counting somebody's calls and faxes."""
    question = shown(QT_TRANSLATE_NOOP("desk", "哪一天起不再考核？"))
    on = bench.prompter.ask_date(question, start=bench.desk.clock.today())
    if on is not None:
        bench.run(lambda: _service(bench).end(record, on))


def resume_salesperson(bench: Any, record: int) -> None:
    """Count somebody's calls and faxes again."""
    bench.run(lambda: _service(bench).resume(record))


def _service(bench: Any) -> SalespeopleService:
    service: SalespeopleService = bench.services["salespeople"]
    return service


def _asked(bench: Any) -> tuple[Asked, ...]:
    staff = bench.services["staff"]

    def members(dept: str) -> Sequence[Hit]:
        return hits(staff.rows(staff.keys(Query(segment="active", filters={"dept": dept}))))

    return (
        Asked(
            name="people", title=QT_TRANSLATE_NOOP("desk", "销售人员"), kind=Asks.PEOPLE, required=True,
            choices=staff.choices("dept"), find=lambda words: hits(staff.find(words)), members=members,
        ),
        Asked(name="since", title=_SINCE, kind=Asks.DATE, required=True, start=bench.desk.clock.today()),
        Asked(
            name="earlier_months", title=_EARLIER, kind=Asks.NUMBER, start=0, high=MOST_MONTHS, unit=shown(_MONTHS)
        ),
    )  # fmt: skip

"""What the panel beside the list says of a confirmation: its edition, the steps of its sheet, who has full copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.tree_view import Picked, Progress, Tier
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.editions.listing import ConfirmationRow, EditionRow
from desk_mailadmin.registers.editions.rules import LIFECYCLE, STATES
from desk_mailadmin.registers.editions.service import EditionsService

SHEET = "directory_confirmation"
"""The form of the sheet that a department's head ticks and signs."""


def confirmation_detail(service: EditionsService, record: int) -> Detail:
    """Return the panel of one confirmation."""
    row = service.row(record)
    edition = service.edition(row.edition_id)
    copies = "、".join(f"{copy.copy_no:03} {copy.name}" for copy in service.copies(edition.id))
    facts = (
        Fact("版次", f"{edition.name}　{STATES[edition.state]}"),
        Fact("发布", str(edition.issued_on or "")),
        Fact("各部门", _counted(edition)),
        Fact("负责人", row.head),
        Fact("本部门", f"{row.entries} 条"),
        Fact("说明", row.note),
        Fact("催过", f"{row.reminded} 次，最近 {row.reminded_on:%m-%d}" if row.reminded_on else ""),
        Fact("完整版", copies),
    )
    return Detail(
        f"{row.dept}",
        f"{row.branch}　{row.number}",
        LIFECYCLE.state(row.state),
        tuple(fact for fact in facts if fact.value),
        _steps(service, row),
        "确认",
        service.history("edition_confirmation", record),
        SHEET,
    )


def _counted(edition: EditionRow) -> str:
    missing = f"，还差 {edition.missing} 个" if edition.missing else ""
    return f"已确认 {edition.confirmed}/{edition.departments}{missing}"


def _steps(service: EditionsService, row: ConfirmationRow) -> tuple[Step, ...]:
    scans = service.attached("edition_confirmation", row.id)
    waits = row.state == "pending" and not row.printed
    printed = Step(
        "打印确认单",
        StepState.DONE if row.printed else StepState.NOW if waits else StepState.TODO,
        f"交{row.head or '部门负责人'}核对签字" if waits else "" if row.printed else "没有打印过",
        actions=("print_sheets",) if waits else (),
    )
    if row.state == "pending":
        state = StepState.NOW if row.printed else StepState.TODO
        return printed, Step("部门确认", state, row.progress, late=row.late, actions=("confirm",), attachments=scans)
    done = StepState.REFUSED if row.state == "lapsed" else StepState.DONE
    said = f"{row.confirmed_on}　{row.progress}" if row.confirmed_on else "没有确认"
    return printed, Step("部门确认", done, said, attachments=scans)


# what editions add to the directory's tab


def progress_of(service: EditionsService, today: Callable[[], date]) -> Progress | None:
    """Return how many departments confirmed the newest edition, with the way to print the sheets that are missing."""
    newest = service.newest()
    if newest is None:
        return None
    missing = len(service.of_edition(newest.id, "pending"))
    late = missing and newest.due_on < today()
    note = f"未确认 {missing} 个，{newest.due_on:%m-%d} 截止" if missing else f"{newest.name}　各部门都已确认"
    return Progress(
        title="部门确认",
        done=newest.confirmed,
        total=newest.departments,
        note=note,
        tone=Tone.RED if late else Tone.AMBER if missing else Tone.GREEN,
        icon="hourglass" if missing else "circle-check",
        action="print_missing" if missing else "",
        link=f"打印 {missing} 份确认单" if missing else "",
    )


def tiers_of(service: EditionsService) -> tuple[Tier, ...]:
    """Return the papers the directory leaves as, and what each leaves out (002/4.五.4)."""
    newest = service.newest()
    given = len(service.copies(newest.id)) if newest else 0
    return (
        Tier(
            "ordinary",
            QT_TRANSLATE_NOOP("desk", "普通版（发各部门）"),
            ("不含领导的手机、直线", "按部门、按拼音，或桌面分机表"),
            "print_book",
        ),
        Tier(
            "full",
            QT_TRANSLATE_NOOP("desk", "完整版（总经理办公室）"),
            ("含领导的手机、直线", f"每份编号，登记领取人；已发 {given} 份"),
            "print_full",
        ),
        Tier(
            "confirmation",
            QT_TRANSLATE_NOOP("desk", "部门确认单"),
            ("本部门名单，勾无误或有误", "负责人签字；每部门 1 张"),
            "print_missing",
        ),
    )


def picked_of(service: EditionsService) -> Picked | None:
    """Return the combo of editions, None where there is none yet."""
    editions = service.editions()
    if not editions:
        return None
    chosen = service.chosen or editions[0].id
    choices = tuple((str(one.id), f"{one.title}（{STATES[one.state]}）") for one in editions)
    return Picked(QT_TRANSLATE_NOOP("desk", "版次"), choices, str(chosen))

"""What the panel beside the list says of a line: all facts, and whose it was when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.lines.listing import LineRow, holder_text, quota_text
from desk_mailadmin.registers.lines.model import LineNote
from desk_mailadmin.registers.lines.records import Assignment
from desk_mailadmin.registers.lines.rules import ALWAYS, KINDS, LIFECYCLE, NOTE_KINDS, rights_words
from desk_mailadmin.registers.lines.service import LinesService


def line_detail(service: LinesService, record: int) -> Detail:
    """Return the panel of one line."""
    row = service.row(record)
    subtitle = "　".join(filter(None, (holder_text(row), row.label, row.dept or row.branch)))
    return Detail(
        title=row.title,
        subtitle=subtitle,
        state=LIFECYCLE.state(row.state),
        facts=_facts(service, row),
        steps=(*assignment_steps(service, row), *_note_steps(service.notes(record))),
        steps_title="归属",
        history=service.history("line", record),
    )


def _facts(service: LinesService, row: LineRow) -> tuple[Fact, ...]:
    return tuple(Fact(label, value) for label, value in facts_of(service, row) if value)


def facts_of(service: LinesService, row: LineRow) -> tuple[tuple[str, str], ...]:
    """Return all that is known of a line, as label and text; empty texts are unknown."""
    past = [right for right in row.rights if right.until_on is not None or right.application]
    return (
        ("须核对", "".join(concern.sentence for concern in row.concerns)),
        ("类型", KINDS[row.kind]),
        ("直线号码", phone_shown(row.number)),
        ("分机", row.extension),
        ("短号", row.short_number),
        ("责任人", holder_text(row)),
        ("部门", f"{row.branch} / {row.dept}" if row.dept else row.branch),
        ("公用名称", row.label),
        ("安装地点", row.place),
        ("权限", row.rights_text or "没有开通"),
        ("开通记录", "；".join(rights_words(past))),
        ("话费额度", quota_text(row)),
        *stop_facts(row, service.stopped_by(row.id)),
        *service.kept(row.id),
    )


def stop_facts(row: LineRow, stopped_by: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return since when a line stands still and until when, as label and text."""
    days = (("停机", row.stopped_on), ("复机", row.reopen_on), ("保号到", row.keep_until), ("拆机", row.removed_on))
    reason, paper = stopped_by
    return (*((label, str(day or "")) for label, day in days), ("停机原因", reason), ("依据单号", paper))


def assignment_steps(service: LinesService, row: LineRow) -> tuple[Step, ...]:
    """Return whose the line was, the newest first; nothing where it was never anybody else's."""
    found = service.assignments_of(row.id)
    if len(found) == 1 and found[0].from_on == ALWAYS and found[0].until_on is None:
        return ()
    names = service.names_of(found)
    return tuple(
        Step(
            names[place],
            StepState.DONE if one.until_on else StepState.NOW,
            f"{span_text(one.from_on, one.until_on)}　{numbers_of(one)}",
        )
        for place, one in reversed(list(enumerate(found)))
    )


def numbers_of(one: Assignment) -> str:
    """Return the numbers of an assignment: 8042 / 0571-55511001."""
    return " / ".join(filter(None, (one.extension, phone_shown(one.number))))


def span_text(first: date, last: date | None) -> str:
    """Return from when until when, both days included."""
    begun = "一直" if first == ALWAYS else f"{first} 起"
    if last is None:
        return begun
    return f"到 {last}" if first == ALWAYS else f"{first} 到 {last}"


def _note_steps(notes: Sequence[LineNote]) -> tuple[Step, ...]:
    return tuple(
        Step(NOTE_KINDS[one.kind], StepState.DONE, "　".join(filter(None, (str(one.on_day), one.text, one.by_whom))))
        for one in notes
    )

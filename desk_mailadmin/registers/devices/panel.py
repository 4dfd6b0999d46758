"""What the panel beside the list says of a device: what it is, who has it, who had it."""

from __future__ import annotations

from desk_mailadmin.kernel.detail import Detail, Fact, Step, StepState
from desk_mailadmin.kernel.money import fen_to_text
from desk_mailadmin.registers.devices.listing import DeviceRow
from desk_mailadmin.registers.devices.model import DeviceIssue
from desk_mailadmin.registers.devices.rules import AT_HAND, KINDS, LIFECYCLE
from desk_mailadmin.registers.devices.service import DevicesService


def device_detail(service: DevicesService, record: int) -> Detail:
    """Return the panel of one device."""
    row = service.row(record)
    return Detail(
        title=row.title,
        subtitle="　".join(filter(None, (row.name, row.dept))) if row.state not in AT_HAND else "",
        state=LIFECYCLE.state(row.state),
        facts=tuple(Fact(label, text) for label, text in _facts(service, row) if text),
        steps=tuple(_step(issue) for issue in service.issues(record)),
        steps_title="领用",
        history=service.history("device", record),
    )


def _facts(service: DevicesService, row: DeviceRow) -> tuple[tuple[str, str], ...]:
    also = [one.title for one in service.of_person(row.staff) if one.id != row.id] if row.staff else []
    left = "（已离职）" if row.staff_state == "left" else ""
    return (
        ("类别", KINDS[row.kind]),
        ("价值", f"{fen_to_text(row.value_fen)} 元" if row.value_fen else ""),
        ("购置", str(row.bought_on or "")),
        ("领用人", f"{row.name}　{row.emp_no}{left}".strip() if row.state not in AT_HAND else ""),
        ("部门", row.dept if row.state not in AT_HAND else ""),
        ("归还期限", str(row.back_by or "")),
        ("签收单", row.receipt),
        ("经过", row.reason),
        ("赔偿", row.penalty),
        ("还领用", "；".join(also)),
        ("备注", row.remark),
    )


def _step(issue: DeviceIssue) -> Step:
    until = f" 到 {issue.returned_on}" if issue.returned_on else " 起"
    note = "　".join(filter(None, (f"{issue.issued_on}{until}", issue.receipt, issue.condition)))
    title = f"{issue.name}　{issue.dept}".strip()
    return Step(title, StepState.DONE if issue.returned_on else StepState.NOW, note)

"""What a carried-out 分机权限申请单 leaves in the switchboard's log (002/9.1, 002/9.2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_mailadmin.kernel.paper_effects import PaperDone, PaperEffect
from desk_mailadmin.registers.staff.service import StaffService
from desk_mailadmin.registers.switchboard.rules import (
    CLOSE,
    DUTY_MANAGER,
    INSIDE,
    LONG_DISTANCE,
    MANAGER,
    ON_DUTY,
    OPEN,
    OUTSIDE,
    Deed,
)
from desk_mailadmin.registers.switchboard.service import SwitchboardService
from desk_mailadmin.store.work import UnitOfWork

_SWITCHES = {
    "开外线": (OPEN, "outside_line"),
    "关外线": (CLOSE, "outside_line"),
    "开长途": (OPEN, LONG_DISTANCE),
    "关长途": (CLOSE, LONG_DISTANCE),
}
_CAUSES = {"业务欠费": "arrears", "安全问题": "safety", "其他": "other"}
_TAKERS = {"前厅部": "front_office", "当班大堂副理": DUTY_MANAGER}
"""What the form calls them."""


class SwitchboardEffect:
    """Logs what the switchboard did for an application, after the lines followed it.

    Rights and quotas that are only laid down (9.3, 12.八) are no deed of the switchboard and stand with the line alone.
    """

    def __init__(self, log: SwitchboardService, staff: StaffService, lines: PaperEffect) -> None:
        self._log, self._staff, self._lines = log, staff, lines

    def ask(self, fields: Mapping[str, Any], staff: int) -> None:
        """Ask what the lines ask."""
        self._lines.ask(fields, staff)

    def known(self, fields: Mapping[str, Any], staff: int) -> Mapping[str, str]:
        """Know what the lines know."""
        return self._lines.known(fields, staff)

    def carry_out_in(self, work: UnitOfWork, done: PaperDone) -> None:
        """Let the lines follow, then log the deed; raise UserError where either cannot be done."""
        self._lines.carry_out_in(work, done)
        match done.text("matter"):
            case "本部门分机开关":
                self._log.enter_in(work, self._inside(done))
            case "关闭范围外分机":
                self._log.enter_in(work, self._outside(done))

    def end_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """End what the lines were given."""
        self._lines.end_in(work, number, on)

    def undo_in(self, work: UnitOfWork, number: str, on: date) -> None:
        """Put the lines back; what the switchboard did stays in its log, with the paper's end noted."""
        self._lines.undo_in(work, number, on)
        self._log.paper_voided_in(work, number)

    def _inside(self, done: PaperDone) -> Deed:
        deed, what = _SWITCHES[done.text("switch")]
        by_manager = done.text("caller") == "部门经理本人"
        reason = "；".join(part for part in (done.text("absence"), done.text("reason")) if part)
        return self._deed(
            done,
            deed=deed,
            what=what,
            area=INSIDE,
            asked_rank=MANAGER if by_manager else ON_DUTY,
            taken_by="" if by_manager else DUTY_MANAGER,
            reason=reason,
            own=deed == OPEN and what == LONG_DISTANCE,  # the form refuses any other extension
        )

    def _outside(self, done: PaperDone) -> Deed:
        return self._deed(
            done,
            deed=CLOSE,
            what="extension",
            area=OUTSIDE,
            dept=done.text("other_dept"),
            asked_rank=MANAGER,
            cause=_CAUSES.get(done.text("close_reason"), "other"),
            taken_by=_TAKERS.get(done.text("taken_by"), DUTY_MANAGER),
            reason=done.text("reason"),
        )

    def _deed(self, done: PaperDone, **what: Any) -> Deed:
        whose = self._staff.row(done.staff)
        reason = " ".join(str(what.pop("reason")).split())[:200]
        dept = what.pop("dept", whose.dept)
        return Deed(
            branch=self._staff.branch_of(done.staff),
            extension=done.text("extension"),
            dept=dept,
            asked_by=whose.name,
            asked_dept=whose.dept,
            operator=done.text("operator"),
            done_on=done.on,
            done_at=done.text("done_at"),
            application=done.number,
            reason=reason,
            **what,
        )

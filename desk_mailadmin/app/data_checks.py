"""The checks of the open desk: its newest rows at the start, all of it once a day beside the window, or when asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from desk_mailadmin.app.desk_todos import check_todo
from desk_mailadmin.data_check import Result, check_file, report_drawing, result_of, said, spaced
from desk_mailadmin.kernel.todo import Todo
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office
from desk_mailadmin.store.desk_check import checked_on, newest_rows, note_checked
from desk_mailadmin.store.journal_check import Finding
from desk_mailadmin.ui.shown import shown

if TYPE_CHECKING:
    from desk_mailadmin.app.bench import AppBench

_RUNNING = QT_TRANSLATE_NOOP("desk", "正在检查数据")
_NAMED = 3
"""Findings that get a line of their own in 今日; the others are counted."""


class DataChecks:
    """What the checks of one desk found; today's lines and the journal's marks follow from it."""

    def __init__(self, office: Office, bench: AppBench) -> None:
        self._office, self._bench = office, bench
        self._findings: tuple[Finding, ...] = ()
        self._running = False

    def at_start(self) -> None:
        """Check the newest rows now, and all of the desk beside the window if that was not done today."""
        self._take(newest_rows(self._office.desk))
        self.daily()

    def daily(self) -> None:
        """Check all of the desk beside the window, once on each day."""
        desk = self._office.desk
        if desk.view_only or self._running or self._bench.is_leaving or checked_on(desk) == desk.clock.today():
            return
        self._running = True
        self._bench.later(shown(_RUNNING), partial(check_file, self._office, beside=True), self._ended)

    def ask(self) -> None:
        """Check all of the desk while the clerk waits, and show what was found."""
        of_file = self._bench.hold(shown(_RUNNING), partial(check_file, self._office))
        result = self._kept(of_file)
        self._show(result)

    def todos(self) -> Sequence[Todo]:
        """Return the lines of 今日: what is wrong, row by row."""
        today = self._office.desk.clock.today()
        named, others = self._findings[:_NAMED], self._findings[_NAMED:]
        lines = [check_todo(place, shown(one.template, **one.values), today) for place, one in enumerate(named)]
        if others:
            more = shown(QT_TRANSLATE_NOOP("desk", "另有 {count} 处，见检查结果"), count=len(others))
            lines.append(check_todo(_NAMED, more, today))
        return lines

    def _ended(self, of_file: tuple[Finding, ...]) -> None:
        self._running = False
        if not self._bench.is_leaving:
            self._kept(of_file)

    def _kept(self, of_file: tuple[Finding, ...]) -> Result:
        result = result_of(self._office, of_file)
        desk = self._office.desk
        self._take(result.findings)
        if not desk.view_only:
            note_checked(desk, None if result.findings else desk.clock.today())
        return result

    def _take(self, findings: tuple[Finding, ...]) -> None:
        if findings == self._findings:
            return
        self._findings = findings
        self._office.services["journal"].mark([one.seq for one in findings if one.seq])
        self._office.desk.changes.announce("journal")  # and 今日 with it

    def _show(self, result: Result) -> None:
        from desk_mailadmin.ui.dialogs.check_result import CheckJob, CheckResultDialog, FoundLine

        lines = [
            FoundLine(one.seq, said(self._office, one), shown(one.template, **one.values)) for one in result.findings
        ]
        good = QT_TRANSLATE_NOOP("desk", "没有查出问题。")
        bad = QT_TRANSLATE_NOOP("desk", "查出 {count} 处问题。台账没有因此改动，可以继续看，先不要清理备份。")
        looked_at = QT_TRANSLATE_NOOP(
            "desk",
            "查了台账文件、{rows} 条日志、{backups} 份备份记下的校验码和处罚的合计。"
            "日志最后是第 {seq} 条，校验码 {head}。",
        )
        remedy = QT_TRANSLATE_NOOP(
            "desk",
            "打印检查报告给负责人看；把整个台账文件夹复制一份留好；再和最近的备份、签过字的纸对照，弄清是哪一天改的。",
        )
        job = CheckJob(
            verdict=shown(bad, count=len(lines)) if lines else shown(good),
            looked_at=shown(looked_at, rows=f"{result.head.seq:,}", backups=result.backups, seq=result.head.seq,
                            head=spaced(result.head.short)),
            found=lines,
            remedy=shown(remedy),
            print_report=lambda: self._bench.run(lambda: self._print(result)),
            go=lambda row: self._bench.show_record("journal", row),
        )  # fmt: skip
        self._bench.show_dialog(CheckResultDialog(job, memory=self._bench.memory, parent=self._bench.window))

    def _print(self, result: Result) -> None:
        from desk_mailadmin.ui.paper_printing import print_report

        drawing = report_drawing(self._office, result)
        print_report(self._bench, drawing, self._note_printed)

    def _note_printed(self) -> None:
        if self._office.desk.view_only:
            return
        with self._office.desk.work("check.report") as work:
            work.wrote("desk", 0, QT_TRANSLATE_NOOP("desk", "打印检查报告"))

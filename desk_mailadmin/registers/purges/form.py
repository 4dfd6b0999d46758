"""The yearly destruction in the window: looked at, put on paper, approved, done, proved."""

from __future__ import annotations

from typing import Any

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.purges.entry_form import USUAL_REASON, ask_approval
from desk_mailadmin.registers.purges.printed import approval_paper, held_words, preview_rows, proof_paper
from desk_mailadmin.registers.purges.rules import Plan
from desk_mailadmin.registers.purges.service import Approval, PurgesService
from desk_mailadmin.ui.paper_printing import print_drawings
from desk_mailadmin.ui.shown import shown


def propose(bench: Any) -> None:
    """Show what is past its term and, where the clerk goes on, number and print the sheet to be signed."""
    service = _service(bench)
    plan: Plan = bench.hold(
        shown(QT_TRANSLATE_NOOP("desk", "正在查到期的记录")), lambda _report: service.preview(), stoppable=False
    )
    words = in_words(plan)
    if not plan.records and not plan.files:
        bench.prompter.inform(shown(QT_TRANSLATE_NOOP("desk", "没有到期的记录。")), words)
        return
    question = shown(
        QT_TRANSLATE_NOOP("desk", "有 {records} 条记录、{files} 个副本和草稿保存期满，开一张销毁审批单？"),
        records=f"{plan.records:,}",
        files=plan.files,
    )
    if not bench.prompter.confirm(question, shown(QT_TRANSLATE_NOOP("desk", "开审批单")), detail=words):
        return
    reason = bench.prompter.ask_text(
        shown(QT_TRANSLATE_NOOP("desk", "为什么销毁？")),
        label=shown(QT_TRANSLATE_NOOP("desk", "原因")),
        start=shown(USUAL_REASON),
    )
    if reason is not None:
        print_approval(bench, service.propose(reason))


def print_approval(bench: Any, record: int) -> None:
    """Print the sheet on which a destruction is approved."""
    papers = bench.services["papers"]
    drawing = papers.drawing(approval_paper(_service(bench).row(record)))
    print_drawings(bench, [drawing], lambda _record: drawing.paper, blank=False)


def print_proof(bench: Any, record: int) -> None:
    """Print the proof of a destruction."""
    service, papers = _service(bench), bench.services["papers"]
    drawing = papers.drawing(proof_paper(service.row(record), service.last_backup_with_it()))
    print_drawings(bench, [drawing], lambda _record: drawing.paper, blank=False)


def run(bench: Any, record: int) -> None:
    """Enter who approved, say once more that nothing brings it back, destroy, and print the proof."""
    service = _service(bench)
    row = service.row(record)
    given: list[Approval] = []
    title = shown(QT_TRANSLATE_NOOP("desk", "登记审批单 {number} 的批准"), number=row.number)
    if not ask_approval(bench, title, row.proposed_on, given.append):
        return
    sure = bench.prompter.confirm(
        shown(
            QT_TRANSLATE_NOOP("desk", "按审批单 {number} 销毁 {records} 条记录？"),
            number=row.number,
            records=f"{row.records:,}",
        ),
        shown(QT_TRANSLATE_NOOP("desk", "销毁")),
        detail=shown(
            QT_TRANSLATE_NOOP(
                "desk",
                "销毁以后不能撤销。先做一份核对过的备份；此前的备份里仍有这些内容，按保留规则换掉以前都能找回。",
            )
        ),
        danger=True,
    )
    if not sure:
        return
    done = bench.run(lambda: _destroy(bench, service, record, given[0]))
    bench.refresh()
    if not done:
        return
    bench.tell(shown(QT_TRANSLATE_NOOP("desk", "已按审批单 {number} 销毁"), number=row.number))
    print_proof(bench, record)


def _destroy(bench: Any, service: PurgesService, record: int, approval: Approval) -> bool:
    title = shown(QT_TRANSLATE_NOOP("desk", "正在销毁到期的记录"))
    bench.hold(title, lambda _report: service.run(record, approval), stoppable=False)
    return True


def void(bench: Any, record: int) -> None:
    """Give a sheet up."""
    reason = bench.prompter.ask_text(shown(QT_TRANSLATE_NOOP("desk", "为什么作废这张审批单？")))
    if reason is not None:
        bench.run(lambda: _service(bench).void(record, reason))


def in_words(plan: Plan) -> str:
    """Return a plan as a question shows it: what goes, and what stays and why."""
    goes = [
        f"{line['title']}：{line['count']} 条（{line['span']}）" for line in preview_rows(plan) if line["count"] != "0"
    ]
    stays = shown(QT_TRANSLATE_NOOP("desk", "期满但不销毁：{held}"), held=held_words(plan))
    return "\n".join([*goes, stays])


def _service(bench: Any) -> PurgesService:
    service: PurgesService = bench.services["purges"]
    return service

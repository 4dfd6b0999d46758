"""What is asked: a new edition, its day of issue, what to print for whom, what to export where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.settings import COMPANY
from desk_mailadmin.kernel.table import Choice, Query
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.registers.accesses.form import ask_reason
from desk_mailadmin.registers.directory.table import TABLE as DIRECTORY
from desk_mailadmin.registers.editions.listing import EditionRow
from desk_mailadmin.registers.editions.printed import BY_DEPARTMENT, BY_NAME, FOR_DESKS
from desk_mailadmin.registers.editions.printing import export_of
from desk_mailadmin.registers.editions.report import Export, write_cards, write_ldif, write_workbook
from desk_mailadmin.registers.editions.rules import (
    FULL,
    LONGEST_TITLE,
    ORDINARY,
    STATES,
    TIERS,
    EditionEntry,
)
from desk_mailadmin.registers.editions.service import EditionsService
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_EDITION = QT_TRANSLATE_NOOP("desk", "版次")
_TIER = QT_TRANSLATE_NOOP("desk", "分级")
_ORDER = QT_TRANSLATE_NOOP("desk", "排法")
_ORDERS = {
    BY_DEPARTMENT: QT_TRANSLATE_NOOP("desk", "按部门"),
    BY_NAME: QT_TRANSLATE_NOOP("desk", "按拼音"),
    FOR_DESKS: QT_TRANSLATE_NOOP("desk", "桌面分机表（A5 对折）"),
}
_LIVE = "live"
"""The directory as it stands now, where no edition was ever begun."""
_FILES = {
    "xlsx": QT_TRANSLATE_NOOP("desk", "Excel 工作簿（按部门、按拼音两页）"),
    "vcf": QT_TRANSLATE_NOOP("desk", "手机通讯录 vCard"),
    "ldif": QT_TRANSLATE_NOOP("desk", "目录服务 LDIF"),
}


def ask_edition(bench: Any) -> int | None:
    """Ask for a new edition and open it; None where the clerk withdrew."""
    service: EditionsService = bench.services["editions"]
    start = service.proposed()

    def save(values: Mapping[str, Any], _yes: frozenset[str]) -> int:
        return service.start(EditionEntry(values["number"], values["title"], values["due_on"]))

    asked = (
        Asked(name="number", title=QT_TRANSLATE_NOOP("desk", "第几版"), kind=Asks.NUMBER, start=start.number, low=1,
              high=9999, unit="版"),
        Asked(name="title", title=QT_TRANSLATE_NOOP("desk", "名称"), required=True, start=start.title, width=16,
              limit=LONGEST_TITLE),
        Asked(name="due_on", title=QT_TRANSLATE_NOOP("desk", "部门确认截止"), kind=Asks.DATE, required=True,
              start=start.due_on),
    )  # fmt: skip
    words = QT_TRANSLATE_NOOP("desk", "每个列了人的部门开一张确认单，无误也要签字交回；全部交回后发布。")
    found: int | None = _asked(
        bench,
        QT_TRANSLATE_NOOP("desk", "开始新一版"),
        asked,
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "开始并打印确认单")), icon="printer"),
        words,
    )
    return found


def ask_issue(bench: Any, editing: EditionRow) -> bool:
    """Ask for the day of issue and issue the edition; whether departments are missing is asked about."""
    service: EditionsService = bench.services["editions"]

    def save(values: Mapping[str, Any], yes: frozenset[str]) -> bool:
        service.issue(editing.id, values["on"], tuple(yes))
        return True

    asked = (
        Asked(name="on", title=QT_TRANSLATE_NOOP("desk", "发布日期"), kind=Asks.DATE, required=True,
              start=bench.desk.clock.today()),
    )  # fmt: skip
    words = shown(
        QT_TRANSLATE_NOOP(
            "desk", "{name}：已确认 {confirmed}/{departments} 个部门。发布后这一版的内容固定下来，随时可以照样再印。"
        ),
        name=editing.name,
        confirmed=editing.confirmed,
        departments=editing.departments,
    )
    job = FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "发布")), icon="stamp")
    return bool(_asked(bench, QT_TRANSLATE_NOOP("desk", "发布通讯录"), asked, job, words))


def ask_book(bench: Any, tier: str = ORDINARY) -> tuple[int, str, str] | None:
    """Ask which edition is printed, for whom and in which order; None where the clerk withdrew."""
    editions = _editions(bench)
    if not editions:
        raise UserError(QT_TRANSLATE_NOOP("desk", "通讯录还没有版次，先“开始新一版”。"))
    asked = (
        Asked(name="edition", title=_EDITION, kind=Asks.CHOICE, required=True, choices=editions,
              start=_chosen(bench, editions), width=18),
        Asked(name="tier", title=_TIER, kind=Asks.CHOICE, required=True, choices=_choices(TIERS), start=tier, width=8),
        Asked(name="order", title=_ORDER, kind=Asks.CHOICE, required=True, choices=_choices(_ORDERS),
              start=BY_DEPARTMENT, width=12),
    )  # fmt: skip

    def save(values: Mapping[str, Any], _yes: frozenset[str]) -> tuple[int, str, str]:
        if values["tier"] == FULL and values["order"] == FOR_DESKS:
            raise UserError(QT_TRANSLATE_NOOP("desk", "桌面分机表只有普通版。"), field="order")
        return int(values["edition"]), values["tier"], values["order"]

    job = FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "预览并打印")), icon="printer")
    words = QT_TRANSLATE_NOOP("desk", "普通版不印领导的手机和直线，发各部门；完整版编号，逐份登记领取人。")
    found: tuple[int, str, str] | None = _asked(bench, QT_TRANSLATE_NOOP("desk", "打印通讯录"), asked, job, words)
    return found


def ask_copies(bench: Any, edition: int) -> list[int]:
    """Ask who gets a full copy and number one for each; empty where the clerk withdrew."""
    service: EditionsService = bench.services["editions"]
    staff = bench.services["staff"]

    def find(text: str) -> Sequence[Hit]:
        return hits(staff.find(text))

    def members(dept: str) -> Sequence[Hit]:
        return hits(staff.rows(staff.keys(Query(segment="active", filters={"dept": dept}))))

    asked = (
        Asked(name="people", title=QT_TRANSLATE_NOOP("desk", "持有人"), kind=Asks.PEOPLE, required=True,
              choices=staff.choices("dept"), find=find, members=members),
    )  # fmt: skip

    def save(values: Mapping[str, Any], _yes: frozenset[str]) -> list[int]:
        return service.give_copies(edition, values["people"])

    job = FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "编号并打印")), icon="printer")
    words = QT_TRANSLATE_NOOP("desk", "每人一份，编号和持有人印在每一页；同时开出签收单，收回时在“回执”登记归还。")
    title = QT_TRANSLATE_NOOP("desk", "发完整版")
    return _asked(bench, title, asked, job, words, size=(680, 460)) or []


def ask_export(bench: Any) -> Path | None:
    """Ask what is exported and where, write it and journal it; None where the clerk withdrew."""
    editions = [*_editions(bench), Choice(_LIVE, shown(QT_TRANSLATE_NOOP("desk", "当前内容")))]
    asked = (
        Asked(name="file", title=QT_TRANSLATE_NOOP("desk", "格式"), kind=Asks.CHOICE, required=True,
              choices=_choices(_FILES), start="xlsx", width=18),
        Asked(name="edition", title=_EDITION, kind=Asks.CHOICE, required=True, choices=editions,
              start=_chosen(bench, editions), width=18),
        Asked(name="tier", title=_TIER, kind=Asks.CHOICE, required=True, choices=_choices(TIERS), start=ORDINARY,
              width=8),
    )  # fmt: skip
    job = FormJob(
        save=lambda values, _yes: values,
        title=shown(QT_TRANSLATE_NOOP("desk", "选文件并导出")),
        icon="file-spreadsheet",
    )
    words = QT_TRANSLATE_NOOP("desk", "普通版里没有领导的手机和直线。导出的是个人信息，记入日志。")
    values = _asked(bench, QT_TRANSLATE_NOOP("desk", "导出通讯录"), asked, job, words)
    return _write(bench, values) if values else None


def _write(bench: Any, values: Mapping[str, Any]) -> Path | None:
    kind = values["file"]
    title = shown(QT_TRANSLATE_NOOP("desk", "导出通讯录"))
    reason = ask_reason(bench, DIRECTORY.columns, len(bench.services["directory"].listed()))
    if reason is None:
        return None
    path = bench.prompter.save_path(title, suggested=f"通讯录.{kind}", filters=f"{kind} (*.{kind})")
    if path is None:
        return None
    edition = None if values["edition"] == _LIVE else int(values["edition"])
    export = export_of(bench, edition, values["tier"], bench.desk.settings.value(COMPANY))
    saved = _WRITERS[kind](bench.desk, export, path)
    bench.services["editions"].note_export(kind, values["tier"], len(export.entries), reason, saved)
    return saved


_WRITERS: Mapping[str, Callable[[Any, Export, Path], Path]] = {
    "xlsx": lambda desk, export, path: write_workbook(export, path, desk.clock.now(), desk.who),
    "vcf": lambda _desk, export, path: write_cards(export, path),
    "ldif": lambda _desk, export, path: write_ldif(export, path),
}


def _editions(bench: Any) -> list[Choice]:
    return [
        Choice(str(one.id), f"{one.name}　{shown(STATES[one.state])}") for one in bench.services["editions"].editions()
    ]


def _chosen(bench: Any, editions: Sequence[Choice]) -> str:
    """Return the edition chosen in the directory's tab, else the newest."""
    chosen = str(bench.services["editions"].chosen or "")
    return chosen if chosen in [choice.key for choice in editions] else editions[0].key


def _choices(titles: Mapping[str, str]) -> list[Choice]:
    return [Choice(key, shown(title)) for key, title in titles.items()]


def _asked(
    bench: Any,
    title: str,
    asked: Sequence[Asked],
    job: FormJob,
    explanation: str,
    size: tuple[int, int] = (600, 320),
) -> Any:
    """Show a dialog; return what its job made, None where the clerk withdrew."""
    dialog = RecordForm(
        shown(title),
        asked,
        job,
        bench.prompter,
        today=bench.desk.clock.today,
        explanation=shown(explanation),
        size=size,
        memory=bench.memory,
        key=f"edition_{asked[0].name}_{len(asked)}",
        parent=bench.window,
    )
    dialog.start_from_here()
    return dialog.result_value if bench.show_dialog(dialog) else None

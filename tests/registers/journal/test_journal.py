"""The journal in the window: found by day, person, act and record; what a row changed; paper held against it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import desk_mailadmin
from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.data_check import check_file, report_drawing, result_of
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.registers.journal.rules import KINDS, spans, title_of
from desk_mailadmin.registers.journal.service import JournalService
from desk_mailadmin.registers.receipts.printed import receipt_paper
from desk_mailadmin.store.desk_check import checked_on
from tests.registers.builders import TODAY, House
from tests.registers.counter import Counter, fill_in


@pytest.fixture
def service(house: House) -> JournalService:
    made: JournalService = house.services["journal"]
    return made


@pytest.fixture
def counter(house: House, tmp_path: Path, qtbot: Any) -> Iterator[Counter]:
    made = Counter(house.office, tmp_path)
    yield made
    made.bench.wait()


def texts(service: JournalService, **query: Any) -> list[str]:
    return [row.text for row in service.rows(service.keys(Query(**query)))]


def tampered(house: House, *statements: str) -> None:
    connection = house.desk.database.connection()
    kept = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
    guards = kept.fetchall()
    for name, _sql in guards:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _name, sql in guards:
        connection.execute(sql)


# the list


def test_every_kind_that_is_journalled_has_a_name_people_know():
    (folder,) = desk_mailadmin.__path__
    sources = [file.read_text(encoding="utf-8") for file in Path(folder).rglob("*.py")]
    written = {kind for text in sources for kind in re.findall(r"\.(?:wrote|looked)\(\s*\"([a-z_]+)\"", text)}
    assert len(written) > 30
    assert {kind for kind in written if title_of(kind) == kind} == set()
    assert {register.key for register in ALL_REGISTERS if title_of(register.key) == register.key} == set()
    assert title_of("penalties") == KINDS["penalty"]
    assert title_of("of_a_later_version") == "of_a_later_version"


def test_spans_are_the_last_days_and_every_month():
    offered = spans(date(2026, 3, 1), "2025-12", "2026-03")
    assert [(one.key, one.title) for one in offered] == [
        ("2026-03-01/2026-03-01", "今天"),
        ("2026-02-28/2026-02-28", "昨天"),
        ("2026-02-23/2026-03-01", "近 7 天"),
        ("2026-03-01/2026-03-31", "2026-03"),
        ("2026-02-01/2026-02-31", "2026-02"),
        ("2026-01-01/2026-01-31", "2026-01"),
        ("2025-12-01/2025-12-31", "2025-12"),
    ]
    assert len(spans(TODAY, "", "")) == 3


def test_rows_are_found_by_day_person_act_kind_and_text(house: House, service: JournalService):
    house.person("周文博", emp_no="A10417")
    house.desk.who = "孙志强"
    record = house.person("程思思", emp_no="A10418")
    house.staff.leave(record, TODAY)
    assert texts(service)[0] == "修改程思思"
    assert len(texts(service, filters={"who": "孙志强"})) == 2
    assert len(texts(service, filters={"who": "孙志强", "act": "created"})) == 1
    assert len(texts(service, filters={"kind": "staff"}, search="程思思")) >= 1
    assert texts(service, search="没有这句话") == []
    assert len(texts(service, search=f"{TODAY} 孙志强")) == 2
    assert texts(service, search="\0") == texts(service, search="%") == []
    today = service.choices("span")[0].key
    assert len(texts(service, filters={"span": today})) == len(texts(service, segment="today")) == len(texts(service))
    assert texts(service, filters={"span": service.choices("span")[1].key}) == []
    assert [choice.key for choice in service.choices("who")] == ["周敏", "孙志强"]
    assert {choice.title for choice in service.choices("kind")} >= {"人员", "设置"}


def test_the_panel_shows_the_row_and_the_whole_history_of_its_record(house: House, service: JournalService):
    record = house.person("程思思")
    house.staff.leave(record, TODAY)
    head = house.desk.journal.head()
    detail = service.detail(head.seq)
    assert detail.title == f"日志第 {head.seq} 条"
    facts = {fact.label: fact.value for fact in detail.facts}
    assert (facts["经办人"], facts["登记簿"], facts["校验码"]) == ("周敏", "人员", head.short)
    assert len(detail.history) == 2


# what can be done


def test_the_record_of_a_row_is_opened_in_its_register(house: House, counter: Counter):
    record = house.person("程思思")
    counter.do("journal", "open", house.desk.journal.head().seq)
    assert counter.window.shown == [("staff", record)]


def test_a_row_of_something_without_a_page_says_so(house: House, service: JournalService, counter: Counter):
    with house.desk.work("x") as work:
        seq = work.wrote("workday", 3, "改了一天", after={"name": "元旦"})
    with pytest.raises(UserError, match="“节假日”没有自己的页"):
        counter.do("journal", "open", seq)


def test_who_looks_at_what_was_changed_is_journalled(house: House, service: JournalService, counter: Counter):
    seen: list[list[str]] = []

    def look(dialog: Any) -> bool:
        table = dialog.table
        seen.extend([table.item(line, place).text() for place in range(3)] for line in range(table.rowCount()))
        return True

    record = house.person("程思思")
    house.staff.leave(record, TODAY)
    seq = house.desk.journal.head().seq
    counter.answer = look
    counter.do("journal", "changes", seq)
    assert ["状态", "在职", "离职"] in seen
    (newest, *_older) = texts(service)
    assert newest == f"查看日志第 {seq} 条的改动"
    assert len(texts(service, segment="looked")) == 1
    house.desk.database.connection().execute("DELETE FROM history WHERE seq = ?", (seq,))
    with pytest.raises(UserError, match="按保存期限清除"):
        counter.do("journal", "changes", seq)


def anchor_typed(counter: Counter, number: object, digits: str) -> tuple[str, str]:
    counter.prompter.asked.clear()
    counter.answer = fill_in(number=str(number), digits=digits)
    counter.do("journal", "anchor")
    ((kind, text),) = counter.prompter.asked
    return kind, text


def test_paper_is_held_against_the_journal(house: House, counter: Counter):
    house.person("程思思")
    head = house.desk.journal.head()
    assert anchor_typed(counter, head.seq, head.short.upper()) == (
        "inform",
        f"相符。日志第 {head.seq} 条还是纸上印的那一条，到它为止的记录没有改过、删过。",
    )
    kind, text = anchor_typed(counter, head.seq + 9, head.short)
    assert (kind, f"日志现在只到第 {head.seq} 条，没有纸上的第 {head.seq + 9} 条" in text) == ("warn", True)
    kind, text = anchor_typed(counter, head.seq - 1, head.short)
    assert (kind, f"不是纸上的 {head.short}" in text, "和当时的备份对照" in text) == ("warn", True, True)
    tampered(house, "UPDATE journal SET who = '别人' WHERE seq = 2")
    kind, text = anchor_typed(counter, head.seq, head.short)
    assert (kind, "日志第 2 条被改过。" in text) == ("warn", True)


# checks


def test_a_sheet_bears_the_head_of_the_journal_in_its_footer(house: House):
    record = house.opened()[1].receipt
    head = house.desk.journal.head()
    paper = receipt_paper(house.receipts, house.branches, house.desk.settings, record)
    drawing = house.office.papers.drawing(paper)
    with Pages(drawing.sheet().pdf) as pages:
        assert f"日志 {head.seq} {head.short}" in pages.text(0)


def test_what_a_check_finds_stands_in_today_in_the_list_and_on_the_report(house: House, counter: Counter):
    checks = counter.bench.checks
    house.person("程思思")
    tampered(house, "UPDATE journal SET who = '别人' WHERE seq = 2")
    checks.at_start()
    counter.bench.wait()
    (todo,) = checks.todos()
    assert (todo.title, todo.text, todo.due, todo.action) == (
        "数据检查发现问题", "日志第 2 条被改过。", TODAY, "check",
    )  # fmt: skip
    service: JournalService = house.services["journal"]
    assert [row.id for row in service.rows(service.keys(Query())) if row.wrong] == [2]
    assert checked_on(house.desk) is None, "a desk that is not right is looked at again at every start"
    result = result_of(house.office, check_file(house.office))
    with Pages(report_drawing(house.office, result).sheet().pdf) as pages:
        text = pages.text(0)
    assert "查出 1 处问题，见下表。" in text
    assert "日志第 2 条被改过。" in text
    assert f"第 {result.head.seq} 条" in text


def test_a_desk_that_is_right_is_checked_once_a_day_and_says_so_when_asked(house: House, counter: Counter):
    checks = counter.bench.checks
    checks.at_start()
    assert counter.window.watched == ["正在检查数据"]
    for work in tuple(counter.bench._works):
        work.wait()
        counter.bench._ended(work)
    assert (checks.todos(), checked_on(house.desk)) == ([], TODAY)
    checks.daily()
    assert counter.window.watched == ["正在检查数据"]
    said: list[str] = []

    def look(dialog: Any) -> bool:
        said.append(dialog._job.verdict)
        return True

    counter.answer = look
    checks.ask()
    assert said == ["没有查出问题。"]


def test_findings_beyond_three_are_counted(house: House, counter: Counter):
    for n in range(6):
        house.person(f"程思{n}")
    tampered(house, *(f"UPDATE journal SET who = '别人' WHERE seq = {seq}" for seq in range(2, 7)))  # noqa: S608  (an attack)
    counter.bench.checks.at_start()
    assert [todo.text for todo in counter.bench.checks.todos()] == [
        "日志第 2 条被改过。", "日志第 3 条被改过。", "日志第 4 条被改过。", "另有 2 处，见检查结果",
    ]  # fmt: skip


def test_nothing_reads_the_file_but_through_the_desk(house: House):
    """A second program cannot look while the desk is open: the lock is held for the whole session."""
    other = sqlite3.connect(house.desk.folder / "desk.maildesk", timeout=0.1)
    with closing(other), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("SELECT count(*) FROM journal").fetchone()


def test_a_row_is_marked_anew_only_where_something_changed(house: House, service: JournalService):
    house.announced.clear()
    service.mark([2])
    service.mark([2])
    assert house.announced == ["journal"]


def test_fields_are_named_as_people_name_them(house: House, counter: Counter):
    assert counter.bench.field_title("staff", "post") == "职务"
    assert counter.bench.field_title("staff", "department_id") == "部门（内部号）"
    assert counter.bench.field_title("", "in_force") == "施行日期"
    assert counter.bench.field_title("", "of_a_later_version") == "of_a_later_version"
    assert counter.bench.field_text("staff", "state", "left") == "离职"
    assert counter.bench.field_text("staff", "post", None) == ""


def test_the_result_of_a_check_is_printed_and_leads_to_its_row(
    house: House, service: JournalService, counter: Counter, monkeypatch: pytest.MonkeyPatch
):
    house.person("程思思")
    tampered(house, "UPDATE journal SET who = '别人' WHERE seq = 2")
    jobs: list[Any] = []
    monkeypatch.setattr(counter.bench, "open_preview", jobs.append)

    def look(dialog: Any) -> bool:
        assert "查出 1 处问题" in dialog._job.verdict
        cells = [dialog.table.item(0, place).text() for place in range(3)]
        assert (cells[0], cells[1], cells[2].split("　")[1]) == ("2", "日志第 2 条被改过。", "别人")
        dialog._job.print_report()
        dialog._go.click()
        return True

    counter.answer = look
    counter.do("journal", "check")
    assert counter.window.shown == [("journal", 2)]
    (job,) = jobs
    assert job.render(None).startswith(b"%PDF")
    before = house.desk.journal.head().seq
    job.printed(None)
    assert texts(service)[0] == "打印检查报告"
    assert house.desk.journal.head().seq == before + 1

"""What leaves by command: lists, sheets, workbooks."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.documents.pages import Pages, text_of_pdf
from desk_mailadmin.documents.scans import digits_in_pdf
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.clock import StillClock
from desk_mailadmin.office import open_office
from tests.cli.conftest import Cli
from tests.desks import TODAY, played_desk

PROMISED = {
    "staff": "emp_no name pinyin branch dept post rank mobile hired_on left_on state",
    "applications": "number kind emp_no name dept branch state entered_on due_on",
    "receipts": "number application name dept handed_on signed_on state",
    "mailboxes": "address emp_no name branch state quota_mb opened_on closed_on",
}


@pytest.fixture
def played(command: Cli, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Cli:
    """Commands on a desk with some weeks of work."""
    at = ("--desk", played_desk(tmp_path_factory.getbasetemp(), tmp_path / "played"), "--today", TODAY)
    return lambda *arguments: command(*at, *arguments)


@pytest.mark.parametrize("register", sorted(PROMISED))
def test_the_promised_columns_are_in_every_row(played: Cli, register: str):
    rows = played("list", register, "--json").rows
    assert rows
    states = {state.key for one in ALL_REGISTERS if one.key == register for state in one.table.states}
    for row in rows:
        assert set(PROMISED[register].split()) <= set(row)
        assert row["state"] in states
        assert all(value is None or date.fromisoformat(value) for key, value in row.items() if key.endswith("_on"))


def test_a_list_is_narrowed_by_value_state_title_and_text(played: Cli):
    everything = played("list", "applications", "--json").rows
    closed = played("list", "applications", "--where", "state=closed", "--json").rows
    assert closed == [row for row in everything if row["state"] == "closed"] != []
    assert played("list", "applications", "--where", "state=已办结", "--json").rows == closed
    both = played("list", "applications", "--where", "state=closed", "--where", "number~0001", "--json").rows
    assert [row["number"] for row in both] == [row["number"] for row in closed if "0001" in row["number"]]
    assert played("list", "applications", "--where", "number~yj-2026", "--json").rows
    assert played("list", "applications", "--where", "number=none", "--json").rows == []


def test_a_condition_or_register_that_is_not_there_is_answered_with_those_that_are(played: Cli):
    assert "可用的列有" in played("list", "staff", "--where", "colour=red").refused()
    assert "看不懂" in played("list", "staff", "--where", "name").refused()
    sentence = played("list", "phonebook").refused()
    assert all(register.key in sentence for register in ALL_REGISTERS)


def test_a_list_for_people_stands_in_columns(played: Cli):
    lines = played("list", "branches").out.splitlines()
    assert lines[0].split()[0] == "单位"
    assert len(lines) == 4
    assert "总部" in lines[1]


def test_a_sheet_is_printed_kept_and_counted_in_its_code(cli: Cli, application: str, desk: Path, tmp_path: Path):
    codes = []
    for time, name in enumerate(("a.pdf", "b.pdf"), 1):
        said = cli("print", application, "-o", tmp_path / name)
        assert said.code == 0
        assert f"2 页，第 {time} 次打印" in said.out
        digits = set(digits_in_pdf((tmp_path / name).read_bytes()))
        assert len(digits) == 1
        codes.append(SheetCode.parse(digits.pop()))
    assert [code.print_no for code in codes] == [1, 2]
    assert {(code.form, code.year, code.serial) for code in codes} == {(1, 26, 1)}
    office = open_office(desk, StillClock.on(TODAY))
    kept = office.papers.prints_of("application", office.services["applications"].numbered(application))
    assert [office.papers.kept_pdf(one) for one in kept] == [(tmp_path / n).read_bytes() for n in ("a.pdf", "b.pdf")]
    assert office.papers.number_of(codes[1].digits) == application
    office.close()


def test_the_sheet_says_whose_it_is_on_both_copies(cli: Cli, application: str, tmp_path: Path):
    cli("print", application, "-o", tmp_path / "a.pdf")
    with Pages((tmp_path / "a.pdf").read_bytes()) as pages:
        texts = [pages.text(page) for page in range(pages.count)]
    assert len(texts) == 2
    for text in texts:
        for words in (application, "陈华娟", "CH0065", "研发部", "chj@chenghu.example", "澄湖纸品股份有限公司"):
            assert words in text
    assert "第一联" in texts[0]
    assert "第二联" in texts[1]


def test_a_receipt_is_printed_with_the_settings_of_its_domain(cli: Cli, opened: tuple[str, str], tmp_path: Path):
    assert cli("print", opened[1], "-o", tmp_path / "r.pdf").code == 0
    text = text_of_pdf((tmp_path / "r.pdf").read_bytes())
    for words in (opened[1], "chj@chenghu.example", "imap.chenghu.example", "993", "smtp.chenghu.example", "465"):
        assert words in text


def test_printing_what_is_not_there_or_where_nobody_may_write_is_refused(cli: Cli, application: str, tmp_path: Path):
    assert "没有编号 YJ-2026-0777" in cli("print", "YJ-2026-0777", "-o", tmp_path / "x.pdf").refused()
    assert "写不进去" in cli("print", application, "-o", tmp_path / "gone" / "x.pdf").refused()
    assert cli("print", application, "-o", tmp_path / "x.pdf").out.strip().endswith("第 1 次打印")


def test_several_papers_go_into_a_folder_one_file_each_and_are_kept(
    cli: Cli, opened: tuple[str, str], desk: Path, tmp_path: Path
):
    application, receipt = opened
    folder = tmp_path / "sheets" / "monday"
    said = cli("print", receipt, application, receipt, "-o", folder)
    assert said.code == 0
    assert said.out.splitlines() == [
        f"{folder / f'{number}.pdf'}　2 页，第 1 次打印" for number in (receipt, application)
    ]
    assert sorted(path.name for path in folder.iterdir()) == sorted((f"{application}.pdf", f"{receipt}.pdf"))
    for number in opened:
        assert number in text_of_pdf((folder / f"{number}.pdf").read_bytes())
    office = open_office(desk, StillClock.on(TODAY))
    (kept,) = office.papers.prints_of("receipt", office.services["receipts"].numbered(receipt))
    assert text_of_pdf(office.papers.kept_pdf(kept)) == text_of_pdf((folder / f"{receipt}.pdf").read_bytes())
    office.close()
    again = cli("print", receipt, application, "-o", folder)
    assert [line.endswith("第 2 次打印") for line in again.out.splitlines()] == [True, True]


def test_of_several_papers_the_one_that_runs_over_is_named(
    cli: Cli, application: str, data_file: Callable[..., Path], tmp_path: Path
):
    long = data_file(emp_no="CH0013", address="zts@chenghu.example", reason="与供应商联系交货期。\n" * 40)
    number = cli("record", "application", "--data", long).out.strip()
    said = cli("print", application, number, "-o", tmp_path / "sheets")
    assert said.code == 1
    assert said.out.splitlines()[1].endswith("4 页，应为 2 页，第 1 次打印")


def test_several_papers_need_a_folder_and_numbers_that_are_there(cli: Cli, application: str, tmp_path: Path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "不是文件夹" in cli("print", application, "YJ-2026-0002", "-o", tmp_path / "file").refused()
    assert "没有编号 YJ-2026-0777" in cli("print", application, "YJ-2026-0777", "-o", tmp_path / "new").refused()
    assert not (tmp_path / "new").exists()


def test_a_register_leaves_as_a_workbook_with_every_row(played: Cli, tmp_path: Path):
    rows = played("list", "applications", "--json").rows
    said = played("export", "applications", "-o", tmp_path / "a.xlsx")
    assert (said.code, said.out.strip()) == (0, f"{tmp_path / 'a.xlsx'}　{len(rows)} 行")
    cells = [[cell.value for cell in line] for line in openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows()]
    wanted = [row["number"] for row in rows if row["number"]]
    numbers = [cell for line in cells for cell in line if cell in wanted]
    assert numbers == wanted
    played("export", "applications", "--where", "state=closed", "-o", tmp_path / "b.xlsx")
    text = [str(c.value) for line in openpyxl.load_workbook(tmp_path / "b.xlsx").active.iter_rows() for c in line]
    closed = [row["number"] for row in rows if row["state"] == "closed"]
    assert [cell for cell in text if cell in wanted] == closed


def test_the_month_leaves_as_a_workbook_whose_numbers_are_the_desks(played: Cli, tmp_path: Path):
    path = tmp_path / "ledger.xlsx"
    said = played("export", "ledger", "--month", "2026-11", "-o", path)
    assert (said.code, said.out.strip()) == (0, str(path))
    book = openpyxl.load_workbook(path)
    opened = [row["number"] for row in played("list", "applications", "--json").rows
              if (row["opened_on"] or "").startswith("2026-11")]  # fmt: skip
    texts = {sheet.title: [str(c.value) for line in sheet.iter_rows() for c in line] for sheet in book}
    listed = [cell for name, cells in texts.items() for cell in cells if cell in opened and "开户" in name]
    assert sorted(listed) == sorted(opened) != []


@pytest.mark.parametrize("month", ["", "2026-13", "November", "2026-1", "2026-00"])
def test_a_month_that_is_none_writes_nothing(played: Cli, tmp_path: Path, month: str):
    assert "应写成 2026-11" in played("export", "ledger", "--month", month, "-o", tmp_path / "l.xlsx").refused()
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_workbook_that_cannot_be_written_is_said(played: Cli, tmp_path: Path):
    assert played("export", "staff", "-o", tmp_path / "gone" / "x.xlsx").refused()
    assert played("export", "ledger", "--month", "2026-11", "-o", tmp_path / "gone" / "l.xlsx").refused()
    assert "没有登记簿" in played("export", "phonebook", "-o", tmp_path / "x.xlsx").refused()


def test_a_target_that_is_no_file_is_left_alone(cli: Cli, application: str, tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for target in (pipe, tmp_path):
        for what in (("print", application), ("export", "staff"), ("export", "ledger", "--month", "2026-11")):
            assert "不是文件" in cli(*what, "-o", target).refused()
    assert pipe.is_fifo()


def test_letters_that_like_to_join_stay_apart_so_that_an_address_is_found(
    cli: Cli, data_file: Callable[..., Path], tmp_path: Path
):
    number = cli("record", "application", "--data", data_file(address="fifl-office@chenghu.example")).out.strip()
    cli("print", number, "-o", tmp_path / "a.pdf")
    assert "fifl-office@chenghu.example" in text_of_pdf((tmp_path / "a.pdf").read_bytes())


STEERING = "\x1b]0;PWNED\x07\x1b[31m红\x9b2J\u202e倒"


def test_no_record_steers_the_terminal_that_lists_it(cli: Cli, desk: Path):
    """Whatever came into the desk by another hand: colours, titles and the cursor of a terminal are not its to set."""
    with closing(sqlite3.connect(desk / "desk.maildesk")) as raw, raw:
        raw.execute("UPDATE staff SET post = ?", (STEERING,))
    assert "�]0;PWNED��[31m红�2J�倒" in cli("list", "staff").out
    said = cli("list", "staff", "--json")
    assert {row["post"] for row in said.rows} == {STEERING}
    assert not any(sign in said.out for sign in "\x1b\x07\x9b\u202e")


def test_no_argument_steers_the_terminal_that_refuses_it(cli: Cli):
    assert cli("list", STEERING).refused().startswith("没有登记簿“�]0;PWNED��[31m红�2J�倒”")

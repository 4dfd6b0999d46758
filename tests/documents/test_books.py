"""Workbooks: what a clerk exports and a manager signs."""

from __future__ import annotations

import subprocess
import zipfile
from contextlib import closing
from datetime import date, datetime

import openpyxl
import pytest
from msgspec import structs

from desk_mailadmin.documents.ledger import Footer, LedgerColumn, LedgerSheet, check_workbook, write_ledger
from desk_mailadmin.documents.long_book import read_back
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.documents.sheet_widths import fitted_widths
from desk_mailadmin.documents.text_width import width_of
from desk_mailadmin.documents.workbook import LONG, export_table, table_book
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.table import Kind
from tests.documents.conftest import WHEN
from tests.documents.tables import SPEC, lines

DAY = date(2026, 11, 21)
COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 3),
    LedgerColumn("编号", Kind.CODE, 8),
    LedgerColumn("姓名", width=5),
    LedgerColumn("开户日期", Kind.DATE, 7),
    LedgerColumn("说明", width=20),
    LedgerColumn("费用", Kind.MONEY, 7, total=True),
    LedgerColumn("份数", Kind.COUNT, 4, total=True),
    LedgerColumn("工号", Kind.CODE, 6, hidden=True),
)


def book_sheet(count, **more):
    rows = [(n, f"YJ-2026-{n:04}", "欧阳思远", DAY, "因工作需要", n * 105, 1, f"A{n:05}") for n in range(1, count + 1)]
    return LedgerSheet(
        **{
            "name": "开户台账",
            "title": "开户台账",
            "columns": COLUMNS,
            "rows": rows,
            "facts": ("单位：云帆集团", "期间：2026 年 11 月"),
            "signatures": ("制表", "审核", "批准"),
            "notes": ("本月编号 YJ-2026-0001～0012，作废 0 份，缺号 0。",),
            "frozen": 3,
        }
        | more
    )


@pytest.fixture
def save(tmp_path):
    def saved(*sheets, **meta):
        result = write_ledger(tmp_path / "办公台账.xlsx", sheets, meta or {"期间": "2026-11"}, footer=Footer(DAY))
        return openpyxl.load_workbook(result.path), result

    return saved


def test_a_sheet_stands_in_the_common_frame(save):
    book, saved = save(book_sheet(12))
    page = book["开户台账"]
    assert (saved.rows, saved.moved, saved.replaced) == (12, False, 0)
    assert page["A1"].value == "开 户 台 账"
    assert page["A2"].value == "单位：云帆集团　　期间：2026 年 11 月"
    assert [cell.value for cell in page[3]] == [column.title for column in COLUMNS]
    assert page.freeze_panes == "D4"
    assert page.auto_filter.ref == "A3:H15"
    assert page.print_title_rows == "$1:$3"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.oddFooter.left.text == "2026 年 11 月 21 日 由 desk_mailadmin 导出"
    assert page.oddFooter.center.text == "第 &P 页"
    assert page.oddFooter.right.text == "内部资料 注意保管"
    assert page.column_dimensions["H"].hidden
    assert page["B4"].border.left.style == "thin"


def test_values_keep_their_kind(save):
    book, _ = save(book_sheet(2))
    page = book["开户台账"]
    row = {cell.column_letter: cell for cell in page[4]}
    assert (row["B"].value, row["B"].data_type, row["B"].number_format) == ("YJ-2026-0001", "s", "@")
    assert (row["D"].value, row["D"].number_format) == (datetime(2026, 11, 21), "yyyy-mm-dd")
    assert (row["F"].value, row["F"].number_format) == (1.05, "#,##0.00")
    assert row["A"].value == 1


def test_rows_are_plain_values_and_only_totals_are_formulas(save):
    book, _ = save(book_sheet(3))
    page = book["开户台账"]
    formulas = [cell.coordinate for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == ["F7", "G7"]
    assert page["F7"].value == "=SUBTOTAL(109,F4:F6)"
    assert page["A7"].value == "合计"
    assert page["A8"].value.startswith("本月编号")
    assert page["A10"].value.startswith("制表：")
    assert "审核：" in page["A10"].value


def test_the_hidden_sheet_proves_rows_and_totals(save):
    book, _ = save(book_sheet(3), 期间="2026-11", 散列="ab12")
    page = book["_meta"]
    assert page.sheet_state == "hidden"
    assert dict(page.values) == {
        "期间": "2026-11", "散列": "ab12", "开户台账.rows": "3", "开户台账.费用": "630", "开户台账.份数": "3",
    }  # fmt: skip


def test_subtotals_and_voids_do_not_count_twice(save):
    sheet = book_sheet(6, emphasised=frozenset({2}), struck=frozenset({4}))
    book, _ = save(sheet)
    page = book["开户台账"]
    assert sheet.totals()[5] == (1 + 2 + 4 + 6) * 105
    assert page["F10"].value == "=SUBTOTAL(109,F4:F5,F7:F7,F9:F9)"
    assert page["B6"].font.bold
    assert page["B8"].font.strike


def test_nothing_to_sum_is_nought(save):
    book, _ = save(book_sheet(0))
    assert book["开户台账"]["F4"].value == 0
    book, _ = save(book_sheet(2, struck=frozenset({0, 1})))
    assert book["开户台账"]["F6"].value == 0


def test_text_that_looks_like_a_formula_stays_text(save):
    hostile = ["=1+1", "+86", "-x", "@a", "\tx", "＝A1", '=HYPERLINK("http://x")', "#N/A", "=cmd|' /C calc'!A0"]
    rows = [(n, text, text, DAY, text, 1, 1, text) for n, text in enumerate(hostile)]
    book, _ = save(book_sheet(0, rows=rows, title="=1", facts=("+1",), notes=("=2",)))
    page = book["开户台账"]
    for number, text in enumerate(hostile, 4):
        assert (page.cell(number, 5).value, page.cell(number, 5).data_type) == (text, "s")
        assert page.cell(number, 5).quotePrefix == (text != "#N/A")
    assert page["A1"].data_type == "s"


def test_what_no_workbook_holds_is_shown_and_counted(save):
    book, saved = save(book_sheet(0, rows=[(1, "a", "一\x0b二\ud800", DAY, "三\ufffe", 1, 1, "")]))
    assert saved.replaced == 3
    assert book["开户台账"]["C4"].value == "一\ufffd二\ufffd"


def test_a_text_longer_than_a_cell_is_refused_and_nothing_written(save, tmp_path):
    with pytest.raises(UserError, match="一格最多 32767 个"):
        save(book_sheet(0, rows=[(1, "a", "字" * 40_000, DAY, "", 1, 1, "")]))
    assert list(tmp_path.iterdir()) == []


def test_rows_grow_with_their_text(save):
    book, _ = save(book_sheet(0, rows=[(1, "a", "短", DAY, "长" * 100, 1, 1, ""), (2, "b", "短", DAY, "短", 1, 1, "")]))
    page = book["开户台账"]
    assert page.row_dimensions[4].height >= 5 * 15
    assert page.row_dimensions[5].height == 18


def test_at_least_three_rows_travel_with_the_signatures(save):
    broken = {
        count: [b.id - 3 for b in save(book_sheet(count))[0]["开户台账"].row_breaks.brk] for count in range(1, 90)
    }
    assert {len(breaks) for breaks in broken.values()} == {0, 1, 2, 3, 4}
    assert all(count - breaks[-1] >= 3 for count, breaks in broken.items() if breaks)
    assert any(count - breaks[-1] == 3 for count, breaks in broken.items() if breaks)


def test_a_sheet_nobody_signs_breaks_where_it_will(save):
    book, _ = save(book_sheet(90, signatures=()))
    assert not book["开户台账"].row_breaks.brk


def test_the_foot_of_a_page_says_what_proves_it_and_who_signs_it(tmp_path):
    footer = Footer(DAY, "SHA-256 0123 & 日志 7", ("制表", "经理"))
    saved = write_ledger(tmp_path / "a.xlsx", [book_sheet(1)], {}, footer=footer)
    with zipfile.ZipFile(saved.path) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()
    assert "制表：　　　　　　经理：　　　　　　\n SHA-256 0123 &amp;&amp; 日志 7\n 2026 年 11 月 21 日" in text
    page = openpyxl.load_workbook(saved.path)["开户台账"]
    plain = openpyxl.load_workbook(write_ledger(tmp_path / "b.xlsx", [book_sheet(1)], {}, footer=Footer(DAY)).path)
    assert page.page_margins.bottom > plain["开户台账"].page_margins.bottom


def test_hidden_columns_are_folded_behind_a_button_and_words_are_offered(save):
    columns = (*COLUMNS[:2], structs.replace(COLUMNS[2], choices=("张敏", "罗刚")), *COLUMNS[3:])
    book, _ = save(book_sheet(3, columns=columns))
    folded = book["开户台账"].column_dimensions
    assert (folded["H"].hidden, folded["H"].outlineLevel, folded["I"].collapsed) == (True, 1, True)
    (offered,) = book["开户台账"].data_validations.dataValidation
    assert (offered.formula1, str(offered.sqref), offered.showErrorMessage) == ('"张敏,罗刚"', "C4:C6", False)


def test_two_sheets_of_one_name_are_told_apart(save):
    book, _ = save(book_sheet(1), book_sheet(2), book_sheet(1, name="汇总/十一月", landscape=False))
    assert book.sheetnames == ["开户台账", "开户台账(2)", "汇总_十一月", "_meta"]
    assert book["汇总_十一月"].page_setup.orientation == "portrait"


def test_a_written_book_that_differs_is_found(save, tmp_path):
    save(book_sheet(3))
    path = tmp_path / "办公台账.xlsx"
    check_workbook(path, [book_sheet(3)])
    for other in (book_sheet(4), book_sheet(3, rows=[*book_sheet(2).rows, (3, "", "", DAY, "", 1, 1, "")])):
        with pytest.raises(EnvironmentFault, match="和数据不一致（开户台账）"):
            check_workbook(path, [other])


def test_a_damaged_book_is_found(save, tmp_path):
    save(book_sheet(3))
    path = tmp_path / "办公台账.xlsx"
    path.write_bytes(path.read_bytes()[:-900])
    with pytest.raises(EnvironmentFault, match="和数据不一致"):
        check_workbook(path, [book_sheet(3)])


def test_a_long_book_is_read_back_with_its_sums(long_book, tmp_path):
    _, saved, rows = long_book
    sheet = table_book(title="开户申请", company="云帆", spec=SPEC, rows=rows, when=WHEN)
    fees, ids = sum(line.fee or 0 for line in rows), sum(line.id for line in rows)
    assert read_back(saved.path, sheet) == [LONG + 1, 2 * (LONG + 1), fees, ids]
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(saved.path.read_bytes()[:-900])
    with pytest.raises(zipfile.BadZipFile):
        read_back(broken, sheet)


def export(path, rows, when):
    return export_table(
        path, title="开户申请", company="云帆集团", spec=SPEC, rows=rows, when=when, filter_text="未办结", by="张敏"
    )


def test_a_list_is_exported_with_every_column_but_the_next_step(tmp_path, when):
    saved = export(tmp_path / "申请.xlsx", lines(5), when)
    page = openpyxl.load_workbook(saved.path)["开户申请"]
    heads = [cell.value for cell in page[3]]
    assert heads == ["状态", "编号", "姓名", "部门", "日期", "时间", "次数", "已到", "手机", "金额", "内部"]
    first = [cell.value for cell in page[4]]
    assert first[:4] == ["待签字", "YJ-2026-0001", "欧阳思远", "国际业务部"]
    assert first[5:10] == [datetime(2026, 11, 3, 9, 30), 2, "✓", "13817170137", 1.37]
    assert page["J9"].value == "=SUBTOTAL(109,J4:J8)"
    assert page["A2"].value == "单位：云帆集团　　范围：未办结　　制表：2026-11-21 张敏　　共 5 条　　金额单位：元"
    assert saved.rows == 5


def test_an_empty_list_is_exported_too(tmp_path, when):
    assert export(tmp_path / "申请.xlsx", [], when).rows == 0


@pytest.fixture(scope="module")
def long_book(tmp_path_factory):
    rows = lines(LONG + 1)
    rows[1] = structs.replace(rows[1], name="=1+1", dept="一\x0b二\r\n三", number="0012")
    saved = export(tmp_path_factory.mktemp("long") / "申请.xlsx", rows, WHEN)
    return openpyxl.load_workbook(saved.path), saved, rows


def test_a_long_list_says_the_same_as_a_short_one(long_book, tmp_path, when):
    book, saved, rows = long_book
    export(tmp_path / "short.xlsx", rows[2:20], when)
    short = openpyxl.load_workbook(tmp_path / "short.xlsx")["开户申请"]
    page = book["开户申请"]
    assert [[cell.value for cell in row] for row in page["A6:K20"]] == [
        [cell.value for cell in row] for row in short["A4:K18"]
    ]
    assert [cell.value for cell in page[3]] == [cell.value for cell in short[3]]
    assert [cell.number_format for cell in page[6]] == [cell.number_format for cell in short[6]]
    assert saved.rows == LONG + 1
    assert page.max_row == 3 + LONG + 1 + 1


def test_a_long_list_is_as_safe_as_a_short_one(long_book):
    book, saved, _ = long_book
    page = book["开户申请"]
    assert (page["C5"].value, page["C5"].data_type, page["C5"].quotePrefix) == ("=1+1", "s", True)
    assert (page["B5"].value, page["B5"].number_format) == ("0012", "@")
    assert page["D5"].value == "一\ufffd二\n三"
    assert saved.replaced == 1
    assert [cell.coordinate for cell in page[page.max_row] if cell.data_type == "f"] == [f"J{page.max_row}"]


def test_a_long_list_is_set_up_for_paper(long_book):
    book, _, _ = long_book
    page = book["开户申请"]
    assert page.print_title_rows == "$1:$3"
    assert page.freeze_panes == "C4"
    assert page.page_setup.orientation == "landscape"
    assert page.oddFooter.left.text == "2026 年 11 月 21 日 由 desk_mailadmin 导出"
    assert book["_meta"].sheet_state == "hidden"
    assert dict(book["_meta"].values)["开户申请.rows"] == str(LONG + 1)


def test_doubled_heads_of_a_long_list_are_told_apart(tmp_path, when):
    spec = structs.replace(SPEC, columns=(*SPEC.columns[:4], SPEC.columns[2]))
    saved = export_table(tmp_path / "a.xlsx", title="表", company="云帆", spec=spec, rows=lines(LONG + 1), when=when)
    with closing(openpyxl.load_workbook(saved.path, read_only=True)) as book:
        assert [cell.value for cell in book["表"][3]][-1] == "姓名(2)"


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path, when):
    with pytest.raises(UserError, match="一张表最多 1048566 行"):
        export(tmp_path / "a.xlsx", [lines(1)[0]] * 1_048_567, when)


def test_a_cell_too_long_stops_a_long_list_and_leaves_nothing(tmp_path, when):
    rows = [*lines(LONG), structs.replace(lines(1)[0], dept="字" * 40_000)]
    with pytest.raises(UserError, match="一格最多"):
        export(tmp_path / "a.xlsx", rows, when)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.tool
def test_libreoffice_opens_and_adds_up_the_same(save, tmp_path, long_book):
    _, saved = save(book_sheet(40), book_sheet(3, name="汇总", landscape=False))
    _, long, _ = long_book
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "pdf")]
    subprocess.run([*command, str(saved.path), str(long.path)], check=True, capture_output=True, timeout=170)
    text = text_of_pdf((tmp_path / "pdf" / "办公台账.pdf").read_bytes())
    assert "861.00" in text  # 105 fen × (1 + … + 40)
    assert "第 1 页" in text
    assert "制表：" in text
    total = sum(line.fee or 0 for line in long_book[2])
    last = text_of_pdf((tmp_path / "pdf" / "申请.pdf").read_bytes()).split("\f")[-1]
    assert f"{total / 100:,.2f}" in last
    assert "编号" in last


def test_a_narrow_sheet_is_wide_enough_for_the_line_of_facts_above_it():
    narrow = LedgerSheet(
        name="汇总", title="汇总", facts=("单位：青屿仪器股份有限公司", "期间：2026 年 11 月", "制表：周敏", "内部资料"),
        columns=(LedgerColumn("单位", Kind.TEXT, 8), LedgerColumn("开户", Kind.COUNT, 6)),
        rows=(("华东分公司", 1),),
    )  # fmt: skip
    assert sum(fitted_widths(narrow)) >= width_of("　　".join(narrow.facts))

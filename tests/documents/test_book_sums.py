"""What stands below the rows: totals, balance, checks, and what the formulas come to for who cannot reckon."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from python_calamine import CalamineWorkbook

from desk_mailadmin.documents.book import Agreement, LedgerColumn, LedgerSheet
from desk_mailadmin.documents.cached_values import keep_results
from desk_mailadmin.documents.canonical import canonical_bytes, canonical_hash
from desk_mailadmin.documents.ledger import Footer, write_ledger
from desk_mailadmin.documents.long_book import write_long
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.table import Kind
from tests.documents.ledger_books import COLUMNS, DAY, charts, convert, ledger, recomputed


def summary(sheet: LedgerSheet, cases: int, due: int) -> LedgerSheet:
    return LedgerSheet(
        "汇总", "汇总",
        (LedgerColumn("序号", Kind.COUNT, 4), LedgerColumn("部门"), LedgerColumn("件数", Kind.COUNT, 5, total=True),
         LedgerColumn("应扣", Kind.MONEY, 7, total=True), LedgerColumn("扣回", Kind.MONEY, 7, total=True)),
        ((1, "全部", cases, due, sheet.sum_of(6)),),
        landscape=False,
        agreements=(Agreement("件数", "处罚台账"), Agreement("应扣", "处罚台账", "应扣"), Agreement("扣回", "处罚台账", "本月扣回")),
    )  # fmt: skip


def both(count: int) -> tuple[LedgerSheet, LedgerSheet]:
    sheet = ledger(count)
    return summary(sheet, count - len(sheet.struck), sheet.sum_of(5)), sheet


def write(path: Path, *sheets: LedgerSheet, **more: Any) -> Path:
    return write_ledger(path, sheets, {}, footer=Footer(DAY, "SHA-256 0123456789abcdef　日志 7 fedcba"), **more).path


def cells(path: Path, *, reckoned: bool) -> dict[tuple[str, str], Any]:
    book = openpyxl.load_workbook(path, data_only=reckoned)
    return {(page.title, cell.coordinate): cell.value for page in book for row in page.iter_rows() for cell in row}


def formulas(path: Path) -> list[tuple[str, str]]:
    return [place for place, value in cells(path, reckoned=False).items() if str(value).startswith("=")]


def test_a_reader_that_cannot_reckon_sees_every_sum(tmp_path: Path):
    shown, sheet = both(40)
    path = write(tmp_path / "a.xlsx", shown, sheet)
    read = cells(path, reckoned=True)
    places = formulas(path)
    assert len(places) == 3 + 3 + 2 + 1
    assert all(read[place] not in (None, "") for place in places)
    assert read["处罚台账", "F44"] == sheet.sum_of(5) / 100
    assert read["处罚台账", "G44"] == sheet.sum_of(6) / 100
    assert [read["汇总", f"{letter}6"] for letter in "CDE"] == ["相符"] * 3
    other = CalamineWorkbook.from_path(path).get_sheet_by_name("处罚台账").to_python()
    assert Decimal(str(other[43][5])) * 100 == sheet.sum_of(5)


def test_a_balance_says_what_came_and_went_and_that_it_holds(tmp_path: Path):
    read = cells(write(tmp_path / "a.xlsx", sheet := ledger(10)), reckoned=True)
    heads = {
        value: place[1]
        for place, value in read.items()
        if value in ("上月结转", "本月新增", "本月扣回", "期末结转", "核对")
    }
    assert list(heads) == ["上月结转", "本月新增", "本月扣回", "期末结转", "核对"]
    below = {title: read["处罚台账", cell[:-2] + str(int(cell[-2:]) + 1)] for title, cell in heads.items()}
    assert below == {
        "上月结转": 1234.56, "本月新增": sheet.sum_of(5) / 100, "本月扣回": sheet.sum_of(6) / 100,
        "期末结转": sheet.balance.result.fen / 100, "核对": "相符",
    }  # fmt: skip


@pytest.mark.parametrize("off", [1, -1, 100_000])
def test_a_balance_that_does_not_hold_is_red(tmp_path: Path, off: int):
    sheet = ledger(10, off=off)
    assert sheet.balance.difference == -off
    path = write(tmp_path / "a.xlsx", sheet)
    wrong = [place for place, value in cells(path, reckoned=True).items() if value == "不符"]
    assert len(wrong) == 1
    rules = openpyxl.load_workbook(path)["处罚台账"].conditional_formatting
    (red,) = [rule for area in rules if wrong[0][1] in area for rule in area.rules]
    assert (red.formula, red.dxf.fill.bgColor.rgb) == (['"不符"'], "00C00000")


def test_a_term_that_is_not_the_sum_of_its_column_is_found(tmp_path: Path):
    sheet = ledger(10)
    terms = tuple(structs.replace(term, fen=term.fen + 5) for term in sheet.balance.terms)
    result = structs.replace(sheet.balance.result, fen=sheet.balance.result.fen + 5)
    shifted = ledger(10, balance=structs.replace(sheet.balance, terms=terms, result=result))
    assert shifted.balance.difference == 0
    assert "不符" in cells(write(tmp_path / "a.xlsx", shifted), reckoned=True).values()


@pytest.mark.parametrize(("cases", "due", "said"), [(0, 0, ["相符"] * 3), (1, 0, ["不符", "相符", "相符"]), (0, 1, ["相符", "不符", "相符"])])  # fmt: skip
def test_a_summary_is_compared_with_the_sheet_behind_it(tmp_path: Path, cases: int, due: int, said: list[str]):
    sheet = ledger(20)
    shown = summary(sheet, 20 - len(sheet.struck) + cases, sheet.sum_of(5) + due)
    read = cells(write(tmp_path / "a.xlsx", shown, sheet), reckoned=True)
    assert [read["汇总", f"{letter}6"] for letter in "CDE"] == said


@pytest.mark.parametrize(
    "wrong", [Agreement("没有", "处罚台账"), Agreement("件数", "没有"), Agreement("件数", "处罚台账", "没有")]
)
def test_a_check_of_what_is_not_there_is_refused(tmp_path: Path, wrong: Agreement):
    shown, sheet = both(5)
    with pytest.raises(KeyError, match="没有"):
        write(tmp_path / "a.xlsx", structs.replace(shown, agreements=(wrong,)), sheet)
    with pytest.raises(KeyError, match="应扣"):
        write(tmp_path / "a.xlsx", shown, structs.replace(sheet, columns=COLUMNS[:5] + COLUMNS[6:7] * 6))
    assert list(tmp_path.iterdir()) == []


def test_many_voids_still_make_a_formula_that_excel_takes(tmp_path: Path):
    rows = [(n, "", DAY, "", "", 1, 1, "", "", "", True) for n in range(1, 1201)]
    sheet = ledger(0, rows=rows, struck=frozenset(range(0, 1200, 2)), balance=None)
    path = write(tmp_path / "a.xlsx", sheet)
    total = cells(path, reckoned=False)["处罚台账", "F1204"]
    assert max(part.count(",") for part in total.split("+")) < 255
    assert len(total) < 8192
    assert cells(path, reckoned=True)["处罚台账", "F1204"] == 6


def test_a_result_without_its_formula_is_a_mistake(tmp_path: Path):
    path = write(tmp_path / "a.xlsx", ledger(3))
    with pytest.raises(ValueError, match="B2"):
        keep_results(path, {1: {"B2": 1}})
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_word_with_signs_of_xml_is_kept_as_it_is(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "=1<2", "=3"
    book.save(tmp_path / "a.xlsx")
    keep_results(tmp_path / "a.xlsx", {1: {"A1": "<甲&乙>"}})
    assert list(cells(tmp_path / "a.xlsx", reckoned=True).values()) == ["<甲&乙>", None]
    assert list(cells(tmp_path / "a.xlsx", reckoned=False).values()) == ["=1<2", "=3"]


def test_a_long_book_shows_its_sums_too(tmp_path: Path):
    rows = [(n, f"CF-{n}", DAY, "办公室", "", n, 7, "", "", "", True) for n in range(1, 5001)]
    plain = {"balance": None, "notes": (), "signatures": (), "struck": frozenset(), "rows": rows}
    path = write_long(tmp_path / "a.xlsx", ledger(0, **plain), {}, day=DAY).path
    assert formulas(path) == [("处罚台账", "F5004"), ("处罚台账", "G5004")]
    read = cells(path, reckoned=True)
    assert (read["处罚台账", "F5004"], read["处罚台账", "G5004"]) == (125_025.0, 350.0)
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize("more", [{"struck": frozenset({1})}, {"signatures": ("制表",)}, {"notes": ("说明",)}])
def test_a_long_book_refuses_what_it_would_lose(tmp_path: Path, more: dict[str, Any]):
    plain = {"balance": None, "notes": (), "signatures": (), "struck": frozenset()}
    with pytest.raises(ValueError, match="处罚台账"):
        write_long(tmp_path / "a.xlsx", ledger(3, **plain | more), {}, day=DAY)


@pytest.mark.tool
def test_libreoffice_reckons_every_sum_as_it_was_kept(tmp_path: Path):
    books = [write(tmp_path / f"{count}.xlsx", *both(count), charts=[charts()]) for count in (0, 1, 200)]
    books.append(write(tmp_path / "wrong.xlsx", ledger(10, off=1)))
    for path in books:  # saved by openpyxl, formulas lose what they came to
        openpyxl.load_workbook(path).save(tmp_path / f"bare_{path.name}")
    bare = [path.with_name(f"bare_{path.name}") for path in books]
    (tmp_path / "out").mkdir()
    for path, made in zip(books, convert(bare, "xlsx:Calc MS Excel 2007 XML", tmp_path / "out"), strict=True):
        kept, reckoned = cells(path, reckoned=True), cells(made, reckoned=True)
        places = formulas(path)
        assert len(places) > 0
        assert {place: reckoned[place] for place in places} == {place: kept[place] for place in places}


@pytest.mark.tool
def test_the_signatures_never_stand_alone_on_paper(tmp_path: Path):
    books = {count: write(tmp_path / f"{count}.xlsx", ledger(count)) for count in range(0, 46, 3)}
    pages = {
        count: text_of_pdf(made.read_bytes()).split("\f")
        for count, made in zip(books, convert(list(books.values()), "pdf", tmp_path / "out"), strict=True)
    }
    assert {len(texts) for texts in pages.values()} >= {1, 2, 3}
    for count, texts in pages.items():
        assert len(re.findall(r"CF-2026-\d{4}\s", texts[-1])) >= min(3, count), count
        for words in ("合计", "期末结转", "相符", "制表：", "财务签收："):
            assert words in texts[-1], (count, words)
        assert all("违规事实" in text and "SHA-256 0123456789abcdef" in text for text in texts)


def test_a_stranger_reckons_the_hash_from_the_file(tmp_path: Path):
    sheets = both(30)
    path = write(tmp_path / "a.xlsx", *sheets, charts=[charts()])
    assert recomputed(path) == canonical_bytes(sheets)
    assert canonical_hash(sheets) == hashlib.sha256(recomputed(path)).hexdigest()


def test_every_cell_changes_the_hash_and_the_day_of_export_does_not():
    sheet = ledger(9)
    seen = {canonical_hash([sheet])}
    for place, value in enumerate(sheet.rows[2]):
        row = list(sheet.rows[2])
        row[place] = not value if isinstance(value, bool) else "别的" if isinstance(value, str) else 77
        seen.add(canonical_hash([structs.replace(sheet, rows=[*sheet.rows[:2], row, *sheet.rows[3:]])]))
    for more in ({"struck": frozenset()}, {"name": "别的"}, {"balance": ledger(9, carried=1).balance}):
        seen.add(canonical_hash([structs.replace(sheet, **more)]))
    assert len(seen) == 1 + len(COLUMNS) + 3
    later = structs.replace(sheet, facts=("制表：2027-01-01",), title="别的", notes=())
    assert canonical_hash([later]) == canonical_hash([sheet])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), st.booleans()), max_size=12), st.integers(-(10**9), 10**9))
def test_sums_of_any_money_are_kept_to_the_fen(tmp_path_factory: Any, fen: list[tuple[int, bool]], carried: int):
    rows = [(n, "", DAY, "", "", one, 0, "", "", "", True) for n, (one, _) in enumerate(fen, 1)]
    struck = frozenset(place for place, (_, void) in enumerate(fen) if void)
    made = ledger(0, carried=carried, rows=rows, struck=struck)
    total = sum(one for one, void in fen if not void)
    terms = [structs.replace(t, fen=total) if t.column else t for t in made.balance.terms]
    result = structs.replace(made.balance.result, fen=carried + total)
    sheet = structs.replace(made, balance=structs.replace(made.balance, terms=tuple(terms), result=result))
    read = cells(write(tmp_path_factory.mktemp("any") / "a.xlsx", sheet), reckoned=True)
    assert Decimal(str(read["处罚台账", f"F{4 + len(fen)}"])) * 100 == total
    assert "相符" in read.values()

"""The sheet of charts: native ones that show the figures beside them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec import structs

from desk_mailadmin.documents.book import ChartSeries
from desk_mailadmin.documents.ledger import Footer, write_ledger
from desk_mailadmin.documents.pages import text_of_pdf
from tests.documents.ledger_books import DAY, charts, convert, ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "a.xlsx", [ledger(12)], {}, footer=Footer(DAY), charts=[charts()]).path


def drawn(path: Path) -> list[Any]:
    return list(openpyxl.load_workbook(path)["统计图"]._charts)  # openpyxl shows charts nowhere else


def test_each_chart_is_of_the_figures_beside_it(path: Path):
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["处罚台账", "统计图", "_meta"]
    page = book["统计图"]
    for chart, meant in zip(drawn(path), charts().charts, strict=False):
        for series, one in zip(chart.series, meant.series, strict=True):
            names, figures = (
                page[source.split("!")[1].replace("$", "")] for source in (series.cat.numRef.f, series.val.numRef.f)
            )
            assert [cell.value for (cell,) in rows(names)] == list(meant.categories)
            assert [round((cell.value or 0) * (100 if meant.money else 1)) for (cell,) in rows(figures)] == list(
                one.figures
            )
            assert page[series.tx.strRef.f.split("!")[1].replace("$", "")].value == one.title
    assert len(drawn(path)) == 3
    assert "没有数据。" in [cell.value for row in page.iter_rows() for cell in row]


def rows(area: Any) -> Any:
    return area if isinstance(area, tuple) else ((area,),)


def test_names_of_departments_stay_text(path: Path):
    page = openpyxl.load_workbook(path)["统计图"]
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == "=1+1"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@pytest.mark.parametrize("figures", [(1, 2), tuple(range(13))])
def test_figures_that_do_not_fit_their_names_or_the_paper_are_refused(tmp_path: Path, figures: tuple[int, ...]):
    sheet = charts()
    names = ("甲", "乙", "丙") if len(figures) == 2 else tuple(f"{n}" for n in figures)
    wrong = structs.replace(sheet.charts[0], categories=names, series=(ChartSeries("罚款", figures),))
    with pytest.raises(ValueError, match="各部门"):
        write_ledger(
            tmp_path / "a.xlsx",
            [ledger(1)],
            {},
            footer=Footer(DAY),
            charts=[structs.replace(sheet, charts=(wrong,))],
        )
    assert list(tmp_path.iterdir()) == []


def test_each_axis_says_what_it_measures(path: Path):
    with zipfile.ZipFile(path) as book:
        texts = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/charts/chart")]
    assert len(texts) == 3
    for words in ("金额（元）", "部门", "件数", "月份"):
        assert any(words in text for text in texts)
    assert all('<c:delete val="0"' in text or '<delete val="0"' in text for text in texts)


@pytest.mark.tool
def test_libreoffice_draws_the_charts_on_one_page(path: Path, tmp_path: Path):
    (made,) = convert([path], "pdf", tmp_path / "out")
    text = text_of_pdf(made.read_bytes()).split("\f")[-1]
    for words in ("各部门", "国际业务部", "金额（元）", "2026-12", "没有数据。", "第 1 页"):
        assert words in text
    assert text.count("国际业务部") == 2  # in the table and at the axis

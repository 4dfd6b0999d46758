from __future__ import annotations

import pytest
from msgspec import structs

from desk_mailadmin.documents.pages import Pages, text_of_pdf
from desk_mailadmin.documents.table_sheet import list_sheets
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.table import Column, Kind, TableSpec
from tests.documents.tables import SPEC, lines

NARROW = structs.replace(SPEC, columns=SPEC.columns[1:5])


@pytest.fixture
def draw(renderer, library, when):
    def drawn(rows, spec=SPEC, **more):
        return list_sheets(
            renderer, library, title="开户申请", company="云帆集团", spec=spec, rows=rows, when=when, **more
        )

    return drawn


def text_of(sheets):
    return "\f".join(text_of_pdf(sheet.pdf) for sheet in sheets)


def test_a_list_has_title_filter_count_columns_and_rows(draw):
    text = text_of(draw(lines(3), filter_text="未办结，国际业务部", printed="张敏"))
    for words in (
        "开户申请",
        "云帆集团",
        "未办结，国际业务部",
        "共 3 条",
        "制表日期：2026-11-21",
        "打印：张敏",
        "待签字",
    ):
        assert words in text
    assert "YJ-2026-0003" in text
    assert "2026-11-03 09:30" in text
    assert "1.37" in text
    assert "✓" in text


def test_what_is_for_the_screen_only_stays_there(draw):
    text = text_of(draw(lines(2)))
    assert "下一步" not in text
    assert "内部" not in text


def test_heads_are_repeated_and_pages_counted(draw):
    (sheet,) = draw(lines(120))
    pages = text_of_pdf(sheet.pdf).split("\f")
    assert sheet.pages == len(pages) > 2
    assert all("编号" in page and f"共 {sheet.pages} 页" in page for page in pages)
    assert sum(page.count("YJ-2026-") for page in pages) == 120


def test_few_columns_stand_upright_and_many_lie(draw):
    def shape(sheets):
        with Pages(sheets[0].pdf) as pages:
            width, height = pages.size(0)
        return "landscape" if width > height else "portrait"

    assert shape(draw(lines(3), spec=NARROW)) == "portrait"
    assert shape(draw(lines(3))) == "landscape"


def test_more_columns_than_a_page_holds_share_it(draw):
    many = tuple(Column(f"c{n}", f"第{n}栏的长标题", lambda line: line.dept, width=12) for n in range(16))
    spec = TableSpec(columns=many, row_id=lambda line: line.id, headline=lambda line: (line.name, ""))
    (sheet,) = draw(lines(4), spec=spec)
    assert text_of((sheet,)).replace("\n", "").count("国际业务部") == 64


def test_codes_stay_whole_and_apart_where_texts_must_break(draw):
    def code(name):
        return Column(name, name, lambda line: f"CHENGHU{line.id:04}", Kind.CODE, 4)

    def words(name):
        return Column(name, name, lambda line: f"起{line.dept}的一段在这一格里怎么也写不下的说明文字", width=24)

    columns = tuple(make(f"{n}{make.__name__}") for n in range(6) for make in (code, words))
    spec = TableSpec(columns=columns, row_id=lambda line: line.id, headline=lambda line: (line.name, ""))
    (sheet,) = draw(lines(1), spec=spec)
    with Pages(sheet.pdf) as pages:
        codes, starts = pages.find("CHENGHU0001"), pages.find("起")
    assert len(codes) == len(starts) == 6
    assert all(code.right < start.left for code, start in zip(codes, starts, strict=True))


def test_where_a_page_is_crowded_dates_and_addresses_break_between_their_parts(draw):
    def mail(name):
        return Column(name, name, lambda line: f"luqi{line.id}@hb.chenghu.example", width=4)

    def day(name):
        return Column(name, name, lambda line: line.on, Kind.DATE)

    columns = tuple(make(f"{n}{make.__name__}") for n in range(8) for make in (mail, day))
    spec = TableSpec(columns=columns, row_id=lambda line: line.id, headline=lambda line: (line.name, ""))
    (sheet,) = draw(lines(1), spec=spec)
    with Pages(sheet.pdf) as pages:
        names, years = pages.find("chenghu."), pages.find("2026-")
    beside = [year for year in years if year.top > names[0].top - 20]
    assert len(names) == 8
    assert "\u200b" not in text_of((sheet,))
    assert all(name.right < year.left for name, year in zip(names, beside, strict=True))


def test_money_is_summed_below_when_asked(draw):
    rows = lines(4)
    assert "合计" in text_of(draw(rows, totals=True))
    assert "13.70" in text_of(draw(rows, totals=True))
    assert "合计" not in text_of(draw(rows))


def test_personal_data_are_masked_when_asked(draw):
    assert "13817170137" in text_of(draw(lines(1)))
    masked = text_of(draw(lines(1), masked=True))
    assert "138****0137" in masked
    assert "13817170137" not in masked


def test_groups_get_a_heading_that_is_repeated(draw):
    (sheet,) = draw(lines(80), group=lambda line: f"{line.dept}：")
    pages = text_of_pdf(sheet.pdf).split("\f")
    assert "国际业务部：" in pages[0]
    assert all("部：" in page or "）：" in page for page in pages)


def test_an_empty_list_is_a_page_that_says_so(draw):
    (sheet,) = draw([])
    assert sheet.pages == 1
    assert "共 0 条" in text_of((sheet,))


def test_a_name_no_font_draws_is_named(draw):
    with pytest.raises(UserError, match="此字打不出：“😀”"):
        draw([structs.replace(lines(1)[0], name="王😀")])


def test_a_long_list_comes_in_documents_of_at_most_two_hundred_pages(draw):
    sheets = draw(lines(9_000), spec=NARROW)
    assert len(sheets) > 1
    assert all(sheet.pages <= 200 for sheet in sheets)
    last = text_of_pdf(sheets[-1].pdf)
    assert f"第 {len(sheets)} 册，共 {len(sheets)} 册。" in last.replace("\n", "")
    assert f"第 {sum(sheet.pages for sheet in sheets)} 页" in last

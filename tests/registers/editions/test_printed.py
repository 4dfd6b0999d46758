"""The directory on paper and in files: what each tier shows, on which page, for whom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desk_mailadmin.documents.sheet_formulas import FIRST_ROW
from desk_mailadmin.registers.editions.entries import Listed, by_name, common_domain, listed_of, of_tier
from desk_mailadmin.registers.editions.printed import (
    BY_NAME,
    FOR_DESKS,
    Book,
    book_paper,
    reminder_paper,
)
from desk_mailadmin.registers.editions.printing import book_of, confirmation_drawings, copy_drawings, export_of
from desk_mailadmin.registers.editions.report import (
    department_sheet,
    name_sheet,
    write_cards,
    write_ldif,
    write_workbook,
)
from desk_mailadmin.registers.editions.rules import FULL, ORDINARY, ORDINARY_MOBILES
from tests.registers.builders import COMPANY_NAME, TODAY, House

from .filling import confirmed, editions, started, three_departments


class Desk:
    """What papers ask of a window."""

    def __init__(self, house: House) -> None:
        self.services, self.desk = house.services, house.desk


@pytest.fixture
def bench(house: House) -> Any:
    three_departments(house)
    started(house)
    return Desk(house)


def text_of(house: House, paper: Any) -> str:
    """What a paper says, without the gaps that its type has between characters."""
    from desk_mailadmin.documents.pages import Pages

    drawing = house.services["papers"].drawing(paper)
    with Pages(drawing.sheet().pdf) as pages:
        said = "\f".join(pages.text(number) for number in range(pages.count))
    return said.replace(" ", "").replace("\u3000", "")


def listed(count: int, **changes: Any) -> list[Listed]:
    return [
        Listed(n, "总部", f"第{n // 40}部", n // 40, f"周{n}", extension=str(8000 + n), **changes) for n in range(count)
    ]


def test_the_ordinary_tier_leaves_out_what_reaches_leaders_alone(house: House, bench: Any):
    said = text_of(house, book_paper(book_of(bench, 1, ORDINARY), TODAY))
    assert "15400000000" not in said
    assert "0571-55518040" not in said
    assert "15400000001" in said
    assert "0571-55518041" in said
    assert "8040" in said
    assert "内部资料" in said
    house.decide(ORDINARY_MOBILES, False)
    assert "15400000001" not in text_of(house, book_paper(book_of(bench, 1, ORDINARY), TODAY))


def test_the_full_tier_names_copy_and_holder_on_every_page(house: House, bench: Any):
    (copy,) = editions(house).give_copies(1, [2])
    book = replace(book_of(bench, 1, FULL), entries=listed(120)).copied(editions(house).copy(copy))
    pages = text_of(house, book_paper(book, TODAY)).split("\f")
    assert len(pages) > 2
    assert all("第001号" in page and "持有人：孙志强（财务部）" in page and "内部资料" in page for page in pages)
    ((drawing,), paper_of) = copy_drawings(bench, [copy])
    assert (drawing.paper.kind, drawing.paper.record, drawing.paper.mark) == ("edition_copy", copy, "")
    assert "15400000000" in text_of(house, paper_of(copy))


def test_department_headings_are_repeated_on_each_page(house: House, bench: Any):
    book = replace(book_of(bench, 1, ORDINARY), entries=listed(120))
    pages = text_of(house, book_paper(book, TODAY)).split("\f")
    assert "第0部（续）" in pages[1]
    assert "第2页共4页" in pages[1]


def test_by_pinyin_there_is_an_index_of_letters(house: House, bench: Any):
    paper = book_paper(book_of(bench, 1, ORDINARY, BY_NAME), TODAY)
    assert paper.data["index"] == [["H", "1"], ["S", "1"], ["Z", "1"], ["公用电话", "1"]]
    assert paper.data["pages"][0]["span"] == "H—公用电话"
    said = text_of(house, paper)
    assert said.index("韩雪") < said.index("孙志强") < said.index("周文博") < said.index("会议室3A")


def test_the_desk_list_is_folded_and_has_extensions_alone(house: House, bench: Any):
    paper = book_paper(book_of(bench, 1, ORDINARY, FOR_DESKS), TODAY)
    assert paper.data["title"] == "分机号码表"
    assert [[half["number"] for half in side["halves"]] for side in paper.data["pages"]] == [[0, 1], [0, 0]]
    assert "15400000001" not in text_of(house, paper)


def test_an_edition_worked_at_is_a_draft_and_an_issued_one_is_printed_as_it_was(house: House, bench: Any):
    assert book_paper(book_of(bench, 1, ORDINARY), TODAY).mark == "草稿"
    confirmed(house, [row.id for row in editions(house).of_edition(1)])
    editions(house).issue(1, TODAY)
    house.directory.remove(house.directory.listed()[0].id, TODAY)
    paper = book_paper(book_of(bench, 1, ORDINARY), TODAY)
    said = text_of(house, paper)
    assert paper.mark == ""
    assert "周文博" in said
    assert "部门负责人确认：李建华2026-12-03" in said


def test_a_department_ticks_its_own_lines(house: House, bench: Any):
    records = [row.id for row in editions(house).of_edition(1)]
    drawings, paper_of = confirmation_drawings(bench, records)
    assert [drawing.paper.number for drawing in drawings] == ["QR-2026-0001", "QR-2026-0002", "QR-2026-0003"]
    said = text_of(house, paper_of(records[0]))
    assert "周文博" in said
    assert "会议室" in said
    assert "孙志强" not in said
    assert said.count("□") == 2 * 2 + 4
    digits = drawings[0].digits
    assert digits is not None
    assert house.services["papers"].number_of(digits) == "QR-2026-0001"


def test_the_list_of_the_missing_names_each_department(house: House, bench: Any):
    rows = editions(house).of_edition(1, "pending")
    said = text_of(house, reminder_paper(rows, TODAY, TODAY))
    assert "未确认3个部门" in said
    assert "QR-2026-0003" in said


def test_entries_come_back_from_a_snapshot_and_stand_by_name(house: House, bench: Any):
    entries = listed_of(house.directory.snapshot())
    assert [entry.shown_name for entry in by_name(entries)] == ["韩雪", "孙志强", "周文博", "（会议室 3A）"]
    assert entries[1].uid.startswith("directory-")
    assert of_tier(entries, FULL, mobiles=False) == entries
    assert of_tier(entries, ORDINARY, mobiles=True)[0].mobile == ""
    assert common_domain(entries) == ""
    shared = [replace(entries[0], email="a@x.example"), replace(entries[0], email="b@y.example")]
    assert common_domain([*shared, replace(entries[0], email="c@x.example")]) == "@x.example"


def test_an_address_of_another_domain_is_printed_whole(house: House, bench: Any):
    entries = [replace(one, email=f"u{n}@x.example") for n, one in enumerate(listed(3))]
    entries[1] = replace(entries[1], email="somebody.with.a.long.address@elsewhere.example")
    book = Book(editions(house).edition(1), entries, FULL)
    paper = book_paper(book, TODAY)
    (heading, *rows) = paper.data["pages"][0]["items"]
    assert heading[2] == "第0部　3 条　　邮箱 @x.example"
    assert "u0" in rows[0][2]
    said = text_of(house, paper).replace("\n", "").replace("\u200b", "")
    assert "elsewhere.example" in said


def test_a_workbook_has_a_sheet_by_department_and_one_by_name(house: House, bench: Any, tmp_path: Path):
    export = export_of(bench, 1, FULL, COMPANY_NAME)
    when = house.desk.clock.now()
    by_dept = department_sheet(export, when, "周敏")
    assert [row[1] for row in by_dept.rows][:3] == ["总部　国际业务部", "周文博", "（会议室 3A）"]
    assert by_dept.emphasised == frozenset({0, 4, 7})
    assert "完整版　内部资料" in by_dept.facts
    assert tuple(name_sheet(export, when, "周敏").rows[0][:2]) == ("H", "韩雪")
    saved = write_workbook(export, tmp_path / "通讯录.xlsx", when, "周敏")
    from openpyxl import load_workbook

    book = load_workbook(saved)
    assert book.sheetnames[:2] == ["通讯录", "拼音"]
    page = book["通讯录"]
    heading, person, foot = (page.cell(FIRST_ROW + place, 2) for place in (0, 1, 3))
    assert heading.value == "总部　国际业务部"
    assert str(foot.value).startswith("部门负责人确认")
    heights = {page.row_dimensions[cell.row].height for cell in (heading, person, foot)}
    assert len(heights) == 1, "a heading is no taller than a line of the list"
    assert not heading.alignment.wrap_text
    assert not foot.alignment.wrap_text


def test_protected_numbers_leave_in_the_full_tier_alone(house: House, bench: Any, tmp_path: Path):
    ordinary, full = (export_of(bench, None, tier, COMPANY_NAME) for tier in (ORDINARY, FULL))
    assert "还没有版次" in " ".join(department_sheet(ordinary, house.desk.clock.now(), "").facts)
    cards = write_cards(ordinary, tmp_path / "a.vcf").read_text("utf-8")
    assert "15400000000" not in cards
    assert "15400000001" in cards
    assert "15400000000" in write_ldif(full, tmp_path / "a.ldif").read_text("utf-8")
    assert "FN:会议室 3A\r\nN:会议室 3A;;;;" in (tmp_path / "a.vcf").read_bytes().decode()

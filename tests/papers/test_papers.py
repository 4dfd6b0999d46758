from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from desk_mailadmin.catalogue import register_of
from desk_mailadmin.documents.foreign_pdf import count_pages
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.errors import EnvironmentFault, UserError
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.settings import OFFICE_EXTENSION
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.office import open_office
from desk_mailadmin.papers import Drawing, Paper, Papers, chinese_date
from desk_mailadmin.registers.applications.entries import ApplicationEntry
from desk_mailadmin.registers.applications.printed import application_paper, blank_data
from desk_mailadmin.registers.receipts.printed import receipt_paper
from tests.registers.builders import COMPANY_NAME, DOMAIN, TODAY, House, new_house


@pytest.fixture
def papers(house: House) -> Papers:
    found: Papers = house.services["papers"]
    return found


def application_drawing(house: House, record: int) -> Drawing:
    papers: Papers = house.services["papers"]
    return papers.drawing(application_paper(house.applications, house.desk.settings, record))


def receipt_drawing(house: House, record: int) -> Drawing:
    papers: Papers = house.services["papers"]
    return papers.drawing(receipt_paper(house.receipts, house.branches, house.desk.settings, record))


def text_of(pdf: bytes) -> str:
    with Pages(pdf) as pages:
        return "\n".join(pages.text(page) for page in range(pages.count))


def test_a_sheet_shows_company_number_data_and_who_printed_it_when(house: House):
    drawing = application_drawing(house, house.signing())
    sheet = drawing.sheet()
    text = text_of(sheet.pdf)
    for word in (
        COMPANY_NAME,
        "YJ-2026-0001",
        "周文博",
        f"zhouwenbo@{DOMAIN}",
        "2026-12-03 09:00 周敏",
        "第一联",
        "第二联",
    ):
        assert word in text
    assert drawing.title == "电子邮件开户申请表"
    assert sheet.sheets == 2


def test_one_copy_can_be_drawn_alone(house: House):
    drawing = application_drawing(house, house.signing())
    text = text_of(drawing.sheet([2]).pdf)
    assert "第二联" in text
    assert "第一联" not in text


def test_the_same_paper_is_drawn_the_same_to_the_byte(house: House):
    record = house.signing()
    assert application_drawing(house, record).sheet().pdf == application_drawing(house, record).sheet().pdf


def test_a_draft_carries_no_code_and_a_print_counts_in_it(house: House, papers: Papers):
    draft = house.applications.draft(ApplicationEntry(house.person()))
    assert application_drawing(house, draft).digits is None
    record = house.signing(house.person("程思思"), f"chengsisi@{DOMAIN}")
    drawing = application_drawing(house, record)
    assert papers.keep(drawing, drawing.sheet().pdf, 2) == 1
    again = application_drawing(house, record)
    codes = [SheetCode.parse(str(digits)) for digits in (drawing.digits, again.digits)]
    assert [(code.desk, code.form, code.year, code.serial, code.print_no) for code in codes] == [
        (house.desk.tag, 1, 26, 1, 1),
        (house.desk.tag, 1, 26, 1, 2),
    ]


def test_a_scanned_code_leads_back_to_the_number_of_either_sheet(house: House, papers: Papers):
    record, opened = house.opened()
    application, receipt = application_drawing(house, record), receipt_drawing(house, opened.receipt)
    assert papers.number_of(str(application.digits)) == "YJ-2026-0001"
    assert papers.number_of(str(receipt.digits)) == "HZ-2026-0001"
    form, code = papers.read_code(str(receipt.digits))
    assert (form.spec.id, code.serial) == ("account_receipt", 1)


def test_a_code_of_another_desk_another_form_or_none_is_told_apart(house: House, papers: Papers):
    foreign = SheetCode((house.desk.tag + 1) % 100, 1, 26, 1).digits
    with pytest.raises(UserError, match="不是这个台账打印的"):
        papers.number_of(foreign)
    with pytest.raises(UserError, match="不认识这种表单（种类号 77）"):
        papers.number_of(SheetCode(house.desk.tag, 77, 26, 1).digits)
    with pytest.raises(UserError, match="不是表单上的 16 位码"):
        papers.number_of("12345")


def test_what_was_printed_is_kept_to_the_byte_journalled_and_told(house: House, papers: Papers):
    record = house.signing()
    drawing = application_drawing(house, record)
    pdf = drawing.sheet().pdf
    house.announced.clear()
    assert papers.latest("application", record, "account_application") is None
    assert papers.keep(drawing, pdf, 2) == 1
    printed = papers.latest("application", record, "account_application")
    assert printed is not None
    assert (printed.number, printed.copies, printed.who) == (1, 2, "周敏")
    assert printed.data["address"] == f"zhouwenbo@{DOMAIN}"
    assert papers.kept_pdf(printed) == pdf
    assert house.announced == ["applications"]
    assert house.history("application", record)[0] == "打印“电子邮件开户申请表”第 1 次，2 份"


def test_a_reprint_shows_the_sheet_as_it_was_and_says_that_it_is_one(house: House, papers: Papers):
    person = house.person()
    record = house.signing(person)
    drawing = application_drawing(house, record)
    pdf = drawing.sheet().pdf
    papers.keep(drawing, pdf, 2)
    house.staff.edit(person, replace(house.staff.entry(person), name="周文波"))
    house.later()
    printed = papers.latest("application", record, "account_application")
    assert printed is not None
    text = text_of(papers.reprint(printed))
    assert "周文博" in text
    assert "补打" in text
    assert "2026-12-04 09:00 周敏" in text
    assert papers.kept_pdf(printed) == pdf
    papers.reprinted(printed, 1)
    assert [(p.number, p.reprint) for p in papers.prints_of("application", record)] == [(1, 0), (1, 1)]
    assert house.history("application", record)[0] == "补打“电子邮件开户申请表”第 1 次，1 份"
    assert papers.latest("application", record, "account_application") == printed


def test_a_kept_sheet_that_was_altered_is_not_passed_off_as_the_one_printed(house: House, papers: Papers):
    record = house.signing()
    drawing = application_drawing(house, record)
    papers.keep(drawing, drawing.sheet().pdf, 1)
    printed = papers.latest("application", record, "account_application")
    assert printed is not None
    (file,) = [path for path in (house.desk.folder / "printed").rglob("*") if path.is_file()]
    file.chmod(0o600)
    file.write_bytes(b"%PDF-1.7 something else")
    with pytest.raises(EnvironmentFault, match="被改动或损坏"):
        papers.reprint(printed)


def test_an_empty_form_has_lines_to_write_on_and_no_number(house: House, papers: Papers):
    route = house.applications.asked("account_application").route("headquarters")
    data = blank_data(house.applications, house.desk.settings, "account_application", route, TODAY)
    drawing = papers.drawing(Paper("application", 0, "account_application", "", data))
    text = text_of(drawing.sheet([1], blank=True).pdf)
    assert COMPANY_NAME in text
    assert "电子邮件开户申请表" in text
    assert "YJ-2026" not in text


def test_a_form_that_is_not_there_is_named(papers: Papers):
    with pytest.raises(UserError, match="没有表单“leave_form”"):
        papers.drawing(Paper("application", 0, "leave_form", "", {}))


def test_a_form_is_tried_with_its_own_sample(papers: Papers):
    for form_id in papers.library.ids:
        papers.try_form(form_id)
    with pytest.raises(UserError, match="没有表单“leave_form”"):
        papers.try_form("leave_form")


def test_a_list_is_printed_whole_and_masked_where_asked(house: House, papers: Papers):
    for name, mobile in (("周文博", "13817170137"), ("程思思", "13817170138")):
        house.person(name, mobile=mobile)
    table = register_of("staff").table
    rows = house.staff.rows(house.staff.keys(Query()))
    (sheet,) = papers.list_sheets("人员", table, rows, filter_text="在职")
    text = text_of(sheet.pdf)
    assert COMPANY_NAME in text
    assert "13817170137" in text
    assert "在职" in text
    (masked,) = papers.list_sheets("人员", table, rows, masked=True)
    assert "13817170137" not in text_of(masked.pdf)
    assert "138****0137" in text_of(masked.pdf)


def test_the_footer_names_the_clerk_where_there_is_one(house: House, papers: Papers):
    assert papers.printed_line() == "2026-12-03 09:00 周敏"
    house.desk.who = ""
    assert papers.printed_line() == "2026-12-03 09:00"


def test_the_offices_own_form_is_laid_over_and_a_broken_one_is_told(tmp_path: Path):
    house = new_house(tmp_path / "desk")
    house.office.close()
    own = tmp_path / "desk" / "forms" / "account_application"
    shutil.copytree(asset_dir("forms") / "account_application", own)
    toml = own / "form.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('title = "电子邮件开户申请表"', 'title = "邮箱申请单"'),
        encoding="utf-8",
    )
    office = open_office(tmp_path / "desk", house.clock)
    assert office.papers.problems == ()
    assert office.services["applications"].kinds["account_application"].title == "邮箱申请单"
    office.close()
    toml.write_text("api = 1\nid = ", encoding="utf-8")
    office = open_office(tmp_path / "desk", house.clock)
    (problem,) = office.papers.problems
    assert "account_application" in str(problem)
    assert office.services["applications"].kinds["account_application"].title == "电子邮件开户申请表"
    office.close()


def test_company_and_extension_stand_on_every_sheet_and_the_record_may_overrule_them(house: House, papers: Papers):
    house.decide(OFFICE_EXTENSION, "8009")
    drawing = papers.drawing(Paper("receipt", 0, "account_receipt", "", {"company": "云帆国际"}))
    assert (drawing.data["help_ext"], drawing.data["company"]) == ("8009", "云帆国际")


def test_dates_are_written_as_papers_write_them():
    assert chinese_date(TODAY) == "2026 年 12 月 3 日"


def test_the_pages_of_an_attachment_are_those_of_its_pdf_and_one_for_a_picture(house: House):
    assert count_pages("表.pdf", application_drawing(house, house.signing()).sheet().pdf) == 2
    assert count_pages("a.png", b"\x89PNG") == 1
    with pytest.raises(UserError, match="PDF 打不开"):
        count_pages("a.pdf", b"%PDF-garbage")

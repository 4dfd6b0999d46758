"""Every shipped form, looked at as a clerk does: is it all there, is it the same every time."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.documents.renderer import DRAFT, VOID, Job, Renderer
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paths import asset_dir

FORMS = sorted(path.parent.name for path in asset_dir("forms").glob("*/form.toml"))
PRINTED = "2026-11-21 16:02 张敏"


def draw(renderer, library, form, when, **more):
    data = library.sample(form) | more.pop("data", {})
    settings = {"number": data.get("number", ""), "code_digits": "3701260001370139", "printed": PRINTED} | more
    return renderer.render(library.form(form), data, when=when, **settings)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_what_it_said_before(renderer, library, golden, when, form):
    text = text_of_pdf(draw(renderer, library, form, when).pdf) + "\n"
    file = golden / f"{form}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_archival_pdf_and_the_same_bytes_in_any_thread(renderer, library, when, form):
    with ThreadPoolExecutor(2) as threads:
        pdfs = {sheet.pdf for sheet in threads.map(lambda _: draw(renderer, library, form, when), range(4))}
    assert len(pdfs) == 1
    (pdf,) = pdfs
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf


@pytest.mark.parametrize("form", FORMS)
def test_a_blank_form_keeps_its_words_and_leaves_its_fields(renderer, library, when, form):
    sheet = draw(renderer, library, form, when, blank=True)
    text = text_of_pdf(sheet.pdf)
    assert sheet.pages == sheet.sheets
    assert "欧阳思远" not in text
    assert "2026-01" not in text
    assert "第 1 页" in text


@pytest.mark.parametrize("form", FORMS)
def test_a_fresh_renderer_draws_the_same_bytes(renderer, library, fonts, when, form):
    assert draw(Renderer(fonts), library, form, when).pdf == draw(renderer, library, form, when).pdf


def test_a_blank_receipt_still_carries_the_rules_in_force(renderer, library, when):
    text = text_of_pdf(draw(renderer, library, "account_receipt", when, blank=True, copy=1).pdf).replace("\n", "")
    assert "邮件收发接受办公室监督检查" in text
    assert "年　　月　　日" in text


def test_each_copy_is_named_and_counts_its_own_pages(renderer, library, when):
    both = draw(renderer, library, "account_application", when)
    first, second = text_of_pdf(both.pdf).split("\f")
    assert (both.pages, both.sheets) == (2, 2)
    assert "第一联　办公室存档" in first
    assert "第二联　申请部门留存" in second
    assert "第 1 页　共 1 页" in first
    assert "第 1 页　共 1 页" in second


def test_one_copy_alone_can_be_printed(renderer, library, when):
    sheet = draw(renderer, library, "account_receipt", when, copy=2)
    assert sheet.pages == 1
    assert "第二联　办公室存根" in text_of_pdf(sheet.pdf)


@pytest.mark.parametrize(
    ("route", "there", "not_there"),
    [("headquarters", "部门经理审核意见", "分公司负责人确认"), ("branch", "分公司负责人确认", "部门经理审核意见")],
)
def test_the_route_decides_who_signs(renderer, library, when, route, there, not_there):
    text = text_of_pdf(draw(renderer, library, "account_application", when, data={"route": route}).pdf)
    assert there in text
    assert not_there not in text


def test_the_pledge_has_its_revision_and_the_notice_of_supervision(renderer, library, when):
    text = text_of_pdf(draw(renderer, library, "account_application", when, copy=1).pdf).replace("\n", "")
    assert "承诺书版次：A/1" in text
    assert "系统会自动保存部分用户收发邮件的副本" in text
    assert "绝密级资料不在网上发送" in text


@pytest.mark.parametrize("mark", [DRAFT, VOID])
def test_a_mark_stands_across_the_sheet(renderer, library, when, mark):
    text = text_of_pdf(draw(renderer, library, "account_receipt", when, mark=mark, copy=1).pdf)
    assert mark in re.sub(r"\s", "", text)


def test_a_reason_of_ten_thousand_characters_goes_on_over_pages(renderer, library, when):
    sheet = draw(renderer, library, "account_application", when, data={"reason": "因工作需要，" * 1_667}, copy=1)
    pages = text_of_pdf(sheet.pdf).split("\f")
    assert 4 <= sheet.pages <= 12
    assert sum(page.replace("\n", "").count("工作需要") for page in pages) >= 1_600
    assert all("续页" in page and "YJ-2026-0137" in page for page in pages[1:])
    assert f"共 {sheet.pages} 页" in pages[0]


def test_a_department_of_two_hundred_characters_and_an_endless_address_stay_on_the_page(renderer, library, when):
    data = {"dept": "国际业务部" * 40, "address": "a" * 64 + "@" + "b" * 60 + ".example.com", "post": "x" * 120}
    sheet = draw(renderer, library, "account_application", when, data=data, copy=1)
    text = text_of_pdf(sheet.pdf)
    assert sheet.pages <= 2
    assert text.replace("\n", "").replace("\u200b", "").count("国际业务部") == 40
    assert "a" * 64 in re.sub(r"[\n\r\u200b\ufffe]", "", text)


def test_an_empty_optional_field_prints_empty(renderer, library, when):
    data = {"mobile": "", "alternative": "", "reason": ""}
    text = text_of_pdf(draw(renderer, library, "account_application", when, data=data, copy=1).pdf)
    assert "备选地址" in text
    assert "None" not in text


@pytest.mark.parametrize("name", ["王䶮", "李𠮷", "张𬎆", "㛃玥珺昕喆堃镕", "陳龍", "Zoë O’Neill·玛丽"])
def test_a_rare_name_is_printed(renderer, library, when, name):
    text = text_of_pdf(draw(renderer, library, "account_receipt", when, data={"name": name}, copy=1).pdf)
    assert name in text


def test_a_letter_has_its_addressee_and_its_gaps_are_written_on_when_blank(renderer, library, when):
    filled, blank = (
        text_of_pdf(draw(renderer, library, "meeting_notice", when, copy=1, blank=blank).pdf).replace("\n", "")
        for blank in (False, True)
    )
    assert "会议系统管理人员欧阳思远：" in filled
    assert "{" not in filled + blank
    assert "会议系统管理人员：" in blank.replace(" ", "")
    assert "会议时间与电视电话会议冲突的" in blank
    assert "会议时间与电视电话会议冲突的" not in filled


def test_a_character_no_font_draws_is_named(renderer, library, when):
    with pytest.raises(UserError, match="此字打不出：“😀”（U\\+1F600）"):
        draw(renderer, library, "account_application", when, data={"reason": "谢谢😀"})


def test_a_control_character_is_named_too(renderer, library, when):
    with pytest.raises(UserError, match=r"U\+000B"):
        draw(renderer, library, "account_application", when, data={"reason": "一\x0b二"})


def test_what_is_missing_is_named(renderer, library, when):
    data = {key: value for key, value in library.sample("account_receipt").items() if key not in {"imap", "login"}}
    with pytest.raises(UserError, match="缺少这些内容：imap、login"):
        renderer.render(library.form("account_receipt"), data, when=when)


def test_texts_are_never_read_as_markup(renderer, library, when):
    hostile = '#read("x") {name} $a$ *b* <script> \\ `c` ${x}'
    text = text_of_pdf(draw(renderer, library, "account_application", when, data={"reason": hostile}, copy=1).pdf)
    assert hostile in text.replace("\n", " ").replace("“", '"').replace("”", '"')


def test_the_password_slip_has_no_code_and_is_not_archived(renderer, library, when):
    form = library.form("password_slip")
    assert not form.spec.archived
    assert form.spec.number == 0
    assert b"/Subtype/Image" not in draw(renderer, library, "password_slip", when).pdf


def test_a_batch_is_one_document_with_pages_counted_for_each(renderer, library, when):
    form, sample = library.form("account_receipt"), library.sample("account_receipt")
    jobs = [
        Job(sample | {"name": name}, f"HZ-2026-{n:04}", f"{n:016}", copy=1) for n, name in enumerate(["甲", "乙", "丙"])
    ]
    sheet = renderer.render_jobs(form, jobs, when=when)
    pages = text_of_pdf(sheet.pdf).split("\f")
    assert sheet.pages == 3
    assert all("第 1 页　共 1 页" in page for page in pages)
    assert "HZ-2026-0002" in pages[2]

"""The papers of the penalty ledger under what cases really bring: nothing, too much, rare names, every copy."""

from __future__ import annotations

import pytest

from desk_mailadmin.documents.pages import text_of_pdf

DRAWN = ("penalty_notice", "cash_receipt", "appeal_decision", "waiver_approval", "reversal_slip", "line_stop_notice")
LONG = 10_000
REASONED = (
    ("penalty_notice", "facts"),
    ("penalty_notice", "reason"),
    ("appeal_decision", "appeal"),
    ("appeal_decision", "reason"),
    ("waiver_approval", "reason"),
    ("reversal_slip", "reason"),
    ("line_stop_notice", "reason"),
)


def draw(renderer, library, form, when, copy=1, *, blank=False, **data):
    sample = library.sample(form) | data
    return renderer.render(
        library.form(form), sample, when=when, number=sample.get("number", ""), copy=copy, blank=blank
    )


def flat(text):
    return "".join(text.split())


def said(sheet):
    return flat(text_of_pdf(sheet.pdf))


@pytest.mark.parametrize("form", DRAWN)
def test_an_ordinary_paper_is_one_page_in_each_copy(renderer, library, when, form):
    copies = library.form(form).spec.copies
    whole = draw(renderer, library, form, when, copy=None)
    assert whole.pages == whole.sheets == len(copies)
    for page, copy in zip(text_of_pdf(whole.pdf).split("\f"), copies, strict=True):
        assert copy in page


@pytest.mark.parametrize(("form", "key"), REASONED)
def test_ten_thousand_characters_go_on_over_pages(renderer, library, when, form, key):
    data = {key: "经核对清单，" * (LONG // 6), "reasoned": "yes"}
    sheet = draw(renderer, library, form, when, **data)
    first, *others = text_of_pdf(sheet.pdf).split("\f")
    assert 4 <= sheet.pages <= 14
    assert all("续页" in page for page in others)
    assert sum(flat(page).count("经核对清单") for page in (first, *others)) >= LONG // 6 - 20


@pytest.mark.parametrize("form", DRAWN)
def test_a_long_department_and_a_rare_name_are_printed_whole(renderer, library, when, form):
    sheet = draw(renderer, library, form, when, name="王䶮", dept="国际业务部" * 40)
    text = said(sheet)
    assert "王䶮" in text
    assert sheet.pages <= 2
    assert text.count("国际业务部") >= 40


@pytest.mark.parametrize("form", DRAWN)
def test_what_is_not_known_prints_empty(renderer, library, when, form):
    optional = library.form(form).spec.optional
    empty = {
        key: [] if isinstance(value, list) else "" for key, value in library.sample(form).items() if key in optional
    }
    text = said(draw(renderer, library, form, when, **empty))
    assert "None" not in text
    assert "{" not in text


def test_the_notice_says_how_its_sum_comes_about_and_where_to_appeal(renderer, library, when):
    text = said(draw(renderer, library, "penalty_notice", when))
    assert "合计：20×8.60+50×1=222.00元" in text
    assert "人民币（大写）贰佰贰拾贰元整（小写）¥222.00" in text
    assert "自签收之日起5个工作日内向办公室书面申诉（分机8011）" in text
    assert "本通知已当面送达，当事人拒绝签收。" in text


@pytest.mark.parametrize(("copy", "there", "not_there"), [(1, (), ("回执联", "执行联")), (2, ("回执联", "本人签收"), ("执行联",)),
                                                         (3, ("执行联", "扣款月份"), ("回执联",))])  # fmt: skip
def test_only_the_copy_that_loses_a_part_has_a_line_to_tear(renderer, library, when, copy, there, not_there):
    text = said(draw(renderer, library, "penalty_notice", when, copy))
    assert all(words in text for words in there)
    assert not any(words in text for words in not_there)


def test_a_notice_without_money_says_nothing_of_sums_and_goes_to_hr(renderer, library, when):
    money = {"money": "no", "sanctions": ["警告"], "outcome": "警告", "amount": "", "amount_capitals": "", "steps": ""}
    text = said(draw(renderer, library, "penalty_notice", when, 3, **money, execution="报人力资源部。"))
    assert not any(words in text for words in ("¥", "大写", "金额计算", "扣款月份"))
    assert "处理警告执行部门人力资源部" in text


def test_the_company_words_its_fines(renderer, library, when):
    text = said(draw(renderer, library, "penalty_notice", when, money_word="绩效扣减", sanctions=["绩效扣减"]))
    assert "绩效扣减" in text
    assert "罚款" not in text.replace("处罚金", "")


def test_a_reason_stands_where_one_was_given(renderer, library, when):
    plain = said(draw(renderer, library, "penalty_notice", when))
    given = said(draw(renderer, library, "penalty_notice", when, reasoned="yes", reason="附件未压缩，影响较小。"))
    assert "处理理由" not in plain
    assert "处理理由附件未压缩，影响较小。" in given


def test_a_typical_range_with_its_reason_stays_on_one_page(renderer, library, when):
    data = {
        "basis": "邮件制度 6.1\n对违反本制度 4.2 条、4.3 条规定的，给予批评教育，并处 500 元至 800 元的经济处理；情节严重的，加重处理。",
        "reasoned": "yes",
        "reason": "当事人首次发送，附件 6.8 MB 未压缩，收件方来电核实后主动说明情况，没有造成网络阻塞，取下限。",
        "steps": "500—800 元之间：500.00 元",
        "execution": "由财务部从 2026 年 12 月工资中扣除。",
    }
    assert [draw(renderer, library, "penalty_notice", when, copy, **data).pages for copy in (1, 2, 3)] == [1, 1, 1]


def test_gaps_for_sums_are_lines_to_write_on_when_blank(renderer, library, when):
    text = said(draw(renderer, library, "cash_receipt", when, blank=True))
    assert "人民币（大写）（小写）¥" in text


def test_a_long_list_of_deductions_repeats_its_head_and_ends_with_its_sum(renderer, library, when):
    rows = [
        row | {"place": str(place)} for place, row in enumerate(library.sample("payroll_deduction")["rows"] * 15, 1)
    ]
    sheet = draw(renderer, library, "payroll_deduction", when, rows=rows)
    first, *others = map(flat, text_of_pdf(sheet.pdf).split("\f"))
    assert len(others) >= 2
    assert all("本月扣" in page and "续页" in page for page in others)
    assert "财务签收" in others[-1]
    assert "财务签收" not in first
    assert "合计2,364.401,696.40668.00" in others[-1]


def test_a_refund_and_its_sum_are_negative_in_figures_and_words(renderer, library, when):
    text = said(draw(renderer, library, "reversal_slip", when))
    assert "人民币（大写）负贰佰贰拾贰元整（小写）-¥222.00" in text

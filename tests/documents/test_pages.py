from __future__ import annotations

import time

import pytest

from desk_mailadmin.documents.pages import Pages, cut, find, joined, stamp_reprint, text_of_pdf
from desk_mailadmin.documents.scans import SCAN_BYTES, codes_by_page, digits_in_image, digits_in_pdf
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.errors import UserError

CODE = SheetCode(37, 1, 26, 137)


@pytest.fixture(scope="module")
def pdf(renderer, library):
    from tests.documents.conftest import WHEN

    data = library.sample("account_application")
    form = library.form("account_application")
    return renderer.render(form, data, when=WHEN, number="YJ-2026-0137", code_digits=CODE.digits, copy=1).pdf


def test_pages_are_cut_out_and_joined_as_they_were_drawn(renderer, library):
    from tests.documents.conftest import WHEN

    form, data = library.form("account_application"), library.sample("account_application")
    pdf = renderer.render(form, data, when=WHEN, number="YJ-2026-0137").pdf
    assert cut(pdf, 0, 2) is pdf
    assert joined([pdf]) is pdf
    second = cut(pdf, 1, 1)
    with Pages(pdf) as whole, Pages(second) as part, Pages(joined([second, pdf])) as three:
        assert (whole.count, part.count, three.count) == (2, 1, 3)
        assert part.text(0) == whole.text(1) == three.text(0) == three.text(2)
        assert part.image(0, dpi=60).pixels == whole.image(1, dpi=60).pixels == three.image(0, dpi=60).pixels
        assert three.text(1) == whole.text(0) != whole.text(1)


def test_the_same_page_cut_out_at_another_moment_is_the_same_file(renderer, library):
    from tests.documents.conftest import WHEN

    form, data = library.form("account_application"), library.sample("account_application")
    pdf = renderer.render(form, data, when=WHEN, number="YJ-2026-0137").pdf
    before = cut(pdf, 1, 1)
    time.sleep(1.1)
    assert cut(pdf, 1, 1) == before
    assert b"CreationDate" not in before
    assert cut(pdf, 0, 1)[-200:] != before[-200:]


def test_a_page_becomes_grey_or_coloured_pixels(pdf):
    with Pages(pdf) as pages:
        assert pages.count == 1
        assert pages.size(0) == pytest.approx((595.3, 841.9), abs=0.1)
        grey, coloured = pages.image(0, dpi=72, grey=True), pages.image(0, dpi=144)
    assert (grey.width, grey.height) == (596, 842)
    assert len(grey.pixels) == grey.stride * grey.height
    assert coloured.stride >= coloured.width * 4
    assert min(grey.pixels) < 60
    assert max(grey.pixels) == 255


def test_a_wish_for_too_many_pixels_comes_coarser(pdf):
    with Pages(pdf) as pages:
        image = pages.image(0, dpi=20_000, grey=True)
    assert image.width * image.height < 210_000_000


@pytest.mark.parametrize("dpi", [110, 200, 300])
def test_the_code_is_read_from_the_rendered_page(pdf, dpi):
    with Pages(pdf) as pages:
        image = pages.image(0, dpi=dpi, grey=True)
    (digits,) = digits_in_image(image.pixels, image.width, image.height, image.stride)
    assert SheetCode.parse(digits) == CODE


def test_the_code_is_read_from_an_attached_pdf(pdf):
    assert digits_in_pdf(pdf) == (CODE.digits,)


def test_a_sheet_without_code_has_none(renderer, library, when):
    blank = renderer.render(library.form("account_receipt"), library.sample("account_receipt"), when=when, blank=True)
    assert digits_in_pdf(blank.pdf) == ()


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7 cut off", b"no pdf at all"])
def test_what_is_no_pdf_is_one_sentence(raw):
    with pytest.raises(UserError, match="PDF 打不开"):
        digits_in_pdf(raw)


def test_a_huge_scan_is_refused():
    with pytest.raises(UserError, match="扫描件有 50 MB，最多 50 MB。"):
        digits_in_pdf(b"\0" * (SCAN_BYTES + 1))


def test_words_are_found_with_their_place(pdf):
    (place, again) = find(pdf, "yj-2026-0137")
    assert place.page == again.page == 0
    assert 0 < place.left < place.right < 595
    assert 80 < place.top < place.bottom < 130
    assert find(pdf, "没有这句话") == ()
    assert find(pdf, "") == ()


def test_a_reprint_is_the_same_sheet_with_one_stamp(pdf):
    kept = bytes(pdf)
    stamped = stamp_reprint(pdf, "补打　2026-11-22 09:30　张敏")
    assert pdf == kept
    assert "补打　2026-11-22 09:30　张敏" in text_of_pdf(stamped)
    assert "补打" not in text_of_pdf(pdf)
    assert find(stamped, "补打")[0].top < 40
    assert digits_in_pdf(stamped) == (CODE.digits,)
    assert len(stamped) < len(pdf) + 30_000


def test_every_page_is_stamped(renderer, library, when):
    two = renderer.render(library.form("account_receipt"), library.sample("account_receipt"), when=when, number="HZ-1")
    assert text_of_pdf(stamp_reprint(two.pdf, "补打")).count("补打") == 2


def test_a_closed_document_gives_its_memory_back(pdf):
    pages = Pages(pdf)
    pages.close()
    pages.close()
    with Pages(pdf) as again:
        assert "保密承诺书" in again.text(0).replace("\n", "")


def test_a_scan_of_many_sheets_is_read_page_by_page(renderer, library, when):
    form, data = library.form("handover_receipt"), library.sample("handover_receipt")
    coded = renderer.render(form, data, when=when, number="HZ-2026-0001", code_digits=CODE.digits).pdf
    plain = renderer.render(library.form("receipt_reminder"), library.sample("receipt_reminder"), when=when).pdf
    assert list(codes_by_page(joined([plain, coded, plain]))) == [(0, ()), (1, (CODE.digits,)), (2, ())]


def test_a_scan_of_too_many_sheets_is_refused(renderer, library, when, monkeypatch):
    pdf = renderer.render(library.form("receipt_reminder"), library.sample("receipt_reminder"), when=when).pdf
    monkeypatch.setattr("desk_mailadmin.documents.scans.MOST_PAGES", 2)
    with pytest.raises(UserError, match="扫描件有 3 页，一次最多 2 页"):
        list(codes_by_page(joined([pdf] * 3)))

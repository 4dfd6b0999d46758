from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from desk_mailadmin.batch import Portion, Ready, Refused, draw, drawn, portions
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.documents.renderer import BATCH_SHEETS
from desk_mailadmin.documents.scans import digits_in_pdf
from desk_mailadmin.documents.sheet_code import SheetCode
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.papers import Drawing, Papers
from desk_mailadmin.store.print_archive import Part
from desk_mailadmin.unfinished import Unfinished
from tests.papers.test_papers import application_drawing, receipt_drawing, text_of
from tests.registers.builders import DOMAIN, House

NAMES = ("周文博", "程思思", "李可", "王大力", "何静")


@pytest.fixture
def papers(house: House) -> Papers:
    found: Papers = house.services["papers"]
    return found


def waiting(house: House, count: int) -> list[Drawing]:
    """Applications of several people, ready to be printed."""
    records = [house.signing(house.person(name), f"person{n}@{DOMAIN}") for n, name in enumerate(NAMES[:count])]
    return [application_drawing(house, record) for record in records]


def with_data(drawing: Drawing, **data: object) -> Drawing:
    return replace(drawing, data={**drawing.data, **data})


def many(drawing: Drawing, count: int) -> list[Drawing]:
    return [replace(drawing, paper=replace(drawing.paper, number=f"YJ-2026-{n:04d}")) for n in range(1, count + 1)]


def numbers_on(found: Ready) -> list[str]:
    with Pages(found.pdf()) as pages:
        return [text[text.index("YJ-") :][:12] for text in map(pages.text, range(pages.count))]


def test_every_paper_of_a_batch_is_cut_out_with_its_copies_in_the_order_given(house: House):
    drawings = waiting(house, 3)
    order = [drawings[2], drawings[0], drawings[1]]
    found = draw(Portion(tuple(order), (1, 2)))
    for drawing, ready in zip(order, found, strict=True):
        assert isinstance(ready, Ready)
        assert (ready.drawing, ready.pages, ready.runs_over) == (drawing, 2, False)
        assert numbers_on(ready) == [drawing.paper.number] * 2
        text = text_of(ready.pdf())
        assert "第一联" in text
        assert "第二联" in text
        assert set(digits_in_pdf(ready.pdf())) == {drawing.digits}


def test_a_document_holds_two_hundred_sheets_at_most_and_copies_count(house: House):
    (drawing,) = waiting(house, 1)
    batch = many(drawing, 250)
    assert [len(one.drawings) for one in portions(batch, (1, 2))] == [100, 100, 50]
    assert [len(one.drawings) for one in portions(batch, (2,))] == [200, 50]
    assert [one.copies for one in portions(batch, ())] == [(1, 2)] * 3
    assert BATCH_SHEETS == 200


def test_papers_of_several_forms_stay_in_their_order_each_in_the_copies_it_has(house: House):
    record, opened = house.opened()
    application, receipt = application_drawing(house, record), receipt_drawing(house, opened.receipt)
    found = list(drawn([application, receipt, application], (1, 2, 3)))
    assert [one.drawing.form.spec.id for one in found] == [
        "account_application",
        "account_receipt",
        "account_application",
    ]
    assert all(isinstance(one, Ready) and one.copies == (1, 2) for one in found)
    (none,) = draw(portions([receipt], (3,))[0])
    assert isinstance(none, Refused)
    assert "没有选中的联次" in str(none.error)


def test_the_sheet_that_runs_over_is_told_from_its_neighbours_and_stays_whole(house: House):
    drawings = waiting(house, 3)
    long = with_data(drawings[1], reason="与各地供应商联系交货期，每天收发邮件约三十封。" * 90)
    found = draw(Portion((drawings[0], long, drawings[2]), (1, 2)))
    assert [one.pages for one in found if isinstance(one, Ready)] == [2, 4, 2]
    assert [one.runs_over for one in found if isinstance(one, Ready)] == [False, True, False]
    assert [set(numbers_on(one)) for one in found if isinstance(one, Ready)] == [
        {drawing.paper.number} for drawing in drawings
    ]


def test_a_sheet_that_cannot_be_drawn_is_named_and_the_others_are_drawn(house: House):
    drawings = waiting(house, 5)
    drawings[3] = with_data(drawings[3], reason="此\ue000字")
    found = draw(Portion(tuple(drawings), (1,)))
    assert [isinstance(one, Ready) for one in found] == [True, True, True, False, True]
    refused = found[3]
    assert isinstance(refused, Refused)
    assert refused.drawing is drawings[3]
    assert "此字打不出" in str(refused.error)
    assert [numbers_on(one)[0] for one in found if isinstance(one, Ready)] == [
        one.paper.number for one in drawings if one is not drawings[3]
    ]


def test_a_batch_with_a_void_and_a_draft_shows_both_marks(house: House):
    plain, void, draft = waiting(house, 3)
    void = replace(void, paper=replace(void.paper, mark="作废"))
    draft = replace(draft, paper=replace(draft.paper, mark="草稿", number=""), digits=None)
    drawn_now = draw(Portion((plain, void, draft), (1, 2)))
    found = ["".join(text_of(one.pdf()).split()) for one in drawn_now if isinstance(one, Ready)]
    assert [("作废" in text, "草稿" in text) for text in found] == [(False, False), (True, False), (False, True)]


def keep_all(papers: Papers, found: Sequence[Ready | Refused]) -> None:
    for one in found:
        assert isinstance(one, Ready)
        papers.keep(one.drawing, Part(papers.keep_file(one.document), one.first, one.pages), len(one.copies))


def test_what_is_kept_of_a_batch_is_one_file_and_a_reprint_shows_exactly_its_own_pages(house: House, papers: Papers):
    drawings = waiting(house, 3)
    drawings[0] = with_data(drawings[0], reason="与各地供应商联系交货期，每天收发邮件约三十封。" * 90)
    found = draw(Portion(tuple(drawings), (1, 2)))
    keep_all(papers, found)
    assert len([path for path in (house.desk.folder / "printed").rglob("*") if path.is_file()]) == 1
    house.later()
    for drawing, one in zip(drawings, found, strict=True):
        assert isinstance(one, Ready)
        kept = papers.latest("application", drawing.paper.record, "account_application")
        assert kept is not None
        assert (kept.number, kept.copies, kept.pages) == (1, 2, one.pages)
        with Pages(papers.kept_pdf(kept)) as again, Pages(one.pdf()) as printed:
            assert again.count == printed.count == one.pages
            for page in range(one.pages):
                assert again.text(page) == printed.text(page)
                assert again.image(page, dpi=50).pixels == printed.image(page, dpi=50).pixels
        stamped = papers.reprint(kept)
        with Pages(stamped) as pages:
            assert pages.count == one.pages
            assert all("补打" in pages.text(page) and drawing.paper.number in pages.text(page) for page in range(2))
        papers.reprinted(kept, 1)
    assert [one.pages for one in papers.prints_of("application", drawings[0].paper.record)] == [4, 4]


def test_the_file_of_a_batch_that_is_gone_is_said(house: House, papers: Papers):
    (drawing,) = waiting(house, 1)
    keep_all(papers, draw(Portion((drawing,), (1,))))
    (file,) = [path for path in (house.desk.folder / "printed").rglob("*") if path.is_file()]
    file.unlink()
    kept = papers.latest("application", drawing.paper.record, "account_application")
    assert kept is not None
    with pytest.raises(EnvironmentFault, match="不见了"):
        papers.kept_pdf(kept)


def test_a_drawing_grows_old_with_the_next_print_and_is_drawn_anew_with_its_number(house: House, papers: Papers):
    one, other = waiting(house, 2)
    keep_all(papers, draw(Portion((one,), (1,))))
    assert not papers.is_current(one)
    assert papers.is_current(other)
    again = papers.redrawn(one)
    assert papers.is_current(again)
    assert SheetCode.parse(str(again.digits)).print_no == 2


def test_what_is_left_of_a_batch_is_what_the_archive_does_not_know(house: House, papers: Papers):
    drawings = waiting(house, 4)
    note = Unfinished(house.desk)
    assert note.left().sheets == ()
    note.begin(drawings)
    keep_all(papers, draw(Portion(tuple(drawings[:1]), (1,))))
    note.failed(drawings[1])
    left = Unfinished(house.desk).left()
    assert [one.number for one in left.sheets] == [drawing.paper.number for drawing in drawings[1:]]
    assert left.doubtful is not None
    assert left.doubtful.number == drawings[2].paper.number
    assert left.at == "2026-12-03 09:00"
    note.settle()
    assert note.left().doubtful is None
    keep_all(papers, draw(Portion(tuple(drawings[1:]), (1,))))
    assert note.left().sheets == ()
    note.settle()
    assert house.desk.drafts.get("print-queue") is None


def test_an_older_batch_is_not_forgotten_for_a_new_one_and_no_person_stands_in_the_note(house: House, papers: Papers):
    one, other, third = waiting(house, 3)
    note = Unfinished(house.desk)
    note.begin([one, other])
    note.settle()
    note.begin([other, third])
    assert [sheet.number for sheet in note.left().sheets] == [d.paper.number for d in (one, other, third)]
    text = (house.desk.folder / "drafts" / "print-queue.json").read_text(encoding="utf-8")
    assert not any(name in text for name in (*NAMES, DOMAIN))
    house.desk.drafts.put("print-queue", {"sheets": [["application", 1]]})
    assert note.left().sheets == ()
    note.drop()
    assert note.left().sheets == ()

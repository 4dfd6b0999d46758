from __future__ import annotations

from datetime import timedelta

import pytest

from desk_mailadmin.kernel.errors import UserError
from tests.store.notes import Note, Shelf, add_note, change_note
from tests.store.plans import scanned


def titles() -> list[str]:
    return [note.title for note in Note.select().order_by(Note.id)]


def matches(desk, text: str) -> list[int]:
    sql, values = desk.search.condition("note", text)
    return [record for (record,) in desk.database.execute_sql(sql, values)]


def test_a_created_record_is_taken_back_with_its_search_entry_and_announced(desk, announced):
    add_note(desk, "周文斌")
    seq = desk.undoable()[0].seq
    announced.clear()
    assert desk.undo(seq) == 1
    assert titles() == []
    assert matches(desk, "文斌") == []
    assert announced == ["notes"]


def test_an_undo_is_itself_in_the_history_and_cannot_be_undone(desk):
    record = add_note(desk, "一")
    desk.undo(desk.undoable()[0].seq)
    assert [entry.text for entry in desk.journal.history("note", record)] == ["撤销：登记一", "登记一"]
    assert desk.undoable() == ()
    assert desk.check() == ()


def test_a_later_record_never_gets_the_number_of_one_taken_back(desk):
    first = add_note(desk, "一")
    desk.undo(desk.undoable()[0].seq)
    assert add_note(desk, "二") != first


def test_a_change_is_taken_back_to_the_old_values(desk):
    record = add_note(desk, "一", pages=1)
    change_note(desk, record, title="二", pages=5, done=True)
    desk.undo(desk.undoable()[0].seq)
    note = Note.get_by_id(record)
    assert (note.title, note.pages, note.done) == ("一", 1, False)


def test_after_an_undo_the_register_indexes_anew_what_still_exists(desk):
    record = add_note(desk, "周文斌")
    change_note(desk, record, title="吴海燕")
    told = []
    desk.after_undo("note", lambda work, ids: told.append((work.first, list(ids))))
    seq = desk.undoable()[0].seq
    desk.undo(seq)
    assert told == [(desk.journal.head().seq, [record])]


def test_a_removed_record_comes_back_as_it_was(desk):
    record = add_note(desk, "一", pages=3, undoable=False)
    with desk.work("note.remove") as work:
        Note.delete_by_id(record)
        work.wrote("note", record, "移除", before={"title": "一", "pages": 3}, undoable=True)
    desk.undo(desk.undoable()[0].seq)
    assert (Note.get_by_id(record).title, Note.get_by_id(record).pages) == ("一", 3)


def test_a_batch_is_one_line_and_is_taken_back_whole(desk):
    with desk.work("note.import", batch=True) as work:
        work.wrote("import", 0, "导入 {file}", file="花名册.xlsx")
        for name in "甲乙丙":
            note = Note.create(title=name)
            work.wrote("note", note.id, "登记{title}", after={"title": name}, undoable=True, title=name)
    (only,) = desk.undoable()
    assert (only.text, only.rows) == ("导入 花名册.xlsx", 3)
    assert desk.undo(only.seq) == 3
    assert titles() == []


def test_a_batch_is_taken_back_not_at_all_where_one_row_was_changed_since(desk):
    with desk.work("note.import", batch=True) as work:
        notes = [Note.create(title=name) for name in "甲乙丙"]
        for note in notes:
            work.wrote("note", note.id, "登记", after={"title": note.title}, undoable=True)
    batch = desk.undoable()[0].seq
    change_note(desk, notes[1].id, title="丁")
    with pytest.raises(UserError, match="后来又改过"):
        desk.undo(batch)
    assert titles() == ["甲", "丁", "丙"]
    assert desk.check() == ()


def test_any_row_of_a_batch_names_the_batch(desk):
    with desk.work("note.import", batch=True) as work:
        for name in "甲乙":
            last = work.wrote("note", Note.create(title=name).id, "登记", after={"title": name}, undoable=True)
    assert desk.undo(last) == 2


def test_a_record_in_use_elsewhere_stays_and_the_use_is_named(desk):
    with desk.work("shelf.add") as work:
        shelf = Shelf.create(name="甲架")
        work.wrote("shelf", shelf.id, "登记甲架", after={"name": "甲架"}, undoable=True)
    add_note(desk, "周报", shelf_id=shelf.id)
    with pytest.raises(UserError, match="登记周报"):
        desk.undo(desk.undoable()[-1].seq)
    assert Shelf.select().count() == 1


def test_a_batch_of_records_that_lean_on_each_other_is_taken_back_in_reverse(desk):
    with desk.work("import", batch=True) as work:
        shelf = Shelf.create(name="甲架")
        work.wrote("shelf", shelf.id, "登记", after={"name": "甲架"}, undoable=True)
        note = Note.create(title="一", shelf=shelf)
        work.wrote("note", note.id, "登记", after={"title": "一", "shelf_id": shelf.id}, undoable=True)
    assert desk.undo(desk.undoable()[0].seq) == 2
    assert Shelf.select().count() == 0


def test_a_printed_record_stays(desk):
    record = add_note(desk, "一")
    with desk.work("print") as work:
        desk.prints.keep(work, "note", record, "sheet", 2, b"%PDF", "t", {})
    with pytest.raises(UserError, match="已打印"):
        desk.undo(desk.undoable()[-1].seq)


def test_a_record_with_a_scan_stays(desk):
    record = add_note(desk, "一")
    with desk.work("attach") as work:
        desk.attachments.keep(work, "note", record, "scan", "扫描.pdf", b"x")
    with pytest.raises(UserError, match="已附上文件"):
        desk.undo(desk.undoable()[-1].seq)


@pytest.mark.parametrize("order", ["before", "after"])
def test_a_unit_that_took_a_number_is_never_taken_back(desk, order):
    with desk.work("enter") as work:
        if order == "before":
            work.number("KH", 2026)
        work.wrote("note", Note.create(title="一").id, "登记", after={"title": "一"}, undoable=True)
        if order == "after":
            work.number("KH", 2026)
    assert desk.undoable() == ()


def test_a_unit_with_one_change_that_may_not_be_undone_stays_whole(desk):
    with desk.work("enter") as work:
        note = Note.create(title="一")
        work.wrote("note", note.id, "登记", after={"title": "一"}, undoable=True)
        work.wrote("shelf", 1, "占用", before={"name": "甲"}, after={"name": "乙"})
    assert desk.undoable() == ()


def test_yesterdays_work_and_work_undone_are_not_offered(desk, clock):
    add_note(desk, "一")
    seq = desk.undoable()[0].seq
    clock.at += timedelta(days=1)
    assert desk.undoable() == ()
    with pytest.raises(UserError, match="不能撤销了"):
        desk.undo(seq)
    with pytest.raises(UserError, match="不能撤销了"):
        desk.undo(4711)


def test_at_most_fifty_units_are_offered_newest_first(desk):
    for n in range(55):
        add_note(desk, f"第 {n} 条")
    offered = desk.undoable()
    assert len(offered) == 50
    assert offered[0].text == "登记第 54 条"


def test_the_last_deed_is_the_one_to_take_back_and_undoing_is_no_deed(desk):
    add_note(desk, "一")
    add_note(desk, "二")
    deed = desk.last_deed()
    assert deed.text == "登记二"
    desk.undo(deed.seq)
    deed = desk.last_deed()
    assert deed.text == "登记一"
    desk.undo(deed.seq)
    assert desk.last_deed() is None


def test_a_last_deed_that_stays_is_named_and_no_older_one_goes_in_its_place(desk):
    record = add_note(desk, "一")
    with desk.work("note.final") as work:
        work.wrote("note", record, "签收{title}", before={"pages": 1}, after={"pages": 2}, title="一")
    with pytest.raises(UserError) as refused:
        desk.last_deed()
    assert refused.value.values == {"what": "签收一"}
    assert refused.value.template.startswith("上一步“{what}”不能撤销")


def test_a_note_that_changed_nothing_is_no_deed(desk):
    add_note(desk, "一")
    with desk.work("note.print") as work:
        work.wrote("note", 1, "打印列表")
    deed = desk.last_deed()
    assert deed.text == "登记一"


def test_what_can_be_taken_back_is_found_without_reading_the_work_of_all_days(desk):
    add_note(desk, "一")
    for asked in (desk.last_deed, desk.undoable):
        assert scanned(desk.database, "work_unit", asked) == []

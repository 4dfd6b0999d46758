from __future__ import annotations

import tracemalloc

from PySide6.QtCore import QModelIndex, Qt

from desk_mailadmin.kernel.lifecycle import Tone
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.table_model import PAGE, PAGES, CellRole, RegisterModel
from tests.ui import office


def model_of(listing: office.Applications, deeds: office.Deeds | None = None) -> RegisterModel:
    register = office.register(deeds or office.Deeds())
    model = RegisterModel(register.table, listing)
    model.year = 2026
    model.tell_next_steps(register.next_step, {action.key: action.title for action in register.actions})
    model.show_query(Query())
    return model


def column(model: RegisterModel, key: str) -> int:
    return [each.key for each in model.columns].index(key)


def text(model: RegisterModel, row: int, key: str, role: int = Qt.ItemDataRole.DisplayRole):
    return model.index(row, column(model, key)).data(role)


def test_the_model_keeps_qts_rules(qtmodeltester, applications, qapp):
    qtmodeltester.check(model_of(applications(45)), force_py=True)


def test_rows_are_read_by_windows_and_only_when_looked_at(applications, qapp):
    listing = applications(5_000)
    model = model_of(listing)
    assert model.rowCount() == 5_000
    assert listing.reads == []
    text(model, 4_321, "name")
    text(model, 4_322, "dept")
    assert listing.reads == [PAGE]


def test_no_more_than_fifty_windows_stay_in_memory(applications, qapp):
    listing = applications(12_000)
    model = model_of(listing)
    for row in range(0, 12_000, PAGE):
        text(model, row, "name")
    assert len(model._pages) == PAGES
    before = len(listing.reads)
    text(model, 11_999, "name")
    assert len(listing.reads) == before
    text(model, 0, "name")
    assert len(listing.reads) == before + 1


def test_a_million_rows_cost_no_more_than_their_ids(applications, qapp, tmp_path):
    class Million(office.Applications):
        def keys(self, query):
            from array import array

            return array("q", range(1, 1_000_001))

        def rows(self, ids):
            return [office.Row(n, "ready", f"N{n}", "", "周", "", office.TODAY, "", 1) for n in ids]

    listing = Million(applications(1).path)
    tracemalloc.start()
    model = model_of(listing)
    for row in range(0, 1_000_000, 9_999):
        text(model, row, "number")
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert model.rowCount() == 1_000_000
    assert text(model, 999_999, "number") == "N1000000"
    assert peak < 40 * 2**20


def test_sorting_is_done_by_the_register_not_by_the_view(applications, qapp):
    model = model_of(applications())
    model.sort(column(model, "name"), Qt.SortOrder.DescendingOrder)
    names = [text(model, row, "name") for row in range(model.rowCount())]
    assert names == sorted(names, reverse=True)
    model.sort(column(model, "progress"))
    assert model.query.sort == "name", "a column without an order is left alone"


def test_cells_read_as_the_clerk_reads_them(applications, qapp):
    model = model_of(applications())
    row = model.row_of(5)
    assert text(model, row, "number") == "YJ-2026-0005"
    assert text(model, row, "fee_fen") == "6.85"
    assert text(model, model.row_of(7), "fee_fen") == "—"
    assert text(model, row, "filed_on") == "06-06"
    assert text(model, model.row_of(40), "filed_on") == "2025-05-13"
    assert text(model, row, "fee_fen", Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert text(model, row, "name", Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert model.headerData(0, Qt.Orientation.Horizontal) == "状态"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


def test_a_state_is_a_chip_and_a_word_and_a_late_row_is_red(applications, qapp):
    model = model_of(applications())
    row = model.row_of(2)
    state = text(model, row, "state", CellRole.CHIP)
    assert (state.title, state.tone) == ("逾期", Tone.RED)
    assert text(model, row, "state") == "逾期"
    assert text(model, row, "progress", Qt.ItemDataRole.ForegroundRole) is not None
    assert text(model, row, "name", Qt.ItemDataRole.ForegroundRole) is None


def test_the_next_step_reads_as_its_action_and_a_finished_row_has_none(applications, qapp):
    model = model_of(applications())
    assert text(model, model.row_of(35), "next", CellRole.LINK) == "开户…"
    assert text(model, model.row_of(4), "next") == "—"


def test_the_first_cell_says_the_whole_row_in_one_sentence(applications, qapp):
    model = model_of(applications())
    said = text(model, model.row_of(35), "state", Qt.ItemDataRole.AccessibleTextRole)
    assert said == "待开户，YJ-2026-0035，电子邮件开户，马翔，软件部，12-08，签字齐全，下一步 开户…"
    model.tick(model.row_of(35))
    assert text(model, model.row_of(35), "state", Qt.ItemDataRole.AccessibleTextRole).startswith("已勾选，待开户")


def test_ticks_stay_with_their_records_through_sorting_and_go_with_the_filter(applications, qapp):
    model = model_of(applications())
    model.tick(model.row_of(9))
    model.tick(model.row_of(4))
    model.show_query(Query(sort="number", descending=True))
    assert model.ticked_in_order() == [9, 4]
    model.show_query(Query(search="YJ-2026-0009"))
    assert model.ticked_in_order() == [9]
    model.tick(0)
    assert model.ticked_in_order() == []
    model.tick_all(on=True)
    assert model.ticked_in_order() == [9]


def test_all_rows_come_in_chunks_in_screen_order(applications, qapp):
    model = model_of(applications())
    model.show_query(Query(sort="number"))
    chunks = list(model.all_rows(60))
    assert [len(chunk) for chunk in chunks] == [60, 60, 26]
    assert [row.id for chunk in chunks for row in chunk] == list(range(1, 147))


def test_an_invalid_index_says_nothing(applications, qapp):
    model = model_of(applications(3))
    assert model.data(QModelIndex()) is None
    assert model.row_of(999) == -1
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0

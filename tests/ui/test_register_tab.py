from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.lifecycle import State, Tone
from desk_mailadmin.ui.fonts import chars
from desk_mailadmin.ui.hooks import ListJob
from tests.ui import office

WAITING = State("signing", "待签字", Tone.AMBER, "pen-line")


def button(widget, words: str):
    QApplication.processEvents()  # what was just put into a layout is shown by its next event
    for kind in (QPushButton, QToolButton):
        for each in widget.findChildren(kind):
            if each.isVisible() and each.text().strip().startswith(words):
                return each
    raise AssertionError(f"no visible button {words}")


def words_of(widget) -> str:
    QApplication.processEvents()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def select(tab, record: int) -> None:
    tab.view.go_to(tab.model.row_of(record))


def visible_records(tab) -> list[int]:
    return [tab.model.id_at(row) for row in range(tab.model.rowCount())]


def test_the_list_opens_with_what_needs_the_clerk_first_and_says_how_many(tab):
    made = tab()
    assert made.model.index(0, 0).data() == "逾期"
    assert "共 146 条" in words_of(made)
    assert made.view.currentIndex().row() == 0
    assert made.panel.title() == "宋文杰"


def test_a_segment_shows_its_records_and_its_count(tab, qtbot):
    made = tab()
    qtbot.mouseClick(button(made, "待开户"), Qt.MouseButton.LeftButton)
    assert button(made, "待开户").text() == "待开户 7"
    assert made.model.rowCount() == 7
    assert {made.model.index(row, 0).data() for row in range(7)} == {"待开户"}


def test_typing_in_the_search_box_filters_after_a_pause(tab, qtbot):
    made = tab()
    qtbot.keyClick(made.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert made.search.hasFocus()
    qtbot.keyClicks(made.search, "0035")
    qtbot.waitUntil(lambda: made.model.rowCount() == 1)
    assert made.model.index(0, 1).data() == "YJ-2026-0035"
    qtbot.keyClick(made.search, Qt.Key.Key_Down)
    assert made.view.hasFocus()
    qtbot.keyClick(made.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: made.model.rowCount() == 146)


def test_a_combo_narrows_the_list_and_the_counts(tab, qtbot):
    made = tab()
    combo = made.filters._combos["dept"]
    combo.setCurrentIndex(combo.findText("软件部"))
    combo.activated.emit(combo.currentIndex())
    assert {made.model.row_at(row).dept for row in range(made.model.rowCount())} == {"软件部"}
    assert button(made.filters, "全部").text() == f"全部 {made.model.rowCount()}"
    assert made.filter_in_words() == "软件部"


def test_nothing_found_says_so_and_offers_to_clear_the_filter(tab, qtbot):
    made = tab()
    qtbot.keyClicks(made.search, "zzz")
    qtbot.waitUntil(lambda: made.model.rowCount() == 0)
    assert "没有符合“zzz”的申请" in made.empty.text()
    assert made.empty.isVisible()
    qtbot.mouseClick(button(made.empty, "清除筛选"), Qt.MouseButton.LeftButton)
    assert made.model.rowCount() == 146
    assert not made.empty.isVisible()


def test_the_first_time_says_what_to_do_and_does_it(tab, qtbot, deeds):
    made = tab(0)
    assert "还没有申请" in made.empty.text()
    assert not made.filters.isVisible()
    assert not made.panel.isVisible()
    qtbot.mouseClick(button(made.empty, "新建"), Qt.MouseButton.LeftButton)
    assert deeds.done == [("new", ())]


@pytest.mark.parametrize("width", [1440, 1080])
def test_an_empty_list_says_all_of_its_sentence(tab, width):
    made = tab(0, width=width)
    made.empty.say(
        "eye", "还没有访问记录", "看全私人号码、导出或打印名单，都记在这里：谁、什么时候、为什么、多少人。" * 3
    )
    QApplication.processEvents()
    text = made.empty._text
    assert text.height() >= text.heightForWidth(text.width())
    assert made.empty.rect().contains(text.geometry())


def test_all_done_is_neither_first_time_nor_nothing_found(tab, qtbot, applications):
    listing = applications()
    listing.db.execute("update application set state = 'closed'")
    made = tab(listing=listing)
    made.register = replace(made.register, table=replace(made.register.table, start_segment="open"))
    qtbot.mouseClick(button(made, "未办结"), Qt.MouseButton.LeftButton)
    assert "这里的事都办完了" in made.empty.text()
    qtbot.mouseClick(button(made.empty, "看全部"), Qt.MouseButton.LeftButton)
    assert made.model.rowCount() == 146


def test_enter_does_the_next_step_of_the_row(tab, qtbot, deeds):
    made = tab()
    select(made, 35)
    qtbot.keyClick(made.view, Qt.Key.Key_Return)
    select(made, 4)
    qtbot.keyClick(made.view, Qt.Key.Key_Return)
    assert deeds.done == [("open", (35,))]


def test_a_click_on_the_link_of_a_row_does_its_next_step(tab, qtbot, deeds):
    made = tab()
    place = made.view.visualRect(made.model.index(3, len(made.model.columns) - 1)).center()
    qtbot.mouseClick(made.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert deeds.done == [("sign", (made.model.id_at(3),))]


def test_the_step_in_the_panel_has_its_buttons(tab, qtbot, deeds):
    made = tab()
    select(made, 35)
    qtbot.mouseClick(button(made.panel, "开户"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(made.panel, "退回"), Qt.MouseButton.LeftButton)
    assert deeds.done == [("open", (35,)), ("return", (35,))]


def test_the_foot_names_what_enter_does_and_promises_nothing_where_it_does_nothing(tab):
    made = tab()
    said = set()
    for place in range(made.model.rowCount()):
        made.view.go_to(place)
        step = made.register.next_step(made.model.row_at(place))
        words = f"回车 = {made.actions_of.title(step).removesuffix('…')}　空格 = 勾选" if step else "空格 = 勾选"
        assert made._keys.text() == words
        said.add(words)
    assert {"回车 = 开户　空格 = 勾选", "空格 = 勾选"} <= said


def test_a_locked_action_is_disabled_and_says_why(tab, qtbot, deeds):
    made = tab()
    select(made, 2)
    locked = button(made.tools, "开户")
    assert not locked.isEnabled()
    assert locked.toolTip() == "开户…（F8）：还缺办公室审核的签字"
    qtbot.keyClick(made.view, Qt.Key.Key_F8)
    assert deeds.done == []
    select(made, 35)
    assert button(made.tools, "开户").isEnabled()
    qtbot.keyClick(made.view, Qt.Key.Key_F8)
    assert deeds.done == [("open", (35,))]


def test_space_ticks_rows_and_the_batch_gets_them_in_order(tab, qtbot, deeds):
    made = tab()
    made.view.go_to(2)
    qtbot.keyClick(made.view, Qt.Key.Key_Space)
    assert made.view.currentIndex().row() == 3
    made.view.go_to(0)
    qtbot.keyClick(made.view, Qt.Key.Key_Space)
    assert "已勾选 2 条" in words_of(made)
    qtbot.mouseClick(button(made.tools, "打印"), Qt.MouseButton.LeftButton)
    assert deeds.done == [("print", (made.model.id_at(0), made.model.id_at(2)))]


def test_ctrl_a_ticks_everything_and_again_nothing(tab, qtbot):
    made = tab()
    qtbot.keyClick(made.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "已勾选 146 条" in words_of(made)
    qtbot.keyClick(made.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "已勾选" not in words_of(made)


def test_alt_arrows_walk_the_records_and_the_panel_follows(tab, qtbot):
    made = tab()
    first = made.panel.title()
    qtbot.keyClick(made.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert made.panel.title() == made.model.row_at(1).name != first
    qtbot.mouseClick(made.panel.buttons()[0], Qt.MouseButton.LeftButton)
    assert made.panel.title() == first


def test_a_title_without_room_ends_in_dots_and_stays_whole_for_readers(tab):
    made = tab()
    title, address = made.panel._title, "shangguanhongguang@hb.chenghu.example"
    title.setText(address)
    title.setFixedWidth(120)
    clipped = title.grab().toImage()
    title.setText(title.fontMetrics().elidedText(address, Qt.TextElideMode.ElideRight, 120))
    assert clipped == title.grab().toImage()


def test_a_title_without_room_beside_its_state_has_lines_of_its_own(tab):
    made = tab()
    panel, address = made.panel, "shangguanhongguang@hb.chenghu.example"
    panel.show_detail(Detail(address, state=WAITING))
    assert panel.title() == address
    assert panel._title.isHidden()
    assert panel._whole.text().replace("\u200b", "") == address
    assert not panel._whole.isHidden()
    panel.show_detail(Detail("周文", state=WAITING))
    assert not panel._title.isHidden()
    assert panel._whole.isHidden()


def test_f9_closes_the_panel_and_the_choice_is_remembered(tab, qtbot):
    made = tab()
    qtbot.keyClick(made.view, Qt.Key.Key_F9)
    assert not made.panel.isVisible()
    again = tab()
    assert not again.panel.isVisible()
    qtbot.keyClick(again.view, Qt.Key.Key_F9)
    assert again.panel.isVisible()
    assert again.panel.title() == "宋文杰"


def test_copying_gives_headers_and_rows_for_excel(tab, qtbot, bench):
    made = tab()
    select(made, 35)
    qtbot.keyClick(made.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0] == ["状态", "编号", "种类", "申请人", "部门", "填表", "费用", "进展"]
    assert lines[1][:4] == ["待开户", "YJ-2026-0035", "电子邮件开户", "马翔"]
    assert len(lines) == 2
    assert bench.window.told == ["已复制 1 行"]


def test_what_is_copied_stays_text_in_the_spreadsheet_it_is_pasted_into(tab, qtbot, applications):
    held = applications()
    held.db.execute("update application set name = ?, dept = ? where id = 35", ("=cmd|' /C calc'!A0", '"=1+1"'))
    made = tab(listing=held)
    select(made, 35)
    qtbot.keyClick(made.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    cells = QGuiApplication.clipboard().text().split("\n")[1].split("\t")
    assert cells[3:5] == ["'=cmd|' /C calc'!A0", '\'"=1+1"']


def test_a_record_that_went_while_it_was_listed_is_said_and_nothing_is_done(tab, qtbot, applications, deeds, bench):
    held = applications()
    made = tab(listing=held)
    select(made, 35)
    held.db.execute("delete from application where id = 35")
    qtbot.keyClick(made.view, Qt.Key.Key_F6)
    assert deeds.done == []
    assert bench.prompter.texts("warn") == ["选中的记录已经不在了，列表重新读过，什么都没有做。"]
    assert 35 not in visible_records(made)


def test_printing_gets_the_whole_filtered_list_in_screen_order(tab, qtbot):
    jobs: list[ListJob] = []
    made = tab(print_list=jobs.append)
    qtbot.mouseClick(button(made, "待开户"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(made.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (job,) = jobs
    assert (job.total, job.filtered_by) == (7, "待开户")
    assert [column.key for column in job.columns][-1] == "progress"
    assert [row.id for chunk in job.chunks for row in chunk] == visible_records(made)


def test_exporting_runs_beside_the_window_and_says_when_it_is_done(tab, qtbot, bench, prompter, tmp_path):
    written: list[int] = []

    def write(job: ListJob, path: Path) -> None:
        for chunk in job.chunks:
            written.extend(row.id for row in chunk)
        path.write_text("done")

    prompter.answers.append(tmp_path / "申请.xlsx")
    made = tab(1_000, export_list=write)
    qtbot.keyClick(made.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bench.window.told == ["已导出 1000 条到 申请.xlsx"])
    assert written == visible_records(made)
    assert (tmp_path / "申请.xlsx").read_text() == "done"


def test_an_export_that_fails_is_told_and_can_be_retried_later(tab, qtbot, bench, prompter, tmp_path):
    def write(job: ListJob, path: Path) -> None:
        raise office.DISK_FULL

    prompter.answers.extend([tmp_path / "a.xlsx", False])
    made = tab(export_list=write)
    made.export()
    qtbot.waitUntil(lambda: ("retry", "磁盘满了，这一条没有保存。腾出空间后再保存。") in prompter.asked)
    assert bench.window.told == []


def test_an_export_without_a_file_does_nothing(tab, prompter, bench):
    prompter.answers.append(None)
    made = tab(export_list=lambda job, path: None)
    made.export()
    assert bench.window.works == []


def test_an_empty_list_is_neither_printed_nor_exported(tab, prompter):
    made = tab(0, print_list=lambda job: pytest.fail("printed nothing"))
    made.print_list()
    assert prompter.texts("warn") == ["列表里没有记录，没有可以打印或导出的内容。"]


def test_a_click_on_a_header_sorts_turns_and_goes_back(tab, qtbot):
    made = tab()
    head = made.view.horizontalHeader()

    def click() -> None:
        place = head.sectionViewportPosition(3) + 20
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=head.viewport().rect().topLeft() + _at(place))

    usual = visible_records(made)
    click()
    names = [made.model.row_at(row).name for row in range(146)]
    assert names == sorted(names)
    click()
    names = [made.model.row_at(row).name for row in range(146)]
    assert names == sorted(names, reverse=True)
    click()
    assert visible_records(made) == usual


def _at(x: int):
    from PySide6.QtCore import QPoint

    return QPoint(x, 8)


def test_the_order_is_remembered_and_the_filter_is_not(tab, qtbot):
    made = tab()
    made._sort("name", True)
    qtbot.mouseClick(button(made, "待开户"), Qt.MouseButton.LeftButton)
    again = tab()
    names = [again.model.row_at(row).name for row in range(again.model.rowCount())]
    assert len(names) == 146
    assert names == sorted(names, reverse=True)


def test_column_widths_places_and_hiding_are_remembered_in_characters(tab, theme):
    made = tab()
    made.view.setColumnWidth(3, 200)
    made.view.horizontalHeader().moveSection(4, 2)
    made.view.show_column(5, shown=False)
    theme.zoom_to(13)
    again = tab()
    assert again.view.columnWidth(3) == pytest.approx(200 * 13 / 10, abs=6)
    assert [column.key for column in again.view.shown_columns()][:4] == ["state", "number", "dept", "kind"]
    assert again.view.isColumnHidden(5)
    theme.zoom_to(10)
    again.adapt(1440, theme.row_px())
    assert again.view.columnWidth(3) == pytest.approx(200, abs=4)
    again.forget_layout()
    assert not again.view.isColumnHidden(5)
    assert again.view.columnWidth(3) == chars(again.view, 7.2)


@pytest.mark.parametrize("width", [1440, 1250, 1170])
def test_wide_texts_give_way_before_the_next_step_is_out_of_sight(tab, width):
    made = tab(width=width)
    made.view.show_column(8, shown=True)
    view = made.view
    step = view.columnViewportPosition(9) + view.columnWidth(9)
    assert step <= view.viewport().width() + 1
    assert view.columnWidth(1) == chars(view, 9.2), "a number keeps its width"
    assert view.columnWidth(2) >= chars(view, 8.2) * 0.6 - 1


def test_a_column_the_clerk_set_keeps_its_width_in_a_narrow_window(tab):
    made = tab(width=1170)
    made.view.setColumnWidth(2, 260)
    made.resize(1100, 700)
    QApplication.processEvents()
    assert made.view.columnWidth(2) == pytest.approx(260, abs=2)


def test_spare_columns_go_in_a_narrow_window_but_not_from_what_leaves_it(tab, monkeypatch):
    made = tab(width=1440)
    keys = [column.key for column in made.view.shown_columns()]
    monkeypatch.setattr(made.model, "columns", [replace(one, spare=one.key == "fee_fen") for one in made.model.columns])
    fee = keys.index("fee_fen")
    seen = []
    for width in (1300, 700, 1440):
        made.resize(width, 800)
        QApplication.processEvents()
        seen.append(made.view.isColumnHidden(fee))
        assert [column.key for column in made.view.shown_columns()] == keys, "print and export have it all the same"
    assert seen == [False, True, False]


def test_a_spare_column_that_is_asked_for_stays(tab, monkeypatch):
    made = tab(width=700)
    monkeypatch.setattr(made.model, "columns", [replace(one, spare=one.key == "fee_fen") for one in made.model.columns])
    made.view.fit_stretch()
    fee = [column.key for column in made.model.columns].index("fee_fen")
    assert made.view.isColumnHidden(fee)
    made.view.show_column(fee, shown=True)
    made.resize(690, 800)
    QApplication.processEvents()
    assert not made.view.isColumnHidden(fee)


def test_state_and_number_cannot_be_hidden(tab):
    made = tab()
    made.view.show_column(0, shown=False)
    made.view.show_column(1, shown=False)
    assert [column.key for column in made.view.shown_columns()][:2] == ["state", "number"]


def test_column_widths_do_not_change_by_filtering(tab, qtbot):
    made = tab()
    before = [made.view.columnWidth(n) for n in range(6)]
    qtbot.mouseClick(button(made, "草稿"), Qt.MouseButton.LeftButton)
    assert [made.view.columnWidth(n) for n in range(6)] == before


def test_after_a_change_the_list_keeps_its_place(tab):
    made = tab()
    select(made, 35)
    made._listing.db.execute("update application set state = 'closed' where id = 35")
    made.note_change()
    assert made.current_record() == 35
    assert made.model.index(made.view.currentIndex().row(), 0).data() == "已办结"


def test_a_record_hidden_by_the_filter_is_shown_by_dropping_it(tab, qtbot):
    made = tab()
    qtbot.mouseClick(button(made, "草稿"), Qt.MouseButton.LeftButton)
    made.show_record(35)
    assert made.current_record() == 35
    assert made.model.rowCount() == 146


def test_the_sheet_is_drawn_after_the_record_rested(tab, qtbot):
    asked = []

    def sheet(register, form, record, width):
        asked.append((register, form, record))
        image = QImage(width, 50, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        return image

    made = tab(sheet=sheet)
    for _ in range(5):
        made.go(1)
    qtbot.waitUntil(lambda: asked == [("applications", "receipt", made.current_record())])
    qtbot.waitUntil(made.panel._sheet.isVisible)


def test_the_panel_shows_facts_steps_scans_and_history(tab, qtbot):
    opened = []
    made = tab(open_attachment=opened.append)
    said = words_of(made.panel)
    for part in ("138 1717 0137", "签字与办理", "部门经理审核", "可以开户：3 处签字齐全，地址未被占用", "12-03 16:20"):
        assert part in said
    assert "12-05 16:20" not in said
    qtbot.mouseClick(button(made.panel, "全部 5 条"), Qt.MouseButton.LeftButton)
    assert "12-05 16:20" in words_of(made.panel)
    qtbot.mouseClick(button(made.panel, "扫描件 1 页"), Qt.MouseButton.LeftButton)
    assert opened[0].sha256 == "ab" * 32


def test_a_fault_of_the_action_is_shown_and_the_window_stays(tab, qtbot, deeds, prompter):
    made = tab()
    select(made, 35)
    deeds.fault = office.NOT_ALLOWED
    qtbot.keyClick(made.view, Qt.Key.Key_F8)
    assert prompter.texts("warn") == ["这一条已经办结。"]
    deeds.fault = office.DISK_FULL
    prompter.answers.extend([True, False])
    qtbot.keyClick(made.view, Qt.Key.Key_F8)
    assert len(prompter.texts("retry")) == 2
    assert made.current_record() == 35


def test_a_list_that_cannot_be_read_says_so(tab, applications, prompter):
    listing = applications(3)
    made = tab(listing=listing)
    listing.fault = office.NOT_ALLOWED
    made.reload()
    assert prompter.texts("warn") == ["这一条已经办结。"]
    assert made.model.rowCount() == 3


@pytest.mark.parametrize(
    ("width", "folded", "panel"),
    [(1440, [], True), (1170, [], False), (1100, ["退回…", "作废…", "打印空白表…"], False)],
)
def test_narrow_windows_fold_what_is_secondary_and_close_the_panel(tab, width, folded, panel):
    made = tab(width=width)
    assert made.panel.isVisible() is panel
    menu = [action.text() for action in made.tools._row.folded()]
    assert [words for words in ("退回…", "作废…", "打印空白表…") if words in menu] == folded
    assert button(made.tools, "新建").isVisible()


def test_a_narrow_window_hides_the_third_combo(tab):
    made = tab(width=1170)
    assert not made.filters._combos["year"].isVisible()
    assert made.filters._combos["kind"].isVisible()


def test_the_first_record_after_an_empty_list_stands_in_the_panel_at_once(tab, qtbot):
    made = tab()
    qtbot.keyClicks(made.search, "zzz")
    qtbot.waitUntil(lambda: made.model.rowCount() == 0)
    made.clear_filter()
    assert made.panel.isVisible()
    assert made.panel.title() == "宋文杰"

"""The forms' editor: buttons are pushed, and what the clerk sees is what is kept and printed."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.form_shelf import FormShelf
from desk_mailadmin.ui.dialogs.forms.compare_dialog import CompareDialog
from desk_mailadmin.ui.dialogs.forms.forms_dialog import FormsDialog
from desk_mailadmin.ui.dialogs.forms.item_forms import CellsForm, ItemsForm, TextsForm
from desk_mailadmin.ui.dialogs.forms.part_form import PropsForm
from desk_mailadmin.ui.dialogs.record_form import RecordForm
from desk_mailadmin.ui.theme import Theme
from tests.answering import AnsweringPrompter
from tests.documents.own import RECEIPT, SHIPPED
from tests.journeys.day import PATIENCE

FORMS = sorted(path.parent.name for path in SHIPPED.glob("*/form.toml"))


def press(dialog: Any, words: str) -> None:
    found = [one for one in dialog.findChildren(QAbstractButton) if words in one.text() and one.isVisibleTo(dialog)]
    assert found, words
    assert found[0].isEnabled(), f"“{words}” is locked"
    found[0].click()


def form(dialog: FormsDialog, kind: type, number: int = 0) -> Any:
    """The part of the shown page that is of that kind."""
    QApplication.processEvents()
    assert dialog.page is not None
    return [one for one in dialog.page.findChildren(kind) if one.isVisibleTo(dialog)][number]


def props(dialog: FormsDialog, key: str, inside: str = "") -> Any:
    """The field of that key on the shown page."""
    QApplication.processEvents()  # what was just laid out is shown
    assert dialog.page is not None
    found = [one.fields[inside, key] for one in dialog.page.findChildren(PropsForm) if (inside, key) in one.fields]
    return next(field for field in found if field.isVisibleTo(dialog))


def seen(dialog: Any) -> str:
    QApplication.processEvents()
    texts = [one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog)]
    return " ".join(texts + [one.text() for one in dialog.findChildren(QAbstractButton) if one.isVisibleTo(dialog)])


def kept(shelf: FormShelf, form_id: str = "account_receipt") -> dict[str, Any]:
    return tomllib.loads(shelf.text(form_id))


SMALL = 1366 / 1.28
"""A common laptop screen at 125 %: what may be as wide as the screen, less the frame of the window."""


@pytest.mark.parametrize(
    "form_id", ["account_application", "account_change", "extension_rights", "list", "publication"]
)
def test_every_part_of_a_form_fits_a_small_screen_at_125_percent(editor: Any, form_id: str, theme: Theme):
    dialog = editor(form_id)
    wide = {}
    for number in range(dialog.parts.list.count()):
        dialog.parts.list.setCurrentRow(number)
        QApplication.processEvents()
        width = dialog.minimumSizeHint().width()
        if width > SMALL:
            wide[dialog.parts.list.item(number).text()] = width
    assert wide == {}


def test_term_receipt_and_condition_of_an_own_kind_are_entered_without_the_source(
    qtbot: Any, editor: Any, shelf: FormShelf, car: str
):
    dialog = editor(car)
    dialog.parts.list.setCurrentRow(dialog.parts.list.count() - 1)
    props(dialog, "end", "term").edit.setText("交还")
    props(dialog, "subject", "hand_over").edit.setText("钥匙　{plate}")
    entries = form(dialog, ItemsForm)
    entries.list.setCurrentRow(3)
    QApplication.processEvents()
    assert props(dialog, "is", "when").value() == "外地"
    props(dialog, "is", "when").edit.setText("外地、市内")
    press(dialog, "保存")
    told = kept(shelf, car)["application"]
    assert told["term"] == {
        "start": "from_on", "until": "until", "end": "交还", "end_note": "收回钥匙，核对里程和油量",
    }  # fmt: skip
    assert told["hand_over"] == {"what": "device", "subject": "钥匙　{plate}"}
    assert told["fields"][3]["when"] == {"field": "range", "is": ["外地", "市内"]}
    assert told["refusals"] == [{"field": "range", "is": ["私人"], "text": "公司车辆不办私人用车。"}]
    assert told["routes"][0]["when"] == [{"field": "range", "is": ["外地"]}]


def refused(qtbot: Any, dialog: FormsDialog) -> None:
    qtbot.waitUntil(lambda: dialog.fault is not None, timeout=PATIENCE)


# looking


def test_a_shipped_form_is_shown_but_cannot_be_changed(editor, shelf, pictured):
    dialog = editor(own=False)
    pictured(dialog, "电子邮件开户回执")
    dialog.parts.choose(0)
    assert "这是随程序的表单，只能看" in seen(dialog)
    assert props(dialog, "label").edit.isReadOnly()
    assert not form(dialog, ItemsForm).add.isEnabled()
    assert not dialog.save_button.isEnabled()
    assert not dialog.parts.add.isEnabled()
    assert dialog.source.isReadOnly()
    assert not dialog.compare.isVisibleTo(dialog)
    press(dialog, "复制为本单位的版本")
    assert dialog.forms.states()["account_receipt"] == "本单位"
    assert "只能看" not in seen(dialog)
    assert dialog.save_button.isEnabled()
    assert kept(shelf)["base_rev"] == "A/1"


def test_all_forms_are_listed_with_their_state(editor, shelf):
    dialog = editor()
    states = dialog.forms.states()
    assert set(states) == set(shelf.library.ids)
    assert (states["account_receipt"], states["password_slip"]) == ("本单位", "随程序")
    spoken = dialog.forms.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("随程序")


@pytest.mark.parametrize("form_id", FORMS)
def test_every_part_of_a_form_opens_and_says_what_stands_there(editor, shelf, form_id):
    dialog = editor(form_id)
    before = shelf.text(form_id)
    for number in range(dialog.parts.list.count()):
        dialog.parts.list.setCurrentRow(number)
        assert dialog.page is not None
        body = dialog.edited.part(dialog.parts.place).body
        assert dialog.page.value() == body, dialog.parts.list.item(number).text()
    assert dialog.edited.text == before


# changing


def test_a_changed_label_is_in_the_picture_and_kept(editor, shelf, pictured):
    dialog = editor()
    dialog.parts.choose(0)
    items = form(dialog, ItemsForm)
    items.list.setCurrentRow(3)
    cell = form(dialog, CellsForm).cells[0]
    cell.fields["", "label"].edit.setText("登录账号")
    assert "改动还没有保存。" in seen(dialog)
    assert items.list.item(3).text() == "登录账号 = {login}"
    pictured(dialog, "登录账号")
    assert "登录账号" not in shelf.text("account_receipt")
    press(dialog, "保存")
    assert kept(shelf)["section"][0]["rows"][3] == [{"label": "登录账号", "field": "login"}]
    assert "已保存" in seen(dialog)
    assert shelf.text("account_receipt").splitlines()[0] == RECEIPT.splitlines()[0]


def test_a_row_stands_on_one_copy_alone(editor, shelf):
    dialog = editor()
    dialog.parts.choose(0)
    items = form(dialog, ItemsForm)
    items.list.setCurrentRow(3)
    cell = form(dialog, CellsForm).cells[0]
    cell.fields["when", "field"].set_value("copy")
    cell.fields["when", "is"].edit.setText("2")
    assert items.list.item(3).text().endswith("（只在联次是2时）")
    press(dialog, "保存")
    assert kept(shelf)["section"][0]["rows"][3][0]["when"] == {"field": "copy", "is": "2"}


def test_rows_are_added_filled_moved_and_taken_away(editor, shelf):
    dialog = editor()
    dialog.parts.choose(0)
    items = form(dialog, ItemsForm)
    items.list.setCurrentRow(1)
    press(items, "加一行")
    cells = form(dialog, CellsForm)
    cells.cells[0].fields["", "label"].edit.setText("咨询分机")
    cells.cells[0].fields["", "field"].set_value("help_ext")
    press(cells, "加一格")
    cells.cells[1].fields["", "label"].edit.setText("办理")
    cells.cells[1].fields["", "kind"].set_value("blankdate")
    items.up.click()
    items.list.setCurrentRow(6)
    items.away.click()
    press(dialog, "保存")
    rows = kept(shelf)["section"][0]["rows"]
    assert rows[1] == [{"label": "咨询分机", "field": "help_ext"}, {"label": "办理", "kind": "blankdate"}]
    assert rows[2] == [{"label": "所属部门", "field": "dept"}]
    assert len(rows) == 6


def test_clauses_are_edited_as_texts(editor, shelf, pictured):
    dialog = editor("password_slip")
    dialog.parts.choose(2)
    texts = form(dialog, TextsForm)
    first, second = (field.value() for field in texts.fields[:2])
    texts.fields[0].edit.setPlainText("先改密码。")
    press(texts, "加一条")
    texts.fields[-1].edit.setPlainText("有疑问打分机 {help_ext}。")
    pictured(dialog, "先改密码")
    press(dialog, "保存")
    items = kept(shelf, "password_slip")["section"][2]["items"]
    assert (items[0], items[1], items[-1], len(items)) == ("先改密码。", second, "有疑问打分机 {help_ext}。", 4)
    assert first not in items


def test_a_list_of_texts_moves_and_shrinks(editor, shelf):
    dialog = editor()
    dialog.parts.choose(-1)
    copies = form(dialog, TextsForm, 1)
    down = [one for one in copies.findChildren(QAbstractButton) if one.toolTip() == "下移"]
    down[0].click()
    assert copies.value() == ["第二联　办公室存根", "第一联　交申请人"]
    QApplication.processEvents()
    away = [one for one in copies.findChildren(QAbstractButton) if one.toolTip() == "去掉" and one.isVisibleTo(copies)]
    away[0].click()
    press(dialog, "保存")
    assert kept(shelf)["copies"] == ["第一联　交申请人"]


def test_the_last_copy_may_go_too(editor, shelf):
    dialog = editor()
    dialog.parts.choose(-1)
    for _ in range(2):
        copies = form(dialog, TextsForm, 1)
        aways = [one for one in copies.findChildren(QAbstractButton) if one.toolTip() == "去掉"]
        next(one for one in aways if one.isVisibleTo(copies)).click()
    press(dialog, "保存")
    assert "copies" not in kept(shelf)


def test_what_is_ticked_and_entered_when_the_work_is_done_is_edited(editor, shelf, qtbot):
    dialog = editor("extension_rights")
    dialog.parts.choose(-2)
    to_do = form(dialog, TextsForm)
    press(to_do, "加一项")
    to_do.fields[-1].edit.setText("已通知总机")
    done = next(one for one in dialog.page.findChildren(ItemsForm) if one.list.accessibleName() == "办完时填的栏目")
    before = len(done.value())
    press(done, "加一栏")
    assert len(done.value()) == before + 1
    press(dialog, "保存")
    kind = shelf.library.form("extension_rights").spec.application
    assert kind.to_do[-1] == "已通知总机"
    assert kind.field("done_note").label == "办理情况"


def test_signature_boxes_are_entered_one_by_one(editor, shelf):
    dialog = editor()
    dialog.parts.choose(3)
    press(form(dialog, ItemsForm), "加一个签字框")
    props(dialog, "lead").edit.setText("部门经理")
    props(dialog, "seal").box.setChecked(True)
    props(dialog, "height").spin.setValue(24)
    press(dialog, "保存")
    assert kept(shelf)["section"][3]["boxes"][1] == {"lead": "部门经理", "seal": True, "height": 24}


def test_sections_are_added_moved_and_taken_away(editor, shelf, prompter):
    dialog = editor()
    dialog.parts.choose(4)
    menu = dialog.parts.add.menu()
    next(one for one in menu.actions() if one.text() == "段落").trigger()
    assert dialog.parts.place == 5
    props(dialog, "text").edit.setPlainText("领取时出示工牌。")
    dialog.parts.up.click()
    dialog.parts.choose(6)
    prompter.answers.append(True)
    dialog.parts.away.click()
    assert prompter.texts("confirm") == ["去掉这一部分：裁剪线　存根？"]
    press(dialog, "保存")
    kinds = [one["kind"] for one in kept(shelf)["section"]]
    assert kinds == ["fields", "fields", "clauses", "signs", "para", "note", "receipt"]
    assert kept(shelf)["section"][4]["text"] == "领取时出示工牌。"


def test_a_part_may_depend_on_an_entry_and_the_picture_shows_it(editor, shelf, pictured):
    dialog = editor("account_application")
    pictured(dialog, "部门经理审核意见")
    dialog.parts.choose(3)
    pictured(dialog, "分公司行政人事部意见")
    props(dialog, "is", "when").edit.setText("branch、headquarters")
    press(dialog, "保存")
    assert kept(shelf, "account_application")["section"][3]["when"] == {
        "field": "route",
        "is": ["branch", "headquarters"],
    }
    props(dialog, "is", "when").edit.setText("")
    props(dialog, "field", "when").set_value("")
    press(dialog, "保存")
    assert "when" not in kept(shelf, "account_application")["section"][3]


def test_a_blank_sheet_can_be_looked_at(editor, pictured, qtbot):
    dialog = editor()
    pictured(dialog, "欧阳思远")
    press(dialog.picture, "空白")

    def is_blank() -> bool:
        paper: Any = dialog.picture.paper._paper
        return paper is not None and "欧阳思远" not in text_of_pdf(paper.pdf)

    qtbot.waitUntil(is_blank, timeout=PATIENCE)


def test_data_are_put_into_the_text_with_the_cursor(editor, qtbot):
    dialog = editor()
    dialog.parts.choose(4)
    assert not dialog.placeholders.isEnabled()
    text = props(dialog, "text")
    text.edit.setFocus()
    qtbot.waitUntil(dialog.placeholders.isEnabled)
    text.edit.moveCursor(text.edit.textCursor().MoveOperation.End)
    offered = {one.text(): one for one in dialog.placeholders.menu().actions()}
    offered["所属部门　{dept}"].trigger()
    assert text.value().endswith("{dept}")
    dialog.parts.choose(0)
    props(dialog, "label").take_focus()
    assert not dialog.placeholders.isEnabled()


# what is wrong


def test_a_fault_stands_beside_its_entry_and_the_last_good_picture_stays(editor, shelf, pictured, qtbot):
    dialog = editor()
    pictured(dialog, "电子邮件开户回执")
    dialog.parts.choose(0)
    form(dialog, ItemsForm).list.setCurrentRow(4)
    text = form(dialog, CellsForm).cells[0].fields["", "text"]
    text.edit.setText("另交 {nobody}")
    refused(qtbot, dialog)
    assert "没有“nobody”这个栏目，可以用的有 address、" in text.message.text
    assert "第 23 行　没有“nobody”这个栏目" in seen(dialog)
    assert dialog.source.marked == 23
    assert "电子邮件开户回执" in text_of_pdf(dialog.picture.paper._paper.pdf)
    before = shelf.text("account_receipt")
    press(dialog, "保存")
    assert shelf.text("account_receipt") == before
    text.edit.setText("另交 {name}")
    qtbot.waitUntil(lambda: dialog.fault is None, timeout=PATIENCE)
    assert text.message is None
    press(dialog, "保存")
    assert "另交 {name}" in shelf.text("account_receipt")


def test_the_footer_leads_to_the_fault_from_anywhere(editor, qtbot):
    dialog = editor()
    dialog.parts.choose(0)
    form(dialog, ItemsForm).list.setCurrentRow(4)
    form(dialog, CellsForm).cells[0].fields["", "text"].edit.setText("{nobody}")
    refused(qtbot, dialog)
    dialog.parts.choose(5)
    dialog.fault_link.click()
    assert (dialog.parts.place, form(dialog, ItemsForm).list.currentRow()) == (0, 4)
    field = form(dialog, CellsForm).cells[0].fields["", "text"]
    qtbot.waitUntil(field.edit.hasFocus)


def test_the_source_is_edited_with_its_fault_marked(editor, shelf, qtbot):
    dialog = editor()
    dialog.tabs.setCurrentIndex(1)
    good = dialog.source.toPlainText()
    dialog.source.setPlainText(good.replace("api = 1", "api = = 1"))
    refused(qtbot, dialog)
    assert "写法不对（第 2 行" in seen(dialog)
    assert dialog.source.marked == 2
    assert not dialog.tabs.isTabEnabled(0)
    dialog.save_button.click()
    assert dialog.source.textCursor().blockNumber() == 1
    dialog.source.setPlainText(good.replace("电子邮件开户回执", "开户回执"))
    assert dialog.tabs.isTabEnabled(0)
    dialog.tabs.setCurrentIndex(0)
    assert props(dialog, "title").value() == "开户回执"
    press(dialog, "保存")
    assert kept(shelf)["title"] == "开户回执"


def test_after_a_faulty_form_the_next_one_shows_its_entries_and_never_another_picture(editor, shelf, pictured):
    shelf.copy("account_receipt")
    path = shelf._desk.folder / "forms" / "account_receipt" / "form.toml"
    path.write_text("api = = 1", "utf-8")
    shelf.library.reload()
    dialog = editor("password_slip", own=False)
    pictured(dialog, "电子邮箱初始密码")
    dialog.forms.choose("account_receipt")
    assert (dialog.tabs.currentIndex(), dialog.picture.paper.pages) == (1, 0)
    assert "表单“电子邮件开户回执”用的是随程序的版本" in seen(dialog)
    dialog.forms.choose("password_slip")
    assert dialog.tabs.currentIndex() == 0
    pictured(dialog, "电子邮箱初始密码")


def test_an_own_form_that_cannot_be_used_opens_first_and_at_its_line(editor, shelf, prompter, qtbot):
    shelf.copy("account_receipt")
    path = shelf._desk.folder / "forms" / "account_receipt" / "form.toml"
    path.write_text(path.read_text("utf-8").replace("rows = [", "rows = [[", 1), "utf-8")
    shelf.library.reload()
    dialog = editor("", own=False)
    assert dialog.edited.form_id == "account_receipt"
    assert dialog.forms.states()["account_receipt"] == "用不了"
    assert dialog.tabs.currentIndex() == 1
    assert "用的是随程序的版本" in seen(dialog)
    refused(qtbot, dialog)
    prompter.answers.append(True)
    press(dialog, "改用随程序的…")
    assert dialog.forms.states()["account_receipt"] == "随程序"
    assert shelf.library.problems == ()


# leaving


def test_changes_are_asked_about_before_another_form_is_shown(editor, shelf, prompter):
    dialog = editor()
    props(dialog, "title").edit.setText("开户回执")
    prompter.answers.append(None)
    dialog.forms.choose("password_slip")
    assert dialog.edited.form_id == "account_receipt"
    assert props(dialog, "title").value() == "开户回执"
    assert dialog.forms.currentIndex().data() == "电子邮件开户回执"
    prompter.answers.append("save")
    dialog.forms.choose("password_slip")
    assert dialog.edited.form_id == "password_slip"
    assert kept(shelf)["title"] == "开户回执"
    assert prompter.texts("choose") == ["“电子邮件开户回执”的改动还没有保存。"] * 2


def test_closing_asks_only_where_something_was_changed(editor, shelf, prompter):
    dialog = editor()
    props(dialog, "title").edit.setText("开户回执")
    prompter.answers.append(None)
    dialog.close_button.click()
    assert dialog.isVisible()
    prompter.answers.append("drop")
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert kept(shelf)["title"] == "电子邮件开户回执"
    untouched = editor()
    untouched.close_button.click()
    assert not untouched.isVisible()


def test_ctrl_s_saves(editor, shelf, qtbot):
    dialog = editor()
    field = props(dialog, "title")
    field.edit.setFocus()
    field.edit.setText("开户回执")
    qtbot.keyClick(field.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert kept(shelf)["title"] == "开户回执"


# whole forms


def test_a_changed_pledge_gets_its_next_revision(editor, shelf, prompter):
    dialog = editor("account_application")
    dialog.parts.choose(1)
    form(dialog, TextsForm).fields[0].edit.setPlainText("保守公司秘密。")
    prompter.answers.append(None)
    press(dialog, "保存")
    assert "版次仍是 A/1" in prompter.texts("choose")[0]
    assert dialog.edited.is_changed
    prompter.answers.append("raise")
    press(dialog, "保存")
    form_now = kept(shelf, "account_application")
    assert (form_now["rev"], form_now["section"][1]["rev"]) == ("A/2", "A/2")
    form(dialog, TextsForm).fields[0].edit.setPlainText("保守公司的秘密。")
    prompter.answers.append("keep")
    press(dialog, "保存")
    assert kept(shelf, "account_application")["section"][1]["rev"] == "A/2"


def test_the_own_version_is_compared_and_put_back(editor, shelf, prompter):
    dialog = editor()
    props(dialog, "title").edit.setText("开户回执")
    press(dialog, "保存")
    press(dialog, "比较…")
    compare = dialog.findChild(CompareDialog)
    cells = [compare.table.item(0, place).text() for place in range(3)]
    assert cells == ["表名", "电子邮件开户回执", "开户回执"]
    assert '+title = "开户回执"' in compare.text.toPlainText()
    assert "共 1 处不同。" in seen(compare)
    compare.accept()
    prompter.answers.append(False)
    press(dialog, "改用随程序的…")
    assert kept(shelf)["title"] == "开户回执"
    prompter.answers.append(True)
    press(dialog, "改用随程序的…")
    assert kept(shelf)["title"] == "电子邮件开户回执"
    assert "forms/_old" in prompter.texts("confirm")[-1]
    assert (shelf._desk.folder / "forms" / "_old" / "account_receipt-1" / "form.toml").is_file()


def test_a_changed_base_is_told_and_taken_note_of(editor, shelf):
    shelf.copy("account_receipt")
    path = shelf._desk.folder / "forms" / "account_receipt" / "form.toml"
    text = path.read_text("utf-8")
    base = tomllib.loads(text)["base_sha256"]
    path.write_text(text.replace(base, "0" * 64).replace('base_rev = "A/1"', 'base_rev = "A/0"'), "utf-8")
    shelf.library.reload()
    dialog = editor()
    assert dialog.forms.states()["account_receipt"] == "有新版"
    assert "已改为 A/1，本单位的版本依据 A/0" in seen(dialog)
    press(dialog, "知道了")
    assert dialog.forms.states()["account_receipt"] == "本单位"
    assert "依据 A/0" not in seen(dialog)


def test_forms_leave_and_come_as_a_zip(editor, shelf, prompter, tmp_path: Path):
    dialog = editor()
    props(dialog, "title").edit.setText("开户回执")
    press(dialog, "保存")
    prompter.answers.append(tmp_path / "a.zip")
    press(dialog, "导出…")
    assert "已导出 1 张表单" in prompter.texts("inform")[-1]
    dialog.forms.choose("password_slip")
    prompter.answers.extend(["own", tmp_path / "own.zip"])
    press(dialog, "导出…")
    assert zipfile.ZipFile(tmp_path / "own.zip").namelist() == [
        "account_receipt/form.toml",
        "account_receipt/sample.json",
    ]
    with zipfile.ZipFile(tmp_path / "a.zip", "a") as package:
        package.writestr("../evil/form.toml", "x")
        package.writestr("list/form.toml", "api = 7")
    shelf.reset("account_receipt")
    prompter.answers.append(tmp_path / "a.zip")
    press(dialog, "导入…")
    said = prompter.texts("warn")[-1]
    assert "导入了 1 张：开户回执。" in said
    assert "../evil/form.toml：不是表单的文件" in said
    assert "list：list/form.toml：缺少“code”" in said
    assert dialog.forms.states()["account_receipt"] == "本单位"


def test_a_new_kind_of_application_is_made_in_the_window(editor, shelf, pictured, qtbot):
    dialog = editor("account_application", own=False)
    press(dialog, "新建表单…")
    asked = dialog.findChild(RecordForm)
    asked.field("title").set_value("会议室钥匙申请单")
    asked.field("prefix").set_value("YJ")
    press(asked, "新建")
    assert "已经用于“电子邮件开户申请表”" in seen(asked)
    asked.field("prefix").set_value("")
    press(asked, "新建")
    made = shelf.library.form(dialog.edited.form_id).spec
    assert (made.title, made.number, made.application.prefix[0]) == ("会议室钥匙申请单", 90, "H")
    assert dialog.forms.states()[made.id] == "本单位"
    dialog.parts.choose(-2)
    entries = form(dialog, ItemsForm)
    entries.list.setCurrentRow(1)
    press(entries, "加一栏")
    props(dialog, "label").edit.setText("会议室")
    props(dialog, "key").edit.setText("room")
    dialog.parts.choose(0)
    rows = form(dialog, ItemsForm)
    press(rows, "加一行")
    form(dialog, CellsForm).cells[0].fields["", "label"].edit.setText("会议室")
    form(dialog, CellsForm).cells[0].fields["", "text"].edit.setText("{room}")
    pictured(dialog, "会议室钥匙申请单")
    qtbot.waitUntil(lambda: dialog.fault is None, timeout=PATIENCE)
    press(dialog, "保存")
    assert shelf.library.form(made.id).spec.application.field("room").label == "会议室"
    assert not dialog.compare.isVisibleTo(dialog)


def test_every_list_and_button_has_a_name(editor):
    dialog = editor("account_application")
    dialog.parts.choose(0)
    nameless = [
        type(one).__name__
        for one in (*dialog.findChildren(QAbstractButton), *dialog.findChildren(QListWidget))
        if one.isVisibleTo(dialog) and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []


def test_the_desk_that_cannot_be_written_is_said(editor, shelf, prompter: AnsweringPrompter):
    dialog = editor(own=False)
    (shelf._desk.folder / "forms").rmdir() if (shelf._desk.folder / "forms").is_dir() else None
    (shelf._desk.folder / "forms").write_text("in the way", "utf-8")
    prompter.answers.append(False)
    press(dialog, "复制为本单位的版本")
    assert "表单写不到" in prompter.texts("retry")[0]
    assert dialog.forms.states()["account_receipt"] == "随程序"

"""The office changes a form in the window, prints with it, and goes back to the shipped one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.table import Query
from desk_mailadmin.ui.dialogs.forms.item_forms import ItemsForm
from desk_mailadmin.ui.dialogs.forms.part_form import PropsForm
from desk_mailadmin.ui.hooks import Hooks
from tests.answering import AnsweringPrompter
from tests.documents.own import OLD_CLAUSE
from tests.journeys.day import PATIENCE, Day, press

FORM = "account_receipt"
NEW_CLAUSE = "账号信息已当面点清。"


@pytest.fixture
def day(days: Callable[[Path], Day], played: Path) -> Day:
    return days(played)


def forms(day: Day, deed: Callable[[Any], object]) -> None:
    """Open 工具 › 表单… and do something there."""
    day.front()
    day.hands.expect(deed)
    next(entry for entry in day.window.actions() if entry.objectName() == "forms").trigger()


def change_the_words(day: Day) -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        dialog.forms.choose(FORM)
        press(day.qtbot, dialog, "复制为本单位的版本")
        dialog.parts.choose(3)
        boxes = dialog.page.findChild(ItemsForm)
        boxes.list.setCurrentRow(1)
        text = boxes.form.findChild(PropsForm).fields["", "text"]
        assert text.value() == OLD_CLAUSE
        text.edit.setText(NEW_CLAUSE)
        day.qtbot.waitUntil(lambda: NEW_CLAUSE[:6] in shown(dialog), timeout=PATIENCE)
        press(day.qtbot, dialog, "保存")
        press(day.qtbot, dialog, "关闭")

    return deed


def put_back(day: Day) -> Callable[[Any], None]:
    def deed(dialog: Any) -> None:
        dialog.forms.choose(FORM)
        day.prompter.answers.append(True)
        press(day.qtbot, dialog, "改用随程序的")
        press(day.qtbot, dialog, "关闭")

    return deed


def shown(dialog: Any) -> str:
    paper = dialog.picture.paper._paper
    return text_of_pdf(paper.pdf) if paper else ""


def printed(day: Day) -> str:
    """Print a receipt that was not printed yet, and return what stands on it."""
    from desk_mailadmin.registers.receipts.printed import receipt_paper

    service, papers = day.service("receipts"), day.service("papers")
    record = list(service.keys(Query()))[0]  # noqa: RUF015  (an array of ids)
    paper = receipt_paper(service, day.service("branches"), day.office.desk.settings, record)
    drawing = papers.drawing(paper)
    pdf = drawing.sheet().pdf
    papers.keep(drawing, pdf, 2)
    return text_of_pdf(pdf)


def test_a_changed_form_is_printed_and_the_kept_prints_stay(day: Day):
    before = printed(day)
    assert OLD_CLAUSE[:6] in before
    forms(day, change_the_words(day))
    changed = printed(day)
    assert NEW_CLAUSE[:6] in changed
    assert OLD_CLAUSE[:6] not in changed
    forms(day, put_back(day))
    assert OLD_CLAUSE[:6] in printed(day)
    papers = day.service("papers")
    record = list(day.service("receipts").keys(Query()))[0]  # noqa: RUF015  (an array of ids)
    kept = papers.prints_of("receipt", record)[-3:]
    texts = [text_of_pdf(papers.kept_pdf(one)) for one in kept]
    assert [NEW_CLAUSE[:6] in text for text in texts] == [False, True, False]


REFUSED = {
    "a syntax error": ("form.toml", lambda text: text.replace("rows = [", "rows = [[", 1), "第 25 行"),
    "a missing field": (
        "form.toml",
        lambda text: text.replace('field = "dept"', 'field = "depart"'),
        "没有“depart”这个栏目",
    ),
    "a package": (
        "form.typ",
        lambda _text: '#import "@preview/cetz:0.2.0": canvas\n',
        "form.typ 第 1 行：引用了外部程序包",
    ),
    "a megabyte": ("form.toml", lambda _text: "# 字\n" * 2**18, "文件超过 256 KB"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_wrong_form_stands_in_today_and_work_goes_on(days: Callable[[Path], Day], played: Path, what: str):
    name, spoil, says = REFUSED[what]
    shipped = (Path(__file__).parents[2] / "forms" / FORM / "form.toml").read_text("utf-8")
    place = played / "forms" / FORM
    place.mkdir(parents=True)
    (place / name).write_text(spoil(shipped), "utf-8")
    day = days(played)
    hooks: Hooks = day.window._hooks
    (todo,) = [one for one in hooks.todos() if one.key == f"form/{FORM}"]
    assert says in todo.text
    assert "用的是随程序的版本" in todo.text
    assert OLD_CLAUSE[:6] in printed(day)

    def look(dialog: Any) -> None:
        assert dialog.edited.form_id == FORM
        day.prompter.answers.append(True)
        press(day.qtbot, dialog, "改用随程序的")
        press(day.qtbot, dialog, "关闭")

    forms(day, look)
    assert [one for one in hooks.todos() if one.key.startswith("form/")] == []


def test_after_an_upgrade_today_says_that_the_shipped_form_changed(
    days: Callable[[Path], Day], played: Path, prompter: AnsweringPrompter
):
    day = days(played)
    day.office.forms.copy(FORM)
    path = day.office.desk.folder / "forms" / FORM / "form.toml"
    text = path.read_text("utf-8").replace('base_rev = "A/1"', 'base_rev = "A/0"')
    start = text.index('base_sha256 = "') + len('base_sha256 = "')
    path.write_text(text[:start] + "0" * 64 + text[text.index('"', start) :], "utf-8")
    day.office.papers.library.reload()
    hooks: Hooks = day.window._hooks
    (todo,) = [one for one in hooks.todos() if one.key.startswith(f"form/{FORM}")]
    assert todo.text == "随程序的表单“电子邮件开户回执”已改为 A/1，本单位的版本依据 A/0，继续使用。"

    def take_note(dialog: Any) -> None:
        press(day.qtbot, dialog, "知道了")
        press(day.qtbot, dialog, "关闭")

    forms(day, take_note)
    assert [one for one in hooks.todos() if one.key.startswith("form/")] == []

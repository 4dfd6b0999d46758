"""The office's own forms over the shipped ones: used when good, named when not, never harmful."""

from __future__ import annotations

import json
import os

import pytest

from desk_mailadmin.documents.library import Library
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paths import asset_dir

RECEIPT = (asset_dir("forms") / "account_receipt" / "form.toml").read_text("utf-8")

DRAWN_BY_THEIR_OWN = {"directory_book"}
"""Shipped forms with a template of their own: what befalls the library's leaves them alone."""


def put(folder, form, text, sample=None):
    (folder / form).mkdir(parents=True, exist_ok=True)
    (folder / form / "form.toml").write_text(text, "utf-8")
    if sample is not None:
        (folder / form / "sample.json").write_text(json.dumps(sample), "utf-8")


@pytest.fixture
def shelves(tmp_path, renderer):
    def library():
        return Library(("办公室", tmp_path / "office"), ("本机", tmp_path / "desk"), trial=renderer.try_form)

    return tmp_path / "office", tmp_path / "desk", library


def test_the_shipped_forms_are_all_there(library):
    assert library.ids == tuple(sorted(path.parent.name for path in asset_dir("forms").glob("*/form.toml")))
    assert {"account_application", "account_receipt", "list", "password_slip"} <= set(library.ids)
    assert library.problems == ()
    with pytest.raises(UserError, match="没有表单“nothing”。"):
        library.form("nothing")


def test_a_form_is_found_by_the_number_in_its_code(library):
    assert library.by_number(1).spec.id == "account_application"
    assert library.by_number(2).spec.id == "account_receipt"
    assert library.by_number(0) is None
    assert library.by_number(77) is None


def test_the_later_shelf_wins(shelves, renderer, when):
    office, desk, library = shelves
    put(office, "account_receipt", RECEIPT.replace("电子邮件开户回执", "办公室回执"))
    assert library().form("account_receipt").spec.title == "办公室回执"
    put(desk, "account_receipt", RECEIPT.replace("电子邮件开户回执", "本机回执"))
    loaded = library()
    form = loaded.form("account_receipt")
    assert (form.spec.title, form.origin, loaded.problems) == ("本机回执", "本机", ())
    sheet = renderer.render(form, loaded.sample("account_receipt"), when=when)
    assert "本机回执" in text_of_pdf(sheet.pdf)
    assert sheet.template_sha256 != library().form("password_slip").sha256


def test_an_office_adds_a_form_of_its_own(shelves):
    office, _, library = shelves
    put(office, "visit", RECEIPT.replace('"account_receipt"', '"visit"').replace("number = 2", "number = 91"),
        json.loads((asset_dir("forms") / "account_receipt" / "sample.json").read_text("utf-8")))  # fmt: skip
    assert library().by_number(91).spec.id == "visit"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (RECEIPT.replace('kind = "fields"', 'kind = "feilds"', 1), "不认识“feilds”"),
        (RECEIPT.replace("api = 1", "api = = 1"), "第 2 行"),
        (RECEIPT.replace('id = "account_receipt"', 'id = "other"'), "应当和文件夹同名：account_receipt"),
        (RECEIPT.replace("number = 2", "number = 1"), "number：不能是 1"),
        (
            RECEIPT.replace('field = "dept"', 'field = "unknown_thing"'),
            "第 18 行 › section 1 › rows › 2 › 1 › field：没有“unknown_thing”这个栏目，可以用的有 address、",
        ),
        (RECEIPT.replace("另纸密封", "{e.__class__}"), "大括号不对"),
        (RECEIPT.replace("说明", "说明😀"), "此字打不出：“😀”"),
        ("#" * 300_000, "超过 256 KB"),
    ],
)
def test_a_bad_form_is_named_and_the_shipped_one_stands_in(shelves, text, says):
    office, _, library = shelves
    put(office, "account_receipt", text)
    loaded = library()
    (problem,) = loaded.problems
    assert says in problem.diagnostic
    assert "用的是随程序的版本" in str(problem)
    assert problem.file == "account_receipt/form.toml"
    assert loaded.form("account_receipt").spec.title == "电子邮件开户回执"


@pytest.mark.parametrize("sample", ["", "[1]", "{", "[" * 100_000])
def test_a_form_without_a_usable_sample_is_not_believed(shelves, sample):
    office, _, library = shelves
    put(office, "visit", RECEIPT.replace('"account_receipt"', '"visit"').replace("number = 2", "number = 91"))
    (office / "visit" / "sample.json").write_text(sample, "utf-8")
    loaded = library()
    assert "没有能用的样例" in loaded.problems[0].diagnostic
    assert "visit" not in loaded.ids


@pytest.mark.parametrize(
    "line",
    [
        '#import "@preview/cetz:0.2.0": canvas',
        '#include "@local/x:1.0.0"',
        '#let p = "@preview/x:1.0.0"\n#import p',
        '#import("@preview/x:1.0.0")',
    ],
)
def test_a_renderer_that_asks_for_packages_never_runs(shelves, line):
    office, _, library = shelves
    (office / "_lib").mkdir(parents=True)
    (office / "_lib" / "office.typ").write_text(line, "utf-8")
    loaded = library()
    assert {problem.form for problem in loaded.problems} == set(loaded.ids) - DRAWN_BY_THEIR_OWN
    assert all("引用了外部程序包" in problem.diagnostic for problem in loaded.problems)
    assert loaded.form("list").origin == "随程序"


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ('ok\n#import "\\u{40}preview/cetz:0.2.0": canvas', 2),
        ('#let p = "@" + "preview/cetz:0.2.0"\n\n#import p: canvas', 3),
        ('#eval("impo" + "rt \\"@" + "preview/cetz:0.2.0\\": canvas")', 1),
        ('#dictionary(std).at("ev" + "al")("1")', 1),
        ('#let call = eval\n#call("1")', 1),
    ],
)
def test_a_disguised_package_never_reaches_the_network(shelves, template, line):
    _, desk, library = shelves
    put(desk, "account_receipt", RECEIPT)
    (desk / "account_receipt" / "form.typ").write_text(template, "utf-8")
    (problem,) = library().problems
    assert problem.line == line
    assert "不能用 " in problem.diagnostic
    assert "download" not in problem.diagnostic


def test_a_template_cannot_read_the_folder_the_program_was_started_in(shelves, tmp_path, monkeypatch):
    _, desk, library = shelves
    monkeypatch.chdir(tmp_path)
    (tmp_path / "near.txt").write_text("secret")
    put(desk, "account_receipt", RECEIPT)
    (desk / "account_receipt" / "form.typ").write_text('#read("/near.txt")\n', "utf-8")
    (problem,) = library().problems
    assert "file not found" in problem.diagnostic
    assert str(tmp_path) not in problem.diagnostic


def test_a_template_with_a_mistake_is_one_line(shelves):
    _, desk, library = shelves
    put(desk, "account_receipt", RECEIPT)
    (desk / "account_receipt" / "form.typ").write_text("ok\nok\n#let x = (\n", "utf-8")
    (problem,) = library().problems
    assert problem.diagnostic == "account_receipt/form.typ 第 3 行：表单“电子邮件开户回执”画不出来：unclosed delimiter"


def test_a_form_toml_that_windows_named_txt_is_named(shelves):
    _, desk, library = shelves
    (desk / "car_use").mkdir(parents=True)
    (desk / "car_use" / "form.toml.txt").write_text(RECEIPT, "utf-8")
    (problem,) = library().problems
    assert "文件名是 form.toml.txt，应当是 form.toml" in str(problem)


def test_a_renderer_with_a_mistake_shows_where(shelves):
    office, _, library = shelves
    (office / "_lib").mkdir(parents=True)
    (office / "_lib" / "office.typ").write_text("= ok\n\n#nothing\n", "utf-8")
    assert "unknown variable: nothing" in library().problems[0].diagnostic
    assert "_lib/office.typ 第 3 行" in library().problems[0].diagnostic


def test_a_renderer_cannot_read_this_machines_files(shelves):
    office, _, library = shelves
    (office / "_lib").mkdir(parents=True)
    (office / "_lib" / "office.typ").write_text('#read("/etc/hostname")\n', "utf-8")
    loaded = library()
    assert {problem.form for problem in loaded.problems} == set(loaded.ids) - DRAWN_BY_THEIR_OWN


def test_links_and_strange_folders_are_not_followed(shelves, tmp_path):
    office, _, library = shelves
    put(tmp_path / "elsewhere", "account_receipt", RECEIPT.replace("电子邮件开户回执", "外来的"))
    office.mkdir()
    (office / "account_receipt").symlink_to(tmp_path / "elsewhere" / "account_receipt")
    put(office, "CON.html", RECEIPT)
    loaded = library()
    assert loaded.form("account_receipt").spec.title == "电子邮件开户回执"
    strange, link = map(str, loaded.problems)
    assert strange.startswith(f"“{office / 'CON.html'}”没有用上：文件夹名用小写英文字母开头")
    assert link == f"“{office / 'account_receipt'}”没有用上：它是链接，把文件夹本身复制过来。"


def test_a_folder_named_in_chinese_in_gbk_or_in_capitals_is_named_and_never_passed_over(shelves):
    _, desk, library = shelves
    for name in ("用车申请", os.fsdecode("用车".encode("gbk")), "Account_Receipt"):
        put(desk, name, RECEIPT)
    loaded = library()
    assert [problem.form for problem in loaded.problems] == ["", "", ""]
    assert all("没有用上：文件夹名用小写英文字母开头" in str(problem).encode().decode() for problem in loaded.problems)
    assert loaded.form("account_receipt").origin == "随程序"


def test_a_file_in_the_place_of_the_forms_is_named_and_the_shipped_forms_are_used(shelves):
    _, desk, library = shelves
    desk.write_text("")
    loaded = library()
    assert [str(problem) for problem in loaded.problems] == [
        f"“{desk}”应当是文件夹，现在是一个文件；本单位的表单没有用上，移走它就好。"
    ]
    assert loaded.form("account_receipt").origin == "随程序"


def test_ten_thousand_folders_are_not_read(shelves):
    _, desk, library = shelves
    for number in range(10_000):
        (desk / f"f{number:05d}").mkdir(parents=True)
    put(desk, "f00003", RECEIPT)
    put(desk, "f09999", RECEIPT)
    loaded = library()
    too_many, faulty = loaded.problems
    assert str(too_many) == f"“{desk}”里有 10000 个文件夹，只用了前 200 个，移走不是表单的。"
    assert faulty.form == "f00003"


def test_the_shelves_are_read_once_and_may_vanish(shelves):
    office, _, library = shelves
    put(office, "account_receipt", RECEIPT.replace("电子邮件开户回执", "办公室回执"))
    loaded = library()
    (office / "account_receipt" / "form.toml").unlink()
    assert loaded.form("account_receipt").spec.title == "办公室回执"


@pytest.mark.parametrize("template", ["", " \n\t\n"])
def test_a_renderer_that_draws_nothing_is_not_believed(tmp_path, template):
    (tmp_path / "_lib").mkdir()
    (tmp_path / "_lib" / "office.typ").write_text(template, encoding="utf-8")
    library = Library(("本台账", tmp_path), trial=lambda _form, _sample: None)
    assert {problem.form for problem in library.problems} == set(library.ids) - DRAWN_BY_THEIR_OWN
    assert all("是空的" in str(problem) for problem in library.problems)
    assert library.form("list").template.strip()

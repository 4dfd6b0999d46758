"""Every hostile file gives one clear sentence or the right people, soon, and leaves the program alive."""

import json
import shutil
import sys
import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.kernel.errors import UserError

HOSTILE = Path(__file__).parents[1] / "data/hostile"
EXPECTED = json.loads((HOSTILE / "expectations.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 15)
TWO = [("X0001", "测试员"), ("X0002", "张三")]
THREE = [("X1", "张三"), ("X2", "陈𠮷祥"), ("X3", "李䶮")]

REFUSED = {
    "zipbomb_rows.xlsx": "展开后过大",
    "zipbomb_one_string.xlsx": "展开后过大",
    "zip_size_lie.xlsx": "已损坏",
    "xxe_file.xlsx": "外部定义",
    "xxe_http.xlsx": "外部定义",
    "billion_laughs.xlsx": "外部定义",
    "merged_whole_sheet.xlsx": "取消合并",
    "merged_inverted.xlsx": "已损坏",
    "truncated.xlsx": "已损坏",
    "empty.csv": "空文件",
    "empty.xlsx": "空文件",
    "pdf_renamed.xlsx": "是 PDF 文件，不是 Excel",
    "encrypted_like.xlsx": "去掉密码",
    "hostile_cdr.csv": "不像花名册",
    "hostile_mail.log": "不像花名册",
    "nested_1500.mbox": "不像花名册",
    "huge_header.mbox": "不像花名册",
    "names_not_for_windows.tar": "不是 Excel",
}
READ = {
    "good_two_people.xlsx": TWO,
    "dimension_lie.xlsx": TWO,
    "dimension_far_cell.xlsx": TWO,
    "macro.xlsm": TWO,
    "macro_renamed.xlsx": TWO,
    "zip_slip.xlsx": TWO,
    "external_link.xlsx": TWO,
    "xlsx_renamed.csv": TWO,
    "nul_bytes.csv": [("X1", "张三"), ("X2", "李四"), ("X3", "王五")],
    "utf16le_bom.csv": THREE,
    "utf16be_nobom.csv": THREE,
    "utf16le_tab.txt": THREE,
    "html_renamed.xls": [("X1", "张三")],
    "million_columns.csv": [("X2", "李四")],
    "one_long_field.csv": [("X2", "bob")],
    "bad_gb18030.csv": [("X2", "李四")],
    "mixed_newlines.csv": [("X1", "张三"), ("X2", "李四"), ("X3", "王五"), ("X4", "赵六")],
}
ODD_NAMES = [one["file"] for one in EXPECTED if one["expect"].startswith("opens like any other file")]


def test_every_file_of_the_collection_is_judged_here():
    here = {path.name for path in HOSTILE.iterdir()} - {"README.md", "expectations.json"}
    assert here == REFUSED.keys() | READ.keys() | {
        "formula_injection.xlsx",
        "formula_injection.csv",
        "unclosed_quote.csv",
    }
    assert {one["file"] for one in EXPECTED} == here | set(ODD_NAMES)


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_it_is_refused_in_one_sentence_that_names_the_file(name):
    start = time.perf_counter()
    with pytest.raises(UserError) as refused:
        read_roster(HOSTILE / name, today=TODAY)
    sentence = str(refused.value)
    assert REFUSED[name] in sentence
    assert name in sentence
    assert "Error" not in sentence
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize("name", sorted(READ))
def test_its_people_are_read_soon(name):
    start = time.perf_counter()
    reading = read_roster(HOSTILE / name, today=TODAY)
    assert [(row.emp_no, row.name) for row in reading.people] == READ[name]
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("macro.xlsm", "macros"),
        ("dimension_far_cell.xlsx", "far-cells"),
        ("nul_bytes.csv", "nul"),
        ("html_renamed.xls", "html"),
    ],
)
def test_what_was_left_out_is_told(name, kind):
    assert kind in {notice.kind for notice in read_roster(HOSTILE / name, today=TODAY).notices}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("million_columns.csv", "line-long"), ("one_long_field.csv", "line-long"), ("bad_gb18030.csv", "line-encoding")],
)
def test_a_line_that_cannot_be_read_is_named_by_its_number(name, kind):
    reading = read_roster(HOSTILE / name, today=TODAY)
    assert [(fault.row, fault.kind) for fault in reading.faults if not fault.row_kept] == [(2, kind)]
    assert all("\ufffd" not in row.name for row in reading.people)


def test_an_unclosed_quote_swallows_its_own_line_only():
    reading = read_roster(HOSTILE / "unclosed_quote.csv", today=TODAY)
    lost = [fault for fault in reading.faults if fault.kind == "line-quote"]
    assert [(fault.row, fault.sentence) for fault in lost] == [(2, "第 2 行有个引号没有关上，这一行没有读。")]
    assert max(len(row.name) for row in reading.people) < 10
    assert (reading.people[0].emp_no, len(reading.people)) == ("X2", 8998)


@pytest.mark.parametrize("name", ["formula_injection.xlsx", "formula_injection.csv"])
def test_formulas_in_names_are_text_and_held_back(name):
    reading = read_roster(HOSTILE / name, today=TODAY)
    odd = [row for row in reading.people if row.name.startswith(("=", "+", "-", "@"))]
    assert odd
    assert {row.place for row in odd} <= reading.undecided


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_file_names_open_like_any_other(name, tmp_path):
    path = tmp_path / name
    try:
        shutil.copy(HOSTILE / "good_two_people.xlsx", path)
    except OSError:
        pytest.skip("this file system does not take the name")
    assert [(row.emp_no, row.name) for row in read_roster(path, today=TODAY).people] == TWO


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot store these names")
def test_names_that_windows_cannot_store(tmp_path):
    import tarfile

    with tarfile.open(HOSTILE / "names_not_for_windows.tar") as tar:
        for member in tar.getmembers():
            content = tar.extractfile(member)
            if content is not None:
                (tmp_path / Path(member.name).name).write_bytes(content.read())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 7
    assert any(unicodedata.normalize("NFC", path.name) != path.name for path in files)
    for path in files:
        assert [row.name for row in read_roster(path, today=TODAY).people] == ["测试员", "张三"]

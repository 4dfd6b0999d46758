"""Hostile files give one clear sentence or the good rows, soon, and leave the program alive."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from desk_mailadmin.intake.directories.reader import DIRECTORY_LIMITS, directory_of_file, read_directory
from desk_mailadmin.intake.guard import Limits
from desk_mailadmin.kernel.errors import UserError

from .reading import DIRECTORY, kinds, read

HOSTILE = Path(__file__).parents[2] / "data/hostile"
NOT_READ = ("README.md", "expectations.json", "formula_injection.csv")
FILES = sorted(path.name for path in HOSTILE.iterdir() if path.name not in NOT_READ)
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
    "names_not_for_windows.tar": "不是 Excel",
}


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_the_collection_is_refused_in_one_sentence(name: str):
    start = time.perf_counter()
    with pytest.raises(UserError) as refused:
        read_directory(HOSTILE / name)
    assert name in str(refused.value)
    assert REFUSED.get(name, "不像通讯录") in str(refused.value)
    assert time.perf_counter() - start < 10


def test_a_table_without_telephones_is_no_directory(tmp_path: Path):
    path = tmp_path / "花名册.csv"
    path.write_text("工号,姓名,部门\nA1,张三,财务部", encoding="utf-8")
    with pytest.raises(UserError, match="不像通讯录"):
        read(path)


def test_lines_that_cannot_be_read_are_named_and_the_others_kept(tmp_path: Path):
    path = tmp_path / "通讯录.csv"
    lines = ["财务部,张三,8001".encode("gb18030"), b"\xff\xfe\xff,x,8002", b"x,y," + b"9" * 200_000,
             "财务部,李四,8003".encode("gb18030")]  # fmt: skip
    path.write_bytes("部门,姓名,分机\n".encode("gb18030") + b"\n".join(lines))
    reading = read(path)
    assert {(row, kind) for row, _, kind in kinds(reading)} == {(3, "line-encoding"), (4, "line-long")}
    assert [row.name for row in reading.people] == ["张三", "李四"]


def test_more_rows_than_allowed_are_refused(tmp_path: Path):
    with pytest.raises(UserError, match="超过 100 行"):
        directory_of_file(DIRECTORY, Limits(rows=100), None, lambda _fraction: None)
    assert DIRECTORY_LIMITS.rows == 20_000


def test_the_sample_is_read_in_the_child():
    assert len(read_directory(DIRECTORY).rows) == 328


def test_formulas_are_no_names():
    reading = read(HOSTILE / "formula_injection.csv")
    assert {row.name for row in reading.people if row.place not in reading.undecided} == {"calc"}

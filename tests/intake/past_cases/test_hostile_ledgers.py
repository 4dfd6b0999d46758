"""Hostile files give one clear sentence or the good rows, soon, and leave the program alive."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.child import Cancelled
from desk_mailadmin.intake.past_cases.reader import LEDGER_LIMITS, past_cases_of_file, read_past_cases
from desk_mailadmin.kernel.errors import UserError

from .reading import TODAY, kinds, read, table

HOSTILE = Path(__file__).parents[2] / "data/hostile"
NO_LEDGER = "不像处罚台账"
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
FILES = sorted(path.name for path in HOSTILE.iterdir() if path.name not in ("README.md", "expectations.json"))
GOOD = "1,3.5,张三,销售部,关机,电话15.二.6,罚款,100,"


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_the_collection_is_refused_in_one_sentence(name: str):
    start = time.perf_counter()
    with pytest.raises(UserError) as refused:
        read_past_cases(HOSTILE / name, today=TODAY)
    assert REFUSED.get(name, NO_LEDGER) in str(refused.value)
    assert name in str(refused.value)
    assert time.perf_counter() - start < 10


def test_lines_that_cannot_be_read_are_named_and_the_others_kept(tmp_path: Path):
    path = table(tmp_path)
    lines = [
        GOOD.encode("gb18030"),
        b"2,3.6,\xff\xfe\xff,x,x,x,x,1,",
        f'3,3.7,"李四,{"x" * 10}'.encode("gb18030"),
        b"4,3.8," + b"y" * 200_000,
        GOOD.replace("1,3.5", "5,3.9").encode("gb18030"),
    ]
    path.write_bytes("单号,日期,姓名,部门,事实,依据,处理,金额,备注\n".encode("gb18030") + b"\n".join(lines))
    reading = read(path)
    assert {(row, kind) for row, _, kind in kinds(reading)} == {
        (3, "line-encoding"),
        (4, "line-quote"),
        (5, "line-long"),
    }
    assert [case.slip for case in reading.ready] == ["1", "5"]
    assert [fault.sentence for fault in reading.faults if fault.kind == "line-quote"] == [
        "第 4 行有个引号没有关上，这一行没有读，在文件里补上引号。"
    ]


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+张三", "-cmd|' /C calc'!A0", "鍙锛濮撳", "张" * 80])
def test_what_is_no_name_never_goes_in(tmp_path: Path, name: str):
    reading = read(table(tmp_path, f"1,3.5,{name},销售部,关机,电话15.二.6,罚款,100,", GOOD.replace("1,3.5", "2,3.6")))
    assert [case.name for case in reading.ready] == ["张三"]
    assert {row for row, _, _ in kinds(reading)} == {2}


def test_long_texts_are_cut_and_control_characters_dropped(tmp_path: Path):
    line = f"1,3.5,张三,销售部,{'关机' * 400}\u202e\u200b,电话15.二.6,罚款,100,{'备' * 30_000}"
    (case,) = read(table(tmp_path, line)).rows
    assert (len(case.facts), len(case.remark)) == (500, 500)
    assert "\u202e" not in case.facts


def test_too_many_rows_are_refused(tmp_path: Path):
    path = table(tmp_path, *[GOOD] * (LEDGER_LIMITS.rows + 1))
    with pytest.raises(UserError, match="拆成几个文件"):
        past_cases_of_file(path, LEDGER_LIMITS, TODAY, None, lambda _fraction: None)


def test_the_largest_ledger_is_read_within_its_limits(tmp_path: Path):
    lines = [
        f"{at},3.{at % 28 + 1},张三,销售部,关机 {at},电话15.二.6,罚款,100," for at in range(LEDGER_LIMITS.rows - 2)
    ]
    path = table(tmp_path, *lines)
    reading = read_past_cases(path, today=date(2026, 11, 15))
    assert len(reading.ready) == LEDGER_LIMITS.rows - 2


def test_it_can_be_stopped(tmp_path: Path):
    with pytest.raises(Cancelled):
        read_past_cases(table(tmp_path, GOOD), today=TODAY, cancelled=lambda: True)


def test_a_sheet_that_is_no_ledger_is_told(tmp_path: Path):
    path = tmp_path / "话单.csv"
    path.write_text("号码,时长,费用\n1,2,3\n", encoding="utf-8")
    with pytest.raises(UserError, match="没有找到有“姓名”"):
        read(path)

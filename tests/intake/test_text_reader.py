import pytest

from desk_mailadmin.intake.guard import ROSTER_LIMITS, Limits
from desk_mailadmin.intake.text_reader import decoded, read_text, separator_of
from desk_mailadmin.kernel.errors import UserError


def rows(tmp_path, content, limits=ROSTER_LIMITS):
    path = tmp_path / "名册.csv"
    path.write_bytes(content)
    return [
        (row.number, [cell.text for cell in row.cells], row.problem) for row in read_text(path, limits).sheets[0].rows
    ]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_encodings(encoding, named):
    text = "工号,姓名\r\nX1,陈𠮷祥\r\n"
    assert decoded(text.encode(encoding)) == (text, named)


def test_utf_8_is_never_taken_for_gb18030():
    assert decoded("台积电,号,鍙".encode())[0] == "台积电,号,鍙"


def test_ascii_with_stray_zeros_is_not_utf_16():
    assert decoded(b"a,\0b\n\0c")[1] == "utf-8"
    assert decoded(b"a\0,\0\xd8\n\0,\0")[1] != "utf-16-le"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "，"])
def test_separators(separator):
    lines = [
        separator.join(["工号", "姓名", "备注"]),
        separator.join(["X1", "张三", "a.b"]),
        separator.join(["X2", "李四", ""]),
    ]
    assert separator_of(lines) == separator


def test_one_column_is_one_column():
    assert separator_of(["姓名", "张三"]) == ","


def test_quotes_line_breaks_and_equals_signs(tmp_path):
    content = '工号,姓名\r\n="0012","张\r\n三"\r\nX2,"a ""b"" c"\r\n\r\n\tX3,李四'.encode()
    assert rows(tmp_path, content) == [
        (1, ["工号", "姓名"], ""),
        (2, ["0012", "张\n三"], ""),
        (4, ["X2", 'a "b" c'], ""),
        (6, ["X3", "李四"], ""),
    ]


def test_a_quote_that_never_closes_costs_one_line(tmp_path):
    content = ("工号,姓名\n" + 'X1,"张三\n' + "".join(f"X{n},李四\n" for n in range(2, 50))).encode()
    read = rows(tmp_path, content)
    assert read[1][2] == "quote"
    assert read[2] == (3, ["X2", "李四"], "")


def test_bad_bytes_mark_their_line_only(tmp_path):
    content = "工号,姓名\nX1,张三\n".encode() + b"X2,\xff\xfe\n" + "X3,王五\n".encode()
    read = rows(tmp_path, content)
    assert [problem for _, _, problem in read] == ["", "", "encoding", ""]


@pytest.mark.parametrize("line", ["x," * 300, "x" * 40_000, "x" * 140_000])
def test_lines_too_wide_or_long_are_told(line, tmp_path):
    read = rows(tmp_path, f"工号,姓名\n{line}\nX2,李四\n".encode(), Limits(columns=200, field=32_767))
    assert [problem for _, _, problem in read] == ["", "long", ""]


def test_blank_and_binary_files_are_refused(tmp_path):
    with pytest.raises(UserError, match="没有内容"):
        rows(tmp_path, b" \r\n \r\n")
    with pytest.raises(UserError, match="不是 Excel 或 CSV"):
        rows(tmp_path, bytes(range(1, 32)) * 50)

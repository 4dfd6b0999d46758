"""Tables of web consoles that carry the name .xls."""

import pytest

from desk_mailadmin.intake.guard import Limits
from desk_mailadmin.intake.html_reader import read_html

TABLE = (
    '<html><head><meta charset="{0}"></head><body><p>导出</p><table><tr><th>工号</th><th colspan="2">姓名</th></tr>'
    "<tr><td>X1</td><td>张<b>三</b></td><td>&lt;x&gt;</td></tr><tr></tr><tr><td colspan='a'>X2</td><td>李四</td></table>"
)


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("", "utf-8")])
def test_rows_of_a_table(charset, encoding, tmp_path):
    path = tmp_path / "导出.xls"
    path.write_bytes(TABLE.format(charset).encode(encoding))
    document = read_html(path, Limits())
    assert [[cell.text for cell in row.cells] for row in document.sheets[0].rows] == [
        ["工号", "", "姓名"],
        ["X1", "张三", "<x>"],
        ["X2", "李四"],
    ]
    assert document.encoding == encoding
    assert "html" in document.notices


def test_a_table_that_never_ends_is_cut(tmp_path):
    path = tmp_path / "导出.xls"
    path.write_text("<table>" + "<tr><td>x" * 100 + "<td>y" * 100, encoding="utf-8")
    rows = read_html(path, Limits(rows=10, columns=5)).sheets[0].rows
    assert len(rows) == 11
    assert max(len(row.cells) for row in rows) <= 5

"""The directory on the command line: taken over from a file, and put out for telephones and servers."""

from __future__ import annotations

from pathlib import Path

from .conftest import Cli

LINES = "部门,姓名,分机,手机,职级\n财务部,陌生人,8901,15400000009,员工\n总经理办公室,大领导,8900,15400000008,总经理\n"


def test_a_directory_is_checked_taken_over_and_exported(cli: Cli, tmp_path: Path):
    file = tmp_path / "通讯录.csv"
    file.write_text(LINES, "utf-8")
    checked = cli("import", "directory", str(file), "--dry-run", "--json")
    assert checked.code == 1
    assert checked.json["counts"]["new"] == 2
    assert {fault["kind"] for fault in checked.json["faults"]} >= {"person_unknown"}
    written = cli("import", "directory", str(file), "--json")
    assert (written.json["counts"]["written"], written.json["counts"]["lines"]) == (2, 2)
    for name, tier, seen in (("a.vcf", "ordinary", False), ("a.ldif", "full", True), ("a.xlsx", "full", True)):
        said = cli("export", "directory", "-o", str(tmp_path / name), "--tier", tier)
        assert said.code == 0
        if name != "a.xlsx":
            assert ("15400000008" in (tmp_path / name).read_text("utf-8")) is seen
    refused = cli("export", "directory", "-o", str(tmp_path / "b.vcf"), "--edition", "9")
    assert (refused.code, "没有第 9 版" in refused.err) == (2, True)

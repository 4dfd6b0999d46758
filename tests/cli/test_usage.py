"""Help and refusals of the command line are in Chinese, whatever the terminal's language."""

from __future__ import annotations

import re

import pytest

from desk_mailadmin.cli.main import run
from desk_mailadmin.cli.usage import in_chinese

ENGLISH = re.compile(r"usage|options|arguments|show this|exit|required|invalid|expected|unrecognized|choose")


@pytest.mark.parametrize("command", [(), ("import",), ("print",), ("record",), ("close-month",)])
def test_the_help_has_no_english_sentence(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("用法：desk-mailadmin")
    assert "参数:" in told
    assert "选项:" in told
    assert "显示这份说明" in told
    assert ENGLISH.findall(told) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "roster"), "少了 file"),
        (("print", "YJ-2026-0001"), "少了 -o"),
        (("encrypt", "maybe"), "what：没有“maybe”，可以写 on、off、rekey"),
        (("export", "directory", "--edition", "x", "-o", "a"), "--edition：“x”不是整数"),
        (("--desk",), "--desk：后面要写一个值"),
        (("import", "roster", "a", "--dry-run=3"), "--dry-run：后面不写值，却写了 3"),
        (("clauses", "--loud"), "没有这样的参数：--loud"),
        (("check", "--re"), "--re 不清楚是哪一个：--recovery-code, --report"),
    ],
)
def test_a_misuse_is_said_in_chinese_in_one_line(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"用法不对：{said}。用 desk-mailadmin")
    assert told.err.count("\n") == 1
    assert ENGLISH.findall(told.err) == []


def test_other_versions_of_the_library_and_sentences_of_ours_are_understood() -> None:
    assert in_chinese("argument kind: invalid choice: 'x' (choose from a, b)") == "kind：没有“x”，可以写 a, b"
    assert in_chinese("argument -a: not allowed with argument -b") == "-a：不能和 -b 一起用"
    assert in_chinese("one of the arguments -a -b is required") == "-a -b 要有一个"
    assert in_chinese("ambiguous option: --f could match --file, --force") == "--f 不清楚是哪一个：--file, --force"
    assert in_chinese("argument --on: 昨天 不是日期，写成 2026-12-03") == "--on：昨天 不是日期，写成 2026-12-03"
    assert in_chinese("argument -x: expected 2 arguments") == "-x：后面写的值个数不对"
    assert in_chinese("never said before") == "never said before"

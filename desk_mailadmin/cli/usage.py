"""The command line's help and its refusals in the clerk's language: argparse knows only English without a catalogue."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from desk_mailadmin.cli.output import REFUSED, say
from desk_mailadmin.kernel.regex import regex

_SENTENCES = (
    (regex(r"argument (.+?): (.+)"), "{0}：{1}"),
    (regex(r"the following arguments are required: (.+)"), "少了 {0}"),
    (regex(r"one of the arguments (.+) is required"), "{0} 要有一个"),
    (regex(r"unrecognized arguments: (.+)"), "没有这样的参数：{0}"),
    (regex(r"invalid choice: '?(.*?)'? \(choose from (.+)\)"), "没有“{0}”，可以写 {1}"),
    (regex(r"invalid int value: '(.*)'"), "“{0}”不是整数"),
    (regex(r"expected (?:one|at least one|at most one) argument"), "后面要写一个值"),
    (regex(r"expected \d+ arguments"), "后面写的值个数不对"),
    (regex(r"not allowed with argument (.+)"), "不能和 {0} 一起用"),
    (regex(r"ignored explicit argument (.+)"), "后面不写值，却写了 {0}"),
    (regex(r"ambiguous option: (.+) could match (.+)"), "{0} 不清楚是哪一个：{1}"),
)
"""What argparse says, and how we say it."""


def in_chinese(message: str) -> str:
    """Return what argparse says of a misuse in Chinese; what it never said before stays as it is."""
    for english, chinese in _SENTENCES:
        if found := english.fullmatch(message):
            return chinese.format(*(in_chinese(part).replace("', '", "、").strip("'") for part in found.groups()))
    return message


class ChineseHelp(argparse.HelpFormatter):
    """Begins the usage with 用法."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Write the usage under its Chinese name, where it is not part of another's."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class OneLineParser(argparse.ArgumentParser):
    """Helps in Chinese, and says in one line what is misused."""

    def __init__(self, **known: Any) -> None:
        super().__init__(**{**known, "formatter_class": ChineseHelp, "add_help": False})
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the usage stands, and end with the code of a misuse."""
        say(f"用法不对：{in_chinese(message)}。用 {self.prog} --help 看用法。", sys.stderr)
        raise SystemExit(REFUSED)

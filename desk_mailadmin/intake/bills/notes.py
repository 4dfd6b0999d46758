"""What stands around a bill's rows: whose bill, of which month, which number a block is of, and the totals it names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_mailadmin.intake.bills.cells import CellReader
from desk_mailadmin.intake.bills.fields import Field
from desk_mailadmin.intake.bills.tables import Table
from desk_mailadmin.language.calls import dialled, spoken_length
from desk_mailadmin.language.numbers import text_of_entry
from desk_mailadmin.language.spelled_amounts import spelled_amount

_TOTAL = re.compile(r"(?:本页|本号码|号码|本月|费用|话费|总)?(合计|总计|小计|共计|累计|汇总)[:：]?")
_DUE = re.compile(
    r"(?:应缴|应付|应收|本期|本月|费用)?(?:应缴|应付|应收)?(?:总额|总金额|总费用|费用总计|应缴合计)[:：]?"
)
_COUNT = re.compile(r"(?:共|合计|总计|计)?\s*(\d{1,9})\s*(?:条|次|笔|个)")
_BLOCK = re.compile(
    r"(?:计费|本机|主叫|业务|用户|设备|电话|固话|付费|服务)?(?:号码|主叫|电话|设备号)"
    r"\s*[:：]\s*([+\d][\d\-()（） ]{4,24})"
)
_MONTH = re.compile(
    r"(?:账期|帐期|计费周期|计费月份|账单月份|月份|统计周期|账务周期|出账月份|计费账期)"
    r"\s*[:：]?\s*(20\d{2})\s*[-年/.]?\s*(1[0-2]|0?[1-9])"
)
_PERIOD = re.compile(
    r"(20\d{2})[-年/.]?(\d{2})[-月/.]?(\d{2})日?\s*(?:[-~至到—–]+)\s*(20\d{2})[-年/.]?(\d{2})[-月/.]?(\d{2})日?"
)
_ACCOUNT = re.compile(r"(?:客户编号|客户号|账户编号|账户号|账号|帐号|合同号|合同编号|付费账号)\s*[:：]\s*(\w{4,32})")
_OPERATOR = re.compile(r"(?:中国)?(?:电信|联通|移动|铁通|广电)(?!电话|号码|号)|运营商[一二三四五六七八九\d]")
_HOTLINES = {"10000": "电信", "10010": "联通", "10086": "移动", "10099": "广电", "10050": "铁通"}
_FIRST_CELLS = 3
_LONGEST_NOTE = 400


@dataclass
class Totals:
    """The totals a bill names: of all of it by ``Agreement.what``, of single numbers, and its list of their sums."""

    whole: dict[str, int] = field(default_factory=dict)
    of_number: dict[tuple[str, str], int] = field(default_factory=dict)
    summary: dict[str, int] = field(default_factory=dict)

    def add(self, what: str, value: int | None, number: str = "") -> None:
        """Keep a total; one named again for a number adds to it, as its calls stand in several blocks."""
        if value is None:
            return
        if number:
            self.of_number[number, what] = self.of_number.get((number, what), 0) + value
        else:
            self.whole[what] = value


@dataclass
class Heading:
    """What the lines above and below the tables say of the whole bill."""

    operator: str = ""
    account: str = ""
    month: str = ""
    period: tuple[str, str] = ("", "")
    hotline: str = ""

    def read(self, cells: Sequence[Any]) -> None:
        """Take from a line outside of the tables what it says of the bill."""
        text = unicodedata.normalize("NFKC", " ".join(filter(None, map(text_of_entry, cells))))[:_LONGEST_NOTE]
        if found := _PERIOD.search(text):
            first, last = "-".join(found.groups()[:3]), "-".join(found.groups()[3:])
            self.period = self.period if self.period[0] else (first, last)
            self.month = self.month or (first[:7] if first[:7] == last[:7] else "")
        if found := _MONTH.search(text):
            self.month = self.month or f"{found[1]}-{int(found[2]):02d}"
        if found := _ACCOUNT.search(text):
            self.account = self.account or found[1]
        if found := _OPERATOR.search(text):
            self.operator = self.operator or _plain(found[0])
        self.hotline = self.hotline or next((name for digits, name in _HOTLINES.items() if digits in text), "")

    def operator_of(self, file_stem: str) -> str:
        """Return the operator, from the bill's own words, the file's name or the number it tells to call."""
        said = self.operator or (found[0] if (found := _OPERATOR.search(file_stem)) else "")
        return _plain(said) or self.hotline


def _plain(operator: str) -> str:
    return operator.removeprefix("中国")


def block_number(cells: Sequence[Any]) -> str:
    """Return the number a block of rows is of, where a row says so (计费号码：020-55511132); else an empty text."""
    filled = [text_of_entry(cell).strip() for cell in cells if cell not in ("", None)]
    if not 1 <= len(filled) <= _FIRST_CELLS:
        return ""
    found = _BLOCK.search(unicodedata.normalize("NFKC", " ".join(filled)))
    return dialled(found[1]) if found else ""


def total_word(cells: Sequence[Any]) -> str:
    """Return ``part``, ``whole`` or ``due`` where a row names totals; an empty text for any other row."""
    lead = next((text for cell in cells[:_FIRST_CELLS] if (text := text_of_entry(cell).strip())), "")
    plain = "".join(unicodedata.normalize("NFKC", lead).split())
    if _DUE.match(plain):
        return "due"
    found = _TOTAL.match(plain)
    if not found:
        return ""
    return "part" if found[1] == "小计" or plain.startswith(("本页", "本号码")) else "whole"


def take_totals(
    word: str, cells: Sequence[Any], table: Table | None, reader: CellReader, number: str, totals: Totals
) -> None:
    """Keep what a row of totals says, column by column; ``number`` is the one a block is of, for its subtotal."""
    of = number if word == "part" else ""
    if word == "due":
        sums = [
            found for cell in cells[1:] if (found := spelled_amount(cell if cell != "" else None).value) is not None
        ]
        totals.add("due", sums[-1] if sums else None)
        return
    if word == "part" and not number:
        return
    texts = [text_of_entry(cell) for cell in cells]
    counts = [int(counted[1]) for text in texts if (counted := _COUNT.search(text))]
    if table is None or table.role != "calls":
        return
    totals.add("calls", counts[0] if counts else _count_in(cells, table), of)
    at = table.at(Field.SECONDS)
    if 0 <= at < len(cells) and isinstance(cells[at], str) and ":" in cells[at]:
        totals.add("seconds", spoken_length(cells[at]), of)
    for what in (Field.BASE, Field.INFO, Field.DISCOUNT, Field.FEE):
        at = table.at(what)
        if 0 <= at < len(cells) and cells[at] not in ("", None):
            totals.add(str(what), reader.fen(cells[at]), of)


def _count_in(cells: Sequence[Any], table: Table) -> int | None:
    """Return a count of calls that stands alone in the column of lengths, as subtotals have it."""
    at = table.at(Field.SECONDS)
    value = cells[at] if 0 <= at < len(cells) else ""
    if isinstance(value, str):
        return int(value) if value.strip().isdigit() and value.strip().isascii() else None
    if isinstance(value, int | float) and not isinstance(value, bool) and value == int(value) and value >= 0:
        return int(value)
    return None

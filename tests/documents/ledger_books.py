"""A small ledger of penalties and LibreOffice, for the tests of what stands below the rows of a sheet."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl

from desk_mailadmin.documents.book import (
    Balance,
    Bars,
    ChartSeries,
    ChartSheet,
    LedgerChart,
    LedgerColumn,
    LedgerSheet,
    Term,
)
from desk_mailadmin.kernel.table import Kind

DAY = date(2026, 11, 30)
FACTS = (
    "打私人长途电话，通话 12 分钟，话费 8.60 元，未登记",
    "拨打信息台",
    "造成邮箱爆满，退回客户来信三封，经提醒后没有改正",
)
COLUMNS = (
    LedgerColumn("序号", Kind.COUNT, 4),
    LedgerColumn("单号", Kind.CODE, 8),
    LedgerColumn("发生日期", Kind.DATE, 6),
    LedgerColumn("部门", width=6),
    LedgerColumn("违规事实", width=15),
    LedgerColumn("应扣", Kind.MONEY, 6, total=True),
    LedgerColumn("已扣", Kind.MONEY, 6, total=True),
    LedgerColumn("状态", Kind.STATE, 4, choices=("待签收", "已扣款", "已作废")),
    LedgerColumn("工号", Kind.CODE, 6, hidden=True),
    LedgerColumn("计算式", width=8, hidden=True),
    LedgerColumn("已签", Kind.FLAG, 3),
)


def case(number: int) -> tuple[str | int | bool | date | None, ...]:
    due = number * 4321 % 90_000 + 5
    return (
        number, f"CF-2026-{number:04}", DAY - timedelta(days=number % 29), ("办公室", "国际业务部")[number % 2],
        FACTS[number % 3], due, due if number % 3 else 0, "已扣款" if number % 3 else "待签收",
        f"A{number:05}", "" if number % 2 else "20×8.60+50", number % 2 == 0,
    )  # fmt: skip


def ledger(count: int, *, carried: int = 123_456, off: int = 0, **more: object) -> LedgerSheet:
    """Return a sheet of ``count`` cases whose balance is ``off`` fen wrong; every seventh is void."""
    struck = frozenset(range(6, count, 7))
    rows = [(*case(n)[:5], 0, 0, "已作废", *case(n)[8:]) if n - 1 in struck else case(n) for n in range(1, count + 1)]
    new, taken = (sum(row[place] for row in rows) for place in (5, 6))  # type: ignore[misc]
    balance = Balance(
        (Term("上月结转", carried), Term("本月新增", new, column="应扣"), Term("本月扣回", taken, taken=True)),
        Term("期末结转", carried + new - taken + off),
    )
    given = {
        "name": "处罚台账",
        "title": "处罚台账",
        "columns": COLUMNS,
        "rows": rows,
        "facts": ("单位：云帆集团", "期间：2026 年 11 月"),
        "signatures": ("制表", "复核", "财务签收", "经理"),
        "notes": ("本月单号 CF-2026-0001～0200，作废 2 份，缺号 0。",),
        "struck": struck,
        "frozen": 4,
        "balance": balance,
    }
    return LedgerSheet(**(given | more))  # type: ignore[arg-type]


def charts() -> ChartSheet:
    both = (ChartSeries("罚款", (50_000, 120_000, 0)), ChartSeries("追缴/赔偿", (860, 0, -30_000)))
    months = tuple(f"2026-{month:02}" for month in range(1, 13))
    return ChartSheet(
        "统计图",
        "统计图",
        (
            LedgerChart(
                "各部门", "部门", "金额（元）", ("国际业务部", "=1+1", "办公室"), both, Bars.LYING, stacked=True
            ),
            LedgerChart("各条款", "条款", "件数", ("15.一.3",), (ChartSeries("件数", (5,)),), Bars.LYING, money=False),
            LedgerChart("近 12 个月", "月份", "金额（元）", months, (ChartSeries("罚款", tuple(range(12))),)),
            LedgerChart("没有的", "部门", "件数", (), (ChartSeries("件数", ()),)),
        ),
        ("单位：云帆集团",),
    )


def convert(paths: Sequence[Path], to: str, folder: Path) -> list[Path]:
    """Let LibreOffice, which must be there, open the workbooks and save them in another form."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=170)
    return [folder / f"{path.stem}.{to.split(':', maxsplit=1)[0]}" for path in paths]


def recomputed(path: Path) -> bytes:
    """Reckon the canonical rows from the file alone, as a stranger would who read how they are made."""
    book = openpyxl.load_workbook(path, data_only=True)
    meta = dict(book["_meta"].values)
    said: list[list[Any]] = [["desk_mailadmin rows", 1]]
    for page in book.worksheets:
        if f"{page.title}.rows" in meta:
            said += _sheet(page, int(meta[f"{page.title}.rows"]))
    written = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in said)
    return "".join(f"{line}\n" for line in written).encode()


def _sheet(page: Any, count: int) -> list[list[Any]]:
    said = [["sheet", page.title], ["columns", *(cell.value for cell in page[3])]]
    for row in page.iter_rows(min_row=4, max_row=3 + count) if count else ():
        sort = "void" if row[1].font.strike else "subtotal" if row[1].font.bold else "row"
        said.append([sort, *(_canonical(cell) for cell in row)])
    below = list(page.iter_rows(min_row=4 + count))
    for titles, figures in pairwise(below):
        if "核对" in [cell.value for cell in titles[1:]]:
            terms = [(a.value, _canonical(b)) for a, b in zip(titles, figures, strict=True) if a.value][:-1]
            said.append(["balance", *(part for term in terms for part in term)])
    return said


def _canonical(cell: Any) -> str | int | None:
    if cell.number_format == "#,##0.00":
        return None if cell.value is None else round(Decimal(str(cell.value)) * 100)
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat() if cell.number_format == "yyyy-mm-dd" else cell.value.isoformat()
    return cell.value

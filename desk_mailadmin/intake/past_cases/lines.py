"""Which lines of a penalty ledger are no case: months, totals, notes, signatures, sections."""

from __future__ import annotations

import re
import unicodedata

from desk_mailadmin.intake.grid import GridRow, shown
from desk_mailadmin.intake.past_cases.days import month_of_line
from desk_mailadmin.intake.roster.lines import is_section_name, section_name

_TOTAL = re.compile(
    r"^\W*(?:.{0,8}?)(?:小\s*计|合\s*计|总\s*计|共\s*计|累\s*计|本\s*月\s*计|总额|本页计|subtotal|total)", re.IGNORECASE
)
_SUBTOTAL = re.compile(r"小\s*计|本\s*月|本页|\d\s*月|[一二三四五六七八九十]月|季度|subtotal", re.IGNORECASE)
_NOTE = re.compile(
    r"^[\s*※★▲]*(?:备?注|说明|附注|填表说明|注意|提示)\s*\d*\s*[:：、.]|^\s*[(（]?\d{1,2}[)）、.．]\s*[一-鿿]{4}"
)
_SIGNATURE = re.compile(
    r"^\s*(?:制\s*表|填\s*表|审\s*核|审\s*批|批\s*准|复\s*核|经\s*办|编\s*制|制单|登\s*记|部门负责人|负责人|总经理|填报|打印日期|第\s*\d+\s*页)\s*(?:人|日期|单位|时间)?\s*[:：]"
)
_NOTHING = re.compile(
    r"(?:.{0,6}月份?)?\s*(?:本月)?(?:无|没有)(?:违规|违纪|处罚|记录|情况|人员)*|以下空白|空白|接上页|转下页|续上页|过次页|承前页"
)
_MOST_OF_A_NOTE = 2


def kind_of_line(row: GridRow, name: str, others: str) -> str:
    """Return why a row is no case: blank, month, subtotal, total, note, signature, section; or an empty text.

    ``name`` is the name's cell, ``others`` what stands in the other cells of a case's own (facts, clause, sanction,
    sums): a row with both is always a case.
    """
    texts = shown(row)
    if row.problem or not texts:
        return "unreadable" if row.problem else "blank"
    first = unicodedata.normalize("NFKC", texts[0])
    alone = len(set(texts)) == 1
    if total := next((text for text in texts[:3] if _TOTAL.match(text)), ""):
        return "" if name.strip() and others and name.strip() != total and texts[0] != total else _total(total)
    if alone and month_of_line(first)[1]:
        return "month"
    if _SIGNATURE.match(first):
        return "signature"
    if len(texts) <= _MOST_OF_A_NOTE and not (name.strip() and others and not alone):
        return _words(texts, first, alone)
    return ""


def _total(text: str) -> str:
    return "subtotal" if _SUBTOTAL.search(unicodedata.normalize("NFKC", text)) else "total"


def _words(texts: list[str], first: str, alone: bool) -> str:
    """Return what a row of one or two texts is, where they are no case."""
    if _NOTE.match(first) or any(_NOTHING.fullmatch(unicodedata.normalize("NFKC", text).strip()) for text in texts):
        return "note"
    if not alone:
        return ""
    return "section" if is_section_name(section_name(first)) else "note"

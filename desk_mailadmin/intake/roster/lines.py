"""Which lines of a roster are no person: notes, subtotals, section titles, signatures, vacant posts."""

from __future__ import annotations

import re
import unicodedata

from desk_mailadmin.intake.grid import GridRow, shown

_NOTE = re.compile(r"^[\s*※★▲]*(?:备?注|说明|附注|填表说明|提示|温馨提示|note)\s*\d*\s*[:：、.]", re.IGNORECASE)
_TOTAL = re.compile(
    r"^[\s(（]*(?:[^\d]{0,12}?)(?:小\s*计|合\s*计|总\s*计|共\s*计|总人数|人数合计|本页计|累\s*计|subtotal|total)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^\D{0,10}(?:共|总计)\s*\d+\s*[人名]")
_SIGNATURE = re.compile(
    r"^[\s]*(?:制\s*表|填\s*表|审\s*核|审\s*批|批\s*准|复\s*核|经\s*办|编\s*制|制单|部门负责人|填报|主管领导|打印日期|导出时间|第\s*\d+\s*页)\s*(?:人|日期|单位|时间)?\s*[:：，,共]"
)
_VACANT = re.compile(r"空岗|空缺|缺编|空编|缺员|待招|招聘中|待聘|拟招|虚位|vacan", re.IGNORECASE)
_NO_NAME = re.compile(r"待定|待招|空缺|空岗|缺编|空编|缺员|TB[AHCD]|N/?A|招聘中|暂缺|[xX×*]{2,}|/+|[-—]+|\?+|？+")
_PEOPLE = re.compile(r"\s*\d+\s*[人名位]\s*")
_TO_SIGN = re.compile(r".{1,12}[:：]|[\s年月日:：_\d]+")
_WORDS = re.compile(r"[一-鿿]{4}")
_NUMBERING = re.compile(
    r"^[\s第]*(?:[一二三四五六七八九十]{1,3}|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[、.．:：\s)）]+"
)
_HEADCOUNT = re.compile(r"[\s:：]*[(（\[【]?\s*(?:共|计)?\s*\d+\s*[人名]\s*[)）\]】]?\s*$|[:：]\s*$")
_FRAME = re.compile(r"^[\s【\[〖<《★●■◆▲※—=*-]+|[\s】\]〗>》★●■◆—=*-]+$")
_DEPT_END = re.compile(
    r"(?:部|部门|室|科|科室|处|中心|组|小组|车间|队|班|班组|库|仓库|工段|线|课|事业部|所|办|办公室|委员会|工会|食堂|门卫|总经办|总裁办|董事会|财务|人事|行政|销售|生产|技术|后勤|管理层|高管|领导班子|公司领导)$"
)
_BRANCH_END = re.compile(
    r"(?:公司|总部|本部|办事处|厂|分厂|工厂|基地|分部|大区|片区|分行|支行|门店|店|分校|校区|院区|项目部)$"
)
_SENTENCE = re.compile(r"请|以上|以下|如有|通知|及时|[，。；！]")
_LONGEST_SECTION = 24


def section_name(text: str) -> str:
    """Return a section title bare of numbering, frames and head counts: “二、财务部（12人）” → 财务部."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = _FRAME.sub("", _HEADCOUNT.sub("", _FRAME.sub("", _NUMBERING.sub("", plain))))
    for label in ("部门", "单位", "公司", "科室"):
        plain = re.sub(rf"^{label}(?:名称)?\s*[:：]\s*", "", plain)
    return "".join(plain.split())


def is_branch_name(text: str) -> bool:
    """Say whether a name is that of a branch: …分公司, 总部, 北京办事处."""
    return _BRANCH_END.search(text) is not None


def is_section_name(text: str) -> bool:
    """Say whether a text names a department or a branch."""
    return (
        len(text) <= _LONGEST_SECTION
        and not _SENTENCE.search(text)
        and bool(_DEPT_END.search(text) or _BRANCH_END.search(text))
    )


def is_no_name(text: str) -> bool:
    """Say whether what stands for a name says that there is nobody: 待定, 空缺, ——."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("()[]")
    return not plain or _NO_NAME.fullmatch(plain) is not None or _VACANT.search(plain) is not None


def kind_of_line(row: GridRow, name: str, number: str) -> str:
    """Return why a row is no person (note, subtotal, signature, section, vacant-post), or an empty text.

    ``name`` and ``number`` are the cells of those fields; a row with both is always a person.
    """
    texts = shown(row)
    first = texts[0] if texts else ""
    if _TOTAL.match(first) and (
        is_no_name(name)
        or name.strip() == first
        or name.strip().isdigit()
        or _PEOPLE.fullmatch(name)
        or _TOTAL.match(name)
    ):
        return "subtotal"
    alone = len(texts) == 1 and any(cell.merged for cell in row.cells)
    if name and number and not is_no_name(name) and not alone:
        return ""
    if _NOTE.match(first):
        return "note"
    if _SIGNATURE.match(first) or (
        not number and all(map(_TO_SIGN.fullmatch, texts)) and ("：" in first or ":" in first)
    ):
        return "signature"
    if _COUNT.match(first) and len(texts) <= 2:  # noqa: PLR2004  (the count and perhaps its label)
        return "subtotal"
    if len(set(texts)) == 1 and is_section_name(section_name(first)):
        return "section"
    return "note" if alone and not is_no_name(name) else _nobody(texts, name, number)


def _nobody(texts: list[str], name: str, number: str) -> str:
    if not is_no_name(name):
        return "note" if len(set(texts)) == 1 and len(name) > 15 else ""  # noqa: PLR2004  (no name is that long)
    if any(_VACANT.search(text) for text in texts) or (is_no_name(name) and name.strip()):
        return "vacant-post"
    if len(set(texts)) <= 1 and (not number or _WORDS.search(number)):
        return "note"
    return ""

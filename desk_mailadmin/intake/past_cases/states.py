"""What remarks say of a case: void, waived, deducted or not yet."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from desk_mailadmin.language.spelled_amounts import spelled_amount

_VOID = re.compile(
    r"(?<![未没不])(?<!没有)(?:作\s*废|撤销|取消(?:处罚)?|误开|误罚|冲销|无效|申诉成立|不予认定|重复登记)"
)
_WAIVED = re.compile(r"免于|免予|免罚|免除|免去|免扣|不予处罚|不再处罚|不罚|豁免|全免|减免|从宽不")
_PARTLY = re.compile(
    r"(?:减免|免除|免去|少罚|减)\s*([¥￥]?[\d,.]+|[壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千]+)\s*[元圆块]?整?"
)
_HALF = re.compile(r"减半|减免一半|免一半")
_NOT_YET = re.compile(r"未扣|没扣|没有扣|未缴|未交|尚未|待扣|下月扣|次月扣|拟扣|欠")
_PART = re.compile(
    r"已(?:扣|缴|交|收)(?:除|款)?\s*([¥￥]?[\d,.]+|[壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千]+)\s*[元圆块]?"
)
_REST = re.compile(
    r"(?:余|剩|欠|未扣|尚欠|结转)\D{0,4}?([¥￥]?[\d,.]+|[壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千]+)\s*[元圆块]"
)
_DONE = re.compile(
    r"已\s*(?:全部|全额|于.{1,12})?(?:从?.{0,6}工资)?\s*(?:扣|缴|交|收|执行|落实)|扣清|扣完|扣毕|缴清|交清|现金(?:缴|交)|工资.{0,4}扣(?:除|款)?$"
)
_CLEARED = re.compile(r"扣清|扣完|扣毕|缴清|交清|全部|全额|还清|付清")
_INSTALMENTS = re.compile(r"分\s*[两二三四五六七八九十\d]+\s*(?:次|期|个?月)")
_YES = frozenset({"是", "√", "✓", "✔", "y", "yes", "有", "1"})
_NO = frozenset({"否", "×", "✗", "n", "no", "0"})
_MONTH = re.compile(r"(?:(?:20)?\d\d\s*[年.-]\s*)?\d{1,2}\s*月份?(?:\s*工资)?(?:\s*扣(?:除|款)?)?")


class Standing(Struct, frozen=True):
    """How a case stands: ``state`` valid, void or waived; ``settled`` yes, part, no or empty; sums are fen."""

    state: str = "valid"
    settled: str = ""
    waived_fen: int = 0
    deducted_fen: int = 0


def standing_of(said: str, deducted: str, due_fen: int, columns: Standing) -> Standing:
    """Return how a case of ``due_fen`` stands, by its remarks, its column of deductions and the sums in ``columns``."""
    plain = _plain(said)
    if _VOID.search(plain):
        return Standing("void")
    if columns.waived_fen:
        waived = columns.waived_fen
    elif partly := _PARTLY.search(plain):
        waived = min(spelled_amount(partly[1]).value or 0, due_fen)
    elif _HALF.search(plain):
        waived = due_fen // 2
    else:
        waived = due_fen if _WAIVED.search(plain) else 0
        if _WAIVED.search(plain):
            return Standing("waived", "", waived)
    if waived and waived >= due_fen:
        return Standing("waived", "", due_fen)
    settled, paid = _settled(plain, _plain(deducted), due_fen - waived, columns.deducted_fen)
    return Standing("valid", settled, waived, paid)


def _settled(said: str, deducted: str, due: int, paid: int) -> tuple[str, int]:
    """Return whether a sum was paid, and how much of it."""
    if not due:
        return "", 0
    if paid:
        return ("yes" if paid >= due else "part"), min(paid, due)
    if (sums := _PART.search(f"{deducted} {said}")) and (part := spelled_amount(sums[1]).value):
        return ("yes" if part >= due else "part"), min(part, due)
    if (sums := _REST.search(f"{deducted} {said}")) and (rest := spelled_amount(sums[1]).value) and rest < due:
        return "part", due - rest
    if deducted.lower() in _NO or _NOT_YET.search(f"{deducted} {said}"):
        return "no", 0
    if _INSTALMENTS.search(f"{deducted} {said}") and not _CLEARED.search(f"{deducted} {said}"):
        return ("part", 0) if deducted else ("", 0)
    if deducted.lower() in _YES or _MONTH.fullmatch(deducted) or _DONE.search(f"{deducted} {said}".strip()):
        return "yes", due
    return "", 0


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())

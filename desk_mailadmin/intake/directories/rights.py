"""What a line may do, and what it may cost, as directories write it: 国内长途, √, 不出局, 肆拾元整."""

from __future__ import annotations

import re
import unicodedata

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.checked import Checked, EntryFault
from desk_mailadmin.language.numbers import Entry, shortened, text_of_entry
from desk_mailadmin.language.spelled_amounts import spelled_amount

INSIDE, LOCAL, DOMESTIC, INTERNATIONAL = "inside", "local", "domestic", "international"
RIGHT_TITLES = {
    INSIDE: QT_TRANSLATE_NOOP("desk", "内线"),
    LOCAL: QT_TRANSLATE_NOOP("desk", "市话"),
    DOMESTIC: QT_TRANSLATE_NOOP("desk", "国内长途"),
    INTERNATIONAL: QT_TRANSLATE_NOOP("desk", "国际长途"),
}
"""The highest right of a line by its key."""
_SAID = (
    (INTERNATIONAL, re.compile(r"国际|港澳|IDD|全部|全开|^国$|^4$", re.IGNORECASE)),
    (INSIDE, re.compile(r"内线|不出局|不能外拨|内部|仅内|只接|限内|^内$|^1$")),
    (DOMESTIC, re.compile(r"国内|长途|DDD|^长$|^3$", re.IGNORECASE)),
    (LOCAL, re.compile(r"市话|市内|本地|本市|区内|外线|^市$|^2$")),
)
_NO_LONG = re.compile(r"(?:无|不|未|没有|禁|限|关).{0,3}长途|非长途|长途[:：]?(?:无|否|×|关)")
_YES_WORDS = "√ ✓ ✔ ☑ V 是 有 开 开通 已开通 可 可以 允许 Y YES O ○ ●"
_NO_WORDS = "× ✗ ✘ ☒ X 否 无 没有 未开通 不可 不 关 N NO / - — 不开通 不允许"
_YES, _NO = frozenset(_YES_WORDS.split()), frozenset(_NO_WORDS.split())
_FREE = re.compile(r"不限|无限|实报实销|按实|全额|免|^无$|^-+$|^—+$|^/$")


def right_of(entry: Entry) -> Checked[str]:
    """Return the highest right that a cell of 长途权限 names; √ is long distance, × and 无 are local calls alone.

    An empty cell says nothing. Fault: ``right-odd``.
    """
    raw = text_of_entry(entry)
    plain = "".join(unicodedata.normalize("NFKC", raw).split())
    if not plain:
        return Checked()
    if plain.upper() in _YES:
        return Checked(DOMESTIC)
    if plain.upper() in _NO or _NO_LONG.search(plain):
        return Checked(LOCAL)
    found = next((key for key, words in _SAID if words.search(plain)), None)
    if found is not None:
        return Checked(found)
    template = QT_TRANSLATE_NOOP("desk", "“{text}”看不出是什么权限，写成 内线、市话、国内长途 或 国际长途。")
    return Checked(None, EntryFault("right-odd", template, {"text": shortened(raw)}))


def quota_of(entry: Entry) -> Checked[int]:
    """Return the fen of a quota in yuan, None where there is none or no limit. Faults as of ``spelled_amount``."""
    plain = "".join(unicodedata.normalize("NFKC", text_of_entry(entry)).split())
    if not plain or _FREE.search(plain):
        return Checked()
    found = spelled_amount(re.sub(r"(?:/|每|一)(?:个)?[月年]$|^每?[月年][:：]?", "", plain))
    if found.fault is None:
        return found
    template = QT_TRANSLATE_NOOP("desk", "“{text}”看不出是多少钱，写成 40.00 这样；这一格空着导入。")
    return Checked(None, EntryFault("quota-odd", template, {"text": shortened(plain)}))

"""Who a ledger's row is about: one name, or several in one cell with their departments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from desk_mailadmin.intake.roster.lines import is_section_name

_SEVERAL = re.compile(
    r"[、，,/;；\n|]|(?<=[㐀-鿿]{2})\s+(?=[㐀-鿿]{2})|(?<=[㐀-鿿]{2})[和与及](?=[㐀-鿿]{2,3}(?:$|[和与及]))"
)
_PLACES = re.compile(r"[、，,;；\n|]")
_INSIDE = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_AND_OTHERS = re.compile(r"等\s*[一二三四五六七八九十两\d]*\s*[人名位]?\s*$")
_BRANCH = re.compile(r"^(.{2,}?(?:分公司|总公司|总部|本部|办事处|分厂|工厂|子公司)|总部|本部)[\s/\\>—-]*(.+)$")
_NUMBER = re.compile(r"[A-Z]{1,4}[-_]?\d{1,12}|\d{3,12}", re.IGNORECASE)


def names_in(text: str) -> Sequence[str]:
    """Return the names that one cell holds; what stands in brackets never parts them."""
    masked = _INSIDE.sub(lambda found: "\x00" * len(found[0]), text)
    cuts = [0, *(at for found in _SEVERAL.finditer(masked) for at in found.span()), len(text)]
    parts = [text[start:end].strip() for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return [part for part in parts if part] or [text]


def hides_others(text: str) -> bool:
    """Say whether a cell speaks of people it does not name: 张三等 3 人."""
    return _AND_OTHERS.search(text.strip()) is not None


def places_in(text: str, count: int) -> Sequence[str]:
    """Return the department of each of ``count`` people; one text counts for all of them."""
    parts = [part.strip() for part in _PLACES.split(text) if part.strip()]
    return parts if len(parts) == count else [text] * count


def parted(dept: str) -> tuple[str, str]:
    """Take a branch off a department: 华东分公司销售部 → 华东分公司, 销售部."""
    found = _BRANCH.match(dept)
    return (found[1], found[2]) if found else ("", dept)


def of_note(note: str) -> tuple[str, str]:
    """Return the staff number or the department that stood in brackets behind a name."""
    plain = unicodedata.normalize("NFKC", note).strip()
    if _NUMBER.fullmatch(plain):
        return plain.upper(), ""
    return "", plain if is_section_name(plain) else ""

"""Whether the cells of a column look like what a field holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

from desk_mailadmin.intake.roster.fields import Field
from desk_mailadmin.intake.roster.leaving import status_says_left
from desk_mailadmin.intake.roster.lines import is_section_name
from desk_mailadmin.language.numbers import email, extension, mobile
from desk_mailadmin.language.spelled_dates import spelled_date
from desk_mailadmin.language.surname_table import COMPOUND

_NAME = re.compile(
    r"[㐀-鿿\U00020000-\U0003ffff]{2,4}|[㐀-鿿]+[·•・][㐀-鿿]+|[A-Za-z]+(?: [A-Za-z]+)+"
    r"|(?=[A-Z].* )[^\W\d_]+(?:[ .,'’-]+[^\W\d_]+)+[.]?"
)
_CODE = re.compile(r"[A-Z]{1,4}[-_]?\d{1,12}|\d{2,12}", re.IGNORECASE)
_GENDERS = frozenset({"男", "女", "m", "f", "male", "female", "男性", "女性"})
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛"
    "闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛季单仇解区查朴盖翟缪葛章鲁牛鲍柳华俞岳齐梅庄倪樊温颜祝左柯裴聂申宁关包耿焦冷翁"
)


def fits(field: Field, samples: Sequence[str]) -> float:
    """Return which part of the samples fits the field (0 to 1); 0.5 where nothing can be told."""
    test = _TESTS.get(field)
    if not samples or test is None:
        return 0.5
    if field is Field.EMP_NO and _counts_up(samples):
        return 0.0
    share = sum(map(test, samples)) / len(samples)
    return share * len(set(samples)) / len(samples) if field is Field.EMP_NO else share


def _counts_up(samples: Sequence[str]) -> bool:
    """Say whether the cells are 1, 2, 3 …: a running number, not a staff number."""
    return len(samples) > 2 and list(samples[:3]) == ["1", "2", "3"]  # noqa: PLR2004  (an extension has at most nine digits)  (three in a row are no chance)


def _is_name(text: str) -> bool:
    plain = "".join(text.split()) if not text.isascii() else text
    plain = re.sub(r"[（(].*", "", plain)
    if not _NAME.fullmatch(plain):
        return False
    return plain.isascii() or plain[0] in _SURNAMES or plain[:2] in COMPOUND or "·" in plain


def _is_date(text: str) -> bool:
    checked = spelled_date(text, date(2099, 12, 31), future_allowed=True)
    return checked.value is not None or (checked.fault is not None and checked.fault.kind != "date-unknown")


def _is_code(text: str) -> bool:
    return _CODE.fullmatch("".join(unicodedata.normalize("NFKC", text).split())) is not None


_SHORTEST_MOBILE = 10  # a number with one digit lost is still meant as one

_TESTS: dict[Field, Callable[[str], bool]] = {
    Field.NAME: _is_name,
    Field.EMP_NO: _is_code,
    Field.MOBILE: lambda text: (
        mobile(text).value is not None
        or (mobile(text).fault is not None and len(text) >= _SHORTEST_MOBILE and not _is_date(text))
    ),
    Field.EXTENSION: lambda text: extension(text).value is not None,
    Field.EMAIL: lambda text: email(text).value is not None or "@" in text,
    Field.GENDER: lambda text: text.lower() in _GENDERS,
    Field.HIRED_ON: _is_date,
    Field.LEFT_ON: _is_date,
    Field.STATUS: lambda text: status_says_left("", text) is not None,
    Field.DEPT: is_section_name,
}

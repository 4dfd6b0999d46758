"""How rosters say that somebody has left: by words, a status, a date, a strike, a colour or a sheet of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

from desk_mailadmin.language.spelled_dates import spelled_date

_LEFT = re.compile(
    r"离职|离岗|离司|离厂|离开公司|离[店校院矿]|辞职|辞退|自离|自动离|开除|除名|退休|退工|退厂|解聘|解除(?:劳动)?合同|终止(?:劳动)?合同|合同(?:已)?(?:终止|解除)"
    r"|病故|去世|身故|死亡|调离|调出|已走|已离|不在职|resign|terminat|dismiss|\bleft\b|^离(?:[(（\d\s]|$)",
    re.IGNORECASE,
)
_STILL_HERE = re.compile(
    r"(?:未|没有?|不|无人?|申请|待)(?:办理?)?(?:离职|辞职|退休)|(?:今年底|(?<!上)年底|(?<!上)月底|下个?月|明年|年后).{0,4}(?:离职|辞职|退休)|(?:预计|计划|拟|将于|即将|准备).{0,14}(?:离职|辞职|退休)|(?:离职|退休|辞职)(?:后)?(?:返聘|又|再|重新|复职|返岗)|返聘|复职|重新入职"
    r"|(?:接替|替代|顶替|接|代)(?:.{0,6})(?:离职|辞职|退休)|离退休|退休办|离职待定|离职证明|原单位离职|(?:配偶|丈夫|妻子?|爱人|父母?亲?|母亲|家属|之[妻夫子女]).{0,6}(?:离职|辞职|退休|去世|病故|死亡)"
)
_STATUS_LEFT = re.compile(
    r"离|辞|退休|退出|开除|除名|解聘|解除|终止|停用|注销|失效|调出|死亡|inactive|left|resign|terminat|quit",
    re.IGNORECASE,
)
_STATUS_HERE = re.compile(
    r"在职|在岗|正式|试用|实习|返聘|聘用|合同|派遣|外聘|兼职|全职|长病|病假|产假|休假|请假|停薪|借调|进修|挂职|支教|支援|援[疆藏外]|轮转|下乡|脱产|工伤|哺乳|leave|待岗|内退|正常|有效|启用|在册|active|yes|full|part|probation|intern|regular",
    re.IGNORECASE,
)
_YES = frozenset(["是", "y", "yes", "√", "1", "true", "✓", "对"])
_NO = frozenset(["否", "n", "no", "×", "0", "false", "x", "✗", "不"])
_DATE = re.compile(
    r"(?:\d{4}|\d{2})\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}日?|\d{8}|民国\d+年\d+月\d+日|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_DAY_OF_YEAR = re.compile(r"(?<!\d)(\d{1,2})\s*[月.]\s*(\d{1,2})\s*[日号]?(?!\d)")
_LEGEND = re.compile(
    r"([灰黄红橙绿蓝紫粉黑])(?!字)色?(?:底纹|底色|填充|背景|标记|标注|字体|部分|的|行|底|色)*\s*(?:的)?\s*(?:表示|代表|为|是|:|：|=|-|—)*\s*([^，,；;。、\n]{1,16})"
)
_COLOUR_KEYS = {
    "灰": "grey", "黄": "yellow", "红": "red", "橙": "orange", "绿": "green", "蓝": "blue", "紫": "purple",
    "粉": "pink", "黑": "black",
}  # fmt: skip
_MOVED = re.compile(r"(?<![借上下薪资])调[往至到任](?!.{0,4}(?:手机|电话|分机))")
LEAVERS_SHEET = re.compile(
    r"离[职退岗司厂店校院所队馆]|辞职|退休|已离|减员|流失|resigned|left|former|terminated|leavers", re.IGNORECASE
)
DATED_SHEET = re.compile(r"(20\d\d)?\D{0,3}(\d{1,2})\s*月|(20\d\d)\D?(\d{2})?")
PLAIN_SHEET = re.compile(
    r"^(?:sheet|工作表|表)\s*\d*|花名册|名册|名单|在职|员工|人员|职工|通讯录|一览|登记|信息|\d|列）$", re.IGNORECASE
)
OLD_SHEET = re.compile(
    r"旧|作废|勿用|备份|历史|停用|样表|模板|示例|说明|填写|参考|字典|下拉|backup|template|old", re.IGNORECASE
)


def says_left(text: str) -> bool:
    """Say whether a remark says that the person has left."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return bool(_LEFT.search(plain)) and not _STILL_HERE.search(plain)


def says_moved(text: str) -> bool:
    """Say whether a remark says that the person was moved, where nobody can tell whether out of the company."""
    return _MOVED.search(unicodedata.normalize("NFKC", text)) is not None


def status_says_left(title: str, text: str) -> bool | None:
    """Say whether a status means left, by the title where it is yes or no; None where nobody can tell."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if plain in _YES or plain in _NO:
        asks_for_left = "离" in title
        return (plain in _YES) == asks_for_left
    if _STILL_HERE.search(plain):
        return False
    if _STATUS_LEFT.search(plain):
        return not re.match(r"在职|在岗", plain)
    return False if _STATUS_HERE.search(plain) else None


def date_in(text: str, today: date) -> date | None:
    """Return the day a remark names; a day without a year is the last one not after today."""
    plain = unicodedata.normalize("NFKC", text)
    if found := _DATE.search(plain):
        return spelled_date(found[0].replace(" ", ""), today, future_allowed=True).value
    if found := _DAY_OF_YEAR.search(plain):
        return _last_such_day(int(found[1]), int(found[2]), today)
    return None


def _last_such_day(month: int, day: int, today: date) -> date | None:
    for year in range(today.year, today.year - 5, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None


def legend(notes: Iterable[str]) -> Mapping[str, str]:
    """Return what the notes under a roster say of its colours: colour name → ``left`` or ``active``."""
    meanings: dict[str, str] = {}
    for note in notes:
        for colour, meaning in _LEGEND.findall(unicodedata.normalize("NFKC", note)):
            meanings[_COLOUR_KEYS[colour]] = _meaning(meaning)
    return {colour: meaning for colour, meaning in meanings.items() if meaning}


def _meaning(text: str) -> str:
    if re.search(r"合同", text) and re.search(r"到期|期满|续签", text):
        return "contract-ends"
    if says_left(text):
        return "left"
    return "active" if _STATUS_HERE.search(text) or _STILL_HERE.search(text) else ""

"""What a bill's columns may mean, and the words operators put above them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from desk_mailadmin.intake.roster.fields import plain_title
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


class Field(StrEnum):
    """A column of a bill. ``rent``, ``caller_id`` and ``other`` make a table one of monthly charges."""

    NUMBER = "number"
    CALLED = "called"
    TYPE = "type"
    STARTED_AT = "started_at"
    DATE = "date"
    TIME = "time"
    SECONDS = "seconds"
    PLACE = "place"
    BASE = "base"
    INFO = "info"
    DISCOUNT = "discount"
    FEE = "fee"
    RENT = "rent"
    CALLER_ID = "caller_id"
    OTHER = "other"


FIELD_TITLES: Mapping[str, str] = {
    Field.NUMBER: QT_TRANSLATE_NOOP("desk", "计费号码"),
    Field.CALLED: QT_TRANSLATE_NOOP("desk", "对方号码"),
    Field.TYPE: QT_TRANSLATE_NOOP("desk", "通话类型"),
    Field.STARTED_AT: QT_TRANSLATE_NOOP("desk", "起始时间（日期和时间）"),
    Field.DATE: QT_TRANSLATE_NOOP("desk", "日期"),
    Field.TIME: QT_TRANSLATE_NOOP("desk", "开始时间（不带日期）"),
    Field.SECONDS: QT_TRANSLATE_NOOP("desk", "时长"),
    Field.PLACE: QT_TRANSLATE_NOOP("desk", "通话地"),
    Field.BASE: QT_TRANSLATE_NOOP("desk", "基本费"),
    Field.INFO: QT_TRANSLATE_NOOP("desk", "信息费"),
    Field.DISCOUNT: QT_TRANSLATE_NOOP("desk", "优惠"),
    Field.FEE: QT_TRANSLATE_NOOP("desk", "实收话费"),
    Field.RENT: QT_TRANSLATE_NOOP("desk", "月租"),
    Field.CALLER_ID: QT_TRANSLATE_NOOP("desk", "来电显示费"),
    Field.OTHER: QT_TRANSLATE_NOOP("desk", "其他月费"),
}
"""What the program calls each column."""

_EXACT: Mapping[Field, str] = {
    Field.NUMBER: (
        "计费号码 主叫 主叫号码 本机号码 本机 本方号码 用户号码 业务号码 设备号码 设备号 电话号码 固话号码 号码 "
        "付费号码 计费电话 主叫电话 接入号 接入号码 服务号码 callingnumber caller"
    ),
    Field.CALLED: (
        "对方号码 被叫 被叫号码 对端号码 对方电话 被叫电话 对端电话 通话对方号码 拨打号码 受话号码 呼叫号码 "
        "callednumber called 对方"
    ),
    Field.TYPE: "通话类型 类型 呼叫类型 话单类型 业务类型 通信类型 费用类型 长途类型 通话方式 话费类型 种类 类别",
    Field.STARTED_AT: (
        "起始时间 通话起始时间 通话开始时间 呼叫时间 起始日期时间 通话日期时间 开始日期时间 通话时间 日期时间 starttime"
    ),
    Field.DATE: "日期 通话日期 起始日期 开始日期 呼叫日期 年月日 date",
    Field.TIME: "开始时间 时间 时刻 起始时刻 开始时刻 time",
    Field.SECONDS: (
        "时长 通话时长 通话时长秒 时长秒 计费时长 通话秒数 秒数 时长分秒 通话长度 持续时间 使用时长 时长时分秒 duration"
    ),
    Field.PLACE: (
        "通话地 通话地点 对方归属地 被叫地 被叫归属地 归属地 到达地 地区 通话地区 受话地 对方地点 目的地 地名 "
        "对端归属地"
    ),
    Field.BASE: (
        "基本费 基本通话费 市话费 本地费 基本话费 通话基本费 应收 应收话费 标准费用 原始费用 国内费用 本地通话费"
    ),
    Field.INFO: "信息费 附加费 信息服务费 附加费信息 声讯费 声讯信息费 代收费 代收信息费 sp信息费",
    Field.DISCOUNT: "优惠 优惠费 优惠金额 减免 减免费 折扣 赠送 优惠减免 抵扣",
    Field.FEE: (
        "实收 费用合计 实收费 实收话费 合计 费用 话费 金额 总费用 通话费 通话费用 应缴 实缴 小计 费用小计 实收金额 "
        "合计费用 话费合计 话费金额 fee"
    ),
    Field.RENT: "月租 月租费 基本月租 月租金 月基本费 套餐月费 固定费 固定月租 套餐费",
    Field.CALLER_ID: "来显 来电显示 来电显示费 来显费",
    Field.OTHER: "其他 其他费 其他费用 其它 其它费用 增值业务费 功能费 代收 其他月费",
}
_EXACT_WORDS = {word: field for field, words in _EXACT.items() for word in words.split()}

_PARTLY: tuple[tuple[str, Field], ...] = (
    ("对方号码", Field.CALLED),
    ("被叫", Field.CALLED),
    ("计费号码", Field.NUMBER),
    ("主叫", Field.NUMBER),
    ("起始时间", Field.STARTED_AT),
    ("时长", Field.SECONDS),
    ("归属地", Field.PLACE),
    ("来电显示", Field.CALLER_ID),
    ("月租", Field.RENT),
    ("信息费", Field.INFO),
    ("优惠", Field.DISCOUNT),
    ("基本费", Field.BASE),
    ("实收", Field.FEE),
    ("合计", Field.FEE),
    ("类型", Field.TYPE),
)
_FOREIGN_WORDS = (
    "序号 序 编号 行号 流水号 计费周期 账期 备注 说明 结束时间 通话结束时间 客户名称 客户编号 套餐 费率 单价 区号 "
    "用户名 部门 姓名 单位 折前金额 税额 不含税 税率 出账月份 结算 计费方式 分机"
)
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
_UNIT = re.compile(r"[(（]?(?:元|秒|分|分钟|单位元)[)）]?$")
_LONGEST = 12


@lru_cache(maxsize=1024)
def field_of_title(title: str) -> Field | None:
    """Return what a column's title means; None where it means nothing here."""
    plain = plain_title(title)
    for word in (plain, _UNIT.sub("", plain)):
        if word in _FOREIGN:
            return None
        if word in _EXACT_WORDS:
            return _EXACT_WORDS[word]
    if len(plain) > _LONGEST:
        return None
    return next((field for part, field in _PARTLY if part in plain), None)


def is_known_title(title: str) -> bool:
    """Say whether a text is a title that bills use, ours or foreign."""
    return plain_title(title) in _FOREIGN or field_of_title(title) is not None

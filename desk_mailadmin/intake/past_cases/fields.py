"""What a penalty ledger's columns may mean, and the words offices put above them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from desk_mailadmin.intake.roster.fields import plain_title
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


class Field(StrEnum):
    """A field of a penalty ledger.

    ``amount`` is a sum of which the heading does not say whether it is a fine or a recovery; ``year``, ``month``
    and ``day`` are parts of a date that stand in columns of their own; ``regulation`` and ``clause`` are read together.
    """

    SLIP = "slip"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    OCCURRED_ON = "occurred_on"
    BRANCH = "branch"
    DEPT = "dept"
    NAME = "name"
    EMP_NO = "emp_no"
    FACTS = "facts"
    REGULATION = "regulation"
    CLAUSE = "clause"
    SANCTION = "sanction"
    AMOUNT = "amount"
    FINE = "fine"
    RECOVERY = "recovery"
    DEDUCTED = "deducted"
    REST = "rest"
    WAIVED = "waived"
    STATE = "state"
    REMARK = "remark"


FIELD_TITLES: Mapping[str, str] = {
    Field.SLIP: QT_TRANSLATE_NOOP("desk", "单号"),
    Field.YEAR: QT_TRANSLATE_NOOP("desk", "年"),
    Field.MONTH: QT_TRANSLATE_NOOP("desk", "月份"),
    Field.DAY: QT_TRANSLATE_NOOP("desk", "日"),
    Field.OCCURRED_ON: QT_TRANSLATE_NOOP("desk", "发生日期"),
    Field.BRANCH: QT_TRANSLATE_NOOP("desk", "单位"),
    Field.DEPT: QT_TRANSLATE_NOOP("desk", "部门"),
    Field.NAME: QT_TRANSLATE_NOOP("desk", "姓名"),
    Field.EMP_NO: QT_TRANSLATE_NOOP("desk", "工号"),
    Field.FACTS: QT_TRANSLATE_NOOP("desk", "违规事实"),
    Field.REGULATION: QT_TRANSLATE_NOOP("desk", "制度"),
    Field.CLAUSE: QT_TRANSLATE_NOOP("desk", "依据"),
    Field.SANCTION: QT_TRANSLATE_NOOP("desk", "处理"),
    Field.AMOUNT: QT_TRANSLATE_NOOP("desk", "金额"),
    Field.FINE: QT_TRANSLATE_NOOP("desk", "罚款"),
    Field.RECOVERY: QT_TRANSLATE_NOOP("desk", "追缴或赔偿"),
    Field.DEDUCTED: QT_TRANSLATE_NOOP("desk", "扣款情况"),
    Field.REST: QT_TRANSLATE_NOOP("desk", "未扣金额"),
    Field.WAIVED: QT_TRANSLATE_NOOP("desk", "减免"),
    Field.STATE: QT_TRANSLATE_NOOP("desk", "状态"),
    Field.REMARK: QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What the program calls each field."""

EXACT: dict[Field, str] = {
    Field.SLIP: (
        "单号 处罚单号 罚单号 罚单编号 通知单号 处罚通知单号 扣罚单号 单据号 单据编号 处罚单编号 文号 凭证号 "
        "处罚编号 处理单号 奖惩单号 违规单号 台账编号"
    ),
    Field.YEAR: "年 年份 年度",
    Field.MONTH: "月份 月 所属月份 月度",
    Field.DAY: "日 号",
    Field.OCCURRED_ON: (
        "日期 发生日期 违规日期 违纪日期 违规时间 违纪时间 发生时间 时间 事发日期 事发时间 违章日期 违章时间 "
        "事件日期 年月日 行为日期 date"
    ),
    Field.BRANCH: "单位 分公司 公司 所属公司 所属单位 所在单位 单位名称 分支机构 branch",
    Field.DEPT: "部门 所属部门 所在部门 部门名称 责任部门 违规部门 被罚部门 科室 部门科室 班组 department dept",
    Field.NAME: (
        "姓名 违规人 违规人员 违规人姓名 违纪人 违纪人员 责任人 当事人 被处罚人 受罚人 受罚人员 被罚人 员工姓名 "
        "人员 违章人 违章人员 员工 处罚对象 被考核人 责任人姓名 被处理人 受处分人 name"
    ),
    Field.EMP_NO: "工号 员工号 员工编号 职工号 人员编号 员工工号 empno",
    Field.FACTS: (
        "违规事实 违规内容 违规行为 违规事项 违纪事实 违纪行为 违纪内容 事由 原因 处罚原因 处罚事由 违章内容 "
        "违规情况 事实 违规情形 情况说明 事件 事件经过 违规说明 扣款原因 罚款原因 违反内容 主要事实 违规情节 内容 摘要"
    ),
    Field.REGULATION: "制度 制度名称 违反制度 依据制度 规章制度 所依据制度",
    Field.CLAUSE: (
        "依据 处罚依据 条款 违反条款 制度条款 依据条款 处理依据 制度依据 违规条款 适用条款 处罚条款 条款号 "
        "对应条款 条文 规定"
    ),
    Field.SANCTION: (
        "处理 处理结果 处理意见 处罚 处罚结果 处罚措施 处分 处理方式 处罚方式 处罚种类 处理决定 处罚决定 处罚内容 "
        "处分结果 处理措施 处罚类型 处分种类 处理情况"
    ),
    Field.AMOUNT: "金额 处罚金额 应扣金额 应扣 处理金额 扣罚金额 合计 合计金额 总金额 小计 金额元",
    Field.FINE: "罚款 罚款金额 罚金 扣款 扣款金额 经济处罚 经济处理 绩效扣减 罚款额 罚款数额",
    Field.RECOVERY: (
        "赔偿 赔偿金额 赔偿金 赔款 追缴 追缴金额 追缴或赔偿 追缴话费 补缴 补缴话费 补交话费 自付话费 应缴话费 "
        "追缴赔偿 赔偿追缴 费用追缴"
    ),
    Field.DEDUCTED: (
        "已扣 已扣未扣 扣款情况 是否扣款 执行情况 已扣金额 扣款月份 扣款时间 扣款日期 缴款情况 落实情况 是否缴纳 "
        "缴纳情况 是否已扣 实扣 实扣金额 实收 收款情况 扣缴情况 是否执行 扣工资月份 交款情况 是否交款 已缴"
    ),
    Field.REST: "未扣 未扣金额 结转 结转金额 余额 欠款 未缴 尚欠",
    Field.WAIVED: "减免 减免金额 免除 免除金额 减免情况",
    Field.STATE: "状态 是否有效 是否作废 有效 作废 单据状态",
    Field.REMARK: "备注 备注说明 说明 附注 备考 remark note",
}

PARTLY: tuple[tuple[str, Field, float], ...] = (
    ("单号", Field.SLIP, 0.7),
    ("编号", Field.SLIP, 0.5),
    ("工号", Field.EMP_NO, 0.8),
    ("姓名", Field.NAME, 0.8),
    ("责任人", Field.NAME, 0.6),
    ("违规人", Field.NAME, 0.6),
    ("发生", Field.OCCURRED_ON, 0.7),
    ("违规日", Field.OCCURRED_ON, 0.7),
    ("日期", Field.OCCURRED_ON, 0.5),
    ("时间", Field.OCCURRED_ON, 0.45),
    ("分公司", Field.BRANCH, 0.7),
    ("单位", Field.BRANCH, 0.5),
    ("部门", Field.DEPT, 0.7),
    ("科室", Field.DEPT, 0.6),
    ("事实", Field.FACTS, 0.7),
    ("事由", Field.FACTS, 0.7),
    ("原因", Field.FACTS, 0.5),
    ("违规", Field.FACTS, 0.5),
    ("违纪", Field.FACTS, 0.5),
    ("条款", Field.CLAUSE, 0.7),
    ("依据", Field.CLAUSE, 0.7),
    ("赔偿", Field.RECOVERY, 0.7),
    ("追缴", Field.RECOVERY, 0.7),
    ("已扣", Field.DEDUCTED, 0.7),
    ("未扣", Field.REST, 0.6),
    ("减免", Field.WAIVED, 0.6),
    ("罚款", Field.FINE, 0.6),
    ("扣款", Field.FINE, 0.5),
    ("金额", Field.AMOUNT, 0.6),
    ("处理", Field.SANCTION, 0.5),
    ("处罚", Field.SANCTION, 0.5),
    ("处分", Field.SANCTION, 0.6),
    ("状态", Field.STATE, 0.6),
    ("备注", Field.REMARK, 0.8),
)
"""Parts of a title, the more telling first, and how far each is believed."""

_FOREIGN = (
    "序号 序 编号序号 行号 第几次 次数 违规次数 性别 职务 岗位 职位 经办人 登记人 审批人 批准人 审核人 审核 批准 签字 "
    "本人签字 签收 签收日期 签收情况 送达日期 见证人 开单人 开单日期 处罚日期 处理日期 登记日期 填表日期 检查人 处罚人 "
    "发现人 联系电话 电话 电话号码 号码 分机 手机 话费 电话费 倍数 单价 计算 计算式 计算过程 附件 证据 大写 大写金额 "
    "金额大写 部门经理 部门负责人 负责人 领导意见 审批意见 审批 财务 财务签收 人数 是否申诉 申诉情况 整改情况 整改措施"
)
FOREIGN = frozenset(_FOREIGN.split())
"""Titles of penalty ledgers that mean nothing here; never guessed to be one of ours."""

_SURE = 0.45


@lru_cache(maxsize=4096)
def field_of_title(title: str) -> tuple[Field | None, float]:
    """Return what a column's title means and how surely (0 to 1)."""
    plain = plain_title(title)
    if not plain or plain in FOREIGN:
        return None, 0.0
    for field, words in EXACT.items():
        if plain in words.split():
            return field, 1.0
    if len(plain) > 12:  # noqa: PLR2004  (a sentence, not a title)
        return None, 0.0
    return next(((field, score) for part, field, score in PARTLY if part in plain), (None, 0.0))


def is_known_title(title: str) -> bool:
    """Say whether a text is a title that penalty ledgers use, ours or foreign."""
    return plain_title(title) in FOREIGN or field_of_title(title)[1] >= _SURE

"""What a long-distance log's columns may mean, and the words offices put above them (002/5.四(一))."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from desk_mailadmin.intake.headers import SURE
from desk_mailadmin.intake.roster.fields import plain_title
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


class Field(StrEnum):
    """A field of a long-distance log; ``name`` is who used the telephone, ``minutes`` a length beside the times."""

    ON = "on_day"
    NAME = "name"
    EMP_NO = "emp_no"
    BRANCH = "branch"
    DEPT = "dept"
    PHONE = "phone"
    CALLEE = "callee"
    CALLED = "called"
    FROM = "from_at"
    TO = "to_at"
    MINUTES = "minutes"
    PURPOSE = "purpose"
    RESULT = "result"
    APPROVER = "approver"
    APPROVAL = "approval"
    REMARK = "remark"


FIELD_TITLES: Mapping[str, str] = {
    Field.ON: QT_TRANSLATE_NOOP("desk", "日期"),
    Field.NAME: QT_TRANSLATE_NOOP("desk", "使用人"),
    Field.EMP_NO: QT_TRANSLATE_NOOP("desk", "工号"),
    Field.BRANCH: QT_TRANSLATE_NOOP("desk", "单位"),
    Field.DEPT: QT_TRANSLATE_NOOP("desk", "部门"),
    Field.PHONE: QT_TRANSLATE_NOOP("desk", "使用电话"),
    Field.CALLEE: QT_TRANSLATE_NOOP("desk", "受话人"),
    Field.CALLED: QT_TRANSLATE_NOOP("desk", "对方号码"),
    Field.FROM: QT_TRANSLATE_NOOP("desk", "起"),
    Field.TO: QT_TRANSLATE_NOOP("desk", "止"),
    Field.MINUTES: QT_TRANSLATE_NOOP("desk", "时长"),
    Field.PURPOSE: QT_TRANSLATE_NOOP("desk", "联络事项"),
    Field.RESULT: QT_TRANSLATE_NOOP("desk", "交涉结果"),
    Field.APPROVER: QT_TRANSLATE_NOOP("desk", "批准人"),
    Field.APPROVAL: QT_TRANSLATE_NOOP("desk", "批准单号"),
    Field.REMARK: QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What the program calls each field."""

EXACT: dict[Field, str] = {
    Field.ON: "日期 通话日期 拨打日期 登记日期 年月日 时间日期 date",
    Field.NAME: "使用人 使用人姓名 姓名 打电话人 拨打人 通话人 使用者 主叫人 发话人 挂发人 员工姓名 name user",
    Field.EMP_NO: "工号 员工号 员工编号 职工号 empno",
    Field.BRANCH: "单位 公司 分公司 所属单位 使用单位 branch",
    Field.DEPT: "部门 使用部门 所在部门 科室 处室 班组 department dept",
    Field.PHONE: (
        "电话 使用电话 本机 本机号码 主叫 主叫号码 主叫电话 话机号码 分机 分机号 使用分机 电话机 话机 座机 使用话机 "
        "使用号码 phone extension"
    ),
    Field.CALLEE: (
        "受话人 受话单位 受话人单位 受话人姓名 对方 对方单位 对方姓名 接话人 被叫人 通话对象 联系人 受话方 callee"
    ),
    Field.CALLED: (
        "对方号码 受话号码 被叫号码 被叫 对方电话 受话电话 拨打号码 所拨号码 通话号码 号码 长途号码 电话号码 called "
        "number"
    ),
    Field.FROM: "起 起时 开始 开始时间 起始时间 起始 起时间 通话开始 自 时间起 始 from",
    Field.TO: "止 止时 讫 结束 结束时间 终止时间 终止 讫时 通话结束 至 时间止 终 to",
    Field.MINUTES: "时长 通话时长 分钟 通话分钟 分钟数 通话时间 时长分 minutes",
    Field.PURPOSE: "联络事项 联系事项 通话事由 事由 事项 通话内容 内容 联络内容 主要内容 联系内容 purpose",
    Field.RESULT: "交涉结果 结果 通话结果 联络结果 处理结果 洽谈结果 result",
    Field.APPROVER: "批准人 审批人 批准 核准人 批准人签字 主管签字 领导签字 approver",
    Field.APPROVAL: "单号 批准单号 批准单 批准单编号 审批单号 批准人单号",
    Field.REMARK: "备注 说明 附注 备考 remark note",
}

PARTLY: tuple[tuple[str, Field, float], ...] = (
    ("使用人", Field.NAME, 0.8),
    ("姓名", Field.NAME, 0.6),
    ("工号", Field.EMP_NO, 0.8),
    ("受话号", Field.CALLED, 0.8),
    ("对方号", Field.CALLED, 0.8),
    ("被叫号", Field.CALLED, 0.8),
    ("受话", Field.CALLEE, 0.7),
    ("对方", Field.CALLEE, 0.6),
    ("单号", Field.APPROVAL, 0.6),
    ("批准", Field.APPROVER, 0.7),
    ("起时", Field.FROM, 0.7),
    ("开始", Field.FROM, 0.7),
    ("结束", Field.TO, 0.7),
    ("止时", Field.TO, 0.7),
    ("时长", Field.MINUTES, 0.7),
    ("日期", Field.ON, 0.7),
    ("部门", Field.DEPT, 0.7),
    ("单位", Field.BRANCH, 0.5),
    ("分机", Field.PHONE, 0.6),
    ("本机", Field.PHONE, 0.7),
    ("事项", Field.PURPOSE, 0.7),
    ("事由", Field.PURPOSE, 0.7),
    ("内容", Field.PURPOSE, 0.6),
    ("结果", Field.RESULT, 0.7),
    ("备注", Field.REMARK, 0.8),
)
"""Parts of a title, the more telling first, and how far each is believed."""

_FOREIGN = (
    "序号 序 编号 行号 职务 岗位 话费 电话费 费用 金额 总机 总机接线员 接线员 登记人 经办人 签字 核对 地区 城市 通话地"
)
FOREIGN = frozenset(_FOREIGN.split())
"""Titles of such logs that mean nothing here; never guessed to be one of ours."""
_LONGEST_TITLE = 12


@lru_cache(maxsize=4096)
def field_of_title(title: str) -> tuple[Field | None, float]:
    """Return what a column's title means and how surely (0 to 1)."""
    plain = plain_title(title)
    if not plain or plain in FOREIGN:
        return None, 0.0
    for field, words in EXACT.items():
        if plain in words.split():
            return field, 1.0
    if len(plain) > _LONGEST_TITLE:
        return None, 0.0
    return next(((field, score) for part, field, score in PARTLY if part in plain), (None, 0.0))


def is_known_title(title: str) -> bool:
    """Say whether a text is a title that such logs use, ours or foreign."""
    return plain_title(title) in FOREIGN or field_of_title(title)[1] >= SURE

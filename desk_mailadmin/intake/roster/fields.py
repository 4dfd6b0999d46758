"""What a roster's columns may mean, and the words offices put above them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

_BRACKETS = re.compile(r"[（(\[【].*?[)）\]】]")
_NOISE = re.compile(r"[\s\W_]+")
_TWO_LANGUAGES = re.compile(r"([a-z]{2,})([一-鿿]{2,})|([一-鿿]{2,})([a-z]{2,})")
_SECOND_NAMES = frozenset({"英文名", "英文姓名", "englishname", "nameen", "enname"})


class Field(StrEnum):
    """A field of a roster; the keys are those of a staff entry, ``status`` is the office's own word."""

    EMP_NO = "emp_no"
    NAME = "name"
    BRANCH = "branch"
    DEPT = "dept"
    POST = "post"
    RANK = "rank"
    GENDER = "gender"
    MOBILE = "mobile"
    EXTENSION = "extension"
    EMAIL = "email"
    HIRED_ON = "hired_on"
    LEFT_ON = "left_on"
    STATUS = "status"
    REMARK = "remark"


FIELD_TITLES: Mapping[str, str] = {
    Field.EMP_NO: QT_TRANSLATE_NOOP("desk", "工号"),
    Field.NAME: QT_TRANSLATE_NOOP("desk", "姓名"),
    Field.BRANCH: QT_TRANSLATE_NOOP("desk", "单位"),
    Field.DEPT: QT_TRANSLATE_NOOP("desk", "部门"),
    Field.POST: QT_TRANSLATE_NOOP("desk", "职务"),
    Field.RANK: QT_TRANSLATE_NOOP("desk", "职级"),
    Field.GENDER: QT_TRANSLATE_NOOP("desk", "性别"),
    Field.MOBILE: QT_TRANSLATE_NOOP("desk", "手机"),
    Field.EXTENSION: QT_TRANSLATE_NOOP("desk", "分机"),
    Field.EMAIL: QT_TRANSLATE_NOOP("desk", "邮箱"),
    Field.HIRED_ON: QT_TRANSLATE_NOOP("desk", "入职日期"),
    Field.LEFT_ON: QT_TRANSLATE_NOOP("desk", "离职日期"),
    Field.STATUS: QT_TRANSLATE_NOOP("desk", "状态"),
    Field.REMARK: QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What people call each field where a column has no title of its own."""

EXACT: dict[Field, str] = {
    Field.EMP_NO: (
        "工号 员工号 员工编号 员工工号 职工号 职工编号 职工工号 人员编号 人员编码 人员工号 工作证号 "
        "工作证编号 工牌号 工牌 工卡号 厂牌号 胸牌号 员工代码 人员代码 职员编号 职员代码 职号 员工证号 "
        "员工卡号 考勤号 职工编码 empno employeeid employeeno employeenumber staffno staffid staffnumber 员工id "
        "工号id jobno jobnumber worknumber 社员番号"
    ),
    Field.NAME: (
        "姓名 员工姓名 名字 人员姓名 职工姓名 职员姓名 中文名 中文姓名 人名 员工名称 在职人员姓名 name "
        "fullname employeename staffname chinesename namecn cnname localname"
    ),
    Field.BRANCH: (
        "单位 分公司 公司 所属公司 所属单位 所在单位 工作单位 公司名称 单位名称 原单位 原公司 所在公司 "
        "分支机构 所属机构 机构 机构名称 子公司 分子公司 办事处 厂区 公司简称 单位简称 用人单位 法人公司 "
        "基地 工厂 网点 门店 校区 院区 矿区 项目部 营业部 branch company subsidiary office site"
    ),
    Field.DEPT: (
        "部门 所属部门 所在部门 部门名称 部门科室 科室 科室名称 处室 部室 原部门 二级部门 末级部门 "
        "任职部门 用工部门 现部门 部门班组 组织 所属组织 组织名称 department dept division 部门车间 "
        "车间部门 所在科室 科部 处科室 队别 队组 组别 年级组 年级 教研组 practicegroup team businessunit function"
    ),
    Field.POST: (
        "职务 岗位 职位 岗位名称 职务名称 职位名称 工种 岗位工种 职务岗位 岗位职务 工作岗位 现任职务 "
        "现岗位 原岗位 任职岗位 担任职务 position jobtitle title post"
    ),
    Field.RANK: ("职级 级别 岗级 职等 岗位级别 岗位等级 职务级别 行政级别 薪级 层级 职称 grade level rank"),
    Field.GENDER: ("性别 男女 gender sex"),
    Field.MOBILE: (
        "手机 手机号 手机号码 移动电话 移动电话号码 本人手机 个人手机 联系手机 手机电话 手机长号 长号 "
        "mobile mobileno mobilephone cellphone cell phonenumber"
    ),
    Field.EXTENSION: (
        "分机 分机号 分机号码 电话分机 内线 内线号码 内线电话 内部分机 办公分机 座机分机 内部电话 ext extension"
    ),
    Field.EMAIL: (
        "邮箱 电子邮箱 电子邮件 邮件 邮件地址 邮箱地址 邮箱账号 企业邮箱 公司邮箱 工作邮箱 办公邮箱 电邮 "
        "email mail emailaddress mailbox"
    ),
    Field.HIRED_ON: (
        "入职日期 入职时间 入司日期 入司时间 进厂日期 进厂时间 入厂日期 入厂时间 到岗日期 到岗时间 "
        "到职日期 到职日 报到日期 报到时间 入职 入职年月 入职日 入公司时间 进公司时间 进公司日期 "
        "进单位时间 聘用日期 来司时间 来公司时间 上岗日期 上岗时间 加入日期 入社日期 hiredate hiredon "
        "startdate joindate joined joiningdate entrydate onboarddate onboardingdate hired dateofjoining dateofhire"
    ),
    Field.LEFT_ON: (
        "离职日期 离职时间 离职日 离开日期 离司日期 离司时间 离厂日期 离厂时间 离岗日期 退工日期 "
        "辞职日期 最后工作日 解除日期 终止日期 减员日期 terminationdate leavedate lastday enddate "
        "leftdate left lastworkingday lastworkingdate exitdate separationdate resignationdate dateofleaving"
    ),
    Field.STATUS: (
        "状态 在职状态 员工状态 人员状态 在岗状态 任职状态 用工状态 是否在职 是否在岗 是否离职 在职情况 "
        "在岗情况 在册情况 在编情况 在校情况 在院情况 在职否 人员状况 status state employmentstatus"
    ),
    Field.REMARK: ("备注 备注说明 备考 附注 说明 其他说明 备 其它 remark remarks note notes comment comments"),
}

PARTLY: tuple[tuple[str, Field, float], ...] = (
    ("离职日", Field.LEFT_ON, 0.8),
    ("离职时间", Field.LEFT_ON, 0.8),
    ("入职", Field.HIRED_ON, 0.7),
    ("调入", Field.HIRED_ON, 0.6),
    ("onboard", Field.HIRED_ON, 0.7),
    ("入司", Field.HIRED_ON, 0.7),
    ("进厂", Field.HIRED_ON, 0.7),
    ("到岗", Field.HIRED_ON, 0.6),
    ("姓名", Field.NAME, 0.8),
    ("工号", Field.EMP_NO, 0.8),
    ("员工编", Field.EMP_NO, 0.8),
    ("工作证", Field.EMP_NO, 0.7),
    ("分机", Field.EXTENSION, 0.8),
    ("短号", Field.EXTENSION, 0.55),
    ("手机", Field.MOBILE, 0.8),
    ("邮箱", Field.EMAIL, 0.8),
    ("邮件", Field.EMAIL, 0.7),
    ("email", Field.EMAIL, 0.7),
    ("在职", Field.STATUS, 0.7),
    ("状态", Field.STATUS, 0.6),
    ("部门", Field.DEPT, 0.7),
    ("科室", Field.DEPT, 0.7),
    ("车间", Field.DEPT, 0.6),
    ("班组", Field.DEPT, 0.5),
    ("中心", Field.DEPT, 0.45),
    ("分公司", Field.BRANCH, 0.7),
    ("公司", Field.BRANCH, 0.5),
    ("单位", Field.BRANCH, 0.5),
    ("区域", Field.BRANCH, 0.45),
    ("工作地", Field.BRANCH, 0.45),
    ("地区", Field.BRANCH, 0.45),
    ("岗位", Field.POST, 0.6),
    ("职务", Field.POST, 0.6),
    ("职位", Field.POST, 0.6),
    ("工种", Field.POST, 0.6),
    ("职级", Field.RANK, 0.7),
    ("级别", Field.RANK, 0.6),
    ("性别", Field.GENDER, 0.8),
    ("联系电话", Field.MOBILE, 0.6),
    ("联系方式", Field.MOBILE, 0.55),
    ("办公电话", Field.EXTENSION, 0.5),
    ("座机", Field.EXTENSION, 0.5),
    ("固定电话", Field.EXTENSION, 0.45),
    ("电话", Field.MOBILE, 0.5),
    ("离职原因", Field.REMARK, 0.55),
    ("备注", Field.REMARK, 0.8),
    ("编号", Field.EMP_NO, 0.5),
    ("编码", Field.EMP_NO, 0.5),
    ("代码", Field.EMP_NO, 0.45),
    ("职称", Field.RANK, 0.5),
)
"""Parts of a title, the more telling first; the figure says how far it is believed without looking at the cells."""

_DAYS = (
    (re.compile(r"离.{0,2}(?:日期|时间|日)$|^离[职岗司厂院校店队所馆]$"), Field.LEFT_ON),
    (
        re.compile(r"^(?:来|到|进|入|何时来|何时进)[院校店厂所企行馆矿队局社岗司职](?:日期|时间|年月|日)?$"),
        Field.HIRED_ON,
    ),
)
"""Titles of days, whatever the house is called: 来院时间, 离店日期."""

_FOREIGN = (
    "年 月 日 序号 序 编号序号 行号 出生年月 出生日期 生日 年龄 身份证 身份证号 身份证号码 证件号码 证件号 "
    "学历 文化程度 专业 毕业院校 毕业学校 民族 籍贯 户籍 户口所在地 住址 家庭住址 现住址 家庭地址 "
    "政治面貌 婚姻状况 婚否 合同到期 合同到期日 合同期限 合同开始 合同结束 合同起始日期 合同终止日期 "
    "转正日期 转正时间 试用期 紧急联系人 紧急联系电话 紧急联系人电话 紧急联系方式 银行账号 银行卡号 "
    "开户行 工资 基本工资 社保 社保号 公积金 司龄 工龄 参加工作时间 参加工作日期 生肖 qq 微信 微信号 "
    "血型 直接上级 上级 直属上级 直属领导 主管姓名 部门经理 部门负责人 介绍人 推荐人 拼音 姓名拼音 "
    "英文名 英文姓名 englishname nameen enname "
    "曾用名 部门编号 部门编码 部门代码 岗位编号 岗位编码 公司编码 公司代码 单位编码 单位代码 "
    "证书编号 合同编号 档案编号 离职类型 成本中心 离职去向 人数 车牌号 宿舍号 邮编 传真 "
    "体检日期 合同起始日 合同终止日"
)
FOREIGN = frozenset(_FOREIGN.split())
"""Titles of rosters that mean nothing here; never guessed to be one of ours."""


@lru_cache(maxsize=4096)
def plain_title(title: str) -> str:
    """Return a title without spaces, line breaks, punctuation and what stands in brackets, in lower case."""
    folded = unicodedata.normalize("NFKC", title)
    bare = _NOISE.sub("", _BRACKETS.sub("", folded)).lower()
    return bare or _NOISE.sub("", folded).lower()


@lru_cache(maxsize=4096)
def field_of_title(title: str) -> tuple[Field | None, float]:
    """Return what a column's title means and how surely (0 to 1)."""
    plain = plain_title(title)
    if not plain or plain in FOREIGN:
        return None, 0.0
    parts = _languages(plain)
    return (None, 0.0) if FOREIGN.intersection(parts) else max(map(_meaning, parts), key=lambda found: found[1])


def _languages(plain: str) -> list[str]:
    """Take a title in two languages apart: onboarddate入职日期."""
    both = _TWO_LANGUAGES.fullmatch(plain)
    return [part for part in both.groups() if part] if both else [plain]


def _meaning(plain: str) -> tuple[Field | None, float]:
    for field, words in EXACT.items():
        if plain in words.split():
            return field, 1.0
    if plain in ("no", "id", "number", "code"):
        return Field.EMP_NO, 0.5
    for pattern, field in _DAYS:
        if pattern.search(plain):
            return field, 0.8
    if len(plain) > 14:  # noqa: PLR2004  (a sentence, not a title)
        return None, 0.0
    return next(((field, score) for part, field, score in PARTLY if part in plain), (None, 0.0))


def is_second_name(title: str) -> bool:
    """Say whether a column holds the names of those who have none in the name column (英文名 beside 中文名)."""
    known = _SECOND_NAMES.intersection(_languages(plain_title(title)))
    return bool(known) or field_of_title(title) == (Field.NAME, 1.0)


def is_known_title(title: str) -> bool:
    """Say whether a text is a title that rosters use, ours or foreign."""
    return plain_title(title) in FOREIGN or field_of_title(title)[1] >= 0.5  # noqa: PLR2004  (half sure is enough here)

"""What the columns of a telephone directory may mean, and the words offices put above them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from desk_mailadmin.intake.roster.fields import plain_title
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP


class Field(StrEnum):
    """A field of a directory; ``direct`` is whatever a desk is called by, long or short: the cells tell."""

    BRANCH = "branch"
    DEPT = "dept"
    NAME = "name"
    EMP_NO = "emp_no"
    POST = "post"
    RANK = "rank"
    DIRECT = "direct"
    EXTENSION = "extension"
    SHORT = "short"
    MOBILE = "mobile"
    FAX = "fax"
    RIGHT = "right"
    QUOTA = "quota"
    EMAIL = "email"
    ROOM = "room"
    REMARK = "remark"


FIELD_TITLES: Mapping[str, str] = {
    Field.BRANCH: QT_TRANSLATE_NOOP("desk", "单位"),
    Field.DEPT: QT_TRANSLATE_NOOP("desk", "部门"),
    Field.NAME: QT_TRANSLATE_NOOP("desk", "姓名"),
    Field.EMP_NO: QT_TRANSLATE_NOOP("desk", "工号"),
    Field.POST: QT_TRANSLATE_NOOP("desk", "职务"),
    Field.RANK: QT_TRANSLATE_NOOP("desk", "职级"),
    Field.DIRECT: QT_TRANSLATE_NOOP("desk", "直线"),
    Field.EXTENSION: QT_TRANSLATE_NOOP("desk", "分机"),
    Field.SHORT: QT_TRANSLATE_NOOP("desk", "短号"),
    Field.MOBILE: QT_TRANSLATE_NOOP("desk", "手机"),
    Field.FAX: QT_TRANSLATE_NOOP("desk", "传真"),
    Field.RIGHT: QT_TRANSLATE_NOOP("desk", "权限"),
    Field.QUOTA: QT_TRANSLATE_NOOP("desk", "话费额度"),
    Field.EMAIL: QT_TRANSLATE_NOOP("desk", "邮箱"),
    Field.ROOM: QT_TRANSLATE_NOOP("desk", "房间"),
    Field.REMARK: QT_TRANSLATE_NOOP("desk", "备注"),
}
"""What the program calls each field."""

NUMBERS = (Field.DIRECT, Field.EXTENSION, Field.SHORT, Field.MOBILE, Field.FAX)
"""The fields whose cells hold telephone numbers."""

EXACT: dict[Field, str] = {
    Field.BRANCH: (
        "单位 分公司 公司 所属公司 所属单位 所在单位 单位名称 分支机构 子公司 办事处 厂区 机构 branch company"
    ),
    Field.DEPT: (
        "部门 所属部门 所在部门 部门名称 科室 处室 部室 部门科室 部门车间 班组 组别 department dept division 部门班组"
    ),
    Field.NAME: (
        "姓名 名字 人员 员工姓名 人员姓名 使用人 责任人 持有人 用户 使用人姓名 名称 位置 安装位置 姓名位置 姓名地点 "
        "姓名用途 用途 岗位姓名 name 用户名称 机主"
    ),
    Field.EMP_NO: "工号 员工号 员工编号 职工号 人员编号 empno staffno",
    Field.POST: "职务 岗位 职位 职务岗位 岗位名称 职务名称 position title post",
    Field.RANK: "职级 级别 行政级别 层级 rank grade level",
    Field.DIRECT: (
        "直线 直线电话 办公电话 外线 外线电话 直拨 直拨电话 座机 座机号码 固定电话 固话 电话 电话号码 办公室电话 "
        "办公号码 单位电话 市话 市话号码 直线号码 外线号码 联系电话 号码 长号 对外电话 办公直线 tel telephone phone "
        "directline"
    ),
    Field.EXTENSION: (
        "分机 分机号 分机号码 内线 内线号 内线号码 内线电话 内部电话 内部分机 办公分机 座机分机 分机电话 ext extension"
    ),
    Field.SHORT: (
        "短号 短号码 手机短号 集团短号 虚拟网 虚拟网号 虚拟网短号 集团网 集团号 v网 v网短号 小号 集群号 集群网 "
        "shortnumber"
    ),
    Field.MOBILE: "手机 手机号 手机号码 移动电话 手机长号 mobile mobilephone cellphone cell",
    Field.FAX: "传真 传真号 传真号码 传真电话 fax",
    Field.RIGHT: (
        "权限 长途权限 长途 通话权限 电话权限 分机权限 长途功能 呼叫权限 拨打权限 开通权限 话机权限 出局权限 "
        "是否开通长途 等级 电话等级 长途等级 长话权限"
    ),
    Field.QUOTA: (
        "额度 话费额度 月话费额度 月额度 话费限额 限额 月限额 话费标准 月话费标准 定额 话费定额 月定额 年额度 "
        "年话费额度 年限额 话费指标 核定话费 核定额度"
    ),
    Field.EMAIL: "邮箱 电子邮箱 电子邮件 邮件 邮件地址 邮箱地址 email mail",
    Field.ROOM: "房间 房间号 房号 办公室 办公地点 室 房间号码 办公室号 楼层房间 地点 办公位置 座位 工位 room office",
    Field.REMARK: "备注 说明 备考 附注 备 remark note remarks",
}

PARTLY: tuple[tuple[str, Field, float], ...] = (
    ("姓名", Field.NAME, 0.8),
    ("使用人", Field.NAME, 0.7),
    ("工号", Field.EMP_NO, 0.8),
    ("额度", Field.QUOTA, 0.8),
    ("限额", Field.QUOTA, 0.7),
    ("定额", Field.QUOTA, 0.7),
    ("权限", Field.RIGHT, 0.8),
    ("短号", Field.SHORT, 0.8),
    ("虚拟网", Field.SHORT, 0.7),
    ("集团网", Field.SHORT, 0.7),
    ("分机", Field.EXTENSION, 0.8),
    ("内线", Field.EXTENSION, 0.7),
    ("手机", Field.MOBILE, 0.8),
    ("移动电话", Field.MOBILE, 0.7),
    ("传真", Field.FAX, 0.8),
    ("邮箱", Field.EMAIL, 0.8),
    ("邮件", Field.EMAIL, 0.7),
    ("直线", Field.DIRECT, 0.8),
    ("外线", Field.DIRECT, 0.7),
    ("座机", Field.DIRECT, 0.7),
    ("固话", Field.DIRECT, 0.7),
    ("固定电话", Field.DIRECT, 0.7),
    ("办公电话", Field.DIRECT, 0.7),
    ("电话", Field.DIRECT, 0.5),
    ("号码", Field.DIRECT, 0.45),
    ("部门", Field.DEPT, 0.7),
    ("科室", Field.DEPT, 0.7),
    ("分公司", Field.BRANCH, 0.7),
    ("单位", Field.BRANCH, 0.5),
    ("职务", Field.POST, 0.6),
    ("岗位", Field.POST, 0.6),
    ("职级", Field.RANK, 0.7),
    ("房间", Field.ROOM, 0.7),
    ("备注", Field.REMARK, 0.8),
)
"""Parts of a title, the more telling first, and how far each is believed."""

_FOREIGN = (
    "序号 序 编号 行号 性别 生日 出生年月 身份证 身份证号 住址 家庭住址 家庭电话 宅电 住宅电话 qq 微信 微信号 车牌 "
    "车牌号 紧急联系人 紧急联系电话 学历 入职日期 拼音 姓名拼音 首字母 网址 邮编 传真机型号 话机型号 话机编号 月租 "
    "话费 实际话费 "
    "部门负责人 签字 签名 确认 日期 上级"
)
FOREIGN = frozenset(_FOREIGN.split())
"""Titles of directories that mean nothing here; never guessed to be one of ours."""

_SURE = 0.45
_LONGEST = 12


@lru_cache(maxsize=4096)
def field_of_title(title: str) -> tuple[Field | None, float]:
    """Return what a column's title means and how surely (0 to 1)."""
    plain = plain_title(title)
    if not plain or plain in FOREIGN or len(plain) > _LONGEST:
        return None, 0.0
    for field, words in EXACT.items():
        if plain in words.split():
            return field, 1.0
    return next(((field, score) for part, field, score in PARTLY if part in plain), (None, 0.0))


def is_known_title(title: str) -> bool:
    """Say whether a text is a title that directories use, ours or foreign."""
    return plain_title(title) in FOREIGN or field_of_title(title)[1] >= _SURE

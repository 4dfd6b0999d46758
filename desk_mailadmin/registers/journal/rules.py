"""How the journal's rows are named for people, and which spans of days its list offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from desk_mailadmin.kernel.changes import record_kind
from desk_mailadmin.kernel.months import month_after
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP

ACTS: Mapping[str, str] = {
    "created": QT_TRANSLATE_NOOP("desk", "新增"),
    "changed": QT_TRANSLATE_NOOP("desk", "修改"),
    "removed": QT_TRANSLATE_NOOP("desk", "删除"),
    "noted": QT_TRANSLATE_NOOP("desk", "办理"),
    "looked": QT_TRANSLATE_NOOP("desk", "查看"),
}
"""What a row did with its record; ``looked`` is whoever read, printed or took away what is kept of people."""

KINDS: Mapping[str, str] = {
    "accesses": QT_TRANSLATE_NOOP("desk", "访问记录"),
    "allowance": QT_TRANSLATE_NOOP("desk", "手机补贴"),
    "allowance_bill": QT_TRANSLATE_NOOP("desk", "手机补贴"),
    "application": QT_TRANSLATE_NOOP("desk", "申请"),
    "article_version": QT_TRANSLATE_NOOP("desk", "规则库"),
    "rulebook": QT_TRANSLATE_NOOP("desk", "规则库"),
    "bill": QT_TRANSLATE_NOOP("desk", "账单"),
    "bill_mapping": QT_TRANSLATE_NOOP("desk", "账单"),
    "branch": QT_TRANSLATE_NOOP("desk", "单位"),
    "branches": QT_TRANSLATE_NOOP("desk", "单位"),
    "call": QT_TRANSLATE_NOOP("desk", "通话"),
    "call_month": QT_TRANSLATE_NOOP("desk", "通话"),
    "charge": QT_TRANSLATE_NOOP("desk", "月话费"),
    "charge_signature": QT_TRANSLATE_NOOP("desk", "月话费"),
    "charge_table": QT_TRANSLATE_NOOP("desk", "月话费"),
    "charge_void": QT_TRANSLATE_NOOP("desk", "月话费"),
    "clause": QT_TRANSLATE_NOOP("desk", "制度条款"),
    "closed_month": QT_TRANSLATE_NOOP("desk", "月结"),
    "computer": QT_TRANSLATE_NOOP("desk", "上网电脑"),
    "delivery": QT_TRANSLATE_NOOP("desk", "寄送记录"),
    "department": QT_TRANSLATE_NOOP("desk", "部门"),
    "desk": QT_TRANSLATE_NOOP("desk", "台账"),
    "device": QT_TRANSLATE_NOOP("desk", "设备"),
    "device_issue": QT_TRANSLATE_NOOP("desk", "设备"),
    "directory": QT_TRANSLATE_NOOP("desk", "通讯录"),
    "directory_change": QT_TRANSLATE_NOOP("desk", "号码变更单"),
    "directory_entry": QT_TRANSLATE_NOOP("desk", "通讯录"),
    "directory_mapping": QT_TRANSLATE_NOOP("desk", "通讯录"),
    "directory_number": QT_TRANSLATE_NOOP("desk", "通讯录"),
    "edition": QT_TRANSLATE_NOOP("desk", "通讯录版次"),
    "edition_confirmation": QT_TRANSLATE_NOOP("desk", "部门确认单"),
    "edition_copy": QT_TRANSLATE_NOOP("desk", "通讯录版次"),
    "fax": QT_TRANSLATE_NOOP("desk", "传真记录"),
    "faxes": QT_TRANSLATE_NOOP("desk", "传真记录"),
    "finding": QT_TRANSLATE_NOOP("desk", "核查结果"),
    "form": QT_TRANSLATE_NOOP("desk", "表单"),
    "import": QT_TRANSLATE_NOOP("desk", "导入"),
    "journal": QT_TRANSLATE_NOOP("desk", "日志"),
    "ledger": QT_TRANSLATE_NOOP("desk", "办公台账"),
    "line": QT_TRANSLATE_NOOP("desk", "线路"),
    "line_assignment": QT_TRANSLATE_NOOP("desk", "线路"),
    "line_note": QT_TRANSLATE_NOOP("desk", "线路"),
    "line_paper": QT_TRANSLATE_NOOP("desk", "线路"),
    "line_right": QT_TRANSLATE_NOOP("desk", "线路"),
    "longdistance": QT_TRANSLATE_NOOP("desk", "长途登记"),
    "longdistance_mapping": QT_TRANSLATE_NOOP("desk", "长途登记"),
    "longdistance_review": QT_TRANSLATE_NOOP("desk", "长途登记"),
    "mailbox": QT_TRANSLATE_NOOP("desk", "邮箱"),
    "mailboxes": QT_TRANSLATE_NOOP("desk", "邮箱"),
    "member": QT_TRANSLATE_NOOP("desk", "使用人"),
    "message": QT_TRANSLATE_NOOP("desk", "电话留言"),
    "mobile_stop": QT_TRANSLATE_NOOP("desk", "手机停机"),
    "partner": QT_TRANSLATE_NOOP("desk", "合作单位"),
    "past_case_mapping": QT_TRANSLATE_NOOP("desk", "处罚台账"),
    "penalty": QT_TRANSLATE_NOOP("desk", "处罚台账"),
    "penalty_money": QT_TRANSLATE_NOOP("desk", "处罚台账"),
    "postponed": QT_TRANSLATE_NOOP("desk", "待办"),
    "purge": QT_TRANSLATE_NOOP("desk", "到期销毁"),
    "receipt": QT_TRANSLATE_NOOP("desk", "回执"),
    "roster_mapping": QT_TRANSLATE_NOOP("desk", "花名册"),
    "sales": QT_TRANSLATE_NOOP("desk", "日统计表"),
    "sales_day": QT_TRANSLATE_NOOP("desk", "日统计表"),
    "salesperson": QT_TRANSLATE_NOOP("desk", "销售人员"),
    "salespeople": QT_TRANSLATE_NOOP("desk", "销售人员"),
    "setting": QT_TRANSLATE_NOOP("desk", "设置"),
    "settlement": QT_TRANSLATE_NOOP("desk", "年结"),
    "sign_off": QT_TRANSLATE_NOOP("desk", "签字"),
    "staff": QT_TRANSLATE_NOOP("desk", "人员"),
    "switchboard": QT_TRANSLATE_NOOP("desk", "总机记录"),
    "wage": QT_TRANSLATE_NOOP("desk", "工资标准"),
    "workday": QT_TRANSLATE_NOOP("desk", "节假日"),
    "workyear": QT_TRANSLATE_NOOP("desk", "节假日"),
}
"""What people call the kinds of records; a list that left the window is named by its register's key."""

_FIELDS: Mapping[str, str] = {
    "address": QT_TRANSLATE_NOOP("desk", "地址"),
    "amount_fen": QT_TRANSLATE_NOOP("desk", "金额（分）"),
    "branch_id": QT_TRANSLATE_NOOP("desk", "单位（内部号）"),
    "department_id": QT_TRANSLATE_NOOP("desk", "部门（内部号）"),
    "staff_id": QT_TRANSLATE_NOOP("desk", "人员（内部号）"),
    "emp_no": QT_TRANSLATE_NOOP("desk", "工号"),
    "id_no": QT_TRANSLATE_NOOP("desk", "证件号"),
    "in_force": QT_TRANSLATE_NOOP("desk", "施行日期"),
    "left_on": QT_TRANSLATE_NOOP("desk", "离职日期"),
    "mobile": QT_TRANSLATE_NOOP("desk", "手机"),
    "month": QT_TRANSLATE_NOOP("desk", "月份"),
    "name": QT_TRANSLATE_NOOP("desk", "名称"),
    "number": QT_TRANSLATE_NOOP("desk", "编号"),
    "note": QT_TRANSLATE_NOOP("desk", "说明"),
    "on_day": QT_TRANSLATE_NOOP("desk", "日期"),
    "reason": QT_TRANSLATE_NOOP("desk", "理由"),
    "remark": QT_TRANSLATE_NOOP("desk", "备注"),
    "state": QT_TRANSLATE_NOOP("desk", "状态"),
    "title": QT_TRANSLATE_NOOP("desk", "名称"),
    "value": QT_TRANSLATE_NOOP("desk", "值"),
}
"""What people call columns that no list shows; those of a list bear its titles."""

_SEVEN_DAYS = timedelta(days=6)
_DAY_BEFORE = timedelta(days=1)
_END_OF_MONTH = 31  # spans are compared as text


def title_of(kind: str) -> str:
    """Return what people call a kind of records, or a register by its key; the kind itself where nobody named it."""
    return KINDS.get(kind) or KINDS.get(record_kind(kind)) or kind


def is_derived(field: str) -> bool:
    """Say whether a column follows from others and says nothing to people (pinyin, orders)."""
    return field.endswith(("_key", "_order"))


def field_title(field: str) -> str:
    """Return what people call a column; the column itself where nobody named it."""
    return _FIELDS.get(field, field)


def spans(today: date, first: str, last: str) -> Sequence[Choice]:
    """Return the spans of days to choose from, each ``from/until``: the last days, then every month, newest first.

    ``first`` and ``last`` are the months (2026-11) of the oldest and the newest row.
    """
    yesterday = today - _DAY_BEFORE
    days = (
        Choice(f"{today}/{today}", QT_TRANSLATE_NOOP("desk", "今天")),
        Choice(f"{yesterday}/{yesterday}", QT_TRANSLATE_NOOP("desk", "昨天")),
        Choice(f"{today - _SEVEN_DAYS}/{today}", QT_TRANSLATE_NOOP("desk", "近 7 天")),
    )
    months: list[Choice] = []
    while first and first <= last:
        months.insert(0, Choice(f"{first}-01/{first}-{_END_OF_MONTH}", first))
        first = month_after(first)
    return (*days, *months)

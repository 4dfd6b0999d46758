"""What may be entered of an application: its number prefix, what is filled in, who signs in which order."""

from __future__ import annotations

from msgspec.structs import replace

from desk_mailadmin.documents.application_kind import FieldKind
from desk_mailadmin.documents.form_words import entry_words
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.forms.entry_kinds import Block, Entry, Items, Prop, Props, Texts

ENTRY_KINDS = {
    FieldKind.PERSON: QT_TRANSLATE_NOOP("desk", "申请人"),
    FieldKind.COLLEAGUE: QT_TRANSLATE_NOOP("desk", "另一个人"),
    FieldKind.TEXT: QT_TRANSLATE_NOOP("desk", "一行文字"),
    FieldKind.LONG_TEXT: QT_TRANSLATE_NOOP("desk", "多行文字"),
    FieldKind.PHONE: QT_TRANSLATE_NOOP("desk", "电话"),
    FieldKind.MOBILE: QT_TRANSLATE_NOOP("desk", "手机"),
    FieldKind.EXTENSION: QT_TRANSLATE_NOOP("desk", "分机"),
    FieldKind.ADDRESS: QT_TRANSLATE_NOOP("desk", "新邮箱地址"),
    FieldKind.MAILBOX: QT_TRANSLATE_NOOP("desk", "已有的邮箱"),
    FieldKind.EMAIL: QT_TRANSLATE_NOOP("desk", "任何邮箱地址"),
    FieldKind.CHOICE: QT_TRANSLATE_NOOP("desk", "单选"),
    FieldKind.CHOICES: QT_TRANSLATE_NOOP("desk", "多选"),
    FieldKind.NUMBER: QT_TRANSLATE_NOOP("desk", "数量"),
    FieldKind.MONEY: QT_TRANSLATE_NOOP("desk", "金额"),
    FieldKind.DATE: QT_TRANSLATE_NOOP("desk", "日期"),
    FieldKind.TIME: QT_TRANSLATE_NOOP("desk", "时间"),
}
_UNITS = {
    "": QT_TRANSLATE_NOOP("desk", "任何单位"),
    "headquarters": QT_TRANSLATE_NOOP("desk", "总公司"),
    "branch": QT_TRANSLATE_NOOP("desk", "分公司"),
}
_WHAT = {
    "": QT_TRANSLATE_NOOP("desk", "不开签收单"),
    "device": QT_TRANSLATE_NOOP("desk", "设备、物品"),
    "notice": QT_TRANSLATE_NOOP("desk", "通知"),
    "password": QT_TRANSLATE_NOOP("desk", "密码单"),
    "directory": QT_TRANSLATE_NOOP("desk", "通讯录"),
    "other": QT_TRANSLATE_NOOP("desk", "其他"),
}
_FIELD = Prop(key="field", title=QT_TRANSLATE_NOOP("desk", "看栏目"), entry=Entry.DATA)
_IS = Prop(key="is", title=QT_TRANSLATE_NOOP("desk", "是"), entry=Entry.WORDS, limit=200)
_WHEN = Props(
    (replace(_FIELD, inside="when"), replace(_IS, inside="when")),
    QT_TRANSLATE_NOOP("desk", "只在什么时候要填"),
)
_ROUTE_WHEN = Items(
    key="when",
    title=QT_TRANSLATE_NOOP("desk", "什么时候走这条路线"),
    new=QT_TRANSLATE_NOOP("desk", "加一个条件"),
    fresh={"field": "", "is": []},
    words=lambda one: f"{one.get('field', '')}：{_said(one.get('is', ()))}",
    blocks=(Props((replace(_FIELD, needed=True), replace(_IS, needed=True))),),
    most=4,
    needed=False,
)
_REFUSALS = Items(
    key="refusals",
    title=QT_TRANSLATE_NOOP("desk", "一律不受理的"),
    new=QT_TRANSLATE_NOOP("desk", "加一种"),
    fresh={"field": "", "is": [], "text": "不予受理。"},
    words=lambda one: str(one.get("text", "")),
    blocks=(
        Props(
            (
                replace(_FIELD, needed=True),
                replace(_IS, needed=True),
                Prop(key="text", title=QT_TRANSLATE_NOOP("desk", "理由"), needed=True, limit=120),
            )
        ),
    ),
    most=6,
    needed=False,
)
_TERM = Props(
    (
        Prop(key="start", inside="term", title=QT_TRANSLATE_NOOP("desk", "从哪天起"), entry=Entry.DATA),
        Prop(key="until", inside="term", title=QT_TRANSLATE_NOOP("desk", "到哪天止"), entry=Entry.DATA),
        Prop(key="end", inside="term", title=QT_TRANSLATE_NOOP("desk", "到期写作"), limit=8),
        Prop(key="end_note", inside="term", title=QT_TRANSLATE_NOOP("desk", "到期做什么"), limit=80),
    ),
    QT_TRANSLATE_NOOP("desk", "有期限的，到期收回、归还"),
)
_HAND_OVER = Props(
    (
        Prop(
            key="what",
            inside="hand_over",
            title=QT_TRANSLATE_NOOP("desk", "交付"),
            entry=Entry.CHOICE,
            choices=_WHAT,
        ),
        Prop(key="subject", inside="hand_over", title=QT_TRANSLATE_NOOP("desk", "签收内容"), filled=True, limit=120),
    ),
    QT_TRANSLATE_NOOP("desk", "办理时开一张签收单"),
)


def _said(words: object) -> str:
    return words if isinstance(words, str) else "、".join(str(one) for one in words) if isinstance(words, list) else ""


_STEPS = Items(
    key="steps",
    title=QT_TRANSLATE_NOOP("desk", "签字的先后"),
    new=QT_TRANSLATE_NOOP("desk", "加一位签字人"),
    fresh={"role": "signer", "title": "签字人"},
    words=lambda step: f"{step.get('title', '')}（{step.get('role', '')}）",
    most=9,
    blocks=(
        Props(
            (
                Prop(key="title", title=QT_TRANSLATE_NOOP("desk", "签字人"), needed=True, limit=20),
                Prop(
                    key="role",
                    title=QT_TRANSLATE_NOOP("desk", "代号"),
                    needed=True,
                    limit=40,
                    note=QT_TRANSLATE_NOOP("desk", "小写字母，一条路线里不重复"),
                ),
                Prop(key="lead", title=QT_TRANSLATE_NOOP("desk", "框内写作"), limit=30),
                Prop(
                    key="seal",
                    title=QT_TRANSLATE_NOOP("desk", "盖章"),
                    note=QT_TRANSLATE_NOOP("desk", "留盖章处"),
                    entry=Entry.FLAG,
                ),
            )
        ),
    ),
)
_ENTRY: tuple[Block, ...] = (
    Props(
        (
            Prop(key="label", title=QT_TRANSLATE_NOOP("desk", "名称"), needed=True, limit=12),
            Prop(
                key="key",
                title=QT_TRANSLATE_NOOP("desk", "代号"),
                needed=True,
                limit=40,
                note=QT_TRANSLATE_NOOP("desk", "小写字母，表上用它取内容"),
            ),
            Prop(
                key="kind",
                title=QT_TRANSLATE_NOOP("desk", "种类"),
                entry=Entry.CHOICE,
                needed=True,
                choices={kind.value: title for kind, title in ENTRY_KINDS.items()},
            ),
            Prop(
                key="required",
                title=QT_TRANSLATE_NOOP("desk", "必填"),
                note=QT_TRANSLATE_NOOP("desk", "一定要填"),
                entry=Entry.FLAG,
            ),
            Prop(key="options", title=QT_TRANSLATE_NOOP("desk", "选项"), entry=Entry.WORDS, limit=400),
            Prop(key="default", title=QT_TRANSLATE_NOOP("desk", "先填好"), limit=200),
            Prop(key="hint", title=QT_TRANSLATE_NOOP("desk", "提示"), limit=80),
        )
    ),
    _WHEN,
)
APPLICATION: tuple[Block, ...] = (
    Props(
        (
            Prop(key="prefix", title=QT_TRANSLATE_NOOP("desk", "编号前缀"), needed=True, limit=4, fixed=True),
            Prop(key="deed", title=QT_TRANSLATE_NOOP("desk", "办理写作"), limit=8),
            Prop(
                key="subject",
                title=QT_TRANSLATE_NOOP("desk", "列表里的一句"),
                filled=True,
                limit=120,
            ),
            Prop(
                key="deadline_days",
                title=QT_TRANSLATE_NOOP("desk", "办理期限"),
                entry=Entry.NUMBER,
                high=60,
                note=QT_TRANSLATE_NOOP("desk", "个工作日，0 按设置"),
            ),
        )
    ),
    Items(
        key="fields",
        title=QT_TRANSLATE_NOOP("desk", "登记时填的栏目"),
        new=QT_TRANSLATE_NOOP("desk", "加一栏"),
        fresh={"key": "remark", "label": "备注", "kind": "text"},
        words=entry_words,
        blocks=_ENTRY,
    ),
    Texts(
        key="to_do",
        title=QT_TRANSLATE_NOOP("desk", "办理时逐项打勾"),
        new=QT_TRANSLATE_NOOP("desk", "加一项"),
        filled=True,
        limit=60,
        most=8,
        needed=False,
    ),
    Items(
        key="completion",
        title=QT_TRANSLATE_NOOP("desk", "办完时填的栏目"),
        new=QT_TRANSLATE_NOOP("desk", "加一栏"),
        fresh={"key": "done_note", "label": "办理情况", "kind": "text"},
        words=entry_words,
        blocks=_ENTRY,
        most=12,
        needed=False,
    ),
    Items(
        key="routes",
        title=QT_TRANSLATE_NOOP("desk", "签字路线"),
        new=QT_TRANSLATE_NOOP("desk", "加一条路线"),
        fresh={"key": "usual", "title": "签字", "steps": [{"role": "office", "title": "办公室"}]},
        words=lambda route: str(route.get("title", "")),
        most=12,
        blocks=(
            Props(
                (
                    Prop(key="title", title=QT_TRANSLATE_NOOP("desk", "名称"), needed=True, limit=30),
                    Prop(key="key", title=QT_TRANSLATE_NOOP("desk", "代号"), needed=True, limit=40),
                    Prop(key="unit", title=QT_TRANSLATE_NOOP("desk", "用于"), entry=Entry.CHOICE, choices=_UNITS),
                )
            ),
            _ROUTE_WHEN,
            _STEPS,
        ),
    ),
    _REFUSALS,
    _TERM,
    _HAND_OVER,
)

"""What may be entered in the head and in each kind of section of a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.documents.form_words import box_words, row_words
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.ui.dialogs.forms.entry_kinds import Block, Entry, Items, Prop, Props, Texts

_LABEL = Prop(key="label", title=QT_TRANSLATE_NOOP("desk", "组名"), needed=True, limit=8)
_LABELLED = Props((_LABEL,))
_WHEN = Props(
    (
        Prop(key="field", inside="when", title=QT_TRANSLATE_NOOP("desk", "看栏目"), entry=Entry.DATA),
        Prop(key="is", inside="when", title=QT_TRANSLATE_NOOP("desk", "是"), entry=Entry.WORDS, limit=200),
    ),
    QT_TRANSLATE_NOOP("desk", "只在什么时候出现"),
)
_LOOKS = {
    "": QT_TRANSLATE_NOOP("desk", "普通文字"),
    "checks": QT_TRANSLATE_NOOP("desk", "勾选"),
    "para": QT_TRANSLATE_NOOP("desk", "多行文字"),
    "blankdate": QT_TRANSLATE_NOOP("desk", "手填日期"),
    "large": QT_TRANSLATE_NOOP("desk", "大字"),
}
_CELL = (
    Prop(key="label", title=QT_TRANSLATE_NOOP("desk", "名称"), needed=True, limit=12),
    Prop(key="field", title=QT_TRANSLATE_NOOP("desk", "内容取自"), entry=Entry.DATA),
    Prop(key="text", title=QT_TRANSLATE_NOOP("desk", "或写文字"), filled=True, limit=2_000),
    Prop(key="kind", title=QT_TRANSLATE_NOOP("desk", "样子"), entry=Entry.CHOICE, choices=_LOOKS),
    Prop(key="options", title=QT_TRANSLATE_NOOP("desk", "选项"), entry=Entry.WORDS, limit=240),
    Prop(key="lines", title=QT_TRANSLATE_NOOP("desk", "行数"), entry=Entry.NUMBER, high=20, default=0),
    Prop(key="field", inside="when", title=QT_TRANSLATE_NOOP("desk", "这一行只在"), entry=Entry.DATA),
    Prop(key="is", inside="when", title=QT_TRANSLATE_NOOP("desk", "是这个时出现"), entry=Entry.WORDS, limit=200),
)
_WIDTH = Prop(key="w", title=QT_TRANSLATE_NOOP("desk", "宽度份数"), entry=Entry.NUMBER, low=1, high=12, default=1)
_FRESH_CELL = {"label": "新栏目"}


def _rows(fewest: int, most: int, cells: tuple[Prop, ...] = _CELL) -> Items:
    return Items(
        key="rows",
        title=QT_TRANSLATE_NOOP("desk", "各行"),
        new=QT_TRANSLATE_NOOP("desk", "加一行"),
        fresh=[dict(_FRESH_CELL) for _ in range(fewest)],
        words=row_words,
        cells=cells,
        fewest_cells=fewest,
        most_cells=most,
    )


_BOXES = Items(
    key="boxes",
    title=QT_TRANSLATE_NOOP("desk", "签字框"),
    new=QT_TRANSLATE_NOOP("desk", "加一个签字框"),
    fresh={"lead": "意见"},
    words=box_words,
    most=4,
    blocks=(
        Props(
            (
                Prop(key="lead", title=QT_TRANSLATE_NOOP("desk", "谁的意见"), needed=True, limit=40),
                Prop(key="text", title=QT_TRANSLATE_NOOP("desk", "框内文字"), filled=True, limit=2_000),
                Prop(key="sign", title=QT_TRANSLATE_NOOP("desk", "签字写作"), limit=8),
                Prop(
                    key="seal",
                    title=QT_TRANSLATE_NOOP("desk", "盖章"),
                    note=QT_TRANSLATE_NOOP("desk", "留盖章处"),
                    entry=Entry.FLAG,
                ),
                Prop(
                    key="height",
                    title=QT_TRANSLATE_NOOP("desk", "高（毫米）"),
                    entry=Entry.NUMBER,
                    low=14,
                    high=60,
                    default=29,
                ),
            )
        ),
    ),
)
_SIDES = {
    "": QT_TRANSLATE_NOOP("desk", "左"),
    "c": QT_TRANSLATE_NOOP("desk", "中"),
    "r": QT_TRANSLATE_NOOP("desk", "右"),
}
_COLUMNS = Items(
    key="columns",
    title=QT_TRANSLATE_NOOP("desk", "各列"),
    new=QT_TRANSLATE_NOOP("desk", "加一列"),
    fresh={"label": "新列", "field": "name", "w": 0},
    words=lambda column: f"{column.get('label', '')} = {{{column.get('field', '')}}}",
    most=20,
    blocks=(
        Props(
            (
                Prop(key="label", title=QT_TRANSLATE_NOOP("desk", "列名"), needed=True, limit=12),
                Prop(key="field", title=QT_TRANSLATE_NOOP("desk", "内容取自"), needed=True, limit=40),
                Prop(
                    key="w",
                    title=QT_TRANSLATE_NOOP("desk", "宽（毫米，0 占余下的）"),
                    entry=Entry.NUMBER,
                    needed=True,
                    low=-100,
                    high=250,
                ),
                Prop(key="align", title=QT_TRANSLATE_NOOP("desk", "对齐"), entry=Entry.CHOICE, choices=_SIDES),
            )
        ),
    ),
)
_CLAUSES = Texts(
    key="items",
    title=QT_TRANSLATE_NOOP("desk", "各条"),
    new=QT_TRANSLATE_NOOP("desk", "加一条"),
    lines=3,
    filled=True,
)
_LONG_TEXT = Prop(
    key="text",
    title=QT_TRANSLATE_NOOP("desk", "文字"),
    entry=Entry.LONG,
    needed=True,
    filled=True,
    limit=2_000,
)
_LEAD = Prop(key="lead", title=QT_TRANSLATE_NOOP("desk", "引语"), entry=Entry.LONG, filled=True, limit=2_000)
_NOTICE = Prop(key="notice", title=QT_TRANSLATE_NOOP("desk", "告知"), entry=Entry.LONG, filled=True, limit=2_000)
_REV = Prop(
    key="rev",
    title=QT_TRANSLATE_NOOP("desk", "版次"),
    limit=12,
    note=QT_TRANSLATE_NOOP("desk", "要签字的文字有自己的版次"),
)
_SIGNED = Props(
    (
        _NOTICE,
        Prop(key="sign", title=QT_TRANSLATE_NOOP("desk", "签字人"), limit=16),
        _REV,
    )
)
_FROM_DATA = Props((Prop(key="field", title=QT_TRANSLATE_NOOP("desk", "各条取自"), entry=Entry.DATA, needed=True),))
_LIST = Props(
    (
        Prop(key="field", title=QT_TRANSLATE_NOOP("desk", "行取自"), needed=True, limit=40),
        Prop(key="columns_field", title=QT_TRANSLATE_NOOP("desk", "列取自"), limit=40),
        Prop(key="totals_field", title=QT_TRANSLATE_NOOP("desk", "合计取自"), limit=40),
        Prop(key="size", title=QT_TRANSLATE_NOOP("desk", "字号"), entry=Entry.NUMBER, low=7, high=12, default=9),
    )
)
_SIGN_LINE = Texts(
    key="items",
    title=QT_TRANSLATE_NOOP("desk", "签字的人"),
    new=QT_TRANSLATE_NOOP("desk", "加一位"),
    limit=16,
    most=6,
)


_LETTER = Props(
    (
        Prop(key="to", title=QT_TRANSLATE_NOOP("desk", "主送"), filled=True, limit=2_000),
        replace(_LONG_TEXT, lines=14),
        Prop(key="from", title=QT_TRANSLATE_NOOP("desk", "落款"), entry=Entry.LONG, filled=True, limit=2_000),
        Prop(key="size", title=QT_TRANSLATE_NOOP("desk", "字号"), entry=Entry.NUMBER, low=8, high=16, default=8,
             note=QT_TRANSLATE_NOOP("desk", "8 按平常的字号")),
        _REV,
    )
)  # fmt: skip
_SECTIONS: Mapping[str, tuple[Block, ...]] = {
    "fields": (_LABELLED, _rows(1, 2)),
    "lines": (_LABELLED, _rows(1, 4, (*_CELL, _WIDTH))),
    "receipt": (_LABELLED, _rows(2, 2)),
    "clauses": (Props((_LABEL, _LEAD)), _CLAUSES, _SIGNED),
    "signs": (_LABELLED, _BOXES),
    "para": (Props((_LABEL, _LONG_TEXT)),),
    "letter": (_LETTER,),
    "note": (Props((_LONG_TEXT,)),),
    "tear": (Props((Prop(key="text", title=_LONG_TEXT.title, needed=True, limit=40),)),),
    "signline": (_SIGN_LINE,),
    "list": (_LIST, _COLUMNS),
}


def blocks_of(body: Mapping[str, Any]) -> tuple[Block, ...]:
    """Return what is entered in a section that says this; a kind nobody knows has nothing.

    What the program gives (the clauses of the rules in force, the boxes of a route, the columns of a list) is not
    entered.
    """
    blocks = _SECTIONS.get(str(body.get("kind")), ())
    if "field" in body and _CLAUSES in blocks:
        blocks = tuple(_FROM_DATA if block is _CLAUSES else block for block in blocks)
    if body.get("route") or "columns_field" in body:
        blocks = tuple(block for block in blocks if block not in (_BOXES, _COLUMNS))
    return (*blocks, _WHEN) if blocks else ()


FRESH: Mapping[str, Mapping[str, Any]] = {
    "fields": {"label": "新的一组", "rows": [[dict(_FRESH_CELL)]]},
    "clauses": {"label": "须知", "items": ["新的一条。"]},
    "signs": {"label": "审批", "boxes": [{"lead": "意见"}]},
    "lines": {"label": "办理", "rows": [[{"label": "经办人"}]]},
    "para": {"label": "说明", "text": "新的一段。"},
    "letter": {"text": "信文的第一段。"},
    "signline": {"items": ["制表", "审核"]},
    "note": {"text": "新的附注。"},
    "tear": {"text": "沿此线剪开"},
    "receipt": {"label": "回执联", "rows": [[{"label": "编号", "field": "number"}, {"label": "签收人"}]]},
}
"""What a new section of each kind says at first."""

HEAD: tuple[Block, ...] = (
    Props(
        (
            Prop(key="title", title=QT_TRANSLATE_NOOP("desk", "表名"), needed=True, filled=True, limit=40),
            Prop(key="code", title=QT_TRANSLATE_NOOP("desk", "表单编号"), needed=True, limit=24),
            Prop(key="rev", title=QT_TRANSLATE_NOOP("desk", "版次"), needed=True, limit=12),
            Prop(
                key="landscape",
                title=QT_TRANSLATE_NOOP("desk", "纸张"),
                note=QT_TRANSLATE_NOOP("desk", "横向"),
                entry=Entry.FLAG,
            ),
        )
    ),
    Texts(
        key="header",
        title=QT_TRANSLATE_NOOP("desk", "表名下的一行（左、中、右）"),
        new=QT_TRANSLATE_NOOP("desk", "加一处"),
        filled=True,
        limit=60,
        most=3,
        needed=False,
    ),
    Texts(
        key="copies",
        title=QT_TRANSLATE_NOOP("desk", "联次（每联印在左上角）"),
        new=QT_TRANSLATE_NOOP("desk", "加一联"),
        limit=24,
        most=6,
        needed=False,
    ),
)

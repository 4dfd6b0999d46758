"""What stands in a form.toml, in words a clerk reads: the names of sections, of data, and each line of a section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

SECTION_TITLES = {
    "fields": "栏目",
    "clauses": "条款",
    "signs": "签字框",
    "lines": "填写行",
    "para": "段落",
    "letter": "信文",
    "list": "列表",
    "signline": "签字行",
    "note": "附注",
    "tear": "裁剪线",
    "receipt": "回执联",
}
HEAD_TITLES = {
    "title": "表名",
    "code": "表单编号",
    "rev": "版次",
    "number": "种类号",
    "copies": "联次",
    "header": "表头一行",
    "landscape": "横向",
    "qr": "二维码",
    "fold": "折叠线",
    "archived": "打印留档",
    "names": "人名栏目",
    "optional": "可以空的栏目",
    "base_rev": "依据的版次",
    "base_sha256": "依据的文件",
    "id": "代号",
}
_DATA_TITLES = {
    "company": "公司全称",
    "help_ext": "办公室分机",
    "copy": "联次",
    "number": "编号",
    "date": "日期",
    "unit": "单位",
    "route": "签字路线",
    "name": "姓名",
    "emp_no": "工号",
    "dept": "部门",
    "post": "职务",
    "quota": "邮箱容量",
    "send_limit": "外发限制",
    "rules": "使用规则",
    "title": "标题",
    "filter": "筛选条件",
    "count": "条数",
    "rows": "列表的行",
    "columns": "列表的列",
    "totals": "合计",
}
_VALUES = {"headquarters": "总公司", "branch": "分公司"}
_SHOWN = 24


def section_title(body: Mapping[str, Any]) -> str:
    """Return what a section is called: 栏目　申请人填写."""
    kind = SECTION_TITLES.get(str(body.get("kind")), str(body.get("kind")))
    own = str(body.get("label") or body.get("text") or "").partition("\n")[0]
    when = f"（{_wanted(body['when'])}）" if isinstance(body.get("when"), Mapping) else ""
    short = own if len(own) <= _SHOWN else own[:_SHOWN] + "…"
    return f"{kind}　{short}{when}".rstrip("　")


def _wanted(when: Mapping[str, Any]) -> str:
    wanted = when.get("is", "")
    words = [wanted] if isinstance(wanted, str) else wanted
    return "、".join(_VALUES.get(str(word), str(word)) for word in words)


def data_titles(body: Mapping[str, Any]) -> dict[str, str]:
    """Return what the data of a form are called: by their label on it, by their entry, or as everywhere."""
    entries = body.get("application", {}).get("fields", ())
    found = {entry["key"]: entry["label"] for entry in entries}
    for section in body.get("section", ()):
        for row in section.get("rows", ()):
            for cell in row:
                if cell.get("field") and cell.get("label"):
                    found.setdefault(cell["field"], cell["label"])
    return _DATA_TITLES | found


def cell_words(cell: Mapping[str, Any]) -> str:
    """Return one field of a row in words: 姓名 = {name}."""
    what = f"{{{cell['field']}}}" if cell.get("field") else str(cell.get("text") or "")
    if cell.get("options"):
        what = "□" + " □".join(str(option) for option in cell["options"])
    if cell.get("kind") == "blankdate":
        what = "年　月　日"
    when = f"（{_condition(cell['when'])}）" if isinstance(cell.get("when"), Mapping) else ""
    return f"{cell.get('label', '')} = {what or '＿＿'}{when}"


def _condition(when: Mapping[str, Any]) -> str:
    field = str(when.get("field", ""))
    return f"只在{_DATA_TITLES.get(field, field)}是{_wanted(when)}时"


def row_words(row: Sequence[Mapping[str, Any]]) -> str:
    """Return a row in words, its fields side by side."""
    return "　｜　".join(cell_words(cell) for cell in row) or "（空行）"


def box_words(box: Mapping[str, Any]) -> str:
    """Return a signature box in words: 办公室受理意见（盖章）."""
    seal = "（盖章）" if box.get("seal") else ""
    height = f"　高 {box['height']} 毫米" if "height" in box else ""
    return f"{box.get('lead', '')}{seal}{'　' + box['text'] if box.get('text') else ''}{height}"


def entry_words(entry: Mapping[str, Any]) -> str:
    """Return an entry of an application in words: 联系电话 (phone)，必填."""
    options = f"：{'、'.join(entry['options'])}" if entry.get("options") else ""
    return f"{entry.get('label', '')}（{entry.get('key', '')}）{'，必填' if entry.get('required') else ''}{options}"


def section_lines(body: Mapping[str, Any]) -> list[str]:
    """Return all a section says, a line for each thing a reader would call one."""
    lines = []
    for key, value in body.items():
        match key, value:
            case "kind", _:
                continue
            case "rows", [*rows]:
                lines += [row_words(row) for row in rows]
            case "items", [*items]:
                lines += [str(item) for item in items]
            case "boxes", [*boxes]:
                lines += [box_words(box) for box in boxes]
            case "columns", [*columns]:
                lines += [f"列 {column.get('label', '')} = {{{column.get('field', '')}}}" for column in columns]
            case "when", {"field": name, "is": wanted}:
                lines.append(f"只在 {{{name}}} 是“{_said(wanted)}”时出现")
            case _:
                lines.append(f"{PART_TITLES.get(key, key)}：{_said(value)}")
    return lines


PART_TITLES = {
    "label": "组名",
    "lead": "引语",
    "to": "主送",
    "from": "落款",
    "notice": "告知",
    "sign": "签字人",
    "rev": "版次",
    "text": "文字",
    "field": "内容取自",
    "columns_field": "列取自",
    "totals_field": "合计取自",
    "size": "字号",
    "route": "按签字路线",
}


def application_lines(body: Mapping[str, Any]) -> list[str]:
    """Return all an application part says, a line for each entry and each route."""
    lines = [f"{key}：{_said(value)}" for key, value in body.items() if key not in ("fields", "routes")]
    lines += [entry_words(entry) for entry in body.get("fields", ())]
    for route in body.get("routes", ()):
        steps = " → ".join(str(step.get("title", "")) for step in route.get("steps", ()))
        lines.append(f"签字路线 {route.get('title', '')}：{steps}")
    return lines


def head_lines(body: Mapping[str, Any]) -> dict[str, str]:
    """Return what the head of a form says by key, without what only marks the own version."""
    silent = ("section", "application", "base_rev", "base_sha256")
    return {key: _said(value) for key, value in body.items() if key not in silent}


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "、".join(str(item) for item in value)
    return str(value)

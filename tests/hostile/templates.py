"""Wicked forms, made when a test wants them: SAFETY 4.4. ``SPECS`` change a form.toml, ``DRAWINGS`` are a form.typ."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.documents.own import RECEIPT

_NOTE = "本回执一式两联：第一联交申请人"


def _note(text: str) -> bytes:
    """The receipt with another text in its note."""
    return RECEIPT.replace(_NOTE, text.replace("\\", "\\\\").replace('"', '\\"')).encode()


def _head(old: str, new: str) -> bytes:
    made = RECEIPT.replace(old, new, 1)
    assert made != RECEIPT
    return made.encode()


_A_PART = '\n[[section]]\nkind = "note"\ntext = "x"\n'

SPECS: Mapping[str, tuple[bytes, str]] = {
    "unknown-field": (_note("{nobody}"), "没有“nobody”这个栏目"),
    "dunder": (_note("{name.__class__}"), "大括号不对"),
    "double-braces": (_note("{{name}}"), "大括号不对"),
    "empty-braces": (_note("{}"), "大括号不对"),
    "index": (_note("{0}"), "大括号不对"),
    "open-brace": (_note("{name"), "大括号不对"),
    "format-width": (_note("{name:>999999999}"), "大括号不对"),
    "conversion": (_note("{name!r}"), "大括号不对"),
    "giant": (b"#" * 2**20 + RECEIPT.encode(), "256 KB"),
    "giant-text": (_note("字" * 3_000), "最多 2000 个"),
    "nested-arrays": (b"a = " + b"[" * 20_000 + b"]" * 20_000, "嵌套过深"),
    "nested-tables": (("[" + "a." * 60_000 + "a]\n").encode(), "第"),
    "dotted-key": (("a." * 60_000 + "a = 1\n").encode(), "第"),
    "dotted-value": (("a = {" + "b." * 60_000 + "b = 1}\n").encode(), "第"),
    "many-sections": (RECEIPT.encode() + (_A_PART * 100).encode(), "1 到 60 项"),
    "many-keys": (
        "\n".join(f"k{at} = 1" for at in range(20_000)).encode() + b"\n" + RECEIPT.encode(),
        "没有“k0”这一项",
    ),
    "gbk": (RECEIPT.encode("gb18030"), "UTF-8"),
    "utf16": (RECEIPT.encode("utf-16"), "UTF-8"),
    "nul": (RECEIPT.encode() + b"\0", "第"),
    "half-character": (_head('code = "BG-YJ-002"', 'code = "\\uD800"'), "第"),
    "other-id": (_head('id = "account_receipt"', 'id = "../x"'), "id"),
    "device-name": (_head('id = "account_receipt"', 'id = "CON"'), "id"),
    "other-number": (_head("number = 2", "number = 3"), "保留原号"),
    "number-huge": (_head("number = 2", "number = 99999999999999999999"), "0 到 99"),
    "number-nan": (_head("number = 2", "number = nan"), "整数"),
    "number-flag": (_head("number = 2", "number = true"), "整数"),
    "number-day": (_head("number = 2", "number = 2026-11-15"), "整数"),
    "copies-many": (_head('copies = ["', 'copies = ["1", "2", "3", "4", "5", "6", "'), "1 到 6 项"),
    "title-list": (_head('title = "电子邮件开户回执"', "title = [[]]"), "应当是文字"),
    "no-title": (_head('title = "电子邮件开户回执"\n', ""), "缺少“title”"),
    "unknown-kind": (_head('kind = "note"', 'kind = "script"'), "不认识“script”"),
    "unknown-key": (_head("number = 2", 'number = 2\nimport = "x"'), "没有“import”这一项"),
    "twice": (RECEIPT.encode() + b'\ntitle = "x"\n', "没有“title”这一项"),
    "emoji": (_note("开户\U0001faf6"), "打不出"),
    "private-use": (_note("开户\ue123"), "打不出"),
    "control": (_note("开户\x07"), "第"),
}
"""By name: the file, and what the refusal says."""

DRAWN: Mapping[str, str] = {
    "read": '#read("/etc/passwd")',
    "import": '#import "@preview/cetz:0.1.0": *',
    "web-image": "<img src=file:///etc/passwd>",
    "script": "<script>alert(1)</script>",
    "maths": "$x^2$ *粗* _斜_ ~ // 注",
    "label": "<a> @b #c \\u",
    "shell": "$HOME `id` %PATH%",
    "entity": "&lt;b&gt;",
    "formula": "=1+1",
}
"""What is text and stays text: it stands on the sheet as it is written."""

_RECEIPT_OF = '#set page(paper: "a6")\n'
DRAWINGS: Mapping[str, tuple[str, str]] = {
    "empty": (" \n", "是空的"),
    "giant": ("x" * (257 * 1024), "256 KB"),
    "reads-a-file": (_RECEIPT_OF + '#read("/etc/passwd")', "form.typ"),
    "reads-relative": (_RECEIPT_OF + '#read("../../../etc/passwd")', "form.typ"),
    "image-of-disk": (_RECEIPT_OF + '#image("/etc/hostname")', "form.typ"),
    "data-of-disk": (_RECEIPT_OF + '#json("/etc/x.json")#csv("a")#toml("b")#yaml("c")#xml("d")#cbor("e")', "form.typ"),
    "bibliography": (_RECEIPT_OF + '#bibliography("/etc/x.bib")', "form.typ"),
    "imports": ('#import "/etc/x.typ": *', "不能用 import"),
    "includes": ('#include "/etc/x.typ"', "不能用 include"),
    "package": ('#import "@preview/cetz:0.1.0": *', "外部程序包"),
    "package-put-together": ('#let p = "@prev" + "iew/a:0.1.0"\n#(import p)', "不能用 import"),
    "evaluates": ('#eval("1")', "不能用 eval"),
    "plugin": ('#plugin("x.wasm")', "不能用 plugin"),
    "standard-library": ("#std.read", "不能用 std"),
    "panics": ('#panic("x")', "form.typ"),
    "calls-itself": ("#let f(n) = f(n + 1)\n#f(0)", "form.typ"),
    "nests": ("#" + "[" * 20_000 + "]" * 20_000, "form.typ"),
    "unknown-name": ("#nobody", "form.typ"),
    "not-utf8": ("张\udcff", "form.typ"),
}
"""By name: the template, and what the refusal says."""

SAMPLES: Mapping[str, bytes] = {
    "none": b"",
    "a-word": b"hello",
    "a-list": b"[1]",
    "nested": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "gbk": '{"name": "张三"}'.encode("gb18030"),
    "half": b'{"name": "',
}

Change = Callable[[str], str]
VALUES: Mapping[str, str] = {
    "dollar": "${x}",
    "html": "<b>张三</b> &lt;",
    "braces": "{name}{{x}}",
    "typst": '#read("/etc/passwd") $a$ *b*',
    "300 characters": "长" * 300,
    "a formula": "=HYPERLINK(1)",
    "numbers": "0012.50",
    "quotes": "\"'“”\\",
}
"""Data of a sheet that look like something else; they are drawn as they are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

import desk_mailadmin
from desk_mailadmin.ui.translations import load_translations

ROOT = Path(desk_mailadmin.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))
FORBIDDEN = ("用户", "提交", "异常", "操作成功", "系统错误", "非法输入", "错误码", "您", "！")
CHINESE = re.compile(r"[一-鿿]")
TIGHT = re.compile(r"[一-鿿][0-9A-Za-z]|[0-9A-Za-z][一-鿿]")
HALF_WIDTH = re.compile(r"[一-鿿][,;:?!]|[一-鿿]\.(?!\d)")


def texts(path: Path) -> list[tuple[int, str]]:
    """Return what people may read: Chinese literals that are no docstring and no pattern."""
    tree = ast.parse(path.read_text("utf-8"))
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    quiet |= {
        id(arg) for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_pattern(node) for arg in node.args
    }
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [(node.lineno, node.value) for node in found if id(node) not in quiet and CHINESE.search(node.value)]


def _is_pattern(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "re"


UI = [path for path in SOURCES if "ui" in path.relative_to(ROOT).parts]


@pytest.mark.parametrize("path", UI, ids=lambda path: path.stem)
def test_no_text_of_the_window_uses_a_forbidden_word(path: Path):
    forbidden = [word for word in FORBIDDEN if not (word == "您" and path.stem.startswith("first_run"))]
    for line, text in texts(path):
        assert not [word for word in forbidden if word in text], f"{path.name}:{line} {text}"


@pytest.mark.parametrize("path", [path for path in UI if path.parent.name == "ui"], ids=lambda path: path.stem)
def test_chinese_stands_apart_from_latin_and_keeps_its_own_punctuation(path: Path):
    for line, text in texts(path):
        plain = re.sub(r"\{\w+[^}]*\}|\(&\w\)", "", text)
        assert not HALF_WIDTH.search(plain), f"{path.name}:{line} {text}"
        assert not TIGHT.search(plain), f"{path.name}:{line} {text}"


def test_the_check_finds_what_it_looks_for(tmp_path: Path):
    path = tmp_path / "bad.py"
    path.write_text('"""用户"""\nX = "请用户提交"\nimport re\nY = re.compile("用户")\n', "utf-8")
    assert texts(path) == [(2, "请用户提交")]
    assert TIGHT.search("共146条")
    assert HALF_WIDTH.search("好,的")


def test_qts_own_words_are_chinese(qapp):
    translators = load_translations(qapp)
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)

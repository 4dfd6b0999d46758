"""Names of files: whatever people are called, the file lies in its folder and every system takes it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_mailadmin.kernel.file_names import file_name


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("YJ-2026-0137 张三.pdf", "YJ-2026-0137 张三.pdf"),
        ("申请/回执 3:5.pdf", "申请-回执 3-5.pdf"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\Windows\\x.exe", "C--Windows-x.exe"),
        ("CON.pdf", "_CON.pdf"),
        ("con", "_con"),
        ("COM1.tar.pdf", "_COM1.tar.pdf"),
        ("张三 . .pdf ", "张三.pdf"),
        ("fdp\u202eexe.pdf", "fdpexe.pdf"),
        ("a\0b\n\u200b.zip", "ab.zip"),
        ("\ud800.pdf", "文件.pdf"),
        ("", "文件"),
        ("...", "文件"),
        ('张三*?<>|".xlsx', "张三------.xlsx"),
        ("附件.说明文字很长的一段话", "附件.说明文字很长的一段话"),
    ],
)
def test_names(wanted: str, name: str):
    assert file_name(wanted) == name


@given(st.text(max_size=400))
def test_any_name_is_one_file_in_its_folder(tmp_path_factory: pytest.TempPathFactory, wanted: str):
    name = file_name(f"{wanted}.pdf")
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 210
    assert PureWindowsPath(name).name == PurePosixPath(name).name == name
    assert name not in (".", "..")
    place: Path = tmp_path_factory.getbasetemp() / name
    place.write_bytes(b"x")
    place.unlink()

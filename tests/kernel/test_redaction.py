from __future__ import annotations

import pytest

from desk_mailadmin.kernel.redaction import redacted


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ValueError: 110101199003077758", "ValueError: 〔证件号〕"),
        ("11010119900307775X，11010119900307775x", "〔证件号〕，〔证件号〕"),
        ("旧号 110101900307775。", "旧号 〔证件号〕。"),
        ("手机 13912345678、+86 139-1234-5678、00861391234 5678", "手机 〔手机〕、〔手机〕、〔手机〕"),
        ("１３９１２３４５６７８", "〔手机〕"),
        ("no such user <li.ming@sh.example.com>", "no such user <〔邮箱〕>"),
        ("password=Kan@ry-7f, next", "password=•••, next"),
        ("{'password': 'a b c', 'user': 'x'}", "{'password': •••, 'user': 'x'}"),
        ('"pwd": "x"', '"pwd": •••'),
        ("初始密码：Abc-12345。", "初始密码：•••。"),
        ("密码是 Abc-12345，", "密码是 •••，"),
        ("Authorization: Basic a2FuYXJ5OmthbmFyeQ==", "Authorization: •••"),
        ("姓名 \x1b]0;x\x07\x9b31m红\u202e倒", "姓名 �]0;x��31m红�倒"),
        ("smtp://user:geheim@mail.example.com/x", "smtp://•••@mail.example.com/x"),
    ],
)
def test_what_is_private_is_hidden_and_its_kind_said(text: str, kept: str):
    assert redacted(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        'File "desk_mailadmin/store/desk.py", line 1391, in work',
        "YJ-2026-0012 HZ-2026-0003",
        "2026-12-03T09:00:00+08:00",
        "sha256 3f9a7c51d2e84b603f9a7c51d2e84b60",
        "00000000-1234-5678-9abc-def012345678",
        "sqlite3.OperationalError: no such table: staff",
        "12345678901 分",
        "没有密码也能打开。",
        "分机 8042，直线 0571-55518042",
    ],
)
def test_what_a_developer_needs_stays(text: str):
    assert redacted(text) == text

"""Own versions of forms for tests: texts of shipped forms with one thing changed, and a shelf to put them on."""

from __future__ import annotations

import json
from pathlib import Path

from desk_mailadmin.kernel.paths import asset_dir

SHIPPED = asset_dir("forms")
OLD_CLAUSE = "账号信息已收到，使用规则已知悉。"


def text_of(form: str) -> str:
    return (SHIPPED / form / "form.toml").read_text("utf-8")


def sample_of(form: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((SHIPPED / form / "sample.json").read_text("utf-8"))
    return found


RECEIPT = text_of("account_receipt")
APPLICATION = text_of("account_application")
EMPTY_KIND = """
api = 1
id = "key_loan"
title = "会议室钥匙申请单"
code = "BG-ZD-001"
rev = "A/1"
number = 90
names = ["name"]

[[section]]
kind = "fields"
label = "申请"
rows = [
  [{ label = "姓名", field = "name" }, { label = "会议室", field = "room" }],
]

[application]
prefix = "YS"
outcome = "record"
fields = [
  { key = "person", label = "申请人", kind = "person", required = true },
  { key = "room", label = "会议室", kind = "text", required = true },
]
routes = [
  { key = "usual", title = "办公室", steps = [{ role = "office", title = "办公室" }] },
]
"""


def shipped_copy(folder: Path) -> Path:
    """A folder of shipped forms of one's own, to be upgraded."""
    import shutil

    shutil.copytree(SHIPPED, folder)
    return folder

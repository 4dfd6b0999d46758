"""The two sheets of a destruction: what is to be approved, and the proof that it was done."""

from __future__ import annotations

import json
from typing import Any

from desk_mailadmin.papers import Paper, chinese_date
from desk_mailadmin.registers.purges.listing import PurgeRow
from desk_mailadmin.registers.purges.records import plan_as_text
from desk_mailadmin.registers.purges.rules import Plan, kept_of

APPROVAL = "destruction_approval"
PROOF = "destruction_proof"
PREVIEW = "destruction_preview"


def approval_paper(row: PurgeRow) -> Paper:
    """Return the sheet on which the destruction is approved, with what stays and why."""
    data = {
        "number": row.number,
        "date": chinese_date(row.proposed_on),
        "as_of": chinese_date(row.as_of),
        "reason": row.reason,
        "total": _total(row),
        "rows": _lines(row.plan),
        "held": _held(row.plan),
    }
    return Paper("purge", row.id, APPROVAL, "", data)


def proof_paper(row: PurgeRow, backups: tuple[int, str]) -> Paper:
    """Return the proof: what went, by whose word, under which head of the journal, and where it still is."""
    count, newest = backups
    data = {
        "number": row.number,
        "date": chinese_date(row.done_on or row.proposed_on),
        "approved_by": row.approved_by,
        "approved_on": chinese_date(row.approved_on or row.proposed_on),
        "reason": row.reason,
        "total": _total(row),
        "rows": [line for line in _lines(row.plan) if line["count"] != "0"],
        "backup": row.backup,
        "journal": f"第 {row.journal_seq} 条　{row.journal_head[:16]}",
        "older": _older(count, newest),
    }
    return Paper("purge", row.id, PROOF, "", data)


def preview_rows(plan: Plan) -> list[dict[str, str]]:
    """Return the lines of a plan as people read them."""
    return _lines(plan_as_text(plan))


def held_words(plan: Plan) -> str:
    """Return what stays although its term is over, and why."""
    return _held(plan_as_text(plan))


def _older(count: int, newest: str) -> str:
    if not count:
        return "没有更早的备份。"
    return (
        f"此前的 {count} 份备份里还有这些内容，最近一份是 {newest} 做的，"
        "按保留规则最长 24 个月后全部换掉；另存的盘上的扫描件在下一次另存时清除；另外拷走的要自行清除。"
    )


def _total(row: PurgeRow) -> str:
    return f"记录 {row.records:,} 条，副本和草稿 {row.files:,} 个"


def _lines(plan: str) -> list[dict[str, Any]]:
    return [
        {
            "title": kept_of(line["key"]).title,
            "years": f"{line['years']} 年",
            "before": line["before"],
            "count": f"{line['count']:,}",
            "span": f"{line['oldest']} 至 {line['newest']}" if line["oldest"] else "—",
            "left": kept_of(line["key"]).left or "全部删除",
        }
        for line in json.loads(plan)["lines"]
    ]


def _held(plan: str) -> str:
    held = [
        f"{kept_of(line['key']).title} {count:,} 条：{why}"
        for line in json.loads(plan)["lines"]
        for why, count in line["kept"]
    ]
    return "；\n".join(held) or "没有"

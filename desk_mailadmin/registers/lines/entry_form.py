"""The entry dialog of a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.money import fen_from_text, fen_to_text
from desk_mailadmin.kernel.table import Choice
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.language.numbers import phone_shown
from desk_mailadmin.registers.lines.entries import REACHES, TITLES, LineEntry
from desk_mailadmin.registers.lines.rules import KINDS, PAYERS, QUOTA_BYS, QUOTA_PERS, RIGHTS, Right
from desk_mailadmin.registers.staff.form import hits
from desk_mailadmin.ui.dialogs.form_dialog import FormJob
from desk_mailadmin.ui.dialogs.person_picker import Hit
from desk_mailadmin.ui.dialogs.record_form import Asked, Asks, RecordForm
from desk_mailadmin.ui.shown import shown

_LINE = QT_TRANSLATE_NOOP("desk", "线路")
_WHOSE = QT_TRANSLATE_NOOP("desk", "归属")
_MAY = QT_TRANSLATE_NOOP("desk", "权限和额度")
_MORE = QT_TRANSLATE_NOOP("desk", "话机、合约")
_OF_BRANCH = "branch:"


def line_form(
    bench: Any,
    title: str,
    entry: LineEntry | None,
    keep: Callable[[LineEntry, date | None, frozenset[str]], object],
) -> RecordForm:
    """Return the dialog of a line.

    ``keep`` gets the entry, from when it holds (None: it was wrong before), and the questions that were answered.
    """

    def save(values: Mapping[str, Any], yes: frozenset[str]) -> object:
        return keep(_entry(bench, values, entry), values["since"], yes)

    return RecordForm(
        shown(title),
        _asked(bench, entry),
        FormJob(save=save, title=shown(QT_TRANSLATE_NOOP("desk", "保存"))),
        bench.prompter,
        today=bench.desk.clock.today,
        size=(780, 720),
        memory=bench.memory,
        key="line",
        parent=bench.window,
    )


def _asked(bench: Any, known: LineEntry | None) -> tuple[Asked, ...]:
    entry = known or LineEntry(branch=0)
    return (*_numbers(entry), *_whose(bench, entry, known), *_may(entry), *_more(entry))


def _numbers(entry: LineEntry) -> tuple[Asked, ...]:
    return (
        _text("extension", entry.extension, _LINE, width=6),
        _text(
            "number",
            phone_shown(entry.number),
            _LINE,
            width=10,
            beside=True,
            hint=QT_TRANSLATE_NOOP("desk", "例如 0571-55511001"),
        ),
        _text("short_number", entry.short_number, _LINE, width=6),
        _choice("kind", KINDS, entry.kind, _LINE, beside=True, note=QT_TRANSLATE_NOOP("desk", "不选时按号码判断")),
    )


def asked_staff(bench: Any, entry: LineEntry, group: str = "") -> Asked:
    """Return the question who is responsible for a line."""
    staff = bench.services["staff"]
    start = hits([staff.row(entry.staff)], active_only=False)[0] if entry.staff is not None else None

    def find(text: str) -> Sequence[Hit]:
        return hits(staff.find(text))

    return Asked(
        name="staff", title=QT_TRANSLATE_NOOP("desk", "责任人"), kind=Asks.PERSON, start=start, find=find,
        group=group, hint=QT_TRANSLATE_NOOP("desk", "不填的由部门负责人负责"),
    )  # fmt: skip


def asked_place(bench: Any, entry: LineEntry, group: str = "") -> Asked:
    """Return the question to which department a line belongs."""
    start = str(entry.department or (f"{_OF_BRANCH}{entry.branch}" if entry.branch else ""))
    return Asked(
        name="dept", title=TITLES["dept"], kind=Asks.CHOICE, choices=_places(bench), group=group, width=14,
        start=start, hint=QT_TRANSLATE_NOOP("desk", "不选就是责任人的部门"),
    )  # fmt: skip


def _whose(bench: Any, entry: LineEntry, known: LineEntry | None) -> tuple[Asked, ...]:
    note = (
        QT_TRANSLATE_NOOP("desk", "换人、换号、换部门时写；只改错的空着")
        if known
        else QT_TRANSLATE_NOOP("desk", "空着就是一直归他，以前的话费也算他的")
    )
    return (
        asked_staff(bench, entry, _WHOSE),
        asked_place(bench, entry, _WHOSE),
        _text("place", entry.place, _WHOSE, width=10),
        _text(
            "label",
            entry.label,
            _WHOSE,
            width=10,
            beside=True,
            hint=QT_TRANSLATE_NOOP("desk", "公用电话填写，例如 前台"),
        ),
        Asked(name="since", title=QT_TRANSLATE_NOOP("desk", "从哪天起"), kind=Asks.DATE, group=_WHOSE, note=note),
    )


def _may(entry: LineEntry) -> tuple[Asked, ...]:
    rights = [Choice(right.key, shown(right.title)) for right in RIGHTS]
    quota = "" if entry.quota_fen is None else fen_to_text(entry.quota_fen)
    lasting = frozenset(right.key for right in entry.rights if right.until_on is None)
    return (
        Asked(name="rights", title=TITLES["rights"], kind=Asks.CHECKS, choices=rights, start=lasting, group=_MAY),
        _text("quota", quota, _MAY, width=6, title=QT_TRANSLATE_NOOP("desk", "额度（元）"),
              hint=QT_TRANSLATE_NOOP("desk", "空着是没有规定")),
        _choice("quota_per", QUOTA_PERS, entry.quota_per, _MAY, required=True),
        _choice("quota_by", QUOTA_BYS, entry.quota_by, _MAY, beside=True, required=True),
        Asked(name="tolerance_fen", title=TITLES["tolerance_fen"], kind=Asks.MONEY, start=entry.tolerance_fen,
              group=_MAY),
        _choice("payer", PAYERS, entry.payer, _MAY, required=True),
        Asked(name="carry_over", title=TITLES["carry_over"], kind=Asks.FLAG, start=entry.carry_over, group=_MAY,
              note=QT_TRANSLATE_NOOP("desk", "当年没用完的额度结转下年")),
    )  # fmt: skip


def _more(entry: LineEntry) -> tuple[Asked, ...]:
    return (
        _text("set_model", entry.set_model, _MORE, width=10),
        _text("set_serial", entry.set_serial, _MORE, width=10, beside=True),
        _text("operator", entry.operator, _MORE, width=10),
        _text("network", entry.network, _MORE, width=10, beside=True),
        _text("contract", entry.contract, _MORE, width=10),
        Asked(name="contract_until", title=TITLES["contract_until"], kind=Asks.DATE, start=entry.contract_until,
              group=_MORE, beside=True),
        _text("ring_tone", entry.ring_tone, _MORE, width=10),
        _choice("reach", REACHES, entry.reach, _MORE, beside=True),
        Asked(name="installed_on", title=TITLES["installed_on"], kind=Asks.DATE, start=entry.installed_on, group=_MORE),
        Asked(name="locked", title=TITLES["locked"], kind=Asks.FLAG, start=entry.locked, group=_MORE,
              note=QT_TRANSLATE_NOOP("desk", "话机加了锁")),
        Asked(name="remark", title=TITLES["remark"], kind=Asks.LONG, start=entry.remark, group=_MORE, limit=500,
              lines=2),
    )  # fmt: skip


def _text(name: str, start: str, group: str, *, title: str = "", **more: Any) -> Asked:
    return Asked(name=name, title=title or TITLES[name], start=start, group=group, **more)


def _choice(name: str, known: Mapping[str, str], start: str, group: str, **more: Any) -> Asked:
    choices = [Choice(key, shown(title)) for key, title in known.items()]
    return Asked(name=name, title=TITLES[name], kind=Asks.CHOICE, choices=choices, start=start, group=group,
                 width=6, **more)  # fmt: skip


def _places(bench: Any) -> list[Choice]:
    """Return all departments, and every unit as a whole: a trunk belongs to no department."""
    departments = bench.services["departments"]
    whole = shown(QT_TRANSLATE_NOOP("desk", "不分部门"))
    units = [Choice(f"{_OF_BRANCH}{number}", f"{name} / {whole}") for number, name in departments.branches()]
    return [*(Choice(str(number), name) for number, name in departments.names()), *units]


def _entry(bench: Any, values: Mapping[str, Any], known: LineEntry | None) -> LineEntry:
    branch, department = place_of(bench, values["dept"], values["staff"])
    direct = ("extension", "number", "short_number", "kind", "label", "place", "quota_per", "quota_by",
              "tolerance_fen", "payer", "carry_over", "set_model", "set_serial", "operator", "network", "contract",
              "contract_until", "ring_tone", "reach", "installed_on", "locked", "remark", "staff", "since")  # fmt: skip
    given = {key: values[key] for key in direct}
    quota = fen_from_text(values["quota"]) if values["quota"].strip() else None
    start = known or LineEntry(branch=branch)
    rights = _rights(start.rights, values["rights"])
    return replace(start, branch=branch, department=department, quota_fen=quota, rights=rights, **given)


def _rights(known: Sequence[Right], ticked: frozenset[str]) -> tuple[Right, ...]:
    """Return the rights as ticked; those with an end, past ones among them, stay as they are."""
    kept = [right for right in known if right.until_on is not None or right.key in ticked]
    lasting = {right.key for right in kept if right.until_on is None}
    return (*kept, *(Right(right.key) for right in RIGHTS if right.key in ticked - lasting))


def place_of(bench: Any, dept: str, staff: int | None) -> tuple[int, int | None]:
    """Return unit and department: as chosen, else those of the person."""
    if dept.startswith(_OF_BRANCH):
        return int(dept.removeprefix(_OF_BRANCH)), None
    if not dept and staff is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "还没有选部门。"), field="dept")
    department = int(dept) if dept else bench.services["staff"].department_of(staff)
    return bench.services["departments"].branch_of(department), department

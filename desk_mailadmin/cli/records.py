"""Commands that change what is kept: record, sign, open, hand-over, void, return."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from desk_mailadmin.catalogue import ALL_REGISTERS
from desk_mailadmin.cli.output import DONE, say
from desk_mailadmin.documents.foreign_pdf import count_pages
from desk_mailadmin.kernel.changes import register_key
from desk_mailadmin.kernel.entered import is_whole
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office


def record(office: Office, args: Namespace) -> int:
    """Enter one record from plain data and say its number."""
    makers = {name: (r, make) for r in ALL_REGISTERS for name, make in r.records.items()}
    data = _data(args.data)
    if args.kind not in makers and args.kind in office.services["applications"].kinds:
        data, args.kind = {**data, "kind": args.kind}, "application"
    if args.kind not in makers:
        _say_why_form_fails(office, args.kind)
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "不能登记“{kind}”，可以登记 {kinds}。"),
            kind=args.kind,
            kinds="、".join(sorted({*makers, *office.services["applications"].kinds})),
        )
    register, make = makers[args.kind]
    try:
        say(make(office.services[register.key], data))
    except UserError as error:
        if error.field is None:
            raise
        raise UserError("{key}：{sentence}", key=error.field, sentence=error) from error
    return DONE


def _say_why_form_fails(office: Office, kind: str) -> None:
    """Raise UserError with the fault of the form of that name, if it is there and cannot be used."""
    problem = next((one for one in office.papers.problems if one.form == kind), None)
    if problem is not None:
        raise UserError("{problem}", problem=problem)


_LARGEST = 1_000_000
"""Bytes of one record's plain data."""


def _data(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes()[: _LARGEST + 1].decode("utf-8-sig")
        body = json.loads(text) if len(text) <= _LARGEST else None
        whole = is_whole(json.dumps(body, ensure_ascii=False))
    except (OSError, ValueError) as fault:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 读不出来：{fault}"), file=path, fault=fault) from None
    except RecursionError:
        body, whole = None, True
    if not isinstance(body, dict):
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 里应是一个 JSON 对象。"), file=path)
    if not whole:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 里有乱码，没有登记。"), file=path)
    return body


def sign(office: Office, args: Namespace) -> int:
    """Record a signature of an application, a receipt (``recipient``), a notice (``person``), with its scan."""
    on = args.on or office.desk.clock.today()
    kind, service, found = numbered(office, args.number)
    with office.desk.work(f"{kind}.sign"):
        if kind == "receipt":
            _sign_receipt(service, found, args, on)
        elif kind == "penalty":
            _sign_notice(service, found, args, on)
        elif kind == "charge":
            _sign_charge(service, found, args, on)
        else:
            service.sign(found, args.role, on, by=args.by, agreed=not args.disagree, opinion=args.opinion)
        if args.scan:
            _attach(office, kind, found, f"signature.{args.role}", args.scan)
    state = service.row(found).state
    say(f"{args.number} {service.row(found).progress}（{state}）")
    return DONE


def _sign_receipt(service: Any, found: int, args: Namespace, on: date) -> None:
    if args.role != "recipient":
        raise UserError(QT_TRANSLATE_NOOP("desk", "回执只有 recipient（领取人）一处签收。"))
    if args.disagree:
        service.refuse(found, on, args.opinion, args.witness)
    else:
        service.sign(found, on, args.by)


def _sign_notice(service: Any, found: int, args: Namespace, on: date) -> None:
    if args.role != "person":
        raise UserError(QT_TRANSLATE_NOOP("desk", "处罚通知单只有 person（当事人）一处签收。"))
    if args.disagree:
        service.refuse(found, on, args.witness, args.opinion)
    else:
        service.sign(found, on)


def _sign_charge(service: Any, found: int, args: Namespace, on: date) -> None:
    if args.role not in ("finance", "office", "holder"):
        raise UserError(
            QT_TRANSLATE_NOOP("desk", "扣罚通知由 finance（财务部）、office（总经理办公室）、holder（责任人）签收。")
        )
    service.sign(found, args.role, on, args.by or service.row(found).holder)


def _attach(office: Office, kind: str, found: int, role: str, path: Path) -> None:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{file} 读不出来：{fault}"), file=path, fault=fault) from None
    pages = count_pages(path.name, data)
    with office.desk.work("attach") as work:
        office.desk.attachments.keep(work, kind, found, role, path.name, data, pages=pages)


def carry_out(office: Office, args: Namespace) -> int:
    """Record that the work behind an application was done; say the receipt's number, else how it stands."""
    service = office.services["applications"]
    found = _one(office, args.number, "application")
    completion = _data(args.data) if args.data else {}
    done = service.carry_out(found, args.on or office.desk.clock.today(), completion)
    say(done.receipt_number or service.row(found).progress)
    return DONE


def end(office: Office, args: Namespace) -> int:
    """End what an application has in force: taken back, given back, cancelled."""
    service = office.services["applications"]
    found = _one(office, args.number, "application")
    service.end(found, args.on or office.desk.clock.today(), args.reason)
    say(service.row(found).progress)
    return DONE


def hand_over(office: Office, args: Namespace) -> int:
    """Record that a receipt was handed over; the application's number will do as well."""
    receipts, found = office.services["receipts"], receipt_of(office, args.number)
    receipts.hand_over(found, args.on or office.desk.clock.today(), args.how)
    say(receipts.row(found).progress)
    return DONE


def receipt_of(office: Office, number: str) -> int:
    """Return the receipt of that number, or of the application of that number; UserError where there is none."""
    kind, _service, found = numbered(office, number)
    if kind == "receipt":
        return found
    row = office.services["receipts"].of_application(found) if kind == "application" else None
    if row is None:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{number} 还没有回执，先登记开户。"), number=number)
    return int(row.id)


def void(office: Office, args: Namespace) -> int:
    """Void a numbered paper with a reason; the number stays."""
    _kind, service, found = numbered(office, args.number)
    service.void(found, office.desk.clock.today(), args.reason)
    return DONE


def give_back(office: Office, args: Namespace) -> int:
    """Return an application to be corrected, with a reason."""
    found = _one(office, args.number, "application")
    office.services["applications"].return_(found, office.desk.clock.today(), args.reason)
    return DONE


def numbered(office: Office, number: str) -> tuple[str, Any, int]:
    """Return table, service and id of a numbered paper; UserError where no paper bears the number."""
    for kind in ("application", "receipt", "penalty", "charge"):
        service = office.services[register_key(kind)]
        found = service.numbered(number)
        if found is not None:
            return kind, service, found
    raise UserError(QT_TRANSLATE_NOOP("desk", "没有编号 {number}。"), number=number)


def _one(office: Office, number: str, wanted: str) -> int:
    kind, _service, found = numbered(office, number)
    if kind != wanted:
        raise UserError(QT_TRANSLATE_NOOP("desk", "{number} 不是申请，这一步只用于申请。"), number=number)
    return found

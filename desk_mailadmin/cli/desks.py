"""Commands about the desk as a whole: new, set, check, tour, selftest, clauses."""

from __future__ import annotations

from argparse import Namespace

from desk_mailadmin.cli.output import DONE, FAULTS_NAMED, say, say_json
from desk_mailadmin.cli.outputs import write_file
from desk_mailadmin.data_check import check_file, report_drawing, result_of
from desk_mailadmin.desk_file import apply_branch, apply_desk_file, apply_setting, read_desk_file
from desk_mailadmin.kernel.clauses import cite, load_demands
from desk_mailadmin.kernel.clock import Clock
from desk_mailadmin.kernel.errors import UserError
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.kernel.words import QT_TRANSLATE_NOOP
from desk_mailadmin.office import Office, create_office, default_folder
from desk_mailadmin.store.journal_anchor import Held


def new(args: Namespace, clock: Clock) -> int:
    """Make a new desk."""
    folder = args.desk or default_folder()
    create_office(folder, clock).close()
    say(f"台账已建好：{folder}")
    return DONE


def set_values(office: Office, args: Namespace) -> int:
    """Decide settings: ``company=…``, ``domain.总部=…``, or a whole desk file."""
    if not args.pairs and not args.file:
        raise UserError(QT_TRANSLATE_NOOP("desk", "写明要设置什么，例如 company=某某公司，或 --file desk.toml。"))
    with office.desk.work("set"):
        if args.file:
            apply_desk_file(office, read_desk_file(args.file))
        for pair in args.pairs:
            _set_one(office, pair, args)
    return DONE


def _set_one(office: Office, pair: str, args: Namespace) -> None:
    key, sign, value = pair.partition("=")
    if not sign:
        raise UserError(QT_TRANSLATE_NOOP("desk", "“{pair}”应写成 名称=值。"), pair=pair)
    part, dot, branch = key.partition(".")
    if key == "domain":
        part, dot, branch = key, ".", office.services["branches"].headquarters_name()
    if dot and part in ("domain", "head", "personnel", "mail_person", "webmail", "kind"):
        apply_branch(office.services["branches"], {"name": branch, part: value})
    else:
        apply_setting(office, key, value, args.in_force)


def check(office: Office, args: Namespace) -> int:
    """Check file, journal chain, backups and sums, and the office's own forms; every finding is one line.

    ``ok`` and ``rows`` speak of the data alone, ``forms`` of the forms. With an anchor, only that is said: whether the
    journal still holds what was printed.
    """
    if args.anchor:
        return _check_anchor(office, args)
    result, problems = result_of(office, check_file(office)), office.papers.problems
    findings, head = result.findings, result.head
    if args.report:
        write_file(args.report, report_drawing(office, result).sheet().pdf)
    if args.json:
        rows = [{"seq": finding.seq, "message": finding.text} for finding in findings]
        forms = [{"form": one.form, "file": one.file, "line": one.line, "message": str(one)} for one in problems]
        say_json({"ok": not findings, "head": head.short, "rows": rows, "forms": forms})
    else:
        for said in (*(finding.text for finding in findings), *map(str, problems)):
            say(said)
        say(f"日志 {head.seq} 条，校验码 {head.short}，{'有问题' if findings else '没有问题'}")
    return FAULTS_NAMED if findings or problems else DONE


def _check_anchor(office: Office, args: Namespace) -> int:
    number, digits = args.anchor
    typed, answer = office.services["journal"].held(number, digits)
    if args.json:
        say_json({"seq": typed.seq, "anchor": typed.hash, "held": answer.value})
    else:
        said = {
            Held.YES: f"相符，日志第 {typed.seq} 条还是纸上印的那一条",
            Held.OTHERWISE: f"不符，日志第 {typed.seq} 条的校验码不是 {typed.hash}",
            Held.MISSING: f"不符，日志里没有第 {typed.seq} 条",
        }
        say(said[answer])
    return DONE if answer is Held.YES else FAULTS_NAMED


def tour(args: Namespace, clock: Clock) -> int:
    """Walk through the whole main job on sample data and write its papers, workbook and pictures."""
    from desk_mailadmin.tour import make_tour

    for path in make_tour(args.folder):
        say(str(path))
    return DONE


def selftest(args: Namespace, clock: Clock) -> int:
    """Try fonts, forms, import and export in a temporary desk."""
    from desk_mailadmin.selftest import run_selftest

    results = run_selftest()
    if args.json:
        say_json({"rows": [{"part": r.part, "ok": r.ok, "message": r.message} for r in results]})
    else:
        for result in results:
            say(f"{'可用' if result.ok else '有问题'}　{result.part}　{result.message}")
    return DONE if all(result.ok for result in results) else FAULTS_NAMED


def clauses(args: Namespace, clock: Clock) -> int:
    """Say which demands of the regulations the program meets, and where; the rest are planned."""
    demands = load_demands(asset_dir("resources") / "clauses.toml")
    if args.json:
        rows = [
            {
                "id": d.id,
                "clause": d.clause,
                "text": d.text,
                "kinds": d.kinds,
                "met_in": d.met_in,
                "state": _state(d.met_in),
            }
            for d in demands
        ]
        say_json({"rows": rows})
    else:
        for demand in demands:
            say(f"{demand.id}　{cite(demand.clause)}　{demand.text}　{demand.met_in or '计划中'}")
    return DONE


def _state(met_in: str) -> str:
    return "met" if met_in else "planned"

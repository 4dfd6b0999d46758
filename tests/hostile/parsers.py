"""Every function that makes sense of what others wrote, and what it is fed: the list that no new one may miss.

``tests/contract/test_parsers.py`` walks the rooms and finds whatever is not named here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from desk_mailadmin.documents import form_text, shapes, toml_lines
from desk_mailadmin.documents.cell_text import safe_text, sheet_name
from desk_mailadmin.documents.form_checks import check_template
from desk_mailadmin.documents.form_compare import differences
from desk_mailadmin.documents.form_spec import read_form
from desk_mailadmin.documents.form_zip import _read as read_zip
from desk_mailadmin.intake import colours, text_reader
from desk_mailadmin.intake.bills import fields as bill_fields
from desk_mailadmin.intake.bills.cells import CellReader
from desk_mailadmin.intake.directories import fields as directory_fields
from desk_mailadmin.intake.directories import numbers as directory_numbers
from desk_mailadmin.intake.directories import rights
from desk_mailadmin.intake.guard import judge
from desk_mailadmin.intake.long_distance import fields as log_fields
from desk_mailadmin.intake.long_distance import lines as log_lines
from desk_mailadmin.intake.past_cases import days, people, sanctions, spellings, sums
from desk_mailadmin.intake.past_cases import fields as case_fields
from desk_mailadmin.intake.roster import cells, fields, leaving, lines
from desk_mailadmin.kernel import dates, entered, json_text, ledger_view, money, pins, times, toml_text
from desk_mailadmin.language import addresses, calls, capitals, garbled, names, numbers, search_keys, sorting
from desk_mailadmin.language.spelled_amounts import spelled_amount
from desk_mailadmin.language.spelled_dates import spelled_date
from desk_mailadmin.language.spelled_times import spelled_time
from desk_mailadmin.mailserver.server import checked_address, checked_host
from desk_mailadmin.monthly import month_named
from desk_mailadmin.store.search import folded, terms_of
from desk_mailadmin.ui.dialogs.entered_text import entered_line, entered_lines
from tests.hostile.doors import DOORS, TODAY

Parser = Callable[[Any], object]

_TOKENS = [
    "工号",
    "姓名",
    "部门",
    "手机",
    "分机",
    "离职",
    "张三",
    "欧阳",
    "总部",
    "合计",
    "小计",
    "元",
    "分",
    "角",
    "整",
    "万",
    "亿",
    "〇",
    "零",
    "壹",
    "拾",
    "佰",
    "负",
    "年",
    "月",
    "日",
    "上午",
    "下午",
    "点",
    "半",
    "长",
    "转",
    "短号",
    "同上",
    "〃",
    "无",
    "待定",
    "2026",
    "2026-11-15",
    "24.2.30",
    "民国",
    "13800000000",
    "0571-",
    "8001",
    "17909",
    "9:05",
    "00:61:00",
    "1,234.50",
    "￥",
    "（",
    "）",
    "/",
    "、",
    ";",
    ",",
    ".",
    "-",
    "+",
    "=",
    "@",
    "#",
    "%",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "&",
    "罚款",
    "停机",
    "记过",
    "第",
    "条",
    "款",
    "a",
    "A",
    "lv",
    "ß",
    "İ",
    "١",
    "½",
    "²",
    "1e309",
    "nan",
    "-0",
    "0x1",
    "1_0",
]
_ODD = (
    "\0",
    "\ud800",
    "\udfff",
    "\ufffe",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\u0301",
    "\u2028",
    "\x0b",
    "\r\n",
    "\t",
    "\u3000",
    "\U0010ffff",
    "𠮷",
    "😀",
)
texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.one_of(st.sampled_from(_TOKENS), st.sampled_from(_ODD), st.text(max_size=3)), max_size=12).map("".join),
    st.sampled_from(["", " ", "9" * 5_000, "字" * 5_000, "(" * 2_000, "1." * 2_000, "年" * 2_000, "张" + "\u0301" * 2_000]),
)  # fmt: skip
entries = st.one_of(
    texts, st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(),
    st.sampled_from([1e308, -1e308, 10**400, datetime.max, date.min]),
)  # fmt: skip
timed = st.one_of(entries, st.times())
raws = st.one_of(
    st.binary(max_size=300),
    texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
    texts.map(lambda text: text.encode("gb18030", "replace")),
    texts.map(lambda text: text.encode("utf-16", "surrogatepass")),
)
tomls = st.lists(
    st.one_of(
        st.sampled_from(["[[section]]\n", 'kind = "note"\n', 'text = "{name}"\n', "api = 1\n", 'id = "x"\n', "[application]\n", "a.b = [", "{", "}",
                         "]", '"""', "'''", "#", "= 1\n", "1979-05-27T07:32:00Z", "nan", "0x1\n", '"\\u']), texts),
    max_size=15,
).map("".join)  # fmt: skip
_HEADS = (
    "工号,姓名,部门,手机,入职日期,备注", "部门,姓名,分机,直线,短号,手机", "单号,日期,姓名,部门,事实,依据,处理,金额,备注",
    "日期,姓名,部门,分机,对方号码,起,止,事由", "主叫号码,对方号码,通话类型,通话开始时间,通话时长(秒),费用(元)", "",
)  # fmt: skip


def _table(seed: int) -> bytes:
    """A table under a good header, put together by a plain die: Hypothesis takes a fifth of a second for one."""
    die = Random(seed)  # noqa: S311  (no secret)
    pieces = (*_TOKENS, *_ODD, "", ",", '"', "合计", "057188880001", "2026-10-05 09:00:00")
    rows = [
        ",".join("".join(die.choices(pieces, k=die.randrange(3))) for _ in range(die.randrange(10)))
        for _ in range(die.randrange(9))
    ]
    text = die.choice(["\n", "\r\n", "\r"]).join([die.choice(_HEADS), *rows])
    return text.encode(die.choice(["utf-8", "gb18030", "utf-16"]), "replace")


tables = st.integers(0, 2**48).map(_table)
_parts = st.sampled_from(
    ["xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/sheet1.xml", "account_receipt/form.toml", "../x/form.toml",
     "a/form.typ", "mimetype", "content.xml", "word/document.xml", "xl/vbaProject.bin"]
)  # fmt: skip


def _zipped(parts: Mapping[str, bytes], cut: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, raw in parts.items():
            package.writestr(name, raw)
    return out.getvalue()[: len(out.getvalue()) - cut]


zips = st.builds(_zipped, st.dictionaries(_parts, raws, max_size=5), st.integers(0, 30) | st.just(0))
_CALENDAR = days.Calendar(TODAY, 2026, 3)
_SPELLINGS = spellings.load_spellings()
_CELLS = CellReader(TODAY)


def of_file(parse: Callable[[Path], object], suffix: str) -> Parser:
    """A parser of files, fed bytes; ``PLACE`` is where they are put."""

    def parsed(raw: bytes) -> object:
        path = PLACE[0] / f"x{suffix}"
        path.write_bytes(raw)
        (PLACE[0] / "staging").unlink(missing_ok=True)
        return parse(path)

    return parsed


PLACE: list[Path] = []
"""The one folder in which the test lets files be written."""

OF_TEXT: Mapping[str, Parser] = {
    "language.addresses.check_local_part": addresses.check_local_part,
    "language.calls.dialled": calls.dialled,
    "language.calls.spoken_length": calls.spoken_length,
    "language.calls.call_kind": lambda text: calls.call_kind(text, text, 0),
    "language.capitals.from_capitals": capitals.from_capitals,
    "language.garbled.is_twice_decoded": garbled.is_twice_decoded,
    "language.names.plain_name": names.plain_name,
    "language.names.reading": names.reading,
    "language.names.surname_readings": names.surname_readings,
    "language.names.full_pinyin": names.full_pinyin,
    "language.names.initials": names.initials,
    "language.numbers.is_blank": numbers.is_blank,
    "language.numbers.phone_shown": numbers.phone_shown,
    "language.numbers.area_of": numbers.area_of,
    "language.numbers.shortened": numbers.shortened,
    "language.search_keys.fold": search_keys.fold,
    "language.search_keys.segments": search_keys.segments,
    "language.search_keys.search_words": lambda text: search_keys.search_words(text, [text], [text]),
    "language.sorting.sort_key": sorting.sort_key,
    "language.sorting.name_sort_key": sorting.name_sort_key,
    "intake.bills.fields.field_of_title": bill_fields.field_of_title,
    "intake.bills.fields.is_known_title": bill_fields.is_known_title,
    "intake.directories.fields.field_of_title": directory_fields.field_of_title,
    "intake.directories.fields.is_known_title": directory_fields.is_known_title,
    "intake.directories.numbers.has_area_code": directory_numbers.has_area_code,
    "intake.directories.numbers.area_code": directory_numbers.area_code,
    "intake.long_distance.fields.field_of_title": log_fields.field_of_title,
    "intake.long_distance.fields.is_known_title": log_fields.is_known_title,
    "intake.past_cases.fields.field_of_title": case_fields.field_of_title,
    "intake.past_cases.fields.is_known_title": case_fields.is_known_title,
    "intake.past_cases.days.year_in": days.year_in,
    "intake.past_cases.days.month_of_line": days.month_of_line,
    "intake.past_cases.people.names_in": people.names_in,
    "intake.past_cases.people.hides_others": people.hides_others,
    "intake.past_cases.people.places_in": lambda text: people.places_in(text, 2),
    "intake.past_cases.people.parted": people.parted,
    "intake.past_cases.people.of_note": people.of_note,
    "intake.past_cases.sanctions.sanctions_of": lambda text: sanctions.sanctions_of(text, _SPELLINGS),
    "intake.past_cases.spellings.numbers_in": spellings.numbers_in,
    "intake.roster.cells.is_garbled": cells.is_garbled,
    "intake.roster.fields.plain_title": fields.plain_title,
    "intake.roster.fields.field_of_title": fields.field_of_title,
    "intake.roster.fields.is_second_name": fields.is_second_name,
    "intake.roster.fields.is_known_title": fields.is_known_title,
    "intake.roster.leaving.says_left": leaving.says_left,
    "intake.roster.leaving.says_moved": leaving.says_moved,
    "intake.roster.leaving.status_says_left": lambda text: leaving.status_says_left(text, text),
    "intake.roster.leaving.date_in": lambda text: leaving.date_in(text, TODAY),
    "intake.roster.lines.section_name": lines.section_name,
    "intake.roster.lines.is_branch_name": lines.is_branch_name,
    "intake.roster.lines.is_section_name": lines.is_section_name,
    "intake.roster.lines.is_no_name": lines.is_no_name,
    "kernel.dates.date_from_entry": lambda text: dates.date_from_entry(text, TODAY),
    "kernel.entered.checked_line": lambda text: entered.checked_line(text, "事由"),
    "kernel.entered.checked_text": lambda text: entered.checked_text(text, "事由"),
    "kernel.entered.is_whole": entered.is_whole,
    "kernel.json_text.parsed_json": json_text.parsed_json,
    "kernel.ledger_view.is_month": ledger_view.is_month,
    "kernel.ledger_view.bounds": ledger_view.bounds,
    "kernel.money.fen_from_text": money.fen_from_text,
    "kernel.pins.typed_code": pins.typed_code,
    "kernel.times.check_time": times.check_time,
    "documents.cell_text.safe_text": safe_text,
    "documents.cell_text.sheet_name": sheet_name,
    "documents.shapes.placeholders": shapes.placeholders,
    "mailserver.server.checked_host": checked_host,
    "mailserver.server.checked_address": checked_address,
    "monthly.month_named": month_named,
    "store.search.folded": folded,
    "store.search.terms_of": terms_of,
    "ui.dialogs.entered_text.entered_line": lambda text: entered_line(text, 200),
    "ui.dialogs.entered_text.entered_lines": lambda text: entered_lines(text, 200),
}
OF_ENTRY: Mapping[str, Parser] = {
    "language.numbers.text_of_entry": numbers.text_of_entry,
    "language.numbers.staff_number": numbers.staff_number,
    "language.numbers.mobile": numbers.mobile,
    "language.numbers.extension": numbers.extension,
    "language.numbers.landline": numbers.landline,
    "language.numbers.phone_number": lambda entry: numbers.phone_number(entry, "0571"),
    "language.numbers.email": numbers.email,
    "language.spelled_amounts.spelled_amount": spelled_amount,
    "language.spelled_dates.spelled_date": lambda entry: spelled_date(entry, TODAY),
    "intake.directories.numbers.numbers_in": lambda entry: directory_numbers.numbers_in(entry, "extension"),
    "intake.directories.rights.right_of": rights.right_of,
    "intake.directories.rights.quota_of": rights.quota_of,
    "intake.long_distance.lines.dialled": log_lines.dialled,
    "intake.past_cases.days.day_of": lambda entry: days.day_of(entry, _CALENDAR),
    "intake.past_cases.sums.amount_of": lambda entry: sums.amount_of(entry, _SPELLINGS),
    "kernel.entered.plain": lambda value: entered.plain(value, "事由"),
    "kernel.entered.plain_day": lambda value: entered.plain_day(value, "日期"),
    "kernel.entered.plain_whole": lambda value: entered.plain_whole(value, "次数"),
}
OF_TIME: Mapping[str, Parser] = {
    "language.spelled_times.spelled_time": spelled_time,
    "intake.long_distance.lines.minutes_of": log_lines.minutes_of,
    "intake.bills.cells.CellReader.instant": _CELLS.instant,
    "intake.bills.cells.CellReader.length": _CELLS.length,
    "intake.bills.cells.CellReader.fen": _CELLS.fen,
    "intake.bills.cells.CellReader.part": _CELLS.part,
    "intake.bills.cells.CellReader.number": _CELLS.number,
}
OF_TOML: Mapping[str, Parser] = {
    "kernel.toml_text.parsed_toml": toml_text.parsed_toml,
    "documents.form_spec.read_form": lambda text: read_form(text.encode("utf-8", "replace"), "x/form.toml"),
    "documents.form_text.form_text": form_text.form_text,
    "documents.form_compare.differences": lambda text: differences(text, text[: len(text) // 2]),
    "documents.toml_lines.places": toml_lines.places,
    "documents.toml_lines.headers": toml_lines.headers,
}
OF_BYTES: Mapping[str, Parser] = {
    "intake.text_reader.decoded": text_reader.decoded,
    "intake.colours.theme_colours": colours.theme_colours,
    "documents.form_checks.check_template": lambda raw: check_template(raw, "x/form.typ"),
    "kernel.json_text.parsed_json of bytes": json_text.parsed_json,
    "intake.guard.judge": of_file(judge, ".xlsx"),
}
OF_TABLE: Mapping[str, Parser] = {
    f"import {kind}": of_file(lambda path, door=door: door.bare(path, PLACE[0] / "staging"), ".csv")  # type: ignore[misc]
    for kind, door in DOORS.items()
}
OF_ZIP: Mapping[str, Parser] = {
    "documents.form_zip.read_forms": of_file(read_zip, ".zip"),
    "intake.zip_guard.check_package": of_file(judge, ".xlsx"),
}

FED: Mapping[str, tuple[Mapping[str, Parser], st.SearchStrategy[Any]]] = {
    "text": (OF_TEXT, texts),
    "entry": (OF_ENTRY, entries),
    "time": (OF_TIME, timed),
    "toml": (OF_TOML, tomls),
    "bytes": (OF_BYTES, raws),
    "table": (OF_TABLE, tables),
    "zip": (OF_ZIP, zips),
}
PARSERS: Mapping[str, tuple[Parser, st.SearchStrategy[Any]]] = {
    name: (parse, fed) for parsers, fed in FED.values() for name, parse in parsers.items()
}

ON_PURPOSE: Mapping[str, type[Exception] | tuple[type[Exception], ...]] = {
    "kernel.json_text.parsed_json": ValueError,
    "kernel.json_text.parsed_json of bytes": ValueError,
    "kernel.toml_text.parsed_toml": (ValueError, RecursionError),
    "documents.form_text.form_text": (ValueError, RecursionError, AttributeError, TypeError),
}
"""What a parser may raise besides DeskError, because its docstring says so and its callers catch it."""

NOT_FED: Mapping[str, str] = {
    "language.names.is_han": "one character, of a text that was parsed",
    "language.names.syllable": "one ideograph, of a name that was parsed",
    "intake.bills.notes.take_totals": "fed by import bill",
    "intake.colours.colour_name": "fed by theme_colours and import roster",
    "intake.colours.tinted": "fed by import roster",
    "intake.past_cases.states.standing_of": "fed by import penalties",
    "intake.past_cases.totals.check_totals": "fed by import penalties",
    "intake.long_distance.lines.end_after": "a time of day that spelled_time made",
}
"""What stands in the walked rooms and is fed by others."""

"""What leaves as a file (SAFETY 4.9): opened again and compared; no text a formula; every character there is."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from desk_mailadmin.cli.output import say_json
from desk_mailadmin.documents.book import Footer, Saved
from desk_mailadmin.documents.contacts import Contact, ldif, save_contacts, vcards
from desk_mailadmin.documents.ledger import write_ledger
from desk_mailadmin.documents.workbook import LONG, export_table, table_book
from desk_mailadmin.intake.faulty_rows import write_faulty_rows
from desk_mailadmin.kernel.errors import UserError
from tests.documents.tables import SPEC, Line, lines
from tests.faults.scale import times
from tests.hostile.doors import DOORS
from tests.hostile.words import ASKED

WHEN = datetime(2026, 11, 21, 16, 2, tzinfo=UTC)
EVERYTHING = "".join(map(chr, range(sys.maxunicode + 1)))
STEP = 1_000
FORMULAS = (
    "=1+1",
    "+86",
    "-x",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "=",
)
NASTY = [word[:2_000] for word in ASKED] + list(FORMULAS)


def short(path: Path, rows: Sequence[Line]) -> Saved:
    return export_table(path, title="申请", company="公司", spec=SPEC, rows=rows, when=WHEN)


def long(path: Path, rows: Sequence[Line]) -> Saved:
    """The same rows, and so many more that they go through the streaming writer."""
    return export_table(path, title="申请", company="公司", spec=SPEC, rows=[*rows, *lines(LONG)], when=WHEN)


def ledger(path: Path, rows: Sequence[Line]) -> Saved:
    sheet = table_book(title="申请", company="公司", spec=SPEC, rows=rows, when=WHEN)
    return write_ledger(path, (sheet, replace(sheet, name="申请")), {"表": "申请"}, footer=Footer(date(2026, 11, 21)))


WRITERS: dict[str, Callable[[Path, Sequence[Line]], Saved]] = {"short": short, "long": long, "ledger": ledger}
by_every_writer = pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)


def named(texts: Sequence[str], fee: int = 137) -> list[Line]:
    return [Line(at, f"YJ-{at}", text, text, fee) for at, text in enumerate(texts, 1)]


def column_of(path: Path, title: str, count: int) -> list[Any]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    (head,) = [number for number, row in enumerate(rows) if "编号" in row and "姓名" in row]
    return [row[rows[head].index(title)] for row in rows[head + 1 : head + 1 + count]]


def plain(text: str) -> str:
    """What must stand in the cell for a text: � for what no workbook holds, plain line ends."""
    made = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if _breaks(char) else char for char in made)


def _breaks(char: str) -> bool:
    code = ord(char)
    return (code < 32 and char not in "\t\n") or code == 127 or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)


@by_every_writer
def test_no_text_becomes_a_formula_and_all_stand_there_as_written(write: Any, tmp_path: Path):
    saved = write(tmp_path / "表.xlsx", named(NASTY))
    read = column_of(saved.path, "姓名", len(NASTY))
    assert [str(cell).strip() for cell in read] == [plain(text).strip() for text in NASTY]
    book = load_workbook(saved.path)
    (head,) = [row[0].row for row in book.worksheets[0].iter_rows(max_row=20) if "编号" in [cell.value for cell in row]]
    body = book.worksheets[0].iter_rows(min_row=head + 1, max_row=head + len(NASTY))
    assert [cell.coordinate for row in body for cell in row if cell.data_type == "f"] == []


@by_every_writer
def test_every_character_there_is_can_leave_and_be_read_again(write: Any, tmp_path: Path):
    step = STEP * times(8, 1)
    texts = [EVERYTHING[at : at + step] for at in range(0, len(EVERYTHING), step)]
    assert sum(map(len, texts)) == 1_114_112
    saved = write(tmp_path / "表.xlsx", [Line(at, f"YJ-{at}", text, "部门", 137) for at, text in enumerate(texts, 1)])
    assert column_of(saved.path, "编号", len(texts)) == [f"YJ-{at}" for at in range(1, len(texts) + 1)]
    read = column_of(saved.path, "姓名", len(texts))
    odd = [at for at, (cell, text) in enumerate(zip(read, texts, strict=True)) if cell.strip() != plain(text).strip()]
    assert odd == []
    assert saved.replaced > 2_000


@by_every_writer
def test_a_text_longer_than_a_cell_is_refused_and_the_old_file_stays(write: Any, tmp_path: Path):
    old = write(tmp_path / "表.xlsx", named(["张三"])).path
    before = old.read_bytes()
    for text in ("字" * 32_768, "😀" * 16_384):
        with pytest.raises(UserError, match="一格最多 32767 个，不能导出"):
            write(tmp_path / "表.xlsx", named([text]))
    assert old.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["表.xlsx"]


@by_every_writer
def test_counts_and_sums_are_those_of_the_rows(write: Any, tmp_path: Path):
    rows = named([f"人{at}" for at in range(40)], fee=12_345)
    saved = write(tmp_path / "表.xlsx", rows)
    money = column_of(saved.path, "金额", len(rows))
    assert [round(cell * 100) for cell in money] == [12_345] * 40
    assert saved.rows in (len(rows), len(rows) + LONG, 2 * len(rows))


@pytest.mark.parametrize("title", ["", "一/二:三*四?五[六]", "字" * 40, "History", "'", "\ud800", "=1+1", "a\0b"])
@by_every_writer
def test_any_title_becomes_a_sheets_name(write: Any, title: str, tmp_path: Path):
    del write
    saved = export_table(
        tmp_path / "表.xlsx", title=title, company=title, spec=SPEC, rows=lines(3), when=WHEN, by=title
    )
    (name,) = [one.name for one in CalamineWorkbook.from_path(saved.path).sheets_metadata if one.name != "_口径"][:1]
    assert 1 <= len(name) <= 31


def test_rows_with_faults_leave_as_text_whatever_they_hold(tmp_path: Path):
    file = tmp_path / "名册.csv"
    cells = ["".join(char for char in text if char not in '\n\r"')[:300] for text in NASTY]
    file.write_text("工号,姓名\n" + "\n".join(f'X{at},"{text}"' for at, text in enumerate(cells)), "utf-8", "replace")
    reading = DOORS["roster"].bare(file, tmp_path / "s")
    count = write_faulty_rows(reading, tmp_path / "问题.xlsx")
    sheet = load_workbook(tmp_path / "问题.xlsx").worksheets[0]
    assert sheet.max_row == count + 1 > 100
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_contacts_leave_as_standards_want_them_whatever_people_are_called(tmp_path: Path):
    texts = [*NASTY, *(EVERYTHING[at : at + STEP] for at in range(0, len(EVERYTHING), STEP * times(20, 1)))]
    people = [
        Contact(f"A{at}", text, text, text, text, (text,), text, remark=text, room=text)
        for at, text in enumerate(texts)
    ]
    cards = save_contacts(tmp_path / "a.vcf", vcards(people)).read_bytes()
    assert cards.count(b"BEGIN:VCARD\r\n") == cards.count(b"END:VCARD\r\n") == len(people)
    assert all(len(line) <= 75 for line in cards.split(b"\r\n"))
    unfolded = cards.decode().replace("\r\n ", "")
    heads = {line.partition(":")[0].partition(";")[0].partition(".")[0] for line in unfolded.split("\r\n") if line}
    assert heads <= {"BEGIN", "END", "VERSION", "UID", "FN", "N", "ORG", "TITLE", "NOTE"}
    entries = ldif(people, "o=x").decode()
    assert entries.count("\nobjectClass: top\n") == len(people)
    keys = {line.partition(":")[0] for line in entries.replace("\n ", "").split("\n") if line}
    assert keys <= {
        "version",
        "dn",
        "objectClass",
        "uid",
        "cn",
        "sn",
        "givenName",
        "o",
        "ou",
        "title",
        "roomNumber",
        "description",
    }


def test_json_for_scripts_is_json_whatever_it_holds(capsys: pytest.CaptureFixture[str]):
    rows = [{"name": text.encode("utf-8", "replace").decode()} for text in NASTY]
    say_json({"rows": rows})
    assert json.loads(capsys.readouterr().out) == {"rows": rows}


def test_no_part_writes_csv():
    """SAFETY 4.9 wants a ' before what looks like a formula in CSV: the program writes none but the sample's bills."""
    import desk_mailadmin

    files = Path(desk_mailadmin.__path__[0]).rglob("*.py")
    assert [file.name for file in files if "csv.writer" in file.read_text("utf-8")] == ["calls_story.py"]

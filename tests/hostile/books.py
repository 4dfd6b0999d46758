"""Wicked workbooks, made when a test wants them: SAFETY 4.1, one function each, numbered as there."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.intake.workbooks import PEOPLE, text_cell, workbook

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_MEGABYTE = b"A" * 2**20
_SHARED = f'<?xml version="1.0"?>{{dtd}}<sst {MAIN} count="1" uniqueCount="1">{{texts}}</sst>'
_LINK_OF_TEXTS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
    'Target="sharedStrings.xml"/></Relationships>'
)
_SHARED_PLACE = "xl/sharedStrings.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_TEXTS = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
_HEAD = f'<row r="1">{text_cell("A1", "工号")}{text_cell("B1", "姓名")}{text_cell("C1", "手机")}</row>'
Make = Callable[[Path], object]


def shared(texts: str, dtd: str = "", rows: str = _TEXTS) -> Make:
    parts = {_RELATIONS: _LINK_OF_TEXTS, _SHARED_PLACE: _SHARED.format(dtd=dtd, texts=texts)}
    return lambda path: workbook(path, rows, **parts)


def rows(text: str, after: str = "") -> Make:
    return lambda path: workbook(path, text, after=after)


def people(*lines: tuple[str, ...]) -> Make:
    """A roster with these texts below a good header."""
    made = [
        f'<row r="{at}">{"".join(text_cell(f"{chr(65 + place)}{at}", text) for place, text in enumerate(line))}</row>'
        for at, line in enumerate(lines, start=2)
    ]
    return rows(_HEAD + "".join(made))


def swollen(path: Path, part: str, head: str, block: bytes, times: int, tail: str) -> None:
    """A part that is packed small and unpacks to ``times`` blocks, written without ever holding it."""
    workbook(path, _TEXTS, **{_RELATIONS: _LINK_OF_TEXTS})
    with zipfile.ZipFile(path) as package:
        kept = {name: package.read(name) for name in package.namelist() if name != part}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, raw in kept.items():
            package.writestr(name, raw)
        with package.open(part, "w", force_zip64=True) as file:
            file.write(head.encode())
            for _ in range(times):
                file.write(block)
            file.write(tail.encode())


def bomb_of_text(path: Path) -> None:
    swollen(path, _SHARED_PLACE, f"<sst {MAIN}><si><t>", _MEGABYTE, 150, "</t></si></sst>")


def bomb_of_rows(path: Path) -> None:
    line = b'<row><c t="n"><v>1</v></c><c t="n"><v>1</v></c></row>' * 20_000
    swollen(path, "xl/worksheets/sheet1.xml", f"<worksheet {MAIN}><sheetData>", line, 120, "</sheetData></worksheet>")


def many_small_bombs(path: Path) -> None:
    workbook(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for at in range(160):
            package.writestr(f"xl/media/{at}.xml", b"<a>" + b" " * 1_000_000 + b"</a>")


def claimed(text: str) -> Make:
    return lambda path: workbook(
        path,
        PEOPLE,
        **{"xl/worksheets/sheet1.xml": f"<worksheet {MAIN}>{text}<sheetData>{PEOPLE}</sheetData></worksheet>"},
    )


def sheetless(sheets: str) -> Make:
    book = f'<workbook {MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    return lambda path: workbook(path, **{"xl/workbook.xml": f"{book}<sheets>{sheets}</sheets></workbook>"})


def bare(content: bytes) -> Make:
    return lambda path: path.write_bytes(content)


def truncated(path: Path) -> None:
    workbook(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def encrypted(path: Path) -> None:
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + os.urandom(4096) + "EncryptedPackage".encode("utf-16-le"))


def dates_1904(path: Path) -> None:
    """Serial numbers that are no days, in the 1904 system."""
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.append(["工号", "姓名", "入职日期"])
    for at, serial in enumerate((-5, 3e7, 0, 60, 1e300), start=2):
        sheet.append([f"X{at}", "张三", serial])
        sheet.cell(at, 3).number_format = "yyyy-mm-dd"
    book.save(path)


def too_many_rows(path: Path) -> None:
    """The 20,001st row past the header."""
    line = "".join(
        f'<row r="{at}">{text_cell(f"A{at}", f"X{at}")}{text_cell(f"B{at}", "张三")}</row>' for at in range(2, 20_004)
    )
    workbook(path, _HEAD + line)


_LAUGHS = '<!DOCTYPE sst [<!ENTITY a "0123456789">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
) + "]>"  # fmt: skip

BOOKS: Mapping[str, Make] = {
    "01_bomb_of_text": bomb_of_text,
    "01_many_small_bombs": many_small_bombs,
    "02_bomb_of_rows": bomb_of_rows,
    "03_claims_the_whole_sheet": claimed('<dimension ref="A1:XFD1048576"/>'),
    "03_columns_claimed_3000_times": claimed("<cols>" + '<col min="1" max="16384" width="9"/>' * 3000 + "</cols>"),
    "04_a_cell_at_the_end": rows(PEOPLE + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
    "05_all_merged": rows(PEOPLE, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    "06_laughs": shared("<si><t>&j;</t></si>", _LAUGHS),
    "07_quadratic": shared(f"<si><t>{'&a;' * 20_000}</t></si>", f'<!DOCTYPE sst [<!ENTITY a "{"x" * 100_000}">]>'),
    "08_other_file": shared("<si><t>&x;</t></si>", '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "09_parameter_entity": shared(
        "<si><t>z</t></si>", '<!DOCTYPE sst [<!ENTITY % d SYSTEM "http://127.0.0.1:9/x.dtd"> %d;]>'
    ),
    "10_nested": rows(PEOPLE + "<row>" * 100_000 + "</row>" * 100_000),
    "11_one_row_of_300000": rows(f'{PEOPLE}<row r="3">{"".join(f"<c><v>{at * 7919 % 1_000_003}</v></c>" for at in range(300_000))}</row>'),
    "12_sheet_elsewhere": lambda path: workbook(path, target="../../../../../../etc/passwd"),
    "13_numbers_that_are_none": rows(
        f'{_HEAD}<row r="2"><c r="A2"><v>NaN</v></c><c r="B2"><v>1e999</v></c><c r="C2"><v>{"9" * 30}</v></c>'
        '<c r="D2" t="b"><v>7</v></c><c r="E2" t="e"><v>#N/A</v></c></row>'
    ),
    "14_cells_nowhere": rows(f'{PEOPLE}<row r="0"><c r="A0"><v>1</v></c></row><row r="-5"><c r="ZZZZ9"><v>1</v></c></row>'),
    "15_a_text_that_is_not_there": shared("<si><t>a</t></si>", rows='<row r="1"><c r="A1" t="s"><v>999999</v></c></row>'),
    "16_no_sheets": sheetless(""),
    "16_hidden_only": sheetless('<sheet name="表" sheetId="1" state="veryHidden" r:id="rId1"/>'),
    "17_empty": bare(b""),
    "17_a_word": bare(b"hello"),
    "17_web_page": bare(b"<html><table><tr><td>1</td></tr></table></html>"),
    "17_encrypted": encrypted,
    "17_truncated": truncated,
    "17_head_only": bare(b"PK\x03\x04"),
    "18_formula_without_result": rows(f'{_HEAD}<row r="2">{text_cell("A2", "X1")}<c r="B2"><f>A1&amp;"三"</f></c></row>'),
    "19_days_of_1904": dates_1904,
    "20_telephones": people(
        ("X1", "张三", "13800000000.0"), ("X2", "李四", "1.38E+10"), ("X3", "王五", "１３８００００００００"),
        ("X4", "赵六", "+86 138 0000 0000"), ("X5", "钱七", "转8012"),
    ),
    "21_headers_twice": rows(_HEAD + _HEAD.replace('r="1"', 'r="2"').replace("A1", "A2").replace("B1", "B2").replace("C1", "C2")),
    "21_header_with_odd_spaces": rows(
        f'<row r="3">{text_cell("A3", "工&#10;号")}{text_cell("B3", "姓&#160;名")}{text_cell("C3", "手&#8203;机")}</row>'
        f'<row r="4">{text_cell("A4", "X1")}{text_cell("B4", "张三")}</row>'
    ),
    "22_the_same_number_twice": people(("X1", "张三"), ("X1", "李四"), ("X1", "张三")),
    "23_variants_of_one_name": people(("X1", "吕䶮"), ("X2", "呂䶮"), ("X3", "⼄方"), ("X4", "e\u0301clair")),
    "24_long_and_invisible": people(("X1", "张" * 40_000), ("X2", "李\u202e四"), ("X3", "王_xFFFF_五"), ("X4", "a_x0000_b")),
    "25_formulas_as_text": people(("X1", '=HYPERLINK("http://x")'), ("X2", "=cmd|' /C calc'!A0"), ("X3", "@SUM(1)")),
    "26_too_many_rows": too_many_rows,
    "29_garbled": people(("X1", "??蛻粜"), ("X2", "(fā)"), ("X3", "\ufffd\ufffd"), ("X4", "鍙风爜")),
}  # fmt: skip
"""27 (changed between preview and import) and 28 (our own export) are no files: they stand in the catalogue."""

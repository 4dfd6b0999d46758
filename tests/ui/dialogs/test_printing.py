from __future__ import annotations

import os
import stat

import pytest
import typst
from PySide6.QtPrintSupport import QPrinter

from desk_mailadmin.documents.pages import Pages, shifted
from desk_mailadmin.kernel.errors import EnvironmentFault
from desk_mailadmin.ui.dialogs.printing import PrinterGone, PrintOrder, available_printers, print_pdf, save_pdf

FAKE_LP = """#!/bin/sh
echo "$@" > "{log}"
cat > "{paper}"
{end}
"""


@pytest.fixture(scope="module")
def sheet() -> bytes:
    pages = b'#set page(paper: "a4")\n= first\n#pagebreak()\n#set page(flipped: true)\n= second'
    return typst.compile(pages)


@pytest.fixture
def spooler(tmp_path, monkeypatch):
    """A fake lp on the PATH that keeps what it was given and ends as told."""

    def install(end: str = "exit 0") -> dict:
        log, paper = tmp_path / "arguments", tmp_path / "paper.pdf"
        program = tmp_path / "bin" / "lp"
        program.parent.mkdir()
        program.write_text(FAKE_LP.format(log=log, paper=paper, end=end))
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
        return {"arguments": log, "paper": paper}

    return install


def order(pdf: bytes, **more) -> PrintOrder:
    return PrintOrder(pdf, "开户申请表 YJ-2026-0141", "office", **more)


def test_cups_gets_the_pdf_itself(spooler, sheet):
    got = spooler()
    print_pdf(order(sheet, sets=2))
    assert got["paper"].read_bytes() == sheet
    assert got["arguments"].read_text().strip() == ("-d office -n 2 -t 开户申请表 YJ-2026-0141 -o print-scaling=none -")


def test_a_moved_sheet_keeps_its_size_and_its_text_moves(spooler, sheet):
    got = spooler()
    print_pdf(order(sheet, shift_right=10, shift_down=5))
    with Pages(sheet) as before, Pages(got["paper"].read_bytes()) as after:
        assert after.size(0) == pytest.approx(before.size(0), abs=0.1)
        assert after.size(1) == pytest.approx(before.size(1), abs=0.1)
        image, moved = before.image(0, dpi=72, grey=True), after.image(0, dpi=72, grey=True)
    assert ink(moved)[0] - ink(image)[0] == pytest.approx(10 / 25.4 * 72, abs=1.5)
    assert ink(moved)[1] - ink(image)[1] == pytest.approx(5 / 25.4 * 72, abs=1.5)


def ink(image) -> tuple[int, int]:
    """The left and the upper edge of what is dark on a grey page."""
    rows = [image.pixels[n * image.stride : n * image.stride + image.width] for n in range(image.height)]
    dark = [(x, y) for y, row in enumerate(rows) for x, value in enumerate(row) if value < 128]
    return min(x for x, _ in dark), min(y for _, y in dark)


def test_a_sheet_that_is_not_moved_stays_byte_for_byte(sheet):
    assert shifted(sheet, 0, 0) is sheet


def test_a_refusing_printer_is_a_fault_that_names_the_sheet_and_says_what_to_do(spooler, sheet):
    spooler('echo "lp: no such printer" >&2; exit 1')
    with pytest.raises(EnvironmentFault) as fault:
        print_pdf(order(sheet))
    assert "开户申请表 YJ-2026-0141" in str(fault.value)
    assert "no such printer" in str(fault.value)
    assert "未打印" in fault.value.remedy


@pytest.mark.parametrize(("known", "kind"), [("office", EnvironmentFault), ("hall", PrinterGone)])
def test_a_printer_that_is_no_longer_there_is_told_from_one_that_refuses(
    spooler, sheet, tmp_path, monkeypatch, known, kind
):
    spooler('echo "lp: nothing doing" >&2; exit 1')
    lister = tmp_path / "bin" / "lpstat"
    lister.write_text(f"#!/bin/sh\necho {known}\n")
    lister.chmod(0o755)
    with pytest.raises(EnvironmentFault) as fault:
        print_pdf(order(sheet))
    assert type(fault.value) is kind


def test_pages_go_to_another_printer_as_images_of_the_right_size(qapp, sheet, tmp_path):
    target = tmp_path / "raster.pdf"

    def to_file() -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    print_pdf(order(sheet, sets=2), to_file)
    with Pages(target.read_bytes()) as printed, Pages(sheet) as meant:
        assert printed.count == 4
        assert printed.size(0) == pytest.approx(meant.size(0), abs=2)
        assert printed.size(1) == pytest.approx(meant.size(1), abs=2)
        assert ink(printed.image(0, dpi=72, grey=True)) == pytest.approx(ink(meant.image(0, dpi=72, grey=True)), abs=2)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_begin_is_a_fault(qapp, sheet, tmp_path):
    def nowhere() -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "no such folder" / "x.pdf"))
        return printer

    with pytest.raises(EnvironmentFault, match="没有打印"):
        print_pdf(order(sheet), nowhere)


def test_no_printer_at_all_is_a_fault(qapp, sheet, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentFault, match="没有可用的打印机"):
        print_pdf(PrintOrder(sheet, "表", ""))


def test_for_a_paper_that_may_be_no_file_none_is_advised(qapp, sheet, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    for can_save in (True, False):
        with pytest.raises(EnvironmentFault) as fault:
            print_pdf(PrintOrder(sheet, "密码单", "", can_save=can_save))
        assert ("PDF" in fault.value.remedy) is can_save


def test_printers_known_to_cups_are_offered(qapp, tmp_path, monkeypatch):
    lister = tmp_path / "lpstat"
    lister.write_text("#!/bin/sh\necho office\necho hall\n")
    lister.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert [printer.name for printer in available_printers()] == ["office", "hall"]


def test_saving_replaces_the_file_whole(tmp_path, sheet):
    target = tmp_path / "表.pdf"
    target.write_bytes(b"old")
    save_pdf(sheet, target)
    assert target.read_bytes() == sheet
    assert [path.name for path in tmp_path.iterdir()] == ["表.pdf"]


def test_a_file_that_cannot_be_written_is_a_fault_with_a_remedy(tmp_path, sheet):
    with pytest.raises(EnvironmentFault) as fault:
        save_pdf(sheet, tmp_path / "missing" / "表.pdf")
    assert "没有存下 表.pdf" in str(fault.value)
    assert "换一个文件夹" in fault.value.remedy


def test_a_printing_system_that_cannot_be_started_is_a_fault(qapp, sheet, tmp_path, monkeypatch):
    program = tmp_path / "lp"
    program.write_bytes(b"\x00\x01 no program")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentFault, match="没有打印"):
        print_pdf(order(sheet))


def test_no_cups_and_no_printer_offers_none(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert available_printers() == ()

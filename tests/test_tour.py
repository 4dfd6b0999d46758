"""The tour makes what it names: sheets with text, a workbook, pictures that show something."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desk_mailadmin.catalogue import ALL_REGISTERS, TABS
from desk_mailadmin.documents.form_spec import read_form
from desk_mailadmin.documents.pages import text_of_pdf
from desk_mailadmin.documents.scans import digits_in_pdf
from desk_mailadmin.kernel.paths import asset_dir
from desk_mailadmin.tour import SIZES, make_tour

SHEETS = (
    "电子邮件开户申请表",
    "电子邮件开户申请表（空白）",
    "电子邮件开户回执",
    "电子邮件开户回执（空白）",
    "初始密码单",
    "违规处理通知单",
    "违规处理通知单（空白）",
    "工资扣款清单",
    "收款收据",
    "冲销单",
    "停机（保号）通知单",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> list[Path]:
    del qapp
    return list(make_tour(tmp_path_factory.mktemp("tour")))


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication, tmp_path: Path) -> Any:
    """Leave the application dressed as other tests expect it."""
    yield
    from desk_mailadmin.ui.theme import Scheme, Theme

    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    settings.setValue("look/scheme", Scheme.LIGHT.value)
    Theme(qapp, settings).deleteLater()


def named(made: list[Path], suffix: str) -> dict[str, Path]:
    return {path.name: path for path in made if path.suffix == suffix}


def test_every_file_is_named_and_there(made: list[Path]):
    assert all(path.is_file() and path.stat().st_size > 1000 for path in made)
    assert len({path.name for path in made}) == len(made)
    sheets = {f"{title}.pdf" for title in SHEETS} | {f"列表_{register.title}.pdf" for register in ALL_REGISTERS}
    assert sheets <= set(named(made, ".pdf"))
    keys = ["today", *(tab.key for tab in TABS)]
    pictures = {
        f"{place:02d}_{key}_{width}x{height}_{scheme}.png"
        for (place, key), (width, height), scheme in product(enumerate(keys), SIZES, ("light", "dark"))
    }
    assert set(named(made, ".png")) == pictures
    assert len(named(made, ".xlsx")) == 1


def test_every_kind_of_application_has_its_sheet_filled_in_or_blank(made: list[Path], kind_titles: set[str]):
    names = set(named(made, ".pdf"))
    for title in kind_titles:
        assert {f"{title}.pdf", f"{title}（空白）.pdf"} & names, title


@pytest.fixture
def kind_titles() -> set[str]:
    """The titles of all shipped forms that declare an application."""
    specs = [read_form(path.read_bytes(), path.parent.name) for path in asset_dir("forms").glob("*/form.toml")]
    return {spec.title for spec in specs if spec.application}


def test_the_sheets_can_be_searched_and_scanned(made: list[Path]):
    pdfs = named(made, ".pdf")
    for name, path in pdfs.items():
        assert "澄湖纸品股份有限公司" in text_of_pdf(path.read_bytes()), name
    assert len(set(digits_in_pdf(pdfs["电子邮件开户申请表.pdf"].read_bytes()))) == 1
    assert len(set(digits_in_pdf(pdfs["电子邮件开户回执.pdf"].read_bytes()))) == 1
    assert digits_in_pdf(pdfs["电子邮件开户申请表（空白）.pdf"].read_bytes()) == ()
    listed = text_of_pdf(pdfs["列表_申请.pdf"].read_bytes())
    assert "YJ-2026-0018" in listed
    assert "CH0083" not in listed, "a list is printed with the columns that are shown at first"


def test_the_workbook_holds_the_month_before(made: list[Path]):
    (path,) = named(made, ".xlsx").values()
    assert path.name == "澄湖纸品股份有限公司_办公台账_2026-11.xlsx"
    cells = [str(c.value) for sheet in openpyxl.load_workbook(path) for line in sheet.iter_rows() for c in line]
    assert sum(cell.startswith("YJ-2026-") for cell in cells) > 3


def test_the_pictures_show_something_in_their_size_and_tone(made: list[Path]):
    for name, path in named(made, ".png").items():
        picture = QImage(str(path))
        assert f"{picture.width()}x{picture.height()}" in name
        places = [(x, y) for x in range(10, picture.width(), 25) for y in range(10, picture.height(), 25)]
        tones = [picture.pixelColor(x, y).lightness() for x, y in places]
        assert len(set(tones)) > 8, name
        assert (sorted(tones)[len(tones) // 2] < 128) is name.endswith("dark.png"), name

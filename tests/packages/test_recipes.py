"""What the packages say fits what the program is."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
from pathlib import Path

import pytest
from defusedxml import ElementTree

from desk_mailadmin.app.main import DESKTOP_FILE
from desk_mailadmin.app.nightly import AT, NAME, TASK
from desk_mailadmin.cli.main import DESK_SUFFIX, _opened_file, _opens_window
from desk_mailadmin.cli.parser import make_parser
from desk_mailadmin.kernel.changes import Changes
from desk_mailadmin.kernel.clock import SystemClock
from desk_mailadmin.store.desk import create_desk
from installer.licences import main, parts, windows_needs, write_licences, write_pythons, write_systems
from tests.store.notes import STEPS

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "installer/linux"


def test_a_desk_is_known_by_its_first_bytes(tmp_path):
    create_desk(tmp_path / "desk", clock=SystemClock(), changes=Changes(), steps=STEPS).close()
    head = (tmp_path / "desk/desk.maildesk").read_bytes()[:100]
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ElementTree.parse(LINUX / "desk-mailadmin.xml").getroot().find("m:mime-type", space)
    assert kind is not None
    for match in kind.iter(f"{{{space['m']}}}match"):
        start, value = int(match.attrib["offset"]), match.attrib["value"].encode()
        assert head[start : start + len(value)] == value
    glob = kind.find("m:glob", space)
    assert glob is not None
    assert glob.attrib["pattern"] == f"*{DESK_SUFFIX}"


def test_the_desktop_entry_names_the_program_in_three_languages():
    said = desktop_entry()
    assert {"Name", "Name[zh_CN]", "Name[zh_TW]"} <= set(said)
    assert said["Exec"].endswith(" %f")
    assert said["Icon"] == DESKTOP_FILE
    assert said["MimeType"] == "application/x-maildesk;"


def desktop_entry() -> configparser.SectionProxy:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(LINUX / f"{DESKTOP_FILE}.desktop", encoding="utf-8")
    return entry["Desktop Entry"]


def test_the_desktop_entry_is_one_that_debian_12_knows():
    """desktop-file-validate of Debian 12 knows versions up to 1.4."""
    assert desktop_entry()["Version"] in ("1.0", "1.1", "1.2", "1.3", "1.4")
    assert desktop_entry()["TryExec"] == shlex.split(desktop_entry()["Exec"])[0]


def test_the_packaged_service_passes_in_silence_where_the_program_is_gone():
    service = (LINUX / f"{NAME}.service").read_text()
    program = re.search(r"^ExecStart=(\S+)", service, re.MULTILINE)
    assert program is not None
    assert f"ConditionFileIsExecutable={program[1]}\n" in service


@pytest.mark.parametrize("opened", [[], ["/d/总部.maildesk"]], ids=["from the menu", "by a double click"])
def test_what_the_desktop_starts_is_the_window_on_the_desk_that_was_clicked(opened: list[str]):
    _program, *words = shlex.split(desktop_entry()["Exec"])
    typed = [word for said in words for word in (opened if said == "%f" else [said])]
    args = make_parser(commands=not _opens_window(_opened_file(typed))).parse_args(_opened_file(typed))
    assert getattr(args, "command", None) is None
    assert args.desk == (Path(opened[0]) if opened else None)


def test_the_packaged_timer_is_the_one_the_window_knows():
    timer = (LINUX / f"{NAME}.timer").read_text()
    assert f"OnCalendar=*-*-* {AT}:00" in timer
    assert "desk-mailadmin-cli nightly" in (LINUX / f"{NAME}.service").read_text()
    assert f'/TN "{TASK}"' in (ROOT / "installer/windows/desk_mailadmin.nsi").read_text(encoding="utf-8")


def test_every_file_the_recipe_names_is_there():
    recipe = (LINUX / "nfpm.yaml.in").read_text(encoding="utf-8")
    for place in re.findall(r"(?:src|postinstall|postremove): ((?:installer|docs)/\S+|CHANGELOG\.md)", recipe):
        assert (ROOT / place).exists(), place


def test_every_sentence_of_the_setup_is_in_all_three_languages():
    script = (ROOT / "installer/windows/desk_mailadmin.nsi").read_text(encoding="utf-8")
    said = re.findall(r"LangString (\w+) \$\{LANG_(\w+)\}", script)
    names = {name for name, _language in said}
    assert names
    for name in names:
        assert {language for known, language in said if known == name} == {"SIMPCHINESE", "TRADCHINESE", "ENGLISH"}


def test_each_part_gives_its_licence(tmp_path):
    shipped = parts()
    assert {"peewee", "openpyxl", "typst", "pyside6_essentials", "sqlcipher3", "msgspec"} <= set(shipped)
    assert write_licences(tmp_path, shipped) == []
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / "pyside6_essentials/LGPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (tmp_path / "shiboken6/1-GPL-3.0.txt").read_text("utf-8")
    assert any("pdfium" in text.name for text in (tmp_path / "pypdfium2").iterdir())
    assert "Lirian Su" in (tmp_path / "chinesecalendar/chinesecalendar-MIT.txt").read_text("utf-8")


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="only Debian says whose a library is")
def test_debian_gives_the_licences_of_its_libraries(tmp_path):
    for name in ("libz.so.1", "libQt6Core.so.6", "libnobodys.so.9"):
        (tmp_path / name).touch()
    assert write_systems(tmp_path / "texts", tmp_path) == 1
    assert [text.name for text in (tmp_path / "texts/debian").iterdir()] == ["zlib1g.txt"]
    assert write_systems(tmp_path / "texts", tmp_path / "texts") == 0


def test_python_gives_its_licence(tmp_path):
    assert write_pythons(tmp_path)
    assert "PYTHON SOFTWARE FOUNDATION" in (tmp_path / "python/LICENSE.txt").read_text("utf-8").upper()


def test_a_tree_of_wheels_gives_the_licence_of_everything_in_it(tmp_path):
    lying = tmp_path / "site" / "thing-1.0.dist-info"
    (lying / "licenses").mkdir(parents=True)
    (lying / "METADATA").write_text("Metadata-Version: 2.1\nName: Thing\nVersion: 1.0\n", encoding="utf-8")
    (lying / "licenses" / "BSD.txt").write_text("terms", encoding="utf-8")
    (lying / "RECORD").write_text(
        "thing-1.0.dist-info/METADATA,,\nthing-1.0.dist-info/licenses/BSD.txt,,\n", encoding="utf-8"
    )
    assert main([str(tmp_path / "texts"), "--wheels", str(tmp_path / "site")]) == 0
    assert (tmp_path / "texts/thing/BSD.txt").read_text(encoding="utf-8") == "terms"


def test_what_has_no_licence_is_not_shipped(tmp_path, capsys):
    lying = tmp_path / "site" / "mute-1.0.dist-info"
    lying.mkdir(parents=True)
    (lying / "METADATA").write_text("Metadata-Version: 2.1\nName: Mute\nVersion: 1.0\n", encoding="utf-8")
    (lying / "RECORD").write_text("mute-1.0.dist-info/METADATA,,\n", encoding="utf-8")
    assert main([str(tmp_path / "texts"), "--wheels", str(tmp_path / "site")]) == 1
    assert "mute" in capsys.readouterr().err


def test_what_windows_needs_is_what_the_program_needs():
    needs = windows_needs()
    assert any(need.startswith("peewee") for need in needs)
    assert not any("pytest" in need or "pyinstaller" in need for need in needs)

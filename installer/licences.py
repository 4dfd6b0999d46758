"""Put the licence texts of every part the packed program ships into one folder.

python -m installer.licences FOLDER --libraries PLACE
    the parts the program needs in this Python, Python itself, and the system's libraries PyInstaller put into PLACE
python -m installer.licences FOLDER --wheels PLACE
    all parts that lie in a tree of wheels (that of Windows)
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement

_WORDS = ("licen", "copying", "notice", "authors")
_TEXTS = Path(__file__).with_name("licence_texts")
_LENT = {
    "pyside6_essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "chinesecalendar": ("chinesecalendar-MIT.txt",),
}
"""Parts whose distribution carries no text: it is kept beside this file (the LGPL is said in terms of the GPL)."""


def parts(name: str = "desk_mailadmin") -> dict[str, Distribution]:
    """Return every distribution the packed program ships, itself and encryption included, by its name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        part = distribution(waiting.pop())
        key = part.metadata["Name"].lower()
        if key in found:
            continue
        found[key] = part
        extra = "encrypt" if key == name else ""
        for text in part.requires or ():
            need = Requirement(text)
            if need.marker is None or need.marker.evaluate({"extra": extra}):
                waiting.append(need.name)
    return found


def parts_in(place: Path) -> dict[str, Distribution]:
    """Return every distribution in a folder of site-packages, by its name."""
    return {part.metadata["Name"].lower(): part for part in distributions(path=[str(place)])}


def windows_needs() -> list[str]:
    """Return what the program itself asks for, encryption included, as requirements for another system's resolver."""
    needs = [Requirement(text) for text in distribution("desk_mailadmin").requires or ()]
    wanted = [need for need in needs if "extra" not in str(need.marker) or '"encrypt"' in str(need.marker)]
    return [f"{need.name}{need.specifier}" for need in wanted]


def write_licences(folder: Path, shipped: Mapping[str, Distribution]) -> list[str]:
    """Copy what each part says of its licence; return the names of parts of which there is no text."""
    shutil.rmtree(folder, ignore_errors=True)
    silent = []
    for name, part in sorted(shipped.items()):
        _copied(_texts_of(part) or [_TEXTS / text for text in _LENT.get(name, ())], folder / name)
        if not (folder / name).is_dir():
            silent.append(name)
    return silent


def write_pythons(folder: Path) -> bool:
    """Copy the licence of Python itself, which lies beside its library; say whether there was one."""
    text = Path(os.__file__).with_name("LICENSE.txt")
    _copied([text] if text.is_file() else [], folder / "python")
    return text.is_file()


def _texts_of(part: Distribution) -> list[Path]:
    named = [file for file in part.files or () if _is_text(str(file))]
    found = [Path(str(part.locate_file(file))) for file in named]
    return [file for file in found if file.is_file() and file.suffix not in (".py", ".pyc")]


def _is_text(file: str) -> bool:
    """Say whether a part's file is a licence: by its name, or because it lies in a folder of licences."""
    folder, _, name = file.lower().rpartition("/")
    if ".dist-info" in folder:
        return "/licenses" in folder or any(word in name for word in _WORDS)
    return "license" in name


def _copied(texts: Iterable[Path], folder: Path) -> None:
    for number, source in enumerate(texts):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / (source.name if not number else f"{number}-{source.name}"))


def write_systems(folder: Path, libraries: Path) -> int:
    """Copy what Debian says of the licences of its libraries that lie in ``libraries``; return how many packages.

    Other systems do not say whose a library is; there nothing is copied.
    """
    names = [file.name for file in libraries.glob("*.so*")]
    if not names or shutil.which("dpkg-query") is None:
        return 0
    asked = ["dpkg-query", "--search", *(f"*/{name}" for name in names)]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # what is nobody's it says aside
    packages = sorted(set(re.findall(r"^([a-z0-9.+-]+)(?::\w+)?: /", said, re.MULTILINE)))
    known = {name: Path("/usr/share/doc") / name / "copyright" for name in packages}
    for name, text in known.items():
        if text.is_file():
            (folder / "debian").mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, folder / "debian" / f"{name}.txt")
    return len(known)


def of_this_python(folder: Path, libraries: Path) -> list[str]:
    """Write the licences of a program that PyInstaller packed; return the parts of which there is no text."""
    silent = write_licences(folder, parts())
    write_systems(folder, libraries)
    return silent if write_pythons(folder) else [*silent, "python"]


def main(words: Sequence[str]) -> int:
    """Write the folder; say what has no text, and end with 1 then: nothing is shipped without its licence."""
    parser = ArgumentParser(prog="installer.licences")
    parser.add_argument("folder", type=Path)
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--libraries", type=Path)
    place.add_argument("--wheels", type=Path)
    given = parser.parse_args(words)
    if given.wheels:
        silent = write_licences(given.folder, parts_in(given.wheels))
    else:
        silent = of_this_python(given.folder, given.libraries)
    for name in silent:
        print(f"no licence text: {name}; put it into {_TEXTS.name} and name it in licences.py", file=sys.stderr)
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Put the licence texts of every part the packed program ships into one folder.

python -m installer.licences FOLDER
"""

from __future__ import annotations

import shutil
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

_WORDS = ("licen", "copying", "notice", "authors")


def parts(name: str = "desk_mailadmin") -> dict[str, Distribution]:
    """Return every distribution the program needs, itself included, by its name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        part = distribution(waiting.pop())
        key = part.metadata["Name"].lower()
        if key in found:
            continue
        found[key] = part
        for text in part.requires or ():
            need = Requirement(text)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                waiting.append(need.name)
    return found


def windows_needs() -> list[str]:
    """Return what the program itself asks for, encryption included, as requirements for another system's resolver."""
    needs = [Requirement(text) for text in distribution("desk_mailadmin").requires or ()]
    wanted = [need for need in needs if "extra" not in str(need.marker) or '"encrypt"' in str(need.marker)]
    return [f"{need.name}{need.specifier}" for need in wanted]


def write_licences(folder: Path) -> list[str]:
    """Copy what each part says of its licence; return the names of parts that carry no text of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    silent = []
    for name, part in sorted(parts().items()):
        texts = [file for file in part.files or () if any(word in file.name.lower() for word in _WORDS)]
        texts = [file for file in texts if ".dist-info" in str(file) or "license" in file.name.lower()]
        for number, file in enumerate(texts):
            place = folder / name / (file.name if not number else f"{number}-{file.name}")
            source = Path(str(part.locate_file(file)))
            if source.is_file() and source.suffix not in (".py", ".pyc"):
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, place)
        if not (folder / name).is_dir():
            silent.append(name)
    return silent


if __name__ == "__main__":
    for name in write_licences(Path(sys.argv[1])):
        print(f"no licence text of its own: {name} (see THIRD_PARTY_NOTICES.md)")

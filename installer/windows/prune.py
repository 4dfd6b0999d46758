"""Take out of a tree of Windows wheels what the program never loads.

python -m installer.windows.prune SITE_PACKAGES
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

_OF_QT = (
    "Qt6Designer*", "Qt6Help*", "Qt6Qml*", "Qt6Quick*", "Qt6Sql*", "Qt6Test*", "Qt6UiTools*", "Qt6Concurrent*",
    "Qt6OpenGL*", "Qt6Xml*", "Qt6VirtualKeyboard*", "Qt6Pdf*", "opengl32sw.dll", "QtDesigner*", "QtHelp*", "QtQml*",
    "QtQuick*", "QtSql*", "QtTest*", "QtUiTools*", "QtConcurrent*", "QtOpenGL*", "QtXml*", "QtPdf*", "*.exe", "*.pyi",
    "*.lib",     "qml", "metatypes", "include", "typesystems", "glue", "scripts", "doc", "examples", "support", "lib",
    "plugins/sqldrivers", "plugins/qmltooling", "plugins/qmllint", "plugins/qmlls", "plugins/designer", "plugins/tls",
    "plugins/networkinformation", "plugins/generic", "plugins/imageformats/qtiff*", "plugins/imageformats/qtga*",
    "plugins/imageformats/qwbmp*", "plugins/imageformats/qicns*", "plugins/imageformats/qwebp*",
    "plugins/platforms/qdirect2d*", "plugins/platforms/qminimal*",
)  # fmt: skip
_TESTS = ("*/tests", "*/test", "bin", "*/__pycache__")


def prune(site: Path) -> int:
    """Remove what nobody loads; return how many bytes that was."""
    before = _size(site)
    for pattern in _OF_QT:
        for found in (site / "PySide6").glob(pattern):
            _remove(found)
    for found in (site / "PySide6/translations").glob("*"):
        if not found.name.startswith("qtbase_zh"):
            _remove(found)
    for pattern in _TESTS:
        for found in site.glob(pattern):
            _remove(found)
    return before - _size(site)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _remove(found: Path) -> None:
    if found.is_dir():
        shutil.rmtree(found)
    else:
        found.unlink()


if __name__ == "__main__":
    print(f"{prune(Path(sys.argv[1])) / 2**20:.0f} MB of what nobody loads taken out")

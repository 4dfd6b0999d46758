"""Which way the keys of a Chinese input method go."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from desk_mailadmin.ui.input_method import reach_fcitx

PORTAL = {"IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus", **PORTAL}),
        ({"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULE": "ibus", **PORTAL}),
        ({"QT_IM_MODULES": "wayland;fcitx"}, {"QT_IM_MODULES": "wayland;ibus", **PORTAL}),
        ({"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": ""}, {"QT_IM_MODULE": ""}),
        ({}, {}),
    ],
)
def test_fcitx_is_reached_as_ibus_where_its_plugin_is_not_there(
    asked: dict[str, str], taken: dict[str, str], tmp_path: Path
) -> None:
    reach_fcitx(asked, tmp_path)
    assert asked == taken


def test_the_plugin_of_the_system_is_used_where_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts/libfcitx5platforminputcontextplugin.so").touch()
    asked = {"QT_IM_MODULE": "fcitx"}
    reach_fcitx(asked, tmp_path)
    assert asked == {"QT_IM_MODULE": "fcitx"}


@pytest.mark.skipif(sys.platform != "linux", reason="IBus is of Linux")
def test_the_qt_we_bring_has_the_way_by_ibus() -> None:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    assert list((plugins / "platforminputcontexts").glob("*ibus*"))
